"""Which katakana are ordinary words."""

from __future__ import annotations

import pytest

from broadcaster.writing.facts.naming.loanwords import everyday, rival, titled


@pytest.mark.parametrize(
    "run",
    ["ホットドリンク", "パシャッ", "レビュアー", "コロコロ", "ドライバー", "プレゼンテーション"],
)
def test_ordinary(run: str) -> None:
    assert everyday(run)


@pytest.mark.parametrize(
    "run", ["コロンビア", "ベルリン", "ブライトウォーター", "ホフマイスター", "ラークスパー"]
)
def test_names(run: str) -> None:
    assert not everyday(run)


def test_a_title_makes_a_name_but_not_of_what_anybody_may_be() -> None:
    assert titled("カルデラさん", "カルデラ", 4)
    assert not titled("ドライバーさん", "ドライバー", 5)


def test_rival() -> None:
    assert rival("ハヤテロボティクス", ("ツバメロボティクス", "サービス")) == "ツバメロボティクス"
    assert rival("ホットドリンク", ("ウェザーリンク",)) == ""
