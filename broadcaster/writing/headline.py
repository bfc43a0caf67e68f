"""What a story is called on air: a noun phrase of at most 15 morae, cut from its title.

A title that gives none is replaced by the name it is about, 「会社か製品の名前」の話題.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences, words
from broadcaster.writing.choosing import HARD_TO_HEAR, likely_leads
from broadcaster.writing.material import material

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.nouns import Article
    from broadcaster.writing.measure import Ruler

MOST_MORAE: Final = 15
_LEAST_MORAE: Final = 3

_OUTLET: Final = re.compile(r"\s*[|｜].*\Z|\s+[-–—]\s+[^-–—]{1,30}\Z")
_LABEL: Final = re.compile(r"【[^】]{0,40}】|\[[^\]]{0,40}\]|[（(][^）)]{0,60}[）)]")
_PIECES: Final = re.compile(r"[、。：:!！?？…\s　]+(?=[^A-Za-z0-9])|[、。：:!！?？…　]+")
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龠々]")
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
    "ライブラリー",
))  # fmt: skip
"""Words for kinds of things, which name none of them."""
_NAMED: Final = re.compile(r"[一-龠々ァ-ヴーA-Za-z0-9]{1,12}(「[^「」]{2,16}」)")
_FILE_NAME: Final = re.compile(r"[\w.-]*\d[\w.-]*\Z", re.ASCII)
_PARTS: Final = ("名詞", "接頭詞", "フィラー", "連体詞")
_TEXT_LOOKED_AT: Final = 2000
_PARAGRAPHS_LOOKED_AT: Final = 5
_ENDS_AS_SENTENCE: Final = re.compile(r"(?:ます|です|した|った|いる|ある|する|だ)\Z")
_MOST_NAMES: Final = 60
_EARLY: Final = 200


@dataclass(frozen=True, slots=True)
class Topic:
    """label: the story's name in 「…の話」. headline: what the opening and the chapters say."""

    label: str
    headline: str


def topic(article: Article, ruler: Ruler) -> Topic:
    """The story's name tag, both forms."""
    title = "" if _is_a_sentence_of(article) else _bare_title(article.title)
    for phrase in _phrases_of(title):
        if _LEAST_MORAE <= ruler.morae(phrase) <= MOST_MORAE and _says_enough(phrase):
            return Topic(phrase, f"{phrase}の話題" if _is_bare(phrase, title) else phrase)
    name = _name_of(article, title)
    return Topic(name, f"{name}の話題") if name else Topic("今日のニュース", "今日のニュース")


def _is_bare(phrase: str, title: str) -> bool:
    """Whether it only says who: a name, or the doer before the title's first 、."""
    doer = "「" not in phrase and title.startswith((phrase + "、", phrase + " "))
    return doer or bool(_NAME.fullmatch(phrase))


def names_in(text: str) -> tuple[str, ...]:
    """Latin and katakana names, the most frequent first, ties in order of appearance.

    A name that stands inside others (Mistral in Mistral-medium) counts there too.
    """
    found = dict.fromkeys(name.strip("・") for name in _NAME.findall(text))
    names = [name for name in found if len(name) > 1 and name not in _KINDS][:_MOST_NAMES]
    early = text[:_EARLY]
    return tuple(sorted(names, key=lambda name: -text.count(name) - 3 * (name in early)))


def first_name_in(text: str) -> str:
    """Who did it, as a rule: the title's first phrase if it is a noun, else its first name."""
    title = _bare_title(text)
    first = _PIECES.split(title, maxsplit=1)[0]
    doer = next((thing for thing, particle in _chunks(first) if particle in ("が", "は")), first)
    if doer != title and _is_noun_phrase(doer):
        return doer
    return next((name for name in _NAME.findall(title) if name not in _KINDS), "")


def is_foreign(title: str) -> bool:
    """Whether a title has letters but nothing Japanese in it."""
    return bool(re.search(r"[^\W\d_]", title)) and not _JAPANESE.search(title)


def _is_a_sentence_of(article: Article) -> bool:
    """Whether the title was never one: a sentence of the text was taken for want of a better."""
    title = article.title.strip(" 　。")
    opening = "".join(one.text for one in article.paragraphs[:_PARAGRAPHS_LOOKED_AT])
    return bool(_ENDS_AS_SENTENCE.search(title)) and title in opening[:_TEXT_LOOKED_AT]


def _name_of(article: Article, title: str) -> str:
    """A name of the title; else of the sentence that the story is likely to begin with."""
    if _FILE_NAME.match(title) or _is_foreign_sentence(title):
        title = ""
    whole = " ".join(paragraph.text for paragraph in article.paragraphs)[:_TEXT_LOOKED_AT]
    found = (names_in(title), _names_of_the_lead(article), names_in(whole), _nouns_in(whole))
    return next(chain.from_iterable(found), article.publisher)


def _names_of_the_lead(article: Article) -> Iterator[str]:
    leads = likely_leads(material(article, article.published), lambda _: False)
    lead = next((one for one in leads if one.guess <= HARD_TO_HEAR), None)
    yield from names_in(lead.said) if lead else ()


