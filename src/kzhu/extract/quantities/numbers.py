"""Numbers as English news writes them: digits with separators, number words, magnitudes, fractions.

Read are "172,200", "2 300", "58,4" (decimal comma), "1.2", ".5", "1/2", "two and a half", "thirty-one thousand two
hundred", "a dozen", "half a million", "two thirds", "tens of thousands".
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from kzhu.extract.document import Document

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
#: Number words below a hundred, "twenty-seven" included.
UNDER_HUNDRED: dict[str, int] = {
    **{word: value for value, word in enumerate(_SMALL)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{f"{word}-odd": 10 * value for value, word in enumerate(_TENS, 2)},
    **{
        f"{tens}-{small}": 10 * high + low
        for high, tens in enumerate(_TENS, 2)
        for low, small in enumerate(_SMALL[1:10], 1)
    },
}
#: Magnitudes written out; they may follow a word or digits.
MAGNITUDES: dict[str, Decimal] = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "million": Decimal(10**6),
    "billion": Decimal(10**9),
    "trillion": Decimal(10**12),
    "dozen": Decimal(12),
}
#: Magnitudes in short; they follow digits only.
_SHORT: dict[str, Decimal] = {
    "thsd": Decimal(1000),
    "mln": Decimal(10**6),
    "mn": Decimal(10**6),
    "mio": Decimal(10**6),
    "bln": Decimal(10**9),
    "bn": Decimal(10**9),
    "mrd": Decimal(10**9),
    "tn": Decimal(10**12),
    "trn": Decimal(10**12),
    "tln": Decimal(10**12),
}
#: Single letters; they stand close to their digits ("25k", "$4.2b"), "m" is told from the metre by the caller.
_LETTERS: dict[str, Decimal] = {"k": Decimal(1000), "b": Decimal(10**9)}
#: "dozens of", "thousands of": low and high end of what they may mean.
_VAGUE: dict[str, Decimal] = {
    "dozens": Decimal(12),
    "tens": Decimal(10),
    "scores": Decimal(20),
    "hundreds": Decimal(100),
    "thousands": Decimal(1000),
    "millions": Decimal(10**6),
    "billions": Decimal(10**9),
    "trillions": Decimal(10**12),
}
_PARTS: dict[str, int] = {
    word: parts
    for parts, words in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
    }.items()
    for word in words.split()
}
_HYPHENED_PARTS: dict[str, tuple[int, int]] = {
    f"{count}-{part}": (value, parts) for value, count in enumerate(_SMALL[1:10], 1) for part, parts in _PARTS.items()
}
_GLYPHS: dict[str, Decimal] = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
#: What may follow a part that is a fraction, not an ordinal: "a third more", not "a third crossing".
_AFTER_PART = frozenset(
    "of more less higher lower larger smaller fewer compared as in from since over on to during year-on-year versus"
    " than against bigger cheaper faster the its their his her our all these those last this next by when while"
    " after before at though but within across up down year each every there here now fewer shorter longer point"
    " percentage-point".split()
)
#: Verbs behind a part that stands alone: "nine in ten were".
_TOLD_OF_PART = frozenset("were are have had said come came go went live work want voted failed passed do did".split())
_AS_MUCH_AGAIN = frozenset({("as", "much", "again"), ("as", "many", "again"), ("as", "large", "again")})
_ORDINAL_BEFORE = frozenset("first second last this next latter same other every each 1st 2nd st nd that half".split())
#: Blanks that group digits: plain, no-break, thin, narrow no-break.
_BLANKS = " \u00a0\u2009\u202f"
#: More digits than any quantity has: a run of them is noise.
_LONGEST = 24

_HALVED = frozenset({"percentage", "percent", "per", "point", "tonne", "ton", "kilo", "kilogram", "kilometre", "mile"})
#: "two in three days", "one in six cities" tell no part.
_NOT_OUT_OF = frozenset(
    "years months days weeks hours minutes seasons games matches races cities countries parts".split()
)
#: An article begins a number only before one of these.
ARTICLES = frozenset({"a", "an"})
AFTER_ARTICLE = frozenset(MAGNITUDES) | frozenset(_PARTS)
#: Words at which a number can begin (digits apart).
STARTS = frozenset(UNDER_HUNDRED) | frozenset(_VAGUE) | frozenset(_HYPHENED_PARTS) | {"a", "an", "half"}
#: What stands behind a number word where the number goes on or is a part.
_GOING_ON = frozenset({"and", "in", "out"}).union(UNDER_HUNDRED, MAGNITUDES, _PARTS)

#: What stands behind digits where the number goes on, groups of three digits apart.
_WITH_DIGITS = frozenset({"and", "-", "/", "⁄", "/⁄"}).union(MAGNITUDES, _SHORT, _LETTERS, _GLYPHS)
#: Behind a magnitude, what it goes on with: "2 thousand million".
_MAGNIFIED = frozenset([*MAGNITUDES, *_SHORT, *_LETTERS])


_ONE = Decimal(1)
#: What `Number(...)` makes, without a call of its own.
_new = tuple.__new__


class Number(NamedTuple):
    """A number in tokens [first, last)."""

    first: int
    last: int
    value: Decimal
    #: High end of what "thousands" may mean.
    high: Decimal | None = None
    #: Whether it is a part of something ("a third"), whose whole is 1.
    part: bool = False
    #: Whether it is written in words.
    spelled: bool = False
    #: The magnitude it ends in, 1 where there is none.
    magnitude: Decimal = _ONE

    @property
    def vague(self) -> bool:
        """Whether it only tells an order of size ("dozens")."""
        return self.high is not None


@lru_cache(maxsize=4096)
def digits(token: str) -> Decimal | None:
    """The value of digits with points and commas; None where they are no number (11.02.2026).

    >>> digits("172,200"), digits("58,4"), digits("1.2"), digits("11.02.2026")
    (Decimal('172200'), Decimal('58.4'), Decimal('1.2'), None)
    """
    if len(token) > _LONGEST:
        return None
    if token.isdigit():
        return Decimal(token)
    commas, points = token.count(","), token.count(".")
    if not commas and points <= 1:
        return Decimal(token)
    if commas and points:
        thousands, decimal = (",", ".") if token.rfind(".") > token.rfind(",") else (".", ",")
        whole, _, rest = token.rpartition(decimal)
        return Decimal(f"{whole.replace(thousands, '')}.{rest}") if _grouped(whole.split(thousands)) else None
    parts = token.split("," if commas else ".")
    if _grouped(parts) and parts[0] != "0":
        return Decimal("".join(parts))
    return Decimal(f"{parts[0]}.{parts[1]}") if len(parts) == 2 else None


#: The same, remembered: texts tell few numbers that others do not.
_written = lru_cache(maxsize=8192)(digits)


def _grouped(parts: list[str]) -> bool:
    # 1,234,567, and 12,34,567 as Indian papers group.
    return len(parts[0]) <= 3 and len(parts[-1]) == 3 and all(len(part) in {2, 3} for part in parts[1:])


def number_at(document: Document, i: int) -> Number | None:
    """The number that begins at token i."""
    low = document.lowers[i]
    if "0" <= low < ":":
        return from_digits(document, i)
    if low in _VAGUE:
        return _vague(document, i)
    if low in _HYPHENED_PARTS:
        count, parts = _HYPHENED_PARTS[low]
        return Number(i, i + 1, _ratio(count, parts), part=True, spelled=True)
    if low in {"a", "an", "half"}:
        return _from_article(document, i)
    return _from_words(document, i)


def _ratio(count: Decimal | int, parts: Decimal | int) -> Decimal:
    """A fraction, no finer than a float holds it, so that a record says it as it was read."""
    return Decimal(str(float(count) / float(parts)))


def _joined(document: Document, i: int) -> bool:
    return i < len(document.starts) and document.starts[i] == document.ends[i - 1]


def from_digits(document: Document, i: int) -> Number | None:
    """The number that begins at token i with a digit."""
    words = document.words
    word = words[i]
    value = _written(word) if len(word) <= _LONGEST else None
    if value is None:
        return None
    last, count = i + 1, len(words)
    if last < count and words[i - 1] != ".":
        after = document.lowers[last]
        if after not in _WITH_DIGITS and not after.isdigit():
            return _new(Number, (i, last, value, None, False, False, _ONE))  # the most
        if (factor := MAGNITUDES.get(after)) and (last + 1 == count or document.lowers[last + 1] not in _MAGNIFIED):
            return _new(Number, (i, last + 1, value * factor, None, False, False, factor))
    starts, ends = document.starts, document.ends
    if i and words[i - 1] == "." and starts[i] == ends[i - 1] and (i < 2 or ends[i - 2] < starts[i - 1]):
        value = digits(f"0.{words[i]}") if words[i].isdigit() else value  # .001
    elif len(words[i]) <= 3 and words[i].isdigit() and words[i][0] != "0":
        groups = [words[i]]
        # "2 300", "1 250 000": one blank between groups of three.
        while last < count and len(groups) < 5 and _group(document, last):
            groups.append(words[last])
            last += 1
        if len(groups) > 1:
            value = digits(",".join(groups)) or value
    if last + 1 < count and words[last] in "/⁄" and words[last + 1].isdigit() and _joined(document, last):
        below = digits(words[last + 1])
        if below and value is not None and value < below <= 128:
            return Number(i, last + 2, _ratio(value, below))
    if last < count and words[last] in _GLYPHS and value is not None:
        value, last = value + _GLYPHS[words[last]], last + 1
    if value is None:
        return None
    return _magnify(document, i, last, value, spelled=False) if last < count else Number(i, last, value)


def _group(document: Document, i: int) -> bool:
    word = document.words[i]
    return (
        len(word) == 3
        and word.isdigit()
        and document.starts[i] - document.ends[i - 1] == 1
        and document.text[document.ends[i - 1]] in _BLANKS
    )


def _magnify(document: Document, first: int, last: int, value: Decimal, *, spelled: bool) -> Number:
    lowers, count = document.lowers, len(document.lowers)
    magnitude = Decimal(1)
    # "two and a half million"
    if last < count and lowers[last] == "and" and lowers[last + 1 : last + 3] == ("a", "half"):
        value, last = value + Decimal("0.5"), last + 3
    if (
        not spelled
        and last + 1 < count
        and lowers[last] == "-"
        and lowers[last + 1] in MAGNITUDES
        and _joined(document, last)
    ):
        last += 1  # "a $20-million contract"
    while last < count:
        low = lowers[last]
        factor = MAGNITUDES.get(low) or (None if spelled else _SHORT.get(low))
        if (
            factor is None
            and low in _LETTERS
            and not spelled
            and (_joined(document, last) or document.words[last] == "B")
        ):
            factor = _LETTERS[low]
        if factor is None:
            break
        value, magnitude, last = value * factor, magnitude * factor, last + 1
    return Number(first, last, value, spelled=spelled, magnitude=magnitude)


def _out_of(document: Document, i: int) -> Number | None:
    """The part of "one in four applicants", "seven out of ten pupils"."""
    lowers = document.lowers
    last = i + 3 if lowers[i + 1 : i + 3] == ("out", "of") else i + 2
    last += lowers[last : last + 1] == ("every",)
    if last + 1 >= len(lowers) or lowers[last] not in UNDER_HUNDRED or not lowers[last + 1].isalpha():
        return None
    whole, noun = UNDER_HUNDRED[lowers[last]], lowers[last + 1]
    if not UNDER_HUNDRED[lowers[i]] < whole:
        return None
    if not noun.endswith(("s", "people", "children", "men", "of")) and noun not in _TOLD_OF_PART:
        return None
    if noun in _NOT_OUT_OF:
        return None
    return Number(i, last + 1, _ratio(UNDER_HUNDRED[lowers[i]], whole), part=True, spelled=True)


def _from_words(document: Document, i: int) -> Number | None:
    lowers, count = document.lowers, len(document.lowers)
    after = lowers[i + 1] if i + 1 < count else ""
    if after not in _GOING_ON:
        # the most
        return _new(Number, (i, i + 1, Decimal(UNDER_HUNDRED[lowers[i]]), None, False, True, _ONE))
    if after in {"in", "out"} and (part_of := _out_of(document, i)) is not None:
        return part_of
    total, current, last = Decimal(0), Decimal(UNDER_HUNDRED[lowers[i]]), i + 1
    part = _PARTS.get(lowers[last]) if last < count else None
    half = lowers[i] == "one" and lowers[last : last + 2] == ("half", "of")
    if part and (half or lowers[last].endswith("s") or part != 2) and _is_part(document, last):
        return Number(i, last + 1, _ratio(current, part), part=True, spelled=True)
    if lowers[last : last + 3] == ("and", "a", "half"):
        return _magnify(document, i, last, current, spelled=True)
    magnitude = Decimal(1)
    while last < count:
        low = lowers[last]
        if low in UNDER_HUNDRED and (current % 100 == 0 or (current % 10 == 0 and UNDER_HUNDRED[low] < 10)):
            if current % 100 == 0 and not (current or total):
                break
            current += UNDER_HUNDRED[low]
        elif low == "and" and last + 1 < count and lowers[last + 1] in UNDER_HUNDRED and current and current % 100 == 0:
            current += UNDER_HUNDRED[lowers[last + 1]]
            last += 1
        elif low in {"hundred", "dozen"}:
            current, magnitude = current * MAGNITUDES[low], MAGNITUDES[low]
        elif low in MAGNITUDES:
            total, current, magnitude = total + current * MAGNITUDES[low], Decimal(0), MAGNITUDES[low]
        else:
            break
        last += 1
    return Number(i, last, total + current, spelled=True, magnitude=magnitude)


def _is_part(document: Document, i: int) -> bool:
    """Whether the part word at token i is a fraction, not an ordinal."""
    if i + 1 >= len(document.lowers):
        return True
    after = document.lowers[i + 1]
    return after in _AFTER_PART or not after[0].isalnum()


def _from_article(document: Document, i: int) -> Number | None:
    """The number of "a third", "a dozen", "a million", "half a billion", "half of"."""
    lowers, count = document.lowers, len(document.lowers)
    if i + 1 >= count:
        return None
    after = lowers[i + 1]
    if lowers[i] == "half":
        if after == "a" and i + 2 < count and lowers[i + 2] in MAGNITUDES:
            return Number(i, i + 3, MAGNITUDES[lowers[i + 2]] / 2, spelled=True, magnitude=MAGNITUDES[lowers[i + 2]])
        before = lowers[i - 1] if i else ""
        if before not in _ORDINAL_BEFORE and (
            after in {"of", "the", "its", "their", "all", "his", "her", "our"}
            or (before in {"by", "than", "about", "nearly", "almost"} and _is_part(document, i))
            or lowers[i + 1 : i + 4] in _AS_MUCH_AGAIN
        ):
            return Number(i, i + 1, Decimal("0.5"), part=True, spelled=True)
        if after == "a" and lowers[i + 2 : i + 3] and lowers[i + 2] in _HALVED:
            return Number(i, i + 2, Decimal("0.5"), spelled=True)  # "half a percentage point"
        return None
    if after in MAGNITUDES:
        magnitude, last = MAGNITUDES[after], i + 2
        found = _magnify(document, i, last, magnitude, spelled=True)
        return Number(i, found.last, found.value, spelled=True, magnitude=magnitude * found.magnitude)
    if after in _PARTS and after != "half" and _is_part(document, i + 1):
        if lowers[i + 2 : i + 5] == ("of", "a", "million"):
            return Number(i, i + 5, _ratio(10**6, _PARTS[after]), spelled=True, magnitude=Decimal(10**6))
        return Number(i, i + 2, _ratio(1, _PARTS[after]), part=True, spelled=True)
    return None


def _vague(document: Document, i: int) -> Number | None:
    """The order of size of "dozens of", "tens of thousands of"."""
    lowers = document.lowers
    value, last = _VAGUE[lowers[i]], i + 1
    high = value * 10
    if lowers[last : last + 1] == ("of",) and last + 1 < len(lowers) and lowers[last + 1] in _VAGUE:
        scale = _VAGUE[lowers[last + 1]]
        value, high, last = value * scale, high * scale, last + 2
    if lowers[last : last + 1] != ("of",):
        return None
    return Number(i, last, value, high=high, spelled=True)
