"""A script taken out, edited and put back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from broadcaster import writing
from broadcaster.archive import SCRIPT, sole_run
from broadcaster.errors import Refused, ScriptError, SourceMissing
from broadcaster.show import put_back, settle, take_out
from tests.show.scripts import DATE, script_of, texts, written


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def fact(text: str, words: str) -> str:
    """The row of a manuscript that holds these words."""
    return next(row for row in text.splitlines() if words in row)


def test_nothing_changed_touches_nothing(station: Path) -> None:
    home, folder = written(station)
    before = bytes_of(folder.path)
    draft = take_out(home, DATE)
    for same in (draft.text, draft.text.replace("\n", "\r\n"), "\n" + draft.text + "\n\n"):
        assert put_back(home, draft, same).is_empty
    assert bytes_of(folder.path) == before


def test_only_the_changed_line_is_another(station: Path) -> None:
    home, folder = written(station)
    before = script_of(folder)
    draft = take_out(home)
    old = fact(draft.text, "登れません")
    new = old.replace("話した", "説明した")
    edit = put_back(home, draft, draft.text.replace(old, new))
    after = script_of(folder)
    pairs = [
        (one, other)
        for was, now in zip(before.segments, after.segments, strict=True)
        for one, other in zip(was.lines, now.lines, strict=True)
        if one != other
    ]
    ((one, other),) = pairs
    assert other == replace(one, text=new)
    assert edit.findings == ()
    assert [segment.articles for segment in after.segments] == [
        segment.articles for segment in before.segments
    ]
    assert after.references == before.references


@pytest.mark.parametrize(
    ("words", "swap", "claim"),
    [
        ("3万円", ("3万円", "4万円"), "4万円"),
        ("2kg", ("2kg", "2kgのABC-9"), "abc-9"),
        ("登れません", ("まだ登れません", "もう登れます"), "「階段はもう登れます」"),
    ],
    ids=["a number", "a name", "a quotation"],
)
def test_a_changed_fact_says_what_lost_its_source(
    station: Path, words: str, swap: tuple[str, str], claim: str
) -> None:
    home, folder = written(station)
    draft = take_out(home, DATE)
    edit = put_back(home, draft, draft.text.replace(*swap))
    assert [(one.kind, one.claim) for one in edit.findings] == [("出典", claim)]
    manifest = folder.manifest()
    assert manifest
    assert manifest.findings == (edit.findings[0].row(),)
    again = put_back(home, take_out(home, DATE), draft.text)
    assert not again.findings
    manifest = folder.manifest()
    assert manifest
    assert manifest.findings == ()


def test_a_new_line_has_no_source_and_is_looked_up_in_the_whole_article(station: Path) -> None:
    home, folder = written(station)
    draft = take_out(home, DATE)
    row = fact(draft.text, "3万円")
    fresh = "ここが大事なのだ\n3万円は、おこづかい60か月分なのだ"
    edit = put_back(home, draft, draft.text.replace(row, f"{row}\n{fresh}"))
    assert [line.source.article for line in edit.revision.changed] == ["", ""]
    assert [one.claim for one in edit.findings] == ["60か月"]
    assert texts(script_of(folder)).count("ここが大事なのだ") == 1


def test_a_line_may_become_two_and_both_keep_its_source(station: Path) -> None:
    home, folder = written(station)
    draft = take_out(home, DATE)
    row = fact(draft.text, "3万円")
    source = next(
        line.source
        for segment in script_of(folder).segments
        for line in segment.lines
        if line.text == row
    )
    edit = put_back(home, draft, draft.text.replace(row, "値段は3万円なのだ。重さは2kgなのだ。"))
    assert [line.text for line in edit.revision.changed] == [
        "値段は3万円なのだ。",
        "重さは2kgなのだ。",
    ]
    assert [line.source for line in edit.revision.changed] == [source, source]
    assert edit.findings == ()


def test_a_disclosure_that_is_gone_is_missed(station: Path) -> None:
    home, _ = written(station)
    draft = take_out(home, DATE)
    row = fact(draft.text, "合成音声")
    (finding,) = put_back(home, draft, draft.text.replace(row + "\n", "")).findings
    assert (finding.kind, finding.text) == (writing.Finding("断り", row).kind, row)


def test_a_line_nobody_could_say_in_a_breath(station: Path) -> None:
    home, _ = written(station)
    draft = take_out(home, DATE)
    row = fact(draft.text, "登れません")
    long = row.removesuffix("。") + "、" + "ながいながいはなしを" * 8 + "つづけるのだ。"
    edit = put_back(home, draft, draft.text.replace(row, long))
    assert [finding.kind for finding in edit.findings] == ["長さ"]


def test_a_story_may_go_and_another_come(station: Path) -> None:
    home, folder = written(station)
    parts = take_out(home, DATE).text.split("-------------\n")
    edited = "-------------\n".join([parts[0], "ぼくの話なのだ。\n今日は休むのだ。\n", parts[-1]])
    put_back(home, take_out(home, DATE), edited)
    kinds = [(segment.kind, segment.articles) for segment in script_of(folder).segments]
    assert kinds == [("opening", ()), ("story", ()), ("closing", ())]


@pytest.mark.parametrize("text", ["-----\n-----", "！！", "あ" * 200_001, "あ\n" * 5000])
def test_a_text_that_cannot_be_broadcast_is_kept(station: Path, text: str) -> None:
    home, folder = written(station)
    before = bytes_of(folder.path)
    for name in ("script-rejected.txt", "script-rejected1.txt"):
        with pytest.raises(ScriptError, match=f"edit {DATE} --text episodes/{DATE}/{name}"):
            put_back(home, take_out(home, DATE), text)
        assert (folder.path / name).read_text("utf-8") == text
        (folder.path / "script.json").read_bytes()
    now = bytes_of(folder.path)
    assert {name: now[name] for name in before} == before


def test_another_run_in_between_loses_nobodys_work(station: Path) -> None:
    home, folder = written(station)
    draft = take_out(home, DATE)
    with sole_run(folder.path), pytest.raises(ScriptError, match="another run is at work"):
        put_back(home, draft, draft.text + "ひとことなのだ\n")
    theirs = replace(script_of(folder), title="ちがう題")
    folder.leave(SCRIPT, theirs)
    with pytest.raises(ScriptError, match="changed by another run"):
        put_back(home, draft, draft.text + "ひとことなのだ\n")
    assert script_of(folder) == theirs
    assert "ひとこと" in (folder.path / "script-rejected1.txt").read_text("utf-8")


def test_the_newest_episode_is_the_one_to_edit(station: Path) -> None:
    home, _ = written(station, "2024-10-16")
    written(station, "2024-10-18")
    assert take_out(home).folder.path.name == "2024-10-18"
    assert take_out(home, "2024-10-16").script.date == "2024-10-16"


def test_nothing_to_edit(station: Path) -> None:
    home, _ = written(station)
    with pytest.raises(SourceMissing):
        take_out(home, "2024-10-30")
    with pytest.raises(SourceMissing):
        take_out(home, "", "evening")
    with pytest.raises(Refused, match="not a date"):
        take_out(home, "../..")


def test_what_is_settled_is_never_said_again(station: Path) -> None:
    home, _ = written(station)
    draft = take_out(home, DATE)
    edited = draft.text.replace("3万円", "4万円")
    (finding,) = put_back(home, draft, edited).findings
    with pytest.raises(Refused, match="no finding of any episode"):
        settle(home, (finding.id, "f000000"))
    assert not home.settled.exists()
    assert settle(home, (finding.id, finding.id)) == (finding,)
    assert settle(home, (finding.id,)) == ()
    put_back(home, take_out(home, DATE), draft.text)
    assert put_back(home, take_out(home, DATE), edited).findings == ()
