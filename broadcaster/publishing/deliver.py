"""Media on their way into the public folder: only what the manifest vouches for."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from broadcaster.archive import atomic_path, file_sha256, storage_errors
from broadcaster.errors import Failed
from broadcaster.manifest import Output

if TYPE_CHECKING:
    from pathlib import Path

    from broadcaster.manifest import Manifest


def weigh(path: Path) -> Output:
    """Name, size and SHA-256 of a file as it lies there."""
    with storage_errors(path):
        return Output(path.name, path.stat().st_size, file_sha256(path))


def stands(path: Path, output: Output) -> bool:
    """Whether a file is there with exactly the bytes that the manifest names."""
    if not path.is_file() or path.stat().st_size != output.bytes:
        return False
    with storage_errors(path):
        return file_sha256(path) == output.sha256


def strays(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Names of the manifest's outputs that are missing from the folder or changed."""
    return tuple(row.name for row in manifest.outputs if not stands(folder / row.name, row))


def deliver_file(source: Path, target: Path, output: Output) -> bool:
    """Copy a file under its public name; True if it was not there already.

    The name appears only after size and SHA-256 of the copy were found right; else Failed.
    A copy, not a link: whatever later befalls the episode folder, listeners keep theirs.
    """
    if stands(target, output):
        return False
    with atomic_path(target) as hidden:
        shutil.copyfile(source, hidden)
        if not stands(hidden, output):
            raise Failed("is not what its manifest says", source, "package the episode again")
    return True
