"""Plain-text files: found in an archive's article folder, and read into articles."""

# A walk of 100,000 files takes 0.3 s with scandir and strings, with Path many times that.
# ruff: noqa: PTH116, PTH118, PTH122
from __future__ import annotations

import hashlib
import os
from collections.abc import ItemsView, Iterable, Iterator, Mapping
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from kzhu.readers.decode import UnreadableError, decode
from kzhu.readers.files import Files, FoundFile
from kzhu.readers.stores import is_store
from kzhu.records import Article, Problem

#: Files with this ending are articles.
ENDING = ".txt"
_NAME = attrgetter("name")


class Reading(NamedTuple):
    """What came of a file: its article, unless it was lost, and what was wrong with it."""

    article: Article | None
    problems: tuple[Problem, ...] = ()


class Found(NamedTuple):
    """What stands in an article folder."""

    #: Articles, by path.
    articles: Files
    #: Corrections (NAME.yaml), by path.
    corrections: tuple[FoundFile, ...]
    #: Every folder walked, as (path inside, "" for the folder itself; mtime in ns).
    folders: tuple[tuple[str, int], ...]
    problems: tuple[Problem, ...]
    #: Files with an article on each line (see `kzhu.readers.stores`), by path.
    stores: tuple[FoundFile, ...] = ()


def find_files(folder: str | os.PathLike[str], skip: Iterable[str] = ()) -> Found:
    """Articles, corrections and stores under a folder, in order of their paths.

    Args:
        folder: the article folder.
        skip: folders right below it to leave out, by name (an archive's `data`). Hidden ones are left out always.

    A folder that links lead to twice, or back to itself, is walked once, under its own path where it has one.
    """
    root = os.fspath(folder)
    skipped = set(skip)
    articles = Files()
    corrections: list[FoundFile] = []
    stores: list[FoundFile] = []
    folders: list[tuple[str, int]] = []
    problems: list[Problem] = []
    walked: set[tuple[int, int]] = set()
    waiting = [""]
    links: list[str] = []
    while waiting or links:
        # Links last, so that a folder goes under its own path.
        inside = waiting.pop() if waiting else links.pop()
        try:
            state = os.stat(os.path.join(root, inside) if inside else root)
            if (state.st_dev, state.st_ino) in walked:
                continue
            walked.add((state.st_dev, state.st_ino))
            entries = sorted(os.scandir(os.path.join(root, inside)), key=_NAME)
        except OSError as error:
            problems.append(Problem(inside or root, f"the folder cannot be read: {error.strerror}"))
            continue
        folders.append((inside, state.st_mtime_ns))
        here: list[FoundFile] = []
        below: list[str] = []
        linked: list[str] = []
        for entry in entries:
            name = entry.name
            path = f"{inside}/{name}" if inside else name
            if entry.is_dir():
                if not name.startswith(".") and not (not inside and name in skipped):
                    (linked if entry.is_symlink() else below).append(path)
                continue
            # The last four letters of a name tell most; "yaml" wants its dot besides.
            last = name[-4:].lower()
            kind = here if last == ENDING else stores if is_store(name) else corrections if last == "yaml" else None
            if kind is None or name.startswith(".") or (kind is corrections and name[-5:-4] != "."):
                continue
            found = _stat(entry, path, problems)
            if found is not None:
                kind.append(found)
        waiting += reversed(below)
        links += reversed(linked)
        articles.extend(here)
    listed = [tuple(sorted(found)) for found in (corrections, stores)]
    return Found(articles.sort(), listed[0], tuple(sorted(folders)), tuple(sorted(problems)), listed[1])


def _stat(entry: os.DirEntry[str], path: str, problems: list[Problem]) -> FoundFile | None:
    if not path.isascii():
        try:
            path.encode()
        except UnicodeEncodeError:
            shown = path.encode("utf-8", "backslashreplace").decode()
            problems.append(Problem(shown, "its name is no UTF-8; rename it"))
            return None
    try:
        state = entry.stat()
    except OSError as error:
        what = "is a link to nothing" if entry.is_symlink() else f"cannot be read: {error.strerror}"
        problems.append(Problem(path, what))
        return None
    if not entry.is_file():
        problems.append(Problem(path, "is no file but a pipe or a device"))
        return None
    return FoundFile(path, state.st_size, state.st_mtime_ns)


def article_ids(files: Files) -> Mapping[str, str]:
    """The id of each article file: its path without the ending; where two would share one, both keep the ending.

    >>> dict(article_ids(Files(FoundFile(path, 0, 0) for path in ("a.txt", "b.TXT", "b.txt"))))
    {'a.txt': 'a', 'b.TXT': 'b.TXT', 'b.txt': 'b.txt'}
    """
    if files.all_end(ENDING):
        return PlainIds(files)
    stems: dict[str, list[str]] = {}
    for path in files.paths():
        stems.setdefault(os.path.splitext(path)[0], []).append(path)
    taken = {path for sharing in stems.values() if len(sharing) > 1 for path in sharing}
    ids: dict[str, str] = {}
    for stem, sharing in stems.items():
        for path in sharing:
            ids[path] = path if len(sharing) > 1 or stem in taken else stem
    return ids


class _PlainItems(ItemsView[str, str]):
    """Paths and ids in turn, without looking each path up."""

    def __init__(self, ids: PlainIds) -> None:
        super().__init__(ids)
        self._ids = ids

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((path, path[: -len(ENDING)]) for path in self._ids)


class PlainIds(Mapping[str, str]):
    """Ids where no two can be the same: told from the paths, so that nothing else is held."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __getitem__(self, path: str) -> str:
        if path not in self:
            raise KeyError(path)
        return path[: -len(ENDING)]

    def __contains__(self, path: object) -> bool:
        return isinstance(path, str) and self._files.find(path) is not None

    def items(self) -> ItemsView[str, str]:
        """Paths and ids in turn, without looking each path up."""
        return _PlainItems(self)

    def __iter__(self) -> Iterator[str]:
        return self._files.paths()

    def __len__(self) -> int:
        return len(self._files)


def read_bytes(raw: bytes, article_id: str, path: str | None, where: str | None = None) -> Reading:
    """The article in a file's bytes.

    Args:
        raw: the bytes.
        article_id: the article's id.
        path: path inside the article folder; None where it comes from no file.
        where: what to call it in problems; its path, else its id, where not given.
    """
    where = where or path or article_id
    try:
        decoded = decode(raw)
    except UnreadableError as error:
        return Reading(None, (Problem(where, str(error)),))
    problems = () if decoded.remark is None else (Problem(where, decoded.remark, fatal=False),)
    return Reading(Article(article_id, path, hashlib.sha256(raw).hexdigest(), decoded.text), problems)


def read_file(folder: str | os.PathLike[str], path: str, article_id: str) -> Reading:
    """The article in a file of the article folder."""
    try:
        raw = Path(folder, path).read_bytes()
    except FileNotFoundError:
        return Reading(None, (Problem(path, "is not there"),))
    except OSError as error:
        return Reading(None, (Problem(path, f"cannot be read: {error.strerror}"),))
    return read_bytes(raw, article_id, path)
