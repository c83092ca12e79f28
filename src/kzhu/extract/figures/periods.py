"""What stretch of time a figure covers."""

from __future__ import annotations

from dataclasses import dataclass

from kzhu.errors import PeriodError
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.periods import bounds

_FINE = frozenset({"day", "week"})
_RATES = frozenset({"year", "month", "week", "day", "hour", "quarter", "decade", "night"})
_RELATIVE = frozenset({"which", "who", "whose"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the text told before: the period of the last flow in this paragraph, and the last day in the past."""

    flow: str | None = None
    paragraph: int = -1
    day: str | None = None


def own_time(
    scene: Scene, passage: Passage, quantity: Quantity, levels: tuple[Quantity, ...], bases: tuple[Time, ...], *, fine: bool
) -> Time | None:
    """The time expression of a passage that dates a quantity, None where none does.

    Args:
        levels: the other quantities of the passage that are figures; each owns the time right behind it.
        bases: times that growths are measured against; they date nothing.
        fine: whether days count; a flow is dated by months and years, days only say when it was told.
    """
    best: tuple[int, Time] | None = None
    for time in passage.times:
        if time.kind != "date" or time.edtf is None or any(time is base for base in bases):
            continue
        if time.grain in _FINE and not fine:
            continue
        rank = _rank(scene, quantity, levels, time)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, time)
    return best[1] if best else None


def _rank(scene: Scene, quantity: Quantity, levels: tuple[Quantity, ...], time: Time) -> int | None:
    """How far a time stands from a quantity; None where it cannot be its own."""
    lowers = scene.document.lowers
    if time.first >= quantity.last:
        words = lowers[quantity.last : time.first]
        crossed = any(quantity.last <= other.first < time.first for other in levels)
        if crossed or any(word in _RELATIVE for word in words) or ";" in words:
            return None
        return len(words) + 4 * words.count(",")
    if time.last <= quantity.first:
        words = lowers[time.last : quantity.first]
        between = [other for other in levels if time.last <= other.first < quantity.first]
        owner = next((other for other in reversed(levels) if other.last <= time.first), None)
        owned = owner is not None and time.first - owner.last <= 2
        if between and owned:
            return None
        if owned and "," not in words[:1] and not words[:1] == ("when",) and any(word in {"to", "and"} for word in words[:2]):
            return len(words) + 30
        return len(words) + 4 + 2 * len(between)
    return 0


def is_rate(passage: Passage, quantity: Quantity) -> bool:
    """Whether a quantity is told by the year, month or week: "250 grants annually", "each year"."""
    if quantity.per in _RATES:
        return True
    return any(
        time.kind == "set" and -8 <= time.first - quantity.last <= 8 and time.grain not in {"day"} for time in passage.times
    )


def later(period: str | None, published: str | None) -> bool:
    """Whether a period begins after the article was published."""
    if period is None or published is None:
        return False
    try:
        return bounds(period)[0] > bounds(published)[1]
    except PeriodError:
        return False


def is_past(period: str, published: str | None) -> bool:
    """Whether a period had begun when the article was published, as far as that is known."""
    return not later(period, published)
