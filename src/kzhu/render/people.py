"""People: the list of them; and all that is known of one, for programs (for people: `kzhu.render.person`)."""

from __future__ import annotations

from collections.abc import Iterator

from kzhu.answers import PersonAnswer, PersonRow
from kzhu.render.clean import clean
from kzhu.render.columns import Column, Columns, either, unshown
from kzhu.render.values import Short, dated

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
        Column("dates", lambda row: either(row.last), lambda row: span(row.first, row.last), style="dim", spare=1),
    )


def span(first: str | None, last: str | None) -> str:
    """From when to when, as people read it."""
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
