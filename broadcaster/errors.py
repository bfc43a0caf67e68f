"""Every error this product raises on purpose.

    BroadcasterError            something went wrong and we know what
     ├─ Refused                 the request itself is wrong (exit code 2)
     │   ├─ SourceMissing       a file or folder that is not there
     │   ├─ SourceUnreadable    there, but nothing to read in it
     │   ├─ CardError           a TOML file says something we don't understand
     │   ├─ UnknownName         a character, writer, voice, room … nobody knows
     │   ├─ NounError           a JSON file of the episode folder is not what it should be
     │   ├─ ScriptError         a manuscript that cannot be broadcast
     │   └─ FolderError         an output folder that cannot be written, or is busy
     ├─ NothingNew              no story that was not on air before (exit code 3)
     ├─ Held                    made, but a person must say yes first (exit code 4)
     ├─ Failed                  the run broke on the way (exit code 1)
     │   └─ StorageFailed       the disk said no: full, gone, read-only
     └─ EngineError             an engine did not do its work
         ├─ EngineUnavailable   it does not answer, or is not installed here
         │   └─ DidNotStart     we started it, and it ended instead of answering
         └─ EngineFailed        it began and broke off, or gave something unusable
             └─ PromptTooLong   what was to be sent does not fit into the model

Each carries the thing that failed and says what to do about it, in one line.
"""

from __future__ import annotations


class BroadcasterError(Exception):
    """Something went wrong and we know what: `what`, on which `thing`, what to `do`.

    exit_code: the process exit status that belongs to this kind of error.
    """

    exit_code = 1

    def __init__(self, what: str, thing: object = "", do: str = "") -> None:
        self.what = what
        self.thing = str(thing)
        self.do = do
        super().__init__(str(self))

    def __str__(self) -> str:
        head = f"{self.thing}: {self.what}" if self.thing else self.what
        line = f"{head}; {self.do}" if self.do else head
        return " ".join(line.split())


class Refused(BroadcasterError):
    """The request itself is wrong; nothing was made and nothing was touched."""

    exit_code = 2


class SourceMissing(Refused):
    """A source that was named is not there."""


class SourceUnreadable(Refused):
    """A source is there, but there is nothing in it that can be read as an article."""


class CardError(Refused):
    """A TOML file says something we do not understand; `thing` is file and key."""


class UnknownName(Refused):
    """A character, writer, voice or room that nobody knows."""


class NounError(Refused):
    """A JSON file of an episode folder does not hold the noun it should."""


class ScriptError(Refused):
    """A manuscript that cannot be broadcast as it stands."""


class FolderError(Refused):
    """An output folder that cannot be written, or in which another run is at work."""


class NothingNew(BroadcasterError):
    """Every story was on air before, or there is none."""

    exit_code = 3


class Held(BroadcasterError):
    """The episode stands, but a person must approve it before it goes out."""

    exit_code = 4


class Failed(BroadcasterError):
    """The run broke on the way; what stood before still stands."""


class StorageFailed(Failed):
    """The disk refused a write or a read: full, gone or damaged."""


class EngineError(BroadcasterError):
    """An engine (writer's model, voice) did not do its work."""


class EngineUnavailable(EngineError):
    """The engine does not answer or is not installed here."""


class EngineFailed(EngineError):
    """The engine began and broke off, or handed over something unusable."""


class PromptTooLong(EngineFailed):
    """A prompt that does not fit; count and room: tokens it takes, tokens there are."""

    def __init__(self, count: int, room: int, model: str) -> None:
        self.count = count
        self.room = room
        super().__init__(
            f"the prompt takes {count} tokens where {room} fit",
            model,
            "shorten the article or serve with a longer context",
        )


class DidNotStart(EngineUnavailable):
    """A server of ours ended instead of answering. log: where all it said lies; tail: the end.

    The line itself names no path: it may end up in a manifest.
    """

    def __init__(self, what: str, thing: object, log: object, tail: tuple[str, ...]) -> None:
        self.log = str(log)
        self.tail = tail
        super().__init__(what, thing, "its log says more")
