"""The known names of countries and places (data/countries.yaml, data/places.yaml) and what each stands for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer

PlaceKind = Literal["country", "demonym", "people", "place"]


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for."""

    #: None for a name that is read over: it contains a place's but is none (The Astana Times, Latin American).
    kind: PlaceKind | None
    #: Its country, alone or none.
    countries: tuple[str, ...] = ()
    place: str | None = None
    #: Whether the name is also a person's or an everyday word, so that it needs its surroundings to vouch for it.
    careful: bool = False
    #: Whether only a comma or a word of money behind the name, or a namesake, can ask for a closer look.
    plain: bool = False


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names and the words that decide about them, of one Knowledge."""

    names: Gazetteer[Entry]
    #: Words that stand in compounds with a hyphen, and their country: demonyms, prefixes, one-word country names.
    parts: dict[str, str]
    #: Given names of people: "Darkhan Kydyrali" is not from Darkhan.
    given: frozenset[str]
    #: Words behind which a country's name only tells whose money it is: "US dollars".
    money: frozenset[str]
    #: Words behind which any name is looked at closely.
    doubts: frozenset[str]


#: The kinds of a country's own names.
_NATIONAL: tuple[PlaceKind, ...] = ("country", "demonym", "people")
#: What "X Region" may also be called.
_CALLED = {
    "Region": ("region", "Oblast", "oblast", "Province", "province"),
    "Province": ("province", "Region", "region"),
    "County": ("county",),
    "District": ("district",),
}
_DESIGNATED = tuple(f" {designation}" for designation in _CALLED)
#: Bodies that bear a place's name without being in question when the place is.
_BEARING = frozenset({"international", "company", "sport", "party", "initiative", "award", "bank"})
#: Letters whose plain form Unicode does not know as a decomposition.
_PLAIN = str.maketrans("łŁøØđĐıİəƏßæÆŋ", "lLoOdDiIaAsaAn")


def _spellings(name: str) -> Sequence[str]:
    """The name, and how it is written without diacritics, with the other apostrophe, under the other designation."""
    if name.isascii() and "'" not in name and not name.endswith(_DESIGNATED):
        return (name,)  # most names
    forms = [name]
    found: list[str] = []
    if not name.isascii():
        folded = unicodedata.normalize("NFKD", name.translate(_PLAIN))
        plain = "".join(letter for letter in folded if not unicodedata.combining(letter))
        forms += [plain] if plain.isascii() else []
    for spelled in forms:
        found.append(spelled)
        if "'" in spelled:
            found.append(spelled.replace("'", "’"))
        stem, _, designation = spelled.rpartition(" ")
        found += [f"{stem} {other}" for other in (_CALLED.get(designation, ()) if stem else ())]
    return found


def _named(knowledge: Knowledge, given: frozenset[str]) -> Iterator[tuple[str, Entry]]:
    """Every name of a country or place, in the order of precedence, and what it stands for."""
    careful = {
        spelled for place in knowledge.places.values() for name in place.careful for spelled in _spellings(name)
    } - {spelled for country in knowledge.countries.values() for spelled in _spellings(country.name)}
    capitals = {(country.code, country.capital) for country in knowledge.countries.values()}
    for country in knowledge.countries.values():
        countries = (country.code,)
        land, demonym, people = (Entry(kind, countries, plain=True) for kind in _NATIONAL)
        dated = (item.name for item in country.dated)
        for name in (country.name, *country.names, *dated):
            yield from [(spelled, land) for spelled in _spellings(name)]
        for name in country.demonyms:
            yield from [(spelled, demonym) for spelled in _spellings(name)]
        for name in country.people:
            yield from [(spelled, people) for spelled in _spellings(name)]
        for spelled in _spellings(country.capital) if country.capital else ():
            plain = spelled not in careful and spelled not in given
            yield spelled, Entry("place", countries, "capital", spelled in careful, plain)
    none = Entry(None)
    for place in knowledge.places.values():
        # Kiev is the capital as much as Kyiv.
        sure = _place(place.country, "capital" if (place.country, place.name) in capitals else place.kind)
        for name in place.all_names():
            for spelled in _spellings(name):
                if spelled in careful or spelled in given:
                    yield spelled, replace(sure, careful=spelled in careful, plain=False)
                else:
                    yield spelled, sure
        if place.adjectives:
            yield from [(name, none) for name in place.adjectives]


@lru_cache(maxsize=1 << 12)
def _place(country: str | None, kind: str) -> Entry:
    """What a place's name stands for: the same for all places of a country and kind, of which there are thousands."""
    return Entry("place", (country,) if country else (), kind, plain=True)


def _bearing(knowledge: Knowledge, places: Gazetteer[Entry]) -> Iterator[tuple[str, Entry]]:
    """Names of outlets and bodies that contain a place's name without being about the place.

    A body of its own country says something of it: the Hungarian State Railways stay Hungarian.
    """
    known: list[tuple[str | None, tuple[str, ...]]] = [
        (None, (outlet.name, *outlet.names)) for outlet in knowledge.outlets.values() if outlet.kind != "press-service"
    ]
    known += [
        (body.country if body.kind != "sport" else None, body.all_names())
        for body in knowledge.organisations.values()
        if body.kind in _BEARING
    ]
    none = Entry(None)
    for home, named in known:
        for name in named:
            words = tuple(name.replace("-", " ").split())
            if len(words) < 2 or not places.may_name(words):
                continue
            if any(_alien(values[0], home) for _, _, values in places.hits(words, range(len(words)))):
                yield from [(spelled, none) for spelled in _spellings(name)]


def _alien(entry: Entry, home: str | None) -> bool:
    """Whether a name inside a body's name is more than a word for its own country."""
    return entry.kind == "place" or entry.countries != (home,)


@lru_cache(maxsize=8)
def place_names(knowledge: Knowledge) -> PlaceNames:
    """All known names, compiled once."""
    given = frozenset(name for names_of_one in knowledge.given_names.values() for name in names_of_one.names)
    names = Gazetteer(_named(knowledge, given))
    bearing = list(_bearing(knowledge, names))
    # Datelines and headlines are written in capitals.
    names.add_capitals()
    names.add(bearing)
    parts = {
        spelled: country.code
        for country in knowledge.countries.values()
        for name in (country.name, *country.names, *country.demonyms, *country.prefixes)
        for spelled in _spellings(name)
        if " " not in name
    }
    named = {name.split()[-1] for currency in knowledge.currencies.values() for name in currency.names}
    money = frozenset({*named, "$", "dollar", "dollars"})
    return PlaceNames(names, parts, given, money, money | {","})
