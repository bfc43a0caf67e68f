"""`broadcaster lint`: what measuring says about a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import (
    checked_edition,
    edition_option,
    show_option,
    station_of,
    verbose_option,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from broadcaster.archive import Station
    from broadcaster.writing import Count, Lint

_SHOWN = 40


@click.command()
@click.argument("date", metavar="DATE")
@edition_option
@click.option("--json", "as_json", is_flag=True, help="Print the report as JSON.")
@verbose_option
@show_option
def lint(date: str, edition: str, as_json: bool, show_file: Path) -> int:
    """Measure script.json of DATE: length of sentences, endings, repeats, sources, copying.

    Exit code 1 where a hard rule is broken: a sentence over 60 morae, too long a run of one
    ending, a fact its source does not hold.
    """
    from broadcaster.archive import to_json

    report = _report(station_of(show_file), date, checked_edition(edition))
    if as_json:
        click.echo(to_json(report), nl=False)
    else:
        click.echo("\n".join(_table(report)))
    return 1 if report.broken else 0


def _report(station: Station, date: str, edition: str) -> Lint:
    """The report on the script in that folder, written by the host it names."""
    from broadcaster import cards, reading, writing
    from broadcaster.archive import episodes_before, sole_run
    from broadcaster.errors import SourceMissing
    from broadcaster.programme import Lexicon
    from broadcaster.show import note_findings

    folder = station.folder(date, edition)
    script = folder.script()
    if script is None:
        raise SourceMissing("no script.json to measure", folder.path, f"run `write {date}` first")
    path = station.lexicon
    lexicon = cards.load_lexicon(path) if path.is_file() else Lexicon()
    earlier = [one.script() for one in episodes_before(station.episodes, date, edition)]
    report = writing.lint(
        script,
        cards.load_character(station.voices, script.host),
        [one for one in earlier if one],
        folder.articles() or (),
        reading.pronouncer(lexicon, script.readings),
        cards.load_settled(station.settled),
    )
    if report.unlicensed:
        with sole_run(folder.path):
            note_findings(folder, script, [fact.finding for fact in report.unlicensed])
    return report


def _table(report: Lint) -> Iterator[str]:
    yield f"判定    {'、'.join(report.broken) or '決まりどおり'}"
    yield (
        f"文の長さ {report.sentences}文  平均{report.mean:.1f}  "
        f"9割が{report.p90}以下  最長{report.longest}モーラ"
    )
    for one in report.too_long:
        yield f"  {one.morae}モーラ  {_short(one.text)}"
    shares = "  ".join(_share(row.name, row.share, row.wanted) for row in report.endings)
    yield f"語尾    {shares}"
    yield f"同じ語尾 最長{report.longest_run}連(上限{report.max_run})"
    yield f"！      {report.exclaim:.0%}(上限{report.most_exclaim:.0%})"
    yield "言葉    " + "  ".join(map(_count, report.words))
    yield f"使い回し {len(report.repeated)}行"
    for line in report.repeated:
        yield f"  {line.date}にも  {_short(line.text)}"
    yield f"裏づけなし {len(report.unlicensed)}行"
    for fact in report.unlicensed:
        yield f"  {fact.finding.id}  {'、'.join(fact.missing) or '出典なし'}  {_short(fact.text)}"
    if report.unlicensed:
        yield "  見て正しければ  broadcaster ok ID"
    for source in report.copied:
        yield (
            f"引き写し {_short(source.title)}  {source.sentences}文 {source.share:.0%} "
            f"最長{source.longest}字 {source.rights}".rstrip()
        )


def _count(row: Count) -> str:
    return f"{row.word} {row.times}回" + ("" if row.most is None else f"(上限{row.most})")


def _share(name: str, share: float, wanted: float | None) -> str:
    goal = "" if wanted is None else f"(目標{wanted:.0%})"
    return f"{name} {share:.0%}{goal}"


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
