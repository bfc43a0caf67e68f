"""Accents of names: words exchanged after analysis, or a compiled user dictionary of Open JTalk.

`python -m tests.bench.naming` says 200 names of the lexicon in carrier sentences both ways, then
sentences of news with all of its names, and prints what each way got right and what it cost.
"""

from __future__ import annotations

import tempfile
import time
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from broadcaster.cards import kana_morae
from broadcaster.japanese import load_analyser
from broadcaster.reading.accents import LEXICON, NAME, default_nucleus
from broadcaster.reading.lexicon import matcher, package_lexicon
from broadcaster.reading.reader import read
from broadcaster.recording import analysis
from tests.conftest import ROOT

NAMES = 200
ORDINARY = "ロボット"
CARRIERS = (
    "きのう{}が新しい計画を発表した。",
    "この秋から{}を使う会社がふえている。",
    "会場には{}と、ほかの製品が並んだ。",
    "記者は「{}を試した人は少ない」と書いている。",
)
NEWS = ("reading_news.toml", "reading_sentences.toml", "reading.toml")
DEVOICED = "’"

Accents = tuple[tuple[int, int, int], ...]
Words = tuple[dict[str, Any], ...]
Heard = Callable[[str, Accents], Words]
Phrase = tuple[int, int, int, str]


@dataclass(frozen=True, slots=True)
class Score:
    """Names with the nucleus of their row; within one phrase; with the rest as beside a noun."""

    nucleus: int
    whole: int
    rest: int
    milliseconds: float


def names() -> list[tuple[str, int]]:
    """Kana and nucleus of the package's names whose accent is ours to say."""
    rows = {
        row.reading: default_nucleus(row.surface, row.reading) if row.accent is None else row.accent
        for row in package_lexicon().rows
        if NAME.fullmatch(row.reading)
    }
    return [(kana, nucleus) for kana, nucleus in rows.items() if nucleus is not None]


def phrases(words: Words) -> list[Phrase]:
    """Accent phrases: start and end in the text, nucleus, pronunciation."""
    found: list[Phrase] = []
    at = 0
    for word in words:
        end, said = at + len(word["string"]), word["pron"].replace(DEVOICED, "")
        if word["chain_flag"] == 1 and found:
            start, _, nucleus, before = found[-1]
            found[-1] = (start, end, nucleus, before + said)
        else:
            found.append((at, end, word["acc"], said))
        at = end
    return found


def scored(heard: Heard, trials: list[tuple[tuple[str, int], str]]) -> Score:
    """What one way makes of these names in these carriers."""
    nucleus = whole = rest = 0
    began = time.process_time()
    made = [heard(*_asked(carrier, kana, asked)) for (kana, asked), carrier in trials]
    spent = time.process_time() - began
    for ((kana, asked), carrier), words in zip(trials, made, strict=True):
        start = carrier.index("{")
        holding = [one for one in phrases(words) if one[0] < start + len(kana) and one[1] > start]
        whole += len(holding) == 1
        nucleus += len(holding) == 1 and _nucleus(holding[0], start, kana) == asked
        beside = heard(*_asked(carrier, ORDINARY, 0))
        rest += _outside(words, start, kana) == _outside(beside, start, ORDINARY)
    return Score(nucleus, whole, rest, 1000 * spent / len(trials))


def _asked(carrier: str, kana: str, nucleus: int) -> tuple[str, Accents]:
    start = carrier.index("{")
    return carrier.format(kana), ((start, start + len(kana), nucleus),)


def _nucleus(phrase: Phrase, start: int, kana: str) -> int:
    """Counted from the name's own first mora."""
    before = phrase[3].index(kana) if kana in phrase[3] else 0
    return phrase[2] - kana_morae(phrase[3][:before])


def _outside(words: Words, start: int, kana: str) -> list[tuple[int, str]]:
    """Nucleus and sound of the phrases wholly before or behind a name and its particle."""
    end = start + len(kana)
    return [
        (nucleus, said)
        for begins, ends, nucleus, said in phrases(words)
        if ends <= start or begins > end
    ]


def news() -> Iterator[tuple[str, Accents]]:
    """Readings of news, with the names of the lexicon at their places."""
    known, nuclei = matcher(package_lexicon(), ()), dict(names())
    for name in NEWS:
        for written in tomllib.loads((ROOT / "tests" / "cases" / name).read_text("utf-8")):
            made = read(written, known)
            spans = [
                (span.reading_start, span.reading_end)
                for span in made.spans
                if span.rule == LEXICON
            ]
            accents = tuple(
                (start, end, nuclei[made.reading[start:end]])
                for start, end in spans
                if made.reading[start:end] in nuclei
            )
            yield made.reading, accents


def compiled(package: Any, folder: Path, rows: Iterable[tuple[str, int]]) -> Any:
    """An analyser of its own with a user dictionary of these names."""
    table, made = folder / "names.csv", folder / "names.dic"
    lines = (
        f"{kana},1348,1348,1,名詞,固有名詞,一般,*,*,*,{kana},{kana},{kana},"
        f"{nucleus}/{kana_morae(kana)},C1\n"
        for kana, nucleus in rows
    )
    table.write_text("".join(lines), encoding="utf-8")
    package.mecab_dict_index(str(table), str(made))
    return package.OpenJTalk(dn_mecab=package.OPEN_JTALK_DICT_DIR, userdic=str(made).encode())


def main() -> None:
    """The table."""
    package = load_analyser()
    every = names()
    trials = list(product(every[:: len(every) // NAMES][:NAMES], CARRIERS))

    def exchanged(text: str, accents: Accents) -> Words:
        return analysis.words_heard(package, text, accents)

    with tempfile.TemporaryDirectory() as folder:
        began = time.process_time()
        analyser = compiled(package, Path(folder), every)
        seconds = time.process_time() - began

        def looked_up(text: str, _accents: Accents) -> Words:
            features, _ = package.run_frontend_detailed(text, **analysis._FRONT_END, jtalk=analyser)
            return tuple(analysis._heard(features))

        for way, heard in (("exchanged", exchanged), ("dictionary", looked_up)):
            score = scored(heard, trials)
            print(
                f"{way:<11} of {len(trials)}: nucleus {score.nucleus}, one phrase {score.whole}, "
                f"rest unchanged {score.rest}; {score.milliseconds:.2f} ms a sentence"
            )
        told = list(news())
        differ = [one for one in told if phrases(exchanged(*one)) != phrases(looked_up(*one))]
        print(f"sentences of news that differ: {len(differ)} of {len(told)}")
        for one in differ:
            print(f"  {one[0]}")
        print(f"a dictionary of {len(every)} names is made and opened in {seconds:.2f} s")


if __name__ == "__main__":
    main()
