"""What a frame of events.yaml may ask of a clause about coming and going."""

from __future__ import annotations

from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.whereabouts import place_of
from kzhu.extract.events.words import COMERS, DELEGATES, FIRST, REGIONS, word_set

#: Words behind a verb of setting out that keep it one: "took off", "touched down".
_UP_AND_DOWN = {
    "take": "off", "takes": "off", "took": "off", "taken": "off", "taking": "off", "touch": "down", "touches": "down",
    "touched": "down", "touching": "down", "splashed": "down", "lifted": "off", "blasted": "off", "lift": "off",
    "blast": "off", "splash": "down", "sets": "off", "set": "off", "setting": "off",
}  # fmt: skip


_GUESTS = DELEGATES | COMERS
#: What is opened, launched or inaugurated and is no building.
_NOT_BUILT = word_set(
    """
    campaign project programme program initiative investigation process negotiations talks attack offensive appeal case
    inquiry probe tender war reform scheme procedure competition contest meeting forum conference congress session
    sitting festival fire account accounts trading vote voting debate games championship championships tournament
    summit president mayor governor era chapter season fund satellite rocket dialogue consultations letter discussion
    book market markets proceedings auction bidding enrolment registration subscription hunt search strike protest
    wallet eyes ceremony seminar symposium assembly school year days week doors
    """
)


def destination(clause: Clause) -> bool:
    """A place, or a date: who "arrived on Wednesday" came to where the news is from."""
    if clause.after in {"at", "in"} and clause.has(REGIONS, clause.at, clause.at + 5):
        return True
    return place(clause) or (clause.date is not None and clause.scene.city is not None)


def journey(clause: Clause) -> bool:
    """A place, and a date or an office holder: where a tourist "went" is no visit."""
    to = clause.scene.document.words[clause.at + 2 : clause.at + 3]
    if clause.after == "to" and to and to[0].islower() and to[0] not in {"the", "neighbouring", "nearby"}:
        # "Is going to invest", "went to a concert in".
        return False
    people = clause.people or []
    official = bool(people) and all(person.role for person in people) and not clause.scene.sport
    return place(clause) and (clause.date is not None or (official and not clause.scene.quoted[clause.at]))


def trip(clause: Clause) -> bool:
    """A place to go to, or on a day "the region" of the story."""
    if clause.lowers[clause.at].startswith("head") and clause.after not in {"to", "for"}:
        return False
    if place(clause):
        return clause.after != "over"
    if clause.after == "there":
        return clause.date is not None
    return clause.date is not None and clause.after in {"to", "for"} and clause.has(REGIONS, clause.at, clause.at + 4)


def arrival(clause: Clause) -> bool:
    """Guests or helpers who come to a place on a day: "a team of rescuers is expected in Rome on Friday"."""
    coming = clause.group.passive or clause.lowers[clause.at].startswith(("arriv", "due"))
    who = bool(clause.people) or clause.has(_GUESTS, max(clause.first, clause.at - 12), clause.at)
    return coming and who and clause.date is not None


def errand(clause: Clause) -> bool:
    """People who "were in" a place to do something."""
    begin = max(clause.first, clause.at - 12)
    return place_of(clause.scene, clause.sentence, begin, clause.at) is not None and clause.group.tense == "past"


def first(clause: Clause) -> bool:
    """The first of its kind, and what it does on the way is told whole: "the first train left for Rome"."""
    verb = clause.lowers[clause.at]
    if verb in _UP_AND_DOWN and clause.after != _UP_AND_DOWN[verb]:
        return False
    return clause.has(FIRST, max(clause.first, clause.thing - 5), clause.thing)


def spaceflight(clause: Clause) -> bool:
    """A launch or landing with its day, in an article about space."""
    verb = clause.lowers[clause.at]
    if verb in _UP_AND_DOWN and clause.after != _UP_AND_DOWN[verb]:
        return False
    return clause.date is not None


def unpeopled(clause: Clause) -> bool:
    """Something built or set up that is put to use, whatever it is called: no talks, no campaign, nobody."""
    if not clause.group.passive or clause.date is None:
        return False
    begin = max(clause.first, clause.group.first - 14)
    return not clause.has(_NOT_BUILT, begin, clause.group.first) and not clause.scene.people_in(
        begin, clause.group.first
    )


def standing(clause: Clause) -> bool:
    """Something built, by any name, that opens of itself: "a brewhouse, which should open in 2025"."""
    if clause.scene.sport or clause.group.passive:
        return False
    begin = max(clause.sentence.first, clause.group.first - 14)
    return not clause.has(_NOT_BUILT, begin, clause.group.first)


def expedition(clause: Clause) -> bool:
    """People led somewhere: "will lead a trade mission to Almaty"."""
    lowers = clause.lowers
    to = next(
        (i for i in range(clause.thing + 1, min(clause.last, clause.thing + 6)) if lowers[i] in {"to", "in"}), None
    )
    if to is None or not clause.people:
        return False
    return place_of(clause.scene, clause.sentence, to, min(clause.last, to + 6)) is not None


def moved(clause: Clause) -> bool:
    """Something shown that goes on to another place on a day: "the exhibition moves to Bukhara on 3 June"."""
    return clause.date is not None and place(clause)


def guests(clause: Clause) -> bool:
    """Delegates without a name, received somewhere or by somebody: "a delegation was received in Rome"."""
    if clause.people or not clause.has(DELEGATES, max(clause.first, clause.at - 16), clause.at):
        return False
    return len(clause.scene.countries_in(clause.first, clause.last)) > 1


def place(clause: Clause) -> bool:
    """A place behind the verb."""
    return place_of(clause.scene, clause.sentence, clause.at, clause.last) is not None
