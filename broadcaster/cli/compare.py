"""`broadcaster compare`: what models and prompts are worth on one's own articles."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from broadcaster.cli.options import show_option, station_of, verbose_option
from broadcaster.errors import EngineUnavailable

if TYPE_CHECKING:
    from broadcaster.writing import Score

_COLUMNS = ("形", "和文", "事実", "役", "長さ", "再依頼", "代役", "tok/s", "秒")


@click.command()
@click.argument("models", nargs=-1, required=True, metavar="MODEL...")
@click.option("--prompts", "prompts", multiple=True, type=click.Path(path_type=Path),
              metavar="FOLDER", help="Try these prompts instead of the card's.")  # fmt: skip
@click.option("--from", "sources", multiple=True, metavar="SOURCE",
              help="An article or a folder of them (default: the show's own sources).")  # fmt: skip
@click.option("--seeds", default=3, type=click.IntRange(1, 50), show_default=True,
              help="Trials of each story.")  # fmt: skip
@click.option("--date", default="", metavar="YYYY-MM-DD", help="Air date (default: today).")
@click.option("--json", "as_json", is_flag=True, help="Print every trial as JSON.")
@verbose_option
@show_option
def compare(
    models: tuple[str, ...],
    prompts: tuple[Path, ...],
    sources: tuple[str, ...],
    seeds: int,
    date: str,
    as_json: bool,
    show_file: Path,
) -> int:
    """Try MODELs (addresses, served names, folders of weights) on the same articles.

    First replies are judged gate by gate; nothing is kept or published. Exit code 1 where a model
    could not be had.
    """
    from broadcaster.show.comparing import Contest, contest

    asked = Contest(models, prompts, sources, seeds, date)
    found = list(contest(station_of(show_file), asked, lambda line: click.echo(line, err=True)))
    scores = [one for one in found if not isinstance(one, EngineUnavailable)]
    missing = [one for one in found if isinstance(one, EngineUnavailable)]
    for one in missing:
        click.echo(f"broadcaster: {one}", err=True)
    if as_json:
        click.echo(_json(scores))
    elif scores:
        _print(scores)
    return 1 if missing else 0


def _json(scores: list[Score]) -> str:
    import json

    return json.dumps([asdict(score) for score in scores], ensure_ascii=False, indent=1)


def _print(scores: list[Score]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(title="はじめの返事が通った割合", title_justify="left", box=SIMPLE_HEAD)
    table.add_column("モデル", overflow="fold", min_width=14)
    for name in _COLUMNS:
        table.add_column(name, justify="right", no_wrap=True)
    for score in scores:
        table.add_row(f"{score.model} {score.prompts}".strip(), *_cells(score))
    Console(highlight=False, markup=False).print(table)


def _cells(score: Score) -> tuple[str, ...]:
    shares: tuple[Any, ...] = (
        score.schema, score.japanese, score.facts, score.character, score.length,
    )  # fmt: skip
    return (
        *(f"{share:.0%}" for share in shares),
        f"{score.retries:.1f}",
        f"{score.stood_in:.0%}",
        f"{score.tokens_a_second:.0f}",
        f"{score.seconds:.1f}",
    )
