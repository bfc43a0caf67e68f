"""What of a line stands in its source."""

from __future__ import annotations

import pytest

from broadcaster.writing.licensed import licensed

SOURCE = (
    "会社は4億1537万ドル（約620億円）で Mistral 7B を買い、「高くない」と書いた。"
    "利用料は0.04ドル、70%安い。"
)


@pytest.mark.parametrize(
    "line",
    [
        "会社は4億1537万ドルでMistral 7Bを買ったのだ。",
        "会社はおよそ4億1500万ドルで買ったのだ。",
        "利用料は4セントなのだ。",
        "7割安いのだ。",
        "70%安いのだ。",
        "会社は「高くない」と書いたのだ。",
        "およそ620億円なのだ。",
        "買ったのだ。",
    ],
)
def test_licensed(line: str) -> None:
    assert licensed(line, SOURCE) == ()


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("会社は5億ドルで買ったのだ。", ("5億ドル",)),
        ("会社は4億1537万円で買ったのだ。", ("4億1537万円",)),
        ("会社はMixtralを買ったのだ。", ("mixtral",)),
        ("会社は「とても高くない」と書いたのだ。", ("「とても高くない」",)),
        ("利用料は40セントなのだ。", ("0.4ドル",)),
        ("会社は3社とLlama 2を買ったのだ。", ("3社", "2", "llama")),
    ],
)
def test_not_licensed(line: str, missing: tuple[str, ...]) -> None:
    assert licensed(line, SOURCE) == missing


def test_dates() -> None:
    source = "今週月曜日、会社が発表した。"
    line = "去年12月11日の月曜日、会社が発表したのだ。"
    assert licensed(line, source) == (), "believed where nobody says from when the article is"
    assert licensed(line, source, published="2023-12-13", air="2024-10-17") == ()
    assert licensed(line, source, published="2023-12-20", air="2024-10-17") == ("11日",)
    assert licensed(line, "会社が発表した。") == ("12月", "11日")
