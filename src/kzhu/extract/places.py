"""Countries, their people and adjectives, cities and regions that a text names.

Most are known names (data/countries.yaml, data/places.yaml). Grammar adds what no list can hold: "the Korday
district", "Lake Zaysan", "the village of Zerenda", "in Cremona, Italy", "Kazakh-Hungarian".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal, NamedTuple

from kzhu.extract.document import Document
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Found, Gazetteer
from kzhu.records import Span

PlaceKind = Literal["country", "demonym", "people", "place"]


class PlaceMention(NamedTuple):
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
    #: None for a name that is read over: it contains a place's but is none (The Astana Times, Latin American).
    kind: PlaceKind | None
    country: str | None = None
    place: str | None = None
    #: Whether the name is also a person's or an everyday word, so that it needs its surroundings to vouch for it.
    careful: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    names: Gazetteer[_Entry]
    #: Words that stand in compounds with a hyphen, and their country: demonyms, prefixes, one-word country names.
    parts: dict[str, str]
    #: Given names of people: "Darkhan Kydyrali" is not from Darkhan.
    given: frozenset[str]
    #: Words behind which a country's name only tells whose money it is: "US dollars".
    money: frozenset[str]


#: What "X Region" may also be called.
_CALLED = {
    "Region": ("region", "Oblast", "oblast", "Province", "province"),
    "Province": ("province", "Region", "region"),
    "County": ("county",),
    "District": ("district",),
}
#: Nouns that make a place of the capitalised words before them, and its kind.
_BEHIND = {
    **dict.fromkeys(
        "region district province county oblast prefecture governorate krai territory voivodeship canton raion".split(),
        "region",
    ),
    **dict.fromkeys(["village", "settlement", "aul"], "village"),
    **dict.fromkeys(["river"], "river"),
    **dict.fromkeys(["lake", "reservoir"], "lake"),
    **dict.fromkeys(["island", "islands"], "island"),
    **dict.fromkeys(["mountains", "glacier"], "mountain"),
    **dict.fromkeys(["sea", "strait"], "sea"),
}
#: Capitalised nouns that make a place of the capitalised words behind them.
_BEFORE = {"Lake": "lake", "Mount": "mountain", "River": "river", "Mt": "mountain"}
#: Nouns that with "of" make a place of the capitalised words behind them: "the village of Zerenda".
_OF = {
    **dict.fromkeys(["city", "town", "municipality", "suburb", "resort"], "city"),
    **dict.fromkeys(["village", "settlement", "hamlet", "commune"], "village"),
    **dict.fromkeys(["district", "province", "region", "county"], "region"),
    "port": "port",
    "island": "island",
}
TRIGGERS: frozenset[str] = frozenset({*_BEHIND, *_OF, *(word.lower() for word in _BEFORE)})
#: Small words inside a place's name.
_PARTICLES = frozenset(
    "de del della di du da do dos la le los las el al an am auf upon sur sous den der van y e".split()
)
#: Before a name these say that it is a place.
_LEADS = frozenset("in to from at near around outside via into towards toward between across leaving visiting".split())
#: Before "of" likewise: "mayor of Nice".
_TOWNS = frozenset(
    "city mayor town capital port bishop archbishop university outskirts centre center south north".split()
)
#: Capitalised words that begin no name of a place.
_NO_NAMES = frozenset(
    """The A An This That These Those Each Every Any Some Our Their His Her Its In At Of On For From To And But Or
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday President Minister Prime Ambassador Mr Mrs Ms Dr First Second Third""".split()
)
#: Ends of adjectives: "the Turkic region" is no region's name.
_ADJECTIVE_ENDS = ("an", "ic", "ish", "ese", "ern", "al", "ine", "wide")
#: Bodies that bear a place's name without being in question when the place is.
_BEARING = frozenset({"international", "company", "sport", "party", "initiative", "award", "bank"})
#: Letters whose plain form Unicode does not know as a decomposition.
_PLAIN = str.maketrans("łŁøØđĐıİəƏßæÆŋ", "lLoOdDiIaAsaAn")


def _spellings(name: str) -> Sequence[str]:
    """The name, and how it is written without diacritics, with the other apostrophe, under the other designation."""
    if name.isascii() and "'" not in name and name.rpartition(" ")[2] not in _CALLED:
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


def _named(knowledge: Knowledge) -> Iterator[tuple[str, _Entry]]:
    """Every name of a country or place, in the order of precedence, and what it stands for."""
    careful = {
        spelled for place in knowledge.places.values() for name in place.careful for spelled in _spellings(name)
    } - {spelled for country in knowledge.countries.values() for spelled in _spellings(country.name)}
    capitals = {(country.code, country.capital) for country in knowledge.countries.values()}
    for country in knowledge.countries.values():
        dated = (item.name for item in country.dated)
        for name in (country.name, *country.names, *dated):
            yield from ((spelled, _Entry("country", country.code)) for spelled in _spellings(name))
        for name in country.demonyms:
            yield from ((spelled, _Entry("demonym", country.code)) for spelled in _spellings(name))
        for name in country.people:
            yield from ((spelled, _Entry("people", country.code)) for spelled in _spellings(name))
        for spelled in _spellings(country.capital) if country.capital else ():
            yield spelled, _Entry("place", country.code, "capital", spelled in careful)
    none = _Entry(None)
    for place in knowledge.places.values():
        # Kiev is the capital as much as Kyiv.
        kind = "capital" if (place.country, place.name) in capitals else place.kind
        sure = _Entry("place", place.country, kind)
        for name in (place.name, *place.names, *([item.name for item in place.dated] if place.dated else ())):
            for spelled in _spellings(name):
                yield spelled, replace(sure, careful=True) if spelled in careful else sure
        if place.adjectives:
            yield from [(name, none) for name in place.adjectives]


def _bearing(knowledge: Knowledge, places: Gazetteer[_Entry]) -> Iterator[tuple[str, _Entry]]:
    """Names of outlets and bodies that contain a place's name without being about the place.

    A body of its own country says something of it: the Hungarian State Railways stay Hungarian.
    """
    known: list[tuple[str, str | None, tuple[str, ...]]] = [
        (outlet.name, None, outlet.names) for outlet in knowledge.outlets.values() if outlet.kind != "press-service"
    ]
    for body in knowledge.organisations.values():
        if body.kind in _BEARING:
            home = body.country if body.kind != "sport" else None
            known.append((body.name, home, (*body.names, *(item.name for item in body.dated))))
    none = _Entry(None)
    for first, home, others in known:
        for name in (first, *others):
            words = name.replace("-", " ").split()
            if len(words) < 2 or not places.may_name(words):
                continue
            if any(_alien(hit.values[0], home) for hit in places.find(words)):
                yield from [(spelled, none) for spelled in _spellings(name)]


def _alien(entry: _Entry, home: str | None) -> bool:
    """Whether a name inside a body's name is more than a word for its own country."""
    return entry.kind == "place" or entry.country is None or entry.country != home


