"""Both sides in turn, three rounds; medians and the ratio of wall times."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.conftest import ROOT, station_in

ROUNDS = 3


def measured(side: str) -> dict[str, Any]:
    """Wall seconds of one whole process, and what it says of itself."""
    with tempfile.TemporaryDirectory() as name:
        folder = station_in(Path(name))
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", f"tests.bench.{side}", str(folder)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        wall = time.perf_counter() - began
    said: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return said | {"wall": wall}


def row(name: str, rounds: list[dict[str, Any]]) -> float:
    """Print a side's medians; gives its wall seconds."""
    wall: float = statistics.median(run["wall"] for run in rounds)
    peak = statistics.median(run["peak_mb"] for run in rounds)
    print(
        f"{name:<18}{wall:8.1f} s wall {peak:8.0f} MB peak {rounds[0]['seconds']:8.1f} s of sound"
    )
    return wall


def main() -> None:
    """The table."""
    with_baseline = shutil.which("ffmpeg") is not None
    ours: list[dict[str, Any]] = []
    afternoon: list[dict[str, Any]] = []
    for _ in range(ROUNDS):
        if with_baseline:
            afternoon.append(measured("afternoon"))
        ours.append(measured("ours"))
    wall = row("broadcaster", ours)
    for stage in ours[0]["stages"]:
        print(f"  {stage:<16}{statistics.median(run['stages'][stage] for run in ours):8.1f} s")
    if with_baseline:
        print(
            f"ratio              {wall / row('afternoon script', afternoon):8.2f}  (must be ≤ 1.0)"
        )
    else:
        print("afternoon script  skipped: ffmpeg is not installed")


if __name__ == "__main__":
    main()
