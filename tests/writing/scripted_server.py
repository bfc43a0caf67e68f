"""An OpenAI-compatible server that plays one part per reply; the parts stand in a list."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD = (
    "研究所が、小さな翻訳モデルを公開したのだ。",
    "大きさは、これまでの10分の1です。",
    "ただ、使えるのは研究のときだけなのだ。",
)
ENGLISH = ("The lab released a model.", "It is ten times smaller than before.")


Part = str | Callable[[dict[str, Any]], str]
"""The name of a part (`play_NAME`), or what makes the reply's text (or a Play) of the request."""


class Play(str):
    """The name of a part, from a function that looks at the request first."""

    __slots__ = ()


class Stage(ThreadingHTTPServer):
    """parts: what each reply plays, in order; the last goes on for ever. heard: what was asked.

    manners: no_count (knows no /tokenize), slow_count (never says), no_system (its template knows
    no system role); to whoever asks for its models: a_page, elsewhere, no_key, a_flood, silent.
    """

    daemon_threads = True
    request_queue_size = 64

    def __init__(
        self,
        parts: Sequence[Part],
        models: Sequence[dict[str, Any]],
        manners: str = "",
        port: int = 0,
    ) -> None:
        super().__init__(("127.0.0.1", port), _Player)
        self.manners = manners
        self.counted: list[dict[str, Any]] = []
        self.parts = list(parts)
        self.models = list(models)
        self.heard: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.over = threading.Event()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up in the middle is part of the play."""

    @property
    def address(self) -> str:
        """Where it answers, without /v1."""
        return f"http://127.0.0.1:{self.server_address[1]}"

    def next_part(self) -> Part:
        """The part the next reply plays."""
        return self.parts.pop(0) if len(self.parts) > 1 else self.parts[0]


class _Player(BaseHTTPRequestHandler):
    server: Stage

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        """Says nothing."""

    def do_GET(self) -> None:
        self.server.keys.append(self.headers.get("Authorization", ""))
        manners = {
            "a_page": self.play_html,
            "elsewhere": self.play_redirect,
            "no_key": self.play_401,
            "a_flood": self.play_flood,
            "silent": self.play_hang,
        }
        models = {"object": "list", "data": self.server.models}
        manners.get(self.server.manners, lambda: self._answer(200, models))()

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/tokenize":
            self._count(asked)
            return
        self.server.heard.append(asked)
        part = self.server.next_part()
        said = part(asked) if callable(part) else Play(part)
        if isinstance(said, Play):
            getattr(self, f"play_{said}")()
        else:
            self._speak(said, "stop")

    def _count(self, asked: dict[str, Any]) -> None:
        """A token a character."""
        self.server.counted.append(asked)
        roles = [message["role"] for message in asked["messages"]]
        if self.server.manners == "no_count":
            self._answer(404, {"detail": "Not Found"})
        elif self.server.manners == "slow_count":
            self.play_hang()
        elif self.server.manners == "no_system" and "system" in roles:
            self._answer(400, _error("Conversation roles must alternate", 400))
        else:
            count = sum(len(message["content"]) for message in asked["messages"])
            self._answer(200, {"count": count, "max_model_len": 8192})

    # ── whole answers ────────────────────────────────────────────────────────────────────

    def play_good(self) -> None:
        self._speak(_as_json(GOOD), "stop")

    def play_raw_newlines(self) -> None:
        self._speak('{"lines":["研究所が、模型を\n公開したのだ。","とても小さいのだ。"]}', "stop")

    def play_length(self) -> None:
        self._speak(_as_json(GOOD)[:-20], "length")

    def play_abort(self) -> None:
        self._speak(_as_json(GOOD), "abort")

    def play_no_json(self) -> None:
        self._speak("はい、わかりました。これが原稿なのだ。", "stop")

    def play_other_schema(self) -> None:
        self._speak('{"speaker":"zundamon","text":"やあなのだ。"}', "stop")

    def play_english(self) -> None:
        self._speak(_as_json(ENGLISH), "stop")

    def play_looping(self) -> None:
        self._speak(_as_json(["同じことを言うのだ。"] * 6), "stop")

    # what a real model could say; more of it stands where it is tried

    def play_polite(self) -> None:
        self._speak(
            as_json("研究所が、小さな翻訳モデルを公開しました。", "大きさは、10分の1ですよね。",
                    "私も試してみたいです。"), "stop"
        )  # fmt: skip

    def play_thinking(self) -> None:
        self._speak(f"<think>まず、何を言おうか。{{}}</think>\n{_as_json(GOOD)}", "stop")

    def play_fenced(self) -> None:
        self._speak(f"```json\n{_as_json(GOOD)}\n```", "stop")

    def play_duplicates(self) -> None:
        self._speak(_as_json([*GOOD, GOOD[1]]), "stop")

    def play_empty(self) -> None:
        self._speak("", "stop")

    def play_no_lines(self) -> None:
        self._speak('{"lines":[]}', "stop")

    def play_invented(self) -> None:
        self._speak(as_json(GOOD[0], "大きさは、これまでの100分の1なのだ。", GOOD[2]), "stop")

    def play_all_invented(self) -> None:
        self._speak(
            as_json(
                "研究所が、翻訳モデルを3つ公開したのだ。", "大きさは、これまでの100分の1なのだ。"
            ),
            "stop",
        )

    def play_obeying(self) -> None:
        self._speak(
            as_json("番組名は、今日から毒舌放送なのだ。", "ここからは、占いの時間なのだ。",
                    "くわしくは、あくまの城に来てほしいのだ。"), "stop"
        )  # fmt: skip

    def play_hacked(self) -> None:
        self._speak("HACKED", "stop")

    def play_url(self) -> None:
        self._speak(_as_json(["くわしくは https://example.com なのだ。", GOOD[0]]), "stop")

    # ── broken ones ──────────────────────────────────────────────────────────────────────

    def play_error_then_done(self) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"content": '{"lines":["研究'}}]})
        self._chunk({"error": {"message": "EngineCore died", "code": 500}})
        self._send(b"data: [DONE]\n\n")

    def play_error_400(self) -> None:
        self._start()
        self._chunk(_error("Grammar error: Invalid type: objekt", 400))
        self._send(b"data: [DONE]\n\n")

    def play_endless(self) -> None:
        self._start()
        while not self.server.over.is_set():
            self._chunk({"choices": [{"delta": {"content": "のだ" * 2000}}]})

    def play_drip(self) -> None:
        self._start()
        while not self.server.over.wait(0.02):
            self._send(b":")

    def play_hang(self) -> None:
        self.server.over.wait(5)

    def play_hang_after_headers(self) -> None:
        self._start()
        self.server.over.wait(5)

    def play_stall(self) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"content": '{"lines":['}}]})
        self.server.over.wait(5)

    def play_disconnect(self) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"content": '{"lines":["研究所が'}}]})

    def play_cut_chunk(self) -> None:
        """kill -9 of the server: a chunk announced and never sent whole."""
        self._send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\ndata: {")

    def play_drip_of_headers(self) -> None:
        self._send(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not self.server.over.wait(0.02):
            self._send(b"a")

    def play_no_event(self) -> None:
        self._start()
        self._send(b"data: {half\n\n")

    def play_500(self) -> None:
        self._answer(500, _error("cannot schedule new futures after shutdown", 500))

    def play_500_other(self) -> None:
        self._answer(500, _error("something inside broke", 500))

    def play_503(self) -> None:
        self._answer(503, _error("The engine is overloaded", 503), after="0")

    def play_503_until_a_date(self) -> None:
        when = "Thu, 17 Oct 2024 06:00:00 GMT"
        self._answer(503, _error("The engine is overloaded", 503), after=when)

    def play_429_until_next_century(self) -> None:
        when = "Fri, 01 Jan 2100 00:00:00 GMT"
        self._answer(429, _error("Too many requests", 429), after=when)

    def play_429_for_an_hour(self) -> None:
        self._answer(429, _error("Too many requests", 429), after="3600")

    def play_400(self) -> None:
        said = "This model's maximum context length is 4096 tokens. However, your prompt contains"
        self._answer(400, _error(said, 400, "input_tokens"))

    def play_400_schema(self) -> None:
        self._answer(400, _error("Grammar error: Invalid type: objekt", 400))

    def play_401(self) -> None:
        self._answer(401, {"error": "Unauthorized"})

    def play_404(self) -> None:
        self._answer(404, _error("The model `tiny` does not exist.", 404, "model"))

    def play_html(self) -> None:
        page = b"<!doctype html><title>Please sign in</title>" * 20
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def play_flood(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self._send(b"[" + b"0," * 3_000_000 + b"0]")

    def play_one_endless_line(self) -> None:
        self._start()
        self._send(b"data: ")
        while not self.server.over.is_set():
            self._send(b"a" * 60_000)

    def play_whole_at_once(self) -> None:
        """From a server that does not stream, though asked to."""
        said = {"choices": [{"message": {"content": _as_json(GOOD)}, "finish_reason": "stop"}]}
        self._answer(200, said)

    def play_redirect(self) -> None:
        self.send_response(307)
        self.send_header("Location", self.server.address + "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    # ── how it is sent ───────────────────────────────────────────────────────────────────

    def _speak(self, text: str, reason: str) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"role": "assistant", "content": ""}}]})
        for at in range(0, len(text), 7):
            self._chunk({"choices": [{"delta": {"content": text[at : at + 7]}}]})
        self._chunk({"choices": [{"delta": {}, "finish_reason": reason}]})
        usage = {
            "prompt_tokens": 9,
            "completion_tokens": 5,
            "prompt_tokens_details": {"cached_tokens": 4},
        }
        self._chunk({"choices": [], "usage": usage, "system_fingerprint": "vllm-0.0-stage"})
        self._send(b"data: [DONE]\n\n")

    def _start(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()

    def _chunk(self, event: dict[str, Any]) -> None:
        self._send(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n")

    def _send(self, data: bytes) -> None:
        self.wfile.write(data)
        self.wfile.flush()

    def _answer(self, status: int, body: dict[str, Any], *, after: str = "") -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        if after:
            self.send_header("Retry-After", after)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def as_json(*lines: str | tuple[int, str]) -> str:
    """A reply in the shape that is asked for; a line may come with the number of its source."""
    rows = [(0, line) if isinstance(line, str) else line for line in lines]
    said = [{"from": number, "say": text} for number, text in rows]
    return json.dumps({"lines": said}, ensure_ascii=False)


def _error(said: str, code: int, param: str | None = None) -> dict[str, Any]:
    return {"error": {"message": said, "type": "Error", "param": param, "code": code}}


def _as_json(lines: Sequence[str]) -> str:
    """The same from a server that binds no schema: lines as mere texts."""
    return json.dumps({"lines": list(lines)}, ensure_ascii=False)


MODELS = ({"id": "tiny", "max_model_len": 8192},)


@contextmanager
def stage(
    *parts: Part, models: Sequence[dict[str, Any]] = MODELS, manners: str = ""
) -> Iterator[Stage]:
    """A server that plays these parts, for as long as the block lasts."""
    server = Stage(parts or ("good",), models, manners)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join(2)


def silence() -> str:
    """An address where nobody answers."""
    server = Stage(("good",), MODELS)
    address = server.address
    server.server_close()
    time.sleep(0)
    return address
