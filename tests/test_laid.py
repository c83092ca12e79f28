"""A timeline laid as its rows are asked for: the same rows, and no more work than they take."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import kzhu
from kzhu import archive, joint
from kzhu.analysis import timeline
from kzhu.analysis.laid import Laid
from kzhu.analysis.timeline import TimelineRow
from kzhu.archive import Archive
from kzhu.cli.group import cli


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = Path(archive.create(tmp_path_factory.mktemp("laid") / "made"))
    chance = random.Random(5)
    for number in range(60):
        other = chance.choice(["Hungary", "France", "Japan"])
        year = chance.randrange(2015, 2023)
        (folder / "articles" / f"{number:02}.txt").write_text(
            f" date {year + 1}-02-03 \nASTANA - Trade turnover between Kazakhstan and {other} reached"
            f" {chance.randrange(80, 120)} million dollars in {year}, up {chance.randrange(1, 30)} percent."
            f" Exports to {other} were {chance.randrange(20, 40)} million dollars.\n",
            "utf-8",
        )
    with kzhu.open(folder) as made:
        yield made


@pytest.mark.parametrize("filters", [{}, {"country": "FR"}, {"country": ("KZ", "JP")}])
@pytest.mark.parametrize("metric", ["trade", "exports", "trade-turnover"])
def test_series_by_series_is_what_all_at_once_is(
    opened: Archive, metric: str, filters: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = timeline.build(opened.figures(metric=",".join(timeline.metrics_for(metric)), **filters))  # type: ignore[arg-type] # filters of texts
    listed = opened.timeline(metric, **filters)  # type: ignore[arg-type] # as above
    monkeypatch.setattr(joint, "_LAID_AT_ONCE", 0)
    lazy = opened.timeline(metric, **filters)  # type: ignore[arg-type] # as above
    assert isinstance(lazy, Laid)
    assert at_once
    assert at_once == listed == list(lazy)


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
