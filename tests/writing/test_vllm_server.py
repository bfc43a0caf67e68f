"""The HTTP model against a server that plays everything a real one was seen to do."""

from __future__ import annotations

import json
import socket
import threading
import time
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

import pytest

from broadcaster.errors import EngineError, EngineFailed, EngineUnavailable, PromptTooLong
from broadcaster.programme import Show, WriterSettings
from broadcaster.writing.serving.keys import forget_key, new_key
from broadcaster.writing.vllm_hiring import hire
from broadcaster.writing.vllm_server import VllmServer
from broadcaster.writing.wire import Deadlines, Place, Wire, seconds_until
from tests.writing.scripted_server import Stage, silence, stage

PATIENT: Final = Deadlines(busy=0.2)
ASKED: Final = [{"role": "system", "content": "書く。"}, {"role": "user", "content": "記事"}]
SCHEMA: Final[dict[str, Any]] = {"type": "object", "properties": {"lines": {"type": "array"}}}


def _model(server: Stage, deadlines: Deadlines = PATIENT) -> VllmServer:
    return VllmServer(server.address, deadlines=deadlines)


def _reply(server: Stage, deadlines: Deadlines = PATIENT) -> str:
    return _model(server, deadlines).reply(ASKED, SCHEMA, seed=7).text()


def test_a_good_reply_comes_whole() -> None:
    with stage("good") as server:
        model = _model(server)
        reply = model.reply(ASKED, SCHEMA, seed=7, temperature=0.25)
        text = reply.text()
        asked = server.heard[0]
    assert json.loads(text)
    assert asked["stream"] is True
    assert asked["seed"] == 7
    assert asked["temperature"] == 0.25
    assert asked["model"] == "tiny"
    assert asked["messages"] == ASKED
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert model.fingerprint == "vllm-0.0-stage"
    assert not model.alone
    assert reply.usage is not None
    assert (reply.usage.prompt, reply.usage.cached, reply.usage.written) == (9, 4, 5)
    assert 0 < reply.usage.first <= reply.usage.seconds


def test_nothing_is_sent_before_the_reply_is_taken() -> None:
    with stage("good") as server:
        _model(server).reply(ASKED, SCHEMA, seed=7)
        assert server.heard == []


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("length", "stopped early (length)"),
        ("abort", "stopped early (abort)"),
        ("error_then_done", "EngineCore died"),
        ("disconnect", "stopped early (connection ended)"),
        ("cut_chunk", "breaks off (IncompleteRead)"),
        ("no_event", "sends what is no JSON"),
        ("endless", "talks without end"),
        ("one_endless_line", "talks without end"),
        ("500_other", "answers 500: something inside broke"),
        ("503", "answers 503: The engine is overloaded"),
        ("429_for_an_hour", "answers 429: Too many requests"),
        ("429_until_next_century", "answers 429: Too many requests"),
    ],
)
def test_a_reply_that_is_not_whole_fails(part: str, said: str) -> None:
    with stage(part) as server, pytest.raises(EngineFailed) as caught:
        _reply(server)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("401", "refuses our key"),
        ("404", "answers 404"),
        ("redirect", "answers 307"),
        ("html", "answers 200: text/html, not a stream of events; check [writer] address"),
        ("whole_at_once", "answers 200: application/json, not a stream of events"),
        ("500", "is shutting down"),
        ("400_schema", "Grammar error"),
        ("error_400", "Grammar error"),
    ],
)
def test_where_asking_again_is_useless_nobody_does(part: str, said: str) -> None:
    with stage(part, "good") as server:
        with pytest.raises(EngineUnavailable) as caught:
            _reply(server)
        assert len(server.heard) == 1
    assert said in str(caught.value)


@pytest.mark.parametrize("times", [1, 3])
def test_a_busy_server_is_asked_again_as_it_wishes(times: int) -> None:
    with stage(*["503"] * times, "good") as server:
        assert json.loads(_reply(server))
        assert [asked["seed"] for asked in server.heard] == [7] * (times + 1)


def test_a_date_that_has_passed_is_no_wait() -> None:
    with stage("503_until_a_date", "good") as server:
        assert json.loads(_reply(server))
        assert len(server.heard) == 2


