"""`broadcaster lexicon try`: a sentence with a word, spoken as it is read and as it might be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.cli.lexicon_file import row_for, station_lexicon
from broadcaster.nouns import SAMPLE_RATE, Line, Segment
from broadcaster.programme import Lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from broadcaster.archive import Station
    from broadcaster.nouns import Samples, Take, Utterance
    from broadcaster.programme import Character, Show

GAP = 0.6
"""Seconds of silence between the two sentences."""

_CARRIER = "次は、{surface}の話なのだ。"


def trial(
    station: Station, surface: str, reading: str, accent: int | None, output: Path
) -> Iterator[str]:
    """Speak the sentence with and without the row, write the WAV, and tell what was said.

    Without a reading: with and without the station's own row. Said once where that is the same.
    """
    from broadcaster import cards
    from broadcaster.archive import write_wav

    show = cards.load_show(station.show_file)
    host = cards.load_character(station.voices, show.host)
    own = station_lexicon(station)
    if reading:
        now, then = own, _with(station, own, surface, reading, accent)
    else:
        now, then = _without(own, surface), own
    before, after = (_utterances(surface, lexicon, host) for lexicon in (now, then))
    sentences = [("前", before), ("後", after)] if before != after else [("今", after)]
    takes = [_takes(said, station, show, host) for _, said in sentences]
    write_wav(output, _joined(takes))
    for label, said in sentences:
        yield f"{label} {_kana(said)}"
    yield str(output)


def _with(
    station: Station, own: Lexicon, surface: str, reading: str, accent: int | None
) -> Lexicon:
    """The station's lexicon as it would be; CardError where it could not."""
    from broadcaster import cards

    row = row_for(station, surface, reading, accent)
    made = cards.with_rows(b"", (row,), "the row")
    return cards.layered(cards.parse_lexicon(made, "the row"), own)


def _without(own: Lexicon, surface: str) -> Lexicon:
    return Lexicon(tuple(row for row in own.rows if row.surface != surface))


def _utterances(surface: str, lexicon: Lexicon, host: Character) -> tuple[Utterance, ...]:
    from broadcaster import reading

    line = Line(_CARRIER.format(surface=surface), host.id)
    segment = Segment("story", "試し", (line,))
    return tuple(reading.read_script((segment,), host, lexicon))


def _takes(
    utterances: Sequence[Utterance], station: Station, show: Show, host: Character
) -> tuple[Take, ...]:
    from broadcaster import recording
    from broadcaster.archive import Takes

    cast = recording.cast(host, show)
    return tuple(recording.record(utterances, cast, Takes(station.takes)))


def _joined(sentences: Sequence[Sequence[Take]]) -> Samples:
    import numpy as np

    gap = np.zeros(round(GAP * SAMPLE_RATE), np.float32)
    parts = [part for takes in sentences for take in takes for part in (take.clip.samples, gap)]
    joined: Samples = np.concatenate(parts[:-1])
    return joined


def _kana(said: Sequence[Utterance]) -> str:
    from broadcaster import recording

    return "".join(map(recording.kana_notation, said))
