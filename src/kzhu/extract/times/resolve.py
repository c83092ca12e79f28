"""From what the words say, and the day an article was published, to EDTF."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from kzhu import periods
from kzhu.errors import PeriodError
from kzhu.extract.times.expression import Meaning, Time
from kzhu.records import Published

_DAY = timedelta(days=1)
#: How many times farther a year may lie that agrees with the tense than one that does not.
_AGAINST_TENSE = 3
_AGAINST_STRETCH = 400
#: How many tokens back a time may lie that "a year earlier" or "the same day" refers to.
_REACH = 120
_DAY_REACH = 500
#: How many periods are looked back over, and the length of "2023-07-13".
_RECENT = 6
_WHOLE_DAY = 10
_PERIODS = frozenset({"month", "quarter", "half", "season", "year", "interval"})


@dataclass(slots=True)
class Told:
    """What the text told so far: times of it, and the values of those resolved; few times ask for any."""

    times: tuple[Time, ...]
    #: Those before this token are not "told".
    skip: int
    values: list[str | None] = field(default_factory=list)

    def day(self, token: int) -> date | None:
        """The day told last before a token."""
        for k in range(len(self.values) - 1, -1, -1):
            time, value = self.times[k], self.values[k]
            if time.first < self.skip or token - time.first > _DAY_REACH:
                break
            if time.grain == "day" and value is not None:
                return date.fromisoformat(value) if len(value) == _WHOLE_DAY else None
        return None

    def _periods(self, token: int) -> Iterator[str]:
        """The last periods told before a token, the nearest first."""
        found = 0
        for k in range(len(self.values) - 1, -1, -1):
            time, value = self.times[k], self.values[k]
            if time.first < self.skip or token - time.first > _REACH or found == _RECENT:
                break
            if value is None or time.grain not in _PERIODS or time.form == "same":
                continue
            if not (time.meaning.offset and time.meaning.count):
                found += 1
                yield value

    def period(self, token: int, *, within_year: bool = False) -> str | None:
        """The period told last before a token; with `within_year` one that is shorter than a year."""
        for value in self._periods(token):
            start, end = periods.bounds(value)
            if start.year == end.year and not (within_year and len(value) == 4):
                return value
        return None

    def months(self, token: int, count: int) -> str | None:
        """The latest of the stretches of so many months told before a token: "over the same three months"."""
        return max((value for value in self._periods(token) if _months(value) == count), default=None)


def anchors(published: Published) -> tuple[date, ...]:
    """The days an article may have been published between: none when unknown, one when known, else the two ends."""
    first, last = published.earliest, published.latest
    if published.date is not None:
        try:
            start, end = periods.bounds(published.date)
        except PeriodError:
            return ()
        days = (date.fromisoformat(first) if first else start, date.fromisoformat(last) if last else end)
    elif first and last:
        days = (date.fromisoformat(first), date.fromisoformat(last))
    else:
        return ()
    return days if days[0] < days[1] else days[:1]


def values(times: tuple[Time, ...], anchor: date | None, skip: int) -> list[str | None]:
    """EDTF of each time, if the article was published on the day `anchor`; those before token `skip` are not "told"."""
    told = Told(times, skip)
    found = told.values
    for time in times:
        try:
            value = value_of(time, anchor, told) if time.kind == "date" else None
        except (OverflowError, ValueError, PeriodError):
            # A date outside the calendar: 30 February, or "5,000 years ago".
            value = None
        found.append(value)
    return found


def value_of(time: Time, anchor: date | None, told: Told) -> str | None:
    """EDTF of one time; None where the anchor or what was told does not carry it."""
    if time.parts:
        return _interval(time, anchor, told)
    said = time.meaning
    if said.vague is not None:
        return None
    if said.told:
        return _from_told(time, anchor, told)
    if said.month is not None:
        return _calendar(said, time.grain, anchor)
    if said.year is not None:
        return _masked(said.year, time.grain)
    if anchor is None:
        return None
    if said.weekday is not None:
        return _weekday(said, anchor).isoformat()
    if said.toward is not None:
        return _stretch(said, anchor)
    if said.offset is not None:
        return _shifted(said, anchor)
    return None


def _masked(year: int, grain: str) -> str:
    """A year, or the decade or century that holds it."""
    if grain == "decade":
        return f"{year // 10:03}X"
    return f"{year // 100:02}XX" if grain == "century" else f"{year:04}"


def _interval(time: Time, anchor: date | None, told: Told) -> str | None:
    if time.meaning.count and len(time.parts) == 2:
        return _months_to(int(time.meaning.count), value_of(time.parts[1], anchor, told))
    if len(time.parts) == 2 and anchor is not None and (months := _undated_months(time)) is not None:
        return _nearest(months, anchor)
    start = value_of(time.parts[0], anchor, told)
    if start is None:
        return None
    begin = start.partition("/")[0].replace("X", "0").rstrip("~")
    if len(time.parts) == 1:
        if anchor is None:
            return f"{begin}/.."
        if time.meaning.part == "early" and time.parts[0].grain == "year":
            # "since the beginning of the year"
            begin += "-01"
        said = time.meaning
        if begin > anchor.isoformat() and said.month is not None and said.year is None and said.year_offset is None:
            begin = periods.shift_years(begin, -1)
        end = anchor.isoformat()[: len(begin)]
        return f"{begin}/{end}" if begin < end else start
    finish = value_of(time.parts[1], anchor, told)
    if finish is None:
        return None
    end = finish.rpartition("/")[2].replace("X", "9").rstrip("~")
    if end < begin[: len(end)]:
        said = time.parts[1].meaning
        if said.weekday is not None and said.month is None and len(end) == 10:
            end = (date.fromisoformat(end) + 7 * _DAY).isoformat()
        elif said.year is None and said.year_offset is None and said.month is not None:
            end = periods.shift_years(end, 1)
    if not periods.is_period(f"{begin}/{end}"):
        return None
    return f"{begin}/{end}" if begin != end else begin


def _undated_months(time: Time) -> Meaning | None:
    """The stretch of "between January and September" where no year is told, which is that of its end."""
    first, last = (part.meaning for part in time.parts)
    bare = all(said.year is None and said.year_offset is None and said.step is None for said in (first, last))
    if not bare or time.parts[0].grain != "month" or time.parts[1].grain != "month":
        return None
    if first.month is None or last.month is None:
        return None
    end = last.month + (12 if last.month < first.month else 0)
    return Meaning(month=first.month, month_to=end, tense=last.tense or first.tense or "past")


def _months_to(count: int, end: str | None) -> str | None:
    """The months that end with a period: so many whole ones, or as many to the day."""
    if end is None:
        return None
    last = periods.bounds(end)[1]
    year, month = divmod(last.year * 12 + last.month - count, 12)
    if last.day == calendar.monthrange(last.year, last.month)[1]:
        return periods.period(date(year, month + 1, 1), last)
    year, month = divmod(last.year * 12 + last.month - 1 - count, 12)
    return periods.period(date(year, month + 1, min(last.day, 28)) + _DAY, last)


def _calendar(said: Meaning, grain: str, anchor: date | None) -> str | None:
    """A named month, day, quarter, season ... of a year that is told, or is the nearest that agrees."""
    if said.year is not None:
        return _of_year(said, said.year)
    if anchor is None:
        return None
    if said.year_offset is not None:
        return _of_year(said, anchor.year + said.year_offset)
    if said.step is not None and said.day is None:
        return _stepped(said, grain, anchor)
    if said.month_to is not None and said.tense is None and grain != "season":
        # "The January-May tally": a stretch of months that no verb dates is told of because it is over.
        said = replace(said, tense="past")
    return _nearest(said, anchor)


def _of_year(said: Meaning, year: int) -> str | None:
    month = said.month or 1
    if said.day is not None:
        first = date(year, month, said.day)
        return first.isoformat() if said.day_to is None else f"{first}/{date(year, month, said.day_to)}"
    if said.month_to is None or said.month_to == month:
        return f"{year:04}-{month:02}"
    last_year, last_month = (year, said.month_to) if said.month_to <= 12 else (year + 1, said.month_to - 12)
    if (month, said.month_to) == (1, 12):
        return f"{year:04}"
    return f"{year:04}-{month:02}/{last_year:04}-{last_month:02}"


def _stepped(said: Meaning, grain: str, anchor: date) -> str | None:
    """Reads "last October", "this autumn", "next winter", "last quarter"."""
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    options = [value for year in years if (value := _of_year(said, year)) is not None]
    if said.step == -1:
        past = [value for value in options if periods.bounds(value)[1] < anchor]
        return past[-1] if past else None
    if said.step == 1:
        return next((value for value in options if periods.bounds(value)[0] > anchor), None)
    if grain == "season" and said.month == 12:
        # "this winter" in January began the year before.
        return next((value for value in options if periods.bounds(value)[1] >= anchor), None)
    return options[1] if len(options) > 1 else None


def _nearest(said: Meaning, anchor: date) -> str | None:
    best: tuple[int, str] | None = None
    reach = 3 if said.weekday is not None else 1
    for year in range(anchor.year - reach, anchor.year + reach + 1):
        try:
            value = _of_year(said, year)
        except ValueError:  # 29 February
            continue
        if value is None:
            continue
        first, last = periods.bounds(value)
        if said.weekday is not None and first.weekday() != said.weekday:
            continue
        if (said.step == -1 and first > anchor) or (said.step == 1 and last < anchor):
            continue
        gap = (anchor - last).days if last < anchor else (first - anchor).days if first > anchor else 0
        if not gap and said.month_to is not None and said.tense == "past":
            # A stretch told as past has rather ended than not.
            gap = (last - anchor).days * _AGAINST_TENSE
        elif gap and said.tense is not None and (said.tense == "past") == (first > anchor):
            # Months told as done are done: "in January-July" of a December is not that of the year to come.
            gap *= _AGAINST_TENSE if said.month_to is None or said.tense == "future" else _AGAINST_STRETCH
        if best is None or gap < best[0]:
            best = (gap, value)
    return best[1] if best else None


def _weekday(said: Meaning, anchor: date) -> date:
    """The day of a weekday: today counts, but not for "last" and "next"."""
    back = (anchor.weekday() - (said.weekday or 0)) % 7
    if said.step == -1:
        return anchor - (back or 7) * _DAY
    if said.step == 1:
        return anchor + ((7 - back) or 7) * _DAY
    if said.step == 0:
        return anchor + ((said.weekday or 0) - anchor.weekday()) * _DAY
    ahead = (7 - back) % 7
    if said.tense == "future":
        return anchor + ahead * _DAY
    return anchor - back * _DAY


def _stretch(said: Meaning, anchor: date) -> str | None:
    """Reads "over the past 20 years" runs to the anchor's own year, "the next five" from it."""
    if said.count is None or said.count != int(said.count) or said.unit is None:
        return None
    count = int(said.count) * (-1 if said.toward == "past" else 1)
    other = _shifted(
        Meaning(
            unit="year" if said.unit in {"decade", "century"} else said.unit,
            offset=count * {"decade": 10, "century": 100}.get(said.unit, 1),
        ),
        anchor,
    )
    if other is None:
        return None
    if said.unit in {"week", "weekend", "day"}:
        far = anchor + count * (1 if said.unit == "day" else 7) * _DAY
        return f"{min(far, anchor)}/{max(far, anchor)}"
    here = _shifted(Meaning(unit=said.unit if said.unit not in {"decade", "century"} else "year", offset=0), anchor)
    if here is None:
        return None
    first, last = sorted((other, here))
    return f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"


