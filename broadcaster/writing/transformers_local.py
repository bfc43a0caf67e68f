"""A Mistral in this process: any folder that transformers can open, on the CPU or a GPU.

The schema is kept by llguidance, as by vLLM's backend `guidance`, and the reply is read from
llguidance's own bytes: a character that is cut into several tokens comes when it is whole. The
prompt always goes through the tokenizer's own chat template into tokens at once: rendered as text
and encoded again, the marks of Mistral's Tekken tokenizer fall apart (measured, 12 tokens became
21). transformers only warns of a prompt that is too long, so it is measured here.
"""

from __future__ import annotations

import codecs
import importlib.util
import io
import json
import math
import threading
import time
from contextlib import redirect_stdout, suppress
from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import EngineFailed, EngineUnavailable, PromptTooLong
from broadcaster.writing.counting import folded
from broadcaster.writing.local_faults import translated
from broadcaster.writing.model_folder import check_room, free_memory, openable
from broadcaster.writing.replying import MOST_TOKENS, Reply, Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
    from pathlib import Path

    from broadcaster.programme import Show

    Messages = Sequence[Mapping[str, str]]

PACKAGES: Final = ("torch", "transformers", "accelerate", "llguidance")
_LEAST_REPLY: Final = 200
_LONGEST_CONTEXT: Final = 16_384
"""Tokens; what a prompt of ours never needs would only cost memory."""

_AT_ONCE: Final = 512
"""Tokens of a prompt that are read in one step: between two it can be broken off."""

_MOST_SECONDS: Final = 1800.0
_LAST_STEP: Final = 30.0
"""Seconds for the step that is being computed when the model is closed."""

_BITS: Final = 32
"""Tokens in one word of a mask."""

_LOCAL: Final[dict[str, Any]] = {"local_files_only": True, "trust_remote_code": False}
"""Nothing is fetched, and code that a folder brings along is never run."""

_TRIAL: Final = ({"role": "system", "content": "a"}, {"role": "user", "content": "b"})


def hire(show: Show, say: Callable[[str], None]) -> TransformersLocal:
    """The model in the folder that `[writer] model` names, loaded.

    say: takes a line for the operator. EngineUnavailable where the packages or the folder are
    missing, or the folder holds no model that can be opened or finds room here.
    """
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise EngineUnavailable(
            f"needs {', '.join(missing)}", "transformers", "run make local, it installs them"
        )
    folder = openable(show.writer.model)
    say(f"{folder.name} を読み込んでいます")
    return TransformersLocal(folder)


class TransformersLocal:
    """A model of its own; one reply at a time, whoever asks."""

    alone = True

    def __init__(self, folder: Path) -> None:
        import torch
        import transformers

        self.name = folder.name
        self.fingerprint = f"transformers-{transformers.__version__}"
        self._torch = torch
        self._turn = threading.Lock()
        self._closed = threading.Event()
        transformers.utils.logging.disable_progress_bar()
        transformers.utils.logging.set_verbosity_error()
        with translated(self.name, starting=True), redirect_stdout(io.StringIO()):
            self._tokenizer, self._grammars = _tokenizers(folder)
            self._shaped = self._shape_of_prompts()
            self._model: Any = _model(folder)
        self.context = _context_of(self._model.config)

    def count(self, messages: Messages) -> int:
        """Tokens the messages take, exactly."""
        return len(self._tokens(messages))

    def reply(
        self,
        messages: Messages,
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int = MOST_TOKENS,
        temperature: float = 0.5,
    ) -> Reply:
        """The reply as it comes, bound to the schema.

        PromptTooLong before anything is computed; EngineFailed where it does not end whole.
        """
        return Reply(self._pieces(messages, schema, seed, most_tokens, temperature))

    def close(self) -> None:
        """Let go of the weights and of the memory of the card; a reply under way breaks off.

        It is waited for: a thread that is inside torch when the process ends takes it down.
        """
        self._closed.set()
        if self._turn.acquire(timeout=_LAST_STEP):
            self._model = None
            self._turn.release()
        if self._torch.cuda.is_available():
            self._torch.cuda.empty_cache()

    # ── one reply ────────────────────────────────────────────────────────────────────────

    def _shape_of_prompts(self) -> Callable[[Messages], list[Mapping[str, str]]]:
        """How the template takes a system's words: as they are, or before the user's first."""
        for shape in (list, folded):
            # The template's own complaint: jinja2's, transformers' or mistral_common's.
            with suppress(Exception):
                self._templated(shape(_TRIAL))
                return shape
        raise EngineUnavailable(
            "has no chat template that takes our prompts",
            self.name,
            "take a model tuned for instructions",
        )

    def _tokens(self, messages: Messages) -> list[int]:
        with translated(self.name):
            return self._templated(self._shaped(messages))

    def _templated(self, messages: Messages) -> list[int]:
        found = self._tokenizer.apply_chat_template(
            list(messages), add_generation_prompt=True, tokenize=True, return_dict=True
        )
        return list(found["input_ids"])

    def _pieces(
        self,
        messages: Messages,
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int,
        temperature: float,
    ) -> Generator[str, None, Usage]:
        prompt = self._tokens(messages)
        room = self.context - len(prompt)
        if room < _LEAST_REPLY:
            raise PromptTooLong(len(prompt), max(0, self.context - _LEAST_REPLY), self.name)
        whole = codecs.getincrementaldecoder("utf-8")()
        with self._turn, translated(self.name):
            began, first, written = time.monotonic(), 0.0, 0
            for token in self._sampled(prompt, schema, seed, min(most_tokens, room), temperature):
                written += 1
                if piece := whole.decode(self._grammars.decode_bytes([token])):
                    first = first or time.monotonic() - began
                    yield piece
        return Usage(len(prompt), 0, written, first, time.monotonic() - began)

    def _sampled(
        self,
        prompt: list[int],
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int,
        temperature: float,
    ) -> Iterator[int]:
        """Tokens until the schema is fulfilled. EngineFailed where that takes too many."""
        ends = time.monotonic() + _MOST_SECONDS
        grammar = _Grammar(self._grammars, schema)
        chance = self._torch.Generator().manual_seed(seed)
        new, past = prompt, None
        for _ in range(most_tokens):
            for at in range(0, len(new), _AT_ONCE):
                scores, past = self._step(new[at : at + _AT_ONCE], past, ends)
            shares = self._torch.softmax(grammar.masked(scores) / max(temperature, 1e-3), dim=-1)
            token = int(self._torch.multinomial(shares, 1, generator=chance))
            if grammar.ends_with(token):
                return
            yield token
            if grammar.is_fulfilled():
                return
            new = [token]
        raise EngineFailed("stopped early (length)", self.name, "try again")

    def _step(self, tokens: list[int], past: Any, ends: float) -> tuple[Any, Any]:
        """The scores of what may come after these tokens, (vocabulary,) on the CPU; the cache."""
        if self._closed.is_set():
            raise EngineUnavailable("is closed", self.name)
        if time.monotonic() > ends:
            raise EngineFailed("took too long", self.name, "try a smaller model")
        ids = self._torch.tensor([tokens], device=self._model.device)
        with self._torch.inference_mode():
            # The scores of a whole prompt would take gigabytes; the last row is all we need.
            out = self._model(input_ids=ids, past_key_values=past, use_cache=True, logits_to_keep=1)
        return out.logits[0, -1].float().cpu(), out.past_key_values


