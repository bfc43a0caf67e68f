"""A TOML table read key by key, so that whatever is left over is a key nobody knows."""

from __future__ import annotations

import difflib
import math
from typing import TYPE_CHECKING, Any, TypeVar

from broadcaster.errors import CardError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Choice = TypeVar("Choice", bound=str)

KINDS = {str: "text", bool: "true or false", list: "a list", dict: "a table"}


class Table:
    """One table of a card: typed reads by key, errors that name file, key and value.

    file: what errors call the file. path: the table's own dotted name in it. asked: for every
    table of the file the keys that were asked for, by which a key in the wrong table is told.
    """

    def __init__(
        self,
        data: dict[str, Any],
        file: object,
        path: str = "",
        asked: dict[str, list[str]] | None = None,
    ) -> None:
        self._data = data
        self._file = file
        self._path = path
        self._asked = {} if asked is None else asked
        self._known = self._asked.setdefault(path, [])

    def text(self, key: str, default: str | None = None, *, most: int = 2000) -> str:
        """Text without line breaks; required where no default is given."""
        value: str = self._take(key, str, default)
        if len(value) > most:
            raise self.error(key, f"is longer than {most} characters", "shorten it")
        return " ".join(value.split("\n")).strip()

    def flag(self, key: str, *, default: bool) -> bool:
        """true or false."""
        value: bool = self._take(key, bool, default)
        return value

    def number(self, key: str, default: float, *, least: float, most: float) -> float:
        """A finite number between two bounds, inclusive."""
        value: float = self._take(key, (int, float), default)
        if isinstance(value, bool) or not math.isfinite(value) or not least <= value <= most:
            hint = f"give a number from {least:g} to {most:g}"
            raise self.error(key, f"is {value!r}", hint)
        return value

    def choice(self, key: str, default: Choice, among: Sequence[Choice]) -> Choice:
        """One of a few words."""
        value = self._take(key, str, default)
        for word in among:
            if value == word:
                return word
        words = [word for word in among if word]
        raise self.error(key, f"is {value!r}", f"use {_any_of(words)}{_near(value, words)}")

    def texts(self, key: str, default: Sequence[str] = ()) -> tuple[str, ...]:
        """A list of texts; a lone text counts as a list of one."""
        value = self._data.get(key, list(default))
        self._known.append(key)
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
            raise self.error(key, f"is {value!r}", "give a list of texts")
        return tuple(items)

    def table(self, key: str) -> Table:
        """A table inside this one; empty where it is not written."""
        return Table(self._take(key, dict, {}), self._file, self._dotted(key), self._asked)

    def tables(self, key: str) -> tuple[Table, ...]:
        """A list of tables: `[[key]]` or a list of inline tables."""
        rows = self._take(key, list, [])
        if not all(isinstance(row, dict) for row in rows):
            raise self.error(key, f"is {rows!r}", "give a list of tables")
        return tuple(
            Table(row, self._file, f"{self._dotted(key)}[{index}]", self._asked)
            for index, row in enumerate(rows, start=1)
        )

    def rest(self) -> Iterator[tuple[str, Any]]:
        """Keys not read so far, with their values, in order of writing; now they are known."""
        for key in [key for key in self._data if key not in self._known]:
            self._known.append(key)
            yield key, self._data[key]

    def raw(self, key: str, default: Any) -> Any:
        """The value as TOML gave it, for shapes that this class has no word for."""
        self._known.append(key)
        return self._data.get(key, default)

    def close(self) -> None:
        """Refuse whatever key was never asked for, naming the right table or the nearest key."""
        for key, value in self._data.items():
            if key not in self._known:
                raise self.unknown(key, self._elsewhere(key, value) or nearest(key, self._known))

    def unknown(self, key: str, do: str) -> CardError:
        """The error on a key that nobody asks for."""
        return self.error(key, "is not a key we know", do)

    def _elsewhere(self, key: str, value: Any) -> str:
        """Where the key belongs if not in this table: [show.air] is [air], [air] title [show]."""
        if isinstance(value, dict) and self._path and key in self._asked[""]:
            return f"write [{key}] by itself, not [{self._dotted(key)}]"
        homes = [
            path
            for path, keys in self._asked.items()
            if key in keys and path not in ("", self._path)
        ]
        return f"it belongs under [{homes[0]}]" if len(homes) == 1 else ""

    def error(self, key: str, what: str, do: str) -> CardError:
        """An error on one key of this table."""
        return CardError(f"{self._dotted(key)} {what}", self._file, do)

    def __contains__(self, key: str) -> bool:
        return key in self._data

    def _take(self, key: str, kind: Any, default: Any) -> Any:
        self._known.append(key)
        value = self._data.get(key, default)
        if value is None:
            close = difflib.get_close_matches(key, self._data, n=1, cutoff=0.6)
            raise self.error(key, "is missing", f"is it {close[0]}?" if close else "write it")
        if not isinstance(value, kind):
            wanted = KINDS.get(kind, "a number") if isinstance(kind, type) else "a number"
            raise self.error(key, f"is {value!r}", f"give {wanted}")
        return value

    def _dotted(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key


def _near(word: str, among: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, among, n=1, cutoff=0.6)
    return f" (did you mean {close[0]}?)" if close else ""


def nearest(key: str, known: Iterable[str]) -> str:
    """What was probably meant by a key, else the keys there are."""
    known = tuple(dict.fromkeys(known))
    close = difflib.get_close_matches(key, known, n=1, cutoff=0.5)
    if close:
        return f"did you mean {close[0]}?"
    return f"known here: {', '.join(known)}"


def _any_of(words: Sequence[str]) -> str:
    """own, licensed, cc-by or quote."""
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else words[0]