def _shifted(said: Meaning, anchor: date) -> str | None:
    """The unit so many steps from the one that holds the anchor."""
    offset = said.offset or 0
    match said.unit:
        case "day":
            return (anchor + offset * _DAY).isoformat()
        case "week":
            monday = anchor + (7 * offset - anchor.weekday()) * _DAY
            return f"{monday}/{monday + 6 * _DAY}"
        case "weekend":
            saturday = anchor + (5 - anchor.weekday()) * _DAY
            saturday += 7 * (offset + (offset < 0 and saturday <= anchor)) * _DAY
            return f"{saturday}/{saturday + _DAY}"
        case "month" | "quarter" | "half":
            size = {"month": 1, "quarter": 3, "half": 6}[said.unit]
            months = (anchor.year * 12 + anchor.month - 1) // size * size + offset * size
            year, month = divmod(months, 12)
            return _of_year(Meaning(month=month + 1, month_to=month + size), year)
        case "year":
            return f"{date(anchor.year + offset, 1, 1).year:04}" + ("~" if said.about else "")
        case "decade":
            year = anchor.year + 10 * offset
            return _masked(year, "decade") if not said.count else f"{year:04}~"
        case "century":
            year = anchor.year + 100 * offset
            return _masked(year, "century") if not said.count else f"{year:04}~"
        case _:
            return None


