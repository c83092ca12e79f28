"""The index: rows in, answers out, filters and their joints, who is who, and no way that scans everything."""

from __future__ import annotations

import json
import random
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from kzhu.encode import to_json
from kzhu.errors import UsageError
from kzhu.index import build, facts, ledger, read, schema
from kzhu.index.ask import ask, select
from kzhu.index.census import Known
from kzhu.index.filters import Filters, tidy
from kzhu.index.people import Identity, merge
from kzhu.index.person import person as told_of
from kzhu.index.query import QueryError
from kzhu.index.rows import encode, opening
from kzhu.index.snippet import CLOSE, OPEN
from kzhu.index.spool import Spool, packed
from kzhu.index.write import DayOverflowError, day_range
from kzhu.records import Change, Event, Figure, Person, Published, Record, Source, Span

KNOWN = {
    "peter-szijjarto": Known("Péter Szijjártó", "HU", ("Siyarto",)),
    "viktor-orban": Known("Viktor Orbán", "HU", ()),
}
WORDS = [
    build.Word("country", folded, code, label)
    for code, label, names in (
        ("HU", "Hungary", ("hu", "hungary", "hungarian")),
        ("KZ", "Kazakhstan", ("kz", "kazakhstan", "kazakh")),
        ("SI", "Slovenia", ("si", "slovenia")),
    )
    for folded in names
] + [build.Word("metric", "exports", "exports", "exports"), build.Word("event", "meeting", "meeting", "meetings")]


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def person(text: str, surface: str, name: str, country: str | None = None, role: str | None = None) -> Person:
    from kzhu.names import slug

    return Person(slug(name), name, country, role, (at(text, surface),))


def record(
    article_id: str,
    text: str,
    date: str | None = "2023-07-13",
    *,
    people: Iterable[Person] = (),
    figures: Iterable[Figure] = (),
    events: Iterable[Event] = (),
    **fields: object,
) -> tuple[Record, str]:
    published = Published(date, "stated" if date else "unknown")
    made = Record(
        article_id, f"{article_id}.txt", "0" * 64, "en", None, None, published, Source(),
        tuple(people), tuple(figures), tuple(events), (),
    )  # fmt: skip
    return replace(made, **fields), text  # type: ignore[arg-type]


def index(*records: tuple[Record, str]) -> sqlite3.Connection:
    connection = schema.connect(":memory:")
    with closing(Spool()) as spool:
        for made, text in records:
            spool.take(packed(encode(made, text, None), text))
        build.fill(connection, spool, contents())
    return connection


def contents() -> build.Contents:
    return build.Contents({"reader": "1"}, [], [], [], WORDS, KNOWN)


def change(connection: sqlite3.Connection, gone: Iterable[str], *records: tuple[Record, str]) -> None:
    with closing(Spool()) as spool:
        for made, text in records:
            spool.take(packed(encode(made, text, None), text))
        connection.execute("BEGIN IMMEDIATE")
        build.change(connection, gone, spool, contents())
        connection.execute("COMMIT")


def kept(**filters: Any) -> Filters:
    return tidy(Filters(**filters))


def ids(connection: sqlite3.Connection, **filters: object) -> list[str]:
    return [row.id for row in read.articles(connection, kept(**filters))]


T1 = "Talks in Astana. Peter Siyarto met Askar Bekov, as exports grew to 70 million dollars. Grain was bought."
T2 = "Viktor Orbán praised K. Bekov. The joint commission sat in Győr on transport corridors."
T3 = "Football was played in Ljubljana. Nobody spoke of the commission or of grain."


