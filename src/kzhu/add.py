"""Takes files into an archive: a copy of each, unless the archive has its text already."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from kzhu.answers import AddReport, ProblemRow
from kzhu.errors import KzhuError
from kzhu.folders import Places
from kzhu.index.pack import unpack
from kzhu.index.rows import twin
from kzhu.readers.text import ENDING, find_files, read_bytes

#: What the name of a copy may not hold, so that its id can be typed.
_ODD = re.compile(r"[^\w.\-]+")


def add(places: Places, connection: sqlite3.Connection, paths: Iterable[str | os.PathLike[str]]) -> AddReport:
    """Copies files into the article folder.

    Args:
        places: the archive.
        connection: its index, up to date.
        paths: files; of a folder, the articles in it.

    Raises:
        KzhuError: the archive takes no articles, or its folder cannot be written.
    """
    if places.shipped:
        raise KzhuError("the archive that ships with kzhu takes no articles (kzhu init makes one of your own)")
    stems = {_stem(file.path) for file in find_files(places.articles).articles}
    added: list[tuple[str, str]] = []
    same: list[tuple[str, str]] = []
    problems: list[ProblemRow] = []
    taken: dict[str, str] = {}
    for path in _files(paths):
        try:
            raw = path.read_bytes()
        except OSError as error:
            problems.append(ProblemRow("unread", str(path), f"cannot be read: {error.strerror}"))
            continue
        article, told = read_bytes(raw, str(path), None)
        problems += [ProblemRow("unread" if item.fatal else "encoding", item.where, item.what) for item in told]
        if article is None:
            continue
        words = " ".join(article.text.split())
        known = taken.get(words) or _twin(connection, article.text, words)
        if known is not None:
            same.append((str(path), known))
            continue
        taken[words] = name = _free_name(path.stem, stems)
        _copy(raw, Path(places.articles, name + ENDING))
        added.append((str(path), name))
    return AddReport(tuple(added), tuple(same), tuple(problems))


def _files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Path]:
    for given in paths:
        path = Path(given)
        if path.is_dir():
            yield from (path / file.path for file in find_files(path).articles)
        else:
            yield path


def _stem(path: str) -> str:
    # Some systems take "A.txt" and "a.txt" for one file.
    return path.rpartition(".")[0].casefold()


def _twin(connection: sqlite3.Connection, text: str, words: str) -> str | None:
    """The id of an article that has these words already."""
    query = "SELECT a.id, b.text FROM body b JOIN article a ON a.number = b.number WHERE b.twin = ? ORDER BY a.id"
    for article_id, packed in connection.execute(query, (twin(text),)):
        if " ".join(unpack(packed).split()) == words:
            return str(article_id)
    return None


def _free_name(stem: str, stems: set[str]) -> str:
    """A name that no article of the archive has: the file's own, else with a number behind it."""
    plain = _ODD.sub("-", stem).strip("-.") or "article"
    name, number = plain, 1
    while name.casefold() in stems:
        number += 1
        name = f"{plain}-{number}"
    stems.add(name.casefold())
    return name


def _copy(raw: bytes, target: Path) -> None:
    """Writes a file that is there whole or not at all."""
    unfinished = target.with_name(f".{target.name}.part")
    try:
        unfinished.write_bytes(raw)
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise KzhuError(f"cannot write {target}: {error.strerror}") from error
