"""Numbers beside a unit of time, read from right to left: "twenty-five", "2 1/2", "the past few"."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.words import ABOUT, CARDINALS, DASHES, MULTIPLES, ORDINAL_ENDS, ORDINALS, SOME

#: Words before a count that belong to it: "more than", "up to", "no more than", "at least".
_BOUNDS = frozenset({"over", "under", "than", "least", "most", "to", "exactly", "only", "just"})

#: The whole number that a token of one or two digits writes, None for other words.
small = {word: number for number in range(100) for word in (str(number), f"{number:02}")}.get
#: The year that a token of four digits can be, None for other words.
year = {str(number): number for number in range(1000, 2200)}.get


def adjacent(document: Document, i: int, j: int) -> bool:
    """Whether token j follows token i with nothing between."""
    return i >= 0 and j < len(document.words) and document.ends[i] == document.starts[j]


def ordinal_before(document: Document, i: int, floor: int) -> tuple[int, int] | None:
    """The ordinal that ends before token i, and its first token: "first", "1st", "twenty-first"."""
    k = i - 1
    if k < floor:
        return None
    if document.lowers[k] in ORDINALS:
        return ORDINALS[document.lowers[k]], k
    if document.lowers[k] in ORDINAL_ENDS and k - 1 >= floor and adjacent(document, k - 1, k):
        number = small(document.words[k - 1])
        if number is not None:
            return number, k - 1
    return None


def amount_before(document: Document, i: int, floor: int) -> tuple[float | None, int] | None:
    """The count that ends before token i, and its first token; the count is None for "several", "a few".

    "a" and "an" are left to the caller: they may tell a rate as well.
    """
    lowers = document.lowers
    k = i - 1
    if k >= floor and lowers[k] in DASHES and adjacent(document, k, i):
        k -= 1
    if k < floor:
        return None
    word = lowers[k]
    if word == "of" and k - 1 >= floor and lowers[k - 1] in {"couple", "number", "dozens", "hundreds", "thousands"}:
        k -= 1
        word = "several"
    if word in SOME:
        return None, k - 1 if k - 1 >= floor and lowers[k - 1] == "a" else k
    if word in MULTIPLES:
        head = amount_before(document, k, floor)
        if head and head[0] is not None:
            return head[0] * MULTIPLES[word], head[1]
        return (MULTIPLES[word], k - 1) if k - 1 >= floor and lowers[k - 1] == "a" else None
    if word in CARDINALS:
        return CARDINALS[word], k
    if word == "half" and k - 2 >= floor and lowers[k - 1] == "a" and lowers[k - 2] == "and":
        head = amount_before(document, k - 2, floor)
        return (head[0] + 0.5, head[1]) if head and head[0] is not None else None
    return _written(document, k, floor)


def _written(document: Document, k: int, floor: int) -> tuple[float, int] | None:
    """A count in digits that ends at token k: "20", "1.5", "2 1/2", "2,000"."""
    words = document.words
    if not words[k][0].isdigit() or not words[k].isascii():
        return None
    if k - 3 >= floor and words[k - 1] == "/" and words[k] == "2" and words[k - 2] == "1":
        whole = small(words[k - 3])
        return (whole + 0.5, k - 3) if whole is not None else None
    digits = words[k].replace(",", "")
    if len(digits) > 9 or digits.count(".") > 1:
        return None
    return float(digits), k


def bound_before(document: Document, first: int, floor: int) -> tuple[int, bool]:
    """Where "about", "more than" and the like before token `first` begin, and whether they say "about"."""
    about = False
    k = first
    while k - 1 >= floor and first - k < 3 and document.lowers[k - 1] in ABOUT | _BOUNDS:
        about = about or document.lowers[k - 1] in ABOUT
        k -= 1
    if k < first and document.lowers[k] in {"than", "least", "most", "to"}:
        # "more than", "at least", "up to": the word before belongs to them; "to" alone does not.
        if k - 1 >= floor and document.lowers[k - 1] in {"more", "less", "fewer", "at", "up", "close"}:
            about = about or document.lowers[k - 1] == "close"
            k -= 1
        else:
            k += 1
    return k, about
