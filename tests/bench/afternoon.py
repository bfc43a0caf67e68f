"""The baseline: what one writes in an afternoon. One `pyopenjtalk.tts` a line, pydub, ffmpeg."""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

import numpy as np
import pyopenjtalk
from pydub import AudioSegment

from tests.bench.script import lines


def main(folder: Path) -> None:
    """Speak every line, join them with half a second between, write an MP3."""
    show = AudioSegment.empty()
    pause = AudioSegment.silent(500, frame_rate=48_000)
    for line in lines():
        samples, rate = pyopenjtalk.tts(line)
        pcm = np.clip(samples, -32768, 32767).astype(np.int16)
        show += AudioSegment(pcm.tobytes(), sample_width=2, frame_rate=rate, channels=1) + pause
    show.export(str(folder / "afternoon.mp3"), format="mp3", bitrate="128k").close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": len(show) / 1000, "peak_mb": peak, "stages": {}}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
