"""Brings an archive's index up to date with its files.

Files are told apart by size and time of change, then by content. What is new or changed is read; then undated articles
are dated by what the others announce, and those whose date moves are read again. The outcome equals a rebuild.

An index is changed in one transaction, and a new one is filled in a file of its own that takes the old one's place
when it is whole: whenever the process is killed, the index is as before or as after.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path

from kzhu.answers import UpdateReport
from kzhu.errors import KzhuError
from kzhu.folders import Places
from kzhu.index import build, read, schema, state
from kzhu.index.build import Contents, FileRow, Word
from kzhu.index.census import Known
from kzhu.index.spool import Spool
from kzhu.index.write import DayOverflowError
from kzhu.intake import Indexed, Intake, Plan, plan
from kzhu.knowledge import Knowledge, cached_knowledge
from kzhu.names import fold
from kzhu.records import Problem
from kzhu.workers import cores

Progress = Callable[[int, int], None]

#: Why an archive's first index is built.
NONE_YET = "there was none"
_ASKED = "it was asked for"
_OTHER_KNOWLEDGE = "the knowledge files changed"
#: Reasons for a rebuild that are no news to the user.
EXPECTED = frozenset({NONE_YET, _ASKED, _OTHER_KNOWLEDGE, state.READS_BETTER, state.OTHER_FOLDERS})
#: Seconds to wait for another process that brings the index up to date.
PATIENCE = 600.0


class IndexUnwritableError(KzhuError):
    """An index that cannot be kept where it belongs."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(
            f"the index cannot be written to {path}: {why} (XDG_CACHE_HOME names another folder for the indexes)"
        )


class IndexBusyError(KzhuError):
    """An index that another process is bringing up to date."""

    def __init__(self) -> None:
        super().__init__("another kzhu is bringing the index up to date")


def update(
    places: Places,
    *,
    rebuild: bool = False,
    progress: Progress | None = None,
    patience: float = PATIENCE,
    jobs: int | None = None,
) -> UpdateReport:
    """Brings the index of an archive up to date.

    Args:
        places: the archive.
        rebuild: read everything anew.
        progress: told (articles done, articles to do).
        patience: seconds to wait for another process that does the same.
        jobs: how many processes read articles where there are many to read; as many as the machine's cores where None.
            The index comes out the same.

    Raises:
        IndexBusyError: the other process took longer.
        IndexUnwritableError: the index's folder or file cannot be written.
        WorkerLostError: a process that read articles was ended from outside.
        KnowledgeError: mistakes in data files.
    """
    with _alone(places.index_file, patience):
        connection, reason = (None, _ASKED) if rebuild else _usable(places)
        if connection is None:
            return _replace(places, reason, progress, jobs)
        try:
            return _change(connection, places, progress, jobs)
        except _RebuildNeededError as needed:
            reason = str(needed)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and "no such" not in str(error):
                raise  # nothing is wrong with the file itself
            reason = _broken(error)
        finally:
            connection.close()
        return _replace(places, reason, progress, jobs)


def in_memory(places: Places, progress: Progress | None = None) -> tuple[sqlite3.Connection, UpdateReport]:
    """An index that is kept nowhere, for an archive whose index cannot be written."""
    connection = schema.connect(":memory:")
    return connection, _build(connection, places, NONE_YET, progress, None, None)


class _RebuildNeededError(Exception):
    """A change that only a rebuild can make; the message says why."""


