"""The desk of one run: the station's cards, the air date, the folder, what was on air before."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from broadcaster import cards, recording, writing
from broadcaster.archive import Folder, Station, from_json
from broadcaster.errors import Refused, SourceMissing, SourceUnreadable
from broadcaster.manifest import Asked, Skipped, StandIn, ToldOut
from broadcaster.nouns import Script
from broadcaster.programme import Character, Lexicon, Show
from broadcaster.show.past import Past, past_of
from broadcaster.show.request import Request
from broadcaster.show.terms import check_terms
from broadcaster.writing import Aside, Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TypeVar

    Noun = TypeVar("Noun")

MAX_SCRIPT_BYTES = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a run knows before it begins. manuscript: a finished script that was handed in."""

    station: Station
    request: Request
    show: Show
    character: Character
    lexicon: Lexicon
    manuscript: Script | None
    date: str
    folder: Folder
    past: Past


@dataclass
class Journal:
    """What happens on the way, for the report at the end.

    tell: progress, room and count. say: a line for the operator, while he waits.
    """

    tell: Callable[[str, int], None]
    say: Callable[[str], None] = lambda _line: None
    skipped: list[Skipped] = field(default_factory=list)
    stand_ins: list[StandIn] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    told_out: ToldOut | None = None
    takes: int = 0

    def sift(self, items: Iterable[Noun | Skipped | Aside]) -> Iterator[Noun]:
        """Pass the nouns on; note what a door says besides."""
        for item in items:
            if isinstance(item, Skipped):
                self.skipped.append(item)
            elif isinstance(item, StandIn):
                self.stand_ins.append(item)
            elif isinstance(item, Asked):
                self.asked.append(item)
            elif isinstance(item, Finding):
                self.findings.append(item)
            elif isinstance(item, ToldOut):
                self.told_out = item
            else:
                yield item

    def counted(self, room: str, nouns: Iterable[Noun]) -> Iterator[Noun]:
        """Pass the nouns on and tell how many there were."""
        for count, noun in enumerate(nouns, start=1):
            yield noun
            self.tell(room, count)


def open_desk(station: Station, request: Request) -> Desk:
    """The desk for a request; every card is read and every name looked up here.

    Raises Refused where the host's terms do not allow the show, before anything is made.
    """
    show = cards.load_show(station.show_file)
    character = cards.load_character(station.voices, request.host or show.host)
    check_terms(show, character, station.voices)
    manuscript = _manuscript(request.script, character, show) if request.script else None
    date = air_date(request.date or (manuscript.date if manuscript else ""), show)
    return Desk(
        station,
        request,
        show,
        character,
        cards.load_lexicon(station.lexicon) if station.lexicon.is_file() else Lexicon(),
        manuscript,
        date,
        station.folder(date, request.edition),
        past_of(station, date, request.edition),
    )


def air_date(named: str, show: Show) -> str:
    """The ISO date of that name; without one, today's in the show's zone. Refused for no date."""
    if not named:
        return dt.datetime.now(ZoneInfo(show.air.timezone)).date().isoformat()
    try:
        return dt.date.fromisoformat(named).isoformat()
    except ValueError as error:
        raise Refused(f"{named!r} is not a date", "date", "write it as 2024-10-17") from error


def _manuscript(path: Path, character: Character, show: Show) -> Script:
    """A finished script from a file: our own JSON, or plain text in the shape of a manuscript."""
    try:
        if path.stat().st_size > MAX_SCRIPT_BYTES:
            raise SourceUnreadable("larger than 4 MiB", path, "is this really a script?")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceMissing("not found", path, "check the name") from error
    except OSError as error:
        raise SourceUnreadable(error.strerror or "cannot be read", path, "give a file") from error
    if path.suffix == ".json":
        return from_json(data, Script, path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceUnreadable("is not UTF-8 text", path, "save the script as UTF-8") from error
    english = recording.cast(character, show).english
    return writing.read_manuscript(text, character, english=english)
