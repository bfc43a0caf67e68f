"""The recaster against its table, and against what it must never touch."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.programme import Character
from broadcaster.writing.recast import recast

CASES: Final = Path(__file__).resolve().parents[1] / "cases"
ZUNDAMON: Final = Character("zundamon", "ずんだもん", "ズンダモン", register="noda")
ANCHOR: Final = Character("anchor", "アナウンサー", "アナウンサー", register="polite")


def _pairs(name: str) -> list[tuple[str, str]]:
    table = tomllib.loads((CASES / name).read_text(encoding="utf-8"))
    return [(old, new) for group in table.values() for old, new in group["pairs"]]


@pytest.mark.parametrize(("line", "said"), _pairs("recast.toml"))
def test_noda(line: str, said: str) -> None:
    assert recast(line, ZUNDAMON) == said


@pytest.mark.parametrize("said", sorted({new for _, new in _pairs("recast.toml")}))
def test_a_line_in_register_is_left_alone(said: str) -> None:
    assert recast(said, ZUNDAMON) == said


@pytest.mark.parametrize(("line", "said"), _pairs("recast_polite.toml"))
def test_polite(line: str, said: str) -> None:
    assert recast(line, ANCHOR) == said


_STEMS: Final = st.sampled_from(
    [
        "会社は{n}{u}を集めました",
        "{l}は「{q}」と言いました",
        "{l} {n}は{n}{u}です",
        "{u}は「{q}」でしょうか",
    ]
)


@settings(deadline=None, max_examples=60)
@given(
    stem=_STEMS,
    number=st.from_regex(r"[1-9][0-9]{0,4}(\.[0-9])?", fullmatch=True),
    unit=st.sampled_from(["ドル", "億円", "%", "トークン", "GB"]),
    name=st.from_regex(r"[A-Z][A-Za-z]{1,8}([ -][0-9]B)?", fullmatch=True),
    quote=st.sampled_from(["まだです", "無料ですが、速いです。", "3Bを作りましょう"]),
    mark=st.sampled_from(["。", "！", "", "？"]),
)
def test_numbers_names_and_quotations_stay(
    stem: str, number: str, unit: str, name: str, quote: str, mark: str
) -> None:
    line = stem.format(n=number, u=unit, l=name, q=quote) + mark
    said = recast(line, ZUNDAMON)
    facts = re.compile(r"「[^」]*」|[0-9A-Za-z.%-]+")
    assert facts.findall(said) == facts.findall(line)
    assert said != line


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="あ本です。！？「」『』（）ます3GPU、 んだかねのっ", max_size=40))
def test_no_text_breaks_it(text: str) -> None:
    said = recast(text, ZUNDAMON)
    assert text.count("3") == said.count("3")
    assert text.count("「") == said.count("「")
