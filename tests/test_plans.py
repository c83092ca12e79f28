"""How SQLite goes about each question: never through a whole table that grows with the archive."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

import kzhu
from kzhu import archive
from kzhu.archive import Archive

#: One of each filter, of one value and of several.
FILTERS: dict[str, dict[str, str]] = {
    "since": {"since": "2021"},
    "until": {"until": "2022-03"},
    "both": {"since": "2021", "until": "2022"},
    "person": {"person": "Omarov"},
    "persons of one name": {"person": "Anna"},
    "country": {"country": "HU"},
    "event": {"event": "meeting"},
    "metric": {"metric": "trade-turnover"},
    "metrics": {"metric": "exports,imports"},
    "source": {"source": "Agency 3"},
    "sources": {"source": "Agency"},
    "source and country": {"source": "Agency 3", "country": "HU", "since": "2021"},
}
QUESTIONS: dict[str, Callable[..., object]] = {
    "articles": lambda opened, **filters: list(opened.articles(limit=5, **filters)),
    "oldest first": lambda opened, **filters: list(opened.articles(limit=5, sort="date", **filters)),
    "figures": lambda opened, **filters: list(opened.figures(limit=5, **filters)),
    "events": lambda opened, **filters: list(opened.events(limit=5, **filters)),
    "appearances": lambda opened, **filters: list(opened.appearances(limit=5, **filters)),
    "people": lambda opened, **filters: list(opened.people(limit=5, **filters)),
    "count": lambda opened, **filters: opened.count(**filters),
}
#: Tables that grow with the archive, and what queries call them.
GROWING = re.compile(r"SCAN (a|x|e|f|lead|article|appearance|figure|event)\b")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = Path(archive.create(tmp_path_factory.mktemp("plans") / "made"))
    with (folder / "articles" / "made.jsonl").open("w", encoding="utf-8") as store:
        for number in range(40):
            text = (
                "BUDAPEST. - Minister of Trade of Kazakhstan Dastan Omarov met with Anna"
                f" K{'aeiou'[number % 5]}rolyi of Hungary in Budapest. Trade turnover reached {number + 5} million"
                f" euros in 2019, exports {number + 2} million euros and imports {number + 1} million euros.\n"
            )
            day = f"202{number % 4}-0{number % 9 + 1}-11"
            fields = {"id": f"{number:02}", "text": text, "date": day, "outlet": f"Agency {number % 7}"}
            store.write(json.dumps(fields) + "\n")
    with kzhu.open(folder) as made:
        yield made


def plans(opened: Archive, ask: Callable[..., object], filters: dict[str, str]) -> Iterator[str]:
    """Every step of every statement that a question runs."""
    asked: list[str] = []
    connection = opened._connection
    connection.set_trace_callback(asked.append)
    try:
        ask(opened, **filters)
    finally:
        connection.set_trace_callback(None)
    for statement in asked:
        if statement.startswith(("SELECT", "WITH")):
            for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
                yield f"{step} in {statement}"


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("kind", FILTERS)
def test_no_filter_goes_through_a_whole_table(opened: Archive, question: str, kind: str) -> None:
    steps = list(plans(opened, QUESTIONS[question], FILTERS[kind]))
    assert steps
    assert [step for step in steps if GROWING.match(step)] == []


@pytest.mark.parametrize("kind", FILTERS)
@pytest.mark.parametrize("question", ["articles", "oldest first"])
def test_articles_come_in_order_without_a_sort(opened: Archive, question: str, kind: str) -> None:
    steps = list(plans(opened, QUESTIONS[question], FILTERS[kind]))
    assert [step for step in steps if "TEMP B-TREE FOR ORDER BY in SELECT a.id" in step] == []
    assert [step for step in steps if "TEMP B-TREE FOR ORDER BY in WITH" in step] == []


@pytest.mark.parametrize("kind", ["since", "until", "both", "person", "country", "event", "type and country", "all"])
def test_events_come_in_order_without_a_sort(opened: Archive, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    filters = {"type and country": {"event": "meeting", "country": "HU"}, "all": {}}.get(kind) or FILTERS.get(kind, {})
    sorted_ = list(opened.events(**filters))  # type: ignore[arg-type] # only filters of texts
    # As where very many articles are kept.
    monkeypatch.setattr("kzhu.index.facts.FEW", 1)
    steps = list(plans(opened, QUESTIONS["events"], filters))
    assert [step for step in steps if "TEMP B-TREE FOR ORDER BY" in step] == []
    assert list(opened.events(**filters)) == sorted_  # type: ignore[arg-type] # as above
    newest = list(opened.events(sort="-date", **filters))  # type: ignore[arg-type] # as above
    assert newest == sorted_[::-1]


@pytest.mark.parametrize(
    ("question", "kind"), [("people", "all"), *product(["figures", "appearances"], [*FILTERS, "all"])]
)
def test_facts_come_in_order_without_a_great_sort(opened: Archive, question: str, kind: str) -> None:
    """Only what one article has may be sorted, and those whom a name can mean."""
    steps = list(plans(opened, QUESTIONS[question], FILTERS.get(kind, {})))
    great = [
        step for step in steps if "TEMP B-TREE FOR ORDER BY" in step and not re.search(r"x.article =|FROM person", step)
    ]
    assert great == []


@pytest.mark.parametrize("kind", FILTERS)
def test_the_order_is_that_of_time(opened: Archive, kind: str) -> None:
    filters = FILTERS[kind]
    newest = [row.id for row in opened.articles(**filters)]  # type: ignore[arg-type] # only filters of texts
    oldest = [row.id for row in opened.articles(sort="date", **filters)]  # type: ignore[arg-type] # as above
    dates = [row.date for row in opened.articles(**filters)]  # type: ignore[arg-type] # as above
    assert newest == oldest[::-1]
    assert dates == sorted(dates, key=str, reverse=True)
    assert len(newest) == opened.count(**filters)  # type: ignore[arg-type] # as above
    assert newest[:3] == [row.id for row in opened.articles(limit=3, **filters)]


def test_several_values_are_merged_as_they_are_probed(opened: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    merged = [[row.id for row in opened.articles(**FILTERS[kind])] for kind in FILTERS]  # type: ignore[arg-type] # ditto
    monkeypatch.setattr("kzhu.index.ask._MOST_ARMS", 0)
    probed = [[row.id for row in opened.articles(**FILTERS[kind])] for kind in FILTERS]  # type: ignore[arg-type] # ditto
    assert merged == probed
    assert all(merged)
