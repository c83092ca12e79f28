"""What makes a noun an event told: "took place" behind it, "attended" or "during" before it."""

from __future__ import annotations

from typing import NamedTuple

from kzhu.extract.document import Sentence
from kzhu.extract.events.forms import Form
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.verbs import Group, verb_group
from kzhu.extract.events.words import (
    ARRANGED,
    EVENT_PREPOSITIONS,
    HAPPENING,
    PARTS,
    TAKING_PART,
    WITH_PREPOSITION,
    word_set,
)

#: Tokens behind the noun among which its verb is looked for.
_REACH = 30
#: Verbs of beginning and ending with something.
_ENDING = word_set("ended closed opened culminated concluded began started close open finished closes ends")
#: Said of a day that has been found for it.
_FIXED = word_set("set fixed pencilled penciled put moved arranged booked billed")
_HOLDING = word_set(
    "opening holding starting launching beginning hosting organising organizing convening resuming staging"
)
#: Words before an -ing form that tells: ", opening the forum", "after holding talks".
_BEFORE_ING = word_set(", after before by and while when on upon is are was were be since")
_ENDS = word_set("; while but because if whether unless")
#: Whatever the way to a noun's verb may end or turn at.
_TELLING = _ENDS.union(HAPPENING, word_set(", called be is was are were"))
_RELATIVE = word_set("which to due scheduled held that")
#: Words of taking part whose own tense says nothing of the event.
_TENSELESS = word_set("participation part had have")
#: Verbs whose wish leaves the event real: "invited him to attend the forum".
_ATTENDING = word_set("participate attend speak invite visit")
_TALKS = word_set("talks meeting visit")


def is_idea(scene: Scene, sentence: Sentence, first: int) -> bool:
    """Whether a noun phrase is the object of a mere idea: "spoke in favour of opening talks"."""
    lowers = scene.document.lowers
    return first - 2 >= sentence.first and lowers[first - 1] in _HOLDING and lowers[first - 2] not in _BEFORE_ING


class Anchor(NamedTuple):
    """The word at token `at` that makes an event of a noun; `first` begins the quote; a verb has its group."""

    at: int
    first: int
    group: Group | None


def find_anchor(scene: Scene, sentence: Sentence, first: int, at: int, reach: int) -> Anchor | None:
    """The anchor of the noun at a token, whose phrase begins at `first` and whose complement ends before `reach`."""
    lowers = scene.document.lowers
    before = _word_before(scene, sentence, first)
    behind = _verb_behind(scene, sentence, at, reach, led=before is not None)
    if behind is not None:
        return Anchor(behind[0], first, behind[1])
    if before is None:
        with_somebody = lowers[at + 1 : at + 2] in {("with",), ("between",)} and scene.people_in(at, reach)
        return Anchor(first, first, None) if with_somebody else None
    word = lowers[before]
    if word in TAKING_PART and word not in _TENSELESS:
        group = verb_group(lowers, before, _form(word), sentence.first)
        if group.tense == "unreal" and word in _ATTENDING:
            return Anchor(before, before, None)
        return Anchor(before, group.first, group)
    if word == "part":
        return Anchor(before, max(sentence.first, before - 1), _plan_before(scene, before, sentence.first))
    if word in {"at", "in"}:
        return Anchor(before, before, _plan_before(scene, first, sentence.first))
    return Anchor(before, first if word == "of" else before, None)


def _verb_behind(scene: Scene, sentence: Sentence, at: int, reach: int, *, led: bool) -> tuple[int, Group] | None:
    """The verb behind a noun that says of it that it happens, also in a relative clause; at most two commas away."""
    lowers = scene.document.lowers
    last = sentence.last if sentence.last < reach + _REACH else reach + _REACH
    commas = skip = 0
    for j in range(reach, last):
        word = lowers[j]
        if word not in _TELLING or j < skip:
            continue
        if word in _ENDS:
            return None
        if word == ",":
            skip = _apposition(scene, j, last)
            if skip:
                continue
            commas += 1
            if commas > 2 or (commas == 1 and led and j + 1 < last and lowers[j + 1] not in _RELATIVE):
                return None
        elif word == "called" and lowers[j + 1 : j + 2] == ("for",) and scene.times_in(j + 1, j + 4):
            # "A strike has been called for March 1".
            return j, Group("planned", True, j)
        elif word == "be" and lowers[j - 1] in {"will", "to"} and lowers[j + 1 : j + 2] in {("in",), ("on",), ("at",)}:
            return j, Group("planned", False, j - 1)
        elif word in HAPPENING:
            if word in _FIXED and lowers[j + 1 : j + 2] not in {("for",), ("to",), ("on",), ("in",)}:
                continue
            if word in {"got", "get", "gets"} and lowers[j + 1 : j + 2] not in {("under",), ("underway",), ("going",)}:
                continue
            if word.startswith(("tak", "took")) and "place" not in lowers[j + 1 : j + 3]:
                continue
            group = verb_group(lowers, j, HAPPENING[word], at)
            if word in ARRANGED and group.tense in {"present", "past", "perfect"}:
                group = Group("planned", True, group.first)
            return j, group
        elif (
            word in {"is", "was", "are", "were"}
            and not commas
            and lowers[j + 1 : j + 2]
            and lowers[j + 1] in {"on", "in", "at", "to", "against"}
        ):
            return j, Group("present" if word in {"is", "are"} else "past", False, j)
    return None


def _apposition(scene: Scene, comma: int, last: int) -> int:
    """Token of the comma that closes a name set between two ("the President, X, to Rome"); 0 where none is."""
    named = scene.people_in(comma + 1, last if last < comma + 8 else comma + 8)
    end = named[0].last if named else 0
    return end if end and end < last and scene.document.lowers[end] == "," else 0


def _word_before(scene: Scene, sentence: Sentence, first: int) -> int | None:
    """Token of the word before a noun phrase that makes it an event: "during", "took part in", "the sidelines of"."""
    lowers = scene.document.lowers
    j = first - 1
    if j < sentence.first:
        return None
    word = lowers[j]
    if word in TAKING_PART:
        return j
    if word in WITH_PREPOSITION:
        for k in range(j - 1, max(sentence.first, j - 3) - 1, -1):
            if lowers[k] in WITH_PREPOSITION[word]:
                return k
    if word in EVENT_PREPOSITIONS:
        return j
    if word == "with" and not _ENDING.isdisjoint(lowers[max(sentence.first, j - 14) : j]):
        # "The festival ended on Sunday with a concert".
        return j
    before = lowers[j - 1] if j > sentence.first else ""
    if (word == "of" and before in PARTS) or (word in {"and", ","} and before in _TALKS):
        return j
    return None


def _form(word: str) -> Form:
    if word.endswith(("ed", "held", "told", "met", "won", "led", "paid", "spoke", "spoken", "made")):
        return "past"
    if word.endswith("ing"):
        return "ing"
    return "s" if word.endswith("s") else "base"


def _plan_before(scene: Scene, i: int, floor: int) -> Group | None:
    """A plan told before token i: "will be at the opening", "will take part"."""
    lowers = scene.document.lowers
    for j in range(i - 1, max(floor, i - 12) - 1, -1):
        if lowers[j] in {",", ";"}:
            return None
        if lowers[j] in {"will", "shall"}:
            return Group("planned", False, j)
    return None
