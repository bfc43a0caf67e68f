"""The HTS engine that pyopenjtalk carries, reached through C: durations in, float sound out.

pyopenjtalk offers speed and pitch only and one engine for the whole process. Its library
exports the C functions of hts_engine API 1.10 all the same; some builds hide them, hence
`open_library` may find nothing.
"""

from __future__ import annotations

import ctypes
import weakref
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from broadcaster.errors import EngineFailed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Samples

FRAME: Final = 240
"""Samples in a frame (5 ms at 48 kHz) of the built-in voice."""
SAMPLE_RATE: Final = 48_000
STATES: Final = 5

_TICKS_PER_FRAME: Final = 50_000  # labels count in 100 ns
_ENGINE_BYTES: Final = 16 * 1024  # sizeof(HTS_Engine) is 424; the rest is room for other builds
_FULL_SCALE: Final = 32_768.0
_SPECTRUM, _LOG_F0 = 0, 1  # streams
_MSD_THRESHOLD: Final = 0.5
_STRINGS: Final = ctypes.POINTER(ctypes.c_char_p)

_SIGNATURES: Final[dict[str, tuple[object, tuple[object, ...]]]] = {
    "initialize": (None, ()),
    "load": (ctypes.c_char, (_STRINGS, ctypes.c_size_t)),
    "clear": (None, ()),
    "refresh": (None, ()),
    "set_speed": (None, (ctypes.c_double,)),
    "add_half_tone": (None, (ctypes.c_double,)),
    "set_alpha": (None, (ctypes.c_double,)),
    "set_beta": (None, (ctypes.c_double,)),
    "set_volume": (None, (ctypes.c_double,)),
    "set_gv_weight": (None, (ctypes.c_size_t, ctypes.c_double)),
    "set_msd_threshold": (None, (ctypes.c_size_t, ctypes.c_double)),
    "set_phoneme_alignment_flag": (None, (ctypes.c_char,)),
    "generate_state_sequence_from_strings": (ctypes.c_char, (_STRINGS, ctypes.c_size_t)),
    "synthesize_from_strings": (ctypes.c_char, (_STRINGS, ctypes.c_size_t)),
    "get_sampling_frequency": (ctypes.c_size_t, ()),
    "get_fperiod": (ctypes.c_size_t, ()),
    "get_nstate": (ctypes.c_size_t, ()),
    "get_nstream": (ctypes.c_size_t, ()),
    "get_nsamples": (ctypes.c_size_t, ()),
    "get_total_frame": (ctypes.c_size_t, ()),
    "get_total_state": (ctypes.c_size_t, ()),
    "get_state_duration": (ctypes.c_size_t, (ctypes.c_size_t,)),
    "get_generated_speech": (ctypes.c_double, (ctypes.c_size_t,)),
}


@dataclass(frozen=True, slots=True)
class Tone:
    """How the engine is tuned, set anew at every call (settings stay on an engine).

    half_tone: semitones on the pitch. alpha: all-pass constant; below 0.55 formants rise
    (0.50: +15 %). gv: weight of the pitch's global variance. volume: dB. spectrum_gv: the same
    weight for the spectrum; 1 is crisp, 0 dull and 21 dB softer but never unstable.
    """

    half_tone: float = 0.0
    alpha: float = 0.55
    speed: float = 1.0
    gv: float = 1.0
    volume: float = 0.0
    spectrum_gv: float = 1.0


def open_library(path: str) -> ctypes.CDLL | None:
    """The library with its signatures declared; None where this build hides the functions."""
    library = ctypes.CDLL(path)
    for name, (result, arguments) in _SIGNATURES.items():
        try:
            function = getattr(library, f"HTS_Engine_{name}")
        except AttributeError:
            return None
        function.restype = result
        function.argtypes = [ctypes.c_void_p, *arguments]
    return library


