"""The walk over an article's tokens that finds its time expressions."""

from __future__ import annotations

from collections.abc import Callable

from kzhu.extract.document import Document
from kzhu.extract.times import dates, days, divisions, units, years
from kzhu.extract.times.expression import Meaning, Tense, Time
from kzhu.extract.times.join import join, share_years
from kzhu.extract.times.resolve import needs_tense
from kzhu.extract.times.tense import tense_of
from kzhu.extract.times.words import (
    CARDINALS,
    CLOCK_WORDS,
    DAY_PARTS,
    DECADES,
    MONTHS,
    NOW,
    ORDINALS,
    PLURAL_WEEKDAYS,
    RATES,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    SINGULAR_UNITS,
    UNITS,
    WEEKDAYS,
)

#: Reads the expression about token i, looking back no farther than token `floor`.
_Reader = Callable[[Document, int, int], Time | None]

_READERS: dict[str, _Reader] = {
    **dict.fromkeys(NOW, days.read_vague),
    **dict.fromkeys(RATES, units.read_rate),
    **dict.fromkeys(DECADES, years.read_named_decade),
    **dict.fromkeys(DAY_PARTS, days.read_day_part),
    **dict.fromkeys(CLOCK_WORDS, days.read_clock_word),
    **dict.fromkeys(SEASONS, days.read_season),
    **dict.fromkeys(SHORT_WEEKDAYS, days.read_short_weekday),
    **dict.fromkeys((*WEEKDAYS, *PLURAL_WEEKDAYS), days.read_weekday),
    **dict.fromkeys(UNITS, units.read_unit),
    **dict.fromkeys(("yoy", "y"), units.read_yearly_change),
    "nineteen": years.read_spoken_year,
    "quarter": divisions.read_quarter,
    **dict.fromkeys(("same", "corresponding", "comparable", "similar", "analogous"), divisions.read_same),
    **dict.fromkeys(("today", "yesterday", "tomorrow", "tonight"), days.read_relative_day),
    **dict.fromkeys(("half", "half-year"), divisions.read_half),
    **dict.fromkeys(("q1", "q2", "q3", "q4", "h1", "h2"), divisions.read_code),
    **dict.fromkeys((*MONTHS, *SHORT_MONTHS), dates.read_month),
    **dict.fromkeys(("o'clock", "o’clock"), days.read_oclock),
    "past": days.read_past,
}
TRIGGERS: frozenset[str] = frozenset(_READERS)
_COMPOUNDS: tuple[_Reader, ...] = (
    dates.read_month_range,
    days.read_mid,
    units.read_compound,
    divisions.read_division_word,
)
#: What a token with hyphens inside must begin with to be read.
_HEADS = frozenset({*days.HEADS, "th", "y", *MONTHS, *SHORT_MONTHS, *CARDINALS, *ORDINALS, *SINGULAR_UNITS})
#: No date, year or clock has so many characters in its first figure.
_NO_FIGURES = frozenset({3, 5, 6, 7})
_AFTER_DAY = frozenset({("/",), ("-",), ("–",), (".",)})
_AFTER_NUMBER = frozenset({("q",), ("h",), ("m",)})
_AFTER_HOUR = frozenset({(":",), ("a",), ("p",), ("am",), ("pm",)})


def may_tell(word: str) -> bool:
    """Whether a time expression may be told about a small word: one of ours, a figure, a compound that begins so."""
    if word in _READERS:
        return True
    # Between "/" and ":" sort the words that begin with a digit.
    if "/" < word < ":":
        return len(word) not in _NO_FIGURES
    head, hyphen, _ = word.partition("-")
    return bool(hyphen) and head in _HEADS


def find_times(document: Document) -> tuple[Time, ...]:
    """Every time expression, in order of the text, none overlapping another, unresolved."""
    lowers = document.lowers
    found: list[Time] = []
    floor = 0
    for i in document.moments:
        if i < floor:
            continue
        word = lowers[i]
        reader = _READERS.get(word)
        if reader is not None:
            time = reader(document, i, floor)
        elif word < ":":
            time = _figure(document, i, floor)
        else:
            time = _compound(document, i, floor)
        if time is not None:
            found.append(time)
            floor = time.last
    times = share_years(document, join(document, dates.settle_order(document, _outside(document, found))))
    return tuple([_with_tense(document, time) for time in times])


def _figure(document: Document, i: int, floor: int) -> Time | None:
    word = document.words[i]
    size = len(word)
    following = document.lowers[i + 1 : i + 2]
    if size == 4:
        # Most years are no part of a date in figures.
        date = dates.read_numeric(document, i) if following in _AFTER_DAY else None
        return date or years.read_year(document, i, floor)
    if size <= 2:
        if following in _AFTER_DAY:
            return dates.read_numeric(document, i)
        if following in _AFTER_HOUR:
            return days.read_clock(document, i, floor)
        if following in _AFTER_NUMBER:
            return divisions.read_short_code(document, i, floor)
        if following == ("s",):
            return years.read_named_decade(document, i, floor)
        return None
    return dates.read_numeric(document, i)


def _compound(document: Document, i: int, floor: int) -> Time | None:
    for reader in _COMPOUNDS:
        time = reader(document, i, floor)
        if time is not None:
            return time
    return None


def _outside(document: Document, times: list[Time]) -> list[Time]:
    """The times that stand outside page furniture."""
    if not document.furniture:
        return times
    kept = []
    spans = iter(sorted(document.furniture))
    span = next(spans, None)
    for time in times:
        while span is not None and span.end <= time.span.start:
            span = next(spans, None)
        if span is None or not span.overlaps(time.span):
            kept.append(time)
    return kept


def _meaning_with(said: Meaning, tense: Tense | None) -> Meaning:
    # Three times faster than dataclasses.replace, and every third expression comes here.
    return Meaning(
        said.year, said.year_offset, said.month, said.month_to, said.day, said.day_to, said.weekday, said.step,
        said.unit, said.offset, said.count, said.toward, said.told, said.about, tense, said.part, said.clock,
        said.vague,
    )  # fmt: skip


def _with_tense(document: Document, time: Time) -> Time:
    said, parts = time.meaning, time.parts
    if not parts and (said.year is not None or (said.month is None and said.weekday is None)):
        return time  # the most
    if parts:
        parts = tuple([_with_tense(document, part) for part in parts])
    if time.kind == "date" and said.tense is None and needs_tense(said):
        said = _meaning_with(said, tense_of(document, time.first, time.last))
    elif not parts:
        return time
    return Time(time.span, time.first, time.last, time.kind, time.grain, time.edtf, time.form, said, parts)
