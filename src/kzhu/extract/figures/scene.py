"""What every step of reading figures looks at: the text, its sentences, and what others found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter, itemgetter

from kzhu.extract.document import Document, Sentence
from kzhu.extract.figures.cues import Cue
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Person, Published

#: What is read together costs the square of its length; beyond this a sentence is a table and read in parts.
_MOST = 40
#: Tokens to either side that tell what a report is about.
_PAGES = 1500
#: Kinds of quantity that make no figure.
IDLE = frozenset({"time", "age", "degree"})
_HEADED = frozenset({(".",), (":",)})
_RELATIVE = frozenset({"which", "who", "whose", "where", "whom"})
_PREPOSITIONS = frozenset("of in at on for to from after under by with through".split())
_STOPS = frozenset({",", ";", "–", "—", ")", ":"})
_first, _kind = attrgetter("first"), attrgetter("kind")
_sentence_first, _paragraph = itemgetter(2), itemgetter(4)


# Never changed once it is made but for what is found late, nor compared; to have that checked, each field would be set
# by a call.
@dataclass(slots=True, eq=False)
class Scene:
    """A whole article, ready for its figures to be read."""

    document: Document
    #: The document's own, at hand.
    lowers: tuple[str, ...]
    knowledge: Knowledge
    published: Published
    quantities: tuple[Quantity, ...]
    #: The number of each one's sentence, from 1; 0 before the first.
    numbers: list[int]
    cues: tuple[Cue, ...]
    times: tuple[Time, ...]
    places: tuple[PlaceMention, ...]
    #: The people it names; `speakers` tells where.
    people: tuple[Person, ...]
    #: The first tokens of the cues, the times and the places, to look them up by.
    cue_firsts: tuple[int, ...]
    time_firsts: tuple[int, ...]
    place_firsts: tuple[int, ...]
    #: The country that stands alone at the head of a paragraph, by its first token: "MONGOLIA. The parliament ...".
    headings: dict[int, str]
    #: What `speakers` found, once it was asked.
    spoken: tuple[tuple[int, str], ...] | None = None


# Nor is this; a tuple's fields would be slower to read, and the rules of figures read many.
@dataclass(slots=True, eq=False)
class Passage:
    """One sentence with all that stands in it."""

    sentence: Sentence
    #: The sentence's own, at hand.
    start: int
    first: int
    last: int
    paragraph: int
    quantities: tuple[Quantity, ...]
    cues: tuple[Cue, ...]
    times: tuple[Time, ...]
    places: tuple[PlaceMention, ...]
    #: Its relative clauses set off by commas.
    asides: tuple[tuple[int, int], ...]


def scene_of_text(
    document: Document,
    knowledge: Knowledge,
    published: Published,
    quantities: tuple[Quantity, ...],
    numbers: list[int],
    cues: tuple[Cue, ...],
    times: tuple[Time, ...],
    places: tuple[PlaceMention, ...],
    people: tuple[Person, ...],
) -> Scene:
    """The scene of a text in which all this was found."""
    lowers, sentences = document.lowers, document.sentences
    sentence_firsts = tuple(map(_sentence_first, sentences))
    place_firsts = tuple(map(_first, places))
    headings: dict[int, str] = {}
    for first in set(sentence_firsts).intersection(place_firsts):
        place = places[bisect_left(place_firsts, first)]
        alone = place.kind == "country" and len(place.countries) == 1
        if alone and lowers[place.last : place.last + 1] in _HEADED:
            sentence = sentences[bisect_left(sentence_firsts, first)]
            if opening(document, sentence) == first:
                headings[first] = place.countries[0]
    return Scene(
        document,
        lowers,
        knowledge,
        published,
        quantities,
        numbers,
        cues,
        times,
        places,
        people,
        tuple(map(_first, cues)),
        tuple(map(_first, times)),
        place_firsts,
        headings,
    )


def speakers(scene: Scene) -> tuple[tuple[int, str], ...]:
    """Where people are named (character) and the country they speak for, in order; few texts ask."""
    if scene.spoken is None:
        people = [(at.start, one.country) for one in scene.people if one.country for at in one.mentions]
        scene.spoken = tuple(sorted(people))
    return scene.spoken


def opening(document: Document, sentence: Sentence) -> int:
    """The first token of a sentence's paragraph."""
    return document.sentences[bisect_left(document.sentences, sentence.paragraph, key=_paragraph)].first


