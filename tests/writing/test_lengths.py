"""A model's show meets its minutes, whether the model says too much or too little."""

from __future__ import annotations

from typing import Any, Final

import pytest

from broadcaster.nouns import Line, Segment, Source
from broadcaster.show.fit import fit
from broadcaster.writing import Hired, write_script
from broadcaster.writing.lengths import paced, seconds_of, shortened
from broadcaster.writing.measure import Ruler
from broadcaster.writing.remarks import REMARK
from broadcaster.writing.vllm_server import VllmServer
from tests.writing.long_news import long_article
from tests.writing.news import HEAD, ZUNDAMON, as_written, show
from tests.writing.scripted_server import as_json, stage
from tests.writing.test_prompted import user

RULER: Final = Ruler(as_written)
MUSIC: Final = 3.4 + 3.85
"""The jingles with the silences around them, as the timeline lays them."""

AT_A_STORY: Final = 1.75
ARTICLES: Final = (long_article(), long_article("海と山の町だより", town=3))
ROOMY: Final = ({"id": "tiny", "max_model_len": 32_768},)


def _rows(asked: dict[str, Any]) -> list[tuple[int, str]]:
    """The numbered sentences that were sent."""
    lines = (line.partition(" ") for line in user(asked).split("\n"))
    return [(int(number), text) for number, _, text in lines if number.isdigit()]


def _saying(lines: int) -> Any:
    """A model that repeats so many of the sentences, and as many others when it is asked again."""

    def reply(asked: dict[str, Any]) -> str:
        first = 20 if "まだ言っていない" in user(asked) else 0
        return as_json(*_rows(asked)[first : first + lines])

    return reply


def _whole(lines: int, minutes: float = 5.0) -> tuple[float, list[Segment], int]:
    with stage(_saying(lines), models=ROOMY) as server:
        made = write_script(
            HEAD,
            fit(ARTICLES, minutes),
            show(server.address),
            ZUNDAMON,
            writer=Hired(VllmServer(server.address)),
            earlier=(),
            pronounce=as_written,
            english=False,
            own_voice=False,
        )
        segments = [one for one in made if isinstance(one, Segment)]
        asked = len(server.heard)
    spoken = sum(seconds_of(segment.lines, RULER) for segment in segments)
    return MUSIC + AT_A_STORY * len(ARTICLES) + spoken, segments, asked


@pytest.mark.parametrize("lines", [2, 8, 22, 48])
def test_a_show_of_five_minutes_takes_five_minutes(lines: int) -> None:
    seconds, segments, asked = _whole(lines)
    assert seconds == pytest.approx(300, rel=0.05)
    assert all(segment.writer == "tiny" for segment in segments[1:3])
    assert asked == (4 if lines < 22 else 2), "asked for more once, and only where too little came"
    lines_of = [line for segment in segments for line in segment.lines]
    said = [line.text for line in lines_of if line.source.article]
    assert len(set(said)) == len(said)


def test_what_is_too_long_keeps_its_lead_and_its_conditions() -> None:
    lines = [
        Line("研究所が、小さな翻訳モデルを公開したのだ。", "", weight=1.0),
        *(Line(f"{at}番目の町で、新しい図書館が開いたのだ。", "", weight=0.6) for at in range(9)),
        Line("ただし、使えるのは研究のときだけなのだ。", "", weight=1.0),
        Line("ぼくも、本を読んでみたいのだ。", "", weight=0.3, source=Source(card=REMARK)),
    ]
    kept = shortened(lines, 20.0, RULER)
    assert kept[0] == lines[0]
    assert lines[10] in kept
    assert seconds_of(kept, RULER) <= 20.0 * 1.03
    assert [line for line in lines if line in kept] == list(kept)


def test_a_line_on_which_another_leans_stays_with_it() -> None:
    lines = [
        Line("研究所が、翻訳モデルを公開したのだ。", "", weight=1.0),
        Line("新しい部品が、机の上にあるのだ。", "", weight=0.6),
        Line("それは、とても軽いのだ。", "", weight=0.6),
    ]
    kept = shortened(lines, 7.0, RULER)
    assert lines[2] not in kept or lines[1] in kept


def test_pauses_do_the_rest_within_bounds() -> None:
    lines = tuple(Line(f"{at}番目の文なのだ。", "", source=Source("a", 0, 0, 3)) for at in range(5))
    segment = Segment("story", "題", lines)
    longer = seconds_of(lines, RULER) + 0.8
    assert seconds_of(paced(segment, longer, RULER).lines, RULER) == pytest.approx(longer, abs=0.01)
    stretched = paced(segment, longer + 60, RULER)
    assert max(line.pause for line in stretched.lines) <= 0.85
    hurried = paced(segment, 1.0, RULER)
    assert min(line.pause for line in hurried.lines) >= 0.4


def test_facts_go_together_with_their_conditions_where_nothing_else_may() -> None:
    told = [Line("研究所が、模型を公開したのだ。", "a", weight=1.0)]
    for tool in ("辞書", "字幕", "看板", "地図"):
        told.append(Line(f"{tool}の模型は、手元の機械で動くのだ。", "a", weight=0.5))
        told.append(Line(f"ただし、{tool}のときだけなのだ。", "a", weight=1.0))
    kept = shortened(told, 15.0, RULER)
    assert seconds_of(kept, RULER) < 17.0
    assert kept[0] == told[0]
    assert kept[-1] == told[-1], "the last condition may speak for all"
    facts = [line.text[:2] for line in kept[1:] if line.weight < 1.0]
    conditions = [line.text[4:6] for line in kept[1:] if line.weight == 1.0]
    assert facts == conditions, "no fact without its condition, no condition without its fact"
