"""A brief of what the filters keep: every line cites the articles that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kzhu.analysis import timeline
from kzhu.analysis.timeline import TimelineRow, compact
from kzhu.answers import AppearanceRow, ArticleRow, EventRow, FigureRow
from kzhu.periods import bounds, overlap

#: A brief shows this many people and this many past events; what is left out is counted.
MOST_PEOPLE = 12
MOST_EVENTS = 20
MOST_FIGURES = 24


class Line(NamedTuple):
    """One statement of the brief, with the ids of the articles behind it."""

    text: str
    articles: tuple[str, ...]


class Section(NamedTuple):
    """Lines under one heading."""

    title: str
    lines: tuple[Line, ...]


class Told(NamedTuple):
    """One event, with every article that tells it."""

    event: EventRow
    articles: tuple[str, ...]


def build(
    articles: Sequence[ArticleRow],
    appearances: Iterable[AppearanceRow],
    figures: Iterable[FigureRow],
    events: Iterable[EventRow],
) -> list[Section]:
    """The brief: coverage, who, what happened, the figures and their conflicts, what is planned or targeted.

    Args:
        articles: what the filters keep, in any order.
        appearances: the people of these articles.
        figures: their figures.
        events: their events.
    """
    if not articles:
        return []
    told = merge(events)
    past = [item for item in told if item.event.status == "past"]
    planned = [item for item in told if item.event.status == "planned"]
    rows = timeline.build(figures)
    targets = [row for row in rows if row.status == "target"]
    sections = [
        Section("Coverage", tuple(_coverage(articles))),
        Section("Who", tuple(_who(appearances))),
        Section("What happened", tuple(_happened(past))),
        Section("Figures", tuple(_figures([row for row in rows if row.status not in {"target", "conflict"}]))),
        Section("Conflicts", tuple(map(_figure, (row for row in rows if row.status == "conflict")))),
        Section("Planned and targeted", (*map(_event, planned), *map(_figure, targets))),
    ]
    return [section for section in sections if section.lines]


def merge(events: Iterable[EventRow]) -> list[Told]:
    """Events in order of time, those that several articles tell put together.

    Two are one event when they are of one type, their dates meet, a country is shared, and, where both name people,
    a person too. The most exact date is shown. An event whose date is not known stays by itself.
    """
    found: list[Told] = []
    by_type: dict[str, list[int]] = {}
    for event in sorted(events, key=lambda event: (_exactness(event), event.article, event.start)):
        for i in by_type.get(event.type, ()):
            other = found[i]
            if _same(event, other.event) and event.article not in other.articles:
                found[i] = _merged(other, event)
                break
        else:
            by_type.setdefault(event.type, []).append(len(found))
            found.append(Told(event, (event.article,)))
    return sorted(found, key=lambda told: (told.event.date is None, *_when(told.event), told.articles))


def _merged(told: Told, event: EventRow) -> Told:
    # Once an article tells it as past it has happened, whoever announced it before.
    status = "past" if "past" in {event.status, told.event.status} else "planned"
    people = tuple(dict.fromkeys((*told.event.people, *event.people)))
    return Told(told.event._replace(status=status, people=people), tuple(sorted({*told.articles, event.article})))


def _exactness(event: EventRow) -> int:
    if event.date is None:
        return 10**9
    first, last = bounds(event.date)
    return (last - first).days


def _when(event: EventRow) -> tuple[int, int]:
    if event.date is None:
        return (0, 0)
    first, last = bounds(event.date)
    return first.toordinal(), last.toordinal()


def _same(a: EventRow, b: EventRow) -> bool:
    if not a.date or not b.date or not overlap(a.date, b.date) or not set(a.countries) & set(b.countries):
        return False
    return not a.people or not b.people or bool(set(a.people) & set(b.people))


def _coverage(articles: Sequence[ArticleRow]) -> Iterable[Line]:
    ids = tuple(sorted(article.id for article in articles))
    dated = [article for article in articles if article.earliest and article.latest]
    parts = [_count(len(articles), "article")]
    if dated:
        first = min(dated, key=lambda article: article.earliest or "")
        last = max(dated, key=lambda article: article.latest or "")
        if first is last:
            parts.append(first.shown_date)
        else:
            parts.append(f"{first.shown_date or first.earliest} to {last.shown_date or last.latest}")
    inferred = sum(article.basis == "inferred" for article in articles)
    undated = sum(article.date is None for article in articles)
    if inferred:
        parts.append(f"{inferred} dated by inference (~)")
    if undated:
        parts.append(f"{undated} undated")
    yield Line(", ".join(parts), ids)
    for label, key in (("outlet", "outlet"), ("origin", "origin")):
        by_name: dict[str, list[str]] = {}
        for article in articles:
            name = getattr(article, key)
            if name:
                by_name.setdefault(name, []).append(article.id)
        for name, behind in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0])):
            yield Line(f"{label}: {name} ({_count(len(behind), 'article')})", tuple(sorted(behind)))


def _who(appearances: Iterable[AppearanceRow]) -> Iterable[Line]:
    by_person: dict[str, list[AppearanceRow]] = {}
    for row in appearances:
        by_person.setdefault(row.person, []).append(row)
    ordered = sorted(
        by_person.values(), key=lambda rows: (-len(rows), -sum(row.mentions for row in rows), rows[0].name)
    )
    for rows in ordered[:MOST_PEOPLE]:
        roles = Counter(row.role for row in rows if row.role)
        # The role most articles tell; of equals the fullest.
        role = max(roles, key=lambda role: (roles[role], len(role), role), default=None)
        country = f" ({rows[0].country})" if rows[0].country else ""
        text = f"{rows[0].name}{country}{f', {role}' if role else ''}"
        yield Line(text, tuple(sorted({row.article for row in rows})))
    if len(ordered) > MOST_PEOPLE:
        left = ordered[MOST_PEOPLE:]
        yield Line(
            f"and {_count(len(left), 'other person', 'other people')}",
            _cited(row.article for rows in left for row in rows),
        )


def _happened(past: Sequence[Told]) -> Iterable[Line]:
    shown = past if len(past) <= MOST_EVENTS else past[-MOST_EVENTS:]
    if len(past) > len(shown):
        left = past[: len(past) - len(shown)]
        yield Line(
            f"{_count(len(left), 'earlier event')}", _cited(article for told in left for article in told.articles)
        )
    yield from map(_event, shown)


def _event(told: Told) -> Line:
    event = told.event
    who = ", ".join(event.people) or "-".join(event.countries)
    head = f"{event.date or 'no date'}  {event.type}{f' in {event.place}' if event.place else ''}"
    return Line(f"{head}{f': {who}' if who else ''}", told.articles)


def _figures(rows: Sequence[TimelineRow]) -> Iterable[Line]:
    shown = rows[:MOST_FIGURES]
    yield from map(_figure, shown)
    if len(rows) > len(shown):
        left = rows[len(shown) :]
        yield Line(
            f"and {_count(len(left), 'other figure')}", _cited(article for row in left for article in row.articles)
        )


def _figure(row: TimelineRow) -> Line:
    parties = "-".join(row.parties)
    if row.from_country and row.to_country:
        parties = f"{row.from_country} to {row.to_country}"
    bound = "" if row.bound == "=" else f"{row.bound} "
    if row.measure == "growth":
        value = f"growth {bound}{row.value:+g}%"
    else:
        high = f"-{compact(row.value_high)}" if row.value_high is not None else ""
        value = f"{bound}{compact(row.value)}{high} {row.unit}"
    growth = f", {row.percent:+g}%" if row.percent is not None and row.measure == "level" else ""
    status = f" [{row.status}]" if row.status in {"confirmed", "implied"} else ""
    note = f" ({row.note})" if row.note and row.status in {"implied", "conflict"} else ""
    period = f" {row.period}" if row.period else ""
    return Line(f"{row.metric}{f' {parties}' if parties else ''}{period}: {value}{growth}{status}{note}", row.articles)


def _cited(articles: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(articles)))


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
