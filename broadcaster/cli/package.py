"""`broadcaster package DATE`."""

from broadcaster.cli.rooms import room_command

package = room_command("package", "Write MP3, subtitles, chapters, show notes and manifest.")
