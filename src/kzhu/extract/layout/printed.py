"""Calendar dates as the head of a page prints them, for stating when an article was published.

Forms: "2021-04-08", "24.05.2022", "24.05.22", "05/06/2022", "12 March 2022", "9 Oct 2023", "March 12, 2022", "Oct. 5".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kzhu.records import Span

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

_DIGIT = re.compile(r"\d")
_FORMS = re.compile(
    r"(?P<iso_year>\d{4})[-./] ?(?P<iso_month>\d\d)[-./] ?(?P<iso_day>\d\d)(?!\d)"
    r"|(?P<one>\d{1,2})(?P<sep>[./-])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4})(?!\d)"
    r"|(?P<short_day>\d\d)\.(?P<short_month>\d\d)\.(?P<short_year>\d\d)(?![\d.:])"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>[A-Za-z]{3,9})\b(?:\.?,?[\s-]+(?P<year_after>\d{4})(?!\d))?"
    r"|(?P<us_month>[A-Za-z]{3,9})\.?\s+(?P<us_day>\d{1,2})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<us_year>\d{4})(?!\d))?"
)


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day that a page prints; its year is None where it prints none."""

    span: Span
    year: int | None
    month: int
    day: int

    @property
    def edtf(self) -> str | None:
        """The whole date; None without a year."""
        return None if self.year is None else f"{self.year:04}-{self.month:02}-{self.day:02}"


def find_days(text: str, start: int, end: int, *, month_first: bool = False) -> Iterator[PrintedDay]:
    """Days printed in a line, in its order.

    Args:
        text: the article's text.
        start: where the line begins.
        end: where it ends.
        month_first: how to read "05/06/2022", which nothing else decides; day first unless told otherwise.
    """
    if _DIGIT.search(text, start, end) is None:
        return
    position = start
    while found := _FORMS.search(text, position, end):
        day = _day(found, month_first=month_first)
        if day is None:
            position = found.start() + 1
            continue
        position = found.end()
        yield day


def _day(found: re.Match[str], *, month_first: bool) -> PrintedDay | None:
    year: int | None
    if found["iso_year"]:
        year, month, day = int(found["iso_year"]), int(found["iso_month"]), int(found["iso_day"])
    elif found["short_day"]:
        year, month, day = 2000 + int(found["short_year"]), int(found["short_month"]), int(found["short_day"])
    elif found["one"]:
        year, one, two = int(found["year"]), int(found["one"]), int(found["two"])
        # A number above 12 is no month; a point is the European way, where the day comes first.
        if two > 12 or (month_first and one <= 12 and found["sep"] == "/"):
            month, day = one, two
        else:
            month, day = two, one
    else:
        name = found["month"] or found["us_month"]
        written = found["year_after"] or found["us_year"]
        year, day = int(written) if written else None, int(found["day"] or found["us_day"])
        month = MONTHS.get(name.lower(), 0)
    if not month or not 1 <= day <= 31 or (year is not None and not 1800 <= year <= 2200):
        return None
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return PrintedDay(Span(found.start(), found.end()), year, month, day)
