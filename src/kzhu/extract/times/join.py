"""Single expressions joined: "from May to July 2023", "2021-2023", "since 2005", "last Saturday, 14 October"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from kzhu.extract.document import Document
from kzhu.extract.times.expression import Form, Meaning, Time
from kzhu.extract.times.words import DASHES
from kzhu.records import Span

#: What leads from an amount of months to their end.
_UP_TO = frozenset({("to",), ("ended",), ("ending",), ("through",), ("until",)})
_TO = frozenset({"to", "until", "till", "through"})
_CALENDAR = frozenset({"day", "week", "month", "quarter", "half", "season", "year", "decade", "century", "interval"})
_COMPARING = frozenset({"than", "compared", "comparison", "against", "versus", "vs", "from", "since", "by", "until"})
_AND = frozenset({("and",), ("or",), ("and", "the")})
#: What leads to the time of a happening, not to that of a paper ("the treaty of 5 June 1997").
_WHEN = frozenset({("in",), ("on",)})
_POSSESSIVE = frozenset({"'s", "’s"})
#: No more tokens stand between two expressions that belong together.
_GAP = 2
#: Before "since 2005", "since the 1990s" and "from 2005 to date".
_STARTS = frozenset({"since", "from", "the"})


def join(document: Document, times: list[Time]) -> list[Time]:
    """The expressions in order, those that belong together made one."""
    lowers = document.lowers
    joined: list[Time] = []
    for time in times:
        if joined and time.first - joined[-1].last <= _GAP:
            before = joined[-1]
            whole = _together(document, before, time)
            if whole is not None:
                joined[-1] = whole
                continue
            if time.grain == before.grain and lowers[before.last : time.first] in _AND:
                # "in June and July 2023": both of that year.
                joined[-1] = _borrow(before, time)
        joined.append(time)
    return [_since(document, time) if time.first and lowers[time.first - 1] in _STARTS else time for time in joined]


def _together(document: Document, a: Time, b: Time) -> Time | None:
    if b.kind != "date":
        return None
    gap = document.lowers[a.last : b.first]
    if gap[:1] in _UP_TO:
        ended = _months_to(a, b)
        if ended is not None:
            return ended
    if a.kind != "date":
        return None
    if not gap:
        return _year_and_part(document, a, b)
    if len(gap) == 1 and gap[0] in _POSSESSIVE:
        return _year_and_part(document, a, b)
    if gap in {(",",), ("(",), (".",), (".", ","), (",", "the")}:
        return _day_and_weekday(document, a, b)
    return _range(document, a, b, gap)


def _span(a: Time, b: Time) -> Span:
    return Span(a.span.start, b.span.end)


def _year_and_part(document: Document, a: Time, b: Time) -> Time | None:
    """Reads "last year's third quarter", "2023 Q1"."""
    said = b.meaning
    if (
        a.grain != "year"
        or said.month is None
        or said.year is not None
        or said.year_offset is not None
        or a.meaning.told
    ):
        return _day_and_weekday(document, a, b)
    year, offset = a.meaning.year, a.meaning.offset
    form: Form = "absolute" if year is not None else "relative"
    return Time(_span(a, b), a.first, b.last, "date", b.grain, None, form,
                replace(said, year=year, year_offset=offset))  # fmt: skip


def _day_and_weekday(document: Document, a: Time, b: Time) -> Time | None:
    """Reads "last Saturday, 14 October", "July 13 (Thursday": the date, with its weekday."""
    if a.grain != "day" or b.grain != "day" or a.parts or b.parts:
        return None
    day, week = (b, a) if a.meaning.month is None else (a, b)
    if day.meaning.day is None or week.meaning.weekday is None or week.meaning.month is not None:
        return None
    said = replace(day.meaning, weekday=week.meaning.weekday, step=week.meaning.step)
    if document.words[b.first - 1] == "(" and document.words[b.last : b.last + 1] == (")",):
        closed = Span(a.span.start, document.ends[b.last])
        return Time(closed, a.first, b.last + 1, "date", "day", None, day.form, said)
    return Time(_span(a, b), a.first, b.last, "date", "day", None, day.form, said)


def _months_to(a: Time, b: Time) -> Time | None:
    """Reads "the nine months to September", "the year ended 30 June 2023": so many months, the last of them told."""
    if b.grain not in {"day", "month"} or b.parts or a.parts or b.meaning.month is None:
        return None
    said = a.meaning
    if said.unit == "month" and said.count and said.toward is None and said.offset is None:
        months = said.count
    elif (
        said.unit == "year"
        and a.form == "relative"
        and said.offset == 0
        and said.part is None
        and a.last - a.first == 2
    ):
        months = 12.0
    else:
        return None
    return Time(
        _span(a, b), a.first, b.last, "date", "interval", None, b.form, Meaning(unit="month", count=months), (a, b)
    )


def _range(document: Document, a: Time, b: Time, gap: tuple[str, ...]) -> Time | None:
    if a.grain not in _CALENDAR or b.grain not in _CALENDAR or a.parts or b.parts or "same" in {a.form, b.form}:
        return None
    if len(gap) == 2 and gap[1] != "the":
        return None
    before = document.lowers[a.first - 1] if a.first else ""
    if before == "the" and a.first > 1:
        before = document.lowers[a.first - 2]
    opened = before in {"from", "between"}
    alike = a.grain == b.grain and (a.meaning.weekday is None) == (b.meaning.weekday is None)
    if gap[0] in DASHES:
        if not alike or (a.meaning.year is not None and b.meaning.year is not None and a.meaning.year > b.meaning.year):
            return None
    elif gap[0] in _TO:
        if before == "between" or not (opened or alike):
            return None
    elif gap[0] != "and" or before != "between":
        return None
    first = _borrow(a, b)
    start = a.first - 1 if opened and document.lowers[a.first - 1] == before else a.first
    span = Span(document.starts[start], b.span.end)
    forms = {a.form, b.form}
    form: Form = "relative" if "relative" in forms else "absolute" if b.form == "absolute" else "partial"
    return Time(span, start, b.last, "date", "interval", None, form, Meaning(), (first, b))


def _borrow(a: Time, b: Time) -> Time:
    """The start of a range, with the year that only its end tells."""
    said, other = a.meaning, b.meaning
    if said.month is None or said.year is not None or said.year_offset is not None or said.step is not None:
        return a
    if other.month is None or (other.year is None and other.year_offset is None):
        return a
    year = other.year
    if year is not None and other.month < said.month:
        # "from November to February 2023" began the year before.
        year -= 1
    return Time(a.span, a.first, a.last, a.kind, a.grain, None, b.form,
                replace(said, year=year, year_offset=other.year_offset))  # fmt: skip


def _since(document: Document, time: Time) -> Time:
    """Reads "since 2005" as the stretch that runs to now."""
    if time.kind != "date" or time.grain not in _CALENDAR or time.parts or time.form == "same" or not time.first:
        return time
    k = time.first - 1
    if document.lowers[k] == "the" and k:
        k -= 1
    if document.lowers[k] != "since" and not (document.lowers[k] == "from" and _until_now(document, time.last)):
        return time
    start = Time(
        time.span, time.first, time.last, time.kind, time.grain, None, time.form, replace(time.meaning, tense="past")
    )
    said = replace(start.meaning, toward="past")
    return Time(time.span, time.first, time.last, "date", "interval", None, time.form, said, (start,))


def _until_now(document: Document, i: int) -> bool:
    """Whether "until now", "to date", "to the present" follows from token i on."""
    words = document.lowers[i : i + 3]
    return words[:1] in {("to",), ("until",), ("till",)} and (
        words[1:2] in {("now",), ("date",), ("present",)} or words[1:] in {("the", "present"), ("this", "day")}
    )


def share_years(document: Document, times: list[Time]) -> list[Time]:
    """The expressions, a bare month with the year that its sentence told before it: "in March 2019 ... in June".

    Not where that year is one to compare with ("than in March 2019").
    """
    shared: list[Time] = []
    known: Time | None = None
    stop = 0
    for time in times:
        said = time.meaning
        if (
            known is not None
            and time.span.start < stop
            and document.lowers[time.first - 1 : time.first] in _WHEN
            and _follows_on(known.meaning, time)
        ):
            said = replace(said, year=known.meaning.year)
            shared.append(Time(time.span, time.first, time.last, "date", time.grain, None, "absolute", said))
            continue
        if time.form == "absolute" and said.year is not None and time.grain in {"day", "month"}:
            before = document.lowers[max(0, time.first - 4) : time.first]
            known = time if before[-1:] in _WHEN and _COMPARING.isdisjoint(before) else None
            if known is not None:
                stop = _stop(document, time.span.start)
        shared.append(time)
    return shared


def _stop(document: Document, start: int) -> int:
    """The end of the sentence at a character, or of the one behind it."""
    sentences = document.sentences
    # Sentences are tuples that begin with their start; no key needs to be called.
    i = bisect_left(sentences, (start + 1,)) - 1
    if i < 0 or sentences[i].end <= start:
        i += 1
    return sentences[i].end if i < len(sentences) else len(document.text)


def _follows_on(told: Meaning, time: Time) -> bool:
    """Whether a bare month or day comes after the one told, in the same year."""
    said = time.meaning
    if (
        time.form != "partial"
        or time.parts
        or said.month is None
        or said.month_to is not None
        or said.weekday is not None
    ):
        return False
    return (said.month, said.day or 31) >= (told.month or 1, told.day or 0)
