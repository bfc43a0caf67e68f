"""The door: an episode's own folder, whole or untouched, and the public one."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from lxml import etree
from PIL import Image

from broadcaster import publishing
from broadcaster.archive import Station, file_sha256, folder_name, station_at
from broadcaster.errors import Failed, FolderError, Refused, SourceMissing
from broadcaster.manifest import Manifest, Output
from broadcaster.nouns import Timeline
from broadcaster.publishing.artwork import load
from broadcaster.publishing.deliver import deliver_file, weigh
from tests.publishing.readers import ID3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from broadcaster.nouns import Episode, Samples
    from broadcaster.programme import Character, Show

Finished = tuple["Path", Manifest, "Episode"]


class Bench:
    """A station on which packages are made."""

    def __init__(self, root: Path, show: Show, character: Character, master: Samples) -> None:
        self.station: Station = station_at(root / "show.toml")
        self.show, self.character, self.master = show, character, master

    def folder(self, episode: Episode) -> Path:
        return self.station.episodes / folder_name(episode.date, episode.edition)

    def package(self, episode: Episode, sound: Samples | None = None) -> publishing.Package:
        whole = self.master if sound is None else sound

        def blocks(_headroom_db: float) -> Iterator[Samples]:
            yield from np.array_split(whole, 9)

        return publishing.package(
            episode, blocks, self.show, self.character, self.folder(episode), station=self.station
        )

    def finished(self, episode: Episode) -> Finished:
        package = self.package(episode)
        manifest = Manifest(
            show=self.show.id,
            date=episode.date,
            edition=episode.edition,
            outputs=package.outputs,
            measured=package.measured,
        )
        return self.folder(episode), manifest, episode

    def publish(self, *episodes: Finished) -> publishing.Published:
        return publishing.publish(self.show, self.station, episodes, character=self.character)


@pytest.fixture
def bench(tmp_path: Path, show: Show, character: Character, master: Samples) -> Bench:
    return Bench(tmp_path, show, character, master)


def _bytes(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


# ── package ──────────────────────────────────────────────────────────────────────────────


def test_a_package_is_five_files_and_no_other(bench: Bench, episode: Episode) -> None:
    package = bench.package(episode)
    folder = bench.folder(episode)
    assert sorted(_bytes(folder)) == sorted(publishing.EPISODE_FILES)
    assert not (folder / ".work").exists()
    assert [row.name for row in package.outputs] == list(publishing.EPISODE_FILES)
    for row in package.outputs:
        path = folder / row.name
        assert (path.stat().st_size, file_sha256(path)) == (row.bytes, row.sha256)


def test_the_decoded_sound_is_measured(bench: Bench, episode: Episode) -> None:
    measured = bench.package(episode).measured
    assert measured.loudness_lufs == pytest.approx(-16.0, abs=0.1)
    assert measured.peak_dbtp < -1.0
    assert measured.seconds == episode.duration


def test_packaging_twice_gives_the_same_bytes(bench: Bench, episode: Episode) -> None:
    first = bench.package(episode), _bytes(bench.folder(episode))
    again = bench.package(episode), _bytes(bench.folder(episode))
    assert first == again


@pytest.mark.parametrize(
    ("gain_db", "spike", "figure"),
    [(-0.7, 0.0, "-16.70 LUFS"), (0.7, 0.0, "-15.30 LUFS"), (0.0, 1.1, "dBTP, above -1")],
)
def test_sound_that_is_off_is_refused_with_its_figures(
    bench: Bench, episode: Episode, gain_db: float, spike: float, figure: str
) -> None:
    bench.package(episode)
    before = _bytes(bench.folder(episode))
    sound = (bench.master * 10 ** (gain_db / 20)).astype(np.float32)
    sound[100_000:100_040] += np.float32(spike)
    with pytest.raises(Failed, match=figure):
        bench.package(replace(episode, title="別の番組"), sound)
    assert _bytes(bench.folder(episode)) == before


def test_silence_is_refused(bench: Bench, episode: Episode) -> None:
    with pytest.raises(Failed, match="-inf LUFS"):
        bench.package(episode, np.zeros_like(bench.master))


def test_a_cut_sound_is_refused(bench: Bench, episode: Episode) -> None:
    longer = replace(episode, timeline=Timeline(episode.timeline.n_samples + 7, ()))
    with pytest.raises(Failed, match="7 samples too few"):
        bench.package(longer)


@pytest.mark.parametrize("error", [KeyboardInterrupt, RuntimeError, SystemExit])
def test_a_break_leaves_what_stood_before(
    bench: Bench, episode: Episode, error: type[BaseException], show: Show, character: Character
) -> None:
    bench.package(episode)
    folder = bench.folder(episode)
    before = _bytes(folder)

    def blocks(_headroom_db: float) -> Iterator[Samples]:
        yield bench.master[:50_000]
        raise error

    with pytest.raises(error):
        publishing.package(episode, blocks, show, character, folder)
    assert _bytes(folder) == before
    assert not (folder / ".work").exists()


def test_what_a_killed_run_left_is_swept_away(bench: Bench, episode: Episode) -> None:
    work = bench.folder(episode) / ".work"
    work.mkdir(parents=True)
    (work / "episode.mp3").write_bytes(b"half")
    bench.package(episode)
    assert not work.exists()


def test_a_folder_that_cannot_be_is_refused(bench: Bench, episode: Episode) -> None:
    bench.station.episodes.write_text("a file in the way")
    with pytest.raises(FolderError):
        bench.package(episode)


def test_the_cover_may_be_ones_own(bench: Bench, episode: Episode) -> None:
    Image.new("RGB", (1400, 1400), "red").save(bench.station.root / "own.png")
    bench.show = replace(bench.show, artwork="own.png")
    bench.package(episode)
    drawn = ID3(bench.folder(episode) / "episode.mp3")["APIC:"].data
    assert drawn == load(bench.station.root / "own.png", 800)


# ── verify ───────────────────────────────────────────────────────────────────────────────


def test_verify_names_what_is_missing_changed_or_unlisted(bench: Bench, episode: Episode) -> None:
    folder, manifest, _ = bench.finished(episode)
    assert publishing.verify(folder, manifest) == ()
    (folder / "episode.srt").unlink()
    notes = folder / "shownotes.md"
    notes.write_text(notes.read_text("utf-8").replace("0:03", "0:04"), "utf-8")
    assert publishing.verify(folder, manifest) == ("episode.srt", "shownotes.md")
    assert publishing.verify(folder, Manifest()) == publishing.EPISODE_FILES


# ── publish ──────────────────────────────────────────────────────────────────────────────


def test_what_is_published_is_what_the_feed_names(bench: Bench, episode: Episode) -> None:
    finished = bench.finished(episode)
    published = bench.publish(finished)
    public = bench.station.public
    assert published.url == "https://example.com/podcast/feed.xml"
    assert sorted(published.written) == sorted(_bytes(public))
    root = etree.fromstring(published.feed.read_bytes())
    found: Any = root.xpath("//item//@url | //*[local-name()='image']/@href")
    urls = [str(url) for url in found]
    assert len(urls) == 5
    for url in urls:
        assert (public / url.removeprefix("https://example.com/podcast/")).is_file()
    enclosure = root.find("channel/item/enclosure")
    assert enclosure is not None
    mp3 = public / "2024-10-17" / "episode.mp3"
    assert enclosure.get("length") == str(mp3.stat().st_size)
    assert mp3.read_bytes() == (finished[0] / "episode.mp3").read_bytes()
    assert json.loads((public / "2024-10-17" / "chapters.json").read_text("utf-8"))
    assert mp3.stat().st_mode & 0o044 == 0o044


def test_publishing_again_changes_nothing(bench: Bench, episode: Episode) -> None:
    finished = bench.finished(episode)
    bench.publish(finished)
    public = bench.station.public
    before = {path: path.stat().st_mtime_ns for path in sorted(public.rglob("*"))}
    content = _bytes(public)
    assert bench.publish(finished).written == ()
    assert _bytes(public) == content
    assert {path: path.stat().st_mtime_ns for path in sorted(public.rglob("*"))} == before


def test_a_second_episode_leaves_the_first_alone(bench: Bench, episode: Episode) -> None:
    first = bench.finished(episode)
    bench.publish(first)
    second = bench.finished(replace(episode, edition="evening", number=4, guid="g4"))
    written = bench.publish(first, second).written
    assert sorted(written) == sorted(
        ["feed.xml", *(f"2024-10-17-evening/{name}" for name in publishing.EPISODE_FILES)]
    )


@pytest.mark.parametrize("url", ["", "  ", "ftp://example.com/", "example.com"])
def test_without_an_address_it_is_refused_in_one_line(
    bench: Bench, episode: Episode, url: str
) -> None:
    finished = bench.finished(episode)
    bench.show = replace(bench.show, base_url=url)
    with pytest.raises(Refused, match=r"show\.toml \[show\] base_url: .*; set it") as caught:
        bench.publish(finished)
    assert caught.value.exit_code == 2
    assert not bench.station.public.exists()


def test_a_story_without_a_right_to_tell_it_is_refused(bench: Bench, episode: Episode) -> None:
    good = bench.finished(episode)
    bench.publish(good)
    before = _bytes(bench.station.public)
    bare = tuple(replace(row, rights="") for row in episode.sources)
    folder, manifest, other = bench.finished(
        replace(episode, edition="evening", guid="g", sources=bare)
    )
    with pytest.raises(Refused) as caught:
        bench.publish(good, (folder, manifest, other))
    told = str(caught.value)
    assert told.startswith(
        "2024-10-17-evening: 「Un *Ministral*, des Ministraux」 from mistral.ai "
    )
    assert "(1 more like it)" in told
    assert "show.toml [news] sources" in told
    assert "broadcaster episode --date 2024-10-17 --edition evening" in told
    assert caught.value.exit_code == 2
    assert _bytes(bench.station.public) == before
    edited = replace(manifest, edited=("script.json",))
    with pytest.raises(Refused, match=r'write "rights" .* under references in its script\.json'):
        bench.publish((folder, edited, other))


def test_nothing_to_publish_is_refused(bench: Bench) -> None:
    with pytest.raises(Refused, match="no finished episode"):
        bench.publish()
    assert not bench.station.public.exists()


def test_a_changed_file_is_not_published(bench: Bench, episode: Episode) -> None:
    good = bench.finished(episode)
    bench.publish(good)
    before = _bytes(bench.station.public)
    folder, manifest, other = bench.finished(replace(episode, date="2024-10-18", guid="g"))
    with (folder / "episode.mp3").open("ab") as file:
        file.write(b"x")
    with pytest.raises(Failed, match=r"2024-10-18: episode\.mp3 not as the manifest says"):
        bench.publish(good, (folder, manifest, other))
    assert _bytes(bench.station.public) == before


def test_a_copy_that_went_wrong_never_gets_its_name(bench: Bench, episode: Episode) -> None:
    folder, _, _ = bench.finished(episode)
    source, target = folder / "episode.mp3", folder / "copy.mp3"
    lie = Output("episode.mp3", source.stat().st_size, "0" * 64)
    with pytest.raises(Failed, match="not what its manifest says"):
        deliver_file(source, target, lie)
    assert not target.exists()


def test_only_files_of_an_episode_ever_become_public(bench: Bench, episode: Episode) -> None:
    folder, manifest, _ = bench.finished(episode)
    (folder / "articles.json").write_text("[]")
    stray = weigh(folder / "articles.json")
    bench.publish((folder, replace(manifest, outputs=(*manifest.outputs, stray)), episode))
    assert "2024-10-17/articles.json" not in _bytes(bench.station.public)


def test_a_cover_that_is_not_there_leaves_the_public_folder_alone(
    bench: Bench, episode: Episode
) -> None:
    finished = bench.finished(episode)
    bench.show = replace(bench.show, artwork="lost.png")
    with pytest.raises(SourceMissing, match=r"lost\.png"):
        bench.publish(finished)
    assert not bench.station.public.exists()


def test_a_lost_public_file_comes_back(bench: Bench, episode: Episode) -> None:
    finished = bench.finished(episode)
    bench.publish(finished)
    shutil.rmtree(bench.station.public / "2024-10-17")
    assert len(bench.publish(finished).written) == len(publishing.EPISODE_FILES)


def test_a_peak_that_coding_lifts_too_high_is_asked_for_with_more_headroom(
    episode: Episode, tmp_path: Path
) -> None:
    asked: list[float] = []
    noise = np.random.default_rng(5).standard_normal(episode.timeline.n_samples)
    hot = (noise / np.abs(noise).max() * 1.2).astype(np.float32)

    def blocks(headroom_db: float) -> Iterator[Samples]:
        asked.append(headroom_db)
        yield hot * np.float32(10 ** (-headroom_db / 20))

    measured = publishing._encoded(blocks, tmp_path / "a.mp3", b"")
    assert asked[0] == 0.0
    assert len(asked) >= 2
    assert measured.peak_dbtp <= -1.0
