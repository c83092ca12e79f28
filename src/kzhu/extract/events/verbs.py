"""What the words before a verb make of it: told as done, planned, wished, denied; active or passive."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from kzhu.extract.events.forms import Form
from kzhu.extract.events.words import SAYING, word_set

#: "past" (done), "perfect" (has been done: when is open), "before" (had been done: before the time of the story),
#: "present", "planned", "participle" (reduced: "held in May"), "gerund" ("after signing"), "unreal" (wished, denied).
Tense = Literal["past", "perfect", "before", "present", "planned", "participle", "gerund", "unreal"]

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "am"})
_HAVE = frozenset({"has", "have", "'ve", "’ve", "having"})
_WILL = frozenset({"will", "shall", "'ll", "’ll", "should"})
_MAYBE = word_set(
    """
    would could may might can must cannot can't ought
    """
)
_SKIPPED = word_set(
    """
    also later already last next then again now still just once first soon both too thus therefore together even yet
    earlier each all afterwards in turn officially formally jointly long since there here today yesterday tomorrow
    """
)
_NOT = frozenset({"not", "never", "without", "nor", "neither", "cannot", "hardly", "no"})
_PASSING = _SKIPPED | _NOT
#: Words before "to" that make a plan of what follows.
_PLANS = word_set(
    """
    due expected set scheduled slated planned going plans plan planning intends intend agreed about decided
    preparing prepares poised supposed undertook resolved announced ought promised promises pledged vowed
    """
)
_DUE = word_set("due expected set scheduled slated planned supposed")
_DECIDED = frozenset({"decided", "agreed", "voted", "resolved", "pledged"})
_REPORTING = SAYING | word_set(
    """
    known disclosed revealed promised confirmed informed declared agreed pledged specified predicted recalled hinted
    vowed assured learned stressed understood clear settled fixed arranged indicated explained underlined emphasised
    emphasized remarked stipulated decided heard news plan plans
    """
)
#: Words before a form that may be a base or a past and make it a base; those that make more of a past than a past.
_LEADING = _WILL | _MAYBE | {"to", "did", "does", "do"}
_HELPING = _LEADING | BE | _HAVE | {"had", "'d", "’d"}
#: Verbs that tell something told, and words of a condition, before "would".
_WISHED = word_set(
    "if wish wished hope hoped hopes like liked want wanted wants otherwise unless ideally suggested proposed"
)
#: Verbs of motion before "to": what was come for counts as done ("arrived in Rome to sign").
_CAME = word_set(
    """
    arrived arrives came travelled traveled flew gathered met assembled managed went began started helped
    """
)


#: Verbs of motion in a plan: what is come for is planned too ("will travel to Rome to sign").
_GO = word_set(
    "go goes come comes travel travels fly flies gather gathers meet meets convene convenes arrive arrives head"
)
#: Tokens back to the word of telling before a "would".
_FAR = 24


class Group(NamedTuple):
    """How a verb is told."""

    tense: Tense
    passive: bool
    #: First token of the verb group, its auxiliaries included.
    first: int


#: What `Group(...)` makes, without a call of its own.
_new = tuple.__new__


def verb_group(lowers: Sequence[str], i: int, form: Form, floor: int) -> Group:
    """The group of the verb at token i, looking back no further than token `floor`."""
    j = i - 1
    word = lowers[j] if j >= floor else ""
    if form == "past" and not _bears(word):
        return _new(Group, ("past", False, i))
    denied = False
    while word in _PASSING or (word.endswith("ly") and len(word) > 4):
        denied = denied or word in _NOT
        j -= 1
        word = lowers[j] if j >= floor else ""
    if denied or word.endswith(("n't", "n’t")):
        return _new(Group, ("unreal", False, i))
    if form == "past" and word not in _HELPING:
        return _new(Group, ("past", False, i))
    if form == "base" or (form == "past" and word in _LEADING):
        # Some pasts look like the base: "cut", "come".
        return _base(lowers, i, j, word, floor)
    if form == "s":
        return _new(Group, ("present", False, i))
    if form == "ing":
        if word == "and" and j - 2 >= floor and lowers[j - 1] == "up" and lowers[j - 2] in BE:
            # "Up and running".
            word, j = lowers[j - 2], j - 2
        if word in BE:
            tense = _be(lowers, j, floor)
            return _new(Group, ("planned" if tense == "present" else tense, False, j))
        return _new(Group, ("gerund", False, i))
    if word in BE:
        tense = _be(lowers, j, floor)
        return _new(Group, (tense, True, j))
    if word in _HAVE:
        if j > floor and lowers[j - 1] in _WILL:
            return _new(Group, ("planned", False, j - 1))
        unreal = j > floor and (lowers[j - 1] in _MAYBE or lowers[j - 1] == "to")
        return _new(Group, ("unreal" if unreal else "perfect", False, j))
    if word in {"had", "'d", "’d"}:
        return _new(Group, ("before", False, j))
    return _new(Group, ("past", False, i))


@lru_cache(maxsize=1 << 12)
def _bears(word: str) -> bool:
    """Whether a word before a verb may bear on how that is told; the same few words stand there again and again."""
    return word in _PASSING or word in _HELPING or word.endswith(("ly", "n't", "n’t"))


def _base(lowers: Sequence[str], i: int, j: int, word: str, floor: int) -> Group:
    """A base form: behind "will", "to", "may", or a plain present."""
    if word in _WILL:
        return _new(Group, ("planned", False, j))
    if word in _MAYBE:
        # "Announced that he would travel to Baku": a plan, reported.
        return _new(Group, ("planned" if word == "would" and _reported(lowers, j) else "unreal", False, j))
    if word == "to":
        return _new(Group, (_after_to(lowers, j, floor), False, _lead(lowers, j, floor)))
    if word in {"did", "does", "do"}:
        return _new(Group, ("past" if word == "did" else "present", False, j))
    if word in {"and", "or", ","}:
        # "Will speak at the congress and visit a plant".
        for k in range(j - 1, max(floor, j - 16), -1):
            if lowers[k] in _WILL:
                return _new(Group, ("planned", False, k))
            if lowers[k] == "to":
                return _new(Group, (_after_to(lowers, k, floor), False, k))
    if word in {"let", "us", "please"}:
        return _new(Group, ("unreal", False, j))
    return _new(Group, ("present", False, i))


def _lead(lowers: Sequence[str], to: int, floor: int) -> int:
    """First token of "is to", "is due to", "plans to", for the "to" at a token."""
    first = to
    while first > floor and (lowers[first - 1] in BE or lowers[first - 1] in _DUE):
        first -= 1
    return first


def _reported(lowers: Sequence[str], would: int) -> bool:
    """Whether a "would" tells a plan in the past tense: "told the guests that a plaque would be put up"."""
    before = lowers[max(0, would - _FAR) : would]
    stops = [i for i, word in enumerate(before) if word in {".", "?", "!"} and i + 1 < len(before)]
    before = before[stops[-1] + 1 :] if stops else before
    return not _REPORTING.isdisjoint(before) and _WISHED.isdisjoint(before)


def _after_to(lowers: Sequence[str], to: int, floor: int) -> Tense:
    """What "to" with a verb behind it means, from the word before it."""
    j = to - 1
    while j >= floor and (lowers[j] in _SKIPPED or (lowers[j].endswith("ly") and len(lowers[j]) > 4)):
        j -= 1
    word = lowers[j] if j >= floor else ""
    if word in BE or word in _PLANS:
        before = lowers[j - 1] if j > floor else ""
        if before in _NOT or (word == "about" and before not in {"is", "are", "'s", "’s"}):
            # "Has been about to open for years" tells of nothing.
            return "unreal"
        return "planned"
    if word == "ceremony":
        # "A ceremony to open the embassy was held".
        return "past"
    if not _DECIDED.isdisjoint(lowers[max(floor, j - 2) : j]):
        # "Decided on Tuesday to scrap visas".
        return "planned"
    if word in {"invitation", "offer"}:
        back = lowers[max(floor, j - 5) : j]
        took = any(item.startswith("accept") or item in {"took", "taken"} for item in back)
        return "planned" if took else "unreal"
    back = lowers[max(floor, to - 8) : to]
    if "in" in back and any(back[k : k + 2] in {("was", "in"), ("were", "in")} for k in range(len(back) - 1)):
        # "The mayors were in Rome to look at the foundation".
        return "past"
    going = None
    if not _GO.isdisjoint(back):
        going = next((k for k in range(to - 1, max(floor, to - 9), -1) if lowers[k] in _GO), None)
    if going is not None:
        # "Will travel to Rome to sign", "goes to Rome to play".
        led = lowers[going - 1]
        return "planned" if led in _WILL else _after_to(lowers, going - 1, floor) if led == "to" else "present"
    if not _CAME.isdisjoint(lowers[max(floor, to - 6) : to]):
        return "past"
    return "unreal"


def _be(lowers: Sequence[str], j: int, floor: int) -> Tense:
    """Tense of a form of "be" at token j, with its own auxiliaries."""
    word = lowers[j]
    if word in {"was", "were"}:
        return "past"
    if word in {"is", "are", "am"}:
        return "present"
    k = j - 1
    denied = False
    while k >= floor and (
        lowers[k] in _SKIPPED or lowers[k] in _NOT or (lowers[k].endswith("ly") and len(lowers[k]) > 4)
    ):
        denied = denied or lowers[k] in _NOT
        k -= 1
    before = lowers[k] if k >= floor else ""
    if word == "be" and before == "would" and not denied and _reported(lowers, k):
        return "planned"
    if denied or before in _MAYBE or before.endswith(("n't", "n’t")):
        return "unreal"
    if word == "be":
        if before in _WILL:
            return "planned"
        if before == "to":
            return "planned" if k - 1 < floor or not lowers[k - 1].isalpha() else _planned_noun(lowers, k, floor)
        return "unreal"
    if word == "being":
        return _be(lowers, k, floor) if before in {"is", "are", "was", "were"} else "gerund"
    return "before" if before == "had" else "perfect"


def _planned_noun(lowers: Sequence[str], to: int, floor: int) -> Tense:
    """A "to be" behind a noun is a plan ("the summit to be held in May"), behind a wish it is not."""
    tense = _after_to(lowers, to, floor)
    if tense == "unreal" and lowers[to - 1] not in {
        "hope",
        "hopes",
        "hoped",
        "wants",
        "want",
        "wanted",
        "ready",
        "needs",
        "need",
        "like",
        "asked",
        "called",
        "ought",
        "has",
        "have",
        "had",
        "proposed",
        "wishes",
        "likely",
        "unlikely",
        "deserves",
        "possible",
        "refused",
        "seems",
        "for",
        "supposed",
        "believed",
        "said",
        "reported",
        "wish",
        "urged",
        "seeks",
        "seek",
        "claimed",
        "thought",
    }:
        return "planned"
    return tense
