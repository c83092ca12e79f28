"""Writes the index: articles in and out. The caller holds the transaction, and settles who is who (see `census`)."""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from kzhu.index import figures
from kzhu.index.census import Census
from kzhu.index.roll import Roll
from kzhu.index.schema import FIRST_DAY
from kzhu.index.series import Lines, Share, shares
from kzhu.index.sheet import Sheet
from kzhu.index.spool import Entry, Text, unpacked
from kzhu.names import fold

What = TypeVar("What")

#: Bits of an article's number for its place within the day, unless a day needs more.
LEAST_BITS = 12
#: Room left between two articles of a day, for those that come later.
_STRIDE = 8
#: Where `Rows.article` has the last day on which the article may have been published.
_LAST_DAY = 8
#: Articles whose rows are handed to SQLite at once; and those whose metrics and countries are, which are sorted.
_BATCH = 250
_SORTED = 10_000
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
#: How many columns each table has that articles are written to.
_COLUMNS = {
    "article": 16,
    "appearance": 9,
    "figure": 2,
    "event": 13,
    "event_person": 3,
    "dating_key": 3,
    "article_metric": 2,
    "article_country": 2,
    "article_series": 4,
}


#: `Rows`, packed, with the places on a roll of whom and what they tell of.
_Held = tuple[bytes, list[int], list[int]]
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
        self._sheets = {table: Sheet(connection, table, columns) for table, columns in _COLUMNS.items()}
        #: The articles of each metric and country that are not yet on a sheet: sorted they go in faster.
        self._metrics: defaultdict[str, list[int]] = defaultdict(list)
        self._countries: defaultdict[str, list[int]] = defaultdict(list)
        #: The longest stretch of days in which an article that came may have been published.
        self.widest = 0
        self._sources: dict[str, int] = dict(connection.execute("SELECT name, number FROM source"))
        #: Outlets and origins of articles that went.
        self._left = set[int]()
        #: The countries that articles which are there are about.
        self._told = [country for (country,) in connection.execute(_COUNTRIES)]

    def delete(self, ids: Iterable[str]) -> None:
        """Takes articles out, by id."""
        sql = self._sql
        query = "SELECT number, outlet, origin FROM article WHERE id = ?"
        found = [row for article_id in ids for row in sql.execute(query, (article_id,))]
        self._left.update(source for _, *sources in found for source in sources if source is not None)
        # By ascending number: FTS5 writes what it has gathered whenever it must go back.
        numbers = sorted(row[:1] for row in found)
        for number in numbers:
            for row in sql.execute("SELECT named, person, role, surfaces FROM appearance WHERE article = ?", number):
                self._census.leave(*row)
            self._unword(number[0])
            self._forget(number[0])
        for table, column in _TABLES.items():
            sql.executemany(f"DELETE FROM {table} WHERE {column} = ?", numbers)

    def fill(self, roll: Roll, articles: Iterable[Entry]) -> None:
        """Puts articles, which come sorted by day and id, into an empty index; their texts come otherwise."""
        standing = "temp.standing"
        self._sql.execute(f"CREATE TABLE {standing}(series, first_day, last_day, article)")
        self._sheets["article_series"] = Sheet(self._sql, standing, 4)
        self._insert(roll, numbered(articles, self._bits))
        # All at once they are sorted by SQLite, and each page of the table is written once.
        self._sql.execute(f"INSERT INTO article_series SELECT * FROM {standing} ORDER BY 1, 2, 3, 4")
        self._sql.execute(f"DROP TABLE {standing}")

    def insert(self, roll: Roll, articles: Iterable[Entry], texts: Iterable[tuple[int, str, Text]]) -> None:
        """Puts articles and their texts, both sorted by day and id, among others."""
        numbers = array("q")

        def noted() -> Iterator[tuple[int, _Held]]:
            for day, group in groupby(articles, key=itemgetter(0)):
                for number, held in self._among(day, [(article_id, held) for _, article_id, held in group]):
                    numbers.append(number)
                    yield number, held

        self._insert(roll, noted())
        for number, (_, _, (text, *body)) in zip(numbers, texts, strict=True):
            self._sql.execute("INSERT INTO body VALUES (?, ?, ?, ?, ?)", (number, *body))
            self._sql.execute("INSERT INTO words(rowid, text) VALUES (?, ?)", (number, text))

    def settle(self) -> None:
        """Writes down what is counted of series; forgets outlets and origins that no article names any more."""
        self._lines.settle()
        named = "SELECT 1 FROM article WHERE {} = source.number"
        self._sql.executemany(
            f"DELETE FROM source WHERE number = ? AND NOT EXISTS ({named.format('outlet')})"
            f" AND NOT EXISTS ({named.format('origin')})",
            [(number,) for number in sorted(self._left)],
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
            for share in series:
                line = self._lines.add(share)
                self._sheets["article_series"].values += [value for days in share[2] for value in (line, *days, new)]
            self._note(new, {share[0][0] for share in series}, countries)
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
            (line, *days, number) for share in series for line in (self._lines.add(share, -1),) for days in share[2]
        ]
        sql.executemany(
            "DELETE FROM article_series WHERE series = ? AND first_day = ? AND last_day = ? AND article = ?", lines
        )
        told_of = ", ".join("?" * len(self._told))
        known = f"SELECT country FROM article_country WHERE country IN ({told_of}) AND article = ?"
        countries = [country for (country,) in sql.execute(known, (*self._told, number))]
        gone = [(country, number) for country in countries]
        sql.executemany("DELETE FROM article_country WHERE country = ? AND article = ?", gone)
        return countries, series

    def _note(self, number: int, metrics: Iterable[str], countries: Iterable[str]) -> None:
        for metric in metrics:
            self._metrics[metric].append(number)
        for country in countries:
            self._countries[country].append(number)

    def _unword(self, number: int) -> str:
        """Takes an article out of the full text, which must be told the text that it forgets; gives that text."""
        (text,) = self._sql.execute("SELECT unpack(text) FROM body WHERE number = ?", (number,)).fetchone()
        self._sql.execute("INSERT INTO words(words, rowid, text) VALUES ('delete', ?, ?)", (number, text))
        return str(text)

    def _insert(self, roll: Roll, articles: Iterator[tuple[int, _Held]]) -> None:
        series = self._lines.enter(roll)
        at = 0
        for at, (number, held) in enumerate(articles, 1):
            self._take(number, held, series)
            if at % _BATCH == 0:
                self._write(ranked=at % _SORTED == 0)
        self._write(ranked=True, last=True)

    def _take(self, number: int, held: _Held, series: Sequence[int]) -> None:
        """Puts an article's rows on the sheets, with their numbers.

        Args:
            number: the article's.
            held: its rows as a spool has them.
            series: the number of each series of the roll.
        """
        data, who, lines = held
        rows = unpacked(data)
        sheets = self._sheets
        article = rows.article
        article[0] = number
        article[-2:] = self._source(article[-2]), self._source(article[-1])
        sheets["article"].values += article
        if article[_LAST_DAY] - rows.day > self.widest and article[_LAST_DAY] >= 0:
            self.widest = article[_LAST_DAY] - rows.day
        if who:
            census, people = self._census, rows.people
            named = [census.named[place] for place in who]
            people[::9] = [number] * len(who)
            people[1::9] = named
            people[2::9] = [census.persons[place] for place in who]
            sheets["appearance"].values += people
            if present := rows.event_people:
                present[::3] = [number] * (len(present) // 3)
                present[2::3] = [named[place] for place in present[2::3]]
                sheets["event_person"].values += present
        if rows.told:
            sheets["figure"].values += (number, rows.told)
            days = rows.days
            days[::4] = [series[place] for place in lines]
            days[3::4] = [number] * len(lines)
            self._lines.stand(days)
            sheets["article_series"].values += days
        if events := rows.events:
            events[::13] = [number] * (len(events) // 13)
            sheets["event"].values += events
        for key in rows.dating_keys:
            sheets["dating_key"].values += (number, key, rows.undated)
        self._note(number, rows.metrics, rows.countries)

    def _write(self, *, ranked: bool, last: bool = False) -> None:
        """Hands rows to SQLite.

        Args:
            ranked: those that are sorted too.
            last: whatever is left.
        """
        if ranked:
            for table, found in (("article_metric", self._metrics), ("article_country", self._countries)):
                values = self._sheets[table].values
                for key, numbers in sorted(found.items()):
                    for number in numbers:
                        values += (key, number)
                found.clear()
        for sheet in self._sheets.values():
            sheet.write(last=last)

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
