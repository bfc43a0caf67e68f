"""Which language a title or a text is written in, and what it is called on air."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import is_chinese
from broadcaster.writing.own_title import is_foreign
from broadcaster.writing.subject import told_sentences

if TYPE_CHECKING:
    from broadcaster.nouns import Article

_LANGUAGES: Final = {
    "en": "英語",
    "fr": "フランス語", "de": "ドイツ語", "es": "スペイン語", "it": "イタリア語",
    "pt": "ポルトガル語", "nl": "オランダ語",
}  # fmt: skip
_GIVEAWAYS: Final = {
    "en": ("the", "of", "and", "to", "for", "in", "with", "is", "are", "how", "what", "why", "a",
           "an", "on", "from", "by", "new", "at", "your", "we", "its", "how"),
    "fr": ("le", "la", "les", "des", "du", "un", "une", "et", "pour", "avec", "dans", "sur", "est",
           "où", "aux", "nos", "au", "l", "d"),
    "de": ("der", "das", "und", "für", "mit", "ein", "eine", "auf", "ist", "wie", "zum", "neue"),
    "es": ("el", "los", "las", "y", "para", "una", "del", "más", "nuevo", "cómo"),
    "it": ("il", "gli", "della", "di", "una", "che", "nuovo", "è"),
    "pt": ("da", "para", "uma", "com", "não", "novo", "dos"),
    "nl": ("het", "een", "van", "voor", "nieuwe"),
}  # fmt: skip
"""Small words that give a language away; those that English has too (die, do, os) are left out."""

_ELSEWHERE: Final = {"zh": "中国語", "ko": "韓国語", "ru": "ロシア語", "uk": "ウクライナ語"}
_HANGUL: Final = re.compile(r"[가-힣]")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶ]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_SAYABLE: Final = re.compile(
    r"[\x00-\u036f\u1e00-\u1eff\u2000-\u206f\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]+"
)
UNKNOWN: Final = "外国語"
_SLIP: Final = 1
"""Small words by which a language must lead before what the source says of itself is doubted."""

_HEAD: Final = 3
"""Sentences that are enough to tell a language."""


def language_name(code: str) -> str:
    """What the language is called on air; 外国語 for one we do not know."""
    return _LANGUAGES.get(code) or _ELSEWHERE.get(code, UNKNOWN)


def is_sayable(name: str) -> bool:
    """Whether a Japanese host can say a name: in Latin letters, kana, or kanji that we have too."""
    return bool(_SAYABLE.fullmatch(name)) and not is_chinese(name)


def title_language(article: Article) -> str:
    """ja for a title with anything Japanese in it; else its language, "" where it does not show."""
    title = article.title
    if not is_foreign(title):
        chinese = article.language.startswith("zh") and not _KANA.search(title)
        return "zh" if chinese else "ja"
    return _foreign_language(title, article.language)


def text_language(article: Article) -> str:
    """The language of a foreign article, by its title and its first sentences."""
    head = " ".join((article.title, *told_sentences(article)[:_HEAD]))
    return "zh" if article.language.startswith("zh") else _foreign_language(head, article.language)


def _foreign_language(text: str, declared: str) -> str:
    """By its letters, then by its small words, then as it was declared."""
    if not _LATIN.search(text):
        korean = "ko" if _HANGUL.search(text) else ""
        return korean or (declared if declared in _ELSEWHERE else "")
    words = [
        word for word in re.findall(r"[^\W\d_]+", text) if len(word) == 1 or not word.isupper()
    ]
    found = [word.lower() for word in words]
    hits = {code: sum(word in some for word in found) for code, some in _GIVEAWAYS.items()}
    best = max(sorted(hits), key=lambda code: (hits[code], code == declared, code == "en"))
    if declared in hits and hits[best] <= hits[declared] + _SLIP:
        return declared
    if hits[best]:
        return best
    if declared in _LANGUAGES:
        return declared
    return "en" if text.isascii() else _accented(text)


def _accented(text: str) -> str:
    """Curly quotes and dashes are English too; accents are not."""
    return "" if any(char.isalpha() and not char.isascii() for char in text) else "en"
