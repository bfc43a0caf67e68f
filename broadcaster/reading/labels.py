"""URLs, mail addresses, paths and code: shown and said as a label, the original in a note.

The sole place in this room that changes what the eye sees, because nobody wants to hear a URL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from broadcaster.reading.markup import unmarked

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_NOTE = 2000

COMMAND = "番組ノートにあるコマンド"
CODE = "番組ノートにあるコード"
PATH = "番組ノートにあるファイル"
MAIL = "番組ノートにあるメールアドレス"
LINK = "番組ノートにあるリンク"

_SITES = {
    "github.com": "ギットハブ", "huggingface.co": "ハギングフェイス", "hf.co": "ハギングフェイス",
    "arxiv.org": "アーカイブ", "youtube.com": "ユーチューブ", "youtu.be": "ユーチューブ",
    "x.com": "エックス", "twitter.com": "ツイッター", "qiita.com": "キータ", "zenn.dev": "ゼン",
    "note.com": "ノート", "wikipedia.org": "ウィキペディア", "openai.com": "オープンエーアイ",
    "mistral.ai": "ミストラル", "anthropic.com": "アンソロピック", "google.com": "グーグル",
    "pypi.org": "パイピーアイ", "reddit.com": "レディット", "gitlab.com": "ギットラボ",
}  # fmt: skip

_COMMANDS = (
    "pip|pip3|uv|npm|npx|yarn|git|docker|conda|brew|apt|apt-get|curl|wget|python|python3|make|cargo"
    "|go|sudo|ssh|vllm|ollama|ピップ"
)
_VERBS = "install|clone|pull|push|run|add|serve|get|-m"
_URL_CHARS = r"[!#$%&'*+,./:;=?@\[\]A-Z_a-z~0-9-]"
_PATTERN = re.compile(
    r"(?P<block>```[^`]{1,5000}```)"
    r"|(?P<code>`[^`\n]{1,400}`)"
    rf"|(?P<url>(?:https?|ftp|file|git\+https?)://{_URL_CHARS}+)"
    r"|(?P<mail>(?<![\w.+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})"
    rf"|(?P<site>(?<![\w./@-])(?:[A-Za-z0-9-]{{1,63}}\.){{1,4}}"
    rf"(?:com|org|net|io|co|ai|jp|dev|app)/{_URL_CHARS}+)"
    rf"|(?P<command>(?<![\w-])(?:{_COMMANDS}) (?:{_VERBS})"
    r"(?: [!-_a-~]{1,200}){1,12})"
    r"|(?P<path>(?<![\w/.~)])(?:~|\.{1,2})?(?:/[\w.-]{1,80}){2,20}/?)"
    r"|(?P<file>(?<![\w/.-])[\w-]{1,80}(?:/[\w.-]{1,80}){1,20}\.[a-z]{1,5}(?![\w/]))"
    r"|(?P<drive>(?<!\w)[A-Za-z]:\\[!-~]{1,200})"
    r"|(?P<digits>[0-9]{41,})|(?P<blob>[A-Za-z0-9][A-Za-z0-9+/=_]{59,})",
    re.ASCII,
)
_IS_COMMAND = re.compile(rf"(?:[$>] ?)?(?:{_COMMANDS})\s")
_NAME = re.compile(r"[A-Za-z0-9_.+#-]{1,32}")


@dataclass(frozen=True, slots=True)
class Note:
    """display[start:end] is a label that stands for `original`."""

    start: int
    end: int
    original: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A text as it is shown, and what its labels stand for."""

    display: str
    notes: tuple[Note, ...] = ()


def labelled(text: str) -> Labelled:
    """The text with its URLs, addresses, paths and code replaced by what a person would say.

    Stray HTML goes; control characters become spaces: no sink of ours can carry them.
    """
    text = _CONTROL.sub(" ", unmarked(text))
    shown: list[str] = []
    notes: list[Note] = []
    at = length = 0
    for match in _PATTERN.finditer(text):
        original = match[0]
        label = _LABELS[match.lastgroup or "url"](original)
        kept = _trailing(original) if match.lastgroup in ("url", "site", "command") else ""
        shown += [text[at : match.start()], label, kept]
        length += match.start() - at
        if label and label != original.strip("`").strip():
            stands_for = original.removesuffix(kept).strip("`")[:LONGEST_NOTE]
            notes.append(Note(length, length + len(label), stands_for))
        length += len(label) + len(kept)
        at = match.end()
    shown.append(text[at:])
    return Labelled("".join(shown), tuple(notes))


_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u2028\\u2029]")


def _trailing(original: str) -> str:
    """Punctuation that ends the sentence, not the URL."""
    return original[len(original.rstrip(".,;:!?'])")) :]


def _link(original: str) -> str:
    host = re.sub(r"^[a-z+]+://", "", original).split("/")[0].split(":")[0].lower()
    for site, name in _SITES.items():
        if host == site or host.endswith("." + site):
            return name + "のリンク"
    return LINK


def _code(original: str) -> str:
    """A short name stays a name; more is a command or code."""
    inside = original.strip("`").strip()
    if _IS_COMMAND.match(inside):
        return COMMAND
    if not inside or _NAME.fullmatch(inside) or (_is_prose(inside) and "://" not in inside):
        return inside
    return CODE


def _is_prose(text: str) -> bool:
    return any("ぁ" <= char <= "鿿" for char in text) and not any(
        char in "(){};=<>" for char in text
    )


def _always(label: str) -> Callable[[str], str]:
    return lambda _: label


_LABELS: dict[str, Callable[[str], str]] = {
    "block": _always(CODE),
    "code": _code,
    "url": _link,
    "site": _link,
    "mail": _always(MAIL),
    "command": _always(COMMAND),
    "path": _always(PATH),
    "file": _always(PATH),
    "drive": _always(PATH),
    "digits": _always("長い数字"),
    "blob": _always("長い文字列"),
}
