"""Quantities of NewsQuant sentences (EMNLP 2023, CQE evaluation), as JSON lines for its scorer.

Usage:
    python benchmarks/accuracy/newsquant.py newsquant.json > predictions.jsonl

Each line is {"text", "quantities": [{"value", "unit", "change"}]}: kzhu's quantities with the benchmark's names for
units ("percentage", "dollar", "mile per hour") and for bounds and directions (= ~ < > up down).
"""

from __future__ import annotations

import argparse
import json
import sys
from decimal import Decimal
from pathlib import Path

import kzhu
from kzhu.extract.document import Document
from kzhu.extract.layout import read_document
from kzhu.extract.quantities import Quantity, find_quantities
from kzhu.extract.quantities.nouns import is_plural, noun_after, singular
from kzhu.knowledge import Knowledge, load_knowledge

#: kzhu's unit -> the benchmark's; other currencies are named as in data/currencies.yaml, units by their first name.
NAMES = {
    "percent": "percentage",
    "USD": "dollar",
    "CAD": "canadian dollar",
    "EUR": "euro",
    "ILS": "shekel",
    "foot": "foot",
    "mph": "mile per hour",
    "km/h": "kilometre per hour",
    "ksi": "kilopound per square inch",
    "mpg": "mile per gallon",
    "mAh": "milliampere-hour",
    "GWh": "gigawatt hour",
    "ppb": "parts-per-billion",
    "pound-mass": "pound-mass",
    "times": "count",
    "m/s": "metre per second",
    "barrel per day": "barrel per day",
}
#: Nouns in -ing, which are no participles.
THINGS = {"housing", "shipping", "building", "trading", "mining", "banking", "training", "manufacturing", "wedding"}
CHANGES = {"=": "=", "~": "~", ">": ">", ">=": ">", "<": "<", "<=": "<"}
#: Words of a counted noun's phrase that the benchmark leaves out.
SMALL = {"of", "the", "and", "or", "a", "an", "its", "their", "our", "his", "her", ",", "these", "more", "other"}


def unit_name(quantity: Quantity, document: Document, knowledge: Knowledge) -> str:
    """The benchmark's name for a quantity's unit."""
    if quantity.per == "exchange":
        return "-"  # a rate of exchange has no unit there
    name = _plain_name(quantity, document, knowledge)
    if quantity.per and name != "-":
        name = (
            f"{name} per {knowledge.units[quantity.per].names[0] if quantity.per in knowledge.units else quantity.per}"
        )
    return name


def _plain_name(quantity: Quantity, document: Document, knowledge: Knowledge) -> str:
    unit = quantity.unit
    if quantity.kind == "age":
        return f"{unit} of age"
    if quantity.kind == "part":
        return _part_name(quantity, document)
    if quantity.noun is not None and quantity.kind == "count":
        words = [_plain(word) for word in document.lowers[slice(*quantity.noun)] if word not in SMALL]
        # Participles are left out: "charging stations" are stations.
        words = [word for word in words[:-1] if word in THINGS or not word.endswith(("ing", "ed"))] + words[-1:]
        people = words and words[-1] == "people"
        return " ".join(word if people or not is_plural(word) else singular(word) for word in words)
    if unit is None:
        return "-"
    if unit == "barrel" and document.lowers[quantity.last : quantity.last + 2] == ("of", "oil"):
        return "barrel of oil"
    if unit == "t":
        return "metric ton" if "tonne" in document.lowers[quantity.last - 1] else "ton"
    if unit in NAMES:
        return NAMES[unit]
    if unit in knowledge.units and knowledge.units[unit].kind == "count":
        return unit
    if unit in knowledge.currencies:
        return knowledge.currencies[unit].name.lower()
    return knowledge.units[unit].names[0] if unit in knowledge.units and knowledge.units[unit].names else unit


def _part_name(quantity: Quantity, document: Document) -> str:
    """The benchmark's name for a part: half the flats are half of "% flat"."""
    i = quantity.last
    while i < len(document.lowers) and document.lowers[i] in {"of", "the", "all", "its", "their"}:
        i += 1
    noun = noun_after(document.words, document.lowers, i) if i > quantity.last else None
    return "% -" if noun is None else f"% {singular(document.lowers[noun[1] - 1])}"


def _plain(word: str) -> str:
    """An adjective without its comparison: "largest" is "large"."""
    irregular = {
        "best": "good",
        "better": "good",
        "worst": "bad",
        "latest": "late",
        "largest": "large",
        "smaller": "small",
    }
    return irregular.get(word) or (word[:-3] if word.endswith("est") and len(word) > 6 else word)


def change_name(quantity: Quantity) -> str:
    """The benchmark's word for bound and direction; a direction outweighs "about"."""
    if quantity.high is None and quantity.kind not in {"bare", "time", "age"} and quantity.bound in {"=", "~"}:
        if quantity.direction:
            return quantity.direction
        if quantity.value < 0 and quantity.kind in {"percent", "money", "point"}:
            return "down"
    return CHANGES[quantity.bound]


def predict(text: str, knowledge: Knowledge) -> list[dict[str, object]]:
    """The quantities of one sentence, in the benchmark's terms."""
    document = read_document(text, knowledge)
    found = []
    for quantity in find_quantities(document, knowledge):
        if quantity.kind == "times" and document.lowers[quantity.first].endswith(("ed", "ing", "le", "ce", "ves")):
            continue  # "doubled" is a verb there
        value: object = _number(quantity.value)
        if quantity.high is not None:
            value = [_number(quantity.value), _number(quantity.high)]
        unit = unit_name(quantity, document, knowledge)
        found.append({"value": value, "unit": unit, "change": change_name(quantity)})
    return found


def _number(value: Decimal) -> float:
    return float(value)


def main() -> None:
    """Reads a file of the benchmark's format and prints one line a sentence."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file", type=Path, help="NewsQuant JSON: a list of objects with 'text'")
    parser.add_argument("--data", type=Path, default=Path(kzhu.__file__).parents[2] / "data", help="knowledge files")
    arguments = parser.parse_args()
    knowledge = load_knowledge([arguments.data])
    for item in json.loads(arguments.file.read_text("utf-8")):
        line = {"text": item["text"], "quantities": predict(item["text"], knowledge)}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
