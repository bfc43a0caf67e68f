"""A whole episode: the six rooms in order, overlapped, resumable, fitted to its length.

Each room hands an iterator to the next, so that the first sentence is spoken while a model still
writes the last. What a room left in the episode folder is used again as long as what it was made
from is the same; what a person changed there is kept.
"""

from broadcaster.show.broadcast import broadcast
from broadcaster.show.editing import DRAFT, Draft, Edit, put_back, take_out
from broadcaster.show.release import publish
from broadcaster.show.request import Report, Request
from broadcaster.show.settling import note_findings, settle

__all__ = [
    "DRAFT",
    "Draft",
    "Edit",
    "Report",
    "Request",
    "broadcast",
    "note_findings",
    "publish",
    "put_back",
    "settle",
    "take_out",
]
