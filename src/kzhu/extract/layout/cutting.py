"""A text's tokens, with what hangs on the word alone: that is told once for each word, and remembered."""

from __future__ import annotations

from itertools import compress
from typing import NamedTuple

from kzhu.extract.triggers import is_mark
from kzhu.tokens import cut_words

#: Longer words, in characters, are not worth remembering; and of so many the memory is emptied.
_LONG = 24
_MOST = 50_000

#: A word in lower case, whether it begins with a capital, whether it is a mark.
_Known = tuple[str, bool, bool]


class _Words(dict[str, _Known]):
    """What is known of words; those that are asked for the first time are looked at."""

    def __missing__(self, word: str) -> _Known:
        lower = word.lower()
        known = (word if lower == word else lower, word[0].isupper(), is_mark(lower))
        if len(word) <= _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[word] = known
        return known


_WORDS = _Words()


class Cut(NamedTuple):
    """All of a text's tokens, as `Document` has them."""

    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[int, ...]
    marks: tuple[int, ...]


def cut_text(text: str) -> Cut:
    """A text's tokens, those that begin with a capital, and those that a room waits for."""
    words, starts, ends = cut_words(text)
    if not words:
        return Cut((), (), (), (), (), ())
    lowers, capital, mark = zip(*map(_WORDS.__getitem__, words), strict=True)
    tokens = range(len(words))
    return Cut(
        tuple(words),
        lowers,
        tuple(starts),
        tuple(ends),
        tuple(compress(tokens, capital)),
        tuple(compress(tokens, mark)),
    )
