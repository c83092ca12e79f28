"""Stretches of capitalised words: where one that begins at a token ends, particles and initials' points included."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract.by_word import ByWord
from kzhu.extract.document import Document

PARTICLES = frozenset(
    """von van der den de del della dei degli di da do dos das du la le el al ul bin ibn ben bint af av zu zur ter
    ten und y""".split()
)
NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())


#: How a stretch of capitals goes on with a word: not, with a particle, with the point of an initial, with a capital,
#: with a word that has no small letters.
NOTHING, _PARTICLE, POINT, CAPITAL, LOUD = range(5)


def _goes(word: str) -> int:
    """How a stretch goes on with a word; most words that follow are small, and few."""
    if word == ".":
        return POINT
    if word in PARTICLES:
        return _PARTICLE
    if word[:1].isupper():
        return LOUD if word.isupper() else CAPITAL
    return CAPITAL if len(word) > 2 and _is_capital_inside(word) else NOTHING


GOES = ByWord(_goes)


def end_of_stretch(document: Document, i: int, stop: int) -> int:
    """The end of a stretch of capitalised words, particles and initials' points that goes on to token i at least."""
    words, goes = document.words, GOES
    while i < stop:
        kind = goes[words[i]]
        if kind >= CAPITAL or (kind == POINT and _ends_initial(document, i, stop)):
            i += 1
        elif kind == _PARTICLE and (ahead := _past_particles(words, i, stop)):
            i = ahead
        else:
            break
    return i


def _is_capital_inside(word: str) -> bool:
    """As in "al-Assad", "el-Baz", "d'Alema"."""
    if word[1:2] in {"'", "’"}:
        return word[2:3].isupper()
    return len(word) > 3 and word[2] in "-'’" and word[3].isupper()


def _ends_initial(document: Document, i: int, stop: int) -> bool:
    """Whether token i is the point of an initial before a name."""
    words = document.words
    return (
        i + 1 < stop
        and words[i + 1][0].isupper()
        and is_initial(words[i - 1])
        and document.starts[i] == document.ends[i - 1]
    )


def is_initial(word: str) -> bool:
    """Whether a point behind the word is of a name: "J.", "Jr."."""
    return len(word) == 1 or word in _SHORT


#: What has a point inside a name: initials of two letters, forms of address.
_SHORT = frozenset(
    """Zh Sh Ch Ye Yu Ya Kh Ts Sz Zs Cs Gy Ny Th Jr St Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Maj Sen Rep Gov Rev Hon
    Adm""".split()
)


def _past_particles(words: Sequence[str], i: int, stop: int) -> int:
    """The token behind particles and the capitalised word that follows them; 0 where none follows."""
    ahead = i
    while ahead < stop and words[ahead] in PARTICLES and ahead - i < 3:
        ahead += 1
    return ahead + 1 if ahead < stop and words[ahead][0].isupper() and words[ahead] != "I" else 0
