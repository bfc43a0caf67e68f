"""The words of time in Japanese news, by how they are resolved.

TIME finds them, the group it matched in names their kind; `dates` says each kind.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEKDAYS: Final = "月火水木金土"
"""No 日: people do not agree whether it opens the week or closes it."""

YEARS: Final = {
    "今年": 0, "本年": 0, "昨年": -1, "去年": -1, "来年": 1, "一昨年": -2, "おととし": -2,
    "再来年": 2,
}  # fmt: skip
MONTHS: Final = {"今月": 0, "先月": -1, "来月": 1, "先々月": -2, "再来月": 2}
WEEKS: Final = {"今週": 0, "先週": -1, "来週": 1, "先々週": -2, "再来週": 2}
DAYS: Final = {
    "今日": (0, ""), "本日": (0, ""), "昨日": (-1, ""),
    "一昨日": (-2, ""), "一昨昨日": (-3, ""), "明日": (1, ""), "明後日": (2, ""),
    "今朝": (0, "の朝"), "昨夜": (-1, "の夜"), "昨晩": (-1, "の夜"), "今夜": (0, "の夜"),
    "今晩": (0, "の夜"),
}  # fmt: skip
"""Days from the article's own, and the part of the day."""

DAYS_IN_KANA: Final = {
    "あす": (1, ""), "あした": (1, ""), "あさって": (2, ""), "きょう": (0, ""), "きのう": (-1, ""),
    "おととい": (-2, ""), "けさ": (0, "の朝"), "ゆうべ": (-1, "の夜"),
}  # fmt: skip
"""Only where kana around them cannot make them part of another word."""

ANCHORED: Final = {
    "翌日": ("day", 1), "翌々日": ("day", 2), "前日": ("day", -1), "同日": ("day", 0),
    "翌月": ("month", 1), "同月": ("month", 0), "前月": ("month", -1), "同年": ("year", 0),
    "翌年": ("year", 1), "前年": ("year", -1), "次の日": ("day", 1), "前の日": ("day", -1),
    "あくる日": ("day", 1),
}  # fmt: skip

STANDING: Final = ("full", "kept", "days", "month_day", "bare_month")
"""Kinds that do not move with the day they are said on, or hardly."""


