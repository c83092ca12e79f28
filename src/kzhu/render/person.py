"""All that is known of one person, for reading."""

from __future__ import annotations

from kzhu.amounts import counted
from kzhu.answers import PersonAnswer
from kzhu.render import events
from kzhu.render.clean import squeeze
from kzhu.render.columns import Column, Columns, either
from kzhu.render.page import GAP, Grid, Page, labelled, title
from kzhu.render.people import span
from kzhu.render.values import Short, dated

_ROLE_COLUMNS: Columns = (
    Column("dates", lambda row: span(row.first, row.last), style="dim"),
    Column("role", lambda row: row.role, share=1, least=20),
    Column("articles", lambda row: counted(row.articles, "article"), style="dim", spare=1),
)

_COMPANION_COLUMNS: Columns = (
    Column("name", lambda row: row.name, share=1, least=16),
    Column("country", lambda row: either(row.country), style="dim"),
    Column("articles", lambda row: counted(row.articles, "article"), style="dim"),
    Column("events", lambda row: counted(row.events, "event") if row.events else "", style="dim"),
)


def page(answer: PersonAnswer, short: Short) -> Page:
    """One person for reading."""
    person = answer.person
    remark = ", ".join(
        filter(None, (person.country, counted(person.articles, "article"), span(person.first, person.last)))
    )
    yield title(squeeze(person.name), remark)
    spellings = "  ".join(f"{squeeze(item.text)} ({item.mentions})" for item in answer.spellings)
    if spellings:
        yield labelled("spelled", spellings)
    if answer.roles:
        yield GAP
        yield title("Roles")
        yield Grid(answer.roles, _ROLE_COLUMNS, heading=False, indent=2)
    yield GAP
    yield title("Articles")
    yield Grid(answer.appearances, _appearance_columns(short), heading=False, indent=2)
    if answer.events:
        yield GAP
        yield title("Events")
        yield Grid(answer.events, events.columns_of_person(short, person.name), heading=False, indent=2)
    if answer.companions:
        yield GAP
        yield title("With")
        yield Grid(answer.companions, _COMPANION_COLUMNS, heading=False, indent=2)


def _appearance_columns(short: Short) -> Columns:
    return (
        Column("date", lambda row: dated(row.date, row.basis), style=lambda row: _basis_style(row.basis)),
        Column("id", lambda row: row.article, lambda row: short(row.article), style="cyan"),
        Column("source", lambda row: row.source, share=1, least=9, style="dim", spare=1),
        Column("headline", lambda row: row.headline, share=4, least=20),
        Column("mentions", lambda row: f"×{row.mentions}", right=True, style="dim", spare=2),
    )


def _basis_style(basis: str) -> str:
    return "yellow" if basis == "inferred" else ""
