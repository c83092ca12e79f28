"""EDTF periods (ISO 8601-2): parse, print, compare, overlap.

Known forms: `2023`, `2023-07`, `2023-07-13`, `1992~` (about; also `?` and `%`), `199X`, `19XX`, an interval
`2023-01/2023-05` (both ends included), open intervals `2005/..` and `../2023`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from kzhu.errors import PeriodError

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)")
_MASK = re.compile(r"(\d{3}X|\d{2}XX)([~?%]?)")
#: An approximate year reaches this many years to either side, as readers of "about 30 years ago" take it.
ABOUT_YEARS = 2


@lru_cache(maxsize=4096)
def bounds(period: str) -> tuple[date, date]:
    """First and last day of a period.

    Args:
        period: EDTF, one of the forms named above.

    Returns:
        (first, last), both included; an open end is `date.min` or `date.max`.

    Raises:
        PeriodError: not EDTF, or it ends before it begins.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    if "/" not in period:
        return _ends(period, period)
    first, _, last = period.partition("/")
    start = date.min if first in {"", ".."} else _ends(first, period)[0]
    end = date.max if last in {"", ".."} else _ends(last, period)[1]
    if start > end:
        raise PeriodError(period, "it ends before it begins")
    return start, end


def _ends(text: str, whole: str) -> tuple[date, date]:
    masked = _MASK.fullmatch(text)
    if masked:
        digits = masked[1]
        return date(max(1, int(digits.replace("X", "0"))), 1, 1), date(int(digits.replace("X", "9")), 12, 31)
    found = _DATE.fullmatch(text)
    if not found:
        raise PeriodError(whole, "no EDTF date")
    year, month, day = (int(part) if part else None for part in found.groups()[:3])
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        last = date(first.year, last_month, day or _length(first.year, last_month))
    except ValueError as error:
        raise PeriodError(whole, str(error)) from error
    if found[4] in {"~", "%"} and month is None:
        return date(max(1, first.year - ABOUT_YEARS), 1, 1), date(min(9999, first.year + ABOUT_YEARS), 12, 31)
    return first, last


def _length(year: int, month: int) -> int:
    """Days of a month; `calendar` would cost each timeline a millisecond."""
    return 28 + _is_leap(year) if month == 2 else 30 if month in {4, 6, 9, 11} else 31


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_period(text: str) -> bool:
    """Whether the text is an EDTF period that kzhu knows."""
    try:
        bounds(text)
    except PeriodError:
        return False
    return True


def period(first: date, last: date) -> str:
    """The shortest EDTF that covers exactly the days from first to last, both included.

    >>> period(date(2023, 1, 1), date(2023, 5, 31))
    '2023-01/2023-05'
    >>> period(date(2023, 1, 1), date(2023, 12, 31))
    '2023'
    """
    if first > last:
        raise PeriodError(f"{first}/{last}", "it ends before it begins")
    if first == last:
        return first.isoformat()
    starts_year, ends_year = (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31)
    if starts_year and ends_year:
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if first.day == 1 and last.day == _length(last.year, last.month):
        begin, end = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
        return begin if begin == end else f"{begin}/{end}"
    return f"{first.isoformat()}/{last.isoformat()}"


def same(a: str, b: str) -> bool:
    """Whether two periods cover the same days."""
    return bounds(a) == bounds(b)


def overlap(a: str, b: str) -> bool:
    """Whether two periods share a day."""
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    return a_first <= b_last and b_first <= a_last


def contains(outer: str, inner: str) -> bool:
    """Whether every day of the inner period lies in the outer one."""
    (first, last), (start, end) = bounds(outer), bounds(inner)
    return first <= start and end <= last


@lru_cache(maxsize=4096)
def shift_years(text: str, years: int) -> str:
    """The same stretch of another year: `shift_years("2023-01/2023-05", -1)` is "2022-01/2022-05".

    A 29 February becomes a 28 where the other year has none. Open ends stay open.
    """
    if "/" in text:
        return "/".join(part if part in {"", ".."} else shift_years(part, years) for part in text.split("/"))
    found = _DATE.fullmatch(text)
    if not found:
        raise PeriodError(text, "only plain dates can be shifted by years")
    year = int(found[1]) + years
    if found[3] and (found[2], found[3]) == ("02", "29") and not _is_leap(year):
        return f"{year:04}-02-28{found[4]}"
    return f"{year:04}{text[4:]}"


def day_after(day: date) -> date:
    """The next day; the last day there is stays itself."""
    return day if day == date.max else day + timedelta(days=1)
