"""Reads what is new or changed in an archive's files into rows of its index, and dates what is undated."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain
from pathlib import Path

from kzhu.analysis.dating import Announcement, Gathered, announcing_keys, hinting_keys
from kzhu.folders import KNOWLEDGE, Places
from kzhu.index.build import FileRow
from kzhu.index.pack import pack, unpack
from kzhu.index.plain import dump, load
from kzhu.index.spool import Spool, Waiting, unpacked
from kzhu.knowledge import Knowledge
from kzhu.readers.files import FoundFile
from kzhu.readers.stores import read_store
from kzhu.readers.text import ENDING, Found, PlainIds, article_ids, find_files
from kzhu.reading import Dating, Outcome, Reader, Task
from kzhu.records import Article, Problem
from kzhu.stores import Stores, beside
from kzhu.workers import each

#: Bytes of a SHA-256.
_DIGEST = 32


def _no_files() -> Iterator[tuple[str, int, int]]:
    return iter(())


def _nobody(_path: str) -> str | None:
    return None


def _no_lines(_store: str) -> dict[str, str]:
    return {}


def _no_dating(_asked: Iterable[str]) -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index knows before an update; what is seldom asked for is looked up when it is."""

    #: The article files in order of their paths, as `FoundFile` has them, with a size below zero where one could not be
    #: read; and all others, by kind and path.
    articles: Callable[[], Iterator[tuple[str, int, int]]] = _no_files
    others: Mapping[tuple[str, str], FileRow] = field(default_factory=dict)
    #: SHA-256 of an article file, and the id of its article.
    digest_of: Callable[[str], str | None] = _nobody
    id_of: Callable[[str], str | None] = _nobody
    #: What dating must know, as kept, by id: of these articles; of those that announce, or hint, by one of these keys.
    dating_of: Callable[[Iterable[str]], dict[str, str]] = _no_dating
    announcing: Callable[[Iterable[str]], dict[str, str]] = _no_dating
    hinting: Callable[[Iterable[str]], dict[str, str]] = _no_dating
    #: Problems by the file they are about.
    problems: tuple[tuple[str, Problem], ...] = ()
    #: Articles of a store, as SHA-256 by id; and the store that an article is a line of.
    lines: Callable[[str], dict[str, str]] = _no_lines
    store_of: Callable[[str], str | None] = _nobody


@dataclass(slots=True)
class Plan:
    """What an update has to do."""

    found: Found
    #: Id of each article file, by path.
    ids: Mapping[str, str]
    #: Files beside those to read that the index does not know as they are, and every store.
    files: dict[tuple[str, str], FileRow]
    #: Files that are no more, by kind and path.
    lost: list[tuple[str, str]]
    #: Places of articles to read among those found, in order; and their SHA-256 in turn, zeros until they are read.
    read: Sequence[int]
    digests: bytearray
    #: Ids of articles whose rows go: removed, or read anew. Grows while stores are read.
    gone: set[str]
    #: Paths, without their ending, of corrections that changed, came or went; of a line's, that is its id.
    corrected: set[str]
    added: int = 0
    changed: int = 0
    removed: int = 0

    def rows(self) -> Iterator[FileRow]:
        """Every file that the index does not know as it is, once all is read."""
        yield from self.files.values()
        for at, place in enumerate(self.read):
            file = self.found.articles[place]
            digest = self.digests[at * _DIGEST : (at + 1) * _DIGEST]
            yield FileRow("article", *file, digest.hex() if any(digest) else None)

    def paths(self) -> Iterator[str]:
        """Paths of the articles to read."""
        return map(self.found.articles.path, self.read)

    def is_read(self, path: str) -> bool:
        """Whether an article file is among those to read."""
        place = self.found.articles.find(path)
        if place is None:
            return False
        at = bisect_left(self.read, place)
        return at < len(self.read) and self.read[at] == place


