"""Whom and what a story in a foreign language is about, as far as a host without it can tell.

Names by their capitals, whole (Tiny Labs, never Labs alone); where there are none, a thing that the
text comes back to, by a table of words with one meaning only (`things.toml`).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from broadcaster.writing.subject import told_sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.nouns import Article

_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ɏ0-9"
_WORD: Final = re.compile(rf"[{_LETTER}](?:[{_LETTER}+.-]|[’'](?=[{_LETTER}]{{2}}))*(?<![.-])")
"""Of Latin letters: no voice of ours says any others."""

_INNER_CAPITAL: Final = re.compile(r"[a-z][A-Z]|[A-Z]{2}|[A-Za-z]-?\d")
_STOP: Final = re.compile(r"(?<=\w{2}[.!?]) +(?=[^\W_a-z])")
_OF: Final = "of"
_JOINED: Final = re.compile(r" |-| & | of ")
_PLACED: Final = re.compile(
    r"(?i:\b(?:in|at|near|from|across|over|à|en|au|aux|chez|près de|bei|aus|nach|desde)) \Z"
)
_NOT_NAMES: Final = frozenset((
    "I", "AI", "IA", "KI", "API", "GPU", "CPU", "LLM", "LLMs", "PC", "English", "French", "German",
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "CEO", "UI", "ID", "OS", "IT",
))  # fmt: skip
_NO_BEGINNING: Final = frozenset((
    "The", "A", "An", "New", "How", "Why", "What", "When", "Where", "Who", "Its", "Our", "Your",
    "This", "That", "These", "In", "On", "At", "For", "With", "From", "And", "But", "As", "After",
    "Le", "La", "Les", "Un", "Une", "Des", "L", "El", "Los", "Las", "Una", "Der", "Die", "Das",
))  # fmt: skip
_MOST_WORDS: Final = 5
_MOST_NAMES: Final = 20
_OFTEN: Final = 2
_TITLE_CASE: Final = 0.6
"""Share of a title's longer words with a capital, from which capitals mean nothing there."""


def foreign_names(title: str, article: Article) -> Iterator[str]:
    """The whole names in a foreign title, who comes before where; then who the text is about.

    A pronoun or an article that begins a sentence is none; German, which writes all nouns with
    a capital, shows names by inner capitals alone.
    """
    told = _sentences(article)
    text = _Text(" ".join(told), german=article.language == "de")
    found = sorted(text.names(title), key=lambda name: bool(_PLACED.search(title[: name.start()])))
    yield from dict.fromkeys(name[0] for name in found)
    inside = [one[0] for sentence in told for one in text.names(sentence)]
    often = dict.fromkeys(name for name in inside if inside.count(name) >= _OFTEN)
    yield from list(often)[:_MOST_NAMES]


def _sentences(article: Article) -> tuple[str, ...]:
    return tuple(part for one in told_sentences(article) for part in _STOP.split(one))


class _Text:
    """The body of an article, by which a capital is known to be that of a name."""

    def __init__(self, body: str, *, german: bool) -> None:
        self._body = body
        self._german = german
        self._written = set(_WORD.findall(body))
        self._inside = {one[1] for one in re.finditer(rf"(?<=[\w,;:’'] )({_WORD.pattern})", body)}

    def names(self, line: str) -> list[re.Match[str]]:
        """The names in a line, whole, in its order."""
        found: list[re.Match[str]] = []
        line_words = [word for word in _WORD.finditer(line) if word[0] != _OF]
        shouted = _is_title_case(line_words)
        for at, word in enumerate(line_words):
            inside = found and word.end() <= found[-1].end()
            if not inside and self._is_sure(word[0], all_capitals=line.isupper()):
                found.append(self._whole(line, line_words, at, shouted=shouted))
        return found

    def _is_sure(self, word: str, *, all_capitals: bool) -> bool:
        if word in _NOT_NAMES or not any(map(str.isupper, word)):
            return False
        if _INNER_CAPITAL.search(word) and not all_capitals:
            return True
        common = word.lower() in self._written or self._german
        return word in self._inside and not common

    def _whole(
        self, line: str, found: Sequence[re.Match[str]], at: int, *, shouted: bool
    ) -> re.Match[str]:
        """The longest name around a sure word: written so in the body, or in running text."""
        first = last = at
        while first and at - first < _MOST_WORDS and _goes_on(line, found[first - 1], found[first]):
            first -= 1
        while last + 1 < len(found) and last - at < _MOST_WORDS:
            if not _goes_on(line, found[last], found[last + 1]):
                break
            last += 1
        ends = sorted(
            ((start, end) for start in range(first, at + 1) for end in range(at, last + 1)),
            key=lambda span: (span[0] - span[1], span[0]),
        )
        for start, end in ends:
            name = line[found[start].start() : found[end].end()]
            begins = start == at or found[start][0] not in _NO_BEGINNING
            known = name in self._body or (start > 0 and not shouted and not self._german)
            if begins and known and start < end:
                return _match(name, line, found[start].start())
        return found[at]


def _match(name: str, line: str, start: int) -> re.Match[str]:
    found = re.compile(re.escape(name)).match(line, start)
    assert found is not None, "the name was cut from this place"
    return found


def _goes_on(line: str, word: re.Match[str], after: re.Match[str]) -> bool:
    """Whether two words may be of one name: Tiny-Labs, University-of-Oslo."""
    between = line[word.end() : after.start()]
    return bool(_JOINED.fullmatch(between)) and all(
        one[0][0].isupper() or one[0][0].isdigit() for one in (word, after)
    )


def _is_title_case(found: Sequence[re.Match[str]]) -> bool:
    longer = [word[0] for word in found if len(word[0]) > 3]
    capitals = sum(word[0].isupper() for word in longer)
    return len(longer) > 1 and capitals >= _TITLE_CASE * len(longer)


# ── things ───────────────────────────────────────────────────────────────────────────────


def foreign_things(article: Article, language: str) -> tuple[str, ...]:
    """What the title and the text are about, in Japanese, the most frequent first."""
    told = [one.lower() for one in dict.fromkeys((article.title, *_sentences(article)))]
    counts = {
        thing: sum(bool(pattern.search(line)) for line in told)
        for thing, pattern in _things().get(language, {}).items()
    }
    about = [thing for thing, count in counts.items() if count >= _OFTEN]
    return tuple(sorted(about, key=lambda thing: -counts[thing]))


@cache
def _things() -> dict[str, dict[str, re.Pattern[str]]]:
    text = (files("broadcaster.writing") / "things.toml").read_text(encoding="utf-8")
    return {
        language: {thing: _any_of(forms) for thing, forms in rows.items()}
        for language, rows in tomllib.loads(text).items()
    }


def _any_of(forms: Sequence[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(re.escape(form.lower()) for form in forms) + r")\b")
