"""The cover: an edamame pod as a studio microphone, on the air. Drawn without a single letter.

Shapes are signed distances on a square from -1 to 1 (y grows downwards), so any size comes out
smooth, and the same colour and size always give the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from broadcaster.errors import SourceMissing, SourceUnreadable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy.typing as npt

    Field = npt.NDArray[np.float32]
    Color = npt.NDArray[np.float32]

FEED_SIDE = 1400
"""Pixels: the smallest square that Apple takes, and the largest that loads fast everywhere."""
TAG_SIDE = 800
"""Pixels of the cover inside the MP3, where it stands before the sound."""

_LONGEST_SIDE = 10_000
_QUALITY = 88
_GREEN = "#6aa84f"
_RAISED = 0.14
_TILT = np.deg2rad(-20.0)
_BEANS = ((-0.30, 0.128), (0.0, 0.152), (0.30, 0.128))
"""Place along the pod's axis and radius."""


@lru_cache(maxsize=4)
def draw(color: str, side: int) -> bytes:
    """The cover as JPEG bytes, side × side pixels, RGB. color: `#rrggbb`; "" is edamame green."""
    return _jpeg(Image.fromarray(_painting(_rgb(color), side)))


def load(path: Path, side: int) -> bytes:
    """A picture of one's own as JPEG bytes, side × side pixels, RGB, on white where it is clear.

    Raises SourceMissing, or SourceUnreadable when it is no picture, not square or under 1400.
    """
    if not path.is_file():
        raise SourceMissing("no such picture", path, "mend [show] artwork in show.toml")
    try:
        with warnings.catch_warnings(), Image.open(path, formats=("JPEG", "PNG")) as picture:
            warnings.simplefilter("ignore")
            _refuse_misshapen(picture, path)
            clear = picture.convert("RGBA")
    except (OSError, Image.DecompressionBombError, SyntaxError) as error:
        raise SourceUnreadable("not a JPEG or PNG picture", path, "choose another one") from error
    white = Image.new("RGBA", clear.size, "white")
    whole = Image.alpha_composite(white, clear).convert("RGB")
    return _jpeg(whole.resize((side, side), Image.Resampling.LANCZOS))


def file_name(cover: bytes) -> str:
    """The cover's public name: apps only fetch a cover anew when its name changes."""
    return f"cover-{hashlib.sha256(cover).hexdigest()[:8]}.jpg"


def _refuse_misshapen(picture: Image.Image, path: Path) -> None:
    width, height = picture.size
    if width != height or not FEED_SIDE <= width <= _LONGEST_SIDE:
        raise SourceUnreadable(
            f"{width}×{height} pixels", path, "a cover is square, 1400 to 3000 pixels a side"
        )


def _jpeg(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=_QUALITY, subsampling=0, optimize=True)
    return file.getvalue()


def _rgb(color: str) -> Color:
    digits = color.removeprefix("#")
    if len(digits) != 6 or not set(digits.lower()) <= set("0123456789abcdef"):
        digits = _GREEN[1:]
    return np.array([share / 255 for share in bytes.fromhex(digits)], np.float32)


# ── the painting, from back to front ─────────────────────────────────────────────────────


def _painting(color: Color, side: int) -> npt.NDArray[np.uint8]:
    line = ((np.arange(side, dtype=np.float32) + 0.5) / side * 2 - 1).astype(np.float32)
    x, y = np.meshgrid(line, line)
    deep = _mixed(color * 0.32, np.array([0.02, 0.10, 0.14], np.float32), 0.45)
    cream = _mixed(color, np.array([1.0, 0.98, 0.88], np.float32), 0.86)
    fresh = _mixed(color, np.array([0.86, 0.98, 0.42], np.float32), 0.8)
    canvas = _backdrop(x, y, color, deep)
    for distance, strength in _waves(x, y):
        _paint(canvas, distance, cream, strength)
    _paint(canvas, _stand(x, y) - 0.02, deep * 0.55, 0.35)
    _paint(canvas, _stand(x, y), cream)
    u, v = _along_the_pod(x, y)
    _paint(canvas, _stalk(u, v), color * 0.62)
    _paint(canvas, _pod(u, v) - 0.016, deep * 0.5, 0.55)
    _paint(canvas, _pod(u, v), _lit(_pod(u, v), 0.20, _mixed(color, fresh, 0.25), side))
    _paint(canvas, _opening(u, v), _mixed(color * 0.38, deep, 0.30))
    _paint(canvas, _beans(u, v), _lit(_beans(u, v), 0.127, _mixed(color, fresh, 0.75), side))
    return np.asarray(np.clip(canvas * 255 + 0.5, 0, 255), np.uint8)


def _backdrop(x: Field, y: Field, color: Color, deep: Color) -> Field:
    """Light behind the pod, dusk at the corners."""
    away = np.clip(np.hypot(x, y + _RAISED) / 1.35, 0, 1)[..., None]
    return np.asarray(_mixed(_mixed(color, deep, 0.30), deep * 0.8, away**0.8), np.float32)


