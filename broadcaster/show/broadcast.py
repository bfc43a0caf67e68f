"""The whole show: what would be told, the folder to tell it in, and the walk through the rooms."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from broadcaster import gathering
from broadcaster.archive import make_folder, sole_run
from broadcaster.errors import NothingNew, SourceMissing
from broadcaster.nouns import ROOMS, Article
from broadcaster.programme import NewsSource
from broadcaster.show.desk import Desk, Journal, open_desk
from broadcaster.show.ledger import EDITABLE, NOUN_OF
from broadcaster.show.request import Report, Request
from broadcaster.show.topics import permitted
from broadcaster.show.walk import Walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from broadcaster.archive import Folder, Station


def broadcast(
    station: Station,
    request: Request,
    tell: Callable[[str, int], None],
    say: Callable[[str], None] = lambda _line: None,
) -> Report:
    """Make the episode that is asked for; its folder is locked while this runs.

    tell: called with a room's name and how many nouns it has passed on so far. say: called with
    a line for the operator where something takes long.
    Raises NothingNew before anything is touched where there is no story to tell.
    """
    desk, journal = open_desk(station, request), Journal(tell, say)
    found = _found(desk, journal)
    with _at_work(desk.folder):
        return Walk(desk, journal).through(found)


def _found(desk: Desk, journal: Journal) -> tuple[Article, ...]:
    """The articles to tell; empty where this run starts later than gathering."""
    if desk.manuscript:
        return ()
    if desk.request.first != ROOMS[0]:
        _need_noun_before(desk.request.first, desk.folder)
        return ()
    rows = tuple(NewsSource(source) for source in desk.request.sources)
    gathered = permitted(
        gathering.gather(rows or desk.show.news.sources, desk.station.root), desk.character
    )
    most = max(desk.show.air.stories[1], len(rows))
    chosen = gathering.choose(
        journal.sift(gathered), most=most, aired=desk.past.aired, earlier=desk.past.articles
    )
    found = tuple(journal.counted("gather", journal.sift(chosen)))
    if not found:
        reasons = " / ".join(f"{row.origin}: {row.reason}" for row in journal.skipped[:3])
        where = ", ".join(row.origin for row in rows or desk.show.news.sources)
        raise NothingNew(
            f"nothing new to broadcast ({reasons or f'no article in {where}'})",
            desk.date,
            "put articles into episodes/inbox/ or name them",
        )
    return found


def _need_noun_before(room: str, folder: Folder) -> None:
    """The noun that a room starts from must lie in the folder."""
    before = [name for name in EDITABLE if ROOMS.index(name) < ROOMS.index(room)]
    if not folder.hash_of(NOUN_OF[before[-1]]):
        raise SourceMissing(
            f"no {NOUN_OF[before[-1]]} to start from", folder.path, f"run the rooms before {room}"
        )


@contextlib.contextmanager
def _at_work(folder: Folder) -> Iterator[None]:
    """The episode's folder, made and locked; removed again if nothing was left in it."""
    made = not folder.path.is_dir()
    make_folder(folder.path)
    try:
        with sole_run(folder.path):
            yield
    finally:
        if made:
            with contextlib.suppress(OSError):
                folder.path.rmdir()
