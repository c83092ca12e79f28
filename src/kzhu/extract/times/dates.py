"""Dates of a calendar: "13 July 2023", "Nov. 2", "September 15-16", "13.07.2023", "2023-07-13", "October"."""

from __future__ import annotations

import re

from kzhu.extract.document import Document
from kzhu.extract.times.amounts import adjacent, small, year
from kzhu.extract.times.expression import Form, Grain, Meaning, Time, build
from kzhu.extract.times.words import (
    BEFORE_DATES,
    COUNTED,
    DASHES,
    DOUBTFUL_MONTHS,
    MONTHS,
    ORDINAL_ENDS,
    ORDINALS,
    PARTS,
    PLANNING,
    SHORT_MONTHS,
    STEPS,
)
from kzhu.extract.times.years import part_before, year_after

_DOTTED = re.compile(r"(\d\d?)\.(\d\d?)\.(\d{4})|(\d{4})\.(\d\d)\.(\d\d)")
_POSSESSIVE = frozenset({"'s", "’s"})
_LEADERS = frozenset({"month", "week", "day", "half", "days", "weeks"})
#: Prepositions that lead to a person or a march as easily as to a month.
_UNSURE = frozenset({"to", "for", "and", "or", "than", "about", "over", "of", "after", "before", "through"})
_RANGE_WORDS = frozenset({"to", "and", "until", "till", "through"}) | DASHES


def read_month(document: Document, i: int, floor: int) -> Time | None:
    """A date with the month named by token i, or the month alone."""
    words, lowers = document.words, document.lowers
    name = lowers[i]
    month = MONTHS.get(name) or SHORT_MONTHS[name]
    capital = words[i][0].isupper()
    behind = i + 1
    short = name not in MONTHS
    dotted = short and behind < len(words) and words[behind] == "."
    if dotted:
        behind += 1
    before = _day_before(document, i, floor)
    if before is not None:
        first, day, day_to = before
        told, offset, last = year_after(document, behind)
        if last == behind and dotted and (behind >= len(words) or not words[behind][0].isdigit()):
            last -= words[behind - 1] == "." and behind < len(words) and words[behind][0].isupper()
        if not capital and told is None:
            return None
        return _day(document, first, last, month, (day, day_to), (told, offset))
    if not capital:
        return None
    after = _day_after(document, i, behind)
    if after is not None:
        day, day_to, last = after
        told, offset, last = year_after(document, last)
        step = STEPS.get(lowers[i - 1]) if i - 1 >= floor and lowers[i - 1] in {"last", "this", "next"} else None
        return _day(document, i - (step is not None), last, month, (day, day_to), (told, offset), step)
    return _month_alone(document, i, behind, floor, month, needs_number=short and not dotted)


def _day(
    document: Document,
    first: int,
    last: int,
    month: int,
    days: tuple[int, int | None],
    year: tuple[int | None, int | None],
    step: int | None = None,
) -> Time:  # fmt: skip
    (day, day_to), (told, offset) = days, year
    form: Form = "absolute" if told is not None else "partial" if offset is None else "relative"
    grain: Grain = "day" if day_to is None else "interval"
    meaning = Meaning(year=told, year_offset=offset, month=month, day=day, day_to=day_to, step=step)
    return build(document, first, last, grain, form, meaning)


def _day_before(document: Document, i: int, floor: int) -> tuple[int, int, int | None] | None:
    """First token, day and last day of "2", "2nd", "the second of", "3-5", "from 3 to 5" before the month at i."""
    lowers = document.lowers
    k = i - 1
    if k - 1 >= floor and lowers[k] == "of":
        k -= 1
        if not (lowers[k] in ORDINALS or lowers[k] in ORDINAL_ENDS or small(document.words[k])):
            return None
        if lowers[k] in ORDINALS and k - 1 >= floor and lowers[k - 1] not in {"the", "on"}:
            return None
    elif k >= floor and lowers[k] in ORDINALS and small(document.words[k]) is None:
        return None
    found = _day_ending(document, k, floor)
    if found is None:
        return None
    day, first = found
    if (
        first - 1 >= floor
        and (lowers[first - 1] in {":", "/", ".", "$", "€", "£"})
        and adjacent(document, first - 1, first)
    ):
        return None
    if first - 2 >= floor and lowers[first - 1] in _RANGE_WORDS:
        start = _day_ending(document, first - 2, floor)
        if start is not None and start[0] < day:
            first = start[1]
            if first - 1 >= floor and lowers[first - 1] == "from":
                first -= 1
            return first, start[0], day
    return first, day, None


