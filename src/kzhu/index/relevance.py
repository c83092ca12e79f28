"""Which of the articles that match a query come first, where the best are asked for.

FTS5's bm25 looks at every match of every word before it gives the first rank. What few articles match is ranked so. Of
what very many of a large archive match, the newest are ranked among themselves, by how often they have the words for
their length, as bm25 does for one word; the others follow, newest first: the best of a common word are not to be told
from the good.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from kzhu.index.ask import Asked, select
from kzhu.index.snippet import MARKED, OPEN, marked

#: What more of the newest articles match than this, of so many, is common: a twentieth. No smaller archive has such.
COMMON = 500
LOOKED_AT = 10_000
#: So many of the newest matches of a common query are ranked, and of any other.
RANKED_OF_COMMON = 100
MOST_RANKED = 2000
#: As bm25 has them: how fast more of the same word counts for less, and how much the length of a text counts.
_ENOUGH, _LENGTH = 1.2, 0.75

#: Number of an article, its score, and its text with the found words marked where that is known already.
Ranked = tuple[int, float, str | None]


def ranked(connection: sqlite3.Connection, asked: Asked) -> Iterator[Ranked]:
    """The articles asked for, the best first and of equal ones the newest; at most `MOST_RANKED`.

    A score above 0 is the higher, the better; 0 has what was not ranked.
    """
    if _is_common(connection, asked):
        return _newest_ranked(connection, asked)
    sql, values = select(
        asked._replace(match=asked.ranked), "a.number, -bm25(words)", newest_first=True, limit=MOST_RANKED
    )
    found = connection.execute(sql, values).fetchall()
    return ((number, score, None) for number, score in sorted(found, key=_best_first))


def _is_common(connection: sqlite3.Connection, asked: Asked) -> bool:
    """Whether very many articles of a large archive match, whatever else is asked of them."""
    # The table of lengths is the narrowest that has all articles in order.
    before = "SELECT id FROM words_docsize ORDER BY id DESC LIMIT 1 OFFSET ?"
    query = f"SELECT 1 FROM words WHERE words MATCH ? AND rowid > ({before}) LIMIT 1 OFFSET ?"
    return connection.execute(query, (asked.match, LOOKED_AT, COMMON)).fetchone() is not None


def _best_first(row: tuple[int, float]) -> tuple[float, int]:
    return -row[1], -row[0]


def _newest_ranked(connection: sqlite3.Connection, asked: Asked) -> Iterator[Ranked]:
    sql, values = select(asked, f"a.number, {MARKED if asked.marks else 'NULL'}", newest_first=True, limit=MOST_RANKED)
    rows = connection.execute(sql, values)
    first = islice(rows, RANKED_OF_COMMON)
    texts = {number: text or marked(connection, asked, number) or "" for number, text in first}
    usual = sum(map(len, texts.values())) / len(texts) if texts else 1.0
    scores = [(number, _score(text, usual)) for number, text in texts.items()]
    for number, score in sorted(scores, key=_best_first):
        yield number, score, texts[number]
    for number, text in rows:
        yield number, 0.0, text


def _score(text: str, usual: float) -> float:
    """What bm25 makes of the marks in a text, all words alike, for its length beside the usual one."""
    hits = text.count(OPEN)
    return hits * (_ENOUGH + 1) / (hits + _ENOUGH * (1 - _LENGTH + _LENGTH * len(text) / usual))
