"""Dictionaries of other programs: both ways, both formats, and every bad row named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from broadcaster.errors import CardError
from broadcaster.japanese import load_analyser
from broadcaster.programme import Lexicon, LexiconRow
from broadcaster.reading.exchange import merged, rows_in, written
from broadcaster.reading.userdict import narrowed, widened

ROWS = (
    LexiconRow("Qwen2.5", "クウェンニテンゴ", 5),
    LexiconRow("Hugging Face", "ハギングフェイス", 5),
    LexiconRow("Wi-Fi", "ワイファイ", 0),
    LexiconRow("C#, F#", "シーシャープ", 3),
    LexiconRow('"quoted"', "クオーテッド", 1),
    LexiconRow("清華大学", "チンファダイガク", 6),
)
COLUMNS = "{},1348,1348,1,名詞,固有名詞,一般,*,*,*,*,{},{},{},C1"


def csv(surface: str = "ａ", said: str = "アー", accent: str = "1/2") -> bytes:
    return ("\n" + COLUMNS.format(surface, said, said, accent) + "\n").encode()


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_what_is_written_is_read_back_and_written_the_same(suffix: str) -> None:
    data = written(ROWS, suffix)
    assert rows_in(data, "file") == ROWS
    assert written(rows_in(data, "file"), suffix) == data


@pytest.mark.parametrize("suffix", [".json", ".csv"])
def test_export_and_import_change_nothing_at_home(suffix: str) -> None:
    own = Lexicon((LexiconRow("PyTorch", "パイトーチ", gloss="学習の道具"), *ROWS))
    assert merged(rows_in(written(own.rows, suffix), "file"), own) == own.rows


def test_a_gloss_survives_a_new_reading() -> None:
    own = Lexicon((LexiconRow("PyTorch", "パイトーチ", gloss="学習の道具"),))
    assert merged((LexiconRow("PyTorch", "ピートーチ", 2),), own) == (
        LexiconRow("PyTorch", "ピートーチ", 2, "学習の道具"),
    )


def test_every_ascii_character_is_widened_as_the_analyser_does() -> None:
    for char in map(chr, range(0x20, 0x7F)):
        _, morphs = load_analyser().run_mecab_detailed(f"あ{char}あ")
        assert "".join(morph["surface"] for morph in morphs) == f"あ{widened(char)}あ"
        assert narrowed(widened(char)) == (char if char != "\\" else "￥")


def test_surfaces_are_as_wide_as_the_analyser_sees_them() -> None:
    assert (
        widened("Hugging Face Wi-Fi 2.5")
        == "Ｈｕｇｇｉｎｇ\u3000Ｆａｃｅ\u3000Ｗｉ\u2212Ｆｉ\u3000２．５"
    )
    assert narrowed(widened("C# a,b")) == "C# a,b"
    assert narrowed("Ｗｉ－Ｆｉ") == "Wi-Fi"


def test_the_csv_compiles_and_each_name_is_one_word(tmp_path: Path) -> None:
    package = load_analyser()
    (tmp_path / "user.csv").write_bytes(written(ROWS, ".csv"))
    package.mecab_dict_index(str(tmp_path / "user.csv"), str(tmp_path / "user.dic"))
    analyser = package.OpenJTalk(
        dn_mecab=package.OPEN_JTALK_DICT_DIR, userdic=str(tmp_path / "user.dic").encode()
    )
    for row in ROWS:
        features, _ = package.run_frontend_detailed(
            f"今日は{row.surface}の話", predict_nani=False, jtalk=analyser
        )
        named = [feature for feature in features if feature["pron"].replace("’", "") == row.reading]
        assert [feature["acc"] for feature in named] == [row.accent], row


def test_a_dictionary_as_voicevox_gives_it() -> None:
    entry = {
        "surface": "ｖＬＬＭ２", "priority": 5, "context_id": 1348, "part_of_speech": "名詞",
        "part_of_speech_detail_1": "固有名詞", "part_of_speech_detail_2": "一般",
        "part_of_speech_detail_3": "*", "inflectional_type": "*", "inflectional_form": "*",
        "stem": "*", "yomi": "クバネティス", "pronunciation": "クバネティス", "accent_type": 3,
        "mora_count": 5, "accent_associative_rule": "*",
    }  # fmt: skip
    data = json.dumps({"0b1f8f1e-8f1e-4b1f-8f1e-0b1f8f1e8f1e": entry}).encode()
    assert rows_in(data, "user_dict.json") == (LexiconRow("vLLM2", "クバネティス", 3),)


def test_a_csv_word_of_two_phrases_or_without_an_accent() -> None:
    assert rows_in(csv("ａ", "ハギング:フェイス", "1/4:1/3"), "f") == (
        LexiconRow("a", "ハギングフェイス"),
    )
    assert rows_in(csv("ａ", "アー", "*/*"), "f") == (LexiconRow("a", "アー"),)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("ａ,1,1,1,名詞\n".encode(), "line 1 has 5 columns"),
        (csv(said="えー"), "line 2 is read 'えー'"),
        (csv(said=""), "line 2 is read ''"),
        (csv(accent="x"), "line 2 has the accent 'x'"),
        (csv(accent="9/2"), "line 2 has the accent 9; give 0 to 2"),
        (csv(surface=""), "line 2 has the surface ''"),
        (b"\xff\xfe", "line 1 is not UTF-8"),
        (b"{", "not valid JSON"),
        (b'{"u": 1}', "entry 'u' is '1'"),
        (b'{"u": {"surface": "a"}}', "entry 'u' has no pronunciation"),
        (b'{"u": {"surface": "a", "pronunciation": "abc"}}', "entry 'u' is read 'abc'"),
        (
            b'{\n "a": {"surface": "a", "pronunciation": "\xe3\x82\xa2"},\n "u": 1}',
            "line 3: entry 'u'",
        ),
        (
            '{"u": {"surface": "a", "pronunciation": "ア", "accent_type": 2}}'.encode(),
            "entry 'u' has the accent 2",
        ),
        (
            '{"u": {"surface": "a", "pronunciation": "ア", "accent_type": "1"}}'.encode(),
            "entry 'u' has the accent_type '1'",
        ),
        (b'{"u": ' + b"[" * 100_000, "not valid JSON"),
    ],
)
def test_a_bad_row_is_named_by_file_and_place(data: bytes, says: str) -> None:
    with pytest.raises(CardError) as caught:
        rows_in(data, "their.dict")
    assert str(caught.value).startswith("their.dict: ")
    assert says in str(caught.value)


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(CardError, match=r"\.json or \.csv"):
        written(ROWS, ".txt")
