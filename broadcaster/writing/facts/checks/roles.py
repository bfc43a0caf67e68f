"""Is somebody what a line says he is, where the article says that of another: リード投資家はX?"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.writing.facts.sight import Sight

_ROLE: Final = (
    r"[一-龠ァ-ヴーA-Za-z]{0,12}(?:投資家|株主|[会他同親]社|企業|[先元者員主師将][一-龠]?|長|監督|主[演役]|声優|作家|"
    r"脚本|音楽|作[曲詞]|原作|司会|担当|代表|社長|大使|候補|リーダー|キャプテン|エース)"
)
_IS_HE: Final = (
    r"に(?:は)?(?:なった|なる|選ばれた|就いた|就く|決まった)|を(?:務め|つとめ|手がけ|手掛け)[たる]|"
    r"を担当(?:した|する)|を担[うっ]た?|な|だった|である"
)
_SAID: Final = re.compile(
    rf"(?P<role>{_ROLE})(?:(?:{_IS_HE})の)?[はが]、?(?P<who>[^、。はが「」\d]{{2,30}}?)(?:さん|氏|選手)?"
    r"(?:なのだ|だったのだ|だった|なんだ|だって|だ|です|でした|に決ま)"
)
_TOLD: Final = (
    r"{role}(?:は|が|には|に)、?(?P<they>[^、。はが「」\d]{{2,30}}?)(?:さん|氏|選手)?"
    r"(?:で|だ|です|、|。|\Z|が(?:担当|務|手|なる|就|選)|を(?:選|起用|充て|迎))"
)
_LAST: Final = re.compile(r"(?:[一-龠々ァ-ヴー・A-Za-z ]{3,}|[一-龠々]{2,4}[ぁ-ん]{2,4})\Z")
_SHARED: Final = 2


def role_doubts(sight: Sight) -> Iterator[Doubt]:
    """A doubt for each role that a Japanese article gives to another, and never to him."""
    for said in _SAID.finditer(sight.line.text):
        if not _LAST.search(said["who"]) or sight.names.foreign:
            continue
        pattern = re.compile(_TOLD.format(role=re.escape(said["role"])))
        told = [match["they"] for one in sight.statements for match in pattern.finditer(one.text)]
        they = [one for one in told if _LAST.search(one)]
        if (
            they
            and sight.names.knows(_last(said["who"]))
            and not any(_shares(_last(said["who"]), one) for one in told)
        ):
            yield Doubt("name", said["who"], they[0], f"記事では{said['role']}は別の人")


def _last(phrase: str) -> str:
    """The name at the end of a phrase: (作曲家の)仁科耕平."""
    found = _LAST.search(phrase.rpartition("の")[2] or phrase)
    return found[0].strip() if found else phrase


def _shares(name: str, phrase: str) -> bool:
    return any(name[at : at + _SHARED] in phrase for at in range(len(name) - 1))