NOON: Final = datetime(2024, 10, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0.0),
        ("17", 17.0),
        ("Thu, 17 Oct 2024 12:00:30 GMT", 30.0),
        ("Thursday, 17-Oct-24 12:00:30 GMT", 30.0),
        ("Thu, 17 Oct 2024 21:01:00 +0900", 60.0),
        ("Thu, 17 Oct 2024 11:00:00 GMT", 0.0),
        ("", None),
        ("-3", None),
        ("soon", None),
        ("99999999", None),
        ("１２", None),
        ("Thu, 17 Oct 20240 12:00:00 GMT", None),
    ],
)
def test_what_retry_after_asks_for(text: str, seconds: float | None) -> None:
    assert seconds_until(text, NOON) == seconds


def test_a_server_that_stays_busy_is_left() -> None:
    with stage("503") as server:
        with pytest.raises(EngineFailed):
            _reply(server)
        assert len(server.heard) == 4


def test_replies_come_side_by_side() -> None:
    with stage("good") as server:
        model = _model(server)
        told: list[str] = []
        threads = [
            threading.Thread(target=lambda: told.append(model.reply(ASKED, SCHEMA, 1).text()))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(5)
    assert len(told) == 8
    assert len(set(told)) == 1


# ── deadlines ────────────────────────────────────────────────────────────────────────────

LONG: Final = Deadlines(connect=9.0, first=9.0, between=9.0, total=9.0)


@pytest.mark.parametrize(
    ("part", "name", "said"),
    [
        ("hang", "first", "sends nothing within 0.3 s"),
        ("hang_after_headers", "first", "sends nothing within 0.3 s"),
        ("stall", "between", "falls silent for 0.3 s"),
        ("drip", "total", "took longer than 0.3 s"),
        ("drip_of_headers", "total", "took longer than 0.3 s"),
        ("endless", "total", "took longer than 0.3 s"),
        ("hang", "total", "took longer than 0.3 s"),
        ("stall", "total", "took longer than 0.3 s"),
    ],
)
def test_each_deadline_ends_a_reply_and_names_itself(part: str, name: str, said: str) -> None:
    with stage(part, models=[{"id": "tiny", "max_model_len": 10**8}]) as server:
        model = _model(server, replace(LONG, **{name: 0.3}))
        began = time.monotonic()
        with pytest.raises(EngineFailed) as caught:
            model.reply(ASKED, SCHEMA, seed=7, most_tokens=10**7).text()
        assert 0.3 <= time.monotonic() - began < 4
    assert said in str(caught.value)


def test_a_call_that_nobody_takes_ends_with_its_deadline() -> None:
    """A handshake that is never answered: the connection of a secure address is not there yet."""
    with socket.socket() as mute:
        mute.bind(("127.0.0.1", 0))
        mute.listen()
        place = Place.of(f"https://127.0.0.1:{mute.getsockname()[1]}")
        wire = Wire(place, deadlines=replace(LONG, connect=0.2))
        with pytest.raises(EngineFailed, match=r"takes no call within 0\.2 s"):
            list(wire.stream("/v1/chat/completions", {}))
        with pytest.raises(EngineUnavailable, match=r"takes no call within 0\.2 s"):
            wire.get("/v1/models")


def test_a_server_that_never_counts_fails_the_attempt_and_no_more() -> None:
    with stage(manners="slow_count") as server:
        model = _model(server, replace(LONG, first=0.2))
        with pytest.raises(EngineFailed, match=r"does not answer within 0\.2 s"):
            model.count(ASKED)


# ── how much fits ────────────────────────────────────────────────────────────────────────


def test_the_server_counts_each_prompt_once() -> None:
    with stage() as server:
        model = _model(server)
        assert [model.count(ASKED), model.count(ASKED), model.count(ASKED[1:])] == [5, 5, 2]
        assert len(server.counted) == 2


def test_where_the_server_cannot_count_the_bound_is_from_above() -> None:
    with stage(manners="no_count") as server:
        model = _model(server)
        assert model.count(ASKED) == 5 + 16
        model.count(ASKED[1:])
        assert len(server.counted) == 1, "asked once, never again"


def test_a_reply_gets_what_room_there_is() -> None:
    with stage(models=[{"id": "tiny", "max_model_len": 1000}]) as server:
        _reply(server)
        _model(server).reply(ASKED, SCHEMA, 1, most_tokens=300).text()
        assert [asked["max_tokens"] for asked in server.heard] == [995, 300]


def test_a_prompt_past_the_context_is_never_sent() -> None:
    with stage(models=[{"id": "tiny", "max_model_len": 600}]) as server:
        model = _model(server)
        with pytest.raises(PromptTooLong) as caught:
            model.reply([{"role": "user", "content": "あ" * 401}], SCHEMA, 1).text()
        assert (caught.value.count, caught.value.room) == (401, 400)
        assert server.heard == []


def test_an_overflow_that_the_server_finds_is_one() -> None:
    with stage("400") as server, pytest.raises(PromptTooLong):
        _reply(server)


def test_a_template_without_a_system_role_gets_its_words_from_the_user() -> None:
    with stage(manners="no_system") as server:
        assert json.loads(_reply(server))
        assert server.heard[0]["messages"] == [{"role": "user", "content": "書く。\n\n記事"}]


# ── who is there ─────────────────────────────────────────────────────────────────────────


def test_the_model_that_is_served_first_is_taken() -> None:
    with stage(models=[{"id": "one"}, {"id": "two", "max_model_len": 512}]) as server:
        first = VllmServer(server.address + "/v1/", deadlines=PATIENT)
        assert (first.name, first.context) == ("one", 4096)
        named = VllmServer(server.address, "two", PATIENT)
        assert (named.name, named.context) == ("two", 512)
        with pytest.raises(EngineUnavailable, match="does not serve three; it serves one, two"):
            VllmServer(server.address, "three", PATIENT)


def test_a_model_may_be_named_by_where_it_came_from() -> None:
    with stage(models=[{"id": "tiny", "root": "models/tiny"}]) as server:
        assert VllmServer(server.address, "models/tiny", PATIENT).name == "tiny"


def test_no_model_is_nobody() -> None:
    with stage(models=[]) as server, pytest.raises(EngineUnavailable, match="serves no model"):
        VllmServer(server.address, deadlines=PATIENT)


@pytest.mark.parametrize(
    ("manners", "said"),
    [
        ("a_page", "answers 200: something that is no JSON; check [writer] address and model"),
        ("a_flood", "answers 200: something that is no JSON"),
        ("elsewhere", "answers 307"),
        ("no_key", "refuses our key; set BROADCASTER_API_KEY"),
        ("silent", "does not answer within 0.2 s"),
    ],
)
def test_what_is_no_server_of_models_is_nobody(manners: str, said: str) -> None:
    with stage(manners=manners) as server, pytest.raises(EngineUnavailable) as caught:
        _model(server, replace(LONG, connect=0.2) if manners == "silent" else PATIENT)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["ftp://host/v1", "file:///etc/passwd", "http://", "http://a:x"]
)
def test_only_http_is_an_address(address: str) -> None:
    with pytest.raises(EngineUnavailable):
        VllmServer(address)


def test_nobody_at_the_address() -> None:
    with pytest.raises(EngineUnavailable, match="does not answer"):
        VllmServer(silence(), deadlines=PATIENT)


# ── hiring, and the key ──────────────────────────────────────────────────────────────────


def _hired(address: str) -> VllmServer:
    return hire(Show("a", "b", "c", writer=WriterSettings(address=address)), print)


def test_the_key_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCASTER_API_KEY", "open-sesame")
    with stage() as server:
        _hired(server.address)
        assert server.keys[-1] == "Bearer open-sesame"


def test_a_server_of_ours_gets_the_key_from_its_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BROADCASTER_API_KEY", raising=False)
    with stage() as server:
        port = int(server.server_address[1])
        key = new_key(port)
        try:
            _hired(server.address)
            assert server.keys[-1] == f"Bearer {key}"
        finally:
            forget_key(port)
        _hired(server.address)
        assert server.keys[-1] == ""


def test_without_vllm_nobody_can_be_started() -> None:
    with pytest.raises(EngineError, match="does not answer"):
        _hired(silence())
    with pytest.raises(EngineUnavailable, match="run make serve"):
        _hired("")