def _any(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


YEAR_PARTS: Final = re.compile(
    rf"({_any(YEARS)})(?:の?([0-9]{{1,2}})月(?:([0-9]{{1,2}})日)?|の?([春夏秋冬]))?"
)
MONTH_PARTS: Final = re.compile(rf"({_any(MONTHS)})(?:の?([0-9]{{1,2}})日)?")
WEEK_PARTS: Final = re.compile(rf"({_any(WEEKS)})(?:の?([月火水木金土日])曜日?|(末|中))?")

_NUMBER: Final = r"(?:[0-9]{1,3}|[一二三四五六七八九十]|数)"
_SPAN: Final = r"(?:日|週間|か月|カ月|ヶ月|年)"
_NEXT: Final = (
    "翌々?日|前日|同日|翌月|同月|前月|同年|翌年|前年|翌週|前週|同週|翌朝|前夜|"
    "次の日|前の日|あくる日"
)
_BARE_DAY: Final = r"(?<![0-9.,一二三四五六七八九十万億月年第])(?:3[01]|[12][0-9]|[1-9])日"
_DEEDS: Final = r"以[降来]|開[始催校]|発[売表]|公開|導入|始|出|稼働|販売|卒業"
_KINDS: Final = {
    "full": r"(?<![0-9])[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日(?!間)",
    "kept": (
        r"[12][0-9]{3}年(?:[0-9]{1,2}月)?|前年(?=比|同期|同月|度比|度同期)|前[日月]比|"
        rf"(?<=[^そ]の)(?:{_NEXT})|(?<=の)[0-9]{{1,2}}{_SPAN}[前後]|毎週[月火水木金土日]曜日?|"
        r"前週末?比|週末比|明日香|翌[日月]物|[0-9]{1,3}(?:分|時間|日)前(?:に|から|まで|の)(?:予測|予報|予知)"
    ),
    "issue": (
        rf"先週末比|昨日今日|(?:{_any(MONTHS)}|{_any(WEEKS)})号|"
        rf"(?:{_any(YEARS)})の(?:今ごろ|今頃|いまごろ|同)"
    ),
    "year": YEAR_PARTS.pattern,
    "season": rf"(?<![一-龠])[今昨来][春夏秋](?![一-龠])|(?<![一-龠])[今昨来][春夏秋](?={_DEEDS})",
    "seasonal": r"(?<![一-龠])[今昨来][春夏秋冬]",
    "month": MONTH_PARTS.pattern,
    "week": WEEK_PARTS.pattern,
    "never": (
        r"今日(?=では|の[^、。]{0,6}社会)|数(?:日|週間|か月|カ月|ヶ月|時間|分)[前後]|"
        r"[0-9]{1,3}(?:週間|か月|カ月|ヶ月|時間|分)前|[0-9]{1,2}(?:日|週間|か月|カ月|ヶ月)後|"
        r"先日|先ごろ|先頃|さきごろ|このほど|数日[中内]"
    ),
    "day": (
        rf"(?<![ぁ-ん])(?:{_any(DAYS_IN_KANA)})(?=[、はにのも一-龠]|から|まで|より)|"
        rf"(?<![0-9一-龠])[0-9]{{1,2}}日前|(?<!昨)(?:{_any(DAYS)})"
    ),
    "within": (
        r"(?<![毎各一-龠0-9])(?:年度?[内末初]|年明け|年[頭始]|月[内末初]|週(?:[内末]|明け|初め))"
        r"(?!年始|比)"
    ),
    "days": r"(?<![0-9.])(?:1[0-2]|0?[1-9])月[0-9]{1,2}[、・~〜～][0-9]{1,2}日(?!間)",
    "month_day": r"(?<![0-9.])(?:1[0-2]|0?[1-9])月[0-9]{1,2}日(?!間)",
    "bare_month": r"(?<![0-9.か-けカケヵヶ年])(?:1[0-2]|[1-9])月(?![0-9期号])",
    "bare_day": _BARE_DAY
    + (
        r"(?=[、はに」]|から(?![0-9])|から(?=[0-9]{1,2}日(?:まで|に))|まで|より|夜|朝|夕|昼|午[前後]|未明|付|発[表売]|公[開表]|明らか|"
        r"開[始幕催業]|始ま|決[ま定め]|死去|逮捕|の(?:発表|会見|会[議合]|取引|声明|記者|午[前後]|朝|夜|夕|昼|正午|未明|明け方))"
        r"(?!に、?(?:[0-9一約何数]|およそ|平均|最[大多低高]|延べ|のべ|わずか|たった|ほぼ|合計|合わせ|少なくとも|多[いく]|つき)|は[0-9])"
    ),
    "unclear": _BARE_DAY
    + r"(?=の|も|[一-龠])(?![間後前目分以程半坊本連余経]|当たり|の(?:間|うち))",
    "weekday": r"(?<![一-龠0-9の])[月火水木金土日]曜日?",
    "anchored": rf"(?:その)?(?:{_NEXT})",
    "years_ago": rf"(?<!の){_NUMBER}[十百]?年(?:以上|ほど|近く|余り)?[前後]",
    "lately": (
        r"最近|近年|昨今|現在|現時点|目下|近々|近日|近いうち|まもなく|間もなく|もうすぐ|たばかり|今のところ|"
        r"今後|今どき|今なお|今や(?![^、]{0,3}ろう)|今も|当[面分](?=[、はの])|近く(?=公開|発[売表]|始|出|開|、)|"
        r"(?<![一-龠])[今前来昨](?:期|季|上期|下期|シーズン)(?!待|間|日|限)|上半期|下半期|四半期|"
        rf"ここ数{_SPAN}|この{_NUMBER}{_SPAN}|(?<![一-龠])今(?=[、はの]|では|まさに)"
    ),
}
TIME: Final = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
