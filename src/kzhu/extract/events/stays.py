"""Visits told by being there: "the premier was in Rome on Tuesday", "he will be in Baku in May"."""

from __future__ import annotations

from collections.abc import Iterator

from kzhu.extract.document import Sentence
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import own_date
from kzhu.extract.events.verbs import verb_group
from kzhu.extract.events.who import countries_of, meant, once
from kzhu.extract.events.words import word_set
from kzhu.extract.places import PlaceMention
from kzhu.records import Status

_BEING = word_set("was were is are be been")
#: Behind the place these tell of another event, or of something that only stood there.
_FOR = word_set("summit forum conference congress assembly games championship championships match born based hospital")


def stayed_in(scene: Scene) -> list[PlaceMention]:
    """The places that somebody or something is told to be in."""
    lowers = scene.document.lowers
    # One more mark closes the row of their tokens.
    return [
        place
        for first, place in zip(scene.places_at, scene.places, strict=False)
        if lowers[first - 1] == "in" and lowers[first - 2] in _BEING and first > 1 and place.kind != "demonym"
    ]


def read_stays(scene: Scene, sentence: Sentence, stays: list[PlaceMention]) -> Iterator[Told]:
    """A visit for each of these places of the sentence where somebody "was" or "will be" on a day."""
    for place in stays:
        i = place.first - 2
        if i <= sentence.first:
            continue
        told = _stay(scene, sentence, i, place.last)
        if told is None:
            continue
        told.place = " ".join(place.span.cut(scene.document.text).split())
        home = countries_of(told.people)
        if place.countries and place.countries[0] in home:
            # At home nobody is a guest.
            continue
        told.countries = home | set(place.countries[:1])
        yield told


def _stay(scene: Scene, sentence: Sentence, be: int, last: int) -> Told | None:
    lowers = scene.document.lowers
    first, end = scene.segment(sentence, be)
    date = own_date(scene, sentence, be, be + 1)
    if date is None or not _FOR.isdisjoint(lowers[be:end]):
        return None
    group = verb_group(lowers, be + 1, "past", first)
    if group.tense == "unreal":
        return None
    near = [
        named
        for named in scene.people_in(max(first, be - 24), be)
        if group.first - named.last < 2 or lowers[named.last] == lowers[group.first - 1] == ","
    ][-2:]
    people = [named.person for named in near] or meant(scene, sentence, max(first, group.first - 5), group.first)
    if not people:
        return None
    status: Status = "planned" if group.tense == "planned" else "past"
    told = Told("visit", scene.lexicon.plover.get("visit"), sentence, be, first, last, "visit", status)
    told.date, told.own, told.people = date, True, once(people)
    return told
