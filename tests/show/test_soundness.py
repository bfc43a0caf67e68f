"""Edited utterances are checked before anybody speaks them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from broadcaster.errors import NounError
from broadcaster.nouns import Place, Span, Utterance
from broadcaster.programme import Character, Style, Voicing
from broadcaster.show.soundness import sound

HOST = Character("a", "あ", "ア", styles=(Style("talk", (Voicing("openjtalk"),)),))
GOOD = Utterance(
    "はい。", "はい。", (Span(0, 3, 0, 3, "as written"),), "あ", Place(0, "story", "話")
)


def test_what_can_be_spoken_passes() -> None:
    assert sound((GOOD, replace(GOOD, style="english")), HOST) == (
        GOOD,
        replace(GOOD, style="english"),
    )


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (replace(GOOD, pause=1e9), "pause is 1e+09"),
        (replace(GOOD, pause=-5), "pause is -5"),
        (replace(GOOD, style="angry"), "style 'angry'"),
        (replace(GOOD, spans=(Span(0, 99, 0, 3, "x"),)), "span"),
    ],
)
def test_what_cannot_is_named_by_its_place(bad: Utterance, says: str) -> None:
    with pytest.raises(NounError, match=r"\$\[1\]") as caught:
        sound((GOOD, bad), HOST)
    assert says in str(caught.value)
