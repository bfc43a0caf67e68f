"""Tokens a second on this card: our client with one segment and with eight, vLLM's own benchmark.

`python -m tests.bench.gpu [SHAPE]...`, shapes 8B and 14B by default. Dummy weights of the true
shape: speed and memory are a real model's, what it writes is noise. Prints one JSON a shape.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from broadcaster.programme import Show, WriterSettings
from broadcaster.writing import serving
from broadcaster.writing.serving.gpus import gpus
from broadcaster.writing.serving.interpreter import vllm_python
from broadcaster.writing.vllm_hiring import hire
from tests.bench.writing import AT_ONCE, TINY, segments

SHAPES: dict[str, dict[str, int]] = {
    "8B": {"hidden_size": 4096, "intermediate_size": 14_336, "num_hidden_layers": 34},
    "14B": {"hidden_size": 5120, "intermediate_size": 16_384, "num_hidden_layers": 40},
    "tiny": {"hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2},
}
HEADS = {"num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128}
WORDS = 131_072
LAUNCHER = Path(serving.__file__).with_name("launcher.py")


def main(shapes: list[str]) -> None:
    """Measure each shape."""
    for shape in shapes or ["8B", "14B"]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / f"shape-{shape}"
            shaped(folder, shape)
            told = {"shape": shape, "card": [card.name for card in gpus()]}
            told |= ours(folder) | vllms_own(folder)
            print(json.dumps(told, ensure_ascii=False))


def shaped(folder: Path, shape: str) -> None:
    """A folder with configuration and tokenizer alone; vLLM makes up the weights."""
    subprocess.run([vllm_python().path, TINY, "hf", folder], check=True, capture_output=True)
    (folder / "model.safetensors").unlink()
    path = folder / "config.json"
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings |= SHAPES[shape] | HEADS | {"vocab_size": WORDS, "dtype": "bfloat16"}
    path.write_text(json.dumps(settings), encoding="utf-8")


def _options() -> tuple[str, ...]:
    lean = ("--dtype=float32", "--kv-cache-memory-bytes=1G") if vllm_python().on_cpu else ()
    return ("--load-format=dummy", *lean)


def ours(folder: Path) -> dict[str, Any]:
    """Through `serve` and our client: structured replies, streamed."""
    settings = WriterSettings(model=str(folder), options=_options())
    model = hire(Show("bench", "bench", "bench", writer=settings), _say)
    try:
        segments(model, AT_ONCE, seed=0)
        return {
            "tokens_a_second_1": round(segments(model, 1, seed=1), 1),
            "tokens_a_second_8": round(segments(model, AT_ONCE, seed=2), 1),
            "vllm": model.fingerprint,
        }
    finally:
        model.close()


def vllms_own(folder: Path) -> dict[str, Any]:
    """`vllm bench throughput` on the same shape: eight prompts like ours, free text."""
    result = folder / "throughput.json"
    sizes = ("--input-len=3000", "--output-len=600", f"--num-prompts={AT_ONCE}")
    limits = ("--max-model-len=16384", "--max-num-seqs=8")
    eager = ("--enforce-eager",) if vllm_python().on_cpu else ()
    command = [str(vllm_python().path), str(LAUNCHER), "bench", "throughput"]
    with subprocess.Popen(
        [*command, f"--model={folder}", *sizes, *limits, *eager, *_options(),
         f"--output-json={result}"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as bench:  # fmt: skip
        bench.wait()
    if bench.returncode:
        raise SystemExit(f"vllm bench throughput ended with {bench.returncode}")
    found = json.loads(result.read_text(encoding="utf-8"))
    return {"vllm_bench_all_tokens_a_second": round(found["tokens_per_second"], 1)}


def _say(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
