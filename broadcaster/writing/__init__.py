"""The writing room: articles become a script in the host's voice.

The frame (greeting, date, order, transitions, closing) is built by our code; a writer fills
the body of each story. `extractive` needs nothing but the article; `prompted` asks a model.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineError, EngineUnavailable, UnknownName
from broadcaster.manifest import StandIn
from broadcaster.nouns import Segment
from broadcaster.writing.alongside import Later, alongside
from broadcaster.writing.delivery import deliver
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.findings import Finding, read_finding, standing
from broadcaster.writing.frame import Frame
from broadcaster.writing.lint import Count, Lint, lint
from broadcaster.writing.manuscript import read_manuscript, render_manuscript
from broadcaster.writing.measure import Ruler
from broadcaster.writing.phrasebook import Phrasebook
from broadcaster.writing.prompted import Prompted
from broadcaster.writing.recast import recast
from broadcaster.writing.revision import Revision, editable, revise
from broadcaster.writing.rounding import exactly, roughly
from broadcaster.writing.story import tell, why
from broadcaster.writing.titles import plan_skill

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from broadcaster.nouns import Article, Plan, Script
    from broadcaster.programme import Character, Show
    from broadcaster.writing.alongside import Promise
    from broadcaster.writing.prompted import Model
    from broadcaster.writing.story import Told

__all__ = [
    "WRITERS",
    "Count",
    "Finding",
    "Hired",
    "Lint",
    "Revision",
    "editable",
    "hire_writer",
    "lint",
    "read_finding",
    "read_manuscript",
    "recast",
    "render_manuscript",
    "revise",
    "standing",
    "tellable",
    "write_script",
]

MODELS: Final = {
    "vllm": "broadcaster.writing.vllm_server:VllmServer",
}
"""Name of a model's engine, and where it lives; imported when hired."""

WRITERS: Final = ("auto", "vllm", "transformers", "extractive")
_AT_ONCE: Final = 8
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


def hire_writer(
    name: str,
    show: Show,
    character: Character,  # noqa: ARG001 (a character may ask for a model of its own)
    pronounce: Callable[[str], str],  # noqa: ARG001 (writers that check names will need it)
) -> Hired:
    """The writer of that name, ready to work; its stand-in where it does not answer.

    auto takes a model where `[writer] address` answers, and is content without one. A writer
    named outright that cannot be had is a fall nobody asked for. UnknownName for any other name.
    """
    if name not in WRITERS:
        raise UnknownName(f"no writer {name!r}", do=f"known: {', '.join(WRITERS)}")
    if name == "extractive" or (name == "auto" and not show.writer.address):
        return Hired()
    try:
        return Hired(_hire_model("vllm" if name == "auto" else name, show))
    except EngineError as error:
        fall = StandIn(name, Extractive.name, "原稿", why(error), asked=name == "auto")
        return Hired(stand_in=fall)


def _hire_model(engine: str, show: Show) -> Model:
    if engine not in MODELS:
        raise EngineUnavailable("is not installed here", engine)
    if not show.writer.address:
        raise EngineUnavailable("has no address", engine, "give [writer] address in show.toml")
    module, _, kind = MODELS[engine].partition(":")
    model: Model = getattr(import_module(module), kind)(show.writer.address, show.writer.model)
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
) -> Iterator[Segment | StandIn]:
    """The segments of the show in the order of broadcast, each whole and checked.

    A StandIn comes before the segment it is about. earlier: the scripts of the shows before,
    oldest first; no line of theirs wears out. english: an English voice is at hand.
    own_voice: the host sounds as himself. pace: morae a second (0: of his first voice).
    glosses: what acronyms mean, for those that an article does not explain itself.
    """
    ruler = Ruler(pronounce, pace or _pace_of(character))
    book = Phrasebook(character, show.id, head.date, tuple(earlier))
    skill = plan_skill(plans, character, english=english)
    frame = Frame(head, tuple(plans), show, book, ruler, skill)
    if writer.stand_in:
        yield writer.stand_in
    jobs = _jobs(frame, show, writer, glosses or {})
    told = alongside(jobs, _AT_ONCE) if writer.model else [Later(job) for job in jobs]
    by_model = writer.model is not None and _any_by_model(told)
    opening = frame.opening(by_model=by_model, own_voice=own_voice)
    yield from deliver(_in_order(opening, told, frame), frame)


def _in_order(
    opening: Segment, told: Sequence[Promise[Told]], frame: Frame
) -> Iterator[Segment | StandIn]:
    yield opening
    for story in told:
        yield from _as_told(story.result())
    yield frame.closing()


def _as_told(story: Told) -> Iterator[Segment | StandIn]:
    if story.stand_in:
        yield story.stand_in
    yield story.segment


def _pace_of(character: Character) -> float:
    talk = character.style("talk")
    return talk.voicings[0].pace if talk and talk.voicings else _PACE


def _jobs(
    frame: Frame, show: Show, hired: Hired, glosses: Mapping[str, str]
) -> list[Callable[[], Told]]:
    """One job a story; what a model fails at, the extractive writer does."""
    model, host = hired.model, frame.book.character
    in_figures = roughly if show.writer.round_figures else exactly
    extractive = partial(Extractive, host, frame.ruler, frame.head.date, glosses, in_figures)
    stories = range(len(frame.plans))
    if model is None:
        writer = extractive()
        return [partial(tell, at, frame, writer, writer, show) for at in stories]
    # Stories by a model are written side by side: one fallback each, or they would race to explain.
    prompted = Prompted(host, model, frame.head.date)
    return [partial(tell, at, frame, prompted, extractive(), show) for at in stories]


def _any_by_model(told: Sequence[Promise[Told]]) -> bool:
    """Whether a model wrote any of it: the disclosure must be true before it is spoken."""
    return any(promise.result().stand_in is None for promise in told)
