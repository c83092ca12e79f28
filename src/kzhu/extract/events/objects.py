"""What a verb acts on: "a protocol" in "signed a protocol", "the protocol was signed", "the protocol signed in May"."""

from __future__ import annotations

from itertools import compress

from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.lexicon import Phrases
from kzhu.extract.events.scene import Told
from kzhu.extract.events.words import BEHIND_PARTICIPLE, FOLLOWERS, PAST_OBJECT, WHERE, word_set

#: Types whose verbs take a second object when passive: "was handed the prize", "was given the name of".
_DOUBLE = frozenset({"award", "commemoration", "appointment", "sport", "incident", "call"})
#: Types whose subject does nothing to anything else: "the exhibition opened".
_INTRANSITIVE = frozenset({"opening", "commemoration", "other"})
#: Words before an -ing form that tells: "beating Greece", "after signing", "a decree appointing".
_BEFORE_ING = word_set(", after before by and while when for on upon decree order")
#: Before "of" these are the head: "sales of trains broke down".
_COUNTED = word_set(
    "sales exports imports output production number price prices supply supplies purchases deliveries share"
)
#: Before a "line", a "door" or a "market" these make nothing built of it.
_FIGURATIVE = frozenset({"credit", "hot", "help", "front", "party", "bottom", "telephone", "new-found"})
#: Tokens from a verb to the end of its object.
REACH = 14
#: Words that an object may end at.
_OBJECT_ENDS = PAST_OBJECT | {"over", "to", "from"}
_BEHIND_SUBJECT = word_set("worth valued with from will which that near between built carrying")


def acted_on(clause: Clause) -> int | None:
    """Token of the thing or subject that the frame asks for, -1 where it asks for none; None where it is missing."""
    frame, group, at, lowers = clause.frame, clause.group, clause.at, clause.lowers
    if frame.type == "incident" and clause.after in {"to", "by", "at", "from"} and _measured(clause):
        return None
    if not frame.acting:
        return -1
    subjects = frame.subjects.by_first
    if frame.things.by_first:
        if not group.passive or frame.type in _DOUBLE:
            found = _object(clause)
            if found is None and not group.passive and frame.type == "agreement":
                found = _related(clause)
            if found is not None:
                return found
        if group.passive:
            if clause.after in {"into", "on", "off"} and frame.things.at(lowers, at + 1):
                # "Was put into operation".
                return at + frame.things.at(lowers, at + 1)
            found = _head_before(clause, frame.things, at - 22)
            if found is not None:
                return found
            it = next(
                (i for i in range(group.first - 1, max(clause.first, group.first - 2) - 1, -1) if lowers[i] == "it"), -1
            )
            if subjects and clause.after != "at" and (it == clause.sentence.first or (it >= 0 and antecedent(clause))):
                # "It will be unveiled".
                return it
        elif clause.form == "past" and not subjects and clause.after in BEHIND_PARTICIPLE:
            found = _head_before(clause, frame.things, at - 10)
            if found is not None and (found == at - 1 or lowers[at - 1] == ","):
                return found
    if not subjects or (frame.type in _INTRANSITIVE and not group.passive and not _ends(clause)):
        return None
    found = _head_before(clause, frame.subjects, at - 30)
    if found is None and lowers[group.first - 1] == "it" and group.first > clause.first and antecedent(clause):
        # "It moves to Rome on 3 June".
        return group.first - 1
    return found


def antecedent(clause: Clause) -> Told | None:
    """What "it" means as the subject of a clause: the last thing told of its type, not far above."""
    for told in reversed(clause.scene.heard[-3:]):
        if told.type == clause.frame.type and clause.sentence.paragraph - told.sentence.paragraph < 2:
            return told
    return None


def _measured(clause: Clause) -> bool:
    """Whether the verb has a number as its object: "gas exports ran to 105 million"."""
    return any(word[0].isdigit() for word in clause.lowers[clause.at + 2 : clause.at + 6])


