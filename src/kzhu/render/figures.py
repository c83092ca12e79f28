"""Figures, one after another as articles state them."""

from __future__ import annotations

from kzhu.amounts import amount, change, exact
from kzhu.answers import FigureRow
from kzhu.render.clean import listed
from kzhu.render.columns import Column, Columns, either, unshown
from kzhu.render.values import Short, dated

FIELDS = FigureRow._fields


def columns(short: Short) -> Columns:
    """The columns of `kzhu figures`."""
    return (
        Column("metric", lambda row: row.metric),
        Column("parties", lambda row: listed(row.parties), parties, style="dim", spare=2),
        Column("period", lambda row: either(row.period)),
        Column("bound", lambda row: row.bound, unshown),
        Column("value", lambda row: exact(row.value), shown_value, right=True, style="bold"),
        Column("value_high", lambda row: exact(row.value_high), unshown),
        Column("unit", lambda row: row.unit, unshown),
        Column("change", lambda row: change(row.percent, row.times), shown_change, right=True, style=change_style),
        Column("base", lambda row: either(row.base), unshown),
        Column("kind", lambda row: row.kind, lambda row: "" if row.kind == "level" else row.kind, style=kind_style),
        Column("article", lambda row: row.article, lambda row: short(row.article), style="cyan"),
        Column("date", lambda row: dated(row.date, row.basis), style="dim", spare=3),
        Column("quote", lambda row: row.quote, share=1, least=20, style="dim", spare=1),
    )


def parties(row: FigureRow) -> str:
    """Whom the figure is about: "HU KZ", or for investment "HU → KZ"."""
    if row.from_country or row.to_country:
        return f"{row.from_country or '?'} → {row.to_country or '?'}"
    return " ".join(row.parties)


def shown_value(row: FigureRow) -> str:
    """The value for people; a growth told alone stands under "change"."""
    if row.kind == "change" and row.unit in {"percent", "times"}:
        return ""
    return amount(row.value, row.unit, bound=row.bound, high=row.value_high)


def shown_change(row: FigureRow) -> str:
    """The growth for people, with its bound where it is told alone."""
    text = change(row.percent, row.times)
    if row.kind == "change" and row.unit in {"percent", "times"}:
        text = text or amount(row.value, row.unit, high=row.value_high)
        return f"{row.bound}{text}" if row.bound != "=" else text
    return text


def change_style(row: FigureRow) -> str:
    """Red where it fell."""
    fell = (row.percent is not None and row.percent < 0) or (row.times is not None and row.times < 1)
    return "red" if fell else "green"


def kind_style(row: FigureRow) -> str:
    """A target is no fact yet."""
    return "magenta" if row.kind == "target" else "dim"
