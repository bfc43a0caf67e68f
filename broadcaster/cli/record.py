"""`broadcaster record DATE`."""

from broadcaster.cli.rooms import room_command

record = room_command("record", "Speak utterances.json; finished takes are kept and used again.")
