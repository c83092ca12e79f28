"""Events: the chronology."""

from __future__ import annotations

from typing import Any

from kzhu.answers import EventRow
from kzhu.render.clean import listed
from kzhu.render.columns import Column, Columns, either
from kzhu.render.values import Short

FIELDS = EventRow._fields


def columns(short: Short) -> Columns:
    """The columns of `kzhu events`."""
    return (
        Column("date", lambda row: either(row.date)),
        Column("type", lambda row: row.type, style=type_style),
        Column("place", lambda row: either(row.place), share=1, least=12),
        Column("people", lambda row: listed(row.people), who, share=4, least=24),
        Column(
            "countries", lambda row: listed(row.countries), lambda row: " ".join(row.countries), style="dim", spare=3
        ),
        Column("status", lambda row: row.status, style=status_style, spare=2),
        Column("article", lambda row: row.article, lambda row: short(row.article), style="cyan"),
        Column("quote", lambda row: row.quote, share=3, least=36, style="dim", spare=4),
    )


def columns_of_person(short: Short, name: str) -> Columns:
    """The events of one person, who need not be named again in each."""
    return (
        Column("date", lambda row: either(row.date) or "undated", style=lambda row: "" if row.date else "dim"),
        Column("article", lambda row: row.article, lambda row: short(row.article), style="cyan"),
        Column("type", lambda row: row.type, style=type_style),
        Column("place", lambda row: either(row.place), share=1, least=12),
        Column("people", lambda row: f"with {', '.join(others)}" if (others := _others(row, name)) else "", share=4),
        Column("status", lambda row: "planned" if row.status == "planned" else "", style=status_style),
    )


def countries(row: EventRow) -> str:
    """The countries that took part."""
    return " ".join(row.countries)


def _others(row: EventRow, name: str) -> list[str]:
    return [person for person in row.people if person != name]


def who(row: EventRow) -> str:
    """Those who took part, else the countries that did."""
    return ", ".join(row.people) or countries(row)


def type_style(row: Any) -> str:  # noqa: ANN401 -- rows and records alike
    """Planned events are told apart at a glance."""
    return "green" if row.status == "past" else "magenta"


def status_style(row: Any) -> str:  # noqa: ANN401
    """The same for the word."""
    return "dim" if row.status == "past" else "magenta"
