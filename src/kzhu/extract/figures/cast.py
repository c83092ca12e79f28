"""Which countries an article is about: two, one, or none that stands out."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from itertools import chain, compress, pairwise
from operator import attrgetter, sub
from typing import NamedTuple

from kzhu.extract.document import Document, Sentence
from kzhu.extract.places import PlaceMention
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer

#: How much more often than the third the second of a pair is named, in an article that names many countries.
_CLEARLY = 1.6
#: More than this (a name counts 2, a city 1) makes a country a side of the article though its front names it not.
_OFTEN = 3
#: Names of a country count for it; its cities only where nothing else does.
STRONG = frozenset({"country", "demonym", "people"})
_first, _last = attrgetter("first"), attrgetter("last")
_kind, _countries = attrgetter("kind"), attrgetter("countries")


class Cast(NamedTuple):
    """The countries that an article is about."""

    #: The country named most, None where no country stands out.
    main: str | None
    #: The other country of an article about two; None where there is none, or one after another.
    other: str | None
    #: Both, sorted; empty without a pair.
    pair: tuple[str, ...] = ()


def cast_of(document: Document, places: tuple[PlaceMention, ...], knowledge: Knowledge) -> Cast:
    """Who an article is about: two countries, one, or none that stands out.

    What its front names (headline, dateline, first sentence) is at home in it, bodies of a country too; a country
    named once behind is not.
    """
    lead = None
    for sentence in document.sentences:
        if sentence.zone == "body":
            lead = sentence
            break
    front = _bodies(document, lead, knowledge)
    # A country of which the front names but a city, and nothing is said behind, is only the scene of a congress.
    counts, named, firm, behind = dict(front), set(front), set(front), set[str]()
    head, body = (0, 0) if lead is None else (lead.first, lead.last)
    firsts = list(map(_first, places))
    listed = _listed(places, firsts)
    begun = bisect_left(firsts, body)
    for k, mention in enumerate(places[:begun]):
        strong = mention.kind in STRONG
        ahead = mention.first >= head or _is_on_top(document, mention)
        if k in listed and not ahead:
            continue
        weight = 2 if strong else 1
        for code in mention.countries:
            counts[code] = counts.get(code, 0) + weight
            if ahead:
                front[code] = front.get(code, 0) + weight
            if strong or ahead:
                named.add(code)
            if strong:
                firm.add(code)
            elif not ahead:
                behind.add(code)
    # Behind the front nothing but how often and how matters.
    rest = places[begun:]
    if listed:
        rest = tuple([mention for k, mention in enumerate(rest, begun) if k not in listed])
    every = list(chain.from_iterable(map(_countries, rest)))
    strong_ones = compress(rest, map(STRONG.__contains__, map(_kind, rest)))
    strongly = list(chain.from_iterable(map(_countries, strong_ones)))
    for code in dict.fromkeys(every):
        times, strong_times = every.count(code), strongly.count(code)
        counts[code] = counts.get(code, 0) + times + strong_times
        if strong_times < times:
            behind.add(code)
    named.update(strongly)
    firm.update(strongly)
    if document.dateline is not None:
        # Brussels or Geneva at the head of a text may be no more than where bodies of many countries sit.
        named -= {code for code in front if counts[code] == 1}
    scenes = set(front) - firm - behind if firm.intersection(front) else set()
    weights = {code: count + front.get(code, 0) for code, count in counts.items()}
    total = sum(weights.values())
    # Of those named as often, the one named first leads.
    ranked = sorted(
        [(code, 0 if code in scenes else weight) for code, weight in weights.items() if code in named],
        key=_by_weight,
    )[:3]
    if not ranked:
        return Cast(next(iter(counts)) if len(counts) == 1 and sum(counts.values()) > 1 else None, None)
    (main, most), *others = ranked
    if others:
        second, times = others[0]
        third = others[1][1] if len(others) > 1 else 0
        several = len(named) > 4 and times < _CLEARLY * third
        near = second in front or counts[second] > _OFTEN
        if near and (times >= 3 or len(counts) == 2) and most + times >= 0.6 * total and times > third and not several:
            return Cast(main, second, (main, second) if main < second else (second, main))
    if front.get(main) and (not others or others[0][0] not in front or most >= 1.5 * others[0][1]):
        return Cast(main, None)
    leads = bool(others) and most > 4 and most >= 1.5 * others[0][1]
    if leads or most >= (0.45 if most > 4 else 0.75) * total:
        return Cast(main, None)
    return Cast(None, None)


def _by_weight(item: tuple[str, int]) -> int:
    return -item[1]


def _listed(places: tuple[PlaceMention, ...], firsts: list[int]) -> set[int]:
    """Which places stand in a list of three or more: "Germany, Italy and Spain" makes none a side of the article."""
    gaps = map(sub, firsts[1:], map(_last, places))
    # Those no more than a comma behind another.
    joined = compress(range(1, len(places)), map((1).__ge__, gaps))
    listed: set[int] = set()
    for one, two in pairwise(joined):
        if two == one + 1:
            listed.update((one - 1, one, two))
    return listed


def _is_on_top(document: Document, mention: PlaceMention) -> bool:
    """Whether a place stands in the headline or the dateline."""
    headline, dateline = document.headline, document.dateline
    return (headline is not None and mention.span.overlaps(headline)) or (
        dateline is not None and mention.span.overlaps(dateline)
    )


@lru_cache(maxsize=8)
def _national(knowledge: Knowledge) -> Gazetteer[str]:
    """The bodies and companies of one country, by name."""
    return Gazetteer(
        (name, body.country)
        for body in knowledge.organisations.values()
        if body.country is not None and body.kind != "award"
        for name in (body.name, *body.names)
    )


def _bodies(document: Document, lead: Sentence | None, knowledge: Knowledge) -> dict[str, int]:
    """Countries of the bodies that the front names, two for each as for a country's name."""
    if lead is None:
        return {}
    found: dict[str, int] = {}
    national, front = _national(knowledge), document.words[: lead.last]
    capitals = document.capitals[: bisect_left(document.capitals, lead.last)]
    for _, _, countries in national.hits(front, national.begins(front, capitals, document.vocabulary)):
        found[countries[0]] = found.get(countries[0], 0) + 2
    return found
