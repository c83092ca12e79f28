"""What every step of reading figures looks at: the text, its sentences, and what others found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
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
_IDLE = frozenset({"time", "age", "degree"})


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
    found = []
    k, quantities = 0, scene.quantities
    for sentence in scene.document.sentences:
        while k < len(quantities) and quantities[k].first < sentence.first:
            k += 1
        begin = k
        while k < len(quantities) and quantities[k].first < sentence.last:
            k += 1
        if k > begin and sentence.zone == "body" and any(one.kind not in _IDLE for one in quantities[begin:k]):
            found += [_passage(scene, part, quantities[i:j]) for part, i, j in _parts(quantities, sentence, begin, k)]
    return found


def _parts(
    quantities: tuple[Quantity, ...], sentence: Sentence, begin: int, end: int
) -> Iterator[tuple[Sentence, int, int]]:
    """A sentence, with its quantities [begin, end); in parts where it holds more than any sentence does (a table)."""
    first = sentence.first
    for i in range(begin, end, _MOST):
        j = min(i + _MOST, end)
        last = sentence.last if j == end else quantities[j].first
        yield (sentence._replace(first=first, last=last) if end - begin > _MOST else sentence), i, j
        first = last


def _passage(scene: Scene, sentence: Sentence, quantities: tuple[Quantity, ...]) -> Passage:
    return Passage(
        sentence,
        quantities,
        between(scene.cues, sentence.first, sentence.last),
        times_within(scene.times, sentence.first, sentence.last),
        places_within(scene.places, sentence.first, sentence.last),
    )


def times_within(times: tuple[Time, ...], first: int, last: int) -> tuple[Time, ...]:
    """The time expressions that begin within tokens [first, last)."""
    return times[bisect_left(times, first, key=_time_first) : bisect_left(times, last, key=_time_first)]


def places_within(places: tuple[PlaceMention, ...], first: int, last: int) -> tuple[PlaceMention, ...]:
    """The places named within tokens [first, last)."""
    return places[bisect_left(places, first, key=_place_first) : bisect_left(places, last, key=_place_first)]


def _time_first(time: Time) -> int:
    return time.first


def _place_first(place: PlaceMention) -> int:
    return place.first


def around(scene: Scene, token: int) -> tuple[str, ...]:
    """The words of the article some pages to either side of a token, which tell what it is about."""
    return scene.document.lowers[max(0, token - _PAGES) : token + _PAGES]
