"""Words that name a metric, found once in a text: "mutual trade", "exported", "killed"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from kzhu.extract.document import Document
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer

#: "demand" is what someone does, where one of these follows: "they demand a rise".
_DEMANDS = frozenset({"demand", "demands"})
_ASKED = frozenset({"a", "an", "the", "that", "higher", "more", "better", "at"})
_VOWELS = frozenset("aeiou")


class Cue(NamedTuple):
    """Tokens [first, last) that name one metric, or several ("gdp" is an amount and a growth)."""

    first: int
    last: int
    metrics: tuple[str, ...]
    #: Whether it is a verb: "exported".
    verb: bool


class _Entry(NamedTuple):
    metric: str
    verb: bool


@lru_cache(maxsize=8)
def _lexicon(knowledge: Knowledge) -> Gazetteer[_Entry]:
    names: list[tuple[str, _Entry]] = []
    for metric in knowledge.metrics.values():
        for wording in metric.wordings:
            names += [
                (form, _Entry(metric.key, verb=False))
                for form in {wording, _plural(wording), _headed(wording, metric.key)}
            ]
        for verb in metric.verbs:
            names += [(form, _Entry(metric.key, verb=True)) for form in _inflected(verb)]
    # A noun wins over a verb of the same form: "exports".
    return Gazetteer(sorted(names, key=lambda item: item[1].verb))


@lru_cache(maxsize=8)
def counted(knowledge: Knowledge) -> dict[str, str]:
    """Metric by the noun, in the singular, that is counted under it."""
    return {noun: metric.key for metric in knowledge.metrics.values() for noun in metric.counts}


def _plural(wording: str) -> str:
    if wording.endswith(("s", "d", "o", " in", "of", " on", " for", "at")):
        return wording
    if wording.endswith("y") and wording[-2] not in _VOWELS:
        return f"{wording[:-1]}ies"
    return f"{wording}es" if wording.endswith(("x", "ch", "sh")) else f"{wording}s"


def _headed(wording: str, key: str) -> str:
    """The plural of a phrase whose head stands before "of": "stocks of", "costs of the project"."""
    head, of, rest = wording.partition(" of")
    if key == "share" or not of or (rest and rest[0] != " ") or " " in head or head.endswith("s"):
        return wording
    return f"{_plural(head)} of{rest}"


def _inflected(verb: str) -> set[str]:
    first, *others = verb.split()
    forms = {first, *others}
    if first.endswith("e"):
        forms |= {f"{first}s", f"{first[:-1]}ing"}
        forms |= set() if others else {f"{first}d"}
    elif first.endswith("y") and first[-2] not in _VOWELS:
        forms |= {f"{first[:-1]}ies", f"{first}ing"}
        forms |= set() if others else {f"{first[:-1]}ied"}
    else:
        forms |= {f"{first}es" if first.endswith(("ch", "sh", "x", "s")) else f"{first}s", f"{first}ing"}
        forms |= set() if others else {f"{first}ed"}
    return forms


def find_cues(document: Document, knowledge: Knowledge, numbered: Iterable[int]) -> tuple[Cue, ...]:
    """The cues of the sentences with these numbers, in order, longest first, none overlapping another."""
    words, lowers, lexicon = document.words, document.lowers, _lexicon(knowledge)
    firsts: set[int] | None = None
    cues: list[Cue] = []
    for k in numbered:
        sentence = document.sentences[k]
        for first, last, entries in lexicon.find(lowers, sentence.first, sentence.last):
            word = words[first]
            if word[0].isupper():
                if firsts is None:
                    firsts = {sentence.first for sentence in document.sentences}
                if _in_name(words, first, last, firsts):
                    continue
            if lowers[first] in _DEMANDS and not _ASKED.isdisjoint(lowers[first + 1 : first + 2]):
                continue
            one = entries[0]
            metrics = (one.metric,) if len(entries) == 1 else tuple(dict.fromkeys([entry.metric for entry in entries]))
            cues.append(Cue(first, last, metrics, one.verb))
    return tuple(cues)


def _in_name(words: tuple[str, ...], first: int, last: int, firsts: set[int]) -> bool:
    """Whether a cue in capitals is part of a name: "Ministry of Foreign Affairs and Trade"."""
    word = words[first]
    if not word[0].isupper() or word.isupper():
        return False
    if last < len(words) and words[last][0].isupper() and last not in firsts:
        return True
    if first in firsts or first == 0:
        return False
    before = words[first - 1]
    if before in {"of", "and", "for", "&"} and first > 1:
        before = words[first - 2]
    return before[0].isupper() and first - 1 not in firsts


def between(cues: tuple[Cue, ...], first: int, last: int) -> tuple[Cue, ...]:
    """The cues that begin within tokens [first, last)."""
    # Cues are tuples that begin with their first token; no key needs to be called.
    return cues[bisect_left(cues, (first,)) : bisect_left(cues, (last,))]
