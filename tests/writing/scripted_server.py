"""An OpenAI-compatible server that plays one part per reply; the parts stand in a list."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

GOOD = (
    "研究所が、小さな翻訳モデルを公開したのだ。",
    "大きさは、これまでの10分の1です。",
    "ただ、使えるのは研究のときだけなのだ。",
)
ENGLISH = ("The lab released a model.", "It is ten times smaller than before.")


class Stage(ThreadingHTTPServer):
    """parts: what each reply plays, in order; the last goes on for ever. heard: what was asked."""

    daemon_threads = True

    def __init__(self, parts: Sequence[str], models: Sequence[dict[str, Any]]) -> None:
        super().__init__(("127.0.0.1", 0), _Player)
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

    def next_part(self) -> str:
        """The part the next reply plays."""
        return self.parts.pop(0) if len(self.parts) > 1 else self.parts[0]


class _Player(BaseHTTPRequestHandler):
    server: Stage

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the parent's name)
        """Says nothing."""

    def do_GET(self) -> None:
        self.server.keys.append(self.headers.get("Authorization", ""))
        self._answer(200, {"object": "list", "data": self.server.models})

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.append(asked)
        getattr(self, f"play_{self.server.next_part()}")()

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

    def play_url(self) -> None:
        self._speak(_as_json(["くわしくは https://example.com なのだ。", GOOD[0]]), "stop")

    # ── broken ones ──────────────────────────────────────────────────────────────────────

    def play_error_then_done(self) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"content": '{"lines":["研究'}}]})
        self._chunk({"error": {"message": "EngineCore died", "code": 500}})
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

    def play_stall(self) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"content": '{"lines":['}}]})
        self.server.over.wait(5)

    def play_disconnect(self) -> None:
        self._start()
        self._chunk({"choices": [{"delta": {"content": '{"lines":["研究所が'}}]})

    def play_500(self) -> None:
        self._answer(500, {"error": {"message": "cannot schedule new futures after shutdown"}})

    def play_400(self) -> None:
        self._answer(400, {"error": {"message": "This model's maximum context length is 4096"}})

    def play_401(self) -> None:
        self._answer(401, {"error": "Unauthorized"})

    def play_404(self) -> None:
        self._answer(404, {"error": {"message": "The model does not exist."}})

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
        self._chunk({"choices": [], "usage": {"total_tokens": 9}})
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

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _as_json(lines: Sequence[str]) -> str:
    return json.dumps({"lines": list(lines)}, ensure_ascii=False)


MODELS = ({"id": "tiny", "max_model_len": 8192},)


@contextmanager
def stage(*parts: str, models: Sequence[dict[str, Any]] = MODELS) -> Iterator[Stage]:
    """A server that plays these parts, for as long as the block lasts."""
    server = Stage(parts or ("good",), models)
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
