"""Options that several commands share, and the station they point to."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from broadcaster.errors import Refused

if TYPE_CHECKING:
    from collections.abc import Callable

    from broadcaster.archive import Station

Command = TypeVar("Command", bound="Callable[..., Any]")

EDITION = re.compile(r"[a-z0-9]{0,20}")


def show_option(command: Command) -> Command:
    """`--show FILE`: whose station this is."""
    return click.option(
        "--show",
        "show_file",
        type=click.Path(path_type=Path),
        default=Path("show.toml"),
        envvar="BROADCASTER_SHOW",
        help="The station's show.toml (default: the one here).",
    )(command)


def quiet_option(command: Command) -> Command:
    """`-q`: nothing but errors."""
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)


def verbose_option(command: Command) -> Command:
    """`-v`: where an error came from."""
    return click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_show_tracebacks,
        help="Show where an error came from.",
    )(command)


def _show_tracebacks(_ctx: click.Context, _option: click.Parameter, verbose: bool) -> None:
    if verbose:
        os.environ["BROADCASTER_TRACEBACK"] = "1"


def edition_option(command: Command) -> Command:
    """`--edition`: tells two shows of one day apart."""
    return click.option(
        "--edition", default="", metavar="NAME", help="A second show of the day, e.g. evening."
    )(command)


def rewrite_option(command: Command) -> Command:
    """`--rewrite`: discard what a person changed."""
    return click.option(
        "--rewrite", is_flag=True, help="Discard edits made by hand in the episode folder."
    )(command)


def strict_option(command: Command) -> Command:
    """`--strict`: no writer stands in for another."""
    return click.option(
        "--strict", is_flag=True, help="Fail rather than let another writer stand in."
    )(command)


def station_of(show_file: Path) -> Station:
    """The station; refused in one line where there is no show.toml."""
    from broadcaster.archive import station_at

    if not show_file.is_file():
        raise Refused("not found", show_file, "run in a station's folder or name its --show FILE")
    return station_at(show_file)


def checked_edition(name: str) -> str:
    """An edition that is safe as part of a folder's name."""
    if not EDITION.fullmatch(name):
        raise Refused(f"{name!r} cannot name an edition", "--edition", "use a-z and 0-9")
    return name
