"""Long sentences in parts that say together what the whole said."""

from __future__ import annotations

import pytest

from broadcaster.writing.splitting import day_apart, halves, without_modifier


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("値段は安いが、速さは遅い。", "値段は安い。", "ただ、速さは遅い。"),
        ("値段は安いけれど、速さは遅い。", "値段は安い。", "ただ、速さは遅い。"),
        ("機械は大きいものの、音は静かだ。", "機械は大きい。", "ただ、音は静かだ。"),
        ("値段は高いにもかかわらず、店は混む。", "値段は高い。", "それでも、店は混む。"),
        (
            "会社は機械を増やす一方で、紙を減らした。",
            "会社は機械を増やす。",
            "一方で、紙を減らした。",
        ),
        ("値段が下がったため、店は混む。", "値段が下がった。", "そのため、店は混む。"),
        ("席が足りないので、店は外に並べる。", "席が足りない。", "そのため、店は外に並べる。"),
        (
            "工事は終わったが、しかし店は閉じたままだ。",
            "工事は終わった。",
            "しかし店は閉じたままだ。",
        ),
    ],
)
def test_what_the_joint_meant_is_said(sentence: str, first: str, second: str) -> None:
    assert halves(sentence) == (first, second)


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("値段は3万円で、色は黒だ。", "値段は3万円だ。", "色は黒だ。"),
        ("数は3億2000万で、家の機械でも動く。", "数は3億2000万だ。", "家の機械でも動く。"),
        (
            "組合は「通告だ」と反発しており、交渉を申し入れる。",
            "組合は「通告だ」と反発している。",
            "交渉を申し入れる。",
        ),
        (
            "塀が倒れる被害が出ているほか、停電が続く。",
            "塀が倒れる被害が出ている。",
            "また、停電が続く。",
        ),
    ],
)
def test_what_is_so_is_said_by_itself(sentence: str, first: str, second: str) -> None:
    assert halves(sentence) == (first, second)


def test_a_report_rules_over_both_halves() -> None:
    assert halves("機械は安いものの、音が大きいことが示された。") == (
        "機械は安いことが示された。",
        "ただ、音が大きいことが示された。",
    )
    assert halves("機械は安いですが、音が大きいことが示されました。") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "会社は速く作るため、機械を買った。",
        "値段が下がったため店は混む。",
        "静かなので、店は混む。",
        "会社が、工場を建てた。",
        "値段は安いが、速さは遅いと社長が話した。",
        "値段は安いので、売れる見通しだ。",
        "店は「安いが、遅い」と書いた。",
    ],
)
def test_stays_whole(sentence: str) -> None:
    assert halves(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "10月28日午前9時20分ごろ、町でバスが柱に当たった。",
            ("町でバスが柱に当たった。", "それは、10月28日午前9時20分ごろのことだ。"),
        ),
        ("10月16日、会社が店を開いた。", ("会社が店を開いた。", "それは、10月16日のことだ。")),
        (
            "去年12月11日の月曜日、会社が店を開いた。",
            ("会社が店を開いた。", "それは、去年12月11日の月曜日のことだ。"),
        ),
        (
            "学校は10月21日の週、授業を公開した。",
            ("学校は授業を公開した。", "それは、10月21日の週のことだ。"),
        ),
    ],
)
def test_who_did_what_comes_before_when(sentence: str, parts: tuple[str, str]) -> None:
    assert day_apart(sentence) == parts


@pytest.mark.parametrize(
    "sentence",
    [
        "10月16日に会社が建てた店は大きい。",
        "10月16日、会社が店を開く。",
        "10月16日、会社が店を開くと発表した。",
        "10月16日、店が開くのは初めてだった。",
        "会社が店を開いた。",
    ],
)
def test_when_stays_where_it_is(sentence: str) -> None:
    assert day_apart(sentence) is None


def test_only_a_name_loses_what_describes_it() -> None:
    assert without_modifier("10月16日、資金を集めたばかりのMistralが、品を出した。") == (
        "10月16日、Mistralが、品を出した。"
    )
    assert without_modifier("最初の品である70億パラメータモデルは、速い。") is None


def test_a_long_sentence_is_parted_at_its_joint() -> None:
    sentence = "会社は新しい工場を作りましたが、古い工場も残しています。"
    assert halves(sentence) == ("会社は新しい工場を作りました。", "古い工場も残しています。")


def test_two_deeds_of_one_doer_are_told_apart() -> None:
    assert halves("会社は海の近くに工場を建て、町の人を雇った。") == (
        "会社は海の近くに工場を建てた。",
        "町の人を雇った。",
    )


def test_a_name_loses_its_modifier_and_a_thing_does_not() -> None:
    assert without_modifier("10月16日、資金を集めたMistralが、モデルを出した。") == (
        "10月16日、Mistralが、モデルを出した。"
    )
    assert without_modifier("資金を集めた会社が、モデルを出した。") is None
    assert without_modifier("報道によると町を出たMistralが、モデルを出した。") is None


@pytest.mark.parametrize(
    "sentence",
    [
        "工場は大きいが、値段は高いと述べた。",
        "工場は大きいと言われるが、遅いと述べた。",
        "工場は「大きいが、遅い」建物だ。",
        "工場が、とても大きい。",
        "会社は工場を建て、町が人を雇った。",
        "会社は工場を建て、人を雇う。",
        "会社は工場を建て、雇った人を育てた。",
    ],
)
def test_what_would_change_its_meaning_is_never_parted(sentence: str) -> None:
    assert halves(sentence) is None


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        (
            "10月16日、工場で爆発があり、従業員3人が死亡した。",
            "10月16日、工場で爆発があった。",
            "従業員3人が死亡した。",
        ),
        ("橋が落ち、車2台が川に沈みました。", "橋が落ちた。", "車2台が川に沈みました。"),
    ],
)
def test_two_events_with_a_doer_each_are_told_apart(sentence: str, first: str, second: str) -> None:
    assert halves(sentence) == (first, second)


@pytest.mark.parametrize(
    "sentence",
    [
        "会社は工場が壊れ、人がけがをしたと説明した。",
        "値段が下がり、客が増える。",
    ],
)
def test_events_that_something_rules_over_stay_together(sentence: str) -> None:
    assert halves(sentence) is None
