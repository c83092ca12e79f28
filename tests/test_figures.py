"""Figures: what is measured, how much, when, between whom, and how it grew."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Steps

from kzhu.extract.figures import read_figures
from kzhu.extract.layout import read_document
from kzhu.extract.places import find_places
from kzhu.extract.times import find_times, resolve_times
from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Change, Figure, Published

PUBLISHED = Published("2024-06-12", "stated", "2024-06-12", "2024-06-12")
#: Says which two countries the article is about.
PAIR = "Kazakhstan and Poland held talks. The Kazakh and Polish sides were glad.\n\n"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([Path(folder) for folder in shipped().knowledge])


def figures(text: str, knowledge: Knowledge) -> tuple[Figure, ...]:
    document = read_document(text, knowledge)
    places = find_places(document, knowledge)
    times = resolve_times(document, find_times(document), PUBLISHED)
    return read_figures(document, places, times, (), PUBLISHED, knowledge)


def one(text: str, knowledge: Knowledge) -> Figure:
    [figure] = figures(PAIR + text, knowledge)
    return figure


def short(figure: Figure) -> tuple[str, str, str, str, str | None]:
    return figure.metric, figure.kind, f"{figure.value.normalize():f}", figure.unit, figure.period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mutual trade reached $1.1 billion in 2023.", ("trade-turnover", "level", "1100000000", "USD", "2023")),
        ("Exports stood at 41 million euros last year.", ("exports", "level", "41000000", "EUR", "2023")),
        ("Trade is expected to reach $2 billion by 2030.", ("trade-turnover", "target", "2000000000", "USD", "2030")),
        ("Last year the turnover grew by 19.5 per cent.", ("trade-turnover", "change", "19.5", "percent", "2023")),
        ("Polish investment has exceeded $90 million since 2005.",
         ("investment", "level", "90000000", "USD", "2005/2024")),
        ("A contract worth EUR 35 mln was signed.", ("other:contract", "level", "35000000", "EUR", None)),
        ("Inflation was 9.8 per cent in 2023.", ("other:inflation", "level", "9.8", "percent", "2023")),
        ("Medicines made up about 45% of the total.", ("share", "level", "45", "percent", None)),
        ("The public debt stands at 137 percent of GDP.", ("debt", "level", "137", "percent", "2024-06-12")),
        ("It will build a 1.2 GW power plant.", ("capacity", "target", "1200", "MW", None)),
        ("The tower is 31.5 metres high.", ("other:height", "level", "31.5", "m", None)),
        ("About 70 companies work here.", ("companies", "level", "70", "company", "2024-06-12")),
        ("Warsaw allocates 250 grants annually.", ("scholarships", "level", "250", "grant", None)),
        ("The quake killed 14 people on Friday.", ("casualties", "level", "14", "person", "2024-06-07")),
        ("The plant will give work to 220 people.", ("jobs", "target", "220", "person", None)),
        ("Copper was at $8,580 a tonne on Tuesday.", ("price", "level", "8580", "USD", "2024-06-11")),
        ("Stocks went down by 1.3 million barrels.", ("reserves", "change", "-1300000", "barrel", "2024-06-12")),
        ("The bank lowered its key rate by 50 basis points.",
         ("other:rate", "change", "-50", "basis point", "2024-06-12")),
        ("They sent 20 tons of medicine.", ("other:medicine", "level", "20", "t", None)),
    ],
)  # fmt: skip
def test_one_figure(text: str, expected: tuple[str, ...], knowledge: Knowledge) -> None:
    assert short(one(text, knowledge)) == expected


@pytest.mark.parametrize(
    ("text", "percent", "times", "base"),
    [
        ("Trade amounted to $5 million in 2023, which is 19.5% more than in 2022.", "19.5", None, "2022"),
        ("Trade reached $5 million in 2023, up 8.9% year-on-year.", "8.9", None, "2022"),
        ("Trade fell 7 per cent last year to $5 million.", "-7", None, "2022"),
        ("In 2023 imports were $5 million (an increase of 1.9 times).", None, "1.9", "2022"),
        ("Trade came to $5 million in January-July, down 11% on the same months of last year.", "-11", None,
         "2023-01/2023-07"),
        ("Trade reached $5 million in 2023, a third more than in 2022.", "33.33", None, "2022"),
        ("Trade hit $5 million in the first five months of this year, a six percent increase compared to 2023.",
         "6", None, "2023-01/2023-05"),
        ("Trade reached $5 million in 2023. This is 27 percent more than in 2022.", "27", None, "2022"),
    ],
)  # fmt: skip
def test_growth_of_a_level(text: str, percent: str | None, times: str | None, base: str, knowledge: Knowledge) -> None:
    figure = one(text, knowledge)
    assert figure.kind == "level"
    assert figure.change == Change(
        None if percent is None else Decimal(percent), None if times is None else Decimal(times), base
    )


def test_a_growth_with_a_subject_of_its_own_is_a_figure(knowledge: Knowledge) -> None:
    text = PAIR + "Investment came to $5 million in 2023, and in the first half of 2024 the inflow doubled."
    level, growth = figures(text, knowledge)
    assert short(level) == ("investment", "level", "5000000", "USD", "2023")
    assert short(growth) == ("investment", "change", "2", "times", "2024-01/2024-06")


def test_from_one_level_to_another(knowledge: Knowledge) -> None:
    text = PAIR + "Imports increased from $120 million in 2020 to $150 million last year."
    assert [short(figure)[2:] for figure in figures(text, knowledge)] == [
        ("120000000", "USD", "2020"),
        ("150000000", "USD", "2023"),
    ]


def test_words_that_point_back(knowledge: Knowledge) -> None:
    text = PAIR + (
        "Since 2005 investments from Poland to Kazakhstan have come to $322 million."
        " In 2022, this indicator was $49 million."
    )
    first, second = figures(text, knowledge)
    assert (second.metric, second.period) == ("investment", "2022")
    assert (first.from_country, first.to_country, second.from_country) == ("PL", "KZ", "PL")


def test_parties(knowledge: Knowledge) -> None:
    text = (
        PAIR
        + "Trade reached $5 million. The Polish section, about 90 km long, is new. Trade with China was $9 million."
    )
    pair, stretch, other = figures(text, knowledge)
    assert (pair.parties, stretch.parties) == (("KZ", "PL"), ("PL",))
    assert "CN" in other.parties


def test_pesos_are_those_of_the_country(knowledge: Knowledge) -> None:
    text = "BOGOTA. Colombia mourns. The Colombian president promised 12 billion pesos ($2.5 million) for new homes."
    [figure] = figures(text, knowledge)
    assert (figure.unit, figure.metric, figure.kind) == ("COP", "other:aid", "target")


@pytest.mark.parametrize(
    "text",
    [
        "The two countries held five meetings over 40 minutes.",
        "Two streets in the city bear their names.",
        "They beat the hosts 9-7 and scored six goals.",
        "The 110 kV line and the Boeing 737 were not hurt.",
        "It was 35 degrees, and the poet, born 200 years ago, was 26 years old.",
        "Call +7 717 272 00 00 for more.",
        "They opened EXPO-2017 at 14:05 on 10 June.",
        "Dozens of guests came.",
    ],
)
def test_decoys(text: str, knowledge: Knowledge) -> None:
    assert figures(PAIR + text, knowledge) == ()


def test_a_figure_told_twice_is_one(knowledge: Knowledge) -> None:
    text = PAIR + "Trade reached $5 million in 2023.\n\nIn 2023, trade reached $5 million."
    assert len(figures(text, knowledge)) == 1


@pytest.mark.parametrize("noise", ["up 5% to $5 million in 2023 ", "5 million dollars and ", "Poland 5 trade "])
def test_steps_grow_with_the_text(noise: str, knowledge: Knowledge, steps: Steps) -> None:
    def taken(times: int) -> int:
        document = read_document("x " + noise * times, knowledge)
        places = find_places(document, knowledge)
        return steps(lambda: read_figures(document, places, (), (), PUBLISHED, knowledge))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(1_000) < 14 * taken(100) + 2000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The government set aside 3 billion tenge for schools.", ("budget", "level", "3000000000", "KZT", None)),
        ("He was jailed for the theft of $2 million.", ("other:theft", "level", "2000000", "USD", None)),
        ("Kazakhstan has sent 40 tents.", ("other:aid", "level", "40", "tent", None)),
        ("Poland bought 20,000 doses from Kazakhstan last year.", ("imports", "level", "20000", "dose", "2023")),
        ("Poland paid Kazakhstan 3 million euros for gas.", ("imports", "level", "3000000", "EUR", None)),
        ("Its loans to the state stand at $2 billion.", ("debt", "level", "2000000000", "USD", "2024-06-12")),
        ("The terminal can handle 900,000 tons a year.", ("capacity", "level", "900000", "t", None)),
        ("A kilogram of onions costs 250 tenge.", ("price", "level", "250", "KZT", "2024-06-12")),
        ("Tickets cost from 900 tenge.", ("price", "level", "900", "KZT", None)),
        ("A turner takes home 900 euros a month.", ("other:pay", "level", "900", "EUR", None)),
        ("Twelve people were arrested on Tuesday.", ("other:detainee", "level", "12", "person", "2024-06-11")),
        ("They plan to export 9 tonnes by next September.", ("exports", "target", "9", "t", "2024-06/2024-09")),
        ("In five months 38 trains passed.", ("transit", "level", "38", "train", "2024-01/2024-05")),
        ("Farmers have sown 2 million hectares.", ("area", "level", "2000000", "ha", "2024-06-12")),
        ("A landing strip of 400 hectares is ready.", ("area", "level", "400", "ha", None)),
        ("Trade of $2 billion within five years is within reach.",
         ("trade-turnover", "target", "2000000000", "USD", "2029")),
        ("The key rate rose by a third of a percent in May.", ("other:rate", "change", "0.3333", "percent", "2024-05")),
    ],
)  # fmt: skip
def test_constructions(text: str, expected: tuple[str, str, str, str, str | None], knowledge: Knowledge) -> None:
    """Many ways of saying it that no single word tells."""
    assert short(one(text, knowledge)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The front of the article is its home; a country named once behind is not.
        (("Peru's harvest\n\nLIMA - Peru grew 5 million tonnes of maize in 2023. Chile had a dry year.\n\n"
         "Exports of copper came to 9 billion dollars in 2023."), ["PE", "PE"]),
        # Lists of buyers are no sides.
        (("Georgia exported 9 million bottles last year. Germany, Italy and Spain were the largest buyers.\n\n"
         "Its vineyards cover 50,000 hectares."), ["GE", "GE"]),
        # Each item of a list has its own country beside the home.
        (("Georgia exported 90 million bottles last year. Russia took 50 million bottles, followed by Poland with"
         " 7 million and Kazakhstan with 5 million."), ["GE", "GE RU", "GE PL", "GE KZ"]),
        ("The bank sees Kazakhstan's GDP rising by 3 percent and Uzbekistan's by 5 percent.", ["KZ", "UZ"]),
        # A country alone at the head of a paragraph is what the paragraph is about.
        ("PERU. Gold production fell to 9 tonnes in 2023.\n\nCHILE. A 90-km road to Argentina was opened.",
         ["PE", "AR CL"]),
    ],
)  # fmt: skip
def test_sides(text: str, expected: list[str], knowledge: Knowledge) -> None:
    """What a figure is about, beyond the words of its own clause."""
    assert [" ".join(figure.parties) for figure in figures(text, knowledge)] == expected


def test_what_goes_on(knowledge: Knowledge) -> None:
    """Later sentences go on about what earlier ones named."""
    found = figures(PAIR + (
        "Trade came to $6 billion in 2023. Exports were $4 billion, imports $2 billion. In January it stood at"
        " 400 million dollars.\n\n- How many Polish firms work here?\n- About 160.\n\nThe candidate won 61 percent"
        " of the vote. Her rival took 39 percent."
    ), knowledge)  # fmt: skip
    assert [(figure.metric, figure.unit) for figure in found] == [
        ("trade-turnover", "USD"), ("exports", "USD"), ("imports", "USD"), ("trade-turnover", "USD"),
        ("companies", "firm"), ("votes", "percent"), ("votes", "percent"),
    ]  # fmt: skip
    assert [figure.period for figure in found[:4]] == ["2023", "2023", "2023", "2024-01"]
