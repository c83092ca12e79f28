"""Rows about figures."""

from __future__ import annotations

from kzhu.named import NamedTuple


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
