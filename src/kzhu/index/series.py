"""Which series the figures of an index belong to: what stands on one line of time, and how many figures are in it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from kzhu.index.figures import Key


class Lines:
    """The series of an open index, within the caller's transaction; written when `settle` is called."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        (highest,) = connection.execute("SELECT max(number) FROM series").fetchone()
        self._free = (highest or 0) + 1
        self._fresh = highest is None
        #: Number of each series that is asked for, and how many figures came and went.
        self._numbers: dict[Key, int] = {}
        self._moved: dict[Key, int] = {}
        self._new: list[Key] = []

    def add(self, key: Key, figures: int) -> int:
        """Notes that figures come, or with a number below zero that they go; the series' number."""
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = self._find(key)
            self._moved[key] = 0
        self._moved[key] += figures
        return number

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
        """Writes down how many figures each series has now; one without any goes."""
        sql = self._sql
        sql.executemany(
            "INSERT INTO series VALUES (?, ?, ?, ?, ?, 0)", [(self._numbers[key], *key) for key in self._new]
        )
        self._change((figures, self._numbers[key]) for key, figures in self._moved.items() if figures)
        sql.executemany(
            "DELETE FROM series WHERE number = ? AND figures = 0", [(number,) for number in self._numbers.values()]
        )

    def _change(self, moved: Iterable[tuple[int, int]]) -> None:
        self._sql.executemany("UPDATE series SET figures = figures + ? WHERE number = ?", moved)
