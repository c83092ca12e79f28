"""Events as an archive has them: those that several articles tell, put together."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable, Iterator
from heapq import merge as in_order
from itertools import product
from typing import NamedTuple

from kzhu.answers import EventRow
from kzhu.periods import bounds

#: Days of the stretches of time that events are looked for in: the first of these that an event is no longer than.
#: The last one has all days.
_STRETCHES = (1, 31, 366, 1 << 22)
#: In place of a person: of every event, and of one that names nobody.
_ANYBODY, _NOBODY = "*", ""


class Told(NamedTuple):
    """One event, with every article that tells it."""

    event: EventRow
    articles: tuple[str, ...]


class _Telling:
    """An event, its days as ordinals, and what has come to it."""

    # No dataclass: to make one would cost a brief more than most briefs do.
    __slots__ = ("articles", "event", "first", "last", "people")

    def __init__(self, event: EventRow, first: int, last: int) -> None:
        self.event = event
        self.first = first
        self.last = last
        self.people = dict.fromkeys(event.people)
        self.articles = {event.article}

    def is_told_by(self, other: _Telling) -> bool:
        """Whether another one, of the same type and of a country of this one, is this event."""
        return (
            self.first <= other.last
            and other.first <= self.last
            and (not self.people or not other.people or not self.people.keys().isdisjoint(other.people))
            and self.articles.isdisjoint(other.articles)
        )

    def take(self, other: _Telling) -> None:
        """Puts another one to it."""
        self.people |= other.people
        self.articles |= other.articles
        # Once an article tells it as past it has happened, whoever announced it before.
        if other.event.status == "past":
            self.event = self.event._replace(status="past")

    def told(self) -> Told:
        return Told(self.event._replace(people=tuple(self.people)), tuple(sorted(self.articles)))


def merge(events: Iterable[EventRow]) -> list[Told]:
    """Events in order of time, those that several articles tell put together.

    Two are one event when they are of one type, their dates meet, a country is shared, and, where both name people,
    a person too. The most exact date is shown. An event whose date is not known stays by itself.
    """
    dated, undated = [], []
    for event in events:
        if event.date is None:
            undated.append(Told(event, (event.article,)))
            continue
        first, last = (day.toordinal() for day in bounds(event.date))
        dated.append(_Telling(event, first, last))
    dated.sort(key=lambda one: (one.last - one.first, one.event.article, one.event.start))
    found = [(one.first, one.last, one.told()) for one in _put_together(dated)]
    found.sort(key=lambda one: (*one[:2], one[2].articles))
    undated.sort(key=lambda told: (told.articles, told.event.start))
    return [*(told for _, _, told in found), *undated]


def _put_together(tellings: Iterable[_Telling]) -> list[_Telling]:
    """Each to the first of those before it that it tells of; they come the most exact first."""
    found = _Found(_STRETCHES[0])
    for telling in tellings:
        length = next(days for days in _STRETCHES if telling.last - telling.first < days)
        if length != found.length:
            found = _Found(length, found.all)
        number = next((i for i in found.near(telling) if found.all[i].is_told_by(telling)), None)
        if number is None:
            found.add(telling)
        else:
            found.join(number, telling)
    return found.all


class _Found:
    """Events by type, country, stretch of time and person: of a million only those near to another are compared.

    None is longer than those that it is compared with, since these come the most exact first.
    """

    def __init__(self, length: int, known: Iterable[_Telling] = ()) -> None:
        """Those that are known, looked for in stretches of so many days."""
        self.length = length
        self.all: list[_Telling] = []
        self._places: dict[tuple[str, str, int, str], list[int]] = {}
        for one in known:
            self.add(one)

    def near(self, telling: _Telling) -> Iterator[int]:
        """Numbers of those that an event may be, in the order in which they came."""
        people = (_NOBODY, *telling.people) if telling.people else (_ANYBODY,)
        lists = [self._places.get(key) for key in self._keys(telling, people)]
        return in_order(*(numbers for numbers in lists if numbers))

    def add(self, one: _Telling) -> None:
        """One more."""
        self._enter(len(self.all), one, (_ANYBODY, *(one.people or (_NOBODY,))))
        self.all.append(one)

    def join(self, number: int, telling: _Telling) -> None:
        """Puts an event to one that is there."""
        one = self.all[number]
        come = telling.people.keys() - one.people.keys()
        one.take(telling)
        self._enter(number, one, come)

    def _enter(self, number: int, one: _Telling, people: Collection[str]) -> None:
        for key in self._keys(one, people):
            insort(self._places.setdefault(key, []), number)

    def _keys(self, one: _Telling, people: Collection[str]) -> Iterator[tuple[str, str, int, str]]:
        stretches = range(one.first // self.length, one.last // self.length + 1)
        return product((one.event.type,), dict.fromkeys(one.event.countries), stretches, people)
