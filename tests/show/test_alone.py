"""A model that runs for the show alone has ended before anybody speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from broadcaster import writing
from broadcaster.archive import station_at
from broadcaster.programme import Show
from broadcaster.show import Request, broadcast
from broadcaster.writing.vllm_server import VllmServer
from tests.conftest import ROBOT, WORD
from tests.writing.scripted_server import Stage, stage

happened: list[str] = []
playing: list[Stage] = []


def hire_alone(_show: Show, say: Callable[[str], None]) -> VllmServer:
    """A model of ours, as a row of MODELS names it."""
    say("起動しています")
    return VllmServer(playing[-1].address, ended=lambda: happened.append("ended"))


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Who is hired by the name vllm runs for the show alone."""
    monkeypatch.setitem(writing.MODELS, "vllm", f"{__name__}:hire_alone")
    with ExitStack() as stack:
        playing.append(stack.enter_context(stage("good")))
        happened.clear()
        yield


def test_all_is_written_and_the_model_gone_before_the_first_take(
    alone: None, station: Path
) -> None:
    for sample in (station / "episodes" / "inbox").iterdir():
        sample.unlink()
    for name in ("robot", "other"):
        text = ROBOT.replace(WORD, name).replace("小型ロボット", f"小型ロボット{name}")
        (station / "episodes" / "inbox" / f"{name}.md").write_text(text, encoding="utf-8")
    request = Request(date="2024-10-17", writer="vllm", last="record")
    broadcast(
        station_at(station / "show.toml"),
        request,
        lambda room, _count: happened.append(room),
        happened.append,
    )
    rooms = [name for name in dict.fromkeys(happened) if name != "gather"]
    assert rooms == ["起動しています", "write", "ended", "read", "record"]
    assert happened.index("ended") > max(at for at, name in enumerate(happened) if name == "write")


def test_what_breaks_the_run_ends_the_model_too(alone: None, station: Path) -> None:
    def tell(room: str, _count: int) -> None:
        if room == "write":
            raise KeyboardInterrupt

    request = Request(date="2024-10-17", writer="vllm", last="record")
    with pytest.raises(KeyboardInterrupt):
        broadcast(station_at(station / "show.toml"), request, tell)
    assert "ended" in happened
