"""A model's lines before the court: the character gate, the article's facts, a source at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.errors import EngineFailed
from broadcaster.writing.findings import DROPPED, QUOTED, Finding
from broadcaster.writing.remarks import is_remark, is_signpost

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from broadcaster.programme import Character
    from broadcaster.writing.answer import Said
    from broadcaster.writing.facts import Doubt, Evidence
    from broadcaster.writing.gate import Gate, Gated
    from broadcaster.writing.grounding import Ground

LEAST_GOOD: Final = 2
"""Lines of a model that a segment must keep to be called its work."""

_NO_SOURCE: Final = "記事にない話"


@dataclass(frozen=True, slots=True)
class Judged:
    """A line and what came of it. texts: as it would be said; fault: why it cannot be said at all.

    doubts: what of it its article does not license. remark: the host speaks of himself.
    """

    said: Said
    texts: tuple[str, ...] = ()
    fault: str = ""
    doubts: tuple[Doubt, ...] = ()
    unsourced: bool = False
    remark: bool = False
    mended: bool = False

    @property
    def text(self) -> str:
        """The whole line as it would be said."""
        return "".join(self.texts)

    @property
    def good(self) -> bool:
        """Whether it may go on air as it is."""
        return not (self.fault or self.doubts or self.unsourced)

    @property
    def doubtful(self) -> bool:
        """Whether it could be said, were it only true."""
        return not self.fault and bool(self.doubts or self.unsourced)

    @property
    def claim(self) -> str:
        """What of it is not licensed, in the operator's language."""
        return "、".join(dict.fromkeys(one.claim for one in self.doubts)) or _NO_SOURCE

    @property
    def nearest(self) -> str:
        """What the source says instead; empty where it says nothing of the kind."""
        return next((one.nearest for one in self.doubts if one.nearest), "")


class Judge:
    """Judges the lines that are to tell one article.

    grave: the host says nothing of himself. model: whose lines they are. settled: ids of findings
    that a person found right.
    """

    def __init__(
        self,
        character: Character,
        gate: Gate,
        ground: Ground,
        evidence: Evidence,
        *,
        grave: bool,
        model: str = "the model",
        settled: Collection[str] = (),
    ) -> None:
        self._character = character
        self._gate = gate
        self._ground = ground
        self._evidence = evidence
        self._grave = grave
        self._model = model
        self._settled = settled

    def of(self, said: Sequence[Said]) -> tuple[Judged, ...]:
        """Each line of a reply, in its order."""
        gated = [self._gate.through(one.text) for one in said]
        texts = ["".join(one.texts) for one in gated]
        homeless = self._ground.without_source(texts)
        return tuple(self._remarks_once(map(self._judged, said, gated, homeless)))

    def good_enough(self, said: Sequence[Said]) -> tuple[Judged, ...]:
        """As `of`; EngineFailed where too few of the lines are good."""
        judged = self.of(said)
        good = sum(one.good and not one.remark for one in judged)
        if good < LEAST_GOOD:
            bad = next((one for one in judged if not one.good), None)
            why = f": {bad.fault or bad.claim} in 「{bad.said.text[:40]}」" if bad else ""
            raise EngineFailed(
                f"answered {good} lines that may be said{why}", self._model, "try again"
            )
        return judged

    def _judged(self, said: Said, gated: Gated, homeless: bool) -> Judged:
        whole = "".join(gated.texts)
        if gated.fault:
            return Judged(said, fault=gated.fault)
        if is_signpost(whole):
            return Judged(said, gated.texts, mended=gated.mended)
        if is_remark(whole, self._character):
            fault = "a remark in a grave story" if self._grave else ""
            return Judged(said, gated.texts, fault, remark=True, mended=gated.mended)
        doubts = self._evidence.doubts(whole)
        found = Judged(said, gated.texts, "", doubts, homeless, mended=gated.mended)
        return replace(found, doubts=(), unsourced=False) if self._is_settled(found) else found

    def _is_settled(self, found: Judged) -> bool:
        """Whether a person has looked at this line with these claims and found it right."""
        return found.doubtful and any(
            Finding(kind, found.text, found.claim).id in self._settled for kind in (QUOTED, DROPPED)
        )

    def _remarks_once(self, judged: Iterator[Judged]) -> Iterator[Judged]:
        """One remark a story; the host does not chat."""
        told = False
        for one in judged:
            if one.remark and not one.fault:
                if told:
                    continue
                told = True
            yield one
