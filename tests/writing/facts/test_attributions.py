"""Whose words a line tells, and what they are called by."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence
from broadcaster.writing.facts.naming.initials import initials

SAID = Article(
    "3" * 16,
    "ミナト電子が新型を発表",
    (
        Paragraph("ミナト電子は4日、小型の翻訳機を発表した。海外での売却は考えていないという。"),
        Paragraph("開発した早瀬部長は「軽さにこだわった」と話した。"),
        Paragraph("修理費については「まだ決めていない」と答えた。"),
        Paragraph("調査会社ツクモの大庭研究員は「部品の高さが課題だ」と指摘した。"),
    ),
    published="2025-04-04",
)
TOLD = Article(
    "4" * 16,
    "Portmere votes",
    (
        Paragraph('"Speed is what people notice first," said Priya Raman of Quill in Oregon.'),
        Paragraph("The European Central Bank and PlayStation 5 owners in Portmere were silent."),
        Paragraph("Chief Daniel Okafor denied it."),
    ),
    published="2025-04-04",
    language="en",
)


@pytest.fixture(scope="module")
def proof() -> Evidence:
    return Evidence.of(SAID)


@pytest.fixture(scope="module")
def foreign() -> Evidence:
    return Evidence.of(TOLD)


@pytest.mark.parametrize(
    "line",
    [
        "部品の高さが課題だ、とミナト電子の早瀬部長は発表会で認めたのだ。",
        "部品が高いのが課題だと、早瀬部長が話しているのだ。",
        "「軽さにこだわった」。そう胸を張ったのは、ツクモの大庭研究員なのだ。",
        "「軽さにこだわった」と会場で強調したのは、大庭研究員なのだ。",
    ],
)
def test_words_of_another(proof: Evidence, line: str) -> None:
    assert "speaker" in [doubt.kind for doubt in proof.doubts(line)]


@pytest.mark.parametrize(
    "line",
    [
        "修理費はまだ決めていないと、早瀬部長は答えたのだ。",
        "「軽さにこだわった」。そう話したのは、早瀬部長なのだ。",
        "「部品の高さが課題だ」と、調査会社の大庭研究員が指摘したのだ。",
        "軽さにこだわって作ったのは、早瀬部長なのだ。",
    ],
)
def test_words_of_his_own(proof: Evidence, line: str) -> None:
    assert proof.doubts(line) == ()


def test_a_translation_tells_the_same_things(foreign: Evidence) -> None:
    assert foreign.doubts("ラマンさんは「みんなが最初に気づくのは速さだ」と話したのだ。") == ()
    changed = foreign.doubts("ラマンさんは「みんなが最初に気づくのは価格だ」と話したのだ。")
    assert [doubt.kind for doubt in changed] == ["quotation"]


def test_names_by_first_letters_and_by_country(foreign: Evidence) -> None:
    assert foreign.names.knows("ECB")
    assert foreign.names.knows("PS5")
    assert foreign.names.knows("アメリカ")
    assert not foreign.names.knows("ドイツ")
    assert not foreign.names.knows("PS4")
    assert initials("the Federal Aviation Administration")["FAA"]


FORECAST = Article(
    "5" * 16,
    "台風が接近",
    (
        Paragraph("気象庁は6日、台風12号が南の海上にあると発表した。雨の範囲は広がっている。"),
        Paragraph("同庁の立花修予報課長は会見で「早めに備えを終えてほしい」と呼びかけた。"),
        Paragraph("南港市の村雨佳代頭取相談役も「店は開ける」と話した。"),
    ),
    published="2025-09-06",
)


@pytest.mark.parametrize(
    "line",
    [
        "気象庁の立花予報課長は「早めに備えを終えてほしい」と呼びかけているのだ。",
        "立花予報課長は、雨の範囲は広がっているけど「早めに備えを終えてほしい」と話しているのだ。",
    ],
)
def test_a_man_by_his_family_name_and_title(line: str) -> None:
    assert Evidence.of(FORECAST).doubts(line) == ()


def test_words_that_the_man_with_the_title_has_not_said() -> None:
    doubts = Evidence.of(FORECAST).doubts("気象庁の立花予報課長は「店は開ける」と話したのだ。")
    assert [one.kind for one in doubts][:1] == ["speaker"]
