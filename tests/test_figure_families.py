"""Families of wording: each metric, kind, period and growth told in many ways, none of them from an article."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhu.extract.figures import read_figures
from kzhu.extract.layout import read_document
from kzhu.extract.places import find_places
from kzhu.extract.times import find_times, resolve_times
from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Figure, Published

PUBLISHED = Published("2024-06-12", "stated", "2024-06-12", "2024-06-12")
PAIR = "Ghana and Norway held talks. The Ghanaian and Norwegian sides were glad.\n\n"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([Path(folder) for folder in shipped().knowledge])


def figures(text: str, knowledge: Knowledge) -> tuple[Figure, ...]:
    document = read_document(text, knowledge)
    times = resolve_times(document, find_times(document), PUBLISHED)
    return read_figures(document, find_places(document, knowledge), times, (), PUBLISHED, knowledge)


def short(figure: Figure) -> str:
    return f"{figure.metric} {figure.kind} {figure.value.normalize():f} {figure.unit} {figure.period}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Accra's sales on the Norwegian market are to reach $50 million by 2028.", "exports target 50000000 USD 2028"),
        ("Shipments of cocoa beans to Norway shrank to 12,000 tonnes in 2023.", "exports level 12000 t 2023"),
        ("Ghanaian growers delivered 30,000 tonnes of pineapples to Norway in 2023.", "exports level 30000 t 2023"),
        ("Half a million tyres a year is what the plant will turn out.", "capacity target 500000 tyre None"),
        ("The factory will turn out 30,000 bicycles a year.", "capacity target 30000 bicycle None"),
        ("The new terminal is to handle 2 million passengers a year.", "capacity target 2000000 passenger None"),
        ("The boat was licensed to carry 40 people.", "capacity level 40 person None"),
        ("The bus was carrying 45 people when it overturned on Friday.", "other:passenger level 45 person 2024-06-07"),
        ("Rescuers pulled 16 people alive from the rubble on Monday.", "other:survivor level 16 person 2024-06-10"),
        ("Firefighters brought 85 people to safety on Monday.", "other:survivor level 85 person 2024-06-10"),
        ("Twelve people lost their lives in the fire on Friday.", "casualties level 12 person 2024-06-07"),
        ("The storm claimed 19 lives on Sunday.", "casualties level 19 person 2024-06-09"),
        ("The flood cost the lives of 23 people in 2019.", "casualties level 23 person 2019"),
        ("The train left the rails in 2011 with the loss of 44 lives.", "casualties level 44 person 2011"),
        ("Twenty-two died on Sunday.", "casualties level 22 person 2024-06-09"),
        ("Sixty-two miners are trapped underground.", "casualties level 62 miner 2024-06-12"),
        ("The Larsen Scholarship pays 900 euros a month.", "grant level 900 EUR None"),
        ("The winner received 25,000 euros and a bronze horse.", "other:prize level 25000 EUR None"),
        ("She pocketed 40,000 euros.", "other:prize level 40000 EUR None"),
        ("Norway will give $12 million to the refugees.", "other:aid target 12000000 USD None"),
        ("Growers were paid $2,400 a tonne.", "price level 2400 USD 2024-06-12"),
        ("Shops asked 35 kroner for a loaf of bread in May.", "price level 35 NOK 2024-05"),
        ("A share of the firm was worth 42 kroner on Tuesday.", "price level 42 NOK 2024-06-11"),
        ("Consumer prices rose by 3.2 percent in May.", "other:inflation change 3.2 percent 2024-05"),
        ("Foreign reserves melted by $1.2 billion in May.", "reserves change -1200000000 USD 2024-05"),
        ("Foreign reserves stood at $6.2 billion at the end of March.", "reserves level 6200000000 USD 2024-03-31"),
        ("Foreign reserves stood at $6 billion at the end of the month.", "reserves level 6000000000 USD 2024-05-31"),
        ("The bank lifted its key rate by 75 basis points on Monday.",
         "other:rate change 75 basis point 2024-06-10"),
        ("The bank cut its rate by half a percentage point on Monday.",
         "other:rate change -0.5 percentage point 2024-06-10"),
        ("About 4,000 people filled the square on Sunday.", "participants level 4000 person 2024-06-09"),
        ("A crowd of 12,000 cheered the runners on Sunday.", "participants level 12000 person 2024-06-09"),
        ("More than 3,000 people saw the twelve films on Sunday.", "participants level 3000 person 2024-06-09"),
        ("Oslo has entered eleven skiers for the race on 20 June.", "participants target 11 skier 2024-06-20"),
        ("Last year 90,000 lorries drove over the bridge.", "other:crossing level 90000 lorry 2023"),
        ("Last year 9,000 Ghanaians visited Norway.", "tourists level 9000 person 2023"),
        ("One in five applicants from Ghana is refused a visa.", "share level 20 percent None"),
        ("Up to 30 places are kept for Ghana every year.", "scholarships level 30 place None"),
        ("The firm means to take on 40 welders this year.", "jobs target 40 welder 2024"),
        ("During construction 2,500 people will find work.", "jobs target 2500 person None"),
        ("In April the company will commission a 60 MW solar plant near Tamale.", "capacity target 60 MW None"),
        ("The branch line will swallow 200 million dollars and open in 2026.", "cost target 200000000 USD None"),
        ("The wall will be 12 km long.", "length target 12 km None"),
        ("The fleet caught 12,000 tonnes of cod in May.", "production level 12000 t 2024-05"),
        ("The trade gap widened to $40 million last year.", "other:deficit level 40000000 USD 2023"),
        ("Rail freight is to go up to 5 million tons in 2027.", "other:freight target 5000000 t 2027"),
        ("In January and February 2024 trade rose by 4 percent.", "trade-turnover change 4 percent 2024-01/2024-02"),
    ],
)  # fmt: skip
def test_families(text: str, expected: str, knowledge: Knowledge) -> None:
    assert [short(figure) for figure in figures(PAIR + text, knowledge)] == [expected]


@pytest.mark.parametrize(
    ("text", "growth"),
    [
        ("Trade in 2023 was $80 million, 4 percent short of the result of 2022.", ("-4", "", "2022")),
        ("Trade came to $80 million in 2023, 5% off the level of 2022.", ("-5", "", "2022")),
        ("In January-May 2024 trade came to $80 million, 1.7 times as much as a year earlier.",
         ("", "1.7", "2023-01/2023-05")),
        ("Norway took in 900 Ghanaian students, four times as many as in 2015.", ("", "4", "2015")),
        ("Exports reached 40,000 tonnes in 2023, 1.4 times the level of 2022.", ("", "1.4", "2022")),
        ("In the first four months trade slipped by 6% on the year, to $31 million.", ("-6", "", "2023-01/2023-04")),
        ("Trade has tripled in five years and stood at $80 million in 2023.", ("", "3", "2018")),
        ("Trade had tripled since 2019 and stood at $80 million in 2023.", ("", "3", "2019")),
        ("Trade grew 8% to $101 million in January-May.", ("8", "", "2023-01/2023-05")),
        ("Oil stood at $80 a barrel on Monday, 2 percent less than a week ago.", ("-2", "", "2024-06-03")),
    ],
)  # fmt: skip
def test_a_growth_joins_its_level(text: str, growth: tuple[str, str, str], knowledge: Knowledge) -> None:
    [figure] = figures(PAIR + text, knowledge)
    change = figure.change
    assert change is not None
    told = ("" if change.percent is None else str(change.percent), "" if change.times is None else str(change.times))
    assert (*told, change.base) == growth


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "NEW YORK. Coffee climbed to $2.31 a pound on Monday. Sugar and cotton fell. Gold was at $2,300 an ounce.",
            [],
        ),
        (PAIR + "Last year the shipping firm had revenue of 400 million cedis.", ["GH"]),
        (PAIR + "Norway took 22 percent of Ghanaian exports.", ["GH", "NO"]),
        (PAIR + "Timber made up 30 per cent of Ghanaian exports to Norway.", ["GH", "NO"]),
        (PAIR + "The scholarship pays 900 euros a month.", ["GH", "NO"]),
    ],
)
def test_whose_figure_it_is(text: str, parties: list[str], knowledge: Knowledge) -> None:
    assert list(figures(text, knowledge)[0].parties) == parties


@pytest.mark.parametrize("text", ["It took me twelve summers to learn the language.", "We saw the fourteen paintings."])
def test_talk(text: str, knowledge: Knowledge) -> None:
    assert figures(PAIR + text, knowledge) == ()


def test_two_amounts_share_a_year(knowledge: Knowledge) -> None:
    text = PAIR + "The firm had sales of 90 million euros and a profit of 4 million euros in 2023."
    assert [figure.period for figure in figures(text, knowledge)] == ["2023", "2023"]


def test_the_raise_is_not_that_of_the_strikers(knowledge: Knowledge) -> None:
    text = PAIR + "About 1,500 dockers walked out on Monday, demanding 6 percent more pay."
    found = figures(text, knowledge)
    assert [(figure.metric, figure.change is None) for figure in found] == [
        ("participants", True),
        ("other:pay", False),
    ]
