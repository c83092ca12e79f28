"""A text's tokens, with what hangs on the word alone: that is told once for each word, and remembered."""

from __future__ import annotations

import re
from functools import reduce
from itertools import accumulate, compress
from operator import iadd
from typing import Any, NamedTuple

from kzhu.extract.times.find import may_tell
from kzhu.extract.triggers import is_mark
from kzhu.tokens import cut_words

#: Longer pieces, in characters, are not worth remembering; and of so many the memory is emptied.
_LONG = 24
_MOST = 50_000
#: A blank behind another blank. No token has a blank in it, so that any blank may stand for any other.
_WIDE = "\v"
_BLANK = re.compile(r"\s")

#: Tokens behind each other, so many fields of each: the word, the same in lower case, whether it begins with a capital,
#: whether it is a mark, whether it may tell a time, the number of blanks before it, its length. One flat row of them is
#: cut into columns by slices; a tuple for each token would cost as much as all the rest.
_Row = tuple[Any, ...]
_FIELDS = 7


def _token(word: str, blanks: int) -> _Row:
    lower = word.lower()
    small = word if lower == word else lower
    return word, small, word[0].isupper(), is_mark(lower), may_tell(lower), blanks, len(word)


#: The signs that stand behind a word, with no blank between.
_SIGNS = {sign: _token(sign, 0) for sign in ".,:;"}


class _Pieces(dict[str, _Row]):
    """The tokens of what stands between two blanks; pieces that are asked for the first time are cut."""

    def __missing__(self, piece: str) -> _Row:
        sign = _SIGNS.get(piece[-1:])
        if piece.isalpha():
            row = _token(piece, 1)
        elif sign is not None and piece[:-1].isalpha():
            row = self[piece[:-1]] + sign
        else:
            row = _cut_piece(piece)
        if len(piece) <= _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = row
        return row


def _cut_piece(piece: str) -> _Row:
    """The tokens of a piece; KeyError where a blank ends it, or it is nothing else, for those would be lost."""
    words, starts, ends = cut_words(piece)
    if not words or ends[-1] != len(piece):
        raise KeyError(piece)
    row: list[Any] = []
    # The blank at which the text was cut stands before the first.
    behind = -1
    for word, start, end in zip(words, starts, ends, strict=True):
        row += _token(word, start - behind)
        behind = end
    return tuple(row)


_PIECES = _Pieces()


class Cut(NamedTuple):
    """All of a text's tokens, as `Document` has them."""

    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[int, ...]
    marks: tuple[int, ...]
    moments: tuple[int, ...]


def cut_text(text: str) -> Cut:
    """A text's tokens, those that begin with a capital, those that a room waits for, and those that may tell a time.

    The tokens are those of `kzhu.tokens.cut_words`: none of them hangs on what stands beyond a blank.
    """
    bare = text.strip()
    if not bare:
        return Cut((), (), (), (), (), (), ())
    try:
        row = _look_up(bare)
    except KeyError:
        # A blank of another kind, at the end of a line perhaps.
        row = _look_up(_BLANK.sub(" ", bare))
    words = tuple(row[::_FIELDS])
    # Blanks and lengths by turns: they add up to where each token begins and ends.
    steps = [0] * (2 * len(words))
    steps[::2], steps[1::2] = row[5::_FIELDS], row[6::_FIELDS]
    steps[0] = text.index(bare[0])
    bounds = tuple(accumulate(steps))
    numbers = range(len(words))
    return Cut(
        words,
        tuple(row[1::_FIELDS]),
        bounds[::2],
        bounds[1::2],
        tuple(compress(numbers, row[2::_FIELDS])),
        tuple(compress(numbers, row[3::_FIELDS])),
        tuple(compress(numbers, row[4::_FIELDS])),
    )


def _look_up(text: str) -> list[Any]:
    """The tokens of a text that neither begins nor ends with a blank."""
    # Of several blanks in a row the text is cut at the first alone; the others open the next piece.
    single = text.replace("\n", " ").replace("  ", " " + _WIDE).replace(_WIDE + " ", _WIDE + _WIDE)
    row: list[Any] = []
    return reduce(iadd, map(_PIECES.__getitem__, single.split(" ")), row)
