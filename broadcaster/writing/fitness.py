"""Which sentences of an article may go on air as they stand, and in which wording.

Nothing is added; what cannot be said truthfully by somebody else, on another day, without the
page before one's eyes, is left out with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from broadcaster.writing.measure import Ruler

MOST_MORAE: Final = 60
_LEAST_MORAE: Final = 8
_MOST_COMMAS: Final = 3
_MOST_NUMBERS: Final = 2
_LEAST_JAPANESE: Final = 0.3

_LEANS: Final = re.compile(
    r"\s*(?:(?:通常|実際|実際に|もちろん|最近|現在|今|特に|では)、)?(?:この|その|これ|それ|あの|こう|そう|ここ|そこ|同じく|しかし|だが|ただ|でも|一方|他方|また|そして|"
    r"さらに|しかも|ところが|すると|そのため|だから|したがって|つまり|すなわち|例えば|たとえば|なお|ちなみに|"
    r"もっとも|とはいえ|ですが|それでも|両社|両者|両方|同社|同氏|同省|彼ら|彼女|彼|前者|後者|加えて|実際|"
    r"そもそも|まず|次に|最後に|結果として|比較すると|確かに|特に|では|いずれ|合計|一人|もう一人|話は|[2-9]つ目|どちら|もう[1一]つ)"
)
_ADDS: Final = re.compile(r"\A(?:そして|また|さらに|しかも|なお|加えて|それから)、")
_SPEAKS_OF_ITSELF: Final = re.compile(
    r"私(?![立鉄的有設道費])|わたし|筆者|当社|弊社|当サイト|当ブログ|我々|われわれ|我が|僕|俺|皆さん|みなさん|"
    r"みんな|あなた|本記事|この記事|本稿|このクラス|このコース|今回[はも]|今度は|つもり|"
    r"一緒に|話をし|話し始め|について話|見てみ|楽し"
)
_WHEN: Final = re.compile(
    r"今週|先週|来週|今月|先月|来月|昨日|きのう|今日|きょう|本日|明日|あした|昨年|去年|今年|来年|一昨日|"
    r"おととい|先日|翌日|前日|同日|翌週|翌月|翌年|前年|同月|同年|今朝|昨夜|今夜|数日後|数週間後|このほど|"
    r"ヶ月前|か月前|カ月前|日前に|週間前|年前に"
)
_FRESH: Final = re.compile(
    r"\A(?:今週|先週|昨日|きのう|今日|きょう|本日|今朝|先日|このほど)の?"
    r"(?:[月火水木金土日]曜日?)?(?:に|は)?、"
)
_POINTS: Final = re.compile(
    r"以下|下記|上記|こちら|下図|上図|図\d|表\d|写真|動画を|クリック|ダウンロードは|リンク|お問い合わせ|次のとおり|"
    r"次のように|[:：]|\A\d+、|質問\s*\d|\d\s*[)）]|次の式"
)
_UNSPEAKABLE: Final = re.compile(
    r"https?:|www\.|\w@\w|[`{}<>=|\\]|\w/\w+/|\[\[|\.(?:py|com|html|jp)\b"
)
_ASKS: Final = re.compile(
    r"(?:[？?]|か|かな|でしょうか|だろうか|ください|ほしい|よう|ましょう|たい|と思う|と思います|はず|んだ|よ|ね)"
    r"[。！!？?\s]*\Z"
)
_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9.,-])[0-9０-９][0-9０-９.,]*(?![A-Za-z0-9])")
_NOT_COUNTED: Final = re.compile(
    r"「[^」]*」|[0-9０-９]+年|[0-9０-９]+月(?:[0-9０-９]+日)?|[0-9０-９]+日|"
    r"[0-9０-９]+[万億兆]?[^、0-9０-９]{0,6}あたり|[0-9０-９]+つ目|[0-9０-９]+分の(?=[0-9０-９])"
)
"""Dates, names in quotes, 「100万トークンあたり」 and the first half of a fraction."""

_QUOTED: Final = re.compile(r"「[^」]*」")
_ASIDE: Final = re.compile(r"[（(][^（()）]{0,120}[)）]")
_GAP: Final = re.compile(r"(?<=[^\x00-\x7f])[ 　]+|[ 　]+(?=[^\x00-\x7f])")
_JAPANESE: Final = re.compile(r"[ぁ-んァ-ヶー一-龠々]")
_BRACKETS: Final = (("「", "」"), ("『", "』"), ("（", "）"), ("(", ")"), ("“", "”"))


def leans_on_predecessor(sentence: str) -> bool:
    """Whether the sentence says この, しかし, 同社 … and means what was said before it."""
    return bool(_LEANS.match(sentence))


def standing_alone(sentence: str) -> str:
    """The sentence without a そして or また that only joins it to what was left out."""
    return _ADDS.sub("", sentence)


def for_the_ear(sentence: str) -> str:
    """The sentence without asides in brackets, stray gaps and a dated opening that is stale.

    今週月曜日、 is dropped where it opens the sentence: what is left is still true.
    """
    return _FRESH.sub("", _GAP.sub("", _ASIDE.sub("", sentence.strip())).strip())


def unfit(said: str, ruler: Ruler) -> str:
    """Why a sentence (as `for_the_ear` gives it) cannot go on air; empty where it can."""
    if said[-1:] not in ("。", "！", "!"):
        return "no sentence"
    for reason, pattern in (
        ("not ours to say", _SPEAKS_OF_ITSELF),
        ("relative date", _WHEN),
        ("cannot be spoken", _UNSPEAKABLE),
        ("points at the page", _POINTS),
        ("asks or wishes", _ASKS),
    ):
        if pattern.search(said):
            return reason
    if not re.search(r"[はがもを]", said):
        return "no subject"
    if any(said.count(opening) != said.count(closing) for opening, closing in _BRACKETS):
        return "open bracket"
    around = _QUOTED.sub("", said)
    if len(_JAPANESE.findall(around)) < _LEAST_JAPANESE * len(around):
        return "not Japanese"
    if (
        len(_NUMBER.findall(_NOT_COUNTED.sub("", said))) > _MOST_NUMBERS
        or said.count("、") > _MOST_COMMAS
    ):
        return "too dense"
    return "" if _LEAST_MORAE <= ruler.morae(said) <= MOST_MORAE else "length"
