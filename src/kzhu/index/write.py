"""Writes the index: articles in and out. The caller holds the transaction, and settles who is who (see `census`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from kzhu.index.census import Census
from kzhu.index.people import Identity
from kzhu.index.rows import Rows
from kzhu.index.schema import FIRST_DAY
from kzhu.names import fold

#: Bits of an article's number for its place within the day, unless a day needs more.
LEAST_BITS = 12
#: Room left between two articles of a day, for those that come later.
_STRIDE = 8
#: Rows handed to SQLite at once.
_BATCH = 500
#: Tables with an article's rows, and the column with its number.
_TABLES = {
    "article": "number",
    "body": "number",
    "appearance": "article",
    "figure": "article",
    "event": "article",
    "event_person": "article",
    "article_country": "article",
    "time": "article",
}


class DayOverflowError(Exception):
    """More articles of one day than its numbers can hold; a rebuild makes room."""


def bits_for(most: int) -> int:
    """Bits that a place within the day needs where the fullest day has so many articles."""
    return max(LEAST_BITS, (most * _STRIDE * 2).bit_length())


def day_range(day: int, bits: int) -> tuple[int, int]:
    """First number of a day's articles, and the one behind the last; day 0 is that of the undated."""
    return (0, FIRST_DAY << bits) if day <= 0 else (max(day, FIRST_DAY) << bits, (max(day, FIRST_DAY) + 1) << bits)


class Writer:
    """Puts articles into an open index and takes them out."""

    def __init__(self, connection: sqlite3.Connection, bits: int, census: Census) -> None:
        self._sql = connection
        self._bits = bits
        self._census = census
        self._sources: dict[str, int] = dict(connection.execute("SELECT name, number FROM source"))

    def delete(self, ids: Iterable[str]) -> None:
        """Takes articles out, by id."""
        sql = self._sql
        for article_id in ids:
            found = sql.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
            if found is None:
                continue
            for (person,) in sql.execute("SELECT person FROM appearance WHERE article = ?", found):
                self._census.touch(person)
            self._unword(found[0])
            for table, column in _TABLES.items():
                sql.execute(f"DELETE FROM {table} WHERE {column} = ?", found)

    def insert(self, articles: Iterable[Rows]) -> None:
        """Puts articles in, which come sorted by day and id."""
        days = groupby(articles, key=lambda rows: rows.day)
        numbered = (pair for day, group in days for pair in self._numbered(day, group))
        while batch := list(islice(numbered, _BATCH)):
            self._insert(batch)

    def drop_unused_sources(self) -> None:
        """Forgets outlets and origins that no article names any more."""
        self._sql.execute(
            "DELETE FROM source WHERE number NOT IN (SELECT outlet FROM article WHERE outlet IS NOT NULL"
            " UNION SELECT origin FROM article WHERE origin IS NOT NULL)"
        )

    def _numbered(self, day: int, group: Iterable[Rows]) -> Iterator[tuple[int, Rows]]:
        """The new articles of one day with their numbers, which follow the order of ids."""
        first, end = day_range(day, self._bits)
        query = "SELECT id, number FROM article WHERE number >= ? AND number < ? ORDER BY number"
        taken = dict(self._sql.execute(query, (first, end)))
        if taken:
            coming = list(group)
            places = _between(taken, [rows.id for rows in coming], first, end)
            if places is None:
                places = self._spread(taken, [rows.id for rows in coming], first, end)
            for rows in coming:
                yield places[rows.id], rows
            return
        # The usual case, and the only one of a full build: nothing needs to be held.
        for i, rows in enumerate(group, 1):
            if first + i * _STRIDE >= end:
                raise DayOverflowError
            yield first + i * _STRIDE, rows

    def _spread(self, taken: dict[str, int], coming: list[str], first: int, end: int) -> dict[str, int]:
        """Gives all of a day's articles new numbers with room between them; those of the coming ones."""
        ids = sorted([*taken, *coming])
        stride = min(_STRIDE, (end - first - 1) // (len(ids) + 1))
        if stride < 1:
            raise DayOverflowError
        places = {article_id: first + i * stride for i, article_id in enumerate(ids, 1)}
        moves = [(taken[article_id], places[article_id]) for article_id in taken]
        texts = [(new, self._unword(old)) for old, new in moves]
        for table, column in _TABLES.items():
            # By way of numbers below zero, so that none is taken when it is given.
            statement = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"
            self._sql.executemany(statement, [(-1 - old, old) for old, _ in moves])
            self._sql.executemany(statement, [(new, -1 - old) for old, new in moves])
        self._sql.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", texts)
        return places

    def _unword(self, number: int) -> str:
        """Takes an article out of the full text, which must be told the text that it forgets; gives that text."""
        (text,) = self._sql.execute("SELECT unpack(text) FROM body WHERE number = ?", (number,)).fetchone()
        self._sql.execute("INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)", (number, text))
        return str(text)

    def _insert(self, batch: Sequence[tuple[int, Rows]]) -> None:
        def many(table: str, rows: Iterable[tuple[Any, ...]]) -> None:
            listed = list(rows)
            if listed:
                marks = ", ".join("?" * len(listed[0]))
                self._sql.executemany(f"INSERT INTO {table} VALUES ({marks})", listed)

        many("article", ((n, *rows.article, self._source(rows.outlet), self._source(rows.origin)) for n, rows in batch))
        many("body", ((n, rows.text, rows.record, rows.twin, rows.dating) for n, rows in batch))
        self._sql.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", [(n, rows.plain) for n, rows in batch])
        many("appearance", (row for n, rows in batch for row in self._appearances(n, rows)))
        many("figure", ((n, *row) for n, rows in batch for row in rows.figures))
        many("event", ((n, *row) for n, rows in batch for row in rows.events))
        many("event_person", (row for n, rows in batch for row in self._takers(n, rows)))
        many("article_country", ((n, country) for n, rows in batch for country in rows.countries))
        many("time", ((n, *row) for n, rows in batch for row in rows.times))

    def _source(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._sources:
            number = max(self._sources.values(), default=0) + 1
            self._sources[name] = number
            self._sql.execute("INSERT INTO source VALUES (?, ?, ?)", (number, name, fold(name)))
        return self._sources[name]

    def _appearances(self, number: int, rows: Rows) -> Iterator[tuple[Any, ...]]:
        for person_id, name, country, *rest in rows.people:
            named, person = self._census.numbers(Identity(person_id, name, country or ""))
            self._census.touch(person)
            yield number, named, person, *rest

    def _takers(self, number: int, rows: Rows) -> Iterator[tuple[int, int, int]]:
        identities = {row[0]: Identity(row[0], row[1], row[2] or "") for row in rows.people}
        for n, person_id in rows.event_people:
            yield number, n, self._census.numbers(identities[person_id])[0]


def _between(taken: dict[str, int], coming: list[str], first: int, end: int) -> dict[str, int] | None:
    """Numbers for the coming articles between those of a day; None where there is too little room."""
    places: dict[str, int] = {}
    ids = sorted([*taken, *coming])
    at = 0
    below = first
    while at < len(ids):
        if ids[at] in taken:
            below = taken[ids[at]]
            at += 1
            continue
        run = at
        while run < len(ids) and ids[run] not in taken:
            run += 1
        news = ids[at:run]
        above = taken[ids[run]] if run < len(ids) else min(end, below + _STRIDE * (len(news) + 1))
        step = (above - below) // (len(news) + 1)
        if step < 1:
            return None
        places.update((article_id, below + i * step) for i, article_id in enumerate(news, 1))
        at = run
    return places
