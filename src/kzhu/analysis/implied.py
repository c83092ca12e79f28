"""Levels that nobody told, but that a level and a growth imply: back to the base, or on to the period."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

from kzhu.amounts import amount
from kzhu.analysis.growth import Days, Growth, growth_of
from kzhu.answers import FigureRow
from kzhu.periods import bounds


class Implied(NamedTuple):
    """A level of a series, in the unit of the levels that imply it."""

    #: EDTF.
    period: str
    value: float
    bound: str
    #: Those that tell the levels and the growths it is drawn from, ids.
    articles: tuple[str, ...]
    #: Its arithmetic.
    note: str


Row = TypeVar("Row", FigureRow, Growth)


class _Told(NamedTuple, Generic[Row]):
    """Figures, or growths, that tell the same: the first of them, the place of the last, and all their articles."""

    one: Row
    last: int
    articles: set[str]


class _Levels:
    """Levels of some days that differ."""

    def __init__(self, every: list[_Told[FigureRow]]) -> None:
        """Of the levels that are alike, one each."""
        self.every = every
        #: Their places, by the growth that each was told with, in percent; None for those told with none.
        self._places: dict[float | None, list[int]] = {}
        for place, row in enumerate(every):
            own = growth_of(row.one)
            self._places.setdefault(own and own.percent, []).append(place)

    def told_with(self, percent: float) -> list[_Told[FigureRow]]:
        """Those that a growth can belong to: it was told with them, or they with none."""
        return [self.every[place] for place in sorted(self._places.get(None, []) + self._places.get(percent, []))]


class _Way(NamedTuple):
    """How something is implied: of several ways that lead to the same, the last one is shown."""

    #: Of its growth, whether it leads on to the growth's period, and of its level.
    place: tuple[int, bool, int]
    level: FigureRow
    growth: Growth
    #: Of all ways.
    articles: set[str]

    def arithmetic(self, value: float) -> str:
        """From the level to the value implied."""
        _, onward, _ = self.place
        sign, unit = "×" if onward else "/", self.level.unit
        return f"{amount_of(self.level)} ({self.level.period}) {sign} {_ratio(self.growth):.6g} = {amount(value, unit)}"


def implied(
    levels: Mapping[Days, Sequence[FigureRow]],
    growths: Sequence[Growth],
    known: AbstractSet[Days],
    only: AbstractSet[Days] | None,
) -> list[Implied]:
    """What the levels of one unit and the growths of their series imply for days of which no level is told.

    Args:
        levels: by their days.
        growths: in the order of the figures that tell them.
        known: days of which a level is told.
        only: where given, what is implied for other days is left out.
    """
    alike: dict[Days, _Levels] = {}
    found: dict[tuple[str, float, str], _Way] = {}
    for group in _alike(growths, _of_no_article):
        growth = group.one
        for period, other, back in ((growth.period, growth.base, True), (growth.base, growth.period, False)):
            if bounds(other) in known or (only is not None and bounds(other) not in only):
                continue
            days = bounds(period)
            if days not in alike:
                alike[days] = _Levels(_alike(levels.get(days, ()), _level))
            for row in alike[days].told_with(growth.percent) if back else alike[days].every:
                one = _imply(row.one, growth, back=back)
                if one is None:
                    continue
                key = (other, *one)
                place = (group.last, not back, row.last)
                twin = found.get(key)
                articles = twin.articles if twin else set()
                articles.update(row.articles, group.articles)
                if twin is None or place > twin.place:
                    found[key] = _Way(place, row.one, growth, articles)
    return [
        Implied(period, value, bound, tuple(sorted(way.articles)), way.arithmetic(value))
        for (period, value, bound), way in found.items()
    ]


def amount_of(row: FigureRow) -> str:
    """The amount of a level as it is printed, with its bound."""
    return amount(row.value, row.unit, bound=row.bound, high=row.value_high)


def _alike(told: Iterable[Row], key: Callable[[Row], Hashable]) -> list[_Told[Row]]:
    """What is told in groups that tell the same, in order of their first."""
    found: dict[Hashable, _Told[Row]] = {}
    for place, one in enumerate(told):
        same = key(one)
        group = found.get(same)
        articles = group.articles if group else set()
        articles.add(one.article)
        found[same] = _Told(group.one if group else one, place, articles)
    return list(found.values())


def _level(row: FigureRow) -> Hashable:
    """All of a level that what it implies is drawn from."""
    own = growth_of(row)
    return row.period, row.value, row.value_high, row.unit, row.bound, own and own.percent


def _of_no_article(growth: Growth) -> Hashable:
    return growth[:-1]


def _imply(row: FigureRow, growth: Growth, *, back: bool) -> tuple[float, str] | None:
    """Value and bound of the level that a level and a growth imply; None where they imply none."""
    ratio = _ratio(growth)
    if ratio <= 0 or (growth.bound != "=" and row.bound != "="):
        return None
    value = _significant(row.value / ratio if back else row.value * ratio)
    return value, row.bound if growth.bound == "=" else _turned(growth.bound, back=back)


def _ratio(growth: Growth) -> float:
    return 1 + growth.percent / 100


def _turned(bound: str, *, back: bool) -> str:
    """The bound of a quotient whose divisor has this bound: more growth, less base."""
    turned = {">": "<", "<": ">", "<=": ">=", ">=": "<="}
    return turned.get(bound, bound) if back else bound


def _significant(value: float) -> float:
    """Four significant digits: an implied value is no more exact than what it came from."""
    return float(f"{value:.4g}")
