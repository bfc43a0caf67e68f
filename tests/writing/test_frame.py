"""Opening, transitions and closing of the shipped hosts, by the clock and by the ear."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from broadcaster.cards import load_character
from broadcaster.japanese import morae, sentences
from broadcaster.nouns import Article, Script, Segment
from broadcaster.programme import Air, Character, Lexicon, Phrases
from broadcaster.reading import pronouncer
from broadcaster.writing import Hired, write_script
from broadcaster.writing.endings import endings_of, longest_run
from broadcaster.writing.measure import Ruler
from broadcaster.writing.phrasebook import fixed_text
from broadcaster.writing.topics import shared_name
from tests.writing.news import ACCIDENT, ENGLISH, FRENCH, HEAD, TRANSLATOR, article, plans, show

VOICES: Final = Path(__file__).resolve().parents[2] / "voices"
PRONOUNCE: Final = pronouncer(Lexicon())
HOSTS: Final = {name: load_character(VOICES, name) for name in ("zundamon", "anchor")}
PACE: Final = {"zundamon": 8.1, "anchor": 7.5}
FIRST_WORD, PAUSE, STINGER = 3.4, 0.55, 1.8
ONCE_A_SHOW: Final = 8
"""Variants that a line said once a show needs, so that six shows do not wear it out."""

FIXED: Final = ("name", "name_titled", "bye", "disclosure.extractive", "disclosure.model")
CHIP = article("えだまめ電機、新しいチップを発表", "えだまめ電機が、新しいチップを発表しました。")
SANA = article("画像生成AI「Sana」の論文", "つくば大学が、画像生成AI「Sana」の論文を公開しました。")


def _script(*articles: Article, host: str = "zundamon", **more: Any) -> list[Segment]:
    told = write_script(
        replace(HEAD, date=more.pop("day", "2024-10-17"), title=more.pop("title", HEAD.title)),
        plans(*articles),
        more.pop("show", show()),
        more.pop("character", HOSTS[host]),
        writer=Hired(),
        pronounce=PRONOUNCE,
        pace=PACE[host],
        **{"earlier": (), "english": True, "own_voice": False, **more},
    )
    return [one for one in told if isinstance(one, Segment)]


def _keys(segment: Segment) -> list[str]:
    return [line.source.card for line in segment.lines]


def _text(segment: Segment) -> str:
    return "".join(line.text for line in segment.lines)


def _clock(segments: list[Segment], pace: float) -> dict[str, float]:
    """When each card line of the first two segments ends; a fact's time is when it begins."""
    now = FIRST_WORD
    times: dict[str, float] = {}
    for segment in segments[:2]:
        for line in segment.lines:
            if not line.source.card:
                times.setdefault("fact", now)
            parts = [part for part in sentences(line.text) if part.strip()]
            now += sum(morae(PRONOUNCE(part)) for part in parts) / pace + PAUSE * (len(parts) - 1)
            times[line.source.card] = now
            now += line.pause
        now += STINGER
    return times


# ── the first minute ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("host", sorted(HOSTS))
@pytest.mark.parametrize(
    "articles",
    [(TRANSLATOR,), (TRANSLATOR, CHIP, SANA), (TRANSLATOR, CHIP, SANA, FRENCH)],
    ids=["one", "three", "four"],
)
@pytest.mark.parametrize("day", ["2024-10-17", "2024-12-28"])
def test_name_headlines_and_first_fact_come_in_time(
    host: str, articles: tuple[Article, ...], day: str
) -> None:
    old = tuple(replace(one, published="2024-10-01") for one in articles)
    segments = _script(*old, host=host, day=day, own_voice=host == "anchor")
    times = _clock(segments, PACE[host])
    assert times["name"] <= 10
    assert times["disclosure.extractive"] <= 20.5
    assert times["fact"] <= 30
    assert sum(morae(PRONOUNCE(line.text)) for line in segments[0].lines) <= 140


def test_the_smile_stays_on_an_ordinary_day() -> None:
    assert "borrowed" in _keys(_script(TRANSLATOR, CHIP, SANA)[0])
    assert "hello" in _keys(_script(TRANSLATOR, CHIP, SANA, own_voice=True)[0])


