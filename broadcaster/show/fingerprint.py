"""What software an episode was made with: part of everything a room is made from."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from pathlib import Path

import broadcaster

SHAPING = (
    "budoux",
    "e2k",
    "justext",
    "kanalizer",
    "lxml",
    "numpy",
    "pillow",
    "pydub",
    "pyopenjtalk-plus",
    "soundfile",
    "soxr",
)
"""Packages whose version changes what is heard or read."""


@cache
def software() -> tuple[tuple[str, str], ...]:
    """Names and versions, ours with a hash of its code and data; no path, no clock."""
    ours = f"{broadcaster.__version__}+{_code()}"
    return (("broadcaster", ours), *((name, metadata.version(name)) for name in SHAPING))


def _code() -> str:
    """The first 12 hex digits of a hash over the package's files."""
    root = Path(broadcaster.__file__).parent
    total = hashlib.sha256()
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".toml", ".md", ".tsv"}:
            total.update(path.relative_to(root).as_posix().encode())
            total.update(path.read_bytes())
    return total.hexdigest()[:12]
