"""How moments are written in Japanese and English: one pattern a kind, and the words in them."""

from __future__ import annotations

import re
from typing import Final

ANY: Final = None
WEEKDAYS: Final = "月火水木金土日"
YEARS: Final = {
    "今年": 0, "本年": 0, "ことし": 0, "昨年": -1, "去年": -1, "前の年": -1, "来年": 1,
    "再来年": 2, "一昨年": -2, "おととし": -2,
}  # fmt: skip
MONTHS: Final = {"今月": 0, "先月": -1, "来月": 1, "再来月": 2, "先々月": -2}
WEEKS: Final = {"今週": 0, "先週": -1, "来週": 1, "先々週": -2}
DAYS: Final = {
    "今日": 0, "きょう": 0, "本日": 0, "今朝": 0, "けさ": 0, "今夜": 0, "今晩": 0, "昨日": -1,
    "きのう": -1, "昨夜": -1, "昨晩": -1, "一昨日": -2, "おととい": -2, "明日": 1, "あした": 1,
    "あす": 1, "あさって": 2, "明後日": 2,
}  # fmt: skip
SEASONS: Final = {"春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter"}
EN_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
EN_WEEKDAYS: Final = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
EN_FEW: Final = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
AM: Final = ("午前", "朝", "未明", "けさ", "今朝", "早朝", "a", "A")
PM: Final = ("午後", "夜", "夕方", "昼", "昨夜", "今夜", "p", "P")


def _names(words: object) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))  # type: ignore[call-overload]


_EN_MONTH: Final = (
    r"(?:January|Jan\.?|February|Feb\.?|March|Mar\.|April|Apr\.?|May|June|July|August|Aug\.?|"
    r"September|Sept?\.?|October|Oct\.?|November|Nov\.?|December|Dec\.?)"
)
_EN_YEAR: Final = "(?:last|this|next) year"
_EN_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_LASTING: Final = (
    r"間|以|ほど|程|くらい|ぐらい|分|連続|かけ|目|後|前|も|しか|働|減|増|あた|当た|かか|で[^す発公]|持|保|"
    r"に(?:減(?![便税資])|縮|短[くい縮]|増)|短[くい]|長[くい]|早[くいま]|遅[くいれ]|多[くい]|少な|ぶん|かけ"
)
"""What makes a length of time of days."""

_MORE_DAYS: Final = rf"(?:[、,・〜~～-]\d{{1,2}}){{1,3}}(?:日(?!{_LASTING})|の両日)|の両日"
"""17、18日 and 17、18の両日 are days, all of them."""

_BEHIND_A_DATE: Final = "|".join(
    rf"(?<=月{day}日{on})" for day in (r"\d", r"\d\d") for on in ("と", "、", "・", "から")
)
_NO_DATE: Final = (
    r"(?<!最初の)(?<!はじめの)(?<!初めの)(?<!最後の)(?<!残り)(?<![はが、]あと)(?<!たった)(?<!わずか)(?<!ほんの)(?<!まる)(?<!丸)(?<!のべ)(?<!延べ)(?<!合計)"
    r"(?!(?<=[売始立業用場止生故害災開職院産婚表任効]から)\d{1,2}日(?!ま))"
)
"""たった20日, 発売から20日: as long as that, on no day of a month."""

