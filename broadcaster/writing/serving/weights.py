"""A folder of weights on this machine: its size, context, cache, and the format it is in."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import Refused, SourceMissing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MOST_BYTES: Final = 4_000_000
_BYTES_A_GB: Final = 1 << 30
_VALUES_OF_A_HEAD: Final = 128


@dataclass(frozen=True, slots=True)
class Weights:
    """What a folder of weights says. context: most tokens (0: not said). gigabytes: of weights.

    cache: bytes a token (0: not said). eyes: it takes pictures too. old_tokenizer: Mistral's own
    format around a SentencePiece tokenizer, as 7B and Mixtral have.
    """

    name: str
    path: Path
    context: int
    gigabytes: float
    cache: int
    eyes: bool
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
    inner = settings.get("text_config")
    parts = (settings, inner if isinstance(inner, dict) else {})
    consolidated, others = _sizes(path)
    return Weights(
        path.resolve().name,
        path.resolve(),
        max(_numbers(parts, "max_position_embeddings", "max_seq_len"), default=0),
        # Some folders hold the same weights in both formats; one of them is loaded.
        max(consolidated, others) / _BYTES_A_GB,
        _cache(parts),
        eyes="vision_config" in settings or "vision_encoder" in own,
        old_tokenizer=bool(own) and bool(consolidated) and not any(path.glob("tekken*.json")),
    )


def _sizes(path: Path) -> tuple[int, int]:
    """Bytes of weights in Mistral's own format, and in that of Hugging Face."""
    sizes = {file.name: file.stat().st_size for file in path.glob("*.safetensors")}
    own = sum(size for name, size in sizes.items() if name.startswith("consolidated"))
    return own, sum(sizes.values()) - own


def _numbers(parts: Sequence[Mapping[str, Any]], *names: str) -> list[int]:
    return [found for part in parts for name in names if isinstance(found := part.get(name), int)]


def _cache(parts: Sequence[Mapping[str, Any]]) -> int:
    """Bytes of keys and values a token, at two bytes each; 0 where the settings don't say."""
    layers = max(_numbers(parts, "num_hidden_layers", "n_layers"), default=0)
    heads = max(_numbers(parts, "num_key_value_heads", "n_kv_heads"), default=0)
    values = max(_numbers(parts, "head_dim"), default=_VALUES_OF_A_HEAD)
    return layers * heads * values * 2 * 2


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
