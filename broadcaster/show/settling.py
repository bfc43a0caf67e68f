"""Findings: kept with their episode until a person settles them for good."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from broadcaster import cards
from broadcaster.archive import MANIFEST, all_episodes, sole_run, write_atomically
from broadcaster.errors import NounError, UnknownName
from broadcaster.manifest import Manifest
from broadcaster.writing import read_finding, standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from broadcaster.archive import Folder, Station
    from broadcaster.nouns import Script
    from broadcaster.writing import Finding


def note_findings(folder: Folder, script: Script, findings: Sequence[Finding]) -> None:
    """Keep findings in the manifest of a script's folder, beside older ones that still hold.

    Only what is kept here can be settled; the folder's lock is the caller's.
    """
    manifest = folder.manifest() or Manifest()
    rows = (*manifest.findings, *(finding.row() for finding in findings))
    kept = standing(rows, script, ())
    if kept != manifest.findings:
        folder.leave(MANIFEST, replace(manifest, findings=kept))


def settle(station: Station, ids: Sequence[str]) -> tuple[Finding, ...]:
    """Write findings into `voices/ok.toml`; those settled before are left out of the answer.

    Raises UnknownName, before anything is written, for an id that no episode's findings have.
    """
    with sole_run(station.voices):
        settled = cards.load_settled(station.settled)
        known = {finding.id: finding for finding in _found(station)}
        for name in ids:
            if name not in known and name not in settled:
                raise UnknownName(
                    "is no finding of any episode here",
                    name,
                    "`broadcaster edit` and `broadcaster lint` print their ids",
                )
        new = [known[name] for name in dict.fromkeys(ids) if name not in settled]
        if new:
            text = station.settled.read_text("utf-8-sig") if station.settled.is_file() else ""
            rows = {finding.id: _says(finding) for finding in new}
            write_atomically(station.settled, cards.with_settled(text, rows).encode())
    return tuple(new)


def _found(station: Station) -> Iterator[Finding]:
    """Every finding that lies in a manifest; a damaged manifest has none."""
    for folder in all_episodes(station.episodes):
        try:
            manifest = folder.manifest()
        except NounError:
            continue
        for row in manifest.findings if manifest else ():
            finding = read_finding(row)
            if finding:
                yield finding


def _says(finding: Finding) -> str:
    claim = f" ({finding.claim})" if finding.claim else ""
    return f"{finding.kind}: {finding.text}{claim}"
