"""The rundown: what a run made, in at most 24 lines of 80 columns, verdict first."""

from __future__ import annotations

import datetime as dt
import shutil
import textwrap
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from broadcaster.manifest import Manifest
    from broadcaster.nouns import Chapter, Reference, Segment
    from broadcaster.show import Report
    from broadcaster.writing import Finding

COLUMNS = 80
LINES = 24
NEAR = 0.05
"""Share of its minutes by which a show may be off."""

MOST_SKIPPED = 5
MOST_FINDINGS = 3
MOST_ROWS = 2
INDENT = " " * 5
WEEKDAYS = "月火水木金土日"
ENGINES = {"extractive": "extractive(内蔵)", "manuscript": "手渡しの台本"}


def rundown(report: Report, seconds: float) -> str:
    """The printed table of a run that took `seconds`."""
    if report.unchanged:
        edits = f"  手直し {'、'.join(report.edited)} のまま" if report.edited else ""
        return f"変わりなし ({seconds:.1f}秒) {_place(report)}{edits}"
    lines = [_verdict(report), *_why_short(report), *_segments(report), *_engines(report)]
    lines += [*_notices(report), *_doubts(report), *_findings(report)]
    todo = list(_todo(report))[:3]
    lines.append(
        f"録音 {report.takes}本のうち{report.recorded}本を新しく  {seconds:.1f}秒  {_place(report)}"
    )
    kept = lines[: LINES - len(todo)]
    return "\n".join(_fitted(line) for line in (*kept, *todo))


def summary(report: Report) -> str:
    """One line fit for a mail: show, date, length, stories, verdict, stand-ins, exit code."""
    stories = sum(segment.kind == "story" for segment in _script_segments(report))
    parts = (
        report.show.title,
        report.manifest.date,
        _clock(report.episode.duration) if report.episode else "--:--",
        f"{stories}本",
        "変わりなし" if report.unchanged else "できました",
        *([f"確認{len(report.manifest.findings)}"] if report.manifest.findings else []),
        _stand_in_words(report),
        f"exit {report.exit_code}",
    )
    return " ".join(parts)


def _verdict(report: Report) -> str:
    date = report.manifest.date
    weekday = WEEKDAYS[dt.date.fromisoformat(date).weekday()]
    length = _clock(report.episode.duration) if report.episode else "--:--"
    target = _clock(report.show.air.minutes * 60)
    state = "できました: 代役あり" if report.exit_code else "できました"
    return f"{report.show.title} {date}({weekday})  {length}(目標{target})  {state}"


def _why_short(report: Report) -> Iterator[str]:
    """Why a show is shorter than it should be, in one line."""
    target = report.show.air.minutes * 60
    if not report.episode or report.episode.duration >= (1 - NEAR) * target:
        return
    if report.manifest.writer == "manuscript" or "script.json" in report.edited:
        yield "短い理由 台本に書かれた分だけです"
    elif out := report.manifest.told_out:
        less = [f"引用の{out.quoted}本は3文まで"] if out.quoted else []
        less += [f"{out.untold}本は話せる文なし"] if out.untold else []
        which = f"({'、'.join(less)})" if less else ""
        yield f"短い理由 記事{out.stories}本の話せる文を使い切りました{which}"


def _segments(report: Report) -> Iterator[str]:
    """A row a segment: start, title, length; outlet and rights of its article."""
    if not report.episode:
        return
    references = {row.article: row for row in report.episode.sources}
    for chapter, segment in zip(report.episode.chapters, _script_segments(report), strict=False):
        yield _row(chapter, segment, references)


def _row(chapter: Chapter, segment: Segment, references: dict[str, Reference]) -> str:
    cells = [_padded(_clock(chapter.start), 6, right=True), _padded(_cut(chapter.title, 30), 30)]
    cells.append(_clock(chapter.end - chapter.start))
    reference = next((references[key] for key in segment.articles if key in references), None)
    if reference:
        cells += [
            _cut(reference.publisher or "出典の記載なし", 24),
            reference.rights or "権利の記載なし",
        ]
    return "  ".join(cells)


def _engines(report: Report) -> Iterator[str]:
    manifest = report.manifest
    yield f"原稿 {ENGINES.get(manifest.writer, manifest.writer)}  声 {'、'.join(manifest.voices)}"
    if manifest.asked:
        requests = sum(len(row.seeds) + row.parts for row in manifest.asked)
        failed = sum(len(row.faults) for row in manifest.asked)
        yield f"依頼 {requests}回" + (f"(使えない返事 {failed})" if failed else "")
    if measured := manifest.measured:
        yield f"音 {measured.loudness_lufs:.1f} LUFS  {measured.peak_dbtp:.1f} dBTP"


