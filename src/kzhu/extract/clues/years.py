"""Clues that fix or bound the year: "this year" against a year named, years told as past, years to come."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from kzhu.extract.clues.clue import Clue
from kzhu.extract.document import Document, Sentence
from kzhu.extract.times import Time
from kzhu.extract.times.tense import tense_of

_STOPPING = frozenset({";", ":"})
_COMPARING = frozenset("than against versus vs compared comparison relative".split())
_BEGINNING = frozenset({"beginning", "start"})
#: Verbs that give the sum of a year.
_TOTAL = frozenset("amounted totaled totalled reached stood exceeded".split())
#: Times of one sentence that are compared with each other.
_MOST = 24
#: Days within which figures come out.
_LATE = 180
_MONTHS = frozenset({"month", "quarter", "half", "interval"})
_GROWTH = frozenset(
    "more less higher lower up down increase increased rise rose risen grew grown growth fell fallen fall decrease"
    " decreased decline declined drop dropped doubled tripled halved jumped surged exceeded exceeding against from than"
    " compared comparison versus".split()
)


def find_year_clues(document: Document, times: Sequence[Time]) -> Iterator[Clue]:
    """Clues about the year of publication."""
    before: list[Time] = []
    totals: list[Clue] = []
    for sentence, group in _by_sentence(document, times):
        # Most sentences name no year, nor tell one by that of the article.
        now = 0 in map(years_from_now, group)
        named = [time for time in group if time.meaning.year is not None]
        if now:
            for time in group:
                yield from _within_this_year(document, time)
        if named:
            yield from _compared(document, sentence, group)
            yield from _same_months(document, group, before)
        if now:
            yield from _next_year(document, group, before)
        if named:
            totals += _whole_years(document, sentence, group)
        before = group
    # Only the latest year tells how recent a text is; what lies before it is background.
    yield from sorted(totals, key=lambda clue: clue.stretches)[-1:]
    yield from _bounds(document, times)


def _by_sentence(document: Document, times: Sequence[Time]) -> Iterator[tuple[Sentence, list[Time]]]:
    group: list[Time] = []
    current: Sentence | None = None
    for time in times:
        sentence = document.sentence_at(time.span.start)
        if sentence != current and group and current:
            yield current, group
            group = []
        current = sentence
        if len(group) < _MOST:
            group.append(time)
    if group and current:
        yield current, group


def years_from_now(time: Time) -> int | None:
    """Years between the expression and the year of publication: 0 "this year", -1 "last year"; None for others."""
    meaning = time.meaning
    if meaning.told:
        return None
    if meaning.year_offset is not None:
        return meaning.year_offset
    if meaning.unit == "year" and meaning.offset is not None and time.grain == "year" and abs(meaning.offset) <= 1:
        return meaning.offset
    return None


def _whole_year(time: Time) -> int | None:
    """The year of an expression that names one, whole or a part of it."""
    return time.meaning.year if time.form in {"absolute", "same"} and not time.meaning.about else None


def _compared(document: Document, sentence: Sentence, group: list[Time]) -> Iterator[Clue]:
    """The year named that "this year" is measured against, and which is then the year before it."""
    relative = [(time, offset) for time in group if (offset := years_from_now(time)) is not None and offset <= 0]
    named = [(time, year) for time in group if (year := _whole_year(time)) is not None]
    for time, offset in relative:
        for other, year in named:
            told = _told_year(document, time, other)
            if told:
                yield _year(year - offset, f'"{_words(document, time)}" is {year}', time, other, weight=4)
                continue
            if offset == -1 and _is_base(document, other, time):
                # "12.6 million tonnes in 2024, 5% more than last year"
                reason = f'{_words(document, other)} is told against "{_words(document, time)}"'
                yield _year(year, reason, time, other, weight=3)
                continue
            weight = _base_weight(document, sentence, time, other)
            if weight:
                reason = f'"{_words(document, time)}" is told against {_words(document, other)}'
                yield _year(year + 1 - offset, reason, time, other, weight=weight)


def _next_year(document: Document, group: list[Time], before: list[Time]) -> Iterator[Clue]:
    """A year's figure, then this year's: "In 2023 trade was worth ... In seven months of this year it came to ..."."""
    now = next((time for time in group if years_from_now(time) == 0), None)
    if now is None or any(years_from_now(time) == -1 for time in (*before, *group)):
        return
    ahead = [time for time in (*before, *group) if time.first < now.first and time.form == "absolute"]
    named = [time for time in ahead if time.grain == "year" and time.meaning.year is not None and not time.parts]
    if not named or any(
        time.meaning.year is None or time.meaning.year > (named[-1].meaning.year or 0) for time in ahead
    ):
        return
    year = named[-1]
    if (year.meaning.tense or tense_of(document, year.first, year.last)) == "past" and year.meaning.year:
        reason = f'"{_words(document, now)}" follows upon {_words(document, year)}'
        yield _year(year.meaning.year + 1, reason, year, now, weight=1)


def _same_months(document: Document, group: list[Time], before: list[Time]) -> Iterator[Clue]:
    """Months without a year measured against the same ones of a year named: they are of the year after it."""
    for i, time in enumerate(group):
        year = time.meaning.year
        if year is None:
            continue
        earlier = [other for other in (*before, *group[:i]) if other.grain in _MONTHS and other.form != "same"]
        if time.form == "same":
            if not earlier:
                yield _year(year + 1, f'it is told against "{_words(document, time)}"', time, time, weight=2)
            elif (months := _months(earlier[-1])) is not None:
                yield _after(document, earlier[-1], time, year + 1, *months)
            elif years_from_now(earlier[-1]) == 0:
                # "the first nine months of this year; in the same months of 2022"
                yield _year(year + 1, f'it is told against "{_words(document, time)}"', earlier[-1], time, weight=3)
        elif time.grain in _MONTHS:
            for other in group[:i]:
                months = _months(other)
                if months is not None and months == (time.meaning.month, time.meaning.month_to or time.meaning.month):
                    yield _after(document, other, time, year + 1, *months)


def _whole_years(document: Document, sentence: Sentence, group: list[Time]) -> Iterator[Clue]:
    """Years that are over, for their figures are told; and the year since whose beginning something is counted."""
    lowers = document.lowers
    for time in group:
        year = _whole_year(time)
        if year is None or time.meaning.month is not None or len(time.parts) > 1:
            continue
        ahead = lowers[max(sentence.first, time.first - 5) : time.last]
        span = (time.span.start, time.span.end)
        if "since" in ahead and _BEGINNING.intersection(ahead):
            reason = f"it counts since the beginning of {year}"
            yield Clue(reason, ((f"{year}-01-01", f"{year}-12-31"),), weight=3, span=span)
        elif time.grain == "year" and _tells_total(document, sentence, time):
            reason = f"the figures of {year} are told, so the year was over"
            yield Clue(reason, ((f"{year + 1}-01-01", ""),), recent=True, span=span)


def _tells_total(document: Document, sentence: Sentence, time: Time) -> bool:
    """Whether the sentence gives a year's sum: "In 2023 trade amounted to 187.5 million dollars"."""
    words = document.lowers[sentence.first : sentence.last]
    if _TOTAL.isdisjoint(words) or document.lowers[time.first - 1 : time.first] != ("in",):
        return False
    counted = any(word[0].isdigit() and (len(word) < 4 or "." in word) for word in words)
    return counted and (time.meaning.tense or tense_of(document, time.first, time.last)) == "past"


