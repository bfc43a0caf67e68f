"""The command line: one file a command, and the one place that knows exit codes."""

import sys

from broadcaster.cli.signals import Stopped, listen


def main() -> None:
    """Run one command and leave with its exit code.

    What the command needs is imported here, so that even a Ctrl-C during start-up is one line.
    """
    listen()
    try:
        from broadcaster.cli.entry import run

        sys.exit(run())
    except Stopped as stopped:
        sys.stderr.write(f"broadcaster: {stopped.line}\n")
        sys.exit(stopped.exit_code)
