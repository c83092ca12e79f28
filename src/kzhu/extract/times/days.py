"""Days and parts of a day: "on Tuesday", "last Friday night", "yesterday", "this morning", "14:05"; and seasons."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.amounts import adjacent, small
from kzhu.extract.times.expression import Form, Meaning, Part, Time, Vague, build
from kzhu.extract.times.words import (
    BEFORE_DATES,
    CARDINALS,
    CLOCK_WORDS,
    DASHES,
    DAY_PARTS,
    FILLERS,
    NOW,
    PLANNING,
    PLURAL_WEEKDAYS,
    SEASONS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    STEPS,
    UNITS,
    WEEKDAYS,
)
from kzhu.extract.times.words import MONTHS as _MONTHS
from kzhu.extract.times.years import part_before, year_after

_RELATIVE_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0}
#: What stands before a month, season, year or decade in one token with it, and the part it names.
HEADS: dict[str, Part | None] = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "end": "late",
    "pre": None,
    "post": None,
}
#: Newspapers and days that carry a weekday in their name.
_NAMED_AFTER = frozenset({"times", "mail", "telegraph", "mirror", "express", "post", "herald", "star", "world"})
_NAMED_BEFORE = frozenset(
    {"good", "black", "bloody", "sheffield", "holy", "cyber", "super", "ash", "palm", "easter", "pancake"}
)


def read_weekday(document: Document, i: int, floor: int) -> Time | None:
    """A weekday, with the part of the day behind it; "every Monday" and "Mondays" recur."""
    words, lowers = document.words, document.lowers
    if not words[i][0].isupper():
        return None
    before = lowers[i - 1] if i - 1 >= floor else ""
    following = lowers[i + 1] if i + 1 < len(lowers) else ""
    if (following in _NAMED_AFTER and words[i + 1][0].isupper()) or (
        before in _NAMED_BEFORE and words[i - 1][0].isupper()
    ):
        return None
    last = i + 1
    clock = DAY_PARTS.get(following)
    if clock is not None:
        last += 1
    plural = lowers[i] in PLURAL_WEEKDAYS or (following in DAY_PARTS and following.endswith("s"))
    weekday = PLURAL_WEEKDAYS[lowers[i]] if lowers[i] in PLURAL_WEEKDAYS else WEEKDAYS[lowers[i]]
    if plural or before in {"every", "each"}:
        first = i - 1 if before in {"every", "each"} else i
        return build(document, first, last, "day", "relative", Meaning(weekday=weekday, clock=clock), "set")
    step = STEPS.get(before)
    first = i if step is None else i - 1
    if step is not None and lowers[first] == "coming" and first - 1 >= floor and lowers[first - 1] == "this":
        first -= 1
    if step is None and before in {"early", "late", "earlier", "later"}:
        first = i - 1
    return build(document, first, last, "day", "relative", Meaning(weekday=weekday, step=step, clock=clock))


def read_short_weekday(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """Reads "Mon," and its like, only where a date in figures follows."""
    words, lowers = document.words, document.lowers
    k = i + 1
    while k < len(words) and words[k] in {".", ","} and k - i < 3:
        k += 1
    if not words[i][0].isupper() or k >= len(words) or (k == i + 1 and not words[k][0].isdigit()):
        return None
    if not (words[k][0].isdigit() or lowers[k] in SHORT_MONTHS or lowers[k] in _MONTHS):
        return None
    return build(document, i, i + 1, "day", "relative", Meaning(weekday=SHORT_WEEKDAYS[lowers[i]]))


def read_relative_day(document: Document, i: int, floor: int) -> Time:
    """Reads "today", "yesterday evening", "late yesterday", "the day before yesterday"."""
    lowers = document.lowers
    word = lowers[i]
    offset = _RELATIVE_DAYS[word]
    first, last = i, i + 1
    clock = "TNI" if word == "tonight" else None
    if last < len(lowers) and lowers[last] in DAY_PARTS and not lowers[last].endswith("s"):
        clock = DAY_PARTS[lowers[last]]
        last += 1
    before = lowers[i - 1] if i - 1 >= floor else ""
    if before in {"late", "early", "earlier", "later"}:
        first -= 1
    elif before in {"before", "after"} and i - 2 >= floor and lowers[i - 2] == "day":
        offset += -1 if before == "before" else 1
        first = i - 3 if i - 3 >= floor and lowers[i - 3] == "the" else i - 2
    return build(document, first, last, "day", "relative", Meaning(unit="day", offset=offset, clock=clock))


def read_day_part(document: Document, i: int, floor: int) -> Time | None:
    """Reads "this morning", "last night", "in the evening", "the next morning"."""
    lowers = document.lowers
    before = lowers[i - 1] if i - 1 >= floor else ""
    if not before or lowers[i].endswith("s"):
        return None
    clock = DAY_PARTS[lowers[i]]
    if before == "this":
        first = i - 2 if i - 2 >= floor and lowers[i - 2] in {"later", "earlier", "early", "late"} else i - 1
        return build(document, first, i + 1, "day", "relative", Meaning(unit="day", offset=0, clock=clock))
    if before == "last" and clock == "TNI" and not (i - 2 >= 0 and lowers[i - 2] in {"the", "a", "his", "her", "our"}):
        return build(document, i - 1, i + 1, "day", "relative", Meaning(unit="day", offset=-1, clock=clock))
    article = i - 2 >= floor and lowers[i - 2] == "the"
    if before in {"next", "following", "previous"} and article:
        offset = -1 if before == "previous" else 1
        return build(
            document, i - 2, i + 1, "day", "relative", Meaning(unit="day", offset=offset, told=True, clock=clock)
        )
    if before == "that" and clock != "TMO":
        return build(document, i - 1, i + 1, "day", "relative", Meaning(unit="day", offset=0, told=True, clock=clock))
    if before == "the" and i - 2 >= floor and lowers[i - 2] in {"in", "during"}:
        return build(document, i - 1, i + 1, "day", "relative", Meaning(unit="day", offset=0, told=True, clock=clock))
    return None


def read_clock(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """Reads "14:05", "10:35 a.m.", "5 p.m.", "ten o'clock": token i is the hour."""
    words, lowers = document.words, document.lowers
    end = len(words)
    hour = small(words[i]) if words[i][0].isdigit() else CARDINALS.get(lowers[i])
    if hour is None or hour > 24:
        return None
    last, minute = i + 1, None
    if (
        i + 2 < end
        and words[i + 1] == ":"
        and len(words[i + 2]) == 2
        and adjacent(document, i, i + 1)
        and adjacent(document, i + 1, i + 2)
    ):
        minute = small(words[i + 2])
        if minute is None or minute > 59 or (i and words[i - 1] == ":" and adjacent(document, i - 1, i)):
            return None
        last = i + 3
        if (
            last + 1 < end
            and words[last] == ":"
            and adjacent(document, last - 1, last)
            and small(words[last + 1]) is not None
        ):
            last += 2
    half = lowers[last] if last < end else ""
    if (
        half in {"a", "p"}
        and last + 2 < end
        and words[last + 1] == "."
        and lowers[last + 2] == "m"
        and adjacent(document, last, last + 2 - 1)
    ):
        last += 4 if last + 3 < end and words[last + 3] == "." and adjacent(document, last + 2, last + 3) else 3
    elif half in {"am", "pm"} and (
        half == "pm" or minute is not None or words[last].isupper() or adjacent(document, last - 1, last)
    ):
        last += 1
    elif half in {"o'clock", "o’clock"}:
        last += 1
        half = ""
    elif minute is None:
        return None
    else:
        half = ""
    if half[:1] == "p" and hour < 12:
        hour += 12
    elif half[:1] == "a" and hour == 12:
        hour = 0
    return build(document, i, last, "vague", "relative", Meaning(clock=f"T{hour:02}:{minute or 0:02}"), "clock")


def read_oclock(document: Document, i: int, floor: int) -> Time | None:
    """Reads "ten o'clock" from its last word."""
    return read_clock(document, i - 1, floor) if i > floor else None


def read_clock_word(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """Reads "noon", "midnight"."""
    return build(document, i, i + 1, "vague", "relative", Meaning(clock=CLOCK_WORDS[document.lowers[i]]), "clock")


#: What may follow a season that is a time, and not "spring water".
_BEHIND_SEASONS = BEFORE_DATES | frozenset(
    "when after the a an this that these he she it they we you i its their his her our both all is was are were will"
    " would and but or if as at where there some many more no with".split()
)


def read_season(document: Document, i: int, floor: int) -> Time | None:
    """A season as its months: "spring 2025", "this autumn", "in the winter of 2022-23"."""
    words, lowers = document.words, document.lowers
    start = SEASONS[lowers[i]]
    first, part = part_before(document, i, floor)
    before = lowers[first - 1] if first - 1 >= floor else ""
    article = before == "the"
    if article:
        before = lowers[first - 2] if first - 2 >= floor else ""
    following = words[i + 1] if i + 1 < len(words) else ""
    year, offset, last = year_after(document, i + 1)
    if year is not None and last + 1 < len(words) and words[last] in DASHES | {"/"}:
        # "the winter of 2022-23": named by the year it begins in.
        second = words[last + 1]
        if second in {str(year + 1), f"{(year + 1) % 100:02}"}:
            last += 2
    step = STEPS.get(before) if not article else None
    named = words[i][0].isupper() and (following[:1].isupper() or (i and words[i - 1][0].isupper() and i - 1 >= floor))
    if year is None and offset is None:
        sure = (
            step is not None
            or (part is not None and lowers[i] != "fall")
            or (
                (
                    before in BEFORE_DATES - {"to", "and", "or", "than", "of", "for", "as", "on"}
                    or (before == "for" and lowers[first - 2] in PLANNING)
                )
                and (lowers[i] != "fall" or (article and following != "of"))
            )
        )
        if not sure or named or (step is None and following[:1].islower() and following not in _BEHIND_SEASONS):
            return None
    if step is not None or article:
        first -= 1
    form: Form = "absolute" if year is not None else "partial" if offset is None and step is None else "relative"
    meaning = Meaning(year=year, year_offset=offset, month=start, month_to=start + 2, step=step, part=part)
    return build(document, first, last, "season", form, meaning)


def read_vague(document: Document, i: int, floor: int) -> Time | None:
    """Reads "now", "currently", "recently", "in the future"."""
    lowers = document.lowers
    word = lowers[i]
    vague: Vague = NOW[word]
    first = i
    if word == "now" and (document.words[i][0].isupper() or (i and lowers[i - 1] in {"for", "from", "until", "by"})):
        # "Now, that is another matter": it turns the talk, and tells no time.
        return None
    if word == "future":
        if i - 1 < floor or lowers[i - 1] not in {"the", "near", "foreseeable", "distant"}:
            return None
        while first - 1 >= floor and lowers[first - 1] in {"the", "near", "foreseeable", "distant", "not-too-distant"}:
            first -= 1
    elif word == "recently" and i - 1 >= floor and lowers[i - 1] in {"more", "most"}:
        first -= 1
    elif word in {"current", "recent"}:
        behind = lowers[i + 1 : i + 3]
        if behind[:1] == ("account",) or (
            behind and (behind[0] in UNITS or (behind[0] in FILLERS and behind[-1] in UNITS))
        ):
            return None
    return build(document, first, i + 1, "vague", "relative", Meaning(vague=vague))


def read_past(document: Document, i: int, floor: int) -> Time | None:
    """Reads "in the past", at the end of what is said."""
    lowers = document.lowers
    following = lowers[i + 1] if i + 1 < len(lowers) else "."
    if (
        i - 2 >= floor
        and lowers[i - 1] == "the"
        and lowers[i - 2] in {"in", "of", "from", "than"}
        and not following.isalnum()
    ):
        return build(document, i - 1, i + 1, "vague", "relative", Meaning(vague="past"))
    return None


def read_mid(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """One token with "mid-", "early-", "late-" or "end-" before a month, year, season or decade: "mid-2024"."""
    words, lowers = document.words, document.lowers
    head, _, rest = lowers[i].partition("-")
    if head not in HEADS:
        return None
    part = HEADS[head]
    told, offset, last = year_after(document, i + 1)
    form: Form = "absolute" if told is not None else "partial" if offset is None else "relative"
    month = _MONTHS.get(rest) or SHORT_MONTHS.get(rest)
    if month is not None and words[i][len(head) + 1].isupper():
        return build(document, i, last, "month", form, Meaning(year=told, year_offset=offset, month=month, part=part))
    if rest in SEASONS:
        month = SEASONS[rest]
        return build(
            document,
            i,
            last,
            "season",
            form,
            Meaning(year=told, year_offset=offset, month=month, month_to=month + 2, part=part),
        )
    digits = rest.removesuffix("s")
    if len(digits) == 4 and digits.isascii() and digits.isdigit() and 1000 <= int(digits) <= 2199:
        number = int(digits)
        if digits == rest:
            return build(document, i, i + 1, "year", "absolute", Meaning(year=number, part=part))
        return build(document, i, i + 1, "decade", "absolute", Meaning(year=number, unit="decade", part=part))
    if rest == "year":
        meaning = Meaning(unit="year", offset=offset or 0, year=told, part=part)
        return build(document, i, last, "year", "absolute" if told is not None else "relative", meaning)
    if len(digits) == 2 and digits in {"50", "60", "70", "80", "90"} and digits != rest:
        return build(
            document, i, i + 1, "decade", "absolute", Meaning(year=1900 + int(digits), unit="decade", part=part)
        )
    return None
