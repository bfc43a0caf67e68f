"""Commands that walk through one room, from and to the episode folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import (
    edition_option,
    quiet_option,
    rewrite_option,
    show_option,
    verbose_option,
)

if TYPE_CHECKING:
    from pathlib import Path


def room_command(room: str, does: str) -> click.Command:
    """The command of one room: `broadcaster ROOM DATE`."""

    @click.command(room, help=does)
    @click.argument("date", metavar="DATE")
    @edition_option
    @rewrite_option
    @quiet_option
    @verbose_option
    @show_option
    def command(date: str, edition: str, rewrite: bool, quiet: bool, show_file: Path) -> int:
        return run_room(room, date, edition, rewrite, quiet, show_file)

    return command


def run_room(
    room: str,
    date: str,
    edition: str,
    rewrite: bool,
    quiet: bool,
    show_file: Path,
    *,
    strict: bool = False,
) -> int:
    """Walk through that room alone and say what it left. strict: no writer stands in."""
    from broadcaster.cli.running import perform
    from broadcaster.show import Request

    report = perform(
        show_file,
        Request(date=date, edition=edition, first=room, last=room, rewrite=rewrite, strict=strict),
        quiet=quiet,
    )
    if not quiet:
        click.echo(f"{report.folder}: {room}" + (" 手直しのまま" if report.edited else ""))
        for row in report.stand_ins:
            if not row.asked:
                click.echo(f"代役 {row.where} {row.wanted} → {row.ran}: {row.reason}", err=True)
    return report.exit_code
