"""What figures cover: one sentence behind the head of an article, none of them from the press."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhu.extract.article import read_article
from kzhu.folders import shipped
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article, Figure

#: How the articles begin whose last paragraph a case is.
HEADS = {
    "pair": (
        " date 2024-03-15 Bulgaria and Morocco look for common ground\n\n"
        "SOFIA, March 14 – Foreign Minister Mariya Gabriel of Bulgaria and her Moroccan counterpart "
        "Nasser Bourita met in Sofia on Wednesday, the Bulgarian ministry reported.\n\n"
    ),
    "one": (
        " date 2024-03-15 Peru counts its harvest\n\n"
        "LIMA, March 14 – The government of Peru looked back on the year at a meeting on Wednesday.\n\n"
    ),
    "forum": (
        " date 2024-03-15 Business forum held in Sofia\n\n"
        "SOFIA – A Bulgarian-Moroccan business forum was held in Sofia on Wednesday.\n\n"
    ),
    "crash": (
        " date 2024-03-15 Dozens hurt in Peru bus crash\n\n"
        "LIMA, March 15 – A bus left the road near Puno in southern Peru on Wednesday night, police "
        "said on Thursday.\n\n"
    ),
    "mkt": (
        " date 2024-03-15 Oil slips, wheat climbs\n\n"
        "LONDON – Brent crude fell 1.2 percent to $81.40 a barrel on Thursday, after $82.39 on "
        "Wednesday.\n\n"
    ),
    "undated": (
        "Friends across the sea\n\n"
        "Trade between Bulgaria and Morocco grew last year, compared with 2022, the Bulgarian "
        "ministry of economy said. In January-August of this year it fell again.\n\n"
    ),
}


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([Path(folder) for folder in shipped().knowledge])


def figures(head: str, text: str, knowledge: Knowledge) -> dict[str, Figure]:
    """The figures that a case adds, by value."""
    whole = HEADS[head] + text + "\n"
    record = read_article(Article("x", "x.txt", "0" * 64, whole), knowledge)
    begin = len(HEADS[head])
    return {f"{one.value.normalize():f}": one for one in record.figures if one.span.start >= begin}


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("pair", "Morocco's ports handled 140 million tonnes of cargo last year.", "140000000 2023"),
        ("pair", "Bulgaria now buys some 40% of its phosphates abroad.", "40 None"),
        ("pair", "The refinery is to start work in May 2026 and will cost 500 million euros.", "500000000 None"),
        ("pair", "A 30 percent stake in the company belongs to the Moroccan group OCP.", "30 2024-03-15"),
        ("pair", "In 2023 trade reached $310 million. Textiles made up about a third.", "310000000 2023; 33.33 2023"),
        ("pair", "Trade has more than tripled over the past decade.", "3 2014/2024"),
        ("pair", "She added that 45 companies with Bulgarian capital were registered in Morocco.", "45 2024-03-13"),
        ("pair", "Some 45 companies with Bulgarian capital are registered in Morocco, she added.", "45 2024-03-15"),
        ("pair", "Morocco's economy grew by 3.2 percent last year.", "3.2 2023"),
        ("pair", "Inflation in Bulgaria slowed to 3.8 percent in February.", "3.8 2024-02"),
        ("pair", "About 300 Moroccan students are enrolled at the Medical University of Sofia.", "300 2024-03-15"),
        ("pair", "Since 2010 Bulgarian companies have invested $40 million in Morocco.", "40000000 2010/2024"),
        ("pair", "The earthquake of September 2023 killed 2,900 people in Morocco.", "2900 2023-09"),
        ("pair", "Bulgaria hopes to double its exports to $200 million by 2027.", "200000000 2027"),
        ("pair", "Next year the number of flights is to rise to 120.", "120 2025"),
        ("mkt", "Stocks of coffee in the ports of Brazil are down by 12 percent on a year ago.", "-12 2024-03-15"),
        ("one", "China bought 65 percent of Peruvian copper last year.", "65 2023"),
        ("one", "Unemployment was 6.8 percent in 2023, while wages rose by 4 percent.", "6.8 2023; 4 2023"),
        ("pair", "By the end of 2025 the two countries want to build 12 joint factories.", "12 2025"),
        ("pair", "Foreign direct investment in Bulgaria amounted to 3.4 billion euros in 2023.", "3400000000 2023"),
        ("pair", "Morocco is expected to buy 2 million tonnes of grain from Bulgaria this season.", "2000000 None"),
        ("pair", "A Bulgarian delegation of 35 people will visit Rabat next month.", "35 2024-04"),
        ("pair", "The exhibition in Plovdiv drew 8,000 visitors over the weekend.", "8000 2024-03-09/2024-03-10"),
        ("pair", "Exports stood at $150 million. Machinery made up 30 percent.", "150000000 None; 30 None"),
        ("pair", "Over the first two months of 2024 this indicator rose to $55 million.", "55000000 2024-01/2024-02"),
        ("pair", "The contract, signed in December, is worth 80 million euros and runs until 2027.", "80000000 None"),
        ("pair", "The bridge will be 1.2 km long and should be finished in 2026.", "1.2 None"),
        ("pair", "During the talks 14 documents were signed.", "14 2024-03-13"),
        ("pair", "Some 40 Bulgarian firms will exhibit at the fair in Casablanca in May.", "40 2024-05"),
        ("pair", "Bulgaria's parliament ratified the agreement by 160 votes to 12.", "160 2024-03-13"),
        ("pair", "The average wage in Bulgaria rose to 2,120 leva in December.", "2120 2023-12"),
        ("pair", "This year the Moroccan government will grant 50 scholarships to Bulgarian students.", "50 2024"),
        ("pair", "The plant, built by the Spanish company Acciona in 2016, produces 160 MW.", "160 None"),
        ("crash", "A spokesman said on Friday that 12 of the injured had left hospital.", "12 2024-03-15"),
        ("crash", "The death toll had risen to 22 by Friday morning.", "22 2024-03-15"),
        ("mkt", "The Nikkei closed 0.3 percent higher in Tokyo, at 38,807 points.", "0.3 2024-03-14"),
        ("one", "Chilean investors put $200 million into Peruvian ports in 2023.", "200000000 2023"),
        ("one", "A quarter of all exports goes to China.", "25 None"),
        ("one", "Global copper demand rose by 3 percent in 2023.", "3 2023"),
        ("pair", "Annual trade between the two countries amounts to some $300 million.", "300000000 None"),
        ("pair", "A year ago there were only 8 joint ventures; now there are 21.", "8 2023; 21 2024-03-15"),
        ("pair", "In Bulgaria, 14 percent of all tourists come from outside Europe.", "14 None"),
        ("pair", "Of the 45 projects submitted, 12 have been approved.", "12 2024-03-15"),
        ("pair", "The school in Rabat, where 120 pupils learn Bulgarian, was opened in 1998.", "120 2024-03-15"),
        ("pair", "More than 70 Moroccan doctors work in Bulgarian hospitals.", "70 2024-03-15"),
        ("pair", "Last November Moroccan investors bought a 25 percent stake in the port of Burgas.", "25 2023-11"),
        ("pair", "As of January 1, 64 companies with Moroccan capital were registered in Bulgaria.", "64 2024-01-01"),
        ("pair", "By comparison, in 2020 the figure was $150 million.", "150000000 2020"),
        ("pair", "Moroccan oranges cost 3 leva a kilo in Sofia, twice as much as in autumn.", "3 2024-03-15"),
        ("pair", "The Moroccan airline RAM carried 7.5 million passengers last year.", "7500000 2023"),
        ("pair", "Sofia has pledged 2 million euros for the victims.", "2000000 None"),
        ("pair", "Bulgaria takes 18 percent of the fish that Morocco exports to the Balkans.", "18 None"),
        ("pair", "Nearly two thirds of the investment came from a single firm.", "66.67 None"),
        ("pair", "Electricity consumption in Morocco grew 4 percent in 2023.", "4 2023"),
        ("pair", "The Moroccan market takes in a tenth of Bulgarian grain exports.", "10 None"),
        ("pair", "Over 200 spectators watched the screening on Tuesday evening.", "200 2024-03-12"),
        ("pair", "A trade mission of 25 Bulgarian companies is to travel to Casablanca in April.", "25 2024-04"),
        ("pair", "This year, Bulgaria expects 20,000 guests from Morocco.", "20000 2024"),
        ("crash", "Nearly 2,000 people die in traffic accidents in the country every year.", "2000 None"),
        ("crash", "Forty families have been left without a breadwinner.", "40 2024-03-15"),
        ("crash", "The road, 320 km long, was built in 1975 and carries 4,000 vehicles a day.", "320 None; 4000 None"),
        ("one", "Farmers sowed 400,000 hectares of rice in the 2023/24 season.", "400000 2023/2024"),
        ("one", "The minimum wage will go up from 1,025 to 1,130 soles on 1 May.", "1130 2024-05-01"),
        ("one", "Some 24 million voters are called to the polls on 14 April.", "24000000 2024-04-14"),
        ("one", "The volcano lies 90 km from Arequipa, a city of 1 million.", "90 None"),
        ("one", "On Monday the sol traded at 3.70 to the dollar.", "3.7 2024-03-11"),
    ],
)
def test_a_figure_covers(head: str, text: str, expected: str, knowledge: Knowledge) -> None:
    found = figures(head, text, knowledge)
    for case in expected.split("; "):
        value, period = case.split(" ")
        assert str(found[value].period) == period, case
