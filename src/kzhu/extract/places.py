"""Countries, their people and adjectives, cities and regions that a text names.

Most are known names (data/countries.yaml, data/places.yaml). Grammar adds what no list can hold: "the Korday
district", "Lake Zaysan", "the village of Zerenda", "in Cremona, Italy", "Kazakh-Hungarian".
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from kzhu.extract.document import Document
from kzhu.extract.placenames import Entry, PlaceKind, PlaceNames, place_names
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Hit
from kzhu.records import Span


# Never changed once it is made. A tuple's fields would be slower to read, and every room reads them.
@dataclass(slots=True, unsafe_hash=True)
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


#: Makes a span of a tuple, without a call in Python: a text has dozens.
_as_span = partial(tuple.__new__, Span)
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
_MAKERS: frozenset[str] = frozenset({*_BEHIND, *_OF, *(word.lower() for word in _BEFORE)})
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


def makes_place(word: str, lower: str) -> bool:
    """Whether a word, also in small letters, may make a place of its neighbours, or of its parts as compounds do."""
    return lower in _MAKERS or ("-" in word and word[0].isupper())


def find_places(document: Document, knowledge: Knowledge) -> tuple[PlaceMention, ...]:
    """Every country, demonym and known place of the text, in its order, furniture included.

    A name that stands for several things comes with the first of them in the data files, unless its neighbour tells
    ("Atlanta, Georgia"). "Kazakh-Hungarian" is one demonym of two countries.
    """
    lexicon = place_names(knowledge)
    found: dict[int, PlaceMention] = {}
    before: PlaceMention | None = None
    #: Countries that may tell of a town before the comma.
    lands: list[PlaceMention] = []
    starts, ends = document.starts, document.ends
    names, words, lowers, doubts = lexicon.names, document.words, document.lowers, lexicon.doubts
    size, new = len(lowers), object.__new__
    for first, last, values in names.hits(words, document.places):
        entry: Entry | None
        entry = values[0]
        behind = lowers[last] if last < size else ""
        if len(values) > 1 or behind in doubts or not entry.plain:
            entry = _meant(document, lexicon, (first, last, values), behind, before)
            if entry is None:
                continue
        # A call of the class would cost as much again, and a text has dozens.
        found[first] = before = new(PlaceMention)
        before.span = _as_span((starts[first], ends[last - 1]))
        before.first, before.last = first, last
        before.kind = kind = entry.kind or "place"
        before.countries, before.place = entry.countries, entry.place
        if kind == "country" and words[first - 1] == "," and first >= _TOWN:
            lands.append(before)
    grown = False
    for i in document.makers:
        made = _grown(document, lexicon, found, i)
        if made is not None and not _covered(found, i):
            for inner in range(made.first, made.last):
                found.pop(inner, None)
            found[made.first] = made
            grown = True
    for mention in lands:
        if found.get(mention.first) is not mention:
            continue
        town = _town_of(document, found, mention)
        if town is not None:
            found[town.first] = town
            grown = True
    return tuple(found.values()) if not grown else tuple(map(found.__getitem__, sorted(found)))


def _covered(found: dict[int, PlaceMention], i: int) -> bool:
    """Whether token i lies in a name already found; known names have at most eight tokens."""
    near = [k for k in range(i - 7, i + 1) if k in found]
    return bool(near) and any(found[k].last > i for k in near)


def _meant(
    document: Document, lexicon: PlaceNames, hit: Hit[Entry], behind: str, before: PlaceMention | None
) -> Entry | None:
    """What a name found in a text stands for here, given the word behind it and the place named last before it.

    None where it is no place.
    """
    words, lowers = document.words, document.lowers
    first, last, values = hit
    entry = values[0]
    kind = entry.kind
    if kind is None:
        return None
    if kind == "country" and behind in lexicon.money:
        return None
    if len(values) > 1 and before is not None and before.last == first - 1 and words[first - 1] == ",":
        # "Atlanta, Georgia": the state, not the country.
        same = [value for value in values if before.kind == "place" and _shares(value, before.countries)]
        entry = same[0] if same else entry
    elif behind == "," and kind == "place":
        entry = _of_state(lexicon, words, last + 1, entry)
    if entry.careful and not _vouched(document, lexicon, first, last, entry, before):
        return None
    if entry.kind == "place" and words[first] in lexicon.given and _called(words, lowers, first, last):
        return None
    return entry


def _shares(entry: Entry, countries: tuple[str, ...]) -> bool:
    return not set(countries).isdisjoint(entry.countries)


def _called(words: tuple[str, ...], lowers: tuple[str, ...], first: int, last: int) -> bool:
    """Whether a capitalised word behind a place that is a given name too makes it a person's: "Milan Kundera"."""
    behind = words[last] if last < len(words) else ""
    return last == first + 1 and behind.istitle() and (first == 0 or lowers[first - 1] not in _LEADS)


def _of_state(lexicon: PlaceNames, words: tuple[str, ...], i: int, entry: Entry) -> Entry:
    """The namesake meant by "Cambridge, Massachusetts", told by the name at token i."""
    state = lexicon.names.at(words, i) if i < len(words) else None
    other = state.values[0] if state is not None and state.values[0].place == "region" else None
    if other is None or not other.countries or other.countries == entry.countries:
        return entry
    return Entry("place", other.countries, "city", entry.careful)


def _vouched(
    document: Document, lexicon: PlaceNames, first: int, last: int, entry: Entry, before: PlaceMention | None
) -> bool:
    """Whether a name that is also a person's or an everyday word is meant as a place here."""
    words, lowers = document.words, document.lowers
    if words[first].isupper() and len(words[first]) > 1:
        return first == 0 or "\n" in document.text[document.ends[first - 1] : document.starts[first]]
    after = words[last] if last < len(words) else ""
    if after == "," and last + 1 < len(words):
        country = lexicon.names.at(words, last + 1)
        if country is not None and any(value.countries == entry.countries for value in country.values):
            return True
    # "In Victoria Nuland's words": a capitalised word behind it makes it part of a longer name.
    if first == 0 or after[:1].isupper():
        return False
    word = lowers[first - 1]
    if word == "of":
        return lowers[first - 2] in _TOWNS
    beside = before is not None and before.kind == "place" and before.last == first - 1
    return word in _LEADS or (beside and word in {"and", ","})


def _made(document: Document, first: int, last: int, entry: Entry) -> PlaceMention:
    span = _as_span((document.starts[first], document.ends[last - 1]))
    return PlaceMention(span, first, last, entry.kind or "place", entry.countries, entry.place)


def _grown(document: Document, lexicon: PlaceNames, found: dict[int, PlaceMention], i: int) -> PlaceMention | None:
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
    return _made(document, first, last, Entry("place", (), kind)) if last > known else None


def _compound(document: Document, lexicon: PlaceNames, i: int) -> PlaceMention | None:
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
            return _made(document, first, i + 1, Entry("place", known.countries[:1], kind))
        return None
    if any(k in found for k in range(first, i)) or words[i - 1].lower().endswith(_ADJECTIVE_ENDS):
        return None
    return _made(document, first, i + 1, Entry("place", (), kind))


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
    return _made(document, first, comma, Entry("place", country.countries[:1], "city"))


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
