"""Clues of anniversaries and numbered sessions.

"Born 200 years ago this year", "the 78th session of the UN General Assembly": when what they count from began stands in
data/milestones.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kzhu.extract.clues.clue import Clue
from kzhu.extract.document import Document, Sentence
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.knowledge.milestones import Milestone

_ORDINAL = re.compile(r"(\d{1,4})(?:st|nd|rd|th)$")
_ORDINAL_WORDS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "centenary": 100}
#: Words of one who gets ready for a jubilee.
_AHEAD = frozenset("will next upcoming forthcoming ahead preparations plan plans planned prepare eve".split())
_ANNIVERSARY = frozenset("anniversary jubilee birthday centenary bicentenary".split())


@lru_cache(maxsize=8)
def _milestones(knowledge: Knowledge) -> Gazetteer[Milestone]:
    return Gazetteer([(name, entry) for entry in knowledge.milestones.values() for name in entry.names])


@lru_cache(maxsize=8)
def _countries(knowledge: Knowledge) -> Gazetteer[str]:
    """Countries by their names and adjectives, for milestones that are of certain countries only."""
    return Gazetteer(
        (name, country.code)
        for country in knowledge.countries.values()
        for name in (country.name, *country.names, *country.demonyms)
    )


def find_milestone_clues(document: Document, knowledge: Knowledge) -> Iterator[Clue]:
    """Clues of what is counted from a known beginning, each milestone once."""
    if not knowledge.milestones:
        return
    seen: set[str] = set()
    for sentence in document.sentences:
        for hit in _milestones(knowledge).find(document.words, sentence.first, sentence.last):
            for entry in hit.values:
                counted = None if entry.key in seen else _counted(document, sentence, hit.first, hit.last, entry)
                if counted is None or not _concerns(document, sentence, entry, knowledge):
                    continue
                count, first, last = counted
                seen.add(entry.key)
                span = (document.starts[min(first, hit.first)], document.ends[max(last, hit.last) - 1])
                yield _clue(document, sentence, entry, count, span)


def _concerns(document: Document, sentence: Sentence, entry: Milestone, knowledge: Knowledge) -> bool:
    """Whether the sentence names one of the countries that the milestone is of."""
    if not entry.countries:
        return True
    words = [part for word in document.words[sentence.first : sentence.last] for part in word.split("-") if part]
    return any(set(hit.values) & set(entry.countries) for hit in _countries(knowledge).find(words))


def _clue(document: Document, sentence: Sentence, entry: Milestone, count: int, span: tuple[int, int]) -> Clue:
    year = entry.year + count - (1 if entry.counts == "sessions" else 0)
    words = " ".join(document.text[span[0] : span[1]].split())
    lowers = document.lowers[sentence.first : sentence.last]
    if entry.counts == "sessions":
        # It opens in its year, is spoken of before, and lasts into the next.
        reason = f'"{words}": the first was in {entry.year}'
        return Clue(reason, ((f"{year}-01-01", f"{year + 1}-06-30"),), weight=2, span=span)
    reason = f'"{words}": {entry.label} was in {entry.year}'
    this_year = any(lowers[i : i + 2] == ("this", "year") for i in range(len(lowers)))
    if this_year or _AHEAD.isdisjoint(lowers):
        return Clue(reason, ((f"{year}-01-01", f"{year}-12-31"),), weight=4 if this_year else 2, span=span)
    # A jubilee is got ready for in the year before.
    return Clue(reason, ((f"{year - 1}-01-01", f"{year}-12-31"),), span=span)


def _counted(
    document: Document, sentence: Sentence, first: int, last: int, entry: Milestone
) -> tuple[int, int, int] | None:
    """The number told with the milestone, and its tokens."""
    lowers = document.lowers
    if entry.counts == "sessions":
        for i in range(max(sentence.first, first - 5), first):
            number = _ordinal(document, i)
            if number is not None:
                return number, i, last
        return None
    for i in range(max(sentence.first, first - 10), min(sentence.last - 1, last + 8)):
        number = _ordinal(document, i)
        near = lowers[i : i + 3]
        if number is not None and (_ANNIVERSARY.intersection(near) or lowers[i].endswith("-anniversary")):
            return number, i, i + 2
        if lowers[i].isdigit() and near[1:] in {("years", "ago"), ("years", "since")}:
            return int(lowers[i]), i, i + 3
    return None


def _ordinal(document: Document, i: int) -> int | None:
    """The number of "28th" (two tokens, or one), "tenth"."""
    word = document.lowers[i].removesuffix("-anniversary")
    found = _ORDINAL.match(word)
    if found:
        return int(found[1])
    joined = word.isdigit() and i + 1 < len(document.lowers) and document.starts[i + 1] == document.ends[i]
    if joined and document.lowers[i + 1].split("-")[0] in {"st", "nd", "rd", "th"}:
        return int(word)
    return _ORDINAL_WORDS.get(word)
