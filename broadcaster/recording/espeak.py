"""English spans by eSpeak NG, when the extra `english` is installed.

Settings of a voicing: lang ("en-us", "en"; a variant may follow: "en-us+f3"), speed (words a
minute, 175), pitch (0 to 99, 50). Each utterance is spoken by a process of its own.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from broadcaster.errors import CardError, EngineFailed, EngineUnavailable
from broadcaster.nouns import Clip, Credit, Mark
from broadcaster.recording.espeak_child import NO_SUCH_VOICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.nouns import Utterance
    from broadcaster.programme import Scalar, Show, Voicing

PROCESSING: Final = 1
"""Raised whenever this file or the child changes what is heard."""

_CHILD: Final = Path(__file__).with_name("espeak_child.py")
_DEADLINE: Final = 30.0
_INSTALL: Final = "make english"
_DEFAULTS: Final[dict[str, Scalar]] = {"lang": "en-us", "speed": 175, "pitch": 50}
_RANGES: Final = {"speed": (80, 450), "pitch": (0, 99)}


class Espeak:
    """eSpeak NG speaking English. Raises EngineUnavailable, CardError."""

    language = "en"
    credit = Credit("eSpeak NG", "https://github.com/espeak-ng/espeak-ng", "GPL-3.0-or-later")

    def __init__(self, voicing: Voicing, show: Show) -> None:  # noqa: ARG002 (every engine's shape)
        self._settings = _settings(voicing)
        if not _installed():
            raise EngineUnavailable("is not installed here", "espeak", _INSTALL)
        self.name = f"eSpeak NG {self._settings['lang']}"
        try:
            head, _ = self._ask("")
        except EngineFailed as error:
            raise EngineUnavailable(error.what, "espeak", _INSTALL) from error
        self._version = str(head["version"])
        self._sample_rate = int(head["sample_rate"])

    def fingerprint(self) -> tuple[Scalar, ...]:
        """Engine, version and settings."""
        settings = (f"{key} {value}" for key, value in self._settings.items())
        return ("espeak", PROCESSING, self._version, *settings)

    def say(self, utterance: Utterance) -> Clip:
        """The reading as sound at eSpeak's rate, a mark for each word; see `Voice.say`."""
        text = utterance.reading.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
        if not any(char.isalnum() for char in text):
            return Clip(np.zeros(0, np.float32), self._sample_rate)
        head, pcm = self._ask(text)
        samples = np.frombuffer(pcm, np.int16).astype(np.float32) / np.float32(32_768)
        marks = _marks(text, head["words"], len(samples), self._sample_rate)
        return Clip(samples, self._sample_rate, marks, "exact")

    def _ask(self, text: str) -> tuple[dict[str, Any], bytes]:
        request = json.dumps(self._settings | {"text": text})
        command = [sys.executable, "-I", str(_CHILD)]
        try:
            answer = subprocess.run(
                command, input=request.encode(), capture_output=True, timeout=_DEADLINE, check=False
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise EngineFailed("eSpeak did not answer", text) from error
        if answer.returncode == NO_SUCH_VOICE:
            lang = self._settings["lang"]
            raise CardError(f"eSpeak knows no voice {lang!r}", "styles", "use en-us or en")
        if answer.returncode:
            raise EngineFailed(f"eSpeak broke off (status {answer.returncode})", text)
        head, _, pcm = answer.stdout.partition(b"\n")
        return json.loads(head), pcm


def _installed() -> bool:
    return importlib.util.find_spec("espeakng_loader") is not None


def _marks(
    text: str, words: Sequence[Sequence[int]], n_samples: int, sample_rate: int
) -> tuple[Mark, ...]:
    """Marks that tile the text: each word reaches to the next one.

    eSpeak reports 2024 as two words, so only a place after a space begins one.
    """
    known = [(0, 0)]
    for char, sample in words:
        in_order = known[-1][0] < char < len(text) and known[-1][1] <= sample <= n_samples
        if in_order and text[char - 1].isspace():
            known.append((char, sample))
    return tuple(
        Mark(char, until, begins / sample_rate, ends / sample_rate)
        for (char, begins), (until, ends) in pairwise([*known, (len(text), n_samples)])
    )


def _settings(voicing: Voicing) -> dict[str, Scalar]:
    settings = _DEFAULTS | dict(voicing.settings)
    for name, value in settings.items():
        if name not in _DEFAULTS:
            known = ", ".join(_DEFAULTS)
            raise CardError(f"espeak has no setting {name!r}", "styles", f"use {known}")
        if name == "lang":
            continue
        low, high = _RANGES[name]
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise CardError(f"{name} = {value!r}", "styles", f"give a whole number, {low}-{high}")
    return settings
