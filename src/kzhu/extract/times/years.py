"""Years, decades and centuries, and the years behind other dates: "2023", "of last year", "the 1990s"."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.amounts import adjacent, ordinal_before, small, year
from kzhu.extract.times.expression import Meaning, Part, Time, build
from kzhu.extract.times.words import (
    BEFORE_COUNTS,
    BEFORE_DATES,
    CARDINALS,
    COUNTED,
    DASHES,
    DECADES,
    MONTHS,
    PARTS,
    SEASONS,
    SHORT_MONTHS,
    STEPS,
)
from kzhu.records import Span

_POSSESSORS = frozenset({"his", "her", "their", "my", "our", "your"})
_DETERMINERS = frozenset({"the", "a", "an", "'s", "’s", "this", "that", "its", "their", "his", "her", "our"})
_LEADING = frozenset({"early", "mid", "late", "year", "fiscal", "back", "quarter", "half", *SEASONS})
_NAMES_OF_TIME = frozenset({*MONTHS, *SHORT_MONTHS, *SEASONS, *_DETERMINERS})
#: Prepositions that stand before a count as easily as before a year.
_COUNTABLE = frozenset({"of", "to", "for", "over", "about", "around", "than", "and", "or", "between", "by"})
#: What a year has: "compared to 2022 levels".
_MEASURED = frozenset(
    {"level", "levels", "figures", "results", "totals", "prices", "elections", "forecasts", "estimates"}
)
#: Signs and nouns that number things: "No. 2021", "route 2000".
_SIGNS = frozenset({
    "$", "€", "£", "#", "№", "no", "nos", "@", "+", "route", "paragraph", "article", "page", "room", "number",
    "resolution", "flight", "section", "order", "decree", "row", "lot", "item", "code", "model", "bus", "train",
})  # fmt: skip
#: What a year may touch: "(2019)", "2021-2023", "'2019'".
_OPENING = frozenset({"(", "[", "/", "“", '"', "‘", "'", "’", "«", "`"}) | DASHES
#: Between the years of a span: "2021-22", "2023/24".
_SPANNING = DASHES | {"/"}
_DECIMAL = frozenset({".", ":", ",", "°"})


def part_before(document: Document, first: int, floor: int) -> tuple[int, Part | None]:
    """Where "early", "late", "the end of" before token `first` begins, and which part it names."""
    lowers = document.lowers
    k = first - 1
    if k >= floor and lowers[k] == "the":
        k -= 1
    if k < floor:
        return first, None
    if lowers[k] == "of" and k - 1 >= floor and lowers[k - 1] in PARTS:
        k -= 1
        start = k - 1 if k - 1 >= floor and lowers[k - 1] == "the" else k
        return start, PARTS[lowers[k]]
    if lowers[k] in {"early", "mid", "late", "beginning", "end"} and k == first - 1:
        return k, PARTS[lowers[k]]
    return first, None


def year_after(document: Document, i: int, *, inside: bool = False) -> tuple[int | None, int | None, int]:
    """The year told from token i on, for a date that ends there: the year, or its offset; and the token behind.

    Reads "2023", ", 2023", "of 2023", "of this year", "last year", "of the current year"; with `inside` "in 2023" too.
    """
    words, lowers = document.words, document.lowers
    end = len(words)
    k = i
    if (k < end and lowers[k] in {"of", ","}) or (inside and k < end and lowers[k] == "in"):
        k += 1
    if k >= end:
        return None, None, i
    number = year(words[k])
    if number is not None:
        if k + 1 < end and (
            lowers[k + 1] in COUNTED
            or (words[k + 1] in "./:" and adjacent(document, k, k + 1) and k + 2 < end and words[k + 2][0].isdigit())
        ):
            return None, None, i
        return number, None, k + 1
    if lowers[k] == "the" and k + 1 < end:
        k += 1
    if words[i] != "," and k + 1 < end and lowers[k + 1] == "year" and lowers[k] in STEPS:
        step = STEPS[lowers[k]]
        return None, step, k + 2
    if (
        words[i] != ","
        and k + 2 < end
        and lowers[k] in STEPS
        and lowers[k + 2] == "year"
        and lowers[k + 1] in {"fiscal", "financial", "calendar"}
    ):
        return None, STEPS[lowers[k]], k + 3
    return None, None, i


def read_year(document: Document, i: int, floor: int) -> Time | None:
    """A year that begins at token i, with its "s" of a decade or the short second year of a span ("2021-22")."""
    words, lowers = document.words, document.lowers
    number = year(words[i])
    if number is None:
        return None
    end = len(words)
    following = lowers[i + 1] if i + 1 < end else ""
    if number % 10 == 0 and following == "s" and adjacent(document, i, i + 1):
        return _decade(document, i, i + 2, floor, number)
    if number % 10 == 0 and following in {"'s", "’s"} and (i == 0 or lowers[i - 1] in {"the", "early", "late", "mid"}):
        return _decade(document, i, i + 2, floor, number)
    if not _is_year(document, i, number, following):
        return None
    first, part = part_before(document, i, floor)
    if first == i and i - 2 >= floor and lowers[i - 1] == "year" and lowers[i - 2] == "the":
        first = i - 2
    short = _short_year(document, i, number)
    if short is not None:
        parts = (
            build(document, i, i + 1, "year", "absolute", Meaning(year=number)),
            build(document, i + 2, i + 3, "year", "absolute", Meaning(year=short)),
        )
        span = Span(document.starts[i], document.ends[i + 2])
        return Time(span, i, i + 3, "date", "interval", None, "absolute", Meaning(), parts)
    return build(document, first, i + 1, "year", "absolute", Meaning(year=number, part=part))


def _short_year(document: Document, i: int, number: int) -> int | None:
    """The second year of "2021-22" or "2023/24" that begins at token i."""
    words = document.words
    if i + 2 >= len(words) or words[i + 1] not in _SPANNING:
        return None
    if words[i + 1] == "/" and words[i + 2] == str(number + 1):
        return number + 1
    short = small(words[i + 2]) if len(words[i + 2]) == 2 else None
    if short is None or not (adjacent(document, i, i + 1) and adjacent(document, i + 1, i + 2)):
        return None
    second = number // 100 * 100 + short
    if short == 0 and number % 100 == 99:
        second += 100
    return second if second == number + 1 or (second > number and words[i + 1] != "/") else None


def _is_year(document: Document, i: int, number: int, following: str) -> bool:
    """Whether the four digits at token i are a year, and no count, code or part of a number."""
    words, lowers = document.words, document.lowers
    before = lowers[i - 1] if i else ""
    if following in COUNTED or following in {"bc", "bce"} or (following in _DECIMAL and _digits_touch(document, i)):
        return False
    if i and before not in _OPENING and adjacent(document, i - 1, i):
        return False
    counting = i + 1 < len(words) and words[i + 1][0].islower() and len(words[i + 1]) > 3
    plural = counting and words[i + 1].endswith("s") and not words[i + 1].endswith("ss")
    if following in _MEASURED and 1900 <= number <= 2069:
        return True
    if (before in BEFORE_COUNTS and counting) or before in _SIGNS:
        return False
    if before == "." and i > 1 and lowers[i - 2] in _SIGNS:
        return False
    if _in_a_code(document, i, before, following):
        return False
    led = before in BEFORE_DATES or before in _LEADING
    if not 1900 <= number <= 2069:
        ranged = before in DASHES and i > 1 and year(words[i - 2]) is not None
        counted = plural or (counting and not 1500 <= number <= 1899)
        return (
            (led and before not in _COUNTABLE and not counted)
            or ranged
            or (before == "(" and following in DASHES | {")"})
        )
    if led:
        ranged = i > 1 and year(words[i - 2]) is not None
        return ranged or not (plural and before in _COUNTABLE and before not in {"of", "by", "between"})
    if before in _DETERMINERS:
        return True
    if before and words[i - 1][0].isupper() and before not in _NAMES_OF_TIME:
        return False
    return not plural or 1990 <= number <= 2035


def _in_a_code(document: Document, i: int, before: str, following: str) -> bool:
    """Whether the token is part of a number with dashes ("8-800-2000") or of a word ("2000-strong")."""
    words = document.words
    if before in DASHES and i > 1 and adjacent(document, i - 1, i) and adjacent(document, i - 2, i - 1):
        return words[i - 2][0].isdigit() and year(words[i - 2]) is None
    return (
        following in DASHES
        and i + 2 < len(words)
        and words[i + 2][0].islower()
        and adjacent(document, i, i + 1)
        and adjacent(document, i + 1, i + 2)
    )


def _digits_touch(document: Document, i: int) -> bool:
    """Whether digits follow token i behind one sign, with no blank: "2020.5", "1990:12"."""
    return (
        i + 2 < len(document.words)
        and document.words[i + 2][0].isdigit()
        and adjacent(document, i, i + 1)
        and adjacent(document, i + 1, i + 2)
    )


def _decade(document: Document, first: int, last: int, floor: int, number: int) -> Time:
    start, part = part_before(document, first, floor)
    return build(document, start, last, "decade", "absolute", Meaning(year=number, unit="decade", part=part))


def read_named_decade(document: Document, i: int, floor: int) -> Time | None:
    """Reads "the nineties", "the early '90s": the decade of the 20th century that a word or two digits name."""
    lowers = document.lowers
    before = lowers[i - 1] if i > floor else ""
    if before in {"'", "’", "‘"} and i - 1 > floor:
        before = lowers[i - 2]
    if before not in {"the", "early", "late", "mid"}:
        return None
    if before != "the" and i - 2 > floor and lowers[i - 2] in _POSSESSORS:
        return None
    if lowers[i] in DECADES:
        return _decade(document, i, i + 1, floor, DECADES[lowers[i]])
    number = small(document.words[i])
    if number is None or number % 10 or i + 1 >= len(lowers) or lowers[i + 1] != "s":
        return None
    if number in {20, 30, 40} and lowers[i - 1] not in {"'", "’", "‘"}:
        # "the 30s" are degrees or ages as often.
        return None
    return _decade(document, i, i + 2, floor, (1900 if number >= 30 or number == 0 else 2000) + number)


def read_century(document: Document, i: int, floor: int) -> Time | None:
    """Reads "the 20th century", "twentieth-century": token i is the word "century"."""
    k = i - 1 if i > floor and document.words[i - 1] in DASHES else i
    ordinal = ordinal_before(document, k, floor)
    if ordinal is None or not 1 <= ordinal[0] <= 22 or document.lowers[i + 1 : i + 2] in {("bc",), ("bce",)}:
        return None
    return century_of(document, ordinal[1], i + 1, floor, ordinal[0])


def century_of(document: Document, first: int, last: int, floor: int, number: int) -> Time:
    """The numbered century over tokens [first, last)."""
    start, part = part_before(document, first, floor)
    if start == first and first > floor and document.lowers[first - 1] == "the":
        start -= 1
    return build(
        document, start, last, "century", "absolute", Meaning(year=(number - 1) * 100, unit="century", part=part)
    )


def read_spoken_year(document: Document, i: int, floor: int) -> Time | None:  # noqa: ARG001 (all readers look alike)
    """Reads "nineteen ninety-four", as broadcasts are written down."""
    following = document.lowers[i + 1] if i + 1 < len(document.lowers) else ""
    number = CARDINALS.get(following, 0)
    if not 10 <= number <= 99:
        return None
    return build(document, i, i + 2, "year", "absolute", Meaning(year=CARDINALS[document.lowers[i]] * 100 + number))
