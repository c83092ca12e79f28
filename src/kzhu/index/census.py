"""Keeps the index's tables of people: who is who, by which spellings they are found, how often they are told of."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kzhu.index.kin import Kin
from kzhu.index.people import Identity, Merged, folded, keys_of, merge
from kzhu.index.roll import Roll
from kzhu.index.schema import FIRST_DAY
from kzhu.index.tally import Tally

#: While the names that come and go are so many times fewer than all, only those near them are compared.
_FEW = 20


class Known(NamedTuple):
    """A person of the knowledge files."""

    name: str
    country: str | None
    spellings: tuple[str, ...]


class Census:
    """The people of an open index, within the caller's transaction."""

    def __init__(self, connection: sqlite3.Connection, bits: int, known: Mapping[str, Known]) -> None:
        """The census of an index.

        Args:
            connection: the index.
            bits: of an article's number, those for its place within the day.
            known: people of the knowledge files, by id.
        """
        self._sql = connection
        #: The first number of a dated article.
        self._first_dated = FIRST_DAY << bits
        self._known = known
        self._tally = Tally(connection)
        #: Number of each identity of a roll, and of the person that it is.
        self.named: list[int] = []
        self.persons: list[int] = []
        #: Persons whose rows must be drawn anew.
        self._touched: set[int] = set()
        #: Identities that articles gave up, and the person that each was.
        self._left: dict[int, int] = {}

    def leave(self, named: int, person: int, role: str | None, surfaces: str) -> None:
        """Notes that an appearance goes."""
        self._touched.add(person)
        self._left[named] = person
        self._tally.add(named, role, surfaces, -1)

    def enter(self, roll: Roll) -> None:
        """Settles who is who, once the old articles are out and before the new ones come in, and counts those.

        Args:
            roll: whom the articles to come name.
        """
        numbers = self._settle(roll.identities)
        found = [numbers[identity] for identity in roll.identities]
        self.named = [number for number, _ in found]
        self.persons = [person for _, person in found]
        self._touched.update(self.persons)
        self._tally.enter(self.named, roll)

    def _settle(self, coming: Collection[tuple[str, str, str]]) -> Mapping[tuple[str, str, str], tuple[int, int]]:
        """The number of each identity that is told of, of the coming ones at least, and of the person that it is."""
        sql = self._sql
        gone = {named for named, person in self._left.items() if not self._is_told(named, person)}
        find = "SELECT number, person FROM named WHERE id = ? AND name = ? AND country = ?"
        found = {identity: sql.execute(find, identity).fetchone() for identity in coming}
        standing = {numbers[0] for numbers in found.values() if numbers}
        if gone <= standing and None not in found.values():
            # The same identities are the same persons: nothing to compare.
            return found
        gone -= standing
        new = sorted(Identity(*identity) for identity in coming if not found[identity])
        old = {Identity(*row[2:]): (row[0], row[1]) for row in self._old(new, sorted(gone)) if row[0] not in gone}
        sql.executemany("DELETE FROM named WHERE number = ?", [(number,) for number in sorted(gone)])
        merged = merge([*old, *new], {key: known.name for key, known in self._known.items()})
        persons = self._write_persons(merged.values())
        numbers = {identity: both for identity, both in found.items() if both}
        for identity, (number, before) in old.items():
            now = persons[merged[identity.id].id]
            numbers[identity] = number, now
            if now != before:
                self._touched |= {now, before}
                sql.execute("UPDATE named SET person = ? WHERE number = ?", (now, number))
                # By way of the person: there is an index of persons.
                change = "UPDATE appearance SET person = ? WHERE person = ? AND named = ?"
                sql.execute(change, (now, before, number))
        (highest,) = sql.execute("SELECT max(number) FROM named").fetchone()
        for number, identity in enumerate(new, (highest or 0) + 1):
            numbers[identity] = number, persons[merged[identity.id].id]
        rows = [(*numbers[identity], *identity) for identity in new]
        sql.executemany("INSERT INTO named(number, person, id, name, country) VALUES (?, ?, ?, ?, ?)", rows)
        return numbers

    def _old(self, new: Sequence[Identity], gone: Sequence[int]) -> Iterator[tuple[int, int, str, str, str]]:
        """Identities, with their number and their person's, of whom new and gone ones may make another person."""
        row = "SELECT number, person, id, name, country FROM named"
        (all_told,) = self._sql.execute("SELECT count(*) FROM named").fetchone()
        if (len(new) + len(gone)) * _FEW > all_told:
            yield from self._sql.execute(row)
            return
        for key in sorted(Kin(self._sql, self._known).circle(new, gone)):
            yield from self._sql.execute(f"{row} WHERE id = ?", (key,))

    def _is_told(self, named: int, person: int) -> bool:
        query = "SELECT 1 FROM appearance WHERE person = ? AND named = ? LIMIT 1"
        return self._sql.execute(query, (person, named)).fetchone() is not None

    def _write_persons(self, merged: Iterable[Merged]) -> dict[str, int]:
        """Persons with their numbers, old persons with their old ones."""
        sql = self._sql
        (highest,) = sql.execute("SELECT max(number) FROM person").fetchone()
        free = (highest or 0) + 1
        persons: dict[str, tuple[int, str]] = {}
        coming = []
        for person in sorted(set(merged)):
            row = sql.execute("SELECT number, name FROM person WHERE id = ?", (person.id,)).fetchone()
            if row is not None:
                persons[person.id] = row
            if person.id not in persons:
                coming.append((free, person.id, person.name, None, None, person.id in self._known, 0, 0, None, None))
                persons[person.id] = free, person.name
                free += 1
            elif persons[person.id][1] != person.name:
                number = persons[person.id][0]
                self._touched.add(number)
                sql.execute("UPDATE person SET name = ? WHERE number = ?", (person.name, number))
        sql.executemany("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", coming)
        return {key: number for key, (number, _) in persons.items()}

    def count(self) -> None:
        """Draws anew the rows of everyone touched; whom no article names any more goes."""
        sql = self._sql
        self._tally.write()
        ids = "SELECT id FROM person WHERE number = ? AND number IN (SELECT person FROM named)"
        rows, gone, spelled, keyed, unkeyed = [], [], [], [], []
        for person in sorted(self._touched):
            before = {row[0] for row in sql.execute("SELECT text FROM spelling WHERE person = ?", (person,))}
            found = sql.execute(ids, (person,)).fetchone()
            spellings: set[str] = set()
            if found is None:
                gone.append((person,))
            else:
                known = self._known.get(found[0])
                spellings, countries = self._tally.names(person)
                rows.append((known.country if known else _most(countries), *self._counted(person), person))
                if known:
                    spellings.update((known.name, *known.spellings))
            if spellings != before:
                spelled += [(person, text) for text in spellings]
                keyed += [(key, person) for key in _keys(spellings)]
                unkeyed += [(key, person) for key in _keys(before)]
        date = "(SELECT date FROM article WHERE number = ?)"
        sql.executemany(
            "UPDATE person SET country = ?, role = ?, articles = ?, mentions = ?,"
            f" first = {date}, last = {date} WHERE number = ?",
            rows,
        )
        sql.executemany("DELETE FROM person WHERE number = ?", gone)
        sql.executemany("DELETE FROM name_key WHERE key = ? AND person = ?", unkeyed)
        anew = {person for _, person in unkeyed}
        sql.executemany("DELETE FROM spelling WHERE person = ?", [(person,) for person in sorted(anew)])
        sql.executemany("INSERT INTO spelling VALUES (?, ?)", sorted(spelled))
        sql.executemany("INSERT INTO name_key VALUES (?, ?)", sorted(keyed))
        self._touched.clear()

    def _counted(self, person: int) -> tuple[str | None, int, int, int | None, int | None]:
        """Role most often told, articles, mentions, first and last dated article."""
        sql = self._sql
        roles = self._tally.roles(person)
        role = min(roles, key=lambda role: (-roles[role], -len(role), role), default=None)
        of_person = "FROM appearance WHERE person = ?"
        articles, mentions = sql.execute(
            f"SELECT count(DISTINCT article), sum(mentions) {of_person}", (person,)
        ).fetchone()
        dated = f"SELECT {{}}(article) {of_person} AND article >= ?"
        first, last = (
            sql.execute(dated.format(end), (person, self._first_dated)).fetchone()[0] for end in ("min", "max")
        )
        return role, articles, mentions or 0, first, last


def _most(countries: Mapping[str, int]) -> str | None:
    return min(countries, key=lambda country: (-countries[country], country), default=None)


def _keys(spellings: Iterable[str]) -> set[str]:
    """Everything that these spellings are found by."""
    found: set[str] = set()
    for text in spellings:
        found.update(keys_of(text))
        words = folded(text)
        found.update(f"~{word}" for word in words)
        if len(words) > 1:
            found.add(f"={' '.join(sorted(words))}")
    return found
