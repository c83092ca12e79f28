"""Words and signs for currencies and units, compiled once from the data files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kzhu.knowledge import Knowledge
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.tokens import tokenize

#: Signs read as one: a range, a minus.
DASHES = frozenset("-–—‐‑−")
OLD = frozenset({"year-old", "years-old", "month-old", "day-old", "week-old"})
#: Behind a number, what may be more than the first word of its unit.
UNITED = DASHES | OLD | {"times", "fold", "x", "of"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What may stand before or behind a number."""

    #: Lower-case names of units ("square metres") -> unit.
    unit_names: Gazetteer[str]
    #: Abbreviations of units, case kept -> unit.
    unit_signs: Gazetteer[str]
    #: Lower-case names of currencies, adjective included ("us dollars") -> codes, the likeliest first.
    money_names: Gazetteer[str]
    #: Codes and signs, case kept -> code.
    money_signs: Gazetteer[str]
    #: The same by their tokens, to be looked up leftwards from the number: ("US", "$") -> code.
    money_before: dict[tuple[str, ...], str]
    #: Their last tokens, right before the number.
    money_ends: frozenset[str]
    #: The tokens before the last of longer ones: most signs have but one.
    money_longer: frozenset[str]
    #: What stands right before a number that more belongs to: those, a dash, "minus".
    leading: frozenset[str]
    #: What may stand right behind a number that more belongs to, in lower case: a name, a sign, "-", "of", "times".
    following: frozenset[str]
    #: First tokens of names, in lower case, and of signs, case kept: most words behind a number are none of them.
    names_begin: frozenset[str]
    signs_begin: frozenset[str]
    #: Of those, the first tokens of names of currencies.
    money_begin: frozenset[str]
    #: Codes and signs of letters that are glued to the digits: "EUR50m", "RM45.80".
    glued: dict[str, str]


@lru_cache(maxsize=8)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of an archive's knowledge."""
    signs = _money_signs(knowledge)
    unit_names = Gazetteer((name, unit.key) for unit in knowledge.units.values() for name in unit.names)
    unit_signs = Gazetteer((sign, unit.key) for unit in knowledge.units.values() for sign in unit.signs)
    money_names, money_signs = Gazetteer(_money_names(knowledge)), Gazetteer(signs.items())
    money_before = {_tokens(sign): code for sign, code in signs.items()}
    money_ends = frozenset(words[-1] for words in money_before)
    names_begin, signs_begin = unit_names.firsts | money_names.firsts, unit_signs.firsts | money_signs.firsts
    return Lexicon(
        unit_names=unit_names,
        unit_signs=unit_signs,
        money_names=money_names,
        money_signs=money_signs,
        money_before=money_before,
        money_ends=money_ends,
        money_longer=frozenset(words[-2] for words in money_before if len(words) > 1),
        leading=money_ends | DASHES | {"minus", "Minus", "MINUS", "-−"},
        following=UNITED.union(["m"], names_begin, [sign.lower() for sign in signs_begin]),
        names_begin=names_begin,
        signs_begin=signs_begin,
        money_begin=money_names.firsts,
        glued={sign: code for sign, code in signs.items() if sign.isalpha() and len(sign) > 1},
    )


def _tokens(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in zip(*tokenize(text), strict=True))


def _money_signs(knowledge: Knowledge) -> dict[str, str]:
    signs: dict[str, str] = {}
    # The leading currency of a shared sign comes last, and stays.
    for currency in sorted(knowledge.currencies.values(), key=lambda currency: currency.leads):
        for sign in (currency.code, *currency.signs):
            signs[sign] = currency.code
    return signs


def _money_names(knowledge: Knowledge) -> list[tuple[str, str]]:
    names: list[tuple[str, str]] = []
    for currency in sorted(knowledge.currencies.values(), key=lambda currency: not currency.leads):
        names += [(name, currency.code) for name in (currency.name.lower(), *currency.names, *currency.words)]
        for code in currency.countries:
            country = knowledge.countries.get(code)
            if country is None:
                continue
            for adjective in (*country.demonyms, country.name, *country.names):
                names += [(f"{adjective.lower()} {word}", currency.code) for word in currency.words]
    return names
