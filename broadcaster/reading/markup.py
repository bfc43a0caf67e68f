"""HTML that strayed into a line: tags are let go, character references become their characters."""

from __future__ import annotations

import html
import re

_TAGS = (
    "abbr|article|big|blockquote|br|center|del|div|dl|dt|dd|em|figure|font|h[1-6]|hr|img|ins|kbd|li"
    "|mark|ol|section|small|span|strong|strike|sub|sup|table|tbody|td|th|thead|tr|tt|ul"
)
_ONE_LETTER = "[abipqsu]"
_ATTRIBUTES = r"(?:\s[^<>]{0,400})?"
_MARKUP = re.compile(
    r"`[^`\n]{1,400}`"
    rf"|(?P<tag></?(?:{_TAGS}){_ATTRIBUTES}/?>|</{_ONE_LETTER}>"
    rf"|(?<![A-Za-z0-9])<{_ONE_LETTER}{_ATTRIBUTES}>)"
    r"|(?P<reference>&(?:amp|lt|gt|quot|apos|nbsp|hellip|[lr][sd]quo|[mn]dash|#[0-9]{1,6}"
    r"|#[xX][0-9A-Fa-f]{1,5});)"
)


def unmarked(text: str) -> str:
    """<b>重要</b>&amp;緊急 → 重要&緊急; what stands in backquotes is code and stays."""
    return _MARKUP.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    return "" if match["tag"] else html.unescape(match[0]) if match["reference"] else match[0]
