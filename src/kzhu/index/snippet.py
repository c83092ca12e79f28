"""The sentence of an article that shows why a search found it."""

from __future__ import annotations

import re
import sqlite3

from kzhu.index.ask import Asked, Value
from kzhu.index.pack import unpack

#: Around a found word, as in `kzhu.answers.Hit`.
OPEN, CLOSE = "\x02", "\x03"
#: The text of an article that FTS5 matches, with the words found so marked.
MARKED = "highlight(words, 0, char(2), char(3))"
#: No sentence shown is longer to either side of its hit.
_REACH = 600
#: A stop and what closes behind it, or the end of a line; one set of first characters is what `re` looks for fastest.
_END = re.compile(r"[.!?…\n](?:(?<=\n)\s*|(?<!\n)[.!?…]*[\"”»’')\]]*\s+)")
#: What stands between words beside blanks.
_BETWEEN = dict.fromkeys(map(ord, f"({OPEN}{CLOSE}"), " ")
#: A stop behind these ends no sentence.
_SHORT = frozenset("mr mrs ms dr prof gen col lt sgt st jan feb mar apr jun jul aug sep sept oct nov dec no vs".split())


def snippet(connection: sqlite3.Connection, asked: Asked, number: int) -> str:
    """The sentence with most different words of the query; else where the person, figure or event asked for stands."""
    words = marked(connection, asked, number)
    if words is not None:
        return best(words)
    (packed,) = connection.execute("SELECT text FROM body WHERE number = ?", (number,)).fetchone()
    text = unpack(packed)
    place = _place(connection, asked, number)
    if place is None:
        start = len(text) - len(text.lstrip())
        return _tidy(text[slice(*_sentence(text, start, start))])
    start, end = place
    return best(f"{text[:start]}{OPEN}{text[start:end]}{CLOSE}{text[end:]}")


def marked(connection: sqlite3.Connection, asked: Asked, number: int) -> str | None:
    """The text of an article with the words of the query between `OPEN` and `CLOSE`; None where it has none of them."""
    if asked.shown is None:
        return None
    query = f"SELECT {MARKED} FROM words WHERE words MATCH ? AND rowid = ?"
    found: tuple[str] | None = connection.execute(query, (asked.shown, number)).fetchone()
    return found and found[0]


def _place(connection: sqlite3.Connection, asked: Asked, number: int) -> tuple[int, int] | None:
    """Where the person stands that was asked for, else the figure, else the event."""
    return (
        _first(connection, "appearance", "person", asked.persons, number)
        or _figure(connection, asked.metrics, number)
        or _first(connection, "event", "type", asked.events, number)
    )


def _first(
    connection: sqlite3.Connection, table: str, column: str, values: tuple[Value, ...], number: int
) -> tuple[int, int] | None:
    if not values:
        return None
    marks = ", ".join("?" * len(values))
    query = f'SELECT start, "end" FROM {table} WHERE article = ? AND {column} IN ({marks}) ORDER BY start LIMIT 1'
    found = connection.execute(query, (number, *values)).fetchone()
    return None if found is None or found[0] is None else (int(found[0]), int(found[1]))


def _figure(connection: sqlite3.Connection, metrics: tuple[str, ...], number: int) -> tuple[int, int] | None:
    if not metrics:
        return None
    # Only now: most hits are told by their words.
    from kzhu.index import figures

    told = connection.execute("SELECT told FROM figure WHERE article = ?", (number,)).fetchone()
    places = ((int(row[-2]), int(row[-1])) for row in figures.rows(told and told[0]) if row[0] in metrics)
    return min(places, default=None)


def best(marked: str) -> str:
    """The sentence with most different marked words, the first of several."""
    best: tuple[int, str] | None = None
    position = 0
    while (start := marked.find(OPEN, position)) >= 0:
        end = marked.find(CLOSE, start)
        first, last = _sentence(marked, start, end)
        sentence = marked[first:last]
        hits = len({part.partition(CLOSE)[0].lower() for part in sentence.split(OPEN)[1:] if CLOSE in part})
        if best is None or hits > best[0]:
            best = hits, sentence
        position = max(last, end)
    return _tidy(best[1] if best else marked[: 2 * _REACH])


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    floor = max(0, start - _REACH)
    first = floor
    for cut in _END.finditer(text, floor, start):
        if _ends(text, cut):
            first = cut.end()
    last = min(len(text), end + _REACH)
    for cut in _END.finditer(text, end, last):
        if _ends(text, cut):
            last = cut.end()
            break
    return first, last


def _ends(text: str, cut: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: not that of an initial or an abbreviation, nor one before a small letter."""
    if text[cut.start()] == "\n":
        return True
    if text[cut.end() : cut.end() + 1].islower():
        return False
    before = text[max(0, cut.start() - 20) : cut.start()].translate(_BETWEEN)
    words = before.split()
    word = words[-1] if words and not before[-1].isspace() else ""
    return text[cut.start()] != "." or not ((len(word) == 1 and word.isupper()) or word.lower() in _SHORT)


def _tidy(sentence: str) -> str:
    """On one line, marks balanced."""
    if sentence.lstrip().startswith("date"):
        # Only now: few hits stand there, and to compile what finds it takes longer than to lay out a hit.
        from kzhu.index.date_line import DATE_LINE

        sentence = DATE_LINE.sub("", sentence)
    line = " ".join(sentence.split())
    return line + CLOSE if line.rfind(OPEN) > line.rfind(CLOSE) else line
