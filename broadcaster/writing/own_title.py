"""The title a source gave its story, without what is not part of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import sentences

if TYPE_CHECKING:
    from broadcaster.nouns import Article

_OUTLET: Final = re.compile(r"\s*[|｜].*\Z|\s+[-–—]\s+[^-–—]{1,30}\Z")
_LABEL: Final = re.compile(r"【[^】]{0,40}】|\[[^\]]{0,40}\]|[（(][^）)]{0,60}[）)]")
_FIELD: Final = re.compile(r"\A(?:タイトル|件名|題名)[:：]\s*|\s*(?:投稿者|名前)[:：].{0,60}\Z")
"""What a forum writes around a title: タイトル: … 投稿者: …"""

_FILE_NAME: Final = re.compile(r"[\w.-]*\d[\w.-]*\Z", re.ASCII)
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶ一-龠々]")
_KANA: Final = re.compile(r"[ぁ-んァ-ヶ]")
_ENDS_AS_SENTENCE: Final = re.compile(r"(?:ます|です|した|った|いる|ある|する|だ)\Z")
_LEAST_CUT: Final = 10
"""Characters from which a title that a sentence begins with was cut from that sentence."""

_TEXT_LOOKED_AT: Final = 2000
_PARAGRAPHS_LOOKED_AT: Final = 5


def own_title(article: Article) -> str:
    """Its title; empty where a sentence of the text, or the start of one, stands for it."""
    title = article.title.strip(" 　。.…")
    if _FILE_NAME.match(title):
        return ""
    opening = "".join(one.text + "\n" for one in article.paragraphs[:_PARAGRAPHS_LOOKED_AT])
    told = [sentence.strip(" 　。.\n") for sentence in sentences(opening[:_TEXT_LOOKED_AT])]
    if _ENDS_AS_SENTENCE.search(title) and any(title in sentence for sentence in told):
        return ""
    cut = len(title) >= _LEAST_CUT and any(one.startswith(title) and one != title for one in told)
    whole = is_foreign(title) and any(one == title for one in told) and len(title.split()) > 1
    return "" if cut or whole else article.title.strip()


def bare_title(title: str) -> str:
    """A Japanese title without 【速報】, brackets, outlet and poster; empty for any other."""
    if is_foreign(title) or _FILE_NAME.match(title):
        return ""
    return _LABEL.sub("", _OUTLET.sub("", _FIELD.sub("", title))).strip(" 　。")


def is_foreign(title: str) -> bool:
    """Whether a title has letters but nothing Japanese in it."""
    return bool(re.search(r"[^\W\d_]", title)) and not _JAPANESE.search(title)


def is_japanese_text(article: Article) -> bool:
    """Whether anything of the body is written in kana."""
    return any(_KANA.search(paragraph.text) for paragraph in article.paragraphs)
