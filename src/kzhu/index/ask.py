"""Filters and queries as SQL: what must hold of an article, and from which end of the index to look.

Every condition speaks of `a`, an article. One of them may lead: then its own table, whose index is in order of
articles, gives them newest first, and the others are only probed.
"""

from __future__ import annotations

import sqlite3

from kzhu.index import resolve
from kzhu.index.filters import Filters
from kzhu.named import NamedTuple

Value = str | int
#: Values of which one will do, at most, that are worth a search of their own each; SQLite takes 500.
_MOST_ARMS = 40
#: The name of the source of an article `a`: its outlet, else whom it relays.
SOURCE = (
    "coalesce((SELECT name FROM source WHERE number = a.outlet), (SELECT name FROM source WHERE number = a.origin), '')"
)
#: The condition that no article meets.
_NEVER = "0"


class Condition(NamedTuple):
    """A test of an article `a`."""

    sql: str
    values: tuple[Value, ...] = ()
    #: Table with a column `article`, and the test of its rows that is the same condition; None where it cannot lead.
    lead: tuple[str, str] | None = None
    #: Where one of several values will do: table, its column with the article's number, and a test for each value in
    #: turn. Each alone comes in order of articles; together they are merged.
    arms: tuple[tuple[str, str, str], ...] = ()


class Asked(NamedTuple):
    """All that is asked of an article."""

    conditions: tuple[Condition, ...] = ()
    #: What FTS5 must match, None for no words.
    match: str | None = None
    #: The same as the query has it, for bm25, which counts what begins alike as one word.
    ranked: str | None = None
    #: Whether FTS5 finds all that is shown when it matches.
    marks: bool = True
    #: Words whose places are worth showing, as FTS5 finds them; None for no words.
    shown: str | None = None
    #: Numbers that the articles lie between: [first, end).
    first: int | None = None
    end: int | None = None
    #: Persons, metrics, event types asked for outright: their places show why an article was found.
    persons: tuple[int, ...] = ()
    metrics: tuple[str, ...] = ()
    events: tuple[str, ...] = ()

    def since(self, number: int | None) -> Asked:
        """The same, but of no article before the one of this number; None for any."""
        return self if number is None else self._replace(first=max(number, self.first or 0))


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
    for name in filters.person:
        numbers = resolve.persons(connection, name)
        conditions.append(among("appearance", "person", numbers))
        people += numbers
    for name in filters.metric:
        named = resolve.metrics(connection, name)
        conditions.append(among("article_metric", "metric", named))
        metrics += named
    for name in filters.event:
        types = resolve.event_types(connection, name)
        conditions.append(among("event", "type", types))
        events += types
    conditions += [
        among("article_country", "country", (resolve.country(connection, name),)) for name in filters.country
    ]
    conditions += [from_sources(resolve.sources(connection, name)) for name in filters.source]
    asked = Asked(tuple(conditions), first=first, end=end, persons=people, metrics=metrics, events=events)
    for text in (query, *filters.text):
        if text is not None:
            # Only now: lists need no query language.
            from kzhu.index.match import with_query

            asked = with_query(connection, asked, text)
    return asked


def among(table: str, column: str, values: tuple[Value, ...]) -> Condition:
    """The article has a row in a table with one of these values."""
    if not values:
        return Condition(_NEVER)
    test = f"{column} = ?" if len(values) == 1 else f"{column} IN ({', '.join('?' * len(values))})"
    exists = f"EXISTS (SELECT 1 FROM {table} x WHERE x.article = a.number AND x.{test})"
    if len(values) == 1:
        return Condition(exists, values, (table, test))
    return Condition(exists, values, arms=((table, "article", f"{column} = ?"),) * len(values))


def from_sources(numbers: tuple[int, ...]) -> Condition:
    """The article is by, or relays, one of these sources."""
    if not numbers:
        return Condition(_NEVER)
    marks = ", ".join("?" * len(numbers))
    arms = tuple(("article", "number", f"{column} = ?") for column in ("outlet", "origin") for _ in numbers)
    return Condition(f"(a.outlet IN ({marks}) OR a.origin IN ({marks}))", numbers * 2, arms=arms)


