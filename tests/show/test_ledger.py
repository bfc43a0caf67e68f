"""What is still good, what a person edited, where a run starts."""

from __future__ import annotations

from pathlib import Path

from broadcaster.archive import Folder
from broadcaster.manifest import Output
from broadcaster.nouns import Script
from broadcaster.show.ledger import Ledger

SCRIPT = Script("番組", "2024-10-17", "zundamon")


def with_script(path: Path) -> Ledger:
    ledger = Ledger(Folder(path))
    ledger.leave("write", SCRIPT, "made from these")
    return ledger


def test_a_noun_is_fresh_only_as_left_and_from_the_same_things(tmp_path: Path) -> None:
    with_script(tmp_path)
    ledger = Ledger(Folder(tmp_path))
    assert ledger.is_fresh("write", "made from these")
    assert not ledger.is_fresh("write", "made from others")
    assert not ledger.is_fresh("read", "made from these")
    assert ledger.edited() == ()


def test_an_edit_stays_an_edit_and_moves_the_start(tmp_path: Path) -> None:
    with_script(tmp_path)
    path = tmp_path / "script.json"
    path.write_bytes(path.read_bytes().replace("番組".encode(), "放送".encode()))
    for _ in range(2):
        ledger = Ledger(Folder(tmp_path))
        assert ledger.edited() == ("write",)
        assert ledger.start("gather") == "read"
        assert ledger.start("record") == "record"
        assert not ledger.is_fresh("write", "made from these")
        ledger.leave("read", (), "the edited script")


def test_a_noun_nobody_recorded_is_a_person_s(tmp_path: Path) -> None:
    Folder(tmp_path).leave("script.json", SCRIPT)
    assert Ledger(Folder(tmp_path)).edited() == ("write",)


def test_outputs_count_only_once_the_manifest_names_them(tmp_path: Path) -> None:
    ledger = with_script(tmp_path)
    assert ledger.packaged_from() == ""
    manifest = ledger.manifest
    ledger.close(manifest, "all of it")
    assert Ledger(Folder(tmp_path)).packaged_from() == ""
    from dataclasses import replace

    ledger.close(replace(manifest, outputs=(Output("episode.mp3", 1, "0" * 64),)), "all of it")
    again = Ledger(Folder(tmp_path))
    assert again.packaged_from() == "all of it"
    assert again.is_fresh("write", "made from these"), "closing keeps the rooms"
