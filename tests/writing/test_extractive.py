"""The writer without a model: what it takes, what it leaves, and where it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from broadcaster.nouns import Article, Line
from broadcaster.writing.extractive import Extractive
from broadcaster.writing.fitness import for_the_ear, leans_on_predecessor, unfit
from broadcaster.writing.measure import Ruler
from broadcaster.writing.splitting import halves
from tests.writing.news import TRANSLATOR, ZUNDAMON, article, as_written, plans, show

RULER: Final = Ruler(as_written)
SEEDS: Final = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"


def _told(one: Article, seconds: float = 60.0) -> list[Line]:
    return list(Extractive(ZUNDAMON, RULER).write(plans(one, seconds=seconds)[0], show()))


def _texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


def test_facts_in_source_order_and_register() -> None:
    assert _texts(_told(TRANSLATOR)) == [
        "つくば翻訳研究所が、小さな翻訳モデルを公開したのだ。",
        "大きさは、これまでの10分の1なのだ。",
        "家庭のパソコンでも動かせるのだ。",
        "しかし、使えるのは研究の目的に限られるのだ。",
        "翻訳の精度は公開されていないのだ。",
    ]


def test_every_line_points_at_its_sentence() -> None:
    for line in _told(TRANSLATOR):
        text = TRANSLATOR.paragraphs[line.source.paragraph].text
        sentence = text[line.source.start : line.source.end]
        assert sentence.endswith("。")
        assert line.text[:8] == sentence[:8]


def test_seconds_are_met_and_the_first_fact_always_told() -> None:
    for seconds in (1.0, 12.0, 20.0, 30.0):
        lines = _told(TRANSLATOR, seconds)
        taken = sum(RULER.seconds(line.text) for line in lines)
        assert taken <= seconds or len(lines) == 1
    assert _texts(_told(TRANSLATOR, 1.0)) == [
        "つくば翻訳研究所が、小さな翻訳モデルを公開したのだ。"
    ]


def test_background_before_the_news_is_left_out() -> None:
    one = article(
        "つくば研究所、辞書を公開", "辞書づくりには長い歴史がある。つくば研究所が、辞書を公開した。"
    )
    assert _texts(_told(one))[0] == "つくば研究所が、辞書を公開したのだ。"


def test_a_leaning_sentence_comes_only_after_its_predecessor() -> None:
    one = article(
        "", "昨日、私たちは声を聞きました。この声は大きく、遠くまで届きます。雨が降りました。"
    )
    assert _texts(_told(one)) == ["雨が降ったのだ。"]


def test_headings_and_comments_are_not_told() -> None:
    assert _told(article("題", "見出しだけ")) == []


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("私たちは新しいモデルを公開しました。", "not ours to say"),
        ("筆者はこれを試しました。", "not ours to say"),
        ("会社は先月、工場を閉じました。", "relative date"),
        ("翌日、会社は値段を下げました。", "relative date"),
        ("下記のとおり、値段は下がりました。", "points at the page"),
        ("くわしくは https://example.com にあります。", "cannot be spoken"),
        ("本当に値段は下がるのでしょうか。", "asks or wishes"),
        ("ぜひ読んでみてください。", "asks or wishes"),
        ("見出しのような文", "no sentence"),
        ("会社は「値段を下げました。", "open bracket"),
        ("The model は fast and small です。", "not Japanese"),
        ("3人と4人と5人が来ました。", "too dense"),
        ("新しいスキル、新しいクラス。", "no subject"),
        ("雨だ。", "no subject"),
        ("雨がね。", "asks or wishes"),
        (f"会社は{'とても' * 20}大きな工場を作りました。", "length"),
    ],
)
def test_unfit(sentence: str, why: str) -> None:
    assert unfit(for_the_ear(sentence), RULER) == why


@pytest.mark.parametrize(
    "sentence",
    [
        "会社は工場を閉じました。",
        "私立の学校が、新しい授業を始めました。",
        "Mistral 7BはLlama 2の13Bを上回りました。",
        "来店者は、およそ300人でした。",
        "会社は10月16日、小型のモデルを2つ発表しました。",
        "値段は、100万トークンあたり3Bが4セント、8Bが10セントです。",
        "名前は「Ministral 3B」と「Ministral 8B」です。",
        "120億に対して、大きさは20分の1になります。",
    ],
)
def test_fit(sentence: str) -> None:
    assert unfit(for_the_ear(sentence), RULER) == ""


def test_for_the_ear() -> None:
    assert (
        for_the_ear("大規模言語モデル（LLM）を 公開 しました。 ")
        == "大規模言語モデルを公開しました。"
    )
    assert for_the_ear("今週月曜日、会社がモデルを出した。") == "会社がモデルを出した。"
    assert for_the_ear("去年、会社がモデルを出した。") == "去年、会社がモデルを出した。"


def test_leaning() -> None:
    assert leans_on_predecessor("しかし、値段は高い。")
    assert leans_on_predecessor("通常、この方法は速い。")
    assert not leans_on_predecessor("会社は、この方法を選んだ。")


def test_a_long_sentence_is_parted_at_its_joint() -> None:
    sentence = "会社は新しい工場を作りましたが、古い工場も残しています。"
    cut = halves(sentence)
    assert cut is not None
    assert (sentence[: cut[0]], sentence[cut[1] :]) == (
        "会社は新しい工場を作りました",
        "古い工場も残しています。",
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "工場は大きいが、値段は高いと述べた。",
        "工場は大きいが、遅いことが示された。",
        "工場は「大きいが、遅い」建物だ。",
        "工場が、とても大きい。",
    ],
)
def test_a_report_or_quotation_is_never_parted(sentence: str) -> None:
    assert halves(sentence) is None


def test_long_sentences_become_two_lines() -> None:
    long = (
        "会社は海の近くにとても新しくて大きな工場をいくつも作りましたが、"
        "山の近くの古い工場も全部そのまま残しています。"
    )
    assert _texts(_told(article("", long))) == [
        "会社は海の近くにとても新しくて大きな工場をいくつも作ったのだ。",
        "山の近くの古い工場も全部そのまま残しているのだ。",
    ]


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared seeds are not here")
@pytest.mark.parametrize("seed", ["001", "002", "004"])
def test_seeds(seed: str) -> None:
    text = next(SEEDS.glob(f"{seed}_*")).read_text(encoding="utf-8")
    text = re.sub(r"\d\d:\d\d\.\d{3} --> \d\d:\d\d\.\d{3}|WEBVTT", "", text)
    lines = _told(article("", text), 80.0)
    assert lines
    for line in lines:
        assert RULER.morae(line.text) <= 60
        assert not any(word in line.text for word in ("私", "今週", "昨日", "です。", "ます。"))


def test_twenty_thousand_sentences_alike() -> None:
    text = "\n".join(f"会社は{n}番目の工場を作りました。" for n in range(20_000))
    assert _texts(_told(article("", text))) == ["会社は0番目の工場を作ったのだ。"], "told once"


def test_what_only_joins_goes_with_what_it_joined() -> None:
    one = article(
        "", "昨日、私たちは声を聞きました。そして、雨がやみました。しかし、風は残りました。"
    )
    assert _texts(_told(one)) == ["雨がやんだのだ。", "しかし、風は残ったのだ。"]


def test_a_sentence_at_the_limit_ends_in_its_noun() -> None:
    at_limit = f"会社がつくったのは、{'とても' * 13}大きな大工場だ。"
    assert RULER.morae(at_limit) == 60
    assert _texts(_told(article("", at_limit))) == [at_limit.replace("だ。", "。")]
