"""Figures of the articles kept."""

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
