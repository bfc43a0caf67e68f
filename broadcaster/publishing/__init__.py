"""Publishing: an episode and its sound in, the files that players and apps want out.

`package` leaves them in the episode's own folder; only `publish` touches `public/`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from broadcaster.archive import (
    Station,
    atomic_path,
    folder_name,
    make_folder,
    storage_errors,
    write_atomically,
)
from broadcaster.errors import Failed, Refused
from broadcaster.publishing.ahead import made_ahead
from broadcaster.publishing.artwork import FEED_SIDE, TAG_SIDE, draw, file_name, load
from broadcaster.publishing.chapters import render as render_chapters
from broadcaster.publishing.deliver import deliver_file, strays, weigh
from broadcaster.publishing.feed import Entry
from broadcaster.publishing.feed import render as render_feed
from broadcaster.publishing.id3 import render as render_tag
from broadcaster.publishing.inspection import HIGHEST_DBTP, accepted, measure
from broadcaster.publishing.mp3 import encode
from broadcaster.publishing.names import CHAPTERS, EPISODE_FILES, FEED, MP3, NOTES, SRT, VTT
from broadcaster.publishing.notes import render as render_notes
from broadcaster.publishing.printable import address
from broadcaster.publishing.rights import check_rights
from broadcaster.publishing.subtitles import render_srt, render_vtt
from broadcaster.publishing.timecode import clock

if TYPE_CHECKING:
    from broadcaster.manifest import Manifest, Measured, Output
    from broadcaster.nouns import Episode, Samples
    from broadcaster.programme import Character, Show

__all__ = ["EPISODE_FILES", "Package", "Published", "clock", "package", "publish", "verify"]

_TEXTS: dict[str, Callable[[Episode], str]] = {
    VTT: render_vtt,
    SRT: render_srt,
    CHAPTERS: render_chapters,
    NOTES: render_notes,
}


_TRIES = 4
_MARGIN_DB = 0.2


@dataclass(frozen=True, slots=True)
class Package:
    """What packaging left: the files, in EPISODE_FILES order, and the MP3's measured sound."""

    outputs: tuple[Output, ...]
    measured: Measured


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing left. written: files under public/ that were not there before."""

    feed: Path
    url: str
    written: tuple[str, ...]


def package(
    episode: Episode,
    blocks: Callable[[float], Iterator[Samples]],
    show: Show,
    character: Character,
    folder: Path,
    *,
    station: Station | None = None,
) -> Package:
    """Leave the files of a finished episode in its folder, all of them or none.

    blocks: the mastered sound, float32 mono at SAMPLE_RATE, for so many dB of headroom more than
    usual. station: where `[show] artwork` is looked for; without it the cover is drawn.
    Everything is made and measured in a hidden folder first. Raises Failed when the decoded MP3
    is not as loud and as long as it must be.
    """
    with _workshop(folder) as work:
        tag = render_tag(episode, show, _cover(show, character, station, TAG_SIDE))
        level = _encoded(blocks, work / MP3, tag)
        for name, render in _TEXTS.items():
            write_atomically(work / name, render(episode).encode())
        measured = accepted(level, episode.timeline.n_samples, MP3)
        outputs = tuple(weigh(work / name) for name in EPISODE_FILES)
        for name in EPISODE_FILES:
            with storage_errors(folder / name):
                (work / name).replace(folder / name)
    return Package(outputs, measured)


def _encoded(blocks: Callable[[float], Iterator[Samples]], target: Path, tag: bytes) -> Measured:
    """Encode and measure; once more with more headroom while coding lifts a peak too high."""
    headroom_db = 0.0
    for _ in range(_TRIES):
        with atomic_path(target) as path, made_ahead(blocks(headroom_db)) as sound:
            encode(sound, path, tag)
        measured = measure(target)
        if measured.peak_dbtp <= HIGHEST_DBTP:
            break
        headroom_db += measured.peak_dbtp - HIGHEST_DBTP + _MARGIN_DB
    return measured


def verify(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Names of files that packaging leaves and that are missing here, changed or unlisted."""
    listed = {output.name for output in manifest.outputs}
    unlisted = (name for name in EPISODE_FILES if name not in listed)
    return (*strays(folder, manifest), *unlisted)


def publish(
    show: Show,
    station: Station,
    episodes: Sequence[tuple[Path, Manifest, Episode]],
    *,
    character: Character,
) -> Published:
    """Bring media, cover and then the feed into the station's public folder.

    episodes: folder, manifest and noun of every finished one. The same again writes nothing.
    Raises Refused without a `[show] base_url`, any episode, or a right to every story's source;
    Failed when a file is not the one its manifest names (nothing was touched then).
    """
    base_url = _base_url(show)
    if not episodes:
        raise Refused("there is no finished episode to publish", do="make one first")
    check_rights([(manifest, episode) for _, manifest, episode in episodes])
    _check_all(episodes)
    cover = _cover(show, character, station, FEED_SIDE)
    public = make_folder(station.public)
    written = _write(public / file_name(cover), cover)
    written += _deliver_media(episodes, public)
    entries = [_entry(base_url, manifest, episode) for _, manifest, episode in episodes]
    url = base_url + FEED
    xml = render_feed(show, entries, url, base_url + file_name(cover))
    written += _write(public / FEED, xml)
    return Published(public / FEED, url, tuple(written))


@contextmanager
def _workshop(folder: Path) -> Iterator[Path]:
    """A hidden folder to work in, gone afterwards whatever happens."""
    work = make_folder(folder) / ".work"
    with storage_errors(work):
        shutil.rmtree(work, ignore_errors=True)  # a killed run may have left one
        work.mkdir()
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _cover(show: Show, character: Character, station: Station | None, side: int) -> bytes:
    if show.artwork and station:
        return load(station.root / show.artwork, side)
    return draw(character.color, side)


def _base_url(show: Show) -> str:
    url = address(show.base_url)
    if not url:
        raise Refused(
            "there is no address to publish under",
            "show.toml [show] base_url",
            'set it to where public/ will be served, like "https://example.com/podcast/"',
        )
    return url.rstrip("/") + "/"


def _check_all(episodes: Sequence[tuple[Path, Manifest, Episode]]) -> None:
    for folder, manifest, _ in episodes:
        faulty = verify(folder, manifest)
        if faulty:
            what = f"{', '.join(faulty)} not as the manifest says"
            raise Failed(what, folder.name, "package the episode again")


def _deliver_media(
    episodes: Sequence[tuple[Path, Manifest, Episode]], public: Path
) -> Iterator[str]:
    for folder, manifest, episode in episodes:
        name = folder_name(episode.date, episode.edition)
        target = make_folder(public / name)
        ours = (output for output in manifest.outputs if output.name in EPISODE_FILES)
        for output in ours:
            if deliver_file(folder / output.name, target / output.name, output):
                yield f"{name}/{output.name}"


def _write(path: Path, data: bytes) -> list[str]:
    if path.is_file() and path.read_bytes() == data:
        return []
    write_atomically(path, data)
    return [path.name]


def _entry(base_url: str, manifest: Manifest, episode: Episode) -> Entry:
    folder = f"{base_url}{folder_name(episode.date, episode.edition)}/"
    mp3_bytes = next(row.bytes for row in manifest.outputs if row.name == MP3)
    return Entry(episode, address(folder), mp3_bytes)
