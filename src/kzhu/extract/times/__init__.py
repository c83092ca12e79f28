"""Time expressions of a text, and what they mean given the day the article was published.

They are found in one walk over the tokens: a word that can tell a time (a month, a weekday, a unit, a number) calls
the reader of its kind, which looks at the words about it. What the words alone say is kept as a `Meaning`; the values,
in EDTF, come when the day of publication is known, as the labelling guide has them: "over the past decade" runs to the
article's year, a season is its months, a partial date lies in the year nearest to the article that agrees with the
tense of the sentence.
"""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.expression import Form, Grain, Kind, Meaning, Tense, Time, Unit
from kzhu.extract.times.find import find_times
from kzhu.extract.times.resolve import anchors, values
from kzhu.records import Published

__all__ = ["Form", "Grain", "Kind", "Meaning", "Tense", "Time", "Unit", "find_times", "resolve_times"]


def resolve_times(document: Document, times: tuple[Time, ...], published: Published) -> tuple[Time, ...]:
    """The same expressions with their EDTF values, given when the article was published.

    Where the day of publication lies between two days, a value is given only if it is the same for both, or if it is
    a coming day or month, which is the next one.
    """
    heads = [span.end for span in (document.date_line, document.byline, document.dateline) if span is not None]
    skip = document.token_at(max(heads)) if heads else 0
    days = anchors(published)
    found = values(times, days[0] if days else None, skip)
    if len(days) == 2:
        last = values(times, days[1], skip)
        one_year = days[0].year == days[1].year
        found = [
            a if a == b else _next(time, a) if one_year else None for time, a, b in zip(times, found, last, strict=True)
        ]
    return tuple([
        time
        if value is None
        else Time(time.span, time.first, time.last, time.kind, time.grain, value, time.form, time.meaning, time.parts)
        for time, value in zip(times, found, strict=True)
    ])  # fmt: skip


def _next(time: Time, value: str | None) -> str | None:
    """Of a day or month without a year, told as to come: the first one after the text may have been written."""
    return value if time.form == "partial" and time.meaning.tense == "future" else None
