"""Clues that fix or bound the day: a dateline's, "Nov. 2" without a year, "last Saturday, 14 October"."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kzhu.extract.clues.clue import Clue
from kzhu.extract.clues.names import horizon
from kzhu.extract.document import Document
from kzhu.extract.times import Meaning, Time
from kzhu.extract.times.tense import tense_of
from kzhu.knowledge import Knowledge

#: News is published on its day or the next, in days.
_NEWS = 1
#: A day told with its year is not quite fresh: such news is published within so many days.
_WEEK = 7
#: A day without a year lies no further off, in days: else the year would be told.
_FAR = 200
_SOON = 60
_FAR_MONTH = 300
_OLD = frozenset("since born founded established opened created dated until from between after".split())
_SAID = frozenset(
    "said says announced told reported reports informed stated declared confirmed wrote added noted warned".split()
)
#: News of earlier years is not looked for.
_FIRST_YEAR = 1980
#: A year that is no leap year stands for any, so that 28 February is followed by 1 March.
_ANY = 2001


def find_day_clues(document: Document, times: Sequence[Time], knowledge: Knowledge) -> Iterator[Clue]:
    """Clues about the day of publication within the year."""
    lead = _lead_end(document, times)
    yield from _dateline(document, times, lead, knowledge)
    for time in times:
        meaning = time.meaning
        if meaning.month is None or meaning.month > 12 or time.form not in {"partial", "absolute"} or meaning.told:
            continue
        if meaning.year_offset not in {None, 0} or not _is_real(meaning):
            continue
        tense = "past" if meaning.step == -1 else meaning.tense or tense_of(document, time.first, time.last)
        if meaning.year is not None:
            if meaning.day is not None and time.first < lead and tense == "past":
                yield from _dated_news(document, time)
        elif meaning.day is not None and (tense is not None or meaning.weekday is not None):
            yield _day(document, time, tense, news=time.first < lead, last_year=horizon(knowledge))
        elif tense is not None and time.grain in {"month", "interval"}:
            yield from _month(document, time, tense)


def _is_real(meaning: Meaning) -> bool:
    """Whether its days are in the calendar: "31 September" is a slip of the pen."""
    longest = calendar.monthrange(2000, meaning.month or 1)[1]
    return all(day is None or 1 <= day <= longest for day in (meaning.day, meaning.day_to))


def _lead_end(document: Document, times: Sequence[Time]) -> int:
    """The token behind the lead: the first sentence of the body, and the second where the first has no day."""
    body = [sentence for sentence in document.sentences[:3] if sentence.zone == "body"]
    if not body:
        return 0
    timed = any(body[0].first <= time.first < body[0].last and time.grain == "day" for time in times)
    return body[0].last if timed or len(body) < 2 else body[1].last


def _dateline(document: Document, times: Sequence[Time], lead: int, knowledge: Knowledge) -> Iterator[Clue]:
    """The dateline's day, and the years in which it fell on the weekday of the news."""
    day = document.head.day if document.head else None
    if day is None or day.year is not None:
        return
    printed = " ".join(day.span.cut(document.text).split())
    reason = f'the dateline says "{printed}", without a year'
    span = (day.span.start, day.span.end)
    yield Clue(reason, yearly=(day.month, day.day, day.month, day.day), weight=4, span=span)
    weekday = next((time for time in times if time.span.start >= day.span.end and _is_news_day(time, lead)), None)
    if weekday is None or weekday.meaning.weekday is None:
        return
    # What was said was said on the dateline's day; what happened may have done so on the day before.
    allowed = {weekday.meaning.weekday}
    if _SAID.isdisjoint(document.lowers[max(0, weekday.first - 3) : weekday.last + 2]):
        allowed.add((weekday.meaning.weekday + 1) % 7)
    # Of 29 February, which most years lack, weekdays tell nothing here.
    every_year = (day.month, day.day) != (2, 29)
    possible = range(_FIRST_YEAR, horizon(knowledge) + 1) if every_year else ()
    years = [year for year in possible if date(year, day.month, day.day).weekday() in allowed]
    if years:
        reason = f'the news of "{printed}" is of a {_words(document, weekday)}, so of {_listed(years)}'
        stretches = tuple(_around(date(year, day.month, day.day), 0, 0) for year in years)
        yield Clue(reason, stretches, weight=2, span=(weekday.span.start, weekday.span.end))


