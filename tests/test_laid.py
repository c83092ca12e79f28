"""A timeline laid as its rows are asked for: the same rows, and no more work than they take."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import kzhu
from kzhu import archive, folders, joint, update
from kzhu.analysis import timeline
from kzhu.analysis.growth import Days
from kzhu.answers import FigureRow, TimelineRow
from kzhu.answers.timeline import Laid
from kzhu.archive import Archive
from kzhu.cli.group import cli
from kzhu.index import leading, lines
from kzhu.index.filters import Filters, metrics_for
from kzhu.index.schema import UNDATED
from kzhu.index.series import shares


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = Path(archive.create(tmp_path_factory.mktemp("laid") / "made"))
    chance = random.Random(5)
    for number in range(60):
        other = chance.choice(["Hungary", "France", "Japan"])
        year = chance.randrange(2015, 2023)
        name = f"{number:02}.txt" if number % 7 else f"{number:02}\n{number:02}.txt"  # which a file may be called
        (folder / "articles" / name).write_text(
            f" date {year + 1}-02-03 \nASTANA - Trade turnover between Kazakhstan and {other} reached"
            f" {chance.randrange(80, 120)} million dollars in {year}, up {chance.randrange(1, 30)} percent."
            f" Exports to {other} were {chance.randrange(20, 40)} million dollars.\n",
            "utf-8",
        )
    with kzhu.open(folder) as made:
        yield made


@pytest.mark.parametrize("long", [0, 30, 1000])
@pytest.mark.parametrize("filters", [{}, {"country": "FR"}, {"country": ("KZ", "JP")}])
@pytest.mark.parametrize("metric", ["trade", "exports", "trade-turnover"])
def test_series_by_series_is_what_all_at_once_is(
    opened: Archive, metric: str, filters: dict[str, str], long: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = timeline.build(opened.figures(metric=",".join(metrics_for(metric)), **filters))  # type: ignore[arg-type] # filters of texts
    listed = opened.timeline(metric, **filters)  # type: ignore[arg-type] # as above
    monkeypatch.setattr(joint, "_LAID_AT_ONCE", 0)
    monkeypatch.setattr(leading, "LONG", long)
    lazy = opened.timeline(metric, **filters)  # type: ignore[arg-type] # as above
    assert isinstance(lazy, Laid)
    assert at_once
    assert at_once == listed == list(lazy)


def _told(chance: random.Random) -> list[FigureRow]:
    """Figures of one series, in which periods, units, growths and equal values meet in every way."""
    periods = [None, "2019", "2020", "2020-01/2020-12", "2021", "2021-01/2021-03", "2022~", "../2020", "2016-02-29"]
    found = []
    for number in range(chance.randrange(1, 60)):
        kind = chance.choice(["level", "level", "level", "change", "target"])
        grown = kind == "change" or (kind == "level" and chance.random() < 0.5)
        percent = chance.choice([5.0, 10.0, -20.0, -100.0]) if grown and chance.random() < 0.8 else None
        found.append(
            FigureRow(
                article=f"{chance.randrange(20):02}",
                date=None,
                basis="stated",
                source="",
                metric="exports",
                kind=kind,
                parties=("HU", "KZ"),
                value=chance.choice([100.0, 101.0, 110.0, 120.0]),
                value_high=chance.choice([None, None, 125.0]),
                unit="percent" if kind == "change" else chance.choice(["USD", "USD", "EUR", "t"]),
                bound=chance.choice(["=", "=", "~", ">", "<"]),
                period=chance.choice(periods),
                percent=percent,
                times=2.0 if grown and percent is None else None,
                base=chance.choice([None, None, "2019", "2022"]) if grown else None,
                from_country=None,
                to_country=None,
                start=number,
                end=number + 1,
                quote="",
            )
        )
    return found


def test_a_series_day_by_day_is_what_it_is_as_a_whole() -> None:
    chance = random.Random(11)
    ties = 0
    for _ in range(400):
        figures = _told(chance)
        # As the index has them: articles by the days that they tell of.
        standing: dict[tuple[int, int], set[str]] = {}
        ((_, count, _),) = shares(_as_kept(row) for row in figures)
        for row in figures:
            ((*_, days),) = shares([_as_kept(row)])
            for each in days:
                standing.setdefault(each, set()).add(row.article)
        laid = []
        for at in sorted(standing):
            days_of = None if at[0] == UNDATED else (date.fromordinal(at[0]), date.fromordinal(at[1]))
            here = [row for row in figures if row.article in standing[at]]
            ends = timeline.touching(days_of, here)
            articles = set().union(*(standing[_ordinals(end)] for end in ends))
            near = [row for row in figures if row.article in articles]
            chance.shuffle(near)
            laid += timeline.lay_on(days_of, near)
        assert count == len(figures)
        assert laid == timeline.lay(figures)
        places = [(row.period, row.status, row.value) for row in laid if row.measure == "level"]
        ties += len(places) != len({*places})
    assert ties > 50


def _ordinals(days: Days) -> tuple[int, int]:
    return (days[0].toordinal(), days[1].toordinal()) if days else (UNDATED, UNDATED)


def _as_kept(row: FigureRow) -> tuple[object, ...]:
    return (row.metric, row.kind, " ".join(row.parties), *row[7:19])


def test_the_beginning_of_a_long_series_takes_no_more_than_its_first_days(
    opened: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leading, "LONG", 0)
    monkeypatch.setattr(lines.Line, "all", None)
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    taken = []
    for limit in (1, 30):
        steps = 0
        opened._connection.set_progress_handler(count, 10)
        assert len(opened.timeline("exports", limit=limit)) == limit
        taken.append(steps)
    opened._connection.set_progress_handler(None, 0)
    assert taken[0] * 3 < taken[1]


@pytest.mark.parametrize("beginning", [1, 7, 1000])
def test_the_fullest_series_of_a_metric_is_laid_when_the_index_is_written(
    opened: Archive, beginning: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leading, "LONG", 5)
    monkeypatch.setattr(leading, "BEGINNING", beginning)
    made, _ = update.in_memory(folders.find(opened.path))
    fullest, *others = (lines.Line(made, one) for one in lines.series(made, Filters(metric=("exports",))) or ())
    kept = leading.rows(made, fullest.number, fullest.key)
    every = timeline.lay(fullest.all())
    assert len(kept) >= min(beginning, len(every))
    assert kept == every[: len(kept)]
    assert not any(leading.rows(made, line.number, line.key) for line in others)
    # Nothing else is asked of it.
    monkeypatch.setattr(lines.Line, "days", None)
    monkeypatch.setattr(lines.Line, "all", None)
    assert joint.timeline(made, Filters(metric=("exports",), limit=len(kept))) == kept
    made.close()


def test_rows_that_nobody_asks_for_are_not_laid() -> None:
    laid: list[int] = []

    def coming() -> Iterator[list[TimelineRow]]:
        for number in range(9):
            laid.append(number)
            yield [
                TimelineRow("m", (), None, None, str(number), "reported", "level", 1, None, "", "=", None, None, (), "")
            ] * 3

    rows = Laid(coming())
    assert rows[0].period == "0"
    assert laid == [0]
    assert [row.period for row in rows[2:5]] == ["0", "1", "1"]
    assert bool(rows)
    assert laid == [0, 1]
    assert rows[-1].period == "8"
    assert len(rows) == len(list(rows)) == 27


def test_a_hundred_lines_are_printed_where_none_are_asked_for(opened: Archive) -> None:
    every = CliRunner().invoke(cli, ["--archive", opened.path, "timeline", "--limit", "all"])
    usual = CliRunner().invoke(cli, ["--archive", opened.path, "timeline"])
    assert len(every.stdout.splitlines()) == len(opened.timeline()) > 100
    assert usual.stdout.splitlines() == every.stdout.splitlines()[:100]
    assert (every.stderr, usual.stderr) == ("", "kzhu: only the first 100 are shown; --limit all shows the rest\n")
