"""What follows or surrounds an article but is not of it, cut by rules that each leave a note."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Paragraph

LONGEST_PATH: Final = 80
GOOD_LENGTH: Final = 60
SIGNATURE: Final = "--"
"""A line of these alone parts a letter from who sent it (RFC 3676, 4.3)."""
MOST_GOOD_AFTER: Final = 0.25
"""A marker ends an article only if less than this share of the good text comes after it."""

_WORDS: Final = "|".join(
    (
        r"share(?: this(?: article| post)?)?(?: on [\w ,/]{1,60})?",
        r"discover more(?: from [^\n]{1,60})?",
        r"was this (?:article|page|post) helpful",
        r"(?:related|recommended|popular|more) (?:articles?|posts?|stories|reading)",
        r"(?:you (?:may|might) also like|recommended for you|read (?:more|next))",
        r"(?:関連|人気|おすすめ|オススメ|お勧め|新着|次の|前の)の?記事(?:一覧)?",
        r"(?:あわせて|合わせて|併せて|こちらも)読みたい(?:記事)?",
        r"この記事を(?:シェア|共有)(?:する)?",
        r"シェアする|おすすめ|オススメ|(?:(?:人気|アクセス)(?:記事)?)?ランキング",
    )
)
_MARKER: Final = re.compile(
    rf"[\s■◆▼●▶【《〈［\[#]*(?:{_WORDS})[\s】》〉］\]:：?？!！]*", re.IGNORECASE
)
_MARKER_AT_START: Final = re.compile(
    r"(?:<<|>>)\s*[:：]|(?:©|\(c\)|copyright\b).{0,160}$", re.IGNORECASE
)

_TEASER: Final = re.compile(r"(?:\.\.\.|…|・・・)[」』]?$")
_TEASER_ID: Final = re.compile(r"\[\[\d+\]\]")
_SENTENCE_END: Final = re.compile("[。．！？!?.][」』）)”\"']*$")
_TRAILING_BAR: Final = re.compile(r"\s*[|｜]$")
_LATIN_LINE: Final = re.compile("[\x20-\x7e‘’“”–—]+")
_LATIN_WORD: Final = re.compile("[A-Za-z]{2}")
_CODE: Final = re.compile(
    r"[{}=<>`\\]|\w\(|;$|^\s*[$#%]|--\w"
    r"|^(?:import|from|def|class|pip|uv|git|npm|curl|make|sudo|cd) "
)
_CRUMB: Final = re.compile(r"\s+[>＞»›/]\s+|\s*[＞»›]\s*")
_HOME: Final = re.compile(r"(?:ホーム|トップ(?:ページ)?|home|top)", re.IGNORECASE)


def without_breadcrumbs(lines: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """The lines less a path through a site (ホーム > ニュース > AI) at their head."""
    at = next((at for at, line in enumerate(lines) if line.strip()), 0)
    rest = list(lines)
    if any(line.strip() for line in lines[at + 1 :]) and _is_path(lines[at].strip()):
        return rest[at + 1 :], (f"頭のパンくずを切った: {lines[at].strip()[:40]}",)
    return rest, ()


def _is_path(line: str) -> bool:
    if len(line) > LONGEST_PATH or "。" in line:
        return False
    crumbs = _CRUMB.split(line)
    if len(crumbs) < 2 or not all(crumbs):
        return False
    return bool(_HOME.fullmatch(crumbs[0])) or len(crumbs) > 2


def trim(
    paragraphs: Sequence[Paragraph], *, japanese: bool, marked_up: bool
) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs of the article alone, and a note on every cut.

    japanese: of a Japanese document, so that lines in Latin letters only are no part of it.
    marked_up: headings were written as such and may be in Latin letters.
    """
    rows, notes = _without_bars(tuple(paragraphs))
    for rule in (_without_tail, _without_teasers):
        rows, note = rule(rows)
        notes += note
    if japanese:
        rows, note = _without_latin_lines(rows, marked_up=marked_up)
        notes += note
    return tuple(row for row in rows if row.text != SIGNATURE), notes


