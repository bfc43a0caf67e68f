"""The graphics cards of this machine, as `nvidia-smi` tells them."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Final

_QUERY: Final = "--query-gpu=index,uuid,name,memory.total,memory.free"
_PATIENCE: Final = 20.0
_MIB_A_GB: Final = 1024.0


@dataclass(frozen=True, slots=True)
class Gpu:
    """A card; memory in GB as its maker counts them (24, 80), free: not taken by anybody."""

    index: int
    uuid: str
    name: str
    memory: float
    free: float


def gpus() -> tuple[Gpu, ...]:
    """The cards that may be used, in order; none where there is no driver."""
    program = shutil.which("nvidia-smi")
    if not program:
        return ()
    try:
        said = subprocess.run(
            [program, _QUERY, "--format=csv,noheader,nounits"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    found = read_gpus(said.stdout.decode("utf-8", "replace"))
    return visible(found, os.environ.get("CUDA_VISIBLE_DEVICES"))


def read_gpus(table: str) -> tuple[Gpu, ...]:
    """The cards in nvidia-smi's rows: index, uuid, name, MiB in all, MiB free."""
    rows = ([cell.strip() for cell in line.split(",")] for line in table.splitlines())
    return tuple(
        Gpu(int(row[0]), row[1], row[2], int(row[3]) / _MIB_A_GB, int(row[4]) / _MIB_A_GB)
        for row in rows
        if len(row) == 5 and all(row[at].isdecimal() for at in (0, 3, 4))
    )


def visible(found: tuple[Gpu, ...], names: str | None) -> tuple[Gpu, ...]:
    """Of these cards the ones that CUDA_VISIBLE_DEVICES leaves: indices or beginnings of uuids."""
    if names is None:
        return found
    wanted = [name.strip() for name in names.split(",") if name.strip()]
    return tuple(gpu for gpu in found if any(_is(gpu, name) for name in wanted))


def _is(gpu: Gpu, name: str) -> bool:
    return name == str(gpu.index) or (name.startswith("GPU-") and gpu.uuid.startswith(name))
