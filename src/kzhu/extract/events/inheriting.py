"""What a clause leaves to the story around it: day, place, people and countries."""

from __future__ import annotations

from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import same_day, status_of
from kzhu.extract.events.who import countries_of
from kzhu.periods import bounds

#: Types that a noun may mean when it points back: "the meeting" may be a consultation.
_TALKS = frozenset({"meeting", "call", "consultation", "summit"})
_VISITED, _SIGNED, _NEWS = _TALKS | {"visit"}, _TALKS | {"agreement"}, _TALKS | {"agreement", "award"}
#: Types that take two sides: with one country told, the article's own two stand in.
_TWO_SIDED = frozenset({"meeting", "call", "consultation", "agreement", "award"})
#: Types that can be without any country ("the bank cut its rate").
_STATELESS = frozenset({"decision", "summit"})
#: Days to either side of the lead's that one report may tell of.
_NEWS_DAYS = 6
#: Tokens back to the day that the report has come to.
_BACK = 300
#: Paragraphs on in which what is planned belongs to the visit announced.
_PARAGRAPHS = 3
#: Events back to which "the meeting" or a second telling can reach.
_MEMORY = 30


def inherit(scene: Scene, events: list[Told], told: Told, setting: Told | None) -> None:
    """Day, place, people and countries that the clause leaves to the story around it."""
    lead = events[0] if events else None
    if told.date is None and told.same:
        planned = told.status == "planned" and bool(events)
        told.date = (
            events[-1].date if planned else same_day(scene, told.sentence) or _news_of_day(scene, told) or scene.day
        )
    if told.date is None and told.status == "past" and not told.other:
        source = setting or (lead if lead and lead.status == "past" and lead.type in _VISITED else None)
        told.date = (
            _just_before(scene, events, told)
            or (setting.date if setting else None)
            or _news_of_day(scene, told)
            or (source.date if source else None)
            or scene.day
        )
    news = not told.own or told.date == scene.day
    if told.place is None and news and told.status == "past" and not told.other and told.type != "call":
        here = lead.place if lead and lead.own and lead.date == told.date and lead.status == "past" else None
        told.place = (setting.place if setting else None) or here or scene.city
    if told.date is None and told.status == "planned" and not told.other and told.type in _SIGNED:
        # "A will visit Rome on Monday. There he will hold talks with B. A treaty is to be signed."
        visit = next((event for event in events[-3:] if event.type == "visit" and event.status == "planned"), None)
        if visit is not None and visit.own and told.sentence.paragraph - visit.sentence.paragraph < _PARAGRAPHS:
            told.date, told.place = visit.date, told.place or visit.place
    told.status = status_of(scene, told.date, told.status)
    if told.type in {"meeting", "call"}:
        _complete(scene, told, first=news and lead is None)
    if told.type == "visit" and told.place:
        told.countries |= {scene.country_of(told.place) or ""} - {""}
    if told.type == "incident" and news and told.place and scene.city_country and not told.other:
        told.countries.add(scene.country_of(told.place) or scene.city_country)
    if told.type == "summit":
        _host(events, scene, told)
    spoken_for = countries_of(told.people)
    told.countries = (
        spoken_for if told.type in {"meeting", "call"} and len(spoken_for) > 1 else told.countries | spoken_for
    )
    if len(told.countries) == 1 and told.type in {"opening", "commemoration"} and told.countries < set(scene.pair):
        told.countries |= set(scene.pair)
    if told.type == "decision" and not told.countries:
        # "The bank cut its rate. It last lowered it in January."
        told.countries |= next((event.countries for event in reversed(events[-3:]) if event.type == "decision"), set())
        if not told.countries and scene.city_country:
            # A court that sentences somebody, a government at home.
            told.countries.add(scene.city_country)
    one_sided = told.type in _TWO_SIDED and len(told.countries) < 2 and not (told.type == "meeting" and told.people)
    if one_sided or (not told.countries and told.type not in _STATELESS):
        pair = set(scene.pair_at(told.sentence))
        if not told.countries and told.place and told.type in {"consultation", "meeting"} and not scene.sides:
            pair = {scene.country_of(told.place) or ""} - {""} or pair
        told.countries |= pair
    elif not told.countries and told.type == "summit" and setting is not None:
        told.countries |= setting.countries


def _just_before(scene: Scene, events: list[Told], told: Told) -> str | None:
    """The day that the paragraph told last, when it is one of the days of the news."""
    last = events[-1] if events else None
    if last is None or not last.own or last.status == "planned" or last.sentence.paragraph != told.sentence.paragraph:
        return None
    if not last.date or not scene.day or len(last.date) != 10:
        return None
    apart = bounds(last.date)[0] - bounds(scene.day)[0]
    return last.date if abs(apart.days) <= _NEWS_DAYS else None


def _news_of_day(scene: Scene, told: Told) -> str | None:
    """The day that a report of several days has come to: the last told before, if one of the news."""
    if told.type not in _NEWS or not scene.day or len(scene.day) != 10 or scene.sport:
        return None
    first = told.sentence.first
    for time in reversed(scene.times_in(max(scene.begin, first - _BACK), first)):
        if time.grain != "day":
            continue
        value = scene.value(time)
        if not value or len(value) != 10:
            continue
        if 0 <= (bounds(scene.published.date or value)[1] - bounds(value)[0]).days <= _NEWS_DAYS:
            return value
    return None


def _complete(scene: Scene, told: Told, *, first: bool) -> None:
    """Put the principal of the article beside a single participant; the lead's meeting is of its two sides."""
    if len(told.people) == 1:
        if scene.sides and scene.sides[0] is not told.people[0]:
            told.people.insert(0, scene.sides[0])
    elif not told.people and first and len(scene.sides) > 1:
        told.people = list(scene.sides)


def _host(events: list[Told], scene: Scene, told: Told) -> None:
    """A summit's host country counts, a United Nations meeting has none; the next forum is of the same countries."""
    if told.other:
        before = next((event for event in events[-_MEMORY:] if event.key == told.key), None)
        if before is not None:
            told.countries |= before.countries
    if told.place and told.key not in {"meet", "assembly"} and not told.name & {"un", "united"}:
        code = scene.country_of(told.place)
        if code:
            told.countries.add(code)
