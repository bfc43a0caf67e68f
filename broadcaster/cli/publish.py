"""`broadcaster publish`: feed and media for the web server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import quiet_option, show_option, station_of, verbose_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@quiet_option
@verbose_option
@show_option
def publish(quiet: bool, show_file: Path) -> None:
    """Leave media, cover and feed.xml of every finished episode in public/."""
    from broadcaster.show import publish as publish_station

    published = publish_station(station_of(show_file))
    if not quiet:
        click.echo(f"{published.url}  新しいファイル {len(published.written)}個")
