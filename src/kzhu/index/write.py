"""Writes the index: articles in and out. The caller holds the transaction, and settles who is who (see `census`)."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice
from operator import itemgetter
from typing import Any, TypeVar

from kzhu.index import figures
from kzhu.index.census import Census
from kzhu.index.rows import Rows
from kzhu.index.schema import FIRST_DAY
from kzhu.index.series import Lines, Share, shares
from kzhu.index.spool import unpacked
from kzhu.names import fold

What = TypeVar("What")

#: Bits of an article's number for its place within the day, unless a day needs more.
LEAST_BITS = 12
#: Room left between two articles of a day, for those that come later.
_STRIDE = 8
#: Where `Rows.article` has the last day on which the article may have been published.
_LAST_DAY = 7
#: Articles handed to SQLite at once.
_BATCH = 1000
#: Tables with an article's rows, and the column with its number. Those that another column leads come apart.
_TABLES = {
    "article": "number",
    "body": "number",
    "appearance": "article",
    "figure": "article",
    "event": "article",
    "event_person": "article",
    "dating_key": "article",
}


#: Every country that articles are about, by jumping from one to the next.
_COUNTRIES = (
    "WITH RECURSIVE c(code) AS (SELECT min(country) FROM article_country UNION ALL"
    " SELECT (SELECT min(country) FROM article_country WHERE country > code) FROM c WHERE code IS NOT NULL)"
    " SELECT code FROM c WHERE code IS NOT NULL"
)


class DayOverflowError(Exception):
    """More articles of one day than its numbers can hold; a rebuild makes room."""


def bits_for(most: int) -> int:
    """Bits that a place within the day needs where the fullest day has so many articles."""
    return max(LEAST_BITS, (most * _STRIDE * 2).bit_length())


def day_range(day: int, bits: int) -> tuple[int, int]:
    """First number of a day's articles, and the one behind the last; day 0 is that of the undated."""
    return (0, FIRST_DAY << bits) if day <= 0 else (max(day, FIRST_DAY) << bits, (max(day, FIRST_DAY) + 1) << bits)


def numbered(entries: Iterable[tuple[int, str, What]], bits: int) -> Iterator[tuple[int, What]]:
    """What a spool gives in order of day and id, with the numbers that its articles get in an empty index.

    Raises:
        DayOverflowError: a day has more articles than `bits` leave room for.
    """
    for day, group in groupby(entries, key=itemgetter(0)):
        first, end = day_range(day, bits)
        number = first
        for _, _, what in group:
            number += _STRIDE
            if number >= end:
                raise DayOverflowError
            yield number, what


