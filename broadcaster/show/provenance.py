"""Where an episode comes from: its references, and the manifest of a finished run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from broadcaster.manifest import Manifest
from broadcaster.nouns import Article, Reference
from broadcaster.show.fingerprint import software

if TYPE_CHECKING:
    from broadcaster.nouns import Episode
    from broadcaster.show.request import Report


def reference_to(article: Article) -> Reference:
    """What the show notes must say about an article."""
    return Reference(
        article=article.id,
        title=article.title,
        authors=article.authors,
        publisher=article.publisher,
        url=article.url,
        published=article.published,
        language=article.language,
        rights=article.rights,
        sample=article.sample,
    )


def manifest_of(report: Report, episode: Episode, show_id: str) -> Manifest:
    """The manifest of a finished run, without what its files measure."""
    segments = report.script.segments if report.script else ()
    writers = sorted({segment.writer for segment in segments if segment.kind == "story"} - {""})
    return Manifest(
        show=show_id,
        date=episode.date,
        edition=episode.edition,
        number=episode.number,
        guid=episode.guid,
        stories=tuple(reference.article for reference in episode.sources),
        urls=tuple(reference.url for reference in episode.sources if reference.url),
        writer=" + ".join(writers),
        voices=episode.voices,
        stand_ins=report.stand_ins,
        skipped=report.skipped,
        edited=report.edited,
        software=software(),
    )
