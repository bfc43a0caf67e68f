"""show.toml: the shipped one loads; what is wrong is told by file, key, value and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcaster.cards import load_show
from broadcaster.errors import CardError

STATION = Path(__file__).resolve().parents[2]
LEAST = '[show]\nid = "desk"\ntitle = "番組"\nhost = "zundamon"\n'


def show_file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "show.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_shipped_show_loads() -> None:
    show = load_show(STATION / "show.toml")
    assert show.host == "zundamon"
    assert show.news.sources[0].rights == "own"
    assert show.air.days == (1, 2, 3, 4, 5)


def test_three_lines_are_a_show(tmp_path: Path) -> None:
    show = load_show(show_file(tmp_path, LEAST))
    assert (show.air.minutes, show.writer.engine, show.writer.address) == (5.0, "auto", "")
    assert [row.origin for row in show.news.sources] == ["episodes/inbox/*"]


def test_every_setting_of_the_editorial_page_is_understood(tmp_path: Path) -> None:
    text = LEAST + (
        '[air]\ndays = "fri-mon"\nskip = ["2024-11-04"]\nstories = [1, 3]\nminutes = 7.5\n'
        '[news]\nwindow = "7d"\ninterests = ["GPU"]\n'
        'sources = [{ from = "a/*", name = "甲", rights = "quote" }]\n'
        '[writer]\nengine = "vllm"\naddress = "http://127.0.0.1:8000/v1"\non_doubt = "drop"\n'
        '[voice]\naddress = ["http://127.0.0.1:50021"]\n'
        '[[notice]]\ntext = "お休みなのだ"\nfrom = 2024-10-28\nuntil = 2024-11-01\n'
    )
    show = load_show(show_file(tmp_path, text))
    assert show.air.days == (1, 5, 6, 7)
    assert show.news.window == 168.0
    assert show.voice_addresses == ("http://127.0.0.1:50021",)
    assert (show.notices[0].start, show.notices[0].until) == ("2024-10-28", "2024-11-01")


def test_a_model_to_serve_is_described(tmp_path: Path) -> None:
    assert load_show(show_file(tmp_path, LEAST)).writer.leave_gb is None
    text = LEAST + (
        '[writer]\nmodel = "models/mine"\ncontext = 8192\nquantization = "fp8"\n'
        'leave_gb = 4\noptions = ["--seed=1"]\n'
    )
    writer = load_show(show_file(tmp_path, text)).writer
    assert (writer.model, writer.context, writer.quantization) == ("models/mine", 8192, "fp8")
    assert (writer.leave_gb, writer.options) == (4, ("--seed=1",))


WRONG = {
    LEAST
    + "[writer]\nleave_bg = 4\n": "writer.leave_bg is not a key we know; did you mean leave_gb",
    LEAST + "[writer]\nleave_gb = -1\n": "writer.leave_gb is -1; give a number from 0 to 1000",
    LEAST + "[air]\nminuts = 5\n": "air.minuts is not a key we know; did you mean minutes?",
    LEAST + "[air]\nminutes = nan\n": "air.minutes is nan; give a number from 0.5 to 180",
    LEAST + "[air]\nminutes = 0\n": "air.minutes is 0",
    LEAST + '[air]\ntimezone = "Asia/Tokio"\n': "air.timezone is 'Asia/Tokio'",
    LEAST + '[air]\ndays = "mon-fry"\n': "air.days is 'mon-fry'",
    LEAST + "[air]\nstories = [4, 2]\n": "air.stories is [4, 2]",
    LEAST + '[writer]\nengine = "vlm"\n': (
        "writer.engine is 'vlm'; use auto, vllm, transformers or extractive (did you mean vllm?)"
    ),
    LEAST + '[writer]\naddress = "localhost:8000"\n': "writer.address is 'localhost:8000'",
    LEAST + "[voice]\naddress = [1]\n": "voice.address is [1]; give a list of texts",
    LEAST + '[news]\nsources = [{ form = "x" }]\n': "news.sources[1].from is missing",
    LEAST + '[[notice]]\ntext = "x"\nfrom = "soon"\n': "notice[1].from is 'soon'",
    LEAST + 'commercial = "yes"\n': "show.commercial is 'yes'; give true or false",
    LEAST + "[show.air]\nminutes = 5\n": "show.air is not a key we know; write [air] by itself",
    LEAST + "minutes = 5\n": "show.minutes is not a key we know; it belongs under [air]",
    LEAST + '[air]\ntitle = "x"\n': "air.title is not a key we know; it belongs under [show]",
    LEAST + '[news]\nsources = [{ from = "x", rights = "stolen" }]\n': (
        "news.sources[1].rights is 'stolen'; use own, licensed, cc-by or quote"
    ),
    LEAST + 'base_url = "https://example.com/feed?x=1"\n': (
        "show.base_url is 'https://example.com/feed?x=1'; give the folder that the feed lies in,"
    ),
    LEAST + 'base_url = "https://example.com/#top"\n': "without ? and #",
    LEAST + 'base_url = "https://example.com/?"\n': "without ? and #",
    LEAST + "[sohw]\nid = 1\n": "sohw is not a key we know; did you mean show?",
    '[show]\ntitle = "番組"\n': "show.id is missing",
    LEAST.replace("title", "titel"): "show.title is missing; is it titel?",
    LEAST.replace("desk", "../etc"): "show.id is '../etc'",
    LEAST + "[[[[[[": "not valid TOML",
    LEAST + "x = [" + "[" * 200: "too many brackets",
    LEAST + "a." * 5000 + "a = 1": "too many dots",
    LEAST + '"a".' + "a." * 5000 + "a = 1": "too many dots",
    LEAST + "x = {" + "a." * 5000 + "a = 1}": "too many dots",
    LEAST + "# " + "x" * 70_000: "larger than 64 KiB",
}


@pytest.mark.parametrize(("text", "says"), WRONG.items(), ids=list(WRONG.values()))
def test_what_is_wrong_is_told_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    path = show_file(tmp_path, text)
    with pytest.raises(CardError) as caught:
        load_show(path)
    assert says in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


def test_a_file_that_is_not_there_or_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(CardError, match="not found"):
        load_show(tmp_path / "show.toml")
    (tmp_path / "show.toml").write_bytes('[show]\ntitle = "番組"'.encode("cp932"))
    with pytest.raises(CardError, match="line 2 is not UTF-8"):
        load_show(tmp_path / "show.toml")
