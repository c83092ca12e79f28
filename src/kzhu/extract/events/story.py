"""One story out of many tellings: what points back is joined, what is told twice is one, the rest inherits."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from kzhu.extract.events.inheriting import inherit
from kzhu.extract.events.joining import add_people, join, same, together
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.who import countries_of, honoured, once

#: Types that a noun may mean when it points back: "the meeting" may be a consultation.
_TALKS = frozenset({"meeting", "call", "consultation", "summit"})
_TALK_WORDS = frozenset(
    {"meeting", "talks", "negotiations", "conversation", "session", "consultation", "consultations", "discussion"}
)
#: Types that people come together for, the verbs of leading one, and tokens back and on in which they do.
_GATHERINGS = _TALKS | {"commemoration", "opening"}
_TITLE, _NEAR = 24, 120
_LEADING = frozenset({"headed", "led", "chaired", "opened", "attended", "moderated"})
#: Types that may only word another event of their sentence.
_REWORDED = frozenset({"meeting", "sport", "opening", "commemoration", "decision"})
#: Tokens from "will meet again" to the summit at which.
_AT = 14
#: Events back to which "the meeting" or a second telling can reach.
_MEMORY = 30


def tell(scene: Scene, heard: list[Told]) -> list[Told]:
    """The events of an article, from every telling of one in order of the text."""
    events: list[Told] = []
    setting: Told | None = None
    round_of: Told | None = None
    before = -1
    for i, told in enumerate(heard):
        if told.sentence.start != before:
            before, setting = told.sentence.start, None
        if told.type in _REWORDED:
            near = heard[i - 3 if i > 3 else 0 : i + 4]
            if _told_better(near, told):
                continue
            summit = _summit_of(near, told) if told.type == "meeting" and told.status == "planned" else None
            if summit is not None:
                add_people(summit, told.people)
                summit.countries |= told.countries
                continue
        if told.back:
            target = _meant(events, told)
            if target is not None:
                setting = target
                if target.type == "summit":
                    add_people(target, told.people)
                continue
            if not _stands_alone(events, told):
                continue
        if told.key == "ceremony" and told.type == "commemoration" and scene.document.lowers[told.head - 1] != "solemn":
            _hold_ceremony(events, told)
            continue
        if told.several:
            each = _one_by_one(scene, told)
            if each:
                for one in each:
                    inherit(scene, events, one, setting)
                    _add(events, one)
            elif round_of is None and _opens(scene, told):
                round_of = told
                scene.day, scene.city = told.date or scene.day, told.place or scene.city
            continue
        last = events[-1] if events else None
        if last is not None and _continues(last, told):
            join(last, told)
            continue
        inherit(scene, events, told, setting)
        kept = _add(events, told)
        setting = kept if kept is not told or told.type in _TALKS else setting
    _lead(scene, events)
    if round_of is not None:
        events += _counterparts(scene, events, round_of)
        events.sort(key=lambda event: event.head)
    told_days = {
        event.date
        for event in events
        if event.type in _TALKS and (event.people or event.type not in {"meeting", "call"})
    }
    return [
        event
        for event in events
        if event.type not in {"meeting", "call"} or not (_shadow(event, told_days) or _one_sided(event))
    ]


def _hold_ceremony(events: list[Told], told: Told) -> None:
    """Give the day and place of "the ceremony" to the event that it is held for, where that one has none."""
    for event in reversed(events[-3:]):
        if event.type in {"commemoration", "opening", "award", "appointment"} and not event.own:
            event.date, event.own = told.date or event.date, told.own
            event.place = event.place or told.place
            add_people(event, told.people)
            return


def _one_by_one(scene: Scene, told: Told) -> list[Told]:
    """The meetings of "held meetings with A, President of ..., and B", one for each of those named behind the noun."""
    last = min(told.sentence.last, told.last + 24)
    taking_part = {person.id for person in told.people}
    others = once([named.person for named in scene.people_in(told.head, last) if named.person.id in taking_part])
    if len(others) == len(told.people) < 2:
        # "A string of meetings filled the day of A": with whom is told below.
        return []
    hosts = [person for person in told.people if all(person is not other for other in others)]
    return [replace(told, people=[*hosts[:1], person], several=False, countries=set()) for person in others]


def _add(events: list[Told], told: Told) -> Told:
    """Join a telling to the event it tells again, or add it; gives that event."""
    kind = told.type
    for event in events[-_MEMORY:]:
        if event.type == kind and same(event, told):
            known = event
            break
    else:
        events.append(told)
        return told
    if kind == "meeting" and told.people and len(known.people) > len(told.people) + (len(told.people) < 2):
        events += _parted(known, told)
    join(known, told)
    return known


def _parted(event: Told, told: Told) -> list[Told]:
    """What is left of "met with B and C" once "at the meeting with B" tells of B's alone: the meeting with C."""
    host, rest = event.people[0], [person for person in event.people if person not in told.people]
    if host not in told.people or len({person.country for person in event.people}) < len(event.people):
        return []
    event.people = [person for person in event.people if person in told.people]
    event.countries = countries_of(event.people)
    return [replace(event, people=[host, *rest], countries=countries_of([host, *rest]))]


