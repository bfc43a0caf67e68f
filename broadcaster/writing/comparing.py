"""What models and prompts are worth on one's own articles: the same stories, seed by seed.

Measured is the first reply to each story, gate by gate, before anything is mended; and, with the
writer at work as in a show, how often it had to ask again and how often it had to give up.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from statistics import fmean
from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import EngineError
from broadcaster.writing.alongside import alongside
from broadcaster.writing.answer import in_shape, is_japanese
from broadcaster.writing.asking import AT_ONCE, Asker
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.prompted import Prompted
from broadcaster.writing.replying import MOST_TOKENS, Reply, Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping, Sequence

    from broadcaster.nouns import Plan
    from broadcaster.writing.briefing import Briefing, Desk
    from broadcaster.writing.judging import Judged
    from broadcaster.writing.replying import Model

NEAR: Final = 0.15
"""Share by which a first reply may miss the seconds it was asked for."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One story asked for with one seed. Shares run from 0 to 1.

    schema, japanese: of the first reply. facts, character: the share of its lines that its
    article licenses, that needed no mending. length: whether it took about the seconds asked.
    retries: requests after the first. stood_in: the extractive writer would have had to write it.
    """

    story: int
    salt: int
    schema: bool = False
    japanese: bool = False
    facts: float = 0.0
    character: float = 0.0
    length: bool = False
    requests: int = 0
    stood_in: bool = False
    tokens: int = 0
    why: str = ""

    @property
    def retries(self) -> int:
        """Requests after the first."""
        return max(0, self.requests - 1)


@dataclass(frozen=True, slots=True)
class Score:
    """All trials of one model with one set of prompts. seconds: of all of them, side by side.

    Shares are means over the trials; tokens_a_second counts what was written by all together.
    """

    model: str
    prompts: str
    fingerprint: str
    trials: tuple[Trial, ...]
    seconds: float
    schema: float
    japanese: float
    facts: float
    character: float
    length: float
    retries: float
    stood_in: float
    tokens_a_second: float


def compare(
    desk: Desk, plans: Sequence[Plan], seeds: int, label: str, extractive: Callable[[], Extractive]
) -> Score:
    """The score of the desk's model and prompts over these plans, `seeds` times each.

    label: what the prompts are called. Raises nothing for a model that fails: that is a result.
    """
    jobs = [
        _job(replace(desk, salt=salt), plan, extractive)
        for salt in range(1, seeds + 1)
        for plan in plans
    ]
    began = time.monotonic()
    trials = tuple(promise.result() for promise in alongside(jobs, AT_ONCE))
    return _score(desk, label, trials, time.monotonic() - began)


def _score(desk: Desk, label: str, trials: tuple[Trial, ...], seconds: float) -> Score:
    def mean(name: str) -> float:
        return round(fmean(float(getattr(trial, name)) for trial in trials), 3)

    return Score(
        model=desk.asker.model.name,
        prompts=label,
        fingerprint=desk.asker.model.fingerprint,
        trials=trials,
        seconds=round(seconds, 2),
        schema=mean("schema"),
        japanese=mean("japanese"),
        facts=mean("facts"),
        character=mean("character"),
        length=mean("length"),
        retries=mean("retries"),
        stood_in=mean("stood_in"),
        tokens_a_second=round(sum(trial.tokens for trial in trials) / max(seconds, 1e-6), 1),
    )


# ── one trial ────────────────────────────────────────────────────────────────────────────


def _job(desk: Desk, plan: Plan, extractive: Callable[[], Extractive]) -> Callable[[], Trial]:
    return lambda: _tried(desk, plan, extractive())


def _tried(desk: Desk, plan: Plan, extractive: Extractive) -> Trial:
    heard = _Heard(desk.asker.model)
    here = replace(desk, asker=Asker(heard))
    prompted, why = Prompted(here, extractive), ""
    try:
        tuple(prompted.write(plan, desk.show))
    except EngineError as error:
        why = str(error)
    asked = prompted.account.asked
    trial = Trial(
        plan.ordinal,
        desk.salt,
        requests=len(asked.seeds) if asked else 0,
        stood_in=bool(why),
        tokens=sum(usage.written for usage in heard.usages),
        why=why,
    )
    return _judged(trial, *prompted.first_reply())


def _judged(trial: Trial, briefing: Briefing, first: str) -> Trial:
    """The trial with what its first reply is worth, gate by gate."""
    said = in_shape(first)
    if not said:
        return trial
    judged = briefing.judge.of(said)
    spoken = sum(_seconds(one, briefing) for one in judged)
    return replace(
        trial,
        schema=True,
        japanese=is_japanese(said),
        facts=round(fmean(not one.doubtful for one in judged), 3),
        character=round(fmean(not (one.fault or one.mended) for one in judged), 3),
        length=abs(spoken - briefing.plan.seconds) <= NEAR * briefing.plan.seconds,
    )


def _seconds(one: Judged, briefing: Briefing) -> float:
    return briefing.desk.ruler.seconds(one.text or one.said.text)


class _Heard:
    """A model of which is noted what its replies cost."""

    alone = False

    def __init__(self, model: Model) -> None:
        self._model = model
        self.name = model.name
        self.context = model.context
        self.usages: list[Usage] = []
        self.fingerprint = model.fingerprint

    def count(self, messages: Sequence[Mapping[str, str]]) -> int:
        """As the model counts."""
        return self._model.count(messages)

    def reply(
        self,
        messages: Sequence[Mapping[str, str]],
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int = MOST_TOKENS,
        temperature: float = 0.5,
    ) -> Reply:
        """The model's reply, noted as it passes."""
        reply = self._model.reply(messages, schema, seed, most_tokens, temperature)
        return Reply(self._noted(reply))

    def close(self) -> None:
        """It is somebody else's to close."""

    def _noted(self, reply: Reply) -> Generator[str, None, Usage]:
        yield from reply
        usage, self.fingerprint = reply.usage or Usage(), self._model.fingerprint
        self.usages.append(usage)
        return usage
