"""What every step of reading figures looks at: the text, its sentences, and what others found in it."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from kzhu.extract.document import Document, Sentence
from kzhu.extract.figures.cues import Cue, between
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Published

#: What is read together costs the square of its length; beyond this a sentence is a table and read in parts.
_MOST = 40
#: Tokens to either side that tell what a report is about.
_PAGES = 1500
#: Kinds of quantity that make no figure.
IDLE = frozenset({"time", "age", "degree"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole article, ready for its figures to be read."""

    document: Document
    knowledge: Knowledge
    published: Published
    quantities: tuple[Quantity, ...]
    cues: tuple[Cue, ...]
    times: tuple[Time, ...]
    places: tuple[PlaceMention, ...]
    #: Where people are named (character) and the country they speak for, in order.
    people: tuple[tuple[int, str], ...] = ()


class Passage(NamedTuple):
    """One sentence with all that stands in it."""

    sentence: Sentence
    quantities: tuple[Quantity, ...]
    cues: tuple[Cue, ...]
    times: tuple[Time, ...]
    places: tuple[PlaceMention, ...]


def passages(scene: Scene) -> list[Passage]:
    """The sentences of the body that hold a quantity."""
    found: list[Passage] = []
    k, quantities = 0, scene.quantities
    times, places = [time.first for time in scene.times], [place.first for place in scene.places]
    for sentence in scene.document.sentences:
        while k < len(quantities) and quantities[k].first < sentence.first:
            k += 1
        begin = k
        while k < len(quantities) and quantities[k].first < sentence.last:
            k += 1
        if k == begin or sentence.zone != "body" or IDLE.issuperset([one.kind for one in quantities[begin:k]]):
            continue
        for part, i, j in _parts(quantities, sentence, begin, k):
            first, last = part.first, part.last
            found.append(
                Passage(
                    part,
                    quantities[i:j],
                    between(scene.cues, first, last),
                    scene.times[bisect_left(times, first) : bisect_left(times, last)],
                    scene.places[bisect_left(places, first) : bisect_left(places, last)],
                )
            )
        if k == len(quantities):
            break
    return found


def _parts(
    quantities: tuple[Quantity, ...], sentence: Sentence, begin: int, end: int
) -> list[tuple[Sentence, int, int]]:
    """A sentence, with its quantities [begin, end); in parts where it holds more than any sentence does (a table)."""
    if end - begin <= _MOST:
        return [(sentence, begin, end)]
    found = []
    first = sentence.first
    for i in range(begin, end, _MOST):
        j = min(i + _MOST, end)
        last = sentence.last if j == end else quantities[j].first
        found.append((sentence._replace(first=first, last=last), i, j))
        first = last
    return found


def places_within(places: tuple[PlaceMention, ...], first: int, last: int) -> tuple[PlaceMention, ...]:
    """The places named within tokens [first, last)."""
    return places[bisect_left(places, first, key=_place_first) : bisect_left(places, last, key=_place_first)]


def _place_first(place: PlaceMention) -> int:
    return place.first


def around(scene: Scene, token: int) -> tuple[str, ...]:
    """The words of the article some pages to either side of a token, which tell what it is about."""
    return scene.document.lowers[max(0, token - _PAGES) : token + _PAGES]