def _is_foreign_sentence(title: str) -> bool:
    return is_foreign(title) and " " in title


def _nouns_in(body: str) -> Iterator[str]:
    """Who does something in the first sentence; else its first noun."""
    first = sentences(body)[0] if body else ""
    chunks = _chunks(first)
    yield from (thing for thing, particle in chunks if particle in ("が", "は"))
    yield from (thing for thing, _ in chunks)


# ── noun phrases of a title ──────────────────────────────────────────────────────────────


def _bare_title(title: str) -> str:
    if is_foreign(title) or _FILE_NAME.match(title):
        return ""
    return _LABEL.sub("", _OUTLET.sub("", title)).strip(" 　。")


def _phrases_of(title: str) -> Iterator[str]:
    """Noun phrases that may stand for the title, the most telling first."""
    if not title:
        return
    pieces = [piece for piece in _PIECES.split(title) if piece]
    if _is_noun_phrase(title):
        yield title
    yield from _with_a_name_in_quotes(title)
    if len(pieces) > 1:
        yield from (_subject_and_object(pieces[0], rest) for rest in pieces[1:])
    yield from (piece for piece in pieces[1:] if _is_noun_phrase(piece))
    for piece in reversed(pieces):
        yield from _inside(piece)


def _with_a_name_in_quotes(title: str) -> Iterator[str]:
    """翻訳イヤホン「まめつう」, or 「まめつう」 alone where that is too long."""
    found = _NAMED.search(title)
    if found:
        yield from (found[0], found[1])


def _subject_and_object(subject: str, rest: str) -> str:
    """ミストラルAI、新しい言語モデルを2つ発表 → ミストラルAIの新しい言語モデル."""
    things = [text for text, particle in _chunks(rest) if particle == "を"]
    return f"{subject}の{things[-1]}" if things and _is_noun_phrase(subject) else ""


def _inside(piece: str) -> Iterator[str]:
    """What the piece is about: its last noun, or what is done to the last object."""
    chunks = _chunks(piece)
    if not chunks:
        return
    head = chunks[-1][0] if chunks[-1][1] == "" and not _is_act(chunks[-1][0]) else ""
    if head:
        yield from (head, _shorter(head))
        return
    doers = [
        text
        for text, particle in chunks
        if particle in ("が", "は") and not piece.endswith(text + particle)
    ]
    things = [text for text, particle in chunks if particle == "を" and not text[0].isdigit()][-1:]
    for thing in things:
        yield from (f"{doer}の{thing}" for doer in doers)
        if chunks[-1][1] == "":
            yield f"{thing}の{words(chunks[-1][0])[-1].surface}"
        yield from (thing, _shorter(thing))
    if not things:
        yield from doers  # 新しい工場が完成 → 新しい工場


def _chunks(text: str) -> list[tuple[str, str]]:
    """Noun phrases of a text, each with the particle after it; other words part them."""
    found: list[tuple[str, str]] = []
    start: int | None = None
    end = 0
    for word in words(text):
        if start is not None and word.pos == "助詞" and word.surface in ("を", "が", "は"):
            found.append((text[start:end], word.surface))
            start = None
        elif _belongs(word):
            start = word.start if start is None else start
            end = word.end
        else:
            start = None
    if start is not None:
        found.append((text[start:end], ""))
    return [(chunk, particle) for chunk, particle in found if _is_noun_phrase(chunk)]


def _belongs(word: Word) -> bool:
    return (
        word.pos in _PARTS
        or (word.pos == "形容詞" and word.cform == "基本形")
        or (word.surface in ("の", "な") and word.pos in ("助詞", "助動詞"))
        or (word.pos == "記号" and word.pos1 in ("アルファベット", "括弧開", "括弧閉"))
        or word.surface in ("-", "・", "「", "」")
    )


def _is_noun_phrase(text: str) -> bool:
    found = words(text)
    return (
        bool(found)
        and text.count("「") == text.count("」")
        and all(map(_belongs, found))
        and _may_end(found)
    )


def _says_enough(text: str) -> bool:
    """A name, or two nouns: 新たな基準 by itself could be anything."""
    if names_in(text) or "「" in text:
        return True
    return sum(word.pos == "名詞" and word.pos1 != "形容動詞語幹" for word in words(text)) > 1


def _may_end(found: Sequence[Word]) -> bool:
    return found[-1].pos in ("名詞", "フィラー", "記号") and found[0].surface not in ("の", "な")


def _is_act(text: str) -> bool:
    """発表, 2つ発表: what is done, perhaps counted."""
    found = words(text)
    return found[-1].pos1 == "サ変接続" and (len(found) == 1 or text[0].isdigit())


def _shorter(text: str) -> str:
    """A long noun phrase without what describes it: 速い画像生成モデル → 画像生成モデル."""
    found = words(text)
    cuts = [word.end for word in found if word.surface in ("の", "な") or word.pos == "形容詞"]
    return text[cuts[0] :].strip() if cuts else ""
