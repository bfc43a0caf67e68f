"""`broadcaster episode`: the whole show."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import click

from broadcaster.cli.options import (
    edition_option,
    quiet_option,
    rewrite_option,
    show_option,
    strict_option,
    verbose_option,
)
from broadcaster.nouns import ROOMS

WRITERS = ("auto", "vllm", "transformers", "extractive")


@click.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--date", default="", envvar="BROADCASTER_DATE", metavar="YYYY-MM-DD",
              help="Air date (default: today in the show's time zone).")  # fmt: skip
@edition_option
@click.option("--host", default="", envvar="BROADCASTER_HOST", metavar="NAME",
              help="The character who speaks (default: the show's).")  # fmt: skip
@click.option("--writer", type=click.Choice(WRITERS), help="Who writes (default: the show's).")
@click.option("--script", type=click.Path(path_type=Path), metavar="FILE",
              help="Broadcast a finished script: script.json or plain text.")  # fmt: skip
@click.option("--start-at", type=click.Choice(ROOMS), default=ROOMS[0], metavar="ROOM",
              help=f"Go on from what lies in the folder: {', '.join(ROOMS)}.")  # fmt: skip
@rewrite_option
@strict_option
@click.option("--summary", is_flag=True, help="Print one line, fit for a mail's subject.")
@quiet_option
@verbose_option
@show_option
def episode(
    sources: tuple[str, ...],
    date: str,
    edition: str,
    host: str,
    writer: str | None,
    script: Path | None,
    start_at: str,
    rewrite: bool,
    strict: bool,
    summary: bool,
    quiet: bool,
    show_file: Path,
) -> int:
    """Make a whole episode from SOURCEs (files, folders), or from what show.toml names.

    The result lies in episodes/DATE/. Run it again: what is still good is not made again.
    """
    from broadcaster.cli.running import perform_and_tell
    from broadcaster.show import Request

    named = sources or tuple(shlex.split(os.environ.get("BROADCASTER_FROM", "")))
    if named and (script or start_at != ROOMS[0]):
        raise click.UsageError("sources cannot be combined with --script or --start-at")
    request = Request(
        named, date, edition, host, writer or "", script, start_at, ROOMS[-1], rewrite, strict
    )
    return perform_and_tell(show_file, request, quiet=quiet or summary, brief=summary)
