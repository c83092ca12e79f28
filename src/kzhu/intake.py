"""Reads what is new or changed in an archive's files into rows of its index, and dates what is undated."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

from kzhu.analysis.dating import Announcement, Gathered, narrow, touches
from kzhu.folders import KNOWLEDGE, Places
from kzhu.index.build import FileRow
from kzhu.index.pack import unpack
from kzhu.index.plain import load
from kzhu.index.spool import Spool, unpacked
from kzhu.knowledge import Knowledge
from kzhu.readers.stores import read_store
from kzhu.readers.text import Found, FoundFile, article_ids, find_files
from kzhu.reading import Dating, Outcome, Reader, Task
from kzhu.records import Article, Problem
from kzhu.stores import Stores
from kzhu.workers import each

#: How the dating of an article that announces nothing is kept: to see it without reading the rest.
_ANNOUNCES_NOTHING = '{"announced":[],'


def _no_lines(_store: str) -> dict[str, str]:
    return {}


def _no_store(_article: str) -> str | None:
    return None


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index knows before an update."""

    files: Mapping[tuple[str, str], FileRow] = field(default_factory=dict)
    #: Id of each article that has a file of its own, by its path.
    ids: Mapping[str, str] = field(default_factory=dict)
    #: What dating must know, as kept, by id; of those of whom there is something to know.
    dating: Mapping[str, str] = field(default_factory=dict)
    #: Problems by the file they are about.
    problems: tuple[tuple[str, Problem], ...] = ()
    #: Articles of a store, as SHA-256 by id; and the store that an article is a line of.
    lines: Callable[[str], dict[str, str]] = _no_lines
    store_of: Callable[[str], str | None] = _no_store


@dataclass(slots=True)
class Plan:
    """What an update has to do."""

    found: Found
    #: Id of each article file, by path.
    ids: dict[str, str]
    #: Every file of the article folder; contents that are not yet read have no SHA-256.
    files: dict[tuple[str, str], FileRow]
    #: Paths of articles to read.
    read: list[str]
    #: Ids of articles whose rows go: removed, or read anew. Grows while stores are read.
    gone: set[str]
    added: int = 0
    changed: int = 0
    removed: int = 0


def plan(places: Places, indexed: Indexed) -> Plan:
    """What is new, changed or gone since an index was written."""
    found = find_files(places.articles, skip=(KNOWLEDGE,) if places.articles == places.archive else ())
    ids = article_ids(file.path for file in found.articles)
    # A correction is that of "a.txt" and of "a.TXT".
    stems: dict[str, list[str]] = {}
    for path in ids:
        stems.setdefault(path.rpartition(".")[0], []).append(path)
    files: dict[tuple[str, str], FileRow] = {}
    to_read: set[str] = set()
    for file in found.articles:
        row = files["article", file.path] = _row("article", file, places, indexed)
        old = indexed.files.get(("article", file.path))
        if (
            old is None
            or row.sha256 is None
            or row.sha256 != old.sha256
            or indexed.ids.get(file.path) != ids[file.path]
        ):
            to_read.add(file.path)
    for file in found.corrections:
        stem = file.path.rpartition(".")[0]
        row = files["correction", file.path] = _row("correction", file, places, indexed)
        old = indexed.files.get(("correction", file.path))
        if old is None or row.sha256 is None or row.sha256 != old.sha256:
            to_read.update(stems.get(stem, ()))
    for kind, path in indexed.files:
        stem = path.rpartition(".")[0]
        if kind == "correction" and (kind, path) not in files:
            to_read.update(stems.get(stem, ()))
    removed = {article_id for path, article_id in indexed.ids.items() if path not in ids}
    again = {indexed.ids[path] for path in to_read if path in indexed.ids}
    added = sum(path not in indexed.ids for path in to_read)
    return Plan(found, ids, files, sorted(to_read), removed | again, added, len(to_read) - added, len(removed))


def _row(kind: str, file: FoundFile, places: Places, indexed: Indexed) -> FileRow:
    """A file as it is now; its content is looked at only where size or time of a known file moved."""
    old = indexed.files.get((kind, file.path))
    if old is None:
        return FileRow(kind, file.path, file.size, file.mtime_ns, None)
    if (old.size, old.mtime_ns) == (file.size, file.mtime_ns):
        return old
    try:
        digest = sha256(Path(places.articles, file.path).read_bytes()).hexdigest()
    except OSError:
        digest = None
    return FileRow(kind, file.path, file.size, file.mtime_ns, digest)


