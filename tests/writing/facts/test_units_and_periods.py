"""Unit symbols, parts, sums, quarters, decades: honest lines pass, what is planted is found."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TEXTS = {
    "phone": (
        "新型スマートフォンの電池は5200ミリアンペア時で、画面の明るさは最大1800ニ"
        "ト。動画は毎秒120フレームで撮れ、重さは184グラム、厚さは7.6ミリメートル"
        "。消費電力は15ワット、充電の電圧は20ボルト。印刷の解像度は600dpi。動作"
        "音は38デシベル。演算性能は45テラフロップス、メモリーは16ギガバイト、動作周"
        "波数は3.2ギガヘルツ。"
    ),
    "power": (
        "A 300-megawatt plant will power 120,000 homes. Each turbine stands 148 metres tall"
        " and makes 95 decibels of noise. The battery stores 600 megawatt-hours, and the pu"
        "mp moves 40 litres a second. The motor has 210 horsepower and spins at 9,000 revol"
        "utions per minute."
    ),
    "crew": (
        "乗務員は必要な80人のうち64人を確保した。工事は12階まで進み、寄付は目標30"
        "00万円に対し2100万円が集まった。申し込みは200件まで受け付ける。"
    ),
    "hall": (
        "音楽祭の指定席は1席7500円で、3月3日に発売した1800席は当日に完売した。"
        "グッズは1個900円で、用意した5000個がなくなった。バスは5台のうち2台が故"
        "障し、残る3台で運行する。"
    ),
    "price": (
        "レタスは1玉140円で、前年の280円から半値になった。タマネギは1袋198円だ"
        "った。開業から半世紀を迎えた店で、費用は2社が折半する。"
    ),
    "bus": (
        "総工費は8億4000万円で、このうち3分の1を県が負担する。参加者は合計240人"
        "で、うち30人が子どもだった。"
    ),
    "game": (
        "新作の配信は6月12日に始まり、7月2日に100万本に達した。開発は3年かかった"
        "。次の更新は8月15日に行う。"
    ),
    "bank": (
        "東銀行の預金は3兆2000億円、西銀行の預金は1兆4500億円だった。行員は東銀"
        "行が2100人、西銀行が900人。店の名前は一つに決める。"
    ),
    "quarter": (
        "Orvane said revenue in the three months to September rose 12% to $2.4 billion. Pro"
        "fit for the six months to September was $510 million. It will open a plant in May "
        "2027."
    ),
    "decade": (
        "The lake froze 21 days a year in the early 1970s, against 9 in the 2010s. The dam "
        "was built in 1964. The town had 5,200 people in the late 1990s."
    ),
    "decadej": (
        "この工場は1980年代後半に建てられ、1994年に増築された。会員は1970年代に3万人いた。"
    ),
}


def doubts(name: str, line: str) -> tuple[str, ...]:
    article = Article("0" * 16, "", (Paragraph(TEXTS[name]),), published="2025-07-20")
    return tuple(one.claim for one in Evidence.of(article).doubts(line))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("phone", "電池は5200mAhなのだ。"),
        ("phone", "画面は最大で1800nitsの明るさなのだ。"),
        ("phone", "動画は120fpsで撮れるのだ。"),
        ("phone", "重さは184g、厚さは7.6mmなのだ。"),
        ("phone", "消費電力は15W、充電は20Vなのだ。"),
        ("phone", "音は38dBなのだ。"),
        ("phone", "演算性能は45TFLOPS、メモリは16GBなのだ。"),
        ("phone", "3.2GHzで動くのだ。"),
        ("phone", "1秒に120コマの動画が撮れるのだ。"),
        ("power", "300MWの発電所なのだ。"),
        ("power", "風車は1基が高さ148m、音は95dBなのだ。"),
        ("power", "電池には600MWhためられるのだ。"),
        ("power", "ポンプは1秒に40Lの水を動かすのだ。"),
        ("power", "モーターは210馬力で、9000rpmで回るのだ。"),
        ("power", "12万世帯に電気を送るのだ。"),
        ("crew", "乗務員は64人まで確保できているのだ。"),
        ("crew", "乗務員は80人必要で、64人は確保済みなのだ。"),
        ("crew", "工事は12階まで進んだのだ。"),
        ("crew", "寄付は2100万円まで集まっているのだ。"),
        ("crew", "申し込みは200件までなのだ。"),
        ("hall", "指定席の1800席は、その日のうちに売り切れたのだ。"),
        ("hall", "グッズの5000個は、もうなくなったのだ。"),
        ("hall", "バスが2台故障したけど、残りの3台で走るのだ。"),
        ("hall", "5台のバスのうち2台が壊れたのだ。"),
        ("hall", "指定席は1席7500円なのだ。"),
        ("price", "レタスは1玉140円で、前の年の半分の値段なのだ。"),
        ("price", "レタスの値段は去年の半額なのだ。"),
        ("price", "店は開業から50年なのだ。"),
        ("price", "費用は2社が半分ずつ出すのだ。"),
        ("price", "レタスは去年より140円安いのだ。"),
        ("bus", "全部の工事費は8億4000万円なのだ。"),
        ("bus", "全部で240人が参加して、そのうち30人が子どもなのだ。"),
        ("bus", "工事費は全部で8億4000万円、その3分の1は県が出すのだ。"),
        ("game", "配信からたった20日で100万本なのだ。"),
        ("game", "配信開始から20日、100万本に達したのだ。"),
        ("game", "100万本に届いたのは、配信からわずか20日なのだ。"),
        ("bank", "2つの銀行の預金を足すと、4兆6500億円になるのだ。"),
        ("bank", "預金は合わせて4兆6500億円なのだ。"),
        ("bank", "行員は2つの銀行を合計すると3000人なのだ。"),
        ("bank", "預金の合計は4兆6500億円なのだ。"),
        ("bank", "預金を合算すると4兆6500億円になるのだ。"),
        ("quarter", "7月から9月の売上は24億ドルなのだ。"),
        ("quarter", "7〜9月期の売上は12%増えたのだ。"),
        ("quarter", "4月から9月までの利益は5億1000万ドルなのだ。"),
        ("quarter", "7月から9月の3か月で、24億ドルを売り上げたのだ。"),
        ("decade", "1970年代の初めには、1年に21日凍っていたのだ。"),
        ("decade", "70年代のはじめは21日凍っていたのだ。"),
        ("decade", "90年代の終わりごろ、町には5200人がいたのだ。"),
        ("decadej", "工場は80年代の後半に建ったのだ。"),
        ("decadej", "増築は90年代なのだ。"),
        ("decadej", "1970年代には会員が3万人いたのだ。"),
    ],
)
def test_licensed(name: str, line: str) -> None:
    assert doubts(name, line) == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("phone", "電池は2500mAhなのだ。"),
        ("phone", "画面は最大で8100nitsの明るさなのだ。"),
        ("phone", "動画は210fpsで撮れるのだ。"),
        ("phone", "重さは184kgなのだ。"),
        ("phone", "厚さは7.6cmなのだ。"),
        ("phone", "音は83dBなのだ。"),
        ("phone", "メモリは16MBなのだ。"),
        ("phone", "3.2MHzで動くのだ。"),
        ("power", "300kWの発電所なのだ。"),
        ("power", "風車は高さ148cmなのだ。"),
        ("power", "電池には600kWhためられるのだ。"),
        ("power", "モーターは9000馬力なのだ。"),
        ("crew", "乗務員は46人まで確保できているのだ。"),
        ("crew", "申し込みは200件以上受け付けるのだ。"),
        ("hall", "指定席の5000席は、その日のうちに売り切れたのだ。"),
        ("hall", "グッズは1個7500円なのだ。"),
        ("price", "レタスは1玉140円で、前の年の3分の1の値段なのだ。"),
        ("price", "店は開業から70年なのだ。"),
        ("bus", "全部の工事費は4億8000万円なのだ。"),
        ("bus", "参加した240人は、全員が子どもなのだ。"),
        ("game", "配信からたった12日で100万本なのだ。"),
        ("game", "配信からわずか30日で100万本なのだ。"),
        ("game", "次の更新は7月15日なのだ。"),
        ("bank", "2つの銀行の預金を足すと、4兆5600億円になるのだ。"),
        ("bank", "行員は2つの銀行を合計すると4000人なのだ。"),
        ("bank", "東銀行の預金は4兆6500億円なのだ。"),
        ("quarter", "4月から6月の売上は24億ドルなのだ。"),
        ("quarter", "7月から12月の利益は5億1000万ドルなのだ。"),
        ("quarter", "6月から9月の売上は24億ドルなのだ。"),
        ("decade", "1980年代の初めには、1年に21日凍っていたのだ。"),
        ("decade", "60年代のはじめは21日凍っていたのだ。"),
        ("decade", "1970年代の終わりには、1年に21日凍っていたのだ。"),
        ("decadej", "工場は1980年代の前半に建ったのだ。"),
    ],
)
def test_not_licensed(name: str, line: str) -> None:
    assert doubts(name, line)
