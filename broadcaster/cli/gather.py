"""`broadcaster gather`: what would go to the writer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import edition_option, quiet_option, show_option, verbose_option

if TYPE_CHECKING:
    from collections.abc import Iterable

    from broadcaster.manifest import Skipped
    from broadcaster.nouns import Article


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--text/--json", "as_text", default=True, help="Plain text (default) or JSON.")
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Leave articles.json there too.")
@edition_option
@quiet_option
@verbose_option
@show_option
def gather(
    sources: tuple[str, ...],
    as_text: bool,
    date: str,
    edition: str,
    quiet: bool,
    show_file: Path,
) -> int:
    """Print title and paragraphs of every article that SOURCEs (or the show's own) hold.

    Articles are separated by a form feed.
    """
    from broadcaster.archive import to_json

    if date:
        articles = _left(sources, date, edition, show_file, quiet=quiet)
    else:
        articles = tuple(_sifted(_gathered(sources, show_file), quiet=quiet))
    if as_text:
        click.echo("\f".join(_as_text(article) for article in articles), nl=False)
    else:
        click.echo(to_json(articles), nl=False)
    return 0 if articles else 3


def _gathered(sources: tuple[str, ...], show_file: Path) -> Iterable[Article | Skipped]:
    """Articles of named sources anywhere; without names, the station's own."""
    from broadcaster import cards, gathering
    from broadcaster.cli.options import station_of
    from broadcaster.programme import NewsSource

    if sources:
        return gathering.gather([NewsSource(source) for source in sources], Path.cwd())
    station = station_of(show_file)
    return gathering.gather(cards.load_show(station.show_file).news.sources, station.root)


def _left(
    sources: tuple[str, ...], date: str, edition: str, show_file: Path, *, quiet: bool
) -> tuple[Article, ...]:
    """Articles as a run of that date leaves them in its folder."""
    from broadcaster.archive import Folder
    from broadcaster.cli.running import perform
    from broadcaster.show import Request

    request = Request(sources=sources, date=date, edition=edition, last="gather")
    report = perform(show_file, request, quiet=True)
    if not quiet:
        _tell_skipped(report.skipped)
    return Folder(report.folder).articles() or ()


def _sifted(items: Iterable[Article | Skipped], *, quiet: bool) -> Iterable[Article]:
    from broadcaster.nouns import Article

    for item in items:
        if isinstance(item, Article):
            yield item
        elif not quiet:
            _tell_skipped([item])


def _tell_skipped(rows: Iterable[Skipped]) -> None:
    for row in rows:
        click.echo(f"見送り {row.origin}: {row.reason}", err=True)


def _as_text(article: Article) -> str:
    paragraphs = (paragraph.text for paragraph in article.paragraphs)
    return "\n".join([article.title, "", *paragraphs]) + "\n"
