"""A model's own katakana, held against the article's Latin names."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Line, Paragraph, Segment, Source
from broadcaster.programme import Character, Lexicon, LexiconRow
from broadcaster.reading import pronouncer, read_script
from broadcaster.reading.respelling import RULE, Names, latin_names

HOST = Character("metan", "四国めたん", "シコクメタン")


def names(text: str) -> Names:
    return Names(Article("a1", "題", (Paragraph(text),)), pronouncer(Lexicon()))


@pytest.mark.parametrize(
    ("text", "article", "found"),
    [
        ("新型のミンストラルが出た", "Ministralを発表", [("ミンストラル", "ミニストラル")]),
        ("ハギンフェイスの記事", "Hugging Faceは", [("ハギンフェイス", "ハギングフェイス")]),
        ("アンスロピックが", "Anthropicが", [("アンスロピック", "アンソロピック")]),
        ("ミニストラルが出た", "Ministralを発表", []),
        ("ミストラルが出した", "Ministralを発表", []),
        ("テレビのモデルだ", "Medalを取った", []),
        ("パイトーチを使う", "TensorFlowだけ", []),
        ("インスタグラマーに聞く", "Instagramのインスタグラマー", []),
        ("トークナイザが要る", "a tokenizer for it", []),
    ],
)
def test_a_near_miss_is_found(text: str, article: str, found: list[tuple[str, str]]) -> None:
    made = names(article).misspelt(text)
    assert [(text[one.start : one.end], one.reading) for one in made] == found


def test_names_of_an_article() -> None:
    assert latin_names("Mistral AIはHugging FaceでMinistralを run") == (
        "Mistral AI", "Mistral", "Hugging Face", "Hugging", "Face", "Ministral",
    )  # fmt: skip


def spoken(text: str, article: Article, lexicon: Lexicon, told: str) -> tuple[str, list[str]]:
    line = Line(text, "四国めたん", source=Source(told))
    (made,) = read_script([Segment("story", "題", (line,))], HOST, lexicon, articles=(article,))
    assert made.display == text
    rules = [made.display[span.start : span.end] for span in made.spans if span.rule == RULE]
    return made.reading, rules


def test_only_the_reading_of_lines_that_tell_the_article_changes() -> None:
    article = Article("a1", "Ministral登場", (Paragraph("MistralがMinistralを出した。"),))
    text = "新型のミンストラルと米ミンストラル3B。"
    assert spoken(text, article, Lexicon(), "a1") == (
        "新型のミニストラルとベーミニストラル3ビー。", ["ミンストラル", "ミンストラル"],
    )  # fmt: skip
    headline = "続いてはミンストラルの話題。"
    assert spoken(headline, article, Lexicon(), "")[1] == ["ミンストラル"]
    assert spoken(text, article, Lexicon(), "other") == (
        "新型のミンストラルとベーミンストラル3ビー。", [],
    )  # fmt: skip


def test_a_row_of_the_station_goes_first() -> None:
    article = Article("a1", "Ministral", ())
    rows = Lexicon((LexiconRow("ミンストラル", "ミンストラール"),))
    assert spoken("ミンストラルだ", article, rows, "a1") == ("ミンストラールだ", [])
