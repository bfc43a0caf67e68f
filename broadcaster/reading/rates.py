"""Rates behind a slash: $20/月 is 1か月あたり20ドル, 1,024トークン/秒 is 毎秒1,024トークン."""

from __future__ import annotations

import re

from broadcaster.reading.figures import NUMBER

_CURRENCIES = {"$": "ドル", "US$": "ドル", "€": "ユーロ", "£": "ポンド", "¥": "円"}
_PER = {
    "秒": "毎秒", "sec": "毎秒", "分": "毎分", "min": "毎分",
    **dict.fromkeys(("時間", "時", "hour", "hr", "h"), "1時間あたり"),
    **dict.fromkeys(("日", "day"), "イチニチあたり"),
    **dict.fromkeys(("週", "week"), "1週間あたり"),
    **dict.fromkeys(("月", "month", "mo"), "1か月あたり"),
    **dict.fromkeys(("年", "year", "yr"), "1年あたり"),
    **dict.fromkeys(("人", "ユーザー", "user", "seat"), "1人あたり"),
    "回": "1回あたり", "件": "1件あたり", "枚": "1枚あたり", "本": "1本あたり", "台": "1台あたり",
}  # fmt: skip
_TOKENS = "(?:tokens?|トークン)"
RATE = re.compile(
    rf"(?P<sign>US\$|[$€£¥])? ?(?P<figure>{NUMBER})(?P<scale>[百千万億兆]{{0,2}})"
    "(?P<unit>米?ドル|円|ユーロ|ポンド|セント|トークン|回|枚|件|リクエスト)? ?/ ?"
    f"(?:(?P<million>(?:1 ?)?(?:M|million) ?{_TOKENS}|100万トークン)"
    f"|(?P<thousand>(?:1 ?)?[Kk] ?{_TOKENS}|1,?000トークン)"
    f"|(?P<per>{'|'.join(sorted(_PER, key=lambda per: (-len(per), per)))}))(?![A-Za-z0-9])"
)


def rate(match: re.Match[str]) -> tuple[int, str] | None:
    """How much for how many: the measure goes before the sum, as it is said."""
    unit = match["unit"] or _CURRENCIES.get(match["sign"] or "", "")
    if not unit:
        return None
    said = match["figure"] + match["scale"] + unit
    if match["million"] or match["thousand"]:
        return match.end(), f"{'100万' if match['million'] else '1000'}トークンあたり{said}"
    return match.end(), _PER[match["per"]] + said
