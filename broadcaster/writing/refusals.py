"""What an answer other than 200 means: asked again in vain, too long, or worth another try.

Bodies and statuses as vLLM 0.32 gives them (measured).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import EngineError, EngineFailed, EngineUnavailable, PromptTooLong

if TYPE_CHECKING:
    from broadcaster.writing.wire import Refusal

KEY_VARIABLE: Final = "BROADCASTER_API_KEY"
BUSY: Final = (429, 503)
"""Statuses that ask for patience."""

_DRAINING: Final = "cannot schedule new futures"
_OVERFLOW: Final = ("input_tokens", "max_tokens")


def meaning(refusal: Refusal, where: str, *, count: int = 0, room: int = 0) -> EngineError:
    """The error that a refusal comes out as. count, room: tokens of what was sent."""
    status, said = refusal.status, refusal.said
    if status in (401, 403):
        return EngineUnavailable("refuses our key", where, f"set {KEY_VARIABLE}")
    if status in (200, 404, 405) or 300 <= status < 400:
        return EngineUnavailable(
            f"answers {status}: {said}", where, "check [writer] address and model"
        )
    if _DRAINING in said:
        return EngineUnavailable("is shutting down", where, "start it again")
    if is_overflow(refusal):
        return PromptTooLong(count, room, where)
    if 400 <= status < 500 and status not in (408, 429):
        return EngineUnavailable(f"refuses the request ({status}: {said})", where)
    return EngineFailed(f"answers {status}: {said}", where, "try again later")


def is_overflow(refusal: Refusal) -> bool:
    """Whether the prompt is longer than the model's context."""
    return refusal.status == 400 and (
        _parameter(refusal.body) in _OVERFLOW or "maximum context length" in refusal.said
    )


def _parameter(body: Any) -> str:
    error = body.get("error")
    return str(error.get("param") or "") if isinstance(error, dict) else ""
