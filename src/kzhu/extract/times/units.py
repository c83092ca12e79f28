"""Expressions about a unit: "last year", "over the past 20 years", "first five months of 2023", "a year", "30-day"."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.amounts import adjacent, amount_before, bound_before
from kzhu.extract.times.expression import Form, Grain, Meaning, Tense, Time, Unit, Vague, build
from kzhu.extract.times.words import (
    BEFORE_DATES,
    CARDINALS,
    DASHES,
    FILLERS,
    PLURAL_UNITS,
    RATES,
    SINGULAR_UNITS,
    STEPS,
    TOLD_STEPS,
    UNITS,
)
from kzhu.extract.times.years import part_before, read_century, year_after

#: Words after which "a year" is a length, not a rate: "for a year", "took a year".
_LENGTH_BEFORE = frozenset({
    "for", "in", "within", "after", "about", "around", "over", "nearly", "almost", "of", "than", "under", "spend",
    "spent", "took", "take", "takes", "taking", "lasting", "last", "lasted", "him", "her", "them", "us", "me", "is",
    "was", "be", "as", "only", "just", "roughly", "least", "most", "to", "with", "until", "before", "by",
    "into", "from", "at", "on", "had", "has", "have", "some", "up", "wait", "waited", "during", "through",
    "throughout", "quite", "such", "what", "not", "and", "or", "but",
})  # fmt: skip
_AGO = {
    "ago": -1, "earlier": -1, "before": -1, "previously": -1, "later": 1, "afterwards": 1, "afterward": 1, "hence":
    1,
}  # fmt: skip
_CLOCK_UNITS = frozenset({"second", "minute", "hour"})
_OVER = frozenset({"over", "during", "in", "for", "within", "throughout", "through"})
#: Words before a count that make it a stretch that touches now: "the past 20 years".
_STRETCHING = (frozenset(STEPS) - {"this", "current"}) | {"recent", "latest"}
#: "the year before last", "the week after next".
_TWICE: dict[tuple[str, ...], int] = {("before", "last"): -2, ("after", "next"): 2}
_HALVES: dict[Unit, tuple[Unit, int]] = {"year": ("month", 6), "decade": ("year", 5), "century": ("year", 50)}
_COMPARING = frozenset({"from", "than", "with", "against", ",", "versus"})
#: Words behind "a day before" that do not belong to it.
_GOES_ON = frozenset(
    {"in", "at", "by", "to", "and", "but", "from", "for", "when", "with", "as", "on", "was", "were", "said"}
)
#: How many tokens before a unit can belong to it.
_REACH = 12
#: What a unit of the calendar is called as the grain of a value.
GRAINS: dict[Unit, Grain] = {
    "second": "vague", "minute": "vague", "hour": "vague", "day": "day", "weekend": "week", "week": "week", "month":
    "month", "quarter": "quarter", "half": "half", "season": "season", "year": "year", "decade": "decade",
    "century": "century",
}  # fmt: skip


def read_unit(document: Document, i: int, floor: int) -> Time | None:
    """The expression about the unit named by token i."""
    words, lowers = document.words, document.lowers
    floor = max(floor, i - _REACH)
    unit = UNITS[lowers[i]]
    if lowers[i + 2 : i + 3] == (lowers[i],) and lowers[i + 1] in {"on", "over"} and unit in {"year", "month"}:
        return build(document, i, i + 3, "vague", "same", Meaning(unit=unit, offset=-1, told=True))
    if lowers[i] == "century":
        century = read_century(document, i, floor)
        if century is not None:
            return century
    if (
        words[i][0].isupper()
        and i - 1 >= floor
        and not words[i].isupper()
        and (words[i - 1][0].islower() or (i > 1 and words[i - 2] in {'"', "“", "«"} and words[i - 1][0].isupper()))
    ):
        # "the Year of Culture", a programme called "This Week".
        return None
    k = i
    while k - 1 >= floor and lowers[k - 1] in FILLERS and i - k < 2:
        k -= 1
    amount = amount_before(document, k, floor)
    if amount is not None:
        return _counted(document, i, floor, unit, *amount)
    if unit == "year" and lowers[i + 1 : i + 2] == ("end",) and lowers[k - 1] not in {"the", "this", "last"}:
        return build(document, i, i + 2, "year", "relative", Meaning(unit="year", offset=0, part="late"))
    if k - 1 < floor:
        return None
    if lowers[i] in PLURAL_UNITS:
        return _plural(document, i, k, floor, unit)
    return _singular(document, i, k, floor, unit)


def _counted(document: Document, i: int, floor: int, unit: Unit, count: float | None, first: int) -> Time | None:
    """Reads "three months", "the past 20 years", "first 5 months of 2023", "five years ago", "30-day"."""
    lowers = document.lowers
    if _counts_no_time(document, i, unit, count):
        return None
    before = lowers[first - 1] if first - 1 >= floor else ""
    if count and unit in {"month", "quarter"}:
        known = _part_of_year(document, i, floor, unit, int(count), first, before)
        if known is not None:
            return known
    if before in _STRETCHING:
        start = first - 2 if first - 2 >= floor and lowers[first - 2] == "the" else first - 1
        if unit in _CLOCK_UNITS:
            return build(document, start, i + 1, "vague", "relative", Meaning(unit=unit, count=count), "duration")
        toward: Tense = "future" if STEPS.get(before, -1) == 1 else "past"
        meaning = Meaning(unit=unit, count=count, toward=toward, told=before in TOLD_STEPS)
        return build(document, start, i + 1, "interval", "relative", meaning)
    start, about = bound_before(document, first, floor)
    if _shifts(document, i):
        return _shifted(document, start, i, unit, count, about=about)
    if before in {"every", "each"}:
        return build(document, first - 1, i + 1, "vague", "relative", Meaning(unit=unit, count=count), "set")
    if before in {"the", "these", "those"}:
        start = min(start, first - 1)
        if unit == "month" and count and count < 12 and (first - 2 < floor or lowers[first - 2] in _OVER | {"of"}):
            # "over the five months": those told before, if such were told.
            return build(document, start, i + 1, "interval", "same", Meaning(unit=unit, count=count, told=True))
    return build(document, start, i + 1, "vague", "relative", Meaning(unit=unit, count=count, about=about), "duration")


def _counts_no_time(document: Document, i: int, unit: Unit, count: float | None) -> bool:
    """Whether it is an age, a share, or a column of a table: "44 years old", "three-quarters", "58,100 Year"."""
    lowers = document.lowers
    behind = lowers[i + 1 : i + 3]
    if behind[:1] == ("old",) or behind == ("of", "age") or (behind[1:] == ("old",) and behind[0] in DASHES):
        return True
    if unit == "quarter" and (behind[:1] == ("of",) or lowers[i - 1] in DASHES):
        return True
    return bool(count and count > 999 and unit not in _CLOCK_UNITS and document.words[i - 1][0].isdigit())


def _part_of_year(
    document: Document, i: int, floor: int, unit: Unit, count: int, first: int, before: str
) -> Time | None:
    """Reads "first 5 months of 2023", and "11 months of 2023", which are its first eleven."""
    if before in {"first", "last", "final", "opening", "initial"}:
        return _months(document, first - 1, i, floor, before, unit, count)
    if unit == "month" and document.lowers[i + 1 : i + 2] == ("of",) and before not in STEPS:
        return _months(document, first, i, floor, "", unit, count)
    return None


def _shifts(document: Document, i: int) -> bool:
    """Whether "ago", "earlier", "later", "from now" follows the unit at token i; not "before" with what comes after."""
    behind = document.lowers[i + 1 : i + 3]
    if behind == ("from", "now"):
        return True
    return bool(behind) and behind[0] in _AGO and (behind[0] != "before" or _ends_clause(document, i + 2))


def _shifted(document: Document, first: int, i: int, unit: Unit, count: float | None, *, about: bool) -> Time:
    """Reads "five years ago", "a year earlier", "two days later", "three weeks from now"."""
    word = document.lowers[i + 1]
    last = i + (3 if word == "from" else 2)
    if unit in _CLOCK_UNITS or count is None or unit == "weekend":
        vague: Vague = "past" if _AGO.get(word, 1) < 0 else "future"
        return build(document, first, last, "vague", "relative", Meaning(unit=unit, count=count, vague=vague))
    sign = _AGO.get(word, 1)
    offset = int(sign * count)
    # "almost 30 years ago": they are not full yet.
    if about and document.lowers[first] in {"nearly", "almost"} and sign < 0 and unit == "year" and count > 1:
        offset += 1
    grain = GRAINS[unit]
    told = word not in {"ago", "from", "hence"}
    if word == "ago" and unit == "year" and count == 1 and first and document.lowers[first - 1] in _COMPARING:
        # "$58 million a share, compared with $50 a year ago": the same part of the year before.
        told = True
    form: Form = "same" if told and unit == "year" and count == 1 and sign < 0 else "relative"
    meaning = Meaning(unit=unit, offset=offset, told=told, about=about, count=count)
    return build(document, first, last, grain, form, meaning)


def _months(document: Document, first: int, i: int, floor: int, which: str, unit: Unit, count: int) -> Time | None:
    """Reads "first five months of 2023", "last three months of the year", "first three quarters of this year"."""
    months = count * 3 if unit == "quarter" else count
    if not 1 <= months <= 12:
        return None
    year, offset, last = year_after(document, i + 1, inside=True)
    lowers = document.lowers
    if which and last == i + 1 and lowers[last : last + 3] == ("of", "the", "year"):
        offset, last = 0, last + 3
    if which in {"last", "final", ""} and last == i + 1:
        return None
    start = first - 1 if first - 1 >= floor and lowers[first - 1] == "the" else first
    month = 13 - months if which in {"last", "final"} else 1
    form: Form = "absolute" if year is not None else "relative" if offset is not None else "partial"
    meaning = Meaning(year=year, year_offset=offset, month=month, month_to=month + months - 1, unit=unit, count=count)
    return build(document, start, last, "interval", form, meaning)


def _plural(document: Document, i: int, k: int, floor: int, unit: Unit) -> Time | None:
    """Reads "for years", "in recent months", "the coming weeks"; token k is the unit or the first filler before it."""
    lowers = document.lowers
    before = lowers[k - 1]
    start = k - 2 if k - 2 >= floor and lowers[k - 2] == "the" else k - 1
    if before in {"recent", "past", "last", "previous", "latest"}:
        return build(document, start, i + 1, "vague", "relative", Meaning(unit=unit, vague="past"))
    if before in {"coming", "next", "upcoming", "following", "future"}:
        return build(document, start, i + 1, "vague", "relative", Meaning(unit=unit, vague="future"))
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    if (before in {"for", "in", "within", "over"} and following not in {"of", "old"}) or following in {
        "ago",
        "earlier",
    }:
        if following in {"ago", "earlier"}:
            return build(document, i, i + 2, "vague", "relative", Meaning(unit=unit, vague="past"))
        return build(document, i, i + 1, "vague", "relative", Meaning(unit=unit), "duration")
    return None


def _singular(document: Document, i: int, k: int, floor: int, unit: Unit) -> Time | None:
    """Reads "last year", "this week", "a year", "the year"; token k is the unit, or the first filler before it."""
    lowers = document.lowers
    which, first = lowers[k - 1], k - 1
    if which in {"a", "an", "per", "each", "every"}:
        return _rate(document, i, first, floor, unit)
    if unit in _CLOCK_UNITS:
        return None
    if which == "the":
        return _definite(document, i, first, floor, unit)
    article = first - 1 >= floor and lowers[first - 1] == "the"
    start = first - article
    over = start - 1 >= floor and lowers[start - 1] in _OVER
    if _is_stretch(unit, which, over=over and article and k == i):
        meaning = Meaning(unit=unit, count=1, toward="past" if which in {"last", "past"} else "future")
        return build(document, start, i + 1, "interval", "relative", meaning)
    if which in TOLD_STEPS or (which == "next" and unit == "day" and article):
        offset = TOLD_STEPS.get(which, 1)
        form: Form = "same" if which == "same" or (unit in {"year", "quarter"} and offset == -1) else "relative"
        meaning = Meaning(unit=unit, offset=offset, told=True)
        return build(document, start, i + 1, GRAINS[unit], form, meaning)
    if which == "latest" and unit in {"quarter", "month", "week", "year"}:
        meaning = Meaning(unit=unit, offset=-1, told=unit == "quarter")
        return build(document, start, i + 1, GRAINS[unit], "relative", meaning)
    if which not in STEPS or unit == "day":
        return None
    start, part = part_before(document, start, floor)
    if part is None and start - 1 >= floor and lowers[start - 1] in {"later", "earlier"}:
        start -= 1
    meaning = Meaning(unit=unit, offset=STEPS[which], part=part)
    return build(document, start, i + 1, GRAINS[unit], "relative", meaning)


def _is_stretch(unit: Unit, which: str, *, over: bool) -> bool:
    """Whether "the past year", "over the last month", "the coming decade" is a stretch that touches now."""
    if unit in {"decade", "century"}:
        return which in {"last", "past", "next", "coming"}
    return unit in {"year", "month", "week"} and (which == "past" or (which == "last" and over))


def _definite(document: Document, i: int, first: int, floor: int, unit: Unit) -> Time | None:
    """Reads "the end of the year", "for the quarter", "the weekend", "the year before"."""
    lowers = document.lowers
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    before = lowers[first - 1] if first - 1 >= floor else ""
    twice = _TWICE.get(lowers[i + 1 : i + 3])
    if twice is not None and unit in {"week", "month", "year"}:
        return build(document, first, i + 3, GRAINS[unit], "relative", Meaning(unit=unit, offset=twice))
    if following in {"before", "after"} and unit in {"day", "week", "month", "year"} and _ends_clause(document, i + 2):
        sign = -1 if following == "before" else 1
        form: Form = "same" if unit == "year" and sign < 0 else "relative"
        return build(document, first, i + 2, GRAINS[unit], form, Meaning(unit=unit, offset=sign, told=True))
    if following == "of" or following[:1].isdigit() or (unit == "week" and following in {"ended", "ending", "to"}):
        return None
    if unit == "weekend":
        return build(document, first, i + 1, "week", "relative", Meaning(unit="weekend", offset=-1))
    if unit == "quarter":
        return build(document, first, i + 1, "quarter", "relative", Meaning(unit="quarter", offset=-1, told=True))
    if unit == "year" and following == "two" and lowers[i + 2 : i + 3] == ("thousand",):
        return build(document, first, i + 3, "year", "absolute", Meaning(year=2000))
    if unit in {"year", "month", "week"} and before in {"of", "in", "for", "during", "throughout", "by", "through"}:
        start, part = part_before(document, first, floor)
        if before == "in" and first - 2 >= floor and lowers[first - 2] in {"later", "earlier", "early", "late"}:
            start = first - 2
        return build(document, start, i + 1, GRAINS[unit], "relative", Meaning(unit=unit, offset=0, part=part))
    return None


def _ends_clause(document: Document, i: int) -> bool:
    """Whether nothing follows that "before" or "after" could lead: no name, no clause of its own."""
    return i >= len(document.words) or not document.words[i][0].isalnum() or document.lowers[i] in _GOES_ON


def _rate(document: Document, i: int, first: int, floor: int, unit: Unit) -> Time | None:
    """Reads "a year": a rate ("four flights a week"), a length ("for a year") or a step ("a year earlier")."""
    lowers = document.lowers
    word = lowers[first]
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    if word == "a" and first - 1 >= floor and lowers[first - 1] == "half" and following == "ago" and unit in _HALVES:
        smaller, count = _HALVES[unit]
        meaning = Meaning(unit=smaller, offset=-count, count=count, about=smaller == "year")
        return build(document, first - 1, i + 2, GRAINS[smaller], "relative", meaning)
    if _shifts(document, i):
        start, about = bound_before(document, first, floor)
        return _shifted(document, start, i, unit, 1, about=about)
    if following == "old" or (following in DASHES and adjacent(document, i, i + 1)):
        return None
    before = lowers[first - 1] if first else ""
    if word in {"a", "an"} and before == "half":
        return build(document, first - 1, i + 1, "vague", "relative", Meaning(unit=unit, count=0.5), "duration")
    if word in {"a", "an"} and (
        before in _LENGTH_BEFORE or following == "of" or not (before[:1].isalnum() or before in {"%", ")"})
    ):
        start, about = bound_before(document, first, floor)
        return build(document, start, i + 1, "vague", "relative", Meaning(unit=unit, count=1, about=about), "duration")
    return build(document, first, i + 1, "vague", "relative", Meaning(unit=unit, count=1), "set")


def read_rate(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """Reads "annually", "daily"; a "quarterly dividend" and a daily with a name tell no time."""
    unit, count = RATES[document.lowers[i]]
    following = document.words[i + 1] if i + 1 < len(document.words) else ""
    if (following[:1].isupper() and document.ends[i] + 1 == document.starts[i + 1]) or (
        count == 3 and following[:1].islower() and following not in BEFORE_DATES
    ):
        return None
    return build(document, i, i + 1, "vague", "relative", Meaning(unit=unit, count=count), "set")


def read_yearly_change(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """Reads "yoy", "y/y"."""
    last = i + 1
    if document.lowers[i] == "y":
        if document.lowers[i + 1 : i + 3] != ("/", "y"):
            return None
        last = i + 3
    return build(document, i, last, "vague", "same", Meaning(unit="year", offset=-1, told=True))


def read_compound(document: Document, i: int, floor: int) -> Time | None:
    """A token with hyphens inside: "year-on-year", "mid-2024" is elsewhere, "three-month", "fourth-quarter"."""
    lowers = document.lowers
    parts = lowers[i].split("-")
    if lowers[i] in {"month-on-month", "month-over-month"}:
        return build(document, i, i + 1, "vague", "same", Meaning(unit="month", offset=-1, told=True))
    if lowers[i] in {"year-on-year", "year-over-year", "y-o-y"}:
        return build(document, i, i + 1, "vague", "same", Meaning(unit="year", offset=-1, told=True))
    if lowers[i] in {"year-end", "year-ends"}:
        start, _ = part_before(document, i, floor)
        year, _, last = year_after(document, i + 1)
        if year is not None:
            return build(document, start, last, "year", "absolute", Meaning(year=year, part="late"))
        return build(document, start, i + 1, "year", "relative", Meaning(unit="year", offset=0, part="late"))
    if lowers[i] in {"year-earlier", "year-ago"}:
        last = i + 1
        if last < len(lowers) and lowers[last] in {"period", "quarter", "month"}:
            last += 1
        start = i - 1 if i - 1 >= floor and lowers[i - 1] == "the" else i
        return build(document, start, last, "vague", "same", Meaning(unit="year", offset=-1, told=True))
    if len(parts) in {2, 3} and parts[0] in CARDINALS and parts[1] in UNITS and parts[-1] not in {"old", "quarters"}:
        start, about = bound_before(document, i, floor)
        meaning = Meaning(unit=UNITS[parts[1]], count=CARDINALS[parts[0]], about=about)
        return build(document, start, i + 1, "vague", "relative", meaning, "duration")
    if len(parts) == 2 and parts[0] in SINGULAR_UNITS and parts[1] == "long":
        meaning = Meaning(unit=SINGULAR_UNITS[parts[0]], count=1)
        return build(document, i, i + 1, "vague", "relative", meaning, "duration")
    return None
