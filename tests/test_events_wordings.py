"""Events told in many wordings: one clause each, under the same headline, read by the whole pipeline."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import pytest

from kzhu.extract.article import read_article
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article

HEAD = " date 2024-05-16 News of the day\n\nRIGA, May 15 (LETA) - "


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The knowledge that ships with kzhu."""
    return load_knowledge([Path(__file__).parents[1] / "data"])


def told(clause: str) -> list[tuple[str, str | None, str]]:
    """Type, date and status of each event of an article of one clause."""
    text = HEAD + clause
    article = Article("x", "x.txt", hashlib.sha256(text.encode()).hexdigest(), text)
    return [(event.type, event.date, event.status) for event in read_article(article, knowledge()).events]


#: Clauses by the type of what they tell, each with its day.
TOLD = {
    "meeting": [
        ("2024-05-14", "{A} had a word with {B} on Tuesday."),
        ("2024-05-14", "{A} played host to {B} on Tuesday."),
        ("2024-05-14", "{A} and {B} put their heads together in Riga on Tuesday."),
        ("2024-05-14", "{A} granted an audience to {B} on Tuesday."),
        ("2024-05-15", "{A} sat down with {B} on Wednesday."),
        (
            "2024-05-14",
            "Latvian Economy Minister Janis Ozols and Irish Trade Minister Sean Byrne got together on Tuesday in Cork.",
        ),
        ("2024-05-13", "Latvian President Janis Ozols lunched with Irish President Sean Byrne on Monday."),
        ("2024-05-13", "Irish President Sean Byrne was welcomed by Latvian President Janis Ozols on Monday."),
        ("2024-05-14", "{A} had breakfast with {B} on Tuesday."),
        ("2024-05-14", "{A} and {B} talked over fishing quotas on Tuesday."),
        ("2024-05-14", "With {B}, {A} reviewed the trade in peat on Tuesday."),
        ("2024-05-20", "{A} will see {B} on May 20."),
        ("2024-05-14", "A group of Irish deputies was received in the Latvian parliament on Tuesday."),
        ("2024-05-14", "{A} huddled with {B} on Tuesday."),
    ],
    "call": [
        ("2024-05-14", "On Tuesday {A} exchanged views by phone with {B}."),
        ("2024-05-13", "{A} rang his Irish counterpart Sean Byrne on Monday."),
        ("2024-05-13", "{A} talked via Zoom with {B} on Monday."),
        ("2024-05-13", "{A} held a teleconference with {B} on Monday."),
        ("2024-05-15", "{A} spoke by secure line with {B} the day before."),
    ],
    "consultation": [
        (
            "2025-09/2025-11",
            "The Latvian-Irish board met on May 7. Cork will host the ninth session in the autumn of 2025.",
        ),
        ("2024-05-14", "{A} and {B} presided over the Latvian-Irish Intergovernmental Council on Tuesday."),
        ("2024-05-14", "The Latvian-Irish committee on fisheries met in Riga on Tuesday."),
        ("2024-05-08", "The Latvian-Irish intergovernmental commission sat in Dublin on May 8."),
        ("2024-06-03", "The Latvian-Irish working group will come together in Cork on June 3."),
        (
            "2024-05-14",
            "Latvia's Janis Ozols and Ireland's Sean Byrne co-chaired the joint commission on Tuesday.",
        ),
        ("2024-05-14", "The Latvian-Irish business council was convened in Riga on Tuesday."),
    ],
    "summit": [
        ("2025-06", "Cork is to welcome the next forum in June 2025."),
        ("2024-06-07", "The World Peat Council convenes in Dublin on June 7."),
        ("2024-10", "Dublin is to host the third peat forum in October 2024."),
        ("2024-05-14", "A Latvian-Irish business forum got under way in Riga on Tuesday."),
    ],
    "agreement": [
        ("2024-05-14", "The deal that they struck on Tuesday will bring in 4 million euros in 2028."),
        ("2024-05-13", "A treaty that the two ministers initialled on Monday foresees 300 flights in 2026."),
        ("2024-05-13", "Latvia and Ireland inked a contract for peat on Monday."),
        ("2024-05-07", "A memorandum was countersigned in Dublin on May 7 by the Latvian and Irish ministers."),
        ("2024-05-13", "Latvia and Ireland clinched a deal on peat on Monday."),
    ],
    "opening": [
        ("2024-05-14", "{A} cut the ribbon at a new peat plant in Riga on Tuesday."),
        ("2024-05-14", "A new bridge was put into use in Riga on Tuesday."),
        ("2024-05-13", "A Latvian dairy in Cork went into production on Monday."),
        ("2025-08", "A Latvian wind farm off Cork is to enter service in August 2025."),
        ("2024-05-04", "A Latvian bakery threw open its doors in Cork on May 4."),
        ("2024-05-04", "The new ferry terminal in Cork received its first passengers on May 4."),
        ("2026", "A peat-fired power plant in Cork will come on stream in 2026."),
        ("2024-05-04", "Drawings by Latvian children went on view in Cork on May 4."),
        ("2024-10", "A solar park near Cork is to be up and running in October 2024."),
        ("2024-07", "Latvian engineers will start up a biogas plant near Cork in July."),
    ],
    "other": [
        ("2024-05-14", "Construction of a peat plant got under way in Cork on Tuesday."),
        ("2024-05-03", "The foundation stone of a Latvian school was laid in Cork on May 3."),
        ("2024-05-03", "Builders broke ground on May 3 for a Latvian school in Cork."),
    ],
    "appointment": [
        ("2024-05-14", "Sean Byrne was voted in as mayor of Cork on Tuesday."),
        ("2024-05-14", "Sean Byrne was made director of the Irish museum on Tuesday."),
        ("2023-03", "Janis Ozols took over as head of the Latvian mission in Dublin in March 2023."),
        ("2024-05-13", "{B} stood down on Monday."),
        ("2024-05-13", "{B} quit office on Monday."),
        ("2024-05-13", "Janis Ozols was picked as chairman of the Latvian central bank on Monday."),
        ("2024-05-13", "Janis Ozols was sworn in as mayor of Riga on Monday."),
    ],
    "award": [
        ("2024-05-14", "Irish poet Sean Byrne was made an honorary citizen of Riga on Tuesday."),
        ("2024-05-13", "Irish poet Sean Byrne was invested with the Latvian Order of the Three Stars on Monday."),
        ("2024-05-13", "Latvian President Janis Ozols pinned the Cross of Merit on Irish poet Sean Byrne on Monday."),
        ("2024-05-13", "Irish poet Sean Byrne was handed the Peat Prize by Latvian President Janis Ozols on Monday."),
    ],
    "visit": [
        ("2024-05-17", "{A} is travelling to Carrick on Friday."),
        ("2024-05-14", "{B} stopped over in Riga on Tuesday."),
        ("2024-05-14", "Irish President Sean Byrne landed in Riga on Tuesday."),
        ("2024-05-17", "Irish President Sean Byrne is flying to Riga on Friday."),
        ("2024-05-21", "{B} pays a visit to Riga on May 21."),
        ("2024-05-14", "{B} was in Liepaja on Tuesday to look over the port."),
    ],
    "commemoration": [
        ("2024-07-02", "Riga is to get a memorial to an Irish novelist. It will be unveiled on 2 July."),
        ("2024-05-11", "A bust of the Irish poet Sean Byrne was dedicated in Riga on May 11."),
        ("2024-05-14", "{B} laid a garland at the Freedom Monument in Riga on Tuesday."),
    ],
    "decision": [
        ("2024-05-14", "The Irish government decided on Tuesday to scrap visas for sailors."),
        ("2024-05-14", "A Cork court sent Sean Byrne to prison for four years on Tuesday."),
        ("2024-05-14", "The bank of Latvia kept its key rate unchanged on Tuesday."),
        ("2024-05-14", "Ireland barred imports of peat on Tuesday."),
    ],
    "incident": [
        ("2014", "In 2014 another boat of the same owner sank off Cork."),
        ("2024-05-14", "A goods train jumped the tracks near Cork on Tuesday."),
        ("2024-05-14", "A warehouse burnt down in Cork on Tuesday."),
        ("2024-05-14", "Floods cut off three villages near Cork on Tuesday."),
        ("2024-05-14", "Dockers downed tools in Cork on Tuesday."),
        ("2024-05-14", "A bomb went off in Cork on Tuesday."),
        ("2024-05-14", "A Latvian trawler boat foundered off Cork on Tuesday."),
        ("2024-05-14", "Nine people were hurt when a tram went off the rails in Riga on Tuesday."),
        ("2024-05-14", "A freighter ran aground near Cork on Tuesday."),
    ],
}