def _months(time: Time) -> tuple[int, int] | None:
    """First and last month of an expression that names months but no year."""
    if time.form != "partial" or time.meaning.day is not None:
        return None
    ends = (time.parts[0].meaning, time.parts[-1].meaning) if time.parts else (time.meaning, time.meaning)
    month, month_to = ends[0].month, ends[1].month_to or ends[1].month
    if any(end.year is not None for end in ends) or month is None or month_to is None or month_to > 12:
        return None
    return month, month_to


def _after(document: Document, time: Time, other: Time, year: int, month: int, month_to: int) -> Clue:
    """The clue that these months of that year are over, or well begun where it is one month."""
    over = date(year, month_to, calendar.monthrange(year, month_to)[1])
    # Figures of the last months of a year come out in the next one.
    last = date(year, 12, 31) if month_to <= 10 else over + timedelta(days=_LATE)
    first = over + timedelta(days=1) if month_to > month else date(year, month_to, 1)
    reason = f'"{_words(document, time)}" is told against {_words(document, other)}'
    span = (min(time.span.start, other.span.start), max(time.span.end, other.span.end))
    return Clue(reason, ((first.isoformat(), last.isoformat()),), weight=3, span=span)


def _is_base(document: Document, named: Time, relative: Time) -> bool:
    """Whether a year named is measured against "last year" behind it."""
    if relative.first < named.last:
        return False
    between = document.lowers[named.last : relative.first]
    return any(word in _COMPARING for word in between) and not _STOPPING.intersection(between)


def _told_year(document: Document, time: Time, other: Time) -> bool:
    """Whether the year is only named again: "last year (2022)", "next year, 2024,"."""
    between = document.lowers[time.last : other.first]
    if between == ("(",) and document.lowers[other.last : other.last + 1] == (")",):
        return True
    behind = document.lowers[other.last : other.last + 1]
    together = between in {(",",), (",", "in"), (",", "for")} or (
        between == () and document.lowers[other.first - 1] == ","
    )
    return together and time.grain == "year" and other.grain == "year" and behind in {(",",), (")",), (".",)}


def _base_weight(document: Document, sentence: Sentence, time: Time, other: Time) -> int:
    """How surely the year named is the year before the other expression; 0 for not at all."""
    lowers = document.lowers
    if other.first >= time.last:
        between = lowers[time.last : other.first]
        linked = (
            any(word in _COMPARING for word in between)
            or "from" in between
            or _measured(lowers[max(time.last, other.first - 3) : other.first])
        )
        stops = bool(_STOPPING.intersection(between))
    else:
        # "from $120 million in 2020 to $150 million last year"
        between = lowers[other.last : time.first]
        head = lowers[max(sentence.first, other.first - 8) : other.first]
        linked = ("from" in head and "to" in between) or "against" in head or "compared" in head
        stops = bool(_STOPPING.intersection(between))
    if stops or not linked:
        return 0
    if other.form == "same" or (other.meaning.month_to is not None and other.meaning.month_to == time.meaning.month_to):
        return 4
    grows = any(word in _GROWTH for word in lowers[sentence.first : sentence.last])
    return 3 if grows else 2