def _ends(clause: Clause) -> bool:
    """Whether nothing that could be an object stands right behind the verb."""
    after = clause.scene.document.words[clause.at + 1] if clause.at + 1 < clause.last else "."
    if not after[0].isalpha() or (after in FOLLOWERS and after not in {"the", "a"}) or after.endswith("ly"):
        return True
    scene = clause.scene
    return bool(scene.times_in(clause.at + 1, clause.at + 2) or scene.places_in(clause.at + 1, clause.at + 2))


def _object(clause: Clause) -> int | None:
    """Last token of the thing that the verb acts on."""
    lowers, things, last = clause.lowers, clause.frame.things, clause.last
    begin, end = clause.at + 1, clause.at + REACH
    firsts = things.firsts
    for j in range(begin, end if end < last else last):
        if lowers[j] not in firsts:
            continue
        if not _OBJECT_ENDS.isdisjoint(lowers[begin:j]) and _ended(clause, j):
            return None
        length = things.at(lowers, j)
        if length and j + length <= last and lowers[j - 1] not in _FIGURATIVE:
            return j + length - 1
    return None


def _ended(clause: Clause, last: int) -> bool:
    """Whether the object of the verb ends before a token."""
    for j in range(clause.at + 1, last):
        word = clause.lowers[j]
        if word == "over" and j == clause.at + 1:
            # "Presided over the commission".
            continue
        if word in {"to", "from"} and clause.scene.places_in(j + 1, j + 2):
            # "Put a train to Rome into service".
            continue
        if word in PAST_OBJECT and not (word == "by" and clause.frame.type == "award" and clause.group.passive):
            return True
    return False


def _related(clause: Clause) -> int | None:
    """Last token of the thing that a relative clause acts on: "a plan which the ministers signed on Monday"."""
    lowers = clause.lowers
    for j in range(clause.group.first - 1, max(clause.first, clause.group.first - 9), -1):
        if lowers[j] in {"which", "that"}:
            behind = j - 1 if lowers[j - 1] == "," else j
            before = clause.frame.things.find(lowers, max(clause.first, behind - 8), behind)
            return before[1] - 1 if before is not None and j + 1 < clause.group.first else None
    return None


def _head_before(clause: Clause, phrases: Phrases, begin: int) -> int | None:
    """Last token of the last phrase before the verb group that is a head: not "opera" in "at the opera house"."""
    lowers, last = clause.lowers, clause.group.first
    found, passed = None, 0
    if begin < clause.first:
        begin = clause.first
    for j in compress(range(begin, last), map(phrases.firsts.__contains__, lowers[begin:last])):
        length = phrases.at(lowers, j)
        if not length or j < passed:
            continue
        behind = lowers[j + length] if j + length < last else "."
        counted = j > 1 and lowers[j - 1] == "of" and lowers[j - 2] in _COUNTED
        describes = counted or (
            behind.isalpha() and behind not in FOLLOWERS and behind not in _BEHIND_SUBJECT and not _loose(behind)
        )
        if not describes and not _aside(clause, j):
            found = j + length - 1
        passed = j + length
    return found


def _loose(word: str) -> bool:
    """Whether a word behind a noun is an adverb or a participle, so that the noun stays the head."""
    return word.endswith(("ly", "ed")) or word in {"here", "also", "last", "there", "later", "it", "him"}


def _aside(clause: Clause, i: int) -> bool:
    """Whether the noun at token i only says where: "the evening at the opera house"."""
    lowers = clause.lowers
    for j in range(i - 1, max(clause.first - 1, i - 6), -1):
        if lowers[j] in WHERE:
            return True
        if lowers[j] in {",", "of", "and", "the", "a", "an", "another"} and lowers[j - 1] not in WHERE:
            return False
    return False


def is_reduced(clause: Clause) -> bool:
    """Whether a past form is a participle behind its noun: "the agreement signed in 2019"."""
    return 0 <= clause.thing < clause.at and not clause.frame.subjects.by_first


def hangs(clause: Clause) -> bool:
    """Whether an -ing form hangs on a clause ("beating Greece", "after signing") and does not stand for an idea."""
    if clause.at == clause.sentence.first or clause.frame.type == "commemoration":
        # "A concert marking 30 years of ties".
        return True
    before = clause.lowers[clause.at - 1]
    return before in _BEFORE_ING or before.endswith("ly")
