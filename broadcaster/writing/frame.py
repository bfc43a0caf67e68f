"""The frame around the news: opening, transitions, closing.

Made from all plans and the earlier scripts, never by a model. The order of the opening and of
the closing is fixed; every line comes from the card.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Line, Segment, Source
from broadcaster.writing.airdates import (
    days_before,
    next_show,
    spoken_date,
    spoken_day_of,
    spoken_weekday,
)
from broadcaster.writing.gravity import is_grave
from broadcaster.writing.headline import names_in, topic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Article, Plan, Script
    from broadcaster.programme import Show
    from broadcaster.writing.headline import Topic
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.phrasebook import Phrasebook
    from broadcaster.writing.titles import Skill

OLD_AFTER: Final = 2
"""Days after which an article is no longer fresh, and says its date."""

RECAP_MORAE: Final = 60
OPENING, CLOSING = "あいさつ", "まとめ"
_PARAGRAPH_PAUSE: Final = 0.9
_HEADLINE_PAUSE: Final = 0.7


@dataclass(frozen=True)
class Frame:
    """Everything around the bodies of one show."""

    head: Script
    plans: Sequence[Plan]
    show: Show
    book: Phrasebook
    ruler: Ruler
    skill: Skill

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The name tag of every story, in the plans' order."""
        return tuple(topic(plan.article, self.ruler) for plan in self.plans)

    # ── opening ──────────────────────────────────────────────────────────────────────────

    def opening(self, *, by_model: bool, own_voice: bool) -> Segment:
        """Name and date, who speaks, what is in the show, how it was made, one remark."""
        day = self.head.date
        date, weekday = spoken_date(day), spoken_weekday(day)
        headlines = "、".join(topic.headline for topic in self.topics)
        count = str(len(self.plans))
        return self._segment(
            "opening",
            OPENING,
            self.book.line("name", title=self.head.title, date=date, weekday=weekday),
            self.book.line("me"),
            self.book.line("rundown", pause=_HEADLINE_PAUSE, count=count, headlines=headlines),
            self.book.line("disclosure.model" if by_model else "disclosure.extractive"),
            self.book.line("older", weight=0.8) if any(map(self._is_old, self.plans)) else None,
            self.book.line("hello" if own_voice else "borrowed", weight=0.3),
        )

    def _is_old(self, plan: Plan) -> bool:
        age = days_before(self.head.date, plan.article.published)
        return age is not None and age > OLD_AFTER

    # ── transitions ──────────────────────────────────────────────────────────────────────

    def transition(self, at: int) -> tuple[Line, ...]:
        """What leads into story `at` (from 0): its number, its topic, whether the topic changes."""
        number, label = str(at + 1), self.topics[at].label
        if is_grave(self.plans[at].article, self.book.character):
            key = "grave_turn" if len(self.plans) > 1 else "grave_only"
            return self._lines(self.book.line("grave"), self.book.line(key, n=number, topic=label))
        key = self._turn(at)
        name = self._shared_name(at) if key == "same" else ""
        return self._lines(self.book.line(key, n=number, topic=label, name=name))

    def _turn(self, at: int) -> str:
        last = len(self.plans) - 1
        if last == 0:
            return "only"
        if at == 0:
            return "first"
        if self._shared_name(at):
            return "same"
        if last == 1:
            return "second"
        return "last" if at == last else "turn"

    def _shared_name(self, at: int) -> str:
        """A name that stands in the titles of this story and of the one before it."""
        before = set(names_in(self.plans[at - 1].article.title))
        here = names_in(self.plans[at].article.title)
        return next((name for name in here if name in before), "")

    def dated(self, at: int) -> Line | None:
        """For an old article, the date it is from."""
        plan = self.plans[at]
        if not self._is_old(plan):
            return None
        day = spoken_day_of(plan.article.published, self.head.date)
        return self.book.line("dated", date=day, weight=0.9)

    def outlet(self, article: Article) -> Line | None:
        """Names the outlet, where it is known."""
        if not article.publisher:
            return None
        return self.book.line("outlet", publisher=article.publisher)

    # ── closing ──────────────────────────────────────────────────────────────────────────

    def closing(self) -> Segment:
        """One phrase a story, notices, the notes, the next show, the payoff, goodbye."""
        sample = any(plan.article.sample for plan in self.plans)
        coming = next_show(self.head.date, self.show.air)
        return self._segment(
            "closing",
            CLOSING,
            *self._recap(),
            *self._notices(),
            self.book.line("notes", weight=0.7),
            self._payoff(),
            self.book.line("sample") if sample else None,
            self.book.line("next", next=coming) if coming else self.book.line("again"),
            self.book.line("bye", title=self.head.title),
        )

    def _recap(self) -> tuple[Line, ...]:
        if len(self.plans) == 1:
            return self._lines(self.book.line("recap_one", topic=self.topics[0].label))
        items = [
            self.book.text("recap_item", n=str(n), topic=topic.label)
            for n, topic in enumerate(self.topics, start=1)
        ]
        whole = self.book.line("recap", pause=_PARAGRAPH_PAUSE, items="。".join(items))
        if whole and self.ruler.morae(whole.text) <= RECAP_MORAE:
            return (whole,)
        return self._lines(*(self.book.line("recap", items=item) for item in items))

    def _notices(self) -> tuple[Line, ...]:
        today = self.head.date
        return tuple(
            Line(notice.text, self.book.character.name, source=Source(card="notice"))
            for notice in self.show.notices
            if (notice.start or today) <= today <= (notice.until or today)
        )

    def _payoff(self) -> Line | None:
        times = self.skill.times
        if times == 0:
            return None
        key = "english_skill.payoff" if times > 1 else "english_skill.payoff_once"
        return self.book.line(key, weight=0.3, times=str(times))

    # ── both ─────────────────────────────────────────────────────────────────────────────

    def _segment(self, kind: str, title: str, *lines: Line | None) -> Segment:
        return Segment(
            kind="opening" if kind == "opening" else "closing",
            title=title,
            lines=self._lines(*lines),
            writer="frame",
        )

    def _lines(self, *lines: Line | None) -> tuple[Line, ...]:
        return tuple(line for line in lines if line is not None)