@pytest.fixture(scope="module")
def archive() -> Iterator[sqlite3.Connection]:
    szijjarto = person(T1, "Peter Siyarto", "Péter Szijjártó", "HU", "Minister of Foreign Affairs of Hungary")
    bekov = person(T1, "Askar Bekov", "Askar Bekov", "KZ", "Minister of Energy of Kazakhstan")
    exports = Figure(
        "exports", "level", ("HU", "KZ"), Decimal(70_000_000), "USD", at(T1, "70 million dollars"),
        period="2022", change=Change(percent=Decimal("19.5"), base="2021"),
    )  # fmt: skip
    meeting = Event(
        "meeting", "CONSULT", "2023-07-12", "past", "Astana", ("Péter Szijjártó", "Askar Bekov"), ("HU", "KZ"),
        at(T1, "met"),
    )  # fmt: skip
    sat = Event("consultation", None, "2021-02", "past", "Győr", (), ("HU",), at(T2, "sat"))
    connection = index(
        record(
            "a1", T1, "2023-07-13", people=[szijjarto, bekov], figures=[exports], events=[meeting],
            source=Source("Kazinform", "press service of the MFA", "Astana"), headline="Talks in Astana",
        ),
        record(
            "b1", T2, "2021-02",
            people=[person(T2, "Viktor Orbán", "Viktor Orbán", "HU", "Prime Minister of Hungary"),
                    person(T2, "K. Bekov", "K. Bekov", "KZ"), person(T2, "K. Bekov", "A. Bekov", "KZ")],
            events=[sat],
            source=Source("MTI"),
        ),
        record("c1", T3, None),
        record("c2", T3, "2022"),
    )  # fmt: skip
    yield connection
    connection.close()


def test_lists_are_newest_first_and_undated_last(archive: sqlite3.Connection) -> None:
    assert ids(archive) == ["a1", "c2", "b1", "c1"]
    assert ids(archive, sort="date") == ["c1", "b1", "c2", "a1"]
    assert ids(archive, sort="-id", limit=2) == ["c2", "c1"]
    row = next(read.articles(archive, Filters()))
    assert (row.outlet, row.origin, row.headline) == ("Kazinform", "press service of the MFA", "Talks in Astana")
    assert (row.people, row.figures, row.events, row.shown_date) == (2, 1, 1, "2023-07-13")


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"since": "2023"}, ["a1"]),
        ({"since": "2022-06"}, ["a1", "c2"]),
        ({"until": "2022-06"}, ["c2", "b1"]),
        ({"since": "2021-02-28", "until": "2022-01-01"}, ["c2", "b1"]),
        ({"since": "July 2023"}, ["a1"]),
        ({"until": "13.2.2021"}, ["b1"]),
        ({"person": "siyarto"}, ["a1"]),
        ({"person": "Szijjártó Péter"}, ["a1"]),
        ({"person": "szijj"}, ["a1"]),
        ({"person": "orban"}, ["b1"]),
        ({"person": "bekov"}, ["a1", "b1"]),
        ({"person": "Nobody Known"}, []),
        ({"country": "Hungarian"}, ["a1", "b1"]),
        ({"country": "kz", "person": "orban"}, ["b1"]),
        ({"country": ("kz", "HU")}, ["a1", "b1"]),
        ({"person": ("bekov", "orban")}, ["b1"]),
        ({"person": ("bekov", "Nobody Known")}, []),
        ({"source": ("kazin", "mfa")}, ["a1"]),
        ({"source": ("kazin", "mti")}, []),
        ({"event": ("meeting", "consultation")}, []),
        ({"event": "meeting,consultation"}, ["a1", "b1"]),
        ({"text": ("grain", "-football")}, ["a1"]),
        ({"source": "kazin"}, ["a1"]),
        ({"source": "mfa"}, ["a1"]),
        ({"source": "reuters"}, []),
        ({"event": "meeting"}, ["a1"]),
        ({"metric": "exports"}, ["a1"]),
        ({"metric": "exports", "since": "2024"}, []),
        ({"text": "grain"}, ["a1", "c2", "c1"]),
        ({"text": "grain", "since": "2023"}, ["a1"]),
        ({"text": "gyor"}, ["b1"]),
        ({"text": "GRAIN -football"}, ["a1"]),
        ({"text": '"joint commission"'}, ["b1"]),
        ({"text": "transp*"}, ["b1"]),
        ({"text": "-football"}, ["a1", "b1"]),
        ({"text": "football OR person:orban"}, ["c2", "b1", "c1"]),
        ({"text": "-(football OR person:orban)"}, ["a1"]),
        ({"text": "grain (metric:exports OR date:2022)"}, ["a1", "c2"]),
        ({"text": "grain -date:2023"}, ["c2", "c1"]),
        ({"text": "country:hungary -event:meeting source:mti"}, ["b1"]),
    ],
)
def test_filters(archive: sqlite3.Connection, filters: dict[str, object], found: list[str]) -> None:
    assert ids(archive, **filters) == found
    assert read.count(archive, kept(**filters)) == len(found)
    assert [json.loads(line)["id"] for line in read.export(archive, kept(**filters))] == found[::-1]


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        ({"country": "Hungray"}, "did you mean Hungary"),
        ({"event": "metting"}, "did you mean meeting"),
        ({"metric": "exprots"}, "did you mean exports"),
        ({"since": "soon"}, "wrong date 'soon'"),
        ({"since": "13 July"}, "no year"),
        ({"sort": "size"}, "cannot sort by 'size'"),
        ({"text": "(grain"}, "never closed"),
    ],
)
def test_wrong_filters_say_so_at_once(archive: sqlite3.Connection, filters: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=re.escape(told)) as caught:
        read.articles(archive, kept(**filters))
    assert caught.value.exit_code == 2


