"""Show notes in Markdown (CommonMark): what was on, when, from where, and by whose work."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from broadcaster.publishing.imprint import SAMPLE, credit_line, disclosure
from broadcaster.publishing.printable import address, one_line
from broadcaster.publishing.rights import basis
from broadcaster.publishing.stories import Part, headline, parts, stories, unplaced
from broadcaster.publishing.timecode import clock, day
from broadcaster.publishing.transcript import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.nouns import Credit, Cue, Episode, Reference

_MARKUP = re.compile(r"[\\`*_\[\]<>&#~|!]")
# What would open a list or underline a heading where our text begins a block.
_OPENER = re.compile(r"^(\d+(?=[.)]))?([-+=.)])")


def render(episode: Episode) -> str:
    """The notes as one Markdown page, ending in a line feed."""
    blocks = [_head(episode), _rundown(episode), _details(episode), _credits(episode)]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def escape(text: str) -> str:
    """The text on one line, so that a Markdown reader shows it letter for letter."""
    line = _MARKUP.sub(r"\\\g<0>", one_line(text))
    return _OPENER.sub(r"\g<1>\\\2", line)


def _head(episode: Episode) -> list[str]:
    length = clock(episode.duration)
    facts = f"{escape(episode.title)} 第{episode.number}回　{day(episode.date)}　{length}"
    remarks = [disclosure(episode)] + ([SAMPLE] if episode.sample else [])
    return [f"# {escape(headline(episode))}", "", facts, "", *_quoted(remarks)]


def _quoted(remarks: list[str]) -> Iterator[str]:
    for index, remark in enumerate(remarks):
        if index:
            yield ">"
        yield f"> {escape(remark)}"


def _rundown(episode: Episode) -> list[str]:
    rows = [line for part in stories(episode) for line in _story(part)]
    rows += [f"- {_source(reference)}" for reference in unplaced(episode)]
    return ["## 今日のニュース", "", *rows] if rows else []


def _story(part: Part) -> Iterator[str]:
    yield f"- {clock(part.chapter.start)} **{escape(part.chapter.title)}**"
    for reference in part.references:
        yield f"  - {_source(reference)}"


def _source(reference: Reference) -> str:
    facts = [reference.publisher, *reference.authors, reference.published[:10]]
    told = [escape(fact) for fact in facts if one_line(fact)]
    sample = ["見本の記事"] if reference.sample else []
    right = f"権利: {escape(basis(reference))}"
    return "、".join([_link(reference.title, reference.url), *told, right, *sample])


def _link(title: str, url: str) -> str:
    shown = escape(title) or escape(url)
    target = address(url)
    return f"[{shown}]({_target(target)})" if target else shown


def _target(url: str) -> str:
    """An address as a link destination: parentheses would end it early."""
    return url.replace("(", "%28").replace(")", "%29")


def _details(episode: Episode) -> list[str]:
    rows: list[str] = []
    for part in parts(episode):
        noted = list(_noted(part))
        if noted:
            rows += ["", f"### {escape(part.chapter.title)}", "", *noted]
    return ["## くわしい数字とリンク", *rows] if rows else []


def _noted(part: Part) -> Iterator[str]:
    """A row per note. The cues of one utterance all carry its note: told once."""
    previous = ""
    for cue in part.cues:
        if cue.note and cue.note != previous:
            yield _note(cue)
        previous = cue.note


def _note(cue: Cue) -> str:
    return f"- {clock(cue.start)}「{escape(said(cue))}」 {_exactly(cue.note)}"


def _exactly(note: str) -> str:
    target = address(note)
    plain = target and not re.search(r"\s", one_line(note))
    return f"<{target}>" if plain else escape(note)


def _credits(episode: Episode) -> list[str]:
    rows = [_credit(row) for row in episode.credits]
    return ["## クレジット", "", *rows] if rows else []


def _credit(row: Credit) -> str:
    target = address(row.url)
    return f"- {_link(credit_line(row), target)}"
