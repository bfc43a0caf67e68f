"""The writer that needs no model: the article's own sentences, recast to the host's register.

Sentences are taken whole from the source, one fact each, and keep its order; what is too long
to be heard is parted where both halves stand, or left out.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from broadcaster.nouns import Line, Source
from broadcaster.writing.account import Account
from broadcaster.writing.apart import apart, under_its_report
from broadcaster.writing.choosing import Choice, Spoken, limits
from broadcaster.writing.fitness import (
    LEAST_MORAE,
    MOST_MORAE,
    in_short,
    is_dense,
    standing_alone,
    unfit,
    unfit_after,
)
from broadcaster.writing.gloss import MOST_MORAE as MOST_GLOSS
from broadcaster.writing.gloss import Glossary, explained_in, meanings
from broadcaster.writing.headline import first_name_in
from broadcaster.writing.hearsay import NOTHING
from broadcaster.writing.material import material
from broadcaster.writing.recast import recast
from broadcaster.writing.rounding import exactly, rounded_away
from broadcaster.writing.splitting import day_apart, halves, without_modifier

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from broadcaster.nouns import Article, Plan
    from broadcaster.programme import Character, Show
    from broadcaster.writing.choosing import Limits
    from broadcaster.writing.hearsay import Heard
    from broadcaster.writing.material import Sentence
    from broadcaster.writing.measure import Ruler

QUOTED_SENTENCES: Final = 3
QUOTED_SHARE: Final = 0.15
"""What a story may take from an article that we may only quote."""

_LONGEST_GUESS: Final = 150
"""Above these morae, guessed, not even the halves can be said."""

_LONGEST_WHOLE: Final = 85
"""Morae by a guess that errs by a third at most."""


class Extractive:
    """Fills a story with the article's own sentences.

    day: the ISO date of the broadcast. glosses: what acronyms mean, for those that an article
    does not explain. in_figures: how numbers are said. It remembers which acronyms the stories
    before have explained, so that a show explains each once.
    """

    name = "extractive"
    account = Account()

    def __init__(
        self,
        character: Character,
        ruler: Ruler,
        day: str = "",
        glosses: Mapping[str, str] | None = None,
        in_figures: Callable[[str], str] = exactly,
    ) -> None:
        self._character = character
        self._ruler = ruler
        self._day = day
        self._glosses = dict(glosses or {})
        self._in_figures = in_figures
        self._explained: dict[int, frozenset[str]] = {}

    def write(self, plan: Plan, show: Show) -> Iterator[Line]:  # noqa: ARG002 (the writers' contract)
        """The body of one story, at most `plan.seconds` long; nothing if nothing may be told."""
        yield from self.lines(
            plan, self.chosen(plan.article, limits_for(plan.article, plan.seconds))
        )

    def longer(self, plan: Plan, show: Show) -> Iterator[Line]:
        """The same body anew, as long as the plan is now."""
        return self.write(plan, show)

    def lines(self, plan: Plan, told: Sequence[Spoken]) -> Iterator[Line]:
        """These sentences of the plan's article as lines, the first one its lead."""
        rows = [(spoken.sentence, line) for spoken in told for line in spoken.lines]
        texts = self._with_glosses(plan, self._flowing(rows))
        for at, ((sentence, _), text) in enumerate(zip(rows, texts, strict=True)):
            yield Line(
                text=text,
                speaker=self._character.name,
                pause=0.9 if at == len(rows) - 1 else 0.55,
                weight=1.0 if at == 0 else 0.6,
                source=Source(plan.article.id, sentence.paragraph, sentence.start, sentence.end),
                note=self._exact_value(sentence.said, text),
            )

    def tellable(self, article: Article, most: float) -> float:
        """Seconds that could be told of an article if nothing else were in the show.

        most: seconds of the whole show; nobody needs to know about more.
        """
        return sum(one.seconds for one in self.chosen(article, limits_for(article, most)))

    def _exact_value(self, said: str, told: str) -> str:
        """What was rounded for the ear, as the source has it."""
        if self._in_figures is exactly:
            return ""
        return "、".join(value for value in rounded_away(said) if value not in told)

    def chosen(self, article: Article, most: Limits, heard: Heard = NOTHING) -> tuple[Spoken, ...]:
        """What is told of an article within limits. heard: what is told of it already."""
        name = self._sound(first_name_in(article.title))
        return Choice(
            material(article, self._day),
            lru_cache(maxsize=None)(self.spoken),
            most,
            lambda sentence: bool(name) and name in self._sound(sentence.said),
            heard,
        ).told()

    def _sound(self, text: str) -> str:
        """How it is said, so that ミストラルAI and Mistral AI are one name."""
        return self._ruler.pronounce(text).replace(" ", "").replace("　", "") if text else ""

    # ── one sentence ─────────────────────────────────────────────────────────────────────

    def spoken(self, sentence: Sentence) -> Spoken | None:
        """The sentence as the host says it; None where it cannot be said."""
        if sentence.fault or sentence.guess > _LONGEST_GUESS:
            return None
        whole = sentence.guess < _LONGEST_WHOLE
        lines = next(filter(None, self._ways_to_say(sentence.said, whole=whole)), ())
        if not lines:
            return None
        return Spoken(sentence, lines, sum(self._ruler.seconds(line) for line in lines))

    def _ways_to_say(self, said: str, *, whole: bool) -> Iterator[tuple[str, ...]]:
        """Whole if it may be, without its brackets, without its modifier, in parts."""
        short = in_short(said)
        if whole:
            yield self._lines(said)
        if short != said:
            yield self._lines(short)
        trimmed = without_modifier(short)
        if trimmed is not None and not unfit(trimmed):
            yield self._lines(trimmed)
        for cut in filter(None, (short, trimmed)):
            for parted in _in_parts(cut):
                yield self._lines(*parted)
                yield self._lines(*_parted_again(parted))

    def _lines(self, *sentences: str) -> tuple[str, ...]:
        """The sentences in the host's register; nothing if one of them is no good for the ear."""
        parts = sentences if len(sentences) > 1 else ()
        if (
            any(map(unfit, parts[:1]))
            or any(map(unfit_after, parts[1:]))
            or any(map(is_dense, sentences))
        ):
            return ()
        lines = tuple(
            self._short_enough(recast(self._in_figures(sentence), self._character))
            for sentence in sentences
        )
        heard = all(LEAST_MORAE <= self._ruler.morae(line) <= MOST_MORAE for line in lines)
        return lines if heard else ()

    def _short_enough(self, spoken: str) -> str:
        """A sentence that のだ makes too long ends without it."""
        ending = spoken.removesuffix("なのだ。").removesuffix("のだ。")
        too_long = ending != spoken and self._ruler.morae(spoken) > MOST_MORAE
        return ending + "。" if too_long else spoken

    # ── all of them ──────────────────────────────────────────────────────────────────────

    def _flowing(self, rows: Sequence[tuple[Sentence, str]]) -> Iterator[str]:
        """The lines, their また and そして kept only after what they join on."""
        before = -1
        for sentence, line in rows:
            yield (
                line
                if sentence.at in (before, before + 1) and before >= 0
                else standing_alone(line)
            )
            before = sentence.at

    def _with_glosses(self, plan: Plan, lines: Iterator[str]) -> tuple[str, ...]:
        glossary = Glossary(self._meanings(plan.article), self._explained_before(plan.ordinal))
        found = []
        for line in lines:
            text, glossary = glossary.explain(line, self._ruler, MOST_MORAE)
            found.append(text)
        self._explained[plan.ordinal] = glossary.known
        return tuple(found)

    def _meanings(self, article: Article) -> dict[str, str]:
        texts = [paragraph.text for paragraph in article.paragraphs]
        own, told = meanings(texts), explained_in(texts)
        lent = {acronym: gloss for acronym, gloss in self._glosses.items() if acronym not in told}
        return {
            acronym: meaning
            for acronym, meaning in sorted((lent | own).items())
            if self._ruler.morae(meaning) <= MOST_GLOSS
        }

    def _explained_before(self, ordinal: int) -> frozenset[str]:
        earlier = (known for at, known in self._explained.items() if at < ordinal)
        return frozenset().union(*earlier)


def _in_parts(said: str) -> Iterator[tuple[str, ...]]:
    """The ways to part a sentence, those first that change the least."""
    found = (halves(said), day_apart(said), under_its_report(said, halves))
    yield from filter(None, found)
    yield from apart(said)


def _parted_again(parts: Sequence[str]) -> tuple[str, ...]:
    """Each part in two once more, where it can be."""
    return tuple(piece for part in parts for piece in next(_in_parts(part), (part,)))


def limits_for(article: Article, seconds: float) -> Limits:
    """How much of an article may be told: a quoted one lends three sentences, and 15 % of it.

    Nothing where the outlet that is quoted could not be named.
    """
    if article.rights != "quote":
        return limits(seconds)
    if not article.publisher:
        return limits(seconds, 0)
    whole = sum(len(paragraph.text) for paragraph in article.paragraphs)
    return limits(seconds, QUOTED_SENTENCES, max(1, int(QUOTED_SHARE * whole)))
