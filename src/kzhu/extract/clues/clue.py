"""Clues to when an article was published, and what they bound together.

A clue allows some days and forbids the rest. Absolute clues name stretches of days ("President Tokayev": since
2019-03-20; "Saturday, 14 October": in those years when it was one); yearly ones a stretch of every year ("a Nov. 2
meeting": 2 to 3 November). Bounds intersect; a clue that contradicts the others is set aside and told.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kzhu import periods
from kzhu.records import Evidence, Published, Span

#: Days from first to last, both included; `date.min` and `date.max` are open ends.
Stretch = tuple[date, date]
_ALWAYS: tuple[Stretch, ...] = ((date.min, date.max),)
#: Years looked at for a stretch of every year, where the other clues set no end.
_YEARS = 40
#: Wider than this, an estimate is of no use: the date stays unknown, its bounds are told.
_WIDEST = timedelta(days=366)
#: A yearly clue wider than this does not tell one year from the next.
_SEASON = timedelta(days=210)
#: The same day of two years is no estimate either.
_SPREAD = timedelta(days=364)
#: A stretch of so few days is one event's: its first day is the estimate.
_EVENT = timedelta(days=3)
#: A day that a text names with its year lies no further from its publication, if it is to tell that year.
_NEAR = timedelta(days=3 * 365)
#: Of so few days, in two months, the first month is: news is published soon.
_SOON = timedelta(days=10)


# Never changed once it is made; to have that checked, each field would be set by a call.
@dataclass(slots=True, unsafe_hash=True)
class Clue:
    """One reason why an article was published when it was. Plain values only, so that an index can store it."""

    reason: str
    #: Stretches (first, last) as ISO days, "" for an open end; empty for a yearly clue.
    stretches: tuple[tuple[str, str], ...] = ()
    #: (month, day, month, day) from first to last; a stretch over New Year ends in the year after.
    yearly: tuple[int, int, int, int] | None = None
    #: Whether it tells of months just over, so that a day without a year is the first one after it.
    recent: bool = False
    #: Whether a weekday told with a date chose the stretches: they lie years apart, and one of them is meant.
    weekday: bool = False
    #: A day (ISO) that the text names with its year: of years that a weekday allows, the nearest to it is meant.
    anchor: str = ""
    #: How much it counts when clues contradict each other.
    weight: int = 1
    #: The words, as (start, end); None where they stand in another article.
    span: tuple[int, int] | None = None


def solve(clues: tuple[Clue, ...]) -> Published:
    """What the clues say together.

    The date is the narrowest day, month, year or run of months that holds every possible day; None, and the basis
    "unknown", where that is more than a year.
    """
    kept, allowed = _consistent(clues)
    allowed = _nearest(allowed, kept)
    agreed = kept is clues
    evidence = tuple(
        [_evidence(clue, allowed, known=agreed or clue in kept) for clue in clues if clue.stretches or clue.yearly]
    )
    if not kept:
        return Published(evidence=evidence)
    first, last = allowed[0][0], allowed[-1][1]
    earliest = None if first == date.min else first.isoformat()
    latest = None if last == date.max else last.isoformat()
    if earliest is None or latest is None or last - first > (_WIDEST if len(allowed) == 1 else _SPREAD):
        return Published(None, "unknown", earliest, latest, evidence)
    return Published(estimate(first, last), "inferred", earliest, latest, evidence)


def _nearest(allowed: tuple[Stretch, ...], kept: tuple[Clue, ...]) -> tuple[Stretch, ...]:
    """Of stretches in several years, that which is nearest to the days the text names with their year.

    Where none is near, those days are of a past that the text only looks back on, and choose nothing.
    """
    if len(allowed) < 2 or not any(clue.weekday for clue in kept):
        return allowed
    anchors = [date.fromisoformat(clue.anchor) for clue in kept if clue.anchor]
    if not anchors:
        return allowed
    away, nearest = min((min(abs(one[0] - anchor) for anchor in anchors), one) for one in allowed)
    return (nearest,) if away <= _NEAR else allowed


def estimate(first: date, last: date) -> str:
    """The natural EDTF for "some day from first to last".

    >>> estimate(date(2024, 9, 1), date(2024, 12, 31))
    '2024'
    >>> estimate(date(2023, 11, 2), date(2023, 11, 3))
    '2023-11-02'
    >>> estimate(date(2023, 11, 28), date(2023, 12, 5))
    '2023-11'
    """
    if last - first <= _EVENT:
        return first.isoformat()
    if last - first <= _SOON:
        return f"{first.year:04}-{first.month:02}"
    if first.year == last.year:
        return f"{first.year:04}-{first.month:02}" if first.month == last.month else f"{first.year:04}"
    return f"{first.year:04}-{first.month:02}/{last.year:04}-{last.month:02}"


def stretch(period: str) -> tuple[str, str]:
    """The first and last day of an EDTF period, as a clue writes them."""
    first, last = periods.bounds(period)
    return ("" if first == date.min else first.isoformat(), "" if last == date.max else last.isoformat())


def _evidence(clue: Clue, allowed: tuple[Stretch, ...], *, known: bool) -> Evidence:
    reason = clue.reason if known else f"{clue.reason} (contradicts the rest, so it was set aside)"
    earliest = latest = None
    if clue.stretches:
        earliest = min(first for first, _ in clue.stretches) or None
        latest = max((last for _, last in clue.stretches if last), default=None)
        if any(not last for _, last in clue.stretches):
            latest = None
    elif known and clue.yearly and allowed[-1][1] != date.max and allowed[0][0] != date.min:
        inside = _meet(_years_of(clue, range(allowed[0][0].year - 1, allowed[-1][1].year + 2)), allowed)
        if inside:
            earliest, latest = inside[0][0].isoformat(), inside[-1][1].isoformat()
    return Evidence(reason, earliest, latest, None if clue.span is None else Span(*clue.span))


def _consistent(clues: tuple[Clue, ...]) -> tuple[tuple[Clue, ...], tuple[Stretch, ...]]:
    """The clues that agree and weigh most together, in doubt those told first; and the days that they allow."""
    if allowed := _allowed(clues):
        return clues, allowed
    best: tuple[int, list[Clue]] = (-1, [])
    heavy = sorted(clues, key=lambda clue: -clue.weight)
    # As many attempts as clues, each led by another: a single wrong one must not set all others aside.
    for lead in heavy[:8]:
        kept: list[Clue] = []
        for clue in (lead, *(other for other in heavy if other is not lead)):
            if _allowed((*kept, clue)):
                kept.append(clue)
        weight = sum(clue.weight for clue in kept)
        if weight > best[0]:
            best = (weight, kept)
    agreed = tuple(best[1])
    return agreed, _allowed(agreed)


def _allowed(clues: tuple[Clue, ...]) -> tuple[Stretch, ...]:
    """The days that all these clues allow, in order."""
    allowed = _ALWAYS
    for clue in clues:
        if clue.stretches:
            allowed = _meet(allowed, tuple(_days(*ends) for ends in clue.stretches))
    yearly = [clue for clue in clues if clue.yearly]
    if not yearly or not allowed or allowed[0][0] == date.min:
        return allowed
    open_end = allowed[-1][1] == date.max
    years = sorted({year for ends in allowed for year in _years_in(ends)})
    met = allowed
    for clue in yearly:
        met = _meet(met, _years_of(clue, years))
    if not open_end or not met:
        return met
    if any(clue.recent for clue in clues) and any(_near(clue) for clue in yearly):
        return met[:1]
    return ((met[0][0], date.max),)


def _near(clue: Clue) -> bool:
    """Whether a yearly clue leaves but a part of the year."""
    if clue.yearly is None:
        return False
    month, day, month_to, day_to = clue.yearly
    first = date(2001, month, min(day, 28))
    return (date(2001, month_to, min(day_to, 28)) - first) % timedelta(days=365) <= _SEASON


def _days(first: str, last: str) -> Stretch:
    return (date.fromisoformat(first) if first else date.min, date.fromisoformat(last) if last else date.max)


def _years_in(ends: Stretch) -> range:
    """The years in which a yearly clue may begin that meets a stretch."""
    first, last = ends[0].year, ends[1].year
    return range(max(1, first - 1), min(first + (2 if ends[1] == date.max else _YEARS), last, 9998) + 1)


def _years_of(clue: Clue, years: Iterable[int]) -> tuple[Stretch, ...]:
    """The stretches of a yearly clue that begin in these years."""
    if clue.yearly is None:
        return _ALWAYS
    month, day, month_to, day_to = clue.yearly
    over = (month_to, day_to) < (month, day)
    return tuple((_day(year, month, day), _day(year + over, month_to, day_to)) for year in years)


def _day(year: int, month: int, day: int) -> date:
    # Every month has so many days.
    return date(year, month, day if day <= 28 else min(day, calendar.monthrange(year, month)[1]))


def _meet(one: tuple[Stretch, ...], two: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
    """Days in both."""
    if len(one) == len(two) == 1:
        (first, last), (begin, end) = one[0], two[0]
        first, last = first if first > begin else begin, last if last < end else end
        return ((first, last),) if first <= last else ()
    # Most of many stretches lie apart.
    both = {(a if a > c else c, b if b < d else d) for a, b in one for c, d in two if a <= d and c <= b}
    return tuple(sorted([ends for ends in both if ends[0] <= ends[1]]))
