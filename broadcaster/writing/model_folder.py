"""Whether transformers can open a folder of weights: asked before gigabytes are loaded in vain."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from broadcaster.errors import EngineUnavailable

_MEMORY: Final = Path("/proc/meminfo")
_BYTES_A_GB: Final = 1 << 30


def openable(named: str) -> Path:
    """The folder of that name. EngineUnavailable, in one line, where it holds nothing to open.

    Mistral's own format (params.json, consolidated.safetensors) is vLLM's to serve: transformers
    reads none of it.
    """
    folder = Path(named).expanduser()
    if not named or not (folder / "config.json").is_file():
        if (folder / "params.json").is_file():
            raise EngineUnavailable(
                "is in Mistral's own format, which transformers cannot open",
                named,
                "serve it with vLLM (make serve), or take the folder in the Hugging Face format",
            )
        raise EngineUnavailable(
            "is no folder with a config.json",
            named or "[writer] model",
            "give the folder of a downloaded model",
        )
    if not weights_in(folder):
        raise EngineUnavailable(
            "holds no weights in the Hugging Face format", named, "download model*.safetensors too"
        )
    return folder


def weights_in(folder: Path) -> int:
    """Bytes of the weights that transformers would load; a copy in Mistral's format is not."""
    files = [path for path in folder.glob("*.safetensors") if "consolidated" not in path.name]
    return sum(path.stat().st_size for path in files or folder.glob("pytorch_model*.bin"))


def check_room(folder: Path, free: int, where: str) -> None:
    """EngineUnavailable where the weights alone are larger than what is free (bytes; 0: unknown).

    Without it a machine swaps until it is killed, and the card fails after minutes of loading.
    """
    needed = weights_in(folder)
    if free and needed > free:
        raise EngineUnavailable(
            f"takes {needed / _BYTES_A_GB:.1f} GB, {free / _BYTES_A_GB:.1f} GB of {where} are free",
            folder.name,
            "take a smaller model",
        )


def free_memory(table: Path = _MEMORY) -> int:
    """Bytes that programs can still have without swapping; 0 where the system does not say."""
    try:
        rows = dict(row.split(":", 1) for row in table.read_text(encoding="ascii").splitlines())
        return int(rows["MemAvailable"].split()[0]) * 1024
    except (OSError, ValueError, KeyError, IndexError):
        return 0
