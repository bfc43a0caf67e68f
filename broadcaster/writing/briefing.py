"""What a model is told of one story, and by what its answer is judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineFailed
from broadcaster.nouns import Paragraph, Source
from broadcaster.writing.asking import Interview, seed_of
from broadcaster.writing.digesting import Digest
from broadcaster.writing.facts import Evidence
from broadcaster.writing.gate import Gate
from broadcaster.writing.gravity import is_grave
from broadcaster.writing.grounding import ground
from broadcaster.writing.judging import Judge
from broadcaster.writing.lengths import characters_for, lines_for
from broadcaster.writing.prompt import SEGMENT, Prompts
from broadcaster.writing.schema import MOST_LINES
from broadcaster.writing.sendable import as_sent, sendable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from broadcaster.nouns import Article, Plan
    from broadcaster.programme import Character, Show
    from broadcaster.writing.asking import Asker
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.prompt import Message
    from broadcaster.writing.sendable import Numbered, Sendable

_TOKENS_A_LINE, _TOKENS_AROUND = 95, 120
_LEAST_SHARE, _LESS_EACH_TIME = 0.5, 0.2
_MOST_CHARACTERS_A_TOKEN: Final = 8
"""No text of ours packs more into a token: what is longer need not be counted."""


@dataclass(frozen=True)
class Desk:
    """What all stories of a show share.

    salt: tells apart trials that ask the same again. say: takes a line for the operator.
    """

    show: Show
    character: Character
    day: str
    asker: Asker
    prompts: Prompts
    ruler: Ruler
    settled: Collection[str] = ()
    salt: int = 0
    say: Callable[[str], None] = lambda _line: None


@dataclass(frozen=True)
class Briefing:
    """One story at the desk."""

    desk: Desk
    plan: Plan

    # ── what is asked ────────────────────────────────────────────────────────────────────

    @cached_property
    def source(self) -> Sendable:
        """What of the article may be sent."""
        return sendable(self.plan.article)

    def interview(self) -> Interview:
        """The requests for the story itself."""
        return Interview(self.desk.asker, self._seed)

    @cached_property
    def digest(self) -> tuple[tuple[Numbered, ...], int]:
        """The article's sentences, or the facts of its parts where it is too long; how many parts.

        EngineFailed where there is nothing to send.
        """
        desk = self.desk
        digest = Digest(
            desk.asker,
            desk.prompts,
            lambda part: Interview(desk.asker, lambda at: self._seed(at, part)),
            desk.day,
            desk.ruler.pronounce,
            self._fits,
            desk.say,
        )
        rows, parts = digest.of(self.source)
        if not rows:
            raise EngineFailed("there is nothing to send", self.plan.article.id)
        return rows, parts

    def asking(self, rows: Sequence[Numbered], attempt: int = 0) -> list[Message]:
        """The messages for the segment; a later attempt asks for less, that it may end in time."""
        share = max(_LEAST_SHARE, 1 - _LESS_EACH_TIME * attempt)
        seconds = self.plan.seconds * share
        return self.desk.prompts.asking(
            SEGMENT,
            fence=self.source.fence,
            article=as_sent(self.plan.article.title, rows),
            lines=str(min(MOST_LINES, lines_for(seconds))),
            characters=str(characters_for(seconds, self.desk.ruler)),
        )

    @property
    def most_tokens(self) -> int:
        """Tokens a reply may take: half as many lines again as were asked for."""
        wanted = _TOKENS_AROUND + int(1.5 * _TOKENS_A_LINE * self._lines_wanted)
        return min(wanted, self.desk.asker.model.context // 2)

    @property
    def _lines_wanted(self) -> int:
        return min(MOST_LINES, lines_for(self.plan.seconds))

    def _fits(self, rows: Sequence[Numbered]) -> bool:
        model = self.desk.asker.model
        if sum(len(row.text) for row in rows) > model.context * _MOST_CHARACTERS_A_TOKEN:
            return False
        return model.count(self.asking(rows)) + self.most_tokens <= model.context

    def _seed(self, attempt: int, part: int = -1) -> int:
        desk = self.desk
        return seed_of(desk.show.id, desk.day, self.plan.ordinal, attempt, part, desk.salt)

    # ── by what it is judged ─────────────────────────────────────────────────────────────

    @cached_property
    def told(self) -> Article:
        """What licenses a line: of a long article the paragraphs that its facts were taken from."""
        rows, parts = self.digest
        if not parts:
            return self.source.evidence
        known = {row.paragraph for row in rows}
        kept = (row for row in self.source.rows if row.paragraph in known)
        paragraphs = tuple(Paragraph(row.text, author=row.speaker) for row in kept)
        return replace(self.plan.article, paragraphs=paragraphs)

    @cached_property
    def evidence(self) -> Evidence:
        """What the article says, without what in it speaks to a model."""
        desk = self.desk
        return Evidence.of(self.told, air=desk.day, pronounce=desk.ruler.pronounce)

    @cached_property
    def judge(self) -> Judge:
        """Who judges the lines."""
        desk, article = self.desk, self.plan.article
        return Judge(
            desk.character,
            Gate(desk.character, desk.ruler),
            ground(self.told, desk.ruler.pronounce),
            self.evidence,
            grave=is_grave(article, desk.character),
            model=desk.asker.model.name,
            settled=desk.settled,
        )

    def place(self, text: str, number: int) -> Source:
        """Where a line stands in the source: in the sentence it names, or in the nearest one.

        The whole article where that sentence alone does not license the line.
        """
        nearest = _bare(self.evidence.nearest_sentence(text))
        named = [row for row in (self.source.row(number),) if row]
        near = [row for row in self.source.rows if nearest and _bare(row.text) == nearest]
        row = next((row for row in (*named, *near[:1]) if self._tells(row, text)), None)
        article = self.plan.article.id
        return Source(article, row.paragraph, row.start, row.end) if row else Source(article)

    def _tells(self, row: Numbered, text: str) -> bool:
        desk = self.desk
        alone = replace(self.plan.article, title="", paragraphs=(Paragraph(row.text),))
        if ground(alone, desk.ruler.pronounce).without_source([text])[0]:
            return False
        evidence = Evidence.of(alone, air=desk.day, pronounce=desk.ruler.pronounce)
        return not evidence.doubts(text)


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip("。.")
