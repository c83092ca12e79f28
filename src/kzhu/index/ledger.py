"""Figures of the articles kept: article by article, or series by series as a timeline has them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from kzhu.answers import FigureRow
from kzhu.index import figures as kept
from kzhu.index import resolve
from kzhu.index.ask import SOURCE, ask, select
from kzhu.index.filters import Filters
from kzhu.index.pack import unpack
from kzhu.index.read import sort_of

#: The figures of an article, and its text.
_TOLD = "(SELECT told FROM figure WHERE article = a.number)"
_TEXT = "(SELECT text FROM body WHERE number = a.number)"
_OF_SERIES = (
    "SELECT a.id, a.date, a.basis, '', f.told, NULL FROM article_series s"
    " CROSS JOIN article a ON a.number = s.article CROSS JOIN figure f ON f.article = s.article WHERE s.series = ?"
)


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


def series(connection: sqlite3.Connection, filters: Filters) -> tuple[int, Iterator[Iterator[FigureRow]]] | None:
    """How many figures the filters keep, and these series by series, the fullest first, without quotes.

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
        if all(code in {*parties.split(), giver, taker} for code in codes)
    ]
    found.sort()
    return -sum(row[0] for row in found), (
        _of_series(connection, number, (metric, " ".join(parties), giver, taker))
        for _, metric, parties, giver, taker, number in found
    )


def _of_series(connection: sqlite3.Connection, number: int, key: kept.Key) -> Iterator[FigureRow]:
    return _rows(connection.execute(_OF_SERIES, (number,)), lambda told: kept.of_series(told, key), ())