def _dated(
    connection: sqlite3.Connection, since: str | None, until: str | None
) -> tuple[Condition, int | None, int | None]:
    """Articles that can have been published in a stretch of time, and the numbers that they lie between."""
    from kzhu.index.days import read_days

    first = read_days(since)[0] if since is not None else 0
    last = read_days(until)[1] if until is not None else None
    return overlapping(connection, first, last)


def overlapping(connection: sqlite3.Connection, first: int, last: int | None) -> tuple[Condition, int, int | None]:
    """The article can have been published in these days, and the numbers that such articles lie between."""
    known = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('bits', 'widest')"))
    bits = int(known["bits"])
    # An article can begin before the stretch and reach into it; none reaches further than the widest.
    begin = max(0, first - int(known["widest"])) << bits
    return Condition("a.last_day >= ?", (first,)), begin, None if last is None else (last + 1) << bits


def select(asked: Asked, columns: str, *, newest_first: bool, limit: int | None) -> tuple[str, list[Value]]:
    """The SQL that gives columns of the articles asked for, in order of time, and its values."""
    order = "DESC" if newest_first else "ASC"
    values: list[Value] = []
    rest = list(asked.conditions)
    group = ""
    if asked.match is not None:
        key, tests = "words.rowid", ["words MATCH ?"]
        values.append(asked.match)
        table = "words CROSS JOIN article a ON a.number = words.rowid"
    elif (leader := next((condition for condition in rest if condition.lead), None)) and leader.lead:
        rest.remove(leader)
        key, tests = "lead.article", [f"lead.{leader.lead[1]}"]
        values += leader.values
        # An article can have several such rows; they lie side by side in the index, so this costs nothing.
        group = " GROUP BY lead.article"
        table = f"{leader.lead[0]} lead CROSS JOIN article a ON a.number = lead.article"
    elif leader := next((condition for condition in rest if 0 < len(condition.arms) <= _MOST_ARMS), None):
        rest.remove(leader)
        return _merged(leader, asked, rest, columns, order, limit)
    else:
        key, tests, table = "a.number", [], "article a"
    for sign, value in ((">=", asked.first), ("<", asked.end)):
        if value is not None:
            tests.append(f"{key} {sign} ?")
            values.append(value)
    for condition in rest:
        tests.append(condition.sql)
        values += condition.values
    where = f" WHERE {' AND '.join(tests)}" if tests else ""
    sql = f"SELECT {columns} FROM {table}{where}{group} ORDER BY {key} {order}"
    if limit is not None:
        sql += " LIMIT ?"
        values.append(limit)
    return sql, values


def _merged(
    leader: Condition, asked: Asked, rest: list[Condition], columns: str, order: str, limit: int | None
) -> tuple[str, list[Value]]:
    """The same SQL where a condition of several values leads: what each value gives in order is merged in order."""
    arms: list[str] = []
    values: list[Value] = []
    for (table, key, test), value in zip(leader.arms, leader.values, strict=True):
        arm = f"SELECT {key} FROM {table} WHERE {test}"
        values.append(value)
        for sign, bound in ((">=", asked.first), ("<", asked.end)):
            if bound is not None:
                arm += f" AND {key} {sign} ?"
                values.append(bound)
        arms.append(arm)
    # The limit keeps SQLite from losing the order of what is merged; a second one outside would be a sort.
    merged = f"{' UNION '.join(arms)} ORDER BY 1 {order} LIMIT -1"
    sql = f"WITH led(number) AS ({merged}) SELECT {columns} FROM led CROSS JOIN article a ON a.number = led.number"
    if rest:
        sql += f" WHERE {' AND '.join(condition.sql for condition in rest)}"
        values += [value for condition in rest for value in condition.values]
    if limit is not None:
        sql += " LIMIT ?"
        values.append(limit)
    return sql, values
