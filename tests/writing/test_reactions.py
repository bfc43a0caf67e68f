"""Reactions: licensed by the line before, at the end of a paragraph, seldom, and never worn."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from broadcaster.cards import load_character
from broadcaster.japanese import morae
from broadcaster.nouns import Line, Script, Segment, Source
from broadcaster.programme import Caps, Lexicon, Reaction
from broadcaster.reading import pronouncer
from broadcaster.writing.caps import capped, count_word
from broadcaster.writing.measure import Ruler
from broadcaster.writing.phrasebook import Phrasebook
from broadcaster.writing.reactions import may_react, react, sets_off
from tests.writing.news import TRANSLATOR, as_written

ZUNDAMON: Final = load_character(Path(__file__).resolve().parents[2] / "voices", "zundamon")
RULER: Final = Ruler(as_written)
PRONOUNCE: Final = pronouncer(Lexicon())
ROWS: Final = {row.key: row for row in ZUNDAMON.reactions}


def _book(day: str = "2024-10-17", *earlier: Script) -> Phrasebook:
    return Phrasebook(ZUNDAMON, "edamame-ai", day, earlier)


def _fact(text: str, paragraph: int, start: int = 0) -> Line:
    return Line(text, "係", source=Source("a", paragraph, start, start + len(text)))


def _story(*paragraphs: str, grave: bool = False) -> Segment:
    lines = [
        _fact(f"{one}。", number, at * 50)
        for number, paragraph in enumerate(paragraphs)
        for at, one in enumerate(paragraph.split("。"))
    ]
    return Segment("story", "題", tuple(lines), ("a",), grave=grave)


def _reactions(segment: Segment) -> list[str]:
    return [line.source.card for line in segment.lines if line.source.card]


LONG: Final = _story(
    "会社がロボットを公開したのだ。会社はロボットも出したのだ",
    "値段は安くなるのだ。家庭でも使えるのだ。無料で使える版もあるのだ",
    "画像を作る道具もあるのだ。色は多いのだ",
    "文章を翻訳する道具もあるのだ。声を作るのだ",
)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("instant", "画像を1秒未満で作れるのだ。"),
        ("fast", "新しい版は、高速に動くのだ。"),
        ("cheap", "会社は、利用料を値下げしたのだ。"),
        ("cheap", "研究でも、無料で使えるのだ。"),
        ("fixed", "会社は、不具合を修正したのだ。"),
        ("planned", "プログラムは、これから公開される予定なのだ。"),
        ("open", "重みを、だれでもダウンロードできるのだ。"),
        ("offline", "インターネットにつながなくても動くのだ。"),
        ("robot", "会社が、ロボットを公開したのだ。"),
    ],
)
def test_a_cue_sets_its_reaction_off(key: str, line: str) -> None:
    assert sets_off(ROWS[key], line, RULER)


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("instant", "画像を1秒未満で作れるわけではないのだ。"),
        ("instant", "これまでは1秒未満で作れたのだ。"),
        ("instant", "1秒未満で作れる可能性があるのだ。"),
        ("instant", "会社は「1秒未満で作れる」と宣伝したのだ。"),
        ("fast", "速さの数字は、会社が測ったのだ。"),
        ("fast", "高速に動くとは限らないのだ。"),
        ("fast", "前の版より高速に動くという報告が出たのだ。"),
        ("cheap", "以前は、無料で使えたのだ。"),
        ("cheap", "無料で使える期間は終了したのだ。"),
        ("cheap", "値下げする計画は、中止になったのだ。"),
        ("cheap", "利用料は値下げしなかったのだ。"),
        ("cheap", "無料で使えるようになる見通しなのだ。"),
        ("fixed", "会社は、不具合を修正する予定なのだ。"),
        ("fixed", "会社は、業績の予想を修正したのだ。"),
        ("fixed", "会社が不具合を修正したという情報は、誤りだったのだ。"),
        ("planned", "公開される予定だったのだ。"),
        ("planned", "公開される予定はないのだ。"),
        ("planned", "発売予定は、延期されたのだ。"),
        ("open", "だれでも使える状態ではないのだ。"),
        ("open", "昔は、コードを公開したのだ。"),
        ("robot", "ロボットではなく、人が運ぶのだ。"),
        ("robot", "ロボットの発売は、中止されたのだ。"),
    ],
)
def test_what_is_denied_over_or_unsure_sets_nothing_off(key: str, line: str) -> None:
    assert not sets_off(ROWS[key], line, RULER)


def test_a_long_katakana_name_is_a_cue_by_itself() -> None:
    assert sets_off(ROWS["long_name"], "マサチューセッツコウカダイガクが公開したのだ。", RULER)
    assert not sets_off(ROWS["long_name"], "ミストラルが公開したのだ。", RULER)


def test_reactions_close_paragraphs() -> None:
    said = react(LONG, (), _book(), RULER)
    places = [at for at, line in enumerate(said.lines) if line.source.card]
    assert 1 <= len(places) <= 2
    for at in places:
        before = said.lines[at - 1]
        after = said.lines[at + 1] if at + 1 < len(said.lines) else None
        assert before.source.paragraph > 0 or before is not said.lines[0]
        assert after is None or after.source.paragraph != before.source.paragraph
        assert sets_off(ROWS[said.lines[at].source.card.split(".")[1]], before.text, RULER)
        assert before.pause < said.lines[at].pause


def test_facts_stay_as_they_are() -> None:
    said = react(LONG, (), _book(), RULER)
    assert [line.text for line in said.lines if not line.source.card] == [
        line.text for line in LONG.lines
    ]


def test_a_short_story_has_one_and_a_grave_one_none() -> None:
    short = _story("会社がロボットを出したのだ。値段は安くなるのだ", "ロボットが歩くのだ")
    assert len(_reactions(react(short, (), _book(), RULER))) == 1
    assert _reactions(react(replace(LONG, grave=True), (), _book(), RULER)) == []


def test_no_last_word_before_grave_news() -> None:
    one = _story("会社が机を出したのだ", "ロボットが歩くのだ")
    assert _reactions(react(one, (), _book(), RULER))
    assert not _reactions(react(one, (), _book(), RULER, grave_next=True))


def test_a_models_lines_are_left_alone() -> None:
    lines = tuple(replace(line, source=Source(article="a")) for line in LONG.lines)
    assert react(replace(LONG, lines=lines), (), _book(), RULER).lines == lines


def test_none_is_heard_again_within_six_shows() -> None:
    earlier: list[Script] = []
    heard: Counter[str] = Counter()
    for day in range(10, 17):
        said = react(LONG, (), _book(f"2024-10-{day}", *earlier), RULER)
        heard.update(line.text for line in said.lines if line.source.card)
        earlier.append(Script("番組", f"2024-10-{day}", "z", segments=(said,)))
    assert heard
    assert max(heard.values()) == 1


def test_one_show_uses_a_cue_once() -> None:
    first = react(LONG, (), _book(), RULER)
    second = react(LONG, (first,), _book(), RULER)
    assert not set(_reactions(first)) & set(_reactions(second))


TRAPS: Final = (
    "値段は安くなかったのだ。",
    "高速道路が開通したのだ。",
    "利用は無料ではないのだ。",
    "無料で使える期間は終わりなのかは不明なのだ。",
    "速さは公表されていないのだ。",
    "バスケットの試合があったのだ。",
    "ソフトクリームを配ったのだ。",
    "ポテトチップスが並んだのだ。",
    "日本を借りきった気分だと書いたのだ。",
    "明星を読むのだ。",
    "円が安くなったのだ。",
    "補助金が半額になるのだ。",
    "オフラインで集まったのだ。",
    "一部の不具合を修正したのだ。",
    "不具合を修正した版で、別の不具合が出たのだ。",
    "無料で使えると、うその宣伝をしたのだ。",
    "写真を悪用したのだ。",
    "ロボットの利用者が批判したのだ。",
    "患者の画像を並べるのだ。",
    "インドネシアの店が、停電で閉じたのだ。",
    "サーバーが攻撃を受けたのだ。",
    "試験は失敗したのだ。",
    "半導体の会社が破産したのだ。",
    "公開予定を取り消したのだ。",
    "アプリが使えない障害なのだ。",
    "楕円で囲むのだ。",
    "役割は二つなのだ。",
    "景色は広いのだ。",
    "核実験を止めるのだ。",
    "情報流出を防ぐのだ。",
    "自分で直すのだ。",
    "強硬路線を取るのだ。",
)
"""Lines in which a cue is denied, over, unsure, sad, or the inside of another word."""


@pytest.mark.parametrize("line", TRAPS)
def test_a_trap_sets_nothing_off(line: str) -> None:
    assert [row.key for row in ZUNDAMON.reactions if sets_off(row, line, RULER)] == []


SAYS_SOMETHING_OF_THE_NEWS: Final = {
    "instant": ("お茶をいれるより早い", "くしゃみもできない速さ"),
    "cheap": ("お財布がほっとする", "浮いたぶんで"),
    "fixed": ("直ってひと安心", "直ったと聞くと"),
    "planned": ("その日まで", "待つのだ"),
}


def test_what_speaks_of_the_news_hangs_on_a_whole_clause() -> None:
    """A cue such as 安 or 速 would do for the host's own habits, not for 「お財布がほっとする」."""
    for key, says in SAYS_SOMETHING_OF_THE_NEWS.items():
        assert all(len(cue) >= 3 for cue in ROWS[key].cue), key
        assert all(any(say in one for one in ROWS[key].say) for say in says)


