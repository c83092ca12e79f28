"""Where: the place that belongs to a trigger."""

from __future__ import annotations

from typing import NamedTuple

from kzhu.extract.document import Sentence
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.words import PLACE_KINDS, word_set
from kzhu.extract.places import PlaceMention

#: Before a place these say where something happened; a city may also follow "from", "for" or "of".
_LEADING = word_set(
    "tour toured tours touring in into off at near to outside across visit visited visiting visits hit struck shook "
    "rocked throughout around"
)
_CITY_LEADING = word_set("in into off at near outside to from for of")
#: What may stand between such a word and the place.
_BETWEEN = word_set("the city of town village nearby southern northern western eastern central capital own")
_WATERS = word_set("sea lake river ocean gulf bay mountain mountains continent")
_CITIES = frozenset({"city", "capital", "town", "village", None})
#: Verbs of going, behind which "to" leads to a place too.
_GOING = word_set(
    "travel travels travelled traveled travelling traveling fly flies flew flying go goes went going head heads headed"
)
_PARTICLES = word_set("de del la le of al el")
#: Capitalised words that begin no place that an event can have.
_NO_PLACES = word_set(
    """
    asia europe africa america eurasia central middle north south east west parliament
    january february march april may june july august september october november december
    literature physics chemistry economics medicine
    """
)
_FUNCTION = word_set("in on at and to for with by from was is last next this after before as")


class Where(NamedTuple):
    """A place told: as spelled, its country, and the token behind it."""

    name: str
    country: str | None
    last: int


def place_of(scene: Scene, sentence: Sentence, first: int, last: int) -> Where | None:
    """The place told in tokens [first, last): a city before a region before a country."""
    text = scene.document.text
    best: tuple[int, PlaceMention] | None = None
    places = scene.places_in(first, last)
    for place in places:
        rank = _rank(scene, place, sentence)
        if rank and (best is None or rank < best[0]) and not _in_person(scene, place.first, first):
            best = (rank, place)
    found = None
    if best is not None:
        rank, place = best
        name = " ".join(place.span.cut(text).split())
        found = Where(name, place.countries[0] if place.countries else None, place.last)
        if rank == 1:
            return found
    if scene.namers.find(1, first, last - 1) < 0:
        return found
    return _unknown(scene, first, last, found) or found


def _in_person(scene: Scene, at: int, first: int) -> bool:
    """Whether a token is part of the name of somebody that begins at token `first` or behind it."""
    return at in scene.taken and any(named.last > at for named in scene.people_in(first, at + 1))


def _rank(scene: Scene, place: PlaceMention, sentence: Sentence) -> int:
    """1 for a city, 2 for another place, 3 for a country; 0 where the mention tells no place."""
    if place.kind == "demonym":
        return 0
    lowers = scene.document.lowers
    i = place.first - 1
    if lowers[i] not in _LEADING:
        while i > sentence.first and i > place.first - 5 and (lowers[i] in _BETWEEN or scene.demonym_at(i)):
            i -= 1
    led = i >= sentence.first and lowers[i] in _LEADING
    if place.kind == "place":
        if place.last < sentence.last and lowers[place.last] in _PARTICLES:
            # "San José del Páramo" is another place.
            return 0
        if _goes_on(scene, place):
            return 0
        if place.place in _WATERS or not (led or lowers[place.first - 1] in _CITY_LEADING):
            return 0
        return 1 if place.place in _CITIES else 2
    if place.kind != "country" or not led:
        return 0
    # "Outside the U.S. embassies" is no place.
    after = scene.document.words[place.last] if place.last < sentence.last else "."
    adjective = place.last - place.first > 2 and after.islower() and after.isalpha() and after not in _FUNCTION
    return 0 if adjective else 3


def _goes_on(scene: Scene, place: PlaceMention) -> bool:
    """Whether a name goes on behind what is known of it: "Porto Amaral" is another place than Porto."""
    words, i = scene.document.words, place.last
    if i >= len(words) or not words[i][0].isupper() or not words[i].isalpha() or words[i].isupper():
        return False
    return not (scene.places_in(i, i + 1) or scene.people_in(i, i + 1) or scene.times_in(i, i + 1))


def _unknown(scene: Scene, first: int, last: int, within: Where | None) -> Where | None:
    """A place that no file knows: "the Hungarian capital", "the village of" or "in" with a capitalised name."""
    lowers, words = scene.document.lowers, scene.document.words
    i = scene.namers.find(1, first, last - 1)
    while i >= 0:
        word, at = lowers[i], i
        i = scene.namers.find(1, i + 1, last - 1)
        if word == "capital" and at > first:
            capital = _capital(scene, at)
            if capital is not None:
                return capital
        j = at + 1
        if word in PLACE_KINDS and lowers[j] == "of":
            j += 1
        elif word not in {"in", "near"} and not (
            (word == "to" and at and lowers[at - 1] in _GOING) or (word == "at" and lowers[at - 1] == ",")
        ):
            continue
        name = _capitalised(scene, j, last) if j < last and words[j][0].isupper() else None
        if name is not None:
            return Where(name[0], within.country if within else None, name[1])
    return None


def _capital(scene: Scene, i: int) -> Where | None:
    """The city meant by "the Hungarian capital"."""
    for place in scene.places_in(i - 1, i):
        if place.last == i and place.countries:
            code = place.countries[0]
            country = scene.knowledge.countries.get(code)
            if scene.city and scene.city_country == code:
                return Where(scene.city, code, i + 1)
            if country and country.capital:
                return Where(country.capital, code, i + 1)
    return None


def _capitalised(scene: Scene, i: int, last: int) -> tuple[str, int] | None:
    """A capitalised name at token i, and the token behind it."""
    document = scene.document
    words, lowers = document.words, document.lowers
    j = i
    while j < last and (
        words[j][0].isupper() or (i < j < last - 1 and lowers[j] in _PARTICLES and words[j + 1][0].isupper())
    ):
        j += 1
    if (
        j == i
        or any(place.last >= j for place in scene.places_in(i, i + 1))
        or scene.people_in(i, j)
        or scene.times_in(i, j)
        or any(scene.demonym_at(k) for k in range(i, j))
    ):
        return None
    if lowers[i] in _NO_PLACES:
        return None
    return " ".join(document.text[document.starts[i] : document.ends[j - 1]].split()), j
