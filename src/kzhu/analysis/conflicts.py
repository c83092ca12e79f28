"""Conflicts of a timeline, each in one sentence: what every side says, and in which articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from kzhu.amounts import amount, change
from kzhu.answers import TimelineRow


class Conflict(NamedTuple):
    """Figures of one thing and one time that cannot all be right."""

    #: "growth of trade-turnover HU-KZ 2022: +19.5% (002) against >+20% (000)".
    text: str
    #: Ids of the articles of all sides.
    articles: tuple[str, ...]


def conflicts(rows: Iterable[TimelineRow]) -> list[Conflict]:
    """The conflicts among the rows of a timeline, in its order."""
    sides: dict[tuple[object, ...], list[TimelineRow]] = {}
    for row in rows:
        if row.status == "conflict":
            key = (row.metric, row.parties, row.from_country, row.to_country, row.period, row.measure, row.unit)
            sides.setdefault(key, []).append(row)
    return [_conflict(told) for told in sides.values()]


def _conflict(told: list[TimelineRow]) -> Conflict:
    row = told[0]
    values = " against ".join(f"{shown_value(side)} ({' '.join(side.articles)})" for side in told)
    growth = "growth of " if row.measure == "growth" else ""
    computed = f"; {row.note}" if row.note.startswith("the levels") else ""
    cited = tuple(sorted({article for side in told for article in side.articles}))
    return Conflict(f"{growth}{subject(row)}: {values}{computed}", cited)


def subject(row: TimelineRow) -> str:
    """What a row is about: "trade-turnover HU-KZ 2022", "investment HU to KZ"."""
    both = row.from_country and row.to_country
    parties = f"{row.from_country} to {row.to_country}" if both else "-".join(row.parties)
    return " ".join(part for part in (row.metric, parties, row.period) if part)


def shown_value(row: TimelineRow) -> str:
    """A row's value for people; of a growth, with its sign."""
    if row.measure == "growth":
        bound = "" if row.bound == "=" else row.bound
        return f"{bound}{change(row.value, None)}"
    return amount(row.value, row.unit, bound=row.bound, high=row.value_high)
