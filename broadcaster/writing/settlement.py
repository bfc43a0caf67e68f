"""What becomes of a line that its article does not license: the policy `on_doubt`.

repair: ask again with the finding (before this), then as quote. quote: the source's own sentence
instead, where it can be said; else the line goes. drop: the line goes. stop: so does the show.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from broadcaster.errors import Failed
from broadcaster.nouns import Line, Source
from broadcaster.writing.findings import DROPPED, FRAMED, QUOTED, Finding
from broadcaster.writing.fitness import is_caveat
from broadcaster.writing.gate import OF_THE_FRAME
from broadcaster.writing.remarks import REMARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.briefing import Briefing
    from broadcaster.writing.judging import Judged
    from broadcaster.writing.quoting import Quoting

LEAD, PLAIN, ASIDE = 1.0, 0.6, 0.3
"""Weight of what must stay, of a fact, and of what is only said for company."""

_SAID_BY_US: Final = "番組の側で言うこと"
_QUOTES: Final = ("repair", "quote")


@dataclass
class Settlement:
    """Settles the lines of one story. findings: what was not let through, as it was settled."""

    policy: str
    briefing: Briefing
    quoting: Quoting
    findings: list[Finding] = field(default_factory=list)

    def lines(self, judged: Sequence[Judged], told: Sequence[Line] = ()) -> tuple[Line, ...]:
        """The lines that may be said, in order; `told`: what the story says already.

        Raises Failed under `stop` for the first line that is in doubt.
        """
        found: list[Line] = []
        for one in judged:
            so_far = (*told, *found)
            if one.good:
                found += self._said(one, first=not so_far)
            elif one.doubtful:
                found += self._settled(one, so_far)
            elif one.fault == OF_THE_FRAME:
                self.findings.append(Finding(FRAMED, one.said.text, _SAID_BY_US))
        return tuple(found)

    def _said(self, one: Judged, *, first: bool) -> Iterator[Line]:
        if one.remark:
            yield self._line(one.text, ASIDE, Source(card=REMARK))
            return
        for text in one.texts:
            weight = LEAD if first or is_caveat(text) else PLAIN
            yield self._line(text, weight, self.briefing.place(text, one.said.source))
            first = False

    def _line(self, text: str, weight: float, source: Source) -> Line:
        return Line(text, self.briefing.desk.character.name, weight=weight, source=source)

    def _settled(self, one: Judged, told: Sequence[Line]) -> tuple[Line, ...]:
        nearest = self.briefing.evidence.nearest_sentence(one.text)
        if self.policy == "stop":
            raise Failed(
                f"the model's line 「{one.text}」 says {one.claim}, which its article does not; "
                f"nearest: {f'「{nearest[:80]}」' if nearest else 'nothing'}",
                f"story {self.briefing.plan.ordinal}",
                'set [writer] on_doubt = "quote" to have the source speak, or --writer extractive',
            )
        quotes = self.policy in _QUOTES and bool(one.doubts)
        instead = self.quoting.instead(nearest, told) if quotes else ()
        kind = QUOTED if instead else DROPPED
        self.findings.append(Finding(kind, one.text, one.claim, nearest if one.doubts else ""))
        weight = PLAIN if told else LEAD
        return tuple(replace(line, weight=weight) for line in instead)