def _lead(scene: Scene, events: list[Told]) -> None:
    """Add those by whom a delegation was led or an event opened to the event told last before them."""
    document = scene.document
    lowers = document.lowers
    if "by" not in document.vocabulary:
        return
    gatherings = [event for event in events if event.type in _GATHERINGS and event.status == "past"]
    if not gatherings or _LEADING.isdisjoint(document.vocabulary):
        return
    starts = [event.sentence.first for event in gatherings]
    for named in scene.people_in(starts[0], starts[-1] + _NEAR):
        at = bisect_right(starts, named.first) - 1
        if at < 0 or named.first - starts[at] >= _NEAR:
            continue
        back = lowers[max(0, named.first - _TITLE) : named.first]
        if "by" not in back or _LEADING.isdisjoint(back) or scene.quoted[named.first]:
            continue
        by = len(back) - 1 - back[::-1].index("by")
        if "." in back[by:] or (back[by - 1] not in _LEADING and not (by > 1 and back[by - 1] == "and")):
            continue
        add_people(gatherings[at], [named.person])
        gatherings[at].countries |= countries_of([named.person])


def _continues(last: Told, told: Told) -> bool:
    """Whether a telling without a day goes on with the one before it: "the last flood, in 1993, killed two"."""
    return (
        last.type == told.type
        and told.type in {"incident", "sport", "opening", "other"}
        and (told.date is None or (last.date is None and told.type in {"sport", "incident"}))
        and not told.same
        and together(last, told)
        and 0 < told.head - last.head < 12
    )


def _stands_alone(events: list[Told], told: Told) -> bool:
    """Whether a noun that points back, to nothing told, still tells an event: "at the end of the meeting"."""
    if told.type not in _TALKS or told.key == "session":
        return False
    return not (told.type == "summit" and events and events[0].type in _TALKS)


def _opens(scene: Scene, told: Told) -> bool:
    """Whether a telling stands in one of the first sentences of the article."""
    body = [sentence.start for sentence in scene.document.sentences[:8] if sentence.zone == "body"]
    return told.sentence.start in body[:2]


def _told_better(near: list[Told], told: Told) -> bool:
    """Whether a telling only words another of its sentence: "discussed it by phone", "the forum opened its doors".

    So does a decision what it decrees ("signed a decree appointing ..."); and of "two streets are named after the
    country: one ..., the other ..." only the parts are events.
    """
    kind = told.type
    if kind == "meeting" and told.key.startswith(("discuss", "review", "view", "opinion", "exchang")):
        return any(other.date == told.date for other in _beside(near, told, "call"))
    if kind == "sport" and not told.countries and not told.people:
        return any(other.countries and other.date == told.date for other in _beside(near, told, kind))
    if kind == "sport" and told.key in {"cup", "cups", "league", "title", "trophy"}:
        return bool(_beside(near, told, "award"))
    if kind == "decision":
        return any(0 < other.head - told.head < 8 for other in _beside(near, told, "appointment"))
    if kind == "commemoration":
        return told.stative and bool(_beside(near, told, kind))
    return kind == "opening" and told.key == "doors" and bool(_beside(near, told, "summit"))


def _beside(near: list[Told], told: Told, kind: str) -> list[Told]:
    """The other tellings of a type in the sentence of one."""
    return [other for other in near if other.type == kind and other is not told and together(other, told)]


def _summit_of(near: list[Told], told: Told) -> Told | None:
    """The summit at which those named "will meet again": the same event."""
    for other in _beside(near, told, "summit"):
        if 0 < other.head - told.head < _AT:
            return other if other.date == told.date or not told.own else None
    return None


def _counterparts(scene: Scene, events: list[Told], round_of: Told) -> list[Told]:
    """The meetings of a round that are told by nothing but who came: office holders of other countries, not in speech.

    Countries that the round names ("with the Presidents of Estonia and Finland"), and nobody speaks for, come last.
    """
    host = next((person for person in scene.people if person.role), None)
    if host is None:
        return []
    met = [person for event in events if event.type == "meeting" and event.date == scene.day for person in event.people]
    known = {person.id for person in met} | {host.id}
    found: list[Told] = []
    for named in scene.named:
        person = named.person
        if person.id in known or not person.role or person.country == host.country or scene.quoted[named.first]:
            continue
        sentence = scene.document.sentence_at(scene.document.starts[named.first])
        if sentence is None or sentence.zone != "body" or honoured(scene, named, sentence.first):
            continue
        known.add(person.id)
        met.append(person)
        told = Told("meeting", round_of.plover, sentence, named.first, named.first, named.last, "meeting", "past")
        told.date, told.place = scene.day, scene.city
        told.people, told.countries = [host, person], countries_of([host, person])
        found.append(told)
    for code in sorted(round_of.countries - countries_of(met) - countries_of([host])):
        told = Told(
            "meeting", round_of.plover, round_of.sentence, round_of.head, round_of.first, round_of.last, "", "past"
        )
        told.date, told.place = scene.day, scene.city
        told.people, told.countries = [host], {code} | countries_of([host])
        found.append(told)
    return found


def _meant(events: list[Told], told: Told) -> Told | None:
    """The event that "the meeting" or "the forum" points back at."""
    recent = [event for event in events[-_MEMORY:] if event.status == "past"]
    recent.reverse()
    for event in recent:
        if event.key == told.key or (
            event.type == told.type and told.type in {"meeting", "call", "consultation", "visit"}
        ):
            return event
    if told.key in _TALK_WORDS:
        return next((event for event in recent if event.type in _TALKS), None)
    if told.type in {"sport", "incident"}:
        return next((event for event in recent if event.type == told.type), None)
    return None


def _one_sided(event: Told) -> bool:
    """Whether a meeting or call is told of one person only, and of nobody else's country: an interview."""
    if event.status == "planned" or len(event.people) != 1:
        return False
    return len(event.countries) < 2 and event.key in {"conversation", "talks", "talk", "interview", "meeting"}


def _shadow(event: Told, told_days: set[str | None]) -> bool:
    """A meeting or call without people on the day of a talk that has some is its shadow."""
    return not event.people and event.status == "past" and event.date in told_days