@lru_cache(maxsize=8)
def _lexicon(knowledge: Knowledge) -> _Lexicon:
    names = Gazetteer(_named(knowledge))
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
    money = {name.split()[-1] for currency in knowledge.currencies.values() for name in currency.names}
    given = frozenset(name for names_of_one in knowledge.given_names.values() for name in names_of_one.names)
    return _Lexicon(names, parts, given, frozenset({*money, "$", "dollar", "dollars"}))


def find_places(document: Document, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    """Every country, demonym and known place of the text, in its order, furniture included.

    A name that stands for several things comes with the first of them in the data files, unless its neighbour tells
    ("Atlanta, Georgia"). "Kazakh-Hungarian" is one demonym of two countries.
    """
    lexicon = _lexicon(knowledge)
    found: dict[int, PlaceMention] = {}
    before: PlaceMention | None = None
    names, words = lexicon.names, document.words
    begins = names.begins(words, document.capitals, document.vocabulary)
    for hit in names.found(words, begins):
        entry = _meant(document, lexicon, hit, before)
        if entry is not None:
            found[hit.first] = before = _made(document, hit.first, hit.last, entry)
    lowers = document.lowers
    # Compounds are marks, too: they are no words of letters alone.
    for i in [i for i in document.marks if (lower := lowers[i]) in TRIGGERS or "-" in lower]:
        made = None if _covered(found, i) else _grown(document, lexicon, found, i)
        if made is not None:
            for inner in range(made.first, made.last):
                found.pop(inner, None)
            found[made.first] = made
    for mention in [
        mention
        for mention in found.values()
        if mention.kind == "country" and words[mention.first - 1] == "," and mention.first >= _TOWN
    ]:
        town = _town_of(document, found, mention)
        if town is not None:
            found[town.first] = town
    return tuple(map(found.__getitem__, sorted(found)))


def _covered(found: dict[int, PlaceMention], i: int) -> bool:
    """Whether token i lies in a name already found; known names have at most eight tokens."""
    return any(found[k].last > i for k in range(i - 7, i + 1) if k in found)


def _meant(document: Document, lexicon: _Lexicon, hit: Found[_Entry], before: PlaceMention | None) -> _Entry | None:
    """What a name found in a text stands for here; None where it is no place."""
    words, lowers = document.words, document.lowers
    first, last, values = hit
    entry = values[0]
    kind = entry.kind
    if kind is None:
        return None
    behind = lowers[last] if last < len(lowers) else ""
    if kind == "country" and behind in lexicon.money:
        return None
    if len(values) > 1 and before is not None and before.last == first - 1 and words[before.last] == ",":
        # "Atlanta, Georgia": the state, not the country.
        same = [value for value in values if before.kind == "place" and value.country in before.countries]
        entry = same[0] if same else entry
    elif behind == "," and kind == "place":
        entry = _of_state(lexicon, words, hit, entry)
    if entry.careful and not _vouched(document, lexicon, hit, entry, before):
        return None
    if entry.kind == "place" and words[first] in lexicon.given and _called(words, lowers, hit):
        return None
    return entry


def _called(words: tuple[str, ...], lowers: tuple[str, ...], hit: Found[_Entry]) -> bool:
    """Whether a capitalised word behind a place that is a given name too makes it a person's: "Milan Kundera"."""
    behind = words[hit.last] if hit.last < len(words) else ""
    return hit.last == hit.first + 1 and behind.istitle() and (hit.first == 0 or lowers[hit.first - 1] not in _LEADS)


def _of_state(lexicon: _Lexicon, words: tuple[str, ...], hit: Found[_Entry], entry: _Entry) -> _Entry:
    """The namesake meant by "Cambridge, Massachusetts"."""
    state = lexicon.names.at(words, hit.last + 1) if hit.last + 1 < len(words) else None
    other = state.values[0] if state is not None and state.values[0].place == "region" else None
    if other is None or other.country is None or other.country == entry.country:
        return entry
    return _Entry("place", other.country, "city", entry.careful)


def _vouched(
    document: Document, lexicon: _Lexicon, hit: Found[_Entry], entry: _Entry, before: PlaceMention | None
) -> bool:
    """Whether a name that is also a person's or an everyday word is meant as a place here."""
    words, lowers, first, last = document.words, document.lowers, hit.first, hit.last
    if words[first].isupper() and len(words[first]) > 1:
        return first == 0 or "\n" in document.text[document.ends[first - 1] : document.starts[first]]
    after = words[last] if last < len(words) else ""
    if after == "," and last + 1 < len(words):
        country = lexicon.names.at(words, last + 1)
        if country is not None and any(value.country == entry.country for value in country.values):
            return True
    # "In Victoria Nuland's words": a capitalised word behind it makes it part of a longer name.
    if first == 0 or after[:1].isupper():
        return False
    word = lowers[first - 1]
    if word == "of":
        return lowers[first - 2] in _TOWNS
    beside = before is not None and before.kind == "place" and before.last == first - 1
    return word in _LEADS or (beside and word in {"and", ","})


def _made(document: Document, first: int, last: int, entry: _Entry) -> PlaceMention:
    span = Span(document.starts[first], document.ends[last - 1])
    country = entry.country
    return PlaceMention(span, first, last, entry.kind or "place", (country,) if country else (), entry.place)


def _grown(document: Document, lexicon: _Lexicon, found: dict[int, PlaceMention], i: int) -> PlaceMention | None:
    """The place or demonym that the word at token i makes of its neighbours or its parts."""
    word, words = document.lowers[i], document.words
    if "-" in word:
        return _compound(document, lexicon, i)
    if words[i] in _BEFORE:
        return _beginning(document, found, i, i + 1, _BEFORE[words[i]])
    if word in _OF and i + 2 < len(words) and words[i + 1] == "of":
        return _beginning(document, found, i + 2, i + 2, _OF[word])
    return _designated(document, found, i) if word in _BEHIND else None


def _beginning(
    document: Document, found: dict[int, PlaceMention], first: int, name: int, kind: str
) -> PlaceMention | None:
    """The place from token `first` on whose own name begins at token `name`; None where a file knows it."""
    last = _name_end(document.words, name, 4)
    known = max((found[k].last for k in range(name, last) if k in found), default=name)
    return _made(document, first, last, _Entry("place", None, kind)) if last > known else None


def _compound(document: Document, lexicon: _Lexicon, i: int) -> PlaceMention | None:
    """What a hyphen makes: "Kazakh-Hungarian", "Hungary-Kazakhstan", "Sino-Kazakh", "Hungarian-owned"."""
    word = document.words[i]
    if not word[0].isupper():
        return None
    parts = word.split("-")
    codes = tuple(dict.fromkeys(lexicon.parts[part] for part in parts if part in lexicon.parts))
    # Of a lone country the rest must be an adjective's or a body's: "Kazakh-born", "EU-Kazakhstan", no double name.
    if not codes or (len(codes) == 1 and not (parts[-1].islower() or parts[0].isupper())):
        return None
    return PlaceMention(Span(document.starts[i], document.ends[i]), i, i + 1, "demonym", codes)


def _designated(document: Document, found: dict[int, PlaceMention], i: int) -> PlaceMention | None:
    """The capitalised words before the noun at token i, and the noun: "Korday District", "the Bodrog river"."""
    words = document.words
    first = i
    while first > 0 and i - first < 3 and _is_name(words[first - 1]):
        first -= 1
    if first == i or any(mention.last > i for k in range(first, i) if (mention := found.get(k)) is not None):
        return None
    kind = _BEHIND[document.lowers[i]]
    known = found.get(first)
    if known is not None and known.last == i:
        # A city gives its name to the region around it; a demonym, a country or the Caspian does not.
        if known.kind == "place" and known.countries:
            return _made(document, first, i + 1, _Entry("place", known.countries[0], kind))
        return None
    if any(k in found for k in range(first, i)) or words[i - 1].lower().endswith(_ADJECTIVE_ENDS):
        return None
    return _made(document, first, i + 1, _Entry("place", None, kind))


#: "In", a town's name and a comma stand before such a country.
_TOWN = 3


def _town_of(document: Document, found: dict[int, PlaceMention], country: PlaceMention) -> PlaceMention | None:
    """A town that no file knows, told by its country and the comma before it: "in Cremona, Italy"."""
    words, comma = document.words, country.first - 1
    first = comma
    while first > 1 and comma - first < 4 and (_is_name(words[first - 1]) or words[first - 1] in _PARTICLES):
        first -= 1
    if (
        first == comma
        or not _is_name(words[first])
        or document.lowers[first - 1] not in {"in", "at", "near", "outside"}
    ):
        return None
    if any(k in found for k in range(first, comma)):
        return None
    return _made(document, first, comma, _Entry("place", country.countries[0], "city"))


def _is_name(word: str) -> bool:
    """Whether a word can be of a place's name: capitalised, no function word, not "City-based"."""
    return word[0].isupper() and len(word) > 1 and word not in _NO_NAMES and not word.rpartition("-")[2].islower()


def _name_end(words: tuple[str, ...], first: int, most: int) -> int:
    """Token behind the capitalised name that begins at token `first`; `first` itself where none does."""
    last, k = first, first
    while k < len(words) and k - first < most and (_is_name(words[k]) or (k > first and words[k] in _PARTICLES)):
        k += 1
        if words[k - 1][0].isupper():
            last = k
    return last