def _day_ending(document: Document, k: int, floor: int) -> tuple[int, int] | None:
    """The day of the month whose last token is k, and its first token."""
    if k < floor:
        return None
    day = ORDINALS.get(document.lowers[k])
    if day is None and document.lowers[k] in ORDINAL_ENDS and k - 1 >= floor and adjacent(document, k - 1, k):
        k -= 1
    if day is None:
        day = small(document.words[k])
    return (day, k) if day is not None and 1 <= day <= 31 else None


def _day_starting(document: Document, k: int) -> tuple[int, int] | None:
    """The day of the month that begins at token k, and the token behind it."""
    if k >= len(document.words):
        return None
    day = ORDINALS.get(document.lowers[k]) or small(document.words[k])
    if day is None or not 1 <= day <= 31:
        return None
    k += 1
    if k < len(document.words) and document.lowers[k] in ORDINAL_ENDS and adjacent(document, k - 1, k):
        k += 1
    return day, k


def _day_after(document: Document, i: int, k: int) -> tuple[int, int | None, int] | None:
    """Day, last day and the token behind, of "2", "2nd", "the 2nd", "15-16", "12 and 13" from token k on."""
    words, lowers = document.words, document.lowers
    if k < len(words) and lowers[k] == "the":
        k += 1
        if k < len(words) and lowers[k] in ORDINALS:
            return None
    found = _day_starting(document, k)
    if found is None:
        return None
    day, last = found
    following = lowers[last] if last < len(words) else ""
    if following in COUNTED or (following in ":%/" and following and adjacent(document, last - 1, last)):
        return None
    if (
        i
        and lowers[i - 1] in {"in", "during", "throughout"}
        and following[:1].isalpha()
        and following not in BEFORE_DATES
        and year_after(document, last)[2] == last
    ):
        return None
    comma = following == "," and last + 1 < len(words) and lowers[last + 1] == "and"
    joint = last + comma
    if following in _RANGE_WORDS or comma:
        end = _day_starting(document, joint + 1)
        if end is not None and end[0] > day and lowers[joint + 1] not in ORDINALS:
            noun = end[1] < len(words) and words[end[1]][0].islower() and lowers[end[1]] not in BEFORE_DATES
            time = end[1] < len(words) and words[end[1]] in ":%" and adjacent(document, end[1] - 1, end[1])
            if not time and not (
                noun and following not in DASHES and (lowers[end[1]] in COUNTED or following == "and")
            ):
                return day, end[0], end[1]
    return day, None, last


def _month_alone(document: Document, i: int, behind: int, floor: int, month: int, *, needs_number: bool) -> Time | None:
    words, lowers = document.words, document.lowers
    first, part = part_before(document, i, floor)
    before = lowers[first - 1] if first - 1 >= floor else ""
    step = STEPS.get(before) if part is None else None
    if step is not None:
        first -= 1
    told, offset, last = year_after(document, behind)
    form: Form = "absolute" if told is not None else "relative" if offset is not None or step is not None else "partial"
    if form == "partial":
        if needs_number or not (part is not None or _stands_for_month(document, i, behind, before, first)):
            return None
        following = words[behind] if behind < len(words) else ""
        # The point of "Nov." ends the sentence where a capital follows.
        last = behind if following and not following[0].isupper() else i + 1
    meaning = Meaning(year=told, year_offset=offset, month=month, step=step, part=part)
    return build(document, first, last, "month", form, meaning)


def _stands_for_month(document: Document, i: int, behind: int, before: str, first: int) -> bool:
    """Whether the bare name at token i is the month: not a person, a verb, or a part of a name."""
    words, lowers = document.words, document.lowers
    name = lowers[i]
    following = words[behind] if behind < len(words) else ""
    named = following[:1].isupper() and lowers[behind] not in MONTHS
    if before in {"a", "the", "its", "their"} and following[:1].islower() and lowers[behind] not in BEFORE_DATES:
        # "a June agreement"
        return True
    sure = before in BEFORE_DATES - {"on", "as"} or before in MONTHS
    if name not in DOUBTFUL_MONTHS:
        return sure or not (named or before in _POSSESSIVE)
    if not sure or (named and before in {"of", "to", "for", "and", "or", "than", "by", "about"}):
        return False
    if name in {"may", "march"} and before in _UNSURE:
        fixed = before == "for" and lowers[first - 2] in PLANNING
        return fixed or (before in {"of", "to", "and"} and _time_near(document, first - 2))
    return True


def _time_near(document: Document, i: int) -> bool:
    """Whether token i is a word that leads to a month: "the end of", "from April to", "a day of"."""
    return i >= 0 and (document.lowers[i] in PARTS or document.lowers[i] in MONTHS or document.lowers[i] in _LEADERS)


