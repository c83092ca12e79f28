"""A text's tokens, with what hangs on the word and on knowledge alone: told once for each word, and remembered."""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from itertools import accumulate, compress
from operator import iadd
from typing import Any, NamedTuple

from kzhu.extract.by_word import ByWord
from kzhu.extract.figures.cues import anchors
from kzhu.extract.layout.sentences import STOPS
from kzhu.extract.people.lexicon import lexicon
from kzhu.extract.placenames import place_names
from kzhu.extract.places import makes_place
from kzhu.extract.times.find import may_tell
from kzhu.extract.triggers import is_mark
from kzhu.knowledge import Knowledge
from kzhu.tokens import cut_words

#: A blank behind another blank. No token has a blank in it, so that any blank may stand for any other.
_WIDE = "\v"
_BLANK = re.compile(r"\s")

#: Tokens behind each other, so many fields of each: the word, the same in lower case, what waits for it, the number of
#: blanks before it, its length. One flat row of them is cut into columns by slices; a tuple for each token would cost
#: as much as all the rest.
_Row = tuple[Any, ...]
_FIELDS = 5
#: What may wait for a word, added up: readers of names (for capitals), rooms (for marks), times, figures, sentences,
#: places and bodies (for what begins a known name), places again (for what makes one of its neighbours or parts).
_CAPITAL, _MARK, _MOMENT, _CUE, _STOP, _PLACE, _BODY, _MAKER = 1, 2, 4, 8, 16, 32, 64, 128


def _only(use: int) -> bytes:
    """A table for `bytes.translate` that leaves of what waits for words but one."""
    return bytes([waiting & use for waiting in range(256)])


_CAPITALS, _MARKS, _MOMENTS, _CUES, _STOPS, _PLACES, _BODIES, _MAKERS = map(
    _only, (_CAPITAL, _MARK, _MOMENT, _CUE, _STOP, _PLACE, _BODY, _MAKER)
)


class _Pieces(ByWord[_Row]):
    """The tokens of what stands between two blanks; pieces that are asked for the first time are cut."""

    def __init__(self, cued: frozenset[str], places: frozenset[str], bodies: frozenset[str]) -> None:
        super().__init__(self._row)
        #: Words by which the names of metrics are found.
        self.cued = cued
        #: Words as they are written that begin the names of places, and of bodies.
        self.places, self.bodies = places, bodies
        #: The signs that stand behind a word, with no blank between.
        self.signs = {sign: self._token(sign, 0) for sign in ".,:;"}

    def _row(self, piece: str) -> _Row:
        sign = self.signs.get(piece[-1:])
        if piece.isalpha():
            return self._token(piece, 1)
        return self[piece[:-1]] + sign if sign is not None and piece[:-1].isalpha() else self._cut(piece)

    def _cut(self, piece: str) -> _Row:
        """The tokens of a piece; KeyError where a blank ends it, or it is nothing else, for those would be lost."""
        words, starts, ends = cut_words(piece)
        if not words or ends[-1] != len(piece):
            raise KeyError(piece)
        row: list[Any] = []
        # The blank at which the text was cut stands before the first.
        behind = -1
        for word, start, end in zip(words, starts, ends, strict=True):
            row += self._token(word, start - behind)
            behind = end
        return tuple(row)

    def _token(self, word: str, blanks: int) -> _Row:
        lower = word.lower()
        small = word if lower == word else lower
        waiting = _CAPITAL if word[0].isupper() else 0
        if is_mark(lower):
            waiting |= _MARK
        if may_tell(lower):
            waiting |= _MOMENT
        if lower in self.cued:
            waiting |= _CUE
        if lower in STOPS:
            waiting |= _STOP
        if word in self.places:
            waiting |= _PLACE
        if word in self.bodies:
            waiting |= _BODY
        if makes_place(word, lower):
            waiting |= _MAKER
        # Of most words False is told to be so at once, which 0 is not.
        return word, small, waiting or False, blanks, len(word)


@lru_cache(maxsize=8)
def _pieces(knowledge: Knowledge) -> _Pieces:
    return _Pieces(anchors(knowledge), place_names(knowledge).names.firsts, lexicon(knowledge).body_firsts)


class Cut(NamedTuple):
    """All of a text's tokens, as `Document` has them."""

    words: tuple[str, ...]
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    capitals: tuple[int, ...]
    marks: tuple[int, ...]
    moments: tuple[int, ...]
    cues: tuple[int, ...]
    stops: tuple[int, ...]
    places: tuple[int, ...]
    bodies: tuple[int, ...]
    makers: tuple[int, ...]


def cut_text(text: str, knowledge: Knowledge) -> Cut:
    """A text's tokens, and of them those that begin with a capital and those that somebody waits for.

    The tokens are those of `kzhu.tokens.cut_words`: none of them hangs on what stands beyond a blank.
    """
    bare = text.strip()
    if not bare:
        return Cut(*[()] * len(Cut._fields))
    pieces = _pieces(knowledge)
    try:
        row = _look_up(bare, pieces)
    except KeyError:
        # A blank of another kind, at the end of a line perhaps.
        row = _look_up(_BLANK.sub(" ", bare), pieces)
    words = tuple(row[::_FIELDS])
    # Blanks and lengths by turns: they add up to where each token begins and ends.
    steps = [0] * (2 * len(words))
    steps[::2], steps[1::2] = row[3::_FIELDS], row[4::_FIELDS]
    steps[0] = text.index(bare[0])
    bounds = tuple(accumulate(steps))
    # Nobody waits for most words.
    waiting = row[2::_FIELDS]
    awaited = list(compress(range(len(words)), waiting))
    uses = bytes(compress(waiting, waiting))
    return Cut(
        words,
        tuple(row[1::_FIELDS]),
        bounds[::2],
        bounds[1::2],
        tuple(compress(awaited, uses.translate(_CAPITALS))),
        tuple(compress(awaited, uses.translate(_MARKS))),
        tuple(compress(awaited, uses.translate(_MOMENTS))),
        tuple(compress(awaited, uses.translate(_CUES))),
        tuple(compress(awaited, uses.translate(_STOPS))),
        tuple(compress(awaited, uses.translate(_PLACES))),
        tuple(compress(awaited, uses.translate(_BODIES))),
        tuple(compress(awaited, uses.translate(_MAKERS))),
    )


def _look_up(text: str, pieces: _Pieces) -> list[Any]:
    """The tokens of a text that neither begins nor ends with a blank."""
    # Of several blanks in a row the text is cut at the first alone; the others open the next piece.
    single = text.replace("\n", " ").replace("  ", " " + _WIDE).replace(_WIDE + " ", _WIDE + _WIDE)
    row: list[Any] = []
    return reduce(iadd, map(pieces.__getitem__, single.split(" ")), row)
