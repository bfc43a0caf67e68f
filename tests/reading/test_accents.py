"""Nuclei of names: a row's own, Open JTalk's, or the rule of loanwords and spelled letters."""

from __future__ import annotations

import pytest

from broadcaster.programme import Lexicon, LexiconRow
from broadcaster.reading import explain
from broadcaster.reading.accents import default_nucleus, estimated_nucleus


@pytest.mark.parametrize(
    ("surface", "kana", "nucleus"),
    [
        ("PyTorch", "パイトーチ", 3),
        ("Hugging Face", "ハギングフェイス", 5),
        ("Qwen3", "クウェンスリー", 4),
        ("TensorFlow", "テンソルフロー", 5),
        ("Copilot", "コパイロット", 4),
        ("TikTok", "ティックトック", 4),
        ("Driver", "ドライバー", 2),
        ("Llama", "ラマ", 1),
        ("Sana", "サナ", 1),
        ("Phi", "ファイ", 1),
        ("API", "エーピーアイ", 5),
        ("TSMC", "ティーエスエムシー", 7),
        ("OpenAI", "オープンエーアイ", 7),
        ("SpaceX", "スペースエックス", 5),
    ],
)
def test_the_rule(surface: str, kana: str, nucleus: int) -> None:
    assert estimated_nucleus(surface, kana) == nucleus


def test_the_rule_stands_on_every_reading_however_odd() -> None:
    for kana in ("ー", "ン", "ーーー", "ッンー", "ァ", "アイ", "ア" * 120):
        assert 1 <= estimated_nucleus("x", kana) <= len(kana)


def test_a_word_that_open_jtalk_knows_keeps_its_accent_there() -> None:
    assert default_nucleus("Python", "パイソン") is None
    assert default_nucleus("PyTorch", "パイトーチ") == 3


def test_a_long_japanese_name_is_left_to_open_jtalk() -> None:
    assert default_nucleus("えだまめAIニュース便", "エダマメエーアイニュースビン") is None
    assert default_nucleus("月ノ美兎", "ツキノミト") == 3


def test_every_name_of_a_line_has_its_accent_and_a_row_s_own_goes_first() -> None:
    lexicon = Lexicon((LexiconRow("Qwen3", "クウェンスリー", accent=0),))
    read = explain("PyTorchとQwen3とof", lexicon)
    assert [(read.reading[start:end], nucleus) for start, end, nucleus in read.accent] == [
        ("パイトーチ", 3),
        ("クウェンスリー", 0),
    ]
