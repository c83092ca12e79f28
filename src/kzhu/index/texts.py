"""The texts of a new index: built in a file of their own, by a process of their own where there are many articles.

These are the full text, which FTS5 keeps in ordinary tables, and the articles' bodies: together they are as much work
as all else. They are filled apart and then copied, block by block, so that one processor can be at the texts while
another is at the other tables, and so that the file comes out the same however many there are.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import Any

from kzhu.errors import KzhuError
from kzhu.index.schema import BODY, BODY_TWIN, PAGE_SIZE, WORDS
from kzhu.index.spool import Text

#: Bytes of words that FTS5 gathers in memory before it writes them as a part, while a new index is filled.
_GATHERED = 32 << 20
#: So many parts are made one at once, in the end, and not some of them before; FTS5 takes no higher number.
_PARTS_AT_ONCE = 1999
#: Articles that are handed to SQLite at once.
_BATCH = 250
#: The tables that are copied: those that FTS5 keeps an index in, beside the one that says what it may do, and bodies.
_COPIED = ("words_data", "words_idx", "words_docsize", "body")
#: For filling a new file; it comes behind the size of pages, which the cache is counted in.
SWIFT = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"

#: Number of an article, and its texts.
Numbered = tuple[int, Text]


class TextsLostError(KzhuError):
    """The process that was at the texts ended before they were done."""

    def __init__(self) -> None:
        super().__init__(
            "a process that wrote the index was ended by the system, perhaps for want of memory;"
            " the index is as it was before (--jobs 1 needs least)"
        )


@contextmanager
def texts_beside(path: str | None, given: Iterable[Numbered], *, alone: bool) -> Iterator[Texts]:
    """The texts of articles, which come by ascending number, while the caller does something else.

    Args:
        path: the file to build them in, which is not there yet; None keeps it in memory.
        given: read by another process, or when the texts are wanted.
        alone: whether there is no other process to do it.
    """
    texts = Texts(path, given)
    if path is not None:
        _remove(path)
    try:
        if not alone and path is not None and "fork" in multiprocessing.get_all_start_methods():
            texts.start()
        yield texts
    finally:
        texts.end()


class Texts:
    """Texts that are being built into an index, and where they go."""

    def __init__(self, path: str | None, given: Iterable[Numbered]) -> None:
        self._path = path
        self._given = given
        self._process: Any = None

    def start(self) -> None:
        """Has another process build them."""
        # Until it lets Ctrl-C pass it by, it must not be met by one.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        self._process = multiprocessing.get_context("fork").Process(
            target=_apart, args=(self._path, self._given), daemon=True
        )
        self._process.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def copy_to(self, connection: sqlite3.Connection) -> None:
        """Puts them into their empty tables of an index whose transaction is not begun.

        Raises:
            TextsLostError: the process that built them was ended from outside.
        """
        connection.execute("ATTACH ? AS apart", (self._path or ":memory:",))
        if self._process is None:
            _build(connection, "apart", self._given)
        else:
            self._process.join()
            if self._process.exitcode:
                raise TextsLostError
        connection.execute("BEGIN")
        for table in _COPIED:
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM apart.{table}")
        connection.execute("COMMIT")
        connection.execute("DETACH apart")

    def end(self) -> None:
        """Leaves nothing behind."""
        if self._process is not None:
            self._process.terminate()
            self._process.join()
            self._process.close()
        if self._path is not None:
            _remove(self._path)


def _remove(path: str) -> None:
    with suppress(FileNotFoundError):
        os.remove(path)  # noqa: PTH107 -- a string all the way


def _apart(path: str, given: Iterable[Numbered]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connection = sqlite3.connect(path, isolation_level=None)
    _build(connection, "main", given)
    connection.close()


def _build(connection: sqlite3.Connection, schema: str, given: Iterable[Numbered]) -> None:
    words = f"{schema}.words"
    connection.execute(f"PRAGMA {schema}.page_size = {PAGE_SIZE}")
    connection.executescript(SWIFT.replace("PRAGMA ", f"PRAGMA {schema}."))
    connection.execute(WORDS.format("content=''").replace("words", words, 1))
    connection.execute(BODY.replace("body", f"{schema}.body", 1))
    connection.execute("BEGIN")
    # Undocumented, and twice as fast; where a release of SQLite refuses it, it is only slower.
    with suppress(sqlite3.DatabaseError):
        connection.execute(f"INSERT INTO {words}(words, rank) VALUES ('hashsize', ?)", (_GATHERED,))
    connection.execute(f"INSERT INTO {words}(words, rank) VALUES ('automerge', 0)")
    connection.execute(f"INSERT INTO {words}(words, rank) VALUES ('crisismerge', ?)", (_PARTS_AT_ONCE,))
    entries = iter(given)
    while batch := list(islice(entries, _BATCH)):
        connection.executemany(
            f"INSERT INTO {words}(rowid, text) VALUES (?, ?)", ((number, text[0]) for number, text in batch)
        )
        connection.executemany(
            f"INSERT INTO {schema}.body VALUES (?, ?, ?, ?, ?)", ((number, *text[1:]) for number, text in batch)
        )
    connection.execute(f"INSERT INTO {words}(words) VALUES ('optimize')")
    connection.execute(BODY_TWIN.replace("body_twin", f"{schema}.body_twin", 1))
    connection.execute("COMMIT")
