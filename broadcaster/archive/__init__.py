"""The archive: sole owner of file names, JSON nouns, atomic writes, the lock and stored takes."""

from broadcaster.archive.folder import (
    ARTICLES,
    EPISODE,
    MANIFEST,
    SCRIPT,
    UTTERANCES,
    Folder,
    air_order,
    all_episodes,
    episodes_before,
    finished_episodes,
    folder_name,
)
from broadcaster.archive.notation import digest, from_json, to_json
from broadcaster.archive.station import Station, station_at
from broadcaster.archive.takes import Takes
from broadcaster.archive.wav import write_wav
from broadcaster.archive.writes import (
    atomic_path,
    discard,
    file_sha256,
    make_folder,
    renamed_path,
    sole_run,
    storage_errors,
    write_atomically,
)

__all__ = [
    "ARTICLES",
    "EPISODE",
    "MANIFEST",
    "SCRIPT",
    "UTTERANCES",
    "Folder",
    "Station",
    "Takes",
    "air_order",
    "all_episodes",
    "atomic_path",
    "digest",
    "discard",
    "episodes_before",
    "file_sha256",
    "finished_episodes",
    "folder_name",
    "from_json",
    "make_folder",
    "renamed_path",
    "sole_run",
    "station_at",
    "storage_errors",
    "to_json",
    "write_atomically",
    "write_wav",
]
