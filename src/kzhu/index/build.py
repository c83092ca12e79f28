"""Fills an index file from rows: a new one at full speed, an old one by what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from kzhu.index import schema
from kzhu.index.census import Census, Known
from kzhu.index.spool import Spool
from kzhu.index.texts import SWIFT, texts_beside
from kzhu.index.write import Writer, bits_for, numbered
from kzhu.knowledge.load import uncollected
from kzhu.records import Problem

#: Kilobytes for pages while the indexes are made, and as much again for what is sorted.
_SORTING = 32 << 10

#: What an update sets before its transaction: room for the pages that hundreds of articles touch, or they are written
#: and read again and again, and no file but the journal beside the index.
EVERYDAY = f"PRAGMA cache_size = -{64 << 10}; PRAGMA temp_store = MEMORY;"


class FileRow(NamedTuple):
    """A file that an index was built from."""

    #: "article", "correction", "knowledge", "store".
    kind: str
    path: str
    size: int
    mtime_ns: int
    #: None where the file could not be read.
    sha256: str | None


class Word(NamedTuple):
    """A word of the knowledge files that filters understand."""

    #: "country", "metric", "event".
    kind: str
    folded: str
    key: str
    label: str


class Contents(NamedTuple):
    """All that goes into an index beside the articles' rows."""

    meta: Mapping[str, str | int]
    #: Files that are new, or not as the index knows them; and (kind, path) of those that are no more.
    files: Iterable[FileRow]
    #: (path, mtime_ns).
    folders: Iterable[tuple[str, int]]
    #: With the path of the file whose reading left it behind.
    problems: Iterable[tuple[str, Problem]]
    words: Iterable[Word]
    known: Mapping[str, Known]
    lost: Iterable[tuple[str, str]] = ()


def fill(connection: sqlite3.Connection, spool: Spool, contents: Contents, *, jobs: int = 1) -> None:
    """Fills a new, empty database, which nobody reads yet.

    Args:
        connection: the database.
        spool: its articles.
        contents: what else goes into it.
        jobs: with more than one, the texts are seen to by another process; the file comes out the same.
    """
    bits = bits_for(spool.fullest_day())
    (_, _, file) = connection.execute("PRAGMA database_list").fetchone()
    given = numbered(spool.texts(), bits)
    with texts_beside(f"{file}.texts" if file else None, given, alone=jobs < 2) as texts, uncollected():
        schema.create(connection)
        # What sorting millions of entries takes goes into a file once it is more than the cache.
        connection.executescript(f"{SWIFT} PRAGMA temp_store = {'FILE' if file else 'MEMORY'};")
        connection.execute("BEGIN")
        census = Census(connection, bits, contents.known)
        census.enter(spool.roll)
        writer = Writer(connection, bits, census)
        writer.fill(spool.roll, spool.sorted())
        writer.settle()
        connection.execute(f"PRAGMA cache_size = -{_SORTING}")
        for statement in schema.INDEXES.split(";"):
            connection.execute(statement)
        census.count()
        _describe(connection, contents, bits, writer.widest)
        connection.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?, ?)", contents.words)
        connection.execute("COMMIT")
        texts.copy_to(connection)


def change(connection: sqlite3.Connection, gone: Iterable[str], spool: Spool, contents: Contents) -> None:
    """Changes an index within the caller's transaction: articles out, by id, and articles in.

    The knowledge files must be those that the index was built with.

    Raises:
        DayOverflowError: only a rebuild has room for so many articles of one day.
    """
    known = dict(connection.execute("SELECT key, value FROM meta WHERE key IN ('bits', 'widest')"))
    bits = int(known["bits"])
    census = Census(connection, bits, contents.known)
    writer = Writer(connection, bits, census)
    writer.delete(gone)
    census.enter(spool.roll)
    writer.insert(spool.roll, spool.sorted(), spool.texts())
    writer.settle()
    census.count()
    _describe(connection, contents, bits, max(int(known["widest"]), writer.widest))


def _describe(connection: sqlite3.Connection, contents: Contents, bits: int, widest: int) -> None:
    """Notes what the index was built from.

    Args:
        connection: the index.
        contents: the state of the files.
        bits: of an article's number, those for its place within the day.
        widest: no article's date is open for more days.
    """
    for table in ("meta", "folder", "problem"):
        connection.execute(f"DELETE FROM {table}")
    meta = {**contents.meta, "bits": bits, "widest": widest}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.executemany("DELETE FROM file WHERE kind = ? AND path = ?", contents.lost)
    connection.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?, ?)", contents.files)
    connection.executemany("INSERT INTO folder VALUES (?, ?)", contents.folders)
    connection.executemany(
        "INSERT OR IGNORE INTO problem VALUES (?, ?, ?, ?)",
        ((about, problem.where, problem.what, problem.fatal) for about, problem in contents.problems),
    )