def passages(scene: Scene) -> list[Passage]:
    """The sentences of the body that hold a quantity."""
    found: list[Passage] = []
    quantities, sentences, numbers = scene.quantities, scene.document.sentences, scene.numbers
    behind = 0
    for number in dict.fromkeys(numbers):
        begin = behind
        behind = end = bisect_right(numbers, number, begin)
        sentence = sentences[number - 1] if number else None
        if sentence is None or sentence.zone != "body":
            continue
        while end > begin and quantities[end - 1].first >= sentence.last:
            end -= 1  # between two sentences
        own = quantities[begin:end]
        if IDLE.issuperset(map(_kind, own)):
            continue
        if end - begin > _MOST:
            found += [_passage(scene, part, quantities[i:j]) for part, i, j in _parts(scene, sentence, begin, end)]
        else:
            found.append(_passage(scene, sentence, own))
    return found


def _passage(scene: Scene, sentence: Sentence, quantities: tuple[Quantity, ...]) -> Passage:
    """A sentence with its quantities and what else stands in it."""
    start, _, first, last, paragraph, _ = sentence
    times, places, lowers = scene.time_firsts, scene.place_firsts, scene.lowers
    return Passage(
        sentence,
        start,
        first,
        last,
        paragraph,
        quantities,
        cues_within(scene, first, last),
        scene.times[bisect_left(times, first) : bisect_left(times, last)] if times else (),
        scene.places[bisect_left(places, first) : bisect_left(places, last)] if places else (),
        () if _RELATIVE.isdisjoint(lowers[first:last]) else _asides(lowers, first, last),
    )


def _asides(lowers: tuple[str, ...], first: int, last: int) -> tuple[tuple[int, int], ...]:
    """The relative clauses of tokens [first, last) that commas set off, as tokens: ", which opened in 1995,"."""
    found: list[tuple[int, int]] = []
    behind = first
    for i in compress(range(first, last), map(_RELATIVE.__contains__, lowers[first:last])):
        begin = _set_off(lowers, i, first) if i >= behind else -1
        if begin >= 0:
            behind = i
            while behind < last and lowers[behind] not in _STOPS:
                behind += 1
            found.append((begin, behind))
            behind += 1
    return tuple(found)


def _set_off(lowers: tuple[str, ...], j: int, first: int) -> int:
    """Where a relative clause with its pronoun at j begins behind a stop (", four of which"); -1 where it does not."""
    k = j - 1
    while k > first and j - k <= 4 and lowers[k] not in _STOPS:
        k -= 1
    if lowers[k] not in _STOPS or (k < j - 1 and lowers[j - 1] not in _PREPOSITIONS):
        return -1
    return k + 1


def _parts(scene: Scene, sentence: Sentence, begin: int, end: int) -> list[tuple[Sentence, int, int]]:
    """The parts of what holds more quantities [begin, end) than any sentence does (a table)."""
    found = []
    first, quantities = sentence.first, scene.quantities
    for i in range(begin, end, _MOST):
        j = min(i + _MOST, end)
        last = sentence.last if j == end else quantities[j].first
        found.append((sentence._replace(first=first, last=last), i, j))
        first = last
    return found


def cues_within(scene: Scene, first: int, last: int) -> tuple[Cue, ...]:
    """The cues of the whole article that begin within tokens [first, last)."""
    firsts = scene.cue_firsts
    return scene.cues[bisect_left(firsts, first) : bisect_left(firsts, last)]


def places_within(places: tuple[PlaceMention, ...], first: int, last: int) -> tuple[PlaceMention, ...]:
    """The places of one passage, mostly few, that are named within tokens [first, last)."""
    return tuple([place for place in places if first <= place.first < last]) if places else ()


def named_within(scene: Scene, first: int, last: int) -> tuple[PlaceMention, ...]:
    """The places of the whole article that are named within tokens [first, last)."""
    firsts = scene.place_firsts
    return scene.places[bisect_left(firsts, first) : bisect_left(firsts, last)]


def around(scene: Scene, token: int) -> tuple[str, ...]:
    """The words of the article some pages to either side of a token, which tell what it is about."""
    return scene.lowers[max(0, token - _PAGES) : token + _PAGES]
