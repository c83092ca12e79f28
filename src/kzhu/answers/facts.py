"""Rows about figures and events."""

from __future__ import annotations

from typing import NamedTuple


class FigureRow(NamedTuple):
    """One figure, with the article that states it."""

    article: str
    date: str | None
    basis: str
    source: str
    metric: str
    kind: str
    parties: tuple[str, ...]
    value: float
    value_high: float | None
    unit: str
    bound: str
    period: str | None
    percent: float | None
    times: float | None
    base: str | None
    from_country: str | None
    to_country: str | None
    start: int
    end: int
    quote: str


class EventRow(NamedTuple):
    """One event, with the article that tells it."""

    article: str
    #: When the article was published, EDTF.
    published: str | None
    basis: str
    source: str
    type: str
    plover: str | None
    #: When the event happened or will, EDTF.
    date: str | None
    status: str
    place: str | None
    #: Canonical names.
    people: tuple[str, ...]
    countries: tuple[str, ...]
    start: int
    end: int
    quote: str
