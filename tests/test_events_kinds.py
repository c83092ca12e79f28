"""Events of short news of many kinds, read by the whole pipeline; and texts that tell of none."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import pytest

from kzhu.extract.article import read_article
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article, Event

DATA = Path(__file__).parents[1] / "data"


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The knowledge that ships with kzhu."""
    return load_knowledge([DATA])


def read(text: str) -> tuple[Event, ...]:
    """The events of a text, read on its own."""
    return read_article(Article("x", "x.txt", hashlib.sha256(text.encode()).hexdigest(), text), knowledge()).events


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Type, date and status of each event."""
    return [(event.type, event.date, event.status) for event in read(text)]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            (
                " date 2024-03-12 Former president dies\n\nBRATISLAVA (TASR) - Former Slovak President Milan Kovar "
                "died on Monday at the age of 84, his family said.\n\nThe funeral will take place in Bratislava on "
                "Saturday. From 1990 to 1994 he was ambassador to Poland."
            ),
            [("other", "2024-03-11", "past"), ("other", "2024-03-16", "planned"), ("appointment", "1990", "past")],
        ),
        (
            (
                " date 2024-05-20 Opposition wins\n\nVILNIUS, May 20 (BNS) - The Social Democrats won Sunday's "
                "parliamentary election in Lithuania with 27.1 percent of the vote.\n\nTheir leader Rasa Petrauskiene "
                "is to be sworn in as prime minister on June 3. The next election is due in 2028."
            ),
            [("other", "2024-05-19", "past"), ("appointment", "2024-06-03", "planned"), ("other", "2028", "planned")],
        ),
        (
            (
                " date 2022-09-15 Verdict\n\nTALLINN. ERR - The county court on Wednesday found former minister Mart "
                "Tamm guilty of taking bribes and sent him to prison for four years."
            ),
            [("decision", "2022-09-14", "past")],
        ),
        (
            (
                " date 2023-06-24 Sanctions\n\nBRUSSELS, June 23 (AFP) - EU countries on Friday approved new "
                "sanctions against Belarus, banning imports of its timber from July 1. Foreign ministers of the bloc "
                "will gather in Luxembourg on Monday."
            ),
            [("decision", "2023-06-23", "past"), ("summit", "2023-06-26", "planned")],
        ),
        (
            (
                " date 2024-08-05 Bus accident\n\nTBILISI - Three people died and 12 were hurt when a bus carrying "
                "Polish tourists plunged into a ravine near Gudauri on Sunday afternoon. A similar accident happened "
                "in 2019. Health Minister Levan Beridze flew there on Monday."
            ),
            [("incident", "2024-08-04", "past"), ("incident", "2019", "past"), ("visit", "2024-08-05", "past")],
        ),
        (
            (
                " date 2023-02-08 Rescuers\n\nANKARA - An earthquake hit southern Turkey on Monday. A 55-member "
                "Hungarian rescue team is expected in Hatay on Thursday."
            ),
            [("incident", "2023-02-06", "past"), ("visit", "2023-02-09", "planned")],
        ),
        (
            (
                " date 2024-11-11 Handball\n\nSZEGED. Veszprem beat Szeged 31-29 on Sunday in the Hungarian league. "
                "Veszprem host the Danish champions Aalborg on Thursday. Last year the two sides drew 25-25 in "
                "Aalborg. The coach praised the goalkeeper."
            ),
            [("sport", "2024-11-10", "past"), ("sport", "2024-11-14", "planned"), ("sport", "2023", "past")],
        ),
        (
            (
                " date 2024-06-18 Back on Earth\n\nRussian cosmonaut Oleg Sidorov returned to Earth on Monday after "
                "190 days on the International Space Station. The next crew will be launched from Baikonur on "
                "September 11."
            ),
            [("other", "2024-06-17", "past"), ("other", "2024-09-11", "planned")],
        ),
        (
            (
                " date 2024-02-14 Teachers\n\nZAGREB - Some 5,000 teachers rallied in Zagreb on Tuesday. A nationwide "
                "strike has been called for March 1."
            ),
            [("incident", "2024-02-13", "past"), ("incident", "2024-03-01", "planned")],
        ),
        (
            (
                " date 2024-01-17 By rail\n\nALMATY. The first container train from Xi'an to Budapest set off on "
                "Tuesday. By the end of 2025 the company plans a new logistics centre in Selyatino."
            ),
            [("opening", "2024-01-16", "past"), ("opening", "2025", "planned")],
        ),
        (
            (
                " date 2023-10-18 Guest in Warsaw\n\nWARSAW, October 17 (PAP) - Polish Foreign Minister Zbigniew "
                "Kowal hosted his Uzbek counterpart Anvar Sobirov on Tuesday. Sobirov laid flowers at the Tomb of the "
                "Unknown Soldier and will travel to Krakow on Thursday."
            ),
            [
                ("meeting", "2023-10-17", "past"),
                ("commemoration", "2023-10-17", "past"),
                ("visit", "2023-10-19", "planned"),
            ],
        ),
        (
            (
                " date 2024-04-18 Between parliaments\n\nRIGA - Latvia's parliament passed a law ratifying the "
                "agreement with Georgia on Thursday. Riga and Tbilisi became sister cities in 2007. The "
                "Latvian-Georgian friendship group will convene in Riga in the autumn."
            ),
            [
                ("agreement", "2024-04-18", "past"),
                ("agreement", "2007", "past"),
                ("consultation", "2024-09/2024-11", "planned"),
            ],
        ),
        (
            (
                " date 2023-01-09 New at the works\n\nMODENA - The carmaker named Hungarian engineer Andras Toth as "
                "its new technical director on Monday, replacing Paolo Rossi, who was dismissed in December."
            ),
            [("appointment", "2023-01-09", "past"), ("appointment", "2022-12", "past")],
        ),
        (
            (
                " date 2024-12-27 Jet down\n\nAKTAU - A passenger jet went down near Aktau on Wednesday with 67 "
                "people on board. Azerbaijan observed a day of mourning on Thursday."
            ),
            [("incident", "2024-12-25", "past"), ("commemoration", "2024-12-26", "past")],
        ),
        (
            (
                " date 2024-05-07 Next week\n\nBELGRADE (Tanjug) - Serbian President Goran Savic will arrive in "
                "Kazakhstan on May 14. In Astana he will hold talks with Prime Minister Daniyar Akhmet. Several "
                "memorandums are expected to be signed. Savic and Akhmet last saw each other in Beijing in October "
                "2023."
            ),
            [
                ("visit", "2024-05-14", "planned"),
                ("meeting", "2024-05-14", "planned"),
                ("agreement", "2024-05-14", "planned"),
                ("meeting", "2023-10", "past"),
            ],
        ),
        (
            (
                " date 2024-10-11 Laureate\n\nSTOCKHOLM - Hungarian writer Pal Keresztes was awarded the Nobel Prize "
                "in Literature on Thursday. His first novel was published in 1985. The award ceremony will be held on "
                "December 10."
            ),
            [("award", "2024-10-10", "past"), ("opening", "1985", "past"), ("award", "2024-12-10", "planned")],
        ),
    ],
)
def test_news_of_many_kinds(text: str, events: list[tuple[str, str, str]]) -> None:
    assert told(text) == events


def test_two_meetings_told_at_once_are_two_where_each_is_told_again() -> None:
    events = read(
        " date 2022-10-13 On the sidelines\n\nASTANA – President of Poland Marek Dolny met with President of "
        "Azerbaijan Rashid Guliyev and Emir of Qatar Khalid bin Saad on Oct. 12.\n\nAt the meeting with Guliyev, the "
        "sides spoke of transit.\n\nDuring the talks with the Emir of Qatar, Dolny spoke of gas. The two leaders "
        "witnessed the signing of six documents."
    )
    assert [(event.type, sorted(event.countries)) for event in events] == [
        ("meeting", ["AZ", "PL"]),
        ("meeting", ["PL", "QA"]),
        ("agreement", ["PL", "QA"]),
    ]


def test_a_section_of_a_digest_is_of_the_country_that_heads_it() -> None:
    events = read(
        " date 2023-03-31 The week\n\nESTONIA. President Mart Tamm received Finnish Foreign Minister Aino Salo on "
        "Tuesday.\n\nLATVIA. The parliament ratified the border treaty with Lithuania on Thursday."
    )
    assert [event.countries for event in events] == [("EE", "FI"), ("LT", "LV")]


@pytest.mark.parametrize(
    "text",
    [
        # Essays and opinions.
        (
            "Every spring the fairs of opinion open again. We meet the same arguments, we visit the same doubts, and "
            "we sign our letters as if somebody would read them. My grandfather died a happy man."
        ),
        "A good minister resigns himself to being misunderstood. A bad one is appointed for life.",
        (
            "The minister should visit the villages. The government ought to open more schools, and the parliament "
            "must adopt a law on water. Nobody has explained why the last law was never passed."
        ),
        "He speaks of wheat, of students, of a factory that has been about to open for as long as anybody remembers.",
        "As a child he played football and chess. “I never met a president,” he says, “and no president met me.”",
        (
            "An ambassador presents credentials, receives guests, opens exhibitions and signs what he is told to sign. "
            "He attends funerals. When he leaves office, nobody marks the day."
        ),
        "If the presidents met more often, more contracts would be signed. Elections rarely change trade policy.",
        # Questions and answers, hints.
        (
            "Q: Do I need a visa to visit Hungary?\nA: You must appear at the consulate in person. The embassy may "
            "call you for an interview. The visa centre opens at 9 a.m. and closes at 4 p.m."
        ),
        (
            "Visit the Green Market, take the cable car and walk in the park. The museum is open from 10 to 18. "
            "Concert tickets cost from 5,000 tenge. The opera house was built by Soviet architects."
        ),
        "Trains leave the station every hour. The first train leaves at 5 a.m. and arrives in Gyor at 6.20.",
        "Wash the meat and bring it to the boil. Serve when guests arrive. Lay the onions on top.",
        # Markets and companies.
        (
            "Brent crude closed at $82.1 a barrel on Monday, up 0.4 percent. Gold opened higher and ended flat. "
            "Shares of the group lost 2 percent, while the bank won back some of Friday's losses."
        ),
        (
            "Exports to Poland reached $1.2 billion in 2023. The ministry expects turnover to grow in 2024. Some 300 "
            "joint ventures operate in the country. The plan was to reach 2 billion by 2025."
        ),
        "Founded in 1991, the bank serves 19 million customers in 11 countries. The board meets four times a year.",
        (
            "Farmers have threshed 15 million hectares. They have brought in 14 million tonnes of grain, a quarter "
            "less than last year. Wheat cost 98,000 tenge a tonne in September."
        ),
        # Weather, books, science, surveys.
        "Heavy snow is expected in the north on Tuesday. Temperatures will fall to minus 20 degrees in Astana.",
        "The novel tells of a man who wins a war and loses his house. In the fifth chapter he is arrested and shot.",
        "Gardens are like newspapers, says the keeper: one reads them for what has died and what has come up.",
        "Samples were collected, washed and counted. “We win nothing by hurrying,” the professor says.",
        (
            "Some 60 percent of those asked would vote in the election. The ruling party leads with 44 percent. The "
            "institute asked 1,000 people in February."
        ),
    ],
)
def test_where_nothing_happens_no_event_is_told(text: str) -> None:
    assert told(f" date 2024-03-12 A column\n\n{text}\n") == []
