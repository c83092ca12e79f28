"""Whether an index still holds what its files say. On the way to every answer: it asks the file system and no more."""

# pathlib would cost every command more than the answer does.
# ruff: noqa: PTH100, PTH112, PTH113, PTH116, PTH118, PTH120
from __future__ import annotations

import os
import sqlite3

from kzhu.folders import Places

#: With more article files than this, a query looks at the folders only, which tell what came, went or was replaced; a
#: file changed in place is then found by `kzhu index`, which looks at all.
MOST_FILES_LOOKED_AT = 2000
#: Why everything is read anew, where nothing is wrong.
READS_BETTER = "kzhu has learnt to read better"
OTHER_FOLDERS = "the archive has other folders"
#: The rooms of the package whose code decides nothing of what an index holds.
_OTHER_ROOMS = frozenset({"cli", "render", "answers"})


def reader_version() -> str:
    """A mark of the code that reads articles and fills the index: its release; in a checkout, sizes of files too."""
    from kzhu import __version__

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    if os.path.isdir(os.path.join(package, "shipped")):
        return __version__
    sizes = 0
    waiting = [package]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.endswith(".py"):
                    # Sums would not see two files that change places in size.
                    sizes += entry.stat().st_size * (1 + sum(entry.name.encode()))
                elif entry.name not in _OTHER_ROOMS and not entry.name.startswith("_") and entry.is_dir():
                    waiting.append(entry.path)
    return f"{__version__}-{sizes:x}"


def exists(index: str) -> bool:
    """Whether there is an index file."""
    return os.path.isfile(index)


def outdated(connection: sqlite3.Connection, places: Places) -> str | None:
    """Why everything must be read anew; None where only changed files must. Knowledge files are not looked into."""
    known = dict(connection.execute("SELECT key, value FROM meta"))
    if known.get("reader") != reader_version():
        return READS_BETTER
    if known.get("articles_folder") != places.articles or known.get("knowledge_folders") != "\n".join(places.knowledge):
        return OTHER_FOLDERS
    return None


def unchanged(connection: sqlite3.Connection, places: Places) -> bool:
    """Whether folders and files are as they were when the index was written."""
    try:
        for path, mtime_ns in connection.execute("SELECT path, mtime_ns FROM folder"):
            if os.stat(_whole(places.articles, path)).st_mtime_ns != mtime_ns:
                return False
        # Whether there are more, not how many: that would be read from the whole table.
        many = connection.execute("SELECT 1 FROM file LIMIT 1 OFFSET ?", (MOST_FILES_LOOKED_AT,)).fetchone()
        which = " WHERE kind IN ('knowledge', 'store')" if many else ""
        for path, size, mtime_ns in connection.execute(f"SELECT path, size, mtime_ns FROM file{which}"):
            state = os.stat(_whole(places.articles, path))
            if state.st_size != size or state.st_mtime_ns != mtime_ns:
                return False
    except OSError:
        return False
    return True


def _whole(folder: str, path: str) -> str:
    """A path that may be within a folder, whole: as `os.path.join` has it, in a third of the time."""
    return os.path.join(folder, path) if path[:1] == "/" or ":" in path else f"{folder}/{path}"
