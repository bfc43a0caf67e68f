"""Who speaks in a sentence of an article: by name, or as the he, she or 同氏 of one before."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.claims.english_sentences import GOES_ON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.writing.facts.claims.statements import Statement

_WORD: Final = r"[A-Z][\w.'’&-]*"
_NAME: Final = rf"{_WORD}(?: (?:(?:of|de|van|von|al|the) )?{_WORD}){{0,4}}"
_VERB: Final = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|noted|notes|warned|warns|stressed|called|"
    r"denied|argued|argues|insisted|explained|announced|declined|promised|acknowledged|admitted|"
    r"claimed|predicted|estimated|described|urged|testified|testifies|recalled|replied|responded|countered|"
    r"saying|adding|arguing|warning|noting|conceded|cautioned|commented|complained|joked|pledged|vowed|asked|concluded|asserted|maintained|tweeted|posted)"
)
_AFTER: Final = re.compile(rf"\b{_VERB} (?P<who>{_NAME})")
_BEFORE: Final = re.compile(
    rf"(?P<who>{_NAME}),?(?: [^.\"“”]{{0,90}}?,)? ?(?:also |has |have )?{_VERB}\b"
)
_COLON: Final = re.compile(rf"(?P<who>{_NAME})[^.:\"“”]{{0,60}}: [\"“]")
"""Marco Bellini was blunter: "…"."""

_BY: Final = re.compile(rf"\b[Aa]ccording to (?:the )?(?P<who>{_NAME})")
_HE: Final = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he (?:company|firm|group|researchers?|team|minister|ministry|"
    r"agency|analyst|bank|union))\b"
)
_ONLY_WORDS: Final = re.compile(r'["“][^"“”]+["”]?[.!?]?')
"""A second sentence of somebody's, with no word about who says it."""

_PRONOUN: Final = re.compile(r"(?:He|She|They|It|We|I|The|This|That|But|And|In|On|At)\b")
_SPEECH: Final = re.compile(rf"\b{_VERB}\b")
_SAME: Final = re.compile(
    "同[氏社大市県省庁局校院紙店党誌]|同(?:教授|研究|チーム|容疑者|監督|選手|社長)|彼女?[はがの]"
)
_SAID: Final = re.compile(
    "話[しすさ]|語[っりる]|述べ|言[っいう]|説明|強調|指摘|批判|訴え|主張|コメント|明らかにし|明かし|認め|否定|評価|と(?:する|し[たて])|呼びかけ|"
    "求め|予想|予測|見て|みて|みる|見方|見解|考えを|認識|警告|反論|答え|注意|懸念|期待|振り返|打ち明|こぼ|嘆|胸を張|責め|非難|明言|断言|告白|呼び掛|もらし|漏らし|怒|反発|"
    "を示し|を示す|表明|証言|供述|発言|」という[。]?\\Z"
)
_WHO: Final = re.compile(
    r"(?P<who>[^、。「」()（）]{2,40}?)(?:によると|によれば|(?<!について)(?<!に対して)(?<!に関して)(?<!をめぐって)(?<!にとって)(?<!に)(?<!で)(?<!から)"
    r"(?:[はも](?=、|[^、。「」]{0,40}「|.{0,120}\Z)|が(?![^、。「」]{0,40}かどうか)(?=[^、。「」はがも]{0,40}(?:「|。|\Z))))"
)
_THING: Final = re.compile(
    "(?:身売り|売却|買収|合併|統合|提携|上場|手術|移籍|引退|復帰|解任|辞任|退任|解雇|削減|値上げ|値下げ|増税|減税|導入|採用|廃止|"
    "延期|中止|再開|撤退|参入|閉鎖|建設|着工|移転|拡大|延長|追加|変更|修正|対立|交渉|協議|関与|漏えい|流出|不正|隠蔽|使用|利用|"
    "報道|うわさ|噂|疑い|疑惑|指摘|質問|批判|投稿|記事|可能性|理由|原因|影響|時期|見通し|今後|計画|方針|予定|出馬|立候補|発売|公開|"
    "実施|開催|対応|点|件|の)\\Z"
)
"""What is spoken of: 身売りは「交渉の事実はない」と否定した."""

_QUOTED: Final = re.compile("「[^「」]*」")


@lru_cache(maxsize=2048)
def _said_in(text: str, japanese: bool) -> tuple[str, ...]:
    if japanese:
        text = _QUOTED.sub("「」", text)
        told = "「" in text or _SAID.search(text) or "によ" in text
        found = (match["who"] for match in _WHO.finditer(text))
        return tuple(who for who in found if not _THING.search(who)) if told else ()
    found = (match["who"] for way in (_AFTER, _BEFORE, _BY, _COLON) for match in way.finditer(text))
    return tuple(dict.fromkeys(who for who in found if not _PRONOUN.match(who)))


def names_its_speaker(place: Statement) -> bool:
    """Whether the sentence itself says whose words it tells."""
    return bool(_said_in(place.text, bool(place.words)))


def speaks(place: Statement) -> bool:
    """Whether the sentence tells what somebody says, by name or as he or she."""
    said = _SAID if place.words else _SPEECH
    return names_its_speaker(place) or bool(said.search(place.text))


def refers_back(place: Statement) -> bool:
    """Whether a he, she or 同氏 in it is somebody of an earlier sentence."""
    if place.words:
        unnamed = bool(_SAID.search(place.text)) and not names_its_speaker(place)
        return unnamed or bool(_SAME.search(place.text))
    if _ONLY_WORDS.fullmatch(place.text):
        return True
    return bool(_HE.search(place.text)) and not names_its_speaker(place)


def around(place: Statement, statements: Sequence[Statement], most: int = 3) -> str:
    """The text in which the speaker of a sentence is named: its own, on to where his words end,
    and back to whom it means.
    """
    texts = [place.text]
    at = place.at
    while statements[at].text.endswith(GOES_ON) and at + 1 < len(statements):
        at += 1
        texts.append(statements[at].text)
    most += at - place.at
    while refers_back(statements[at]) and at > 0 and len(texts) <= most:
        at -= 1
        while at > 0 and not (speaks(statements[at]) or refers_back(statements[at])):
            texts.append(statements[at].text)
            at -= 1
        texts.append(statements[at].text)
    return "\n".join(texts)