def _measured(before: tuple[str, ...]) -> bool:
    """Whether the words before a year make it a base: "more than in", "on January-May", "from 9.9 in"."""
    if not before:
        return False
    pairs = {("than", "in"), ("against", "in"), ("that", "of"), ("level", "of")}
    return before[-1] in {"on", "over", "against", "than"} or before[-2:] in pairs


def _words(document: Document, time: Time) -> str:
    return " ".join(time.span.cut(document.text).split())


def _year(year: int, reason: str, time: Time, other: Time, *, weight: int) -> Clue:
    span = (min(time.span.start, other.span.start), max(time.span.end, other.span.end))
    return Clue(reason, ((f"{year:04}-01-01", f"{year:04}-12-31"),), weight=weight, span=span)


def _within_this_year(document: Document, time: Time) -> Iterator[Clue]:
    """Parts of this year: "the first eight months of this year" are over; its autumn may be to come."""
    meaning = time.meaning
    if years_from_now(time) != 0 or meaning.month is None or meaning.month > 12:
        return
    tense = meaning.tense or tense_of(document, time.first, time.last)
    reason = f'"{_words(document, time)}" is '
    span = (time.span.start, time.span.end)
    month_to = meaning.month_to or meaning.month
    if tense == "future":
        if month_to <= 12 and meaning.day is None:
            day = calendar.monthrange(2000, month_to)[1]
            yield Clue(f"{reason}to come", yearly=(1, 1, month_to, day), span=span)
    elif meaning.day is not None:
        yield Clue(f"{reason}past", yearly=(meaning.month, meaning.day, 12, 31), span=span)
    elif meaning.month_to is None:
        yield Clue(f"{reason}past", yearly=(meaning.month, 1, 12, 31), span=span)
    elif month_to < 12 and meaning.month == 1:
        yield Clue(f"{reason}over", yearly=(month_to + 1, 1, 12, 31), weight=2, span=span)


def _bounds(document: Document, times: Sequence[Time]) -> Iterator[Clue]:
    """The latest time told as past, and the earliest told as to come."""
    past: list[tuple[date, bool, Time]] = []
    future: list[tuple[date, Time]] = []
    for time in times:
        first, last = _days(time)
        if first is None or last is None:
            continue
        if time.form == "same" or time.meaning.toward == "past":
            past.append((first, False, time))
            continue
        tense = time.meaning.tense or tense_of(document, time.first, time.last)
        if tense == "past":
            # A stretch of months that is reported on is over; of a year, or of years up to one, nobody knows.
            end = time.parts[-1].meaning if time.parts else time.meaning
            over = end.month is not None and (len(time.parts) > 1 or end.month_to is not None)
            first = first if over or len(time.parts) < 2 else _days(time.parts[-1])[0] or first
            past.append((last + timedelta(days=1) if over else first, over, time))
        elif tense == "future":
            future.append((last, time))
    for day, recent, time in sorted(past, key=lambda item: (item[0], item[1], -item[2].first))[-1:]:
        reason = f'"{_words(document, time)}" is told as past'
        span = (time.span.start, time.span.end)
        anchor = day.isoformat()
        yield Clue(reason, ((anchor, ""),), recent=recent, anchor=anchor, weight=2, span=span)
    for day, time in sorted(future, key=lambda item: (item[0], item[1].first))[:1]:
        reason = f'"{_words(document, time)}" is told as to come'
        # A day to come is no further off than a year.
        begin = (day - timedelta(days=365)).isoformat() if _is_of_days(time) else ""
        span = (time.span.start, time.span.end)
        yield Clue(reason, ((begin, day.isoformat()),), anchor=day.isoformat(), span=span)


def _is_of_days(time: Time) -> bool:
    return (time.parts[-1] if time.parts else time).meaning.day is not None


def _days(time: Time) -> tuple[date | None, date | None]:
    """First and last day of an expression that names its year."""
    if len(time.parts) > 1:
        return _days(time.parts[0])[0], _days(time.parts[-1])[1]
    meaning = time.meaning
    if _whole_year(time) is None or meaning.year is None or not 1000 <= meaning.year < 9000:
        return None, None
    month, month_to = meaning.month or 1, meaning.month_to or meaning.month or 12
    year_to = meaning.year + (month_to > 12)
    month_to -= 12 * (month_to > 12)
    if month > 12:
        return None, None
    day_to = meaning.day_to or meaning.day or calendar.monthrange(year_to, month_to)[1]
    try:
        return date(meaning.year, month, meaning.day or 1), date(year_to, month_to, day_to)
    except ValueError:
        return None, None