def _is_news_day(time: Time, lead: int) -> bool:
    """Whether it is a weekday in the lead, told as past and as nothing else."""
    meaning = time.meaning
    plain = meaning.step is None and meaning.month is None and meaning.offset is None and not meaning.told
    return time.first < lead and meaning.weekday is not None and plain and meaning.tense == "past"


def _listed(years: list[int]) -> str:
    return ", ".join(str(year) for year in years[-3:])


def _dated_news(document: Document, time: Time) -> Iterator[Clue]:
    """A whole date in the lead: the news itself, unless it is where a story begins ("since 1 July 2015")."""
    before = document.lowers[max(0, time.first - 4) : time.first]
    meaning = time.meaning
    if _OLD.intersection(before) or meaning.year is None or meaning.month is None or meaning.day is None:
        return
    try:
        first = date(meaning.year, meaning.month, meaning.day)
        last = date(meaning.year, meaning.month, meaning.day_to or meaning.day) + timedelta(days=_WEEK)
    except ValueError:
        return
    reason = f'the news is of "{_words(document, time)}"'
    ends = (first.isoformat(), last.isoformat())
    yield Clue(reason, (ends,), weight=2, span=(time.span.start, time.span.end))


def _day(document: Document, time: Time, tense: str | None, *, news: bool, last_year: int) -> Clue:
    """A day without a year, told as past or as to come."""
    meaning = time.meaning
    month, day = meaning.month or 1, meaning.day or 1
    before = document.lowers[max(0, time.first - 3) : time.first]
    printed = _words(document, time)
    if "yesterday" in before:
        days, reason = (1, 1), f'"{printed}" was yesterday'
    elif "today" in before:
        days, reason = (0, 0), f'"{printed}" is today'
    elif "tomorrow" in before:
        days, reason = (-1, -1), f'"{printed}" is tomorrow'
    elif meaning.step == -1:
        days, reason = (1, 7), f'"{printed}" was less than a week ago'
    elif tense is None:
        days, reason = (-_SOON, _FAR), f'"{printed}" is near'
    elif tense == "future":
        days, reason = (-_FAR, -1), f'"{printed}" is to come'
    elif news:
        days, reason = (0, _NEWS), f'the news is of "{printed}"'
    else:
        days, reason = (0, _FAR), f'"{printed}" is told as past'
    span = (time.span.start, time.span.end)
    if meaning.weekday is not None:
        years = [year for year in range(_FIRST_YEAR, last_year + 1) if _falls_on(year, month, day, meaning.weekday)]
        if years:
            reason += f", and fell on that weekday in {_listed(years)}"
            stretches = tuple(_around(date(year, month, day), *days) for year in years)
            return Clue(reason, stretches, weekday=True, weight=3, span=span)
    last_day = (meaning.day_to or day) if tense != "future" else day
    weight = 2 if days[1] - days[0] <= 7 else 1
    yearly = (*_shift(month, day, days[0]), *_shift(month, last_day, days[1]))
    return Clue(reason, yearly=yearly, weight=weight, span=span)


def _around(day: date, before: int, behind: int) -> tuple[str, str]:
    return (day + timedelta(days=before)).isoformat(), (day + timedelta(days=behind)).isoformat()


def _falls_on(year: int, month: int, day: int, weekday: int | None) -> bool:
    return (month, day) != (2, 29) and date(year, month, day).weekday() == weekday


def _month(document: Document, time: Time, tense: str) -> Iterator[Clue]:
    """A month, or months, without a year."""
    meaning = time.meaning
    month = meaning.month or 1
    month_to = meaning.month_to or month
    if month_to > 12 or (meaning.step not in {None, 0}):
        return
    span = (time.span.start, time.span.end)
    printed = _words(document, time)
    if tense == "past":
        over = meaning.month_to is not None and month == 1 and month_to < 12
        start = (month_to + 1, 1) if over else (month, 1)
        reason = f'"{printed}" {"are over" if over else "is told as past"}'
        # Early months are told without their year until the year is out.
        end = (12, 31) if start[0] <= 3 else _shift(*start, _FAR_MONTH)
        yield Clue(reason, yearly=(*start, *end), span=span)


def _shift(month: int, day: int, days: int) -> tuple[int, int]:
    moved = date(_ANY, month, min(day, 28 if month == 2 else day)) + timedelta(days=days)
    return moved.month, moved.day


def _words(document: Document, time: Time) -> str:
    return " ".join(time.span.cut(document.text).split())