def _waves(x: Field, y: Field) -> Iterator[tuple[Field, float]]:
    """Arcs to both sides, fainter as they go, and how strong each is."""
    for step in range(3):
        yield _arc(np.abs(x), y + _RAISED, 0.64 + 0.125 * step, 0.46, 0.027), 0.9 - 0.24 * step


def _stand(x: Field, y: Field) -> Field:
    """Yoke, stem and foot of the microphone."""
    yoke = _arc(y + _RAISED, x, 0.575, 0.86, 0.030)
    stem = _bar(x, y, (0.0, 0.44), (0.0, 0.74), 0.030)
    foot = _bar(x, y, (-0.25, 0.755), (0.25, 0.755), 0.036)
    return np.asarray(np.minimum.reduce([yoke, stem, foot]), np.float32)


def _along_the_pod(x: Field, y: Field) -> tuple[Field, Field]:
    """Coordinates along and across the pod, which leans and bends a little."""
    y = y + _RAISED
    u = np.sin(_TILT) * x + np.cos(_TILT) * y
    v = np.cos(_TILT) * x - np.sin(_TILT) * y
    u, v = (u + 0.075) / 1.06, v / 1.18
    return u.astype(np.float32), (v - 0.35 * u**2 + 0.03).astype(np.float32)


def _pod(u: Field, v: Field) -> Field:
    """Three swellings grown together, drawn out to a point at both ends."""
    bumps = [np.hypot(u - place, v) - radius * 1.5 for place, radius in _BEANS]
    tip = _bar(u, v, (-0.585, 0.03), (0.50, 0.05), 0.03)
    return _grown(_grown(_grown(bumps[0], bumps[1], 0.06), bumps[2], 0.06), tip, 0.12)


def _opening(u: Field, v: Field) -> Field:
    """The split husk: an almond that shows the beans."""
    return np.asarray(np.hypot(u * 0.27, v) - 0.165 + 0.45 * u**4, np.float32)


def _beans(u: Field, v: Field) -> Field:
    nearest = [np.hypot((u - place) * 0.93, v) - radius for place, radius in _BEANS]
    return np.asarray(np.minimum.reduce(nearest), np.float32)


def _stalk(u: Field, v: Field) -> Field:
    return _bar(u, v, (-0.57, 0.03), (-0.70, 0.09), 0.03)


# ── paint and shapes ─────────────────────────────────────────────────────────────────────


def _mixed(one: Field, other: Field, share: float | Field) -> Field:
    return np.asarray(one + (other - one) * share, np.float32)


def _paint(canvas: Field, distance: Field, paint: Field, strength: float = 1.0) -> None:
    """Lay paint wherever the distance is negative, its edge one pixel soft."""
    cover = np.clip(0.5 - distance * (len(canvas) / 2), 0, 1)[..., None] * strength
    canvas += (paint - canvas) * cover


def _lit(distance: Field, depth: float, color: Color, side: int) -> Field:
    """A swelling body of that depth under a lamp at the upper left. Returns (side, side, 3)."""
    inside = np.clip(-distance / depth, 0, 1)
    height = depth * np.sqrt(1 - (1 - inside) ** 2)
    down, right = np.gradient(height, 2 / side)
    normal = np.sqrt(1 + down**2 + right**2)
    light = (0.50 * right + 0.62 * down + 0.60) / normal
    diffuse = np.clip(light, 0, 1)[..., None]
    gleam = (np.clip(light, 0, 1) ** 22)[..., None]
    return np.asarray(color * (0.56 + 0.58 * diffuse) + 0.34 * gleam, np.float32)


def _arc(x: Field, y: Field, radius: float, spread: float, width: float) -> Field:
    """Part of a ring around the origin: `spread` radians to both sides of the x axis."""
    end_x, end_y = radius * np.cos(spread), radius * np.sin(spread)
    within = np.abs(np.arctan2(y, x)) <= spread
    ring = np.abs(np.hypot(x, y) - radius)
    caps = np.hypot(x - end_x, np.abs(y) - end_y)
    return np.asarray(np.where(within, ring, caps) - width, np.float32)


def _bar(
    x: Field, y: Field, start: tuple[float, float], end: tuple[float, float], width: float
) -> Field:
    """A stroke with round ends."""
    along = end[0] - start[0], end[1] - start[1]
    length_2 = along[0] ** 2 + along[1] ** 2
    share = ((x - start[0]) * along[0] + (y - start[1]) * along[1]) / length_2
    share = np.clip(share, 0, 1)
    gap = np.hypot(x - start[0] - share * along[0], y - start[1] - share * along[1])
    return np.asarray(gap - width, np.float32)


def _grown(one: Field, other: Field, blend: float) -> Field:
    """Two shapes joined with a soft seam (polynomial smooth minimum)."""
    near = np.clip(blend - np.abs(one - other), 0, None) / blend
    return np.asarray(np.minimum(one, other) - near**2 * blend / 4, np.float32)
