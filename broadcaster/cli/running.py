"""One run over an episode folder, told to the operator: progress, rundown, exit code."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import checked_edition, station_of
from broadcaster.cli.progress import progress
from broadcaster.cli.rundown import rundown, summary
from broadcaster.cli.signals import stop_if_asked

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.show import Report, Request


def perform(show_file: Path, request: Request, *, quiet: bool = False) -> Report:
    """Run the request at the station of that show.toml."""
    from broadcaster.show import broadcast

    checked_edition(request.edition)
    station = station_of(show_file)
    with progress(quiet=quiet) as shown:

        def told(room: str, count: int) -> None:
            stop_if_asked()
            shown.tell(room, count)

        return broadcast(station, request, told, shown.say)


def perform_and_tell(
    show_file: Path, request: Request, *, quiet: bool = False, brief: bool = False
) -> int:
    """Run the request and print its rundown (or, `brief`, its one line); gives the exit code."""
    began = time.monotonic()
    report = perform(show_file, request, quiet=quiet)
    if brief:
        click.echo(summary(report))
    elif not quiet:
        click.echo(rundown(report, time.monotonic() - began))
    return report.exit_code
