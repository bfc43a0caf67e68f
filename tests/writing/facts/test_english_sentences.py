"""Quotations of several English sentences, and whose turn a paragraph of a transcript is."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence
from broadcaster.writing.facts.claims.english_sentences import (
    GOES_ON,
    english_sentences,
    opening_voice,
)

BAKERY = Article(
    "5" * 16,
    "Mapleton Foods to close Corrigan bakery",
    (
        Paragraph(
            '"We kept this bakery open. Nobody wanted to turn off the ovens," '
            "said plant manager Gordon Hale."
        ),
        Paragraph(
            'Mayor Lionel Pratt was told late. "The town lost its biggest employer," he said.'
        ),
    ),
    published="2025-10-03",
    language="en",
)


@pytest.fixture(scope="module")
def proof() -> Evidence:
    return Evidence.of(BAKERY)


def test_each_sentence_of_a_quotation_has_its_marks() -> None:
    first, second, third = english_sentences('"It is late. It is bad," she said. He left.')
    assert first == f'"It is late{GOES_ON}'
    assert second == '“It is bad," she said'
    assert third == "He left."


def test_marks_that_do_not_pair_carry_nothing_on() -> None:
    assert list(english_sentences('A 27" screen came. It broke.')) == [
        'A 27" screen came',
        "It broke.",
    ]


@pytest.mark.parametrize(
    ("paragraph", "voice"),
    [
        ("MARIAM SESAY: Because steel complains.", "MARIAM SESAY"),
        ("harbor_lane (Jan 19): Updated mine.", "harbor_lane"),
        ("Priya N., Kestrel support (Jan 20): Thanks.", "Priya N."),
        ("The lake drained at 4:12 a.m. on Monday.", ""),
    ],
)
def test_whose_turn_a_paragraph_is(paragraph: str, voice: str) -> None:
    assert opening_voice(paragraph) == voice


@pytest.mark.parametrize(
    "line",
    [
        "Haleさんは「誰もオーブンの火を消したくなかった」と言っているのだ。",
        "Prattさんは「町は一番大きな雇い主を失った」と話したのだ。",
    ],
)
def test_a_translated_quotation_is_his(proof: Evidence, line: str) -> None:
    assert not proof.doubts(line)


@pytest.mark.parametrize(
    "line",
    [
        "Haleさんは「誰もがオーブンの火を消したがっていた」と言っているのだ。",
        "Prattさんは「町は一番大きな学校を失った」と話したのだ。",
        "Prattさんは「誰もオーブンの火を消したくなかった」と言っているのだ。",
    ],
)
def test_a_turned_quotation_is_not(proof: Evidence, line: str) -> None:
    assert proof.doubts(line)
