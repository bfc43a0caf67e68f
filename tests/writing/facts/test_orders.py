"""What a sentence sets above and below what."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence
from broadcaster.writing.facts.claims.changes import changes
from broadcaster.writing.facts.claims.listed import listed
from broadcaster.writing.facts.claims.order import PAST
from broadcaster.writing.facts.claims.orders import orders
from broadcaster.writing.facts.claims.statements import statement


@pytest.mark.parametrize(
    ("text", "scale", "sign"),
    [
        ("学習の速さはH100を2割下回った。", "speed", -1),
        ("H100より2割も速かったのだ。", "speed", 1),
        ("気温は14度と昨年の22度を下回った。", "heat", -1),
        ("去年よりも暑いのだ。", "heat", 1),
        ("一時金は組合の要求に届かなかった。", "amount", -1),
        ("売上高は前年を上回らなかった。", "amount", -1),
        ("It held less oxygen than the water above it.", "amount", -1),
        ("Profit slipped to 390 million from 420 million.", "amount", -1),
        ("It answered in 0.6 seconds, compared with 1.4 seconds for the rival.", "speed", 1),
        ("女性は男性の約3.6倍に上る。", "amount", 1),
        ("値段は木綿の1.5倍だ。", "price", 1),
        ("伸びは、使っていない学校より大きかった。", "amount", 1),
        ("部屋の広さは隣より大きい。", "size", 1),
        ("正答率は米ナギ社の「Lumen 3」(70億)の85.9%を上回った。", "amount", 1),
        ("扱える数でライバルに負けている。", "win", -1),
        ("It served twice as many ships as Skrog did.", "amount", 1),
        ("It trailed Pelagos 4 on the test.", "amount", -1),
        ("電池は去年、太陽光パネルに追い抜かれたのだ。", "amount", -1),
        ("針葉樹のほうが、楓より空気を冷やしたのだ。", "amount", 1),
        ("The effect was larger in women than in men.", "amount", 1),
        ("14Bのほうが8Bのラマより成績がよかった。", "merit", 1),
        ("10月の件数は前年同月の3倍になった。", "amount", 1),
        ("新しい扇風機は前の機種より静かだ。", "noise", -1),
        ("正答率が70%を超えたモデルは一つもなかった。", "amount", -1),
        ("1位はアオバ、2位はスクログだった。", "rank", 1),
        ("Norway came first, followed by Denmark.", "rank", 1),
    ],
)
def test_scale_and_direction(text: str, scale: str, sign: int) -> None:
    (one,) = orders(statement(0, text, None))
    assert (one.scale, one.sign) == (scale, sign)


def test_the_year_before_is_one_side() -> None:
    (one,) = orders(statement(0, "売り上げは前の年を上回ったのだ。", None))
    assert PAST in one.than


@pytest.mark.parametrize(
    "text", ["以前より前から続く祭りだ。", "Prices fell.", "気温は14度だった。"]
)
def test_no_comparison(text: str) -> None:
    assert orders(statement(0, text, None)) == ()


def test_brackets_verbs_and_appositions_belong_to_what_is_beside() -> None:
    (one,) = orders(statement(0, "得点は、ライバル、アオバの60点より少ない。", None))
    assert {"w:アオバ", "c:rival"} <= one.than
    (other,) = orders(statement(0, "速さでは、ハルカが作ったソラノには届かなかった。", None))
    assert {"w:ハルカ", "w:ソラノ"} <= other.than


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("売上高が前の期比4.2%減の6180億円だった。", -1),
        ("待機時の電力は22ワットから25ワットになった。", 1),
        ("リーコムは出荷を2.1%減らした。", -1),
        ("Shares of Pellucid fell 3.8%.", -1),
    ],
)
def test_growth_is_beside_the_time_before(text: str, sign: int) -> None:
    (one,) = changes(statement(0, text, None))
    assert (one.than, one.sign) == (frozenset((PAST,)), sign)


def test_two_figures_of_a_list_are_an_order() -> None:
    (one,) = listed(statement(0, "桐野市の予算は8億円、波多町は3億円だ。", None))
    assert one.sign == 1
    assert "w:波多" in one.than or "w:波多町" in one.than


LIBRARIES = Article(
    "3" * 16,
    "図書館の貸出数",
    (
        Paragraph("貸出数は桐野市が14冊で最も多く、波多町の12冊が続いた。"),
        Paragraph("雑誌の貸出は前年度から8%減った。"),
        Paragraph("20代の利用は0.4回で、10代の0.9回を下回った。"),
        Paragraph("映画祭では118本を上映する。昨年の96本を上回り、過去最多となった。"),
        Paragraph("桐野市の年間予算は8億円、波多町は3億円だ。"),
    ),
    published="2025-06-12",
)


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("いちばん多いのは桐野市で、波多町がその次なのだ。", False),
        ("いちばん多いのは波多町で、桐野市がその次なのだ。", True),
        ("雑誌の貸出は、前の年度より少なくなったのだ。", False),
        ("雑誌の貸出は、前の年度より多くなったのだ。", True),
        ("20代は10代よりも図書館を使わないのだ。", False),
        ("20代は、10代より多いのだ。", True),
        ("上映する映画は、去年より多いのだ。", False),
        ("上映する映画は118本で、去年より少ないのだ。", True),
        ("年間の予算は、桐野市のほうが波多町より多いのだ。", False),
        ("年間の予算は、波多町のほうが桐野市より多いのだ。", True),
    ],
)
def test_orders_of_an_article(line: str, doubted: bool) -> None:
    found = Evidence.of(LIBRARIES).doubts(line)
    assert any(one.kind == "comparison" for one in found) == doubted


RELEASE = Article(
    "4" * 16,
    "ツバメ3.2を公開",
    (
        Paragraph("新モデル「ツバメ3.2」が公開された。"),
        Paragraph("一度に扱える長さは25万6000トークンで、ツバメ3.1の6万4000トークンの4倍となる。"),
        Paragraph("正答率は81.4%となり、ツバメ3.1の74.9%を上回った。"),
        Paragraph("一方、数学では62.3%で、米ノルド社のOrca 4の68.0%に届かなかった。"),
        Paragraph("利用者の伸び率は9月の3.1%から縮んだ。"),
        Paragraph("総資産は北浜銀行が5兆9000億円、南波銀行が3兆5000億円。"),
        Paragraph("イチゴが傷むまでの日数は平均11日で、紙の7日より長かった。"),
    ),
    published="2025-06-12",
)


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("一度に扱える長さは、前の版の4倍なのだ。", False),
        ("一度に扱える長さは25万6000トークン。前のモデルの4倍なんだって。", False),
        ("正答率は、前の版より低いのだ。", True),
        ("数学は62.3%。Orca 4の68.0%より低いのだ。", False),
        ("数学は62.3%。Orca 4の68.0%より高いのだ。", True),
        ("正答率は、ツバメ3.1だけでなく、数学ではOrca 4も上回ったのだ。", True),
        ("利用者の伸びは9月の3.1%より小さくなったのだ。", False),
        ("利用者の伸びは9月の3.1%より大きくなったのだ。", True),
        ("総資産は、北浜銀行のほうが南波銀行より大きいのだ。", False),
        ("総資産は、南波銀行のほうが北浜銀行より大きいのだ。", True),
        ("傷むまでの日数は、紙で包んだほうが長かったのだ。", True),
    ],
)
def test_versions_growth_and_sides_told_otherwise(line: str, doubted: bool) -> None:
    found = Evidence.of(RELEASE).doubts(line)
    assert any(one.kind == "comparison" for one in found) == doubted


MILLS = Article(
    "5" * 16,
    "コーヒーミル2台を比べた",
    (
        Paragraph("騒音計で測ると、ハヤセ20は78デシベル、ノクトは64デシベルだった。"),
        Paragraph("豆20gを挽く時間は、ハヤセ20が15秒、ノクトが42秒。"),
        Paragraph("海外の店は、台湾の28店と韓国の9店がある。"),
        Paragraph("ハヤセ社の株価は前日比74円安の2386円だった。"),
        Paragraph("工場の煙突は全長46メートルで、県内では3番目に大きい。"),
        Paragraph("営業時間は平均9時間10分。3年前は10時間25分だった。"),
    ),
    published="2025-06-12",
)


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("音は、ノクトのほうがハヤセ20より静かなのだ。", False),
        ("音は、ハヤセ20のほうがノクトより静かなのだ。", True),
        ("豆を挽くのは、ハヤセ20のほうがノクトより速いのだ。", False),
        ("豆を挽くのは、ノクトのほうがハヤセ20より速いのだ。", True),
        ("海外の店は、韓国より台湾のほうが多いのだ。", False),
        ("海外の店は、台湾より韓国のほうが多いのだ。", True),
        ("ハヤセ社の株価は2386円で、前の日より74円安かったのだ。", False),
        ("ハヤセ社の株価は2386円で、前の日より74円高かったのだ。", True),
        ("工場の煙突は、県内で3番目に大きいのだ。", False),
        ("工場の煙突は、県内で一番大きいのだ。", True),
        ("営業時間の平均は、3年前より短くなったのだ。", False),
        ("営業時間の平均は、3年前より長くなったのだ。", True),
    ],
)
def test_figures_of_two_sides_signs_and_ranks(line: str, doubted: bool) -> None:
    found = Evidence.of(MILLS).doubts(line)
    assert any(one.kind == "comparison" for one in found) == doubted
