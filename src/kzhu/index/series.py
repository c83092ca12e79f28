"""Which series the figures of an index belong to: what stands on one line of time, how much of it, and on which days.

A timeline is laid from its beginning by these days, so that its first rows take no more of a long series than they are
drawn from: a row stands on the days of a period, or of the base of a growth that implies it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kzhu.analysis.growth import base_of
from kzhu.index import leading
from kzhu.index.figures import NOTHING, Key
from kzhu.index.roll import Roll
from kzhu.index.schema import UNDATED
from kzhu.periods import bounds

#: What an article has of a series: how many figures, and on which days rows may stand for them (first and last, as
#: ordinals). Plain, for `marshal`.
Share = tuple[Key, int, list[tuple[int, int]]]


def shares(told: Iterable[Sequence[Any]]) -> list[Share]:
    """What figures, as `schema.FIGURE` has them, give each series."""
    found: dict[Key, list[Sequence[Any]]] = {}
    for row in told:
        found.setdefault((row[0], row[2], row[11] or "", row[12] or ""), []).append(row)
    return [
        (key, len(rows), sorted({days for row in rows for days in _days(row)})) for key, rows in sorted(found.items())
    ]


def _days(row: Sequence[Any]) -> Iterator[tuple[int, int]]:
    period, percent, times, base = row[7:11]
    if not period:
        yield UNDATED, UNDATED
        return
    yield _ordinals(period)
    if percent is not None or times is not None:
        against = base_of(period, None if base == NOTHING else base)
        if against is not None:
            yield _ordinals(against)


def _ordinals(period: str) -> tuple[int, int]:
    first, last = bounds(period)
    return first.toordinal(), last.toordinal()


class Lines:
    """The series of an open index, within the caller's transaction; written when `settle` is called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        (highest,) = connection.execute("SELECT max(number) FROM series").fetchone()
        self._free = (highest or 0) + 1
        self._fresh = highest is None
        #: Number of each series that is asked for, how many figures came and went.
        self._numbers: dict[Key, int] = {}
        self._moved: dict[int, int] = {}
        self._new: list[Key] = []
        #: The first days on which each changed.
        self._changed: dict[int, tuple[int, int]] = {}

    def add(self, share: Share, times: int = 1) -> int:
        """Notes that an article's figures come, or with -1 that they go; the series' number."""
        key, figures, days = share
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self._find(key)
            self._moved[number] = 0
        self._moved[number] += figures * times
        for each in days:
            self._change(number, each)
        return number

    def enter(self, roll: Roll) -> list[int]:
        """Notes that the figures of all articles of a roll come; the number of each of its series."""
        return [self.add((key, figures, [])) for key, figures in zip(roll.series, roll.figures, strict=True)]

    def stand(self, rows: Sequence[int]) -> None:
        """Notes rows of `article_series` that come, one behind the other."""
        # Where nothing stood, all is laid that leads.
        if not self._fresh:
            for number, first, last in zip(rows[::4], rows[1::4], rows[2::4], strict=True):
                self._change(number, (first, last))

    def _change(self, number: int, days: tuple[int, int]) -> None:
        self._changed[number] = min(days, self._changed.get(number, days))

    def _find(self, key: Key) -> int:
        found = None
        if not self._fresh:
            query = "SELECT number FROM series WHERE metric = ? AND parties = ? AND from_country = ? AND to_country = ?"
            found = self._sql.execute(query, key).fetchone()
        if found is not None:
            return int(found[0])
        self._new.append(key)
        self._free += 1
        return self._free - 1

    def settle(self) -> None:
        """Writes down how many figures each series has now, where all else is written; one without any goes."""
        sql = self._sql
        sql.executemany(
            "INSERT INTO series VALUES (?, ?, ?, ?, ?, 0)", [(self._numbers[key], *key) for key in self._new]
        )
        moved = [(figures, number) for number, figures in self._moved.items() if figures]
        sql.executemany("UPDATE series SET figures = figures + ? WHERE number = ?", moved)
        sql.executemany("DELETE FROM series WHERE number = ? AND figures = 0", [(number,) for number in self._moved])
        leading.settle(sql, self._changed)
