"""The C engine: lengths kept to the frame, sound taken whole."""

from __future__ import annotations

import numpy as np
import pytest

from broadcaster.errors import EngineFailed
from broadcaster.japanese import load_analyser
from broadcaster.recording import hts
from broadcaster.recording.analysis import Analysis, analyse


@pytest.fixture(scope="module")
def engine() -> hts.Engine:
    package = load_analyser()
    library = hts.open_library(package.htsengine.__file__)
    assert library is not None
    return hts.Engine(library, package.DEFAULT_HTS_VOICE)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyse(load_analyser(), "朝、町へ行く。")


def test_every_sound_is_as_long_as_asked(engine: hts.Engine, analysis: Analysis) -> None:
    own = engine.durations(analysis.labels, hts.Tone())
    asked = [length + 7 * (index % 3) for index, length in enumerate(own)]
    samples = engine.speak(analysis.labels, asked, hts.Tone())
    assert len(samples) == sum(asked) * hts.FRAME
    assert samples.dtype == np.float32


def test_speed_shortens_and_is_forgotten_again(engine: hts.Engine, analysis: Analysis) -> None:
    own = sum(engine.durations(analysis.labels, hts.Tone()))
    fast = sum(engine.durations(analysis.labels, hts.Tone(speed=1.5)))
    assert fast == pytest.approx(own / 1.5, rel=0.05)
    assert sum(engine.durations(analysis.labels, hts.Tone())) == own


def test_sound_found_in_memory_is_the_sound_of_the_getter(
    engine: hts.Engine, analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = engine.durations(analysis.labels, hts.Tone())
    found = engine.speak(analysis.labels, own, hts.Tone())
    monkeypatch.setattr(hts.Engine, "_sound_in_place", lambda *_: None)
    assert np.array_equal(found, engine.speak(analysis.labels, own, hts.Tone()))


def test_a_short_line_passes_full_scale_and_is_not_wrapped(engine: hts.Engine) -> None:
    labels = analyse(load_analyser(), "ああ、わあ！").labels
    own = engine.durations(labels, hts.Tone(volume=6.0))
    samples = engine.speak(labels, own, hts.Tone(volume=6.0))
    assert np.abs(samples).max() > 1.0
    assert np.abs(np.diff(samples)).max() < np.abs(samples).max()


def test_a_voice_file_that_is_none_is_refused(engine: hts.Engine, tmp_path_factory) -> None:  # type: ignore[no-untyped-def]
    library = hts.open_library(load_analyser().htsengine.__file__)
    path = tmp_path_factory.mktemp("voice") / "empty.htsvoice"
    path.write_bytes(b"")
    assert library is not None
    with pytest.raises(EngineFailed, match=r"empty\.htsvoice"):
        hts.Engine(library, str(path).encode())
