"""Which countries a figure is about."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from kzhu.extract.document import Sentence
from kzhu.extract.figures.cast import STRONG, Cast
from kzhu.extract.figures.clauses import cited
from kzhu.extract.figures.scene import Passage, Scene, named_within, opening, places_within, speakers
from kzhu.extract.figures.sides import scene_of, sides_of, without_borders
from kzhu.extract.places import PlaceMention

#: Tokens of a sentence looked through for the other country.
_REACH = 200
_OWN_PARTS = frozenset(("its", word) for word in ("part", "section", "share", "own", "half", "stretch", "side", "bank"))
_WORLDWIDE = frozenset("un unesco unicef unhcr nato eu who imf undp".split())
#: Tokens from a comma to the adjective of what is apposed, and from there to the comma behind.
_PHRASE, _REST = 4, 6
#: What ends the clause of a figure before it, and behind it.
_BACK = frozenset({",", ";", "while", "but"})
_AHEAD = _BACK | {"."}
_INSIDE = frozenset("in at near western eastern northern southern central the".split())
_PARTNERED = frozenset({"to", "from", "with", "between", "in", "into"})
#: Tokens before an amount in which its subject stands.
_SUBJECT = 14
_RELATIVE = frozenset({"whose", "which", "where"})
#: Of people or money from everywhere.
_ABROAD = frozenset({"foreign", "international", "overseas"})


def parties_of(scene: Scene, cast: Cast, passage: Passage, first: int, last: int, *, mutual: bool) -> tuple[str, ...]:
    """The countries of the figure in tokens [first, last)."""
    home = scene.headings.get(opening(scene.document, passage.sentence)) if scene.headings else None
    if home is not None:
        return tuple(sorted({home, *_countries(passage.places, strong=True)[:2]}))
    if mutual:
        if not _ABROAD.isdisjoint(scene.lowers[first:last]):
            clause = _countries(_near(scene, passage, first, last), strong=False)
            if len(clause) == 1:
                return tuple(clause)  # "2.4 million foreign tourists visited Almaty"
        return _both(scene, cast, passage, _countries(passage.places, strong=True), first)
    bordering = False
    if passage.places:
        places = without_borders(scene, passage.places)
        if len(places) < len(passage.places):
            bordering, passage = True, replace(passage, places=places)
    around = _near(scene, passage, first, last)
    near = _countries(around, strong=True)
    if len(near) > 1 and len(passage.quantities) > 1 and (own := _nearest(passage, first)) is not None:
        return (own,)  # "Kazakhstan's GDP will rise by 3.4 percent and Uzbekistan's by 5.3 percent"
    if not near and (cast.pair or not cast.main):
        near = sides_of(scene, passage, first, last, cast.pair)
        if not near:
            near = (
                _start(scene, around) if bordering else _subject(scene, passage, first, own=_is_own_part(scene, last))
            )
    if len(near) == 1 and near[0] in cast.pair and _is_apposed(scene, cast, passage, first):
        return cast.pair  # "Wienerberger, the Austrian brickmaker, will put up a factory in Georgia"
    if len(near) == 1 and near[0] in cast.pair and _is_agent(scene, around):
        return cast.pair  # "fish farms equipped by Hungarian firms produce ..."
    if len(near) == 1 and near[0] in cast.pair and not _is_own_part(scene, last):
        # "The Turkish company will build a hospital in Shymkent"
        around += scene_of(scene, passage, first)
        near += [code for code in _countries(around, strong=False) if code in cast.pair and code not in near]
    elif near and cast.pair and "also" in scene.lowers[passage.first : first]:
        near = [*cast.pair, *(code for code in near if code not in cast.pair)]
    if near:
        return tuple(sorted(near))
    if cast.pair:
        return cast.pair
    here = _countries(passage.places, strong=True)
    if here and cast.main in here:
        return tuple(sorted(here)) if len(here) <= 2 else (cast.main,)
    if cast.main:
        return (cast.main,)
    return ()


def _subject(scene: Scene, passage: Passage, first: int, *, own: bool) -> list[str]:
    """The country of the places that the subject is of: "the mills of Lodz and Radom", "Zagreb, on its part"."""
    lowers = scene.lowers
    places = [place for place in passage.places if place.last <= first and first - place.first <= _SUBJECT]
    whose = [place for place in places if own or lowers[place.first - 1] == "of"]
    codes = {code for place in places for code in place.countries}
    return sorted(codes) if whose and len(codes) == 1 else []


def _is_apposed(scene: Scene, cast: Cast, passage: Passage, first: int) -> bool:
    """Whether the subject is told to be of the one side, set off by commas, and something in the other."""
    lowers = scene.lowers
    floor = passage.first
    named = [place for place in passage.places if place.kind in STRONG and place.last <= first]
    for place in named:
        comma = next(
            (j for j in range(place.first - 1, max(floor, place.first - _PHRASE) - 1, -1) if lowers[j] == ","), 0
        )
        closed = "," in lowers[place.last : place.last + _REST]
        within = [other for other in named if other.first > place.last and lowers[other.first - 1] in _INSIDE]
        if comma > floor and closed and within:
            return {*place.countries, *within[0].countries} == set(cast.pair)
    return False


def _is_agent(scene: Scene, around: tuple[PlaceMention, ...]) -> bool:
    """Whether a country is told of only as the doer or the helper of another's work: "built by Polish firms"."""
    lowers = scene.lowers
    strong = [place for place in around if place.kind in STRONG]
    return bool(strong) and all(lowers[place.first - 1] in {"by", "with"} for place in strong)


