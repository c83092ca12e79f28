"""Amounts that belong together: the same one told twice, and those that lend each other their unit."""

from __future__ import annotations

from dataclasses import replace

from kzhu.extract.document import Document
from kzhu.extract.quantities.quantity import Quantity
from kzhu.knowledge import Knowledge

#: Before a number that is set against an amount told before.
_COMPARING = frozenset("from to against with than versus vs including at is was".split())

#: What begins the second telling of an amount, and tokens from the first telling to the second.
_OR = frozenset({"(", "[", "or"})
_BRACKET = 5
_AGAINST = frozenset({"against", "from", "than", "versus", "vs"})
#: Before a number that goes on with a list.
_LISTING = frozenset({"and", ",", "but"})


def twins(document: Document, found: list[Quantity], knowledge: Knowledge) -> None:
    """Marks an amount in brackets that repeats the one before it in another currency or unit."""
    lowers, units = document.lowers, knowledge.units
    for k in [k for k, one in enumerate(found[:-1], 1) if lowers[one.last] in _OR]:
        before, this = found[k - 1], found[k]
        if not 1 <= this.first - before.last <= _BRACKET:
            continue
        if this.kind != before.kind or this.unit == before.unit or None in {this.unit, before.unit}:
            continue
        alike = this.kind == "money" or (
            this.kind in {"measure", "degree"}
            and this.unit in units
            and before.unit in units
            and units[str(this.unit)].kind == units[str(before.unit)].kind
        )
        if alike:
            found[k] = replace(this, twin=True)


def _lent(document: Document, found: list[Quantity], k: int) -> Quantity:
    """A bare number takes the unit of the amount it is compared with: "8.2 million lamps, up from 6.1 million"."""
    this, lowers = found[k], document.lowers
    first = this.begin
    before = lowers[first - 1] if first else ""
    large = this.number[1] - this.number[0] > 1 or this.value >= 1000
    listed = before in _LISTING and _is_dated(document, this.last)
    if not (before in _COMPARING or large or listed) or this.partitive:
        return this
    for other in reversed(found[max(0, k - 3) : k]):
        between = lowers[other.last : first]
        if "." in between or len(between) > 24:
            break
        if other.kind == "percent" and before in _AGAINST:
            return replace(this, kind="percent", unit="percent", lent=True)
        if other.kind in {"money", "measure", "count", "point"} and not (other.twin or other.spelled):
            alike = this.value * 1000 >= other.value and other.value * 1000 >= this.value
            if not alike:
                break
            return replace(this, kind=other.kind, unit=other.unit, others=other.others, noun=other.noun, lent=True)
    return this


def _is_dated(document: Document, i: int) -> bool:
    """Whether a year follows: "30 firms in 2019 and 45 in 2022"."""
    after = document.words[i : i + 2]
    return len(after) == 2 and after[0] in {"in", "by"} and len(after[1]) == len("2022") and after[1].isdigit()


def shared(document: Document, found: list[Quantity]) -> None:
    """Gives the first of "six or seven euros" the unit of the second."""
    lowers = document.lowers
    bare = [k for k, one in enumerate(found) if one.kind == "bare"]
    for k in bare:
        if k and not found[k].spelled and not found[k].vague:
            found[k] = _lent(document, found, k)
    for k in reversed(bare):
        if k + 1 == len(found) or (this := found[k]).kind != "bare":
            continue
        after = found[k + 1]
        if this.partitive and this.value >= 1000 and after.kind == "money" and after.first - this.last <= 3:
            found[k] = replace(this, kind=after.kind, unit=after.unit, others=after.others, lent=True)
        elif after.kind in {"money", "percent", "measure", "count"} and not this.vague:
            between = lowers[this.last : after.first]
            if between in {("or",), ("and",), ("-", "or")} and after.first - this.last <= 2:
                found[k] = replace(this, kind=after.kind, unit=after.unit, others=after.others, noun=after.noun)
