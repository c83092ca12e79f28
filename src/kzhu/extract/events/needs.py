"""What a frame of events.yaml may ask of its clause, by its name in `kzhu.knowledge.words.NEEDS`.

What asks for nothing but the verb and the word behind it is asked before there is a clause (`read_verb`), and of a
need here what hangs on these alone (`kzhu.extract.events.lexicon`).
"""

from __future__ import annotations

from collections.abc import Callable

from kzhu.extract.events.bodies import sits
from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.contests import fixture, match, race, raced, score, sides
from kzhu.extract.events.journeys import (
    arrival,
    destination,
    errand,
    expedition,
    first,
    guests,
    journey,
    moved,
    place,
    spaceflight,
    standing,
    trip,
    unpeopled,
)
from kzhu.extract.events.words import (
    COMERS,
    COURTS,
    CRAFT,
    DELEGATES,
    NAMED_THINGS,
    NUMBERS,
    OFFICES,
    SAYING,
    SOMEBODY,
    TEAMS,
    VICTIMS,
    word_set,
)

_TALKED = word_set("meeting talks during conversation negotiations visit")
_POSTS = OFFICES | word_set(
    "embassy mission ministry presidency chairmanship leadership post office helm team side command job role"
)
_GUESTS, _ANYBODY = DELEGATES | COMERS, DELEGATES | SOMEBODY
_DISCUSSING = frozenset(
    "discuss discusses discussed discussing review reviewed reviews examine examined explore explored consider "
    "considered debate debated dwell dwells dwelt dwelling go goes went talk talked touch touched speak spoke "
    "exchange exchanged exchanges swap swapped".split()
)
_DYING = frozenset({"die", "dies", "died", "drowned", "perished"})


def _date(clause: Clause) -> bool:
    return clause.date is not None


def _country(clause: Clause) -> bool:
    return bool(clause.scene.countries_in(clause.first, clause.last))


def _person(clause: Clause) -> bool:
    """Somebody who does it: named, or a delegate or body without a name. A meeting takes two."""
    people = clause.people or []
    meeting = clause.frame.type == "meeting"
    if meeting and clause.lowers[clause.at].startswith("conven") and clause.after in {"the", "a", "an", "its", "their"}:
        # "Will convene the session": the session is told by its noun.
        return False
    if meeting and clause.scene.sport and clause.has(TEAMS, clause.first, clause.at):
        return False
    if meeting and clause.scene.sport and not all(person.role for person in people[:2]):
        return False
    if people:
        if not meeting or len(people) > 1:
            return True
        if clause.scene.people_in(clause.at, clause.last):
            # "Our paper met the ambassador, X": one of two has to be somebody.
            return clause.date is not None or clause.has(_ANYBODY, clause.first, clause.at)
        return clause.has(DELEGATES, clause.at) or (clause.date is not None and clause.after == "with")
    bodies = clause.scene.lexicon.bodies.values()
    return (
        clause.has(_GUESTS if clause.frame.type == "visit" else DELEGATES, clause.first, clause.at)
        or any(body.find(clause.lowers, clause.first, clause.at) for body in bodies)
        or (meeting and sits(clause))
    )


def _pair(clause: Clause) -> bool:
    """Two people who do it together: one the object of the other, or both before "discussed"."""
    people = clause.people or []
    scene, at = clause.scene, clause.at
    if clause.frame.type == "agreement":
        return len(people) > 1 and clause.group.tense != "present"
    if len(people) < 2 or scene.quoted[at]:
        return False
    if clause.lowers[at] in _DISCUSSING and clause.lowers[at - 1] == "to":
        # "Will come to Rome to discuss": the visit is told already.
        return False
    if clause.lowers[at] in _DISCUSSING and not clause.frame.things.at(("with",), 0):
        before = [named for named in scene.people_in(clause.first, at) if any(named.person is one for one in people)]
        both = len(before) + len({"he", "she"}.intersection(clause.lowers[clause.first : at]))
        together = both > 1 or "with" in clause.lowers[clause.first : clause.last]
        return together and all(person.role for person in people[:2])
    after = [
        named
        for named in scene.people_in(at + 1, min(clause.last, at + 26))
        if any(named.person is one for one in people)
    ]
    if not after or after[0].person.role is None:
        return False
    # "Received a medal from the president", "called on the president to resign".
    apart = clause.lowers[at + 1 : after[0].first]
    return "from" not in apart and not (clause.frame.type == "call" and clause.after in {"on", "for", "off"})


