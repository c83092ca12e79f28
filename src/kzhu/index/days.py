"""Stretches of time that people write in filters: EDTF, or what dateutil understands."""

from __future__ import annotations

from datetime import date

from kzhu.errors import PeriodError, UsageError
from kzhu.periods import bounds


def read_days(text: str) -> tuple[int, int]:
    """First and last day of what was written, as ordinals.

    Args:
        text: "2023", "2023-07", "2023-07-13", "2021..2023", "2021..", "..2023-06", any EDTF, "July 2023", "13.7.2023".

    Raises:
        UsageError: it is no date.
    """
    text = text.strip()
    if ".." in text and "/" not in text:
        first, _, last = text.partition("..")
        if first or last:
            start = _bounds(first)[0] if first else date.min
            end = _bounds(last)[1] if last else date.max
            if start > end:
                raise UsageError(f"wrong date {text!r}: it ends before it begins")
            return start.toordinal(), end.toordinal()
    start, end = _bounds(text)
    return start.toordinal(), end.toordinal()


def _bounds(text: str) -> tuple[date, date]:
    text = text.strip()
    try:
        return bounds(text)
    except PeriodError:
        return _free(text)


def _free(text: str) -> tuple[date, date]:
    """What dateutil reads; a day or month that was not written stays open, a year must be."""
    # Only now: dateutil costs as much as the answer.
    from calendar import monthrange
    from datetime import datetime

    from dateutil import parser

    try:
        # Two readings with other defaults differ in what was not written.
        one, other = (parser.parse(text, default=datetime(*day)) for day in ((1904, 1, 1), (1908, 2, 2)))  # noqa: DTZ001
    except (ValueError, OverflowError) as error:
        raise UsageError(f"wrong date {text!r}: write 2023, 2023-07, 2023-07-13 or 2021..2023") from error
    if one.year != other.year:
        raise UsageError(f"wrong date {text!r}: it has no year")
    if one.month != other.month:
        return date(one.year, 1, 1), date(one.year, 12, 31)
    if one.day != other.day:
        return date(one.year, one.month, 1), date(one.year, one.month, monthrange(one.year, one.month)[1])
    return one.date(), one.date()
