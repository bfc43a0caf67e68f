"""Recording: utterances in, takes out.

`cast` hires the voices a character's card asks for, in the card's order, and remembers who
was passed over. `record` turns utterances into takes: from the archive where the same sound
was made before, else by a voice, and then every clip is distrusted, trimmed, its marks
snapped to the sound and moved to the written text.

Measured over ten news sentences (LUFS without gain; `gain_db` brings it to -23; pace in morae
a second, pauses between sentences not counted):

| voicing                                                   | LUFS  | gain_db | pace |
|-----------------------------------------------------------|-------|---------|------|
| openjtalk                                                 | -18.3 |  -4.7   | 7.5  |
| half_tone 1.5, alpha .50, speed 1.15, gv 1.25, volume -3  | -19.4 |  -3.6   | 8.1  |
| half_tone -2, alpha .56, gv .9 (newscaster)               | -18.6 |  -4.4   | 7.5  |
| espeak (five English titles; pace 14 letters a second)    | -20.5 |  -2.5   | 7.0  |
"""

from __future__ import annotations

import difflib
import importlib
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol
from typing import cast as typed

from broadcaster.archive import digest
from broadcaster.errors import CardError, EngineError, EngineFailed, EngineUnavailable, UnknownName
from broadcaster.japanese import load_analyser
from broadcaster.manifest import StandIn
from broadcaster.nouns import Take
from broadcaster.programme import Voicing
from broadcaster.recording.analysis import words_heard
from broadcaster.recording.casting import ENGLISH, TALK, Cast, Part
from broadcaster.recording.finishing import PROCESSING, finish
from broadcaster.recording.kana import in_kana
from broadcaster.recording.rebase import rebase
from broadcaster.recording.sanity import check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from broadcaster.nouns import Clip, Utterance
    from broadcaster.programme import Character, Show, Style
    from broadcaster.recording.voice import Voice

__all__ = [
    "ENGINES",
    "Cast",
    "Engine",
    "Part",
    "Shelf",
    "cast",
    "hire",
    "kana_notation",
    "record",
    "roll",
]

ENGINES: Final = {
    "openjtalk": "openjtalk:OpenJTalk",
    "espeak": "espeak:Espeak",
}
NOT_BUILT: Final = ("voicevox", "speech_api")

_WINDOW: Final = 4
_TRIES: Final = 2


class Shelf(Protocol):
    """Where takes are kept (`archive.Takes`); `store` gives back what `load` will."""

    def load(self, key: str) -> Clip | None: ...

    def store(self, key: str, clip: Clip) -> Clip: ...


# ── hiring ───────────────────────────────────────────────────────────────────────────────


