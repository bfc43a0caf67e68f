"""Transcripts that are plain text: who speaks, and what he did not mean to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from broadcaster.gathering.dialogue import as_spoken
from broadcaster.gathering.titles import made_title
from broadcaster.nouns import Paragraph
from tests.gathering.test_door import one, write

TALK = (
    "市の図書館の人に聞く",
    "木村：えーと、今日は図書館の話をします。",
    "青野：はい、図書館は、えー、10月1日に、本を棚に戻すロボットを3台入れました。",
    "1時間で、1時間で120冊を戻します。",
    "木村：ま、値段はどのくらいでしょうか。",
    "青野：値段は、1台が280万円です。あの人気のある絵本は、人の手で戻しています。",
)


def test_a_written_talk_has_speakers_and_no_hesitations(tmp_path: Path) -> None:
    write(tmp_path / "talk.txt", "\n\n".join(TALK))
    article = one(tmp_path, "talk.txt")
    assert [(row.author, row.text) for row in article.paragraphs] == [
        ("木村", "今日は図書館の話をします。"),
        ("青野", "図書館は、10月1日に、本を棚に戻すロボットを3台入れました。"),
        ("青野", "1時間で120冊を戻します。"),
        ("木村", "値段はどのくらいでしょうか。"),
        ("青野", "値段は、1台が280万円です。あの人気のある絵本は、人の手で戻しています。"),
    ]
    assert article.title == TALK[0]
    assert {"話し手2人の名前を本文から分けた", "言いよどみをのぞいた"} <= set(article.notes)


@pytest.mark.parametrize(
    "lines",
    [
        ("会場：市民館で開く。", "入場：無料で見られる。", "主催：図書館が受け持つ。"),
        ("10:30に始まる。", "11:00に終わる。", "12:30に片づける。"),
        ("彼は、えー、と言った。", "その後、走った。"),
    ],
)
def test_a_list_of_facts_is_no_talk(lines: tuple[str, ...]) -> None:
    rows = tuple(map(Paragraph, lines))
    assert as_spoken(rows) == (rows, ())


@pytest.mark.parametrize(
    "opening",
    [
        "こんにちは、木村と申します。",
        "今日は図書館の話をします。",
        "では、棚について紹介していきます。",
    ],
)
def test_a_title_is_not_made_of_a_greeting(opening: str) -> None:
    rows = (Paragraph(f"{opening}図書館がロボットを3台入れました。"),)
    assert made_title(rows) == "図書館がロボットを3台入れました"
