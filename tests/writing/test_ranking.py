"""Which sentences stand for the whole."""

from __future__ import annotations

from broadcaster.writing.ranking import centrality, graph, terms

TEXTS = (
    "カスミ研究所が翻訳装置サナを公開した。",
    "サナは翻訳装置としては小さい。",
    "カスミ研究所はサナの翻訳の速さを測った。",
    "庭の池で蛙が鳴いた。",
)


def test_terms_need_no_analyser() -> None:
    assert terms("大規模なモデルGPT-4の大規模") == {"大規": 2, "規模": 2, "モデル": 1, "gpt-4": 1}


def test_what_others_speak_for_ranks_above_what_nobody_does() -> None:
    ranks = centrality(graph(TEXTS))
    assert max(ranks) == 1.0
    assert min(ranks) == ranks[3]


def test_closeness() -> None:
    found = graph((*TEXTS, TEXTS[0]))
    assert abs(found.close[0][4] - 1) < 1e-9
    assert 3 not in found.close[0]
    assert found.close[0][1] == found.close[1][0] > 0.1


def test_repeats() -> None:
    same = [f"カスミ社は{n}番目の工場を北町に作った。" for n in range(5)]
    found = graph((*same, "北町の蛙が鳴いた。"))
    assert found.repeats(0, 1)
    assert not found.repeats(0, 5)


def test_nothing_to_rank() -> None:
    assert centrality(graph(())) == ()
    assert centrality(graph(("。", "！"))) == (1.0, 1.0)
