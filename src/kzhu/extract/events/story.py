"""One story out of many tellings: what points back is joined, what is told twice is one, the rest inherits day and place."""

from __future__ import annotations

from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import country_of, status_of
from kzhu.extract.events.who import countries_of, honoured
from kzhu.periods import overlap
from kzhu.records import Person

#: Types that a noun may mean when it points back: "the meeting" may be a consultation.
_TALKS = frozenset({"meeting", "call", "consultation", "summit"})
_TALK_WORDS = frozenset({"meeting", "talks", "negotiations", "conversation", "talk", "session", "consultation", "consultations", "discussion"})
#: Types whose people stand for their countries alone.
_PAIRED = frozenset({"meeting", "call", "consultation", "agreement", "award", "visit"})


def tell(scene: Scene, heard: list[Told]) -> list[Told]:
    """The events of an article, from every telling of one in order of the text."""
    events: list[Told] = []
    sentence = -1
    setting: Told | None = None
    round_of: Told | None = None
    heard = [told for told in heard if not _listed(heard, told)]
    for told in heard:
        if told.sentence.first != sentence:
            sentence, setting = told.sentence.first, None
        if told.back:
            target = _meant(events, told)
            if target is not None:
                setting = target
                if target.type == "summit":
                    _add_people(target, told.people)
                continue
            if told.type not in _TALKS or told.key == "session" or (events and events[0].type in _TALKS and told.type == "summit"):
                continue
        if told.several:
            _spread(scene, told)
            round_of = round_of or told
            continue
        _inherit(scene, events, told, setting)
        same = next((event for event in events if _same(event, told)), None)
        if same is not None:
            _join(same, told)
            setting = same
        else:
            events.append(told)
            if told.type in _TALKS:
                setting = told
    if round_of is not None:
        events += _counterparts(scene, events, round_of)
        events.sort(key=lambda event: event.head)
    return [event for event in events if not _shadow(events, event)]


def _listed(heard: list[Told], told: Told) -> bool:
    """ "Two streets are named after the country: one ..., the other ...": only the parts are events."""
    return (
        told.type == "commemoration"
        and told.stative
        and any(other is not told and other.type == told.type and other.sentence is told.sentence for other in heard)
    )


def _counterparts(scene: Scene, events: list[Told], round_of: Told) -> list[Told]:
    """The meetings of a round that are told by nothing but who else came: a foreign office holder named outside speech."""
    host = next((person for person in scene.people if person.role), None)
    if host is None:
        return []
    met = {person.id for event in events if event.type == "meeting" and event.date == scene.day for person in event.people}
    found: list[Told] = []
    for named in scene.named:
        person = named.person
        if person is host or person.id in met or not person.role or person.country == host.country:
            continue
        sentence = scene.document.sentence_at(scene.document.starts[named.first])
        if sentence is None or sentence.zone != "body" or scene.quoted[named.first] or honoured(scene, named, sentence.first):
            continue
        met.add(person.id)
        found.append(
            Told("meeting", round_of.plover, sentence, named.first, named.first, named.last, "meeting", "past", scene.day, False,
                 scene.city, [host, person], countries_of([host, person]))
        )
    return found


def _meant(events: list[Told], told: Told) -> Told | None:
    """The event that "the meeting" or "the forum" points back at."""
    for event in reversed(events):
        if event.status == "planned":
            continue
        if event.key == told.key or (event.type == told.type and told.type not in {"summit", "other", "incident", "sport"}):
            return event
    if told.key in _TALK_WORDS:
        for event in reversed(events):
            if event.type in _TALKS and event.status == "past":
                return event
    if told.type == "sport" or told.type == "incident":
        return next((event for event in events if event.type == told.type), None)
    return None


def _spread(scene: Scene, told: Told) -> None:
    """ "Held several bilateral meetings": sets day and place for the meetings told one by one later."""
    scene.day = told.date or scene.day
    if told.place:
        scene.city = told.place


