"""Answers about persons and events of the articles kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice
from typing import Any

from kzhu.answers import AppearanceRow, EventRow, PersonRow
from kzhu.index import read, resolve
from kzhu.index.ask import SOURCE, Asked, Condition, Value, ask, select
from kzhu.index.filters import Filters
from kzhu.index.read import sort_of

#: With fewer articles than this, their events are sorted by day rather than looked for among all.
FEW = 2000
_EVENT = (
    f"a.id, a.date, a.basis, {SOURCE}, e.type, e.plover, e.date, e.status, e.place, e.people, e.countries, e.start,"
    ' e."end", e.article'
)
_APPEARANCE = (
    f"p.id, p.name, nullif(n.country, ''), x.role, a.id, a.date, a.basis, {SOURCE}, a.headline, x.surfaces,"
    " x.mentions, x.counts"
)
_NAMED = (
    "appearance x CROSS JOIN article a ON a.number = x.article CROSS JOIN person p ON p.number = x.person"
    " CROSS JOIN named n ON n.number = x.named"
)
_PERSON = "p.id, p.name, p.country, p.role, p.articles, p.mentions, p.first, p.last"


def _limit(filters: Filters) -> int:
    return -1 if filters.limit is None else filters.limit


def people(connection: sqlite3.Connection, filters: Filters) -> Iterator[PersonRow]:
    """Everyone named in the articles kept, most articles first."""
    sort = sort_of(filters, "articles", "-articles", "name", "-name", "date", "-date")
    tests, values = _who(connection, filters)
    # Whom a filter names is told from the rows themselves; the rest of it keeps articles.
    rest = _of_articles(filters)._replace(limit=None, sort=None)
    if rest == Filters():
        table, columns = "person p", _PERSON
        tests.append("p.articles > 0")
    else:
        inner, inner_values = select(ask(connection, rest), "a.number", newest_first=True, limit=None)
        table = (
            "(SELECT x.person, count(DISTINCT x.article) AS articles, sum(x.mentions) AS mentions,"
            " min(CASE WHEN a.last_day >= 0 AND a.date IS NOT NULL THEN x.article END) AS low,"
            " max(CASE WHEN a.last_day >= 0 AND a.date IS NOT NULL THEN x.article END) AS high"
            f" FROM ({inner}) k CROSS JOIN appearance x ON x.article = k.number"
            " CROSS JOIN article a ON a.number = x.article GROUP BY x.person) c"
            " CROSS JOIN person p ON p.number = c.person"
        )
        columns = (
            "p.id, p.name, p.country, p.role, c.articles AS articles, c.mentions,"
            " (SELECT date FROM article WHERE number = c.low) AS first,"
            " (SELECT date FROM article WHERE number = c.high) AS last"
        )
        values = [*inner_values, *values]
    order = {
        "articles": "articles DESC, p.name, p.id",
        "-articles": "articles, p.name, p.id",
        "name": "p.name, p.id",
        "-name": "p.name DESC, p.id DESC",
        "date": "first IS NULL, first, p.name, p.id",
        "-date": "last IS NULL, last DESC, p.name, p.id",
    }[sort]
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    sql = f"SELECT {columns} FROM {table}{where} ORDER BY {order} LIMIT ?"
    return map(PersonRow._make, connection.execute(sql, [*values, _limit(filters)]))


def _who(connection: sqlite3.Connection, filters: Filters) -> tuple[list[str], list[Value]]:
    """Tests of persons `p`: each is one of those asked for, and of one of the countries."""
    tests: list[str] = []
    values: list[Value] = []
    if filters.person:
        numbers = {number for name in filters.person for number in resolve.persons(connection, name)}
        tests.append(f"p.number IN ({_marks(numbers)})")
        values += numbers
    if filters.country:
        codes = {resolve.country(connection, name) for name in filters.country}
        tests.append(f"p.country IN ({_marks(codes)})")
        values += codes
    return tests, values


def _marks(values: Collection[Value]) -> str:
    return ", ".join("?" * len(values))


def naming(filters: Filters) -> Filters:
    """What must hold of the articles, where the rows are appearances in them."""
    return _of_articles(filters)._replace(person=filters.person, limit=None)


def _of_articles(filters: Filters) -> Filters:
    """What must hold of the articles, where the rows are persons.

    A person or a country alone is told from the rows themselves; of several, the articles must name all.
    """
    return filters._replace(
        person=filters.person if len(filters.person) > 1 else (),
        country=filters.country if len(filters.country) > 1 else (),
    )


def strangers(connection: sqlite3.Connection) -> Iterator[PersonRow]:
    """Persons whom the knowledge files do not have, most articles first."""
    sql = f"SELECT {_PERSON} FROM person p WHERE NOT p.known ORDER BY p.articles DESC, p.name, p.id"
    return map(PersonRow._make, connection.execute(sql))


def appearances(
    connection: sqlite3.Connection, filters: Filters, *, first: int | None = None
) -> Iterator[AppearanceRow]:
    """Who appears in which article, newest article first, in order of the text; in none before number `first`."""
    sort = sort_of(filters, "-date", "date")
    tests, values = _who(connection, filters)
    asked = ask(connection, naming(filters)).since(first)
    if len(filters.country) == 1 and not filters.person:
        asked = asked._replace(conditions=(*asked.conditions, _naming(values)))
    of_article = (
        f"SELECT {_APPEARANCE} FROM {_NAMED} WHERE {' AND '.join(['x.article = ?', *tests])} ORDER BY x.start, p.id"
    )
    sql, asked_values = select(asked, "a.number", newest_first=sort == "-date", limit=None)
    return islice(_stream(connection, connection.execute(sql, asked_values), of_article, values), filters.limit)


def appearances_of(connection: sqlite3.Connection, person: int, asked: Asked) -> Iterator[AppearanceRow]:
    """Where one person appears in the articles asked for, oldest article first."""
    inner, values = select(asked, "a.number", newest_first=False, limit=None)
    sql = (
        f"SELECT {_APPEARANCE} FROM ({inner}) k CROSS JOIN {_NAMED}"
        " WHERE x.article = k.number AND x.person = ? ORDER BY x.article, x.start, x.named"
    )
    return map(_appearance, connection.execute(sql, [*values, person]))


def _stream(
    connection: sqlite3.Connection, articles: Iterable[tuple[int]], of_article: str, values: list[Value]
) -> Iterator[AppearanceRow]:
    """Rows of one article after the other: nothing is looked at that is not taken."""
    for (number,) in articles:
        # Not a cursor to yield from: whoever has seen enough may have closed the index, and it would be closed again.
        for row in connection.execute(of_article, [number, *values]):
            yield _appearance(row)


def _naming(countries: list[Value]) -> Condition:
    """The article names somebody of these countries."""
    persons = f"SELECT number FROM person WHERE country IN ({_marks(countries)})"
    return Condition(f"a.number IN (SELECT article FROM appearance WHERE person IN ({persons}))", tuple(countries))


def _appearance(row: tuple[Any, ...]) -> AppearanceRow:
    return AppearanceRow._make((*row[:9], tuple(row[9].split("\n")), row[10], tuple(map(int, row[11].split()))))


def events(
    connection: sqlite3.Connection, filters: Filters, *, quoted: bool = True, first: int | None = None
) -> Iterator[EventRow]:
    """The chronology: oldest event first, undated ones last; with empty quotes if not `quoted`.

    No event of an article before number `first`.
    """
    sort = sort_of(filters, "date", "-date", "type")
    tests, values = _happened(filters)
    for name in filters.person:
        numbers = resolve.persons(connection, name)
        tests.append(_takes_part(numbers))
        values += numbers
    if filters.event:
        types = {kind for name in filters.event for kind in resolve.event_types(connection, name)}
        # The plus keeps SQLite from going by types, and sorting what it finds.
        tests.append(f"+e.type IN ({_marks(types)})")
        values += types
    for name in filters.country:
        tests.append("instr(e.countries, ?)")
        values.append(resolve.country(connection, name))
    rest = filters._replace(since=None, until=None, limit=None, sort=None)
    columns = f"SELECT {_EVENT} FROM event e CROSS JOIN article a ON a.number = e.article"
    if sort != "type" and first is None and _by_day(connection, rest):
        # The index is in this order, but for the undated, which come behind.
        way = "DESC" if sort == "-date" else "ASC"
        order = ", ".join(f"e.{column} {way}" for column in ("first_day", "last_day", "article", "n"))
        found = chain.from_iterable(
            connection.execute(
                f"{columns} WHERE {' AND '.join([*tests, dated])} ORDER BY {order} LIMIT ?", asked_values
            )
            for dated in ("e.first_day IS NOT NULL", "e.first_day IS NULL")
            for asked_values in ([*values, _limit(filters)],)
        )
        return _events(connection, islice(found, filters.limit), quoted=quoted)
    inner_values: list[Value] = []
    if rest != Filters() or first is not None:
        asked = ask(connection, rest).since(first)
        inner, inner_values = select(asked, "a.number", newest_first=True, limit=None)
        columns = (
            f"SELECT {_EVENT} FROM ({inner}) k CROSS JOIN article a ON a.number = k.number"
            " CROSS JOIN event e ON e.article = k.number"
        )
    order = {
        "date": "e.first_day IS NULL, e.first_day, e.last_day, e.article, e.n",
        "-date": "e.first_day IS NULL, e.first_day DESC, e.last_day DESC, e.article DESC, e.n DESC",
        "type": "e.type, e.first_day IS NULL, e.first_day, e.last_day, e.article, e.n",
    }[sort]
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    sql = f"{columns}{where} ORDER BY {order} LIMIT ?"
    rows = connection.execute(sql, [*inner_values, *values, _limit(filters)])
    return _events(connection, rows, quoted=quoted)


def _by_day(connection: sqlite3.Connection, rest: Filters) -> bool:
    """Whether to go through the events day by day, since all is told from them, and few would be passed over.

    What an event is asked for holds of its article too, but where it must have several types. Of what few articles
    have, their events are sorted sooner.
    """
    if len(rest.event) > 1 or rest._replace(event=(), country=(), person=()) != Filters():
        return False
    if rest == Filters():
        return True
    inner, values = select(ask(connection, rest), "1", newest_first=True, limit=FEW)
    (found,) = connection.execute(f"SELECT count(*) FROM ({inner})", values).fetchone()
    return int(found) >= FEW


def _happened(filters: Filters) -> tuple[list[str], list[Value]]:
    """Tests of events `e` that can have happened in the stretch asked for."""
    tests: list[str] = []
    values: list[Value] = []
    if filters.since is not None or filters.until is not None:
        from kzhu.index.days import read_days

        if filters.since is not None:
            tests.append("e.last_day >= ?")
            values.append(read_days(filters.since)[0])
        if filters.until is not None:
            tests.append("e.first_day <= ?")
            values.append(read_days(filters.until)[1])
    return tests, values


def _takes_part(numbers: tuple[int, ...]) -> str:
    return (
        "EXISTS (SELECT 1 FROM event_person t JOIN named n ON n.number = t.named"
        f" WHERE t.article = e.article AND t.n = e.n AND n.person IN ({_marks(numbers)}))"
    )


def _events(connection: sqlite3.Connection, found: Iterable[tuple[Any, ...]], *, quoted: bool) -> Iterator[EventRow]:
    text, of_article = "", None
    for *told, people_told, countries, start, end, article in found:
        if quoted and article != of_article:
            text, of_article = read.text(connection, article), article
        names = tuple(people_told.split("\n")) if people_told else ()
        yield EventRow._make((*told, names, tuple(countries.split()), start, end, text[start:end]))