def test_a_wrong_value_in_a_query_is_shown_in_its_place(archive: sqlite3.Connection) -> None:
    with pytest.raises(QueryError, match="unknown country") as caught:
        read.search(archive, "grain country:Hungray", Filters())
    assert caught.value.position == 6


def test_a_hit_comes_in_its_sentence(archive: sqlite3.Connection) -> None:
    [hit] = read.search(archive, '"joint commission" transport*', Filters(sort="relevance"))
    assert hit.article.id == "b1"
    marked = hit.snippet.replace(OPEN, "[").replace(CLOSE, "]")
    assert marked == "The [joint commission] sat in Győr on [transport] corridors."
    assert hit.score > 0
    [named] = read.search(archive, "person:orban", Filters())
    assert named.snippet.replace(OPEN, "[").replace(CLOSE, "]") == "[Viktor Orbán] praised K. Bekov."


def test_newest_first_unless_ranks_are_asked_for(archive: sqlite3.Connection) -> None:
    best = [hit.article.id for hit in read.search(archive, "commission OR (talks grain)", Filters(sort="relevance"))]
    assert best[0] == "a1"
    newest = [hit.article.id for hit in read.search(archive, "commission", Filters())]
    assert newest == ["c2", "b1", "c1"]


def test_people_and_their_spellings(archive: sqlite3.Connection) -> None:
    everyone = list(facts.people(archive, Filters()))
    assert [(row.name, row.articles) for row in everyone] == [
        ("Askar Bekov", 2), ("K. Bekov", 1), ("Péter Szijjártó", 1), ("Viktor Orbán", 1),
    ]  # fmt: skip
    assert everyone[0][4:] == (2, 2, "2021-02", "2023-07-13")
    assert [row.name for row in facts.people(archive, kept(country="hungary", sort="-name"))] == [
        "Viktor Orbán", "Péter Szijjártó",
    ]  # fmt: skip
    assert [row.name for row in facts.people(archive, kept(since="2023"))] == ["Askar Bekov", "Péter Szijjártó"]
    [answer] = told_of(archive, "Siyarto", Filters())
    assert answer.person.id == "peter-szijjarto"
    assert [spelling[:2] for spelling in answer.spellings] == [("Peter Siyarto", 1)]
    assert answer.roles[0][:3] == ("Minister of Foreign Affairs of Hungary", "HU", "2023-07-13")
    assert [event.type for event in answer.events] == ["meeting"]
    assert [companion[1:] for companion in answer.companions] == [("Askar Bekov", "KZ", 1, 1)]
    assert [row.name for row in facts.strangers(archive)] == ["Askar Bekov", "K. Bekov"]


def test_a_limit_reads_the_newest_articles_of_somebody(archive: sqlite3.Connection) -> None:
    [whole] = told_of(archive, "Askar Bekov", Filters())
    [newest] = told_of(archive, "Askar Bekov", kept(limit=1))
    assert newest.person == whole.person  # counts all
    assert (len(whole.appearances), newest.appearances) == (2, whole.appearances[:1])
    assert [row.name for row in newest.companions] == ["Péter Szijjártó"]
    assert [row.article for row in newest.events] == ["a1"]
    assert told_of(archive, "Askar Bekov", kept(limit=2)) == (whole,)
    [none] = told_of(archive, "Askar Bekov", kept(limit=0))
    assert none[1:] == ((),) * 5


