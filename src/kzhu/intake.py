"""Reads what is new or changed in an archive's files into rows of its index, and dates what is undated."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from kzhu.analysis.dating import Announcement, Hints, announcements, hints, narrow, touches
from kzhu.corrections import Correction, read_correction
from kzhu.extract.article import Prepared, complete, prepare
from kzhu.folders import KNOWLEDGE, Places
from kzhu.index.build import FileRow
from kzhu.index.plain import dump, load
from kzhu.index.rows import encode
from kzhu.index.spool import Spool
from kzhu.knowledge import Knowledge
from kzhu.readers.text import Found, FoundFile, article_ids, find_files, read_file
from kzhu.records import Problem, Published, tripped

#: A date of this basis needs no dating, and dates others.
_SURE = frozenset({"stated", "curated"})
#: How the dating of an article that announces nothing is kept: to see it without reading the rest.
_ANNOUNCES_NOTHING = '{"announced":[],'
#: Undated articles kept in memory until they are dated; a few kilobytes each.
_MOST_HELD = 2000


@dataclass(frozen=True, slots=True)
class Dating:
    """What dating must know of an article at a later update. Of a dated article, only what it announces."""

    announced: tuple[Announcement, ...] = ()
    #: Of an undated one: what it alone says, its hints, and what came of them.
    alone: Published | None = None
    hint: Hints | None = None
    published: Published | None = None


@dataclass(frozen=True, slots=True)
class Indexed:
    """What an index knows before an update."""

    files: Mapping[tuple[str, str], FileRow] = field(default_factory=dict)
    #: Id of each article by its path.
    ids: Mapping[str, str] = field(default_factory=dict)
    #: What dating must know, as kept, by id; of those of whom there is something to know.
    dating: Mapping[str, str] = field(default_factory=dict)
    #: Problems by the file they are about.
    problems: tuple[tuple[str, Problem], ...] = ()


@dataclass(slots=True)
class Plan:
    """What an update has to do."""

    found: Found
    #: Id of each article file, by path.
    ids: dict[str, str]
    #: Every article and correction file; contents that are not yet read have no SHA-256.
    files: dict[tuple[str, str], FileRow]
    #: Paths of articles to read.
    read: list[str]
    #: Ids of articles whose rows go: removed, or read anew.
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
        self._places = places
        self._plan = todo
        self._indexed = indexed
        self._knowledge = knowledge
        self._spool = spool
        #: Problems of what was read, by the file they are about.
        self.problems: list[tuple[str, Problem]] = []
        #: Undated articles between their two looks, so that most are not prepared twice.
        self._held: dict[str, tuple[Prepared | None, Correction]] = {}
        #: How many undated articles were read again because others moved their date.
        self.redated = 0

    def run(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Reads everything, into the spool."""
        report = progress or (lambda _done, _total: None)
        todo = self._plan
        undated: dict[str, Dating] = {}
        announced: list[Announcement] = []
        done = 0
        for path in todo.read:
            dating = self._first_look(path)
            if dating is None or dating.hint is None:
                done += 1
            else:
                undated[path] = dating
            announced += dating.announced if dating else ()
            report(done, len(todo.read))
        again = self._dated(undated, announced)
        for path, dating in again.items():
            self._read(path, dating)
            done += 1
            report(done, len(todo.read) + self.redated)

    def _first_look(self, path: str) -> Dating | None:
        """Reads an article whose date is sure; of another one only what dating must know. None where it is lost."""
        before = len(self.problems)
        prepared, correction = self._prepare(path)
        if prepared is None:
            return None
        published = correction.published or prepared.published
        if published.basis in _SURE:
            dating = Dating(announcements(prepared, published, self._knowledge))
            self._complete(path, prepared, correction, published, dating)
            return dating
        if len(self._held) < _MOST_HELD:
            self._held[path] = prepared, correction
        else:
            # It will be read again, and its problems told then.
            del self.problems[before:]
        return Dating(alone=published, hint=hints(prepared, self._knowledge), published=published)

    def _dated(self, undated: dict[str, Dating], announced: list[Announcement]) -> dict[str, Dating]:
        """Undated articles to read, with their dates: the new ones, and those whose date moved."""
        indexed, gone = self._indexed.dating, self._plan.gone
        went = [told for article_id in gone if article_id in indexed for told in _kept(indexed[article_id]).announced]
        moved = set(announced) ^ set(went)
        if not undated and not moved:
            return {}
        standing = [
            told
            for article_id, kept in indexed.items()
            if article_id not in gone and not kept.startswith(_ANNOUNCES_NOTHING)
            for told in _kept(kept).announced
        ]
        everything = standing + announced
        found = {path: _narrowed(dating, everything) for path, dating in undated.items()}
        paths = {article_id: path for path, article_id in self._plan.ids.items()}
        for article_id, kept in indexed.items() if moved else ():
            if article_id in gone or article_id not in paths or not kept.startswith(_ANNOUNCES_NOTHING):
                continue
            dating = _kept(kept)
            if dating.hint is not None and any(touches(dating.hint, told) for told in moved):
                now = _narrowed(dating, everything)
                if now.published != dating.published:
                    found[paths[article_id]] = now
                    gone.add(article_id)
                    self.redated += 1
        return dict(sorted(found.items()))

    def _read(self, path: str, dating: Dating) -> None:
        """Reads an article whose date is now as sure as it can be."""
        prepared, correction = self._held.pop(path) if path in self._held else self._prepare(path)
        if prepared is not None and dating.published is not None:
            self._complete(path, prepared, correction, dating.published, dating)

    def _prepare(self, path: str) -> tuple[Prepared | None, Correction]:
        article, problems = read_file(self._places.articles, path, self._plan.ids[path])
        self.problems += [(path, problem) for problem in problems]
        if article is None:
            return None, Correction({})
        self._seen("article", path, article.sha256)
        correction, problems = self._correction(path, article.text)
        self.problems += [(path, problem) for problem in problems]
        try:
            return prepare(article, self._knowledge), correction
        except Exception as error:  # noqa: BLE001 -- one article that trips a rule must not take the others with it
            self._tripped(path, error)
            return None, correction

    def _correction(self, path: str, text: str) -> tuple[Correction, tuple[Problem, ...]]:
        beside = f"{path.rpartition('.')[0]}.yaml"
        if ("correction", beside) not in self._plan.files:
            return Correction({}), ()
        file = Path(self._places.articles, beside)
        try:
            self._seen("correction", beside, sha256(file.read_bytes()).hexdigest())
        except OSError as error:
            return Correction({}), (Problem(beside, f"cannot be read: {error.strerror}", fatal=False),)
        return read_correction(file, beside, text, self._knowledge)

    def _complete(
        self, path: str, prepared: Prepared, correction: Correction, published: Published, dating: Dating
    ) -> None:
        try:
            record = correction.apply(complete(prepared, published, self._knowledge))
            kept = dump(dating) if dating.announced or dating.hint else None
            self._spool.add(encode(record, prepared.article.text, kept))
        except Exception as error:  # noqa: BLE001 -- as above
            self._tripped(path, error)

    def _tripped(self, path: str, error: Exception) -> None:
        self.problems.append((path, tripped(path, error)))

    def _seen(self, kind: str, path: str, digest: str) -> None:
        self._plan.files[kind, path] = self._plan.files[kind, path]._replace(sha256=digest)


def _narrowed(dating: Dating, announced: Iterable[Announcement]) -> Dating:
    """The dating of an undated article, given what all others announce."""
    if dating.alone is None or dating.hint is None:
        return dating
    hint = dating.hint
    told = [item for item in announced if item.article != hint.article and touches(hint, item)]
    return replace(dating, published=narrow(dating.alone, hint, told))


def _kept(text: str) -> Dating:
    """The dating that an index keeps of an article."""
    return load(Dating, text)
