"""Events: which clauses tell one, when and where it happened, who took part; what is told twice is one."""

from __future__ import annotations

import random
from functools import lru_cache
from pathlib import Path

import pytest
from conftest import Steps

from kzhu.extract.events import read_events
from kzhu.extract.events.forms import forms_of, plural_of
from kzhu.extract.layout import read_document
from kzhu.extract.places import find_places
from kzhu.extract.times import find_times, resolve_times
from kzhu.knowledge import Knowledge, KnowledgeError, load_knowledge
from kzhu.records import Event, Person, Published, Source, Span

DATA = Path(__file__).parents[1] / "data"
#: A Thursday.
PUBLISHED = Published("2023-07-13", "stated")
#: Who may stand in the examples: name, country, role.
CAST = (
    ("Anna Lepik", "EE", "Foreign Minister of Estonia"),
    ("Marek Dolny", "PL", "President of Poland"),
    ("Janos Teleki", "HU", "Prime Minister of Hungary"),
    ("Luca Ferri", "IT", "Minister of Energy of Italy"),
    ("Ilona Fekete", "HU", "Ambassador of Hungary"),
    ("Aliya Serik", "KZ", None),
    ("Béla Bartók", "HU", "composer"),
)


@lru_cache(maxsize=1)
def knowledge() -> Knowledge:
    """The knowledge that ships with kzhu."""
    return load_knowledge([DATA])


def cast(text: str) -> tuple[Person, ...]:
    """The people of the cast whom the text names, in its order: by their whole name or their surname."""
    found = []
    for name, country, role in CAST:
        surname = name.split()[-1]
        spans, at = [], text.find(surname)
        while at >= 0:
            begin = at - len(name) + len(surname)
            whole = text[max(0, begin) : at + len(surname)] == name
            spans.append(Span(begin if whole else at, at + len(surname)))
            at = text.find(surname, at + 1)
        if spans:
            found.append(Person(name.lower().replace(" ", "-"), name, country, role, tuple(spans)))
    return tuple(sorted(found, key=lambda person: person.mentions[0]))


