"""The command line: one file a command, and the one place that knows exit codes."""

import sys


def main() -> None:
    """Run one command and leave with its exit code.

    What the command needs is imported here, so that even a Ctrl-C during start-up is one line.
    """
    try:
        from broadcaster.cli.entry import run

        sys.exit(run())
    except KeyboardInterrupt:
        sys.stderr.write("broadcaster: interrupted before it began\n")
        sys.exit(130)