@pytest.mark.parametrize(
    ("kind", "date", "clause"), [(kind, date, clause) for kind, rows in TOLD.items() for date, clause in rows]
)
def test_one_clause(kind: str, date: str, clause: str) -> None:
    status = "planned" if date > "2024-05-16" else "past"
    clause = clause.format(A="Latvian Premier Janis Ozols", B="Irish Premier Sean Byrne")
    assert (kind, date, status) in told(clause)


@pytest.mark.parametrize(
    "clause",
    [
        "Latvian exports of gas ran to 90 million euros in March.",
        "The Irish company is going to invest 5 million euros in a plant near Riga.",
        "He told the audience at the university that peat has a future.",
        "Fuel prices fell to 1.40 euros in April.",
        "Sales of trains broke down by country as before.",
        "The ministry wants to sit down with growers some day.",
        "The minister dwelt on peat and took over a minute to say so.",
        "Irish firms went over the figures and went on with their work.",
        "An order of 300 trucks was placed with an Irish company.",
        "Latvia's second-biggest peat company, an Irish firm, has 300 workers.",
        "The road goes over the hill and comes together with another.",
    ],
)
def test_nothing_happened(clause: str) -> None:
    assert told(clause) == []


#: Plans, background and asides in other constructions, each by its type and day; None where nothing is to be told.
ASIDE = [
    (
        "opening",
        "2026-09",
        "A bread factory in Cork, which is to be started up in September 2026, will employ 120 people.",
    ),
    ("opening", "2024-06-10", "A show of Latvian lace opened in Cork on May 4. It moves to Galway on 10 June."),
    ("opening", "2025", "A Riga brewer is putting money into a tannery near Cork, which should open in 2025."),
    ("opening", "2024-06-20", "The airline airBaltic will begin flying from Riga to Galway on June 20."),
    ("opening", "2024-05-13", "The Latvian railways put a new night train to Vilnius into service on Monday."),
    ("visit", "2024-06", "Latvian Economy Minister Janis Ozols will head a trade delegation to Cork in June."),
    ("visit", "2024-05-14", "Irish Premier Sean Byrne was in Liepaja on Tuesday."),
    ("visit", "2024-05", "Sean Byrne, Speaker of the Irish Parliament, was in Riga this month."),
    ("visit", "2024-07", "A group of Irish experts on peat is to visit Riga in July."),
    ("meeting", "2024-06-21", "The next meeting of the bank's council is scheduled for June 21."),
    ("consultation", "2025", "It was agreed that the Latvian-Irish commission would sit again in Cork in 2025."),
    (
        "consultation",
        "2024-05-14",
        "Peat will be dearer, the Latvian-Irish Business Council decided at its session on Tuesday.",
    ),
    ("commemoration", "2024-05-12", "The Week of Latvian Film in Cork came to a close on Sunday, 12 May."),
    (
        "commemoration",
        "2024-05-12",
        "A Cork festival ended on May 12 with a concert in memory of the Latvian poet Rainis.",
    ),
    (
        "commemoration",
        "2024-09",
        "Byrne told the guests that a plaque to the Latvian poet Rainis would be put up in Cork in September.",
    ),
    ("commemoration", "1975", "A street in Cork was given his name in 1975."),
    ("award", "2024-05-13", "Latvian pianist Janis Ozols was honoured with the Star of Munster in Cork on Monday."),
    (
        "appointment",
        "2024-03-11",
        "Byrne congratulated Latvian Premier Janis Ozols on his appointment to the post on March 11.",
    ),
    (
        "agreement",
        "2024-06-02",
        "On June 2 Latvian Premier Janis Ozols will travel to Cork to sign a memorandum on peat.",
    ),
    ("decision", "2024-05-14", "The Irish cabinet gave the go-ahead on Tuesday to a wind farm off Cork."),
    ("incident", "2024-05-14", "A ferry caught fire off Cork before dawn on Tuesday."),
    ("incident", "2024-05-13", "Gunmen opened fire near Cork on Monday."),
    (None, None, "Some 1,300 people lost their lives on the roads of Latvia last year."),
    (None, None, "Fires destroyed 2,100 hectares of Irish forest in 2023."),
    (None, None, "The number of accidents on Latvian roads fell by 8 percent in January-April."),
    (None, None, "Every year 400 students from Ireland visit Latvia."),
    (None, None, "Ireland supports holding a conference on peat."),
    (None, None, "The two countries signed no agreement."),
    (None, None, "Winners will receive a medal and a trip to Riga."),
    (None, None, "An Irish firm intends to sink another 300-400 million euros into Latvian peat."),
]


@pytest.mark.parametrize(("kind", "date", "clause"), ASIDE)
def test_plans_and_asides(kind: str | None, date: str | None, clause: str) -> None:
    found = [(one, day) for one, day, _ in told(clause)]
    assert (kind, date) in found if kind else found == []