def _notices(report: Report) -> Iterator[str]:
    for row in report.stand_ins:
        if row.where.startswith("声"):
            yield f"代役 {row.wanted} → {row.ran}: {row.reason.split(': ', 1)[-1]}"
        else:
            said, _, engine = row.reason.partition(" (")
            yield f"代役 {row.where} {row.wanted} → {row.ran}: {said}"
            yield from _folded(engine.removesuffix(")"))
    for skipped in report.skipped[:MOST_SKIPPED]:
        yield f"見送り 「{skipped.origin}」{skipped.reason}"
    if len(report.skipped) > MOST_SKIPPED:
        yield f"見送り ほか{len(report.skipped) - MOST_SKIPPED}"
    if report.edited:
        yield f"手直し {'、'.join(report.edited)} はそのまま使いました"


def _doubts(report: Report) -> Iterator[str]:
    """How many words of the show are read unsurely, and the command that lists them."""
    from broadcaster import reading
    from broadcaster.archive import Folder

    unsure = len(reading.doubts(Folder(report.folder).utterances() or ()))
    if unsure:
        yield f"読み あやしい語{unsure}  {_program()} doubts {_when(report.manifest)}"


def _findings(report: Report) -> Iterator[str]:
    """What nobody has settled yet, each with its id, for `broadcaster ok`; the harmless counted."""
    claims, framed = _open(report)
    for finding in claims[:MOST_FINDINGS]:
        source = f" 原文「{finding.nearest}」" if finding.nearest else ""
        yield f"確認 {finding.id} {finding.kind} {finding.claim} 「{finding.text}」{source}"
    if more := claims[MOST_FINDINGS:]:
        yield f"確認 ほかに{len(more)}件"
    if framed:
        first, more_of_them = framed[0], "ほか" if len(framed) > 1 else ""
        yield f"確認 {first.kind}の{len(framed)}行を外しました 「{first.text}」{more_of_them}"


def _open(report: Report) -> tuple[list[Finding], list[Finding]]:
    """The findings about what is said, and those about a model's greetings and transitions."""
    from broadcaster.writing import FRAMED, read_finding

    found = [one for one in map(read_finding, report.manifest.findings) if one]
    framed = [one for one in found if one.kind == FRAMED]
    return [one for one in found if one not in framed], framed


def _todo(report: Report) -> Iterator[str]:
    """At most three things to do, most pressing first, each with a command that exists."""
    if report.manifest.findings:
        claims, framed = _open(report)
        ids = [one.id for one in (claims or framed)[:MOST_FINDINGS]]
        yield f"確認がよければ  {_program()} ok {' '.join(ids)}"
    if report.edited:
        yield f"手直しを捨てる  {_again(report.manifest)} --rewrite"
    if report.episode and report.episode.sample:
        yield f"見本でなく自分の記事で  {_program()} episode 記事.md"
    if report.episode:
        yield f"台本を直す  {_program()} edit {_when(report.manifest)}"
    if report.show.base_url:
        yield f"公開する  {_program()} publish"


def _program() -> str:
    """The command as it can be typed here: make puts it into .venv, not on the PATH."""
    return "broadcaster" if shutil.which("broadcaster") else ".venv/bin/broadcaster"


def _again(manifest: Manifest) -> str:
    return f"{_program()} episode --date {_when(manifest)}"


def _when(manifest: Manifest) -> str:
    return manifest.date + (f" --edition {manifest.edition}" if manifest.edition else "")


def _stand_in_words(report: Report) -> str:
    unasked = sum(not row.asked for row in report.stand_ins)
    return f"代役{unasked}" if unasked else "代役なし"


def _script_segments(report: Report) -> tuple[Segment, ...]:
    return report.script.segments if report.script else ()


def _place(report: Report) -> str:
    return f"episodes/{report.folder.name}/"


def _clock(seconds: float) -> str:
    """As the notes show it: the second it lies in."""
    from broadcaster.publishing import clock

    return clock(seconds)


# ── columns: a full-width character takes two ────────────────────────────────────────────


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in text)


def _cut(text: str, columns: int) -> str:
    if _width(text) <= columns:
        return text
    kept = ""
    for char in text:
        if _width(kept + char) > columns - 2:
            break
        kept += char
    return kept + "…"


def _folded(text: str) -> Iterator[str]:
    """What an engine says of itself, in its own words: two rows at most, set in."""
    for row in textwrap.wrap(text, COLUMNS - len(INDENT))[:MOST_ROWS]:
        yield INDENT + row


def _padded(text: str, columns: int, *, right: bool = False) -> str:
    space = " " * (columns - _width(text))
    return space + text if right else text + space


def _fitted(line: str) -> str:
    return _cut(line, COLUMNS)
