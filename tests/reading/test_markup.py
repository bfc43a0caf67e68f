"""Stray HTML in a line is neither shown nor said; what only looks like it stays."""

from __future__ import annotations

import pytest

from broadcaster.reading.markup import unmarked
from tests.reading.test_performing import utterances_of


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("<b>重要</b>な<br/>発表", "重要な発表"),
        ('<a href="https://x.com/a">リンク</a>と<i>Nature</i>誌', "リンクとNature誌"),
        ("AT&amp;T&#39;s&nbsp;&hellip;", "AT&T's\u00a0…"),
        ("`<div>`と`&amp;`", "`<div>`と`&amp;`"),
        ("a<b>c、x<y、p < 0.05、<html>、R&D;", "a<b>c、x<y、p < 0.05、<html>、R&D;"),
    ],
)
def test_tags_go_and_references_are_what_they_mean(text: str, meant: str) -> None:
    assert unmarked(text) == meant


def test_neither_shown_nor_said() -> None:
    (line,) = utterances_of("<strong>新機能</strong>を<em>発表</em>した。")
    assert line.display == line.reading == "新機能を発表した。"