def hire(voicing: Voicing, show: Show) -> Voice:
    """The voice of a voicing. Raises EngineUnavailable, CardError, UnknownName."""
    name = voicing.engine
    if name in NOT_BUILT:
        raise EngineUnavailable("is not built yet", name)
    if name not in ENGINES:
        nearest = difflib.get_close_matches(name, [*ENGINES, *NOT_BUILT], 1, 0.0)[0]
        raise UnknownName("is no voice engine", name, f"did you mean {nearest}?")
    module, maker = ENGINES[name].split(":")
    found = importlib.import_module(f"broadcaster.recording.{module}")
    return typed("Voice", getattr(found, maker)(voicing, show))


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine on the roll: whether it works here and, if not, why (for the operator)."""

    name: str
    works: bool
    voice: str = ""
    reason: str = ""


def roll(show: Show) -> tuple[Engine, ...]:
    """Every engine there is, tried."""
    return tuple(_tried(name, show) for name in (*ENGINES, *NOT_BUILT))


def _tried(name: str, show: Show) -> Engine:
    try:
        return Engine(name, works=True, voice=hire(Voicing(name), show).name)
    except EngineUnavailable as error:
        return Engine(name, works=False, reason=_reason(error))


def _reason(error: EngineUnavailable) -> str:
    if error.thing in NOT_BUILT:
        return "まだ作られていない"
    return f"ここでは動かない({error.do})" if error.do else "ここでは動かない"


def kana_notation(utterance: Utterance) -> str:
    """How a Japanese utterance sounds, in VOICEVOX's kana notation; empty for other languages.

    Open JTalk's reading with the utterance's own accents: what a voice without an analyser of
    its own must be given. Empty as well where Open JTalk gives up on the text.
    """
    if utterance.language != "ja":
        return ""
    try:
        return in_kana(words_heard(load_analyser(), utterance.reading, utterance.accent))
    except (RuntimeError, ValueError):
        return ""


# ── casting ──────────────────────────────────────────────────────────────────────────────


def cast(character: Character, show: Show) -> Cast:
    """The voices of a character: for each style the first voicing of the card that works.

    Raises EngineUnavailable if nobody can perform `talk`, CardError if the card has no such
    style, UnknownName for an engine nobody knows.
    """
    parts: list[Part] = []
    stand_ins: list[StandIn] = []
    for style in character.styles:
        part, passed_over = _filled(style, show)
        if part:
            parts.append(part)
        if (part and part.voicing.stand_in) or passed_over:
            stand_ins.append(_stand_in(character, style, part, passed_over))
    if any(part.style == TALK for part in parts):
        return Cast(tuple(parts), tuple(stand_ins))
    if all(style.name != TALK for style in character.styles):
        raise CardError("the card has no style `talk`", character.id, "add [styles] talk = [...]")
    reasons = "; ".join(told.reason for told in stand_ins if told.where == _where(TALK))
    raise EngineUnavailable(
        f"no voice of its card works here ({reasons})", character.id, "run `broadcaster voices`"
    )


def _filled(style: Style, show: Show) -> tuple[Part | None, tuple[EngineUnavailable, ...]]:
    """Who performs a style, and what those said who were asked before."""
    passed_over: list[EngineUnavailable] = []
    for voicing in style.voicings:
        try:
            return Part(style.name, voicing, hire(voicing, show)), tuple(passed_over)
        except EngineUnavailable as error:
            passed_over.append(error)
    return None, tuple(passed_over)


def _stand_in(
    character: Character,
    style: Style,
    part: Part | None,
    passed_over: Iterable[EngineUnavailable],
) -> StandIn:
    silent = "片仮名で読む" if style.name == ENGLISH else f"{TALK} の声"
    return StandIn(
        wanted=_label(style.voicings[0]) if passed_over else character.name,
        ran=part.voice.name if part else silent,
        where=_where(style.name),
        reason="、".join(f"{error.thing}: {_reason(error)}" for error in passed_over)
        or "この声は代役とカードにある",
        asked=True,
    )


def _where(style: str) -> str:
    return f"声 {style}"


def _label(voicing: Voicing) -> str:
    speaker = dict(voicing.settings).get("speaker", "")
    return f"{voicing.engine}:{speaker}" if speaker else voicing.engine


# ── recording ────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Session:
    """An utterance whose sound is on its way."""

    utterance: Utterance
    part: Part
    key: str
    clip: Future[Clip]


def record(
    utterances: Iterable[Utterance], cast: Cast, takes: Shelf, *, workers: int = 2
) -> Iterator[Take]:
    """A take of each utterance, in order, made by `workers` threads a few lines ahead.

    Utterances are pulled as they are needed, 4 x workers ahead at most. What has nothing to
    say in it (「……」) is left out. Raises EngineFailed naming the line when a voice failed it
    twice, EngineUnavailable for a language nobody here speaks.
    """
    pool = ThreadPoolExecutor(workers, thread_name_prefix="recording")
    under_way: deque[_Session] = deque()
    most = _WINDOW * workers
    try:
        for utterance in utterances:
            under_way.append(_begun(utterance, cast, takes, under_way, pool))
            while under_way and (under_way[0].clip.done() or len(under_way) >= most):
                yield from _taken(under_way.popleft())
        while under_way:
            yield from _taken(under_way.popleft())
    finally:
        pool.shutdown(cancel_futures=True)


def _begun(
    utterance: Utterance,
    cast: Cast,
    takes: Shelf,
    under_way: Iterable[_Session],
    pool: ThreadPoolExecutor,
) -> _Session:
    part = cast.speaker_of(utterance.style, utterance.language)
    key = _key(utterance, part)
    for other in under_way:
        # The same words twice in a row are one take; two threads must not store it at once.
        if other.key == key:
            return _Session(utterance, part, key, other.clip)
    return _Session(utterance, part, key, pool.submit(_sound, utterance, part, takes, key))


def _key(utterance: Utterance, part: Part) -> str:
    return digest(
        PROCESSING, part.voice.fingerprint(), part.voicing.gain_db, utterance.reading,
        utterance.language, utterance.accent, utterance.emphasis,
    )  # fmt: skip


def _sound(utterance: Utterance, part: Part, takes: Shelf, key: str) -> Clip:
    stored = takes.load(key)
    if stored is not None:
        return stored
    clip = _performed(utterance, part.voice)
    if not len(clip.samples):
        return clip
    return takes.store(key, finish(clip, len(utterance.reading), part.voicing.gain_db))


def _performed(utterance: Utterance, voice: Voice) -> Clip:
    faults: list[str] = []
    while len(faults) < _TRIES:
        try:
            clip = voice.say(utterance)
            check(clip, utterance)
        except EngineError as error:
            faults.append(error.what)
        else:
            return clip
    do = "change the line, or the voice in the card"
    raise EngineFailed(f"{voice.name}: {faults[-1]}", utterance.display, do)


def _taken(session: _Session) -> Iterator[Take]:
    clip = session.clip.result()
    if len(clip.samples):
        yield Take(
            session.utterance,
            clip,
            rebase(clip.marks, session.utterance),
            session.part.voice.name,
            session.part.voice.credit,
            session.key,
            session.part.voicing.stand_in,
        )