@contextmanager
def _alone(index: str, patience: float) -> Iterator[None]:
    """Waits until no other process writes the index, and keeps others from it."""
    try:
        Path(index).parent.mkdir(parents=True, exist_ok=True)
        # A lock of SQLite's works on every system, and goes when its process does.
        lock = sqlite3.connect(f"{index}.lock", timeout=patience, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise IndexUnwritableError(index, str(error)) from error
    try:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise IndexBusyError from error
            raise
        yield
    except sqlite3.OperationalError as error:
        raise IndexUnwritableError(index, str(error)) from error
    finally:
        lock.close()


def _usable(places: Places) -> tuple[sqlite3.Connection | None, str]:
    """The index as it is, else why there must be a new one."""
    if not Path(places.index_file).exists():
        return None, NONE_YET
    connection = schema.connect(places.index_file)
    try:
        if not schema.is_ours(connection):
            reason: str | None = "another version of kzhu, or another program, wrote it"
        else:
            reason = state.outdated(connection, places)
    except sqlite3.DatabaseError as error:
        reason = _broken(error)
    if reason is None:
        return connection, ""
    connection.close()
    return None, reason


def _broken(error: sqlite3.Error) -> str:
    return f"its file was broken ({error})"


def _replace(places: Places, reason: str, progress: Progress | None, jobs: int | None) -> UpdateReport:
    """Fills a new index and puts it in the old one's place."""
    fresh = Path(f"{places.index_file}.new")
    try:
        fresh.unlink(missing_ok=True)
        connection = schema.connect(str(fresh))
        try:
            report = _build(connection, places, reason, progress, jobs, str(fresh.parent))
        finally:
            connection.close()
        with fresh.open("rb") as written:
            os.fsync(written.fileno())
        _retire(places.index_file)
        fresh.replace(places.index_file)
    except OSError as error:
        raise IndexUnwritableError(places.index_file, str(error)) from error
    finally:
        # Of what came to nothing nothing is left, least of all on a disk that is full.
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return report


def _retire(index: str) -> None:
    """Sees to it that no journal of the old index is left, which SQLite would play into the new one."""
    journal = Path(f"{index}-journal")
    if not journal.exists():
        return
    try:
        # Reading plays the journal back, as after a crash.
        with suppress(sqlite3.DatabaseError):
            connection = sqlite3.connect(index)
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.close()
    finally:
        if journal.exists():
            # It cannot be played: the old file goes first, since without it a journal means nothing.
            Path(index).unlink(missing_ok=True)
            journal.unlink(missing_ok=True)


def _build(
    connection: sqlite3.Connection,
    places: Places,
    reason: str,
    progress: Progress | None,
    jobs: int | None,
    folder: str | None,
) -> UpdateReport:
    knowledge_files = _knowledge_files(places)
    knowledge = _knowledge(places.knowledge, knowledge_files)
    indexed = Indexed()
    todo = plan(places, indexed)
    spool = Spool(folder)
    try:
        intake = Intake(places, todo, indexed, knowledge, spool)
        intake.run(progress, jobs or cores())
        contents = _contents(places, todo, knowledge, knowledge_files, _problems(todo, intake, indexed))
        build.fill(connection, spool, contents, jobs=jobs or cores())
        return _report(connection, todo, intake, reason)
    finally:
        spool.close()


def _change(
    connection: sqlite3.Connection, places: Places, progress: Progress | None, jobs: int | None
) -> UpdateReport:
    indexed = _indexed(connection)
    knowledge_files = _knowledge_files(places)
    todo = plan(places, indexed)
    known = {row for (kind, _), row in indexed.others.items() if kind == "knowledge"}
    same_knowledge = known == set(knowledge_files)
    knowledge = _knowledge(places.knowledge, knowledge_files)
    if not same_knowledge:
        (digest,) = connection.execute("SELECT value FROM meta WHERE key = 'knowledge'").fetchone()
        if digest != knowledge.digest:
            raise _RebuildNeededError(_OTHER_KNOWLEDGE)
    spool = Spool()
    try:
        intake = Intake(places, todo, indexed, knowledge, spool)
        intake.run(progress, jobs or cores())
        contents = _contents(places, todo, knowledge, knowledge_files, _problems(todo, intake, indexed))
        contents = contents._replace(lost=[*contents.lost, *(row[:2] for row in known - set(knowledge_files))])
        connection.executescript(build.EVERYDAY)
        connection.execute("BEGIN IMMEDIATE")
        try:
            build.change(connection, sorted(todo.gone), spool, contents)
            report = _report(connection, todo, intake, None)
            connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a broken file has rolled back by itself
                connection.execute("ROLLBACK")
            raise
    except DayOverflowError as error:
        raise _RebuildNeededError("a day had more articles than there was room for") from error
    finally:
        spool.close()
    return report


def _indexed(connection: sqlite3.Connection) -> Indexed:
    def first(query: str, *values: str) -> str | None:
        found = connection.execute(query, values).fetchone()
        return None if found is None else found[0]

    def dating_of(ids: Iterable[str]) -> dict[str, str]:
        query = (
            "SELECT CAST(unpack(b.dating) AS TEXT) FROM article a JOIN body b ON b.number = a.number"
            " WHERE a.id = ? AND b.dating IS NOT NULL"
        )
        found = ((article_id, first(query, article_id)) for article_id in ids)
        return {article_id: kept for article_id, kept in found if kept is not None}

    def keyed(keys: Iterable[str], hints: int) -> dict[str, str]:
        query = "SELECT article FROM dating_key WHERE key = ? AND hints = ?"
        numbers = {number for key in sorted(keys) for (number,) in connection.execute(query, (key, hints))}
        kept = (
            "SELECT a.id, CAST(unpack(b.dating) AS TEXT) FROM article a JOIN body b ON b.number = a.number"
            " WHERE a.number = ?"
        )
        return {row[0]: row[1] for number in sorted(numbers) for row in connection.execute(kept, (number,))}

    return Indexed(
        articles=lambda: connection.execute(
            "SELECT path, CASE WHEN sha256 IS NULL THEN -1 ELSE size END, mtime_ns FROM file WHERE kind = 'article'"
            " ORDER BY path"
        ),
        others={
            (row[0], row[1]): FileRow(*row)
            for row in connection.execute(
                "SELECT kind, path, size, mtime_ns, sha256 FROM file WHERE kind IN ('correction', 'knowledge', 'store')"
            )
        },
        digest_of=lambda path: first("SELECT sha256 FROM file WHERE kind = 'article' AND path = ?", path),
        id_of=lambda path: first(
            "SELECT id FROM article WHERE id IN (?, ?) AND path = ?", path.rpartition(".")[0], path, path
        ),
        dating_of=dating_of,
        announcing=lambda keys: keyed(keys, 0),
        hinting=lambda keys: keyed(keys, 1),
        problems=tuple(
            (about, Problem(place, what, bool(fatal)))
            for about, place, what, fatal in connection.execute("SELECT about, place, what, fatal FROM problem")
        ),
        lines=lambda store: dict(connection.execute("SELECT id, sha256 FROM article WHERE path = ?", (store,))),
        store_of=lambda article_id: first(
            "SELECT a.path FROM article a JOIN file f ON f.kind = 'store' AND f.path = a.path WHERE a.id = ?",
            article_id,
        ),
    )


@lru_cache(maxsize=4)
def _knowledge(folders: tuple[str, ...], _files: tuple[FileRow, ...]) -> Knowledge:
    """What the data files say; within one process, read once while the files stay as they are."""
    return cached_knowledge([Path(folder) for folder in folders])


def _knowledge_files(places: Places) -> tuple[FileRow, ...]:
    found = []
    for folder in places.knowledge:
        for path in sorted(Path(folder).glob("*.yaml")):
            state_now = path.stat()
            found.append(FileRow("knowledge", str(path), state_now.st_size, state_now.st_mtime_ns, None))
    return tuple(found)


def _problems(todo: Plan, intake: Intake, indexed: Indexed) -> list[tuple[str, Problem]]:
    """Problems as they stand after an update: those of unchanged files stay."""
    told = intake.problems
    read = {about for about, _ in told} | intake.stores_read | intake.lines_corrected
    stores = {store.path for store in todo.found.stores}
    beside = {file.path.rpartition(".")[0] for file in todo.found.corrections}
    # Of a million articles no more is held than what corrections stand beside.
    stems = {stem for path in (todo.ids if beside else ()) if (stem := path.rpartition(".")[0]) in beside}
    # What stands beside no file is the correction of a line of a store, or of nothing.
    of_lines, lone = set[str](), set[str]()
    for path, stem in ((file.path, file.path.rpartition(".")[0]) for file in todo.found.corrections):
        stays = stem not in todo.gone and indexed.store_of(stem) in stores
        if stem not in stems:
            (of_lines if stays or path in intake.lines_corrected else lone).add(path)
    there = stores | of_lines
    kept = [
        (about, problem)
        for about, problem in indexed.problems
        if (about in todo.ids or about in there) and about not in read and not todo.is_read(about)
    ]
    orphans = [
        (path, Problem(path, "is a correction without an article beside it", fatal=False)) for path in sorted(lone)
    ]
    return kept + told + orphans + [("", problem) for problem in todo.found.problems]


def _contents(
    places: Places,
    todo: Plan,
    knowledge: Knowledge,
    knowledge_files: tuple[FileRow, ...],
    problems: list[tuple[str, Problem]],
) -> Contents:
    folders = [*todo.found.folders, *((folder, Path(folder).stat().st_mtime_ns) for folder in places.knowledge)]
    return Contents(
        meta={
            "reader": state.reader_version(),
            "knowledge": knowledge.digest,
            "articles_folder": places.articles,
            "knowledge_folders": "\n".join(places.knowledge),
        },
        files=chain(todo.rows(), knowledge_files),
        lost=todo.lost,
        folders=folders,
        problems=problems,
        words=_words(knowledge),
        known={person.id: Known(person.name, person.country, person.spellings) for person in knowledge.people.values()},
    )


def _words(knowledge: Knowledge) -> Iterator[Word]:
    for country in knowledge.countries.values():
        names = (country.code, country.name, country.alpha3, *country.names, *country.demonyms, *country.people)
        for name in (*names, *(once.name for once in country.dated)):
            if name:
                yield Word("country", fold(name), country.code, country.name)
    for kind, entries in (("metric", knowledge.metrics), ("event", knowledge.events)):
        for key, entry in entries.items():
            for name in (key, entry.label):
                yield Word(kind, fold(name), key, entry.label)


def _report(connection: sqlite3.Connection, todo: Plan, intake: Intake, reason: str | None) -> UpdateReport:
    (articles,) = connection.execute("SELECT count(*) FROM article").fetchone()
    return UpdateReport(
        articles, todo.added, todo.changed, todo.removed, intake.redated, reason, read.problems(connection)
    )
