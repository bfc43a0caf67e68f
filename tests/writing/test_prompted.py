"""The writer that asks a model, through the room's door: whatever it says, the show is right."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

import pytest

from broadcaster.errors import Failed
from broadcaster.manifest import Asked, StandIn
from broadcaster.nouns import Article, Line, Segment
from broadcaster.programme import Show
from broadcaster.writing import FRAMED, Finding, Hired, hire_writer, write_script
from broadcaster.writing.asking import seed_of
from broadcaster.writing.vllm_server import VllmServer
from broadcaster.writing.wire import Deadlines
from tests.writing.long_news import long_article
from tests.writing.news import (
    ACCIDENT,
    ENGLISH,
    HEAD,
    TRANSLATOR,
    ZUNDAMON,
    as_written,
    plans,
    show,
)  # fmt: skip
from tests.writing.scripted_server import GOOD, Part, Play, as_json, silence, stage

QUICK: Final = Deadlines(connect=2.0, first=0.6, between=0.6, total=1.5)
LEAD: Final = "研究所が、小さな翻訳モデルを公開したのだ。"


class Told:
    """What came out of the room, and what the server heard."""

    def __init__(self, items: list[Any], heard: list[dict[str, Any]]) -> None:
        self.segments = [one for one in items if isinstance(one, Segment)]
        self.fallen = [one for one in items if isinstance(one, StandIn)]
        self.asked = [one for one in items if isinstance(one, Asked)]
        self.findings = [one for one in items if isinstance(one, Finding)]
        self.heard = heard
        self.story = self.segments[1]

    def body(self) -> list[Line]:
        return [line for line in self.story.lines if line.source.article]

    def said(self) -> list[str]:
        return [line.text for line in self.story.lines]


def told(
    *parts: Part,
    articles: tuple[Article, ...] = (TRANSLATOR,),
    seconds: float = 20.0,
    on_doubt: str = "quote",
    deadlines: Deadlines = QUICK,
    **more: Any,
) -> Told:
    """The show that a server playing these parts makes of the articles."""
    with stage(*parts) as server:
        model = VllmServer(server.address, deadlines=deadlines)
        made = list(
            write_script(
                HEAD,
                plans(*articles, seconds=seconds),
                doubting(show(server.address), on_doubt),
                ZUNDAMON,
                writer=Hired(model),
                earlier=(),
                pronounce=as_written,
                english=False,
                own_voice=False,
                **more,
            )
        )
        return Told(made, list(server.heard))


def doubting(made: Show, on_doubt: Any) -> Show:
    return replace(made, writer=replace(made.writer, on_doubt=on_doubt))


def user(asked: dict[str, Any]) -> str:
    return str(asked["messages"][-1]["content"])


# ── what a model could say ───────────────────────────────────────────────────────────────


def test_a_model_writes_the_body_and_nothing_else() -> None:
    made = told("good")
    opening, story, closing = made.segments
    assert not made.fallen
    assert len(made.heard) == 1
    assert story.writer == "tiny"
    said = made.said()
    assert said[0] == "今日の話題は、小さな翻訳モデル。"
    assert said[1] == LEAD
    assert any(line.startswith("大きさは、これまでの10分の1な") for line in said), "in register"
    assert any("AIが下書きして" in line.text for line in opening.lines)
    assert closing.kind == "closing"


@pytest.mark.parametrize("part", ["good", "polite", "thinking", "fenced", "duplicates"])
def test_what_is_only_clumsy_is_mended(part: str) -> None:
    made = told(part)
    assert made.story.writer == "tiny"
    assert not made.fallen
    assert len(set(made.said())) == len(made.said())
    for line in made.story.lines:
        assert not line.text.rstrip("。！").endswith(("です", "ます", "のだよ", "のだね")), (
            line.text
        )
    assert sum("10分の1" in line for line in made.said()) == 1


def test_the_host_says_i_in_his_own_word() -> None:
    assert "ぼくも試してみたいのだ。" in told("polite").said()


@pytest.mark.parametrize(
    "fault", ["length", "no_json", "english", "error_then_done", "500_other", "empty", "looping"]
)
def test_one_bad_reply_is_asked_for_again_with_another_seed(fault: str) -> None:
    made = told(fault, "good")
    assert made.story.writer == "tiny"
    assert not made.fallen
    first, second = (one["seed"] for one in made.heard)
    assert first != second
    assert made.asked[0].seeds == (first, second)
    assert len(made.asked[0].faults) == 1


@pytest.mark.parametrize(
    "fault",
    [
        "length", "abort", "no_json", "other_schema", "english", "looping", "url", "empty",
        "no_lines", "hacked", "all_invented", "obeying", "error_then_done", "disconnect",
        "endless", "400", "401", "404", "redirect", "html",
    ],
)  # fmt: skip
def test_what_fails_every_time_is_written_by_the_extractive_writer(fault: str) -> None:
    made = told(fault)
    assert made.story.writer == "extractive"
    assert any("10分の1" in line for line in made.said())
    assert [(one.wanted, one.ran, one.where, one.asked) for one in made.fallen] == [
        ("tiny", "extractive", "1本目の原稿", False)
    ]
    assert len(made.heard) == (1 if fault in ("400", "401", "404", "redirect", "html") else 3)
    assert len(made.asked[0].faults) == (3 if len(made.heard) == 3 else len(made.asked[0].faults))
    assert any("プログラムがまとめて" in line.text for line in made.segments[0].lines)


def test_segments_come_in_order_and_only_the_broken_one_falls() -> None:
    def part(asked: dict[str, Any]) -> str:
        return as_json(*GOOD) if "翻訳研究所" in user(asked) else "わかりません"

    made = told(part, articles=(TRANSLATOR, ENGLISH, ACCIDENT))
    stories = made.segments[1:4]
    assert [one.articles for one in stories] == [
        (TRANSLATOR.id,), (ENGLISH.id,), (ACCIDENT.id,)
    ]  # fmt: skip
    assert [one.writer for one in stories] == ["tiny", "extractive", "extractive"]
    assert [one.where for one in made.fallen] == ["2本目の原稿", "3本目の原稿"]
    assert [one.story for one in made.asked] == [1, 2, 3]


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("hang", "sends nothing within 0.4 s"),
        ("stall", "falls silent for 0.4 s"),
        ("drip", "took longer than 0.7 s"),
    ],
)
def test_a_deadline_costs_one_story_and_no_other(fault: str, said: str) -> None:
    def part(asked: dict[str, Any]) -> str:
        return as_json(*GOOD) if "翻訳研究所" in user(asked) else Play(fault)

    hasty = Deadlines(first=0.4, between=0.4, total=0.7)
    made = told(part, articles=(TRANSLATOR, ACCIDENT), deadlines=hasty)
    assert [one.writer for one in made.segments[1:3]] == ["tiny", "extractive"]
    (fallen,) = made.fallen
    assert fallen.where == "2本目の原稿"
    asked = made.asked[1]
    assert len(asked.seeds) == len(set(asked.seeds)) == 3, "another seed each time, and an end"
    assert len(asked.faults) == 3
    assert all(said in fault for fault in asked.faults)


def test_the_same_replies_make_the_same_show() -> None:
    one, other = (told("invented", "good") for _ in range(2))
    assert one.segments == other.segments
    assert one.asked == other.asked


# ── strict ───────────────────────────────────────────────────────────────────────────────


def test_strict_refuses_and_names_the_story() -> None:
    with pytest.raises(Failed, match=r"1本目の原稿.*--strict.*no JSON"):
        told("no_json", strict=True)


def test_strict_is_content_with_a_model_that_answers() -> None:
    assert told("no_json", "good", strict=True).story.writer == "tiny"


# ── facts ────────────────────────────────────────────────────────────────────────────────

TENFOLD: Final = "大きさは、これまでの100分の1なのだ。"


def test_an_invented_number_is_told_as_the_source_has_it() -> None:
    made = told("invented", on_doubt="quote")
    assert TENFOLD not in made.said()
    assert any("これまでの10分の1" in line for line in made.said())
    (finding,) = made.findings
    assert (finding.kind, finding.text, finding.claim) == ("差し替え", TENFOLD, "100分の1")
    assert "これまでの10分の1です" in finding.nearest


def test_an_invented_number_is_dropped() -> None:
    made = told("invented", on_doubt="drop", seconds=8.0)
    assert TENFOLD not in made.said()
    assert not any("100分の1" in line for line in made.said())
    assert [one.kind for one in made.findings] == ["削除"]


def test_an_invented_number_is_asked_for_again_with_the_finding() -> None:
    made = told("invented", "good", on_doubt="repair")
    assert any("これまでの10分の1" in line for line in made.said())
    assert not made.findings
    again = user(made.heard[1])
    assert again.startswith(user(made.heard[0])), "the cached prefix still serves"
    assert TENFOLD in again
    assert "これまでの10分の1です" in again


def test_what_is_never_repaired_is_quoted() -> None:
    made = told("invented", on_doubt="repair")
    assert [one.kind for one in made.findings] == ["差し替え"]
    assert len(made.heard) >= 3
    assert any("これまでの10分の1" in line for line in made.said())


def test_an_invented_number_stops_the_show() -> None:
    with pytest.raises(Failed, match=r"story 1.*100分の1.*on_doubt"):
        told("invented", on_doubt="stop")


def test_a_finding_that_a_person_settled_lets_the_line_stand() -> None:
    (finding,) = told("invented").findings
    made = told("invented", settled={finding.id})
    assert any("100分の1" in line for line in made.said())
    assert not made.findings


def test_a_condition_is_never_left_out() -> None:
    with_price = replace(
        TRANSLATOR,
        paragraphs=(
            replace(
                TRANSLATOR.paragraphs[0],
                text="つくば翻訳研究所が、小さな翻訳モデルを公開しました。利用料は月に500円です。"
                "家庭のパソコンでも動かせます。ただし、使えるのは研究の目的に限られます。",
            ),
        ),
    )
    reply = as_json(LEAD, "利用料は、月に500円なのだ。", "家庭のパソコンでも動かせるのだ。")
    made = told(lambda _: reply, articles=(with_price,))
    assert any("研究の目的に限られる" in line for line in made.said())


def test_each_line_knows_its_sentence() -> None:
    rows = ((1, LEAD), (2, "大きさは、これまでの10分の1なのだ。"), (9, GOOD[2]))
    made = told(lambda _: as_json(*rows))
    text = TRANSLATOR.paragraphs[0].text
    places = [text[line.source.start : line.source.end] for line in made.body()[:2]]
    assert places == [
        "つくば翻訳研究所が、小さな翻訳モデルを公開しました。", "大きさは、これまでの10分の1です。"
    ]  # fmt: skip


def test_one_remark_and_none_in_a_grave_story() -> None:
    remarks = ("ぼくも、作業をためしてみたいのだ。", "ぼくも、火を見てみたいのだ。")
    reply = as_json(
        "データセンターの火事で、作業員2人が死亡したのだ。", "原因は調査中なのだ。", *remarks
    )
    grave = told(lambda _: reply, articles=(ACCIDENT,))
    assert grave.story.writer == "tiny"
    assert not set(remarks) & set(grave.said())
    calm = told(lambda _: as_json(*GOOD, *remarks), seconds=40.0)
    assert len(set(remarks) & set(calm.said())) == 1


def test_a_source_that_may_only_be_quoted_lends_three_sentences() -> None:
    source = replace(long_article(rounds=1), rights="quote")
    rows = [(at, text) for at, text in enumerate("".join(
        paragraph.text for paragraph in source.paragraphs
    ).split("。"), start=1) if text]  # fmt: skip
    made = told(lambda _: as_json(*rows), articles=(source,), seconds=120.0)
    assert len(made.body()) <= 4, "the lead, and what may be quoted"
    free = told(lambda _: as_json(*rows), articles=(long_article(rounds=1),), seconds=120.0)
    assert len(free.body()) > 10


# ── hiring ───────────────────────────────────────────────────────────────────────────────


def test_auto_takes_a_model_that_answers() -> None:
    with stage() as server:
        hired = hire_writer("auto", show(server.address), ZUNDAMON, as_written)
    assert hired.name == "tiny"
    assert hired.stand_in is None


@pytest.mark.parametrize("name", ["auto", "vllm", "transformers"])
def test_who_does_not_answer_is_stood_in_for(name: str) -> None:
    hired = hire_writer(name, show(silence()), ZUNDAMON, as_written)
    assert hired.name == "extractive"
    assert hired.stand_in is not None
    assert not hired.stand_in.asked, "the show names an address: it was not content without"


def test_seeds_are_made_of_what_is_asked() -> None:
    seeds = {
        seed_of("a", "2024-10-17", segment, attempt) for segment in (1, 2) for attempt in (0, 1)
    }
    assert len(seeds) == 4
    assert seed_of("a", "2024-10-17", 1, 0) == seed_of("a", "2024-10-17", 1, 0)


# ── the frame ────────────────────────────────────────────────────────────────────────────

FRAMED_LINES: Final = (
    "みなさん、こんにちはなのだ。",
    "10月18日の番組を始めるのだ。",
    "それでは、次のニュースなのだ。",
    "以上、研究所の話だったのだ。",
    "またねなのだ。",
)


def test_a_frame_of_the_models_own_is_left_out_and_found() -> None:
    made = told(lambda _: as_json(*FRAMED_LINES[:2], *GOOD, *FRAMED_LINES[2:]))
    assert made.story.writer == "tiny"
    assert not set(FRAMED_LINES) & set(made.said())
    found = [one for one in made.findings if one.kind == FRAMED]
    assert [one.text for one in found] == list(FRAMED_LINES)
    assert len(made.findings) == len(FRAMED_LINES)
