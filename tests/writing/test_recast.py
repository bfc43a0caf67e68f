"""The recaster against its tables, and against what it must never touch."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadcaster.programme import Character
from broadcaster.writing.recast import recast

CASES: Final = Path(__file__).resolve().parents[1] / "cases"
ZUNDAMON: Final = Character("zundamon", "ずんだもん", "ズンダモン", register="noda")
ANCHOR: Final = Character("anchor", "アナウンサー", "アナウンサー", register="polite")
TABLES: Final = {"noda": ("recast.toml", ZUNDAMON), "polite": ("recast_polite.toml", ANCHOR)}
BOTH: Final = pytest.mark.parametrize("register", sorted(TABLES))


def _groups(register: str) -> dict[str, list[tuple[str, str]]]:
    table = tomllib.loads((CASES / TABLES[register][0]).read_text(encoding="utf-8"))
    return {name: [(old, new) for old, new in group["pairs"]] for name, group in table.items()}


def _pairs(register: str) -> list[tuple[str, str]]:
    groups = _groups(register)
    known = groups.pop("known_failures")
    assert known
    return [pair for pairs in groups.values() for pair in pairs]


@pytest.mark.parametrize(("line", "said"), _pairs("noda"))
def test_noda(line: str, said: str) -> None:
    assert recast(line, ZUNDAMON) == said


@pytest.mark.parametrize(("line", "said"), _pairs("polite"))
def test_polite(line: str, said: str) -> None:
    assert recast(line, ANCHOR) == said


@BOTH
def test_what_is_known_to_fail_still_fails(register: str) -> None:
    """A line that has come right moves out of known_failures."""
    character = TABLES[register][1]
    right = [
        old for old, new in _groups(register)["known_failures"] if recast(old, character) == new
    ]
    assert right == []


@BOTH
def test_the_floor(register: str) -> None:
    pairs = [pair for group in _groups(register).values() for pair in group]
    character = TABLES[register][1]
    share = sum(recast(old, character) == new for old, new in pairs) / len(pairs)
    floor = tomllib.loads((CASES / "recast_floor.toml").read_text(encoding="utf-8"))
    assert share >= floor[register]
    assert len(pairs) >= floor[f"{register}_pairs"]


@BOTH
def test_a_line_in_register_is_left_alone(register: str) -> None:
    character = TABLES[register][1]
    said = [new for _, new in _pairs(register)]
    assert [recast(line, character) for line in said] == said


@BOTH
def test_no_line_stands_twice(register: str) -> None:
    lines = [old for old, _ in _pairs(register)]
    assert sorted(lines) == sorted(set(lines))


# ── what must never be touched ───────────────────────────────────────────────────────────

_STEMS: Final = st.sampled_from(
    [
        "会社は{n}{u}を集めました",
        "{l}は「{q}」と言いました",
        "{l} {n}は{n}{u}です",
        "{u}は「{q}」でしょうか",
        "『{q}』は{n}{u}でしたが、{l}は無料です",
        "詳しくは https://example.org/{l}?a={n} を見てください",
        "新作は{l}（{q}）",
        "合言葉は“{q}”で、値段は{n}{u}",
    ]
)


@settings(deadline=None, max_examples=120)
@given(
    stem=_STEMS,
    number=st.from_regex(r"[1-9][0-9]{0,4}(\.[0-9])?", fullmatch=True),
    unit=st.sampled_from(["ドル", "億円", "%", "トークン", "GB"]),
    name=st.from_regex(r"[A-Z][A-Za-z]{1,8}([ -][0-9]B)?", fullmatch=True),
    quote=st.sampled_from(
        ["まだです", "無料ですが、速いです。", "3Bを作りましょう", "いいですか？"]
    ),
    mark=st.sampled_from(["。", "！", "", "？"]),
    character=st.sampled_from([ZUNDAMON, ANCHOR]),
)
def test_numbers_names_and_quotations_stay(
    stem: str, number: str, unit: str, name: str, quote: str, mark: str, character: Character
) -> None:
    line = stem.format(n=number, u=unit, l=name, q=quote) + mark
    said = recast(line, character)
    facts = re.compile(r"「[^」]*」|『[^』]*』|“[^”]*”|（[^）]*）|[0-9A-Za-z.%:/?=-]+")
    assert facts.findall(said) == facts.findall(line)
    assert recast(said, character) == said


def test_a_quotation_of_any_length_stays() -> None:
    quote = "「" + "まだ実験の段階です。安いですが、使えません。" * 40 + "」"
    assert recast(f"会社は{quote}と書きました。", ZUNDAMON) == f"会社は{quote}と書いたのだ。"


@settings(deadline=None, max_examples=150)
@given(st.text(alphabet='あ本です。！？「」『』（）ます3GPU、 んだかねのっ\n"…', max_size=40))
@example("\ud800です")
@example("\0ﾞです。")
def test_no_text_breaks_it(text: str) -> None:
    for character in (ZUNDAMON, ANCHOR):
        said = recast(text, character)
        for kept in "3GPU「」『』（）\n\ud800":
            assert text.count(kept) == said.count(kept)


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=30))
def test_no_unicode_breaks_it(text: str) -> None:
    said = recast(text, ZUNDAMON)
    assert re.findall("[0-9A-Za-z]", said) == re.findall("[0-9A-Za-z]", text)


@pytest.mark.parametrize("piece", ["「", "」", "（", "安いですが、", "降り", "a?", "\n", '"', "か"])
def test_long_lines_are_no_harder(piece: str) -> None:
    """20,000 repetitions end at all: what grows with the square of a line would not."""
    text = piece * 20_000
    assert recast(text, ZUNDAMON).count(piece[0]) >= 1
