"""Where in a text a quantity may begin: at few of its words."""

from __future__ import annotations

from kzhu.extract.by_word import ByWord
from kzhu.extract.document import Document
from kzhu.extract.quantities.numbers import AFTER_ARTICLE, ARTICLES, STARTS
from kzhu.extract.quantities.turns import MULTIPLIED

#: Number words that nothing need stand before.
_ALONE = (STARTS - ARTICLES) | frozenset(MULTIPLIED)
#: Words that tell where a quantity can begin, besides those with a digit: of "a third" the second, for articles are
#: the commonest of words and parts are rare.
BEGINNINGS: frozenset[str] = _ALONE | AFTER_ARTICLE
_DIGITS = frozenset("0123456789")


def _begins(low: str) -> bool:
    """Whether a word tells of a quantity: a number word, or one that holds a digit."""
    # "EUR50m", "sub-200"; other words with a hyphen hold no number
    mixed = len(low) > 1 and not low.isalpha() and (not _DIGITS.isdisjoint(low) or not low.isascii())
    return low in BEGINNINGS or "0" <= low < ":" or mixed


_BEGINS = ByWord(_begins)


def beginnings(document: Document) -> list[int]:
    """Tokens at which a quantity can begin: number words, and what holds a digit."""
    lowers, begins = document.lowers, _BEGINS
    found = []
    for i in document.marks:
        low = lowers[i]
        if not begins[low]:
            continue
        if low in AFTER_ARTICLE:
            if i and lowers[i - 1] in ARTICLES:
                found.append(i - 1)
            if low not in _ALONE:
                continue
        found.append(i)
    return found
