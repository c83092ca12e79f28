"""A query's tree as conditions: words for FTS5 to match, never but in quotes, and fields as SQL."""

from __future__ import annotations

import sqlite3

from kzhu.errors import UsageError
from kzhu.index import resolve
from kzhu.index.ask import Asked, Condition, among, from_sources, overlapping
from kzhu.index.query import And, Field, Not, Or, QueryError, Test, Text, parse


def with_query(connection: sqlite3.Connection, asked: Asked, query: str) -> Asked:
    """What is asked, and a query besides.

    Raises:
        QueryError: the query is wrong, or a value in it is unknown.
    """
    said = parse(query)
    tree = _spelled_out(connection, said)
    tests = _tests(tree)
    words = _words(tests)
    others = [test for test in tests if test not in words]
    rest = tuple(_condition(connection, test, query) for test in others)
    shown = [part for part in (asked.shown, _shown(tree)) if part]
    fields = [test for test in tests if isinstance(test, Field)]
    people = asked.persons + tuple(
        number for test in fields if test.name == "person" for number in resolve.persons(connection, test.value)
    )
    return asked._replace(
        conditions=asked.conditions + rest,
        match=_both(asked.match, words),
        marks=asked.marks and _marks(tree) and not any(map(_shown, others)),
        ranked=_both(asked.ranked, _words(_tests(said))),
        shown=" OR ".join(shown) or None,
        persons=people,
        metrics=asked.metrics + tuple(test.value for test in fields if test.name == "metric"),
        events=asked.events + tuple(test.value for test in fields if test.name == "event"),
    )


def _tests(tree: Test) -> tuple[Test, ...]:
    return tree.tests if isinstance(tree, And) else (tree,)


def _words(tests: tuple[Test, ...]) -> list[Test]:
    """Those of a query's tests that FTS5 is asked for outright."""
    words = [test for test in tests if _expressible(test.test if isinstance(test, Not) else test)]
    # FTS5 has no "not" of its own, only "but not".
    return [] if all(isinstance(test, Not) for test in words) else words


def _both(asked: str | None, words: list[Test]) -> str | None:
    """What FTS5 is asked for already, and these words."""
    if not words:
        return asked
    match = _match(And(tuple(words)))
    return f"({asked}) AND ({match})" if asked else match


def _marks(test: Test) -> bool:
    """Whether FTS5, matching a test, finds every place of its words: in part of an OR it stops looking."""
    match test:
        case Or(tests):
            return all(isinstance(inner, Text | Or) and _marks(inner) for inner in tests)
        case And(tests):
            return all(map(_marks, tests))
        case _:
            return True


def _spelled_out(connection: sqlite3.Connection, test: Test) -> Test:
    """The same test with the words of the archive that begin so, where a word may go on."""
    match test:
        case Text(words, True, at):
            # Only now: few queries have such words.
            from kzhu.index.beginnings import spelled_out

            forms = spelled_out(connection, words)
            return Or(tuple(Text(form, prefix=False, at=at) for form in forms)) if forms else test
        case Not(inner):
            return Not(_spelled_out(connection, inner))
        case And(tests):
            return And(tuple(_spelled_out(connection, inner) for inner in tests))
        case Or(tests):
            return Or(tuple(_spelled_out(connection, inner) for inner in tests))
        case _:
            return test


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
                return among("event", "type", resolve.event_types(connection, field.value))
            case "metric":
                return among("article_metric", "metric", resolve.metrics(connection, field.value))
            case "source":
                return from_sources(resolve.sources(connection, field.value))
            case _:
                return _on_days(connection, field.value)
    except QueryError:
        raise
    except UsageError as error:
        raise QueryError(query, field.at, str(error)) from error


def _on_days(connection: sqlite3.Connection, value: str) -> Condition:
    from kzhu.index.days import read_days

    first, last = read_days(value)
    condition, begin, end = overlapping(connection, first, last)
    return Condition(f"({condition.sql} AND a.number >= ? AND a.number < ?)", (first, begin, end or 0))


def _shown(test: Test) -> str | None:
    """The words of a query that an article may have, for FTS5 to mark."""
    match test:
        case Text():
            return _match(test)
        case And(tests) | Or(tests):
            return " OR ".join(part for inner in tests if (part := _shown(inner))) or None
        case _:
            return None
