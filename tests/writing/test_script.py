"""A whole script through the room's door: frame, order, titles, gravity."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from broadcaster.errors import UnknownName
from broadcaster.nouns import Article, Plan, Script, Segment
from broadcaster.programme import Character, Notice
from broadcaster.writing import Hired, hire_writer, write_script
from tests.writing.news import (
    ACCIDENT,
    ANCHOR,
    ENGLISH,
    FRENCH,
    HEAD,
    TRANSLATOR,
    ZUNDAMON,
    article,
    as_written,
    plans,
    show,
)


def _script(
    *articles: Article, host: Character = ZUNDAMON, head: Script = HEAD, **more: Any
) -> list[Segment]:
    told = write_script(
        head,
        plans(*articles),
        more.pop("show", show()),
        host,
        writer=Hired(),
        pronounce=as_written,
        **{"earlier": (), "english": False, "own_voice": False, **more},
    )
    return [one for one in told if isinstance(one, Segment)]


def _said(segment: Segment) -> list[str]:
    return [line.text for line in segment.lines]


def test_the_opening_keeps_its_order() -> None:
    opening = _script(TRANSLATOR, ENGLISH, ACCIDENT)[0]
    keys = [line.source.card for line in opening.lines]
    assert keys == ["name", "rundown", "rundown_rest", "disclosure.extractive"]
    assert _said(opening)[0] == "えだまめAIニュース便、10月18日、金曜日なのだ！"
    assert "小さな翻訳モデル、" in _said(opening)[1]
    assert "3本" in _said(opening)[1]


def test_a_host_with_his_own_voice_greets_instead() -> None:
    opening = _script(TRANSLATOR, own_voice=True)[0]
    assert [line.source.card for line in opening.lines][-1] == "hello"


def test_old_articles_are_owned_up_to() -> None:
    old = replace(TRANSLATOR, published="2023-12-11")
    opening, story, _ = _script(old)
    assert "older" in [line.source.card for line in opening.lines]
    assert "これは、2023年12月11日の記事なのだ。" in _said(story)


def test_stories_are_numbered_with_their_topic() -> None:
    stories = _script(TRANSLATOR, FRENCH, ENGLISH)[1:-1]
    assert [_said(one)[0] for one in stories] == [
        "まず1本目、小さな翻訳モデルの話。",
        "がらっと変わって、2本目はミストラルAIの話なのだ。",
        "ラストの3本目は、霞が浦大学。",
    ]


def test_two_stories_and_one() -> None:
    assert "もう1本ある" in _said(_script(TRANSLATOR, ENGLISH)[2])[0]
    only = _script(TRANSLATOR)[1]
    assert "1本" not in _said(only)[0]


def test_a_topic_that_continues() -> None:
    first = article("NVIDIA、新しいGPUを発表", "NVIDIAが、新しい部品を発表しました。")
    second = article("NVIDIA、値下げを発表", "NVIDIAが、古い部品の値下げを発表しました。")
    assert _said(_script(first, second)[2])[0] == "最後も、NVIDIAの話題なのだ。"
    third = article("つくば市の図書館、辞書を公開", "つくば市の図書館が、辞書を公開しました。")
    assert _said(_script(first, second, third)[2])[0] == "同じNVIDIAの話題を、もう1本続けるのだ。"
    assert _said(_script(first, third)[2])[0].startswith("もう1本ある")


def test_the_outlet_is_named_by_the_third_sentence() -> None:
    said = _said(_script(TRANSLATOR)[1])
    assert "出典は、えだまめ新聞なのだ。" in said[1:4]


def test_story_segments_carry_what_later_rooms_need() -> None:
    one = replace(TRANSLATOR, url="https://example.com/a")
    story = _script(one)[1]
    assert (story.kind, story.title, story.articles, story.url, story.writer) == (
        "story", "小さな翻訳モデル", (one.id,), one.url, "extractive",
    )  # fmt: skip


# ── titles ───────────────────────────────────────────────────────────────────────────────


def test_three_english_titles_take_three_steps() -> None:
    more = [article(f"Small Models Part {n}", "大学が、調査を公表しました。") for n in range(2)]
    segments = _script(ENGLISH, *more, english=True)
    english = [line.text for one in segments for line in one.lines if line.style == "english"]
    assert english == ["Small Models Everywhere", "Small Models Part 0"]
    said = [text for one in segments for text in _said(one)]
    assert said.count("英語スキル、じゅんび体操よし。変身！") == 1
    assert sum(text.startswith("もう一度だけ、英語スキル") for text in said) == 1
    assert sum(text.startswith("題名は、「Small Models Part 1」") for text in said) == 1
    assert "今日は2回も変身して、おなかがすいたのだ。" in _said(segments[-1])


def test_without_an_english_voice_nobody_transforms() -> None:
    segments = _script(ENGLISH, english=False)
    said = "".join(text for one in segments for text in _said(one))
    assert "変身" not in said
    assert "題名は、「Small Models Everywhere」なのだ。" in said
    assert {line.style for one in segments for line in one.lines} == {"talk"}


def test_a_french_title_is_owned_up_to() -> None:
    said = "".join(_said(_script(FRENCH, english=True)[1]))
    assert "これはフランス語なのだ。" in said
    assert "Un Ministral" not in said


def test_an_article_nothing_can_be_taken_from() -> None:
    story = _script(article("Small Models", "All of it is English. It stays so."))[1]
    assert "今日は紹介だけにするのだ。" in "".join(_said(story))


# ── gravity ──────────────────────────────────────────────────────────────────────────────


def test_a_grave_story_has_no_joke() -> None:
    grave = replace(ACCIDENT, title="Fire at a Data Center")
    story = _script(grave, TRANSLATOR, english=True)[1]
    assert story.grave
    assert _said(story)[0] == "ここからは、落ち着いて伝えるのだ。"
    assert {line.style for line in story.lines} == {"talk"}
    assert not any("変身" in text for text in _said(story))


# ── closing ──────────────────────────────────────────────────────────────────────────────


def test_the_closing_keeps_its_promises() -> None:
    closing = _said(_script(replace(TRANSLATOR, sample=True), ACCIDENT)[-1])
    assert closing[:2] == [
        "1本目は、小さな翻訳モデルだったのだ。",
        "データセンターの火事について伝えたのだ。",
    ]
    assert any("見本の放送" in text for text in closing)
    assert any(text.startswith("次の放送は、月曜日の朝") for text in closing)
    assert closing[-1] == "えだまめAIニュース便、今日はここまでなのだ！"


def test_a_notice_is_said_on_its_days() -> None:
    with_notice = replace(
        show(),
        notices=(
            Notice("月曜日はお休みなのだ", "2024-10-18", "2024-10-20"),
            Notice("もう終わった話なのだ", "", "2024-10-17"),
        ),
    )
    closing = _said(_script(TRANSLATOR, show=with_notice)[-1])
    assert "月曜日はお休みなのだ。" in closing
    assert not any("もう終わった話" in text for text in closing)


def test_the_same_day_gives_the_same_script() -> None:
    assert _script(TRANSLATOR, ENGLISH) == _script(TRANSLATOR, ENGLISH)


def test_lines_do_not_wear_out() -> None:
    earlier: list[Script] = []
    said: list[str] = []
    for ahead in range(4):
        head = replace(HEAD, date=(date(2024, 10, 14) + timedelta(days=ahead)).isoformat())
        segments = _script(TRANSLATOR, head=head, earlier=tuple(earlier), own_voice=True)
        said.append(_said(segments[0])[-1])
        earlier.append(replace(head, segments=tuple(segments)))
    assert len(set(said)) == 4


def test_an_anchor_stays_polite() -> None:
    said = [text for one in _script(TRANSLATOR, host=ANCHOR) for text in _said(one)]
    assert "つくば翻訳研究所が、小さな翻訳モデルを公開しました。" in said
    assert not any("のだ" in text for text in said)


def test_every_line_has_a_source() -> None:
    for segment in _script(TRANSLATOR, ENGLISH, FRENCH, english=True):
        for line in segment.lines:
            assert line.source.card or line.source.article


def test_an_unknown_writer_is_refused() -> None:
    with pytest.raises(UnknownName, match="known: auto, vllm"):
        hire_writer("gpt", show(), ZUNDAMON, as_written)


def test_the_plans_seconds_hold_for_the_whole_segment() -> None:
    plan = Plan(TRANSLATOR, 1, 1, 30.0)
    story = next(
        one
        for one in write_script(
            HEAD,
            [plan],
            show(),
            ZUNDAMON,
            writer=Hired(),
            earlier=(),
            pronounce=as_written,
            english=False,
            own_voice=False,
        )
        if isinstance(one, Segment) and one.kind == "story"
    )
    from broadcaster.writing.measure import Ruler

    ruler = Ruler(as_written)
    assert 15 < sum(ruler.seconds(line.text, line.pause) for line in story.lines) <= 32
