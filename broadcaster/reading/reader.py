"""One text, read: the lexicon first, then figures, then Latin words, then signs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from broadcaster.reading.company import settled
from broadcaster.reading.english import english_stretches
from broadcaster.reading.hanzi import first_foreign
from broadcaster.reading.homographs import RULE as HOMOGRAPH
from broadcaster.reading.homographs import homograph_at, next_homograph
from broadcaster.reading.latin import say_digits, say_word, several
from broadcaster.reading.letters import folded
from broadcaster.reading.notation import read_figures, read_sum_elsewhere
from broadcaster.reading.spans import AS_WRITTEN, Piece, Reading, tiled
from broadcaster.reading.symbols import (
    ODD_KANA,
    READABLE,
    TRADE_MARK,
    UNREADABLE,
    compatible,
    say_symbol,
    usual_kana,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.reading.lexicon import Matcher
    from broadcaster.reading.notation import Read

_FIGURES = re.compile(r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?")
_LATIN = re.compile(r"[A-Za-z][A-Za-z\u0300-\u036f]*(?:'[A-Za-z]{1,3}(?![A-Za-z]))?")
_ARTICLE = re.compile(
    "a[ -](?=[A-Za-z])|A (?!(?:and|as|for|in|is|of|or|to|vs|was|with)(?![A-Za-z]))(?=[A-Z]?[a-z])"
)
_THE = re.compile("[Tt]he +(?=[A-Za-z])")
_VOWEL = re.compile("[アイウエオ]")
_MARK = re.compile("[\u0300-\u036f]")
_NAME_DIGITS = re.compile(
    "(?!-(?:19|20)[0-9]{2}-?(?:0[1-9]|1[0-2])-?[0-3][0-9](?![0-9]))"
    "-?([0-9]{1,20})(?![0-9]|[.,][0-9])"
)
_PLURAL = re.compile("s(?![A-Za-z0-9'])")
_NUMBERED = re.compile(
    "(?<=[A-Za-z]) ([1-9])(?![0-9A-Za-z.,:/~%-])(?! [a-z%]| [A-Z]{1,3}(?![a-z]))"
)
_COUNTER = (
    "[つ人名社者年月日時分秒歳才倍回件個台基号位点枚冊本巻章部次番機店校階頭匹杯語文行列歩票席戦勝敗"
    "億万兆千百種世代言か段層割円ドトカヶヵケポパビギメキ以対泊夜軒棟隻羽足着曲度桁秒週両方国州県市区]"
)
_COUNTED = re.compile(f" ?{_COUNTER}|%|[BKMTbkmt](?![A-Za-z0-9])|[A-Za-z]{{3}}|[A-Za-z]{{1,2}}/")
_SPACES = re.compile(r"\s+")
_SIGN_STARTS = frozenset("$€£¥±+-▲△#№vp^F<>≤≥≦≧")


def read(text: str, lexicon: Matcher) -> Reading:
    """Display and reading of a text, with the spans that tile both.

    No Latin letter is left in the reading; reading it again changes nothing. Linear in the text.
    """
    plain = folded(text)
    found = replace(tiled(_pieces(text, plain, lexicon)), english=english_stretches(plain))
    return settled(found)


def _pieces(text: str, plain: str, lexicon: Matcher) -> Iterator[Piece]:
    at = 0
    while at < len(text):
        end, piece = _next(text, plain, at, lexicon)
        yield piece
        at = end


def _next(text: str, plain: str, at: int, lexicon: Matcher) -> tuple[int, Piece]:
    elsewhere = read_sum_elsewhere(plain, at)
    if elsewhere:
        return _made(text, at, elsewhere)
    found = lexicon.at(plain, at)
    if found:
        piece = Piece(text[at : found.end], found.reading, "lexicon", 1.0, found.row.accent)
        return _with_digits(text, plain, found.end, piece)
    char = plain[at]
    if char.isdigit() or char in _SIGN_STARTS:
        figures = _figures(text, plain, at)
        if figures:
            return figures
    if _is_latin(char):
        return _latin(text, plain, at, lexicon)
    if char.isspace():
        return _space(text, plain, at)
    odd = ODD_KANA.match(text, at)
    if odd:
        return odd.end(), Piece(odd[0], usual_kana(odd[0]), "kana in its usual form")
    return _readable(text, plain, at, lexicon) or _symbol(text, plain, at, lexicon)


def _readable(text: str, plain: str, at: int, lexicon: Matcher) -> tuple[int, Piece] | None:
    """Japanese that goes to the voice as it stands, but for words read by their company."""
    said = homograph_at(plain, at)
    if said:
        end, reading = said
        return end, Piece(text[at:end], reading, HOMOGRAPH, 0.9)
    run = READABLE.match(text, at)
    audible = first_foreign(text, at, run.end()) if run else at
    if audible == at:
        return None
    end = next_homograph(plain, at + 1, _before_a_name(text, at, audible, lexicon))
    return end, Piece(text[at:end], text[at:end], AS_WRITTEN)


def _figures(text: str, plain: str, at: int) -> tuple[int, Piece] | None:
    made = read_figures(plain, at)
    if made:
        return _made(text, at, made)
    run = _FIGURES.match(plain, at)
    if run:
        return run.end(), Piece(text[at : run.end()], text[at : run.end()], AS_WRITTEN)
    return None


def _made(text: str, at: int, made: Read) -> tuple[int, Piece]:
    end, reading, rule = made
    return end, Piece(text[at:end], reading, rule, 0.95)


def _latin(text: str, plain: str, at: int, lexicon: Matcher) -> tuple[int, Piece]:
    run = _LATIN.match(plain, at)
    assert run is not None, "called on a letter only"
    if _is_article(plain, at):
        return run.end(), Piece(text[at : run.end()], "ア", "common word", 0.9)
    the = _THE.match(plain, at)
    if the and run.end() == at + 3:
        return run.end(), Piece(
            text[at : run.end()], _the(plain, the.end(), lexicon), "common word"
        )
    reading, rule, sure = say_word(_MARK.sub("", run[0]), lexicon)
    return _with_digits(text, plain, run.end(), Piece(text[at : run.end()], reading, rule, sure))


def _is_article(plain: str, at: int) -> bool:
    """a model, A New Era; but クラスA New, where A is a letter."""
    before = plain[at - 1] if at else ""
    return bool(_ARTICLE.match(plain, at)) and (plain[at] == "a" or not before.isalnum())


def _the(plain: str, after: int, lexicon: Matcher) -> str:
    """ザ, and ジ before a vowel: the AI."""
    found = lexicon.at(plain, after)
    run = _LATIN.match(plain, after)
    reading = found.reading if found else say_word(run[0], lexicon)[0] if run else ""
    return "ジ" if _VOWEL.match(reading) else "ザ"


def _with_digits(text: str, plain: str, end: int, name: Piece) -> tuple[int, Piece]:
    """A Latin name together with the figure that belongs to it: GPT-4, H100, Claude 3."""
    digits = _NAME_DIGITS.match(plain, end) or _NUMBERED.match(plain, end)
    if not digits or not _is_latin(plain[end - 1]) or _COUNTED.match(plain, digits.end()):
        return end, name
    if digits.re is _NUMBERED and len(name.text) < 2:
        return end, name
    said = say_digits(digits[1])
    last = digits.end()
    if digits.re is _NAME_DIGITS and _PLURAL.match(plain, last):
        said, last = several(said), last + 1
    written = name.text + text[end:last]
    return last, Piece(written, name.reading + said, name.rule, name.confidence)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _space(text: str, plain: str, at: int) -> tuple[int, Piece]:
    """A space parts two words and is kept there; beside figures and marks it is silent."""
    run = _SPACES.match(plain, at)
    assert run is not None, "called on a space only"
    end = run.end()
    before, after = plain[at - 1 : at], plain[end : end + 1]
    kept = _is_letter(before) and _is_letter(after) and not _figure_follows(plain, end)
    return end, Piece(text[at:end], " " if kept else "", "space")


def _figure_follows(plain: str, at: int) -> bool:
    """A figure that begins with letters: FY24, US$5."""
    made = read_sum_elsewhere(plain, at)
    if not made and plain[at] in _SIGN_STARTS:
        made = read_figures(plain, at)
    return made is not None and made[1][:1].isdigit()


def _is_letter(char: str) -> bool:
    return char.isalpha() and char not in "ﾞﾟ"


def _before_a_name(text: str, at: int, end: int, lexicon: Matcher) -> int:
    """Where the run must pause to look a name up again: 漢字 that the lexicon reads."""
    if lexicon.starts is None:
        return end
    start = lexicon.starts.search(text, at + 1, end)
    return start.start() if start else end


def _symbol(text: str, plain: str, at: int, lexicon: Matcher) -> tuple[int, Piece]:
    before, after = plain[at - 1 : at] if at else "", plain[at + 1 : at + 2]
    reading, rule, sure = say_symbol(plain[at], before, after)
    letters = compatible(text[at])
    if letters and rule != TRADE_MARK and (not reading or rule == UNREADABLE):
        reading, rule, sure = say_word(letters, lexicon)
    end = at + 1
    while rule == UNREADABLE and end < len(text) and say_symbol(plain[end], "", "")[0] == reading:
        end += 1
    return end, Piece(text[at:end], reading, rule, sure)
