"""Figures of one metric, parties and unit on one line of time: reported, confirmed, conflict, implied, target.

Levels of one period are held against each other; growths against each other and against the levels; a level and its
growth imply the level of the base. Nothing is averaged away: both sides of a conflict are shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from kzhu.analysis.agreement import BEYOND, Range, allowed
from kzhu.analysis.growth import Days, Growth, growth_of
from kzhu.analysis.implied import Implied, amount_of, implied
from kzhu.answers import FigureRow, TimelineRow
from kzhu.periods import bounds

#: Other sides of a conflict that a note names; of more, it tells how many.
_MOST_OTHERS = 20
#: Units of a growth; every other unit is that of a level.
GROWTH_UNITS = frozenset({"percent", "times"})


class _Side(NamedTuple):
    """Figures of one period that agree."""

    rows: list[FigureRow]
    range: Range


def build(figures: Iterable[FigureRow]) -> list[TimelineRow]:
    """Every series of the figures given, each in order of time; undated lines and targets without a year come last."""
    series: dict[tuple[str, tuple[str, ...], str, str], list[FigureRow]] = {}
    for figure in figures:
        key = (figure.metric, figure.parties, figure.from_country or "", figure.to_country or "")
        series.setdefault(key, []).append(figure)
    # The fullest series first: what the archive is about.
    ordered = sorted(series.items(), key=lambda item: (-len(item[1]), item[0]))
    return [row for _, rows in ordered for row in lay(rows)]


def lay(figures: Iterable[FigureRow]) -> list[TimelineRow]:
    """One series of figures, which come in any order, in order of time."""
    return _series(sorted(figures, key=_place))


def lay_on(days: Days, figures: Iterable[FigureRow]) -> list[TimelineRow]:
    """The rows of one series that stand on these days, as `lay` has them among the others.

    Args:
        days: of a period, or of the base of a growth.
        figures: those of the series that tell of these days, and of what their growths are measured against, or from
            (see `touching`); more of the same series change nothing.
    """
    return _series(sorted(figures, key=_place), frozenset({days}))


def touching(days: Days, figures: Iterable[FigureRow]) -> set[Days]:
    """The days of all that rows on these days are drawn from: their own, and the other ends of the growths there."""
    return {days}.union(*(ends for growth in map(growth_of, figures) if growth and days in (ends := growth.ends)))


def _place(figure: FigureRow) -> tuple[str, int, int, str]:
    """Where a figure stands, so that the order in which figures arrive changes nothing."""
    return figure.article, figure.start, figure.end, figure.kind


def _series(rows: Sequence[FigureRow], only: frozenset[Days] | None = None) -> list[TimelineRow]:
    """The rows of a series in order of time; only those on some days, where such are given."""
    levels = [row for row in rows if row.kind == "level"]
    growths = [growth for growth in map(growth_of, rows) if growth]
    targets = [row for row in rows if row.kind == "target"]
    told_here, grown_here = levels, growths
    if only is not None:
        told_here, targets = ([row for row in some if _days(row.period) in only] for some in (levels, targets))
        growths = [growth for growth in growths if not only.isdisjoint(growth.ends)]
        grown_here = [growth for growth in growths if bounds(growth.period) in only]
    units: dict[str, list[FigureRow]] = {}
    for row in levels:
        units.setdefault(row.unit, []).append(row)
    found: list[TimelineRow] = []
    for unit in sorted(units):
        told = _reported([row for row in told_here if row.unit == unit])
        known = frozenset(bounds(row.period) for row in told if row.period)
        found += told
        found += [_implied_row(units[unit][0], one) for one in implied(_by_period(units[unit]), growths, known, only)]
    found += _growths(grown_here, levels, rows)
    found += _targets(targets)
    return sorted(found, key=_order)


def _days(period: str | None) -> Days:
    return bounds(period) if period else None


def _order(row: TimelineRow) -> tuple[bool, bool, date, date, bool, str, float]:
    first, last = bounds(row.period) if row.period else (date.max, date.max)
    undated = row.period is None
    return undated and row.status == "target", undated, first, last, row.measure == "growth", row.status, row.value


def _by_period(rows: Iterable[FigureRow]) -> dict[Days, list[FigureRow]]:
    found: dict[Days, list[FigureRow]] = {}
    for row in rows:
        found.setdefault(_days(row.period), []).append(row)
    return found


def _sides(rows: Sequence[FigureRow]) -> list[_Side]:
    """The figures of one period in groups that agree; the exact ones first, so that "over 130" joins 131.2."""
    sides: list[_Side] = []
    for exact in (True, False):
        # They come by ascending value: whatever ends below all that a figure can allow is passed for good.
        first = 0
        for row in sorted((row for row in rows if (row.bound == "=") == exact), key=_value):
            told = allowed(row.value, row.bound, row.value_high)
            floor = row.value - abs(row.value) * BEYOND
            while first < len(sides) and sides[first].range.high < floor:
                first += 1
            for i in range(first, len(sides)):
                side = sides[i]
                if side.range.meets(told):
                    side.rows.append(row)
                    sides[i] = _Side(side.rows, Range(max(side.range.low, told.low), min(side.range.high, told.high)))
                    break
            else:
                sides.append(_Side([row], told))
    return sides


def _value(row: FigureRow) -> tuple[float, str]:
    return row.value, row.article


def _reported(levels: Sequence[FigureRow]) -> list[TimelineRow]:
    found: list[TimelineRow] = []
    for period, rows in _by_period(levels).items():
        # Without a period nothing says that two figures speak of the same time.
        sides = _sides(rows) if period else [_Side([row], Range(0, 0)) for row in rows]
        conflict = period is not None and len(sides) > 1
        told = [amount_of(side.rows[0]) for side in sides] if conflict else []
        for i, side in enumerate(sides):
            articles = _articles(side.rows)
            status = "conflict" if conflict else "confirmed" if len(articles) > 1 else "reported"
            note = f"others say {_others(told, i)}" if conflict else ""
            found.append(_row(side.rows, status, articles, note))
    return found


def _others(told: Sequence[str], own: int) -> str:
    """What all sides but one say; of very many, what the first of them do."""
    first = [*told[:own], *told[own + 1 : _MOST_OTHERS + 1]][:_MOST_OTHERS]
    more = len(told) - 1 - len(first)
    return ", ".join(first) + (f" and {more:,} more" if more else "")


def _row(rows: Sequence[FigureRow], status: str, articles: tuple[str, ...], note: str) -> TimelineRow:
    best = rows[0]
    told = next((growth for growth in map(growth_of, rows) if growth), None)
    return TimelineRow(
        best.metric,
        best.parties,
        best.from_country,
        best.to_country,
        best.period,
        status,
        "level",
        best.value,
        best.value_high,
        best.unit,
        best.bound,
        told.percent if told else None,
        told.base if told else None,
        articles,
        note,
    )


def _articles(rows: Iterable[FigureRow]) -> tuple[str, ...]:
    return tuple(sorted({row.article for row in rows}))


def _implied_row(like: FigureRow, implied: Implied) -> TimelineRow:
    return TimelineRow(
        like.metric,
        like.parties,
        like.from_country,
        like.to_country,
        implied.period,
        "implied",
        "level",
        implied.value,
        None,
        like.unit,
        implied.bound,
        None,
        None,
        implied.articles,
        implied.note,
    )


def _growths(growths: Sequence[Growth], levels: Sequence[FigureRow], rows: Sequence[FigureRow]) -> list[TimelineRow]:
    """Growths told alone, growths that contradict each other, and growths that contradict the levels."""
    by_pair: dict[tuple[tuple[date, date], tuple[date, date]], list[Growth]] = {}
    for growth in growths:
        by_pair.setdefault((bounds(growth.period), bounds(growth.base)), []).append(growth)
    found: list[TimelineRow] = []
    by_period = _by_period(levels)
    for told in by_pair.values():
        computed = _computed(told[0], by_period)
        if computed is not None and not all(growth.ratio.meets(computed[0]) for growth in told):
            note = f"the levels give {computed[1]}"
            found += [_growth_row(rows[0], growth, "conflict", note) for growth in _distinct(told)]
        elif max(growth.ratio.low for growth in told) > min(growth.ratio.high for growth in told):
            sides = _distinct(told)
            shown = [_percent(growth) for growth in sides]
            for i, growth in enumerate(sides):
                note = f"growth: others say {_others(shown, i)}"
                found.append(_growth_row(rows[0], growth, "conflict", note))
        elif bounds(told[0].period) not in by_period:
            articles = tuple(sorted({growth.article for growth in told}))
            status = "confirmed" if len(articles) > 1 else "reported"
            found.append(_growth_row(rows[0], told[0], status, "")._replace(articles=articles))
    return found


def _computed(growth: Growth, by_period: Mapping[Days, Sequence[FigureRow]]) -> tuple[Range, str] | None:
    """The ratio that the reported levels of both periods give, with its arithmetic; None where one is not reported."""
    for a in by_period.get(bounds(growth.period), ()):
        for b in by_period.get(bounds(growth.base), ()):
            if a.unit == b.unit and a.value > 0 and b.value > 0:
                above, below = allowed(a.value, a.bound, a.value_high), allowed(b.value, b.bound, b.value_high)
                percent = (a.value / b.value - 1) * 100
                # A growth is told to a tenth of a percent at best: the quotient gets half of that to either side.
                ratio = Range(above.low / below.high - 0.0005, above.high / below.low + 0.0005)
                return ratio, f"{amount_of(a)} / {amount_of(b)} = {percent:+.1f}%"
    return None


def _distinct(told: Sequence[Growth]) -> list[Growth]:
    return list({(growth.percent, growth.bound, growth.article): growth for growth in told}.values())


def _growth_row(like: FigureRow, growth: Growth, status: str, note: str) -> TimelineRow:
    return TimelineRow(
        like.metric,
        like.parties,
        like.from_country,
        like.to_country,
        growth.period,
        status,
        "growth",
        growth.percent,
        None,
        "percent",
        growth.bound,
        None,
        growth.base,
        (growth.article,),
        note,
    )


def _targets(rows: Sequence[FigureRow]) -> list[TimelineRow]:
    found: dict[tuple[str | None, float, float | None, str], list[FigureRow]] = {}
    for row in rows:
        found.setdefault((row.period, row.value, row.value_high, row.unit), []).append(row)
    return [_row(told, "target", _articles(told), "") for told in found.values()]


def _percent(growth: Growth) -> str:
    sign = "" if growth.bound == "=" else growth.bound
    return f"{sign}{growth.percent:+g}% ({growth.article})"
