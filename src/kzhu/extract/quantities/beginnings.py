"""Where in a text a quantity may begin: at few of its words."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.quantities.numbers import AFTER_ARTICLE, ARTICLES, STARTS
from kzhu.extract.quantities.turns import MULTIPLIED

#: Number words that nothing need stand before.
_ALONE = (STARTS - ARTICLES) | frozenset(MULTIPLIED)
#: Words that tell where a quantity can begin, besides those with a digit: of "a third" the second, for articles are
#: the commonest of words and parts are rare.
BEGINNINGS: frozenset[str] = _ALONE | AFTER_ARTICLE
_DIGITS = frozenset("0123456789")
#: Longer words, in characters, are not worth remembering; and of so many the memory is emptied.
_LONG = 24
_MOST = 50_000


class _Beginnings(dict[str, bool]):
    """Whether a word tells of a quantity, for those seen so far: a number word, or one that holds a digit."""

    def __missing__(self, low: str) -> bool:
        # "EUR50m", "sub-200"; other words with a hyphen hold no number
        mixed = len(low) > 1 and not low.isalpha() and (not _DIGITS.isdisjoint(low) or not low.isascii())
        begins = low in BEGINNINGS or "0" <= low < ":" or mixed
        if len(low) <= _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[low] = begins
        return begins


_BEGINS = _Beginnings()


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
