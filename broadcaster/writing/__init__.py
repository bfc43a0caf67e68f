"""The writing room: articles become a script in the host's voice.

The frame (greeting, date, order, transitions, closing) is built by our code; a writer fills
the body of each story. `extractive` needs nothing but the article; `prompted` asks a model.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineError, Refused, UnknownName
from broadcaster.manifest import PromptFile, StandIn
from broadcaster.nouns import Segment
from broadcaster.writing.account import Aside
from broadcaster.writing.alongside import alongside
from broadcaster.writing.asking import AT_ONCE, Asker
from broadcaster.writing.briefing import Desk
from broadcaster.writing.comparing import Score, Trial, compare
from broadcaster.writing.delivery import deliver
from broadcaster.writing.evening import evened
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.facts import Coverage, Doubt, Evidence, coverage
from broadcaster.writing.findings import FRAMED, Finding, read_finding, standing, written_anew
from broadcaster.writing.frame import Frame
from broadcaster.writing.lengths import fitted
from broadcaster.writing.lint import Count, Lint, lint
from broadcaster.writing.manuscript import read_manuscript, render_manuscript
from broadcaster.writing.measure import Ruler
from broadcaster.writing.phrasebook import Phrasebook
from broadcaster.writing.prompt import Prompts
from broadcaster.writing.prompted import Prompted
from broadcaster.writing.recast import recast
from broadcaster.writing.revision import Revision, editable, revise
from broadcaster.writing.rounding import exactly, roughly
from broadcaster.writing.serving import OFFERS, Server, serving_command, start_server
from broadcaster.writing.story import refused, tell, why
from broadcaster.writing.titles import plan_skill
from broadcaster.writing.vllm_hiring import listens

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from broadcaster.nouns import Article, Plan, Script
    from broadcaster.programme import Character, Show
    from broadcaster.writing.evening import Evened
    from broadcaster.writing.replying import Model
    from broadcaster.writing.story import Told

__all__ = [
    "FRAMED",
    "OFFERS",
    "WRITERS",
    "Aside",
    "Count",
    "Coverage",
    "Doubt",
    "Evidence",
    "Finding",
    "Hired",
    "Lint",
    "Revision",
    "Score",
    "Server",
    "Trial",
    "coverage",
    "editable",
    "hire_writer",
    "lint",
    "listens",
    "prompts_of",
    "read_finding",
    "read_manuscript",
    "recast",
    "rehearse",
    "render_manuscript",
    "revise",
    "serving_command",
    "standing",
    "start_server",
    "tellable",
    "write_script",
    "written_anew",
]

MODELS: Final = {
    "auto": "broadcaster.writing.vllm_hiring:hire_at_hand",
    "vllm": "broadcaster.writing.vllm_hiring:hire",
    "transformers": "broadcaster.writing.transformers_local:hire",
}
"""Name of a model's engine, and who hires it; imported when hired."""

WRITERS: Final = ("auto", "vllm", "transformers", "extractive")
_PACE: Final = 7.0


@dataclass(frozen=True, slots=True)
class Hired:
    """Who writes: a model, or nobody (then the extractive writer does).

    stand_in: what the name that was asked for fell to, where it could not be had.
    """

    model: Model | None = None
    stand_in: StandIn | None = None

    @property
    def name(self) -> str:
        """The model's name, or extractive."""
        return self.model.name if self.model else Extractive.name

    @property
    def alone(self) -> bool:
        """Whether he must have ended before anybody speaks."""
        return self.model is not None and self.model.alone

    def close(self) -> None:
        """End what was started for him alone."""
        if self.model:
            self.model.close()


def hire_writer(
    name: str,
    show: Show,
    character: Character,  # noqa: ARG001 (a character may ask for a model of its own)
    pronounce: Callable[[str], str],  # noqa: ARG001 (writers that check names will need it)
    say: Callable[[str], None] = lambda _line: None,
) -> Hired:
    """The writer of that name, ready to work; its stand-in where it does not answer.

    auto takes a model where one answers or a card is there for one, and is content where neither
    is. A writer or an address named outright that cannot be had, or a card on which nothing
    starts, is a fall nobody asked for. say: takes a line for the operator. UnknownName for any
    other name.
    """
    if name not in WRITERS:
        raise UnknownName(f"no writer {name!r}", do=f"known: {', '.join(WRITERS)}")
    if name == "extractive":
        return Hired()
    try:
        return Hired(_hire_model(name, show, say))
    except EngineError as error:
        return Hired(stand_in=StandIn(name, Extractive.name, "原稿", why(error)))


def _hire_model(engine: str, show: Show, say: Callable[[str], None]) -> Model | None:
    module, _, hire = MODELS[engine].partition(":")
    model: Model | None = getattr(import_module(module), hire)(show, say)
    return model


def tellable(
    show: Show,
    character: Character,
    day: str,
    pronounce: Callable[[str], str],
    pace: float = 0.0,
) -> Callable[[Article], float]:
    """What says how many seconds of an article the extractive writer could tell in this show.

    day: the ISO date of the broadcast. pace: morae a second (0: of the host's first voice).
    """
    writer = Extractive(character, Ruler(pronounce, pace or _pace_of(character)), day)
    return partial(writer.tellable, most=show.air.minutes * 60)


