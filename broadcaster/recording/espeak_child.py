"""The program that `espeak.py` starts for each utterance; it speaks once and is gone.

eSpeak NG keeps state in the process that nothing resets (neither espeak_Terminate nor a random
seed): the second of two equal requests sounds different. A process of its own gives equal
bytes, can crash alone, and keeps a GPL-3 program at arm's length.

stdin: JSON {text, lang, speed, pitch}. stdout: a line of JSON {version, sample_rate, words}
where words are (character, sample), then 16-bit samples. Exit status 3: not installed, 4: no
such voice, 5: eSpeak failed. Only the standard library and espeakng_loader: started often.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import Any, Final

NOT_INSTALLED: Final = 3
NO_SUCH_VOICE: Final = 4
FAILED: Final = 5

# speak_lib.h, eSpeak NG 1.52
_SYNCHRONOUS: Final = 2
_DONT_EXIT: Final = 0x8000
_UTF8: Final = 1
_POS_CHARACTER: Final = 1
_RATE, _PITCH = 1, 3
_LIST_END, _WORD = 0, 1


class _Event(ctypes.Structure):
    """espeak_EVENT; `sample` counts from the start of the text."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_CALLBACK: Final = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event)
)


def main() -> None:
    """Speak what stdin asks for."""
    request = json.load(sys.stdin)
    library, sample_rate = _started()
    if library.espeak_SetVoiceByName(request["lang"].encode()):
        sys.exit(NO_SUCH_VOICE)
    library.espeak_SetParameter(_RATE, request["speed"], 0)
    library.espeak_SetParameter(_PITCH, request["pitch"], 0)
    pcm, words = _spoken(library, request["text"])
    version = library.espeak_Info(None).decode()
    head = {"version": version, "sample_rate": sample_rate, "words": words}
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + pcm)


def _started() -> tuple[Any, int]:
    try:
        import espeakng_loader

        library = ctypes.CDLL(espeakng_loader.get_library_path())
    except (ImportError, OSError):
        sys.exit(NOT_INSTALLED)
    library.espeak_Synth.argtypes = [
        ctypes.c_char_p, ctypes.c_size_t, ctypes.c_uint, ctypes.c_int, ctypes.c_uint,
        ctypes.c_uint, ctypes.c_void_p, ctypes.c_void_p,
    ]  # fmt: skip
    library.espeak_Info.restype = ctypes.c_char_p
    library.espeak_Info.argtypes = [ctypes.c_void_p]
    data = espeakng_loader.get_data_path().encode()
    sample_rate = library.espeak_Initialize(_SYNCHRONOUS, 0, data, _DONT_EXIT)
    if sample_rate <= 0:
        sys.exit(FAILED)
    return library, sample_rate


def _spoken(library: Any, text: str) -> tuple[bytes, list[tuple[int, int]]]:
    """16-bit samples, and (character, sample) where each word starts."""
    pcm = bytearray()
    words: list[tuple[int, int]] = []

    def collect(wave: Any, n_samples: int, events: Any) -> int:
        if wave and n_samples > 0:
            pcm.extend(ctypes.string_at(wave, n_samples * ctypes.sizeof(ctypes.c_short)))
        index = 0
        while events[index].type != _LIST_END:
            if events[index].type == _WORD:
                words.append((events[index].text_position - 1, events[index].sample))
            index += 1
        return 0

    callback = _CALLBACK(collect)
    library.espeak_SetSynthCallback(callback)
    data = text.encode()
    if library.espeak_Synth(data, len(data) + 1, 0, _POS_CHARACTER, 0, _UTF8, None, None):
        sys.exit(FAILED)
    return bytes(pcm), words


if __name__ == "__main__":
    main()
