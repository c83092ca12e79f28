"""All that an archive tells of one person: of every article that names them, or of the newest."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterable, Iterator

from kzhu.answers import AppearanceRow, CompanionRow, PersonAnswer, PersonRow, RoleRow, SpellingRow
from kzhu.index import facts, resolve
from kzhu.index.ask import Asked, ask, select
from kzhu.index.filters import Filters


def person(connection: sqlite3.Connection, name: str, filters: Filters) -> tuple[PersonAnswer, ...]:
    """Those whom a name can mean, most articles first; of each what the newest articles tell, as many as the limit."""
    # In one transaction: each of the many questions would lock the file by itself, and look whether it has changed.
    connection.execute("BEGIN")
    try:
        return tuple(_answers(connection, name, filters))
    finally:
        connection.commit()


def _answers(connection: sqlite3.Connection, name: str, filters: Filters) -> Iterator[PersonAnswer]:
    for number in resolve.persons(connection, name):
        (person_id,) = connection.execute("SELECT id FROM person WHERE number = ?", (number,)).fetchone()
        # Whoever else is asked for stands beside them in the articles, and in the events.
        only = filters._replace(person=(person_id, *filters.person), limit=None, sort=None)
        row = next((row for row in facts.people(connection, only) if row.id == person_id), None)
        if row is not None:
            yield _told_of(connection, number, row, only, filters.limit)


def _told_of(
    connection: sqlite3.Connection, number: int, row: PersonRow, only: Filters, limit: int | None
) -> PersonAnswer:
    asked = ask(connection, facts.naming(only))
    first = None if limit is None or row.articles <= limit else _first(connection, asked, limit)
    asked = asked.since(first)
    told = _joined(facts.appearances_of(connection, number, asked))
    spellings: dict[str, tuple[int, int]] = {}
    roles: dict[str, RoleRow] = {}
    for item in told:
        for surface, times in zip(item.surfaces, item.counts, strict=True):
            mentions, articles = spellings.get(surface, (0, 0))
            spellings[surface] = mentions + times, articles + 1
        if item.role is not None:
            role = roles.get(item.role) or RoleRow(item.role, item.country, item.date, item.date, 0)
            roles[item.role] = role._replace(
                first=role.first or item.date, last=item.date or role.last, articles=role.articles + 1
            )
    return PersonAnswer(
        person=row,
        spellings=tuple(
            SpellingRow(text, *spellings[text])
            for text in sorted(spellings, key=lambda text: (-spellings[text][0], text))
        ),
        roles=tuple(roles.values()),
        appearances=told[::-1],
        events=tuple(facts.events(connection, only, first=first)),
        companions=tuple(_companions(connection, number, asked, first)),
    )


def _first(connection: sqlite3.Connection, asked: Asked, limit: int) -> int:
    """Number of the oldest of so many newest articles, of which there are more."""
    sql, values = select(asked, "a.number", newest_first=True, limit=limit)
    numbers = connection.execute(sql, values).fetchall()
    return int(numbers[-1][0]) if numbers else sys.maxsize


def _joined(told: Iterable[AppearanceRow]) -> tuple[AppearanceRow, ...]:
    """One row an article, also where the article takes one person for two."""
    found: dict[str, AppearanceRow] = {}
    for row in told:
        first = found.get(row.article)
        if first is not None:
            spelled = dict(zip(first.surfaces, first.counts, strict=True))
            for surface, times in zip(row.surfaces, row.counts, strict=True):
                spelled[surface] = spelled.get(surface, 0) + times
            found[row.article] = first._replace(
                role=first.role or row.role,
                country=first.country or row.country,
                surfaces=tuple(spelled),
                mentions=first.mentions + row.mentions,
                counts=tuple(spelled.values()),
            )
        else:
            found[row.article] = row
    return tuple(found.values())


def _companions(connection: sqlite3.Connection, number: int, asked: Asked, first: int | None) -> Iterator[CompanionRow]:
    """Who is named beside one person, most shared articles first."""
    inner, values = select(asked, "a.number", newest_first=True, limit=None)
    together = (
        "SELECT n.person, count(DISTINCT one.article || ' ' || one.n) AS events FROM named me"
        " CROSS JOIN event_person one ON one.named = me.number"
        " CROSS JOIN event_person two ON two.article = one.article AND two.n = one.n"
        " CROSS JOIN named n ON n.number = two.named WHERE me.person = ? AND one.article >= ? GROUP BY n.person"
    )
    events = dict(connection.execute(together, (number, first or 0)))
    sql = (
        "SELECT p.number, p.id, p.name, p.country, c.shared"
        f" FROM (SELECT x.person, count(DISTINCT x.article) AS shared FROM ({inner}) k"
        " CROSS JOIN appearance x ON x.article = k.number WHERE x.person <> ? GROUP BY x.person) c"
        " CROSS JOIN person p ON p.number = c.person ORDER BY c.shared DESC, p.name, p.id"
    )
    for other, *told in connection.execute(sql, [*values, number]):
        yield CompanionRow._make((*told, events.get(other, 0)))
