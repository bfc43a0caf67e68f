"""Numbers, ranges and days that are read for what they are: honest lines pass, errors do not."""

from __future__ import annotations

import pytest

from broadcaster.nouns import Article, Paragraph
from broadcaster.writing.facts import Evidence

TEXTS = {
    "range": (
        "組み立てにかかる時間は15〜20時間ほど。保証の期間は40時間の試験で決める。"
        "会場までは30キロある。"
    ),
    "survey": (
        "使う人は38.6%で、前年の24.1%から増えた。30代が46.2%で最も高く、"
        "20代の44.8%をわずかに上回った。作業は1日平均で26分減った。"
        "来場者は今年が4万2千人、昨年は3万8千人だった。"
    ),
    "bus": (
        "市は2日、無料バスの運行を5月10日に始めると発表した。期間は7月31日まで。"
        "1日6便から9便に増やす。見学会は17、18の両日に開く。"
    ),
    "library": (
        "会費は300円で、市外の人は500円かかる。借りられるのは12歳以上で、"
        "夜間の閲覧室の利用は16歳以上に限る。30日以上返さないと半年間使えない。"
        "工事の費用は見込みより12億円多い96億円となった。"
        "北口の改札は10月4日に、南口の改札は11月8日に使えるようになる。"
    ),
    "robot": "新型の「ハヤテ3」は、最高速度を秒速1.5メートルから3メートルに高めた。",
    "lander": (
        "The lander Heron-3 reached orbit on June 20 after a 19-day voyage. We checked it twice. "
        "An outage lasted 7 hours and 40 minutes. The model has 415 billion parameters, "
        "of which 22 billion are active for each token. Artemis II will fly in the spring of 2027."
    ),
}


def doubts(name: str, line: str) -> tuple[str, ...]:
    article = Article("0" * 16, "", (Paragraph(TEXTS[name]),), published="2025-06-21")
    return tuple(one.claim for one in Evidence.of(article).doubts(line))


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("range", "組み立てには15時間から20時間くらいかかるのだ。"),
        ("survey", "去年は24.1%だったのに、38.6%に増えたのだ。"),
        ("survey", "30代は46.2%で、20代も44.8%なのだ。"),
        ("survey", "作業は1日あたり26分減ったのだ。"),
        ("survey", "今年は4万2000人が来て、去年の3万8000人より多いのだ。"),
        ("bus", "無料のバスは5月10日から7月31日まで走るのだ。"),
        ("bus", "1日9便に増えるのだ。"),
        ("library", "閲覧室を夜に使えるのは16歳からなのだ。"),
        ("library", "1カ月くらい返さないと、6カ月も使えなくなるのだ。"),
        ("library", "工事のお金は12億円もふくらんだのだ。"),
        ("library", "北口の改札は10月4日、南口の改札は11月8日からなのだ。"),
        ("robot", "ハヤテ3は1秒に3メートル進めるのだ。"),
        ("lander", "6月20日に軌道に入るまで、19日の旅だったのだ。"),
        ("lander", "2回も確認したのだ。"),
        ("lander", "8時間近く止まったのだ。"),
        ("lander", "トークンごとに働くのは220億パラメータだけなのだ。"),
        ("lander", "アルテミス2は2027年の春に飛ぶのだ。"),
    ],
)
def test_licensed(name: str, line: str) -> None:
    assert doubts(name, line) == ()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("range", "組み立てには15時間から40時間くらいかかるのだ。"),
        ("range", "組み立てには20から30時間かかるのだ。"),
        ("survey", "去年は4万2000人が来たのだ。"),
        ("survey", "作業は1日あたり62分減ったのだ。"),
        ("bus", "無料のバスは5月10日から7月13日まで走るのだ。"),
        ("bus", "見学会は17日と19日に開くのだ。"),
        ("library", "夜間の閲覧室の利用は、12歳以上なのだ。"),
        ("library", "工事の費用は12億円になったのだ。"),
        ("library", "北口の改札は11月8日、南口の改札は10月4日からなのだ。"),
        ("robot", "最高速度は時速3メートルになったのだ。"),
        ("lander", "6月20日に軌道に入るまで、91日の旅だったのだ。"),
        ("lander", "アルテミス2は2029年の春に飛ぶのだ。"),
    ],
)
def test_not_licensed(name: str, line: str) -> None:
    assert doubts(name, line)
