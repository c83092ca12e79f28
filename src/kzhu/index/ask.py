"""Filters and queries as SQL: what must hold of an article, and from which end of the index to look.

Every condition speaks of `a`, an article. One of them may lead: then its own table, whose index is in order of
articles, gives them newest first, and the others are only probed. Words never reach FTS5 but in quotes.
"""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from kzhu.errors import UsageError
from kzhu.index import resolve
from kzhu.index.filters import Filters
from kzhu.index.query import And, Field, Not, Or, QueryError, Test, Text, parse

Value = str | int
#: The condition that no article meets.
_NEVER = "0"


class Condition(NamedTuple):
    """A test of an article `a`."""

    sql: str
    values: tuple[Value, ...] = ()
    #: Table with a column `article`, and the test of its rows that is the same condition; None where it cannot lead.
    lead: tuple[str, str] | None = None


class Asked(NamedTuple):
    """All that is asked of an article."""

    conditions: tuple[Condition, ...] = ()
    #: What FTS5 must match, None for no words.
    match: str | None = None
    #: Words whose places are worth showing, as FTS5 finds them; None for no words.
    shown: str | None = None
    #: Numbers that the articles lie between: [first, end).
    first: int | None = None
    end: int | None = None
    #: Persons, metrics, event types asked for outright: their places show why an article was found.
    persons: tuple[int, ...] = ()
    metrics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


def ask(connection: sqlite3.Connection, filters: Filters, query: str | None = None) -> Asked:
    """What filters and a query ask of an article.

    Raises:
        UsageError: a filter's value is unknown, or a date is none.
        QueryError: the query, or the text filter, is wrong.
    """
    conditions: list[Condition] = []
    people: tuple[int, ...] = ()
    metrics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    first = end = None
    if filters.since is not None or filters.until is not None:
        between, first, end = _dated(connection, filters.since, filters.until)
        conditions.append(between)
    if filters.person is not None:
        people = resolve.persons(connection, filters.person)
        conditions.append(among("appearance", "person", people))
    if filters.metric is not None:
        metrics = resolve.metrics(connection, filters.metric)
        conditions.append(among("figure", "metric", metrics))
    if filters.event is not None:
        events = (resolve.event_type(connection, filters.event),)
        conditions.append(among("event", "type", events))
    if filters.country is not None:
        conditions.append(among("article_country", "country", (resolve.country(connection, filters.country),)))
    if filters.source is not None:
        conditions.append(_from_sources(resolve.sources(connection, filters.source)))
    asked = Asked(tuple(conditions), None, None, first, end, people, metrics, events)
    for text in (query, filters.text):
        if text is not None:
            asked = _with_query(connection, asked, text)
    return asked


def among(table: str, column: str, values: tuple[Value, ...]) -> Condition:
    """The article has a row in a table with one of these values."""
    if not values:
        return Condition(_NEVER)
    test = f"{column} = ?" if len(values) == 1 else f"{column} IN ({', '.join('?' * len(values))})"
    exists = f"EXISTS (SELECT 1 FROM {table} x WHERE x.article = a.number AND x.{test})"
    return Condition(exists, values, (table, test) if len(values) == 1 else None)


def _from_sources(numbers: tuple[int, ...]) -> Condition:
    if not numbers:
        return Condition(_NEVER)
    marks = ", ".join("?" * len(numbers))
    return Condition(f"(a.outlet IN ({marks}) OR a.origin IN ({marks}))", numbers * 2)


def _dated(
    connection: sqlite3.Connection, since: str | None, until: str | None
) -> tuple[Condition, int | None, int | None]:
    """Articles that can have been published in a stretch of time, and the numbers that they lie between."""
    from kzhu.index.days import read_days

    first = read_days(since)[0] if since is not None else 0
    last = read_days(until)[1] if until is not None else None
    return _overlapping(connection, first, last)


def _overlapping(
    connection: sqlite3.Connection, first: int, last: int | None
) -> tuple[Condition, int | None, int | None]:
    known = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('bits', 'widest')"))
    bits = int(known["bits"])
    # An article can begin before the stretch and reach into it; none reaches further than the widest.
    begin = max(0, first - int(known["widest"])) << bits
    return Condition("a.last_day >= ?", (first,)), begin, None if last is None else (last + 1) << bits


def _with_query(connection: sqlite3.Connection, asked: Asked, query: str) -> Asked:
    tree = parse(query)
    tests = tree.tests if isinstance(tree, And) else (tree,)
    words = [test for test in tests if _expressible(test.test if isinstance(test, Not) else test)]
    # FTS5 has no "not" of its own, only "but not".
    if all(isinstance(test, Not) for test in words):
        words = []
    match = _match(And(tuple(words))) if words else None
    rest = [_condition(connection, test, query) for test in tests if test not in words]
    shown = [part for part in (asked.shown, _shown(tree)) if part]
    fields = [test for test in tests if isinstance(test, Field)]
    people = asked.persons + tuple(
        number for test in fields if test.name == "person" for number in resolve.persons(connection, test.value)
    )
    return asked._replace(
        conditions=(*asked.conditions, *rest),
        match=f"({asked.match}) AND ({match})" if asked.match and match else match or asked.match,
        shown=" OR ".join(shown) or None,
        persons=people,
        metrics=asked.metrics + tuple(test.value for test in fields if test.name == "metric"),
        events=asked.events + tuple(test.value for test in fields if test.name == "event"),
    )


