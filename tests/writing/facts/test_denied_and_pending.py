"""What is denied, put off, waited for or only partly done, told so and told otherwise."""

from __future__ import annotations

import pytest

from tests.writing.facts.lines import evidence

LIBRARY = {
    "title": "市立図書館が新しい貸出機",
    "published": "2025-06-12",
    "text": "高浜市は11日、市立図書館に新しい貸出機を入れると発表した。"
    "登録のやり直しは不要で、古い館内端末は対象外とする。"
    "点字版の資料を作る計画はない。夜間開館の再開時期は示さなかった。"
    "本の移し替えは6割が終わり、残りは来年3月までに済ませる。"
    "導入は当初この夏の予定だったが、部品の不足で来年4月に延びた。"
    "市は県の補助を申請している。",
}
FERRY = {
    "title": "Kestrel Line orders two ferries",
    "published": "2025-06-12",
    "text": "Kestrel Line has agreed to buy two ferries from the Brandvik yard for $90 million. "
    "The deal is subject to approval by the port authority. "
    "The operator will take delivery of the first ferry in May 2027. "
    "Crews will not have to retrain, and the ships carry no backup diesel engine. "
    "Do not use the old boarding app: it loses tickets. "
    "The line declined to say how much fares will rise.",
}
HONEST = [
    (LIBRARY, "登録をやり直さなくてもいいのだ。"),
    (LIBRARY, "本の移し替えは、もう6割終わっているのだ。"),
    (LIBRARY, "もともと夏に入れる予定だったけど、来年4月に延びちゃったのだ。"),
    (LIBRARY, "夜の開館がいつ再開するかは、言っていないのだ。"),
    (LIBRARY, "残りの本はこれから移すのだ。"),
    (FERRY, "ケストレル・ラインが、フェリー2隻を9000万ドルで買うことに合意したのだ。"),
    (FERRY, "いまは港湾当局の承認を待っているところなのだ。"),
    (FERRY, "古い乗船アプリは使っちゃダメなのだ。"),
    (FERRY, "運賃がいくらになるのかは、教えてくれなかったのだ。"),
]
PLANTED = [
    (LIBRARY, "新しい貸出機では、登録のやり直しが必要なのだ。"),
    (LIBRARY, "点字版の資料も作る計画があるのだ。"),
    (LIBRARY, "本の移し替えは、もうすべて終わったのだ。"),
    (LIBRARY, "夜間開館の再開時期も示したのだ。"),
    (FERRY, "ケストレル・ラインは、もう最初のフェリーを受け取ったのだ。"),
    (FERRY, "新しい船は、予備のディーゼルエンジンも積んでいるのだ。"),
    (FERRY, "港湾当局は、すでに買収を承認したのだ。"),
]


@pytest.mark.parametrize(("article", "line"), HONEST)
def test_what_the_article_says_is_not_doubted(article: dict[str, str], line: str) -> None:
    assert not evidence(article).doubts(line)


@pytest.mark.parametrize(("article", "line"), PLANTED)
def test_what_it_does_not_say_is_doubted(article: dict[str, str], line: str) -> None:
    assert evidence(article).doubts(line)
