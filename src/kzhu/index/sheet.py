"""Rows of one table on their way into it: many at once, since a statement costs SQLite as much as a narrow row."""

from __future__ import annotations

import sqlite3
from typing import Any

#: Values that a statement may have in every release of SQLite.
_MOST_VALUES = 999


class Sheet:
    """Rows that go into a table, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, table: str, columns: int) -> None:
        self._sql = connection
        self._columns = columns
        self._many = _MOST_VALUES // columns
        row = f"(?{', ?' * (columns - 1)})"
        self._one = f"INSERT INTO {table} VALUES {row}"
        self._statement = f"{self._one}{f', {row}' * (self._many - 1)}"
        #: What is to be written: the values of one row after those of another.
        self.values: list[Any] = []

    def write(self, *, last: bool = False) -> None:
        """Writes what fills statements; the last time, all that is left."""
        values, size = self.values, self._many * self._columns
        whole = len(values) - len(values) % size
        for start in range(0, whole, size):
            self._sql.execute(self._statement, values[start : start + size])
        del values[:whole]
        if last:
            each = iter(values)
            self._sql.executemany(self._one, zip(*[each] * self._columns, strict=True))
            values.clear()
