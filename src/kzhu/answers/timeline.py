"""Rows of a timeline, and a timeline laid as its rows are asked for: of a million figures nobody reads all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from kzhu.named import NamedTuple


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


class Laid(Sequence[TimelineRow]):
    """Rows of a timeline, series by series; asked for its length, or for what stands last, it lays them all."""

    def __init__(self, coming: Iterator[Sequence[TimelineRow]]) -> None:
        """The rows of each series in turn."""
        self._coming = coming
        self._rows: list[TimelineRow] = []

    def _reach(self, number: int | None) -> list[TimelineRow]:
        """At least so many rows, as far as there are; all for None."""
        while number is None or len(self._rows) < number:
            series = next(self._coming, None)
            if series is None:
                break
            self._rows += series
        return self._rows

    def __len__(self) -> int:
        return len(self._reach(None))

    def __bool__(self) -> bool:
        return bool(self._reach(1))

    def __iter__(self) -> Iterator[TimelineRow]:
        at = 0
        while len(self._reach(at + 1)) > at:
            yield self._rows[at]
            at += 1

    @overload
    def __getitem__(self, place: int) -> TimelineRow: ...

    @overload
    def __getitem__(self, place: slice) -> list[TimelineRow]: ...

    def __getitem__(self, place: int | slice) -> TimelineRow | list[TimelineRow]:
        if isinstance(place, int):
            return self._reach(place + 1 if place >= 0 else None)[place]
        ends = (place.start or 0, place.stop if place.stop is not None else -1, place.step or 1)
        return self._reach(place.stop if min(ends) >= 0 else None)[place]
