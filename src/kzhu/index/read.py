"""Answers about articles: lists, searches, records, texts, completion. Rows come straight from SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from kzhu.errors import KzhuError, UsageError
from kzhu.index.ask import Asked, ask, select
from kzhu.index.filters import Filters

if TYPE_CHECKING:
    from kzhu.answers import ArticleRow, Hit, ProblemRow

#: Columns of an ArticleRow, of an article `a`.
ARTICLE = (
    "a.id, a.date, a.basis, a.earliest, a.latest, (SELECT name FROM source WHERE number = a.outlet),"
    " (SELECT name FROM source WHERE number = a.origin), a.dateline, a.headline, a.people, a.figures, a.events"
)
#: Candidates named when a beginning of an id fits several.
_MOST_CANDIDATES = 8


class NoSuchArticleError(KzhuError):
    """No id begins so."""

    def __init__(self, beginning: str) -> None:
        super().__init__(f"no article whose id begins with {beginning!r} (kzhu list shows the ids)")


class AmbiguousIdError(KzhuError):
    """Several ids begin so."""

    def __init__(self, beginning: str, candidates: tuple[str, ...], *, more: bool) -> None:
        shown = ", ".join(candidates) + (" ..." if more else "")
        super().__init__(f"several articles' ids begin with {beginning!r}: {shown}")
        self.candidates = candidates


def sort_of(filters: Filters, *known: str) -> str:
    """The sort asked for, the first of the known ones where none was.

    Raises:
        UsageError: it is none of those.
    """
    if filters.sort is None:
        return known[0]
    if filters.sort not in known:
        raise UsageError(f"cannot sort by {filters.sort!r} here; known are {', '.join(known)}")
    return filters.sort


def articles(connection: sqlite3.Connection, filters: Filters) -> Iterator[ArticleRow]:
    """Articles, newest first."""
    from kzhu.answers import ArticleRow

    sort = sort_of(filters, "-date", "date", "id", "-id")
    asked = ask(connection, filters)
    if sort in {"id", "-id"}:
        inner, values = select(asked, "a.number", newest_first=True, limit=None)
        sql = f"SELECT {ARTICLE} FROM article a WHERE a.number IN ({inner}) ORDER BY a.id {_turned(sort)} LIMIT ?"
        values.append(-1 if filters.limit is None else filters.limit)
    else:
        sql, values = select(asked, ARTICLE, newest_first=sort == "-date", limit=filters.limit)
    return map(ArticleRow._make, connection.execute(sql, values))


def _turned(sort: str) -> str:
    return "DESC" if sort.startswith("-") else "ASC"


def count(connection: sqlite3.Connection, filters: Filters) -> int:
    """How many articles the filters keep."""
    inner, values = select(ask(connection, filters), "1", newest_first=True, limit=None)
    (found,) = connection.execute(f"SELECT count(*) FROM ({inner})", values).fetchone()
    return int(found)


def search(connection: sqlite3.Connection, query: str, filters: Filters) -> Iterator[Hit]:
    """Articles that match a query, newest first, each with the sentence of its hit."""
    sort = sort_of(filters, "-date", "date", "relevance")
    asked = ask(connection, filters, query)
    found: Iterator[tuple[int, float, str | None]]
    if sort == "relevance" and asked.match is not None:
        from kzhu.index.relevance import ranked

        found = islice(ranked(connection, asked), filters.limit)
    else:
        from kzhu.index.snippet import MARKED

        text = MARKED if asked.match is not None and asked.marks else "NULL"
        sql, values = select(asked, f"a.number, 0.0, {text}", newest_first=sort != "date", limit=filters.limit)
        found = connection.execute(sql, values)
    return (_hit(connection, asked, number, score, marked) for number, score, marked in found)


def _hit(connection: sqlite3.Connection, asked: Asked, number: int, score: float, marked: str | None) -> Hit:
    from kzhu.answers import ArticleRow, Hit
    from kzhu.index.snippet import best, snippet

    (row,) = connection.execute(f"SELECT {ARTICLE} FROM article a WHERE a.number = ?", (number,))
    return Hit(ArticleRow._make(row), best(marked) if marked else snippet(connection, asked, number), score)


def number_of(connection: sqlite3.Connection, beginning: str) -> int:
    """The number of the article whose id this is, or is the unique beginning of.

    Raises:
        NoSuchArticleError: no id begins so.
        AmbiguousIdError: several do.
    """
    query = "SELECT id, number FROM article WHERE id >= ? AND id < ? ORDER BY id LIMIT ?"
    found = connection.execute(query, (beginning, f"{beginning}\U0010ffff", _MOST_CANDIDATES + 1)).fetchall()
    if not found:
        raise NoSuchArticleError(beginning)
    if len(found) > 1 and found[0][0] != beginning:
        candidates = tuple(row[0] for row in found[:_MOST_CANDIDATES])
        raise AmbiguousIdError(beginning, candidates, more=len(found) > _MOST_CANDIDATES)
    return int(found[0][1])


def text(connection: sqlite3.Connection, number: int) -> str:
    """The stored text of an article."""
    from kzhu.index.pack import unpack

    (packed,) = connection.execute("SELECT text FROM body WHERE number = ?", (number,)).fetchone()
    return unpack(packed)


def record(connection: sqlite3.Connection, number: int) -> str:
    """The record of an article as a JSON line, its people as the archive knows them."""
    from kzhu.index.figures import with_figures
    from kzhu.index.pack import unpack, unpack_record

    query = "SELECT b.text, b.record, f.told FROM body b LEFT JOIN figure f ON f.article = b.number WHERE b.number = ?"
    packed_text, packed, figures = connection.execute(query, (number,)).fetchone()
    text = unpack(packed_text)
    line = with_figures(unpack_record(packed, text), figures, text)
    return _with_archive_people(connection, number, line)


def _with_archive_people(connection: sqlite3.Connection, number: int, line: str) -> str:
    """A record in which somebody whom other articles spell otherwise has the archive's id.

    The name stays as this article's text and the knowledge files give it, unless the archive knows it more fully.
    """
    others = {
        row[0]: (row[1], row[2])
        for row in connection.execute(
            "SELECT n.id || char(10) || n.name, p.id, p.name FROM appearance x JOIN named n ON n.number = x.named"
            " JOIN person p ON p.number = n.person WHERE x.article = ? AND (p.id <> n.id OR p.name <> n.name)",
            (number,),
        )
    }
    if not others:
        return line
    import json

    data = json.loads(line)
    fuller = {}
    for person in data["people"]:
        own = person["name"]
        person["id"], known = others.get(f"{person['id']}\n{own}", (person["id"], own))
        if _tells_more(known, own):
            fuller[own] = person["name"] = known
    for event in data["events"]:
        event["people"] = list(dict.fromkeys(fuller.get(name, name) for name in event["people"]))
    return json.dumps(data, ensure_ascii=False)


def _tells_more(name: str, own: str) -> bool:
    """Whether a name has more words than another, or a word where that has an initial: "Askar Bekov", "A. Bekov"."""
    words, others = name.split(), own.split()
    initials = [word for word in others if len(word.rstrip(".")) == 1]
    return len(words) > len(others) or (len(words) == len(others) and bool(initials))


def export(connection: sqlite3.Connection, filters: Filters) -> Iterator[str]:
    """Records as JSON lines, by date, then id."""
    sort = sort_of(filters, "date", "-date")
    asked = ask(connection, filters)
    sql, values = select(asked, "a.number", newest_first=sort == "-date", limit=filters.limit)
    return (record(connection, number) for (number,) in connection.execute(sql, values))


def texts(connection: sqlite3.Connection, filters: Filters) -> Iterator[tuple[str, str]]:
    """(id, stored text) of articles, by date, then id."""
    sort = sort_of(filters, "date", "-date")
    sql, values = select(ask(connection, filters), "a.id, a.number", newest_first=sort == "-date", limit=filters.limit)
    return ((article_id, text(connection, number)) for article_id, number in connection.execute(sql, values))


def ids(connection: sqlite3.Connection, beginning: str) -> Iterator[str]:
    """Ids of articles that begin so."""
    query = "SELECT id FROM article WHERE id >= ? AND id < ? ORDER BY id"
    return (row[0] for row in connection.execute(query, (beginning, f"{beginning}\U0010ffff")))


def names(connection: sqlite3.Connection, beginning: str) -> Iterator[str]:
    """Names of people of which a word begins so, most articles first."""
    from kzhu.names import fold

    words = fold(beginning).split()
    if not words:
        everyone = "SELECT name FROM person WHERE articles > 0 ORDER BY articles DESC, name"
        return (row[0] for row in connection.execute(everyone))
    last = f"~{words[-1]}"
    query = (
        "SELECT DISTINCT p.name, p.articles FROM name_key k JOIN person p ON p.number = k.person"
        " WHERE k.key >= ? AND k.key < ? ORDER BY p.articles DESC, p.name"
    )
    found = connection.execute(query, (last, f"{last}\U0010ffff"))
    return (name for name, _ in found if set(words[:-1]) <= set(fold(name).split()))


def sources(connection: sqlite3.Connection) -> Iterator[str]:
    """Names of outlets and of those they relay."""
    return (row[0] for row in connection.execute("SELECT name FROM source ORDER BY name"))


def metrics(connection: sqlite3.Connection) -> Iterator[str]:
    """Metrics that figures have, most frequent first."""
    query = "SELECT metric FROM series GROUP BY metric ORDER BY sum(figures) DESC, metric"
    return (row[0] for row in connection.execute(query))


def event_types(connection: sqlite3.Connection) -> Iterator[str]:
    """Types that events have, most frequent first."""
    query = "SELECT type FROM event GROUP BY type ORDER BY count(*) DESC, type"
    return (row[0] for row in connection.execute(query))


def countries(connection: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """(code, name) of the countries that articles are about, most articles first."""
    query = (
        "SELECT c.country, coalesce((SELECT label FROM word WHERE kind = 'country' AND key = c.country LIMIT 1),"
        " c.country) FROM article_country c GROUP BY c.country ORDER BY count(*) DESC, c.country"
    )
    return iter(connection.execute(query))


def problems(connection: sqlite3.Connection) -> tuple[ProblemRow, ...]:
    """What could not be read as it should, at the last update."""
    from kzhu.answers import ProblemRow

    rows = connection.execute("SELECT DISTINCT place, what, fatal FROM problem ORDER BY place, what")
    return tuple(ProblemRow(_kind(place, fatal=bool(fatal)), place, what) for place, what, fatal in rows)


def _kind(place: str, *, fatal: bool) -> str:
    if fatal:
        return "unread"
    return "correction" if place.rpartition(":")[0].endswith(".yaml") or place.endswith(".yaml") else "encoding"
