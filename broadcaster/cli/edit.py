"""`broadcaster edit`: the script of an episode in a person's own editor."""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import (
    checked_edition,
    edition_option,
    quiet_option,
    show_option,
    station_of,
    verbose_option,
)
from broadcaster.errors import Refused, ScriptError, SourceMissing, SourceUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.show import Draft, Edit

FALLBACKS = ("nano", "vi")
MAX_BYTES = 4 * 1024 * 1024
UNTOUCHED = "何も変えていません"


@click.command()
@click.argument("date", default="", metavar="[DATE]")
@click.option("--text", metavar="FILE", help="Take the edited text from FILE (- is stdin).")
@click.option("--print", "only_print", is_flag=True, help="Print the text and change nothing.")
@edition_option
@quiet_option
@verbose_option
@show_option
def edit(
    date: str, text: str | None, only_print: bool, edition: str, quiet: bool, show_file: Path
) -> int:
    """Open the script of DATE (default: the newest episode) as plain text in your editor.

    One line a row, dashes between the stories; $VISUAL, $EDITOR, nano or vi. On save only
    changed lines are checked against their articles.
    """
    from broadcaster.show import put_back, take_out

    station = station_of(show_file)
    draft = take_out(station, date, checked_edition(edition))
    if only_print:
        click.echo(draft.text, nl=False)
        return 0
    with _edited(draft, text) as edited:
        outcome = put_back(station, draft, edited) if edited.strip() else None
    if not quiet:
        click.echo("\n".join(_told(draft, outcome)))
    return 0


def _told(draft: Draft, outcome: Edit | None) -> Iterator[str]:
    """What the edit did, its findings with their ids, and what to run next."""
    if outcome is None:
        yield f"本文が空なので、{UNTOUCHED}"
        return
    if outcome.is_empty:
        yield f"直した行はありません。{UNTOUCHED}"
        return
    revision, name = outcome.revision, draft.folder.path.name
    gone = f"、{revision.dropped}行を消しました" if revision.dropped else ""
    yield f"episodes/{name}/script.json: {len(revision.changed)}行を直し{gone or 'ました'}"
    for finding in outcome.findings:
        claim = f" ← {finding.claim}" if finding.claim else ""
        yield f"確認 {finding.id} {finding.kind} 「{finding.text}」{claim}"
    edition = f" --edition {draft.script.edition}" if draft.script.edition else ""
    if outcome.findings:
        ids = " ".join(finding.id for finding in outcome.findings)
        yield f"よければ broadcaster ok {ids}"
        yield f"直すなら broadcaster edit {draft.script.date}{edition}"
    yield f"次は broadcaster episode --date {draft.script.date}{edition} --start-at read"


# ── where the edited text comes from ─────────────────────────────────────────────────────


def _handed_in(name: str) -> str:
    """The text of a file, or what stdin holds."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise SourceMissing("not found", name, "check the name") from error
    except OSError as error:
        raise SourceUnreadable(error.strerror or "cannot be read", name, "give a file") from error
    return _decoded(data, name)


def _decoded(data: bytes, name: object) -> str:
    if len(data) > MAX_BYTES:
        raise SourceUnreadable("larger than 4 MiB", name, "is this really a script?")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceUnreadable("is not UTF-8 text", name, "save the script as UTF-8") from error


@contextlib.contextmanager
def _saved_in_editor(draft: Draft) -> Iterator[str]:
    """The text as it was saved in the editor.

    Its file lies in the episode's folder and goes only when the text is in its place, or kept
    by another name: whatever breaks before that, the person's words are there.
    """
    from broadcaster.show import DRAFT

    command = _editor()
    path = draft.folder.keep_text(DRAFT, draft.text)
    try:
        done = subprocess.run([*command, str(path)], check=False)
    except OSError as error:
        path.unlink()
        raise Refused(error.strerror or "cannot be run", command[0], "set VISUAL") from error
    text = _decoded(path.read_bytes(), path)
    if done.returncode != 0 and text != draft.text:
        raise Refused(
            f"ended with {done.returncode}; nothing was changed",
            command[0],
            f"what it saved is kept: broadcaster edit --text {path}",
        )
    try:
        yield text
    except ScriptError:
        path.unlink()
        raise
    path.unlink()


def _edited(draft: Draft, name: str | None) -> contextlib.AbstractContextManager[str]:
    """The edited text: handed in under a name, else from an editor."""
    if name:
        return contextlib.nullcontext(_handed_in(name))
    return _saved_in_editor(draft)


def _editor() -> list[str]:
    """The person's editor with its options; on a terminal also one that is there anyway."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    if named.strip():
        return shlex.split(named)
    found = next((path for name in FALLBACKS if (path := shutil.which(name))), None)
    if found and sys.stdin.isatty():
        return [found]
    raise Refused(
        "no editor to open here", "edit", "set VISUAL, or use --print and then --text FILE"
    )