class Writer:
    """Puts articles into an open index and takes them out."""

    def __init__(self, connection: sqlite3.Connection, bits: int, census: Census) -> None:
        self._sql = connection
        self._bits = bits
        self._census = census
        self._lines = Lines(connection)
        #: The table that says on which days articles tell of a series; of a new index, one that is sorted at the end.
        self._standing = "article_series"
        #: The longest stretch of days in which an article that came may have been published.
        self.widest = 0
        self._sources: dict[str, int] = dict(connection.execute("SELECT name, number FROM source"))

    def delete(self, ids: Iterable[str]) -> None:
        """Takes articles out, by id."""
        sql = self._sql
        found = [sql.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone() for article_id in ids]
        # By ascending number: FTS5 writes what it has gathered whenever it must go back.
        numbers = sorted(row for row in found if row is not None)
        for number in numbers:
            for row in sql.execute("SELECT named, person, role, surfaces FROM appearance WHERE article = ?", number):
                self._census.leave(*row)
            self._unword(number[0])
            self._forget(number[0])
        for table, column in _TABLES.items():
            sql.executemany(f"DELETE FROM {table} WHERE {column} = ?", numbers)

    def fill(self, articles: Iterable[tuple[int, str, bytes]]) -> None:
        """Puts articles, which come sorted by day and id, into an empty index; their words come otherwise."""
        self._standing = "temp.standing"
        self._sql.execute(f"CREATE TABLE {self._standing}(series, first_day, last_day, article)")
        self._insert((number, unpacked(data)) for number, data in numbered(articles, self._bits))
        # All at once they are sorted by SQLite, and each page of the table is written once.
        self._sql.execute(f"INSERT INTO article_series SELECT * FROM {self._standing} ORDER BY 1, 2, 3, 4")
        self._sql.execute(f"DROP TABLE {self._standing}")

    def insert(self, articles: Iterable[tuple[int, str, bytes]], texts: Iterable[tuple[int, str, str]]) -> None:
        """Puts articles and their texts, both sorted by day and id, among others."""
        numbers = array("q")

        def noted() -> Iterator[tuple[int, Rows]]:
            for day, group in groupby(articles, key=itemgetter(0)):
                for number, data in self._among(day, [(article_id, data) for _, article_id, data in group]):
                    numbers.append(number)
                    yield number, unpacked(data)

        self._insert(noted())
        words = ((number, text) for number, (_, _, text) in zip(numbers, texts, strict=True))
        self._sql.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", words)

    def settle(self) -> None:
        """Writes down what is counted of series; forgets outlets and origins that no article names any more."""
        self._lines.settle()
        self._sql.execute(
            "DELETE FROM source WHERE number NOT IN (SELECT outlet FROM article WHERE outlet IS NOT NULL"
            " UNION SELECT origin FROM article WHERE origin IS NOT NULL)"
        )

    def _among(self, day: int, coming: Sequence[tuple[str, What]]) -> Iterator[tuple[int, What]]:
        """The new articles of one day with their numbers, which follow the order of ids."""
        first, end = day_range(day, self._bits)
        query = "SELECT id, number FROM article WHERE number >= ? AND number < ? ORDER BY number"
        taken = dict(self._sql.execute(query, (first, end)))
        ids = [article_id for article_id, _ in coming]
        places = _between(taken, ids, first, end)
        if places is None:
            places = self._spread(taken, ids, first, end)
        for article_id, what in coming:
            yield places[article_id], what

    def _spread(self, taken: dict[str, int], coming: list[str], first: int, end: int) -> dict[str, int]:
        """Gives all of a day's articles new numbers with room between them; those of the coming ones."""
        ids = sorted([*taken, *coming])
        stride = min(_STRIDE, (end - first - 1) // (len(ids) + 1))
        if stride < 1:
            raise DayOverflowError
        places = {article_id: first + i * stride for i, article_id in enumerate(ids, 1)}
        moves = [(taken[article_id], places[article_id]) for article_id in taken]
        texts = [(new, self._unword(old)) for old, new in moves]
        kept = [(new, self._forget(old)) for old, new in moves]
        for table, column in _TABLES.items():
            # By way of numbers below zero, so that none is taken when it is given.
            statement = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"
            self._sql.executemany(statement, [(-1 - old, old) for old, _ in moves])
            self._sql.executemany(statement, [(new, -1 - old) for old, new in moves])
        self._sql.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", texts)
        for new, (countries, series) in kept:
            self._remember([(new, countries, series)])
        return places

    def _forget(self, number: int) -> tuple[list[str], list[Share]]:
        """Takes an article out of the tables that another column leads; gives what it had there, as in `Rows`."""
        sql = self._sql
        told = sql.execute("SELECT told FROM figure WHERE article = ?", (number,)).fetchone()
        series = shares(figures.rows(told and told[0]))
        sql.executemany(
            "DELETE FROM article_metric WHERE metric = ? AND article = ?", [(share[0][0], number) for share in series]
        )
        lines = [
            (line, *days, number) for share in series for line in (self._lines.add(share, -1),) for days in share[3]
        ]
        sql.executemany(
            "DELETE FROM article_series WHERE series = ? AND first_day = ? AND last_day = ? AND article = ?", lines
        )
        known = "SELECT country FROM article_country WHERE country = ? AND article = ?"
        every = [country for (country,) in sql.execute(_COUNTRIES)]
        countries = [country for country in every if sql.execute(known, (country, number)).fetchone()]
        gone = [(country, number) for country in countries]
        sql.executemany("DELETE FROM article_country WHERE country = ? AND article = ?", gone)
        return countries, series

    def _remember(self, batch: Sequence[tuple[int, list[str], list[Share]]]) -> None:
        """Puts articles into the tables that another column leads: number, countries and series of each."""
        sql, add = self._sql, self._lines.add
        metrics = {(key[0], number) for number, _, series in batch for key, *_ in series}
        lines = [
            (line, *days, number)
            for number, _, series in batch
            for share in series
            for line in (add(share),)
            for days in share[3]
        ]
        countries = [(country, number) for number, countries, _ in batch for country in countries]
        # In their own order they go in faster.
        sql.executemany("INSERT INTO article_metric VALUES (?, ?)", sorted(metrics))
        sql.executemany(f"INSERT INTO {self._standing} VALUES (?, ?, ?, ?)", sorted(lines))
        sql.executemany("INSERT INTO article_country VALUES (?, ?)", sorted(countries))

    def _unword(self, number: int) -> str:
        """Takes an article out of the full text, which must be told the text that it forgets; gives that text."""
        (text,) = self._sql.execute("SELECT unpack(text) FROM body WHERE number = ?", (number,)).fetchone()
        self._sql.execute("INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)", (number, text))
        return str(text)

    def _insert(self, articles: Iterator[tuple[int, Rows]]) -> None:
        while batch := list(islice(articles, _BATCH)):
            self._write(batch)
            wide = (rows.article[_LAST_DAY] - rows.day for _, rows in batch if rows.article[_LAST_DAY] >= 0)
            self.widest = max(self.widest, *wide, 0)

    def _write(self, batch: Sequence[tuple[int, Rows]]) -> None:
        def many(table: str, columns: int, rows: Iterable[tuple[Any, ...]]) -> None:
            self._sql.executemany(f"INSERT INTO {table} VALUES (?{', ?' * (columns - 1)})", rows)

        source = self._source
        many("article", 16, [(n, *rows.article, source(rows.outlet), source(rows.origin)) for n, rows in batch])
        many("body", 5, [(n, rows.text, rows.record, rows.twin, rows.dating) for n, rows in batch])
        people = [(n, rows, self._census.enter(rows.people)) for n, rows in batch]
        many(
            "appearance",
            9,
            [
                (n, *numbers, *row[3:])
                for n, rows, everyone in people
                for numbers, row in zip(everyone, rows.people, strict=True)
            ],
        )
        many("event_person", 3, [(n, e, them[i][0]) for n, rows, them in people for e, i in rows.event_people])
        many("figure", 2, [(n, rows.told) for n, rows in batch if rows.told])
        many("dating_key", 3, [(n, key, rows.undated) for n, rows in batch for key in rows.dating_keys])
        many("event", 13, [(n, *row) for n, rows in batch for row in rows.events])
        self._remember([(n, rows.countries, rows.series) for n, rows in batch])

    def _source(self, name: str | None) -> int | None:
        if name is None:
            return None
        if name not in self._sources:
            number = max(self._sources.values(), default=0) + 1
            self._sources[name] = number
            self._sql.execute("INSERT INTO source VALUES (?, ?, ?)", (number, name, fold(name)))
        return self._sources[name]


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