class Engine:
    """One loaded voice; not to be used by two threads at once."""

    def __init__(self, library: ctypes.CDLL, voice: bytes) -> None:
        self._library = library
        self._memory = ctypes.create_string_buffer(_ENGINE_BYTES)
        self._call("initialize")
        weakref.finalize(self, _clear, library, self._memory)
        loaded = self._call("load", (ctypes.c_char_p * 1)(voice), 1) != b"\0"
        shape = tuple(
            self._call(f"get_{name}") for name in ("sampling_frequency", "fperiod", "nstate")
        )
        if not loaded or shape != (SAMPLE_RATE, FRAME, STATES):
            raise EngineFailed("the voice file could not be loaded", Path(voice.decode()).name)

    def durations(self, labels: Sequence[str], tone: Tone) -> tuple[int, ...]:
        """Frames the voice itself would give each phoneme; nothing is synthesised yet."""
        self._tune(tone, aligned=False)
        done = self._call("generate_state_sequence_from_strings", *_strings(labels)) != b"\0"
        n_states = self._call("get_total_state")
        if not done or n_states != STATES * len(labels):
            raise EngineFailed("the voice gave no durations")
        states = [self._call("get_state_duration", state) for state in range(n_states)]
        self._call("refresh")
        return tuple(sum(states[at : at + STATES]) for at in range(0, n_states, STATES))

    def speak(self, labels: Sequence[str], frames: Sequence[int], tone: Tone) -> Samples:
        """The labels as sound, each exactly as many frames long as asked.

        Returns shape (FRAME * sum(frames),), float32, full scale at ±1.0 and often beyond it.
        """
        self._tune(tone, aligned=True)
        timed = _timed(labels, frames)
        if self._call("synthesize_from_strings", *_strings(timed)) == b"\0":
            raise EngineFailed("the voice broke off")
        if self._call("get_total_frame") != sum(frames):
            raise EngineFailed("the voice did not keep to the lengths it was given")
        samples = self._generated()
        self._call("refresh")
        return samples

    def _tune(self, tone: Tone, *, aligned: bool) -> None:
        self._call("set_speed", tone.speed)
        self._call("add_half_tone", tone.half_tone)
        self._call("set_alpha", tone.alpha)
        self._call("set_beta", 0.0)
        self._call("set_volume", tone.volume)
        self._call("set_gv_weight", _SPECTRUM, tone.spectrum_gv)
        self._call("set_gv_weight", _LOG_F0, tone.gv)
        self._call("set_msd_threshold", _LOG_F0, _MSD_THRESHOLD)
        self._call("set_phoneme_alignment_flag", int(aligned))

    def _generated(self) -> Samples:
        n_samples = self._call("get_nsamples")
        doubles = self._sound_in_place(n_samples)
        if doubles is None:
            fetch = (self._call("get_generated_speech", at) for at in range(n_samples))
            doubles = np.fromiter(fetch, np.float64, n_samples)
        # Never int16: a third of all sentences pass full scale, and a cast would wrap them.
        with np.errstate(over="ignore"):  # a filter that ran away; whoever asked will see inf
            return (doubles / _FULL_SCALE).astype(np.float32)

    def _sound_in_place(self, n_samples: int) -> npt.NDArray[np.float64] | None:
        """The engine's own samples, found by their neighbours in its memory.

        Only a getter of one sample is exported, and it costs half as much as the synthesis.
        HTS_GStreamSet is {n samples, n frames, n streams, streams*, samples*}; what is found
        is held against the getter before it is believed.
        """
        key = (n_samples, self._call("get_total_frame"), self._call("get_nstream"))
        words = np.frombuffer(memoryview(self._memory), np.uintp)
        for at in np.flatnonzero(words[:-4] == n_samples):
            address = int(words[at + 4])
            if tuple(words[at : at + 3].tolist()) != key or not address:
                continue
            pointer = ctypes.cast(address, ctypes.POINTER(ctypes.c_double))
            found = np.ctypeslib.as_array(pointer, (n_samples,))
            probes = range(0, n_samples, max(n_samples // 16, 1))
            if all(found[at] == self._call("get_generated_speech", at) for at in probes):
                return found
        return None

    def _call(self, name: str, *arguments: object) -> Any:
        function = getattr(self._library, f"HTS_Engine_{name}")
        return function(ctypes.addressof(self._memory), *arguments)


def _clear(library: ctypes.CDLL, memory: ctypes.Array[ctypes.c_char]) -> None:
    library.HTS_Engine_clear(ctypes.addressof(memory))


def _strings(lines: Sequence[str]) -> tuple[object, int]:
    return (ctypes.c_char_p * len(lines))(*(line.encode("ascii") for line in lines)), len(lines)


def _timed(labels: Sequence[str], frames: Sequence[int]) -> list[str]:
    """Labels with the times at which they must begin and end in front."""
    ends = np.cumsum(frames) * _TICKS_PER_FRAME
    begins = ends - np.asarray(frames) * _TICKS_PER_FRAME
    return [
        f"{begin} {end} {label}" for begin, end, label in zip(begins, ends, labels, strict=True)
    ]
