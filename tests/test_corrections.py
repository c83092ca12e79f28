"""Corrections beside an article: what a person says wins, what does not fit is told with its line."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from kzhu.corrections import Correction, read_correction
from kzhu.knowledge import load_knowledge
from kzhu.records import Change, Problem, Published, Record, Source, Span

TEXT = "Peter Siyarto met\nAskar Bekov in Astana. Siyarto said exports of about 70 million euros grew by 19.5%."
KNOWLEDGE = load_knowledge([])
RECORD = Record("a", "a.txt", "0", "en", None, None, Published(), Source("MTI", None, "Astana"), (), (), (), ())


def read(tmp_path: Path, yaml: str) -> tuple[Correction, tuple[Problem, ...]]:
    path = tmp_path / "a.yaml"
    path.write_text(yaml, "utf-8")
    return read_correction(path, "a.yaml", TEXT, KNOWLEDGE)


def test_each_field_wins_over_the_record(tmp_path: Path) -> None:
    correction, problems = read(
        tmp_path,
        """
published: 2024-11
headline: Ministers meet
source: {outlet: Kazinform, dateline: ~}
people:
  - {name: Péter Szijjártó, country: HU, role: Minister of Foreign Affairs of Hungary,
     surfaces: [Siyarto, Peter Siyarto]}
figures:
  - {metric: exports, value: 70000000, unit: EUR, bound: "~", period: 2023, parties: [KZ, HU],
     change: {percent: 19.5, base: 2022}, quote: about 70 million euros}
events:
  - {type: meeting, date: 2024-11-05, place: Astana, people: [Péter Szijjártó], countries: [KZ, HU],
     quote: met Askar Bekov}
""",
    )
    assert problems == ()
    record = correction.apply(RECORD)
    assert (record.published.date, record.published.basis) == ("2024-11", "curated")
    assert (record.published.earliest, record.published.latest) == ("2024-11-01", "2024-11-30")
    assert (record.headline, record.headline_span) == ("Ministers meet", None)
    assert (record.source.outlet, record.source.dateline) == ("Kazinform", None)
    [person] = record.people
    assert (person.id, person.mentions) == ("peter-szijjarto", (Span(0, 13), Span(41, 48)))
    [figure] = record.figures
    assert (figure.value, figure.parties, figure.bound) == (Decimal(70_000_000), ("HU", "KZ"), "~")
    assert figure.change == Change(Decimal("19.5"), None, "2022")
    [event] = record.events
    assert event.span.cut(TEXT) == "met\nAskar Bekov"


def test_what_is_not_corrected_stays(tmp_path: Path) -> None:
    correction, _ = read(tmp_path, "source: {outlet: Kazinform}\n")
    record = correction.apply(RECORD)
    assert record.source == Source("Kazinform", None, "Astana")
    assert correction.published is None
    assert Correction({}).apply(RECORD) == RECORD


def test_bounds_may_be_given(tmp_path: Path) -> None:
    correction, problems = read(tmp_path, "published: {date: 2024, earliest: 2024-09-01, latest: 2024-12-31}\n")
    assert problems == ()
    assert correction.published is not None
    assert correction.published.earliest == "2024-09-01"


@pytest.mark.parametrize(
    ("yaml", "line", "what"),
    [
        ("events:\n  - {type: meeting, quote: met in Paris}\n", 2, "no longer fits: the text has no 'met in Paris'"),
        ("people:\n  - name: Nobody Here\n", 2, "no longer fits"),
        ("published: soon\n", 1, "not a period"),
        ("published: {date: 2024, latest: 2024-12}\n", 1, "days such as"),
        ("headline: x\nheadline: y\n", 2, "stands twice"),
        ("headlin: x\n", 1, "unknown field 'headlin'"),
        ("source: {outlets: x}\n", 1, "unknown key 'outlets'"),
        ("figures:\n  - {metric: exports, unit: EUR, quote: about}\n", 2, "lacks 'value'"),
        ("figures:\n  - {metric: exports, value: many, unit: EUR, quote: about}\n", 2, "must be a number"),
        ("- a list\n", 1, "must be a mapping"),
        ("people: [}\n", 1, "is no YAML"),
    ],
)
def test_mistakes_are_told_with_their_line_and_lose_nothing_else(
    tmp_path: Path, yaml: str, line: int, what: str
) -> None:
    correction, problems = read(tmp_path, yaml)
    assert [(problem.where, problem.fatal) for problem in problems] == [(f"a.yaml:{line}", False)]
    assert what in problems[0].what
    assert correction.published is None


def test_one_wrong_fact_leaves_the_others(tmp_path: Path) -> None:
    correction, problems = read(
        tmp_path, "events:\n  - {type: meeting, quote: met Askar Bekov}\n  - {type: meeting, quote: gone}\n"
    )
    assert [problem.where for problem in problems] == ["a.yaml:3"]
    assert len(correction.apply(RECORD).events) == 1
