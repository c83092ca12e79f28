"""What the words in a filter stand for: persons, countries, sources, metrics, event types."""

from __future__ import annotations

import sqlite3

#: A word of a name may be cut short to this many letters.
_SHORTEST = 2
_BY_KEY = "SELECT person FROM name_key WHERE key >= ? AND key <= ?"


def persons(connection: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """Numbers of the persons whom a name can mean, most articles first; empty where nobody is.

    Args:
        connection: the index.
        name: an id, or a name in any spelling and order, or a part of it. Where it is somebody's whole name, only they
            are meant; where several words spell somebody's name, only they; else whoever has these words in the name.
    """
    from kzhu.names import fold

    found = connection.execute("SELECT number FROM person WHERE id = ?", (name.strip(),)).fetchone()
    if found:
        return tuple(found)
    words = fold(name).split()
    if not words:
        return ()
    if len(words) > 1:
        exact = tuple(row[0] for row in connection.execute(_BY_KEY, (f"={' '.join(sorted(words))}",) * 2))
        if exact:
            return _by_rank(connection, exact)
    # Only now: to compare names takes modules that a name told to the letter needs not.
    from kzhu.names import same_name

    spellings = _candidates(connection, words)
    levels: tuple[set[int], set[int], set[int]] = (set(), set(), set())
    for person, texts in spellings.items():
        folded = [(text, fold(text).split()) for text in texts]
        if len(words) == 1 and any(words[0] in theirs for _, theirs in folded):
            levels[1].add(person)  # to the letter: no need to compare sounds
            continue
        for text, theirs in folded:
            if len(words) > 1 and len(theirs) > 1 and same_name(name, text):
                levels[0].add(person)
            elif _all_in(words, theirs, cut_short=False):
                levels[1].add(person)
            elif _all_in(words, theirs, cut_short=True):
                levels[2].add(person)
    return _by_rank(connection, tuple(next((level for level in levels if level), ())))


def _by_rank(connection: sqlite3.Connection, numbers: tuple[int, ...]) -> tuple[int, ...]:
    marks = ", ".join("?" * len(numbers))
    order = f"SELECT number FROM person WHERE number IN ({marks}) AND articles > 0 ORDER BY articles DESC, name, id"
    return tuple(row[0] for row in connection.execute(order, numbers))


def _candidates(connection: sqlite3.Connection, words: list[str]) -> dict[int, list[str]]:
    """Spellings of the persons who have each of the words, spelled otherwise or cut short, in one of theirs."""
    from kzhu.names import keys

    numbers: set[int] | None = None
    for word in words:
        if len(word) < _SHORTEST and len(words) > 1:
            continue
        having = {row[0] for key in keys(word) for row in connection.execute(_BY_KEY, (key, key))}
        having |= {row[0] for row in connection.execute(_BY_KEY, (f"~{word}", f"~{word}\U0010ffff"))}
        numbers = having if numbers is None else numbers & having
    return {
        person: [row[0] for row in connection.execute("SELECT text FROM spelling WHERE person = ?", (person,))]
        for person in numbers or ()
    }


def _all_in(words: list[str], theirs: list[str], *, cut_short: bool) -> bool:
    """Whether each word is, spelled otherwise or cut short, a word of theirs."""
    from kzhu.names import same_word

    if cut_short:
        return all(any(other.startswith(word) for other in theirs) for word in words)
    return all(any(same_word(word, other) for other in theirs) for word in words)


def country(connection: sqlite3.Connection, name: str) -> str:
    """The code of a country given by code, name or adjective.

    Raises:
        UnknownValueError: there is no such country.
    """
    (code,) = _word(connection, "country", name)[:1] or (None,)
    if code is not None:
        return code
    if len(name) == 2 and name.isascii() and name.isalpha() and not _has_words(connection, "country"):
        return name.upper()
    from kzhu.index.near import UnknownValueError

    known = {row[0] for row in connection.execute("SELECT DISTINCT label FROM word WHERE kind = 'country'")}
    raise UnknownValueError("country", name, known)


def event_types(connection: sqlite3.Connection, names: str) -> tuple[str, ...]:
    """Event types given by their names in records or their labels, commas between several.

    Raises:
        UnknownValueError: one of them is no type.
    """
    return _named(connection, names, "event", "type", "event type")


def metrics(connection: sqlite3.Connection, names: str) -> tuple[str, ...]:
    """Metrics given by their names in records or their labels, commas between several.

    Raises:
        UnknownValueError: one of them is no metric.
    """
    return _named(connection, names, "series", "metric", "metric", "metric")


def _named(
    connection: sqlite3.Connection, names: str, table: str, column: str, what: str, kind: str = "event"
) -> tuple[str, ...]:
    """The values of a table's column that names stand for: words of the knowledge, or values that articles gave it."""
    found: dict[str, None] = {}
    for name in (part.strip() for part in names.split(",")):
        known = (name,) if _is_told(connection, table, column, name) else _word(connection, kind, name)
        if not known:
            from kzhu.index.near import UnknownValueError

            told = {row[0] for row in connection.execute(f"SELECT DISTINCT {column} FROM {table}")}
            raise UnknownValueError(what, name, told | _keys(connection, kind))
        found.update(dict.fromkeys(known))
    return tuple(found)


def sources(connection: sqlite3.Connection, name: str) -> tuple[int, ...]:
    """Numbers of the outlets and origins of whose name this is a part."""
    from kzhu.names import fold

    part = fold(name)
    return tuple(row[0] for row in connection.execute("SELECT number FROM source WHERE instr(folded, ?)", (part,)))


def _word(connection: sqlite3.Connection, kind: str, name: str) -> tuple[str, ...]:
    from kzhu.names import fold

    query = "SELECT key FROM word WHERE kind = ? AND folded = ? ORDER BY key"
    return tuple(row[0] for row in connection.execute(query, (kind, fold(name))))


def _keys(connection: sqlite3.Connection, kind: str) -> set[str]:
    return {row[0] for row in connection.execute("SELECT key FROM word WHERE kind = ?", (kind,))}


def _has_words(connection: sqlite3.Connection, kind: str) -> bool:
    return connection.execute("SELECT 1 FROM word WHERE kind = ? LIMIT 1", (kind,)).fetchone() is not None


def _is_told(connection: sqlite3.Connection, table: str, column: str, value: str) -> bool:
    return connection.execute(f"SELECT 1 FROM {table} WHERE {column} = ? LIMIT 1", (value,)).fetchone() is not None
