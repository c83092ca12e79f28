"""Words that name a metric, found once in a text: "mutual trade", "exported", "killed"."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from kzhu.extract.document import Document
from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer, Hit
from kzhu.tokens import words_of

#: "demand" is what someone does, where one of these follows: "they demand a rise".
_DEMANDS = frozenset({"demand", "demands"})
_ASKED = frozenset({"a", "an", "the", "that", "higher", "more", "better", "at"})
_VOWELS = frozenset("aeiou")
#: Words too common to look for names at: those that begin with one are looked for at their first other word.
_COMMON = frozenset("of in to on is for was had be are at from will have has not more over the a its their".split())
_first_of, _end_of = itemgetter(2), itemgetter(1)


# Never changed once it is made. A tuple's fields would be slower to read, and the rules of figures read many.
@dataclass(slots=True, eq=False)
class Cue:
    """Tokens [first, last) that name one metric, or several ("gdp" is an amount and a growth)."""

    first: int
    last: int
    metrics: tuple[str, ...]
    #: Whether it is a verb: "exported".
    verb: bool


#: What a name tells of, as `Cue` has it: the metrics, and whether it is a verb.
_Told = tuple[tuple[str, ...], bool]


class _Lexicon(NamedTuple):
    """The names of metrics, and the words by which they are found."""

    names: Gazetteer[_Told]
    #: Words that begin a name and are not common.
    firsts: frozenset[str]
    #: Words of names that begin with a common one: how far before them, and the word it begins with.
    inner: dict[str, tuple[tuple[int, str], ...]]
    #: Both.
    anchors: frozenset[str]


@lru_cache(maxsize=8)
def _lexicon(knowledge: Knowledge) -> _Lexicon:
    nouns: dict[str, list[str]] = {}
    verbs: dict[str, list[str]] = {}
    for metric in knowledge.metrics.values():
        for wording in metric.wordings:
            for form in {wording, _plural(wording), _headed(wording, metric.key)}:
                nouns.setdefault(form, []).append(metric.key)
        for verb in metric.verbs:
            for form in _inflected(verb):
                verbs.setdefault(form, []).append(metric.key)
    told: dict[str, _Told] = {}
    # A noun wins over a verb of the same form: "exports".
    for form in (*nouns, *verbs):
        told[form] = tuple(dict.fromkeys([*nouns.get(form, ()), *verbs.get(form, ())])), form not in nouns
    names = Gazetteer(told.items())
    inner: dict[str, set[tuple[int, str]]] = {}
    common, alone = set[str](), set[str]()
    for form in told:
        words = words_of(form)
        back = next((k for k, word in enumerate(words) if word not in _COMMON), 0)
        if back:
            inner.setdefault(words[back], set()).add((back, words[0]))
            common.add(words[0])
        else:
            alone.add(words[0])  # though it is common: nothing else tells of the name
    firsts = names.firsts - (common - alone)
    return _Lexicon(names, firsts, {word: tuple(sorted(backs)) for word, backs in inner.items()}, firsts.union(inner))


def anchors(knowledge: Knowledge) -> frozenset[str]:
    """The words by which the names of metrics are found."""
    return _lexicon(knowledge).anchors


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


def find_cues(
    document: Document, knowledge: Knowledge, parts: list[tuple[int, int]], amounts: frozenset[int]
) -> tuple[Cue, ...]:
    """The cues that sentences name, in order, longest first, none overlapping another, none of an amount's tokens.

    `parts` are the tokens of these sentences, those of neighbours as one.
    """
    words, lowers = document.words, document.lowers
    openings = frozenset(map(_first_of, document.sentences))
    cues: list[Cue] = []
    for first, last, told in _named(document, knowledge, parts, openings):
        if first in amounts:
            continue  # "US dollars" name no price
        if lowers[first] != words[first] and _in_name(words, first, last, openings):
            continue
        if lowers[first] in _DEMANDS and not _ASKED.isdisjoint(lowers[first + 1 : first + 2]):
            continue
        metrics, verb = told[0]
        cues.append(Cue(first, last, metrics, verb))
    return tuple(cues)


def _named(
    document: Document, knowledge: Knowledge, parts: list[tuple[int, int]], openings: frozenset[int]
) -> list[Hit[_Told]]:
    """The names among the tokens of sentences, none of two of them; `openings` are the first tokens of all."""
    names, begins, lowers = _lexicon(knowledge).names, _begins(document, knowledge, parts), document.lowers
    found = names.hits(lowers, begins)
    stops = openings.union(map(_end_of, parts))
    for first, last, _ in found:
        if last - first > 1 and not stops.isdisjoint(range(first + 1, last)):
            break
    else:
        return found
    # A headline that ends in the middle of a name, say.
    ordered = sorted(stops)
    return [
        one
        for first, last in zip([0, *ordered], ordered, strict=False)
        for one in names.hits(lowers, begins[bisect_left(begins, first) : bisect_left(begins, last)], last)
    ]


def _begins(document: Document, knowledge: Knowledge, parts: list[tuple[int, int]]) -> list[int]:
    """The tokens at which a name may begin, in order."""
    _, firsts, inner, _ = _lexicon(knowledge)
    lowers, cues = document.lowers, document.cues
    found: list[int] = []
    for begin, end in parts:
        found += cues[bisect_left(cues, begin) : bisect_left(cues, end)]
    within = [i for i in found if lowers[i] in inner]
    if not within:
        return found
    begins = set(found)
    for j in within:
        if lowers[j] not in firsts:
            begins.discard(j)
        # Parts are tuples that begin with their first token.
        floor = parts[bisect_left(parts, (j + 1,)) - 1][0]
        begins.update([j - back for back, word in inner[lowers[j]] if j - back >= floor and lowers[j - back] == word])
    return sorted(begins)


def _in_name(words: tuple[str, ...], first: int, last: int, firsts: frozenset[int]) -> bool:
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