def test_somebody_of_many_spellings_is_one_in_what_is_exported(archive: sqlite3.Connection) -> None:
    told = json.loads(read.record(archive, read.number_of(archive, "b1")))
    assert [item["name"] for item in told["people"]] == ["Viktor Orbán", "K. Bekov", "Askar Bekov"]


def test_figures_and_events_are_those_that_a_filter_names(archive: sqlite3.Connection) -> None:
    [figure] = ledger.figures(archive, kept(metric="exports", country="Kazakhstan"))
    assert (figure.article, figure.value, figure.percent, figure.base) == ("a1", 70e6, 19.5, "2021")
    assert figure.parties == ("HU", "KZ")
    assert figure.quote == "70 million dollars"
    assert list(ledger.figures(archive, kept(country="Slovenia"))) == []
    assert [event.type for event in facts.events(archive, Filters())] == ["consultation", "meeting"]
    assert [event.type for event in facts.events(archive, kept(sort="-date", limit=1))] == ["meeting"]
    assert [event.type for event in facts.events(archive, kept(since="2022"))] == ["meeting"]
    assert [figure.quote for figure in ledger.figures(archive, kept(limit=1))] == ["70 million dollars"]
    [event] = facts.events(archive, kept(since="2023-07", person="bekov"))
    assert event.people == ("Péter Szijjártó", "Askar Bekov")
    assert [event.type for event in facts.events(archive, kept(until="2022", country="HU"))] == ["consultation"]
    assert [row.article for row in facts.appearances(archive, kept(person="bekov"))] == ["a1", "b1", "b1"]


def test_of_several_values_a_fact_has_all_that_it_can_have(archive: sqlite3.Connection) -> None:
    assert [event.type for event in facts.events(archive, kept(country=("KZ", "HU")))] == ["meeting"]
    assert [event.type for event in facts.events(archive, kept(person=("bekov", "szijjarto")))] == ["meeting"]
    assert list(facts.events(archive, kept(person=("bekov", "orban")))) == []
    assert [event.type for event in facts.events(archive, kept(event="consultation,meeting"))] == [
        "consultation",
        "meeting",
    ]
    assert list(facts.events(archive, kept(event=("consultation", "meeting")))) == []  # no article tells both
    assert [figure.metric for figure in ledger.figures(archive, kept(country=("HU", "KZ")))] == ["exports"]
    assert list(ledger.figures(archive, kept(country=("HU", "SI")))) == []
    both = [(row.name, row.articles) for row in facts.people(archive, kept(person=("bekov", "szijjarto")))]
    assert both == [("Askar Bekov", 1), ("Péter Szijjártó", 1)]
    [beside] = told_of(archive, "Askar Bekov", kept(person="orban"))
    assert ([row.article for row in beside.appearances], beside.events) == (["b1"], ())
    assert [row.name for row in beside.companions] == ["K. Bekov", "Viktor Orbán"]


def test_ids_and_names_complete(archive: sqlite3.Connection) -> None:
    assert list(read.ids(archive, "c")) == ["c1", "c2"]
    assert list(read.names(archive, "be")) == ["Askar Bekov", "K. Bekov"]
    assert list(read.names(archive, "szi")) == ["Péter Szijjártó"]
    assert next(read.countries(archive)) == ("HU", "Hungary")


def test_records_and_texts_come_back_as_they_went_in(archive: sqlite3.Connection) -> None:
    number = read.number_of(archive, "c1")
    made, text = record("c1", T3, None)
    assert read.text(archive, number) == text
    assert json.loads(read.record(archive, number)) == to_json(made, text)
    with pytest.raises(read.NoSuchArticleError, match="kzhu list"):
        read.number_of(archive, "z")
    with pytest.raises(read.AmbiguousIdError, match=r"c1, c2"):
        read.number_of(archive, "c")


def test_views_are_there_for_people(archive: sqlite3.Connection) -> None:
    for view in ("articles", "people", "appearances", "figures", "events", "problems"):
        archive.execute(f"SELECT * FROM {view}").fetchall()
    assert archive.execute("SELECT outlet, figures FROM articles WHERE id = 'a1'").fetchone() == ("Kazinform", 1)


