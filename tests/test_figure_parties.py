"""Whose figures are: one sentence behind the head of an article, none of them from the press."""

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
    "multi": (
        " date 2024-03-15 Stubb meets leaders in Geneva\n\n"
        "GENEVA – President of Finland Alexander Stubb had a number of meetings on the sidelines of "
        "a UN conference in Geneva on Thursday, his office reported.\n\n"
    ),
    "bank": (
        " date 2024-03-15 Uruguay cuts rate\n\n"
        "MONTEVIDEO, March 14 – The Central Bank of Uruguay lowered its key rate to 8.5 percent on "
        "Thursday.\n\n"
    ),
    "fund": (
        " date 2024-03-15 Bulgarian-Moroccan fund approves loans\n\n"
        "SOFIA – The Bulgarian-Moroccan Investment Fund approved new loans at a session in Sofia on "
        "Wednesday.\n\n"
    ),
    "int": (
        " date 2024-03-15 Ambassador: we have much in common\n\n"
        "The Ambassador of Bulgaria in Morocco, Plamen Tsolov, spoke to our newspaper about trade "
        "and schools.\n\n"
    ),
    "match": (
        " date 2024-03-14 Bulgaria beat Morocco 28-24\n\n"
        "SOFIA – Bulgaria's handball men beat Morocco 28-24 in a friendly match in Sofia on "
        "Wednesday.\n\n"
    ),
    "guide": (
        "Studying in Morocco: a guide for Bulgarians\n\n"
        "Moroccan universities attract more and more Bulgarian students.\n\n"
    ),
    "fest": (
        " date 2024-03-15 Days of Moroccan culture in Plovdiv\n\n"
        "The Days of Moroccan Culture in Plovdiv, Bulgaria, closed on Wednesday.\n\n"
    ),
    "plant": (
        " date 2024-03-15 Bulgarian firm to build plant in Morocco\n\n"
        "The Bulgarian maker of car seats Sedalka is going to build a plant near Casablanca, it said "
        "on Wednesday.\n\n"
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
        ("pair", "Morocco's ports handled 140 million tonnes of cargo last year.", "140000000 MA"),
        ("pair", "Bulgaria now buys some 40% of its phosphates abroad.", "40 BG"),
        ("pair", "The refinery is to start work in May 2026 and will cost 500 million euros.", "500000000 BG-MA"),
        ("pair", "Trade has more than tripled over the past decade.", "3 BG-MA"),
        ("pair", "She added that 45 companies with Bulgarian capital were registered in Morocco.", "45 BG-MA"),
        ("pair", "Some 45 companies with Bulgarian capital are registered in Morocco, she added.", "45 BG-MA"),
        ("pair", "Morocco's economy grew by 3.2 percent last year.", "3.2 MA"),
        ("pair", "Inflation in Bulgaria slowed to 3.8 percent in February.", "3.8 BG"),
        ("pair", "About 300 Moroccan students are enrolled at the Medical University of Sofia.", "300 BG-MA"),
        ("pair", "Since 2010 Bulgarian companies have invested $40 million in Morocco.", "40000000 BG-MA"),
        ("pair", "The earthquake of September 2023 killed 2,900 people in Morocco.", "2900 MA"),
        ("pair", "Bulgaria hopes to double its exports to $200 million by 2027.", "200000000 BG-MA"),
        ("pair", "Next year the number of flights is to rise to 120.", "120 BG-MA"),
        ("mkt", "Stocks of coffee in the ports of Brazil are down by 12 percent on a year ago.", "-12 BR"),
        ("one", "Peru exported 240,000 tonnes of grapes in 2023. Half of it went to the United States.", "240000 PE"),
        ("one", "Founded in 1919, the company has 12 plants and sold 2 million cars in 2022.", "12 PE; 2000000 PE"),
        ("one", "China bought 65 percent of Peruvian copper last year.", "65 CN-PE"),
        ("one", "Unemployment was 6.8 percent in 2023, while wages rose by 4 percent.", "6.8 PE; 4 PE"),
        ("one", "Some 1,200 farmers protested in Lima on Tuesday, and 14 people were arrested.", "1200 PE; 14 PE"),
        ("pair", "By the end of 2025 the two countries want to build 12 joint factories.", "12 BG-MA"),
        ("pair", "Foreign direct investment in Bulgaria amounted to 3.4 billion euros in 2023.", "3400000000 BG"),
        ("pair", "Morocco is expected to buy 2 million tonnes of grain from Bulgaria this season.", "2000000 BG-MA"),
        ("pair", "The population of Morocco is 37 million, and 60 percent of them are under 35.", "37000000 MA"),
        ("pair", "A Bulgarian delegation of 35 people will visit Rabat next month.", "35 BG-MA"),
        ("pair", "Exports stood at $150 million. Machinery made up 30 percent.", "150000000 BG-MA; 30 BG-MA"),
        ("pair", "The contract, signed in December, is worth 80 million euros and runs until 2027.", "80000000 BG-MA"),
        ("pair", "The bridge will be 1.2 km long and should be finished in 2026.", "1.2 BG-MA"),
        ("pair", "During the talks 14 documents were signed.", "14 BG-MA"),
        ("pair", "Last week Bulgarian customs officers seized 300 kg of cocaine in Burgas.", "300 BG"),
        ("pair", "About 1,500 Moroccan nationals live in Bulgaria, the ambassador said on Thursday.", "1500 BG-MA"),
        ("pair", "Some 40 Bulgarian firms will exhibit at the fair in Casablanca in May.", "40 BG-MA"),
        ("pair", "Bulgaria's parliament ratified the agreement by 160 votes to 12.", "160 BG"),
        ("pair", "The average wage in Bulgaria rose to 2,120 leva in December.", "2120 BG"),
        ("pair", "This year the Moroccan government will grant 50 scholarships to Bulgarian students.", "50 BG-MA"),
        ("forum", "There are 60 Bulgarian companies in Morocco, which employ 2,000 people.", "60 BG-MA; 2000 BG-MA"),
        ("crash", "A spokesman said on Friday that 12 of the injured had left hospital.", "12 PE"),
        ("crash", "The death toll had risen to 22 by Friday morning.", "22 PE"),
        ("mkt", "The Nikkei closed 0.3 percent higher in Tokyo, at 38,807 points.", "0.3 JP"),
        ("one", "Chilean investors put $200 million into Peruvian ports in 2023.", "200000000 CL-PE"),
        ("one", "A quarter of all exports goes to China.", "25 CN-PE"),
        ("one", "Global copper demand rose by 3 percent in 2023.", "3 none"),
        ("pair", "Annual trade between the two countries amounts to some $300 million.", "300000000 BG-MA"),
        ("pair", "Mutual trade doubled between 2019 and 2023 and came to $310 million.", "310000000 BG-MA"),
        ("pair", "The trade volume in the first quarter was 12 percent higher than a year ago.", "12 BG-MA"),
        ("pair", "A year ago there were only 8 joint ventures; now there are 21.", "8 BG-MA; 21 BG-MA"),
        ("pair", "In Bulgaria, 14 percent of all tourists come from outside Europe.", "14 BG"),
        ("pair", "Of the 45 projects submitted, 12 have been approved.", "12 BG-MA"),
        ("pair", "The school in Rabat, where 120 pupils learn Bulgarian, was opened in 1998.", "120 BG-MA"),
        ("pair", "More than 70 Moroccan doctors work in Bulgarian hospitals.", "70 BG-MA"),
        ("pair", "Last November Moroccan investors bought a 25 percent stake in the port of Burgas.", "25 BG-MA"),
        ("pair", "As of January 1, 64 companies with Moroccan capital were registered in Bulgaria.", "64 BG-MA"),
        ("pair", "By comparison, in 2020 the figure was $150 million.", "150000000 BG-MA"),
        ("pair", "On Thursday Bourita will open a consulate in Varna, where some 600 Moroccans live.", "600 BG-MA"),
        ("pair", "Moroccan oranges cost 3 leva a kilo in Sofia, twice as much as in autumn.", "3 BG-MA"),
        ("pair", "The Moroccan airline RAM carried 7.5 million passengers last year.", "7500000 MA"),
        ("pair", "Sofia has pledged 2 million euros for the victims.", "2000000 BG-MA"),
        ("pair", "Bulgaria takes 18 percent of the fish that Morocco exports to the Balkans.", "18 BG-MA"),
        ("pair", "Nearly two thirds of the investment came from a single firm.", "66.67 BG-MA"),
        ("pair", "Electricity consumption in Morocco grew 4 percent in 2023.", "4 MA"),
        ("pair", "The Moroccan market takes in a tenth of Bulgarian grain exports.", "10 BG-MA"),
        ("pair", "The festival, held in Varna from 3 to 10 March, was attended by 12,000 people.", "12000 BG-MA"),
        ("pair", "Over 200 spectators watched the screening on Tuesday evening.", "200 BG-MA"),
        ("pair", "A trade mission of 25 Bulgarian companies is to travel to Casablanca in April.", "25 BG-MA"),
        ("pair", "This year, Bulgaria expects 20,000 guests from Morocco.", "20000 BG-MA"),
        ("pair", "Ten years ago only 2,000 Moroccans a year came to the Bulgarian coast.", "2000 BG-MA"),
        ("crash", "Three of those injured died on Thursday, which brings the death toll to 19.", "3 PE; 19 PE"),
        ("crash", "Nearly 2,000 people die in traffic accidents in the country every year.", "2000 PE"),
        ("crash", "Forty families have been left without a breadwinner.", "40 PE"),
        ("crash", "The road, 320 km long, was built in 1975 and carries 4,000 vehicles a day.", "320 PE; 4000 PE"),
        ("one", "Farmers sowed 400,000 hectares of rice in the 2023/24 season.", "400000 PE"),
        ("one", "The minimum wage will go up from 1,025 to 1,130 soles on 1 May.", "1025 PE; 1130 PE"),
        ("one", "Some 24 million voters are called to the polls on 14 April.", "24000000 PE"),
        ("one", "The volcano lies 90 km from Arequipa, a city of 1 million.", "90 PE"),
        ("one", "Spain is the largest investor in Peru, with $7 billion.", "7000000000 ES-PE"),
        ("one", "On Monday the sol traded at 3.70 to the dollar.", "3.7 PE"),
        ("multi", "Finland will contribute 10 million euros to the UN fund for women in 2024-2026.", "10000000 FI"),
        ("bank", "Unemployment eased to 8.1 percent in the three months to January.", "8.1 UY"),
        ("bank", "Lending to households was 9 percent up on a year earlier in January.", "9 UY"),
        ("bank", "Foreign reserves shrank by $200 million last month to $15.8 billion.", "15800000000 UY"),
        ("bank", "In neighbouring Argentina the key rate was cut to 80 percent on Monday.", "80 AR"),
        ("fund", "Its assets had grown to $55 million by the end of last year.", "55000000 BG-MA"),
        ("fund", "Since its creation the fund has lent $31 million.", "31000000 BG-MA"),
        ("fund", "Next year the shareholders are to add $5 million each.", "5000000 BG-MA"),
        ("int", "How many Bulgarians live in Morocco? - About 500. Most of them came in the seventies.", "500 BG-MA"),
        ("int", "We have 14 schools here and 900 pupils.", "14 BG-MA; 900 BG-MA"),
        ("int", "Every Moroccan drinks some 2 kilos of tea a year.", "2 MA"),
        ("int", "Twenty years ago only 3 firms worked in your country, today there are 40.", "3 BG-MA; 40 BG-MA"),
        ("fest", "The festival cost 200,000 euros, a third of it paid by the city.", "200000 BG-MA; 33.33 BG-MA"),
        ("pair", "Remittances from Bulgaria to Morocco came to $12 million in 2023.", "12000000 BG-MA"),
        ("pair", "Last year 8,200 visas were issued to Moroccans by the Bulgarian embassy in Rabat.", "8200 BG-MA"),
        ("pair", "There are 5 direct flights a week between Sofia and Casablanca.", "5 BG-MA"),
        ("pair", "Agricultural goods account for 60 percent of Bulgarian exports to Morocco.", "60 BG-MA"),
        ("pair", "In 2023 Bulgaria was home to 1,400 Moroccan citizens.", "1400 BG-MA"),
        ("pair", "Bulgarian tourists spent 30 million euros in Morocco last year.", "30000000 BG-MA"),
        ("pair", "Tourism brings Morocco 9 billion euros a year.", "9000000000 MA"),
        ("pair", "Moroccan exports of tomatoes to the EU reached 600,000 tonnes in 2023.", "600000 MA"),
        ("pair", "More than 40 percent of electricity in Morocco is produced from coal.", "40 MA"),
        ("pair", "The Bulgarian army has bought 50 trucks from Morocco.", "50 BG-MA"),
        ("pair", "The earthquake left 300,000 people homeless in Morocco.", "300000 MA"),
        ("pair", "Bulgaria sent 20 rescuers and 6 dogs to Marrakech after the quake of September 2023.", "20 BG-MA"),
        ("pair", "Some 2,000 protesters gathered in front of the Moroccan parliament in Rabat on Sunday.", "2000 MA"),
        ("pair", "During his visit Bourita opened an exhibition of 45 photographs.", "45 BG-MA"),
        ("pair", "The Moroccan side has proposed 14 sites for solar farms of 100 MW each.", "14 BG-MA"),
        ("pair", "Two-way trade has grown by 15 percent since 2021.", "15 BG-MA"),
        ("pair", "So far this year 18,000 tonnes of sunflower oil have been sold to Morocco.", "18000 BG-MA"),
        ("pair", "The plan is to reach 500 million euros within three years.", "500000000 BG-MA"),
        ("pair", "Last summer 3,000 Moroccan workers picked strawberries in Bulgaria.", "3000 BG-MA"),
        ("pair", "The new terminal will be able to receive 2 million passengers a year.", "2000000 BG-MA"),
        ("pair", "The joint venture made a profit of 3 million euros in the year to June 2023.", "3000000 BG-MA"),
        ("crash", "Flights were delayed and 2,000 passengers stranded.", "2000 PE"),
        ("crash", "About 700 soldiers have been sent to the region.", "700 PE"),
        ("crash", "Water levels have risen by 2 metres since Monday.", "2 PE"),
        ("crash", "The fire destroyed 45 houses and 300 hectares of forest.", "45 PE"),
        ("crash", "On Friday 12 people were arrested over the accident.", "12 PE"),
        ("crash", "The driver had worked for 20 hours; the company, which has 60 buses, lost its licence.", "60 PE"),
        ("one", "Voters will elect 130 members of parliament on 14 April.", "130 PE"),
        ("one", "The party won 42 percent of the vote in the election of 2021.", "42 PE"),
        ("one", "Anchovy catches fell by half last year, to 2.1 million tonnes.", "2100000 PE"),
        ("one", "The court fined the company 3 million soles on Tuesday.", "3000000 PE"),
        ("mkt", "Nickel was quoted at $17,900 a tonne on Friday morning, up 0.7 percent on the day.", "17900 none"),
        ("mkt", "The rupee closed at 82.9 to the dollar in Mumbai on Thursday.", "82.9 IN"),
        ("pair", "Morocco supplies 8 percent of the fish eaten in Bulgaria.", "8 BG-MA"),
        ("pair", "In Morocco there are 6,000 graduates of Bulgarian universities.", "6000 BG-MA"),
        ("pair", "A ton of Bulgarian wheat sold for $240 in Casablanca in February.", "240 BG-MA"),
        ("pair", "According to Moroccan customs, imports from Bulgaria rose by a fifth in 2023.", "20 BG-MA"),
        ("pair", "The Bulgarian Red Cross collected 400,000 leva for the victims within a month.", "400000 BG-MA"),
        ("pair", "The Varna shipyard will build four ferries for Morocco.", "4 BG-MA"),
        ("pair", "The two countries have 34 agreements in force.", "34 BG-MA"),
        ("pair", "Bulgaria wants to train 50 Moroccan pilots a year from 2025.", "50 BG-MA"),
        ("pair", "By the end of last year Bulgarian investment in Morocco had reached $45 million.", "45000000 BG-MA"),
        ("pair", "A Moroccan delegation of 12 arrived in Sofia on Tuesday.", "12 BG-MA"),
        ("pair", "The university library received 300 books from the Moroccan embassy on Monday.", "300 BG-MA"),
        ("pair", '"Our country buys 200,000 tonnes of grain from you each year," Bourita noted.', "200000 BG-MA"),
        ("forum", "Participants were told that 30 Bulgarian firms were looking for partners in Morocco.", "30 BG-MA"),
        ("fund", "The bank holds 40 percent of the fund and the state the rest.", "40 BG-MA"),
        ("multi", "He told the President of Serbia that 60 Finnish firms work there.", "60 FI-RS"),
        ("multi", "The Prime Minister of Norway promised to buy 40 patrol boats in Turku by 2028.", "40 FI-NO"),
        ("crash", "Among the dead are 3 children and 2 foreigners.", "3 PE; 2 PE"),
        ("crash", "The bus, built in 2005, could seat 48.", "48 PE"),
        ("crash", "So far this year 600 people have died on the roads of the region.", "600 PE"),
        ("one", "Peru had 1.2 million Venezuelan migrants at the end of 2023.", "1200000 PE-VE"),
        ("one", "Gold production slipped 1 percent in January to 7.9 tonnes.", "7.9 PE"),
        ("bank", "Core inflation ran at 5.6 percent last month; the target is 3 to 6 percent.", "5.6 UY"),
        ("plant", "Output is to start in late 2025 at 500,000 seats a year and to double by 2028.", "500000 BG-MA"),
        ("match", "Ivanova had 9 goals. Some 3,000 people were in the hall.", "3000 BG-MA"),
    ],
)
def test_a_figure_is_of(head: str, text: str, expected: str, knowledge: Knowledge) -> None:
    found = figures(head, text, knowledge)
    for case in expected.split("; "):
        value, parties = case.split(" ")
        assert ("-".join(found[value].parties) or "none") == parties, case
