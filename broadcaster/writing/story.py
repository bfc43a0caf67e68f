"""A whole story segment: the frame's transition, the writer's body, outlet and title between.

The first fact comes first; date, outlet and title follow it, so that nobody waits for the news.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Protocol

from broadcaster.errors import EngineError, EngineUnavailable, Failed
from broadcaster.manifest import StandIn
from broadcaster.nouns import Line, Segment
from broadcaster.writing.account import Account
from broadcaster.writing.airdates import says_day_of
from broadcaster.writing.fitness import leans_on_predecessor, tells_a_deed
from broadcaster.writing.headline import first_name_in
from broadcaster.writing.reactions import RESERVED, may_react
from broadcaster.writing.titles import title_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Article, Plan
    from broadcaster.programme import Show
    from broadcaster.writing.frame import Frame

_NOTHING: Final = Account()
_KANA: Final = re.compile("[ぁ-ん]")
_LEAST_BODY: Final = 6.0
_OUTLET_BY: Final = 2
"""Facts told before the outlet is named, at most: it is heard by the third sentence."""


class Writer(Protocol):
    """Fills the body of one planned story with lines. account: of the last story it wrote.

    A writer may be asked for the same story once more, with more seconds in its plan.
    """

    name: str
    account: Account

    def write(self, plan: Plan, show: Show) -> Iterator[Line]:
        """The body. EngineError where it cannot be written."""
        ...

    def longer(self, plan: Plan, show: Show) -> Iterator[Line]:
        """The body of a story it wrote, filled up to the plan's seconds as far as can be."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """A story as told, who stood in for the writer if anybody had to, and the writer's account.

    writer: who really wrote it.
    """

    segment: Segment
    writer: Writer
    stand_in: StandIn | None = None
    account: Account = _NOTHING


def tell(
    at: int, frame: Frame, writer: Writer, fallback: Writer, show: Show, *, strict: bool = False
) -> Told:
    """Story `at` (from 0), by the writer or, where he fails, by the fallback.

    strict: Failed instead of the fallback.
    """
    plan, told_by, stand_in = _for_the_body(at, frame), writer, None
    try:
        body = tuple(writer.write(plan, show))
    except EngineError as error:
        stand_in = StandIn(writer.name, fallback.name, f"{at + 1}本目の原稿", why(error))
        if strict:
            raise refused(stand_in) from error
        told_by, body = fallback, tuple(fallback.write(plan, show))
    segment = _segment(at, frame, body, told_by.name)
    return Told(segment, told_by, stand_in, writer.account)


def lengthened(told: Told, at: int, frame: Frame, show: Show) -> Told:
    """The same story, as long as the frame's plan wants it now."""
    body = tuple(told.writer.longer(_for_the_body(at, frame), show))
    return replace(told, segment=_segment(at, frame, body, told.writer.name))


def refused(stand_in: StandIn) -> Failed:
    """The error of a strict show in which somebody would have to stand in."""
    return Failed(
        f"{stand_in.wanted} cannot write it and nobody may stand in (--strict): {stand_in.reason}",
        stand_in.where,
        f"try again, or without --strict ({stand_in.ran} would write it)",
    )


def _for_the_body(at: int, frame: Frame) -> Plan:
    """The plan with the seconds that the frame's own lines leave to the body."""
    plan = frame.plans[at]
    around = (*frame.transition(at), *_apart(at, frame, ()), *_titles(at, frame))
    taken = sum(frame.ruler.seconds(line.text, line.pause) for line in around)
    left = plan.seconds - taken - kept_for_reactions(at, frame)
    return replace(plan, seconds=max(_LEAST_BODY, left))


def kept_for_reactions(at: int, frame: Frame) -> float:
    """Seconds of story `at` in which the host may react to it."""
    reacts = not frame.grave[at] and may_react(frame.plans[at].article, frame.book.character)
    return RESERVED if reacts else 0.0


def _segment(at: int, frame: Frame, body: tuple[Line, ...], name: str) -> Segment:
    article = frame.plans[at].article
    untold = None if body else frame.book.line(_untold(article), nth=at)
    first = _before_the_outlet(body, article)
    facts, rest = body[:first], (untold,) if untold else body[first:]
    around = (*facts, *_apart(at, frame, facts), *_titles(at, frame))
    return Segment(
        kind="story",
        title=frame.topics[at].headline,
        lines=(*frame.transition(at), *around, *rest),
        articles=(article.id,),
        url=article.url,
        grave=frame.grave[at],
        writer=name,
    )


def _before_the_outlet(body: tuple[Line, ...], article: Article) -> int:
    """How many facts come before the outlet: one, or two if the second leans on the first.

    None where the first does not say who did what: then at least who says so comes first.
    """
    if not body[:1] or not (_says_who(body[0].text, article)):
        return 0
    parts = sum(1 for line in body if line.source == body[0].source)
    leans = len(body) > 1 and leans_on_predecessor(body[1].text)
    return max(parts, _OUTLET_BY if leans else 1)


def _says_who(text: str, article: Article) -> bool:
    name = first_name_in(article.title)
    return tells_a_deed(text) or not article.publisher or (bool(name) and name in text)


def _untold(article: Article) -> str:
    """The card's key for a story without a fact: nothing Japanese to read, or nothing to tell."""
    japanese = any(_KANA.search(paragraph.text) for paragraph in article.paragraphs)
    return "untold_japanese" if japanese else "untold"


def _apart(at: int, frame: Frame, told: tuple[Line, ...]) -> tuple[Line, ...]:
    """Outlet and, for an old article, its date where what is told has not named it."""
    published, air = frame.plans[at].article.published, frame.head.date
    dated = any(says_day_of(published, air, line.text) for line in told)
    found = (frame.outlet(at), None if dated else frame.dated(at))
    return tuple(line for line in found if line is not None)


def _titles(at: int, frame: Frame) -> tuple[Line, ...]:
    article, keys = frame.plans[at].article, frame.title_keys
    nth = keys[:at].count(keys[at])
    return title_lines(article, keys[at], frame.topics[at], frame.book, nth=nth)


def why(error: EngineError) -> str:
    """Why a stand-in wrote, for the operator; what the engine itself said is in brackets."""
    said = "つながらない" if isinstance(error, EngineUnavailable) else "使える原稿が返らない"
    return f"{said} ({error})"
