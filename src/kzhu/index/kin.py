"""Whose identity may change when names come or go: so that an update need not compare everybody with everybody.

`kzhu.index.people` decides about somebody by those whose names may be theirs, and by what was decided about these. So
whoever is bound to nobody in a circle of such names, before a change or after it, stays who they were.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from kzhu.index.people import Identity, Merged, folded, fullness, head, keys_of, shares_words
from kzhu.names import same_name


class Kin:
    """The strangers of an open index, as it was before its names change."""

    def __init__(self, connection: sqlite3.Connection, known: Iterable[str]) -> None:
        """The kin of an index; of the people of the knowledge files, by id, nobody is."""
        self._sql = connection
        self._known = frozenset(known)

    def circle(self, coming: Iterable[Identity], gone: Iterable[int]) -> set[str]:
        """Ids whose persons a change may change.

        Args:
            coming: identities that the index does not have.
            gone: the numbers of those that go.
        """
        news: dict[str, list[Identity]] = {}
        for identity in coming:
            news.setdefault(identity.id, []).append(identity)
        left: dict[str, list[Identity]] = {}
        for number in gone:
            row = self._sql.execute("SELECT id, name, country FROM named WHERE number = ?", (number,)).fetchone()
            left.setdefault(row[0], []).append(Identity(*row))
        found = {*news, *left}
        waiting = [
            self._heads(key, news.get(key, ()), left.get(key, ())) for key in sorted(found) if key not in self._known
        ]
        while waiting:
            mine = waiting.pop()
            for key in sorted(self._near(mine) - found - self._known):
                theirs = self._heads(key, (), ())
                if any(_akin(one, other) for one in mine for other in theirs):
                    found.add(key)
                    waiting.append(theirs)
        return found

    def _heads(self, key: str, news: Collection[Identity], gone: Collection[Identity]) -> set[Merged]:
        """By which names an id is compared: before a change and after it."""
        before = self._named(key)
        after = [identity for identity in before if identity not in gone] + list(news)
        return {head(same) for same in (before, after) if same}

    def _named(self, key: str) -> list[Identity]:
        rows = self._sql.execute("SELECT id, name, country FROM named WHERE id = ?", (key,))
        return [Identity(*row) for row in rows]

    def _near(self, heads: Iterable[Merged]) -> set[str]:
        """Ids of everybody who is spelled in a way that shares a key with one of these."""
        query = "SELECT DISTINCT n.id FROM name_key k JOIN named n ON n.person = k.person WHERE k.key = ?"
        keys = {key for one in heads if len(folded(one.name)) > 1 for key in keys_of(one.name)}
        return {key for shared in sorted(keys) for (key,) in self._sql.execute(query, (shared,))}


def _akin(one: Merged, other: Merged) -> bool:
    """Whether the shorter of two names may be that of the other's owner."""
    fuller, shorter = sorted((one, other), key=fullness)
    return shares_words(shorter.name, fuller.name) and same_name(shorter.name, fuller.name)
