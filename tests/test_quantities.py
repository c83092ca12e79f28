"""Quantities as news writes them."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Steps

from kzhu.extract.layout import read_document
from kzhu.extract.quantities import Quantity, find_quantities
from kzhu.extract.quantities.nouns import singular
from kzhu.extract.quantities.numbers import digits
from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, load_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([Path(folder) for folder in shipped().knowledge])


def found(text: str, knowledge: Knowledge) -> tuple[Quantity, ...]:
    return find_quantities(read_document(text, knowledge), knowledge)


def one(text: str, knowledge: Knowledge) -> Quantity:
    [quantity] = found(text, knowledge)
    return quantity


@pytest.mark.parametrize(
    ("token", "value"),
    [
        ("172,200", "172200"),
        ("58,4", "58.4"),
        ("1.2", "1.2"),
        ("1,234,567.8", "1234567.8"),
        ("1.234.567,8", "1234567.8"),
        ("12,34,567", "1234567"),
        ("0,25", "0.25"),
        ("11.02.2026", None),
        ("1" * 30, None),
    ],
)
def test_digits(token: str, value: str | None) -> None:
    assert digits(token) == (None if value is None else Decimal(value))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The deal is worth $1.4 bln.", "1400000000", "USD"),
        ("They spent €350m there.", "350000000", "EUR"),
        ("It cost HUF 40 billion.", "40000000000", "HUF"),
        ("It cost EUR50m.", "50000000", "EUR"),
        ("Sales came to US$ 3.6 billion.", "3600000000", "USD"),
        ("They paid $US7 trillion.", "7000000000000", "USD"),
        ("They paid RM45.80 a head.", "45.80", "MYR"),
        ("Exports were 58,4 million dollars.", "58400000", "USD"),
        ("He paid 500 Hungarian forints.", "500", "HUF"),
        ("He paid 20 New Zealand dollars.", "20", "NZD"),
        ("Roads took half a billion euros.", "500000000", "EUR"),
        ("They asked for two and a half million tenge.", "2500000", "KZT"),
        ("It held 2 300 head.", "2300", "head"),
        ("It held 1 250 000 tonnes.", "1250000", "t"),
        ("Output grew by 19.5 per cent.", "19.5", "percent"),
        ("The rate fell by 0.25 percentage points.", "0.25", "percentage point"),
        ("They built a 1 GW wind farm.", "1", "GW"),
        ("It ships 6.8 billion cubic meters of gas.", "6800000000", "m3"),
        ("It moved 414 thousand TEU.", "414000", "TEU"),
        ("It has one thousand Kazakh students.", "1000", "student"),
        ("Twenty-seven companies came.", "27", "company"),
        ("It counts thirty-one thousand two hundred sixteen students.", "31216", "student"),
        ("It has 2,400 small rural libraries.", "2400", "library"),
        ("There were 120 Kazakh and Hungarian athletes.", "120", "athlete"),
        ("Some stood at 3.2 million people.", "3200000", "person"),
        ("Trade rose 1.9 times.", "1.9", "times"),
        ("It was a 1.4-fold increase.", "1.4", "times"),
        ("Purchases doubled.", "2", "times"),
        ("Add 1/4 pound of butter.", "0.25", "pound-mass"),
        ("The hall is 41.5 metres long.", "41.5", "m"),
    ],
)
def test_value_and_unit(text: str, value: str, unit: str, knowledge: Knowledge) -> None:
    quantity = one(text, knowledge)
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "bound", "quote"),
    [
        ("We have about one thousand Kazakh students.", "~", "about one thousand Kazakh students"),
        ("Trade exceeded $131 million.", ">", "exceeded $131 million"),
        ("Trade is under $20 million.", "<", "under $20 million"),
        ("It holds up to 30 tonnes.", "<=", "up to 30 tonnes"),
        ("It killed at least 14 people.", ">=", "at least 14 people"),
        ("It took no more than 12 litres.", "<=", "no more than 12 litres"),
        ("They built sub-200 sq m shops.", "<", "sub-200 sq m"),
        ("It sold 400 tonnes or more.", ">=", "400 tonnes or more"),
        ("It sold 400 tonnes.", "=", "400 tonnes"),
    ],
)
def test_bound(text: str, bound: str, quote: str, knowledge: Knowledge) -> None:
    quantity = one(text, knowledge)
    assert (quantity.bound, quantity.span.cut(text)) == (bound, quote)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("He puts in $20-25 million.", "20000000", "25000000"),
        ("It added between $5 million and $8 million.", "5000000", "8000000"),
        ("Prices went up by 8-10%.", "8", "10"),
        ("Fees range from 5 to 8 per cent.", "5", "8"),
        ("Plots cost $300,000 to $1.8 million.", "300000", "1800000"),
        ("It blows at 20 to 35 miles per hour.", "20", "35"),
        ("It seats 3 to 4 thousand guests.", "3000", "4000"),
        ("It asked for between $US20 million and $US30 million.", "20000000", "30000000"),
    ],
)
def test_range(text: str, low: str, high: str, knowledge: Knowledge) -> None:
    quantity = one(text, knowledge)
    assert (quantity.value, quantity.high) == (Decimal(low), Decimal(high))


def test_the_same_amount_in_brackets_is_a_twin(knowledge: Knowledge) -> None:
    first, second = found("They lent 43.4 billion tenge ($97.1 million).", knowledge)
    assert (first.unit, first.twin, second.unit, second.twin) == ("KZT", False, "USD", True)


def test_an_amount_lends_its_unit_to_what_it_is_compared_with(knowledge: Knowledge) -> None:
    first, second = found("Sales rose to 8.2 million lamps, up from 6.1 million.", knowledge)
    assert (first.unit, second.unit, second.lent) == ("lamp", "lamp", True)


def test_direction(knowledge: Knowledge) -> None:
    assert [quantity.direction for quantity in found("It rose 2%, fell by 3%, and made up 4%.", knowledge)] == [
        "up",
        "down",
        None,
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 13 July 2023 at 14:05.",
        "It began at 9 a.m. on Nov. 2.",
        "They won 3-1 on aggregate.",
        "They flew a Boeing 737 to EXPO-2017.",
        "The S&P 500 was flat.",
        "She was the 22nd to finish in the 1990s.",
        "See Section 12 and page 5.",
        "Anna Kovács, 25, left.",
        "A third railway opened.",
        "The first half was dull.",
        "The file is dated 2023-02-14.",
        "No one came.",
    ],
)
def test_decoys(text: str, knowledge: Knowledge) -> None:
    assert found(text, knowledge) == ()


@pytest.mark.parametrize("seed", range(100))
def test_a_written_amount_reads_back(seed: int, knowledge: Knowledge) -> None:
    amount = Decimal(random.Random(seed).randrange(100, 10**9)).scaleb(-2)
    text = f"The council set aside {amount:,} EUR for roads."
    quantity = one(text, knowledge)
    assert (quantity.value, quantity.unit, quantity.span.cut(text)) == (amount, "EUR", f"{amount:,} EUR")


def test_singulars() -> None:
    words = "companies people boxes classes houses viruses aircraft news start-ups servicemen"
    expected = "company person box class house virus aircraft news start-up serviceman"
    assert [singular(word) for word in words.split()] == expected.split()


@pytest.mark.parametrize("noise", ["1", "1 ", "5-", "5 to ", "1,", "$", "US$ 5 ", "(", "half a ", "EUR50m "])
def test_steps_grow_with_the_text(noise: str, knowledge: Knowledge, steps: Steps) -> None:
    def taken(times: int) -> int:
        document = read_document("x " + noise * times, knowledge)
        return steps(lambda: find_quantities(document, knowledge))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(4_000) < 14 * taken(400) + 2000
