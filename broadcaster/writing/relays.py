"""The ways to close one and the same relayed sentence: のだ, んだって, ね, or its noun alone.

Everything before the tail is carried over character by character, so that no fact can change;
where a tail would add something (a promise, a guess, a second-hand claim) it is not offered.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.programme import Character
from broadcaster.writing.fitness import turns_it_around
from broadcaster.writing.recast import recast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.japanese import Word

OTHER: Final = "その他"
GRAVE_REPORT: Final = "とのこと"
REPORTS: Final = ("んだって", "とのこと", "ということです")
"""Endings that say the host has it from somebody."""

EXPLAINED: Final = "のです。"
"""A tail for the newsreader who would otherwise say ます once too often."""

_PLAIN: Final = Character("plain", "plain", "plain", register="noda")
_QUOTED: Final = re.compile(
    r"(?:という|といった|との|そう|よう|らしい|だろう|かもしれない|とみられる|とみている|とされる|とされている|"
    r"と[^、。]{0,12}(?:述べ|説明|話|語|発表|主張|指摘|報告|書|伝え|言|強調|予想|予測|見て|考え|思)[^、]{0,12}|"
    r"と(?:し|み)て(?:いる|いた)|べき|つもり)な?\Z"
)
_HEDGED: Final = re.compile(
    r"(?:予定|見通し|見込み|可能性|計画|方針|はず|恐れ|おそれ|模様|疑い|たい|必要がある|に限られる|対象外)な?\Z"
)
_OWN: Final = re.compile(r"ぼく|わたし|私|みんな")
_ASIDE: Final = re.compile("一方|注意|なお")
_VERDICT: Final = re.compile(
    r"(?:低い|悪い|遅い|弱い|ひどい|まずい|難しい|危ない|少ない|高くない|ではない|じゃない|できない|足りない|"
    r"劣る|満足|不十分|不完全|危険|失敗|無駄)[^、]{0,8}\Z|無駄|劣|遅く|失敗|不足|出力されない"
)
"""What sounds like the host's own verdict once he nods to it."""

_HOLDS: Final = (
    "できる", "出来る", "なる", "ある", "使える", "作れる", "読める", "動かせる", "選べる",
    "試せる",
    "話せる", "書ける", "聞ける", "超える", "上回る", "かかる", "違う", "異なる", "済む",
    "わかる", "分かる", "足りる", "減らせる", "楽しめる", "頼める", "直せる", "見られる", "買える",
    "置ける",
)  # fmt: skip
"""Verbs of what is so; nobody does them, so a ね after them promises nothing."""

_NOUNS: Final = ("一般", "固有名詞", "サ変接続", "副詞可能", "接尾", "数", "*")
_NO_NOUNS: Final = ("形容動詞語幹", "助動詞語幹")
_THINGS: Final = ("こと", "もの")


def relays(text: str, register: str) -> Iterator[tuple[str, str]]:
    """Other ways to close a line, each with the name of its ending; none where it must stay.

    The line ends in のだ (or んだって) for the character, in です or ます for the newsreader.
    """
    body = text.rstrip("。")
    mark = text[len(body) :]
    if mark != "。":
        return iter(())
    return _noda(body) if register == "noda" else _polite(body)


# ── のだ ─────────────────────────────────────────────────────────────────────────────────


def _noda(body: str) -> Iterator[tuple[str, str]]:
    if body.endswith("んだって"):
        body = body.removesuffix("んだって") + "のだ"
        yield body + "。", "のだ"
    if not body.endswith("のだ") or body == "のだ":
        return
    core = body.removesuffix("のだ")
    noun = core.removesuffix("な")
    found = words(core)
    nominal = noun != core and _is_noun(words(noun))
    if nominal:
        yield noun + "。", "体言止め"
    if not _QUOTED.search(core) and not _OWN.search(core):
        yield core + "んだって。", "んだって"
        if noun == core and found and found[-1].pos in ("動詞", "助動詞", "形容詞"):
            yield core + "とのこと。", GRAVE_REPORT
            yield core + "。", OTHER
        if nominal and _may_nod(core, body):
            yield noun + "だね。", "ね"
        elif noun == core and _may_nod(core, body) and _holds(found):
            yield core + "ね。", "ね"


def _may_nod(core: str, body: str) -> bool:
    """Whether the host may say ね: nothing uncertain, no caution, no verdict on anybody."""
    barred = _HEDGED.search(core) or _VERDICT.search(core) or _ASIDE.match(body)
    return not barred and not turns_it_around(body) and not core.rstrip("な").endswith("」")


def _holds(found: tuple[Word, ...]) -> bool:
    """Whether the clause says how something is, not what somebody does or did."""
    if not found:
        return False
    last = found[-1]
    if last.ctype == "特殊・ナイ":
        return len(found) < 2 or found[-2].pos != "動詞" or _nobody_does(found[-2])
    if last.pos == "形容詞" and last.cform == "基本形":
        return True
    if last.surface == "いる" and len(found) > 1 and found[-2].surface in ("て", "で"):
        return True
    return last.pos == "動詞" and last.cform == "基本形" and last.surface in _HOLDS


def _nobody_does(verb: Word) -> bool:
    """含まれない, 変えられない and かからない promise nothing; 使わない would."""
    return verb.pos1 == "接尾" or verb.base in ("いる", *_HOLDS)


def _is_noun(found: tuple[Word, ...]) -> bool:
    """Whether the sentence may stop at this word: a noun, a number, the end of a quotation."""
    if not found:
        return False
    last = found[-1]
    if last.pos == "記号":
        return last.surface[-1] in "」』%％" or last.surface[-1].isalnum()
    if last.pos1 == "非自立":
        return last.surface in _THINGS
    noun = last.pos in ("名詞", "フィラー") and last.pos1 in _NOUNS
    return noun and last.pos2 not in _NO_NOUNS


# ── です・ます ───────────────────────────────────────────────────────────────────────────


def _polite(body: str) -> Iterator[tuple[str, str]]:
    if body.endswith("ということです"):
        return
    if body.endswith("です") and _is_noun(words(body.removesuffix("です"))):
        yield body.removesuffix("です") + "。", "体言止め"
    plain = _plain(body)
    if plain and not _QUOTED.search(plain) and not _OWN.search(plain):
        yield plain + "ということです。", "ということです"
        if body.endswith(("ます", "ません")):
            yield plain + EXPLAINED, "です"


def _plain(body: str) -> str:
    """発表しました → 発表した; empty where it is no report of what happened or holds."""
    if not body.endswith(("ました", "ます", "ません", "でした")):
        return ""
    said = recast(body + "。", _PLAIN).removesuffix("。")
    if not said.endswith("のだ") or said.endswith("なのだ"):
        return ""
    plain = said.removesuffix("のだ")
    kept = next((at for at, (a, b) in enumerate(zip(body, plain, strict=False)) if a != b), 0)
    return plain if kept >= len(body) - 8 else ""
