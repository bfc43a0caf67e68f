"""`broadcaster lexicon`: the station's readings, taught, tried, brought in and handed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from broadcaster.cli.options import show_option, station_of, verbose_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from broadcaster.archive import Station
    from broadcaster.programme import Lexicon, LexiconRow

accent_option = click.option("--accent", type=click.IntRange(0, 120), metavar="N",
                             help="Mora after which the pitch falls, 0 = flat.")  # fmt: skip


@click.group()
def lexicon() -> None:
    """Teach readings: add, try, import, export. They lie in voices/lexicon.toml."""


@lexicon.command()
@click.argument("surface")
@click.argument("reading")
@accent_option
@click.option("--gloss", default="", metavar="TEXT", help="What the word means, in a few words.")
@verbose_option
@show_option
def add(surface: str, reading: str, accent: int | None, gloss: str, show_file: Path) -> None:
    """Teach that SURFACE is read READING (katakana or hiragana)."""
    from broadcaster.cli.lexicon_file import row_for, store

    station = station_of(show_file)
    row = row_for(station, surface, reading, accent, gloss)
    before, after = store(station, (row,))
    known = next((old for old in before.rows if old.surface == row.surface), None)
    done = "そのまま" if known == row else f"変更(前は {known.reading})" if known else "追加"
    click.echo(f"{row.surface} {row.reading}  {done}  {station.lexicon}")
    _tell_touched(station, (row,), before, after)


@lexicon.command("try")
@click.argument("surface")
@click.argument("reading", required=False, default="")
@accent_option
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              default=Path("lexicon-try.wav"),
              help="Where the WAV goes (default: lexicon-try.wav).")  # fmt: skip
@verbose_option
@show_option
def listen(surface: str, reading: str, accent: int | None, output: Path, show_file: Path) -> None:
    """Speak a sentence with SURFACE into a WAV: as it is read now, then as READING."""
    from broadcaster.cli.lexicon_trial import trial

    for line in trial(station_of(show_file), surface, reading, accent, output):
        click.echo(line)


@lexicon.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@verbose_option
@show_option
def bring_in(file: Path, show_file: Path) -> None:
    """Take over the readings of VOICEVOX's user_dict.json or Open JTalk's CSV."""
    from broadcaster.cli.lexicon_file import rows_of_file, store

    station = station_of(show_file)
    rows = rows_of_file(station, file)
    before, after = store(station, rows)
    known = {row.surface: row for row in before.rows}
    new = sum(row.surface not in known for row in rows)
    same = sum(known.get(row.surface) == row for row in rows)
    click.echo(f"追加 {new}  変更 {len(rows) - new - same}  そのまま {same}  {station.lexicon}")
    _tell_touched(station, rows, before, after)


@lexicon.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@verbose_option
@show_option
def hand_on(file: Path, show_file: Path) -> None:
    """Write the station's readings as FILE.json for VOICEVOX or FILE.csv for Open JTalk."""
    from broadcaster import reading
    from broadcaster.archive import write_atomically
    from broadcaster.cli.lexicon_file import station_lexicon

    rows = station_lexicon(station_of(show_file)).rows
    write_atomically(file, reading.written(rows, file.suffix.lower()))
    click.echo(f"{len(rows)}語  {file}")


def _tell_touched(
    station: Station, rows: Sequence[LexiconRow], before: Lexicon, after: Lexicon
) -> None:
    """How many utterances of the newest episode will be recorded anew, and how."""
    from broadcaster import reading
    from broadcaster.cli.folders import newest_folder

    folder = newest_folder(station)
    script = folder.script() if folder else None
    if not folder or not script:
        return
    surfaces = [row.surface for row in rows]
    utterances = folder.utterances() or ()
    changed = reading.changed(utterances, surfaces, before, after, script.readings)
    edition = f" --edition {script.edition}" if script.edition else ""
    command = f"  broadcaster episode --date {script.date}{edition}" if changed else ""
    click.echo(f"{folder.path.name}: {len(utterances)}本のうち{len(changed)}本が変わる{command}")
