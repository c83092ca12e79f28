"""Figures of the articles kept: article by article, or series by series as a timeline has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from kzhu.answers import FigureRow
from kzhu.index import figures as kept
from kzhu.index import resolve
from kzhu.index.ask import SOURCE, ask, select
from kzhu.index.filters import Filters
from kzhu.index.pack import unpack
from kzhu.index.read import sort_of
from kzhu.index.schema import UNDATED

#: First and last day of a period; None for what stands on no day.
Days = tuple[date, date] | None

#: The figures of an article, and its text.
_TOLD = "(SELECT told FROM figure WHERE article = a.number)"
_TEXT = "(SELECT text FROM body WHERE number = a.number)"
_OF_SERIES = (
    "SELECT a.number, a.id, a.date, a.basis, '', f.told FROM article a CROSS JOIN figure f ON f.article = a.number"
    " WHERE a.number IN (SELECT article FROM article_series WHERE series = ?{})"
)
_ON_DAYS = " AND first_day = ? AND last_day = ?"


def figures(connection: sqlite3.Connection, filters: Filters, *, quoted: bool = True) -> Iterator[FigureRow]:
    """Figures of the articles kept, newest article first, in order of the text; with empty quotes if not `quoted`."""
    sort = sort_of(filters, "-date", "date", "metric")
    if sort == "metric":
        return islice(_by_metric(connection, filters, quoted=quoted), filters.limit)
    asked = ask(connection, filters)
    codes = [resolve.country(connection, name) for name in filters.country]
    columns = f"a.id, a.date, a.basis, {SOURCE}, {_TOLD}, {_TEXT if quoted else 'NULL'}"
    sql, values = select(asked, columns, newest_first=sort == "-date", limit=None)
    rows = _rows(connection.execute(sql, values), lambda told: kept.rows(told, frozenset(asked.metrics)), codes)
    return islice(rows, filters.limit)


def _by_metric(connection: sqlite3.Connection, filters: Filters, *, quoted: bool) -> Iterator[FigureRow]:
    """The same, one metric after the other."""
    wanted = set(ask(connection, filters).metrics)
    every = connection.execute("SELECT DISTINCT metric FROM series ORDER BY metric").fetchall()
    for (metric,) in every:
        if not wanted or metric in wanted:
            of_metric = filters._replace(metric=(*filters.metric, metric), sort=None, limit=None)
            for row in figures(connection, of_metric, quoted=quoted):
                if row.metric == metric:
                    yield row


def _rows(
    found: Iterable[tuple[Any, ...]], taken: Callable[[str | None], Iterable[tuple[Any, ...]]], codes: Collection[str]
) -> Iterator[FigureRow]:
    """The figures of articles one after the other: nothing is taken apart that is not taken."""
    for *article, told, packed in found:
        text = None
        for row in taken(told):
            parties = row[2].split()
            if not all(code in parties or code in row[11:13] for code in codes):
                continue
            if text is None:
                text = unpack(packed) if packed else ""
            yield FigureRow._make((*article, *row[:2], tuple(parties), *row[3:], text[row[13] : row[14]]))


def series(connection: sqlite3.Connection, filters: Filters) -> list[Line] | None:
    """The series that the filters keep, the fullest first.

    None where the filters ask of the articles what cannot be told from the figures alone.
    """
    if filters._replace(metric=filters.metric[:1], country=(), limit=None, sort=None) != Filters(metric=filters.metric):
        return None
    codes = [resolve.country(connection, name) for name in filters.country]
    metrics = {metric for names in filters.metric for metric in resolve.metrics(connection, names)}
    marks = f" WHERE metric IN ({', '.join('?' * len(metrics))})" if metrics else ""
    sql = f"SELECT metric, parties, from_country, to_country, number, figures FROM series{marks}"
    found = [
        (-count, metric, tuple(parties.split()), giver, taker, number)
        for metric, parties, giver, taker, number, count in connection.execute(sql, [*metrics])
        if not codes or all(code in {*parties.split(), giver, taker} for code in codes)
    ]
    found.sort()
    return [
        Line(connection, number, (metric, " ".join(parties), giver, taker), -count)
        for count, metric, parties, giver, taker, number in found
    ]


class Line:
    """The figures of one series, without quotes: all of them, or those that tell of some days."""

    def __init__(self, connection: sqlite3.Connection, number: int, key: kept.Key, figures: int) -> None:
        """A series of an index: its number, its key, and how many figures it has."""
        self._sql = connection
        self.number = number
        self.key = key
        self.figures = figures
        #: What was asked for: articles by their days, and the figures of each article.
        self._articles: dict[Days, list[int]] = {}
        self._told: dict[int, list[FigureRow]] = {}

    def days(self) -> Iterator[Days]:
        """The days on which rows may stand, in order of time; None, for what stands on no day, comes last."""
        first, last = 0, 0
        while found := self._after(first, last):
            first, last = found
            yield None if first == UNDATED else (date.fromordinal(first), date.fromordinal(last))

    def _after(self, first: int, last: int) -> tuple[int, int] | None:
        # In two looks: of a comparison of both columns SQLite takes the first one only to the index.
        columns = "SELECT first_day, last_day FROM article_series WHERE series = ? AND "
        same = f"{columns}first_day = ? AND last_day > ? ORDER BY last_day LIMIT 1"
        later = f"{columns}first_day > ? ORDER BY first_day, last_day LIMIT 1"
        found: tuple[int, int] | None = (
            self._sql.execute(same, (self.number, first, last)).fetchone()
            or self._sql.execute(later, (self.number, first)).fetchone()
        )
        return found

    def all(self) -> Iterator[FigureRow]:
        """Every figure."""
        for *article, told in self._sql.execute(_OF_SERIES.format(""), (self.number,)):
            yield from self._figures(article[1:], told)

    def on(self, every: Iterable[Days]) -> list[FigureRow]:
        """The figures of the articles that tell of any of these days."""
        numbers = {number for days in every for number in self._on(days)}
        return [row for number in numbers for row in self._told[number]]

    def _on(self, days: Days) -> list[int]:
        if days not in self._articles:
            ordinals = (days[0].toordinal(), days[1].toordinal()) if days else (UNDATED, UNDATED)
            self._articles[days] = numbers = []
            for number, *article, told in self._sql.execute(_OF_SERIES.format(_ON_DAYS), (self.number, *ordinals)):
                numbers.append(number)
                if number not in self._told:
                    self._told[number] = list(self._figures(article, told))
        return self._articles[days]

    def _figures(self, article: Sequence[Any], told: str) -> Iterator[FigureRow]:
        for row in kept.of_series(told, self.key):
            yield FigureRow._make((*article, *row[:2], tuple(row[2].split()), *row[3:], ""))
