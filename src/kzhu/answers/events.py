"""Rows about events."""

from __future__ import annotations

from kzhu.named import NamedTuple


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
