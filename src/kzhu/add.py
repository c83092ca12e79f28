"""Takes files into an archive: a copy of each, unless the archive has its text, or the whole store, already."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from kzhu.answers import AddReport, ProblemRow
from kzhu.errors import KzhuError
from kzhu.folders import Places
from kzhu.index.pack import unpack
from kzhu.index.rows import twin
from kzhu.readers.stores import ENDINGS, GZIP, digest, is_store, read_store, stem
from kzhu.readers.text import ENDING, find_files, read_bytes
from kzhu.records import Article, Problem

#: What stands for standard input.
STDIN = "-"
#: What the name of a copy may not hold, so that its id can be typed.
_ODD = re.compile(r"[^\w.\-]+")


class _Became(NamedTuple):
    """The name that a store has in the archive."""

    name: str
    new: bool


def add(places: Places, connection: sqlite3.Connection, paths: Iterable[str | os.PathLike[str]]) -> AddReport:
    """Copies files into the article folder; how many articles a store brings shows when the index is up to date.

    Args:
        places: the archive.
        connection: its index, up to date.
        paths: files; of a folder, the articles and stores in it; "-" for a store that comes by standard input.

    Raises:
        KzhuError: the archive takes no articles, or its folder cannot be written.
    """
    if places.shipped:
        raise KzhuError("the archive that ships with kzhu takes no articles (kzhu init makes one of your own)")
    found = find_files(places.articles)
    stems = {_stem(file.path) for file in found.articles}
    names = {file.path.casefold() for file in found.stores}
    stores: list[tuple[str, str, int]] = []
    added: list[tuple[str, str]] = []
    same: list[tuple[str, str]] = []
    problems: list[ProblemRow] = []
    taken: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as passing:
        for given, path in _files(paths, Path(passing)):
            if is_store(path.name):
                became = _store(path, given, places, connection, names)
                if isinstance(became, ProblemRow):
                    problems.append(became)
                elif became.new:
                    stores.append((given, became.name, 0))
                else:
                    same.append((given, became.name))
                continue
            try:
                raw = path.read_bytes()
            except OSError as error:
                problems.append(ProblemRow("unread", given, f"cannot be read: {error.strerror}"))
                continue
            article, told = read_bytes(raw, given, None)
            problems += [ProblemRow("unread" if item.fatal else "encoding", item.where, item.what) for item in told]
            if article is None:
                continue
            words = " ".join(article.text.split())
            known = taken.get(words) or _twin(connection, article.text, words)
            if known is not None:
                same.append((given, known))
                continue
            taken[words] = name = _free_name(path.stem, stems)
            _copy(raw, Path(places.articles, name + ENDING))
            added.append((given, name))
    return AddReport(tuple(added), tuple(same), tuple(problems), tuple(stores))


def settled(connection: sqlite3.Connection, report: AddReport, wrong: Iterable[ProblemRow]) -> AddReport:
    """What became of the files given, once they are read: how many articles the stores brought, and what was lost."""
    query = "SELECT count(*) FROM article WHERE path = ?"
    stores = tuple(
        (file, name, int(connection.execute(query, (name,)).fetchone()[0])) for file, name, _ in report.stores
    )
    lost = (row for row in wrong if row.kind == "unread")
    return report._replace(problems=(*report.problems, *lost), stores=stores)


def _files(paths: Iterable[str | os.PathLike[str]], passing: Path) -> Iterator[tuple[str, Path]]:
    """Each file as it was given, and where it stands; what comes by standard input is put into a passing folder."""
    for given in paths:
        path = Path(given)
        if os.fspath(given) == STDIN:
            yield STDIN, _received(passing)
        elif path.is_dir():
            found = find_files(path)
            yield from ((str(path / file.path), path / file.path) for file in (*found.articles, *found.stores))
        else:
            yield str(path), path


def _received(folder: Path) -> Path:
    """The store that comes by standard input, as a file."""
    coming = sys.stdin.buffer
    first = coming.read(len(GZIP))
    path = folder / f"stdin{ENDINGS[first == GZIP]}"
    with path.open("wb") as file:
        file.write(first)
        shutil.copyfileobj(coming, file)
    return path


def _store(
    path: Path, given: str, places: Places, connection: sqlite3.Connection, names: set[str]
) -> _Became | ProblemRow:
    """What became of a store; else why it was not taken."""
    first = next(
        (line.article for line in read_store(path.parent, path.name) if isinstance(line.article, Article)), None
    )
    if first is None:
        told = next((line.article for line in read_store(path.parent, path.name)), None)
        what = told.what if isinstance(told, Problem) else "is empty"
        return ProblemRow("unread", given, f"has no line with an article: {what}")
    query = "SELECT path FROM file WHERE kind = 'store' AND sha256 = ?"
    known = connection.execute(query, (digest(path),)).fetchone()
    if known is not None:
        return _Became(str(known[0]), new=False)
    plain = _ODD.sub("-", stem(path.name)).strip("-.") or "articles"
    ending = path.name[len(stem(path.name)) :].lower()
    name, number = plain + ending, 1
    while name.casefold() in names:
        number += 1
        name = f"{plain}-{number}{ending}"
    names.add(name.casefold())
    _copy(path, Path(places.articles, name))
    return _Became(name, new=True)


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


def _copy(given: bytes | Path, target: Path) -> None:
    """Writes a file that is there whole or not at all."""
    unfinished = target.with_name(f".{target.name}.part")
    try:
        if isinstance(given, Path):
            shutil.copyfile(given, unfinished)
        else:
            unfinished.write_bytes(given)
        unfinished.replace(target)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise KzhuError(f"cannot write {target}: {error.strerror}") from error
