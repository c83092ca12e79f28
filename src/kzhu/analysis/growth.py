"""The growth that a figure tells of its period, and what it is measured against."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kzhu.analysis.agreement import Range, allowed
from kzhu.answers import FigureRow
from kzhu.periods import bounds, shift_years

#: First and last day of a period; None for what stands on no day.
Days = tuple[date, date] | None


class Growth(NamedTuple):
    """A growth told of a period: value / base value = ratio."""

    period: str
    base: str
    #: In percent; 1.9 times is 90.
    percent: float
    ratio: Range
    bound: str
    article: str

    @property
    def ends(self) -> tuple[tuple[date, date], tuple[date, date]]:
        """Days of the period and of its base."""
        return bounds(self.period), bounds(self.base)


def base_of(period: str, base: str | None) -> str | None:
    """The period that a growth is measured against: the one told, else a year before; None where there is no such."""
    try:
        against = base or shift_years(period, -1)
        bounds(against)
    except ValueError:
        return None
    return against


def growth_of(figure: FigureRow) -> Growth | None:
    """The growth that a figure tells of its period; None where it tells none or the period is not known."""
    if figure.period is None or (figure.percent is None and figure.times is None):
        return None
    base = base_of(figure.period, figure.base)
    if base is None:
        return None
    # The bound of a level says nothing of its growth; that of a growth told alone is its own.
    bound = figure.bound if figure.kind == "change" else "="
    if figure.percent is not None:
        told = allowed(figure.percent, bound)
        return Growth(
            figure.period, base, figure.percent, Range(1 + told.low / 100, 1 + told.high / 100), bound, figure.article
        )
    times = figure.times or 1.0
    return Growth(figure.period, base, round((times - 1) * 100, 6), allowed(times, bound), bound, figure.article)
