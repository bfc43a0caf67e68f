"""Text that every format can hold: what is taken out before anything is escaped.

The formats agree on XML 1.0's Char production (section 2.2), the narrowest of them; NUL would
also end an ID3 string and lone surrogates cannot be written as UTF-8.
"""

from __future__ import annotations

import re
from urllib.parse import quote

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Everything str.splitlines() breaks at: readers of captions and feeds differ in which they honour.
_BREAKS = re.compile("[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# RFC 3986 reserved and unreserved characters, and "%" because the address may be quoted already.
_ADDRESS = ":/?#[]@!$&'()*+,;=-._~%"


def printable(text: str) -> str:
    """The text without characters that no format of ours can hold; line breaks become LF."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """The printable text on one line: breaks become a space, spaces at the edges go."""
    return printable(_BREAKS.sub(" ", text)).strip()


def address(url: str) -> str:
    """The URL in plain ASCII, or "" when it is not one a reader should follow.

    Only http and https pass: a `javascript:` or `file:` link of an article never reaches a page.
    """
    line = one_line(url)
    if not line.lower().startswith(("http://", "https://")):
        return ""
    return quote(line, safe=_ADDRESS)
