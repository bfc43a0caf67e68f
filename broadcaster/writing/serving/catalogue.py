"""Models of the Mistral family: what each needs, its licence, its flags.

Memory is of one card, for weights, 16,384 tokens of context and vLLM itself: from the makers'
recipes for Ministral 3, else computed from parameters and bytes. Layers are from the makers'
pages; each has 8 key-value heads of 128 values. Nothing here was measured; docs/gpu.md has the
command that does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

APACHE: Final = "Apache-2.0"
RESEARCH: Final = "Mistral Research License: not for commercial use"

TEXT_ONLY: Final = ("--language-model-only",)
"""Leaves out the eyes of a model that has some: their memory goes to longer contexts."""

OLD_TOKENIZER: Final = (
    *("--tokenizer-mode", "hf"),
    *("--config-format", "hf"),
    *("--load-format", "hf"),
)
"""The guidance backend refuses Mistral's own SentencePiece tokenizers; their HF form it takes."""

_ONLINE_FP8: Final = "fp8"


CONTEXT: Final = 16_384
"""Tokens: three long articles and a segment."""

CACHE_OF_A_LAYER: Final = 8 * 128 * 2 * 2
"""Bytes a token: 8 heads of 128 values, keys and values, two bytes each."""

_BYTES_A_GB: Final = 1 << 30


@dataclass(frozen=True, slots=True)
class Offer:
    """A model to serve. memory: GB of one card. suggested: taken where no model is named.

    quantization: done by vLLM as it loads; empty where the weights are taken as they are.
    """

    model: str
    memory: float
    layers: int
    licence: str
    flags: tuple[str, ...] = ()
    quantization: str = ""
    suggested: bool = False
    note: str = ""

    def needs(self, context: int) -> float:
        """GB of one card with that many tokens of context."""
        return self.memory + cache(self.layers * CACHE_OF_A_LAYER, context - CONTEXT)


OFFERS: Final = (
    Offer("mistralai/Ministral-3-3B-Instruct-2512", 6, 26, APACHE, TEXT_ONLY,
          suggested=True, note="FP8 weights"),
    Offer("mistralai/Mistral-7B-Instruct-v0.3", 18, 32, APACHE, OLD_TOKENIZER,
          note="weak Japanese"),
    Offer("mistralai/Ministral-3-8B-Instruct-2512", 12, 34, APACHE, TEXT_ONLY,
          suggested=True, note="FP8 weights"),
    Offer("mistralai/Ministral-8B-Instruct-2410", 20, 36, RESEARCH, note="never a default"),
    Offer("mistralai/Mistral-Nemo-Instruct-2407", 17, 40, APACHE, quantization=_ONLINE_FP8),
    Offer("cyberagent/Mistral-Nemo-Japanese-Instruct-2408", 17, 40, APACHE,
          quantization=_ONLINE_FP8, note="Japanese finetune"),
    Offer("shisa-ai/shisa-v2-mistral-nemo-12b", 17, 40, APACHE,
          quantization=_ONLINE_FP8, note="Japanese finetune"),
    Offer("mistralai/Ministral-3-14B-Instruct-2512", 17, 40, APACHE, TEXT_ONLY,
          suggested=True, note="FP8 weights"),
    Offer("mistralai/Mistral-Small-3.2-24B-Instruct-2506", 30, 40, APACHE, TEXT_ONLY,
          quantization=_ONLINE_FP8, suggested=True),
    Offer("mistralai/Mistral-Small-3.2-24B-Instruct-2506", 56, 40, APACHE, TEXT_ONLY,
          suggested=True, note="full precision"),
    Offer("mistralai/Mixtral-8x7B-Instruct-v0.1", 54, 32, APACHE, OLD_TOKENIZER,
          quantization=_ONLINE_FP8, note="old; weak Japanese"),
)  # fmt: skip
"""From the smallest to the largest of each kind; of one model the leaner form first."""

_CLOSE: Final = 0.5
"""GB by which a card may miss its round figure: 23.99 is 24."""


def cache(bytes_a_token: int, tokens: int) -> float:
    """GB that the attention's keys and values of so many tokens take."""
    return bytes_a_token * tokens / _BYTES_A_GB


def fits(needed: float, room: float) -> bool:
    """Whether so many GB go into that room, as cards are counted."""
    return needed <= room + _CLOSE


def suggested(room: float, context: int = CONTEXT) -> Offer | None:
    """The largest suggested model that fits into that many GB, or None."""
    fitting = [one for one in OFFERS if one.suggested and fits(one.needs(context), room)]
    return max(fitting, key=lambda offer: offer.memory, default=None)


def offered(model: str, room: float, context: int = CONTEXT) -> Offer | None:
    """The row of a model by name: of its forms the best that fits, else the leanest; or None."""
    forms = [offer for offer in OFFERS if offer.model.lower() == model.lower()]
    fitting = [offer for offer in forms if fits(offer.needs(context), room)]
    return fitting[-1] if fitting else next(iter(forms), None)
