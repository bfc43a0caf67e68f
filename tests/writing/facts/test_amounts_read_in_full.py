"""Amounts, dates and names that are told in other forms than the article's own."""

from __future__ import annotations

import pytest

from tests.writing.facts.lines import evidence

_JAPANESE = """
市立図書館は7月1日、電子図書の貸し出しを月1200回から月2000〜2600回へ増やすと発表した。説明会は14日に開く。
館内の端末は1台あたり容量480ワットアワーの電池で動く。利用者でいちばん若い人はなんと6歳だった。
検索システム「しおりIII」は最大16万トークンを読み込める。2.4以前の版のサポートは9月末で終わる。
端末の重さは片手で持てる462グラムで、前の機種は700グラムだった。夜間モードでは連続で11時間、通常は4時間使える。
最終の入館は18時20分から19時に繰り下げる。修理には6日から9日間かかる。開発は青葉通商と、事業者のモリノハーバーが担った。
"""
_ENGLISH = """
Thirty-four of the lakes are now less than 12 metres deep, the team at Hollow Brook Institute said.
A full wash takes 54 minutes and the short one is 19.
It uses 2.4 gallons of water, and the old one needed 5.
My battery went from 12-14 days down to 5-6. The camera has a 24-megapixel sensor.
The rack takes 30 kg, and the trailer's only 18. Bats call between 20 and 90 kilohertz.
"This was never about four dollars," she said. Drivers will keep their jobs.
Versions before 3.2 are safe.
"""
_HONEST_JA = (
    "貸し出しは月1200回から、2000回ないし2600回に増えるのだ。",
    "説明会は今月14日にあるのだ。",
    "480Whの電池で動くのだ。",
    "利用者でいちばん若い人は6歳なのだ。",
    "検索システムのしおり3は、16万トークンまで読めるのだ。",
    "端末は500グラムないのだ。",
    "前の機種より238グラムも軽いのだ。",
    "最後に入れる時間は40分遅くなるのだ。",
)
_PLANTED_JA = (
    "検索システムは最大16万文字を読み込めるのだ。",
    "夜間モードなら、7時間続けて使えるのだ。",
    "修理には6日から12日間かかるのだ。",
    "前の機種より258グラムも軽いのだ。",
    "開発したのは青葉銀行なのだ。",
    "開発を担ったのは、事業者のモリノブリッジなのだ。",
)
_HONEST_EN = (
    "34の湖は、いまや深さが12メートルもないのだ。",
    "ふつうに洗うと54分、短いほうなら19分なのだ。",
    "電池は12〜14日もっていたのが、5〜6日に減ったのだ。",
    "センサーは2400万画素なのだ。",
    "荷台は30キロまで、トレーラーは18キロまでなのだ。",
    "コウモリは20キロから90キロヘルツで鳴くのだ。",
    "運転士さんの仕事はなくならないのだ。",
    "3.2より前のバージョンなら大丈夫なのだ。",
    "調べたのはホロウブルック研究所なのだ。",
)
_PLANTED_EN = (
    "43の湖は、いまや深さが12メートルもないのだ。",
    "短いほうの洗い方なら16分なのだ。",
    "1回に使う水は2.4リットルなのだ。",
    "トレーラーに積めるのは13キロまでなのだ。",
    "センサーは2400万キロバイトなのだ。",
)


def _doubted(text: str, line: str) -> bool:
    row = {"title": "お知らせ", "published": "2025-07-01", "text": text}
    return bool(evidence(row).doubts(line))


@pytest.mark.parametrize("line", _HONEST_JA)
def test_another_form_of_a_japanese_articles_amount_is_no_error(line: str) -> None:
    assert not _doubted(_JAPANESE, line)


@pytest.mark.parametrize("line", _HONEST_EN)
def test_another_form_of_an_english_articles_amount_is_no_error(line: str) -> None:
    assert not _doubted(_ENGLISH, line)


@pytest.mark.parametrize("line", _PLANTED_JA)
def test_a_wrong_amount_or_name_of_a_japanese_article_is_doubted(line: str) -> None:
    assert _doubted(_JAPANESE, line)


@pytest.mark.parametrize("line", _PLANTED_EN)
def test_a_wrong_amount_of_an_english_article_is_doubted(line: str) -> None:
    assert _doubted(_ENGLISH, line)
