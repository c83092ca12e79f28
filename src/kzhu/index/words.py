"""The full text of a new index: built in a file of its own, by a process of its own where there are many articles.

FTS5 keeps an index in ordinary tables. They are filled apart and then copied, block by block, so that one processor can
be at the words while another is at the other tables, and so that the file comes out the same however many there are.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from kzhu.index.schema import PAGE_SIZE, WORDS

#: Bytes of words that FTS5 gathers in memory before it writes them, while a new index is filled.
_GATHERED = 64 << 20
#: The tables that FTS5 keeps an index in, beside the one that says what it may do.
_PARTS = ("words_data", "words_idx", "words_docsize")
#: For filling a new file; it comes behind the size of pages, which the cache is counted in.
SWIFT = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;"


class WordsLostError(RuntimeError):
    """The process that was at the words ended before they were done."""


@contextmanager
def words_beside(path: str | None, texts: Iterable[tuple[int, str]], *, alone: bool) -> Iterator[Words]:
    """The full text of (number, text), which come by ascending number, while the caller does something else.

    Args:
        path: the file to build it in, which is not there yet; None keeps it in memory.
        texts: numbers and texts; read by another process, or when the words are wanted.
        alone: whether there is no other process to do it.
    """
    words = Words(path, texts)
    if path is not None:
        _remove(path)
    try:
        if not alone and path is not None and "fork" in multiprocessing.get_all_start_methods():
            words.start()
        yield words
    finally:
        words.end()


class Words:
    """A full text that is being built, and where it goes."""

    def __init__(self, path: str | None, texts: Iterable[tuple[int, str]]) -> None:
        self._path = path
        self._texts = texts
        self._process: Any = None

    def start(self) -> None:
        """Has another process build it."""
        # Until it lets Ctrl-C pass it by, it must not be met by one.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        self._process = multiprocessing.get_context("fork").Process(
            target=_apart, args=(self._path, self._texts), daemon=True
        )
        self._process.start()
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def copy_to(self, connection: sqlite3.Connection) -> None:
        """Puts it into the empty table of words of an index whose transaction is not begun.

        Raises:
            WordsLostError: the process that built it was ended from outside.
        """
        connection.execute("ATTACH ? AS apart", (self._path or ":memory:",))
        if self._process is None:
            _build(connection, "apart", self._texts)
        else:
            self._process.join()
            if self._process.exitcode:
                raise WordsLostError
        connection.execute("BEGIN")
        for part in _PARTS:
            connection.execute(f"DELETE FROM main.{part}")
            connection.execute(f"INSERT INTO main.{part} SELECT * FROM apart.{part}")
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


def _apart(path: str, texts: Iterable[tuple[int, str]]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connection = sqlite3.connect(path, isolation_level=None)
    _build(connection, "main", texts)
    connection.close()


def _build(connection: sqlite3.Connection, schema: str, texts: Iterable[tuple[int, str]]) -> None:
    words = f"{schema}.words"
    connection.execute(f"PRAGMA {schema}.page_size = {PAGE_SIZE}")
    connection.executescript(SWIFT.replace("PRAGMA ", f"PRAGMA {schema}."))
    connection.execute(WORDS.format("content=''").replace("words", words, 1))
    connection.execute("BEGIN")
    # Undocumented, and twice as fast; where a release of SQLite refuses it, it is only slower.
    with suppress(sqlite3.DatabaseError):
        connection.execute(f"INSERT INTO {words}(words, rank) VALUES ('hashsize', ?)", (_GATHERED,))
    connection.execute(f"INSERT INTO {words}(words, rank) VALUES ('automerge', 0)")
    connection.executemany(f"INSERT INTO {words}(rowid, text) VALUES (?, ?)", texts)
    connection.execute(f"INSERT INTO {words}(words) VALUES ('optimize')")
    connection.execute("COMMIT")
