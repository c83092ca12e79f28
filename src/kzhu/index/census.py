"""Keeps the index's tables of people: who is who, by which spellings they are found, how often they are told of."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from kzhu.index.people import Identity, Merged, merge
from kzhu.index.schema import FIRST_DAY
from kzhu.names import fold, keys


class Known(NamedTuple):
    """A person of the knowledge files."""

    name: str
    country: str | None
    spellings: tuple[str, ...]


class Census:
    """The people of an open index, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, bits: int, known: Mapping[str, Known]) -> None:
        self._sql = connection
        #: The first number of a dated article.
        self._first_dated = FIRST_DAY << bits
        self._known = known
        #: Number of each identity, and of the person that it is.
        self._numbers: dict[Identity, tuple[int, int]] = {}
        #: Persons whose counts must be told anew.
        self._touched: set[int] = set()

    def touch(self, person: int) -> None:
        """Notes that an article which names a person came or went."""
        self._touched.add(person)

    def numbers(self, identity: Identity) -> tuple[int, int]:
        """Numbers of an identity and of its person, once they are settled."""
        return self._numbers[identity]

    def settle(self, coming: Collection[Identity]) -> None:
        """Settles who is who, once the old articles are out and before the new ones come in.

        Args:
            coming: the identities in the articles to come.
        """
        sql = self._sql
        known = {
            Identity(*row[2:]): (row[0], row[1])
            for row in sql.execute("SELECT number, person, id, name, country FROM named")
        }
        unused = "number NOT IN (SELECT named FROM appearance)"
        gone = {row[0] for row in sql.execute(f"SELECT number FROM named WHERE {unused}")}
        old = {identity: numbers for identity, numbers in known.items() if numbers[0] not in gone}
        if known.keys() == old.keys() | set(coming):
            # The same identities are the same persons: nothing to compare.
            self._numbers = known
            return
        sql.execute(f"DELETE FROM named WHERE {unused}")
        merged = merge([*old, *coming], {key: known.name for key, known in self._known.items()})
        persons = self._write_persons(merged.values())
        for identity, (number, before) in old.items():
            now = persons[merged[identity.id].id]
            self._numbers[identity] = number, now
            if now != before:
                self._touched |= {now, before}
                sql.execute("UPDATE named SET person = ? WHERE number = ?", (now, number))
                sql.execute("UPDATE appearance SET person = ? WHERE named = ?", (now, number))
        free = max((number for number, _ in old.values()), default=0) + 1
        for number, identity in enumerate(sorted(set(coming) - old.keys()), free):
            person = persons[merged[identity.id].id]
            self._numbers[identity] = number, person
            sql.execute("INSERT INTO named VALUES (?, ?, ?, ?, ?)", (number, *identity, person))

    def _write_persons(self, merged: Iterable[Merged]) -> dict[str, int]:
        """Every person with a number, old persons with their old one."""
        sql = self._sql
        persons = {row[0]: (row[1], row[2]) for row in sql.execute("SELECT id, number, name FROM person")}
        free = max((number for number, _ in persons.values()), default=0) + 1
        for person in sorted(set(merged)):
            if person.id not in persons:
                known = person.id in self._known
                row = (free, person.id, person.name, None, None, known, 0, 0, None, None)
                sql.execute("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
                persons[person.id] = free, person.name
                free += 1
            elif persons[person.id][1] != person.name:
                number = persons[person.id][0]
                self._touched.add(number)
                sql.execute("UPDATE person SET name = ? WHERE number = ?", (person.name, number))
        return {key: number for key, (number, _) in persons.items()}

    def count(self) -> None:
        """Tells anew what is counted over articles, of everyone touched; whom no article names any more goes."""
        sql = self._sql
        for person in sorted(self._touched):
            self._count(person)
        gone = "person NOT IN (SELECT number FROM person)"
        sql.execute("DELETE FROM person WHERE number NOT IN (SELECT person FROM named)")
        sql.execute(f"DELETE FROM spelling WHERE {gone}")
        sql.execute(f"DELETE FROM name_key WHERE {gone}")
        self._touched.clear()

    def _count(self, person: int) -> None:
        sql = self._sql
        known = self._known.get(sql.execute("SELECT id FROM person WHERE number = ?", (person,)).fetchone()[0])
        roles: Counter[str] = Counter()
        countries: Counter[str] = Counter()
        spellings: set[str] = set()
        for role, country, times, surfaces in sql.execute(
            "SELECT x.role, n.country, count(*), group_concat(DISTINCT x.surfaces || char(10)) FROM appearance x"
            " JOIN named n ON n.number = x.named WHERE x.person = ? GROUP BY x.role, n.country",
            (person,),
        ):
            if role:
                roles[role] += times
            if country:
                countries[country] += times
            spellings.update(surface.lstrip(",") for surface in surfaces.split("\n"))
        articles, mentions = sql.execute(
            "SELECT count(DISTINCT article), sum(mentions) FROM appearance WHERE person = ?", (person,)
        ).fetchone()
        role = min(roles, key=lambda role: (-roles[role], -len(role), role), default=None)
        country = min(countries, key=lambda country: (-countries[country], country), default=None)
        dated = "SELECT {}(article) FROM appearance WHERE person = ? AND article >= ?"
        first, last = (
            sql.execute(
                f"SELECT date FROM article WHERE number = ({dated.format(end)})", (person, self._first_dated)
            ).fetchone()
            for end in ("min", "max")
        )
        sql.execute(
            "UPDATE person SET country = ?, role = ?, articles = ?, mentions = ?, first = ?, last = ? WHERE number = ?",
            (
                known.country if known else country,
                role,
                articles,
                mentions or 0,
                first and first[0],
                last and last[0],
                person,
            ),
        )
        spellings.update(row[0] for row in sql.execute("SELECT name FROM named WHERE person = ?", (person,)))
        if known:
            spellings.update((known.name, *known.spellings))
        self._spell(person, spellings - {""})

    def _spell(self, person: int, spellings: set[str]) -> None:
        sql = self._sql
        sql.execute("DELETE FROM spelling WHERE person = ?", (person,))
        sql.execute("DELETE FROM name_key WHERE person = ?", (person,))
        sql.executemany("INSERT INTO spelling VALUES (?, ?)", [(person, text) for text in sorted(spellings)])
        found = {key for text in spellings for key in keys(text)}
        for text in spellings:
            words = fold(text).split()
            found.update(f"~{word}" for word in words)
            if len(words) > 1:
                found.add(f"={' '.join(sorted(words))}")
        sql.executemany("INSERT INTO name_key VALUES (?, ?)", [(key, person) for key in sorted(found)])
