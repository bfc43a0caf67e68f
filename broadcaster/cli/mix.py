"""`broadcaster mix DATE`."""

from broadcaster.cli.rooms import room_command

mix = room_command("mix", "Lay the takes on the timeline and leave episode.json.")