def _inherit(scene: Scene, events: list[Told], told: Told, setting: Told | None) -> None:
    """Day, place, people and countries that the clause leaves to the story around it."""
    lead = events[0] if events else None
    if told.date is None and told.status == "past" and not told.other:
        source = setting or (lead if lead and lead.status == "past" and lead.type in _TALKS | {"visit"} else None)
        told.date = (source.date if source and source.date else None) or scene.day
    news = not told.own or told.date == scene.day
    if told.place is None and news and told.status == "past" and told.date and told.type != "call":
        told.place = (setting.place if setting else None) or scene.city
    told.status = status_of(scene, told.date, told.status)
    if told.type in {"meeting", "call"} and len(told.people) == 1 and scene.people:
        first = next((person for person in scene.people if person.role), None)
        if first is not None and first is not told.people[0]:
            told.people.insert(0, first)
    if told.type in {"meeting", "call"} and not told.people and news and lead is None:
        told.people = _two(scene)
    if told.type == "summit":
        _host(scene, events, told)
    spoken_for = countries_of(told.people)
    if told.type in {"meeting", "call"} and len(spoken_for) > 1:
        told.countries = spoken_for
    elif told.type in {"visit", "summit", "sport", "opening", "commemoration", "award", "appointment", "other", "incident", "decision"}:
        told.countries |= spoken_for
    else:
        told.countries |= spoken_for
    if len(told.countries) < 2 and told.type in _PAIRED - {"visit"} and not (told.type == "meeting" and told.people):
        told.countries |= set(scene.pair)
    if not told.countries and told.type not in {"decision", "summit"}:
        told.countries |= set(scene.pair)
    elif not told.countries and told.type == "summit" and setting is not None:
        told.countries |= setting.countries


def _host(scene: Scene, events: list[Told], told: Told) -> None:
    """A summit's host country counts, a United Nations meeting has none; the next forum is of the same countries."""
    if told.other:
        before = next((event for event in events if event.key == told.key), None)
        if before is not None:
            told.countries |= before.countries
    if told.place and told.key != "meet" and "un" not in told.name and "united" not in told.name:
        code = country_of(scene, told.place)
        if code:
            told.countries.add(code)


def _two(scene: Scene) -> list[Person]:
    found: list[Person] = []
    for person in scene.people:
        if person.role and all(other.country != person.country for other in found):
            found.append(person)
    return found[:2]


def _same(a: Told, b: Told) -> bool:
    """Whether two tellings are of one event."""
    if a.type != b.type:
        return False
    if a.date and b.date:
        if not overlap(a.date, b.date):
            return False
    elif (a.date or b.date) and not (a.type == "summit" and a.name & b.name):
        if a.own or b.own or a.sentence is not b.sentence:
            return False
    together = a.sentence is b.sentence
    if a.status != b.status and not together:
        return False
    if a.type in {"meeting", "call", "consultation"}:
        if a.people and b.people:
            return _within(a.people, b.people) and not (b.other and not together)
        return not b.other or together
    if a.type == "visit":
        return not (a.people and b.people) or bool({id(p) for p in a.people} & {id(p) for p in b.people})
    if a.type == "summit":
        return together and not b.other and not (a.name and b.name and not a.name & b.name) or a.key == b.key or bool(a.name & b.name)
    if a.type == "sport":
        return together and a.countries == b.countries or a.countries == b.countries
    if a.type in {"incident", "decision"}:
        return True
    if together:
        return abs(a.head - b.head) < 12 and (a.type != "commemoration" or a.key == b.key)
    return a.key == b.key and (not a.name or not b.name or bool(a.name & b.name))


def _within(a: list[Person], b: list[Person]) -> bool:
    ours, theirs = {person.id for person in a}, {person.id for person in b}
    return ours <= theirs or theirs <= ours


def _join(event: Told, told: Told) -> None:
    """Add to an event what a second telling knows more."""
    _add_people(event, told.people)
    event.countries |= told.countries
    if told.own and not event.own:
        event.date, event.own = told.date, True
    event.place = event.place or told.place


def _add_people(event: Told, people: list[Person]) -> None:
    for person in people:
        if all(person is not other for other in event.people):
            event.people.append(person)


def _shadow(events: list[Told], event: Told) -> bool:
    """A meeting without people on the day of one with people and the same countries is its shadow."""
    if event.type not in {"meeting", "call"} or event.people or event.status == "planned":
        return False
    return any(
        other is not event and other.type in _TALKS and other.date == event.date and (other.people or other.type != "meeting")
        for other in events
    )
