"""Which of two is more, where only their figures tell."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence
from broadcaster.writing.facts.claims.figures import figures, sense
from broadcaster.writing.facts.claims.past import in_the_past
from broadcaster.writing.facts.claims.statements import statement

WATCHES = Article(
    "4" * 16,
    "スマートウォッチの調査",
    (
        Paragraph("総出荷台数は484万台で、2024年の451万台から拡大した。"),
        Paragraph("T9は電池が36時間動き、重さは31グラム。"),
        Paragraph("リング2は52時間動き、重さは38グラムだった。"),
        Paragraph("Nausea was reported by 8 percent of the Ring group and 5 percent of the rest."),
        Paragraph("The strap was slower to dry than before, and the box cost more."),
        Paragraph("The download has grown, though, to 94 MB from 88 MB."),
    ),
    published="2026-01-20",
)


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("出荷台数は、2024年の451万台より多いのだ。", False),
        ("出荷台数は、2024年の451万台より少ないのだ。", True),
        ("リング2のほうがT9より重いのだ。", False),
        ("T9のほうがリング2より重いのだ。", True),
        ("ダウンロードのサイズは、前より大きくなったのだ。", False),
        ("ダウンロードのサイズは、前より小さくなったのだ。", True),
        ("値上げなしで売られるのだ。", False),
    ],
)
def test_figures_license_an_order(line: str, doubted: bool) -> None:
    found = Evidence.of(WATCHES).doubts(line)
    assert any(one.kind == "comparison" for one in found) == doubted


def test_each_figure_has_what_is_said_beside_it() -> None:
    found = tuple(figures(statement(0, "A社は8億円、B社は3億円だった。", None)))
    assert [str(one.amount.value) for one in found] == ["800000000", "300000000"]
    assert found[0].own != found[1].own


@pytest.mark.parametrize(
    ("scale", "unit", "sign"),
    [("speed", "秒", -1), ("length", "秒", 1), ("weight", "g", 1), ("weight", "円", 0)],
)
def test_what_more_of_a_unit_means(scale: str, unit: str, sign: int) -> None:
    assert sense(scale, unit) == sign


@pytest.mark.parametrize("text", ["前年", "its predecessor", "the previous version", "a year ago"])
def test_the_time_before(text: str) -> None:
    assert in_the_past(text)
    assert not in_the_past("a rival")
