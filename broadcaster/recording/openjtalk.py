"""The built-in voice: Open JTalk reads, HTS Voice "Mei" speaks, in this very process.

Settings of a voicing: half_tone, alpha, speed, gv, volume (see `hts.Tone`). Where the build
of pyopenjtalk hides its C functions, speed and half_tone alone apply, pauses are the voice's
own and the clip is marked as a whole (precision "sentence").
"""

from __future__ import annotations

import difflib
import hashlib
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from broadcaster.errors import BroadcasterError, CardError, EngineFailed, EngineUnavailable
from broadcaster.japanese import load_analyser
from broadcaster.nouns import Clip, Credit, Mark
from broadcaster.recording.analysis import Analysis, analyse
from broadcaster.recording.hts import FRAME, SAMPLE_RATE, Engine, Tone, open_library
from broadcaster.recording.timing import marks_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

    from broadcaster.nouns import Utterance
    from broadcaster.programme import Scalar, Show, Voicing

PROCESSING: Final = 2
"""Raised whenever this file, the pauses or the analysis change what is heard."""

_RANGES: Final = {
    "half_tone": (-24.0, 24.0),
    "alpha": (0.40, 0.70),
    "speed": (0.5, 2.0),
    "gv": (0.0, 2.0),
    "volume": (-40.0, 12.0),
}
_PACKAGES: Final = ("pyopenjtalk-plus", "sudachipy", "sudachidict-core")
_INSTALL: Final = 'pip install "pyopenjtalk-plus>=0.4.1.post10"'
# The silence at both ends is trimmed later; the voice only needs room to swing in and out.
_LEAD_FRAMES: Final = 20
_TAIL_FRAMES: Final = 30
# Twenty ア on end drive the voice's filter past 10^3 and sixty to infinity; lines that people
# write peak at 2.2. Without variance of the spectrum the filter is tame and 21 dB softer.
_RUNAWAY: Final = 4.0
_CALM_DB: Final = 21.0
_FRAMES_PER_SECOND: Final = SAMPLE_RATE // FRAME


class OpenJTalk:
    """HTS Voice "Mei", tuned by a voicing's settings. Raises EngineUnavailable, CardError."""

    name = "HTS Voice Mei (openjtalk)"
    language = "ja"
    credit = Credit(
        'HTS Voice "Mei" © 2009-2013 Nagoya Institute of Technology (MMDAgent)',
        "https://creativecommons.org/licenses/by/3.0/",
        "CC BY 3.0",
    )

    def __init__(self, voicing: Voicing, show: Show) -> None:  # noqa: ARG002 (every engine's shape)
        self._tone = _tone(voicing.settings)
        self._package = _load()
        self._library = open_library(self._package.htsengine.__file__)
        self._voice: bytes = self._package.DEFAULT_HTS_VOICE
        # One engine for each clip in the making: taken from here, or made, and put back.
        self._idle: list[Engine] = []
        if self._library:
            self._idle.append(_first_engine(self._library, self._voice))
        self._fingerprint = self._identity()

    def fingerprint(self) -> tuple[Scalar, ...]:
        """Engine, versions, voice file, settings and how far we reach into the engine."""
        return self._fingerprint

    def _identity(self) -> tuple[Scalar, ...]:
        voice = hashlib.sha256(Path(self._voice.decode()).read_bytes()).hexdigest()
        reach = "aligned" if self._library else "plain"
        settings = chain.from_iterable(asdict(self._tone).items())
        return ("openjtalk", PROCESSING, *_versions(), voice, reach, *settings)

    def say(self, utterance: Utterance) -> Clip:
        """The reading as sound at 48 kHz with its pauses as ours; see `Voice.say`."""
        reading = utterance.reading
        try:
            analysis = analyse(self._package, reading, utterance.accent)
            if not analysis.said:
                return Clip(np.zeros(0, np.float32), SAMPLE_RATE)
            if self._library:
                return self._say_aligned(reading, analysis, self._library)
            return self._say_plain(reading, analysis)
        except (RuntimeError, ValueError, MemoryError) as error:
            raise EngineFailed(f"Open JTalk broke off: {error}", reading) from error

    def _say_aligned(self, reading: str, analysis: Analysis, library: Any) -> Clip:
        try:
            engine = self._idle.pop()
        except IndexError:
            engine = Engine(library, self._voice)
        frames = _with_our_pauses(analysis, engine.durations(analysis.labels, self._tone))
        samples = engine.speak(analysis.labels, frames, self._tone)
        if not np.abs(samples).max() < _RUNAWAY:
            samples = engine.speak(analysis.labels, frames, _calmed(self._tone))
        self._idle.append(engine)
        seconds = [count / _FRAMES_PER_SECOND for count in frames]
        marks = marks_of(analysis.said, analysis.sounds, seconds, reading)
        if not marks:
            return _marked_as_a_whole(samples, reading)
        return Clip(samples, SAMPLE_RATE, marks, "exact")

    def _say_plain(self, reading: str, analysis: Analysis) -> Clip:
        engine = self._package.htsengine.HTSEngine(self._voice)
        engine.set_speed(self._tone.speed)
        engine.add_half_tone(self._tone.half_tone)
        samples = engine.synthesize(list(analysis.labels)) / 32_768.0
        return _marked_as_a_whole(samples.astype(np.float32), reading)


def _load() -> ModuleType:
    try:
        package = load_analyser()
    except (ImportError, OSError) as error:
        raise EngineUnavailable("is not installed here", "openjtalk", _INSTALL) from error
    if not hasattr(package, "make_phoneme_mapping"):
        raise EngineUnavailable(
            "the installed pyopenjtalk is not pyopenjtalk-plus", "openjtalk", _INSTALL
        )
    return package


def _first_engine(library: Any, voice: bytes) -> Engine:
    try:
        return Engine(library, voice)
    except BroadcasterError as error:
        raise EngineUnavailable(error.what, "openjtalk", _INSTALL) from error


def _versions() -> Iterator[str]:
    for package in _PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            yield f"{package} none"


def _tone(settings: Iterable[tuple[str, Scalar]]) -> Tone:
    values: dict[str, float] = {}
    for name, value in settings:
        if name not in _RANGES:
            nearest = difflib.get_close_matches(name, _RANGES, 1, 0.0)[0]
            raise CardError(f"openjtalk has no setting {name!r}", "styles", f"use {nearest}")
        low, high = _RANGES[name]
        if isinstance(value, bool | str) or not low <= value <= high:
            raise CardError(f"{name} = {value!r}", "styles", f"give a number, {low} to {high}")
        values[name] = float(value)
    return Tone(**values)


def _calmed(tone: Tone) -> Tone:
    return replace(tone, spectrum_gv=0.0, volume=tone.volume + _CALM_DB)


def _with_our_pauses(analysis: Analysis, own: Sequence[int]) -> tuple[int, ...]:
    pauses = iter(analysis.pauses)
    frames = [
        round(next(pauses) * _FRAMES_PER_SECOND) if sound == "pau" else count
        for sound, count in zip(analysis.sounds, own, strict=True)
    ]
    frames[0], frames[-1] = _LEAD_FRAMES, _TAIL_FRAMES
    return tuple(frames)


def _marked_as_a_whole(samples: Any, reading: str) -> Clip:
    mark = Mark(0, len(reading), 0.0, len(samples) / SAMPLE_RATE)
    return Clip(samples, SAMPLE_RATE, (mark,), "sentence")