_KINDS: Final = {
    "full": (
        r"(?<!\d)(?P<fy>(?:19|20)\d\d)年度?"
        r"(?:の?(?P<fs>[春夏秋冬])|の?(?P<fm>\d{1,2})月(?:(?P<fd>\d{1,2})日)?)?(?!間|代)"
    ),
    "yy": (
        r"(?<![\d.約])(?P<y2>\d{2})年(?:(?P<y2m>1[0-2]|0?[1-9])月(?!間)(?:(?P<y2d>\d{1,2})日)?"
        r"|度|の?(?P<y2s>[春夏秋冬])|(?=末|初め|前半|後半|中に))"
    ),
    "later": (
        r"(?<![\d.,約])(?P<y3>\d{2})年(?=[のに、](?!わた|及|亘|[^、。]{0,4}(?:歴史|間|経験|実績|伝統|刑))|ごろ|頃|まで|夏|から(?!\d))"
    ),
    "iso": r"(?<!\d)(?P<iy>(?:19|20)\d\d)[-/](?P<im>\d{1,2})[-/](?P<id>\d{1,2})(?!\d)",
    "ryear": (
        rf"(?P<ry>{_names(YEARS)}|前年(?=の(?:\d{{1,2}}月|[春夏秋冬])))"
        r"(?:の?(?P<rs>[春夏秋冬])|の?(?P<rm>\d{1,2})月(?:(?P<rd>\d{1,2})日)?)?"
    ),
    "ago": r"(?<![\d.])(?P<ag>\d{1,2})年前",
    "season": r"(?<![一-龠])(?P<sy>[今昨来])(?P<ss>[春夏秋冬])",
    "rmonth": rf"(?P<mm>{_names(MONTHS)})(?:の?(?P<md>\d{{1,2}})日)?",
    "rweek": rf"(?P<ww>{_names(WEEKS)})(?:の?(?P<wd>[月火水木金土日])曜?日?)?",
    "clock": (
        rf"(?:(?P<ch>{_names(w for w in (*AM, *PM) if len(w) > 1 or w in '朝夜昼')})の?)?"
        r"(?P<chh>\d{1,2})時(?!間|点|短)(?:(?P<cm>\d{1,2})分|(?P<chalf>半))?"
    ),
    "colon": r"(?<![\d:])(?P<oh>[01]?\d|2[0-3]):(?P<om>[0-5]\d)(?![\d:])",
    "rday": (
        rf"(?=[一-龠])(?:{_names(DAYS)})|"
        # 片づけさせる, 静けさ: kana make a day only behind a particle or at the start of a word.
        rf"(?:(?<![ぁ-ん一-龠])|(?<=[はがをにもでとの]))(?:{_names(DAYS)})(?!せ)"
    ),
    "beside": (
        r"(?<![一-龠])(?P<bj>[前翌])日|\bthe (?:(?P<bw>[pfn])(?:revious|ollowing|ext) day"
        r"|day (?P<bs>[ba])(?:efore|fter)(?= ?[,.;]|$))"
    ),
    "md": rf"(?<![\d.])(?P<a>1[0-2]|0?[1-9])月の?(?P<b>\d{{1,2}})(?:日(?!間)|(?={_MORE_DAYS}))",
    "ms": r"(?<![\d.かカヶヵケ])(?P<m0>1[0-2]|[1-9])(?=[〜~～-](?:1[0-2]|[1-9])月(?!間|号))",
    "m": r"(?<![\d.かカヶヵケ])(?P<m1>1[0-2]|[1-9])月(?!間|号)",
    "d": (
        rf"(?:{_BEHIND_A_DATE})(?P<d2>3[01]|[12]\d|[1-9])日(?!間)|"
        r"(?<![\d.,約数万億千百ぼ続そ均])"
        + _NO_DATE
        + r"(?!1日(?:あたり|当たり|平均|(?:に|約|およそ|最大|最高|最長|合計|計|延べ|のべ)?"
        r"\d[\d,.]{0,8}[万億]?(?!\d|[,.]\d|時(?!間)|月|:)))(?P<d1>3[01]|[12]\d|[1-9])"
        rf"(?:日(?!{_LASTING}|(?:から|[〜~～-])\d{{1,2}}日間)|(?={_MORE_DAYS}))"
    ),
    "wd": r"(?P<w1>[月火水木金土日])曜",
    "noon": r"正午|\bnoon\b",
    "mdy": rf"\b(?P<em>{_EN_MONTH})\s(?P<ed>{_EN_DAY})\b(?!\s?%)(?:,?\s(?P<ey>(?:19|20)\d\d))?",
    "dmy": (
        rf"\b(?P<gd>{_EN_DAY})\s(?:of\s)?(?P<gm>{_EN_MONTH})"
        r"(?:\s(?P<gy>(?:19|20)\d\d))?(?![a-z])"
    ),
    "my": (rf"\b(?P<hm>{_EN_MONTH})(?:,?\s(?P<hy>(?:19|20)\d\d)|(?: of)? (?P<hr>{_EN_YEAR}))\b"),
    "em": (
        rf"\b(?:(?P<jw>last|next|this)\s)?(?P<jm>(?!May|March|Mar){_EN_MONTH})(?![a-z])"
        rf"|\b(?:in|of|since|until|by|to|from|last|next|early|late|mid|between|and)\s(?P<jn>May|March)\b(?!\s\d)"
    ),
    "ewd": rf"\b(?:(?P<kw>last|next|this)\s)?(?P<kd>{'|'.join(w.title() for w in EN_WEEKDAYS)})\b",
    "eseason": (
        r"\b(?P<es>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?: of|,)? "
        rf"(?P<esy>20\d\d|{_EN_YEAR})\b"
    ),
    "eday": (
        r"\b(?P<ld>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Ll]ast night|[Tt]onight|"
        r"[Tt]his morning)\b"
    ),
    "emonth": (
        r"\b(?P<nm>[Ll]ast|[Nn]ext|[Tt]his|[Ee]arlier this|[Ll]ater this)\s"
        r"(?P<nu>month|year|weekend|week|spring|summer|autumn|fall|winter)\b"
    ),
    "eago": (
        rf"\b(?P<ea>a|one|{'|'.join(EN_FEW)}|\d{{1,2}}) (?P<eu>year|month)s? "
        r"(?:ago|earlier|before)\b"
    ),
    "eclock": r"(?<![\d.])(?P<qh>\d{1,2})(?:[:.](?P<qm>\d\d))?\s?(?P<qp>[apAP])\.?[mM]\b\.?",
    "eyear": (
        r"(?<![\d$€£¥.,A-Za-z-])(?P<yy>(?:19|20)\d\d)"
        r"(?![\d,.]\d|\d|[%年A-Za-zぁ-んァ-ヶ一-龠])"
        r"(?!\s?[〜~～–-]\s?(?!(?:19|20)\d\d(?!\d))\d{3,})"
        r"(?!\s?[〜~～–-]\s?\d{4}[%万億回件人台本個枚円社店校戸票頭匹字語行点種曲便mgkGMW])"
    ),
}
WHEN: Final = re.compile("|".join(f"(?P<k_{kind}>{pattern})" for kind, pattern in _KINDS.items()))