def test_every_other_line_is_about_the_host_alone() -> None:
    verdict = re.compile("すごい|便利|立派|えらい|さすが|残念|ひどい|だめ|すばらし|おめでと|安い")
    for row in ZUNDAMON.reactions:
        for say in row.say:
            assert not verdict.search(say), say
            assert not re.search(r"[0-9A-Za-z]", say), say


def test_no_line_stands_under_two_cues() -> None:
    says = Counter(say for row in ZUNDAMON.reactions for say in row.say)
    assert [say for say, times in says.items() if times > 1] == []


def test_any_number_of_seconds_is_not_an_instant() -> None:
    assert not sets_off(ROWS["instant"], "30秒で終わるのだ。", RULER)
    assert not sets_off(ROWS["many"], "2100倍率の鏡なのだ。", RULER)


def test_a_cue_is_a_word_of_its_own() -> None:
    row = Reaction("x", ("バス", "速く"), ("のろいのだ",))
    assert sets_off(row, "バスが来たのだ。", RULER)
    assert sets_off(row, "バスケットとバスが来たのだ。", RULER)
    assert sets_off(row, "大型バスが来たのだ。", RULER)
    assert not sets_off(row, "バスケットが来たのだ。", RULER)
    assert not sets_off(row, "迅速くなるのだ。", RULER)