# -- who is who


def test_spellings_of_strangers_meet_unless_there_is_doubt() -> None:
    strangers = [
        Identity("askar-bekov", "Askar Bekov", "KZ"), Identity("a-bekov", "A. Bekov", ""),
        Identity("askar-bekov-2", "Аскар Беков", ""), Identity("bekov", "Bekov", "KZ"),
        Identity("askar-bekov-hu", "Askar Békov", "HU"), Identity("john-smith", "John Smith", ""),
        Identity("jane-smith", "Jane Smith", ""), Identity("j-smith", "J. Smith", ""),
        Identity("viktor-orban", "Viktor Orban", "HU"),
    ]  # fmt: skip
    merged = merge(strangers, {"viktor-orban": "Viktor Orbán"})
    assert merge(reversed(strangers), {"viktor-orban": "Viktor Orbán"}) == merged
    assert merged["viktor-orban"].name == "Viktor Orbán"
    assert merged["askar-bekov-2"] == merged["askar-bekov"]
    # A surname alone, two who share an initial, another country: nobody is merged in doubt.
    assert merged["bekov"].id == "bekov"
    assert merged["j-smith"].id == "j-smith"
    assert merged["askar-bekov-hu"].id == "askar-bekov-hu"


# -- changes


def dump(connection: sqlite3.Connection) -> list[object]:
    """Everything an index answers."""
    return [
        list(read.export(connection, Filters())),
        list(read.articles(connection, Filters())),
        list(facts.people(connection, Filters())),
        list(facts.appearances(connection, Filters())),
        list(ledger.figures(connection, Filters())),
        list(facts.events(connection, Filters())),
        [hit[:2] for hit in read.search(connection, "grain OR commission", Filters(sort="-date"))],
        list(read.names(connection, "")),
        list(read.sources(connection)),
        connection.execute("SELECT key FROM name_key ORDER BY key").fetchall(),
    ]


def test_an_update_ends_where_a_rebuild_does() -> None:
    def named(article_id: str, date: str | None, name: str, word: str = "grain") -> tuple[Record, str]:
        text = f"{name} spoke of {word}."
        role = "Minister of Energy of Kazakhstan" if len(name) > 9 else None
        return record(
            article_id, text, date, people=[person(text, name, name, "KZ", role)], source=Source(f"Outlet {article_id}")
        )

    connection = index(
        named("a", "2023-07-13", "Askar Bekov"), named("b", "2023-07-13", "A. Bekov"), named("c", None, "A. Bekov")
    )
    change(connection, ["a"], named("aa", "2023-07-13", "Askar Békov"), named("d", "2021", "Aslan Bekov"))
    everything = [
        named("aa", "2023-07-13", "Askar Békov"), named("b", "2023-07-13", "A. Bekov"), named("c", None, "A. Bekov"),
        named("d", "2021", "Aslan Bekov"),
    ]  # fmt: skip
    assert dump(connection) == dump(index(*everything))
    change(connection, ["d", "c", "b", "nobody"], named("b", None, "A. Bekov", "commissions"))
    assert dump(connection) == dump(index(everything[0], named("b", None, "A. Bekov", "commissions")))
    connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")


@pytest.mark.parametrize("seed", range(8))
def test_any_run_of_updates_ends_where_a_rebuild_does(seed: int) -> None:
    chance = random.Random(seed)
    names = [
        "Askar Bekov",
        "A. Bekov",
        "Askar Békov",
        "Aslan Bekov",
        "Bekov",
        "Viktor Orban",
        "Viktor Orbán",
        "V. Orbán",
    ]

    def some(article_id: str) -> tuple[Record, str]:
        told = chance.sample(names, 3)
        text = f"{', '.join(told)} spoke of {chance.choice(('grain', 'commission', 'nothing'))}."
        people = [
            person(text, name, name, chance.choice(("KZ", "HU", None)), chance.choice(("Envoy", None))) for name in told
        ]
        event = Event("meeting", None, chance.choice(("2023", None)), "past", None, (told[0],), (), at(text, "spoke"))
        date = chance.choice(("2023-07-13", "2023", None, "2021-02"))
        return record(
            article_id, text, date, people=people, events=[event], source=Source(chance.choice(("A", "B", None)))
        )

    standing = {article_id: some(article_id) for article_id in "abcd"}
    connection = index(*standing.values())
    for _ in range(12):
        gone = chance.sample(sorted(standing), min(len(standing), chance.randrange(3)))
        new = {article_id: some(article_id) for article_id in chance.sample("abcdefgh", chance.randrange(3))}
        replaced = [article_id for article_id in new if article_id in standing]
        standing = {key: value for key, value in standing.items() if key not in gone} | new
        change(connection, {*gone, *replaced}, *new.values())
        assert dump(connection) == dump(index(*standing.values()))
    connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")


