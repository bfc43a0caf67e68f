"""From the sources of a station to its articles."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from broadcaster.errors import CardError, Refused, SourceMissing, SourceUnreadable
from broadcaster.gathering import gather
from broadcaster.manifest import Skipped
from broadcaster.nouns import Article
from broadcaster.programme import NewsSource
from tests.gathering.tables import NEWS


def write(path: Path, text: str = NEWS, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def gathered(station: Path, *origins: str) -> list[Article | Skipped]:
    return list(gather([NewsSource(origin) for origin in origins], station))


def one(station: Path, origin: str, *, name: str = "", rights: str = "") -> Article:
    (article,) = gather([NewsSource(origin, name=name, rights=rights)], station)
    assert isinstance(article, Article)
    return article


# ── which files ──────────────────────────────────────────────────────────────────────────


def test_a_folder_gives_its_files_sorted_and_says_what_it_skips(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.srt", ".hidden.txt", "old.txt~"):
        write(tmp_path / "inbox" / name, NEWS.replace("国立", name))
    write(tmp_path / "inbox" / "b.toml", 'title = "札の題"')
    write(tmp_path / "inbox" / "lone.toml", "x = 1")
    write(tmp_path / "inbox" / "empty.txt", "")
    write(tmp_path / "inbox" / "below" / "d.txt")
    (tmp_path / "inbox" / "photo.png").write_bytes(b"\x89PNG")
    found = gathered(tmp_path, "inbox")
    assert [row.origin for row in found] == [
        "inbox/a.txt", "inbox/b.md", "inbox/c.srt", "inbox/empty.txt", "inbox/lone.toml",
        "inbox/photo.png",
    ]  # fmt: skip
    assert isinstance(found[1], Article)
    assert found[1].title == "札の題"
    assert found[3] == Skipped("inbox/empty.txt", "中身が空")
    assert [type(row) for row in found[2:]] == [Skipped] * 4
    assert ".vtt" in getattr(found[5], "reason", "")


def test_patterns_and_names_and_each_file_once(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.txt", NEWS + "甲")
    write(tmp_path / "in" / "deep" / "b.md", NEWS + "乙")
    write(tmp_path / "in" / "c[1].txt", NEWS + "丙")
    found = gathered(tmp_path, "in/c[1].txt", "in/a.txt", "in/**/*", "in/*.html")
    assert [row.origin for row in found] == ["in/c[1].txt", "in/a.txt", "in/deep/b.md"]


def test_an_origin_is_never_the_path_of_a_machine(tmp_path: Path) -> None:
    station = tmp_path / "station"
    station.mkdir()
    outside = write(tmp_path / "elsewhere" / "a.txt")
    inside = write(station / "in" / "b.txt", NEWS + "乙")
    assert one(station, str(outside)).origin == "a.txt"
    assert one(station, "../elsewhere/a.txt").origin == "a.txt"
    assert one(station, str(inside)).origin == "in/b.txt"
    assert one(station, "in/../in/b.txt").origin == "in/b.txt"


@pytest.mark.parametrize("origin", ["no.txt", "no/such/folder", "x" * 5000, "a\0b.txt"])
def test_a_name_that_is_not_there(tmp_path: Path, origin: str) -> None:
    with pytest.raises(SourceMissing, match="no such file or folder; check the name"):
        gathered(tmp_path, origin)


@pytest.mark.parametrize(
    "origin",
    ["https://example.org/a", "HTTP://example.org", "file:///etc/passwd", "data:text/plain,x",
     "ftp://example.org/a.txt", "gopher:x", "", "  "],
)  # fmt: skip
def test_addresses_are_refused_in_one_line(tmp_path: Path, origin: str) -> None:
    with pytest.raises(Refused) as caught:
        gathered(tmp_path, origin)
    assert "give" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_whose_name_is_not_utf_8(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), "記事".encode("cp932") + b".txt")  # noqa: PTH118
    try:
        Path(os.fsdecode(path)).write_text(NEWS, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (article,) = gathered(tmp_path, "*")
    assert isinstance(article, Article)
    assert article.origin.isprintable()
    article.origin.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.md", b" \n\n ", "empty"),
        ("binary.txt", bytes(range(256)), "binary"),
        ("short.txt", "短い。".encode(), "30 letters"),
        ("menu.html", b"<html><body><a href=x>home</a></body></html>", "30 letters"),
        ("cues.vtt", b"WEBVTT\n", "30 letters"),
        ("photo.png", b"\x89PNG", "not a kind of file we read; give one of .txt .md"),
    ],
)
def test_nothing_to_read_is_an_error_by_name_and_skipped_by_pattern(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(SourceUnreadable) as caught:
        gathered(tmp_path, name)
    assert str(caught.value).startswith(f"{name}: ")
    assert what in str(caught.value)
    (skipped,) = gathered(tmp_path, "*")
    assert isinstance(skipped, Skipped)
    assert skipped.origin == name
    assert max(skipped.reason) > "ぁ"


def test_a_card_is_no_source(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "a.toml", 'title = "題"')
    with pytest.raises(SourceUnreadable, match="name the article beside it"):
        gathered(tmp_path, "a.toml")


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(SourceUnreadable, match="not a regular file"):
        gathered(tmp_path, "a.txt")


def test_links_that_lead_nowhere_or_in_circles(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "no.txt")
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for name in ("gone.txt", "loop.txt"):
        with pytest.raises(SourceUnreadable, match="cannot be read"):
            gathered(tmp_path, name)


def test_a_file_over_the_cap(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(50_000_001)
    with pytest.raises(SourceUnreadable, match="larger than 50 MB"):
        gathered(tmp_path, "big.txt")


# ── what an article becomes ──────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("encoding", ["utf-8", "cp932", "euc_jp", "iso2022_jp", "utf-16"])
def test_every_kind_in_every_encoding(tmp_path: Path, name: str, encoding: str) -> None:
    text = f"<html><body><p>{NEWS}</p></body></html>" if name.endswith("html") else NEWS
    write(tmp_path / name, text, encoding)
    article = one(tmp_path, name)
    assert [row.text for row in article.paragraphs] == [NEWS]
    assert article.language == "ja"
    assert article.title == "国立の研究所は二十日、新しい計算機を公開した"
    assert article.notes[-1] == "題がないので本文から作った"
    assert (len(article.notes) == 1) == (encoding == "utf-8")


def test_the_text_alone_makes_the_id(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", NEWS)
    write(tmp_path / "b.txt", f"---\ntitle: 題\n---\n{NEWS}\n", "euc_jp")
    write(tmp_path / "c.txt", NEWS + "続き。")
    a, b, c = (one(tmp_path, name) for name in ("a.txt", "b.txt", "c.txt"))
    assert a.id == b.id != c.id
    assert len(a.id) == 16
    assert int(a.id, 16) >= 0


def test_front_matter_wins_over_card_over_source_over_page(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="頁の媒体"><meta name="author" content="頁の人">'
    page = f"<html><head><title>頁の題</title>{head}</head><body><p>{NEWS}</p></body></html>"
    write(tmp_path / "a.html", f"---\ntitle: 頭の題\n---\n{page}")
    write(tmp_path / "a.toml", 'title = "札の題"\nrights = "own"\nsample = true\n')
    article = one(tmp_path, "a.html", name="源の媒体", rights="quote")
    assert article.title == "頭の題"
    assert article.rights == "own"
    assert article.publisher == "源の媒体"
    assert article.authors == ("頁の人",)
    assert article.sample


def test_front_matter_is_read_before_anything_is_dropped(tmp_path: Path) -> None:
    head = "---\ntitle: An English Title\npublished: 2024年10月17日\n---\n# An English Title\n\n"
    write(tmp_path / "a.md", head + NEWS)
    article = one(tmp_path, "a.md")
    assert (article.title, article.published) == ("An English Title", "2024-10-17")
    assert [row.text for row in article.paragraphs] == [NEWS]
    assert article.notes == ()


def test_a_wrong_key_is_refused_even_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "in" / "a.md", f"---\nauthor: 花田\n---\n{NEWS}")
    with pytest.raises(CardError, match=r"in/a\.md: author .*did you mean authors\?"):
        gathered(tmp_path, "in")
    write(tmp_path / "in" / "a.md")
    write(tmp_path / "in" / "a.toml", "publishd = 1")
    with pytest.raises(CardError, match=r"in/a\.toml: publishd .*did you mean publish"):
        gathered(tmp_path, "in")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"WEBVTT\n\n00:01.000 --> 00:02.000\n{NEWS}\n", "text"),
        (f"1\n00:00:01,000 --> 00:00:02,000\n{NEWS}\n", "text"),
        (f"<!DOCTYPE html><html><body><blockquote>{NEWS}</blockquote></body></html>", "quote"),
        (f"# 題一\n\n- {NEWS}\n\n## 題二\n\n{NEWS}", "item"),
    ],
)
def test_a_txt_may_hold_any_kind(tmp_path: Path, text: str, kind: str) -> None:
    write(tmp_path / "a.txt", text)
    assert NEWS in [row.text for row in one(tmp_path, "a.txt").paragraphs if row.kind == kind]


def test_broken_sentences_are_left_out_and_counted(tmp_path: Path) -> None:
    broken = NEWS.encode().replace("気象".encode(), b"\xe6\xb0")
    (tmp_path / "a.txt").write_bytes(broken + ("\n\n" + NEWS).encode() * 3)
    article = one(tmp_path, "a.txt")
    assert article.paragraphs[0].text == (
        "国立の研究所は二十日、新しい計算機を公開した。所長は「来月から受け付けます」と話した。"
    )
    assert "文字の失われた1文をはずした" in article.notes


def test_text_garbled_beyond_repair_is_one_line(tmp_path: Path) -> None:
    damaged = "".join(
        bytes((byte,)).decode("cp1252", "ignore") for byte in ("あねきくそ議会、" * 50).encode()
    )
    write(tmp_path / "a.txt", damaged)
    with pytest.raises(SourceUnreadable, match="garbled"):
        gathered(tmp_path, "a.txt")


def test_readings_come_from_ruby_and_parentheses_once(tmp_path: Path) -> None:
    write(
        tmp_path / "a.html",
        f"<p><ruby>豆花<rt>まめか</rt></ruby>と枝村（えだむら）と豆花（とうふぁ）。{NEWS}</p>",
    )
    assert one(tmp_path, "a.html").readings == (("豆花", "まめか"), ("枝村", "えだむら"))


def test_a_second_gathering_gives_the_same(tmp_path: Path) -> None:
    for number in range(5):
        write(tmp_path / f"{number}.md", f"# 題{number}\n\n{NEWS}")
    assert gathered(tmp_path, "*") == gathered(tmp_path, "*")
