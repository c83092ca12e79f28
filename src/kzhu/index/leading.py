"""The first rows of the timeline of each metric's fullest series, laid when the index is written.

These are what a timeline is asked for most often. Rows stand in order of time and news tell of late days, so that most
updates leave them as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from kzhu.answers import TimelineRow
from kzhu.index.lines import Line, ordinals
from kzhu.index.schema import UNDATED

if TYPE_CHECKING:
    from kzhu.index.figures import Key
    from kzhu.index.lines import Series

#: A shorter series is laid as a whole in no time.
LONG = 200
#: So many rows are laid before a series is laid as a whole.
BEGINNING = 200
#: First and last day, as ordinals.
Span = tuple[int, int]
_NEVER = (UNDATED + 1, 0)
#: Between ids, which may have any other sign in them.
_APART = "\0"

_COLUMNS = "period, status, measure, value, value_high, unit, bound, percent, base, articles, note"


def rows(connection: sqlite3.Connection, number: int, key: Key) -> list[TimelineRow]:
    """The rows that were laid of a series; none where it leads no metric."""
    metric, parties, giver, taker = key
    begun = metric, tuple(parties.split()), giver or None, taker or None
    found = connection.execute(f"SELECT {_COLUMNS} FROM leading_row WHERE series = ? ORDER BY n", (number,))
    return [TimelineRow._make((*begun, *row, tuple(articles.split(_APART)), note)) for *row, articles, note in found]


def settle(connection: sqlite3.Connection, moved: Mapping[int, Span]) -> None:
    """Brings the rows up to date with the series, as they are written already.

    Args:
        connection: the index, within the caller's transaction.
        moved: of each series that changed, the first days on which it did.
    """
    kept = {number: (first, last) for number, first, last in connection.execute("SELECT * FROM leading")}
    leading = {series[0]: series for series in _leading(connection)}
    stale = [number for number, drawn in kept.items() if number not in leading or moved.get(number, _NEVER) <= drawn]
    for table in ("leading", "leading_row"):
        connection.executemany(f"DELETE FROM {table} WHERE series = ?", [(number,) for number in stale])
    for number in sorted(leading.keys() - (kept.keys() - stale)):
        _lay(connection, leading[number])


def _leading(connection: sqlite3.Connection) -> Iterator[Series]:
    """The fullest series of each metric, where it has many figures."""
    every = connection.execute(
        "SELECT number, metric, parties, from_country, to_country, figures FROM series"
        " ORDER BY metric, figures DESC, parties, from_country, to_country"
    )
    for _, group in groupby(every, key=itemgetter(1)):
        fullest: Series = next(group)
        if fullest[-1] > LONG:
            yield fullest


def _lay(connection: sqlite3.Connection, series: Series) -> None:
    laid: list[TimelineRow] = []
    drawn = (0, 0)
    for found, ends in beginning(Line(connection, series)):
        laid += found
        drawn = max(drawn, ends)
        if len(laid) >= BEGINNING:
            break
    else:
        # All of it is laid: whatever comes, on whichever day, belongs to it.
        drawn = (UNDATED, UNDATED)
    number = series[0]
    connection.execute("INSERT INTO leading VALUES (?, ?, ?)", (number, *drawn))
    values = [(number, place, *row[4:-2], _APART.join(row.articles), row.note) for place, row in enumerate(laid)]
    connection.executemany(f"INSERT INTO leading_row VALUES ({', '.join('?' * 13)})", values)


def beginning(line: Line) -> Iterator[tuple[list[TimelineRow], Span]]:
    """The rows of a series day by day, in order of time, and the last days of what each day's rows are drawn from."""
    from kzhu.analysis import timeline

    for days in line.days():
        ends = timeline.touching(days, line.on([days]))
        yield timeline.lay_on(days, line.on(ends)), max(map(ordinals, ends))
