"""The writer that asks a model: its lines are judged one by one, and brought to their length.

Nothing a model says is believed. Its lines pass the character gate and the facts of the article;
what does not hold is asked for again, quoted from the source or dropped, as the show wishes.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineFailed
from broadcaster.manifest import Asked
from broadcaster.writing.account import Account
from broadcaster.writing.briefing import Briefing
from broadcaster.writing.fitness import tells_value
from broadcaster.writing.judging import LEAST_GOOD
from broadcaster.writing.lengths import MUST, TOLERANCE, lines_for, seconds_of, shortened
from broadcaster.writing.prompt import AGAIN, MORE
from broadcaster.writing.quarantine import harmless
from broadcaster.writing.quoting import Quoting
from broadcaster.writing.ranking import graph
from broadcaster.writing.remarks import REMARK
from broadcaster.writing.settlement import Settlement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from broadcaster.nouns import Line, Plan
    from broadcaster.programme import Show
    from broadcaster.writing.answer import Said
    from broadcaster.writing.briefing import Desk
    from broadcaster.writing.extractive import Extractive
    from broadcaster.writing.judging import Judged
    from broadcaster.writing.prompt import Message

REPAIRS: Final = 2
_WORTH_ASKING: Final = 8.0
"""Seconds that must be missing for the model to be asked for more."""

_SHOWN: Final = 160
_LAST_PAUSE, _PAUSE = 0.9, 0.55


class Prompted:
    """Fills one story with what a model makes of the article. extractive: who quotes for it."""

    def __init__(self, desk: Desk, extractive: Extractive) -> None:
        self.name = desk.asker.model.name
        self.account = Account()
        self._last: _Story | None = None
        self._desk = desk
        self._extractive = extractive

    def write(self, plan: Plan, show: Show) -> Iterator[Line]:
        """The body of one story. EngineError where the model is of no use for it."""
        self._last = story = _Story(
            Briefing(self._desk, plan), self._extractive, show.writer.on_doubt
        )
        try:
            yield from story.told()
        finally:
            self.account = story.account()

    def longer(self, plan: Plan, show: Show) -> Iterator[Line]:  # noqa: ARG002 (the writers' contract)
        """The last story, filled up from its source; the model is not asked again."""
        assert self._last is not None, "called after write"
        return self._last.filled(plan.seconds)

    def first_reply(self) -> tuple[Briefing, str]:
        """The last story's briefing and the first reply to it, for those who measure a model."""
        assert self._last is not None, "called after write"
        return self._last.briefing, next((one.text for one in self._last.interview.asked), "")


