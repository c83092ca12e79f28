"""The query language: what it understands, and how it says that it does not."""

from __future__ import annotations

import random
import sqlite3

import pytest

from kzhu.index.match import _expressible, _match
from kzhu.index.query import And, Field, Not, Or, QueryError, Test, Text, parse


def shape(test: Test) -> object:
    """A tree without the places of its words."""
    match test:
        case Text(words, prefix, _):
            return words + "*" * prefix
        case Field(name, value, _):
            return f"{name}:{value}"
        case Not(inner):
            return ("not", shape(inner))
        case And(tests):
            return ("and", *map(shape, tests))
        case Or(tests):
            return ("or", *map(shape, tests))


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("trade", "trade"),
        ("trade talks", ("and", "trade", "talks")),
        ("trade AND talks", ("and", "trade", "talks")),
        ('"joint commission" transport*', ("and", "joint commission", "transport*")),
        ('"joint com"*', "joint com*"),
        ("grain OR wheat exports", ("or", "grain", ("and", "wheat", "exports"))),
        ("(grain OR wheat) exports", ("and", ("or", "grain", "wheat"), "exports")),
        ("trade -football", ("and", "trade", ("not", "football"))),
        ("-(a OR b) c", ("and", ("not", ("or", "a", "b")), "c")),
        ("person:orban date:2021..", ("and", "person:orban", "date:2021..")),
        ('person:"Viktor Orbán"', "person:Viktor Orbán"),
        ("Country:HU", "country:HU"),
        ("-source:kazinform", ("not", "source:kazinform")),
        ("Nagy-Kovács 14:05 http://kzhu.org", ("and", "Nagy-Kovács", "14:05", "http://kzhu.org")),
        ("or and not", ("and", "or", "and", "not")),
        ("Astana: talks – & grain", ("and", "Astana:", "talks", "grain")),
        ("R&D", "R&D"),
    ],
)
def test_what_a_query_means(query: str, tree: object) -> None:
    assert shape(parse(query)) == tree


@pytest.mark.parametrize(
    ("query", "position", "what"),
    [
        ("", 0, "nothing to look for"),
        ("  & – ", 0, "nothing to look for"),
        ("trade (grain", 6, "never closed"),
        ("trade)", 5, "no parenthesis is open"),
        ('trade "joint', 6, "never closed"),
        ("OR trade", 0, "something before"),
        ("trade OR", 6, "something behind"),
        ("trade OR OR grain", 6, "something behind"),
        ("AND trade", 0, "both sides"),
        ("trade ()", 6, "nothing in these parentheses"),
        ("trade org:eu", 6, "no field 'org'"),
        ("trade person:", 6, "needs a value"),
        ("person:(a)", 0, "needs a value"),
        ("(" * 60 + "a" + ")" * 60, 40, "nested too deeply"),
    ],
)
def test_a_wrong_query_says_where(query: str, position: int, what: str) -> None:
    with pytest.raises(QueryError, match="wrong query") as caught:
        parse(query)
    assert what in str(caught.value)
    assert caught.value.position == position
    assert caught.value.exit_code == 2
    assert str(caught.value).splitlines()[-1] == "  " + " " * position + "^"


def test_the_message_shows_the_query_with_a_caret() -> None:
    with pytest.raises(QueryError) as caught:
        parse("grain OR (wheat")
    assert str(caught.value) == ("wrong query: this parenthesis is never closed\n  grain OR (wheat\n           ^")


@pytest.mark.parametrize("seed", range(300))
def test_sqlite_takes_whatever_the_parser_lets_through(seed: int) -> None:
    """Odd characters never reach FTS5 but in quotes."""
    chance = random.Random(seed)
    pieces = ["a", "trade", "é", '"', "*", "(", ")", "-", ":", "OR", "AND", "NOT", "NEAR", "^", "{", "}", "+", "'", ";"]
    pieces += ["\0", "\\", "٣", "🙂", "_", "\u0301", " ", " ", " ", ",", "text:a", "%", "#"]
    query = "".join(chance.choice(pieces) for _ in range(chance.randrange(1, 14)))
    try:
        tree = parse(query)
    except QueryError:
        return
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
    if _expressible(tree):
        connection.execute("SELECT count(*) FROM words WHERE words MATCH ?", (_match(tree),)).fetchone()
    connection.close()
