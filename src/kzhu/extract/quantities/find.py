"""Every quantity of a text: number, unit or counted noun, bound, range, direction.

Forms: "$1.4 bln", "€350m", "HUF 40 billion", "US$ 3.6 billion", "43.4 billion tenge ($97.1 million)" (the second is a
`twin`), "58,4 million dollars", "2 300 head", "about one thousand Kazakh students", "Twenty-seven companies", "$20-25
million", "between $5 million and $8 million", "from 5 to 8 per cent", "a third", "1.9-fold", "doubled", "0.25
percentage points", "6.8 billion cubic meters", "a 1 GW wind farm". Dates, clock times, scores, ordinals and the numbers
of names (EXPO 2017, Section 12) are no quantities.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from kzhu.extract.document import Document
from kzhu.extract.quantities.amounts import Amount, Amounts
from kzhu.extract.quantities.beginnings import beginnings
from kzhu.extract.quantities.bounds import BEFORE, BEHIND, bound_before, bound_behind
from kzhu.extract.quantities.companions import shared, twins
from kzhu.extract.quantities.decoys import is_decoy
from kzhu.extract.quantities.lexicon import lexicon
from kzhu.extract.quantities.nouns import noun_after, one_after, singular
from kzhu.extract.quantities.numbers import STARTS
from kzhu.extract.quantities.quantity import Quantity, QuantityKind
from kzhu.extract.quantities.turns import DOWN, MULTIPLIED, PHRASAL, UP
from kzhu.knowledge import Knowledge
from kzhu.records import Bound, Span

_AGES = frozenset({"age", "expectancy"})
_BEING = frozenset({("was",), ("is",), ("be",), ("turned",), ("turns",)})
_WHO = frozenset({"he", "she", "who"})
_DASHES = frozenset("-–—‐‑−")
_PER = frozenset({"a", "an", "per", "each", "every", "/"})
_PER_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip
#: Kinds of unit that an amount may be told by: "$75 a barrel", "four flights a week".
_PER_KINDS = frozenset({"time", "mass", "volume", "area", "length", "energy"})
_PER_NOUNS = frozenset("head person capita share game unit ounce night ticket".split())
#: Between a rate of exchange and the currency it is told by: "480 to the dollar", "1.08 per euro".
_AGAINST = frozenset({"to", "per", "against", "for"})
_ONE = frozenset({"the", "a", "one", "us", "u.s"})
#: Tokens before a rate of exchange within which its currency is named.
_SUBJECT = 12
_PERIODIC = frozenset({"weekly", "daily", "monthly"})
_ODD = frozenset({("-", "odd"), ("–", "odd"), ("‑", "odd")})
#: What a hall, a ship or a hospital has so many of.
_PLACES = {
    "seat": "seat", "seater": "seat", "bed": "bed", "berth": "berth", "room": "room", "place": "place",
}  # fmt: skip
#: "$58 million a year earlier" is no rate.
_SHIFTED = frozenset("earlier ago before later after prior previously since".split())
#: Behind an amount that another goes on with, or "-odd"; behind one that is told by another; before one that turned.
_GOING_ON = _DASHES | {"to", "and"}
_RATED = _PER.union(_PER_ADVERBS, _AGAINST)
_SMALL = frozenset({"by", "of", "another", "further", "only", "just"})
_TURNING = UP | DOWN | _SMALL
#: Behind an amount, all that it may go on with; before one, all that says more of it.
_BEHIND = _GOING_ON | BEHIND | _RATED | {"of"}
_BEFORE = BEFORE | _TURNING
#: Kinds of what may measure nothing.
_NAMELESS = frozenset({"bare", "count"})
#: What `Span(...)` makes, without a call of its own.
_new = tuple.__new__


def find_quantities(
    document: Document, knowledge: Knowledge, dated: frozenset[int] = frozenset()
) -> tuple[Quantity, ...]:
    """Every quantity, in order of the text, none overlapping another, none in the tokens known to be of dates."""
    finder = _Finder(document, Amounts(document, knowledge, lexicon(knowledge)))
    found: list[Quantity] = []
    behind = 0
    kinds = set()
    for i in beginnings(document):
        if i < behind or i in dated:
            continue
        quantity = finder.at(i, behind)
        if quantity is None:
            continue
        kind = quantity.kind
        if kind not in _NAMELESS or not is_decoy(document, quantity):
            found.append(quantity)
            behind = quantity.last
            kinds.add(kind)
        elif quantity.high is not None:
            behind = quantity.last
    twins(document, found, knowledge)
    if "bare" in kinds:
        shared(document, found)
    return tuple(found)


class _Finder:
    """Reads the quantity at a token; holds what every step looks at."""

    __slots__ = ("amounts", "document", "lowers", "words")

    def __init__(self, document: Document, amounts: Amounts) -> None:
        self.document, self.amounts = document, amounts
        self.words, self.lowers = document.words, document.lowers

    def at(self, i: int, floor: int) -> Quantity | None:
        """The quantity whose number begins at token i; nothing before token `floor` belongs to it."""
        lowers, count = self.lowers, len(self.lowers)
        low = lowers[i]
        if low in MULTIPLIED:
            return self._multiplied(i, floor)
        amount = self.amounts.at(i, floor)
        if amount is None:
            return None
        first, last, number, kind, unit, others, negative = amount
        number_first, number_last, value, vague, part, spelled, _ = number
        high, course, other = vague, False, None
        after = lowers[last] if last < count else ""
        hyphened = "-" in low
        odd = hyphened and low.endswith("-odd")
        if after in _GOING_ON:
            if kind is None and self._is_odd(last):
                odd, last = True, last + 2  # "140-odd companies"
            other = None if high is not None else self._second(amount, floor)
            if other is not None:
                value, high = _range(amount, other)
                kind, unit, last = other.kind or kind, other.unit or unit, other.last
                course = first > floor and (lowers[first - 1], lowers[amount.last]) == ("from", "to")
            after = lowers[last] if last < count else ""
        if negative:
            value = -value
        noun = None
        if kind is None:
            last, noun, unit, kind = self._counted(last, value, high)
            after = lowers[last] if last < count else ""
        if part:
            if kind == "count" and lowers[number_first + 1] in {"in", "out"}:
                kind, unit, noun, last = "bare", None, None, number_last  # "one in four applicants"
                after = lowers[last] if last < count else ""
            if kind == "bare" and high is None:
                kind = "part"
        if kind == "bare" and value <= 120 and self._is_age(i, floor):
            kind, unit = "age", "year"
        per: str | None = None
        bound: Bound = "="
        partitive, begin = False, first
        if after in _BEHIND:
            if after in _RATED:
                rate = self._exchanged(last) if kind in {"bare", "money"} else 0
                per, last = ("exchange", rate) if rate else self._per(last)
                if rate and kind == "bare" and (local := self._currency_before(i)):
                    kind, unit, others = "money", local[0], local
                after = lowers[last] if last < count else ""
            partitive = after == "of"
        direction: Literal["up", "down"] | None = None
        if begin > floor and lowers[begin - 1] in _BEFORE:
            bound, begin = bound_before(lowers, first, floor)
            direction = _direction(lowers, begin, floor) if lowers[begin - 1] in _TURNING else None
        if hyphened and low.startswith("sub-"):
            bound = "<"
        if bound == "=":
            if other is not None and first > floor and lowers[first - 1] in {"between", "from"}:
                begin = first - 1
                direction = _direction(lowers, begin, floor)
            if odd:
                bound = "~"
            elif after in BEHIND:
                behind, last = bound_behind(lowers, last)
                bound = behind or "="
                partitive = last < count and lowers[last] == "of"
        document = self.document
        span = _new(Span, (document.starts[begin], document.ends[last - 1]))
        return Quantity(
            span, begin, first, last, value, high, kind, unit, bound, others, noun, per, direction, course,
            vague is not None, False, partitive, spelled, (number_first, number_last),
        )  # fmt: skip

    def _is_odd(self, i: int) -> bool:
        """Whether "-odd" is hyphened to a number."""
        return self.lowers[i : i + 2] in _ODD and self.amounts.touches(i)

    def _is_age(self, i: int, floor: int) -> bool:
        """Whether a number is an age: "life expectancy is around 80", "who was 12", "he will be 40"."""
        before = self.lowers[max(floor, i - 8) : i]
        if _AGES.intersection(before):
            return True
        return before[-1:] in _BEING and bool(_WHO.intersection(before[-4:]))

    def _multiplied(self, i: int, floor: int) -> Quantity | None:
        """A growth in one word: "doubled", "threefold", "twice as much"."""
        factor, needs = MULTIPLIED[self.lowers[i]]
        after = self.lowers[i + 1] if i + 1 < len(self.lowers) else "."
        before = self.lowers[i - 1] if i else ""
        if needs == "as" and after not in {"as", "more", "higher", "larger", "the"}:
            return None
        if needs == "verb" and before not in {"to", "will", "would", "could", "should", "nearly", "almost", "than"}:
            told = after in {"the", "that", "what", "those"} and before in {",", "(", "is", "was", "were", "or"}
            if not told or not factor > 1:
                return None  # "$118 million, double the sum of 2021"
        bound, begin = bound_before(self.lowers, i, floor)
        span = Span(self.document.starts[begin], self.document.ends[i])
        direction: Literal["up", "down"] = "up" if factor > 1 else "down"
        return Quantity(span, begin, i, i + 1, factor, None, "times", "times", bound, direction=direction, spelled=True)

    def _second(self, amount: Amount, floor: int) -> Amount | None:
        """The high end of the range that the amount begins, None where it begins none."""
        i, lowers = amount.last, self.lowers
        if i + 1 >= len(lowers):
            return None
        link, begin = lowers[i], i + 1
        if amount.unit is None and amount.number.magnitude == 1 and _is_year(amount.number.value) and link == "to":
            return None  # "rose in 2018 to 4 million"
        before = lowers[amount.first - 1] if amount.first > floor else ""
        if link in _DASHES:
            if lowers[i + 1 : i + 2] == ("to",) and lowers[i + 2 : i + 3] and lowers[i + 2] in _DASHES:
                link, begin = "to", i + 3
            elif self.amounts.touches(i) != self.amounts.touches(i + 1):
                return None
        elif not (link == "to" or (link == "and" and before == "between")):
            return None
        if begin < len(self.words) and not self.words[begin][0].isdigit() and lowers[begin] not in STARTS:
            # "$5 million to $8 million": step over the sign.
            step = next((n for n in (1, 2) if begin + n < len(lowers) and lowers[begin + n][0].isdigit()), 0)
            if step and self.amounts.money_before(begin + step, begin)[0] == begin:
                begin += step
            elif lowers[begin] == "$" and self.amounts.glued(begin + 1) is not None:
                begin += 1
            elif self.amounts.glued(begin) is None:
                return None
        other = self.amounts.at(begin, amount.last + 1)
        if other is not None and amount.unit is None and other.first < other.number.first:
            return None  # "in 2020 to $150 million"
        if other is None or other.number.vague or (amount.unit and other.unit and amount.unit != other.unit):
            return None
        if amount.unit and not other.unit and (amount.kind != "money" or link in {"to", "and"}) and link != "to":
            return None
        return other if self._ordered(amount, other, link, before) else None

    def _ordered(self, amount: Amount, other: Amount, link: str, before: str) -> bool:
        low, high = _range(amount, other)
        if link == "to" and before == "from":
            return low != high
        if link == "to" and (before in UP or before in DOWN or before == "by"):
            return False  # "rose 5 percent to 20 percent"
        if link in _DASHES and amount.unit is None and other.unit is None:
            plain = amount.number.value == amount.number.value.to_integral_value()
            counted = noun_after(self.words, self.lowers, other.last)
            return low < high and (counted is not None or not plain or high >= 1000) and not _is_years(low, high)
        return low < high

    def _counted(
        self, last: int, value: Decimal, high: Decimal | None
    ) -> tuple[int, tuple[int, int] | None, str | None, QuantityKind]:
        """The noun behind the number: (last token, its tokens, its singular, kind)."""
        begin = last
        low = self.lowers[last] if last < len(self.lowers) else ""
        if low == "of" and (value == 1 or value >= 12 or high is not None):
            begin = last + 1
            while begin < len(self.lowers) and self.lowers[begin] in {
                "the",
                "our",
                "its",
                "their",
                "his",
                "her",
                "these",
            }:
                begin += 1
        if value == 1 and begin == last:
            noun = one_after(self.lowers, last) or noun_after(self.words, self.lowers, last)
            return (noun[1], noun, singular(self.lowers[noun[1] - 1]), "count") if noun else (last, None, None, "bare")
        if low in _DASHES and (part := self._made_of(last)) is not None:
            return part
        if begin == last and low in _PERIODIC:
            begin = last + 1  # "4 weekly flights"
        if low == "strong":
            return last + 1, None, "person", "count"
        noun = noun_after(self.words, self.lowers, begin)
        if noun is not None and (head := self.amounts.unit(noun[1] - 1)) is not None and head[0] == noun[1]:
            return noun[1], noun, head[2], head[1]
        if noun is not None:
            return noun[1], noun, singular(self.lowers[noun[1] - 1]), "count"
        return last, None, None, "bare"

    def _made_of(self, dash: int) -> tuple[int, tuple[int, int] | None, str | None, QuantityKind] | None:
        """What a thing has so many of: "a 60-bed ward", "a 40-strong delegation"."""
        i = dash + 1
        if not (self.amounts.touches(dash) and self.amounts.touches(i)):
            return None
        if self.lowers[i] == "strong":
            return i + 1, None, "person", "count"
        word = _PLACES.get(self.lowers[i])
        return None if word is None else (i + 1, (i, i + 1), word, "count")

    def _exchanged(self, i: int) -> int:
        """The token behind "to the dollar", "per euro"; 0 where no currency follows so."""
        lowers = self.lowers
        if i + 1 >= len(lowers) or lowers[i] not in _AGAINST:
            return 0
        j = i + 2 if lowers[i + 1] in _ONE and i + 2 < len(lowers) else i + 1
        if lowers[i] != "per" and j == i + 1:
            return 0
        names = self.amounts.lexicon.money_names.at(lowers, j)
        return 0 if names is None or lowers[names.last - 1].endswith("s") else names.last

    def _currency_before(self, i: int) -> tuple[str, ...]:
        """The currencies that the last name before a number may mean: "the won closed at"."""
        for j in range(i - 1, max(0, i - _SUBJECT) - 1, -1):
            if self.lowers[j] in {".", ";", "while"}:
                break
            names = self.amounts.lexicon.money_names.at(self.lowers, j)
            if names is not None:
                longer = self.amounts.lexicon.money_names.at(self.lowers, j - 1) if j else None
                return names.values if longer is None else longer.values
        return ()

    def _per(self, last: int) -> tuple[str | None, int]:
        """What the amount is a rate by, and the token behind."""
        lowers = self.lowers
        if last >= len(lowers):
            return None, last
        if lowers[last] in _PER_ADVERBS:
            return _PER_ADVERBS[lowers[last]], last + 1
        if last + 1 >= len(lowers) or lowers[last] not in _PER:
            return None, last
        found = self.amounts.lexicon.unit_names.at(lowers, last + 1)
        if found is not None and lowers[found.last : found.last + 1] and lowers[found.last] in _SHIFTED:
            return None, last
        if found is not None and self.amounts.knowledge.units[found.values[0]].kind in _PER_KINDS:
            return found.values[0], found.last
        if lowers[last + 1] in _PER_NOUNS or (lowers[last] == "per" and lowers[last + 1].isalpha()):
            return lowers[last + 1], last + 2
        return None, last


def _is_year(value: Decimal) -> bool:
    return 1900 <= value <= 2100 and value == value.to_integral_value()


def _is_years(low: Decimal, high: Decimal) -> bool:
    return 1800 <= low <= 2100 and (1800 <= high <= 2100 or high < 100)


def _range(amount: Amount, other: Amount) -> tuple[Decimal, Decimal]:
    """Low and high value, the magnitude of "$20-25 million" shared."""
    low, high = amount.number, other.number
    if low.magnitude == 1 and high.magnitude > 1 and low.value < high.value / high.magnitude:
        return low.value * high.magnitude, high.value
    return low.value, high.value


def _direction(lowers: tuple[str, ...], i: int, floor: int) -> Literal["up", "down"] | None:
    """Up or down, where a verb of change stands before token i with nothing but small words between."""
    for j in range(i - 1, max(floor, i - 5) - 1, -1):
        low = lowers[j]
        if low == "up" and lowers[j - 1] in PHRASAL:
            break
        if low in UP:
            return "up"
        if low in DOWN:
            return "down"
        if low not in _SMALL:
            break
    return None
