"""Numbered parts of a year, and the same part of another: "first quarter of 2023", "H1", "the same period of 2022"."""

from __future__ import annotations

from typing import Literal

from kzhu.extract.document import Document
from kzhu.extract.times.amounts import adjacent, ordinal_before, small
from kzhu.extract.times.expression import Form, Meaning, Time, build
from kzhu.extract.times.units import GRAINS, read_unit
from kzhu.extract.times.words import CARDINALS, DASHES, DAY_PARTS, FILLERS, ORDINALS, STEPS, UNITS
from kzhu.extract.times.years import century_of, year_after

_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4}
_AMOUNT_SIGNS = frozenset({"%", "percent", "per", "$", "€", "£", "million", "billion", "bn", "mln", "bln"})


def read_quarter(document: Document, i: int, floor: int) -> Time | None:
    """A quarter of a year: "the first quarter of 2023", "fourth-quarter", "last quarter"; a mere fourth is none."""
    lowers = document.lowers
    k = i
    while k - 1 >= floor and (lowers[k - 1] in FILLERS or (lowers[k - 1] in DASHES and adjacent(document, k - 1, k))):
        k -= 1
    ordinal = ordinal_before(document, k, floor)
    if ordinal is not None and 1 <= ordinal[0] <= 4 and lowers[i + 1 : i + 2] != ("century",):
        return read_division(document, ordinal[1], i + 1, floor, "quarter", ordinal[0])
    if k - 1 < floor:
        return None
    if k == i and lowers[k - 1] in {"last", "final", "closing"} and year_after(document, i + 1, inside=True)[2] > i + 1:
        return read_division(document, k - 1, i + 1, floor, "quarter", 4)  # "the last quarter of 2024"
    if document.words[k - 1] in _ROMAN:
        return read_division(document, k - 1, i + 1, floor, "quarter", _ROMAN[document.words[k - 1]])
    return read_unit(document, i, floor) if lowers[k - 1] not in {"a", "an"} else None


def read_division(
    document: Document, first: int, last: int, floor: int, grain: Literal["quarter", "half"], number: int
) -> Time:
    """The numbered quarter or half over tokens [first, last), with the year behind it."""
    lowers = document.lowers
    size = 3 if grain == "quarter" else 6
    step = None
    if first - 1 >= floor and lowers[first - 1] == "fiscal":
        first -= 1
    if first - 1 >= floor and lowers[first - 1] in {"this", "last", "next"}:
        first -= 1
        step = STEPS[lowers[first]]
    if first - 1 >= floor and lowers[first - 1] == "the":
        first -= 1
    year, offset, end = year_after(document, last, inside=True)
    if end == last and lowers[last : last + 3] == ("of", "the", "year"):
        offset, end = 0, last + 3
    form: Form = "absolute" if year is not None else "relative" if offset is not None or step is not None else "partial"
    month = (number - 1) * size + 1
    meaning = Meaning(year=year, year_offset=offset, month=month, month_to=month + size - 1, step=step)
    return build(document, first, end, grain, form, meaning)


def read_half(document: Document, i: int, floor: int) -> Time | None:
    """The first or second half of a year; half of anything else, and of a match, is none."""
    ordinal = ordinal_before(document, i, floor)
    if ordinal is None or ordinal[0] > 2:
        return None
    found = read_division(document, ordinal[1], i + 1, floor, "half", ordinal[0])
    return found if found.form != "partial" or _speaks_of_amounts(document, i) else None


def _speaks_of_amounts(document: Document, i: int) -> bool:
    near = document.lowers[max(0, i - 25) : i + 25]
    return not _AMOUNT_SIGNS.isdisjoint(near)


def read_code(document: Document, i: int, floor: int) -> Time | None:
    """Reads "Q1 2023", "H1"."""
    word = document.words[i]
    number = int(word[1])
    if word[0] == "Q" and 1 <= number <= 4:
        return read_division(document, i, i + 1, floor, "quarter", number)
    if word[0] == "H" and 1 <= number <= 2 and year_after(document, i + 1, inside=True)[2] > i + 1:
        return read_division(document, i, i + 1, floor, "half", number)
    return None


def read_short_code(document: Document, i: int, floor: int) -> Time | None:
    """Reads "1Q 2023", "2H 2022", "9M 2023", which need their year."""
    number, letter = small(document.words[i]), document.words[i + 1]
    if not number or not letter.isupper() or not adjacent(document, i, i + 1):
        return None
    year, _, last = year_after(document, i + 2)
    if year is None:
        return None
    if letter == "M":
        meaning = Meaning(year=year, month=1, month_to=number, unit="month", count=number)
        return build(document, i, last, "interval", "absolute", meaning) if number <= 12 else None
    if number > (4 if letter == "Q" else 2):
        return None
    return read_division(document, i, i + 2, floor, "quarter" if letter == "Q" else "half", number)


def read_same(document: Document, i: int, floor: int) -> Time | None:
    """Reads "the same period of 2022", "the corresponding five months of last year", "the same evening"."""
    lowers = document.lowers
    first = i - 1 if i - 1 >= floor and lowers[i - 1] in {"the", "a"} else i
    k = i + 1
    if k + 1 < len(lowers) and (lowers[k] in CARDINALS or lowers[k][0].isdigit()):
        k += 1
    noun = lowers[k] if k < len(lowers) else ""
    if noun in DAY_PARTS:
        meaning = Meaning(unit="day", offset=0, told=True, clock=DAY_PARTS[noun])
        return build(document, first, k + 1, "day", "relative", meaning)
    if noun not in {"period", "months", "month", "quarter", "half", "timeframe", "stretch", "week", "time"}:
        return None
    year, offset, last = year_after(document, k + 1, inside=True)
    behind = _year_before(document, k + 1) if last == k + 1 else last
    if behind > last:
        return build(document, first, behind, "interval", "same", Meaning(unit="year", offset=-1, told=True))
    if last == k + 1 and noun in {"month", "week"}:
        meaning = Meaning(unit=UNITS[noun], offset=0, told=True)
        return build(document, first, last, GRAINS[UNITS[noun]], "same", meaning)
    if last == k + 1 and noun in {"time", "half"}:
        return None
    return build(document, first, last, "interval", "same", Meaning(year=year, year_offset=offset, told=True))


def _year_before(document: Document, i: int) -> int:
    """The token behind "a year earlier", "of the year before", "of the previous year" from token i on; i without."""
    lowers = document.lowers
    k = i + (lowers[i : i + 1] in {("of",), ("in",)})
    words = lowers[k : k + 3]
    if words[:2] in {("a", "year"), ("one", "year")} and words[2:] in {("ago",), ("earlier",), ("before",)}:
        return k + 3
    return (
        k + 3 if words in {("the", "year", "before"), ("the", "previous", "year"), ("the", "preceding", "year")} else i
    )


def read_division_word(document: Document, i: int, floor: int) -> Time | None:
    """One token with hyphens that numbers a quarter, half or century: "fourth-quarter", "nineteenth-century"."""
    order, _, noun = document.lowers[i].partition("-")
    if order == "th" and noun == "century" and ordinal_before(document, i, floor) is None:
        number = small(document.words[i - 1]) if i - 1 >= floor and adjacent(document, i - 1, i) else None
        return century_of(document, i - 1, i + 1, floor, number) if number else None
    if order not in ORDINALS:
        return None
    if noun in {"quarter", "half"}:
        return read_division(document, i, i + 1, floor, "quarter" if noun == "quarter" else "half", ORDINALS[order])
    return century_of(document, i, i + 1, floor, ORDINALS[order]) if noun == "century" else None
