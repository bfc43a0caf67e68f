"""A script as the writing room leaves one, made by hand: the edit's tests need no writer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.archive import ARTICLES, MANIFEST, SCRIPT, Folder, Station, make_folder, station_at
from broadcaster.manifest import Manifest
from broadcaster.nouns import Article, Line, Paragraph, Reference, Script, Segment, Source

if TYPE_CHECKING:
    from pathlib import Path

DATE = "2024-10-17"
HOST = "ずんだもん"
TOLD = {
    "えだまめ電機は16日、ロボットを発表した。": "えだまめ電機は16日、ロボットを発表したのだ。",
    "値段は3万円で、重さは2kgだ。": "値段は3万円で、重さは2kgなのだ。",
    "会社は「階段はまだ登れません」と話した。": "会社は「階段はまだ登れません」と話したのだ。",
    "ただし、発売の時期は決まっていない。": "ただし、発売の時期は決まっていないのだ。",
}


def written(home: Path, date: str = DATE) -> tuple[Station, Folder]:
    """The station of a folder, and the folder of a script that tells one article."""
    station = station_at(home / "show.toml")
    folder = Folder(make_folder(station.folder(date).path))
    text = "".join(TOLD)
    article = Article(
        "a1",
        "えだまめ電機の小型ロボット",
        (Paragraph(text),),
        publisher="えだまめ新聞",
        published="2024-10-16",
        rights="own",
    )
    folder.leave(ARTICLES, (article,))
    folder.leave(SCRIPT, _script(date, text))
    folder.leave(MANIFEST, Manifest())
    return station, folder


def _script(date: str, text: str) -> Script:
    story = [_card("only", "今日の話題は、えだまめ電機の小型ロボットなのだ")]
    for sentence, said in TOLD.items():
        start = text.index(sentence)
        story.append(Line(said, HOST, source=Source("a1", 0, start, start + len(sentence))))
    return Script(
        "えだまめAIニュース便",
        date,
        "zundamon",
        segments=(
            Segment(
                "opening",
                "あいさつ",
                (
                    _card("name", "えだまめAIニュース便、10月17日、木曜日なのだ！"),
                    _card("disclosure.extractive", "原稿はプログラム、声は合成音声なのだ"),
                ),
                writer="frame",
            ),
            Segment(
                "story",
                "小型ロボット",
                (
                    *story,
                    _card("english_skill.long", "ここで英語スキル、変身！"),
                    Line("A Small Robot", HOST, "english", 0.6, source=Source("a1", card="title")),
                ),
                articles=("a1",),
                url="https://example.com/robot",
                writer="extractive",
            ),
            Segment("closing", "まとめ", (_card("bye", "今日はここまでなのだ！"),), writer="frame"),
        ),
        references=(Reference("a1", "えだまめ電機の小型ロボット", rights="own"),),
    )


def _card(key: str, text: str) -> Line:
    return Line(text, HOST, source=Source(card=key))


def script_of(folder: Folder) -> Script:
    """What lies there."""
    script = folder.script()
    assert script
    return script


def texts(script: Script) -> list[str]:
    """Every line in order."""
    return [line.text for segment in script.segments for line in segment.lines]
