"""Series of figures as a timeline has them: all of one, or what it tells of some days.

On the way to every timeline, which mostly needs no more than which series there are.
"""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING, Any

from kzhu.index import resolve
from kzhu.index.filters import Filters
from kzhu.index.schema import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kzhu.analysis.growth import Days
    from kzhu.answers import FigureRow
    from kzhu.index.figures import Key

    #: Number, metric, parties, from and to ("" where there is none), and how many figures.
    Series = tuple[int, str, str, str, str, int]

_OF_SERIES = (
    "SELECT a.number, a.id, a.date, a.basis, '', f.told FROM article a CROSS JOIN figure f ON f.article = a.number"
    " WHERE a.number IN (SELECT article FROM article_series WHERE series = ?{})"
)
_ON_DAYS = " AND first_day = ? AND last_day = ?"


def series(connection: sqlite3.Connection, filters: Filters) -> list[Series] | None:
    """The series that the filters keep, the fullest first.

    None where the filters ask of the articles what cannot be told from the figures alone.
    """
    if filters._replace(metric=filters.metric[:1], country=(), limit=None, sort=None) != Filters(metric=filters.metric):
        return None
    codes = [resolve.country(connection, name) for name in filters.country]
    metrics = {metric for names in filters.metric for metric in resolve.metrics(connection, names)}
    tests = [f"metric IN ({', '.join('?' * len(metrics))})"] if metrics else []
    # Of codes, which are apart by blanks, none is within another.
    tests += ["instr(' ' || parties || ' ' || from_country || ' ' || to_country || ' ', ' ' || ? || ' ')"] * len(codes)
    found: list[Series] = connection.execute(
        "SELECT number, metric, parties, from_country, to_country, figures FROM series"
        f"{' WHERE ' if tests else ''}{' AND '.join(tests)}"
        " ORDER BY figures DESC, metric, parties, from_country, to_country",
        [*metrics, *codes],
    ).fetchall()
    return found


def ordinals(days: Days) -> tuple[int, int]:
    """First and last day as the index has them."""
    return (days[0].toordinal(), days[1].toordinal()) if days else (UNDATED, UNDATED)


class Line:
    """The figures of one series, without quotes: all of them, or those that tell of some days."""

    def __init__(self, connection: sqlite3.Connection, series: Series) -> None:
        """A series of an index."""
        self._sql = connection
        self.number, metric, parties, giver, taker, self.figures = series
        self.key: Key = metric, parties, giver, taker
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
            self._articles[days] = numbers = []
            found = self._sql.execute(_OF_SERIES.format(_ON_DAYS), (self.number, *ordinals(days)))
            for number, *article, told in found:
                numbers.append(number)
                if number not in self._told:
                    self._told[number] = list(self._figures(article, told))
        return self._articles[days]

    def _figures(self, article: Sequence[Any], told: str) -> Iterator[FigureRow]:
        from kzhu.answers import FigureRow
        from kzhu.index.figures import of_series

        for row in of_series(told, self.key):
            yield FigureRow._make((*article, *row[:2], tuple(row[2].split()), *row[3:], ""))