class _Story:
    """One story while it is asked for. interview: the requests it took so far."""

    def __init__(self, briefing: Briefing, extractive: Extractive, policy: str) -> None:
        self.briefing = briefing
        self._prompts = briefing.desk.prompts
        self._ruler = briefing.desk.ruler
        self._seconds = briefing.plan.seconds
        self._policy = policy
        self.interview = briefing.interview()
        self._parts = 0
        self._lines: tuple[Line, ...] = ()
        self._quoting = Quoting(extractive, briefing.plan, briefing.desk.day)
        self._settlement = Settlement(policy, briefing, self._quoting)

    def account(self) -> Account:
        """How the model was asked, and what it said that the source does not."""
        model, asked = self.briefing.desk.asker.model, self.interview.asked
        return Account(
            Asked(
                self.briefing.plan.ordinal,
                model.name,
                model.fingerprint,
                tuple(one.seed for one in asked),
                self._parts,
                tuple(one.fault for one in asked if one.fault),
            ),
            tuple(dict.fromkeys(self._settlement.findings)),
        )

    def told(self) -> Iterator[Line]:
        """The body, as long as the plan wants it."""
        rows, self._parts = self.briefing.digest
        asked = self.briefing.asking(rows)
        judge = self.briefing.judge
        judged = self.interview.answered(
            partial(self.briefing.asking, rows), self.briefing.most_tokens, judge.good_enough
        )
        if self._policy == "repair":
            judged = self._repaired(asked, judged)
        lines = self._whole(self._quoting.own_words(self._settlement.lines(judged)))
        if sum(line.source.card != REMARK for line in lines) < LEAST_GOOD:
            raise EngineFailed("left too little to tell", self.briefing.desk.asker.model.name)
        self._lines = shortened(lines, self._seconds, self._ruler)
        if self._missing() > _WORTH_ASKING:
            more = self._with_more(asked, self._lines)
            self._lines = shortened(more, self._seconds, self._ruler)
        yield from self.filled(self._seconds)

    def filled(self, seconds: float) -> Iterator[Line]:
        """What is told, and what else the source has to tell in so many seconds."""
        self._seconds = seconds
        if self._missing() > TOLERANCE * seconds:
            body, remarks = _without_last_remark(self._lines)
            self._lines = (*self._quoting.woven(body, self._missing()), *remarks)
        last = len(self._lines) - 1
        for at, line in enumerate(self._lines):
            yield replace(line, pause=_LAST_PAUSE if at == last else _PAUSE)

    # ── what is answered ─────────────────────────────────────────────────────────────────

    def _repaired(self, asked: Sequence[Message], judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
        """The best of what the model says when it is shown what does not hold."""
        for _ in range(REPAIRS):
            doubtful = [one for one in judged if one.doubtful]
            if not doubtful:
                break
            again = self._prompts.once_more(asked, AGAIN, findings=self._shown(doubtful))
            newer = self._tried(again, self.briefing.judge.good_enough)
            if newer and sum(one.doubtful for one in newer) < len(doubtful):
                judged = newer
        return judged

    def _shown(self, doubtful: Sequence[Judged]) -> str:
        rows = []
        for one in doubtful:
            nearest = harmless(self.briefing.evidence.nearest_sentence(one.text))[:_SHOWN]
            source = f" 記事では「{nearest}」" if nearest and one.doubts else ""
            rows.append(f"- 「{one.text}」の「{one.claim}」{source}")
        return "\n".join(rows)

    def _tried(
        self,
        messages: Sequence[Message],
        judge: Callable[[tuple[Said, ...]], tuple[Judged, ...]],
    ) -> tuple[Judged, ...]:
        """One more request, for which the story does not fall: nothing where it is no good."""
        try:
            return self.interview.answered(
                lambda _: messages, self.briefing.most_tokens, judge, attempts=1
            )
        except EngineFailed:
            return ()

    # ── what is told ─────────────────────────────────────────────────────────────────────

    def _whole(self, lines: tuple[Line, ...]) -> tuple[Line, ...]:
        """The lines with a lead, and with the condition of a price or a performance they tell."""
        lead = () if lines and lines[0].weight == MUST else self._quoting.lead()
        lines = (*lead, *(line for line in lines if line.text not in {one.text for one in lead}))
        if any(tells_value(line.text) for line in lines):
            body, remarks = _without_last_remark(lines)
            caveat = (replace(line, weight=MUST) for line in self._quoting.caveat(lines))
            lines = (*body, *caveat, *remarks)
        return lines

    def _missing(self) -> float:
        return self._seconds - seconds_of(self._lines, self._ruler)

    def _with_more(self, asked: Sequence[Message], lines: tuple[Line, ...]) -> tuple[Line, ...]:
        more = self._prompts.once_more(
            asked,
            MORE,
            lines=str(lines_for(self._missing())),
            told="\n".join(f"- {line.text}" for line in lines),
        )
        judged = self._tried(more, self.briefing.judge.of)
        known = {line.text for line in lines} | {one.text for one in self._settlement.findings}
        new = [one for one in judged if one.text not in known and not one.remark]
        body, remarks = _without_last_remark(lines)
        found = self._quoting.own_words(self._settlement.lines(new, lines), lines)
        return (*body, *unrepeated(found, body), *remarks)


def unrepeated(lines: Sequence[Line], told: Sequence[Line]) -> tuple[Line, ...]:
    """The lines that do not say again what is told already."""
    close = graph(tuple(line.text for line in (*told, *lines)))
    before = len(told)
    return tuple(
        line
        for at, line in enumerate(lines, start=before)
        if not any(close.repeats(at, other) for other in range(before))
    )


def _without_last_remark(
    lines: Sequence[Line],
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines, and a closing remark apart: what is added comes before it."""
    if lines and lines[-1].source.card == REMARK:
        return tuple(lines[:-1]), tuple(lines[-1:])
    return tuple(lines), ()
