"""`voices/ok.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadcaster.cards import load_settled, with_settled
from broadcaster.errors import CardError


def test_no_file_settles_nothing(tmp_path: Path) -> None:
    assert load_settled(tmp_path / "ok.toml") == {}


def test_rows_are_added_below_what_a_person_wrote(tmp_path: Path) -> None:
    path = tmp_path / "ok.toml"
    mine = '# わたしのメモ\nf000001 = "前の"'
    path.write_text(with_settled(mine, {"f12ab34": '値段は"4万円"\\なのだ'}), "utf-8")
    assert path.read_text("utf-8").startswith(mine + "\n")
    assert load_settled(path) == {"f000001": "前の", "f12ab34": '値段は"4万円"\\なのだ'}


def test_a_new_file_says_what_it_is() -> None:
    text = with_settled("", {"f12ab34": "a"})
    assert text.startswith("#")
    assert text.endswith('f12ab34 = "a"\n')


@pytest.mark.parametrize("text", ['f12 = "x"', 'g123456 = "x"', "f12ab34 = 1", "f12ab34", "[a]"])
def test_what_is_no_finding_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "ok.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(CardError, match=r"ok\.toml"):
        load_settled(path)


@given(st.text())
def test_whatever_is_written_can_be_read(says: str) -> None:
    shown = " ".join(says.split())[:200]
    expected = "".join("\ufffd" if 0xD800 <= ord(char) <= 0xDFFF else char for char in shown)
    text = with_settled("", {"f000000": says}).encode()
    assert tomllib.loads(text.decode()) == {"f000000": expected}
