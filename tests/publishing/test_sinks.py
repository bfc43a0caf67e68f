"""Any string whatever survives every format: what a reader parses is what we put in."""

from __future__ import annotations

import html
import io
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from broadcaster.nouns import Chapter, Credit, Cue, Reference
from broadcaster.publishing import chapters, feed, id3, notes, subtitles
from broadcaster.publishing.printable import address, one_line, printable
from tests.publishing.readers import ID3, paragraphs

if TYPE_CHECKING:
    from broadcaster.nouns import Episode
    from broadcaster.programme import Show

NASTY = st.text() | st.text(
    alphabet="<>&-! \n\r\t`*_[]()#+.1:\\|~\"'{}=　\u2028\x00\x85ず。", max_size=30
)
fast = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def _cue(start: float, *lines: str, speaker: str = "ずんだもん") -> Cue:
    return Cue(start, start + 1.0, speaker, lines)


def _blocks(text: str) -> list[list[str]]:
    return [block.split("\n") for block in text.removesuffix("\n").split("\n\n")]


@fast
@given(one=NASTY, two=NASTY, speaker=NASTY)
def test_webvtt_gives_back_every_line_and_the_speaker(
    episode: Episode, one: str, two: str, speaker: str
) -> None:
    cues = (_cue(0.0, one, two, speaker=speaker), _cue(1.0, "おわり"))
    head, note, *parsed = _blocks(subtitles.render_vtt(replace(episode, cues=cues)))
    assert head == ["WEBVTT"]
    assert note[0] == "NOTE"
    lines = [line for line in (one_line(one), one_line(two)) if line]
    assert len(parsed) == 1 + bool(lines)
    if lines:
        assert [times.count("-->") for times in parsed[0]] == [1] + [0] * len(lines)
        shown = parsed[0][1:]
        if one_line(speaker):
            tag, shown[0] = shown[0].split(">", 1)
            assert html.unescape(tag.removeprefix("<v ")) == one_line(speaker)
        assert [html.unescape(line) for line in shown] == lines


@fast
@given(one=NASTY, two=NASTY)
def test_subrip_gives_back_every_line_with_its_angles_widened(
    episode: Episode, one: str, two: str
) -> None:
    cues = (_cue(0.0, one, two), _cue(1.0, "おわり"))
    parsed = _blocks(subtitles.render_srt(replace(episode, cues=cues)))
    lines = [line for line in (one_line(one), one_line(two)) if line]
    assert [block[0] for block in parsed] == [str(n) for n in range(1, len(parsed) + 1)]
    assert parsed[-1][2:] == ["おわり"]
    if lines:
        widened = str.maketrans("<>", "＜＞")
        assert parsed[0][2:] == [line.translate(widened).replace("{\\", "｛\\") for line in lines]


@fast
@given(text=NASTY, title=NASTY)
def test_the_feed_gives_back_titles_and_descriptions(
    episode: Episode, show: Show, text: str, title: str
) -> None:
    told = replace(
        episode, chapters=(Chapter(0.0, 12.0, title),), sources=(), credits=(Credit(text),)
    )
    named = replace(show, title=text or "x", summary=text)
    entry = feed.Entry(told, "https://example.com/a/", 1)
    xml = feed.render(named, [entry], "https://example.com/feed.xml", "https://example.com/c.jpg")
    channel = etree.fromstring(xml)[0]
    assert (channel.findtext("title") or "") == one_line(text or "x")[:255]
    item = channel.find("item")
    assert item is not None
    assert item.findtext("title") == (one_line(title) or one_line(told.title))
    shown = [p.text_content() for p in paragraphs(item.findtext("description"))]
    if one_line(text):
        assert shown[0].endswith(f"クレジット: {one_line(text)}")
    assert shown[1] == f"00:00:00 {one_line(title)}"


@fast
@given(text=NASTY, url=NASTY)
def test_the_tag_gives_back_every_frame(episode: Episode, show: Show, text: str, url: str) -> None:
    target = "https://example.com/" + url
    told = replace(
        episode,
        title=text,
        cues=(_cue(0.0, text),),
        chapters=(Chapter(0.0, 12.0, text, target),),
        sources=(),
    )
    tags = ID3(io.BytesIO(id3.render(told, replace(show, author=text or "x"), b"\xff\xd8jpeg")))
    assert _text(tags, "TALB") == one_line(text)
    assert _text(tags, "TPE1") == one_line(text or "x")
    assert tags["USLT::jpn"].text.split("\n")[1:] == [one_line(text)][: bool(one_line(text))]
    chapter = tags["CHAP:ch000"]
    assert _text(chapter.sub_frames, "TIT2") == one_line(text)
    assert chapter.sub_frames["WXXX:"].url == address(target)


def _text(frames: Any, name: str) -> str:
    """A text frame's one value; a frame that is not there says nothing."""
    values = frames[name].text if name in frames else [""]
    assert len(values) == 1
    return str(values[0])


@fast
@given(text=NASTY.filter(printable))
def test_remarks_in_the_tag_keep_their_lines(text: str) -> None:
    tags = ID3(io.BytesIO(id3.tag([id3.comment(text), id3.lyrics(text)])))
    assert tags["COMM::jpn"].text == [printable(text)]
    assert tags["USLT::jpn"].text == printable(text)


@fast
@given(text=NASTY)
def test_markdown_shows_the_text_letter_for_letter(text: str) -> None:
    escaped = notes.escape(text)
    tokens = MarkdownIt("commonmark").parse(escaped)
    shown = "".join(
        child.content
        for token in tokens
        for child in token.children or []
        if child.type in {"text", "text_special"}
    )
    assert shown == one_line(text)
    assert [token.type for token in tokens] == (
        ["paragraph_open", "inline", "paragraph_close"] if one_line(text) else []
    )


@fast
@given(title=NASTY, publisher=NASTY, note=NASTY)
def test_no_text_breaks_out_of_its_row_of_the_notes(
    episode: Episode, title: str, publisher: str, note: str
) -> None:
    told = replace(
        episode,
        cues=(replace(_cue(4.0, title or "x"), note=note),),
        chapters=(Chapter(0.0, 12.0, title or "x"),),
        sources=(Reference("a", title, publisher=publisher, url="https://example.com/" + title),),
        credits=(Credit(publisher, "javascript:alert(1)"),),
    )
    page = notes.render(told)
    kinds = [token.type for token in MarkdownIt("commonmark").parse(page)]
    assert kinds.count("heading_open") == 2 + 1 + (2 if note else 0)
    assert not {"html_block", "code_block", "fence", "hr"} & set(kinds)
    assert "](javascript" not in page


@fast
@given(title=NASTY)
def test_json_chapters_give_back_the_title(episode: Episode, title: str) -> None:
    told = replace(episode, chapters=(Chapter(0.0, 12.0, title),))
    assert json.loads(chapters.render(told))["chapters"][0]["title"] == one_line(title)


@fast
@given(text=NASTY)
def test_what_is_taken_out_is_only_what_no_format_holds(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert line == line.strip()
    assert printable(printable(text)) == printable(text)
    line.encode("utf-8")


@fast
@given(url=NASTY)
def test_only_web_addresses_pass_and_in_ascii(url: str) -> None:
    assert address(url) == "" or address(url).lower().startswith(("http://", "https://"))
    assert address(address("https://example.com/" + url)) == address("https://example.com/" + url)
    assert address("https://example.com/" + url).isascii()
