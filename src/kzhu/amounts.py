"""Amounts, counts and growths in words and signs, as people read them and as programs do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal  # at start-up it would cost more than it gives

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
#: What stands before an amount; "=" needs no sign.
_BOUNDS = {"=": "", "~": "~", ">": ">", "<": "<", "<=": "≤", ">=": "≥"}
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children"}
#: Nouns that are symbols or stay as they are, short ones apart: "t", "km", "MW".
_UNCOUNTED = frozenset({"percent", "times", "staff", "aircraft", "personnel", "cattle", "sheep", "hertz", "siemens"})
_SHORTEST_NOUN = 3


def exact(value: Decimal | float | None) -> str:
    """The number in full, for programs: "172200000", "19.5", "" for none.

    >>> exact(1.722e8)
    '172200000'
    """
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return f"{value.normalize():f}"


def short(value: Decimal | float) -> str:
    """The number as people say it, without losing a digit of it.

    >>> [short(n) for n in (172_200_000, 1e9, 12_500, 19.5, 1234.5)]
    ['172.2 million', '1 billion', '12,500', '19.5', '1,234.5']
    """
    for scale, word in _SCALES:
        if abs(float(value)) >= scale:
            return f"{float(value) / scale:,.15g} {word}"
    return f"{float(value):,.15g}"


def unit_name(unit: str, value: Decimal | float | None) -> str:
    """A unit beside its number: "USD", "students", "1 student"; percent and times are signs of their own.

    >>> unit_name("company", 2), unit_name("km", 2), unit_name("place", 1)
    ('companies', 'km', 'place')
    """
    head, blank, noun = unit.rpartition(" ")
    if value == 1 or not noun.islower() or len(noun) < _SHORTEST_NOUN or noun in _UNCOUNTED or noun.endswith("s"):
        return unit
    return head + blank + _plural(noun)


def _plural(noun: str) -> str:
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith(("x", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def amount(value: Decimal | float, unit: str, *, bound: str = "=", high: Decimal | float | None = None) -> str:
    """A figure's value for people.

    >>> amount(172.2e6, "USD"), amount(250, "student", bound=">"), amount(20, "percent"), amount(2, "times")
    ('172.2 million USD', '>250 students', '20%', '×2')
    """
    if unit == "percent":
        number = f"{_range(value, high)}%"
    elif unit == "times":
        number = f"×{_range(value, high)}"
    else:
        number = f"{_range(value, high)} {unit_name(unit, value if high is None else high)}"
    return f"{_BOUNDS.get(bound, bound)}{number}"


def _range(value: Decimal | float, high: Decimal | float | None) -> str:
    if high is None:
        return short(value)
    low_text, _, low_word = short(value).partition(" ")
    high_text, _, high_word = short(high).partition(" ")
    if low_word == high_word:
        return f"{low_text}–{high_text} {low_word}".rstrip()
    return f"{short(value)} – {short(high)}"


def change(percent: Decimal | float | None, times: Decimal | float | None) -> str:
    """A growth: "+19.5%", "-4%", "×1.9"; "" for none."""
    if percent is not None:
        return f"{'+' if percent > 0 else ''}{exact(percent)}%"
    return "" if times is None else f"×{exact(times)}"


def counted(number: int, noun: str) -> str:
    """A count with its noun, which may be several words.

    >>> counted(1, "person"), counted(1204, "other person")
    ('1 person', '1,204 other people')
    """
    head, blank, last = noun.rpartition(" ")
    return f"{number:,} {noun if number == 1 else head + blank + _plural(last)}"