def write_script(
    head: Script,
    plans: Sequence[Plan],
    show: Show,
    character: Character,
    *,
    writer: Hired,
    earlier: Sequence[Script],
    pronounce: Callable[[str], str],
    english: bool,
    own_voice: bool,
    pace: float = 0.0,
    glosses: Mapping[str, str] | None = None,
    settled: Collection[str] = (),
    strict: bool = False,
    say: Callable[[str], None] = lambda _line: None,
) -> Iterator[Segment | Aside]:
    """The segments of the show in the order of broadcast, each whole and checked.

    They come when the last story is written: only then is known how long each may be. What there
    is to say of a segment comes before it: a StandIn, how a model was asked (Asked), lines of its
    that were not let through (Finding); ToldOut before all, where the articles are too short.
    earlier: the scripts of the shows before, oldest first; no line of theirs wears out. english:
    an English voice is at hand. own_voice: the host sounds as himself. pace: morae a second (0: of
    his first voice). glosses: acronyms that an article need not explain itself. settled: ids of
    findings that a person found right. strict: Failed where anybody would have to stand in. say:
    takes a line for the operator.
    """
    ruler = Ruler(pronounce, pace or _pace_of(character))
    book = Phrasebook(character, show.id, head.date, tuple(earlier))
    skill = plan_skill(plans, character, english=english)
    frame = Frame(head, tuple(plans), show, book, ruler, skill)
    frame = replace(frame, plans=fitted(frame, show))
    yield from _said_aloud(writer.stand_in, strict=strict)
    jobs = _jobs(frame, show, writer, glosses or {}, settled, say, strict=strict)
    told = evened(_all_done(jobs) if writer.model else [job() for job in jobs], frame, show)
    by_model = writer.model is not None and any(one.stand_in is None for one in told.stories)
    opening = told.frame.opening(by_model=by_model, own_voice=own_voice)
    yield from deliver(_in_order(opening, told), told.frame)


def _said_aloud(stand_in: StandIn | None, *, strict: bool) -> Iterator[StandIn]:
    """The one who stands in before anything is written, if any; refused where nobody may."""
    if stand_in and strict:
        raise refused(stand_in)
    if stand_in:
        yield stand_in


def prompts_of(show: Show, character: Character) -> tuple[PromptFile, ...]:
    """The prompts that a model is told for this show, as a manifest names them."""
    files = Prompts(show, character).files
    return tuple(PromptFile(file.name, file.version, file.sha256) for file in files)


def rehearse(
    hired: Hired,
    plans: Sequence[Plan],
    show: Show,
    character: Character,
    *,
    day: str,
    pronounce: Callable[[str], str],
    seeds: int,
    label: str,
) -> Score:
    """What the hired model is worth on these stories, `seeds` times each; nothing goes on air.

    label: what its prompts are called. Refused where nobody was hired who could be compared.
    """
    if hired.model is None:
        raise Refused("needs no comparing", hired.name, "name a model")
    ruler = Ruler(pronounce, _pace_of(character))
    prompts = Prompts(show, character)
    desk = Desk(show, character, day, Asker(hired.model), prompts, ruler)
    return compare(desk, plans, seeds, label, partial(Extractive, character, ruler, day))


def _all_done(jobs: Sequence[Callable[[], Told]]) -> list[Told]:
    """The model's stories, asked for side by side: the last to come settles how long each is."""
    return [promise.result() for promise in alongside(jobs, AT_ONCE)]


def _in_order(opening: Segment, told: Evened) -> Iterator[Segment | Aside]:
    if told.told_out:
        yield told.told_out
    yield opening
    for story in told.stories:
        yield from _as_told(story)
    yield told.frame.closing()


def _as_told(story: Told) -> Iterator[Segment | Aside]:
    if story.stand_in:
        yield story.stand_in
    if story.account.asked:
        yield story.account.asked
    yield from story.account.findings
    yield story.segment


def _pace_of(character: Character) -> float:
    talk = character.style("talk")
    return talk.voicings[0].pace if talk and talk.voicings else _PACE


def _jobs(
    frame: Frame,
    show: Show,
    hired: Hired,
    glosses: Mapping[str, str],
    settled: Collection[str],
    say: Callable[[str], None],
    *,
    strict: bool,
) -> list[Callable[[], Told]]:
    """One job a story; what a model fails at, the extractive writer does."""
    model, host, day = hired.model, frame.book.character, frame.head.date
    in_figures = roughly if show.writer.round_figures else exactly
    extractive = partial(Extractive, host, frame.ruler, day, glosses, in_figures)
    stories = range(len(frame.plans))
    if model is None:
        writer = extractive()
        return [partial(tell, at, frame, writer, writer, show) for at in stories]
    prompts = Prompts(show, host)
    desk = Desk(show, host, day, Asker(model), prompts, frame.ruler, settled, say=say)
    # Stories by a model are written side by side: one fallback each, or they would race to explain.
    return [
        partial(tell, at, frame, Prompted(desk, extractive()), extractive(), show, strict=strict)
        for at in stories
    ]