def _tokenizers(folder: Path) -> tuple[Any, Any]:
    """The tokenizer of the prompts, and the one that llguidance makes of it.

    Where mistral_common is installed, a folder with a tekken.json opens as its tokenizer, which
    llguidance does not know: that gets the same vocabulary as transformers reads it.
    """
    import llguidance.hf
    import transformers

    tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **_LOCAL)
    plain = tokenizer
    if not isinstance(plain, transformers.PreTrainedTokenizerFast):
        plain = transformers.AutoTokenizer.from_pretrained(folder, mistral_format=False, **_LOCAL)
    return tokenizer, llguidance.hf.from_tokenizer(plain, eos_token=tokenizer.eos_token_id)


def _model(folder: Path) -> Any:
    """The weights as they were saved, on the first card, or on the CPU where there is none.

    Mistral Small 3 and Ministral 3 come as models of text and pictures: they have another door.
    """
    import torch
    import transformers

    config = transformers.AutoConfig.from_pretrained(folder, **_LOCAL)
    texts, pictures = transformers.AutoModelForCausalLM, transformers.AutoModelForImageTextToText
    door = texts if type(config) in transformers.MODEL_FOR_CAUSAL_LM_MAPPING else pictures
    on_card = torch.cuda.is_available()
    free = torch.cuda.mem_get_info()[0] if on_card else free_memory()
    check_room(folder, free, "the card" if on_card else "memory")
    place = {"device_map": "cuda"} if on_card else {}
    return door.from_pretrained(folder, dtype="auto", **place, **_LOCAL).eval()


class _Grammar:
    """Which tokens the schema allows next."""

    def __init__(self, tokenizer: Any, schema: Mapping[str, Any]) -> None:
        import llguidance
        import llguidance.torch as masks
        import torch

        grammar = llguidance.LLMatcher.grammar_from_json_schema(
            json.dumps(schema), overrides={"whitespace_flexible": False}
        )
        self._masks = masks
        self._eos = tokenizer.eos_token
        self._matcher = llguidance.LLMatcher(tokenizer, grammar)
        self._mask = masks.allocate_token_bitmask(1, tokenizer.vocab_size)
        self._bits = torch.arange(_BITS, dtype=torch.int32)
        if self._matcher.is_error():
            raise ValueError(self._matcher.get_error())

    def masked(self, scores: Any) -> Any:
        """The scores with everything else forbidden; shape (vocabulary,)."""
        self._masks.fill_next_token_bitmask(self._matcher, self._mask, 0)
        # Not llguidance's own function for this: it has torch call a C++ compiler first.
        allowed = ((self._mask.unsqueeze(-1) >> self._bits) & 1).bool().flatten()
        scores = scores[: len(allowed)]
        return scores.masked_fill(~allowed[: len(scores)], -math.inf)

    def ends_with(self, token: int) -> bool:
        """Take the token; whether it was the end."""
        if token == self._eos:
            return True
        if not self._matcher.consume_token(token):
            raise ValueError(self._matcher.get_error())
        return False

    def is_fulfilled(self) -> bool:
        """Whether nothing more may come."""
        return bool(self._matcher.is_stopped())


def _context_of(config: Any) -> int:
    """Tokens the model holds; a model of several parts keeps that in its text part."""
    text = config.get_text_config() if hasattr(config, "get_text_config") else config
    length = getattr(text, "max_position_embeddings", 0)
    return min(int(length) or _LONGEST_CONTEXT, _LONGEST_CONTEXT)
