"""Whose side a clause tells of: "the output of Algeria's wells", "Varna, which has 9 schools", "the kingdom"."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import compress

from kzhu.extract.figures.clauses import cited, is_verb
from kzhu.extract.figures.scene import Passage, Scene, places_within, speakers
from kzhu.extract.places import PlaceMention
from kzhu.knowledge import Knowledge

_STRONG = frozenset({"country", "demonym", "people"})
_BARRIERS = frozenset({";", "while", "whereas", "but", "although", "though"})
_ENDS = _BARRIERS | {","}
_STATIVE = frozenset(
    "has have had is handles handled counts numbers employs houses boasts holds processes serves".split()
)
_BORDERS = frozenset({"border", "borders", "frontier"})
#: What heads a state, as its full name tells: "Kingdom of Morocco".
_STYLES = frozenset({"kingdom", "sultanate", "emirate", "principality", "duchy", "commonwealth"})
#: Tokens from a country's name to that of the person whose title it is in.
_TITLE = 8
#: Tokens of a person's name.
_NAME = 5
#: Tokens between two places of one phrase: "the Armenian community of Plovdiv".
_PHRASE = 3
#: Tokens from a place to the amount told beside it, and the words that tell it: "Germany, a country of 84 million".
_APPOSED = 8
_APPOSING = frozenset({"with", "home", "a", "an", "whose"})
#: Tokens back to the place that a relative clause is about.
_ANTECEDENT = 14


def sides_of(scene: Scene, passage: Passage, first: int, last: int, pair: tuple[str, ...]) -> list[str]:
    """The countries that a clause with a quantity in tokens [first, last) is about, whoever is cited in it."""
    lowers = scene.lowers
    begin = min(passage.first, first)
    if not _BARRIERS.isdisjoint(lowers[begin:first]):
        begin = next(j for j in range(first, begin, -1) if lowers[j - 1] in _BARRIERS)
    most = max(passage.last, last)
    end = next(compress(range(last, most), map(_ENDS.__contains__, lowers[last:most])), most)
    antecedent = scene_of(scene, passage, first)
    if antecedent:
        begin = max(begin, antecedent[0].last)
    found: list[str] = []
    places = places_within(passage.places, begin, end)
    if places:
        skipped = cited(scene, passage.sentence, first, last)
        # What another clause does to it tells little: "the dam, which a Thai company is building, will have".
        skipped += [(b, e) for b, e in passage.asides if not b <= first < e and "also" not in lowers[b:e]]
        places = tuple(
            [
                place
                for place in places
                if not any(b <= place.first < e for b, e in skipped) and not is_title(scene, place)
            ]
        )
    strong = any(place.kind in _STRONG for place in places)
    for place in places if strong else ():
        found += [code for code in place.countries if code not in found and (place.kind in _STRONG or code in pair)]
    found += [code for place in antecedent for code in place.countries if code not in found]
    if not found and not _STYLES.isdisjoint(lowers[begin:end]):
        found += [code for code in pair if not styles_of(scene.knowledge, code).isdisjoint(lowers[begin:end])]
    return found


def scene_of(scene: Scene, passage: Passage, first: int) -> tuple[PlaceMention, ...]:
    """The place that a quantity is told of: "the port of Riga, where a firm will build a terminal of 12 hectares"."""
    lowers = scene.lowers
    for begin, end in passage.asides:
        if begin <= first < end and lowers[begin] == "where":
            before = places_within(passage.places, begin - _ANTECEDENT, begin)
            return tuple(place for place in before if place.kind in {"place", "country"})[-1:]
    return ()


def is_title(scene: Scene, place: PlaceMention) -> bool:
    """Whether a country is named only in somebody's title: "Bulgaria's Deputy Prime Minister Atanas Pekanov"."""
    document = scene.document
    if _is_behind_name(scene, place):
        return True
    for j in range(place.last, min(place.last + _TITLE, len(document.lowers))):
        if is_verb(document.lowers, j) or document.lowers[j] in {",", ";", "."}:
            return False
        if _is_person(scene, j):
            return True
    return False


def _is_behind_name(scene: Scene, place: PlaceMention) -> bool:
    """Whether a country stands in the title behind a name: "Elena Petrova, State Secretary at Romania's Ministry"."""
    document = scene.document
    comma = next((j for j in range(place.first - 1, max(0, place.first - _TITLE), -1) if document.lowers[j] == ","), 0)
    for j in range(comma - 1, max(0, comma - _NAME) - 1, -1):
        if not document.words[j][0].isupper():
            return False
        if _is_person(scene, j):
            return True
    return False


def _is_person(scene: Scene, token: int) -> bool:
    people, start = speakers(scene), scene.document.starts[token]
    k = bisect_left(people, (start, ""))
    return k < len(people) and people[k][0] == start


@lru_cache(maxsize=512)
def styles_of(knowledge: Knowledge, code: str) -> frozenset[str]:
    """What a country is by its full name: a kingdom, a sultanate."""
    country = knowledge.countries[code]
    words = {word.lower() for name in (country.name, *country.names) for word in name.split()}
    return frozenset(words & _STYLES)


def home_of(scene: Scene, passage: Passage, first: int) -> tuple[str, ...]:
    """The country of the place that an aside with a quantity is about: "Varna, which has 9 schools, ..."."""
    lowers = scene.lowers
    for place in passage.places:
        near = place.last + 2 < first <= place.last + _APPOSED and lowers[place.last] == ","
        if near and lowers[place.last + 1] in _APPOSING and "," not in lowers[place.last + 1 : first]:
            return place.countries  # "Morocco, with a population of 37 million, is ..."
    for begin, end in passage.asides:
        if not begin <= first < end or lowers[begin] not in {"which", "where"}:
            continue
        before = places_within(passage.places, begin - _ANTECEDENT, begin)
        if not before or _STATIVE.isdisjoint(lowers[begin:first]):
            continue
        joined = before[-2:] if len(before) > 1 and before[-1].first - before[-2].last <= _PHRASE else before[-1:]
        return tuple(sorted({code for place in joined for code in place.countries}))
    return ()


def without_borders(scene: Scene, places: tuple[PlaceMention, ...]) -> tuple[PlaceMention, ...]:
    """Places, without the far side of a border that a way leads up to: "from Kaunas to the Latvian border"."""
    lowers = scene.lowers
    if not any(lowers[place.first - 1] == "from" for place in places):
        return places
    return tuple(place for place in places if _BORDERS.isdisjoint(lowers[place.last : place.last + 1]))
