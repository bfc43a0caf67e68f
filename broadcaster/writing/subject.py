"""Who or what an article is about: the names it says often and all through.

A name in passing is none: what counts is in how many sentences it stands, and over how much of
the text they are spread.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.nouns import Article

_NAME: Final = re.compile(
    r"[A-Z][A-Za-z0-9]*(?:[.+-][A-Za-z0-9]+)*(?: (?:[A-Z][A-Za-z0-9]*|[0-9][0-9A-Za-z.]*))*"
    r"|[ァ-ヴー・]{3,20}(?:AI)?"
)
_KINDS: Final = frozenset((
    "AI", "API", "GPU", "CPU", "LLM", "IT", "PC", "OS", "URL", "UI", "ID", "The", "In", "We",
    "モデル", "コード", "データ", "サービス", "ユーザー", "トークン", "システム", "サイズ",
    "スキル", "クラス", "テスト", "ベンチマーク", "パフォーマンス", "メカニズム", "パラメータ",
    "パラメーター", "ニュース", "インターネット", "コンピューター", "アプリ", "ソフトウェア",
    "ツール", "ブロガー", "パイプライン", "コスト", "リリース", "テキスト", "ライブラリ",
    "バージョン", "プログラム", "オープンソース", "スタートアップ", "レベル", "ローエンド",
    "ライブラリー", "テクニック", "フロンティアモデル", "ストリーミング", "ボックス",
    "スマートフォン", "パソコン", "ロボット", "カメラ", "センサー", "バッテリー", "メートル",
    "キロメートル", "ドル", "ユーロ", "パーセント", "センチメートル", "ページ", "グループ",
    "センチ", "ミリ", "キロ", "グラム", "キログラム", "リットル", "ワット", "ヘクタール", "トン",
    "チーム", "メンバー", "プロジェクト", "イベント", "オンライン", "デジタル", "サイト",
))  # fmt: skip
"""Words for kinds of things, which name none of them."""

_TERM: Final = re.compile(r"[一-龠々ぁ-ん]{0,8}[一-龠々]{2}(?<=.{3})")
_NO_TERM: Final = ("数", "副詞可能", "代名詞", "非自立")
_MOST_NAMES: Final = 60
_EARLY: Final = 200
_LOOKED_AT: Final = 6000
_STRETCHES: Final = 8
_LEAD_SENTENCES: Final = 2
_SAID_AGAIN: Final = 2
_OFTEN: Final = 3
"""Sentences in which a name stands before the text is about it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a name stands in a text: in how many sentences, over how many eighths, how early."""

    name: str
    sentences: int
    stretches: int
    leads: bool

    @property
    def weight(self) -> int:
        """Frequency times spread; twice that for a name of the lead."""
        return self.sentences * self.stretches * (2 if self.leads else 1)


def names_in(text: str) -> tuple[str, ...]:
    """Latin and katakana names, the most frequent first, ties in order of appearance.

    A name that stands inside others (Mistral in Mistral-medium) counts there too.
    """
    found = dict.fromkeys(name.strip("・") for name in _NAME.findall(text))
    names = [name for name in found if len(name) > 1 and name not in _KINDS][:_MOST_NAMES]
    early = text[:_EARLY]
    return tuple(sorted(names, key=lambda name: -text.count(name) - 3 * (name in early)))


def proper_names(title: str) -> Iterator[str]:
    """Names of a title that are surely names: not ソフト of ソフト部門, nor プリンター."""
    proper = {word.surface for word in words(title) if is_proper(word)}
    for name in names_in(title):
        if name in proper or re.search(r"[A-Za-z].*(?<!AI)\Z", name):
            yield name


def subjects(article: Article) -> tuple[Standing, ...]:
    """Names and terms of the body that are more than mentioned, the weightiest first."""
    told = told_sentences(article)
    text = "".join(told)
    found = [standing(name, told) for name in (*names_in(text), *_terms(text))]
    able = [one for one in found if one.sentences >= _OFTEN]
    ranked = sorted(able, key=lambda one: (-one.weight, text.find(one.name)))
    return tuple(dict.fromkeys(_most_exact(one, ranked) for one in ranked))


def _most_exact(one: Standing, others: Sequence[Standing]) -> Standing:
    """Mistral-medium for Mistral, where at least every second Mistral is one."""
    longer = (other for other in others if other.name != one.name and one.name in other.name)
    return next((other for other in longer if 2 * other.sentences >= one.sentences), one)


def told_sentences(article: Article) -> tuple[str, ...]:
    """What the article itself says, sentence by sentence; comments are others' words."""
    body = "\n".join(one.text for one in article.paragraphs if one.kind != "comment")[:_LOOKED_AT]
    return tuple(sentence for sentence in sentences(body) if sentence.strip())


def standing(name: str, told: Sequence[str]) -> Standing:
    """How a name stands among these sentences."""
    places = [at for at, sentence in enumerate(told) if name in sentence]
    stretches = {_STRETCHES * at // max(len(told), _STRETCHES) for at in places}
    return Standing(name, len(places), len(stretches), bool(places) and places[0] < _LEAD_SENTENCES)


def _terms(text: str) -> Iterator[str]:
    """Compounds that are said again (量子化, 霞が浦大学); numbers, times and pronouns are none."""
    runs, end = [""], -1
    for word in words(text):
        counts = word.pos == "名詞" and word.pos1 not in _NO_TERM
        runs[-1:] = (
            [runs[-1] + word.surface]
            if counts and word.start == end
            else [runs[-1], word.surface if counts else ""]
        )
        end = word.end if counts else -1
    often = Counter(run for run in runs if _TERM.fullmatch(run))
    yield from [term for term, times in often.items() if times >= _SAID_AGAIN][:_MOST_NAMES]


def is_proper(word: Word) -> bool:
    """Whether a word is surely somebody's name, and no place's."""
    return word.unknown or (word.pos1 == "固有名詞" and word.pos2 != "地域")
