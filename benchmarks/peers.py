"""What kzhu is measured beside: an FTS5 table with its defaults over the same text, ripgrep and grep over the files."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterable
from pathlib import Path

#: Rows that every question gives.
ROWS = 20
_WITH_WORDS = "rowid, day, snippet(docs, 0, '', '', '…', 16)"


class PlainIndex:
    """An FTS5 table as anybody would make it, each text with its day."""

    def __init__(self, path: Path) -> None:
        """The table of this file."""
        self.path = path
        self.connection = sqlite3.connect(path)

    def fill(self, texts: Iterable[tuple[str, str]]) -> None:
        """Makes the table from (day, text), in one transaction."""
        # A file keeps the size of the most it held: each table gets a new one.
        self.connection.close()
        self.path.unlink(missing_ok=True)
        self.connection = sqlite3.connect(self.path)
        self.connection.execute("CREATE VIRTUAL TABLE docs USING fts5(text, day UNINDEXED)")
        with self.connection:
            self.connection.executemany("INSERT INTO docs(day, text) VALUES (?, ?)", texts)

    def ranked(self, match: str) -> list[tuple[object, ...]]:
        """The best matches, each with where it matches."""
        sql = f"SELECT {_WITH_WORDS} FROM docs WHERE docs MATCH ? ORDER BY rank LIMIT {ROWS}"
        return self.connection.execute(sql, (match,)).fetchall()

    def newest(self, match: str) -> list[tuple[object, ...]]:
        """The newest matches, each with where it matches."""
        sql = f"SELECT {_WITH_WORDS} FROM docs WHERE docs MATCH ? ORDER BY day DESC LIMIT {ROWS}"
        return self.connection.execute(sql, (match,)).fetchall()

    def listed(self, match: str, since: str = "", until: str = "") -> list[tuple[object, ...]]:
        """The newest matches of a stretch of time, without their words."""
        sql = f"SELECT rowid, day FROM docs WHERE docs MATCH ? AND day BETWEEN ? AND ? ORDER BY day DESC LIMIT {ROWS}"
        # "2018-12-31" stands behind "2018", and before "2018~".
        return self.connection.execute(sql, (match, since, f"{until}~")).fetchall()

    def close(self) -> None:
        """Lets go of the file."""
        self.connection.close()


def searchers(folder: Path) -> dict[str, list[str]]:
    """The commands that look for a word in all files of a folder, as far as they are installed; the word is added."""
    known = {"ripgrep": ["rg", "-il", "--"], "grep": ["grep", "-ril", "--"]}
    return {name: [*command, "{word}", str(folder)] for name, command in known.items() if shutil.which(command[0])}
