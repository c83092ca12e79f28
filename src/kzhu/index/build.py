"""Fills an index file from rows: a new one at full speed, an old one by what changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import NamedTuple

from kzhu.index import schema
from kzhu.index.census import Census, Known
from kzhu.index.spool import Spool
from kzhu.index.write import Writer, bits_for
from kzhu.records import Problem

#: Bytes of words that FTS5 gathers in memory before it writes them, while a new index is filled.
_GATHERED = 64 << 20


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
    files: Iterable[FileRow]
    #: (path, mtime_ns).
    folders: Iterable[tuple[str, int]]
    #: With the path of the file whose reading left it behind.
    problems: Iterable[tuple[str, Problem]]
    words: Iterable[Word]
    known: Mapping[str, Known]


def fill(connection: sqlite3.Connection, spool: Spool, contents: Contents) -> None:
    """Fills a new, empty database, which nobody reads yet."""
    connection.executescript(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;"
    )
    schema.create(connection)
    connection.execute("BEGIN")
    # Undocumented, and twice as fast; where a release of SQLite refuses it, it is only slower.
    with suppress(sqlite3.DatabaseError):
        connection.execute("INSERT INTO words(words, rank) VALUES ('hashsize', ?)", (_GATHERED,))
    connection.execute("INSERT INTO words(words, rank) VALUES ('automerge', 0)")
    bits = bits_for(spool.fullest_day())
    census = Census(connection, bits, contents.known)
    census.settle(spool.identities)
    Writer(connection, bits, census).insert(spool.sorted())
    for statement in schema.INDEXES.split(";"):
        connection.execute(statement)
    census.count()
    connection.execute("INSERT INTO words(words) VALUES ('optimize')")
    connection.execute("INSERT INTO words(words, rank) VALUES ('automerge', 4)")
    _describe(connection, contents, bits)
    connection.execute("COMMIT")


def change(connection: sqlite3.Connection, gone: Iterable[str], spool: Spool, contents: Contents) -> None:
    """Changes an index within the caller's transaction: articles out, by id, and articles in.

    Raises:
        DayOverflowError: only a rebuild has room for so many articles of one day.
    """
    (bits,) = connection.execute("SELECT value FROM meta WHERE key = 'bits'").fetchone()
    census = Census(connection, bits, contents.known)
    writer = Writer(connection, bits, census)
    writer.delete(gone)
    census.settle(spool.identities)
    writer.insert(spool.sorted())
    census.count()
    writer.drop_unused_sources()
    _describe(connection, contents, bits)


def describe(connection: sqlite3.Connection, contents: Contents) -> None:
    """Notes the state of the files where no article changed, within the caller's transaction."""
    (bits,) = connection.execute("SELECT value FROM meta WHERE key = 'bits'").fetchone()
    _describe(connection, contents, bits)


def _describe(connection: sqlite3.Connection, contents: Contents, bits: int) -> None:
    for table in ("meta", "file", "folder", "problem", "word"):
        connection.execute(f"DELETE FROM {table}")
    (widest,) = connection.execute(
        "SELECT max(last_day - (number >> ?)) FROM article WHERE last_day >= 0", (bits,)
    ).fetchone()
    meta = {**contents.meta, "bits": bits, "widest": widest or 0}
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(meta.items()))
    connection.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?)", contents.files)
    connection.executemany("INSERT INTO folder VALUES (?, ?)", contents.folders)
    connection.executemany(
        "INSERT OR IGNORE INTO problem VALUES (?, ?, ?, ?)",
        ((about, problem.where, problem.what, problem.fatal) for about, problem in contents.problems),
    )
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?, ?, ?, ?)", contents.words)
