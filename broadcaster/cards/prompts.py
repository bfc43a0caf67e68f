"""`voices/<id>/prompts/*.md`: what a model is told, as files that carry their version.

A file begins with front matter (`---`, `version: 2`, `---`); what follows is the prompt. The
names and slots are the package's (`broadcaster/writing/prompts/`): a card replaces one by a file
of the same name.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Final

from broadcaster.errors import CardError
from broadcaster.programme import Prompt

MAX_BYTES: Final = 32 * 1024
MOST_FILES: Final = 40

_FRONT_MATTER: Final = re.compile(
    r"---[ \t]*\n[ \t]*version:[ \t]*(?P<version>[0-9]{1,6})[ \t]*\n---[ \t]*\n(?P<text>.*)",
    re.DOTALL,
)


def load_prompts(folder: Path) -> tuple[Prompt, ...]:
    """The prompts of a folder by name; none where there is no folder.

    Raises CardError naming a file that is too large, no UTF-8, or has no version.
    """
    paths = sorted(folder.glob("*.md")) if folder.is_dir() else []
    if len(paths) > MOST_FILES:
        raise CardError(f"holds more than {MOST_FILES} prompts", folder, "remove some")
    return tuple(_loaded(path) for path in paths)


def _loaded(path: Path) -> Prompt:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CardError(f"larger than {MAX_BYTES // 1024} KiB", path, "shorten it")
        return read_prompt(path.read_bytes(), path.stem, path)
    except OSError as error:
        raise CardError(error.strerror or "cannot be read", path, "check the file") from error


def read_prompt(data: bytes, name: str, place: object = "prompt") -> Prompt:
    """The prompt that a file holds; `place` is what an error calls it."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise CardError("is not UTF-8", place, "save the file as UTF-8") from error
    found = _FRONT_MATTER.fullmatch(text)
    if not found:
        raise CardError("has no version", place, "begin with the lines ---, version: 1, ---")
    if not found["text"].strip():
        raise CardError("says nothing", place, "write the prompt under its front matter")
    return Prompt(name, found["version"], found["text"].strip(), hashlib.sha256(data).hexdigest())