def test_nobody_jokes_before_a_grave_story() -> None:
    opening, story, *_ = _script(ACCIDENT, TRANSLATOR)
    assert story.grave
    assert _keys(opening) == ["name", "rundown", "rundown_rest", "disclosure.extractive"]
    assert "payoff" not in "".join(_keys(_script(ENGLISH, ACCIDENT)[-1]))


def test_a_show_named_after_its_host_does_not_name_him_twice() -> None:
    titled = _script(TRANSLATOR, title="ずんだもんのAI便")[0]
    assert titled.lines[0].text.startswith("ずんだもんのAI便、")
    assert _text(_script(TRANSLATOR)[0]).startswith("ずんだもんのえだまめAIニュース便、")


def test_three_headlines_are_enough() -> None:
    rundown = _script(TRANSLATOR, CHIP, SANA, FRENCH)[0].lines[1].text
    assert "4本" in rundown
    assert "など" in rundown


# ── a week ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_no_frame_line_wears_out_in_a_week(host: str) -> None:
    earlier: list[Script] = []
    heard: Counter[str] = Counter()
    articles = [
        replace(one, published="2024-10-01", publisher="えだまめ新聞", sample=True)
        for one in (TRANSLATOR, ENGLISH, CHIP, SANA)
    ]
    for ahead in range(7):
        day = (date(2024, 10, 18) + timedelta(days=ahead)).isoformat()
        segments = _script(*articles, host=host, day=day, earlier=tuple(earlier))
        earlier.append(replace(HEAD, date=day, segments=tuple(segments)))
        for segment in segments:
            assert longest_run(endings_of(segment.lines, HOSTS[host].register)) <= 3
            for line in segment.lines:
                if line.source.card and line.source.card not in (*FIXED, "title"):
                    heard[f"{line.source.card} {line.text}"] += 1
                assert line.text.endswith(("。", "！")) or line.style == "english"
    assert [text for text, times in heard.items() if times > 1] == []


@pytest.mark.parametrize("host", sorted(HOSTS))
def test_the_card_has_enough_to_say(host: str) -> None:
    character = HOSTS[host]
    several = {"outlet": 28, "dated": 28, "turn": 14, "english_skill.gist": 14}
    thin = {
        row.key: len(row.lines)
        for row in character.lines
        if row.key not in (*FIXED, "recap_item")
        and len(row.lines) < several.get(row.key, ONCE_A_SHOW)
    }
    assert {key: n for key, n in thin.items() if key != "english_skill.gist" or n} == {}
    templates = Counter(fixed_text(line) for row in character.lines for line in row.lines)
    assert [one for one, times in templates.items() if times > 1] == []


def test_what_is_said_thrice_in_a_show_is_said_in_three_ways() -> None:
    three = [replace(one, publisher="新聞") for one in (TRANSLATOR, CHIP, SANA)]
    lines = [line for part in _script(*three) for line in part.lines]
    outlets = [line.text for line in lines if line.source.card == "outlet"]
    assert len(set(outlets)) == 3


# ── transitions ──────────────────────────────────────────────────────────────────────────


def _about(title: str, text: str) -> Article:
    return article(title, text)


@pytest.mark.parametrize(
    ("before", "here", "name"),
    [
        (("ミストラル、値下げ", "ミストラルが値下げした。"),
         ("New Models", "Mistral AIは、モデルを出した。"), "Mistral"),
        (("Google、地図を更新", "Googleは地図を更新した。"),
         ("グーグル、検索を更新", "グーグルは検索を更新した。"), "グーグル"),
        (("エヌビディアの部品", "エヌビディアが部品を出した。"),
         ("新しい計算機", "大学が計算機を作った。NVIDIAの部品を使う。NVIDIAは安い。"), "NVIDIA"),
        (("スマートフォンの話", "スマートフォンが売れた。"),
         ("スマートフォンの修理", "スマートフォンを直す店が増えた。"), ""),
        (("フランスの会社", "フランスの会社が値下げした。"),
         ("フランスの料理", "フランスの料理が届いた。"), ""),
        (("Sanaの論文", "大学がSanaの論文を出した。"),
         ("絵の道具", "店が絵の道具を出した。色は多い。Sanaより遅い。"), ""),
        (("ミストラル、値下げ", "ミストラルが値下げした。"),
         ("Geminiの話", "Geminiが届いた。色は多い。一人はミストラルのミストラルだ。"), ""),
        (("雨の話", "雨が降った。"), ("雪の話", "雪が降った。"), ""),
        (("ミストラル、値下げ", "ミストラルが値下げした。"),
         ("量子化の授業", "Gemmaを使う。ミストラルも試す。赤い。安い。量子化を学ぶ。厚い。"), ""),
        (("OpenAI、値下げ", "OpenAIが値下げした。"),
         ("新しい計算機", "OpenAIに続き、大学が計算機を作った。赤い。安い。広い。厚い。"), ""),
    ],
)  # fmt: skip
def test_two_stories_share_a_name(
    before: tuple[str, str], here: tuple[str, str], name: str
) -> None:
    assert shared_name(_about(*before), _about(*here), Ruler(PRONOUNCE)) == name


