"""Noun phrases: an event's noun, read backwards to its article and on to the end of its complement."""

from __future__ import annotations

from dataclasses import dataclass

from kzhu.extract.document import Sentence
from kzhu.extract.events.lexicon import Noun
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.words import (
    DOUBTFUL,
    EVENT_PREPOSITIONS,
    FOLLOWERS,
    HAPPENING,
    NOUN_STOPS,
    TAKING_PART,
    THE,
    A,
    word_set,
)

#: Plurals that name one event: "the talks".
_ONE = word_set("talks negotiations consultations elections")
#: Words at which a noun phrase, read backwards, may end.
_TURNING = NOUN_STOPS | THE | A | {"'s", "’s", "and"}
_ARTS = word_set("culture music film cinema art arts literature theatre dance cuisine poetry")
_RELATIVE = word_set("which to in due")


@dataclass(slots=True)
class Phrase:
    """A noun phrase: tokens [first, end), its noun at `at`, its article, the words between; `reach` ends "of ..."."""

    first: int
    at: int
    end: int
    article: str
    mods: list[str]
    reach: int = 0


def phrase_at(scene: Scene, sentence: Sentence, at: int, end: int) -> Phrase:
    """The noun phrase of the noun at a token, read backwards to its article."""
    lowers, words = scene.document.lowers, scene.document.words
    mods: list[str] = []
    j = at - 1
    while j >= sentence.first and at - j <= 9:
        word = lowers[j]
        if word not in _TURNING and word[0].isalnum():
            mods.append(word)
            j -= 1
            continue
        if word in THE or word in A:
            return Phrase(j, at, end, word, mods)
        if word in {"'s", "’s"}:
            k = j if words[j - 1][0].isupper() else max(sentence.first, j - 1)
            while k - 1 >= sentence.first and j - k < 5 and words[k - 1][0].isupper():
                k -= 1
            return Phrase(k, at, end, "the", mods)
        if word == "and" and words[j + 1][0].isupper() and words[j - 1][0].isupper():
            # "The Belt and Road Forum".
            mods.append(word)
            j -= 1
            continue
        if word in NOUN_STOPS or not (word[0].isalnum() or (word == "." and j + 1 != at)):
            break
        mods.append(word)
        j -= 1
    return Phrase(j + 1, at, end, "", mods)


def describes(scene: Scene, sentence: Sentence, end: int) -> bool:
    """Whether the noun that ends before a token only describes the next one: "conference hall"."""
    if end >= sentence.last:
        return False
    after = scene.document.words[end]
    return after.isalpha() and after.islower() and after not in FOLLOWERS and HAPPENING.get(after) != "past"


def is_verb(scene: Scene, sentence: Sentence, phrase: Phrase, noun: Noun) -> bool:
    """Whether a word that may be a verb stands without anything that makes a noun of it."""
    if phrase.article:
        return False
    if phrase.mods:
        # "Students from Ireland visit Riga".
        return noun.type == "visit" and not noun.plural and _acts(scene, phrase)
    if phrase.first == sentence.first:
        return not noun.plural and noun.last not in _ONE
    before = scene.document.lowers[phrase.first - 1]
    if before in EVENT_PREPOSITIONS or before in TAKING_PART or before in {"of", "by", "with", "and"}:
        return False
    return noun.last in scene.lexicon.verbs or noun.last in DOUBTFUL


def _acts(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun without article that is a verb too stands between a doer and what is visited."""
    return (
        phrase.first < phrase.at
        and any(
            place.kind == "country" and place.last == phrase.at for place in scene.places_in(phrase.first, phrase.at)
        )
        and bool(scene.places_in(phrase.end, phrase.end + 1))
    )


def of_culture(scene: Scene, at: int) -> bool:
    """Whether it is a time "of Lithuanian culture"."""
    return scene.document.lowers[at + 1 : at + 2] == ("of",) and not _ARTS.isdisjoint(
        scene.document.lowers[at + 3 : at + 5]
    )


def ordinal(phrase: Phrase) -> bool:
    """Whether it is told as one of a row: "the eighth", "the 12th"."""
    return any(word.endswith("th") or word in {"first", "second", "third"} for word in phrase.mods)


def complement(scene: Scene, sentence: Sentence, end: int) -> int:
    """Token behind the words that complete the noun: "of ...", "with ...", to the next comma, verb or boundary."""
    last = sentence.last
    if last > end + 24:
        last = end + 24
    elif last < end:
        last = end
    stop = scene.complement_ends.find(1, end, last)
    if stop < 0:
        stop = last
    edge = scene.edges.find(1, end, stop)
    while edge >= 0 and scene.document.lowers[edge] in {"(", ")"}:
        edge = scene.edges.find(1, edge + 1, stop)
    return edge if edge >= 0 else stop


def tail(scene: Scene, sentence: Sentence, end: int) -> int:
    """Token behind the clause in which the noun's place may stand."""
    lowers, edges, verbs, last = scene.document.lowers, scene.edges, scene.lexicon.verbs, sentence.last
    pauses = scene.clause_ends
    while end < last:
        edge = edges.find(1, end, last)
        stop = edge if edge >= 0 else last
        i = end - 1
        while (i := pauses.find(1, i + 1, stop)) >= 0:
            after = lowers[i + 1] if i + 1 < last else "."
            if lowers[i] == "and":
                if after in verbs:
                    return i
            elif lowers[i] == "," and after != "and" and after not in _RELATIVE and not scene.places_in(i + 1, i + 2):
                return i
        if stop == last or lowers[stop] != "(" or ")" not in lowers[stop : stop + 8]:
            return stop
        end = lowers.index(")", stop) + 1
    return end
