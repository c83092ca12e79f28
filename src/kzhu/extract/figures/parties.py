"""Which countries a figure is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from kzhu.extract.document import Sentence
from kzhu.extract.figures.scene import Passage, Scene, places_within
from kzhu.extract.places import PlaceMention

#: How much more often than the third the second of a pair is named, in an article that names many countries.
_CLEARLY = 1.6
#: Tokens of a sentence looked through for the other country.
_REACH = 200
_RELATIVE = frozenset({"whose", "which", "where"})
#: Names of a country count for it; its cities only where nothing else does.
_STRONG = frozenset({"country", "demonym", "people"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The countries that an article is about."""

    #: The country named most, None where no country stands out.
    main: str | None
    #: The other country of an article about two; None where there is none, or one after another.
    other: str | None

    @property
    def pair(self) -> tuple[str, ...]:
        """Both, sorted; empty without a pair."""
        return tuple(sorted((self.main, self.other))) if self.main and self.other else ()


def cast_of(places: tuple[PlaceMention, ...]) -> Cast:
    """Who an article is about: two countries, one, or none that stands out."""
    counts: Counter[str] = Counter()
    named: set[str] = set()
    for mention in places:
        strong = mention.kind in _STRONG
        for code in mention.countries:
            counts[code] += 2 if strong else 1
        if strong:
            named.update(mention.countries)
    ranked = [item for item in counts.most_common() if item[0] in named][:3]
    if not ranked:
        return Cast(next(iter(counts)) if len(counts) == 1 and counts.total() > 1 else None, None)
    if ranked[0][1] < 3 and len(counts) > 2:
        return Cast(None, None)
    total = sum(counts.values())
    (main, most), *others = ranked
    if others:
        second, times = others[0]
        third = others[1][1] if len(others) > 1 else 0
        several = len(named) > 4 and times < _CLEARLY * third
        if (times >= 3 or len(counts) == 2) and most + times >= 0.6 * total and times > third and not several:
            return Cast(main, second)
    leads = bool(others) and most > 4 and most >= 1.5 * others[0][1]
    if leads or most >= (0.45 if most > 4 else 0.75) * total:
        return Cast(main, None)
    return Cast(None, None)


def parties_of(scene: Scene, cast: Cast, passage: Passage, first: int, last: int, *, mutual: bool) -> tuple[str, ...]:
    """The countries of the figure in tokens [first, last)."""
    here = _countries(passage.places, strong=True)
    if mutual:
        return _both(scene, cast, passage, here)
    near = _countries(_near(scene, passage, first, last), strong=True)
    if near:
        return tuple(sorted(near))
    if cast.pair:
        return cast.pair
    if here and cast.main in here:
        return tuple(sorted(here)) if len(here) <= 2 else (cast.main,)
    if cast.main:
        partners = _partners(scene, cast, passage.sentence)
        return tuple(sorted({cast.main, *partners[:1]})) if cast.main else ()
    return ()


def _both(scene: Scene, cast: Cast, passage: Passage, here: list[str]) -> tuple[str, ...]:
    pair = cast.pair
    if len(here) == 2:
        return tuple(sorted(here))
    if pair and (not here or set(here) <= set(pair)):
        return pair
    if len(here) > 2:
        return pair if pair and set(pair) <= set(here) else tuple(sorted(here[:2]))
    if len(here) == 1 and cast.main and here[0] != cast.main:
        return tuple(sorted((cast.main, here[0])))
    if cast.main:
        partners = _partners(scene, cast, passage.sentence)
        return tuple(sorted({cast.main, *partners[:1]}))
    return tuple(sorted(here))


def _countries(places: tuple[PlaceMention, ...], *, strong: bool) -> list[str]:
    found: list[str] = []
    for mention in places:
        if not strong or mention.kind in _STRONG:
            found += [code for code in mention.countries if code not in found]
    return found


def _near(scene: Scene, passage: Passage, first: int, last: int) -> tuple[PlaceMention, ...]:
    """Places of the figure's own clause: back to a comma or to 12 tokens, on to the next stop."""
    lowers = scene.document.lowers
    begin = first
    if begin - 1 > passage.sentence.first and lowers[begin - 1] == ",":
        begin -= 1  # "The Polish section, some 90 km long, ..."
    while begin > passage.sentence.first and first - begin < 14:
        if lowers[begin - 1] in {";", "while", "but"} or (lowers[begin - 1] == "," and lowers[begin] not in _RELATIVE):
            break
        begin -= 1
    end = last
    while end < passage.sentence.last and end - last < 12 and lowers[end] not in {";", ",", ".", "while", "but"}:
        end += 1
    return places_within(passage.places, begin, end)


def _partners(scene: Scene, cast: Cast, sentence: Sentence) -> list[str]:
    """Other countries than the main one, of the sentence's paragraph, else of the paragraph before; nearest first."""
    document = scene.document
    k = bisect_left(document.sentences, sentence.start, key=lambda item: item.start)
    found: list[str] = []
    for j in range(k, max(-1, k - 12), -1):
        if j >= len(document.sentences) or document.sentences[j].paragraph < sentence.paragraph - 1:
            break
        one = document.sentences[j]
        for mention in places_within(scene.places, one.first, min(one.last, one.first + _REACH)):
            if mention.kind in _STRONG:
                found += [code for code in mention.countries if code != cast.main and code not in found]
    return found


def flow_of(scene: Scene, passage: Passage, first: int, parties: tuple[str, ...]) -> tuple[str | None, str | None]:
    """(from, to) of an investment: "from Hungary to Kazakhstan", "Turkish investment in Uzbekistan"."""
    if len(parties) != 2:
        return None, None
    lowers = scene.document.lowers
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
