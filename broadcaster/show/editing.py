"""A script on a person's desk: taken out as plain text, put back as their edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster import cards, reading, writing
from broadcaster.archive import SCRIPT, all_episodes, sole_run
from broadcaster.errors import FolderError, Refused, ScriptError, SourceMissing
from broadcaster.japanese import morae
from broadcaster.programme import Lexicon
from broadcaster.show.desk import air_date
from broadcaster.show.settling import note_findings

if TYPE_CHECKING:
    from broadcaster.archive import Folder, Station
    from broadcaster.nouns import Script
    from broadcaster.writing import Finding, Revision

DRAFT: Final = "script-edit.txt"
REJECTED: Final = "script-rejected.txt"


@dataclass(frozen=True, slots=True)
class Draft:
    """A script as it was taken out: its folder, its text, and the hash of its file then."""

    folder: Folder
    script: Script
    text: str
    taken_from: str


@dataclass(frozen=True, slots=True)
class Edit:
    """What came of an edit. findings: of the changed lines, without those a person has settled."""

    revision: Revision
    findings: tuple[Finding, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every line is where it was; then nothing was written."""
        return not self.revision.differs


def take_out(station: Station, date: str = "", edition: str = "") -> Draft:
    """The script of that date, or of the newest episode, for editing.

    Raises SourceMissing where there is none, NounError where it is damaged.
    """
    folder = _folder(station, date, edition)
    taken_from, script = folder.hash_of(SCRIPT), folder.script()
    if script is None:
        raise SourceMissing(
            f"no {SCRIPT} to edit", f"episodes/{folder.path.name}", "make an episode first"
        )
    return Draft(folder, script, writing.editable(script), taken_from)


def put_back(station: Station, draft: Draft, text: str) -> Edit:
    """Leave the edited text as the script of its episode, and what it lost in the manifest.

    Nothing is written where no line changed. A text that cannot be taken (it cannot be broadcast,
    another run replaced its script meanwhile, a card is broken) is kept beside the script and
    refused with ScriptError.
    """
    try:
        revision = _revised(station, draft, text)
        settled = cards.load_settled(station.settled)
    except Refused as error:
        why = error.what if isinstance(error, ScriptError) else str(error)
        raise _rejected(draft, text, why) from error
    findings = tuple(one for one in revision.findings if one.id not in settled)
    if revision.differs:
        _leave(draft, text, revision, findings)
    return Edit(revision, findings)


def _folder(station: Station, date: str, edition: str) -> Folder:
    if date:
        return station.folder(air_date(date, cards.load_show(station.show_file)), edition)
    found = [
        folder
        for folder in all_episodes(station.episodes)
        if not edition or folder.path.name.endswith(f"-{edition}")
    ]
    if not found:
        raise SourceMissing(f"no {SCRIPT} to edit", "episodes/", "make an episode first")
    return found[-1]


def _revised(station: Station, draft: Draft, text: str) -> Revision:
    script = draft.script
    lexicon = cards.load_lexicon(station.lexicon) if station.lexicon.is_file() else Lexicon()
    pronounce = reading.pronouncer(lexicon, script.readings)
    return writing.revise(
        script,
        text,
        draft.folder.articles() or (),
        cards.load_character(station.voices, script.host),
        lambda sentence: morae(pronounce(sentence)),
    )


def _leave(draft: Draft, text: str, revision: Revision, findings: tuple[Finding, ...]) -> None:
    folder = draft.folder
    try:
        with sole_run(folder.path):
            if folder.hash_of(SCRIPT) != draft.taken_from:
                raise _rejected(draft, text, f"{SCRIPT} was changed by another run meanwhile")
            folder.leave(SCRIPT, revision.script)
            note_findings(folder, revision.script, findings)
    except FolderError as error:
        raise _rejected(draft, text, error.what) from error


def _rejected(draft: Draft, text: str, why: str) -> ScriptError:
    """The refusal of a text that is not lost: it says where the text lies now."""
    path = draft.folder.keep_text(REJECTED, text)
    name = f"episodes/{path.parent.name}/{path.name}"
    edition = f" --edition {draft.script.edition}" if draft.script.edition else ""
    command = f"broadcaster edit {draft.script.date}{edition} --text {name}"
    return ScriptError(why, "your edit", f"it is kept in {name}; mend it and run `{command}`")
