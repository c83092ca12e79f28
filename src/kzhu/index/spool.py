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
from itertools import chain
from typing import IO, Any, NamedTuple

from kzhu.index.roll import Given, Named, Roll
from kzhu.index.rows import Body, Rows

#: Bytes of a run, and of a block of it, which is read at once.
_RUN = 16 << 20
_BLOCK = 64 << 10
_SIZE = 8
#: Where the fields of `Rows` begin that are kept elsewhere than the rest.
_HELD_APART = Rows._fields.index("body")
_NO_BODY = Body(b"", b"", 0, None)


#: (day, id, (`Rows` by marshal, places of `Rows.named` and of each row of `Rows.days` on the roll)).
Entry = tuple[int, str, tuple[bytes, list[int], list[int]]]


#: Text in UTF-8, and the article's `Body`.
Text = tuple[bytes, bytes, bytes, int, bytes | None]


class Packed(NamedTuple):
    """An article's rows as bytes, and what must be known of them before they are written."""

    day: int
    id: str
    #: `Rows`, by marshal: unlike pickle it cannot be made to run anything, and it takes a third of the time.
    data: bytes
    text: Text
    #: As in `Rows`.
    named: list[Named]
    series: list[Given]


def packed(rows: Rows, text: str) -> Packed:
    """Rows ready for a spool, also one of another process."""
    data = marshal.dumps(tuple(rows[:_HELD_APART]))
    return Packed(rows.day, rows.id, data, (text.encode(), *rows.body), rows.named, rows.series)


def unpacked(data: bytes) -> Rows:
    """The rows that were packed, but for what stands with the text, and on a roll."""
    return Rows._make((*marshal.loads(data), _NO_BODY, [], []))  # noqa: S302 -- our own bytes, in an unlinked file


class Spool:
    """Articles' rows, of which memory holds no more than the last ones, how many each day has, and who is named."""

    def __init__(self, folder: str | None = None) -> None:
        """An empty spool.

        Args:
            folder: where its temporary files go; the system's own place for such files where None.
        """
        #: Where its files are.
        self.folder = folder
        #: Whom and what they tell of.
        self.roll = Roll()
        self._days: Counter[int] = Counter()
        self._coming: list[tuple[Entry, Text]] = []
        self._size = 0
        self._rows = _Runs(folder)
        self._texts = _Runs(folder)

    def __len__(self) -> int:
        return self._days.total()

    def take(self, rows: Packed) -> None:
        """Takes an article's rows."""
        self._days[rows.day] += 1
        roll = self.roll
        what = rows.data, roll.name(rows.named), roll.give(rows.series)
        self._coming.append(((rows.day, rows.id, what), rows.text))
        self._size += _weight(rows)
        if self._size > _RUN:
            self._flush()

    def fullest_day(self) -> int:
        """How many articles the day has that has most; undated ones apart, which have room for any number."""
        return max((count for day, count in self._days.items() if day), default=0)

    def sorted(self) -> Iterator[Entry]:
        """(day, id, rows) by day, then id; nothing may be taken in while they are read."""
        self._flush()
        return self._rows.merged()

    def texts(self) -> Iterator[tuple[int, str, Text]]:
        """(day, id, text) in the same order; another process may read them at the same time."""
        self._flush()
        return self._texts.merged()

    def _flush(self) -> None:
        run = sorted(self._coming)
        self._rows.add((entry, len(entry[2][0])) for entry, _ in run)
        self._texts.add(((*entry[:2], text), _length(text)) for entry, text in run)
        self._coming, self._size = [], 0

    def close(self) -> None:
        """Lets go of the files."""
        self._rows.close()
        self._texts.close()


class Waiting:
    """Articles' rows that are held until more is known of them, in the order in which they came."""

    def __init__(self, folder: str | None) -> None:
        """None of them yet; `folder` as for a spool."""
        self._held = _Runs(folder)
        self._coming: list[Packed] = []
        self._size = 0

    def take(self, rows: Packed) -> None:
        """Holds an article's rows."""
        self._coming.append(rows)
        self._size += _weight(rows)
        if self._size > _RUN:
            self._flush()

    def __iter__(self) -> Iterator[Packed]:
        self._flush()
        return (Packed(*one) for one in self._held.chained())

    def _flush(self) -> None:
        self._held.add((tuple(rows), _weight(rows)) for rows in self._coming)
        self._coming, self._size = [], 0

    def close(self) -> None:
        """Lets go of the file."""
        self._held.close()


def _length(text: Text) -> int:
    return sum(map(len, text[:3]))


def _weight(rows: Packed) -> int:
    return len(rows.data) + _length(rows.text)


class _Runs:
    """Runs of tuples in one temporary file."""

    def __init__(self, folder: str | None) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115 -- `close` closes it
        #: Where each run begins and ends.
        self._runs: list[tuple[int, int]] = []

    def add(self, entries: Iterable[tuple[tuple[Any, ...], int]]) -> None:
        """Writes one run, of entries and about how many bytes each has."""
        start = self._file.tell()
        block: list[tuple[Any, ...]] = []
        size = 0
        for entry, more in entries:
            block.append(entry)
            size += more
            if size > _BLOCK:
                self._write(block)
                block, size = [], 0
        if block:
            self._write(block)
        self._file.flush()
        if self._file.tell() > start:
            self._runs.append((start, self._file.tell()))

    def _write(self, block: list[tuple[Any, ...]]) -> None:
        data = marshal.dumps(block)
        self._file.write(len(data).to_bytes(_SIZE, "big"))
        self._file.write(data)

    def merged(self) -> Iterator[Any]:
        """All entries in order, of which each run has its own."""
        return merge(*(self._run(*run) for run in self._runs))

    def chained(self) -> Iterator[Any]:
        """All entries as they came."""
        return chain.from_iterable(self._run(*run) for run in self._runs)

    def _run(self, start: int, end: int) -> Iterator[Any]:
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
