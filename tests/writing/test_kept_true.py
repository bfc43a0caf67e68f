"""Nothing false by moving it: a corpus of our own through every step a sentence goes through.

Numbers, negations, words of certainty and limits that a sentence has, it has behind each step
too, and no step adds one.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from broadcaster.numbers import quantities
from broadcaster.writing.dates import absolute, calendar
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.fitness import for_the_ear, in_short, standing_alone
from broadcaster.writing.licensed import licensed
from broadcaster.writing.measure import Ruler
from broadcaster.writing.recast import recast
from broadcaster.writing.relays import relays
from broadcaster.writing.rounding import exactly, roughly
from broadcaster.writing.splitting import day_apart, halves, without_modifier
from tests.writing.news import ANCHOR, ZUNDAMON, article, as_written, plans, show

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS: Final = tuple(
    tomllib.loads(
        (Path(__file__).resolve().parents[1] / "cases" / "kept_true.toml").read_text(
            encoding="utf-8"
        )
    )["sentences"]
)
PUBLISHED, AIR = "2024-10-16", "2024-10-18"

LIMITS: Final = re.compile(
    r"以上|以下|以内|未満|最大|最小|最低|最高|上限|を?超え|を上回|を下回|まで|だけ|のみ|"
    r"限[りらっ]|少なくとも|ほぼ|およそ|約(?=[0-9])|余り|近く|ほど|一部|多く|すべて|全部|半分|あたり|ごと|当面|除[くき]"
)
CERTAINTY: Final = re.compile(
    r"見通し|見込み|可能性|予定|計画|方針|とみ(?:られ|て)|とされ|とい[うい]|そう[だでな]|ようだ|"
    r"ような|よう[で、]|らし[いく]|だろう|"
    r"でしょう|かもしれ|おそれ|恐れ|疑い|模様|はず|目指|期待|目標|検討|推定|見られ|考えられ|思われ"
)
NEGATION: Final = re.compile(r"な[いかくけ]|ません|ずに?(?=[、。に])|非|未(?!満|明)|不|無")
FRAGILE: Final = {"限": LIMITS, "確": CERTAINTY}


def _numbers(text: str) -> Counter[str]:
    """Values, dates aside: those are resolved on purpose."""
    found = [
        one
        for one in quantities(text.replace("0.04ドル", "4セント"))
        if one.unit not in ("年", "月", "日", "曜日")
    ]
    return Counter(str(one.value.normalize()) for one in found)


def _marks(text: str) -> Counter[str]:
    text = text.replace("約", "およそ")
    same = {"ません": "ない", "でしょう": "だろう"}
    counted: Counter[str] = Counter()
    for kind, pattern in FRAGILE.items():
        counted.update(kind + same.get(mark, mark)[:2] for mark in pattern.findall(text))
    counted["否"] = len(NEGATION.findall(text))
    return +counted


def _joined(parts: tuple[str, str] | None) -> str | None:
    return None if parts is None else "".join(parts)


def _dated(text: str) -> str | None:
    return absolute(text, calendar(AIR, PUBLISHED))[0]


STEPS: Final[dict[str, Callable[[str], str | None]]] = {
    "for_the_ear": for_the_ear,
    "absolute": _dated,
    "standing_alone": standing_alone,
    "exactly": exactly,
    "noda": lambda text: recast(text, ZUNDAMON),
    "polite": lambda text: recast(text, ANCHOR),
}
WITHOUT_ASIDES: Final = re.compile(r"[（(][^（()）]*[)）]")


def test_the_corpus_is_large_and_full() -> None:
    assert len(CORPUS) == len(set(CORPUS)) >= 60
    for pattern in (LIMITS, CERTAINTY, NEGATION, re.compile("[0-9]")):
        assert sum(bool(pattern.search(one)) for one in CORPUS) >= 12


@pytest.mark.parametrize("sentence", CORPUS)
@pytest.mark.parametrize("step", STEPS)
def test_what_must_not_change_does_not(step: str, sentence: str) -> None:
    before = WITHOUT_ASIDES.sub("", sentence) if step == "for_the_ear" else sentence
    after = STEPS[step](sentence)
    if after is None:
        return
    assert _marks(after) == _marks(before)
    shares = re.sub("([0-9])割", r"\g<1>0%", after)
    squares = re.sub("縦も横も([0-9]+)ピクセル", r"\1x\1ピクセル", shares)
    assert _numbers(squares) == _numbers(before)


@pytest.mark.parametrize("sentence", CORPUS)
def test_rounding_says_that_it_rounds(sentence: str) -> None:
    said = roughly(sentence)
    kept = {one.value for one in quantities(exactly(sentence))}
    for found in quantities(said):
        rounded = found.value not in kept
        assert not rounded or said[: found.start].endswith(("およそ", "ほぼ"))
    added = _marks(said) - _marks(exactly(sentence))
    assert set(added) <= {"限およ"}
    assert not _marks(exactly(sentence)) - _marks(said)


@pytest.mark.parametrize("sentence", CORPUS)
def test_parts_say_together_what_the_whole_said(sentence: str) -> None:
    for parts in (halves(sentence), day_apart(sentence)):
        if parts is None:
            continue
        together = "".join(parts)
        repeated = 2 if "ことが示" in together else 1
        assert _numbers(together) == _numbers(sentence)
        assert _marks(together) == _marks(sentence) or repeated == 2
        assert all(part.endswith("。") for part in parts)
        assert not CERTAINTY.search(sentence) or all(map(CERTAINTY.search, parts))


@pytest.mark.parametrize("sentence", CORPUS)
def test_what_is_shortened_loses_no_limit_of_the_rest(sentence: str) -> None:
    bare = in_short(sentence)
    assert _marks(bare) == _marks(WITHOUT_ASIDES.sub("", sentence))
    trimmed = without_modifier(bare)
    if trimmed is not None:
        assert bare.endswith(trimmed[-8:])
        assert not _marks(trimmed) - _marks(bare)


@pytest.mark.parametrize("sentence", CORPUS)
@pytest.mark.parametrize("register", ["noda", "polite"])
def test_no_other_ending_changes_what_is_said(sentence: str, register: str) -> None:
    spoken = recast(sentence, ZUNDAMON if register == "noda" else ANCHOR)
    for said, _ in relays(spoken, register):
        assert _numbers(said) == _numbers(spoken)
        reported = said.endswith(("ということです。", "とのこと。"))
        assert _marks(said) - Counter({"確とい": reported}) == _marks(spoken)


@pytest.mark.parametrize("sentence", CORPUS)
def test_told_alone_it_is_licensed_and_as_certain(sentence: str) -> None:
    writer = Extractive(ZUNDAMON, Ruler(as_written), AIR)
    one = article("", sentence, published=PUBLISHED)
    lines = list(writer.write(plans(one)[0], show()))
    told = "".join(line.text for line in lines)
    assert licensed(told, sentence, published=PUBLISHED, air=AIR) == ()
    if lines:
        certain = [mark for mark in _marks(WITHOUT_ASIDES.sub("", sentence)) if mark[0] == "確"]
        assert all(mark in _marks(told) for mark in certain)
