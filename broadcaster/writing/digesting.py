"""Articles longer than a model's context: facts part by part, then the story from the facts.

Each part is one request, so that the cost grows with the article; facts that are still too long
together are gathered once more, a quarter of the length each time. A fact that its own part does
not license is left out; a part that gives none is told by its first sentences.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineFailed
from broadcaster.nouns import Paragraph
from broadcaster.writing.alongside import alongside
from broadcaster.writing.asking import AT_ONCE
from broadcaster.writing.facts import Evidence
from broadcaster.writing.gate import is_of_the_frame
from broadcaster.writing.grounding import ground
from broadcaster.writing.prompt import DIGEST
from broadcaster.writing.quarantine import is_order
from broadcaster.writing.sendable import Numbered, as_sent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future

    from broadcaster.nouns import Article
    from broadcaster.writing.answer import Said
    from broadcaster.writing.asking import Asker, Interview
    from broadcaster.writing.prompt import Message, Prompts
    from broadcaster.writing.sendable import Sendable

_CHARACTERS_A_FACT: Final = 250
"""Of source for each fact that is asked for: what comes out is a quarter of what went in.

More where all facts together then still fit, up to one in _CHARACTERS_OF_A_FACT.
"""

_CHARACTERS_OF_A_FACT: Final = 60
_MOST_RATE: Final = 1 / 80

_LEAST_FACTS, _MOST_FACTS = 2, 12
_TOKENS_A_FACT: Final = 110
_SAMPLE: Final = 1000
_MARGIN: Final = 0.92
_LEAST_ROOM: Final = 500
_FALLBACK: Final = 2
_MOST_ROUNDS: Final = 8
_TITLE: Final = 20
_STEPS, _WORTH_TELLING = 4, 8
"""How often progress is told, and from how many parts on."""


@dataclass(frozen=True)
class Digest:
    """Brings articles down to what fits.

    interview: one for the n-th part. air: ISO date of the show. fits: whether these sentences may
    be sent for the segment itself. say: takes a line for the operator, who waits for many requests.
    """

    asker: Asker
    prompts: Prompts
    interview: Callable[[int], Interview]
    air: str
    pronounce: Callable[[str], str]
    fits: Callable[[Sequence[Numbered]], bool]
    say: Callable[[str], None] = lambda _line: None

    def of(self, source: Sendable) -> tuple[tuple[Numbered, ...], int]:
        """The sentences or facts to send, and how many parts were asked for facts.

        EngineFailed where the model's context holds no part at all.
        """
        rows, parts = source.rows, 0
        for _ in range(_MOST_ROUNDS):
            if self.fits(rows):
                break
            round_ = _Round(self, source, rows)
            jobs = [
                partial(round_.facts, chunk, parts + at) for at, chunk in enumerate(round_.chunks())
            ]
            told = alongside(jobs, AT_ONCE)
            parts += len(jobs)
            rows = tuple(row for facts in self._waited_for(told, source) for row in facts)
        while not self.fits(rows) and len(rows) > 1:
            rows = rows[: len(rows) // 2]
        return rows, parts

    def _waited_for(
        self, told: Sequence[Future[tuple[Numbered, ...]]], source: Sendable
    ) -> Iterator[tuple[Numbered, ...]]:
        """The facts of the parts in order; at every quarter the operator hears how far it is."""
        whole = len(told)
        title = source.article.title[:_TITLE]
        self.say(f"長い記事「{title}」を{whole}つに分けて読みます")
        for done, promise in enumerate(told, start=1):
            yield promise.result()
            if whole >= _WORTH_TELLING and done * _STEPS // whole > (done - 1) * _STEPS // whole:
                self.say(f"長い記事「{title}」 {done}/{whole}")


class _Round:
    """One pass over the rows: each part of them becomes a few facts."""

    def __init__(self, digest: Digest, source: Sendable, rows: Sequence[Numbered]) -> None:
        self._digest = digest
        self._model = digest.asker.model
        self._source = source
        self._rows = rows
        self._rate = 1 / _CHARACTERS_A_FACT
        self._fixed = self._model.count(self._asking(()))
        fitting = self._room() / _CHARACTERS_OF_A_FACT / max(1, _characters(rows))
        self._rate = min(_MOST_RATE, max(self._rate, fitting))

    # ── parts ────────────────────────────────────────────────────────────────────────────

    def chunks(self) -> Iterator[tuple[Numbered, ...]]:
        """The rows in parts that fit: by a measured guess, halved where the count says so."""
        room = self._room()
        held: list[Numbered] = []
        size = 0
        for row in self._rows:
            if held and size + _size(row) > room:
                yield from self._fitting(tuple(held))
                held, size = [], 0
            held.append(row)
            size += _size(row)
        if held:
            yield from self._fitting(tuple(held))

    def _room(self) -> int:
        """Characters of a part and its facts, from what a sample of these rows costs."""
        sample = _head(self._rows, _SAMPLE)
        taken = max(1, self._model.count(self._asking(sample)) - self._fixed)
        room = self._model.context - self._fixed - _tokens(0)
        if room < _LEAST_ROOM:
            raise EngineFailed(
                "its context is too small for our prompt",
                self._model.name,
                "serve it with a longer one",
            )
        return int(room / (taken / _characters(sample) + self._rate * _TOKENS_A_FACT) * _MARGIN)

    def _fitting(self, rows: tuple[Numbered, ...]) -> Iterator[tuple[Numbered, ...]]:
        count = self._model.count(self._asking(rows))
        if count + _tokens(self._facts_of(rows)) <= self._model.context or len(rows) < 2:
            yield rows
            return
        middle = len(rows) // 2
        yield from self._fitting(rows[:middle])
        yield from self._fitting(rows[middle:])

    def _facts_of(self, rows: Sequence[Numbered]) -> int:
        wanted = int(_characters(rows) * self._rate)
        return min(_MOST_FACTS, max(_LEAST_FACTS, wanted))

    def _asking(self, rows: Sequence[Numbered]) -> list[Message]:
        return self._digest.prompts.asking(
            DIGEST,
            fence=self._source.fence,
            article=as_sent(self._source.article.title, rows),
            lines=str(self._facts_of(rows)),
        )

    # ── one part ─────────────────────────────────────────────────────────────────────────

    def facts(self, rows: tuple[Numbered, ...], at: int) -> tuple[Numbered, ...]:
        """What the model gathers from part `at`, as far as the part licenses it."""
        asked, most = self._asking(rows), self._facts_of(rows)
        try:
            facts = self._digest.interview(at).answered(
                lambda _: asked, _tokens(most), partial(self._licensed, rows)
            )
        except EngineFailed:
            facts = ()
        return facts[:most] or rows[:_FALLBACK]

    def _licensed(self, rows: tuple[Numbered, ...], said: tuple[Said, ...]) -> tuple[Numbered, ...]:
        part = _part(self._source.article, rows)
        pronounce = self._digest.pronounce
        evidence = Evidence.of(part, air=self._digest.air, pronounce=pronounce)
        homeless = ground(part, pronounce).without_source([one.text for one in said])
        return tuple(
            replace(_told_in(rows, one, evidence), text=one.text)
            for one, bare in zip(said, homeless, strict=True)
            if not (bare or is_order(one.text) or is_of_the_frame(one.text))
            and not evidence.doubts(one.text)
        )


def _told_in(rows: Sequence[Numbered], fact: Said, evidence: Evidence) -> Numbered:
    """The row that a fact was taken from: what it tells, whatever number the model gave it.

    By its paragraph the story is judged; a true fact under a wrong number would be thrown out.
    """
    nearest = "".join(evidence.nearest_sentence(fact.text).split())
    telling = (row for row in rows if nearest and nearest in "".join(row.text.split()))
    cited = (row for row in rows if row.number == fact.source)
    return next(chain(telling, cited), rows[0])


def _part(article: Article, rows: Sequence[Numbered]) -> Article:
    """The article as if it were no longer than these rows."""
    paragraphs = tuple(Paragraph(row.text, author=row.speaker) for row in rows)
    return replace(article, paragraphs=paragraphs)


def _characters(rows: Sequence[Numbered]) -> int:
    return max(1, sum(map(_size, rows)))


def _size(row: Numbered) -> int:
    """Characters of a row as it is sent, its number included."""
    return len(row.text) + 8


def _tokens(facts: int) -> int:
    return 60 + facts * _TOKENS_A_FACT


def _head(rows: Sequence[Numbered], characters: int) -> tuple[Numbered, ...]:
    found, size = [], 0
    for row in rows:
        found.append(row)
        size += len(row.text)
        if size >= characters:
            break
    return tuple(found)
