"""`broadcaster facts`: lines on stdin, held against the article they tell."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcaster.cli.lines import stdin_lines
from broadcaster.cli.options import show_option, verbose_option
from broadcaster.errors import Refused, SourceUnreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Article
    from broadcaster.writing import Doubt


@click.command()
@click.argument("article", metavar="ARTICLE")
@click.option("--published", default="", metavar="YYYY-MM-DD", help="The day the article is from.")
@click.option("--air", default="", metavar="YYYY-MM-DD", help="The day the lines are spoken on.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with every doubt.")
@verbose_option
@show_option
def facts(article: str, published: str, air: str, as_json: bool, show_file: Path) -> int:
    """Say of each line on stdin whether ARTICLE licenses what it claims.

    Prints ok or bad, what is wrong and the nearest that ARTICLE says. Exit code 1 where any is bad.
    """
    from broadcaster import reading, writing
    from broadcaster.archive import station_at
    from broadcaster.cli.lexicon_file import station_lexicon

    told = _article(article, _day(published, "--published"))
    pronounce = reading.pronouncer(station_lexicon(station_at(show_file)), told.readings)
    evidence = writing.Evidence.of(told, air=_day(air, "--air"), pronounce=pronounce)
    any_bad = False
    for line in stdin_lines():
        doubts = evidence.doubts(line)
        any_bad = any_bad or bool(doubts)
        click.echo(_as_json(line, doubts) if as_json else _verdict(doubts))
    return int(any_bad)


def _day(text: str, option: str) -> str:
    """An ISO date as it was given, or nothing; refused where it is none."""
    import datetime as dt

    try:
        return text and dt.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise Refused(f"{text!r} is no date", option, "write it as 2024-10-17") from error


def _article(name: str, published: str) -> Article:
    """The one article in a file, with another date where one is given."""
    from broadcaster import gathering
    from broadcaster.nouns import Article
    from broadcaster.programme import NewsSource

    found = tuple(gathering.gather([NewsSource(name)], Path.cwd()))
    articles = [one for one in found if isinstance(one, Article)]
    if len(articles) != 1:
        what = f"holds {len(articles)} articles"
        raise SourceUnreadable(what, name, "name one file with one article")
    return replace(articles[0], published=published) if published else articles[0]


def _verdict(doubts: Sequence[Doubt]) -> str:
    if not doubts:
        return "ok"
    return "bad: " + " / ".join(
        f"{one.kind} 「{_one_line(one.claim)}」 {one.why} ← {_one_line(one.nearest) or 'なし'}"
        for one in doubts
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _as_json(line: str, doubts: Sequence[Doubt]) -> str:
    row = {"line": line, "ok": not doubts, "doubts": [asdict(one) for one in doubts]}
    return json.dumps(row, ensure_ascii=False)
