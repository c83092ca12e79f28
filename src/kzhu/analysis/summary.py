"""A brief of what the filters keep: every line cites the articles that it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kzhu.amounts import change, counted
from kzhu.analysis import tellings, timeline
from kzhu.analysis.conflicts import conflicts, shown_value, subject
from kzhu.analysis.tellings import Told
from kzhu.answers import AppearanceRow, ArticleRow, EventRow, FigureRow, TimelineRow

#: Lines that a brief has of a kind, where it is not told how many; what is left out is counted.
_MOST_SOURCES = 12
_MOST_PEOPLE = 12
_MOST_EVENTS = 20
_MOST_FIGURES = 24
#: The same in words.
USUALLY = f"{_MOST_PEOPLE} people, {_MOST_EVENTS} events, {_MOST_FIGURES} figures"


class Line(NamedTuple):
    """One statement of the brief, with the ids of the articles behind it."""

    text: str
    articles: tuple[str, ...]


class Section(NamedTuple):
    """Lines under one heading."""

    title: str
    lines: tuple[Line, ...]


def build(
    articles: Sequence[ArticleRow],
    appearances: Iterable[AppearanceRow],
    figures: Iterable[FigureRow],
    events: Iterable[EventRow],
    most: int | None = None,
) -> list[Section]:
    """The brief: coverage, who, what happened, the figures and their conflicts, what is planned or targeted.

    Args:
        articles: what the filters keep, in any order.
        appearances: the people of these articles.
        figures: their figures.
        events: their events.
        most: lines that a section has at most, beside one that counts the others; None for each section's own number.
    """
    if not articles:
        return []
    told = tellings.merge(events)
    past = [item for item in told if item.event.status == "past"]
    planned = [item for item in told if item.event.status == "planned"]
    rows = timeline.build(figures)
    figures_told = [_figure(row) for row in rows if row.status not in {"target", "conflict"}]
    targets = [_figure(row) for row in rows if row.status == "target"]
    opposed = [Line(*conflict) for conflict in conflicts(rows)]
    sections = {
        "Coverage": [_span(articles), *_capped(_sources(articles), most or _MOST_SOURCES, "other source")],
        "Who": _capped(_who(appearances), most or _MOST_PEOPLE, "other person"),
        "What happened": _latest(past, most or _MOST_EVENTS),
        "Figures": _capped(figures_told, most or _MOST_FIGURES, "other figure"),
        "Conflicts": _capped(opposed, most, "other conflict"),
        "Planned and targeted": _capped([*map(_event, planned), *targets], most, "other plan"),
    }
    return [Section(title, tuple(lines)) for title, lines in sections.items() if lines]


def _capped(lines: Sequence[Line], most: int | None, what: str) -> list[Line]:
    """The first lines, and one that counts the others."""
    if most is None or len(lines) <= most:
        return [*lines]
    left = lines[most:]
    return [
        *lines[:most],
        Line(f"and {counted(len(left), what)}", _cited(id_ for line in left for id_ in line.articles)),
    ]


def _latest(events: Sequence[Told], most: int) -> list[Line]:
    """The latest events, in order of time, before those that have no date; then how many others there are."""
    dated = [told for told in events if told.event.date is not None]
    undated = [told for told in events if told.event.date is None]
    return _capped([*map(_event, (*dated[-most:], *undated, *dated[:-most]))], most, "other event")


def _span(articles: Sequence[ArticleRow]) -> Line:
    """How many articles, from when to when, and how their dates are known."""
    dated = [article for article in articles if article.earliest and article.latest]
    parts = [counted(len(articles), "article")]
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
        parts.append(f"{inferred:,} dated by inference (~)")
    if undated:
        parts.append(f"{undated:,} undated")
    return Line(", ".join(parts), tuple(sorted(article.id for article in articles)))


def _sources(articles: Sequence[ArticleRow]) -> list[Line]:
    """Outlets, then those whom they relay, each by the number of articles."""
    found: list[Line] = []
    for label, names in (("outlet", [row.outlet for row in articles]), ("origin", [row.origin for row in articles])):
        by_name: dict[str, list[str]] = {}
        for name, article in zip(names, articles, strict=True):
            if name:
                by_name.setdefault(name, []).append(article.id)
        found += [
            Line(f"{label}: {name} ({counted(len(behind), 'article')})", tuple(sorted(behind)))
            for name, behind in sorted(by_name.items(), key=lambda item: (-len(item[1]), item[0]))
        ]
    return found


def _who(appearances: Iterable[AppearanceRow]) -> list[Line]:
    by_person: dict[str, list[AppearanceRow]] = {}
    for row in appearances:
        by_person.setdefault(row.person, []).append(row)
    ordered = sorted(
        by_person.values(), key=lambda rows: (-len(rows), -sum(row.mentions for row in rows), rows[0].name)
    )
    return [*map(_person, ordered)]


def _person(rows: Sequence[AppearanceRow]) -> Line:
    roles = Counter(row.role for row in rows if row.role)
    # The role most articles tell; of equals the fullest.
    role = max(roles, key=lambda role: (roles[role], len(role), role), default=None)
    country = f" ({rows[0].country})" if rows[0].country else ""
    return Line(f"{rows[0].name}{country}{f', {role}' if role else ''}", _cited(row.article for row in rows))


def _event(told: Told) -> Line:
    event = told.event
    who = ", ".join(event.people) or "-".join(event.countries)
    head = f"{event.date or 'no date'}  {event.type}{f' in {event.place}' if event.place else ''}"
    return Line(f"{head}{f': {who}' if who else ''}", told.articles)


def _figure(row: TimelineRow) -> Line:
    value = f"{'growth ' if row.measure == 'growth' else ''}{shown_value(row)}"
    growth = f", {change(row.percent, None)}" if row.percent is not None and row.measure == "level" else ""
    status = f" [{row.status}]" if row.status in {"confirmed", "implied"} else ""
    note = f" ({row.note})" if row.note and row.status == "implied" else ""
    return Line(f"{subject(row)}: {value}{growth}{status}{note}", row.articles)


def _cited(articles: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(articles)))
