"""Countries, their people and adjectives, cities and regions that a text names."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from kzhu.extract.document import Document
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.records import Span

PlaceKind = Literal["country", "demonym", "people", "place"]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A country, a demonym or a place, where the text names it."""

    span: Span
    #: Tokens [first, last).
    first: int
    last: int
    #: "country" (Hungary), "demonym" (Hungarian), "people" (Hungarians), "place" (Budapest, Zhambyl Region).
    kind: PlaceKind
    #: ISO 3166-1 alpha-2 codes: two for "Kazakh-Hungarian", none for a place of no country.
    countries: tuple[str, ...]
    #: Of a place: its kind in places.yaml ("city", "region" ...), "capital" where a country names it as such.
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: PlaceKind
    country: str | None
    place: str | None = None


@lru_cache(maxsize=8)
def _names(knowledge: Knowledge) -> Gazetteer[_Entry]:
    names: list[tuple[str, _Entry]] = []
    for country in knowledge.countries.values():
        names += [
            (name, _Entry("country", country.code))
            for name in (country.name, *country.names, *(dated.name for dated in country.dated))
        ]
        names += [(name, _Entry("demonym", country.code)) for name in country.demonyms]
        names += [(name, _Entry("people", country.code)) for name in country.people]
        if country.capital:
            names.append((country.capital, _Entry("place", country.code, "capital")))
    for place in knowledge.places.values():
        for name in (place.name, *place.names, *(dated.name for dated in place.dated)):
            names.append((name, _Entry("place", place.country, place.kind)))
    # Datelines are written in capitals.
    names += [(name.upper(), entry) for name, entry in names if entry.kind != "demonym"]
    return Gazetteer(names)


@lru_cache(maxsize=8)
def _demonyms(knowledge: Knowledge) -> dict[str, str]:
    return {name: country.code for country in knowledge.countries.values() for name in country.demonyms}


def find_places(document: Document, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    """Every country, demonym and known place of the text, in its order, furniture included.

    A name that stands for several things comes with the first of them in the data files. "Kazakh-Hungarian" is one
    demonym of two countries.
    """
    words, starts, ends = document.words, document.starts, document.ends
    found: list[PlaceMention] = []
    for hit in _names(knowledge).find(words):
        entry = hit.values[0]
        span = Span(starts[hit.first], ends[hit.last - 1])
        codes = (entry.country,) if entry.country else ()
        found.append(PlaceMention(span, hit.first, hit.last, entry.kind, codes, entry.place))
    demonyms = _demonyms(knowledge)
    for i, word in enumerate(words):
        if "-" in word and word[0].isupper():
            codes = tuple(demonyms[part] for part in word.split("-") if part in demonyms)
            if len(codes) > 1:
                found.append(PlaceMention(Span(starts[i], ends[i]), i, i + 1, "demonym", codes))
    return tuple(sorted(found, key=lambda mention: mention.span))
