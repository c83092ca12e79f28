"""Clues of anniversaries and numbered sessions.

"Born 200 years ago this year", "the 78th session of the UN General Assembly": when what they count from began stands in
data/milestones.yaml.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from kzhu.extract.clues.anniversaries import anniversary_clue, count_of_years, counts_years, ordinal
from kzhu.extract.clues.clue import Clue
from kzhu.extract.document import Document, Sentence
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.knowledge.milestones import Milestone

#: Words that tell of an end where a milestone may be a birth.
_DEATH = frozenset({"death", "died", "dead", "dies", "passed"})


@lru_cache(maxsize=8)
def _milestones(knowledge: Knowledge) -> Gazetteer[Milestone]:
    return Gazetteer([(name, entry) for entry in knowledge.milestones.values() for name in entry.names])


@lru_cache(maxsize=8)
def _sessions(knowledge: Knowledge) -> Gazetteer[Milestone]:
    """The few whose sessions are numbered: what is left where no years are counted."""
    entries = [entry for entry in knowledge.milestones.values() if entry.counts == "sessions"]
    return Gazetteer([(name, entry) for entry in entries for name in entry.names])


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
    names = _milestones(knowledge) if counts_years(document) else _sessions(knowledge)
    begins = names.begins(document.words, document.capitals, document.vocabulary)
    # Many a text has such words, few have a milestone.
    told = {i for hit in names.found(document.words, begins) for i in range(hit.first, hit.last)}
    if not told:
        return
    begins = [i for i in begins if i in told]
    seen: set[str] = set()
    for sentence in dict.fromkeys(map(document.sentence_at, [document.starts[i] for i in begins])):
        if sentence is None:
            continue
        inside = begins[bisect_left(begins, sentence.first) : bisect_left(begins, sentence.last)]
        for hit in names.found(document.words, inside, sentence.last):
            for entry in hit.values:
                counted = None if entry.key in seen else _counted(document, sentence, hit.first, hit.last, entry)
                if counted is None or not _concerns(document, sentence, entry, knowledge):
                    continue
                count, first, last = counted
                seen.add(entry.key)
                span = (document.starts[min(first, hit.first)], document.ends[max(last, hit.last) - 1])
                clue = _clue(document, sentence, entry, count, span)
                if clue is not None:
                    yield clue


def _concerns(document: Document, sentence: Sentence, entry: Milestone, knowledge: Knowledge) -> bool:
    """Whether the sentence names one of the countries that the milestone is of."""
    if not entry.countries:
        return True
    words = tuple(" ".join(document.words[sentence.first : sentence.last]).replace("-", " ").split())
    return any(set(hit.values) & set(entry.countries) for hit in _countries(knowledge).find(words))


def _clue(document: Document, sentence: Sentence, entry: Milestone, count: int, span: tuple[int, int]) -> Clue | None:
    words = " ".join(document.text[span[0] : span[1]].split())
    lowers = document.lowers[sentence.first : sentence.last]
    if entry.counts == "sessions":
        # It opens in its year, is spoken of before, and lasts into the next.
        year = entry.year + count - 1
        reason = f'"{words}": the first was in {entry.year}'
        return Clue(reason, ((f"{year}-01-01", f"{year + 1}-06-30"),), weight=2, span=span)
    if entry.label.startswith("the birth of") and not _DEATH.isdisjoint(lowers):
        # "175 years since the death of ...": of deaths nothing is known here.
        return None
    return anniversary_clue(f'"{words}": {entry.label} was in {entry.year}', entry.year + count, lowers, span)


def _counted(
    document: Document, sentence: Sentence, first: int, last: int, entry: Milestone
) -> tuple[int, int, int] | None:
    """The number told with the milestone, and its tokens."""
    if entry.counts == "sessions":
        for i in range(max(sentence.first, first - 5), first):
            number = ordinal(document, i)
            if number is not None:
                return number, i, last
        return None
    near = range(max(sentence.first, first - 10), min(sentence.last - 1, last + 8))
    return next((found for i in near if (found := count_of_years(document, i)) is not None), None)