class Intake:
    """Reads the articles of a plan."""

    def __init__(self, places: Places, todo: Plan, indexed: Indexed, knowledge: Knowledge, spool: Spool) -> None:
        self._plan = todo
        self._places = places
        self._indexed = indexed
        self._spool = spool
        self._read = Reader(places.articles, knowledge)
        self._stores = Stores(
            places,
            todo.found.stores,
            todo.files,
            {path: row for (kind, path), row in indexed.files.items() if kind == "store"},
            set(todo.ids.values()),
            indexed.lines,
            indexed.store_of,
            indexed.problems,
            todo.gone,
            problems=(problems := list[tuple[str, Problem]]()),
        )
        #: Problems of what was read, by the file they are about.
        self.problems = problems
        #: How many undated articles were read again because others moved their date.
        self.redated = 0
        #: The store of each line to be read again.
        self._of_line: dict[str, str | None] = {}

    @property
    def stores_read(self) -> set[str]:
        """Paths of the stores that were gone through."""
        return self._stores.read

    def run(self, progress: Callable[[int, int], None] | None = None, jobs: int = 1) -> None:
        """Reads everything, into the spool.

        Args:
            progress: told (articles done, articles to do); with stores, the latter is an estimate.
            jobs: how many worker processes may read.
        """
        report = progress or (lambda _done, _total: None)
        announced: list[Announcement] = []
        undated = Spool(self._spool.folder)
        try:
            done = 0
            with closing(each(self._read, self._first_look(), jobs)) as outcomes:
                for done, outcome in enumerate(outcomes, 1):
                    self._note(outcome)
                    announced += outcome.announced
                    if outcome.rows is not None:
                        (undated if outcome.undated else self._spool).take(outcome.rows)
                    report(done, self._total(done))
            moved = self._dated(undated, announced)
        finally:
            undated.close()
        with closing(each(self._read, self._second_look(moved), jobs)) as outcomes:
            for again, outcome in enumerate(outcomes, 1):
                self._note(outcome)
                if outcome.rows is not None:
                    self._spool.take(outcome.rows)
                report(done + again, done + len(moved))

    def _total(self, done: int) -> int:
        """How many articles there are to read, as far as can be told."""
        files, lines = len(self._plan.read), done - len(self._plan.read)
        if not self._plan.found.stores:
            return files
        return done if self._stores.share >= 1 else files + max(lines, round(lines / max(self._stores.share, 0.001)))

    def _first_look(self) -> Iterator[Task]:
        todo = self._plan
        files = (self._of_file(path, todo.ids[path], None) for path in todo.read)
        new_ids = {todo.ids[path] for path in todo.read if self._indexed.ids.get(path) != todo.ids[path]}
        yield from chain(files, self._stores.tasks(new_ids))
        todo.added += self._stores.added
        todo.changed += self._stores.changed
        todo.removed += self._stores.removed

    def _of_file(self, path: str, article_id: str, dating: Dating | None) -> Task:
        beside = f"{path.rpartition('.')[0]}.yaml"
        known = ("correction", beside) in self._plan.files
        return Task(article_id, path, beside=beside if known else None, dating=dating)

    def _note(self, outcome: Outcome) -> None:
        self.problems += [(outcome.path, problem) for problem in outcome.problems]
        for kind, path, digest in outcome.seen:
            self._plan.files[kind, path] = self._plan.files[kind, path]._replace(sha256=digest)

    def _dated(self, undated: Spool, announced: list[Announcement]) -> dict[str, Dating]:
        """Articles to read again, with their dates: those whose date others move. The other undated ones are taken."""
        indexed, gone = self._indexed.dating, self._plan.gone
        went = [told for article_id in gone if article_id in indexed for told in _kept(indexed[article_id]).announced]
        moved = set(announced) ^ set(went)
        standing = [
            told
            for article_id, kept in (indexed.items() if len(undated) or moved else ())
            if article_id not in gone and not kept.startswith(_ANNOUNCES_NOTHING)
            for told in _kept(kept).announced
        ]
        everything = Gathered(chain(standing, announced))
        found: dict[str, Dating] = {}
        for entry in undated.entries():
            rows = unpacked(entry.data)
            dating = _kept(unpack(rows.dating)) if rows.dating and everything else None
            now = _narrowed(dating, everything) if dating else None
            if now is not None and dating is not None and now.published != dating.published:
                found[rows.id] = now
                self._of_line[rows.id] = rows.path
            else:
                self._spool.take(entry)
        changes = Gathered(moved)
        for article_id, kept in indexed.items() if moved else ():
            if article_id in gone or not kept.startswith(_ANNOUNCES_NOTHING):
                continue
            dating = _kept(kept)
            if dating.hint is not None and any(touches(dating.hint, told) for told in changes.near(dating.hint)):
                now = _narrowed(dating, everything)
                if now.published != dating.published:
                    found[article_id] = now
                    gone.add(article_id)
                    self.redated += 1
        return dict(sorted(found.items()))

    def _second_look(self, moved: Mapping[str, Dating]) -> Iterator[Task]:
        paths = {article_id: path for path, article_id in self._plan.ids.items()} if moved else {}
        lines: dict[str, set[str]] = {}
        for article_id, dating in moved.items():
            if article_id in paths:
                yield self._of_file(paths[article_id], article_id, dating)
            else:
                store = self._of_line.get(article_id) or self._indexed.store_of(article_id)
                lines.setdefault(store or "", set()).add(article_id)
        for store, wanted in sorted(lines.items()):
            for line in read_store(self._places.articles, store):
                article = line.article
                if isinstance(article, Article) and article.id in wanted:
                    wanted.remove(article.id)
                    yield Task(article.id, store, article, dating=moved[article.id])


def _narrowed(dating: Dating, announced: Gathered) -> Dating:
    """The dating of an undated article, given what all others announce."""
    if dating.alone is None or dating.hint is None:
        return dating
    hint = dating.hint
    told = [item for item in announced.near(hint) if touches(hint, item)]
    return replace(dating, published=narrow(dating.alone, hint, told))


def _kept(text: str) -> Dating:
    """The dating that an index keeps of an article."""
    return load(Dating, text)