def _match(test: Test) -> str:
    match test:
        case Text(words, prefix):
            return f'"{words.replace(chr(34), " ")}"{" *" if prefix else ""}'
        case Or(tests):
            return " OR ".join(f"({_match(inner)})" for inner in tests)
        case And(tests):
            wanted = " AND ".join(f"({_match(inner)})" for inner in tests if not isinstance(inner, Not))
            for inner in tests:
                if isinstance(inner, Not):
                    wanted = f"({wanted}) NOT ({_match(inner.test)})"
            return wanted
        case _:
            raise AssertionError(test)


def _expressible(test: Test) -> bool:
    """Whether FTS5 can express a test as a whole."""
    match test:
        case Text():
            return True
        case Or(tests):
            return all(_expressible(inner) for inner in tests)
        case And(tests):
            plain = [inner.test if isinstance(inner, Not) else inner for inner in tests]
            return any(not isinstance(inner, Not) for inner in tests) and all(_expressible(inner) for inner in plain)
        case _:
            return False


def _condition(connection: sqlite3.Connection, test: Test, query: str) -> Condition:
    """A test as SQL, inside which FTS5 is asked for each part of words."""
    if _expressible(test):
        return Condition("a.number IN (SELECT rowid FROM words WHERE words MATCH ?)", (_match(test),))
    match test:
        case Field():
            return _field(connection, test, query)
        case Not(inner):
            found = _condition(connection, inner, query)
            return Condition(f"NOT ({found.sql})", found.values)
        case And(tests) | Or(tests):
            parts = [_condition(connection, inner, query) for inner in tests]
            joint = " AND " if isinstance(test, And) else " OR "
            return Condition(
                f"({joint.join(part.sql for part in parts)})", tuple(value for part in parts for value in part.values)
            )
        case _:
            raise AssertionError(test)


def _field(connection: sqlite3.Connection, field: Field, query: str) -> Condition:
    try:
        match field.name:
            case "person":
                return among("appearance", "person", resolve.persons(connection, field.value))
            case "country":
                return among("article_country", "country", (resolve.country(connection, field.value),))
            case "event":
                return among("event", "type", (resolve.event_type(connection, field.value),))
            case "metric":
                return among("figure", "metric", resolve.metrics(connection, field.value))
            case "source":
                return _from_sources(resolve.sources(connection, field.value))
            case _:
                return _on_days(connection, field.value)
    except QueryError:
        raise
    except UsageError as error:
        raise QueryError(query, field.at, str(error)) from error


def _on_days(connection: sqlite3.Connection, value: str) -> Condition:
    from kzhu.index.days import read_days

    first, last = read_days(value)
    condition, begin, end = _overlapping(connection, first, last)
    return Condition(f"({condition.sql} AND a.number >= ? AND a.number < ?)", (first, begin or 0, end or 0))


def _shown(test: Test) -> str | None:
    """The words of a query that an article may have, for FTS5 to mark."""
    match test:
        case Text():
            return _match(test)
        case And(tests) | Or(tests):
            return " OR ".join(part for inner in tests if (part := _shown(inner))) or None
        case _:
            return None


def select(asked: Asked, columns: str, *, newest_first: bool, limit: int | None) -> tuple[str, list[Value]]:
    """The SQL that gives columns of the articles asked for, in order of time, and its values."""
    order = "DESC" if newest_first else "ASC"
    values: list[Value] = []
    rest = list(asked.conditions)
    bounds = [("{} >= ?", asked.first), ("{} < ?", asked.end)]
    if asked.match is not None:
        key, tests = "words.rowid", ["words MATCH ?"]
        values.append(asked.match)
        table = "words CROSS JOIN article a ON a.number = words.rowid"
    elif (leader := next((condition for condition in rest if condition.lead), None)) and leader.lead:
        rest.remove(leader)
        key, tests = "lead.article", []
        inner = [leader.lead[1]]
        values += leader.values
        for test, value in bounds:
            if value is not None:
                inner.append(test.format("article"))
                values.append(value)
        bounds = []
        table = (
            f"(SELECT DISTINCT article FROM {leader.lead[0]} WHERE {' AND '.join(inner)} ORDER BY article {order}) lead"
            " CROSS JOIN article a ON a.number = lead.article"
        )
    else:
        key, tests, table = "a.number", [], "article a"
    for test, value in bounds:
        if value is not None:
            tests.append(test.format(key))
            values.append(value)
    for condition in rest:
        tests.append(condition.sql)
        values += condition.values
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    sql = f"SELECT {columns} FROM {table}{where} ORDER BY {key} {order}"
    if limit is not None:
        sql += " LIMIT ?"
        values.append(limit)
    return sql, values
