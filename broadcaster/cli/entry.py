"""Where a command begins and ends: the group, one line for every error, the exit code.

Exit codes: 0 made or unchanged; 1 failed; 2 the request is wrong; 3 nothing new; 4 held for a
person; 5 a stand-in nobody asked for; 130 and 143 on SIGINT and SIGTERM.
"""

from __future__ import annotations

import importlib
import io
import os
import signal
import sys
import traceback
from typing import TYPE_CHECKING

import click

import broadcaster
from broadcaster.cli.signals import Stopped
from broadcaster.errors import BroadcasterError

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = {
    "episode": "make the whole show",
    "serve": "serve a Mistral model on this machine with vLLM",
    "gather": "print what would go to the writer",
    "write": "write the script from articles.json",
    "read": "turn script.json into utterances.json, or lines into readings",
    "record": "speak utterances.json",
    "mix": "lay the takes on the timeline",
    "package": "write MP3, subtitles, chapters, notes and manifest",
    "edit": "change the script of an episode by hand",
    "ok": "settle findings for good",
    "publish": "leave feed and media in public/",
    "recast": "turn plain Japanese lines into the character's register",
    "at": "show the line heard at a time, why it is read so, how to mend it",
    "doubts": "list the words of a show whose reading is unsure",
    "lexicon": "teach readings: add, try, import, export",
    "facts": "prove lines on stdin by the article they tell",
    "lint": "measure a script: lengths, endings, repeats, sources",
    "compare": "try models and prompts on the same articles",
    "voices": "list characters and engines, and why some don't work here",
}


class Lazy(click.Group):
    """A group whose commands are imported when they are called, not before."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Commands in the order of the broadcast."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, from the file of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"broadcaster.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each command does, in a line that is never cut; none is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Lazy,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 made or unchanged, 1 failed, 2 wrong request, 3 nothing new, 4 held, "
    "5 a stand-in nobody asked for, 130/143 stopped by a signal.",
)
@click.version_option(broadcaster.__version__, prog_name="broadcaster")
def station() -> None:
    """Articles in, a Japanese news broadcast in a character's voice out."""


def run(args: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code. Whatever goes wrong is one line on stderr."""
    _speak_utf8()
    try:
        code = station.main(args, prog_name="broadcaster", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except BroadcasterError as error:
        _say(str(error), error)
        return error.exit_code
    except Stopped as stopped:
        _say(stopped.line)
        return stopped.exit_code
    except click.Abort:
        _say("aborted")
        return 1
    except BrokenPipeError:
        # Whoever read our output has gone; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 128 + signal.SIGPIPE
    except Exception as error:  # noqa: BLE001 (the last line of defence: no traceback for users)
        _say(f"this should not have happened: {type(error).__name__}: {error}", error)
        return 1
    return code if isinstance(code, int) else 0


def _speak_utf8() -> None:
    """Japanese comes out whole in any locale."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _say(line: str, error: Exception | None = None) -> None:
    click.echo(f"broadcaster: {' '.join(line.split())}", err=True)
    if error is not None and os.environ.get("BROADCASTER_TRACEBACK"):
        traceback.print_exception(error)
