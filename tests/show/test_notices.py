"""`[[notice]]`: spoken as written, before the closing's goodbye, between its dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcaster.archive import Folder, station_at
from broadcaster.nouns import Script
from broadcaster.show import Request, broadcast

NOTICES = """
[[notice]]
text  = "次の月曜日はお休みです。ごめんなさい"
from  = 2024-10-16
until = 2024-10-18
[[notice]]
text  = "きのうの放送で、値段を言いまちがえたのだ"
until = 2024-10-17
[[notice]]
text  = "お便りを待っているのだ"
from  = 2024-10-18
"""
HOLIDAY, CORRECTION, LETTERS = (
    "次の月曜日はお休みです。ごめんなさい",
    "きのうの放送で、値段を言いまちがえたのだ",
    "お便りを待っているのだ",
)


def script_of(home: Path, date: str) -> Script:
    station = station_at(home / "show.toml")
    report = broadcast(station, Request(date=date, last="write"), lambda *_: None)
    script = Folder(report.folder).script()
    assert script
    return script


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-10-15", [CORRECTION]),
        ("2024-10-16", [HOLIDAY, CORRECTION]),
        ("2024-10-17", [HOLIDAY, CORRECTION]),
        ("2024-10-18", [HOLIDAY, LETTERS]),
        ("2024-10-19", [LETTERS]),
    ],
)
def test_between_its_dates_both_included(station: Path, date: str, expected: list[str]) -> None:
    show = (station / "show.toml").read_text("utf-8")
    (station / "show.toml").write_text(show + NOTICES, "utf-8")
    *stories, closing = script_of(station, date).segments
    said = [line.text for line in closing.lines]
    places = [at for at, line in enumerate(closing.lines) if line.source.card == "notice"]
    assert [said[at].rstrip("。") for at in places] == expected
    assert max(places) < len(said) - 1, "something is said after the notices: goodbye"
    assert closing.lines[-1].source.card == "bye"
    assert not [
        text for segment in stories for line in segment.lines if (text := line.text) in expected
    ]