def test_the_last_story_is_called_the_last() -> None:
    keys = [_keys(one)[0] for one in _script(TRANSLATOR, CHIP, SANA)[1:-1]]
    assert keys == ["first", "turn", "last"]


def test_after_a_grave_story_the_tone_changes_gently() -> None:
    second = replace(ACCIDENT, id="b")
    keys = [_keys(one)[:2] for one in _script(ACCIDENT, second, TRANSLATOR, CHIP)[1:-1]]
    assert keys[0] == ["grave", "grave_turn"]
    assert keys[1][0] == "grave_turn", "it is calm already"
    assert keys[2][0] == "after_grave"
    assert keys[3][0] == "last"


# ── closing ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("host", sorted(HOSTS))
def test_the_recap_is_short(count: int, host: str) -> None:
    long = [
        article(
            f"霞が浦大学、第{n}の小型画像生成モデルを公開", f"霞が浦大学が、模型{n}を公開した。"
        )
        for n in range(count)
    ]
    recap = _script(*long, host=host)[-1].lines[0]
    assert recap.source.card.startswith("recap")
    said = PRONOUNCE(recap.text)
    assert morae(said) <= 60
    items = [morae(part) for part in re.split(r"[。、](?=\d本目)", said)]
    assert recap.source.card != "recap" or max(items) <= 20 + morae("聞いてもらったのは、なのだ")


@pytest.mark.parametrize(
    ("day", "air", "said"),
    [
        ("2024-10-18", Air(), "月曜日の朝"),
        ("2024-10-17", Air(), "あしたの朝"),
        ("2024-10-31", Air(skip=("2024-11-01", "2024-11-04")), "火曜日の朝"),
        ("2024-11-29", Air(), "月曜日の朝"),
        ("2024-12-27", Air(skip=tuple(f"2024-12-{n}" for n in (30, 31))), "水曜日の朝"),
        ("2024-12-27", Air(skip=("2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02",
                                 "2025-01-03"), time="19:00"), "1月6日、月曜日の夜"),
        ("2024-02-28", Air(days=(4,)), "あしたの朝"),
        ("2024-02-29", Air(days=(4,)), "3月7日、木曜日の朝"),
    ],
)  # fmt: skip
def test_the_next_show_is_the_planned_one(day: str, air: Air, said: str) -> None:
    assert said in _text(_script(TRANSLATOR, day=day, show=show(air=air))[-1])


def test_every_line_of_a_card_without_marks_gets_one() -> None:
    bare = replace(
        HOSTS["zundamon"],
        lines=tuple(
            Phrases(row.key, tuple(line.rstrip("。") for line in row.lines))
            for row in HOSTS["zundamon"].lines
        ),
    )
    for segment in _script(TRANSLATOR, ENGLISH, CHIP, character=bare):
        for line in segment.lines:
            assert line.style == "english" or line.text.endswith(("。", "！"))


def test_a_show_by_the_anchor_is_polite_throughout() -> None:
    host: Character = HOSTS["anchor"]
    segments = _script(TRANSLATOR, ENGLISH, ACCIDENT, host="anchor", own_voice=True)
    said = "".join(map(_text, segments))
    assert not any(banned in said for banned in host.endings.banned)
    assert not re.search("ずんだ|枝豆|変身|スキル|！", said)
    assert "ひびき" in said
    assert host.terms.commercial == "ok"
    talk = host.style("talk")
    assert talk is not None
    assert [(one.engine, one.stand_in) for one in talk.voicings] == [("openjtalk", False)]
