"""The vote of the converters, their absence, and the machine's memory of them."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from broadcaster.programme import Lexicon
from broadcaster.reading import katakana, pronouncer
from broadcaster.reading.orthography import as_announced
from broadcaster.reading.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS = ("blorptastic", "quendelin", "vorazimo", "strimpfy", "glaxonite")


def forget() -> None:
    for cached in (katakana.convert, katakana._converters, katakana._memory):
        cached.cache_clear()


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    forget()
    yield tmp_path / "broadcaster"
    forget()


def test_agreement_is_surer_than_a_quarrel() -> None:
    agreed, quarrel = katakana.convert("kelpton"), katakana.convert("glaxonite")
    assert agreed
    assert quarrel
    assert agreed[2] == 0.9
    assert quarrel[2] < 0.85


@pytest.mark.parametrize(
    ("word", "converted", "announced"),
    [
        ("vision", "ヴィジョン", "ビジョン"),
        ("locate", "ロケイト", "ロケート"),
        ("variation", "ヴァリエイション", "バリエーション"),
        ("senior", "シニアー", "シニア"),
        ("clarity", "クラリティー", "クラリティ"),
        ("visualization", "ビジュアリゼーション", "ビジュアライゼーション"),
        ("eight", "エイト", "エイト"),
    ],
)
def test_converters_are_put_in_the_spelling_of_news(
    word: str, converted: str, announced: str
) -> None:
    assert as_announced(word, converted) == announced


def test_without_converters_words_are_spelled_with_one_warning(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "kanalizer", None)
    monkeypatch.setitem(sys.modules, "e2k", None)
    read = pronouncer(Lexicon())
    with caplog.at_level(logging.WARNING):
        assert read("blorp") == "ビーエルオーアールピー"
        assert read("florb") == "エフエルオーアールビー"
    assert len(caplog.records) == 1


@pytest.mark.parametrize("missing", katakana.PACKAGES)
def test_one_converter_alone_still_speaks(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    vote = katakana.convert("blorptastic")
    assert vote
    assert vote[2] < 0.85


def test_the_memory_changes_no_reading(own_cache: Path) -> None:
    fresh = [katakana.convert(word) for word in WORDS]
    memory = katakana._memory()
    assert memory
    memory.save()
    (file,) = own_cache.iterdir()
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(lines) == len(WORDS)
    forget()
    assert [katakana.convert(word) for word in WORDS] == fresh
    file.write_text("\n".join(line.replace("ー", "ア") for line in lines), encoding="utf-8")
    forget()
    assert [katakana.convert(word) for word in WORDS] == fresh
    file.write_bytes(b"\xff\xfe\0garbage\t\t\t\n" * 50)
    forget()
    assert [katakana.convert(word) for word in WORDS] == fresh


def test_a_memory_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    memory = Remembered(blocked / "words.tsv", answers=1)
    memory.put("word", ("ワード",))
    memory.save()
    assert memory.get("word") == ("ワード",)


def test_two_programs_add_to_one_memory(tmp_path: Path) -> None:
    path = tmp_path / "words.tsv"
    one, other = Remembered(path, answers=1), Remembered(path, answers=1)
    one.put("one", ("ワン",))
    other.put("two", ("ツー",))
    one.save()
    other.save()
    both = Remembered(path, answers=1)
    assert (both.get("one"), both.get("two")) == (("ワン",), ("ツー",))