def plan(places: Places, indexed: Indexed) -> Plan:
    """What is new, changed or gone since an index was written."""
    found = find_files(places.articles, skip=(KNOWLEDGE,) if places.articles == places.archive else ())
    ids = article_ids(found.articles)
    files: dict[tuple[str, str], FileRow] = {}
    to_read = bytearray(len(found.articles))
    went: list[str] = []
    for place, file, was in found.articles.news(indexed.articles(), went):
        before = indexed.digest_of(file.path) if was else None
        row = _row("article", file, places, before)
        if row.sha256 is None or row.sha256 != before:
            to_read[place] = True
        else:
            files["article", file.path] = row
    if not (isinstance(ids, PlainIds) and all(path.endswith(ENDING) for path in went)):
        # What shares its name with another keeps its ending, and one that came or went takes or gives it.
        for place, path in enumerate(found.articles.paths()):
            to_read[place] |= indexed.id_of(path) != ids[path]
    corrected = _corrections(places, found, indexed, files)
    if corrected:
        # A correction is that of "a.txt" and of "a.TXT".
        for place, path in enumerate(found.articles.paths()):
            to_read[place] |= path.rpartition(".")[0] in corrected
    read = array("q", (place for place, wanted in enumerate(to_read) if wanted))
    lost = [("article", path) for path in went]
    present = {("correction", file.path) for file in found.corrections} | {
        ("store", file.path) for file in found.stores
    }
    lost += [key for key in indexed.others if key[0] in {"correction", "store"} and key not in present]
    removed = {article_id for path in went if (article_id := indexed.id_of(path)) is not None}
    again = {article_id for place in read if (article_id := indexed.id_of(found.articles.path(place)))}
    added, changed = len(read) - len(again), len(again)
    digests = bytearray(_DIGEST * len(read))
    gone = removed | again
    return Plan(found, ids, files, lost, read, digests, gone, corrected, added, changed, len(removed))


def _corrections(places: Places, found: Found, indexed: Indexed, files: dict[tuple[str, str], FileRow]) -> set[str]:
    """Paths, without their ending, of corrections that are not as the index knows them, or are no more."""
    moved: set[str] = set()
    present: set[str] = set()
    for file in found.corrections:
        present.add(file.path)
        old = indexed.others.get(("correction", file.path))
        if old is None or (old.size, old.mtime_ns) != (file.size, file.mtime_ns):
            row = files["correction", file.path] = _row("correction", file, places, old and old.sha256)
            if old is None or row.sha256 is None or row.sha256 != old.sha256:
                moved.add(file.path)
        elif old.sha256 is None:
            files["correction", file.path] = old
            moved.add(file.path)
    moved.update(path for kind, path in indexed.others if kind == "correction" and path not in present)
    return {path.rpartition(".")[0] for path in moved}