def read(text: str, published: Published = PUBLISHED, dateline: str | None = "Warsaw") -> tuple[Event, ...]:
    """The events of a text, given its people."""
    document = read_document(text, knowledge())
    places = find_places(document, knowledge())
    times = resolve_times(document, find_times(document), published)
    return read_events(document, places, times, cast(text), Source(dateline=dateline), published, knowledge())


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Type, date and status of each event."""
    return [(event.type, event.date, event.status) for event in read(text)]


@pytest.mark.parametrize(
    ("text", "type_", "date", "status"),
    [
        # Talks.
        ("Marek Dolny met with Janos Teleki in Warsaw on Tuesday.", "meeting", "2023-07-11", "past"),
        ("Marek Dolny received Anna Lepik on July 10.", "meeting", "2023-07-10", "past"),
        ("Anna Lepik discussed grain with Luca Ferri at a meeting in Rome on Monday.", "meeting", "2023-07-10", "past"),
        ("The foreign ministers of Poland and Italy will meet in Rome in August.", "meeting", "2023-08", "planned"),
        ("Anna Lepik spoke by phone with Luca Ferri on 11 July.", "call", "2023-07-11", "past"),
        ("Lepik told reporters yesterday after online talks with Luca Ferri.", "call", "2023-07-12", "past"),
        # Visits.
        ("Janos Teleki visited Tallinn in 2021.", "visit", "2021", "past"),
        ("Marek Dolny is to visit Rome next week.", "visit", "2023-07-17/2023-07-23", "planned"),
        ("Marek Dolny arrived in Rome on Wednesday on a two-day visit.", "visit", "2023-07-12", "past"),
        ("Teleki accepted an invitation to visit Warsaw in September.", "visit", "2023-09", "planned"),
        ("The accord dates from Janos Teleki's official visit to Poland in May 2019.", "visit", "2019-05", "past"),
        # Commissions.
        ("The Polish-Italian working group met in Rome last month.", "consultation", "2023-06", "past"),
        (
            "The third meeting of the joint commission of Poland and Italy took place in Rome on Tuesday.",
            "consultation",
            "2023-07-11",
            "past",
        ),
        ("The next meeting of the council will be held in Warsaw in 2024.", "consultation", "2024", "planned"),
        # Summits.
        ("Janos Teleki took part in a business forum in Warsaw on Monday.", "summit", "2023-07-10", "past"),
        ("Ministers of OPEC meet in Vienna on 4 August.", "summit", "2023-08-04", "planned"),
        ("The summit of the OSCE is to take place in Vienna in autumn 2024.", "summit", "2024-09/2024-11", "planned"),
        # Papers.
        ("The two governments signed a memorandum on Wednesday.", "agreement", "2023-07-12", "past"),
        ("An agreement on visas was signed in Rome in 2020.", "agreement", "2020", "past"),
        ("Parliament ratified the treaty with Italy last week.", "agreement", "2023-07-03/2023-07-09", "past"),
        # Honours and offices.
        ("Marek Dolny presented Janos Teleki with the Order of Merit on Monday.", "award", "2023-07-10", "past"),
        ("Ilona Fekete was awarded the title of honorary citizen in 2019.", "award", "2019", "past"),
        ("Luca Ferri was appointed minister in May.", "appointment", "2023-05", "past"),
        ("Anna Lepik resigned on Monday.", "appointment", "2023-07-10", "past"),
        # Openings.
        ("Hungary opened an embassy in Tallinn in 1992.", "opening", "1992", "past"),
        ("A new terminal will open in Gdansk in 2025.", "opening", "2025", "planned"),
        ("Anna Lepik opened an exhibition of Estonian art in Rome on Monday.", "opening", "2023-07-10", "past"),
        ("Production should begin in the second half of 2024.", "opening", "2024-07/2024-12", "planned"),
        # Remembrance.
        ("A monument to Béla Bartók will be unveiled in Warsaw on July 20.", "commemoration", "2023-07-20", "planned"),
        ("A street in Tallinn was named after Béla Bartók in 2006.", "commemoration", "2006", "past"),
        ("The two countries marked the anniversary of the treaty on Monday.", "commemoration", "2023-07-10", "past"),
        # Decisions.
        ("The central bank raised its key rate to 6 percent on Tuesday.", "decision", "2023-07-11", "past"),
        ("Parliament adopted a law on water on July 5.", "decision", "2023-07-05", "past"),
        ("The European Union imposed sanctions on the company in June.", "decision", "2023-06", "past"),
        # Incidents.
        ("An earthquake struck central Italy on Monday.", "incident", "2023-07-10", "past"),
        ("Five people were killed when a train derailed near Rome on Tuesday.", "incident", "2023-07-11", "past"),
        ("Several hundred farmers protested in Warsaw on Wednesday.", "incident", "2023-07-12", "past"),
        # Sport.
        ("Poland beat Italy 3-1 in Warsaw on Tuesday.", "sport", "2023-07-11", "past"),
        # The rest.
        ("A referendum is to be held in Italy on 1 October.", "other", "2023-10-01", "planned"),
        ("Construction is to begin next month.", "other", "2023-08", "planned"),
    ],
)
def test_a_clause_tells_an_event(text: str, type_: str, date: str, status: str) -> None:
    assert told(text) == [(type_, date, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Poland and Italy attach great importance to cooperation.",
        "Anna Lepik stressed the need for regular meetings and mutual visits.",
        "Marek Dolny invited Janos Teleki to visit Warsaw.",
        "We look forward to meeting with your Prime Minister, said Lepik.",
        "Hungary has not signed the agreement.",
        "The two countries could sign a treaty in 2024.",
        "Lepik told a press conference that the talks would be difficult.",
        "The commission plays a significant role in trade.",
        "About 900 people came to the György Kárpáti Pool, named after the champion.",
        "Ferri hopes to meet the deadline in August.",
        "The company won support for its plan and lost money in 2022.",
        "The conference hall has 400 seats.",
        "Applications close on 15 January.",
    ],
)
def test_mere_talk_is_no_event(text: str) -> None:
    assert told(text) == []


def test_what_is_told_twice_is_one_event() -> None:
    events = read(
        "Marek Dolny met with Janos Teleki in Warsaw on Tuesday.\n\n"
        "During the meeting, the sides discussed gas.\n\n"
        "In an expanded-format meeting, the parties spoke of transport. Following the talks, Dolny thanked his guest.",
    )
    assert [(event.type, event.people, event.countries) for event in events] == [
        ("meeting", ("Marek Dolny", "Janos Teleki"), ("HU", "PL"))
    ]


def test_a_round_of_meetings_is_told_one_by_one() -> None:
    events = read(
        "Marek Dolny held bilateral meetings with leaders of three countries in New York on July 11.\n\n"
        "At the meeting with Prime Minister of Hungary Janos Teleki, Dolny spoke of gas.\n\n"
        "The key focus of the talks with Anna Lepik was security.\n\n"
        "With Luca Ferri, Dolny discussed oil.",
    )
    assert [set(event.people) - {"Marek Dolny"} for event in events] == [
        {"Janos Teleki"},
        {"Anna Lepik"},
        {"Luca Ferri"},
    ]
    assert {(event.type, event.date, event.place) for event in events} == {("meeting", "2023-07-11", "New York")}
    assert all("Marek Dolny" in event.people for event in events)


def test_what_follows_inherits_day_and_place() -> None:
    events = read(
        "Marek Dolny and Janos Teleki held talks in Rome on Monday. Following the talks, the sides signed a roadmap.",
    )
    agreement = events[-1]
    assert (agreement.type, agreement.date, agreement.place) == ("agreement", "2023-07-10", "Rome")
    assert agreement.countries == ("HU", "PL")


def test_news_without_a_day_takes_that_of_publication_and_the_city_of_the_dateline() -> None:
    [event] = read("WARSAW. PAP - Marek Dolny met with Janos Teleki, the press service reports.")
    assert (event.date, event.place) == ("2023-07-13", "Warsaw")


def test_an_undated_article_leaves_the_day_open() -> None:
    [event] = read("Marek Dolny met with Janos Teleki.", Published())
    assert event.date is None


def test_background_keeps_its_own_day() -> None:
    events = read("Dolny and Teleki met in Warsaw on Tuesday. They had last met in Rome in May 2019.")
    assert [(event.date, event.place) for event in events] == [("2023-07-11", "Warsaw"), ("2019-05", "Rome")]


def test_a_deadline_is_no_date_but_of_a_plan() -> None:
    [event] = read("The ministers signed a roadmap under which trade is to grow to 5 billion euros by 2028.")
    assert event.date == "2023-07-13"
    [event] = read("An embassy is expected to open in Tallinn by the end of next year.")
    assert (event.date, event.status) == ("2024", "planned")


def test_those_who_led_or_opened_it_take_part() -> None:
    [event] = read(
        "The commission of Poland and Hungary met in Warsaw on Tuesday. "
        "The Hungarian side was headed by Prime Minister Janos Teleki.",
    )
    assert event.people == ("Janos Teleki",)


def test_the_ceremony_dates_what_it_is_held_for() -> None:
    [event] = read("A street in Tallinn will be named after Béla Bartók. The ceremony is planned for 1 September.")
    assert (event.type, event.date) == ("commemoration", "2023-09-01")


def test_titles_and_pronouns_mean_people_told_before() -> None:
    events = read(
        "Marek Dolny met with Janos Teleki on Tuesday. The two leaders signed a declaration. "
        "On Wednesday the Hungarian premier visited Gdansk.",
    )
    assert [event.people for event in events] == [
        ("Marek Dolny", "Janos Teleki"),
        ("Marek Dolny", "Janos Teleki"),
        ("Janos Teleki",),
    ]
    assert events[2].countries == ("HU", "PL")


def test_whom_a_street_honours_does_not_take_part() -> None:
    [event] = read("Ilona Fekete unveiled a plaque to Béla Bartók in Tallinn on Monday.")
    assert "Béla Bartók" not in event.people
    assert event.countries == ("EE", "HU")


def test_quotes_are_cut_from_the_text() -> None:
    text = "Marek Dolny said little. An agreement on visas was signed in Rome in 2020, the ministry added."
    [event] = read(text)
    assert event.span.cut(text) == "An agreement on visas was signed in Rome in 2020"


def test_plover_categories() -> None:
    assert [event.plover for event in read("Marek Dolny met with Janos Teleki. The sides signed a treaty.")] == [
        "CONSULT",
        "SUPPORT",
    ]


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("sign", {"sign", "signs", "signed", "signing"}),
        ("ratify", {"ratify", "ratifies", "ratified", "ratifying"}),
        ("hold held held holding", {"hold", "holds", "held", "holding"}),
        ("convene", {"convene", "convenes", "convened", "convening"}),
    ],
)
def test_forms_of_a_verb(verb: str, forms: set[str]) -> None:
    assert set(forms_of(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "plural"), [("visit", "visits"), ("embassy", "embassies"), ("round of talks", "rounds of talks")]
)
def test_plural_of_a_noun(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{label: Meeting, frames: [{verbs: [meet met]}]}", "base, past, participle and -ing form"),
        ("{label: Meeting, frames: [{verbs: [visit], needs: [luck]}]}", "unknown need 'luck'"),
        ("{label: Meeting, frames: [{things: [visit]}]}", "lacks 'verbs'"),
    ],
)
def test_mistakes_in_the_data_are_told(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "events.yaml").write_text(f"meeting: {line}\n", "utf-8")
    with pytest.raises(KnowledgeError, match="events.yaml:1: .*" + message):
        load_knowledge([tmp_path])


@pytest.mark.parametrize("seed", range(20))
def test_any_words_give_events_with_spans_in_the_text(seed: int) -> None:
    chosen = random.Random(seed)
    stock = (
        "Marek Dolny Teleki the a met meeting with signed an agreement opened will be is to when after , . in Rome "
        "Poland on Tuesday 2019 talks and of commission visit said “ ” held award named street match beat 3-1"
    ).split()
    text = " ".join(chosen.choice(stock) for _ in range(400))
    for event in read(text):
        assert 0 <= event.span.start < event.span.end <= len(text)
        assert event.countries == tuple(sorted(event.countries))


@pytest.mark.parametrize(
    "piece",
    [
        "Marek Dolny met with Janos Teleki in Rome on Tuesday ",
        "Marek Dolny met with Janos Teleki in Rome on Tuesday. ",
        "“signed an agreement ",
        "opened when after the meeting of the ",
    ],
)
def test_steps_grow_with_the_length_only(piece: str, steps: Steps) -> None:
    def taken(repeats: int) -> int:
        text = piece * repeats
        document = read_document(text, knowledge())
        places = find_places(document, knowledge())
        times = resolve_times(document, find_times(document), PUBLISHED)
        people = cast(text)
        return steps(lambda: read_events(document, places, times, people, Source(), PUBLISHED, knowledge()))

    # Ten times the text; what takes the square of its length would take a hundred times the steps.
    assert taken(2_000) < 14 * taken(200) + 2000
