"""Every quantity of a text: number, unit or counted noun, bound, range, direction.

Forms: "$1.4 bln", "€350m", "HUF 40 billion", "US$ 3.6 billion", "43.4 billion tenge ($97.1 million)" (the second is a
`twin`), "58,4 million dollars", "2 300 head", "about one thousand Kazakh students", "Twenty-seven companies", "$20-25
million", "between $5 million and $8 million", "from 5 to 8 per cent", "a third", "1.9-fold", "doubled", "0.25
percentage points", "6.8 billion cubic meters", "a 1 GW wind farm". Dates, clock times, scores, ordinals and the numbers
of names (EXPO 2017, Section 427) are no quantities.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from kzhu.extract.document import Document
from kzhu.extract.quantities.bounds import bound_before, bound_behind
from kzhu.extract.quantities.decoys import is_decoy
from kzhu.extract.quantities.lexicon import Lexicon, lexicon
from kzhu.extract.quantities.nouns import noun_after, one_after, singular
from kzhu.extract.quantities.numbers import AFTER_ARTICLE, ARTICLES, STARTS, Number, digits, number_at
from kzhu.extract.quantities.turns import DOWN, MULTIPLIED, PHRASAL, UP
from kzhu.knowledge import Knowledge
from kzhu.records import Bound, Span

QuantityKind = Literal[
    "money", "percent", "point", "measure", "count", "times", "part", "time", "age", "degree", "bare"
]

#: Before a number that is set against an amount told before.
_AGES = frozenset({"age", "expectancy"})
_BEING = frozenset({("was",), ("is",), ("be",), ("turned",), ("turns",)})
_WHO = frozenset({"he", "she", "who"})
_COMPARING = frozenset("from to against with than versus vs including at is was".split())
_DASHES = frozenset("-–—‐‑−")
_GLUED = re.compile(r"(?:(minus|sub)-|([A-Z]{2,4}))(\d[\d.,]*\d|\d)(?:(m|bn|b|k|mln|bln|tn)(?![^\W_]))?(?![^\W_])")
_SCALE = {
    "m": Decimal(10**6),
    "mln": Decimal(10**6),
    "b": Decimal(10**9),
    "bn": Decimal(10**9),
    "bln": Decimal(10**9),
    "k": Decimal(1000),
    "tn": Decimal(10**12),
}
_PER = frozenset({"a", "an", "per", "each", "every", "/"})
_PER_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour",
}  # fmt: skip
#: Kinds of unit that an amount may be told by: "$75 a barrel", "four flights a week".
_PER_KINDS = frozenset({"time", "mass", "volume", "area", "length", "energy"})
_PER_NOUNS = frozenset("head person capita share game unit ounce night ticket".split())
#: "$58 million a year earlier" is no rate.
_SHIFTED = frozenset("earlier ago before later after prior previously since".split())
_MEASURES: dict[str, QuantityKind] = {
    "percent": "percent", "point": "point", "time": "time", "temperature": "degree", "angle": "degree",
}  # fmt: skip
#: Units of one capital letter must touch their number: "5V", not "5 V".
_TOUCHING = frozenset("W V F A L".split())
_SIZED = frozenset("long high wide deep tall thick above below away off apart ( ) , . ;".split())


_BEGINNINGS = STARTS | frozenset(MULTIPLIED)


class Quantity(NamedTuple):
    """One quantity of a text."""

    #: From its bound ("about") to its noun or unit ("students", "a month").
    span: Span
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


class _Amount(NamedTuple):
    """A number with the unit that touches it, before ranges, nouns and bounds are read."""

    first: int
    last: int
    number: Number
    kind: QuantityKind | None
    unit: str | None
    others: tuple[str, ...] = ()
    negative: bool = False


def find_quantities(document: Document, knowledge: Knowledge) -> tuple[Quantity, ...]:
    """Every quantity, in order of the text, none overlapping another."""
    finder = _Finder(document, knowledge, lexicon(knowledge))
    found: list[Quantity] = []
    behind = 0
    for i in _beginnings(document):
        if i < behind:
            continue
        quantity = finder.at(i, behind)
        if quantity is None:
            continue
        if not is_decoy(document, quantity):
            found.append(quantity)
            behind = quantity.last
        elif quantity.high is not None:
            behind = quantity.last
    return tuple(_shared(document, _twins(document, found, knowledge)))


def _beginnings(document: Document) -> list[int]:
    """Tokens at which a quantity can begin: number words, and what holds a digit."""
    lowers = document.lowers
    return [
        i
        for i, low in enumerate(lowers)
        if ("0" <= low < ":")
        or (low in _BEGINNINGS and (low not in ARTICLES or (lowers[i + 1 : i + 2] and lowers[i + 1] in AFTER_ARTICLE)))
        or not (low.isalpha() or len(low) == 1)
    ]


class _Finder:
    """Reads the quantity at a token; holds what every step looks at."""

    __slots__ = ("document", "knowledge", "lexicon", "lowers", "words")

    def __init__(self, document: Document, knowledge: Knowledge, words: Lexicon) -> None:
        self.document, self.knowledge, self.lexicon = document, knowledge, words
        self.words, self.lowers = document.words, document.lowers

    def at(self, i: int, floor: int) -> Quantity | None:
        """The quantity whose number begins at token i; nothing before token `floor` belongs to it."""
        low = self.lowers[i]
        if low in MULTIPLIED:
            return self._multiplied(i, floor)
        amount = self._amount(i, floor)
        if amount is None:
            return None
        number = amount.number
        value, high, last = number.value, number.high, amount.last
        kind, unit, course = amount.kind, amount.unit, False
        other = None if high is not None else self._second(amount, floor)
        if other is not None:
            value, high = _range(amount, other)
            kind, unit, last = other.kind or kind, other.unit or unit, other.last
            course = amount.first > floor and self.lowers[amount.first - 1] == "from"
        if amount.negative:
            value = -value
        noun = None
        if kind is None:
            last, noun, unit, kind = self._counted(last, value, high)
        if kind == "bare" and high is None and number.part:
            kind = "part"
        elif kind == "bare" and value <= 120 and self._is_age(i, floor):
            kind, unit = "age", "year"
        per, last = self._per(last)
        behind, after = bound_behind(self.lowers, last)
        bound, begin = bound_before(self.lowers, amount.first, floor)
        if self.lowers[i].startswith("sub-"):
            bound = "<"
        if other is not None and bound == "=" and amount.first - 1 >= floor and self.lowers[amount.first - 1] in {
            "between", "from",
        }:  # fmt: skip
            begin = amount.first - 1
        if behind is not None and bound == "=":
            bound, last = behind, after
        document = self.document
        return Quantity(
            Span(document.starts[begin], document.ends[last - 1]), amount.first, last, value, high, kind, unit, bound,
            amount.others, noun, per, _direction(document, begin, floor), course, number.vague,
            partitive=last < len(self.lowers) and self.lowers[last] == "of", spelled=number.spelled,
            number=(number.first, number.last),
        )  # fmt: skip

    def _is_age(self, i: int, floor: int) -> bool:
        """Whether a number is an age: "life expectancy is around 73", "who was 10", "he will be 35"."""
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
            return None
        bound, begin = bound_before(self.lowers, i, floor)
        span = Span(self.document.starts[begin], self.document.ends[i])
        direction: Literal["up", "down"] = "up" if factor > 1 else "down"
        return Quantity(span, i, i + 1, factor, None, "times", "times", bound, direction=direction, spelled=True)

    def _amount(self, i: int, floor: int) -> _Amount | None:
        """The number at token i with the currency or unit that touches it."""
        words = self.words
        glued = self._glued(i)
        if glued is not None:
            return glued
        if not ("0" <= words[i] < ":" or self.lowers[i] in STARTS):
            return None
        number = number_at(self.document, i)
        if number is None:
            return None
        first, code = self._money_before(i, floor)
        negative, first = self._sign(first, i, floor)
        last = number.last
        if code is not None:
            number, last = self._million(number, money=True)
            if last < len(words) and words[last] in {"US", "USD"} and code == "USD":
                last += 1
            elif self.lowers[last : last + 4] == ("u", ".", "s", "."):
                last += 4
            names = self.lexicon.money_names.at(self.lowers, last) if last < len(words) else None
            if names is not None and code in names.values:
                last = names.last
            return _Amount(first, last, number, "money", code, negative=negative)
        number, last = self._million(number, money=False)
        return self._with_unit(_Amount(first, last, number, None, None, negative=negative))

    def _glued(self, i: int) -> _Amount | None:
        """One token that holds a word and a number: "EUR50m", "RM23.50", "minus-260", "sub-300"."""
        if i >= len(self.words):
            return None
        word = self.words[i]
        if word[0].isdigit() or (not word[-1].isdigit() and not any(char.isdigit() for char in word[2:9])):
            return None
        found = _GLUED.match(self.document.text, self.document.starts[i])
        if found is None:
            return None
        first, code = i, self.lexicon.glued.get(found[2]) if found[2] else None
        if found[2] and i and self._touches(i):
            signed = self.lexicon.money_before.get((self.words[i - 1], found[2]))  # $US113
            first, code = (i - 1, signed) if signed else (i, code)
        if found[2] and code is None:
            return None
        value = digits(found[3])
        if value is None:
            return None
        last = self.document.token_at(found.end() - 1) + 1
        scale = _SCALE[found[4]] if found[4] else Decimal(1)
        number = Number(i, last, value * scale, magnitude=scale)
        if found[2]:
            if not found[4]:
                number, last = self._million(Number(i, last, value), money=True)
                number = self._magnified(number, last)
                last = number.last
            return _Amount(first, last, number, "money", code)
        return self._with_unit(_Amount(i, last, number, None, None, negative=found[1] == "minus"))

    def _magnified(self, number: Number, last: int) -> Number:
        scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "mln": 10**6, "bln": 10**9}
        factor = scale.get(self.lowers[last]) if last < len(self.lowers) else None
        if factor is None:
            return number
        return number._replace(value=number.value * factor, magnitude=Decimal(factor), last=last + 1)

    def _money_before(self, i: int, floor: int) -> tuple[int, str | None]:
        """The currency sign or code before token i, and the token it begins at."""
        before = self.lexicon.money_before
        words = self.words
        j = i - 1
        if j >= floor and words[j] in _DASHES and self._touches(i):
            j -= 1  # $-50.8bn
        for length in (3, 2, 1):
            first = j + 1 - length
            if first >= floor and (code := before.get(words[first : j + 1])) is not None:
                return first, code
        return i, None

    def _sign(self, first: int, i: int, floor: int) -> tuple[bool, int]:
        """Whether a minus stands before the number, and where the amount then begins."""
        words, starts, ends = self.words, self.document.starts, self.document.ends
        if first < i and words[i - 1] in _DASHES:
            return True, first
        j = first - 1
        if j < floor:
            return False, first
        if self.lowers[j] == "minus":
            return True, j
        if words[j] in "-−" and starts[first] == ends[j] and (j == 0 or ends[j - 1] < starts[j] or words[j - 1] == "("):
            return True, j
        return False, first

    def _touches(self, i: int) -> bool:
        return i < len(self.words) and self.document.starts[i] == self.document.ends[i - 1]

    def _million(self, number: Number, *, money: bool) -> tuple[Number, int]:
        """Reads "m" behind a number as million where it cannot be the metre."""
        last = number.last
        if number.spelled or number.magnitude != 1 or last >= len(self.words) or self.words[last] not in {"m", "M"}:
            return number, last
        after = self.lowers[last + 1] if last + 1 < len(self.words) else "."
        million = money or (
            self._touches(last)
            and after not in _SIZED
            and (after == "of" or self._unit(last + 1) is not None or noun_after(self.words, self.lowers, last + 1))
        )
        if not million:
            return number, last
        scale = Decimal(10**6)
        return number._replace(value=number.value * scale, magnitude=scale, last=last + 1), last + 1

    def _unit(self, i: int) -> tuple[int, QuantityKind, str, tuple[str, ...]] | None:
        """(last, kind, unit, other currencies) of the unit that begins at token i."""
        if i >= len(self.words):
            return None
        lexicon, words, lowers = self.lexicon, self.words, self.lowers
        names = lexicon.money_names.at(lowers, i)
        if names is not None:
            return names.last, "money", names.values[0], names.values
        sign = lexicon.money_signs.at(words, i)
        if sign is not None and not (sign.last < len(words) and words[sign.last][0].isdigit()):
            return sign.last, "money", sign.values[0], ()
        if lowers[i].startswith("percent-"):
            return i + 1, "percent", "percent", ()
        unit = lexicon.unit_names.at(lowers, i) or lexicon.unit_signs.at(words, i)
        if unit is None or (words[i] in _TOUCHING and not self._touches(i)):
            return None
        key = unit.values[0]
        kind = self.knowledge.units[key].kind
        if kind == "count":
            return unit.last, "count", key, ()
        return unit.last, _MEASURES.get(kind, "measure"), key, ()

    def _with_unit(self, amount: _Amount) -> _Amount:
        i, lowers = amount.last, self.lowers
        if i >= len(lowers):
            return amount
        if lowers[i] in {"times", "fold"} or (lowers[i] == "x" and self._touches(i)):
            return amount._replace(last=i + 1, kind="times", unit="times")
        if lowers[i] in _DASHES and self._touches(i) and self._touches(i + 1):
            if lowers[i + 1] == "fold":
                return amount._replace(last=i + 2, kind="times", unit="times")
            if lowers[i + 1] in {"year-old", "years-old", "month-old", "day-old", "week-old"}:
                return amount._replace(last=i + 2, kind="age", unit=lowers[i + 1].split("-")[0].rstrip("s"))
            i += 1
        if lowers[i] in {"year-old", "years-old", "month-old", "day-old", "week-old"}:
            return amount._replace(last=i + 1, kind="age", unit=lowers[i].split("-")[0].rstrip("s"))
        if amount.number.value < 1 and lowers[i] == "of" and lowers[i + 1 : i + 2] in {("a",), ("an",)}:
            i += 3 if self._unit(i + 2) is None else 2  # "1/16 of a US pint"
        found = self._unit(i)
        if found is None:
            return amount
        last, kind, unit, others = found
        if lowers[i] in {"pound", "pounds"} and amount.number.magnitude == 1 and lowers[last : last + 1] == ("of",):
            return amount._replace(last=last, kind="measure", unit="pound-mass")  # of chocolate
        if kind == "time" and lowers[last : last + 1] == ("old",):
            return amount._replace(last=last + 1, kind="age", unit=unit)
        if kind == "time" and lowers[last : last + 2] == ("of", "age"):
            return amount._replace(last=last + 2, kind="age", unit=unit)
        return amount._replace(last=last, kind=kind, unit=unit, others=others)

    def _second(self, amount: _Amount, floor: int) -> _Amount | None:
        """The high end of the range that the amount begins, None where it begins none."""
        i, lowers = amount.last, self.lowers
        if i + 1 >= len(lowers):
            return None
        link, begin = lowers[i], i + 1
        if amount.unit is None and amount.number.magnitude == 1 and _is_year(amount.number.value) and link == "to":
            return None  # "rose in 2018 to 3.9 million"
        before = lowers[amount.first - 1] if amount.first > floor else ""
        if link in _DASHES:
            if lowers[i + 1 : i + 2] == ("to",) and lowers[i + 2 : i + 3] and lowers[i + 2] in _DASHES:
                link, begin = "to", i + 3
            elif self._touches(i) != self._touches(i + 1):
                return None
        elif not (link == "to" or (link == "and" and before == "between")):
            return None
        if begin < len(self.words) and not self.words[begin][0].isdigit() and lowers[begin] not in STARTS:
            # "$5 million to $8 million": step over the sign.
            step = next((n for n in (1, 2) if begin + n < len(lowers) and lowers[begin + n][0].isdigit()), 0)
            if step and self._money_before(begin + step, begin)[0] == begin:
                begin += step
            elif lowers[begin] == "$" and self._glued(begin + 1) is not None:
                begin += 1
            elif self._glued(begin) is None:
                return None
        other = self._amount(begin, amount.last + 1)
        if other is not None and amount.unit is None and other.first < other.number.first:
            return None  # "in 2020 to $150 million"
        if other is None or other.number.vague or (amount.unit and other.unit and amount.unit != other.unit):
            return None
        if amount.unit and not other.unit and (amount.kind != "money" or link in {"to", "and"}) and link != "to":
            return None
        return other if self._ordered(amount, other, link, before) else None

    def _ordered(self, amount: _Amount, other: _Amount, link: str, before: str) -> bool:
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
        if self.lowers[last : last + 1] == ("of",) and (value == 1 or value >= 12 or high is not None):
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
        noun = noun_after(self.words, self.lowers, begin)
        if noun is not None and (head := self._unit(noun[1] - 1)) is not None and head[0] == noun[1]:
            return noun[1], noun, head[2], head[1]
        if noun is not None:
            return noun[1], noun, singular(self.lowers[noun[1] - 1]), "count"
        return last, None, None, "bare"

    def _per(self, last: int) -> tuple[str | None, int]:
        """What the amount is a rate by, and the token behind."""
        lowers = self.lowers
        if last >= len(lowers):
            return None, last
        if lowers[last] in _PER_ADVERBS:
            return _PER_ADVERBS[lowers[last]], last + 1
        if last + 1 >= len(lowers) or lowers[last] not in _PER:
            return None, last
        found = self.lexicon.unit_names.at(lowers, last + 1)
        if found is not None and lowers[found.last : found.last + 1] and lowers[found.last] in _SHIFTED:
            return None, last
        if found is not None and self.knowledge.units[found.values[0]].kind in _PER_KINDS:
            return found.values[0], found.last
        if lowers[last + 1] in _PER_NOUNS or (lowers[last] == "per" and lowers[last + 1].isalpha()):
            return lowers[last + 1], last + 2
        return None, last


def _is_year(value: Decimal) -> bool:
    return 1900 <= value <= 2100 and value == value.to_integral_value()


def _is_years(low: Decimal, high: Decimal) -> bool:
    return 1800 <= low <= 2100 and (1800 <= high <= 2100 or high < 100)


def _range(amount: _Amount, other: _Amount) -> tuple[Decimal, Decimal]:
    """Low and high value, the magnitude of "$20-25 million" shared."""
    low, high = amount.number, other.number
    if low.magnitude == 1 and high.magnitude > 1 and low.value < high.value / high.magnitude:
        return low.value * high.magnitude, high.value
    return low.value, high.value


def _direction(document: Document, i: int, floor: int) -> Literal["up", "down"] | None:
    """Up or down, where a verb of change stands before token i with nothing but small words between."""
    lowers = document.lowers
    for j in range(i - 1, max(floor, i - 5) - 1, -1):
        low = lowers[j]
        if low == "up" and lowers[j - 1] in PHRASAL:
            break
        if low in UP:
            return "up"
        if low in DOWN:
            return "down"
        if low not in {"by", "of", "another", "further", "only", "just"}:
            break
    return None


def _twins(document: Document, found: list[Quantity], knowledge: Knowledge) -> list[Quantity]:
    """Marks an amount in brackets that repeats the one before it in another currency or unit."""
    lowers, units = document.lowers, knowledge.units
    for k in range(1, len(found)):
        before, this = found[k - 1], found[k]
        between = lowers[before.last : this.first]
        if not 1 <= len(between) <= 5 or not (between[0] in {"(", "["} or between[:1] == ("or",)):
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
            found[k] = this._replace(twin=True)
    return found


def _lent(document: Document, found: list[Quantity], k: int) -> Quantity:
    """A bare number that is compared with an amount before it takes its unit: "3.9 million headsets, up from 2.4 million"."""
    this, lowers = found[k], document.lowers
    first = document.token_at(this.span.start)
    before = lowers[first - 1] if first else ""
    large = this.number[1] - this.number[0] > 1 or this.value >= 1000
    if not (before in _COMPARING or large) or this.partitive:
        return this
    for other in reversed(found[max(0, k - 3) : k]):
        between = lowers[other.last : first]
        if "." in between or len(between) > 24:
            break
        if other.kind in {"money", "measure", "count", "point"} and not (other.twin or other.spelled):
            alike = this.value * 1000 >= other.value and other.value * 1000 >= this.value
            if not alike:
                break
            return this._replace(kind=other.kind, unit=other.unit, others=other.others, noun=other.noun, lent=True)
    return this


def _shared(document: Document, found: list[Quantity]) -> list[Quantity]:
    """Gives the first of "eight or nine euros" the unit of the second."""
    lowers = document.lowers
    for k in range(1, len(found)):
        if found[k].kind == "bare" and not found[k].spelled and not found[k].vague:
            found[k] = _lent(document, found, k)
    for k in range(len(found) - 2, -1, -1):
        this, after = found[k], found[k + 1]
        if (
            this.kind == "bare"
            and this.partitive
            and this.value >= 1000
            and after.kind == "money"
            and after.first - this.last <= 3
        ):
            found[k] = this._replace(kind=after.kind, unit=after.unit, others=after.others, lent=True)
        elif this.kind == "bare" and after.kind in {"money", "percent", "measure", "count"} and not this.vague:
            between = lowers[this.last : after.first]
            if between in {("or",), ("and",), ("-", "or")} and after.first - this.last <= 2:
                found[k] = this._replace(kind=after.kind, unit=after.unit, others=after.others, noun=after.noun)
    return found
