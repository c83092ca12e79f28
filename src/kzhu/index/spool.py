"""Rows on their way into the index, in a temporary file: they come as files are read, and leave in order of time."""

from __future__ import annotations

import marshal
import tempfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from kzhu.index.people import Identity
from kzhu.index.rows import Rows


class Packed(NamedTuple):
    """An article's rows as bytes, and what the spool must know of them."""

    day: int
    id: str
    data: bytes
    identities: frozenset[Identity]


def packed(rows: Rows) -> Packed:
    """Rows ready for a spool, also one of another process."""
    named = frozenset(Identity(row[0], row[1], row[2] or "") for row in rows.people)
    # marshal, unlike pickle, cannot be made to run anything, and takes a third of the time.
    return Packed(rows.day, rows.id, marshal.dumps(tuple(rows)), named)


class Spool:
    """Articles' rows, of which memory holds no more than id, day and whom they name."""

    def __init__(self, folder: str | None = None) -> None:
        """An empty spool.

        Args:
            folder: where its temporary file goes; the system's own place for such files where None.
        """
        #: Where its file is.
        self.folder = folder
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 -- `close` closes it
        self._entries: list[tuple[int, str, int, int]] = []
        #: Everyone whom the articles name.
        self.identities: set[Identity] = set()

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, rows: Rows) -> None:
        """Takes an article's rows."""
        self.take(packed(rows))

    def take(self, rows: Packed) -> None:
        """Takes an article's rows that are packed."""
        self._entries.append((rows.day, rows.id, self._file.tell(), len(rows.data)))
        self._file.write(rows.data)
        self.identities.update(rows.identities)

    def fullest_day(self) -> int:
        """How many articles the day has that has most; undated ones apart, which have room for any number."""
        counts: dict[int, int] = {}
        for day, *_ in self._entries:
            if day:
                counts[day] = counts.get(day, 0) + 1
        return max(counts.values(), default=0)

    def sorted(self) -> Iterator[Rows]:
        """The rows by day, then id."""
        for _, _, start, length in sorted(self._entries):
            self._file.seek(start)
            yield Rows(*marshal.loads(self._file.read(length)))  # noqa: S302 -- our own bytes, in an unlinked file

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
