"""Endings put on katakana, and words made of known ones."""

from __future__ import annotations

import pytest

from broadcaster.reading import endings
from broadcaster.reading.derived import derived
from broadcaster.reading.vocabulary import vocabulary


def known(word: str) -> str:
    return vocabulary().get(word, "")


@pytest.mark.parametrize(
    ("word", "reading"),
    [
        ("robots", "ロボッツ"), ("friends", "フレンズ"), ("sources", "ソーシズ"),
        ("batches", "バッチズ"), ("brushes", "ブラッシズ"), ("prizes", "プライジズ"),
        ("chips", "チップス"), ("companies", "カンパニーズ"), ("loaded", "ローデッド"),
        ("limited", "リミテッド"), ("visited", "ビジテッド"), ("worked", "ワークト"),
        ("designed", "デザインド"), ("carried", "キャリード"), ("running", "ランニング"),
        ("learning", "ラーニング"), ("filtering", "フィルタリング"), ("dressing", "ドレッシング"),
        ("fixing", "フィクシング"), ("cutting", "カッティング"), ("blocker", "ブロッカー"),
        ("quickly", "クイックリー"), ("heavily", "ヘビリー"), ("scalable", "スケーラブル"),
        ("scalability", "スケーラビリティ"), ("robustness", "ロバストネス"),
        ("rebuilding", "リビルディング"), ("overloaded", "オーバーローデッド"),
        ("generational", "ジェネレーショナル"), ("multinational", "マルチナショナル"),
        ("normalised", "ノーマライズド"), ("behaviours", "ビヘイビアズ"),
        ("retraining", "リトレーニング"), ("drastically", "ドラスティカリー"),
        ("possibilities", "ポシビリティーズ"), ("identifiers", "アイデンティファイアズ"),
        ("colorful", "カラフル"), ("properly", "プロパリー"),
        ("touchscreens", "タッチスクリーンズ"), ("microservices", "マイクロサービシズ"),
    ],
)  # fmt: skip
def test_made_of_known_words(word: str, reading: str) -> None:
    assert derived(word, known) == reading


@pytest.mark.parametrize("word", ["mated", "analysis", "thing", "bed", "res", "blorping", "er"])
def test_what_is_not_made_of_known_words(word: str) -> None:
    assert derived(word, lambda stem: "マット" if stem == "mat" else "") == ""


def test_endings_ask_the_spelling_where_the_sound_does_not_tell() -> None:
    assert endings.plural("マンス", "month") == "マンス"
    assert endings.doer("ラン", "run", doubled=True) == "ランナー"
    assert endings.most("スモール", "small") == "スモーレスト"
    assert endings.most("スロー", "slow") == "スローエスト"
    assert endings.doer("ヘルシー", "healthy") == "ヘルシアー"
    assert endings.believer("ズム", "スケプティック", "skeptic") == "スケプティシズム"
    assert endings.believer("スト", "ノベル", "novel") == "ノベリスト"


def test_the_vocabulary_is_sorted_katakana_in_lower_case() -> None:
    words = list(vocabulary())
    assert words == sorted(words)
    assert all(word == word.lower() for word in words)
    assert all("ァ" <= kana <= "ー" for reading in vocabulary().values() for kana in reading)