def _row(kind: str, file: FoundFile, places: Places, known: str | None) -> FileRow:
    """A file as it is now; its content is looked at only where that of a known file may be the same."""
    if known is None:
        return FileRow(kind, file.path, file.size, file.mtime_ns, None)
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
        self._corrections = {file.path for file in todo.found.corrections}
        self._stores = Stores(
            places,
            todo.found.stores,
            todo.files,
            {path: row for (kind, path), row in indexed.others.items() if kind == "store"},
            _Taken(todo.ids),
            indexed.lines,
            indexed.store_of,
            indexed.problems,
            todo.gone,
            todo.corrected,
            self._corrections,
            problems=(problems := list[tuple[str, Problem]]()),
        )
        #: Problems of what was read, by the file they are about.
        self.problems = problems
        #: Paths of the corrections of lines that were read.
        self.lines_corrected: set[str] = set()
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
        # What is announced is kept one by one only where it may change what an index has of others.
        told, announced = Gathered(), list[Announcement]()
        undated = Waiting(self._spool.folder)
        try:
            done = 0
            with closing(each(self._read, self._first_look(), jobs)) as outcomes:
                for done, outcome in enumerate(outcomes, 1):
                    self._note(outcome, done - 1)
                    for one in outcome.announced:
                        told.add(one)
                    if self._indexed.others:
                        announced += outcome.announced
                    if outcome.rows is not None:
                        (undated if outcome.undated else self._spool).take(outcome.rows)
                    report(done, self._total(done))
            moved = self._dated(undated, told, announced)
        finally:
            undated.close()
        # Of a million articles these are many megabytes, and each worker to come is forked with them.
        del told, announced
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
        files = (self._of_file(path, todo.ids[path], None) for path in todo.paths())
        new_ids = (todo.ids[path] for path in todo.paths() if self._indexed.id_of(path) != todo.ids[path])
        yield from chain(files, self._stores.tasks(new_ids))
        todo.added += self._stores.added
        todo.changed += self._stores.changed
        todo.removed += self._stores.removed

    def _of_file(self, path: str, article_id: str, dating: Dating | None) -> Task:
        return Task(article_id, path, beside=beside(path.rpartition(".")[0], self._corrections), dating=dating)

    def _note(self, outcome: Outcome, place: int | None = None) -> None:
        """Keeps what an outcome tells of its files; `place` is that of its task at the first look."""
        correction = (
            None if not self._corrections or outcome.path in self._plan.ids else beside(outcome.id, self._corrections)
        )
        if correction is not None:
            self.lines_corrected.add(correction)
        for problem in outcome.problems:
            # What is wrong with the correction of a line is no matter of its whole store.
            of_line = correction is not None and problem.where.startswith(correction)
            self.problems.append((correction if correction and of_line else outcome.path, problem))
        for kind, path, digest in outcome.seen:
            if kind == "article":
                if place is not None:
                    self._plan.digests[place * _DIGEST : (place + 1) * _DIGEST] = bytes.fromhex(digest)
            elif (row := self._plan.files.get((kind, path))) is not None:
                self._plan.files[kind, path] = row._replace(sha256=digest)

    def _dated(self, undated: Waiting, everything: Gathered, announced: list[Announcement]) -> dict[str, bytes]:
        """Articles to read again, with their packed dates: those that others move. The other undated ones are taken.

        Args:
            undated: the undated articles that were read.
            everything: what those that were read announce; what others do comes to it.
            announced: the same one by one, where there was an index.
        """
        indexed, gone = self._indexed, self._plan.gone
        went = [told for kept in indexed.dating_of(gone).values() for told in _kept(kept).announced]
        # Where there was no index, nobody else is touched.
        moved = set(announced) ^ set(went) if indexed.others else set()
        changes = Gathered(moved)
        hinting = indexed.hinting(announcing_keys(moved))
        touched = {
            article_id: known
            for article_id, kept in hinting.items()
            if article_id not in gone and (known := _kept(kept)).hint is not None and changes.touches(known.hint)
        }
        if indexed.others:
            for told in self._standing(undated, touched.values()):
                everything.add(told)
        found: dict[str, bytes] = {}
        for entry in undated:
            rows, packed_dating = unpacked(entry.data), entry.text[-1]
            # What hints at nothing, nothing can date.
            dating = _kept(unpack(packed_dating)) if packed_dating and rows.dating_keys and everything else None
            now = _narrowed(dating, everything) if dating else None
            if now is not None and dating is not None and now.published != dating.published:
                found[rows.id] = pack(dump(now))
                self._of_line[rows.id] = rows.path
            else:
                self._spool.take(entry)
        for article_id, known in touched.items():
            now = _narrowed(known, everything)
            if now.published != known.published:
                found[article_id] = pack(dump(now))
                gone.add(article_id)
                self.redated += 1
        return dict(sorted(found.items()))

    def _standing(self, undated: Waiting, touched: Iterable[Dating]) -> Iterator[Announcement]:
        """What articles of the index that stay announce, as far as it can date one of these undated ones."""
        keys = {key for dating in touched if dating.hint for key in hinting_keys(dating.hint)}
        for entry in undated:
            keys.update(unpacked(entry.data).dating_keys)
        for article_id, kept in self._indexed.announcing(keys).items():
            if article_id not in self._plan.gone:
                yield from _kept(kept).announced

    def _second_look(self, moved: Mapping[str, bytes]) -> Iterator[Task]:
        paths = self._paths(moved)
        lines: dict[str, set[str]] = {}
        for article_id, dating in moved.items():
            if article_id in paths:
                yield self._of_file(paths[article_id], article_id, _kept(unpack(dating)))
            else:
                store = self._of_line.get(article_id) or self._indexed.store_of(article_id)
                lines.setdefault(store or "", set()).add(article_id)
        for store, wanted in sorted(lines.items()):
            for line in read_store(self._places.articles, store):
                article = line.article
                if isinstance(article, Article) and article.id in wanted:
                    wanted.remove(article.id)
                    dated = _kept(unpack(moved[article.id]))
                    yield Task(article.id, store, article, beside(article.id, self._corrections), dated)

    def _paths(self, wanted: Mapping[str, object]) -> dict[str, str]:
        """The files of some articles, by id; lines of stores have none."""
        ids = self._plan.ids
        if isinstance(ids, PlainIds):
            # Of a million files none but these is looked at.
            return {article_id: path for article_id in wanted if (path := f"{article_id}{ENDING}") in ids}
        return {article_id: path for path, article_id in ids.items() if article_id in wanted}


class _Taken(Container[str]):
    """The ids of files: of a million, none is held that its path can tell."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids
        self._all = None if isinstance(ids, PlainIds) else frozenset(ids.values())

    def __contains__(self, article_id: object) -> bool:
        return f"{article_id}{ENDING}" in self._ids if self._all is None else article_id in self._all


def _narrowed(dating: Dating, announced: Gathered) -> Dating:
    """The dating of an undated article, given what all others announce."""
    if dating.alone is None or dating.hint is None:
        return dating
    return replace(dating, published=announced.narrow(dating.alone, dating.hint))


def _kept(text: str) -> Dating:
    """The dating that an index keeps of an article."""
    return load(Dating, text)
