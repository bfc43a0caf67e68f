"""Plain text ↔ script."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.errors import ScriptError
from broadcaster.writing.manuscript import read_manuscript, render_manuscript
from tests.writing.news import ZUNDAMON

SEEDS: Final = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
TEXT: Final = """えだまめ放送、はじまるのだ！
今日は2024年10月17日(木曜日)なのだ！  記事を2つ紹介するのだ！
-------------
まずは、1つ目なのだ！
　、。ここで英語スキル発動！　、。タイトルは「Small Models」なのだ！  短いのだ！
研究所が、模型を公開したのだ。
-------------
----
つぎは2つ目なのだ！  タイトルは「Sana」なのだ！
-------------
今日はここまでなのだ！
"""


def test_rules_part_the_segments() -> None:
    script = read_manuscript(TEXT, ZUNDAMON, english=True)
    assert script.title == "えだまめ放送"
    assert script.date == "2024-10-17"
    assert [(one.kind, one.title) for one in script.segments] == [
        ("opening", "あいさつ"),
        ("story", "Small Models"),
        ("story", "Sana"),
        ("closing", "まとめ"),
    ]
    assert {line.speaker for one in script.segments for line in one.lines} == {"ずんだもん"}


def test_an_announced_title_is_said_by_the_english_voice() -> None:
    story = read_manuscript(TEXT, ZUNDAMON, english=True).segments[1]
    assert [(line.text, line.style, line.pause) for line in story.lines] == [
        ("まずは、1つ目なのだ！", "talk", 0.9),
        ("ここで英語スキル発動！", "talk", 1.3),
        ("タイトルは", "talk", 0.4),
        ("Small Models", "english", 0.6),
        ("なのだ！", "talk", 0.55),
        ("短いのだ！", "talk", 0.9),
        ("研究所が、模型を公開したのだ。", "talk", 0.9),
    ]


def test_without_an_english_voice_the_sentence_stays_whole() -> None:
    story = read_manuscript(TEXT, ZUNDAMON, english=False).segments[1]
    assert "タイトルは「Small Models」なのだ！" in [line.text for line in story.lines]
    assert {line.style for line in story.lines} == {"talk"}


def test_a_title_nobody_announced_stays_japanese() -> None:
    story = read_manuscript(TEXT, ZUNDAMON, english=True).segments[2]
    assert {line.style for line in story.lines} == {"talk"}


@pytest.mark.parametrize("text", ["", " \n\n", "-----\n-----", "\x00\x07", "　、。\n！！"])
def test_nothing_to_say(text: str) -> None:
    with pytest.raises(ScriptError):
        read_manuscript(text, ZUNDAMON, english=False)


def test_one_part_is_a_story() -> None:
    script = read_manuscript("ひとことだけなのだ。", ZUNDAMON, day="2024-10-18")
    assert [one.kind for one in script.segments] == ["story"]
    assert script.date == "2024-10-18"


def test_a_date_that_is_none_is_not_taken() -> None:
    assert read_manuscript("2024年2月31日なのだ。", ZUNDAMON, day="2024-03-01").date == "2024-03-01"


def test_too_long_for_any_show() -> None:
    with pytest.raises(ScriptError, match="split it up"):
        read_manuscript("あ" * 200_001, ZUNDAMON, english=False)


def _bare(text: str) -> str:
    return "".join(char for char in text if not char.isspace() and char not in "-、。「」")


def test_rendered_and_read_again_it_is_the_same() -> None:
    script = read_manuscript(TEXT, ZUNDAMON, english=True)
    again = read_manuscript(render_manuscript(script), ZUNDAMON, english=True)
    assert again == script


@settings(deadline=None, max_examples=80)
@given(st.text(alphabet="あ本x1「」。！\n　、- なのだ", min_size=1, max_size=60))
def test_no_word_is_lost(text: str) -> None:
    try:
        script = read_manuscript(text, ZUNDAMON, english=True)
    except ScriptError:
        assert not any(char.isalnum() for char in text)
        return
    said = "".join(line.text for one in script.segments for line in one.lines)
    assert [char for char in said if char.isalnum()] == [char for char in text if char.isalnum()]


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
def test_seed_000() -> None:
    text = next(SEEDS.glob("000_*")).read_text(encoding="utf-8")
    script = read_manuscript(text, ZUNDAMON, english=True)
    assert script.date == "2024-10-17"
    assert [one.kind for one in script.segments] == ["opening", *["story"] * 3, "closing"]
    english = [
        line.text for one in script.segments for line in one.lines if line.style == "english"
    ]
    assert english == ["Un Ministral, des Ministraux", "Fixing Gradient Accumulation"]
    said = "".join(line.text for one in script.segments for line in one.lines)
    assert _bare(said) == _bare(text)
    assert read_manuscript(render_manuscript(script), ZUNDAMON, english=True) == script
