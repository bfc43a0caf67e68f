"""What torch, transformers and llguidance raise, as our errors."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from broadcaster.errors import EngineFailed, EngineUnavailable

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def translated(name: str, *, starting: bool = False) -> Iterator[None]:
    """The errors of what happens inside, about the model of that name.

    starting: it is being loaded, so that asking again is useless.
    """
    kind = EngineUnavailable if starting else EngineFailed
    try:
        yield
    except (EngineFailed, EngineUnavailable, GeneratorExit):
        raise
    except MemoryError as error:
        raise EngineUnavailable("does not fit into memory", name, "take a smaller model") from error
    except Exception as error:
        if type(error).__name__ == "OutOfMemoryError":
            raise EngineUnavailable(
                "does not fit into the card's memory", name, "take a smaller model"
            ) from error
        said = " ".join(str(error).split())[:160]
        raise kind(f"cannot go on ({type(error).__name__}: {said})", name) from error
