"""What each room left in an episode folder, from what, and whether a person changed it since."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from broadcaster.archive import ARTICLES, EPISODE, MANIFEST, SCRIPT, UTTERANCES
from broadcaster.errors import NounError
from broadcaster.manifest import Manifest, Room
from broadcaster.nouns import ROOMS

if TYPE_CHECKING:
    from broadcaster.archive import Folder

NOUN_OF: Final = {"gather": ARTICLES, "write": SCRIPT, "read": UTTERANCES, "mix": EPISODE}
EDITABLE: Final = ("gather", "write", "read")


class Ledger:
    """The manifest while an episode is being made.

    A noun whose file differs from the hash that its room recorded is a person's edit. It stays
    one, run after run, until it is discarded: the recorded hash is never moved onto it.
    """

    def __init__(self, folder: Folder, *, rewrite: bool = False) -> None:
        self._folder = folder
        self.manifest = _manifest(folder, rewrite=rewrite) or Manifest()

    def edited(self) -> tuple[str, ...]:
        """Rooms whose noun a person changed since the room left it."""
        return tuple(room for room in EDITABLE if self._is_edited(room))

    def start(self, first: str) -> str:
        """The room to start in: `first`, or the one after the latest edit, if that is later."""
        edits = [ROOMS[ROOMS.index(room) + 1] for room in self.edited()]
        return max([first, *edits], key=ROOMS.index)

    def is_fresh(self, room: str, made_from: str) -> bool:
        """Whether the room's noun lies there untouched, made from the same things."""
        on_disk, recorded = self._folder.hash_of(NOUN_OF[room]), self._recorded(room)
        return bool(on_disk) and recorded == Room(made_from, on_disk)

    def leave(self, room: str, noun: object, made_from: str) -> None:
        """Write the room's noun and record it."""
        self._record(room, Room(made_from, self._folder.leave(NOUN_OF[room], noun)))

    def note(self, **besides: Any) -> None:
        """Keep in the manifest what the next room to leave its noun says besides it."""
        self.manifest = replace(self.manifest, **besides)

    def packaged_from(self) -> str:
        """What the outputs on the disk were made from; empty where there are none."""
        return self._recorded("package").made_from if self.manifest.outputs else ""

    def close(self, manifest: Manifest, made_from: str) -> None:
        """Write the whole manifest; the rooms recorded so far are kept in it."""
        self.manifest = replace(manifest, rooms=self.manifest.rooms)
        self._record("package", Room(made_from))

    def _is_edited(self, room: str) -> bool:
        on_disk = self._folder.hash_of(NOUN_OF[room])
        return bool(on_disk) and on_disk != self._recorded(room).noun

    def _recorded(self, room: str) -> Room:
        return dict(self.manifest.rooms).get(room, Room())

    def _record(self, room: str, left: Room) -> None:
        rooms = dict(self.manifest.rooms) | {room: left}
        self.manifest = replace(self.manifest, rooms=tuple(sorted(rooms.items())))
        self._folder.leave(MANIFEST, self.manifest)


def _manifest(folder: Folder, *, rewrite: bool) -> Manifest | None:
    """The manifest; a damaged one is as none where everything is made anew."""
    try:
        return folder.manifest()
    except NounError:
        if not rewrite:
            raise
        return None
