"""What a story is called on air: a noun phrase of at most 15 morae, made from its title.

A title that gives none is replaced by what the article is most about, 「その名前」の話題; a foreign
story that shows no name is called by a thing it is about, by who publishes it, or by its language.
Grave news gets a whole phrase, what happened and to whom, and never a name with 「の話題」 that
hides it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING, Final

from broadcaster.japanese import words
from broadcaster.writing.clauses import doer_of
from broadcaster.writing.foreign import foreign_names, foreign_things
from broadcaster.writing.gravity import grave_words_in
from broadcaster.writing.languages import (
    is_sayable,
    language_name,
    text_language,
    title_language,
)
from broadcaster.writing.nominal import Phrase, nominal
from broadcaster.writing.own_title import bare_title, is_foreign, is_japanese_text, own_title
from broadcaster.writing.subject import names_in, proper_names, subjects, told_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from broadcaster.japanese import Word
    from broadcaster.nouns import Article
    from broadcaster.writing.measure import Ruler

MOST_MORAE: Final = 15
MOST_NAME_MORAE: Final = 20
"""Of a label that names somebody who died, or is a foreign name: a name is not shortened."""

_DIED: Final = re.compile(
    r"(?P<who>[一-龠々ァ-ヴー・]{2,12}(?:さん|氏))(?:が[^。「」]{0,30})?(?P<end>死去|死亡|逝去)"
)
_LEAST_MORAE: Final = 3

_NAMED: Final = re.compile(r"[一-龠々ァ-ヴーA-Za-z0-9]{1,12}(「[^「」]{2,16}」)(?!発言|と|など|論)")
_UTTERANCE: Final = ("動詞", "助動詞", "助詞", "副詞", "感動詞")
_VAGUE: Final = frozenset((
    "外部", "全国", "各地", "国内", "海外", "世界", "今日", "新型", "一部", "基準", "サービス",
    "機能", "方法", "方針", "結果", "情報", "問題", "内容", "状況", "件数", "対象", "予定",
    "計画", "取り組み", "新た", "版", "話", "こと", "もの", "ため", "人", "者", "社", "館", "件",
    "回", "位", "可能性", "おそれ", "恐れ", "疑い", "見通し", "見込み", "標準", "正式", "約",
))  # fmt: skip
"""Nouns that say nothing without another: 新たな基準の設定, 全国の12館."""

_HOW_MANY: Final = re.compile(r"比[0-9.]+(?:倍|割|[%％])?\Z")
_ACTS: Final = "サ変接続"
_UNSPECIFIC: Final = ("数", "副詞可能", "接尾", "非自立", "代名詞", "形容動詞語幹", _ACTS)
_LEADS: Final = 3
_NOUNS: Final = {
    "亡くな": "死亡", "人がけが": "けが", "人けが": "けが", "けがをした": "けが",
    "けがを負": "けが", "人を削減": "人員削減", "人削減": "人員削減",
}  # fmt: skip
"""Grave words that are no nouns, and the noun for them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """label: the story's name in 「…の話」. headline: what the opening and the chapters say.

    by_language: it says only in what language the story is, or whose: no word on its content.
    """

    label: str
    headline: str
    by_language: bool = False


def topic(article: Article, ruler: Ruler, *, grave: Iterable[str] = ()) -> Topic:
    """The story's name tag, both forms. grave: of a grave story the words that make it so."""
    title = own_title(article)
    cues = tuple(grave)
    if cues:
        return _grave_topic(article, bare_title(title), ruler, cues)
    chinese = title_language(article) == "zh"
    phrase = "" if chinese else next(_speakable(_phrases_of(bare_title(title)), ruler), "")
    if phrase:
        bare = _is_bare(phrase, bare_title(title))
        return Topic(phrase, f"{phrase}の話題" if bare else phrase)
    name = next((name for name in _names(article, title) if _fits(name, ruler)), "")
    if name:
        return Topic(name, f"{name}の話題")
    return _foreign(article, ruler) or _nameless(article, ruler)


def _fits(name: str, ruler: Ruler) -> bool:
    """Whether a name can be said in a headline; a foreign one of several words may take longer."""
    several = " " in name and is_foreign(name)
    return ruler.morae(name) <= (MOST_NAME_MORAE if several else MOST_MORAE)


def _phrases_of(title: str) -> Iterator[Phrase]:
    """The whole title, a name in quotes with what it is, then what its clauses give."""
    found = nominal(title) if title else iter(())
    told = list(islice(found, 1))
    if told and told[0].text != title and told[0].event:
        return chain(told, found, _names_in_quotes(title))
    return chain([one for one in told if one.text == title], _names_in_quotes(title), told, found)


def _speakable(phrases: Iterable[Phrase], ruler: Ruler) -> Iterator[str]:
    return (
        one.text
        for one in phrases
        if one.text not in _VAGUE
        and _says_enough(one.text, proper_names(one.text))
        and _LEAST_MORAE <= ruler.morae(one.text) <= MOST_MORAE
    )


def _names_in_quotes(title: str) -> Iterator[Phrase]:
    """翻訳機「まめつう」, or 「まめつう」 alone where that is too long; never an utterance."""
    found = _NAMED.search(title)
    if found and not _is_utterance(found[1].strip("「」")):
        yield Phrase(found[0])
        yield Phrase(found[1])


