"""The MP3 stream, frame by frame, and that it holds exactly what went in."""

from __future__ import annotations

import resource
import signal
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np
import pytest

from broadcaster.errors import StorageFailed
from broadcaster.nouns import SAMPLE_RATE
from broadcaster.publishing import id3, mp3

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.nouns import Samples

FRAME_BYTES = 384
"""144 × 128 000 bit/s ÷ 48 000 Hz: at this rate no frame ever needs padding."""


def _blocks(sound: Samples, size: int = 4801) -> Iterator[Samples]:
    yield from (sound[at : at + size] for at in range(0, len(sound), size))


def _tone(n_samples: int) -> Samples:
    return (np.sin(np.arange(n_samples) / 20) / 4).astype(np.float32)


def _frames(data: bytes) -> list[bytes]:
    """The stream cut at its own headers (ISO 11172-3, 2.4.1.3)."""
    return [data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES)]


def test_every_frame_is_constant_128_kbps_48_khz_mono(master: Samples, tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    mp3.encode(_blocks(master), path)
    frames = _frames(path.read_bytes())
    assert len(frames) > len(master) / 1152
    for frame in frames:
        header = int.from_bytes(frame[:4], "big")
        assert header >> 16 == 0xFFFB  # sync, MPEG-1, layer III, no CRC
        assert header >> 12 & 0xF == 9  # 128 kbit/s
        assert header >> 10 & 0x3 == 1  # 48 kHz
        assert header >> 9 & 0x1 == 0  # no padding
        assert header >> 6 & 0x3 == 3  # mono
        assert len(frame) == FRAME_BYTES


def test_the_info_frame_stands_right_behind_the_tag(master: Samples, tmp_path: Path) -> None:
    path, tag = tmp_path / "a.mp3", id3.tag([id3.text("TIT2", "ずんだ")])
    mp3.encode(_blocks(master), path, tag)
    data = path.read_bytes()
    assert data.startswith(tag)
    frames = _frames(data[len(tag) :])
    assert frames[0][21:25] == b"Info"
    counted = int.from_bytes(frames[0][29:33], "big")
    assert counted == len(frames) - 1
    assert int.from_bytes(frames[0][33:37], "big") == len(data) - len(tag)


@pytest.mark.parametrize("n_samples", [1, 1151, 1152, 48_000, 100_001])
def test_it_decodes_to_exactly_as_many_samples(n_samples: int, tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    tone = _tone(n_samples)
    tag = id3.tag([id3.text("TIT2", "x" * 70_000), id3.picture(b"\xff\xfb\x94\xc4" * 9000)])
    assert mp3.encode(_blocks(tone), path, tag) == n_samples
    assert sum(map(len, mp3.decode(path))) == n_samples


def test_the_sound_comes_back_in_place_and_lames_0_45_db_quieter(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    tone = _tone(SAMPLE_RATE)
    mp3.encode(_blocks(tone), path)
    heard = np.concatenate(list(mp3.decode(path)))
    middle = slice(5000, -5000)
    share = float(np.dot(heard[middle], tone[middle]) / np.dot(tone[middle], tone[middle]))
    assert 20 * np.log10(share) == pytest.approx(-0.4457, abs=0.02)


def test_block_sizes_change_no_byte(master: Samples, tmp_path: Path) -> None:
    one, other = tmp_path / "1.mp3", tmp_path / "2.mp3"
    mp3.encode(_blocks(master[:100_000], 777), one)
    mp3.encode(_blocks(master[:100_000], 65_536), other)
    assert one.read_bytes() == other.read_bytes()


def test_blocks_are_taken_one_at_a_time(tmp_path: Path) -> None:
    alive = []

    def blocks() -> Iterator[Samples]:
        for _ in range(20):
            block = np.zeros(4800, np.float32)
            alive.append(block)
            yield block
            alive.remove(alive[0])
            assert not alive

    mp3.encode(blocks(), tmp_path / "a.mp3")


def test_a_break_on_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    def blocks() -> Iterator[Samples]:
        yield np.zeros(48_000, np.float32)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mp3.encode(blocks(), tmp_path / "a.mp3")
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_takes_no_more_is_said_in_one_line(master: Samples, tmp_path: Path) -> None:
    """A file size limit of the kernel's stands for a full disk: the write itself fails."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    try:
        with pytest.raises(StorageFailed, match=r"a\.mp3.*MP3 library.*; "):
            mp3.encode(_blocks(master), tmp_path / "a.mp3")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="its folder exists"):
        mp3.encode([np.zeros(10, np.float32)], tmp_path / "no" / "a.mp3")


def test_no_mp3_is_no_crash(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    path.write_text("not a sound")
    with pytest.raises(StorageFailed, match="gave up"):
        list(mp3.decode(path))
