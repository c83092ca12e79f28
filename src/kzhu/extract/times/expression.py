"""What a time expression is: where it stands, what its words alone say, and its value once resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kzhu.extract.document import Document
from kzhu.records import Span

Kind = Literal["date", "duration", "set", "clock"]
Grain = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "interval", "vague"]
Form = Literal["absolute", "partial", "relative", "same"]
Unit = Literal["second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "half", "season", "year",
               "decade", "century"]  # fmt: skip
Tense = Literal["past", "future"]
Part = Literal["early", "mid", "late"]
Vague = Literal["present", "past", "future"]


# Neither is ever changed once it is made; to have that checked, each field would be set by a call, and a text's times
# would take twice as long to find.
@dataclass(slots=True, unsafe_hash=True)
class Meaning:
    """What the words alone say; a field is None where they do not say it.

    A stretch of months within a year (a quarter, a half, a season, "January-May", "first five months") is `month` to
    `month_to`; a winter, 12 to 14, ends in the year after. Examples:

    - "Nov. 2": month 11, day 2. "October": month 10. "September 15-16": month 9, day 15, day_to 16.
    - "2 November of last year": month 11, day 2, year_offset -1. "this October": month 10, step 0.
    - "Tuesday": weekday 1. "last Friday": weekday 4, step -1. "last Saturday, 14 October": all of them together.
    - "yesterday": unit "day", offset -1. "last year", "a year ago": unit "year", offset -1.
    - "a year earlier", "the following day": the same with told, for they count from a time told before.
    - "over the past 20 years": unit "year", count 20, toward "past". "three months": unit "month", count 3.
    """

    year: int | None = None
    #: Years from the one the article was published in: -1 "last year".
    year_offset: int | None = None
    month: int | None = None
    month_to: int | None = None
    day: int | None = None
    day_to: int | None = None
    #: 0 is Monday.
    weekday: int | None = None
    #: Of a named month, season, quarter or weekday: -1 "last", 0 "this", 1 "next".
    step: int | None = None
    unit: Unit | None = None
    #: Units from the day of publication, or from what was told before (`told`).
    offset: int | None = None
    #: Of a stretch or duration, in units; None with a unit: "several", "a few".
    count: float | None = None
    #: Whether the stretch runs up to now or from now on; "since 2005" runs to now.
    toward: Tense | None = None
    #: Counted from, or the same as, a time told before it.
    told: bool = False
    #: "about 30 years ago".
    about: bool = False
    #: What the verbs about it say, where the words alone leave open which day or year is meant.
    tense: Tense | None = None
    #: "early 2023", "mid-2024", "the end of the year"; the value is the whole all the same.
    part: Part | None = None
    #: A time of day: "TMO", "TAF", "TEV", "TNI" as TIMEX3 writes it, or "T14:05".
    clock: str | None = None
    #: Of vague expressions: "now", "recently", "in the future".
    vague: Vague | None = None


_NOTHING = Meaning()
#: What `Span(...)` makes, without a call of its own.
_new = tuple.__new__


@dataclass(slots=True, unsafe_hash=True)
class Time:
    """One time expression. Before it is resolved, `edtf` is set only where the words alone give the whole date."""

    span: Span
    #: Tokens [first, last).
    first: int
    last: int
    #: "date": a point or stretch on the calendar; "duration": a length ("three months", "30 years");
    #: "set": a rate or recurrence ("annually", "a year", "every Monday"); "clock": a time of day.
    kind: Kind
    grain: Grain
    #: EDTF; None where it cannot be known (or is a duration or set).
    edtf: str | None
    #: "absolute" (13 July 2023), "partial" (Nov. 2, October), "relative" (last year, yesterday, Tuesday),
    #: "same" (the same period of 2022, year-on-year: a base to measure a growth against).
    form: Form
    meaning: Meaning = _NOTHING
    #: Both ends of an interval told by two expressions ("from 2005 to the 1st quarter of 2023"), or the one start
    #: of an interval that runs to now ("since 2005").
    parts: tuple[Time, ...] = ()


def build(
    document: Document, first: int, last: int, grain: Grain, form: Form, meaning: Meaning, kind: Kind = "date"
) -> Time:
    """A time expression over tokens [first, last), not resolved yet."""
    span = _new(Span, (document.starts[first], document.ends[last - 1]))
    return Time(span, first, last, kind, grain, None, form, meaning)
