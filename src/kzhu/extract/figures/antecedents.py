"""What a number without a noun counts: "438 of them", "only 220 are at work", "At present, 60"."""

from __future__ import annotations

from bisect import bisect_left

from kzhu.extract.figures.counts import HUMAN
from kzhu.extract.figures.cues import counted
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import is_plural, noun_after, singular

#: "16 of them", "two of whom".
THEM = frozenset({"them", "whom", "which", "these", "those", "this"})
_OF = frozenset({"of", "among"})
_WHOSE = frozenset("these those the its their our such his her".split())
#: What a number that stands for a noun is told to be or do.
_BEING = frozenset(
    "are were is was have had has do did work works worked operate operates study live remain produce produced"
    " opened began started can will could would still actually really came come went took export employ".split()
)
#: Before a number that opens its clause.
_OPENING = frozenset("and but only just some about around or ; , : – — while whereas though now".split())
#: "instead of the present two".
_PRESENT = frozenset({"present", "current", "previous", "existing", "earlier", "usual"})
_THERE = frozenset({"are", "were", "is", "was", "be"})
_HAVING = frozenset("see reach have has had having runs run operate operates number numbered".split())
_ENDS = frozenset(". , ; : ) by in on at now today already and".split())
#: Tokens before a number within which what it counts is named.
_REACH = 45
#: Sentences before.
_SENTENCES = 2
#: What befell people stands for them: "suffered injuries, six of them grave".
_FATES = frozenset({"injury", "death", "casualty", "victim", "fatality"})
#: "scored nine times for the visitors"
_AIMED_AT = frozenset({"for", "against", "to", "over", "by"})
#: People who study are students, however they were asked about.
_STUDYING = frozenset("study studies studying studied enrolled".split())


def among_them(scene: Scene, quantity: Quantity) -> str | None:
    """The people that part of a number is: "two of them children"."""
    lowers, last = scene.lowers, quantity.last
    if lowers[last : last + 1] != ("of",) or lowers[last + 1 : last + 2] == ():
        return None
    if lowers[last + 1] not in THEM:
        return None
    noun = noun_after(scene.document.words, lowers, last + 2)
    if noun is None or noun[1] - noun[0] > 2:
        return None
    one = singular(lowers[noun[1] - 1])
    return one if one in HUMAN else None


def of_named(scene: Scene, quantity: Quantity) -> str | None:
    """The noun of "three of these projects", "two of the Polish firms"."""
    document, last = scene.document, quantity.last
    if document.lowers[last : last + 1] != ("of",) or last + 2 >= len(document.lowers):
        return None
    if document.lowers[last + 1] not in _WHOSE:
        return None
    noun = noun_after(document.words, document.lowers, last + 2)
    return None if noun is None else singular(document.lowers[noun[1] - 1])


def is_pronoun(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a bare number stands for so many of what was told of."""
    lowers, last = scene.lowers, quantity.last
    first = quantity.begin
    before, after = lowers[max(passage.first, first - 4) : first], lowers[last : last + 2]
    if after[:1] == ("of",):
        return after[1:] != () and after[1] in THEM
    if before[-2:-1] and before[-2] in _OF and before[-1] in THEM:
        return True
    if not before or before[-1] in _OPENING or before[-1] in _OF:
        return after[:1] != () and after[0] in _BEING
    if "there" in before and before[-1] in _THERE:
        return True
    if before[-1] in _PRESENT:
        return not after[:1] or not after[0].isalpha() or after[0] in _ENDS
    return before[-1] in _HAVING and after[:1] != () and after[0] in _ENDS


def antecedent(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> tuple[str | None, str] | None:
    """(Metric, unit) of what such a number counts; the metric is None where only its noun is known."""
    asked = answered(scene, passage, quantity)
    if asked is not None:
        return None, asked
    named = _named_before(scene, quantity)
    last = told.counted
    if last is not None and last.kind != "change":
        at = scene.document.token_at(last.span.start)
        k = bisect_left(scene.document.sentences, (passage.start,))
        near = scene.document.sentences[max(0, k - _SENTENCES)].first <= at
        if near and (named is None or named[1] <= scene.document.token_at(last.span.end)):
            return last.metric, last.unit
    return None if named is None else (None, named[0])


def _named_before(scene: Scene, quantity: Quantity) -> tuple[str, int] | None:
    """The counted noun that was told of last, in the plural, and its token."""
    lowers, known = scene.lowers, counted(scene.knowledge)
    for j in range(quantity.first - 1, max(-1, quantity.first - _REACH), -1):
        low = lowers[j]
        if is_plural(low) and (one := singular(low)) in known and lowers[j - 2] not in _AIMED_AT:
            return ("person" if one in _FATES else one), j
    return None


def answered(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """The noun of a question that the sentence answers: "How many Polish firms work here?" - "About 160."."""
    document = scene.document
    if quantity.first > passage.first + 6:
        return None
    sentences, lowers = document.sentences, document.lowers
    k = bisect_left(sentences, (passage.start,)) - 1
    if k < 0 or "?" not in lowers[sentences[k].last - 2 : sentences[k].last]:
        return None
    first, last = sentences[k].first, min(sentences[k].last, sentences[k].first + 14)
    for j in range(first, last - 1):
        if lowers[j] == "how" and lowers[j + 1] == "many":
            noun = noun_after(document.words, lowers, j + 2)
            if noun is None:
                return None
            if not _STUDYING.isdisjoint(lowers[noun[1] : sentences[k].last]):
                return "student"
            people = any(place.kind == "people" and place.first <= noun[1] - 1 < place.last for place in scene.places)
            return "person" if people else singular(lowers[noun[1] - 1])
    return None
