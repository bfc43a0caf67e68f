"""One sentence, taken apart: its terms, amounts, moments, predications and who does what."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import silent_words
from broadcaster.writing.facts.claims.attributive import only_says_which
from broadcaster.writing.facts.claims.concepts import in_english, in_japanese, plain_words
from broadcaster.writing.facts.claims.english import predicated, stem_of
from broadcaster.writing.facts.claims.predications import Predication, closing, of_tail, wished
from broadcaster.writing.facts.quantities.amounts import amounts
from broadcaster.writing.facts.times.moments import moments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from broadcaster.japanese import Word
    from broadcaster.writing.facts.quantities.amount import Amount
    from broadcaster.writing.facts.times.moment import Moment

_JAPANESE: Final = re.compile("[ぁ-んァ-ヶ一-龠]")
_KANA: Final = re.compile("[ぁ-ん]")
_QUOTED: Final = re.compile("[「『][^「」『』]*[」』]")
_CELSIUS: Final = re.compile(r"(?<=\d)\s?[°度]\s?C(?![A-Za-z])")
_LATIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[.+'&-][A-Za-z0-9]+)*")
_CODE: Final = re.compile(r"(?<![A-Za-z0-9-])[A-Z]{1,5}-?\d{2,5}[A-Za-z]{0,2}(?![A-Za-z0-9-])")
"""A100, H200, CX30: letters and digits that are one name."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of content, at sentence[start:end]. name: what somebody or a place is called."""

    key: str
    start: int
    end: int
    name: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of an article or a line. weak: a title or heading, which has no grammar.

    closing: how a Japanese one ends.
    """

    at: int
    text: str
    terms: tuple[Term, ...]
    amounts: tuple[Amount, ...]
    moments: tuple[Moment, ...]
    predications: tuple[Predication, ...]
    words: tuple[Word, ...] = ()
    weak: bool = False
    closing: Predication | None = None

    @property
    def keys(self) -> frozenset[str]:
        """The keys of all its terms."""
        return frozenset(term.key for term in self.terms)


def normal(text: str) -> str:
    """The text in NFKC, in which all of this is done; ℃ is 度, and no C."""
    return _CELSIUS.sub("度", unicodedata.normalize("NFKC", text))


def is_japanese(text: str) -> bool:
    """Whether the sentence is written in Japanese (a few kana are enough)."""
    return bool(_KANA.search(text)) or 3 * len(_JAPANESE.findall(text)) > len(text)


def statement(at: int, text: str, today: date | None, *, weak: bool = False) -> Statement:
    """A sentence (NFKC) taken apart. today: what 昨日 is relative to."""
    when = moments(text, today)
    sums = amounts(text, when)
    if is_japanese(text):
        found = silent_words(text)
        terms, predications = _japanese(text, found)
    else:
        found = ()
        terms, predications = _english(text)
    end = closing(text, found) if found else None
    return Statement(at, text, terms, sums, when, predications, found, weak, end)


# ── Japanese ─────────────────────────────────────────────────────────────────────────────


def _japanese(text: str, found: Sequence[Word]) -> tuple[tuple[Term, ...], tuple[Predication, ...]]:
    hits = in_japanese(text)
    taken = [False] * len(text)
    heads: list[tuple[Term, bool]] = []
    for hit in hits:
        taken[hit.start : hit.end] = [True] * (hit.end - hit.start)
        heads.append(
            (Term(f"c:{hit.concept}", hit.start, hit.end), _verb_at(found, hit.start, hit.end))
        )
    for match in _CODE.finditer(text):
        taken[match.start() : match.end()] = [True] * len(match[0])
        heads.append((Term(f"w:{match[0].lower()}", *match.span(), name=True), False))
    heads += [
        (_term(word), word.pos in ("動詞", "形容詞") and word.cform != "ガル接続")
        for word in found
        if not any(taken[word.start : word.end]) and _has_content(word)
    ]
    heads = [
        (_with_suffix(term, found), verb)
        for term, verb in sorted(heads, key=lambda pair: pair[0].start)
    ]
    terms = tuple(term for term, _ in heads)
    return terms, (*_predicated(text, found, heads), *_decisions(text, found))


_DECIDES: Final = re.compile("決め(?!手)|決ま(?!り)|決定")


def _decisions(text: str, found: Sequence[Word]) -> Iterator[Predication]:
    """決める is mostly how something else is told; whether it is denied counts by itself."""
    for match in _DECIDES.finditer(text):
        ends = _clause_end(text, match.end())
        one = of_tail("c:decide", match.span(), ends, text, found, verb=match[0] != "決定")
        if one:
            yield replace(one, certainty="", tense="")


def _with_suffix(term: Term, found: Sequence[Word]) -> Term:
    """拘束(力), 黒字(化): a suffix belongs to the word before it."""
    end = term.end
    for word in found:
        if word.start < end < word.end and word.pos == "名詞":
            end = word.end
        if (
            word.start == end
            and word.pos == "名詞"
            and word.pos1 == "接尾"
            and word.pos2 != "助数詞"
        ):
            end = word.end
    return replace(term, end=end)


def _verb_at(found: Sequence[Word], start: int, end: int) -> bool:
    """Whether what ends a stem is a verb or adjective, whose ending follows."""
    last = next((word for word in found if word.start < end <= word.end), None)
    return last is not None and last.pos in ("動詞", "形容詞", "助動詞") and last.start >= start - 2


def _has_content(word: Word) -> bool:
    if (
        word.base in plain_words("function")
        or word.base in plain_words("light")
        or word.surface in plain_words("function")
    ):
        return False
    if word.pos == "名詞":
        if word.pos1 in ("数", "非自立", "代名詞", "接尾"):
            return False
        return (
            not (len(word.surface) == 1 and "ぁ" <= word.surface <= "ん")
            and not word.surface[0].isdigit()
        )
    if word.pos in ("動詞", "形容詞"):
        return word.pos1 == "自立" and word.base not in ("ない", "よい", "いい")
    return word.unknown and bool(_LATIN.match(word.surface))


def _term(word: Word) -> Term:
    name = word.pos1 == "固有名詞" or word.surface[0].isascii()
    return Term(f"w:{word.base.lower()}", word.start, word.end, name)


def _predicated(
    text: str, found: Sequence[Word], heads: Sequence[tuple[Term, bool]]
) -> Iterator[Predication]:
    made: list[Predication] = []
    for at, (term, verb) in enumerate(heads):
        after = (
            one
            for one, _ in heads[at + 1 :]
            if text[one.start : one.end] not in plain_words("formal")
        )
        following = next((one.start for one in after), len(text))
        ends = min(following, _clause_end(text, term.end))
        one = of_tail(term.key, (term.start, term.end), ends, text, found, verb=verb)
        if one or (one := wished(term.key, (term.start, term.end), text)):
            which = only_says_which(text, found, term.end)
            made.append(replace(one, subjects=_subjects(text, found, term), attributive=which))
    if made:
        made[-1] = replace(made[-1], last=True)
    yield from made


_AFTER_TOPIC: Final = tuple("はがもを")


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends: at a 、 that no は, が or も stands before."""
    at = start
    while True:
        ends = [place for mark in "、。!?" if (place := text.find(mark, at)) >= 0]
        if not ends:
            return len(text)
        end = min(ends)
        if text[end] == "、" and end - start <= 1 and text[end - 1 : end] in _AFTER_TOPIC:
            at = end + 1
            continue
        return end


