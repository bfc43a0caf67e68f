"""The product's side: the same lines through all six rooms, nothing cached."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from tests.bench.script import manuscript


def main(station: Path) -> None:
    """Broadcast the script at a fresh station; prints when each room ended."""
    began = time.perf_counter()
    from broadcaster.archive import station_at
    from broadcaster.show import Request, broadcast

    loaded = time.perf_counter()
    script = station / "script.txt"
    script.write_text(manuscript(), encoding="utf-8")
    ended: dict[str, float] = {}

    def tell(room: str, _count: int) -> None:
        ended[room] = time.perf_counter()

    report = broadcast(
        station_at(station / "show.toml"), Request(date="2024-10-17", script=script), tell
    )
    assert report.episode is not None
    stages = {"import": loaded - began}
    last = loaded
    for room, at in sorted(ended.items(), key=lambda pair: pair[1]):
        stages[room] = at - last
        last = at
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": report.episode.duration, "peak_mb": peak, "stages": stages}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
