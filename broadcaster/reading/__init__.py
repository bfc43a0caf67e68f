"""Reading: from what is written to what is said.

Display and reading travel side by side, with spans that tile both. Order of trust: a script's
own readings, the station's lexicon, the host's name, the package's lexicon, rules for figures,
Open JTalk's dictionary, spelling, and kanalizer for the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.programme import Lexicon
from broadcaster.reading.accents import accented
from broadcaster.reading.changes import differing
from broadcaster.reading.doubts import Doubt, doubts, least_sure
from broadcaster.reading.exchange import merged, rows_in, written
from broadcaster.reading.labels import labelled
from broadcaster.reading.lexicon import glosses, matcher
from broadcaster.reading.performing import Ear, utterances
from broadcaster.reading.reader import read
from broadcaster.reading.respelling import Names
from broadcaster.reading.spans import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from broadcaster.nouns import Article, Segment, Utterance
    from broadcaster.programme import Character

__all__ = [
    "Doubt",
    "Reading",
    "changed",
    "doubts",
    "explain",
    "glosses",
    "least_sure",
    "merged",
    "pronouncer",
    "read_script",
    "rows_in",
    "written",
]


def read_script(
    segments: Iterable[Segment],
    character: Character,
    lexicon: Lexicon,
    *,
    readings: Sequence[tuple[str, str]] = (),
    articles: Iterable[Article] = (),
    english: bool = False,
) -> Iterator[Utterance]:
    """The utterances of a script, in order: each at most one sentence and 120 characters.

    lexicon: the station's rows; the package's are added. readings: the script's own pairs, which
    go first. articles: what the lines tell; katakana that nearly is a name which its article has
    in Latin letters is read as that name. english: an English voice stands ready; without one,
    English lines are read in katakana in the style `talk`. After an utterance comes 0.55 s of
    silence, 0.25 s where a sentence was cut, and the line's own pause after its last one. A
    sentence or line of bare marks (`　、。`, an emoji) is no utterance and lengthens the pause
    before it by 0.4 s.
    """
    names = ((character.name, character.reading),) if not _plain(character.name) else ()
    own = matcher(lexicon, readings, names=names)
    told = {
        article.id: Names(article, lambda name: read(name, own).reading) for article in articles
    }
    yield from utterances(segments, Ear(own, told), english=english)


def pronouncer(lexicon: Lexicon, readings: Sequence[tuple[str, str]] = ()) -> Callable[[str], str]:
    """A function from a written line to its reading."""
    own = matcher(lexicon, readings)
    return lambda text: read(labelled(text).display, own).reading


def explain(text: str, lexicon: Lexicon, readings: Sequence[tuple[str, str]] = ()) -> Reading:
    """Display, reading, the spans between them with rule and confidence, accents of names."""
    return accented(read(labelled(text).display, matcher(lexicon, readings)))


def changed(
    utterances: Iterable[Utterance],
    surfaces: Collection[str],
    before: Lexicon,
    after: Lexicon,
    readings: Sequence[tuple[str, str]] = (),
) -> tuple[Utterance, ...]:
    """The utterances that would be spoken otherwise if the station's lexicon were `after`.

    surfaces: the rows in which the two differ. readings: the script's own pairs.
    """
    return differing(utterances, surfaces, matcher(before, readings), matcher(after, readings))


def _plain(name: str) -> bool:
    """A name in kana needs no reading."""
    return all("ぁ" <= char <= "ー" for char in name)