_CLEFT: Final = re.compile(
    r"[ぁ-ん]{0,10}?(?<!も)の[はが]、?(?P<who>[^、。「」]{2,24}?)(?:なの|だ(?!っ)|です|でし|。|!|\Z)"
)
"""値下げしないと話したのは、原CFOなのだ."""


def _subjects(text: str, found: Sequence[Word], term: Term) -> tuple[str, ...]:
    """The nearest は and the nearest が before a term, each with all that names it."""
    before = term.start
    if cleft := _CLEFT.match(text, term.end):
        return (cleft["who"],)
    nearest: dict[str, str] = {}
    quoted = [match.span() for match in _QUOTED.finditer(text)]
    for at, word in enumerate(found):
        if word.start >= before:
            break
        if any(start < word.start < end <= before for start, end in quoted):
            continue
        marks = (
            word.pos == "助詞"
            and word.pos1 in ("係助詞", "格助詞")
            and word.surface in ("は", "が", "も")
        )
        if marks and at and found[at - 1].pos in ("名詞", "記号", "フィラー"):
            nearest[word.surface] = phrase_before(text, found, at)
        elif word.surface == "よる" and at >= 2 and found[at - 1].surface == "に":
            nearest["は"] = phrase_before(text, found, at - 1)
    return tuple(nearest.values())


def phrase_before(text: str, found: Sequence[Word], at: int) -> str:
    """The noun phrase that ends before found[at]: nouns, の, ・ and 、-free modifiers."""
    start = at
    while start > 0:
        word = found[start - 1]
        joins = word.pos in ("名詞", "接頭詞", "フィラー") or word.surface in (
            "の",
            "・",
            "「",
            "」",
            "(",
            ")",
        )
        if not joins:
            break
        start -= 1
    return text[found[start].start : found[at - 1].end] if start < at else ""


# ── English ──────────────────────────────────────────────────────────────────────────────


def _english(text: str) -> tuple[tuple[Term, ...], tuple[Predication, ...]]:
    terms: list[Term] = []
    predications: list[Predication] = []
    for hit in in_english(text):
        terms.append(Term(f"c:{hit.concept}", hit.start, hit.end))
        predications.append(predicated(f"c:{hit.concept}", hit.start, hit.end, text, past=hit.past))
    for match in _LATIN.finditer(text):
        if match[0].lower() not in plain_words("stop_english"):
            word = stem_of(match[0].removesuffix("'s"))
            terms.append(Term(f"w:{word}", match.start(), match.end(), match[0][0].isupper()))
    return tuple(sorted(terms, key=lambda term: term.start)), tuple(predications)