def _office(clause: Clause) -> bool:
    return bool(clause.people) and (clause.date is not None or clause.has(OFFICES))


def _facility(clause: Clause) -> bool:
    facilities = clause.scene.lexicon.facilities
    return (
        facilities.find(clause.lowers, clause.first, clause.last) is not None
        or facilities.find(clause.lowers, clause.sentence.first, clause.at) is not None
    )


def _after(clause: Clause) -> bool:
    """A street that "was named after" somebody, not "the pool, named after"."""
    behind = clause.lowers[clause.at + 1 : min(clause.sentence.last, clause.at + 12)]
    if not behind or not (
        "after" in behind[:2]
        or "honour" in behind
        or "honor" in behind
        or (behind[0] in {"for", "the", "a", "one"} and "after" in behind)
    ):
        return False
    return clause.group.passive or clause.group.tense in {"planned", "perfect"} or behind[0] not in {"after", "in"}


def _named(clause: Clause) -> bool:
    return clause.has(NAMED_THINGS, clause.first, clause.at) and (
        clause.group.tense != "present" or clause.group.passive
    )


def _casualty(clause: Clause) -> bool:
    """People killed or hurt: before a passive or "died", behind an active verb."""
    lowers, at = clause.lowers, clause.at
    if clause.group.passive or lowers[at] in _DYING:
        before = lowers[max(clause.first, at - 10) : at]
        return not VICTIMS.isdisjoint(before) or not NUMBERS.isdisjoint(before)
    return any(word in VICTIMS or word.isdigit() for word in lowers[at + 1 : min(clause.last, at + 6)])


def _court(clause: Clause) -> bool:
    return clause.has(COURTS, clause.first, clause.at)


def _craft(clause: Clause) -> bool:
    """A vehicle that comes to grief: "the plane went down", "the train went off the rails"."""
    return clause.has(CRAFT, clause.first, clause.at)


def _shown(clause: Clause) -> bool:
    """A book presented, or out on a day."""
    presented = clause.lowers[clause.at].startswith(("present", "launch"))
    return clause.group.tense != "participle" and (clause.date is not None or (clause.group.passive and presented))


def _ahead(clause: Clause) -> bool:
    """The day or year by which it is to stand, told behind."""
    for time in clause.scene.times_in(clause.sentence.first, clause.last):
        if "by" in clause.lowers[max(0, time.first - 1) : time.last] or clause.lowers[time.first - 1] in {
            "in",
            "for",
            "before",
        }:
            clause.date = clause.scene.value(time)
            return clause.date is not None and not clause.group.passive
    return False


def _death(clause: Clause) -> bool:
    """A death told with its day, or as news; of whom is named before the verb."""
    if clause.lowers[clause.at].startswith("pass") and clause.after != "away":
        return False
    who = clause.scene.people_in(clause.first, clause.at)
    if not who or any(
        word in SAYING or word in {"what", ":", "whose"} for word in clause.lowers[who[-1].last : clause.at]
    ):
        return False
    return clause.date is not None or clause.group.tense == "perfect"


def _installed(clause: Clause) -> bool:
    """Who "has become" something as news, or "became" it on a day."""
    return bool(clause.people) and (clause.date is not None or clause.group.tense == "perfect")


def _vote(clause: Clause) -> bool:
    """An election with those who stood in it, or its day."""
    return bool(clause.people) or clause.date is not None


