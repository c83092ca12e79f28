"""Figures laid on one line of time."""

from __future__ import annotations

import random
from typing import Any

import pytest

from kzhu.analysis.agreement import allowed, rounding
from kzhu.analysis.timeline import build
from kzhu.answers import FigureRow, TimelineRow


def figure(article: str, value: float, period: str | None, **more: Any) -> FigureRow:
    """A trade figure between Kazakhstan and Hungary, in US dollars unless told otherwise."""
    blank = FigureRow(
        article=article, date=None, basis="stated", source="", metric="trade-turnover", kind="level",
        parties=("HU", "KZ"), value=value, value_high=None, unit="USD", bound="=", period=period, percent=None,
        times=None, base=None, from_country=None, to_country=None, start=0, end=0, quote="",
    )  # fmt: skip
    return blank._replace(**more)


def lines(*figures: FigureRow) -> list[tuple[str | None, str, str, float, tuple[str, ...]]]:
    return [(row.period, row.status, row.measure, row.value, row.articles) for row in build(figures)]


def test_one_article_reports_and_two_that_agree_within_their_rounding_confirm() -> None:
    assert lines(figure("a", 172_200_000, "2022")) == [("2022", "reported", "level", 172_200_000, ("a",))]
    assert lines(figure("a", 172_200_000, "2022"), figure("b", 172_000_000, "2022", bound="~")) == [
        ("2022", "confirmed", "level", 172_200_000, ("a", "b"))
    ]


def test_the_same_article_saying_it_twice_confirms_nothing() -> None:
    assert lines(figure("a", 5e6, "2022"), figure("a", 5e6, "2022"))[0][1] == "reported"


def test_figures_that_disagree_are_both_shown() -> None:
    assert lines(figure("a", 172_200_000, "2022"), figure("b", 190_400_000, "2022")) == [
        ("2022", "conflict", "level", 172_200_000, ("a",)),
        ("2022", "conflict", "level", 190_400_000, ("b",)),
    ]


def test_more_than_a_round_number_agrees_with_one_just_above_it() -> None:
    [row] = build([figure("a", 130_000_000, "2022", bound=">"), figure("b", 131_200_000, "2022")])
    assert (row.status, row.value, row.bound) == ("confirmed", 131_200_000, "=")


def test_a_growth_implies_the_level_of_its_base_and_shows_the_arithmetic() -> None:
    base, level = build([figure("a", 172_200_000, "2022", percent=19.5, base="2021")])
    assert (base.period, base.status, base.value) == ("2021", "implied", 144_100_000)
    assert base.note == "172.2 million USD (2022) / 1.195 = 144.1 million USD"
    assert (level.status, level.percent) == ("reported", 19.5)


def test_a_growth_without_its_base_is_year_on_year() -> None:
    base, _ = build([figure("a", 131_000_000, "2024-01/2024-08", bound=">", percent=6)])
    assert (base.period, base.bound, base.value) == ("2023-01/2023-08", ">", 123_600_000)


def test_growths_told_of_one_period_that_disagree_are_a_conflict() -> None:
    told = figure("a", 172_200_000, "2022", percent=19.5, base="2021")
    other = figure("b", 20, "2022", kind="change", unit="percent", bound=">", percent=20, base="2021")
    conflicts = [row for row in build([told, other]) if row.status == "conflict"]
    assert [(row.measure, row.value, row.bound, row.articles) for row in conflicts] == [
        ("growth", 19.5, "=", ("a",)),
        ("growth", 20, ">", ("b",)),
    ]
    assert conflicts[0].note == "growth: others say >+20% (b)"


def test_a_growth_that_contradicts_the_levels_is_a_conflict() -> None:
    rows = build([figure("a", 200e6, "2021"), figure("b", 260e6, "2022", percent=10, base="2021")])
    [conflict] = [row for row in rows if row.status == "conflict"]
    assert conflict.note == "the levels give 260 million USD / 200 million USD = +30.0%"


def test_a_growth_told_alone_stands_alone_and_implies_what_a_level_allows() -> None:
    grown = figure("b", 10, "2022", kind="change", unit="percent", percent=10, base="2021")
    assert lines(grown) == [("2022", "reported", "growth", 10, ("b",))]
    implied = [row for row in build([figure("a", 200e6, "2021"), grown]) if row.status == "implied"]
    assert [(row.period, row.value, row.articles) for row in implied] == [("2022", 220e6, ("a", "b"))]


def test_targets_and_figures_without_a_period_come_last() -> None:
    target = figure("c", 1e9, None, kind="target")
    found = lines(target, figure("b", 3, None), figure("a", 5e6, "2022"))
    assert [row[1] for row in found] == ["reported", "reported", "target"]


def test_money_in_two_currencies_is_never_compared() -> None:
    rows = build([figure("a", 100e6, "2022"), figure("b", 92e6, "2022", unit="EUR")])
    assert {row.status for row in rows} == {"reported"}


def test_each_direction_of_investment_is_a_series_of_its_own() -> None:
    there = figure("a", 10e6, "2022", metric="investment", from_country="HU", to_country="KZ")
    back = figure("b", 3e6, "2022", metric="investment", from_country="KZ", to_country="HU")
    assert {row.status for row in build([there, back])} == {"reported"}


@pytest.mark.parametrize("seed", range(50))
def test_the_order_in_which_figures_arrive_changes_nothing(seed: int) -> None:
    random_ = random.Random(seed)
    figures = [
        figure(
            random_.choice("abcd"),
            random_.choice([100e6, 102e6, 150e6]),
            random_.choice(["2020", "2021", "2022", "2022-01/2022-05", None]),
            percent=random_.choice([None, None, 10, 50]),
            bound=random_.choice("=~>"),
            start=i,
        )
        for i in range(8)
    ]
    shuffled = random_.sample(figures, len(figures))

    def seen(rows: list[TimelineRow]) -> set[tuple[object, ...]]:
        return {(row.period, row.status, row.measure, row.value, row.bound, row.articles) for row in rows}

    assert seen(build(figures)) == seen(build(shuffled))


@pytest.mark.parametrize(
    ("value", "half"), [(172_200_000, 50_000), (19.5, 0.05), (1_000_000_000, 25_000_000), (0, 0), (68.4e6, 50_000)]
)
def test_a_printed_number_is_exact_to_its_last_digit(value: float, half: float) -> None:
    assert rounding(value) == pytest.approx(half)


def test_a_bound_widens_what_a_number_allows() -> None:
    assert allowed(100, "=").high < allowed(100, "~").high < allowed(100, ">").high
    assert allowed(100, ">").low == 100
    assert allowed(20, "=", 25).meets(allowed(23, "="))
