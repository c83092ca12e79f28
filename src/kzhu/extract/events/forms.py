"""Forms of English verbs and nouns, by rule."""

from __future__ import annotations

from typing import Literal

#: Form of a verb: "base" (also the plural present), "s", "past" (also the participle), "ing".
Form = Literal["base", "s", "past", "ing"]

_VOWELS = "aeiou"


def plural_of(noun: str) -> str:
    """The plural of an English noun phrase by rule: "city" -> "cities", "round of talks" -> "rounds of talks"."""
    head, of, rest = noun.partition(" of ")
    if head.endswith(("s", "x", "ch", "sh")):
        head += "" if head.endswith("s") and not head.endswith("ss") else "es"
    elif head.endswith("y") and head[-2:-1] not in _VOWELS:
        head = head[:-1] + "ies"
    else:
        head += "s"
    return head + of + rest


def forms_of(verb: str) -> dict[str, Form]:
    """Every form of a verb: regular, or given as base, past, participle and -ing form."""
    parts = verb.split()
    base = parts[0]
    if len(parts) == 4:
        _, past, participle, ing = parts
    else:
        stem = base.removesuffix("e")
        y_stem = base[:-1] + "i" if base.endswith("y") and base[-2] not in _VOWELS else stem
        past = participle = y_stem + "ed"
        ing = stem + "ing"
    found: dict[str, Form] = {past: "past", participle: "past", ing: "ing"}
    found.setdefault(base, "base")
    # "Goes", "focuses".
    plain = not base.endswith(("s", "o")) or base.endswith("ss")
    found[plural_of(base) if plain else base + "es"] = "s"
    return found
