"""Who is hired, who is passed over, and what is said about it."""

from __future__ import annotations

import pytest

from broadcaster.errors import CardError, EngineUnavailable, UnknownName
from broadcaster.manifest import StandIn
from broadcaster.programme import Voicing
from broadcaster.recording import ENGINES, cast, hire, roll
from broadcaster.recording import espeak as espeak_engine
from broadcaster.recording.espeak import Espeak

from .studio import HAS_ESPEAK, NO_ESPEAK, OPENJTALK, SHOW, character

VOICEVOX = Voicing("voicevox", (("speaker", "ずんだもん"),))
OWN = Voicing("openjtalk", pace=7.5)
ESPEAK = Voicing("espeak")
needs_espeak = pytest.mark.skipif(not HAS_ESPEAK, reason=NO_ESPEAK)


@pytest.fixture
def no_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(espeak_engine, "_installed", lambda: False)


def test_the_first_voicing_that_works_is_hired_and_the_fall_is_told() -> None:
    hired = cast(character(VOICEVOX, OPENJTALK), SHOW)
    assert hired.voice("talk").name == "HTS Voice Mei (openjtalk)"
    assert hired.stand_ins == (
        StandIn(
            "voicevox:ずんだもん",
            "HTS Voice Mei (openjtalk)",
            "声 talk",
            "voicevox: まだ作られていない",
            asked=True,
        ),
    )
    assert not hired.own_voice
    assert hired.pace("talk") == 8.1


def test_a_character_with_its_own_voice_has_no_stand_in() -> None:
    hired = cast(character(OWN), SHOW)
    assert hired.stand_ins == ()
    assert hired.own_voice
    assert not hired.english
    assert hired.pace("whisper") == 7.5


def test_a_stand_in_by_the_card_alone_is_told_too() -> None:
    (told,) = cast(character(OPENJTALK), SHOW).stand_ins
    assert (told.wanted, told.asked) == ("ずんだもん", True)


def test_nobody_for_talk_stops_the_show() -> None:
    with pytest.raises(
        EngineUnavailable, match=r"zundamon.*まだ作られていない.*broadcaster voices"
    ):
        cast(character(VOICEVOX), SHOW)


def test_a_card_without_talk_is_refused() -> None:
    with pytest.raises(CardError, match="talk"):
        cast(character(english=(OWN,)), SHOW)


def test_an_engine_nobody_knows_is_named_with_the_nearest() -> None:
    with pytest.raises(UnknownName, match="did you mean openjtalk"):
        hire(Voicing("openjtalks"), SHOW)


@pytest.mark.usefixtures("no_espeak")
def test_without_an_english_voice_titles_are_read_in_katakana() -> None:
    hired = cast(character(OWN, english=(ESPEAK,)), SHOW)
    assert not hired.english
    (told,) = hired.stand_ins
    assert (told.wanted, told.ran, told.where) == ("espeak", "片仮名で読む", "声 english")
    assert "make english" in told.reason
    with pytest.raises(EngineUnavailable, match="'en'"):
        hired.speaker_of("english", "en")


@pytest.mark.server
@needs_espeak
def test_an_english_voice_speaks_english_and_nothing_else() -> None:
    hired = cast(character(OWN, english=(ESPEAK,)), SHOW)
    assert hired.english
    assert hired.speaker_of("english", "en").voice.name == "eSpeak NG en-us"
    assert hired.speaker_of("talk", "ja").voice.language == "ja"


@pytest.mark.server
@needs_espeak
def test_wrong_settings_of_espeak_are_errors_of_the_card() -> None:
    for setting in (("lang", "xx-nowhere"), ("speed", 9000), ("loudness", 3)):
        with pytest.raises(CardError):
            Espeak(Voicing("espeak", (setting,)), SHOW)


@pytest.mark.usefixtures("no_espeak")
def test_the_roll_tells_what_works_and_why_the_rest_does_not() -> None:
    told = {engine.name: engine for engine in roll(SHOW)}
    assert set(told) == {*ENGINES, "voicevox", "speech_api"}
    assert told["openjtalk"].works
    assert told["openjtalk"].voice == "HTS Voice Mei (openjtalk)"
    assert told["voicevox"].reason == "まだ作られていない"
    assert "make english" in told["espeak"].reason
