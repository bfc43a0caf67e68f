"""`broadcaster edit`, as a person calls it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.conftest import call_here, call_in
from tests.show.scripts import DATE, script_of, texts, written

NO_EDITOR = {"VISUAL": "", "EDITOR": ""}


def editor(home: Path, code: str) -> dict[str, str]:
    """An editor that does with the file's text what the code says; `text` goes in and comes out."""
    script = home / "editor.py"
    script.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "text = path.read_text(encoding='utf-8')\n"
        f"{code}\n"
        "path.write_text(text, encoding='utf-8')\n",
        "utf-8",
    )
    return {"VISUAL": f"{sys.executable} {script} --wait", "EDITOR": "never-called"}


def test_print_edit_and_settle(station: Path) -> None:
    _, folder = written(station)
    printed = call_in(station, "edit", "--print")
    assert printed.returncode == 0
    assert printed.stdout.splitlines()[:3] == [*texts(script_of(folder))[:2], "-------------"]
    assert "「A Small Robot」" in printed.stdout.splitlines()

    edited = printed.stdout.replace("3万円", "4万円")
    done = call_in(station, "edit", DATE, "--text", "-", stdin=edited)
    assert done.returncode == 0, done.stderr
    first, finding, settle, again, onwards = done.stdout.splitlines()
    assert first == f"episodes/{DATE}/script.json: 1行を直しました"
    assert finding.startswith("確認 f")
    assert finding.endswith("出典 「値段は4万円で、重さは2kgなのだ。」 ← 4万円")
    name = finding.split()[1]
    assert settle == f"よければ broadcaster ok {name}"
    assert again == f"直すなら broadcaster edit {DATE}"
    assert onwards == f"次は broadcaster episode --date {DATE} --start-at read"

    unknown = call_here(station, "ok", "f000000")
    assert unknown.returncode == 2
    assert len(unknown.stderr.splitlines()) == 1
    settled = call_here(station, "ok", name)
    assert settled.returncode == 0
    assert name in settled.stdout
    assert name in (station / "voices" / "ok.toml").read_text("utf-8")
    assert "もう" in call_here(station, "ok", name).stdout

    (station / "back.txt").write_text(printed.stdout, "utf-8-sig")
    assert call_here(station, "edit", "--text", "back.txt").returncode == 0
    silent = call_here(station, "edit", "--text", "-", stdin=edited)
    assert "確認" not in silent.stdout
    # A new character or an old one: what stands in voices/ok.toml disturbs no card.
    assert "zundamon" in call_here(station, "voices").stdout


def test_an_editor_of_ones_own(station: Path) -> None:
    _, folder = written(station)
    there = sorted(folder.path.iterdir())
    done = call_in(station, "edit", env=editor(station, "text += 'ひとことなのだ\\n'"))
    assert done.returncode == 0, done.stderr
    assert texts(script_of(folder))[-1] == "ひとことなのだ"
    assert sorted(folder.path.iterdir()) == there


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("", "直した行はありません"),
        ("text = ''", "空なので"),
        ("sys.exit(1)", "直した行はありません"),
    ],
    ids=["saved as it was", "emptied", "left with an error"],
)
def test_nothing_is_touched_and_one_line_says_so(station: Path, code: str, says: str) -> None:
    _, folder = written(station)
    before = {path.name: path.read_bytes() for path in folder.path.iterdir()}
    done = call_here(station, "edit", env=editor(station, code))
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    assert says in line
    assert "何も変えていません" in line
    assert {path.name: path.read_bytes() for path in folder.path.iterdir()} == before


def test_what_an_editor_saved_before_it_broke_is_kept(station: Path) -> None:
    _, folder = written(station)
    before = script_of(folder)
    code = "path.write_text(text + 'ひとことなのだ', encoding='utf-8'); sys.exit(3)"
    done = call_in(station, "edit", env=editor(station, code))
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert "script-edit.txt" in line
    assert "ひとこと" in (folder.path / "script-edit.txt").read_text("utf-8")
    assert script_of(folder) == before


def test_a_text_that_cannot_be_broadcast_is_kept_once(station: Path) -> None:
    _, folder = written(station)
    there = {path.name for path in folder.path.iterdir()}
    done = call_in(station, "edit", env=editor(station, "text = '！！\\n' * 3"))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "--text" in done.stderr
    now = {path.name for path in folder.path.iterdir()}
    assert now - there == {"script-rejected.txt"}


@pytest.mark.parametrize(
    "args",
    [
        ("edit",),
        ("edit", "2024-10-30"),
        ("edit", "../2024"),
        ("edit", "--edition", "../x"),
        ("edit", "--text", "nowhere.txt"),
        ("edit", "--text", "latin.txt"),
        ("edit", "--text", "."),
        ("ok",),
    ],
    ids=" ".join,
)
def test_what_is_wrong_is_said_in_a_line(station: Path, args: tuple[str, ...]) -> None:
    written(station)
    (station / "latin.txt").write_bytes("caf\u00e9\n".encode("latin-1"))
    done = call_here(station, *args, env=NO_EDITOR, stdin="")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_an_editor_that_is_not_there(station: Path) -> None:
    _, folder = written(station)
    there = sorted(folder.path.iterdir())
    done = call_here(station, "edit", env={"VISUAL": "no-such-editor --wait"})
    assert done.returncode == 2
    assert "no-such-editor" in done.stderr
    assert sorted(folder.path.iterdir()) == there
