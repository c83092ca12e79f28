"""Rows of a timeline."""

# No postponed annotations: typing would compile each of them, at every start.
from typing import NamedTuple


class TimelineRow(NamedTuple):
    """One line of a timeline: a value, or one side of a conflict."""

    metric: str
    parties: tuple[str, ...]
    #: For investment: whose money, and where it goes.
    from_country: str | None
    to_country: str | None
    #: EDTF; None where the articles do not say.
    period: str | None
    #: "reported", "confirmed", "conflict", "implied", "target".
    status: str
    #: "level" in `unit`, or "growth" in percent.
    measure: str
    value: float
    value_high: float | None
    unit: str
    bound: str
    #: Growth told of this level, percent; and the period it is measured against.
    percent: float | None
    base: str | None
    #: Articles that say so, ids.
    articles: tuple[str, ...]
    #: The arithmetic of an implied value; what a conflict is about.
    note: str
