"""Whether two tellings are of one event, and what is left of them then."""

from __future__ import annotations

from kzhu.extract.events.scene import Told
from kzhu.extract.events.words import FESTIVE, POLLS, word_set
from kzhu.periods import bounds, overlap
from kzhu.records import Person

#: Types of which one report may tell several, each apart.
_APART = frozenset({"incident", "sport", "award", "opening", "decision", "agreement"})
#: Paragraphs on in which what is planned belongs to the visit announced.
_PARAGRAPHS = 3
#: Types whose news the first lines tell, and the days from them back to it.
_RATES = frozenset({"rate", "rates", "costs"})
_ARRIVING, _VISITS = (
    word_set("arrive arrives arrived fly flies flew flown land lands landed came come"),
    word_set("visit trip tour"),
)
_TALKS, _NEWS_DAYS = frozenset({"meeting", "call", "consultation", "summit"}), 4


def together(a: Told, b: Told) -> bool:
    """Whether one sentence tells both."""
    return a.sentence.start == b.sentence.start


def same(a: Told, b: Told) -> bool:
    """Whether two tellings are of one event."""
    if a.type != b.type or (b.apart and b.type in _APART and not together(a, b)):
        return False
    if b.key == "it" and b.own and not a.own and b.sentence.paragraph - a.sentence.paragraph < 2:
        # "A school has begun work. It was inaugurated on Thursday."
        return True
    if a.type == "other" and a.key in POLLS and b.key in POLLS and not (a.own and b.own):
        # The winner of an election is told the day after it.
        return True
    if a.date != b.date and not _days_fit(a, b):
        return False
    one_sentence = together(a, b)
    if a.status != b.status and not one_sentence:
        return False
    return _alike(a, b, one_sentence=one_sentence)


def _days_fit(a: Told, b: Told) -> bool:
    """Whether two tellings of different days can be of one event all the same."""
    if a.date and b.date:
        return overlap(a.date, b.date) or _news_again(a, b) or _arrived(a, b)
    return (a.type == "summit" and bool(a.name & b.name)) or not (a.own or b.own or not together(a, b))


def _alike(a: Told, b: Told, *, one_sentence: bool) -> bool:
    """Whether two tellings of one type and time are alike in who or what they tell of."""
    if a.type in {"meeting", "call", "consultation"}:
        if a.people and b.people:
            return _within(a.people, b.people) and not (b.other and not one_sentence)
        return not b.other or one_sentence
    if a.type == "visit":
        return not (a.people and b.people) or bool(
            {person.id for person in a.people} & {person.id for person in b.people}
        )
    if a.type == "summit":
        return (one_sentence and not b.other and not (a.name and b.name)) or a.key == b.key or bool(a.name & b.name)
    if a.type == "sport":
        return a.countries == b.countries or (
            one_sentence
            and (abs(a.head - b.head) < 8 or not a.countries or not b.countries or bool(a.countries & b.countries))
        )
    if a.type == "incident":
        return True
    if a.type == "decision":
        return (
            a.key == b.key or (one_sentence and abs(a.head - b.head) < 12) or bool(_RATES & {a.key, b.key}) or b.known
        )
    if a.type == "agreement" and b.key.startswith("sign"):
        # "It was signed by the two presidents."
        return True
    if a.type == "commemoration" and b.known and not b.own and not one_sentence and a.key != b.key:
        # "A street was named after the poet. The plaque was unveiled by the mayor."
        return b.sentence.paragraph - a.sentence.paragraph < _PARAGRAPHS
    if one_sentence and a.type == "commemoration" and not FESTIVE.isdisjoint({a.key, b.key}):
        # "The Days of Estonian Film ended with a concert that marked a jubilee".
        return True
    if one_sentence and a.type == "commemoration" and a.head < b.head < a.last and not b.own:
        # "A gala for the jubilee of the port".
        return True
    if one_sentence:
        return abs(a.head - b.head) < 12 and (a.type != "commemoration" or a.key == b.key)
    return a.key == b.key and (not a.name or not b.name or bool(a.name & b.name))


def _news_again(a: Told, b: Told) -> bool:
    """Whether what the first lines tell without a day is told with it now: "ministers hold talks", then "on Monday"."""
    if a.own or not b.own or a.type not in _TALKS or a.status != b.status or a.other or b.other:
        return False
    if not (a.date and b.date and len(a.date) == len(b.date) == 10) or b.sentence.paragraph - a.sentence.paragraph > 2:
        return False
    return 0 < (bounds(a.date)[0] - bounds(b.date)[0]).days <= _NEWS_DAYS


def _arrived(a: Told, b: Told) -> bool:
    """Whether a visit told is that of an arrival: "ends a three-day visit today. He had flown in on Monday"."""
    if a.type != "visit" or not (a.date and b.date and len(a.date) == len(b.date) == 10):
        return False
    if not (a.key in _VISITS and b.key in _ARRIVING) and not (b.key in _VISITS and a.key in _ARRIVING):
        return False
    return abs((bounds(a.date)[0] - bounds(b.date)[0]).days) <= _NEWS_DAYS and bool(
        {person.id for person in a.people} & {person.id for person in b.people}
    )


def _within(a: list[Person], b: list[Person]) -> bool:
    ours, theirs = {person.id for person in a}, {person.id for person in b}
    return ours <= theirs or theirs <= ours


def join(event: Told, told: Told) -> None:
    """Add to an event what a second telling knows more."""
    add_people(event, told.people)
    event.countries |= told.countries
    if told.own and not event.own:
        event.date, event.own = told.date, True
    event.place = event.place or told.place


def add_people(event: Told, people: list[Person]) -> None:
    """Add people to those of an event, none twice."""
    event.people += [person for person in people if all(person is not other for other in event.people)]
