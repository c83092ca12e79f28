"""When an article was published: stated, or bounded by what it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from kzhu.extract.clues import Clue, solve
from kzhu.extract.layout import read_document
from kzhu.extract.published import read_published
from kzhu.extract.times import find_times
from kzhu.knowledge import Knowledge, load_knowledge
from kzhu.records import Article, Published

DATA = Path(__file__).parents[1] / "data"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge([DATA])


def published(text: str, knowledge: Knowledge, told: str | None = None) -> Published:
    document = read_document(text, knowledge)
    return read_published(Article("a", None, "", text, published=told), document, find_times(document), knowledge)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (" date 2021-04-08 It rained.", "2021-04-08"),
        ("14:05, 12 March 2022\n\nRain again\n\nIt rained.", "2022-03-12"),
        ("Rain again\n\nMon, 9 Oct 2023 16:40\n\nIt rained.", "2023-10-09"),
        ("Rain again\n\nPosted: 12 November 2022, 07:50\n\nIt rained.", "2022-11-12"),
        ("Rain again\n11.02.2026, 14:05 506\n\nIt rained.", "2026-02-11"),
        ("24.05.2022\nPRESS RELEASE\n\nRain again\n\nIt rained.", "2022-05-24"),
        ("Rain again\n\nMay 21, 2024\n\nIt rained.", "2024-05-21"),
        ("Rain again\n\nBy Ann Lee on 3 November 2023\n\nIt rained.", "2023-11-03"),
        ("Rain again\n\n02/11/2023 10:15\n\nIt rained.", "2023-11-02"),
        ("Rain again\n\n02/13/2023\n\nIt rained.", "2023-02-13"),
        ("Rain again\n\n02/11/2023 10:15 AM\n\nIt rained.", "2023-02-11"),
        ("Rain again\n\nUpdated 5 May 2024, published 3 May 2024\n\nIt rained.", "2024-05-03"),
        ("BUDAPEST, 3 May 2024 (MTI) - It rained.", "2024-05-03"),
        ("PRAGUE 1996-12-06\nIt rained.", "1996-12-06"),
        ("ASTANA, Kazakhstan – October 5, 2023 – It rained.", "2023-10-05"),
        ("Rain again\n\n2023-05-05T14:05:00+06:00\n\nIt rained.", "2023-05-05"),
        ("Rain again\n\n5 May 2023 14:05 (UTC+04:00)\n\nIt rained.", "2023-05-05"),
        ("Rain again\n\nFri 5 May 2023 14.05 BST\n\nIt rained.", "2023-05-05"),
        ("Kazakhstan 5 May 2023 14:05\n\nRain again\n\nIt rained.", "2023-05-05"),
        ("Astana, 5 May 2023\n\nRain again\n\nIt rained.", "2023-05-05"),
        ("Rain again\n\nAnn Lee in Nation on 5 May 2023\n\nIt rained.", "2023-05-05"),
        ("Statement\n\nIt rained.\n\nAstana, 7 October 2023", "2023-10-07"),
        (" date 2023-06-21 Rain again\n\nPALIC, June 20 – It rained.", "2023-06-21"),
    ],
)
def test_stated(text: str, date: str, knowledge: Knowledge) -> None:
    found = published(text, knowledge)
    assert (found.date, found.basis, found.earliest, found.latest) == (date, "stated", date, date)
    [evidence] = found.evidence
    assert evidence.span is not None


def test_metadata_counts_as_stated(knowledge: Knowledge) -> None:
    found = published("It rained on 1 May 2020.", knowledge, told="2020-05-03T10:00:00Z")
    assert (found.date, found.basis) == ("2020-05-03", "stated")


@pytest.mark.parametrize(
    ("text", "date", "earliest", "latest"),
    [
        # "This year" against a year named.
        ("Trade grew in the first eight months of this year, up 6% compared to 2023.",
         "2024", "2024-09-01", "2024-12-31"),
        ("Imports rose from $120 million in 2020 to $150 million last year.", "2022", "2022-01-01", "2022-12-31"),
        ("In January-May of this year sales came to $41 million, 3% less than in the same period of 2021.",
         "2022", "2022-06-01", "2022-12-31"),
        ("Prices grew in March. In the same month of 2023 they fell.", "2024", "2024-03-01", "2024-12-31"),
        ("Last year (2022) was dry.", "2023", "2023-01-01", "2023-12-31"),
        ("Exports grew by 5% in January-September, the bank said. In the same period of 2022 they fell.",
         "2023", "2023-10-01", "2023-12-31"),
        ("Romania harvested 12.6 million tons in 2024, 5% more than last year.", "2024", "2024-01-01", "2024-12-31"),
        ("In 2023 trade was worth $16 billion. In the first seven months of this year it came to $12 billion.",
         "2024", "2024-08-01", "2024-12-31"),
        ("At the 80th session of the UN General Assembly the two met on Sept. 22.",
         "2025-09-22", "2025-09-22", "2025-09-23"),
        ("A concert for the 30th anniversary of Kazakhstan's independence was given.",
         "2021", "2021-01-01", "2021-12-31"),
        ("Since the beginning of 2024, the country has exported 3 million tons.", "2024", "2024-01-01", "2024-12-31"),
        # Days without a year.
        ("BUDAPEST, March 4 – In 2023 trade reached $4.2 billion.", "2024-03-04", "2024-03-04", "2024-03-04"),
        ("ASTANA, July 10 – In the first five months of 2024 trade grew.", "2024-07-10", "2024-07-10", "2024-07-10"),
        ("“2024 will be the year of trains,” they said on Thursday, January 18.",
         "2024-01-18", "2024-01-18", "2024-01-19"),
        ("BAKU, Azerbaijan, October 5. It rained. Sales grew this year against 2021.",
         "2022-10-05", "2022-10-05", "2022-10-05"),
        ("The gala closed last Saturday, 14 October. Petofi was born 200 years ago this year.",
         "2023-10", "2023-10-15", "2023-10-21"),
        ("Sales rose in the first half of this year from 9 in the first half of 2023. The games will open on Sept. 8.",
         "2024", "2024-07-01", "2024-09-07"),
        ("BAKU, Oct. 5. It exported 5 tons from January through August 2023.",
         "2023-10-05", "2023-10-05", "2023-10-05"),
        # The news itself.
        ("The ministers met on 12 March 2024 in Oslo. They talked.", "2024-03", "2024-03-12", "2024-03-19"),
        ("Oil fell by 2% on Friday, 28 June 2024, the exchange said.", "2024-06", "2024-06-28", "2024-07-05"),
        ("The award was handed over in Vienna on Sept. 9, 2022, the embassy reported.",
         "2022-09", "2022-09-09", "2022-09-16"),
        ("OSLO – A new envoy was named on 3 May 2021. From 2014 to 2021 she served in Lima.",
         "2021-05", "2021-05-03", "2021-05-10"),
        # A dateline's day that falls on the weekday of the news in one year only.
        ("RIGA, June 4 – The port is closed, the harbour office said on Tuesday. It has stood since 2020.",
         "2024-06-04", "2024-06-04", "2024-06-04"),
        ("LISBON, May 9 (Lusa) - The bridge is safe, the city council said on Thursday. It was built in 2021.",
         "2024-05-09", "2024-05-09", "2024-05-09"),
    ],
)  # fmt: skip
def test_inferred(text: str, date: str, earliest: str, latest: str, knowledge: Knowledge) -> None:
    found = published(text, knowledge)
    assert (found.date, found.basis, found.earliest, found.latest) == (date, "inferred", earliest, latest)
    assert all(evidence.reason for evidence in found.evidence)


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "ASTANA. It rained.",
        "The number of students has doubled over the past five years. Applications close on 15 January.",
        "The embassy was opened on 1 May 1992. It stands still.",
        "The plant will open by 2030.",
        # That may be 2019 or 2024, and what was told a day later still more years.
        "PARIS, May 6 – A bridge fell on Monday. It had been built in 2019.",
        "The ministers met on 31 September. They will meet on Monday, 30 February.",
    ],
)
def test_unknown(text: str, knowledge: Knowledge) -> None:
    found = published(text, knowledge)
    assert (found.date, found.basis) == (None, "unknown")


def test_a_name_in_force_bounds_the_date(knowledge: Knowledge) -> None:
    found = published("NUR-SULTAN. It rained.", knowledge)
    assert (found.date, found.earliest, found.latest) == (None, "2019-03-23", "2022-09-16")
    [evidence] = found.evidence
    assert evidence.reason == 'the dateline names "Nur-Sultan", in force from 2019-03-23 to 2022-09-16'


def test_contradictory_evidence_is_told() -> None:
    clues = (
        Clue("one", (("2023-01-01", "2023-12-31"),), weight=2),
        Clue("two", (("2023-06-01", ""),), weight=2),
        Clue("three", (("", "2020-12-31"),)),
    )
    found = solve(clues)
    assert (found.date, found.earliest, found.latest) == ("2023", "2023-06-01", "2023-12-31")
    assert [evidence.reason.startswith(("one", "two")) for evidence in found.evidence] == [True, True, False]
    assert found.evidence[2].reason == "three (contradicts the rest, so it was set aside)"


def test_order_of_evidence_does_not_matter() -> None:
    clues = (
        Clue("a", (("2019-03-20", ""),)),
        Clue("b", yearly=(11, 2, 11, 3), weight=2),
        Clue("c", (("2023-09-01", "2024-01-31"),), weight=3),
        Clue("d", (("1998-05-06", "2019-03-22"), ("2022-09-17", ""))),
    )
    expected = ("2023-11-02", "inferred", "2023-11-02", "2023-11-03")
    for order in ((0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)):
        found = solve(tuple(clues[i] for i in order))
        assert (found.date, found.basis, found.earliest, found.latest) == expected


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The concert marked 175 years since the death of the composer in 1849.", "2024"),
        ("Founded in 1899, the club kept its 125th anniversary with a match.", "2024"),
        ("The festival honoured the composer Mikalojus Konstantinas Čiurlionis, born 150 years ago.", "2025"),
    ],
)
def test_an_anniversary_tells_the_year(text: str, date: str, knowledge: Knowledge) -> None:
    assert published(text, knowledge).date == date


def test_a_birth_tells_nothing_of_a_death(knowledge: Knowledge) -> None:
    """The year of Chopin's birth is known; how long ago he died is another matter."""
    assert published("The concert marked 175 years since the death of Chopin.", knowledge).date is None


def test_a_distant_year_does_not_choose_among_weekdays(knowledge: Knowledge) -> None:
    text = "The festival ended last Sunday, 21 September. A street was given his name in 1975."
    found = published(text, knowledge)
    assert (found.date, found.latest) == (None, "2025-09-28")
