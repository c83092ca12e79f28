"""Happenings as texts name them: "the 10th-anniversary summit of the Organization of Turkic States".

A happening is found by its noun; what tells it from others of its kind are the body or series it belongs to and the
mark of this one of the series (its number, "anniversary", "informal").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kzhu.extract.document import Document, Sentence
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.names import fold

_KINDS = frozenset(
    "summit forum conference congress games olympics championship championships festival expo exhibition session"
    " assembly election elections referendum commission council tournament cup marathon symposium fair".split()
)
_MARKS = frozenset(
    "anniversary jubilee informal extraordinary inaugural first second third fourth fifth sixth seventh eighth ninth"
    " tenth eleventh twelfth thirteenth fourteenth fifteenth twentieth early snap presidential parliamentary".split()
)
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth".split(),
        start=1,
    )
} | {"inaugural": "1", "twentieth": "20"}
#: Another one of the series than that which the text is about.
_OTHER = frozenset("previous earlier former past".split())
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?:-(\w+))?$")
_JOINING = frozenset("of the and for on".split())
#: Tokens before and behind the noun that can belong to its name.
_REACH = 10


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening as a text names it."""

    #: What it is: "summit", "forum", "election".
    kind: str
    #: What tells it from others of its kind, folded and sorted: ("organization-of-turkic-states",), ("nomad", "world").
    names: tuple[str, ...]
    #: What marks this one of a series, folded and sorted: ("10", "anniversary").
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Naming:
    """Where a text names a happening: tokens [first, last)."""

    happening: Happening
    first: int
    last: int
    sentence: Sentence


@lru_cache(maxsize=8)
def _bodies(knowledge: Knowledge) -> Gazetteer[str]:
    """Organisations by every name they had, the value is their key: a summit is the same under an old name."""
    return Gazetteer((name, body.key) for body in knowledge.organisations.values() for name in body.all_names())


def find_happenings(document: Document, knowledge: Knowledge) -> Iterator[Naming]:
    """Every happening that the text names by more than its kind, in its order."""
    lowers = document.lowers
    for sentence in document.sentences:
        for i in range(sentence.first, sentence.last):
            if lowers[i] in _KINDS:
                naming = _naming(document, sentence, i, knowledge)
                if naming:
                    yield naming


def _naming(document: Document, sentence: Sentence, i: int, knowledge: Knowledge) -> Naming | None:
    words, lowers = document.words, document.lowers
    first = i
    while first > max(sentence.first, i - _REACH) and _belongs(words[first - 1], lowers[first - 1]):
        first -= 1
    last = i + 1
    if lowers[last : last + 1] == ("of",):
        while last < min(sentence.last, i + _REACH) and (words[last][0].isupper() or lowers[last] in _JOINING):
            last += 1
        while lowers[last - 1] in _JOINING:
            last -= 1
    if _OTHER.intersection(lowers[max(sentence.first, first - 1) : i]):
        return None
    names, marks = _parts(document, first, last, i, sentence, knowledge)
    if not names or (len(names) == 1 and "-" not in names[0]):
        return None
    kind = lowers[i].removesuffix("s") if lowers[i] != "games" else "games"
    return Naming(Happening(kind, names, marks), first, last, sentence)


def _belongs(word: str, lower: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or lower in _MARKS or _ORDINAL.match(lower) is not None


def _parts(
    document: Document, first: int, last: int, noun: int, sentence: Sentence, knowledge: Knowledge
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names and marks among tokens [first, last)."""
    words, lowers = document.words, document.lowers
    names: set[str] = set()
    marks: set[str] = set()
    known: set[int] = set()
    for hit in _bodies(knowledge).find(words, first, last):
        names.add(hit.values[0] if "-" in hit.values[0] else f"{hit.values[0]}-")
        known.update(range(hit.first, hit.last))
    for k in range(first, last):
        if k == noun or k in known:
            continue
        lower = lowers[k]
        ordinal = _ORDINAL.match(lower)
        if ordinal and k > first and words[k - 1].isdigit():
            marks.add(words[k - 1])
            if ordinal[1]:
                marks.add(ordinal[1])
        elif lower in _MARKS:
            marks.add(_NUMBERS.get(lower, lower))
        elif words[k][0].isupper() and not (k == sentence.first and lower in {"the", "a", "an", "this", "at", "in"}):
            names.update(fold(words[k]).split())
    return tuple(sorted(names)), tuple(sorted(marks))


def alike(one: Happening, other: Happening) -> int:
    """How surely two happenings are one: 0 for not; higher for more marks shared.

    They are of one kind and body or series, and no number tells them apart.
    """
    if one.kind != other.kind:
        return 0
    names, others = set(one.names), set(other.names)
    if not (names <= others or others <= names):
        return 0
    numbers, other_numbers = _numbers(one), _numbers(other)
    if numbers and other_numbers and numbers.isdisjoint(other_numbers):
        return 0
    return 1 + len(set(one.marks) & set(other.marks))


def _numbers(happening: Happening) -> set[str]:
    return {mark for mark in happening.marks if mark.isdigit()}
