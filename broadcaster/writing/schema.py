"""The one shape in which a model answers: lines in the order of broadcast, each with its source.

One object for every request, so that a server compiles it once. Strings are bounded by a pattern
of allowed characters: on backend xgrammar minLength lets raw control characters through and a
pattern beside maxLength is refused (measured on vLLM 0.32); guidance takes either.
"""

from __future__ import annotations

from typing import Any, Final

LEAST_LINES: Final = 2
MOST_LINES: Final = 48
LEAST_CHARACTERS: Final = 4
MOST_CHARACTERS: Final = 90
MOST_SENTENCES: Final = 99_999

_SPOKEN: Final = (
    "ぁ-ゖァ-ヺー一-鿿々〆A-Za-z0-9Ａ-Ｚａ-ｚ０-９À-ÿ"
    "、。！？「」『』・％%℃〜～．，.,+＋−±×$€£¥&＆' -"
)

SCHEMA: Final[dict[str, Any]] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["lines"],
    "properties": {
        "lines": {
            "type": "array",
            "minItems": LEAST_LINES,
            "maxItems": MOST_LINES,
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["from", "say"],
                "properties": {
                    "from": {"type": "integer", "minimum": 0, "maximum": MOST_SENTENCES},
                    "say": {
                        "type": "string",
                        "pattern": f"^[{_SPOKEN}]{{{LEAST_CHARACTERS},{MOST_CHARACTERS}}}$",
                    },
                },
            },
        }
    },
}
