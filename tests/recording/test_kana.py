"""The kana notation that voices without an analyser of their own are given."""

from __future__ import annotations

from dataclasses import replace

import pytest

from broadcaster.recording import kana_notation

from .studio import utterance


@pytest.mark.parametrize(
    ("reading", "kana"),
    [
        ("今日の研究、エーアイの話なのだ！", "キョ'オノ/ケンキュウ'、エエア'イノ/ハナシ'ナノダ"),
        ("使うのか？", "_ツカウ'ノカ？"),
        ("本当か？」", "ホントオカ'？"),
        ("「あ」と言った。", "ア'/ト'/イッタ'"),
        ("鼻血をヲヂヅ", "ハナジオ'/オ'ジズ"),
        ("……", ""),
        ("", ""),
    ],
)
def test_an_utterance_in_kana(reading: str, kana: str) -> None:
    assert kana_notation(utterance(reading)) == kana


@pytest.mark.parametrize(
    ("nucleus", "kana"),
    [
        (0, "クウェンスリイガ'/デ'タ"),
        (1, "ク'ウェンスリイガ/デ'タ"),
        (4, "クウェンス'リイガ/デ'タ"),
    ],
)
def test_the_accent_of_a_name_is_in_it(nucleus: int, kana: str) -> None:
    said = replace(utterance("クウェンスリーが出た"), accent=((0, 7, nucleus),))
    assert kana_notation(said) == kana


def test_every_phrase_has_one_accent_and_no_long_mark() -> None:
    kana = kana_notation(utterance("パイトーチは、21個と4億1500万ドルのモデルだ。どう？"))
    for phrase in kana.rstrip("？").replace("、", "/").split("/"):
        assert phrase.count("'") == 1
        assert not phrase.startswith("'")
    assert "ー" not in kana


def test_english_has_no_kana() -> None:
    assert kana_notation(utterance("Hello", language="en")) == ""
