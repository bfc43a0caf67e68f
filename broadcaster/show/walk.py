"""One walk through the rooms: each pulls on the one before, each leaves its noun in the folder."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadcaster import cards, mixing, publishing, reading, recording, writing
from broadcaster.archive import Takes, digest
from broadcaster.nouns import ROOMS, Article, Script, Segment, Take, Utterance
from broadcaster.show.commission import commissioned
from broadcaster.show.disclosure import disclosure_of
from broadcaster.show.fingerprint import software
from broadcaster.show.ledger import NOUN_OF, Ledger
from broadcaster.show.provenance import manifest_of, reference_to
from broadcaster.show.request import Report
from broadcaster.show.soundness import sound

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.manifest import StandIn
    from broadcaster.mixing import Mix
    from broadcaster.nouns import ROOMS, Episode
    from broadcaster.recording import Cast
    from broadcaster.show.desk import Desk, Journal


class Walk:
    """From the first room asked for, or the one after a person's latest edit, to the last.

    Rooms before that are taken as they lie in the folder; a room whose noun is still good
    (untouched, made from the same things) does not work again.
    """

    def __init__(self, desk: Desk, journal: Journal) -> None:
        self._desk = desk
        self._journal = journal
        self._ledger = Ledger(desk.folder, rewrite=desk.request.rewrite)
        request = desk.request
        self._edited = self._ledger.edited()
        self._start = self._ledger.start(request.first)
        if request.rewrite:
            first = ROOMS.index(request.first)
            self._edited = tuple(room for room in self._edited if ROOMS.index(room) < first)
            self._start = request.first
        self._software = digest(software())

    def through(self, found: tuple[Article, ...]) -> Report:
        """Walk; gives the report of the run."""
        articles = self._articles(found)
        if self._ends_with("gather"):
            return self._report()
        cast = recording.cast(self._desk.character, self._desk.show)
        script, segments = self._script(articles, cast)
        if self._ends_with("write"):
            _exhaust(segments)
            return self._report(script=self._left_script())
        utterances = self._utterances(script, segments, cast)
        if self._ends_with("read"):
            _exhaust(utterances)
            return self._report(script=self._left_script())
        return self._sounded(script, utterances, cast)

    def _ends_with(self, room: str) -> bool:
        return self._desk.request.last == room

    def _still_good(self, room: str, made_from: str) -> bool:
        """Whether this walk takes the room's noun as it lies in the folder."""
        skipped = ROOMS.index(room) < ROOMS.index(self._start)
        return skipped or self._ledger.is_fresh(room, made_from)

    # ── gathering and writing ────────────────────────────────────────────────────────────

    def _articles(self, found: tuple[Article, ...]) -> tuple[Article, ...]:
        made_from = digest(found, self._software)
        if not found or self._still_good("gather", made_from):
            return self._desk.folder.articles() or ()
        self._ledger.leave("gather", found, made_from)
        return found

    def _script(
        self, articles: tuple[Article, ...], cast: Cast
    ) -> tuple[Script, Iterable[Segment]]:
        """The script (or its head, while it is still being written) and its segments."""
        desk = self._desk
        asked = (desk.show, desk.character, desk.request.writer, desk.manuscript)
        past = (desk.date, desk.request.edition, desk.past.episodes, desk.past.scripts)
        made_from = digest(articles, asked, past, cast.english, cast.own_voice, self._software)
        if self._still_good("write", made_from) and not self._retry_the_writer():
            script = self._left_script()
            self._journal.stand_ins.extend(self._writers_stand_ins())
            return script, script.segments
        head = self._head(articles)
        if desk.manuscript:
            self._ledger.leave("write", head, made_from)
            return head, head.segments
        return head, self._written(head, articles, cast, made_from)

    def _head(self, articles: tuple[Article, ...]) -> Script:
        desk = self._desk
        script = desk.manuscript or Script(
            title=desk.show.title,
            date=desk.date,
            host=desk.character.id,
            readings=tuple(pair for article in articles for pair in article.readings),
            references=tuple(reference_to(article) for article in articles),
        )
        return replace(
            script, date=desk.date, edition=desk.request.edition, number=desk.past.episodes + 1
        )

    def _written(
        self, head: Script, articles: tuple[Article, ...], cast: Cast, made_from: str
    ) -> Iterator[Segment]:
        """Segments as they are written; the script is left when the last one is."""
        desk = self._desk
        segments: list[Segment] = []
        for segment in commissioned(desk, self._journal, head, articles, cast):
            segments.append(segment)
            yield segment
        self._note_how_it_was_written()
        self._ledger.leave("write", replace(head, segments=tuple(segments)), made_from)

    def _note_how_it_was_written(self) -> None:
        """Stand-ins, the model's requests, what it said that no source says, and what ran out."""
        desk, journal = self._desk, self._journal
        prompts = writing.prompts_of(desk.show, desk.character) if journal.asked else ()
        self._ledger.note(
            stand_ins=tuple(journal.stand_ins),
            asked=tuple(journal.asked),
            prompts=prompts,
            told_out=journal.told_out,
            findings=writing.written_anew(self._ledger.manifest.findings, journal.findings),
        )

    def _retry_the_writer(self) -> bool:
        """A script that a stand-in wrote unasked is tried again by the writer that was wanted."""
        runs = ROOMS.index("write") >= ROOMS.index(self._start)
        return runs and any(not row.asked for row in self._writers_stand_ins())

    def _writers_stand_ins(self) -> tuple[StandIn, ...]:
        """What the manifest says of stand-ins, voices left out: those are cast anew each run."""
        rows = self._ledger.manifest.stand_ins
        return tuple(row for row in rows if not row.where.startswith("声"))

    def _left_script(self) -> Script:
        script = self._desk.folder.script()
        assert script is not None, "a script that is still good lies in the folder"
        return script

    # ── reading ──────────────────────────────────────────────────────────────────────────

    def _utterances(
        self, script: Script, segments: Iterable[Segment], cast: Cast
    ) -> Iterable[Utterance]:
        made_from = self._read_from(cast)
        if isinstance(segments, tuple) and self._still_good("read", made_from):
            return sound(self._desk.folder.utterances() or (), self._desk.character)
        return self._read(script, segments, cast)

    def _read(self, script: Script, segments: Iterable[Segment], cast: Cast) -> Iterator[Utterance]:
        """Utterances as they are read; they are left when the last one is."""
        desk = self._desk
        read = reading.read_script(
            segments,
            desk.character,
            desk.lexicon,
            readings=script.readings,
            articles=desk.folder.articles() or (),
            english=cast.english,
        )
        utterances: list[Utterance] = []
        for utterance in self._journal.counted("read", read):
            utterances.append(utterance)
            yield utterance
        self._ledger.leave("read", tuple(utterances), self._read_from(cast))

    def _read_from(self, cast: Cast) -> str:
        """What readings are made from: articles and script as they lie there, and the speakers."""
        desk = self._desk
        nouns = (desk.folder.hash_of(NOUN_OF["gather"]), desk.folder.hash_of(NOUN_OF["write"]))
        return digest(nouns, desk.lexicon, desk.character, cast.english, self._software)

    # ── recording, mixing, packaging ─────────────────────────────────────────────────────

    def _sounded(self, script: Script, utterances: Iterable[Utterance], cast: Cast) -> Report:
        if isinstance(utterances, tuple) and self._is_whole(self._packaged_from(cast)):
            return self._report(
                script=script, episode=self._desk.folder.episode(), cast=cast, unchanged=True
            )
        shelf = Takes(self._desk.station.takes)
        takes = self._journal.counted("record", recording.record(utterances, cast, shelf))
        if self._ends_with("record"):
            _exhaust(takes)
            return self._report(script=self._left_script(), cast=cast, shelf=shelf)
        mix = mixing.mix(
            self._counting(takes),
            script,
            self._desk.show,
            self._desk.character,
            shelf.fetch,
        )
        self._journal.tell("mix", 1)
        # Only now has the last segment been written, and with it who wrote.
        disclosed = replace(mix.episode, disclosure=disclosure_of(self._left_script()))
        mix = replace(mix, episode=disclosed)
        if self._ends_with("mix"):
            self._ledger.leave("mix", mix.episode, self._packaged_from(cast))
        report = self._report(
            script=self._left_script(), episode=mix.episode, cast=cast, shelf=shelf
        )
        return report if self._ends_with("mix") else self._packaged(report, mix, cast)

    def _counting(self, takes: Iterable[Take]) -> Iterator[Take]:
        for take in takes:
            self._journal.takes += 1
            yield take

    def _packaged_from(self, cast: Cast) -> str:
        """What sound and files are made from: nouns as they lie there, the cast, the cards."""
        desk = self._desk
        nouns = (desk.folder.hash_of(NOUN_OF["write"]), desk.folder.hash_of(NOUN_OF["read"]))
        return digest(nouns, cast.fingerprint(), desk.show, desk.character, self._software)

    def _is_whole(self, made_from: str) -> bool:
        """Whether every file of the finished episode is there, as made from the same things."""
        manifest, folder = self._ledger.manifest, self._desk.folder
        return (
            self._desk.request.last == ROOMS[-1]
            and self._ledger.packaged_from() == made_from
            and self._ledger.is_fresh("mix", made_from)
            and not publishing.verify(folder.path, manifest)
        )

    def _packaged(self, report: Report, mix: Mix, cast: Cast) -> Report:
        desk = self._desk
        package = publishing.package(
            mix.episode,
            mix.blocks,
            desk.show,
            desk.character,
            desk.folder.path,
            station=desk.station,
        )
        manifest = replace(
            manifest_of(report, mix.episode, desk.show.id),
            outputs=package.outputs,
            measured=package.measured,
            findings=self._open_findings(report),
            asked=self._ledger.manifest.asked,
            prompts=self._ledger.manifest.prompts,
            told_out=self._ledger.manifest.told_out,
        )
        # Not before its files stand: until now episode.json spoke of the ones that lay here.
        self._ledger.leave("mix", mix.episode, self._packaged_from(cast))
        self._ledger.close(manifest, self._packaged_from(cast))
        self._journal.tell("package", len(package.outputs))
        return replace(report, manifest=self._ledger.manifest)

    def _open_findings(self, report: Report) -> tuple[str, ...]:
        """What edits before this run left open; a line written anew takes its finding along."""
        if report.script is None:
            return ()
        settled = cards.load_settled(self._desk.station.settled)
        return writing.standing(self._ledger.manifest.findings, report.script, settled)

    def _report(
        self,
        *,
        script: Script | None = None,
        episode: Episode | None = None,
        cast: Cast | None = None,
        shelf: Takes | None = None,
        unchanged: bool = False,
    ) -> Report:
        desk, journal = self._desk, self._journal
        return Report(
            folder=desk.folder.path,
            show=desk.show,
            character=desk.character,
            manifest=self._ledger.manifest,
            script=script,
            episode=episode,
            unchanged=unchanged,
            takes=journal.takes,
            recorded=shelf.stored if shelf else 0,
            edited=tuple(NOUN_OF[room] for room in self._edited),
            skipped=tuple(journal.skipped),
            stand_ins=(*journal.stand_ins, *(cast.stand_ins if cast else ())),
        )


def _exhaust(nouns: Iterable[object]) -> None:
    for _ in nouns:
        pass
