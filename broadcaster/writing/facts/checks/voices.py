"""Whose words they are in a transcript: each paragraph has its speaker."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.writing.facts.checks.speakers import persons
from broadcaster.writing.facts.doubt import Doubt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.writing.facts.sight import Sight

_SAID: Final = re.compile(
    r"(?P<who>[^、。「」はがも]{1,20})(?:によると|(?:は|が|も)(?=.{0,200}?(?:話し|言[っうい]|述べ|説明し|語っ|"
    r"答え|としている|と指摘|明かし|質問し|尋ね|聞い)))"
)


def voice_doubts(sight: Sight, voices: Sequence[str]) -> Iterator[Doubt]:
    """A doubt where a line has one speaker say what another one says in the transcript.

    voices: for every statement who speaks it, empty where nobody is named.
    """
    theirs = {voices[one.at] for one in sight.near} - {""}
    told = _SAID.search(sight.line.text)
    if not theirs or told is None or any(not voices[one.at] for one in sight.near):
        return
    mine = {voice for voice in dict.fromkeys(voices) if voice and _names(told["who"], voice)}
    if (
        not mine
        or mine & theirs
        or any(_names(one.text, who) for one in sight.near for who in mine)
    ):
        return
    yield Doubt("speaker", told["who"], min(theirs), "書き起こしでは別の人の発言")


def _names(phrase: str, voice: str) -> bool:
    """Whether a phrase names this speaker: 青野館長 is 館長 青野."""
    return any(name in phrase for name in persons(voice) if len(name) > 1)
