"""Prompts as files: the package's, a card's own, and what they are filled with."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final

import pytest

from broadcaster.cards import load_character, read_prompt
from broadcaster.errors import CardError
from broadcaster.programme import Prompt
from broadcaster.writing import prompts_of
from broadcaster.writing.prompt import AGAIN, NAMES, SEGMENT, Prompts
from tests.conftest import ROOT
from tests.writing.news import ANCHOR, ZUNDAMON, show

SLOTS: Final = {"fence": "記事0", "article": "本文", "lines": "5", "characters": "150"}


@pytest.mark.parametrize("name", ["zundamon", "anchor"])
def test_a_shipped_card_brings_prompts_of_its_own(name: str) -> None:
    host = load_character(ROOT / "voices", name)
    own = {prompt.name for prompt in host.prompts}
    assert "persona" in own
    files = prompts_of(show(), host)
    assert [file.name.partition("-")[0] for file in files] == sorted(NAMES)
    for file in files:
        path = ROOT / "voices" / name / "prompts" / f"{file.name}.md"
        if not path.is_file():
            path = ROOT / "broadcaster" / "writing" / "prompts" / f"{file.name}.md"
        assert file.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        assert file.version.isdigit()


@pytest.mark.parametrize("host", [ZUNDAMON, ANCHOR])
def test_every_slot_is_filled(host: object) -> None:
    prompts = Prompts(show(), host)  # type: ignore[arg-type]
    for message in prompts.asking(SEGMENT, **SLOTS):
        assert "{{" not in message["content"]


def test_the_beginning_is_the_same_for_every_request() -> None:
    prompts = Prompts(show(), ZUNDAMON)
    one = prompts.asking(SEGMENT, **SLOTS)
    other = prompts.asking(SEGMENT, **SLOTS | {"article": "ほかの本文"})
    assert one[0] == other[0]
    again = prompts.once_more(one, AGAIN, findings="- なし")
    assert again[1]["content"].startswith(one[1]["content"])


def test_a_cards_prompt_goes_before_the_packages() -> None:
    host = replace(ZUNDAMON, prompts=(Prompt("persona", "7", "- 静かに話す。", "0" * 64),))
    assert "- 静かに話す。" in Prompts(show(), host).system["content"]
    assert ("persona", "7", "0" * 64) in [
        (file.name, file.version, file.sha256) for file in prompts_of(show(), host)
    ]


def test_what_is_filled_in_is_never_filled_again() -> None:
    asked = Prompts(show(), ZUNDAMON).asking(SEGMENT, **SLOTS | {"article": "{{lines}}"})
    assert "{{lines}}" in asked[1]["content"]


def test_a_prompt_that_fits_nowhere_is_refused_with_the_nearest() -> None:
    host = replace(ZUNDAMON, prompts=(Prompt("personna", "1", "- 話す。", ""),))
    with pytest.raises(CardError, match=r"did you mean persona\.md"):
        prompts_of(show(), host)


def test_a_slot_nobody_fills_is_refused() -> None:
    host = replace(ZUNDAMON, prompts=(Prompt("segment", "1", "{{artcle}}", ""),))
    with pytest.raises(CardError, match=r"artcle.*article"):
        Prompts(show(), host).asking(SEGMENT, **SLOTS)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"no front matter", "version"),
        ("---\nversion: 新\n---\n本文".encode(), "version"),
        (b"---\nversion: 1\n---\n  \n", "nothing"),
        (b"---\nversion: 1\n---\n\xff", "UTF-8"),
    ],
)
def test_a_file_that_is_no_prompt(data: bytes, why: str) -> None:
    with pytest.raises(CardError, match=why):
        read_prompt(data, "persona")
