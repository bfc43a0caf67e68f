"""The whole way, as a user walks it: from articles to the decoded MP3, and everything beside it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import soundfile as sf

from broadcaster.loudness import loudness, true_peak
from tests.conftest import DATE, HERE, Made, call_in, with_robot

OUTPUTS = ("episode.mp3", "episode.vtt", "episode.srt", "chapters.json", "shownotes.md")
NOUNS = ("articles.json", "script.json", "utterances.json", "episode.json", "manifest.json")


@pytest.fixture
def short(made: Made, tmp_path: Path) -> Path:
    """A station with one short article and its finished episode, to go on from."""
    return made.copied(tmp_path)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def sound_of(path: Path) -> npt.NDArray[np.float32]:
    samples, rate = sf.read(path, dtype="float32")
    assert (rate, samples.ndim) == (48_000, 1)
    array: npt.NDArray[np.float32] = samples
    return array


def seconds(stamp: str) -> float:
    hours, minutes, rest = stamp.replace(",", ".").split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def cues_of(vtt: str) -> list[tuple[float, float, str]]:
    found = re.findall(r"([\d:.]+) --> ([\d:.]+).*\n((?:.+\n)+)", vtt)
    return [(seconds(start), seconds(end), text) for start, end, text in found]


def test_the_sample_show_is_a_real_broadcast(station: Path) -> None:
    done = call_in(station, "episode", "--date", DATE)
    assert done.returncode == 0, done.stderr
    folder = station / "episodes" / DATE
    assert sorted(files(folder)) == sorted((*OUTPUTS, *NOUNS))

    sound = sound_of(folder / "episode.mp3")
    assert 60 <= len(sound) / 48_000 <= 330
    assert abs(loudness([sound]) + 16.0) <= 0.5
    assert true_peak([sound]) <= -1.0

    manifest = json.loads((folder / "manifest.json").read_text())
    script = json.loads((folder / "script.json").read_text())
    assert [segment["kind"] for segment in script["segments"]] == [
        "opening",
        *["story"] * 3,
        "closing",
    ]
    assert manifest["writer"] == "extractive"
    assert "Mei" in manifest["voices"][0]
    assert "VOICEVOX" not in (folder / "shownotes.md").read_text()

    utterances = json.loads((folder / "utterances.json").read_text())
    spoken = [row["reading"] for row in utterances if row["language"] == "ja"]
    assert not [reading for reading in spoken if re.search(r"[A-Za-zＡ-Ｚａ-ｚ]", reading)]
    opening = "".join(line["text"] for line in script["segments"][0]["lines"])
    assert "合成音声" in opening
    assert "えだまめAIニュース便" in opening
    assert "10月17日" in opening
    whole = "".join(line["text"] for segment in script["segments"] for line in segment["lines"])
    assert "見本" in whole

    # Nothing sounds like speech before half a second; every cue after a pause starts on its sound.
    assert cues_of((folder / "episode.vtt").read_text())[0][0] >= 0.5
    rundown = done.stdout.splitlines()
    assert len(rundown) <= 24
    assert rundown[0].startswith("えだまめAIニュース便 2024-10-17(木)")

    again = call_in(station, "episode", "--date", DATE)
    assert again.returncode == 0
    assert again.stdout.startswith("変わりなし")
    assert len(again.stdout.splitlines()) == 1

    tomorrow = call_in(station, "episode", "--date", "2024-10-18")
    assert tomorrow.returncode == 3
    assert len(tomorrow.stderr.splitlines()) == 1
    assert not (station / "episodes" / "2024-10-18").exists()


def test_cues_after_a_pause_start_where_the_sound_starts(made: Made) -> None:
    folder = made.folder
    sound = sound_of(folder / "episode.mp3")
    frames = np.sqrt(np.mean(sound[: len(sound) // 240 * 240].reshape(-1, 240) ** 2, axis=1))
    speech_level = float(np.percentile(frames, 99.5))
    loud = frames > speech_level * 10 ** (-40 / 20)
    checked = 0
    for start, _, _ in cues_of((folder / "episode.vtt").read_text()):
        frame = round(start / 0.005)
        if loud[max(0, frame - 30) : frame - 10].any():
            continue  # runs on from the words before
        onset = frame - 10 + int(np.argmax(loud[frame - 10 : frame + 60]))
        assert abs(onset - frame) * 0.005 <= 0.05, f"cue at {start}"
        checked += 1
    assert checked >= 5


def test_same_inputs_same_bytes_in_other_surroundings(made: Made, tmp_path: Path) -> None:
    there = {
        "TZ": "America/New_York",
        "PYTHONHASHSEED": "2",
        "LC_ALL": "C",
        "OMP_NUM_THREADS": "1",
        "BROADCASTER_WORKERS": "1",
    }
    assert not any(HERE.get(name) == value for name, value in there.items())
    elsewhere = with_robot(tmp_path / "elsewhere")
    assert call_in(elsewhere, "episode", "--date", DATE, env=there).returncode == 0
    _check_same(made.folder, elsewhere / "episodes" / DATE)
    assert b"station" not in (made.folder / "manifest.json").read_bytes(), "no machine path in it"


def _check_same(one: Path, other: Path) -> None:
    first, second = files(one), files(other)
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_an_edit_is_kept_said_and_only_its_takes_are_recorded_again(short: Path) -> None:
    folder = short / "episodes" / DATE
    script = (folder / "script.json").read_text(encoding="utf-8")
    (folder / "script.json").write_text(script.replace("3万円", "4万円"), encoding="utf-8")
    done = call_in(short, "episode", "--date", DATE, "--start-at", "read")
    assert done.returncode == 0, done.stderr
    assert "script.json" in done.stdout
    assert "のうち1本を新しく" in done.stdout
    assert "4万円" in (folder / "episode.vtt").read_text(encoding="utf-8").replace("\n", "")
    assert call_in(short, "episode", "--date", DATE).stdout.startswith("変わりなし")
    back = call_in(short, "episode", "--date", DATE, "--rewrite")
    assert back.returncode == 0
    assert (folder / "script.json").read_text(encoding="utf-8") == script


def test_rooms_one_by_one_end_where_the_whole_show_ends(made: Made, tmp_path: Path) -> None:
    station = with_robot(tmp_path / "rooms")
    assert call_in(station, "gather", "--date", DATE).returncode == 0
    for room in ("write", "read", "record", "mix", "package"):
        done = call_in(station, room, DATE)
        assert done.returncode == 0, (room, done.stderr)
    assert call_in(station, "episode", "--date", DATE).stdout.startswith("変わりなし")
    _check_same(made.folder, station / "episodes" / DATE)


def test_publish_needs_an_address_and_then_names_whole_files(short: Path) -> None:
    refused = call_in(short, "publish")
    assert refused.returncode == 2
    assert "base_url" in refused.stderr
    assert not (short / "public").exists()
    show = (short / "show.toml").read_text(encoding="utf-8")
    with_address = show.replace('base_url = ""', 'base_url = "https://example.com/pod/"')
    (short / "show.toml").write_text(with_address, encoding="utf-8")
    assert call_in(short, "episode", "--date", DATE).returncode == 0
    done = call_in(short, "publish")
    assert done.returncode == 0, done.stderr
    feed = (short / "public" / "feed.xml").read_text(encoding="utf-8")
    length = (short / "public" / DATE / "episode.mp3").stat().st_size
    assert f'length="{length}"' in feed
    before = files(short / "public" / DATE) | {"feed": feed.encode()}
    assert call_in(short, "publish").returncode == 0
    assert (
        files(short / "public" / DATE) | {"feed": (short / "public" / "feed.xml").read_bytes()}
        == before
    )
