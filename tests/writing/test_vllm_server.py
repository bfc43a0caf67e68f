"""The HTTP model against a server that plays everything a real one was seen to do."""

from __future__ import annotations

import time
from typing import Final

import pytest

from broadcaster.errors import EngineError, EngineFailed, EngineUnavailable
from broadcaster.writing.answer import read_answer
from broadcaster.writing.prompt import SCHEMA
from broadcaster.writing.vllm_server import Deadlines, VllmServer
from tests.writing.scripted_server import GOOD, Stage, silence, stage

QUICK: Final = Deadlines(connect=1.0, first=0.3, between=0.3, total=1.0)
ASKED: Final = [{"role": "system", "content": "書く。"}, {"role": "user", "content": "記事"}]


def _reply(server: Stage) -> str:
    model = VllmServer(server.address, deadlines=QUICK)
    return "".join(model.reply(ASKED, SCHEMA, seed=7))


def test_a_good_reply_comes_whole() -> None:
    with stage("good") as server:
        assert read_answer(_reply(server), "tiny") == GOOD
        asked = server.heard[0]
    assert asked["stream"] is True
    assert asked["seed"] == 7
    assert asked["model"] == "tiny"
    assert asked["response_format"]["json_schema"]["schema"] == SCHEMA
    assert asked["max_tokens"] <= 8192


def test_raw_newlines_inside_strings_are_forgiven() -> None:
    with stage("raw_newlines") as server:
        assert read_answer(_reply(server), "tiny")[0] == "研究所が、模型を 公開したのだ。"


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("length", "stopped early (length)"),
        ("abort", "stopped early (abort)"),
        ("error_then_done", "EngineCore died"),
        ("disconnect", "stopped early (connection ended)"),
        ("endless", "talks without end"),
        ("hang", "does not answer in time"),
        ("stall", "does not answer in time"),
        ("500", "cannot schedule new futures"),
        ("400", "maximum context length"),
    ],
)
def test_a_reply_that_is_not_whole_fails(part: str, said: str) -> None:
    with stage(part) as server:
        began = time.monotonic()
        with pytest.raises(EngineFailed) as caught:
            _reply(server)
        assert time.monotonic() - began < 4
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_drip_of_bytes_ends_with_the_whole_deadline() -> None:
    with stage("drip") as server:
        began = time.monotonic()
        with pytest.raises(EngineFailed, match=r"in time|took longer than 1 s"):
            _reply(server)
        assert 0.9 < time.monotonic() - began < 4


@pytest.mark.parametrize(
    ("part", "said"),
    [("401", "refuses our key"), ("404", "answers 404"), ("redirect", "answers 307")],
)
def test_a_server_that_does_not_serve_us_is_unavailable(part: str, said: str) -> None:
    with stage(part) as server, pytest.raises(EngineUnavailable) as caught:
        _reply(server)
    assert said in str(caught.value)


@pytest.mark.parametrize("part", ["no_json", "other_schema", "english", "looping", "url"])
def test_a_whole_reply_may_still_be_unusable(part: str) -> None:
    with stage(part) as server, pytest.raises(EngineFailed):
        read_answer(_reply(server), "tiny")


def test_the_model_that_is_served_first_is_taken() -> None:
    with stage(models=[{"id": "one"}, {"id": "two", "max_model_len": 512}]) as server:
        first = VllmServer(server.address + "/v1/", deadlines=QUICK)
        assert (first.name, first.context) == ("one", 4096)
        named = VllmServer(server.address, "two", QUICK)
        assert (named.name, named.context) == ("two", 512)
        with pytest.raises(EngineUnavailable, match="does not serve three; it serves one, two"):
            VllmServer(server.address, "three", QUICK)


def test_no_model_is_nobody() -> None:
    with stage(models=[]) as server, pytest.raises(EngineUnavailable, match="serves no model"):
        VllmServer(server.address, deadlines=QUICK)


@pytest.mark.parametrize(
    "address", ["ftp://host/v1", "file:///etc/passwd", "http://", "http://a:x"]
)
def test_only_http_is_an_address(address: str) -> None:
    with pytest.raises(EngineUnavailable):
        VllmServer(address)


def test_nobody_at_the_address() -> None:
    with pytest.raises(EngineUnavailable, match="does not answer"):
        VllmServer(silence(), deadlines=QUICK)


def test_an_article_past_the_context_is_never_sent() -> None:
    with stage(models=[{"id": "tiny", "max_model_len": 300}]) as server:
        model = VllmServer(server.address, deadlines=QUICK)
        with pytest.raises(EngineError, match="too long"):
            list(model.reply([{"role": "user", "content": "あ" * 400}], SCHEMA, 1))
        assert server.heard == []


def test_the_key_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BROADCASTER_API_KEY", "open-sesame")
    with stage() as server:
        VllmServer(server.address, deadlines=QUICK)
        assert server.keys == ["Bearer open-sesame"]
