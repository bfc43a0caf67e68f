"""Findings and their ids."""

from __future__ import annotations

from broadcaster.nouns import Line, Script, Segment
from broadcaster.writing.findings import GONE, Finding, read_finding, standing

PRICE = Finding("出典", "値段は4万円なのだ。", "4万円")


def test_an_id_is_the_same_in_every_show_and_differs_by_what_it_says() -> None:
    assert PRICE.id == "f" + PRICE.id[1:]
    assert len(PRICE.id) == 7
    assert PRICE.id == Finding("出典", "値段は4万円なのだ。", "4万円").id
    others = [Finding("長さ", PRICE.text, "4万円"), Finding("出典", PRICE.text, "5万円")]
    assert PRICE.id not in [other.id for other in others]


def test_a_row_is_read_back() -> None:
    odd = Finding("出典", "二行に\nまたがる\t文", "")
    again = read_finding(odd.row())
    assert again == Finding("出典", "二行に またがる 文", "")
    assert again.id == odd.id
    assert read_finding("f12ab34 ちがう形") is None


def test_what_still_holds() -> None:
    script = Script("題", "2024-10-17", "zundamon", segments=(
        Segment("story", "話", (Line("値段は4万円なのだ。", "ずんだもん"),)),
    ))  # fmt: skip
    gone = Finding(GONE, "原稿はプログラムがまとめて、声は合成音声なのだ", "なくなった")
    lost = Finding("出典", "もうない文なのだ。", "5万円")
    rows = [one.row() for one in (PRICE, lost, gone, PRICE)]
    assert standing(rows, script, ()) == (PRICE.row(), gone.row())
    assert standing(rows, script, (PRICE.id,)) == (gone.row(),)
