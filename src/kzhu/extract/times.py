"""Time expressions of a text, and what they mean given the day the article was published."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kzhu.extract.document import Document
from kzhu.records import Published, Span

Grain = Literal["day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "interval", "vague"]


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression. Before it is resolved, `edtf` is set only where the words alone give the whole date."""

    span: Span
    #: Tokens [first, last).
    first: int
    last: int
    #: "date": a point or stretch on the calendar; "duration": a length ("three months", "30 years");
    #: "set": a rate or recurrence ("annually", "a year", "every Monday"); "clock": a time of day.
    kind: Literal["date", "duration", "set", "clock"]
    grain: Grain
    #: EDTF; None where it cannot be known (or is a duration or set).
    edtf: str | None
    #: "absolute" (13 July 2023), "partial" (Nov. 2, October), "relative" (last year, yesterday, Tuesday),
    #: "same" (the same period of 2022, year-on-year: a base to measure a growth against).
    form: Literal["absolute", "partial", "relative", "same"]


def find_times(document: Document) -> tuple[Time, ...]:
    """Every time expression, in order of the text, none overlapping another, unresolved."""
    return ()


def resolve_times(document: Document, times: tuple[Time, ...], published: Published) -> tuple[Time, ...]:
    """The same expressions with their EDTF values, given when the article was published."""
    return times
