"""`broadcaster write DATE`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import (
    edition_option,
    quiet_option,
    rewrite_option,
    show_option,
    strict_option,
    verbose_option,
)
from broadcaster.cli.rooms import run_room

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("date", metavar="DATE")
@edition_option
@rewrite_option
@strict_option
@quiet_option
@verbose_option
@show_option
def write(
    date: str, edition: str, rewrite: bool, strict: bool, quiet: bool, show_file: Path
) -> int:
    """Write script.json from articles.json."""
    return run_room("write", date, edition, rewrite, quiet, show_file, strict=strict)