@pytest.mark.parametrize("date", ["2023-07-13", None])
def test_articles_of_one_day_stay_in_order_of_ids(date: str | None) -> None:
    """However often one comes in between, of which the numbers of the day must make room."""
    connection = index(record("m", "grain m", date))
    names = ["m", *(f"k{number:02}" for number in range(40, 0, -1)), *(f"k01{number:03}" for number in range(60))]
    for name in names[1:]:
        change(connection, [], record(name, f"grain {name}", date))
    assert ids(connection, sort="date") == sorted(names)
    assert ids(connection, text="grain") == sorted(names, reverse=True)
    connection.execute("INSERT INTO words(words) VALUES ('integrity-check')")


def test_a_day_may_have_thousands_of_articles() -> None:
    connection = index(*(record(f"{number:05}", "x1", "2023-07-13") for number in range(3000)))
    assert ids(connection, sort="date", limit=2) == ["00000", "00001"]
    assert ids(connection, since="2023-07-14") == []
    assert len(ids(connection, until="2023-07-13")) == 3000
    assert day_range(0, 12)[1] == 200_000 << 12


def test_a_day_that_runs_over_asks_for_a_rebuild() -> None:
    connection = index(record("a", "x1", "2023-07-13"))
    with pytest.raises(DayOverflowError):
        change(connection, [], *(record(f"{number:05}", "x1", "2023-07-13") for number in range(5000)))
    connection.execute("ROLLBACK")
    assert ids(connection) == ["a"]


# -- speed, as SQLite sees it


@pytest.mark.parametrize(
    "filters",
    [
        {},
        {"since": "2022", "until": "2023"},
        {"person": "szijjarto"},
        {"country": "HU"},
        {"event": "meeting"},
        {"metric": "exports"},
        {"country": "HU", "event": "meeting"},
        {"person": "orban", "since": "2023", "text": "grain"},
        {"text": "grain", "since": "2022"},
    ],
)
def test_no_filter_scans_a_table_or_sorts(archive: sqlite3.Connection, filters: dict[str, object]) -> None:
    sql, values = select(ask(archive, kept(**filters)), read.ARTICLE, newest_first=True, limit=20)
    steps = [row[3] for row in archive.execute(f"EXPLAIN QUERY PLAN {sql}", values)]
    assert not any("TEMP B-TREE" in step for step in steps), steps
    # Without a filter the newest twenty are read from the end of the table.
    scans = [step for step in steps if step.startswith("SCAN") and "VIRTUAL" not in step and "lead" not in step]
    assert scans == ([] if filters else ["SCAN a"]), steps


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (" date 2021-04-08 \nHead of State met", "Head of State met"),
        (
            "The talks of Mr. Bekov,\nheld on Nov. 2, went on\nfor an hour. They ended.\n\nMore.",
            "The talks of Mr. Bekov, held on Nov. 2, went on for an hour.",
        ),
        ("Ministers met\n\nin Riga. And left.", "Ministers met"),
        ("word " * 300, ("word " * 200).strip() + " …"),
        ("ASTANA. HARBOUR POST – Grain was sold. Wool was not.", "ASTANA. HARBOUR POST – Grain was sold."),
    ],
)
def test_the_first_sentence_stands_for_a_headline(text: str, shown: str) -> None:
    source = Source("Harbour Post", None, "Astana", Span(8, 20), None, Span(0, 6)) if "POST" in text else Source()
    assert opening(*record("a", text, None, source=source)) == shown
