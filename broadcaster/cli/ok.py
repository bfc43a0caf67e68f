"""`broadcaster ok`: a finding was looked at and is right as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import quiet_option, show_option, station_of, verbose_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@quiet_option
@verbose_option
@show_option
def ok(ids: tuple[str, ...], quiet: bool, show_file: Path) -> None:
    """Settle findings for good: they are written into voices/ok.toml and never said again."""
    from broadcaster.show import settle

    new = settle(station_of(show_file), ids)
    if quiet:
        return
    for finding in new:
        click.echo(f"よしとしました {finding.id} {finding.kind} 「{finding.text}」")
    if not new:
        click.echo("もう voices/ok.toml にあります")
