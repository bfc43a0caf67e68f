"""Commands that read lines on stdin and print lines."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import ROOT, call_in


def test_read_prints_one_reading_a_line_and_nothing_else(station: Path) -> None:
    done = call_in(station, "read", stdin="PyTorchを使う。\n\n値段は$415Mだ。\n")
    assert done.stdout == "パイトーチを使う。\n\n値段は4億1500万ドルだ。\n"
    assert (done.returncode, done.stderr) == (0, "")


def test_read_explains_every_span(station: Path) -> None:
    done = call_in(station, "read", "--explain", stdin="PyTorchを使う\n")
    reading, *spans = done.stdout.splitlines()
    assert reading == "パイトーチを使う"
    assert [row.split("\t")[:2] for row in spans] == [
        ["  PyTorch", "パイトーチ"],
        ["を使う", "を使う"],
    ] or [row.strip().split("\t")[:2] for row in spans] == [
        ["PyTorch", "パイトーチ"],
        ["を使う", "を使う"],
    ]


def test_the_station_s_lexicon_goes_before_the_package_s(station: Path) -> None:
    (station / "voices" / "lexicon.toml").write_text('"PyTorch" = "ピートーチ"\n', encoding="utf-8")
    assert call_in(station, "read", stdin="PyTorch\n").stdout == "ピートーチ\n"


def test_read_works_without_any_station(tmp_path: Path) -> None:
    assert call_in(tmp_path, "read", stdin="GPU\n").stdout == "ジーピーユー\n"


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "en_US.ISO-8859-1"])
def test_recast_speaks_utf8_in_any_locale(station: Path, locale: str) -> None:
    done = call_in(
        station, "recast", "--host", "zundamon", stdin="高いです。\n", env={"LC_ALL": locale}
    )
    assert done.stdout == "高いのだ。\n"


def test_voices_tells_who_works_and_why_others_do_not(station: Path) -> None:
    done = call_in(station, "voices")
    assert done.returncode == 0
    assert "zundamon: ずんだもん" in done.stdout
    assert "voicevox: まだ作られていない" in done.stdout


def test_gather_prints_articles_apart_by_a_form_feed(station: Path) -> None:
    done = call_in(station, "gather")
    articles = done.stdout.split("\f")
    assert len(articles) == 3
    assert articles[0].splitlines()[0] == "ミストラルの小型モデル「Ministral」"
    assert not list((station / "episodes").glob("20*"))


def test_lines_in_another_encoding_are_refused_not_destroyed(station: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "broadcaster", "read"],
        cwd=station,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input="これは日本語です。\n".encode("cp932"),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert b"line 1 is not UTF-8" in done.stderr
    assert done.stdout == b""


def test_a_closed_stdin_is_one_clear_line(station: Path) -> None:
    import subprocess
    import sys

    done = subprocess.run(
        ["sh", "-c", 'exec "$0" -m broadcaster read <&-', sys.executable],
        cwd=station,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert (
        done.stderr == "broadcaster: stdin: it is closed; pipe the lines in, or use < lines.txt\n"
    )