def _greeting(clause: Clause) -> bool:
    """Congratulations or condolences that are the news themselves, not a word within talks."""
    body = [sentence for sentence in clause.scene.document.sentences[:6] if sentence.zone == "body"]
    if clause.scene.quoted[clause.at] or clause.has(_TALKED, clause.sentence.first, clause.sentence.last):
        return False
    after = clause.scene.people_in(clause.at, min(clause.sentence.last, clause.at + 24))
    return bool(after) and clause.group.tense in {"past", "perfect"} and clause.sentence in body[:2]


def _post(clause: Clause) -> bool:
    """An office, a mission or a team that changes hands."""
    return clause.has(_POSTS, clause.at + 1)


def _built(clause: Clause) -> bool:
    """Something that has no name of its own but is to be used: "this will enter service in 2025"."""
    return clause.group.first > clause.first and clause.lowers[clause.group.first - 1] in {
        "it",
        "this",
        "which",
        "they",
    }


def _due(clause: Clause) -> bool:
    """What is to be at work by a time to come: "a wind park which is to be running in 2026"."""
    return clause.date is not None and "be" in clause.lowers[clause.at - 3 : clause.at]


def _bearer(clause: Clause) -> bool:
    """Somebody named right before the verb, to whom it is done: "the mayor, X, was inaugurated"."""
    first = clause.group.first
    return any(first - named.last < 2 for named in clause.scene.people_in(max(clause.first, first - 6), first))


def _handed(clause: Clause) -> bool:
    """To whom something went: "the prize went on Tuesday to"."""
    if clause.after == "to":
        return True
    times = clause.scene.times_in(clause.at + 1, clause.at + 3)
    return bool(times) and clause.lowers[times[0].last] == "to"


def _decorated(clause: Clause) -> bool:
    """A decoration by its own name, from or by somebody in office: "received the Baltic Star from the President"."""
    words, lowers, at = clause.scene.document.words, clause.lowers, clause.at
    begin = at + 2 if clause.after in {"the", "a", "an", "his", "her"} else at + 1
    if clause.after == "with":
        begin = at + 3 if lowers[at + 2] == "the" else at + 2
    if begin + 1 >= clause.last or not words[begin][0].isupper() or begin in clause.scene.taken:
        return False
    if clause.after == "with" and clause.group.passive:
        return bool(clause.people)
    giver = {"from", "by"}.intersection(lowers[begin : clause.last])
    given = clause.scene.people_in(begin, clause.last)
    return bool(giver) and bool(given) and given[0].person.role is not None and len(clause.people or []) > 1


def _sitting(clause: Clause) -> bool:
    """A commission or council that sits."""
    return sits(clause)


def _delegates(clause: Clause) -> bool:
    """Officials, named or not, before the verb."""
    return bool(clause.people) or clause.has(DELEGATES, clause.first, clause.at)


_TESTS: dict[str, Callable[[Clause], bool]] = {
    "date": _date,
    "place": place,
    "destination": destination,
    "journey": journey,
    "country": _country,
    "person": _person,
    "pair": _pair,
    "office": _office,
    "facility": _facility,
    "after": _after,
    "named": _named,
    "casualty": _casualty,
    "court": _court,
    "match": match,
    "race": race,
    "trip": trip,
    "arrival": arrival,
    "craft": _craft,
    "first": first,
    "shown": _shown,
    "ahead": _ahead,
    "fixture": fixture,
    "score": score,
    "death": _death,
    "vote": _vote,
    "installed": _installed,
    "greeting": _greeting,
    "spaceflight": spaceflight,
    "guests": guests,
    "post": _post,
    "built": _built,
    "due": _due,
    "delegates": _delegates,
    "handed": _handed,
    "expedition": expedition,
    "moved": moved,
    "decorated": _decorated,
    "sides": sides,
    "unpeopled": unpeopled,
    "bearer": _bearer,
    "raced": raced,
    "standing": standing,
    "coming": lambda clause: clause.group.tense == "planned",
    "sitting": _sitting,
    "errand": errand,
}


def met(clause: Clause, needs: tuple[str, ...]) -> bool:
    """Whether everything that is needed stands in a clause."""
    for need in needs:
        if not _TESTS[need](clause):
            break
    else:
        return True
    return False
