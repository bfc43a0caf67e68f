"""Which converter's answer suits the spelling: sounds, how they lie along letters, the choice."""

from __future__ import annotations

import pytest

from broadcaster.reading.judging import Likely, Tables, aligned, features, judged
from broadcaster.reading.sounds import sounds

LIKELY: Likely = {"p": {("p",): -0.1}, "ar": {("a:",): -0.2}, "k": {("k", "u"): -0.1}}


@pytest.mark.parametrize(
    ("katakana", "said"),
    [
        ("パーサー", "p a: s a:"),
        ("チップ", "ch i Q p u"),
        ("ティー", "t i:"),
        ("ジェンダー", "j e N d a:"),
        ("フュージョン", "fy u: j o N"),
        ("ヴ", "ヴ"),
        ("", ""),
    ],
)
def test_katakana_as_sounds(katakana: str, said: str) -> None:
    assert sounds(katakana) == tuple(said.split())


def test_sounds_lie_along_the_letters_in_order() -> None:
    assert aligned("park", ("p", "a:", "k", "u"), LIKELY) == (
        (0, 1, "p"), (1, 3, "a:"), (3, 4, "ku"),
    )  # fmt: skip


def test_every_letter_and_sound_is_laid_somewhere() -> None:
    laid = aligned("zzz", ("s", "u"), LIKELY)
    assert "".join(said for *_, said in laid) == "su"
    assert [start for start, *_ in laid] == [0, *(end for _, end, _ in laid)][:-1]
    assert aligned("ab", tuple("abcdefgh"), LIKELY) == ()


def test_the_heavier_answer_wins_and_belief_is_shared() -> None:
    tables = Tables(LIKELY, {"ar_k>a:": 2.0, "=s": 0.5})
    best, belief = judged("park", {"パク": "s", "パーク": "kl"}, tables)
    assert best == "パーク"
    assert 0.5 < belief < 1
    assert judged("park", {"パク": "s"}, tables) == ("パク", 1.0)


def test_what_is_seen_names_who_answered_and_each_stretch_with_its_neighbours() -> None:
    seen = features("park", "パーク", "ks", LIKELY)
    assert seen[0] == "=ks"
    assert {"p>p", "^_p>p", "p_a>p", "^_p_a>p", "p_ar_k>a:", "k_$>ku"} <= set(seen)


@pytest.mark.parametrize(
    ("word", "answers", "best"),
    [
        ("restated", {"レステイテッド": "k", "リステーテッド": "sl"}, "リステーテッド"),
        ("glorping", {"グローピング": "k", "グローピン": "sl"}, "グローピング"),
        ("compliment", {"コンプリメント": "k", "コンプリミエント": "s"}, "コンプリメント"),
    ],
)
def test_the_fitted_tables_know_english_spelling(
    word: str, answers: dict[str, str], best: str
) -> None:
    assert judged(word, answers)[0] == best
