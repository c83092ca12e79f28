"""How often each identity is told of, by role and by spelling: what a person's row is drawn from, kept in step."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from kzhu.index.roll import Roll


class Tally:
    """Counts appearances that come and go in an open index, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._sql = connection
        self._roles: dict[tuple[int, str], int] = {}
        self._surfaces: dict[tuple[int, str], int] = {}

    def add(self, named: int, role: str | None, surfaces: str, times: int = 1) -> None:
        """Counts an appearance; with `times` below zero it goes. `surfaces` as in the index, one a line."""
        key = (named, surfaces)
        self._surfaces[key] = self._surfaces.get(key, 0) + times
        if role:
            key = (named, role)
            self._roles[key] = self._roles.get(key, 0) + times

    def enter(self, numbers: Sequence[int], roll: Roll) -> None:
        """Counts all appearances of a roll, whose identities have these numbers."""
        for counts, coming in ((self._roles, roll.roles), (self._surfaces, roll.surfaces)):
            for (place, what), times in coming.items():
                key = (numbers[place], what)
                counts[key] = counts.get(key, 0) + times

    def write(self) -> None:
        """Writes down what was counted."""
        for table, column, counts in (
            ("named_role", "role", self._roles),
            ("named_surface", "surfaces", self._surfaces),
        ):
            moved = sorted((*key, times) for key, times in counts.items() if times)
            self._sql.executemany(
                f"INSERT INTO {table} VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
                moved,
            )
            gone = [row[:2] for row in moved if row[2] < 0]
            self._sql.executemany(f"DELETE FROM {table} WHERE named = ? AND {column} = ? AND articles = 0", gone)
            counts.clear()

    def roles(self, person: int) -> Mapping[str, int]:
        """Roles in which a person is told of, and how often."""
        query = (
            "SELECT r.role, sum(r.articles) FROM named n JOIN named_role r ON r.named = n.number"
            " WHERE n.person = ? GROUP BY r.role"
        )
        return dict(self._sql.execute(query, (person,)))

    def names(self, person: int) -> tuple[set[str], dict[str, int]]:
        """Spellings of a person's name, those of records among them, and countries with how often they are told."""
        spellings: set[str] = set()
        countries: dict[str, int] = {}
        query = (
            "SELECT n.name, n.country, s.surfaces, s.articles FROM named n"
            " LEFT JOIN named_surface s ON s.named = n.number WHERE n.person = ?"
        )
        for name, country, surfaces, times in self._sql.execute(query, (person,)):
            spellings.add(name)
            spellings.update((surfaces or "").split("\n"))
            if country:
                countries[country] = countries.get(country, 0) + (times or 0)
        return spellings - {""}, countries
