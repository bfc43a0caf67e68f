"""A folder of weights on this machine: how long a context it takes, which format it is in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from broadcaster.errors import Refused, SourceMissing

_MOST_BYTES: Final = 4_000_000
_BYTES_A_GB: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Weights:
    """What a folder of weights says. context: most tokens (0: not said). gigabytes: of weights.

    old_tokenizer: Mistral's own format around a SentencePiece tokenizer, as 7B and Mixtral have.
    """

    name: str
    path: Path
    context: int
    gigabytes: float
    old_tokenizer: bool


def weights_at(model: str) -> Weights | None:
    """The weights, if that names a folder here; None where it is the name of a repository.

    SourceMissing where a path leads nowhere; Refused where no model lies there.
    """
    path = Path(model).expanduser()
    if not path.is_dir():
        if model.startswith((".", "/", "~")) or model.count("/") > 1:
            raise SourceMissing("no folder there", model, "name a folder with config.json")
        return None
    own = _json(path / "params.json")
    settings = _json(path / "config.json") or own
    if not settings:
        raise Refused("no model there", path, "name a folder with config.json or params.json")
    consolidated = any(path.glob("consolidated*.safetensors"))
    inner = settings.get("text_config")
    longest = [
        found
        for part in (settings, inner if isinstance(inner, dict) else {})
        for key in ("max_position_embeddings", "max_seq_len")
        if isinstance(found := part.get(key), int)
    ]
    return Weights(
        path.resolve().name,
        path.resolve(),
        max(longest, default=0),
        sum(file.stat().st_size for file in path.glob("*.safetensors")) / _BYTES_A_GB,
        old_tokenizer=bool(own) and consolidated and not any(path.glob("tekken*.json")),
    )


def served_name(model: str) -> str:
    """What clients call a model: a folder's own name, a repository's as it is."""
    path = Path(model).expanduser()
    return path.resolve().name if model and path.is_dir() else model


def _json(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_bytes()[:_MOST_BYTES])
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
