"""One quantity of a text, as it is read before anyone asks what it means."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kzhu.records import Bound, Span

QuantityKind = Literal[
    "money", "percent", "point", "measure", "count", "times", "part", "time", "age", "degree", "bare"
]


# Never changed once it is made. A tuple's fields would be slower to read, and the rules of figures read many.
@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """One quantity of a text."""

    #: From its bound ("about") to its noun or unit ("students", "a month").
    span: Span
    #: The first token of the span: that of the bound, where there is one.
    begin: int
    #: Tokens [first, last) of the amount itself: currency, number, unit, noun; without the bound.
    first: int
    last: int
    #: In the unit as printed: 1.4 bln is 1400000000, 1 GW is 1.
    value: Decimal
    #: High end of a range.
    high: Decimal | None
    kind: QuantityKind
    #: ISO 4217 code, a unit of units.yaml, or the counted noun in the singular; None where there is none.
    unit: str | None
    bound: Bound = "="
    #: Other currencies that the same word may mean ("pesos").
    others: tuple[str, ...] = ()
    #: Tokens of the counted noun with what describes it.
    noun: tuple[int, int] | None = None
    #: What it is a rate by: "month", "barrel".
    per: str | None = None
    #: A verb or adverb beside it tells that something went up or down by it, or to it.
    direction: Literal["up", "down"] | None = None
    #: "from A to B": may be a range or a way from one level to another.
    course: bool = False
    #: Only an order of size: "dozens", "tens of thousands".
    vague: bool = False
    #: The same amount told before it in another currency or unit.
    twin: bool = False
    #: Whether "of" follows: "16 of them".
    partitive: bool = False
    #: Whether the number is a word.
    spelled: bool = False
    #: Tokens of the (first) number alone.
    number: tuple[int, int] = (0, 0)
    #: Its unit stands at another amount of the sentence: "1,300 students against 900".
    lent: bool = False