def _from_told(time: Time, anchor: date | None, told: Told) -> str | None:
    """Reads "a year earlier", "the same period of 2022", "the following day"."""
    said = time.meaning
    if said.toward is not None:
        return None
    if said.unit is None:
        base = told.period(time.first, within_year=True)
        year = (
            said.year
            if said.year is not None
            else anchor.year + said.year_offset
            if (anchor and said.year_offset is not None)
            else None
        )
        if base is None or (year is None and (said.year is not None or said.year_offset is not None)):
            return None
        if year is None:
            # "over the same period": the one told before, and not the one it was measured against.
            return told.months(time.first, _months(base)) or base
        return periods.shift_years(base, year - int(base[:4]))
    if said.unit == "day":
        day = told.day(time.first)
        return (day + (said.offset or 0) * _DAY).isoformat() if day else None
    if said.offset is None:
        return told.months(time.first, int(said.count)) if said.count is not None else None
    base = told.period(time.first, within_year=said.unit in {"quarter", "month"})
    if said.unit == "year":
        if base is not None and (said.offset >= 0 or said.offset < -1):
            return str(int(base[:4]) + said.offset)
        if base is not None:
            return periods.shift_years(base, said.offset)
        return _shifted(said, anchor) if anchor else None
    if said.unit in {"quarter", "month"}:
        size = 3 if said.unit == "quarter" else 1
        if base is not None and _months(base) == size:
            offset = 0 if said.unit == "quarter" and said.offset == -1 and time.form != "same" else said.offset
            return _shifted(Meaning(unit=said.unit, offset=offset), periods.bounds(base)[0])
        return _shifted(said, anchor) if anchor and said.unit == "quarter" else None
    if said.unit == "week":
        day = told.day(time.first)
        return _shifted(said, day) if day else None
    return None


def _months(period: str) -> int:
    """How many months a period of whole months has; 0 for others."""
    first, last = periods.bounds(period)
    whole = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
    return (last.year - first.year) * 12 + last.month - first.month + 1 if whole else 0


def needs_tense(said: Meaning) -> bool:
    """Whether the verbs must tell which of several days or years is meant."""
    if said.month is None and said.weekday is None:
        return False
    return said.year is None and said.year_offset is None and (said.step is None or said.step == 0)
