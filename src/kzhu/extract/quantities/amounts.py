"""A number with the currency or unit that touches it: "$1.4 bln", "€350m", "58,4 million dollars", "1 GW", "EUR50m"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from kzhu.extract.document import Document
from kzhu.extract.quantities.lexicon import DASHES, OLD, UNITED, Lexicon
from kzhu.extract.quantities.nouns import noun_after
from kzhu.extract.quantities.numbers import MAGNITUDES, STARTS, Number, digits, from_digits, number_at
from kzhu.extract.quantities.quantity import QuantityKind
from kzhu.knowledge import Knowledge

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
_MEASURES: dict[str, QuantityKind] = {
    "percent": "percent", "point": "point", "time": "time", "temperature": "degree", "angle": "degree",
}  # fmt: skip
#: Units of one capital letter must touch their number: "5V", not "5 V".
_TOUCHING = frozenset("W V F A L".split())
_SIZED = frozenset("long high wide deep tall thick above below away off apart ( ) , . ;".split())

_MINUS = frozenset({"minus", "-", "−", "-−"})
_MILLION = frozenset({"m", "M"})
#: What `Amount(...)` makes, without a call of its own.
_new = tuple.__new__


class Amount(NamedTuple):
    """A number with the unit that touches it, before ranges, nouns and bounds are read."""

    first: int
    last: int
    number: Number
    kind: QuantityKind | None
    unit: str | None
    others: tuple[str, ...] = ()
    negative: bool = False


class Amounts:
    """Reads the amount at a token of one document; holds what every step looks at."""

    __slots__ = ("document", "knowledge", "lexicon", "lowers", "words")

    def __init__(self, document: Document, knowledge: Knowledge, words: Lexicon) -> None:
        self.document, self.knowledge, self.lexicon = document, knowledge, words
        self.words, self.lowers = document.words, document.lowers

    def at(self, i: int, floor: int) -> Amount | None:
        """The number at token i with the currency or unit that touches it."""
        words, lowers = self.words, self.lowers
        word = words[i]
        number: Number | None
        if "0" <= word < ":":
            number = from_digits(self.document, i)
        else:
            if not word.isalpha() and (glued := self.glued(i)) is not None:
                return glued
            number = number_at(self.document, i) if lowers[i] in STARTS else None
        if number is None:
            return None
        first, negative, last = i, False, number.last
        if i > floor and words[i - 1] in self.lexicon.leading:
            first, code = self.money_before(i, floor)
            if first < i or (first > floor and lowers[first - 1] in _MINUS):
                negative, first = self._sign(first, i, floor)
            if code is not None:
                return self._of_money(first, number, code, negative=negative)
        if last >= len(words) or ((after := lowers[last]) not in self.lexicon.following and after[:8] != "percent-"):
            return _new(Amount, (first, last, number, None, None, (), negative))  # the most
        if after == "m":
            number, last = self._million(number, money=False)
        return self._with_unit(first, last, number, negative=negative)

    def _of_money(self, first: int, number: Number, code: str, *, negative: bool) -> Amount:
        """The amount of a number with a currency before it."""
        words, lowers = self.words, self.lowers
        number, last = self._million(number, money=True)
        if last < len(words):
            if words[last] in {"US", "USD"} and code == "USD":
                last += 1
            elif lowers[last] == "u" and lowers[last : last + 4] == ("u", ".", "s", "."):
                last += 4
            names = self.lexicon.money_names.at(lowers, last) if last < len(words) else None
            if names is not None and code in names.values:
                last = names.last
        return _new(Amount, (first, last, number, "money", code, (), negative))

    def glued(self, i: int) -> Amount | None:
        """One token that holds a word and a number: "EUR50m", "RM45.80", "minus-20", "sub-200"."""
        if i >= len(self.words):
            return None
        word = self.words[i]
        if (
            word.isalpha()
            or word[0].isdigit()
            or (not word[-1].isdigit() and not any(char.isdigit() for char in word[2:9]))
        ):
            return None
        found = _GLUED.match(self.document.text, self.document.starts[i])
        if found is None:
            return None
        first, code = i, self.lexicon.glued.get(found[2]) if found[2] else None
        if found[2] and i and self.touches(i):
            signed = self.lexicon.money_before.get((self.words[i - 1], found[2]))  # $US7
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
            return Amount(first, last, number, "money", code)
        return self._with_unit(i, last, number, negative=found[1] == "minus")

    def _magnified(self, number: Number, last: int) -> Number:
        scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "mln": 10**6, "bln": 10**9}
        factor = scale.get(self.lowers[last]) if last < len(self.lowers) else None
        if factor is None:
            return number
        return number._replace(value=number.value * factor, magnitude=Decimal(factor), last=last + 1)

    def money_before(self, i: int, floor: int) -> tuple[int, str | None]:
        """The currency sign or code before token i, and the token it begins at."""
        before = self.lexicon.money_before
        words = self.words
        j = i - 1
        if j >= floor and words[j] in DASHES and self.touches(i):
            j -= 1  # $-3bn
        if j < floor or words[j] not in self.lexicon.money_ends:
            return i, None
        if (j == floor or words[j - 1] not in self.lexicon.money_longer) and (only := before.get((words[j],))):
            return j, only
        for length in (3, 2, 1):
            first = j + 1 - length
            if first >= floor and (code := before.get(words[first : j + 1])) is not None:
                return first, code
        return i, None

    def _sign(self, first: int, i: int, floor: int) -> tuple[bool, int]:
        """Whether a minus stands before the number, and where the amount then begins."""
        words, starts, ends = self.words, self.document.starts, self.document.ends
        if first < i and words[i - 1] in DASHES:
            return True, first
        j = first - 1
        if j < floor:
            return False, first
        if self.lowers[j] == "minus":
            return True, j
        if words[j] in "-−" and starts[first] == ends[j] and (j == 0 or ends[j - 1] < starts[j] or words[j - 1] == "("):
            return True, j
        return False, first

    def touches(self, i: int) -> bool:
        """Whether token i stands right behind the one before it, no blank between."""
        return i < len(self.words) and self.document.starts[i] == self.document.ends[i - 1]

    def _million(self, number: Number, *, money: bool) -> tuple[Number, int]:
        """Reads "m" behind a number as million where it cannot be the metre."""
        last = number.last
        if last >= len(self.words) or self.words[last] not in _MILLION or number.spelled or number.magnitude != 1:
            return number, last
        after = self.lowers[last + 1] if last + 1 < len(self.words) else "."
        million = money or (
            self.touches(last)
            and after not in _SIZED
            and (after == "of" or self.unit(last + 1) is not None or noun_after(self.words, self.lowers, last + 1))
        )
        if not million:
            return number, last
        scale = Decimal(10**6)
        return number._replace(value=number.value * scale, magnitude=scale, last=last + 1), last + 1

    def _compound(self, first: int, number: Number, i: int, *, negative: bool) -> Amount | None:
        """An amount whose magnitude and unit are hyphened to it: "a 40-million-euro loan"."""
        scale, _, name = self.lowers[i].partition("-")
        factor = MAGNITUDES.get(scale)
        if factor is None or not name or number.magnitude != 1:
            return None
        number = number._replace(value=number.value * factor, magnitude=factor, last=i + 1)
        words = tuple(name.split("-"))
        names = self.lexicon.money_names.at(words, 0)
        if names is not None and names.last == len(words):
            return Amount(first, i + 1, number, "money", names.values[0], names.values, negative)
        unit = self.lexicon.unit_names.at(words, 0)
        if unit is None or unit.last != len(words):
            return None
        kind = self.knowledge.units[unit.values[0]].kind
        return Amount(first, i + 1, number, _MEASURES.get(kind, "measure"), unit.values[0])

    def unit(self, i: int) -> tuple[int, QuantityKind, str, tuple[str, ...]] | None:
        """(last, kind, unit, other currencies) of the unit that begins at token i."""
        if i >= len(self.words):
            return None
        lexicon, words, lowers = self.lexicon, self.words, self.lowers
        signed = words[i] in lexicon.signs_begin
        if not signed and lowers[i] not in lexicon.names_begin:
            return (i + 1, "percent", "percent", ()) if lowers[i].startswith("percent-") else None
        if lowers[i] in lexicon.money_begin and (names := lexicon.money_names.at(lowers, i)) is not None:
            return names.last, "money", names.values[0], names.values
        sign = lexicon.money_signs.at(words, i) if signed else None
        if sign is not None and not (sign.last < len(words) and words[sign.last][0].isdigit()):
            return sign.last, "money", sign.values[0], ()
        if lowers[i].startswith("percent-"):
            return i + 1, "percent", "percent", ()
        unit = lexicon.unit_names.at(lowers, i) or (lexicon.unit_signs.at(words, i) if signed else None)
        if unit is None or (words[i] in _TOUCHING and not self.touches(i)):
            return None
        key = unit.values[0]
        kind = self.knowledge.units[key].kind
        if kind == "count":
            return unit.last, "count", key, ()
        return unit.last, _MEASURES.get(kind, "measure"), key, ()

    def _with_unit(self, first: int, i: int, number: Number, *, negative: bool) -> Amount:
        """The amount of a number that ends before token i, with the unit behind it."""
        lowers, behind = self.lowers, i
        if i >= len(lowers):
            return Amount(first, i, number, None, None, (), negative)
        if lowers[i] not in UNITED:
            return self._measured(first, behind, i, number, negative=negative)
        if lowers[i] in {"times", "fold"} or (lowers[i] == "x" and self.touches(i)):
            return Amount(first, i + 1, number, "times", "times", (), negative)
        if lowers[i] in DASHES and self.touches(i) and self.touches(i + 1):
            if lowers[i + 1] == "fold":
                return Amount(first, i + 2, number, "times", "times", (), negative)
            if (compound := self._compound(first, number, i + 1, negative=negative)) is not None:
                return compound
            if lowers[i + 1] in OLD:
                return Amount(first, i + 2, number, "age", lowers[i + 1].split("-")[0].rstrip("s"), (), negative)
            i += 1
        if lowers[i] in OLD:
            return Amount(first, i + 1, number, "age", lowers[i].split("-")[0].rstrip("s"), (), negative)
        if lowers[i] == "of" and number.value < 1 and lowers[i + 1 : i + 2] in {("a",), ("an",)}:
            i += 3 if self.unit(i + 2) is None else 2  # "1/8 of a US gallon"
        return self._measured(first, behind, i, number, negative=negative)

    def _measured(self, first: int, behind: int, i: int, number: Number, *, negative: bool) -> Amount:
        """The amount of a number that ends before token `behind`, with the unit that begins at token i, if any."""
        lowers, found = self.lowers, self.unit(i)
        if found is None:
            return _new(Amount, (first, behind, number, None, None, (), negative))
        last, kind, unit, others = found
        if lowers[i] in {"pound", "pounds"} and number.magnitude == 1 and lowers[last : last + 1] == ("of",):
            return Amount(first, last, number, "measure", "pound-mass", (), negative)  # of butter
        if kind == "time" and lowers[last : last + 1] == ("old",):
            return Amount(first, last + 1, number, "age", unit, (), negative)
        if kind == "time" and lowers[last : last + 2] == ("of", "age"):
            return Amount(first, last + 2, number, "age", unit, (), negative)
        return _new(Amount, (first, last, number, kind, unit, others, negative))
