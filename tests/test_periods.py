"""EDTF periods: their bounds, how they are written, and how they compare."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from kzhu import periods
from kzhu.errors import PeriodError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023", "2023-01-01", "2023-12-31"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-07-13", "2023-07-13", "2023-07-13"),
        ("2023-01/2023-05", "2023-01-01", "2023-05-31"),
        ("2005/2023-03", "2005-01-01", "2023-03-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("199X/2023", "1990-01-01", "2023-12-31"),
        ("1992~", "1990-01-01", "1994-12-31"),
        ("1992?", "1992-01-01", "1992-12-31"),
        ("2005/..", "2005-01-01", "9999-12-31"),
        ("../2023", "0001-01-01", "2023-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(text: str, first: str, last: str) -> None:
    assert periods.bounds(text) == (date.fromisoformat(first), date.fromisoformat(last))
    assert periods.is_period(text)


@pytest.mark.parametrize(
    "text", ["", "soon", "23", "2023-13", "2023-02-29", "2023-7", "2024/2023", "2023-05/2023-01", "2023-07-13T10:00"]
)
def test_anything_else_is_no_period(text: str) -> None:
    assert not periods.is_period(text)
    with pytest.raises(PeriodError):
        periods.bounds(text)


@pytest.mark.parametrize("seed", range(100))
def test_what_is_written_reads_back(seed: int) -> None:
    draw = random.Random(seed)
    first = date(1900, 1, 1) + timedelta(days=draw.randrange(60_000))
    if draw.random() < 0.5:
        first = first.replace(day=1)
    last = first + timedelta(days=draw.choice([0, 1, 30, 89, 364, 4_000]))
    assert periods.bounds(periods.period(first, last)) == (first, last)


def test_a_period_is_written_as_short_as_it_can_be() -> None:
    assert periods.period(date(2023, 1, 1), date(2023, 12, 31)) == "2023"
    assert periods.period(date(2005, 1, 1), date(2023, 12, 31)) == "2005/2023"
    assert periods.period(date(2024, 2, 1), date(2024, 2, 29)) == "2024-02"
    assert periods.period(date(2023, 12, 1), date(2024, 2, 29)) == "2023-12/2024-02"
    assert periods.period(date(2023, 7, 3), date(2023, 7, 9)) == "2023-07-03/2023-07-09"
    with pytest.raises(PeriodError):
        periods.period(date(2023, 7, 3), date(2023, 7, 2))


def test_periods_compare_by_their_days() -> None:
    assert periods.same("2023", "2023-01/2023-12")
    assert not periods.same("2023", "2023-01/2023-11")
    assert periods.overlap("2023-01/2023-05", "2023-05-31")
    assert not periods.overlap("2022", "2023")
    assert periods.contains("2023", "2023-07-13")
    assert not periods.contains("2023-07", "2023")


@pytest.mark.parametrize(
    ("text", "years", "moved"),
    [
        ("2023", -1, "2022"),
        ("2023-01/2023-05", -1, "2022-01/2022-05"),
        ("2024-02-29", -1, "2023-02-28"),
        ("2024-02-29", -4, "2020-02-29"),
        ("2005/..", 1, "2006/.."),
        ("1992~", 1, "1993~"),
    ],
)
def test_a_period_moves_by_whole_years(text: str, years: int, moved: str) -> None:
    assert periods.shift_years(text, years) == moved


def test_a_decade_does_not_move_by_years() -> None:
    with pytest.raises(PeriodError):
        periods.shift_years("199X", 1)


def test_the_last_day_there_is_has_no_next() -> None:
    assert periods.day_after(date(2023, 12, 31)) == date(2024, 1, 1)
    assert periods.day_after(date.max) == date.max
