"""A model's own katakana, held against the article's Latin names."""

from __future__ import annotations

import pytest

from broadcaster.programme import Lexicon
from broadcaster.reading import pronouncer
from broadcaster.reading.respelling import latin_names, respelled

pronounce = pronouncer(Lexicon())


@pytest.mark.parametrize(
    ("text", "article", "found"),
    [
        ("新型のミンストラルが出た", "Ministralを発表", [("ミンストラル", "ミニストラル")]),
        ("ハギンフェイスの記事", "Hugging Faceは", [("ハギンフェイス", "ハギングフェイス")]),
        ("ミニストラルが出た", "Ministralを発表", []),
        ("テレビのモデルだ", "Medalを取った", []),
        ("パイトーチを使う", "TensorFlowだけ", []),
    ],
)
def test_a_near_miss_is_found(text: str, article: str, found: list[tuple[str, str]]) -> None:
    made = respelled(text, latin_names(article), pronounce)
    assert [(text[one.start : one.end], one.reading) for one in made] == found


def test_names_of_an_article() -> None:
    assert latin_names("Mistral AIはHugging FaceでMinistralを") == (
        "Mistral AI", "Mistral", "Hugging Face", "Hugging", "Face", "Ministral",
    )  # fmt: skip
