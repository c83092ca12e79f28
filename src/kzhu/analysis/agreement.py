"""Whether two numbers told by the press can be one: every figure allows a range around its value.

A printed number is exact to its last printed digit, so 172.2 million stands for anything that rounds to it. Words
widen that: "about", and "more than", which reporters use for a number just above a round one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

#: However round the number, its last digit vouches for no less than a fortieth of it.
ROUNDING_LIMIT = 0.025
#: "About 70", "nearly 4,000": within a twentieth.
ABOUT = 0.05
#: "More than 131 million" is read as up to a tenth above, "under 20" as down to a tenth below.
BEYOND = 0.1


class Range(NamedTuple):
    """The values that a figure allows, both ends included."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether some value fits both."""
        return self.low <= other.high and other.low <= self.high

    def scaled(self, factor: float) -> Range:
        """The range of the value times a positive factor."""
        return Range(self.low * factor, self.high * factor)


@lru_cache(maxsize=4096)
def rounding(value: float) -> float:
    """Half a unit of the last digit that is not zero, but at most `ROUNDING_LIMIT` of the value.

    >>> rounding(172_200_000)
    50000.0
    >>> rounding(19.5)
    0.05
    """
    value = abs(value)
    if value == 0:
        return 0.0
    digits = f"{value:.10g}"
    mantissa, _, exponent = f"{float(digits):.9e}".partition("e")
    decimals = len(mantissa.rstrip("0").rstrip(".").partition(".")[2])
    last_place = 10.0 ** (int(exponent) - decimals)
    return min(round(last_place / 2, 12), value * ROUNDING_LIMIT)


@lru_cache(maxsize=4096)
def allowed(value: float, bound: str, high: float | None = None) -> Range:
    """The range that a figure allows.

    Args:
        value: the number told; the low end of a range.
        bound: "=", "~", ">", "<", "<=" or ">=".
        high: the high end of a range that was told as one.
    """
    slack = rounding(value)
    size = abs(value)
    if high is not None:
        return Range(value - slack, high + rounding(high))
    if bound == "~":
        return Range(value - max(slack, size * ABOUT), value + max(slack, size * ABOUT))
    if bound in {">", ">="}:
        return Range(value, value + size * BEYOND)
    if bound in {"<", "<="}:
        return Range(value - size * BEYOND, value)
    return Range(value - slack, value + slack)