def _is_own_part(scene: Scene, last: int) -> bool:
    """Whether an amount is of one side alone: "spent 2 billion on its part of the railway"."""
    after = scene.lowers[last : last + 7]
    return "its" in after and any(pair in _OWN_PARTS for pair in pairwise(after))


def _start(scene: Scene, around: tuple[PlaceMention, ...]) -> list[str]:
    """The country of the place where a way begins: "from Kaunas to the border"."""
    lowers = scene.lowers
    return next((list(place.countries) for place in around if lowers[place.first - 1] == "from"), [])


def _both(scene: Scene, cast: Cast, passage: Passage, here: list[str], first: int) -> tuple[str, ...]:
    pair = cast.pair
    if len(here) > 1 and len(passage.quantities) > 1 and (goal := _goal(scene, passage, first)) is not None:
        base = next((code for code in (cast.main, here[0]) if code is not None and code != goal), None)
        if base is not None:
            return tuple(sorted((base, goal)))  # "300 million to South Korea and 150 million to Japan"
    if len(here) == 2 and not pair and len(passage.quantities) > 1 and not _is_between(scene, passage):
        own = _nearest(passage, first)  # "Russia shipped 4.1 million tonnes and Ukraine 1.2 million"
        return (own,) if own is not None else tuple(sorted(here))
    if len(here) == 2:
        return tuple(sorted(here))
    if not here and len(spoken := _speaking(scene, passage)) == 2 and (cast.main in spoken or not cast.main):
        return tuple(sorted(spoken))
    third = _partners(scene, cast, passage.sentence)[:2] if pair and not here else []
    if len(third) == 1 and cast.main and cast.other not in third:
        return tuple(sorted((cast.main, third[0])))  # a paragraph about the main country and a third one
    if pair and (not here or set(here) <= set(pair)):
        return pair
    if len(here) > 2 and cast.main and not pair and (own := _nearest(passage, first)) is not None:
        return tuple(sorted({cast.main, own}))  # "Russia took 78 million bottles, followed by Poland with 7.4 million"
    if len(here) > 2:
        return pair if pair and set(pair) <= set(here) else tuple(sorted(here[:2]))
    if len(here) == 1 and cast.main and here[0] != cast.main:
        return tuple(sorted((cast.main, here[0])))
    if here == [cast.main] and not _WORLDWIDE.isdisjoint(scene.lowers[first : passage.last]):
        return (here[0],)  # "will give 2 million to a UN programme"
    if cast.main:
        partners = _partners(scene, cast, passage.sentence)
        return tuple(sorted({cast.main, *partners[:1]}))
    return tuple(sorted(here))


def _goal(scene: Scene, passage: Passage, first: int) -> str | None:
    """The one country that an amount goes to or comes from, named behind it and before the next one."""
    lowers = scene.lowers
    end = min((other.first for other in passage.quantities if other.first > first), default=passage.last)
    near = [place for place in passage.places if first < place.first < end and place.kind in STRONG]
    if not near or len(near[0].countries) != 1 or lowers[near[0].first - 1] not in {"to", "from"}:
        return None
    return near[0].countries[0]


def _is_between(scene: Scene, passage: Passage) -> bool:
    """Whether a country of the sentence is told of as partner of another: "to Russia", "with Ukraine"."""
    lowers = scene.lowers
    return any(
        place.kind in STRONG and not _PARTNERED.isdisjoint(lowers[place.first - 2 : place.first])
        for place in passage.places
    ) or any(len(place.countries) > 1 for place in passage.places)


def _nearest(passage: Passage, first: int) -> str | None:
    """The one country named between the quantity before and this one."""
    floor = max((other.last for other in passage.quantities if other.last <= first), default=passage.first)
    places = tuple(place for place in passage.places if floor <= place.first < first)
    named = _countries(places, strong=True)
    return named[0] if len(named) == 1 else None


