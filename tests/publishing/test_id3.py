"""The tag as other people's readers see it."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from mutagen.id3 import CTOCFlags
from mutagen.mp3 import BitrateMode

from broadcaster.nouns import Chapter
from broadcaster.publishing import artwork, chapters, id3, mp3
from broadcaster.publishing.transcript import transcript
from tests.publishing.readers import ID3, MP3

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.nouns import Episode, Samples
    from broadcaster.programme import Show


@pytest.fixture(scope="module")
def cover() -> bytes:
    return artwork.draw("#6aa84f", 200)


def test_every_field_reads_back(episode: Episode, show: Show, cover: bytes) -> None:
    data = id3.render(episode, show, cover)
    tags = ID3(io.BytesIO(data))
    assert tags.version == (2, 4, 0)
    assert tags.size == len(data)
    texts = {name: tags[name].text[0] for name in ("TIT2", "TPE1", "TALB", "TCON", "TLAN", "TRCK")}
    assert texts == {
        "TIT2": "ミストラルの新モデル",
        "TPE1": "えだまめ放送室",
        "TALB": "えだまめAIニュース便",
        "TCON": "Podcast",
        "TLAN": "jpn",
        "TRCK": "3",
    }
    assert str(tags["TDRC"].text[0]) == "2024-10-17"
    picture = tags["APIC:"]
    assert (picture.type, picture.mime, picture.data) == (3, "image/jpeg", cover)
    assert tags["USLT::jpn"].text == transcript(episode)


def test_the_remark_discloses_and_credits(episode: Episode, show: Show, cover: bytes) -> None:
    remark = ID3(io.BytesIO(id3.render(episode, show, cover)))["COMM::jpn"].text[0]
    assert "AI" in remark.splitlines()[0]
    assert "合成音声" in remark.splitlines()[0]
    assert 'HTS Voice "Mei"（CC BY 3.0）' in remark
    assert "VOICEVOX" not in remark


def test_chapters_are_ordered_timed_and_linked(episode: Episode, show: Show, cover: bytes) -> None:
    tags = ID3(io.BytesIO(id3.render(episode, show, cover)))
    contents = tags["CTOC:toc"]
    assert contents.flags == CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED
    assert contents.child_element_ids == ["ch000", "ch001", "ch002", "ch003"]
    rows = [tags[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [(row.start_time, row.end_time) for row in rows] == [
        (0, 3000),
        (3000, 7800),
        (7800, 10_000),
        (10_000, 12_000),
    ]
    assert {(row.start_offset, row.end_offset) for row in rows} == {(0xFFFFFFFF, 0xFFFFFFFF)}
    assert [row.sub_frames["TIT2"].text[0] for row in rows] == [
        chapter.title for chapter in episode.chapters
    ]
    assert rows[1].sub_frames["WXXX:"].url == "https://example.com/%E6%96%B0?a=1&b=2"
    assert "WXXX:" not in rows[0].sub_frames


def test_chapter_frames_lie_in_their_own_order(episode: Episode, show: Show, cover: bytes) -> None:
    data = id3.render(episode, show, cover)
    places = [data.index(b"CHAP" + _size_and_flags(data, n) + b"ch00%d" % n) for n in range(4)]
    assert places == sorted(places)


def _size_and_flags(data: bytes, number: int) -> bytes:
    at = data.index(b"ch00%d\x00\x00" % number)
    return data[at - 6 : at]


def test_the_tag_tells_the_same_as_the_chapters_file(episode: Episode) -> None:
    rows = json.loads(chapters.render(episode))["chapters"]
    assert [(row["startTime"], row["title"]) for row in rows] == [
        (mark.start_ms / 1000, mark.title) for mark in chapters.marks(episode)
    ]


@pytest.mark.parametrize("number", [0, 1, 127, 128, 16_383, 16_384, (1 << 28) - 1])
def test_sizes_are_synchsafe(number: int) -> None:
    data = id3.synchsafe(number)
    assert max(data) < 128
    assert sum(byte << shift for byte, shift in zip(data, (21, 14, 7, 0), strict=True)) == number


def test_a_size_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        id3.synchsafe(1 << 28)


def test_more_chapters_than_a_table_of_contents_counts(episode: Episode, show: Show) -> None:
    many = tuple(Chapter(n / 30, (n + 1) / 30, f"第{n}章") for n in range(300))
    tags = ID3(io.BytesIO(id3.render(replace(episode, chapters=many), show, b"\x89PNG")))
    assert len(tags["CTOC:toc"].child_element_ids) == 255
    assert len(tags.getall("CHAP")) == 255
    assert tags["APIC:"].mime == "image/png"


def test_an_episode_without_chapters_has_no_contents(episode: Episode, show: Show) -> None:
    tags = ID3(io.BytesIO(id3.render(replace(episode, chapters=()), show, b"\xff\xd8")))
    assert tags.getall("CTOC") + tags.getall("CHAP") == []
    assert tags["TIT2"].text == [episode.title]


def test_players_find_the_info_frame_behind_the_tag(
    episode: Episode, show: Show, cover: bytes, master: Samples, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    mp3.encode([master], path, id3.render(episode, show, cover))
    info = MP3(path).info
    assert (info.bitrate, info.bitrate_mode) == (128_000, BitrateMode.CBR)
    assert (info.sample_rate, info.channels) == (48_000, 1)
    assert info.length == pytest.approx(len(master) / 48_000, abs=0.001)
    assert info.encoder_info.startswith("LAME")


@pytest.mark.server
@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")
def test_ffprobe_lists_the_chapters_in_order(
    episode: Episode, show: Show, cover: bytes, master: Samples, tmp_path: Path
) -> None:
    path = tmp_path / "a.mp3"
    mp3.encode([master], path, id3.render(episode, show, cover))
    asked = ["-of", "json", "-show_chapters", "-show_format", "-show_streams", str(path)]
    run = subprocess.run(
        ["ffprobe", "-v", "error", *asked], capture_output=True, check=True, timeout=60
    )
    seen = json.loads(run.stdout)
    assert run.stderr == b""
    assert [(row["start_time"], row["tags"]["title"]) for row in seen["chapters"]] == [
        ("0.000000", "あいさつ"),
        ("3.000000", "ミストラルの新モデル"),
        ("7.800000", "計算バグの修正"),
        ("10.000000", "まとめ"),
    ]
    assert seen["format"]["tags"]["title"] == "ミストラルの新モデル"
    assert [stream["codec_name"] for stream in seen["streams"]] == ["mp3", "mjpeg"]
    assert float(seen["format"]["duration"]) == pytest.approx(12.0, abs=0.1)
