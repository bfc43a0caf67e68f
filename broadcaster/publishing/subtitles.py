"""Subtitles as WebVTT (W3C, 14 May 2026) and SubRip, in written form.

WebVTT escapes & < >, so any text comes back from a parser as it went in. SubRip has no escape
at all, and players take `<b>` and `{\\an8}` for orders: there < > and the brace of `{\\` become
their full-width twins, which also keeps `-->` out of the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.publishing.imprint import imprint
from broadcaster.publishing.printable import one_line
from broadcaster.publishing.timecode import exact, milliseconds

if TYPE_CHECKING:
    from broadcaster.nouns import Cue, Episode

_VTT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_SRT = str.maketrans({"<": "＜", ">": "＞"})


@dataclass(frozen=True, slots=True)
class _Timed:
    start_ms: int
    end_ms: int
    speaker: str
    lines: tuple[str, ...]


def render_vtt(episode: Episode) -> str:
    """The subtitles as WebVTT, the speaker as a voice tag; type `text/vtt`."""
    head = ["WEBVTT", _note(imprint(episode))]
    cues = [_vtt_cue(cue) for cue in _timed(episode.cues)]
    return "\n\n".join([*head, *cues]) + "\n"


def render_srt(episode: Episode) -> str:
    """The subtitles as SubRip, UTF-8 with LF; type `application/x-subrip`."""
    cues = [_srt_cue(number, cue) for number, cue in enumerate(_timed(episode.cues), 1)]
    return "\n\n".join(cues) + "\n"


def _timed(cues: tuple[Cue, ...]) -> tuple[_Timed, ...]:
    """Cues with text, in whole milliseconds: starts rise, none is empty, none overlaps the next."""
    texts = [tuple(filter(None, map(one_line, cue.lines))) for cue in cues]
    shown = [(cue, lines) for cue, lines in zip(cues, texts, strict=True) if lines]
    starts: list[int] = []
    for cue, _ in shown:
        starts.append(max(milliseconds(cue.start), starts[-1] + 1 if starts else 0))
    timed = []
    for index, (cue, lines) in enumerate(shown):
        end = max(milliseconds(cue.end), starts[index] + 1)
        end = min([end, *starts[index + 1 : index + 2]])
        timed.append(_Timed(starts[index], end, one_line(cue.speaker), lines))
    return tuple(timed)


def _vtt_cue(cue: _Timed) -> str:
    voice = f"<v {cue.speaker.translate(_VTT)}>" if cue.speaker else ""
    text = "\n".join(line.translate(_VTT) for line in cue.lines)
    return f"{exact(cue.start_ms)} --> {exact(cue.end_ms)}\n{voice}{text}"


def _srt_cue(number: int, cue: _Timed) -> str:
    times = f"{exact(cue.start_ms, ',')} --> {exact(cue.end_ms, ',')}"
    text = "\n".join(line.translate(_SRT).replace("{\\", "｛\\") for line in cue.lines)
    return f"{number}\n{times}\n{text}"


def _note(lines: tuple[str, ...]) -> str:
    """A comment block: no blank line and no arrow may stand in it."""
    return "\n".join(["NOTE", *(line.replace("-->", "→") for line in lines)])
