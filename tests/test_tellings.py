"""What several articles tell is put together as if every event were compared with every other, but much sooner."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date

import pytest

from kzhu.analysis import tellings
from kzhu.analysis.tellings import Told, merge
from kzhu.answers import EventRow
from kzhu.periods import bounds, overlap

NAMES = ("Dastan Omarov", "Katalin Varga", "Ilyas Bek")


def events(count: int, seed: int = 1, years: int = 2) -> list[EventRow]:
    """Made-up events of days, months, years and other stretches, by articles that tell up to three each."""
    chance = random.Random(seed)
    found = []
    for number in range(count):
        year, month = 2020 + chance.randrange(years), chance.randrange(1, 13)
        day = f"{year}-{month:02}-{chance.randrange(1, 29):02}"
        when = chance.choice((day, day, day, f"{year}-{month:02}", f"{year}", f"{day}/{year}-12-30", f"{day}/..", None))
        people = tuple(chance.sample(NAMES, chance.choice((0, 0, 1, 2))))
        countries = tuple(sorted(chance.sample(("KZ", "HU", "TR"), chance.randrange(3))))
        kind, status = chance.choice(("meeting", "visit")), chance.choice(("past", "planned"))
        article = f"{chance.randrange(number // 2, number // 2 + 2):05}"
        found.append(
            EventRow(article, None, "stated", "", kind, None, when, status, None, people, countries, number, number, "")
        )
    return found


def compared_with_every_other(given: Sequence[EventRow]) -> list[Told]:
    """The same by its definition."""

    def exactness(event: EventRow) -> int:
        return (bounds(event.date)[1] - bounds(event.date)[0]).days if event.date else 10**9

    def same(event: EventRow, told: Told) -> bool:
        other = told.event
        return (
            event.type == other.type
            and bool(event.date and other.date and overlap(event.date, other.date))
            and bool({*event.countries} & {*other.countries})
            and (not event.people or not other.people or bool({*event.people} & {*other.people}))
            and event.article not in told.articles
        )

    def when(told: Told) -> tuple[bool, Sequence[date]]:
        return told.event.date is None, bounds(told.event.date) if told.event.date else ()

    found: list[Told] = []
    for event in sorted(given, key=lambda event: (exactness(event), event.article, event.start)):
        place = next((i for i, told in enumerate(found) if same(event, told)), None)
        if place is None:
            found.append(Told(event, (event.article,)))
            continue
        first, articles = found[place]
        found[place] = Told(
            first._replace(
                status="past" if "past" in {first.status, event.status} else "planned",
                people=tuple(dict.fromkeys((*first.people, *event.people))),
            ),
            tuple(sorted((*articles, event.article))),
        )
    return sorted(found, key=lambda told: (*when(told), told.articles))


@pytest.mark.parametrize("seed", range(40))
def test_events_are_put_together_as_their_definition_says(seed: int) -> None:
    given = events(30 + 10 * seed, seed, years=1 + seed % 3)
    assert merge(given) == compared_with_every_other(given)


def test_events_of_four_times_the_years_take_about_four_times_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    compare = tellings._Telling.is_told_by
    made = 0

    def counted(one: tellings._Telling, other: tellings._Telling) -> bool:
        nonlocal made
        made += 1
        return compare(one, other)

    monkeypatch.setattr(tellings._Telling, "is_told_by", counted)
    taken = []
    for times in (1, 4):
        made = 0
        merge([event for event in events(1000 * times, years=5 * times) if not (event.date or "").endswith("..")])
        taken.append(made)
    assert taken[1] < 5 * taken[0]
