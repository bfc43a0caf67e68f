"""A reading as Open JTalk understands it: labels to speak, words to mark, pauses to keep."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from broadcaster.recording.naming import analyser_knowing, names_of
from broadcaster.recording.pauses import breathes, pause_length
from broadcaster.recording.timing import SILENT, Said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from types import ModuleType

# Every option is named: a default of the package must not change what was recorded yesterday.
# predict_nani would make the reading depend on whether onnxruntime is installed.
_FRONT_END: Final[dict[str, Any]] = {
    "run_marine": False,
    "use_vanilla": False,
    "use_tsqyomi": False,
    "use_sudachi_kanji_yomi": True,
    "predict_nani": False,
    "normalize_mode": "None",
    "iu_pronunciation": None,
    "use_read_as_pron": False,
    "revert_long_vowels": False,
    "revert_yotsugana": False,
}
_UNSPEAKABLE: Final = re.compile("[\\0\ud800-\udfff]")
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９.,．，")
_SOUNDLESS: Final = frozenset(("pau", "sp", "unk"))


@dataclass(frozen=True, slots=True)
class Analysis:
    """labels: full-context, one a phoneme. pauses: seconds for each `pau` among them."""

    labels: tuple[str, ...] = ()
    sounds: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    pauses: tuple[float, ...] = ()


def analyse(
    package: ModuleType, reading: str, accent: Sequence[tuple[int, int, int]] = ()
) -> Analysis:
    """What to say; empty where nothing in the reading has a sound.

    package: pyopenjtalk-plus, which raises RuntimeError or ValueError where it gives up.
    accent: as in an utterance; each name is one word with the nucleus asked for.
    """
    text = _UNSPEAKABLE.sub(" ", reading)
    if not text.strip():
        return Analysis()
    features, morphs = _features(package, text, accent)
    entries = package.make_phoneme_mapping(
        features, morphs=morphs, caller_text=text, normalize_mode="None"
    )
    said = tuple(_joined_numbers(text, _words_said(entries)))
    if not said:
        return Analysis()
    labels = tuple(package.make_label(list(_heard(features))))
    if not labels:
        return Analysis()
    sounds = tuple(label.split("-", 1)[1].split("+", 1)[0] for label in labels)
    return Analysis(labels, sounds, said, _pauses(text, sounds, said))


def words_heard(
    package: ModuleType, reading: str, accent: Sequence[tuple[int, int, int]] = ()
) -> tuple[dict[str, Any], ...]:
    """Open JTalk's features of the words that are heard, with their accents and pauses."""
    text = _UNSPEAKABLE.sub(" ", reading)
    return tuple(_heard(_features(package, text, accent)[0])) if text.strip() else ()


def _features(
    package: ModuleType, text: str, accent: Sequence[tuple[int, int, int]]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    jtalk = analyser_knowing(package, names_of(text, accent))
    features, morphs = package.run_frontend_detailed(text, **_FRONT_END, jtalk=jtalk)
    return features, morphs


def _heard(features: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Features without the symbols that would only make a pause nobody wants."""
    before = ""
    for feature in features:
        symbol = feature["pron"] == "、"
        if not symbol or breathes(feature["string"], before):
            yield feature
        before = feature["string"]


def _words_said(entries: Iterable[dict[str, Any]]) -> Iterator[Said]:
    for entry in entries:
        n_phonemes = sum(sound not in _SOUNDLESS for sound in entry["phonemes"])
        if n_phonemes:
            start, end = entry["char_span"]
            yield Said(start, end, n_phonemes)


def _joined_numbers(text: str, words: Iterable[Said]) -> Iterator[Said]:
    """Words, a number written in digits as one: 21 is said 二・十・一, and 十 has no place."""
    held: Said | None = None
    for word in words:
        if held and (word.end <= held.end or _in_digits(text[held.start : word.end])):
            end = max(held.end, word.end)
            held = Said(held.start, end, held.n_phonemes + word.n_phonemes)
            continue
        if held:
            yield held
        held = word
    if held:
        yield held


def _in_digits(text: str) -> bool:
    return all(char in _DIGITS for char in text)


def _pauses(text: str, sounds: Sequence[str], said: Sequence[Said]) -> tuple[float, ...]:
    """Seconds for each pause among the sounds, by the symbols written there."""
    gap_after = {}
    spoken = 0
    for word, following in pairwise(said):
        spoken += word.n_phonemes
        gap_after[spoken] = text[word.end : following.start]
    spoken = 0
    found = []
    for sound in sounds:
        if sound == "pau":
            found.append(pause_length(gap_after.get(spoken, "")))
        spoken += sound not in SILENT
    return tuple(found)
