"""The frame around the news: opening, transitions, closing.

Made from all plans and the earlier scripts, never by a model. The order of the opening and of
the closing is fixed; every line comes from the card.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences
from broadcaster.nouns import Line, Segment, Source
from broadcaster.writing.airdates import (
    days_before,
    next_show,
    spoken_date,
    spoken_day_of,
    spoken_weekday,
)
from broadcaster.writing.gravity import grave_cues, is_grave
from broadcaster.writing.headline import topic
from broadcaster.writing.languages import is_sayable, language_name, text_language
from broadcaster.writing.phrasebook import closed
from broadcaster.writing.recapping import recap
from broadcaster.writing.sober import listed, recap_beside_grave
from broadcaster.writing.subject import proper_names
from broadcaster.writing.titles import title_key
from broadcaster.writing.topics import shared_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Plan, Script
    from broadcaster.programme import Show
    from broadcaster.writing.headline import Topic
    from broadcaster.writing.measure import Ruler
    from broadcaster.writing.phrasebook import Phrasebook
    from broadcaster.writing.titles import Skill

OLD_AFTER: Final = 2
"""Days after which an article is no longer fresh, and says its date."""

OPENING_MORAE: Final = 140
DISCLOSED_BY, FIRST_FACT_BY = 20.0, 30.0
"""Seconds into the show by which the disclosure is over and the first fact begins."""

_BEFORE_FIRST_WORD, _STINGER = 3.4, 1.8
"""Seconds of the opening jingle, and by which a stinger lengthens the pause before a story."""

_INSIDE: Final = 0.55
"""Seconds between two sentences of one line."""

OPENING, CLOSING = "あいさつ", "まとめ"
_HEADLINE_PAUSE: Final = 0.7
_MOST_HEADLINES: Final = 3


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
        cues = grave_cues(self.book.character)
        stories = zip((plan.article for plan in self.plans), self.grave, strict=True)
        return tuple(
            topic(article, self.ruler, grave=cues if is_grave else ())
            for article, is_grave in stories
        )

    @cached_property
    def grave(self) -> tuple[bool, ...]:
        """Which stories are told without a joke."""
        return tuple(is_grave(plan.article, self.book.character) for plan in self.plans)

    @cached_property
    def shared(self) -> tuple[str, ...]:
        """For every story the name it shares with the one before it, if neither is grave."""
        stories = zip((plan.article for plan in self.plans), self.grave, strict=True)
        return (
            "",
            *(
                "" if was_grave or is_grave_too else shared_name(before, here, self.ruler)
                for (before, was_grave), (here, is_grave_too) in pairwise(stories)
            ),
        )

    # ── opening ──────────────────────────────────────────────────────────────────────────

    def opening(self, *, by_model: bool, own_voice: bool) -> Segment:
        """Name and date, what is in the show, how it was made, and one remark if there is time.

        The remark and the word on older articles are left out where they would hold up the
        first fact; beside the name of a grave story a host who jokes makes no remark.
        """
        disclosure = self.book.line("disclosure.model" if by_model else "disclosure.extractive")
        must = _said(self._name(), *self._rundown(disclosure), disclosure)
        jokes = not own_voice or bool(self.book.character.reactions)
        calm = self.grave[0] or (jokes and any(self.grave))
        remark = None if calm else self._remark(own_voice=own_voice)
        older = self.book.line("older", weight=0.8) if any(map(self._is_old, self.plans)) else None
        for more in ((older, remark), (remark,), (older,)):
            lines = (*must, *_said(*more))
            if self._is_brief(lines):
                return _segment("opening", OPENING, lines)
        return _segment("opening", OPENING, must)

    def _name(self) -> Line | None:
        """Show and date; a show that is named after its host does not name him again."""
        day, host = self.head.date, self.book.character.name
        key = "name_titled" if host in self.head.title else "name"
        if not self.book.character.phrases(key):
            key = "name"
        date, weekday = spoken_date(day), spoken_weekday(day)
        return self.book.line(key, title=self.head.title, date=date, weekday=weekday)

    def _remark(self, *, own_voice: bool) -> Line | None:
        return self.book.line("hello" if own_voice else "borrowed", weight=0.3)

    def _rundown(self, disclosure: Line | None) -> tuple[Line, ...]:
        """How many stories and their headlines, in the longest form that leaves enough time."""
        calm = self._grave_rundown()
        told = calm
        for headlines in self._headlines():
            light = self.book.line(
                "rundown", pause=_HEADLINE_PAUSE, count=str(len(self.plans)), headlines=headlines
            )
            told = (*_said(light), *calm)
            spoken = self._seconds(_said(self._name(), *told, disclosure))
            after = disclosure.pause if disclosure else 0.0
            if _BEFORE_FIRST_WORD + spoken - after <= DISCLOSED_BY:
                break
        return told

    def _grave_rundown(self) -> tuple[Line, ...]:
        """The grave stories in a sentence of their own, after the others or instead of them."""
        topics = [one for one, grave in zip(self.topics, self.grave, strict=True) if grave]
        if not topics:
            return ()
        key = "rundown_grave" if all(self.grave) else "rundown_rest"
        count = str(len(topics))
        return _said(
            self.book.line(key, pause=_HEADLINE_PAUSE, count=count, headlines=listed(topics))
        )

    def _headlines(self) -> Iterator[str]:
        """The light headlines in one phrase; then with names instead of whole headlines."""
        topics = [one for one, grave in zip(self.topics, self.grave, strict=True) if not grave]
        labels = [one.label for one in topics]
        names = [
            one.label if one.by_language else next(proper_names(one.label), one.label)
            for one in topics
        ]
        for phrases in ([one.headline for one in topics], labels, names) if topics else ():
            told = list(dict.fromkeys(phrases))
            more = "など" if len(told) > _MOST_HEADLINES else ""
            yield "、".join(told[:_MOST_HEADLINES]) + more

    def _is_brief(self, opening: Sequence[Line]) -> bool:
        """Whether the first fact still comes in time after this opening."""
        spoken = self._seconds((*opening, *self.transition(0)))
        within = sum(self.ruler.morae(line.text) for line in opening) <= OPENING_MORAE
        return within and _BEFORE_FIRST_WORD + spoken + _STINGER <= FIRST_FACT_BY

    def _seconds(self, lines: Sequence[Line]) -> float:
        """Seconds of lines at the voice's pace, which counts the pauses at 、 already."""
        spoken = sum(self.ruler.morae(line.text) / self.ruler.pace + line.pause for line in lines)
        return spoken + _INSIDE * sum(len(sentences(line.text)) - 1 for line in lines)

    def _is_old(self, plan: Plan) -> bool:
        age = days_before(self.head.date, plan.article.published)
        return age is not None and age > OLD_AFTER

    # ── transitions ──────────────────────────────────────────────────────────────────────

    def transition(self, at: int) -> tuple[Line, ...]:
        """What leads into story `at` (from 0): its number, its topic, whether the topic changes."""
        key, number, label = self.turns[at], str(at + 1), self.topics[at].label
        nth = self.turns[:at].count(key)
        lead = self.book.line(key, nth=nth, n=number, topic=label, name=self.shared[at])
        return _said(self._calm(at), lead)

    def _calm(self, at: int) -> Line | None:
        """Before grave news, unless the news before it was grave too."""
        starts = [here and not (n and self.grave[n - 1]) for n, here in enumerate(self.grave)]
        return self.book.line("grave", nth=sum(starts[:at])) if starts[at] else None

    @cached_property
    def turns(self) -> tuple[str, ...]:
        """For every story the key of the line that leads into it."""
        return tuple(self._turn(at) for at in range(len(self.plans)))

    def _turn(self, at: int) -> str:
        last = len(self.plans) - 1
        if self.grave[at]:
            return "grave_turn" if last else "grave_only"
        if at == 0:
            return "first" if last else "only"
        if self.shared[at]:
            return "same_last" if at == last else "same"
        if self.grave[at - 1] and self.book.character.phrases("after_grave"):
            return "last" if at == last > 1 else "after_grave"
        if last == 1:
            return "second"
        return "last" if at == last else "turn"

    @cached_property
    def title_keys(self) -> tuple[str, ...]:
        """For every story the key under which its own title is told."""
        character = self.book.character
        return tuple(
            title_key(plan.article, self.skill, character, self.ruler) for plan in self.plans
        )

    def dated(self, at: int) -> Line | None:
        """For an old article, the date it is from."""
        plan = self.plans[at]
        if not self._is_old(plan):
            return None
        day = spoken_day_of(plan.article.published, self.head.date)
        nth = sum(map(self._is_old, self.plans[:at]))
        return self.book.line("dated", nth=nth, date=day, weight=0.9)

    def outlet(self, at: int) -> Line | None:
        """Names the outlet of story `at`, where it is known, or its language where nobody can."""
        article = self.plans[at].article
        publisher = article.publisher
        if publisher and not is_sayable(publisher):
            publisher = f"{language_name(text_language(article))}の媒体"
        nth = sum(bool(plan.article.publisher) for plan in self.plans[:at])
        return self.book.line("outlet", nth=nth, publisher=publisher) if publisher else None

    # ── closing ──────────────────────────────────────────────────────────────────────────

    def closing(self) -> Segment:
        """One phrase a story, notices, the notes, the payoff, the next show, goodbye."""
        sample = any(plan.article.sample for plan in self.plans)
        linked = any(plan.article.url for plan in self.plans)
        coming = next_show(self.head.date, self.show.air)
        lines = _said(
            *self._recap(),
            *self._notices(),
            self.book.line("notes", weight=0.7) if linked else None,
            None if any(self.grave) else self._payoff(),
            self.book.line("sample") if sample else None,
            self.book.line("next", next=coming) if coming else self.book.line("again"),
            self.book.line("bye", title=self.head.title),
        )
        return _segment("closing", CLOSING, lines)

    def _recap(self) -> tuple[Line, ...]:
        if any(self.grave):
            return recap_beside_grave(self.topics, self.grave, self.book, self.ruler)
        return _said(recap(self.topics, self.book, self.ruler))

    def _notices(self) -> tuple[Line, ...]:
        today = self.head.date
        return tuple(
            Line(closed(notice.text), self.book.character.name, source=Source(card="notice"))
            for notice in self.show.notices
            if (notice.start or today) <= today <= (notice.until or today)
        )

    def _payoff(self) -> Line | None:
        times = self.skill.times
        if times == 0:
            return None
        key = "english_skill.payoff" if times > 1 else "english_skill.payoff_once"
        return self.book.line(key, weight=0.3, times=str(times))


def _segment(kind: str, title: str, lines: Sequence[Line]) -> Segment:
    return Segment(
        kind="opening" if kind == "opening" else "closing",
        title=title,
        lines=tuple(lines),
        writer="frame",
    )


def _said(*lines: Line | None) -> tuple[Line, ...]:
    return tuple(line for line in lines if line is not None)
