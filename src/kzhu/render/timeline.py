"""A timeline: figures on one line of time, with their bars, their arithmetic and their conflicts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from kzhu.amounts import change, exact
from kzhu.answers import TimelineRow
from kzhu.render.clean import listed
from kzhu.render.columns import Column, Columns, either
from kzhu.render.values import Short, shortened

if TYPE_CHECKING:
    from kzhu.render.page import Page

FIELDS = TimelineRow._fields
_STATUS_STYLES = {"confirmed": "green", "conflict": "bold red", "implied": "dim", "target": "magenta"}
#: What the other columns of the page take; the bars get the rest, within bounds.
_BESIDE_BARS = 68
_BARS = (6, 32)
#: Articles named beside a value; of more, their number is told. Programs get them all.
_MOST_CITED = 4


def columns() -> Columns:
    """The columns of `kzhu timeline`, as a pipe gets them."""
    return (
        Column("metric", lambda row: row.metric),
        Column("parties", lambda row: listed(row.parties)),
        Column("period", lambda row: either(row.period)),
        Column("status", lambda row: row.status),
        Column("measure", lambda row: row.measure),
        Column("bound", lambda row: row.bound),
        Column("value", lambda row: exact(row.value)),
        Column("value_high", lambda row: exact(row.value_high)),
        Column("unit", lambda row: row.unit),
        Column("percent", lambda row: exact(row.percent)),
        Column("base", lambda row: either(row.base)),
        Column("articles", lambda row: listed(row.articles)),
        Column("note", lambda row: row.note),
        Column("from", lambda row: either(row.from_country)),
        Column("to", lambda row: either(row.to_country)),
    )


def page(rows: Sequence[TimelineRow], short: Short, width: int | None) -> Page:
    """The timeline for reading: one grid for each series.

    Args:
        rows: as `kzhu.analysis.timeline` lays them, each series together.
        short: what article ids are shown as.
        width: cells of the terminal; None where there is none.
    """
    from kzhu.render.page import GAP, Grid, title

    ids = {article for row in rows for article in row.articles}

    def note(row: TimelineRow) -> str:
        return shortened(row.note, ids, short)

    cells = _BARS[1] if width is None else min(max(width - _BESIDE_BARS, _BARS[0]), _BARS[1])
    for number, (series, group) in enumerate(groupby(rows, key=_series)):
        told = list(group)
        if number:
            yield GAP
        yield title(series[0], series[1])
        yield Grid(told, _columns(told, short, cells), heading=False, indent=2, note=note)


def _series(row: TimelineRow) -> tuple[str, str]:
    if row.from_country or row.to_country:
        return row.metric, f"{row.from_country or '?'} → {row.to_country or '?'}"
    return row.metric, " ".join(row.parties)


def _columns(rows: Sequence[TimelineRow], short: Short, cells: int) -> Columns:
    from kzhu.analysis.conflicts import shown_value
    from kzhu.render.screen import bar  # rich comes with it

    greatest: dict[str, float] = {}
    for row in rows:
        if row.measure == "level" and (row.status != "target" or row.unit not in greatest):
            greatest[row.unit] = max(greatest.get(row.unit, 0), row.value_high or row.value)

    def bar_of(row: TimelineRow) -> str:
        if row.measure != "level":
            return ""
        # An aim far above what was reached would leave nothing of the other bars.
        beyond = row.value > greatest[row.unit]
        return bar(min(row.value, greatest[row.unit]), greatest[row.unit], cells) + (" →" if beyond else "")

    return (
        Column("period", lambda row: row.period or "undated", style=lambda row: "" if row.period else "dim"),
        Column("value", shown_value, right=True, style=_value_style),
        Column("change", lambda row: change(row.percent, None), right=True, style=_change_style, spare=1),
        Column("status", lambda row: row.status, style=_status_style),
        Column("articles", lambda row: _cited(row, short), style="cyan"),
        Column("bar", bar_of, style=_bar_style, spare=2),
    )


def _cited(row: TimelineRow, short: Short) -> str:
    more = len(row.articles) - _MOST_CITED
    shown = " ".join(map(short, row.articles[:_MOST_CITED]))
    return f"{shown} +{more}" if more > 0 else shown


def _value_style(row: TimelineRow) -> str:
    return "" if row.status in {"implied", "target"} else "bold"


def _change_style(row: TimelineRow) -> str:
    return "red" if row.percent is not None and row.percent < 0 else "green"


def _status_style(row: TimelineRow) -> str:
    return _STATUS_STYLES.get(row.status, "")


def _bar_style(row: TimelineRow) -> str:
    return {"conflict": "red", "implied": "dim", "target": "magenta"}.get(row.status, "blue")
