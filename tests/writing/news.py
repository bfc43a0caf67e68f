"""Articles, a host and a show of our own for the tests of this room."""

from __future__ import annotations

import hashlib

from broadcaster.nouns import Article, Paragraph, Plan, Script
from broadcaster.programme import Air, Character, Endings, Phrases, Show, WriterSettings

LINES = {
    "name": ("{title}、{date}、{weekday}なのだ！",),
    "rundown": ("今日は{count}本。{headlines}なのだ", "話題は{count}本。{headlines}なのだ"),
    "hello": tuple(
        f"{word}、聞いてほしいのだ" for word in ["のんびり", "ゆっくり", "ふつうに", "にこにこ"]
    ),
    "borrowed": ("今日の声は、メイさんから借りているのだ", "声だけ、メイさんなのだ"),
    "first": ("まず1本目、{topic}の話なのだ",),
    "turn": ("がらっと変わって、{n}本目は{topic}の話なのだ",),
    "last": ("ラストの{n}本目は、{topic}なのだ",),
    "english_skill.long": ("英語スキル、じゅんび体操よし。変身！",),
    "english_skill.short": ("もう一度だけ、英語スキルなのだ",),
    "english_skill.other": ("これは{language}なのだ。ぼくのスキルは、まだ英語だけなのだ",),
    "english_skill.payoff": ("今日は{times}回も変身して、おなかがすいたのだ",),
    "bye": ("{title}、今日はここまでなのだ！",),
}
ZUNDAMON = Character(
    "zundamon",
    "ずんだもん",
    "ズンダモン",
    first_person="ぼく",
    endings=Endings(banned=("です", "ます")),
    lines=tuple(Phrases(key, lines) for key, lines in LINES.items()),
    grave_topics=("死亡", "事故"),
)
ANCHOR = Character("anchor", "アナウンサー", "アナウンサー", register="polite")
HEAD = Script("えだまめAIニュース便", "2024-10-18", "zundamon")
MODEL_TEXT = (
    "つくば翻訳研究所が、小さな翻訳モデルを公開しました。"
    "大きさは、これまでの10分の1です。"
    "昨日、私たちは発表会を開きました。"
    "家庭のパソコンでも動かせます。"
    "しかし、使えるのは研究の目的に限られます。"
    "来年には新しい版が出る見通しです。"
    "翻訳の精度は公開されていません。"
)


def article(title: str, text: str, **more: str) -> Article:
    """An article of one paragraph a line."""
    made = tuple(Paragraph(part) for part in text.split("\n"))
    name = hashlib.sha256((title + text).encode()).hexdigest()[:16]
    return Article(id=name, title=title, paragraphs=made, **more)  # type: ignore[arg-type]


def plans(*articles: Article, seconds: float = 60.0) -> list[Plan]:
    """The articles as the stories of a show."""
    return [Plan(one, at, len(articles), seconds) for at, one in enumerate(articles, start=1)]


def show(address: str = "", air: Air | None = None) -> Show:
    """A show whose writer may have an address."""
    settings = WriterSettings(address=address)
    return Show("edamame-ai", HEAD.title, "zundamon", air=air or Air(), writer=settings)


def as_written(text: str) -> str:
    """A pronouncer for tests that need no katakana."""
    return text


TRANSLATOR = article(
    "つくば翻訳研究所、小さな翻訳モデルを公開", MODEL_TEXT, publisher="えだまめ新聞"
)
ENGLISH = article(
    "Small Models Everywhere",
    "霞が浦大学が、小さなモデルの調査を公表しました。数は30を超えました。",
)
FRENCH = article("Un Ministral, des Ministraux", "ミストラルAIが、言語モデルを2つ発表しました。")
ACCIDENT = article(
    "データセンターで火事", "データセンターの火事で、作業員2人が死亡しました。原因は調査中です。"
)
