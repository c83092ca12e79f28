"""The entries of the data files: one tuple a kind, and how it is read from its file.

Every file of data/ is a mapping from an entry's key to the entry. The comment at the head of each file tells its
fields to people; the functions here are the same in code. There are tens of thousands of entries, and every start
reads them from the cache: tuples are made fastest.
"""

from __future__ import annotations

from typing import NamedTuple

from kzhu.knowledge.node import Node
from kzhu.names import fold, keys


class DatedName(NamedTuple):
    """A name with the period in which it was in force (EDTF, ends open where it began or still holds)."""

    name: str
    periods: tuple[str, ...]


def dated_names(node: Node) -> tuple[DatedName, ...]:
    """A mapping from names to the period, or periods, in which each was in force."""
    return tuple(DatedName(key, tuple(item.period() for item in value.items())) for key, value, _ in node.entries())


class Country(NamedTuple):
    """A country (countries.yaml, by ISO 3166-1 alpha-2 code)."""

    code: str
    #: The usual English short name: "Kazakhstan".
    name: str
    #: Other names in use: "Republic of Kazakhstan", "Қазақстан".
    names: tuple[str, ...]
    #: Adjectives: "Kazakh", "Kazakhstani", "Emirati".
    demonyms: tuple[str, ...]
    #: Nouns for its people: "Kazakhs", "a Serb", "Dutchman".
    people: tuple[str, ...]
    capital: str | None
    #: ISO 3166-1 alpha-3.
    alpha3: str | None
    #: Whether English says "the" before the name: "President of the United States".
    article: bool = False
    #: Names that held only for a time; they date an article that uses them.
    dated: tuple[DatedName, ...] = ()
    #: First parts of compounds: "Sino" of "Sino-Kazakh".
    prefixes: tuple[str, ...] = ()


def country(key: str, node: Node) -> Country:
    """An entry of countries.yaml."""
    found = node.fields("name", "names demonyms people capital alpha3 article dated prefixes")
    return Country(
        code=key,
        name=found["name"].text(),
        names=found["names"].texts() if "names" in found else (),
        demonyms=found["demonyms"].texts() if "demonyms" in found else (),
        people=found["people"].texts() if "people" in found else (),
        capital=found["capital"].text() if "capital" in found else None,
        alpha3=found["alpha3"].matching("[A-Z]{3}", "an ISO 3166-1 alpha-3 code") if "alpha3" in found else None,
        article="article" in found and found["article"].flag(),
        dated=dated_names(found["dated"]) if "dated" in found else (),
        prefixes=found["prefixes"].texts() if "prefixes" in found else (),
    )


def _every_name(name: str, others: tuple[str, ...], dated: tuple[DatedName, ...]) -> tuple[str, ...]:
    # Most have no other.
    return (name, *others, *[once.name for once in dated]) if others or dated else (name,)


class Place(NamedTuple):
    """A city, region or other place (places.yaml, by slug)."""

    key: str
    name: str
    country: str | None
    #: "city", "region", "village", "sea", "lake" ...
    kind: str
    #: Other spellings, in force at any time.
    names: tuple[str, ...]
    #: Names that held only for a time; they date an article that uses them.
    dated: tuple[DatedName, ...]
    #: Words that mean it without naming a country: "Latin American".
    adjectives: tuple[str, ...] = ()
    #: Those of its names that are also a person's name or an everyday word: "Nice".
    careful: tuple[str, ...] = ()

    def all_names(self) -> tuple[str, ...]:
        """Its name, its other ones, and those that held only for a time."""
        return _every_name(self.name, self.names, self.dated)


def place(key: str, node: Node) -> Place:
    """An entry of places.yaml."""
    found = node.fields("name", "country kind names dated adjectives careful")
    name = found["name"].text()
    names = found["names"].texts() if "names" in found else ()
    for item in found["careful"].items() if "careful" in found else ():
        if item.text() not in {name, *names}:
            raise item.wrong(f"{item.text()!r} is none of its names")
    return Place(
        key=key,
        name=name,
        country=found["country"].country() if "country" in found else None,
        kind=found["kind"].text() if "kind" in found else "city",
        names=names,
        dated=dated_names(found["dated"]) if "dated" in found else (),
        adjectives=found["adjectives"].texts() if "adjectives" in found else (),
        careful=found["careful"].texts() if "careful" in found else (),
    )


