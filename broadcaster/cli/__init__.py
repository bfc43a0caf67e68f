"""The command line: one file a room, and the one place that knows exit codes."""

from broadcaster.cli.entry import main

__all__ = ["main"]