Cut = tuple[tuple["Paragraph", ...], tuple[str, ...]]


def _without_bars(rows: tuple[Paragraph, ...]) -> Cut:
    stripped = tuple(_with_text(row, _TRAILING_BAR.sub("", row.text)) for row in rows)
    kept = tuple(row for row in stripped if row.text)
    return kept, () if kept == rows else ("行の終わりの「|」を切った",)


def _with_text(row: Paragraph, text: str) -> Paragraph:
    return row if text == row.text else replace(row, text=text)


# ── a) from a marker on ──────────────────────────────────────────────────────────────────


def _without_tail(rows: tuple[Paragraph, ...]) -> Cut:
    markers = [at for at, row in enumerate(rows) if at and _is_marker(row.text)]
    if not markers:
        return rows, ()
    good, sentences = _shares_after(rows, GOOD_LENGTH), _shares_after(rows, 1)
    for at in markers:
        if good[at] < MOST_GOOD_AFTER and sentences[at] < 0.5 and sentences[0]:
            note = f"「{rows[at].text[:20]}」から後の{len(rows) - at}行を切った"
            return rows[:at], (note,)
    return rows, (f"「{rows[markers[0]].text[:20]}」の後にも本文が多いので切らなかった",)


def _shares_after(rows: tuple[Paragraph, ...], least: int) -> list[float]:
    """For each row, what share of the good text comes with it or after it."""
    weights = [len(row.text) if _is_good(row.text, least) else 0 for row in rows]
    after = list(accumulate(reversed(weights)))[::-1]
    return [weight / max(1, after[0]) for weight in after]


def _is_marker(text: str) -> bool:
    return bool(
        (len(text) <= 80 and _MARKER.fullmatch(text))
        or _MARKER_AT_START.match(text)
        or text == SIGNATURE
    )


def _is_good(text: str, least: int = GOOD_LENGTH) -> bool:
    return len(text) >= least and bool(_SENTENCE_END.search(text)) and not _is_teaser(text)


# ── b) teasers of other articles ─────────────────────────────────────────────────────────


def _is_teaser(text: str) -> bool:
    return bool(_TEASER.search(text) or _TEASER_ID.match(text))


def _without_teasers(rows: tuple[Paragraph, ...]) -> Cut:
    last_good = max((at for at, row in enumerate(rows) if _is_good(row.text)), default=len(rows))
    teasers = [at for at in range(last_good + 1, len(rows)) if _is_teaser(rows[at].text)]
    kept = rows
    if len(teasers) >= 2:
        first = teasers[0]
        while first > last_good + 1 and rows[first - 1].kind == "heading":
            first -= 1
        kept = rows[:first]
    kept = tuple(row for row in kept if not _TEASER_ID.match(row.text))
    if kept == rows:
        return rows, ()
    return kept, (f"ほかの記事の紹介{len(rows) - len(kept)}行を切った",)


# ── d) lines of another language ─────────────────────────────────────────────────────────


def _without_latin_lines(rows: tuple[Paragraph, ...], *, marked_up: bool) -> Cut:
    kinds = ("text",) if marked_up else ("text", "heading")
    dropped = [row.text for at, row in enumerate(rows) if at and _is_latin_line(row, kinds)]
    kept = tuple(row for at, row in enumerate(rows) if not at or not _is_latin_line(row, kinds))
    if not dropped:
        return rows, ()
    more = f" ほか{len(dropped) - 1}行" if len(dropped) > 1 else ""
    return kept, (f"英字だけの行をはずした: {dropped[0][:40]}{more}",)


def _is_latin_line(row: Paragraph, kinds: tuple[str, ...]) -> bool:
    text = row.text
    is_latin = _LATIN_LINE.fullmatch(text) and _LATIN_WORD.search(text)
    return row.kind in kinds and bool(is_latin) and not _CODE.search(text)
