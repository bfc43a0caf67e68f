"""How sentences end: the card's mix, no long runs, and nothing but the tail ever changed."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadcaster.cards import load_character
from broadcaster.nouns import Line, Script, Segment, Source
from broadcaster.writing.endings import Draw, ending_of, endings_of, longest_run, vary
from broadcaster.writing.measure import Ruler
from broadcaster.writing.recast import recast
from broadcaster.writing.relays import relays
from tests.writing.news import HEAD, as_written

VOICES: Final = Path(__file__).resolve().parents[2] / "voices"
ZUNDAMON: Final = load_character(VOICES, "zundamon")
ANCHOR: Final = load_character(VOICES, "anchor")
RULER: Final = Ruler(as_written, 8.1)
FACTS: Final = (
    "研究所が、小さな翻訳モデルを公開した。",
    "大きさは、これまでの10分の1だ。",
    "家庭のパソコンでも動かせる。",
    "作ったのは、つくばの5人のチームだ。",
    "精度は、まだ公開されていない。",
    "値段は、前の版より高い。",
    "会社は「まだ実験の段階です」と説明している。",
    "来年には、新しい版が出る見通しだ。",
    "使い道は、翻訳や家電の操作だ。",
    "原因は、平均の取り方だった。",
    "開発には、2年かかった。",
    "一度に読める量は、12万8000トークンだ。",
)


def _fact(text: str, at: int = 0) -> Line:
    return Line(text, "係", source=Source("a", 0, at, at + len(text)))


def _frame(text: str, card: str) -> Line:
    return Line(text, "係", source=Source(card=card))


def _story(*facts: str, grave: bool = False, outlet: bool = True, host: str = "noda") -> Segment:
    said = [recast(text, ZUNDAMON if host == "noda" else ANCHOR) for text in facts]
    named = _frame(
        "出典は、えだまめ新聞なのだ。" if host == "noda" else "出典は、えだまめ新聞です。", "outlet"
    )
    lines = [_fact(text, at) for at, text in enumerate(said)]
    if outlet:
        lines.insert(1, named)
    return Segment("story", "題", tuple(lines), ("a",), grave=grave)


def _draw(host: str = "noda", day: str = "2024-10-17") -> Draw:
    character = ZUNDAMON if host == "noda" else ANCHOR
    return Draw(character, "edamame-ai", replace(HEAD, date=day), 1, RULER)


def _varied(segment: Segment, host: str = "noda", day: str = "2024-10-17") -> list[str]:
    return [line.text for line in vary(segment, (), (), _draw(host, day)).lines]


@pytest.mark.parametrize(
    ("sentence", "ending"),
    [
        ("公開したのだ。", "のだ"),
        ("16GBなのだ！", "のだ"),
        ("動くんだって。", "んだって"),
        ("できるね。", "ね"),
        ("高いよね。", "ね"),
        ("大きさは10分の1。", "体言止め"),
        ("名前は「Ministral 3B」。", "体言止め"),
        ("番組ノートへどうぞ。", "その他"),
    ],
)
def test_the_name_of_an_ending(sentence: str, ending: str) -> None:
    assert ending_of(sentence, "noda") == ending


def test_the_name_of_a_polite_ending() -> None:
    said = [
        "公開しました。",
        "動きます。",
        "ありません。",
        "1です。",
        "ないということです。",
        "2本。",
    ]
    names = [ending_of(one, "polite") for one in said]
    assert names == ["ました", "ます", "ます", "です", "ということです", "体言止め"]


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("値段は高いのだ。", {"高いんだって", "高いね"}),
        ("大きさは10分の1なのだ。", {"10分の1", "10分の1なんだって", "10分の1だね"}),
        ("会社が公開したのだ。", {"公開したんだって"}),
        ("新しい版を出すのだ。", {"出すんだって"}),
        ("版が出る見通しなのだ。", {"見通し", "見通しなんだって"}),
        ("A社の性能は低いのだ。", {"低いんだって"}),
        ("満足できるものではないのだ。", {"ものではないんだって"}),
        ("海は静かなのだ。", {"静かなんだって"}),
        ("1秒で作れるというのだ。", set()),
        ("会社は、速いと説明しているのだ。", set()),
        ("成績が高いと同社は説明しているのだ。", set()),
        ("ぼくも試したいのだ。", set()),
        ("絵本には使わないのだ。", {"使わないんだって"}),
        ("値段は公表されていないのだ。", {"いないんだって", "いないね"}),
        ("色は変えられないのだ。", {"変えられないんだって", "変えられないね"}),
        ("会社は、12月になる場合があるとしているのだ。", set()),
        ("なお、保証はされていないのだ。", {"いないんだって"}),
        ("多くが無駄になるが、情報は少し残っているのだ。", {"残っているんだって"}),
        ("来年になるだろう。", set()),
        ("会社は「速いのだ」と言った。", set()),
        ("ただし、契約が必要になるのだ。", {"必要になるんだって"}),
        ("名前は「Ministral 8B」なのだ。", {"「Ministral 8B」", "「Ministral 8B」なんだって"}),
    ],
)
def test_what_a_line_may_end_in(line: str, ways: set[str]) -> None:
    chatty = [text for text, name in relays(line, "noda") if name in ("んだって", "ね", "体言止め")]
    tails = {text.rstrip("。") for text in chatty}
    assert {next(way for way in ways if tail.endswith(way)) for tail in tails} == ways
    assert len(tails) == len(ways)


def test_a_polite_line_may_be_reported() -> None:
    assert dict(relays("会社が使います。", "polite")) == {
        "会社が使うということです。": "ということです",
        "会社が使うのです。": "です",
    }
    assert {name: text for text, name in relays("会社が公開しました。", "polite")} == {
        "ということです": "会社が公開したということです。"
    }
    assert [text for text, _ in relays("大きさは10分の1です。", "polite")] == ["大きさは10分の1。"]
    assert list(relays("来年になるでしょう。", "polite")) == []


@pytest.mark.parametrize("day", [f"2024-10-{day}" for day in range(14, 25)])
@pytest.mark.parametrize("host", ["noda", "polite"])
def test_no_run_and_a_mix(day: str, host: str) -> None:
    said = _varied(_story(*FACTS, host=host), host, day)
    endings = [ending_of(text, host) for text in said]
    assert longest_run(endings) <= 3
    counts = Counter(endings)
    assert counts["んだって"] + counts["ということです"] <= 2
    if host == "noda":
        assert 0.5 <= counts["のだ"] / len(said) <= 0.75
        assert counts["ね"] >= 1
        assert counts["んだって"] >= 1


def test_the_draw_is_the_days() -> None:
    days = [tuple(_varied(_story(*FACTS), day=f"2024-10-{day}")) for day in range(10, 20)]
    assert len(set(days)) > 3
    assert days == [tuple(_varied(_story(*FACTS), day=f"2024-10-{day}")) for day in range(10, 20)]


def test_hearsay_needs_an_outlet_and_comes_after_it() -> None:
    assert not any("んだって" in text for text in _varied(_story(*FACTS, outlet=False)))
    said = _varied(_story(*FACTS))
    assert not any(
        "んだって" in text for text in said[: said.index("出典は、えだまめ新聞なのだ。") + 1]
    )


def test_a_models_hearsay_before_the_outlet_is_said_straight() -> None:
    lines = (_fact("会社が公開したのだ。"), _fact("速いんだって。", 1), _fact("安いのだ。", 2))
    said = _varied(Segment("story", "題", lines, ("a",)))
    assert said[1] == "速いのだ。"
    many = tuple(_fact(f"{n}つめも速いんだって。", n) for n in range(6))
    named = Segment("story", "題", (_frame("出典は、新聞なのだ。", "outlet"), *many), ("a",))
    assert sum("んだって" in text for text in _varied(named)) <= 2


def test_a_grave_story_has_no_chat() -> None:
    facts = ("作業員2人が死亡した。", "火は朝に出た。", "けが人は3人だ。", "原因は分かっていない。",
             "警察が調べている。", "工場は止まっている。")  # fmt: skip
    said = _varied(_story(*facts, grave=True))
    assert not any(text.rstrip("。").endswith(("ね", "んだって")) for text in said)
    assert longest_run([ending_of(text, "noda") for text in said]) <= 3


def test_frame_lines_give_way_but_never_the_fixed_ones() -> None:
    frame = tuple(_frame(f"出典その{n}は、新聞なのだ。", "outlet") for n in range(4))
    said = _varied(Segment("story", "題", frame))
    assert longest_run([ending_of(text, "noda") for text in said]) <= 3
    fixed = tuple(_frame("番組、今日はここまでなのだ。", "bye") for _ in range(4))
    assert _varied(Segment("closing", "題", fixed)) == [line.text for line in fixed]


def test_what_was_said_before_and_comes_after_counts() -> None:
    before = (
        Segment("opening", "", tuple(_frame("声はメイさんなのだ。", "bye") for _ in range(3))),
    )
    story = Segment("story", "題", (_frame("1本目は、雨の話なのだ。", "first"),))
    assert vary(story, before, (), _draw()).lines[0].text == "1本目は、雨の話。"
    after = tuple(_frame("ここまでなのだ。", "bye") for _ in range(3))
    assert vary(story, (), after, _draw()).lines[0].text == "1本目は、雨の話。"


def test_facts_give_up_their_exclamation_marks() -> None:
    facts = tuple(_fact(f"{n}つめを公開したのだ！", n) for n in range(10))
    bye = _frame("ここまでなのだ！", "bye")
    said = vary(Segment("story", "題", (*facts, bye)), (), (), _draw()).lines
    assert said[-1].text == "ここまでなのだ！"
    assert sum(line.text.endswith("！") for line in said) <= 0.2 * len(said)


def test_no_ending_makes_a_sentence_too_long() -> None:
    long = f"会社がつくったのは、{'とても' * 12}大きな大工場です。"
    story = _story("会社が公開した。", "会社が値段を下げた。", host="polite")
    lines = (*story.lines, *(_fact(long, n) for n in range(9, 14)))
    for line in vary(replace(story, lines=lines), (), (), _draw("polite")).lines:
        assert RULER.morae(line.text) <= 60


def test_endings_of_lines_skip_the_english_title() -> None:
    lines = (_fact("1つ目なのだ。2つ目。"), Line("Small Models", "係", "english"))
    assert endings_of(lines, "noda") == ("のだ", "体言止め")


_NAMES: Final = st.from_regex(r"[A-Z][A-Za-z]{1,8}([ -][0-9]B)?", fullmatch=True)
_STEMS: Final = st.sampled_from(
    [
        "{l}は{n}{u}だ。",
        "{l}が{n}{u}を公開した。",
        "会社は「{q}」と言った。",
        "{u}は、{n}{u}より高い。",
        "名前は「{l}」だ。",
        "{l}を{n}{u}で使える。",
        "{n}{u}は公開されていない。",
        "{l}は{n}{u}になる見通しだ。",
    ]
)


@settings(deadline=None, max_examples=60)
@given(
    stems=st.lists(_STEMS, min_size=3, max_size=8),
    number=st.from_regex(r"[1-9][0-9]{0,4}(\.[0-9])?", fullmatch=True),
    unit=st.sampled_from(["ドル", "億円", "%", "トークン", "GB"]),
    name=_NAMES,
    quote=st.sampled_from(["まだです", "無料なのだ。", "3Bを作りましょう", "高いね"]),
    host=st.sampled_from(["noda", "polite"]),
    day=st.integers(10, 28),
)
def test_facts_are_untouched(
    stems: list[str], number: str, unit: str, name: str, quote: str, host: str, day: int
) -> None:
    told = [stem.format(n=number, u=unit, l=name, q=quote) for stem in stems]
    story = _story(*told, host=host)
    said = _varied(story, host, f"2024-10-{day}")
    facts = re.compile(r"「[^」]*」|[0-9A-Za-z.%-]+")
    for line, text in zip(story.lines, said, strict=True):
        assert facts.findall(text) == facts.findall(line.text)
        kept = len(line.text) - 8
        assert text[:kept] == line.text[:kept]
        assert not text.rstrip("。").endswith(("のだね", "のだよ", "だろうなのだ", "ましたなのだ"))


def test_the_head_of_a_script_is_all_the_draw_knows() -> None:
    one, other = _draw(), replace(_draw(), script=Script("別の題", "2024-10-17", "zundamon"))
    assert one.chance(3, "ね") == other.chance(3, "ね")
    assert one.chance(3, "ね") != _draw(day="2024-10-18").chance(3, "ね")


def test_the_newsreader_explains_only_to_break_a_run() -> None:
    masu = [f"{n}つめの箱も、よく開きます。" for n in range(9)]
    lines = [_fact(text, at) for at, text in enumerate(masu)]
    said = _varied(Segment("story", "題", tuple(lines), ("a",)), "polite")
    assert longest_run([ending_of(text, "polite") for text in said]) <= 3
    assert sum(text.endswith("のです。") for text in said) <= 3
    calm = [
        _fact("箱は、よく開きます。"),
        _fact("値段は、2円です。", 1),
        _fact("店で見ました。", 2),
    ]
    said = _varied(Segment("story", "題", tuple(calm), ("a",)), "polite")
    assert not any(text.endswith("のです。") for text in said)
