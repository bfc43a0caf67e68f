"""`broadcaster write DATE`."""

from broadcaster.cli.rooms import room_command

write = room_command("write", "Write script.json from articles.json.")
