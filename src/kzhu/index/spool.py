"""Rows on their way into the index: they come as files are read, and leave in order of time.

Memory holds no more than one run of them. A full run is sorted and written to a temporary file, rows and texts apart,
since two processes take them out again; runs are merged as they are read.
"""

from __future__ import annotations

import marshal
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from heapq import merge
from operator import itemgetter
from typing import IO, Any, NamedTuple

from kzhu.index.rows import Rows

#: Bytes of a run, and of a block of it, which is read at once.
_RUN = 16 << 20
_BLOCK = 64 << 10
_SIZE = 8


class Packed(NamedTuple):
    """An article's rows as bytes, and what must be known of them before they are written."""

    day: int
    id: str
    #: `Rows`, by marshal: unlike pickle it cannot be made to run anything, and it takes a third of the time.
    data: bytes
    text: str
    #: Identities of those it names: (id, name, country or "").
    named: tuple[tuple[str, str, str], ...]


def packed(rows: Rows, text: str) -> Packed:
    """Rows ready for a spool, also one of another process."""
    return Packed(rows.day, rows.id, marshal.dumps(tuple(rows)), text, _named(rows))


def _named(rows: Rows) -> tuple[tuple[str, str, str], ...]:
    return tuple((row[0], row[1], row[2]) for row in rows.people)


def unpacked(data: bytes) -> Rows:
    """The rows that were packed."""
    return Rows(*marshal.loads(data))  # noqa: S302 -- our own bytes, in an unlinked file


class Spool:
    """Articles' rows, of which memory holds no more than the last ones, how many each day has, and who is named."""

    def __init__(self, folder: str | None = None) -> None:
        """An empty spool.

        Args:
            folder: where its temporary files go; the system's own place for such files where None.
        """
        #: Where its files are.
        self.folder = folder
        #: Everyone whom the articles name.
        self.identities: set[tuple[str, str, str]] = set()
        self._days: Counter[int] = Counter()
        self._coming: list[Packed] = []
        self._size = 0
        self._rows = _Runs(folder)
        self._texts = _Runs(folder)

    def __len__(self) -> int:
        return self._days.total()

    def take(self, rows: Packed) -> None:
        """Takes an article's rows."""
        self._days[rows.day] += 1
        self.identities.update(rows.named)
        self._coming.append(rows)
        self._size += len(rows.data) + len(rows.text)
        if self._size > _RUN:
            self._flush()

    def fullest_day(self) -> int:
        """How many articles the day has that has most; undated ones apart, which have room for any number."""
        return max((count for day, count in self._days.items() if day), default=0)

    def sorted(self) -> Iterator[tuple[int, str, bytes]]:
        """(day, id, rows) by day, then id; nothing may be taken in while they are read."""
        self._flush()
        return self._rows.merged()

    def texts(self) -> Iterator[tuple[int, str, str]]:
        """(day, id, text) in the same order; another process may read them at the same time."""
        self._flush()
        return self._texts.merged()

    def entries(self) -> Iterator[tuple[Rows, Packed]]:
        """What was taken in, in the same order: the rows, and how another spool takes them."""
        for (day, article_id, data), (_, _, text) in zip(self.sorted(), self.texts(), strict=True):
            rows = unpacked(data)
            yield rows, Packed(day, article_id, data, text, _named(rows))

    def _flush(self) -> None:
        run = sorted(self._coming, key=itemgetter(0, 1))
        self._rows.add((rows.day, rows.id, rows.data) for rows in run)
        self._texts.add((rows.day, rows.id, rows.text) for rows in run)
        self._coming, self._size = [], 0

    def close(self) -> None:
        """Lets go of the files."""
        self._rows.close()
        self._texts.close()


class _Runs:
    """Sorted runs of (day, id, what) in one temporary file."""

    def __init__(self, folder: str | None) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 -- `close` closes it
        #: Where each run begins and ends.
        self._runs: list[tuple[int, int]] = []

    def add(self, entries: Iterable[tuple[int, str, Any]]) -> None:
        """Writes one run."""
        start = self._file.tell()
        block: list[tuple[int, str, Any]] = []
        size = 0
        for entry in entries:
            block.append(entry)
            size += len(entry[2])
            if size > _BLOCK:
                self._write(block)
                block, size = [], 0
        if block:
            self._write(block)
        self._file.flush()
        if self._file.tell() > start:
            self._runs.append((start, self._file.tell()))

    def _write(self, block: list[tuple[int, str, Any]]) -> None:
        data = marshal.dumps(block)
        self._file.write(len(data).to_bytes(_SIZE, "big"))
        self._file.write(data)

    def merged(self) -> Iterator[tuple[int, str, Any]]:
        """All entries in order."""
        return merge(*(self._run(*run) for run in self._runs))

    def _run(self, start: int, end: int) -> Iterator[tuple[int, str, Any]]:
        while start < end:
            size = int.from_bytes(self._read(_SIZE, start), "big")
            yield from marshal.loads(self._read(size, start + _SIZE))  # noqa: S302 -- our own bytes
            start += _SIZE + size

    def _read(self, size: int, start: int) -> bytes:
        if hasattr(os, "pread"):
            # Unlike a file's own place, this is not shared with a process that was forked.
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        return self._file.read(size)

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()
