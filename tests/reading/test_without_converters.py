"""A converter that fails to load: words are spelled, one warning says why."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
READ = "from broadcaster.programme import Lexicon; from broadcaster.reading import pronouncer"
BROKEN = 'raise ImportError("libonnx.so: cannot open shared object file")\n'


def test_broken_converters_leave_spelling_and_one_warning(tmp_path: Path) -> None:
    for package in ("kanalizer", "e2k"):
        (tmp_path / f"{package}.py").write_text(BROKEN)
    script = f"{READ}\nread = pronouncer(Lexicon())\nprint(read('Zworblax'), read('Xyblorn'))"
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    made = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": path, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )
    said = made.stdout.split()
    assert said == [
        "ゼットダブリューオーアールビーエルエーエックス",
        "エックスワイビーエルオーアールエヌ",
    ]
    assert made.stderr.count("libonnx.so") >= 1
    assert len(made.stderr.strip().splitlines()) == 1
