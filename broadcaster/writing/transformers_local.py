"""A Mistral in this process: any folder that transformers can open, on the CPU or a GPU.

The schema is kept by llguidance, as by vLLM's backend `guidance`. The prompt always goes through
the tokenizer's own chat template into tokens at once: rendered as text and encoded again, the
marks of Mistral's Tekken tokenizer fall apart (measured, 12 tokens became 21). transformers only
warns of a prompt that is too long, so it is measured here.
"""

from __future__ import annotations

import importlib.util
import io
import json
import math
import threading
import time
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from broadcaster.errors import EngineFailed, EngineUnavailable, PromptTooLong
from broadcaster.writing.replying import MOST_TOKENS, Reply, Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping, Sequence

    from broadcaster.programme import Show

    Messages = Sequence[Mapping[str, str]]

PACKAGES: Final = ("torch", "transformers", "llguidance")
_LEAST_REPLY: Final = 200
_LONGEST_CONTEXT: Final = 16_384
"""Tokens; what a prompt of ours never needs would only cost memory."""

_MOST_SECONDS: Final = 1800.0
_LAST_STEP: Final = 30.0
"""Seconds for the token that is being computed when the model is closed, a long prompt's first."""

_BITS: Final = 32
"""Tokens in one word of a mask."""


def hire(show: Show, say: Callable[[str], None]) -> TransformersLocal:
    """The model in the folder that `[writer] model` names, loaded.

    say: takes a line for the operator. EngineUnavailable where the packages or the folder are
    missing, or the folder holds no model that can be opened.
    """
    missing = [name for name in PACKAGES if importlib.util.find_spec(name) is None]
    if missing:
        raise EngineUnavailable(
            f"needs {', '.join(missing)}", "transformers", "run make local, it installs them"
        )
    folder = Path(show.writer.model).expanduser()
    if not show.writer.model or not (folder / "config.json").is_file():
        raise EngineUnavailable(
            "is no folder with a config.json",
            show.writer.model or "[writer] model",
            "give the folder of a downloaded model",
        )
    say(f"{folder.name} を読み込んでいます")
    return TransformersLocal(folder)


class TransformersLocal:
    """A model of its own; one reply at a time, whoever asks."""

    alone = True

    def __init__(self, folder: Path) -> None:
        import llguidance.hf
        import torch
        import transformers

        self.name = folder.name
        self.fingerprint = f"transformers-{transformers.__version__}"
        self._torch = torch
        self._turn = threading.Lock()
        self._closed = threading.Event()
        transformers.utils.logging.disable_progress_bar()
        with _translated(self.name, starting=True), redirect_stdout(io.StringIO()):
            # Code that a folder brings along is never run.
            known: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
            self._tokenizer = transformers.AutoTokenizer.from_pretrained(folder, **known)
            device = "cuda" if torch.cuda.is_available() else "cpu"
            self._model: Any = transformers.AutoModelForCausalLM.from_pretrained(
                folder, dtype="auto", **known
            ).to(device)
            self._model.eval()
            self._grammars = llguidance.hf.from_tokenizer(self._tokenizer)
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

    def _tokens(self, messages: Messages) -> list[int]:
        with _translated(self.name):
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
        began, first, shown = time.monotonic(), 0.0, 0
        written: list[int] = []
        with self._turn, _translated(self.name):
            for token in self._sampled(prompt, schema, seed, min(most_tokens, room), temperature):
                written.append(token)
                text = self._tokenizer.decode(written, skip_special_tokens=True)
                whole = text.rstrip("\ufffd")
                if len(whole) > shown:
                    first = first or time.monotonic() - began
                    yield whole[shown:]
                    shown = len(whole)
        return Usage(len(prompt), 0, len(written), first, time.monotonic() - began)

    def _sampled(
        self,
        prompt: list[int],
        schema: Mapping[str, Any],
        seed: int,
        most_tokens: int,
        temperature: float,
    ) -> Iterator[int]:
        """Tokens until the schema is fulfilled. EngineFailed where that takes too many."""
        torch = self._torch
        self._check_open()
        grammar = _Grammar(self._grammars, schema)
        device = self._model.device
        chance = torch.Generator(device=device).manual_seed(seed)
        ends = time.monotonic() + _MOST_SECONDS
        ids, past = torch.tensor([prompt], device=device), None
        for _ in range(most_tokens):
            self._check_open()
            with torch.inference_mode():
                out = self._model(input_ids=ids, past_key_values=past, use_cache=True)
            past, scores = out.past_key_values, out.logits[:, -1, :].float()
            shares = torch.softmax(grammar.masked(scores) / max(temperature, 1e-3), dim=-1)
            token = int(torch.multinomial(shares, 1, generator=chance))
            if grammar.ends_with(token):
                return
            yield token
            if grammar.is_fulfilled():
                return
            if time.monotonic() > ends:
                raise EngineFailed("took too long", self.name, "try a smaller model")
            ids = torch.tensor([[token]], device=device)
        raise EngineFailed("stopped early (length)", self.name, "try again")

    def _check_open(self) -> None:
        if self._closed.is_set():
            raise EngineUnavailable("is closed", self.name)


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
        """The scores with everything else forbidden; shape (1, vocabulary)."""
        self._masks.fill_next_token_bitmask(self._matcher, self._mask, 0)
        # Not llguidance's own function for this: it has torch call a C++ compiler first.
        allowed = ((self._mask.unsqueeze(-1) >> self._bits) & 1).bool().reshape(1, -1)
        scores = scores[:, : allowed.shape[1]]
        return scores.masked_fill(~allowed[:, : scores.shape[1]].to(scores.device), -math.inf)

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


@contextmanager
def _translated(name: str, *, starting: bool = False) -> Iterator[None]:
    """What torch, transformers and llguidance raise, as our errors."""
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