def _speaking(scene: Scene, passage: Passage) -> set[str]:
    """Countries for whom the people speak that this paragraph has named so far."""
    begin = scene.document.starts[opening(scene.document, passage.sentence)]
    people = speakers(scene)
    i = bisect_left(people, (begin, ""))
    j = bisect_left(people, (passage.sentence.end, ""))
    return {country for _, country in people[max(i, j - _REACH) : j]}


def _countries(places: tuple[PlaceMention, ...], *, strong: bool) -> list[str]:
    if not places:
        return []
    if strong:
        return list(dict.fromkeys([code for place in places if place.kind in STRONG for code in place.countries]))
    return list(dict.fromkeys([code for place in places for code in place.countries]))


def _near(scene: Scene, passage: Passage, first: int, last: int) -> tuple[PlaceMention, ...]:
    """Places of the figure's own clause: back to a comma or to 14 tokens, on to the next stop; nobody cited."""
    if not passage.places:
        return ()
    lowers = scene.lowers
    begin = _clause_begin(scene, passage, first, last)
    end, most = last, min(passage.last, last + 12)
    while end < most and lowers[end] not in _AHEAD:
        end += 1
    places = places_within(passage.places, begin, end)
    while places and end < passage.last and lowers[end] == "," and places[-1].last == end:
        more = places_within(passage.places, end + 1, end + 2)
        if not more:
            break
        end = more[0].last  # "for Libya, Sudan and Kenya"
        while end < passage.last and end - more[0].last < 3 and lowers[end] not in {";", ",", "."}:
            end += 1
        places = places_within(passage.places, begin, end)
    return places


def _clause_begin(scene: Scene, passage: Passage, first: int, last: int) -> int:
    """Where the clause of the figure in tokens [first, last) begins, at most 14 tokens back; nobody cited counts."""
    lowers, sentence = scene.lowers, passage.sentence
    floor, begin = max(sentence.first, first - 14), first
    if begin - 1 > sentence.first and lowers[begin - 1] == ",":
        begin -= 1  # "The Polish section, some 90 km long, ..."
    if _BACK.isdisjoint(lowers[floor:begin]):
        return min(begin, floor)
    skipped: dict[int, int] | None = None
    while begin > floor:
        j = begin - 1
        while j >= floor and lowers[j] not in _BACK:
            j -= 1
        if j < floor:
            return floor
        if lowers[j] != ",":
            return j + 1
        if lowers[j + 1] in _RELATIVE:
            begin = j
            continue
        if skipped is None:
            skipped = {stop: start for start, stop in cited(scene, sentence, first, last)}
        start = skipped.get(j)
        if start is None or lowers[start - 1] != ",":
            return j + 1
        first -= j + 1 - start  # "Greek companies, according to the minister, want to build ..."
        begin, floor = start - 1, max(sentence.first, first - 14)
    return begin


def _partners(scene: Scene, cast: Cast, sentence: Sentence) -> list[str]:
    """Other countries than the main one, of the sentence's paragraph; nearest first."""
    sentences = scene.document.sentences
    k = bisect_left(sentences, (sentence.start,))
    found: list[str] = []
    for j in range(k, max(-1, k - 12), -1):
        if j >= len(sentences):
            break
        _, _, first, last, paragraph, _ = sentences[j]
        if paragraph < sentence.paragraph:
            break
        for mention in named_within(scene, first, min(last, first + _REACH)):
            if mention.kind in STRONG:
                found += [code for code in mention.countries if code != cast.main and code not in found]
    return found


def flow_of(scene: Scene, passage: Passage, first: int, parties: tuple[str, ...]) -> tuple[str | None, str | None]:
    """(from, to) of an investment: "from Hungary to Kazakhstan", "Turkish investment in Uzbekistan"."""
    if len(parties) != 2:
        return None, None
    lowers = scene.lowers
    source: str | None = None
    target: str | None = None
    for mention in passage.places:
        code = next((code for code in mention.countries if code in parties), None)
        if code is None or len(mention.countries) != 1:
            continue
        before = lowers[mention.first - 1] if mention.first else ""
        before = lowers[mention.first - 2] if before == "the" and mention.first > 1 else before
        if before == "from" and source is None:
            source = code
        elif before in {"to", "in", "into"} and target is None:
            target = code
        elif mention.kind in {"demonym", "country"} and mention.first < first and source is None and before != "of":
            source = code
    if source and target is None:
        target = next(code for code in parties if code != source)
    elif target and source is None:
        source = next(code for code in parties if code != target)
    return (source, target) if source != target else (None, None)