def read_month_range(document: Document, i: int, floor: int) -> Time | None:
    """Reads "January-May", one token, with the year behind it; and "July-2023", "13-Jul-2023"."""
    names = document.lowers[i].split("-")
    months = [MONTHS.get(name) or SHORT_MONTHS.get(name) for name in names]
    if len(names) == 2 and months[0] is not None and (told := year(names[1])) is not None:
        day = small(document.words[i - 2]) if i - 2 >= floor and document.words[i - 1] in DASHES else None
        if day and adjacent(document, i - 2, i - 1) and adjacent(document, i - 1, i):
            return _day(document, i - 2, i + 1, months[0], (day, None), (told, None))
        return build(document, i, i + 1, "month", "absolute", Meaning(year=told, month=months[0]))
    if len(months) != 2 or months[0] is None or months[1] is None or not document.words[i][0].isupper():
        return None
    told, offset, last = year_after(document, i + 1)
    form: Form = "absolute" if told is not None else "relative" if offset is not None else "partial"
    month_to = months[1] if months[1] >= months[0] else months[1] + 12
    meaning = Meaning(year=told, year_offset=offset, month=months[0], month_to=month_to)
    return build(document, i, last, "interval", form, meaning)


def read_numeric(document: Document, i: int) -> Time | None:
    """A date in figures that begins at token i; where nothing tells day from month, only its year is known."""
    words = document.words
    dotted = _DOTTED.fullmatch(words[i]) if len(words[i]) >= 8 else None
    if dotted:
        day, month, told = (int(part) for part in (dotted.groups()[:3] if dotted[1] else dotted.groups()[:2:-1]))
        if dotted[1] and month > 12:
            day, month = month, day
        return _figures(document, i, i + 1, told, month, day)
    if (
        i + 4 < len(words)
        and words[i + 1] in "-/–."
        and words[i + 3] == words[i + 1]
        and all(adjacent(document, k, k + 1) for k in range(i, i + 4))
    ):
        first, second, third = words[i], words[i + 2], words[i + 4]
        if year(first) is not None and small(second) and small(third):
            return _figures(document, i, i + 5, int(first), int(second), int(third))
        if small(first) and small(second) and year(third) is not None:
            return _ordered(document, i, int(first), int(second), int(third), words[i + 1])
    if (
        i + 2 < len(words)
        and words[i + 1] == "-"
        and year(words[i]) is not None
        and len(words[i + 2]) == 2
        and adjacent(document, i, i + 1)
        and adjacent(document, i + 1, i + 2)
    ):
        month = small(words[i + 2]) or 0
        if 1 <= month <= 12 and month <= int(words[i]) % 100:
            return build(document, i, i + 3, "month", "absolute", Meaning(year=int(words[i]), month=month))
    return None


def _figures(document: Document, first: int, last: int, told: int, month: int, day: int) -> Time | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1000 <= told <= 2199):
        return None
    return build(document, first, last, "day", "absolute", Meaning(year=told, month=month, day=day))


def _ordered(document: Document, i: int, a: int, b: int, told: int, sign: str) -> Time | None:
    if a > 12 or b > 12 or a == b or sign != "/":
        month, day = (a, b) if b > 12 else (b, a)
        return _figures(document, i, i + 5, told, month, day)
    return build(document, i, i + 5, "year", "absolute", Meaning(year=told, month=a, day=b))


def settle_order(document: Document, times: list[Time]) -> list[Time]:
    """The times with each "03/04/2023" read day first or month first, as a "13/04/2023" of the same text tells.

    Where none tells, or they disagree, only the year is known.
    """
    if not [time for time in times if time.grain == "year" and time.meaning.day]:
        return times
    orders = {
        _small_pair(document, time) for time in times if document.words[time.first + 1 : time.first + 2] == ("/",)
    }
    orders.discard(None)
    settled = []
    for time in times:
        told = time.meaning
        if time.grain == "year" and told.day and told.month:
            year_only = build(document, time.first, time.last, "year", "absolute", Meaning(year=told.year))
            a, b = told.month, told.day
            settled.append(
                build(
                    document,
                    time.first,
                    time.last,
                    "day",
                    "absolute",
                    Meaning(year=told.year, month=b, day=a)
                    if True in orders
                    else Meaning(year=told.year, month=a, day=b),
                )
                if len(orders) == 1
                else year_only
            )
        else:
            settled.append(time)
    return settled


def _small_pair(document: Document, time: Time) -> bool | None:
    """Whether a date with "/" must have its day first; None where both orders are possible."""
    if time.grain != "day":
        return None
    a, b = small(document.words[time.first]), small(document.words[time.first + 2])
    if a is None or b is None or a == b:
        return None
    return a > 12