class Office(NamedTuple):
    """An office someone held, and when."""

    #: As the record writes it: "President of Kazakhstan".
    role: str
    #: EDTF interval, open at the end while it lasts: "2019-03-20/..".
    term: str


class KnownPerson(NamedTuple):
    """Someone the archive knows beforehand (people.yaml, by slug)."""

    id: str
    #: Canonical spelling, with diacritics.
    name: str
    country: str | None
    #: Spellings that no rule of romanisation yields.
    spellings: tuple[str, ...]
    offices: tuple[Office, ...]
    #: Of people who hold no office, "poet"; it gives the record no role, the text does.
    description: str | None
    #: Keys of all its spellings (see kzhu.names.keys), and the name and spellings folded.
    keys: tuple[str, ...]
    folded: tuple[str, ...]


def known_person(key: str, node: Node) -> KnownPerson:
    """An entry of people.yaml."""
    found = node.fields("name", "country spellings offices description")
    offices = []
    for item in found["offices"].items() if "offices" in found else ():
        office = item.fields("role term")
        offices.append(Office(office["role"].text(), office["term"].period()))
    name = found["name"].text()
    spellings = found["spellings"].texts() if "spellings" in found else ()
    return KnownPerson(
        id=key,
        name=name,
        country=found["country"].country() if "country" in found else None,
        spellings=spellings,
        keys=tuple(dict.fromkeys(one for spelled in (name, *spellings) for one in keys(spelled))),
        folded=tuple([fold(spelled) for spelled in (name, *spellings)]),
        offices=tuple(offices),
        description=found["description"].text() if "description" in found else None,
    )


class Outlet(NamedTuple):
    """Who publishes news (outlets.yaml, by slug): agencies, papers, sites, and press services that outlets relay."""

    key: str
    name: str
    country: str | None
    #: "agency", "newspaper", "site", "broadcaster", "press-service".
    kind: str
    names: tuple[str, ...]


def outlet(key: str, node: Node) -> Outlet:
    """An entry of outlets.yaml."""
    found = node.fields("name", "country kind names")
    return Outlet(
        key=key,
        name=found["name"].text(),
        country=found["country"].country() if "country" in found else None,
        kind=found["kind"].text() if "kind" in found else "site",
        names=found["names"].texts() if "names" in found else (),
    )


class Organisation(NamedTuple):
    """A body, company or other organisation (organisations.yaml, by slug)."""

    key: str
    name: str
    country: str | None
    #: "international", "ministry", "company", "university", "bank" ...
    kind: str
    names: tuple[str, ...]
    #: Names that held only for a time; they date an article that uses them.
    dated: tuple[DatedName, ...]

    def all_names(self) -> tuple[str, ...]:
        """Its name, its other ones, and those that held only for a time."""
        return _every_name(self.name, self.names, self.dated)


def organisation(key: str, node: Node) -> Organisation:
    """An entry of organisations.yaml."""
    found = node.fields("name", "country kind names dated")
    return Organisation(
        key=key,
        name=found["name"].text(),
        country=found["country"].country() if "country" in found else None,
        kind=found["kind"].text() if "kind" in found else "body",
        names=found["names"].texts() if "names" in found else (),
        dated=dated_names(found["dated"]) if "dated" in found else (),
    )


class Currency(NamedTuple):
    """A currency (currencies.yaml, by ISO 4217 code)."""

    code: str
    #: English name in the singular: "Hungarian forint".
    name: str
    #: Lower-case nouns that name it, singular and plural: "forint", "forints". Several currencies may share one.
    words: tuple[str, ...]
    #: Other full names, lower case: "pounds sterling".
    names: tuple[str, ...]
    #: Signs written before or behind the amount: "$", "US$", "€".
    signs: tuple[str, ...]
    #: Where it is legal tender.
    countries: tuple[str, ...]
    #: Whether it is meant where nothing decides between currencies of one noun or sign.
    leads: bool


def currency(key: str, node: Node) -> Currency:
    """An entry of currencies.yaml."""
    found = node.fields("name", "words names signs countries leads")
    return Currency(
        code=key,
        name=found["name"].text(),
        words=found["words"].texts() if "words" in found else (),
        names=found["names"].texts() if "names" in found else (),
        signs=found["signs"].texts() if "signs" in found else (),
        countries=tuple(item.country() for item in found["countries"].items()) if "countries" in found else (),
        leads="leads" in found and found["leads"].flag(),
    )
