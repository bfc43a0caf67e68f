"""Lines over English articles: told in other words, denied in one clause of several, by whom."""

from __future__ import annotations

import pytest

from broadcaster import reading
from broadcaster.nouns import Article, Paragraph
from broadcaster.programme import Lexicon
from broadcaster.writing.facts import Evidence

BANK = Article(
    "6" * 16,
    "Tidewater Bank fined over frozen accounts",
    (
        Paragraph("Tidewater Bank was fined £18m for freezing accounts without warning."),
        Paragraph("It will pay from its reserves and will not issue new shares."),
        Paragraph(
            "Professor Ida Holm of Cardiff, who was not involved in the inquiry, said it was large."
        ),
        Paragraph("It knows of 37 complaints and two minor errors; there have been no thefts."),
        Paragraph("The app accepts text and photos but does not handle audio."),
        Paragraph("The B200 card drops to $2.10, but the older B100 is not getting a discount."),
        Paragraph('A rival, Marco Bellini, was blunter: "I would not stay if I depended on cash."'),
        Paragraph('Lawyer Bridget Olsen, dissenting, said the ruling "will cost jobs".'),
        Paragraph("It was the seventh fine since 2019, and two of the faults were rated critical."),
        Paragraph("Callers waited 3.1 fewer minutes in June, compared with 1.4 fewer in May."),
        Paragraph("A new branch outside Tampere opens on Friday."),
        Paragraph("A fix did not make it into this update and is planned for 26 November."),
    ),
    published="2025-11-05",
)


@pytest.fixture(scope="module")
def bank() -> Evidence:
    return Evidence.of(BANK, pronounce=reading.pronouncer(Lexicon()))


@pytest.mark.parametrize(
    "line",
    [
        "タイドウォーター銀行は、新しい株を発行しないのだ。",
        "アイダ・ホルム教授は、調査に関わっていなかったのだ。",
        "苦情は37件で、軽いミスが2件あったけど、盗まれたものはないのだ。",
        "アプリは文章と写真を受け付けるけど、音声は扱えないのだ。",
        "古いほうのB100は値下げされないのだ。",
        "罰金は2019年からこれで7回目なのだ。",
        "不具合のうち2つは「重大」なのだ。",
        "待ち時間は、6月に3.1分短くなったのだ。5月は1.4分だったのだ。",
        "タンペレの郊外の新しい支店は、11月7日に開くのだ。",
        "修正は間に合わなくて、11月26日の予定になったのだ。",
        "弁護士のブリジット・オルセンさんは、この判断は「雇用を失わせる」と言っているのだ。",
    ],
)
def test_what_an_english_article_says_in_its_own_words_is_licensed(
    bank: Evidence, line: str
) -> None:
    assert not bank.doubts(line)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("タイドウォーター銀行は、新しい株を発行するのだ。", "negation"),
        ("アイダ・ホルム教授も、この調査に関わっていたのだ。", "negation"),
        ("アプリは文章だけじゃなく、音声も扱えるのだ。", "negation"),
        ("古いほうのB100も、いっしょに値下げされるのだ。", "negation"),
        ("口座を凍結する前に、銀行は知らせていたのだ。", "negation"),
        ("罰金は2019年からこれで8回目なのだ。", "number"),
        ("新しい支店は、11月8日に開くのだ。", "date"),
        ("「現金に頼るなら、残らない」って、ブリジット・オルセンさんが言ってるのだ。", "quotation"),
        ("この判断は雇用を失わせると言ったのは、マルコ・ベッリーニさんなのだ。", "speaker"),
    ],
)  # fmt: skip
def test_what_an_english_article_denies_or_gives_to_another_is_doubted(
    bank: Evidence, line: str, kind: str
) -> None:
    assert kind in {doubt.kind for doubt in bank.doubts(line)}
