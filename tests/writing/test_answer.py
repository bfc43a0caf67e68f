"""A model's answer as text: what is a reply at all, and what is none."""

from __future__ import annotations

import json

import pytest

from broadcaster.errors import EngineFailed
from broadcaster.writing.answer import Said, read_answer
from broadcaster.writing.schema import MOST_CHARACTERS, MOST_LINES
from tests.writing.scripted_server import GOOD, as_json


def test_lines_come_with_the_number_of_their_source() -> None:
    assert read_answer(as_json((3, GOOD[0]), GOOD[1]), "tiny") == (Said(GOOD[0], 3), Said(GOOD[1]))


def test_mere_texts_and_odd_sources_are_taken_too() -> None:
    lines: list[object] = [GOOD[0], {"say": GOOD[1], "from": "2"}, {"say": GOOD[2], "from": -7}]
    read = read_answer(json.dumps({"lines": lines}), "tiny")
    assert read == tuple(Said(line) for line in GOOD)


def test_raw_newlines_inside_a_string_are_forgiven() -> None:
    raw = '{"lines":["研究所が、模型を\n公開したのだ。","とても小さいのだ。"]}'
    assert read_answer(raw, "tiny")[0].text == "研究所が、模型を 公開したのだ。"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<think>どうしよう。{}</think>", ""),
        ("[THINK]うーん[/THINK]\n", ""),
        ("```json\n", "\n```"),
        ("```\n", "```"),
    ],
)
def test_thoughts_and_fences_are_taken_off(before: str, after: str) -> None:
    text = before + as_json(*GOOD) + after
    assert [one.text for one in read_answer(text, "tiny")] == list(GOOD)


def test_a_line_that_cannot_be_spoken_costs_no_more_than_itself() -> None:
    said = as_json(*GOOD, "くわしくは https://example.com なのだ。", "[INST]なのだ。", "あ" * 200)
    assert [one.text for one in read_answer(said, "tiny")] == list(GOOD)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "はい、わかりました。",
        '{"lines":[]}',
        '{"lines":["ひとつだけなのだ。"]}',
        '{"lines":["漢字漢字漢字漢字漢字", "東京特許許可局局長"]}',
        '{"lines":["[INST]なのだ。", "ふたつめなのだ。"]}',
        '{"lines":[1, 2]}',
        '{"lines":[{"text":"ちがう形なのだ。"},{"text":"これもなのだ。"}]}',
        '{"lines":["' + "あ" * (MOST_CHARACTERS + 1) + '", "ふたつめなのだ。"]}',
        '["ひとつ", "ふたつ"]',
        "[" * 100_000,
        as_json(*(f"{at}番目の文なのだ。" for at in range(MOST_LINES + 1))),
        as_json(*["同じことを言うのだ。"] * 4, "ちがうことなのだ。"),
        as_json("The lab released a model.", "It is ten times smaller than before."),
    ],
)
def test_answers_that_cannot_be_broadcast(text: str) -> None:
    with pytest.raises(EngineFailed, match="tiny: answered"):
        read_answer(text, "tiny")
