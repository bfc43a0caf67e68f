"""The cover: drawn or one's own."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from broadcaster.errors import SourceMissing, SourceUnreadable
from broadcaster.publishing import artwork

if TYPE_CHECKING:
    from pathlib import Path


def _seen(cover: bytes) -> Image.Image:
    return Image.open(io.BytesIO(cover))


@pytest.mark.parametrize(
    ("side", "most"), [(artwork.FEED_SIDE, 500_000), (artwork.TAG_SIDE, 300_000)]
)
def test_a_cover_is_a_square_jpeg_without_alpha(side: int, most: int) -> None:
    cover = artwork.draw("#6aa84f", side)
    picture = _seen(cover)
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (side, side))
    assert len(cover) < most


def test_the_same_colour_gives_the_same_bytes() -> None:
    first = artwork.draw("#6aa84f", 120)
    artwork.draw.cache_clear()
    assert artwork.draw("#6aa84f", 120) == first
    assert artwork.draw("#4a7bd0", 120) != first


def test_the_hosts_colour_is_in_the_picture() -> None:
    green, blue = (
        _seen(artwork.draw(color, 120)).getpixel((60, 12)) for color in ("#6aa84f", "#4a7bd0")
    )
    assert isinstance(green, tuple)
    assert isinstance(blue, tuple)
    assert max(green) == green[1]
    assert max(blue) == blue[2]


@pytest.mark.parametrize("color", ["", "green", "#12345", "#zzzzzz"])
def test_what_is_no_colour_is_edamame_green(color: str) -> None:
    assert artwork.draw(color, 60) == artwork.draw("#6aa84f", 60)


def test_a_picture_of_ones_own_loses_its_alpha(tmp_path: Path) -> None:
    path = tmp_path / "own.png"
    Image.new("RGBA", (1500, 1500), (255, 0, 0, 0)).save(path)
    picture = _seen(artwork.load(path, 800))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (800, 800))
    assert picture.getpixel((400, 400)) == (255, 255, 255)


@pytest.mark.parametrize("size", [(1400, 1500), (1399, 1399), (1400, 1)])
def test_a_picture_that_is_no_cover_is_refused(size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "own.png"
    Image.new("RGB", size).save(path)
    with pytest.raises(SourceUnreadable, match=f"{size[0]}×{size[1]} pixels"):
        artwork.load(path, 800)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\nnot really")
    with pytest.raises(SourceUnreadable, match="not a JPEG or PNG"):
        artwork.load(path, 800)
    with pytest.raises(SourceMissing, match=r"\[show\] artwork"):
        artwork.load(tmp_path / "none.png", 800)


def test_a_cut_off_picture_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.jpg"
    whole = io.BytesIO()
    Image.new("RGB", (1400, 1400), "red").save(whole, "JPEG")
    path.write_bytes(whole.getvalue()[:5000])
    with pytest.raises(SourceUnreadable):
        artwork.load(path, 800)


def test_another_picture_gets_another_name() -> None:
    assert artwork.file_name(b"one") == artwork.file_name(b"one")
    assert artwork.file_name(b"one") != artwork.file_name(b"two")
