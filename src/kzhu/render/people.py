"""People: the list of them, and all that is known of one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kzhu.amounts import counted
from kzhu.answers import PersonAnswer, PersonRow
from kzhu.render.clean import clean, squeeze
from kzhu.render.columns import Column, Columns, either, unshown
from kzhu.render.values import Short, dated

if TYPE_CHECKING:
    from kzhu.render.page import Page

FIELDS = PersonRow._fields


def columns(short: Short) -> Columns:
    """The columns of `kzhu people`."""
    del short  # people have ids of their own
    return (
        Column("id", lambda row: row.id, unshown),
        Column("name", lambda row: row.name, share=2, least=20, style="bold"),
        Column("country", lambda row: either(row.country), style="dim"),
        Column("role", lambda row: either(row.role), share=3, least=24),
        Column("articles", lambda row: str(row.articles), right=True),
        Column("mentions", lambda row: str(row.mentions), right=True, style="dim", spare=2),
        Column("first", lambda row: either(row.first), unshown),
        Column("dates", lambda row: either(row.last), lambda row: _span(row.first, row.last), style="dim", spare=1),
    )


def _span(first: str | None, last: str | None) -> str:
    return either(first) if first == last else f"{first or '?'} – {last or '?'}"


def within(answer: PersonAnswer, limit: int) -> PersonAnswer:
    """The answer with so many lines in each section at most."""
    return PersonAnswer(
        person=answer.person,
        spellings=answer.spellings[:limit],
        roles=answer.roles[:limit],
        appearances=answer.appearances[:limit],
        events=answer.events[:limit],
        companions=answer.companions[:limit],
    )


def page(answer: PersonAnswer, short: Short) -> Page:
    """One person for reading."""
    from kzhu.render import events
    from kzhu.render.page import GAP, Grid, labelled, title

    person = answer.person
    remark = ", ".join(
        filter(None, (person.country, counted(person.articles, "article"), _span(person.first, person.last)))
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


_ROLE_COLUMNS: Columns = (
    Column("dates", lambda row: _span(row.first, row.last), style="dim"),
    Column("role", lambda row: row.role, share=1, least=20),
    Column("articles", lambda row: counted(row.articles, "article"), style="dim", spare=1),
)

_COMPANION_COLUMNS: Columns = (
    Column("name", lambda row: row.name, share=1, least=16),
    Column("country", lambda row: either(row.country), style="dim"),
    Column("articles", lambda row: counted(row.articles, "article"), style="dim"),
    Column("events", lambda row: counted(row.events, "event") if row.events else "", style="dim"),
)


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


def tsv(answer: PersonAnswer) -> Iterator[str]:
    """One person as lines for programs: what the line tells, then its values.

    The kinds: `person` id, name, country, role, articles, mentions, first, last; `spelling` text, mentions, articles;
    `role` role, country, first, last, articles; `article` id, date, source, headline, role, mentions; `event` date,
    type, place, people, status, article; `with` id, name, country, articles, events.
    """
    from kzhu.render import events

    def line(*values: str | int | None) -> str:
        return "\t".join("" if value is None else clean(str(value)) for value in values)

    yield line("person", *answer.person)
    for spelling in answer.spellings:
        yield line("spelling", *spelling)
    for role in answer.roles:
        yield line("role", *role)
    for row in answer.appearances:
        date = dated(row.date, row.basis)
        yield line("article", row.article, date, row.source, row.headline, row.role, row.mentions)
    of_event = events.columns(str)
    for event in answer.events:
        yield line("event", *(column.value(event) for column in of_event))
    for companion in answer.companions:
        yield line("with", *companion)
