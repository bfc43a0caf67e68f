"""Lines become utterances: one sentence, 120 characters, the right silence after each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.nouns import Line, Segment, Source, Utterance
from broadcaster.programme import Character, Lexicon
from broadcaster.reading import pronouncer, read_script
from broadcaster.reading.cutting import cut
from tests.reading.test_reader import assert_tiles

HOST = Character("metan", "四国めたん", "シコクメタン")


def utterances_of(
    *texts: str, style: str = "talk", english: bool = False, pause: float = 0.8
) -> list[Utterance]:
    lines = tuple(Line(text, "四国めたん", style=style, pause=pause) for text in texts)
    segment = Segment("story", "題", lines, url="https://example.org/", grave=True)
    opening = Segment("opening", "開始", ())
    return list(read_script([opening, segment], HOST, Lexicon(), english=english))


def test_pauses_between_sentences_and_after_the_line() -> None:
    made = utterances_of("一つ目。二つ目！", "次の行。")
    assert [(one.display, one.pause) for one in made] == [
        ("一つ目。", 0.55),
        ("二つ目！", 0.8),
        ("次の行。", 0.8),
    ]


def test_bare_marks_lengthen_the_pause_before_them() -> None:
    made = utterances_of("前。", "　、。", "次。　、。続き。", "😀")
    assert [(one.display, one.pause) for one in made] == [
        ("前。", 1.2),
        ("次。", 0.95),
        ("続き。", 1.2),
    ]


def test_marks_before_anything_was_said_are_nothing() -> None:
    assert utterances_of("　、。", "") == []


def test_place_source_and_emphasis_travel_along() -> None:
    source = Source("abc", 2, 3, 9)
    line = Line("強調だ。", "四国めたん", emphasis=1.0, source=source)
    (made,) = read_script([Segment("closing", "題", (line,))], HOST, Lexicon())
    assert (made.source, made.emphasis, made.speaker) == (source, 1.0, "四国めたん")
    (other,) = utterances_of("本文だ。")
    assert (other.place.index, other.place.kind, other.place.url) == (
        1,
        "story",
        "https://example.org/",
    )
    assert other.place.grave


def test_long_sentences_are_cut_at_commas() -> None:
    made = utterances_of("これはとても長い文なので、" * 20 + "終わる。")
    assert all(len(one.display) <= 120 for one in made)
    assert all(one.display.endswith("、") and one.pause == 0.25 for one in made[:-1])
    assert made[-1].pause == 0.8


@pytest.mark.parametrize(
    "text", ["あ" * 500, "long english words " * 40, "A" * 500, "漢" * 121 + "、短い。"]
)
def test_what_has_no_comma_is_cut_all_the_same(text: str) -> None:
    assert all(len(one.display) <= 120 for one in utterances_of(text))


def test_the_host_is_called_by_name() -> None:
    (made,) = utterances_of("四国めたんです。")
    assert made.reading == "シコクメタンです。"


def test_an_english_line_is_left_to_an_english_voice() -> None:
    (made,) = utterances_of("Fixing Gradient Accumulation", style="english", english=True)
    assert (made.language, made.style) == ("en", "english")
    assert made.reading == made.display == "Fixing Gradient Accumulation"
    assert len(made.spans) == 1


def test_english_sentences_and_long_lines_are_cut() -> None:
    first, second = utterances_of("It is out. We like it.", style="english", english=True)
    assert (first.display, second.display) == ("It is out.", "We like it.")
    long = utterances_of("word " * 100, style="english", english=True)
    assert all(len(one.display) <= 120 for one in long)


@pytest.mark.parametrize(("text", "english"), [("Fixing it", False), ("タイトルはFixing it", True)])
def test_without_an_english_voice_or_in_mixed_lines_it_is_katakana(
    text: str, english: bool
) -> None:
    (made,) = utterances_of(text, style="english", english=english)
    assert (made.language, made.style) == ("ja", "talk")
    assert made.reading.endswith("フィクシング イット")


def test_utterances_stream_as_segments_come() -> None:
    taken: list[str] = []

    def segments() -> Iterator[Segment]:
        for name in "甲乙":
            taken.append(f"wrote {name}")
            yield Segment("story", name, (Line(f"{name}だ。もう一度{name}だ。", "x"),))

    made = read_script(segments(), HOST, Lexicon())
    assert next(made).display == "甲だ。"
    assert taken == ["wrote 甲"]
    assert [one.display for one in made] == ["もう一度甲だ。", "乙だ。", "もう一度乙だ。"]


@given(st.text(alphabet="あ漢aB1。！、,. 　「」（）\nー😀\0\ud800", max_size=300))
@settings(max_examples=150, deadline=None)
def test_cuts_lose_nothing_but_spaces(text: str) -> None:
    cuts = cut(text)
    kept = "".join(text[one.start : one.end] for one in cuts)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(one.end - one.start <= 120 for one in cuts)


@given(st.text(alphabet=st.characters(), max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_line_can_be_performed(text: str) -> None:
    for made in utterances_of(text):
        assert len(made.display) <= 120
        assert made.reading.strip()
        assert_tiles(made)
        made.display.encode("utf-8")


def test_pronouncing_a_line_gives_its_reading() -> None:
    assert pronouncer(Lexicon())("GPUは16GBだ。") == "ジーピーユーは16ギガバイトだ。"


def test_english_inside_japanese_is_marked_for_a_voice_that_speaks_it() -> None:
    (made,) = utterances_of("論文「Attention Is All You Need」は有名だ。")
    ((start, end),) = made.english
    assert made.display[start:end] == "Attention Is All You Need"
    assert "アテンションイズオールユーニード" in made.reading.replace(" ", "")
    assert utterances_of("OpenAIのGPT-4oだ。")[0].english == ()


def test_one_name_has_one_reading_however_it_is_written() -> None:
    made = utterances_of("Qwenだ。Ｑｗｅｎだ。クウェンだ。ｸｳｪﾝだ。")
    assert {one.reading for one in made} == {"クウェンだ。"}


def test_readings_of_the_source_hold_through_the_script() -> None:
    line = Line("谷山浩子氏と孫正義氏。", "四国めたん")
    readings = (("孫正義", "ソンセイギ"), ("谷山浩子", "たにやまひろこ"))
    (made,) = read_script([Segment("story", "題", (line,))], HOST, Lexicon(), readings=readings)
    assert made.reading == "タニヤマヒロコ氏とソンセイギ氏。"