def _is_utterance(text: str) -> bool:
    """Whether somebody said this; a name is one kind of letters, or ends in a noun."""
    if re.fullmatch(r"[ぁ-んー]{1,8}|[ァ-ヴー・]+|[\w .+-]+", text, re.ASCII):
        return False
    found = words(text)
    return not found or found[-1].pos in _UTTERANCE


def _says_enough(text: str, names: Iterable[str]) -> bool:
    """A name, or two nouns of which one is a thing: 新たな基準 by itself could be anything."""
    if _HOW_MANY.search(text):
        return False
    quoted = [one[1:-1] for one in re.findall(r"「[^「」]*」", text)]
    if quoted or any(names):
        return not any(map(_is_utterance, quoted))
    nouns = [one for one in words(text) if one.pos in ("名詞", "フィラー", "記号")]
    things = [at for at in range(len(nouns)) if _is_thing(nouns, at)]
    counts = text[:1].isdigit() and things[-1:] != [len(nouns) - 1]  # 3人死亡
    return bool(things) and len(nouns) > 1 and not counts


def _is_thing(nouns: Sequence[Word], at: int) -> bool:
    """A noun that is no act, number or time; 車 of 新型車 is one, 館 of 12館 none."""
    one = nouns[at]
    if one.pos1 == "接尾":
        return one.pos2 == "一般" and at > 0 and nouns[at - 1].pos1 != "数"
    return one.pos1 not in _UNSPECIFIC and one.surface not in _VAGUE


def _is_bare(phrase: str, title: str) -> bool:
    """Whether it only says who: a name, or the doer before the title's first 、."""
    doer = "「" not in phrase and title.startswith((phrase + "、", phrase + " "))
    return doer or phrase in names_in(phrase)


def first_name_in(text: str) -> str:
    """Who did it, as a rule: the title's first phrase if it is a noun, else its first name."""
    title = bare_title(text)
    doer = doer_of(title)
    return doer or next(iter(sorted(names_in(title), key=title.find)), "")


# ── where the title gives nothing ────────────────────────────────────────────────────────


def _names(article: Article, title: str) -> Iterator[str]:
    """A name of the title, then what the text is about, then who its lead is about."""
    foreign = is_foreign(title)
    if not is_japanese_text(article):
        yield from foreign_names(title, article)
        return
    if title and not (foreign and " " in title):
        doer = doer_of(bare_title(title))
        yield from (doer,) if _says_enough(doer, names_in(doer)) else ()
        yield from proper_names(title)
    told = told_sentences(article)
    yield from (one.name for one in subjects(article))
    yield from (one.text for text in told[:_LEADS] for one in _names_in_quotes(text))
    doers = map(doer_of, told[:_LEADS])
    yield from (doer for doer in doers if _says_enough(doer, names_in(doer)))
    yield from names_in("".join(told))


def _foreign(article: Article, ruler: Ruler) -> Topic | None:
    """ロボット, else the outlet's or the language's article: of a foreign story without a name."""
    by_language = _by_language(article)
    if by_language is None:
        return None
    thing = next(iter(foreign_things(article, text_language(article))), "")
    if thing:
        return Topic(thing, f"{thing}の話題")
    label = f"{article.publisher}の記事"
    told = is_sayable(article.publisher) and ruler.morae(label) <= MOST_NAME_MORAE
    return Topic(label, label, by_language=True) if told else by_language


def _by_language(article: Article) -> Topic | None:
    """フランス語の記事: all that can be said of a foreign story without a name."""
    if is_japanese_text(article) or not any(map(str.isalpha, _text(article))):
        return None
    label = f"{language_name(text_language(article))}の記事"
    return Topic(label, label, by_language=True)


def _text(article: Article) -> str:
    return article.title + "".join(told_sentences(article))


def _nameless(article: Article, ruler: Ruler) -> Topic:
    """What the lead is about, else who publishes it."""
    for text in told_sentences(article)[:_LEADS]:
        label = next(_speakable(nominal(text.strip()), ruler), "")
        if label:
            return Topic(label, label)
    publisher = article.publisher
    if publisher:
        return Topic(publisher, f"{publisher}の話題")
    return Topic("今日のニュース", "今日のニュース")


# ── grave news ───────────────────────────────────────────────────────────────────────────


def _who_died(text: str) -> str:
    """瀬名波一郎さんの死去, from a title or a lead that says so."""
    found = _DIED.search(text)
    return f"{found['who']}の{found['end']}" if found else ""


def _grave_topic(article: Article, title: str, ruler: Ruler, cues: tuple[str, ...]) -> Topic:
    """What happened, whole and plain: from the title, from the lead, else the bare word."""
    told = [title, *told_sentences(article)[:_LEADS]] if title else told_sentences(article)[:_LEADS]
    dead = next(filter(None, map(_who_died, told)), "")
    if dead and ruler.morae(dead) <= MOST_NAME_MORAE:
        return Topic(dead, dead)
    for text in told:
        events = [one for one in nominal(text) if one.event or one.text == title]
        said = [one for one in events if grave_words_in(one.clause, cues)]
        label = next(_speakable(chain(said, events if text == title else ()), ruler), "")
        if label:
            return Topic(label, label)
    foreign = _by_language(article)
    if foreign:
        return foreign
    word = next(chain.from_iterable(grave_words_in(text, cues) for text in told), "")
    label = f"{_NOUNS.get(word, word)}の知らせ" if word else "大事な知らせ"
    return Topic(label, label)