def test_a_caveat_and_what_leans_on_a_line_are_left_alone() -> None:
    lines = (_fact("会社が箱を出したのだ。", 0), _fact("ただし、ロボットは別売りなのだ。", 0, 20))
    assert not _reactions(react(Segment("story", "題", lines, ("a",)), (), _book(), RULER))
    three = (_fact("会社が箱を出したのだ。", 0), _fact("ロボットが歩くのだ。", 0, 20),
             _fact("しかし、音は大きいのだ。", 0, 40))  # fmt: skip
    assert not _reactions(react(Segment("story", "題", three, ("a",)), (), _book(), RULER))


def test_an_article_of_one_paragraph_has_its_reaction_too() -> None:
    lines = tuple(
        _fact(text, 0, 20 * at)
        for at, text in enumerate(
            ("会社が箱を出したのだ。", "ロボットが歩くのだ。", "箱は広いのだ。", "音は低めなのだ。")
        )
    )
    said = react(Segment("story", "題", lines, ("a",)), (), _book(), RULER)
    assert len(_reactions(said)) == 1
    assert said.lines[2].source.card.startswith("reactions.")


@pytest.mark.parametrize("row", ZUNDAMON.reactions, ids=lambda row: row.key)
def test_the_cards_reactions(row: Reaction) -> None:
    assert len(row.say) >= 6
    for say in row.say:
        assert morae(PRONOUNCE(say)) <= 20
        assert not any(
            word in say for word in ("会社", "この人", "反省", "えらい", "だめ", "ひどい")
        )


def test_time_is_kept_free_where_a_cue_stands() -> None:
    assert may_react(TRANSLATOR, ZUNDAMON)
    assert not may_react(TRANSLATOR, replace(ZUNDAMON, reactions=()))


# ── caps ─────────────────────────────────────────────────────────────────────────────────


def _joke(text: str, weight: float = 0.3) -> Line:
    return Line(text, "係", weight=weight, source=Source(card="hello"))


def test_jokes_beyond_a_cap_are_left_out_and_duties_stay() -> None:
    host = replace(ZUNDAMON, caps=Caps(words=(("ずんだ", 1),)))
    lines = (_joke("ずんだ餅なのだ。"), _joke("ずんだ味なのだ。"), _joke("ずんだの日なのだ。", 1.0))
    said = capped(Segment("opening", "", lines), (), host)
    assert [line.text for line in said.lines] == ["ずんだ餅なのだ。", "ずんだの日なのだ。"]
    assert count_word("ずんだ", [said], host) == 2


def test_the_hosts_own_name_is_no_mention() -> None:
    said = Segment("opening", "", (_joke("ぼく、ずんだもんなのだ。"),))
    assert count_word("ずんだ", [said], ZUNDAMON) == 0


def test_two_stories_on_end_do_not_share_a_pet_word() -> None:
    row = Reaction("robot", ("ロボット",), ("ずんだ餅がほしいのだ",))
    host = replace(ZUNDAMON, reactions=(row,), caps=Caps(words=(("ずんだ", 5),)))
    book = replace(_book(), character=host)
    before = Segment("story", "前", (_joke("ずんだ餅なのだ。"),))
    between = Segment("story", "間", (_joke("雨なのだ。"),))
    assert not _reactions(react(LONG, (before,), book, RULER))
    assert _reactions(react(LONG, (before, between), book, RULER)) == ["reactions.robot"]
