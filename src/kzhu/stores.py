"""What an update must read of an archive's stores: of one that changed, the lines that did.

An id stands for one article of the archive: files have theirs first, then stores in order of their paths, then lines
in order of the store; who comes later is told, and left out.
The correction of a line is ID.yaml in the article folder, as that of ID.txt is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from kzhu.folders import Places
from kzhu.index.build import FileRow
from kzhu.readers.files import FoundFile
from kzhu.readers.stores import digest, read_store
from kzhu.reading import Task
from kzhu.records import Problem

#: How a problem ends that would be none if another article went.
_TAKEN = "is taken by an earlier article"
#: Wrong lines told of one store; of more, how many.
_MOST_TOLD = 100


@dataclass(slots=True)
class Stores:
    """Goes through the stores of an archive that changed, or whose ids did."""

    places: Places
    found: tuple[FoundFile, ...]
    #: Every file as it is now, by kind and path; a store's gets its SHA-256 here.
    files: dict[tuple[str, str], FileRow]
    #: Stores as the index knows them.
    known: Mapping[str, FileRow]
    #: Ids of the articles that have files of their own.
    taken: Container[str]
    #: The index's articles of a store: SHA-256 by id.
    lines: Callable[[str], dict[str, str]]
    #: The store that the index has an id from; None where it has it from none.
    store_of: Callable[[str], str | None]
    #: What the index holds against each file.
    told: tuple[tuple[str, Problem], ...]
    #: Ids of articles whose rows go; grows while the stores are read.
    gone: set[str]
    #: Ids of articles whose correction changed, came or went; and paths of all corrections.
    corrected: set[str]
    corrections: set[str]
    problems: list[tuple[str, Problem]] = field(default_factory=list)
    #: Stores that were gone through.
    read: set[str] = field(default_factory=set)
    added: int = 0
    changed: int = 0
    removed: int = 0
    #: Share of the bytes gone through so far.
    share: float = 0.0
    _claimed: set[str] = field(default_factory=set)
    #: Stores that must be gone through, though they are as they were.
    _stale: set[str] = field(default_factory=set)

    def tasks(self, new_ids: Iterable[str]) -> Iterator[Task]:
        """The lines to read.

        Args:
            new_ids: ids of files that the index does not have from them.
        """
        present = {store.path for store in self.found}
        for path in self.known.keys() - present:
            went = self.lines(path)
            self.gone.update(went)
            self.removed += len(went)
        if self.known:
            self._stale |= {store for store in map(self.store_of, chain(new_ids, self.corrected)) if store}
        moved = {store.path for store in self.found if self._moved(store)}
        total = sum(store.size for store in self.found) or 1
        before = 0
        for store in self.found:
            if store.path in moved or store.path in self._stale or self._may_be_free(store.path):
                for task, at in self._store(store):
                    self.share = (before + at) / total
                    yield task
            before += store.size
            self.share = before / total

    def _moved(self, store: FoundFile) -> bool:
        """Whether a store is new or has other contents than the index knows; its size and time tell most."""
        old = self.known.get(store.path)
        if old is not None and (old.size, old.mtime_ns) == (store.size, store.mtime_ns):
            self.files["store", store.path] = old
            return False
        try:
            now = digest(f"{self.places.articles}/{store.path}")
        except OSError:
            now = None
        self.files["store", store.path] = FileRow("store", store.path, store.size, store.mtime_ns, now)
        return old is None or now is None or now != old.sha256

    def _may_be_free(self, path: str) -> bool:
        """Whether an id that a line of this store was refused may be free now."""
        refused = {problem.what for about, problem in self.told if about == path and problem.what.endswith(_TAKEN)}
        # Of very many refused, some are only counted.
        counted = any("more lines" in what for what in refused)
        return bool(refused and self.gone) and (counted or any(_refused(gone) in refused for gone in self.gone))

    def _store(self, store: FoundFile) -> Iterator[tuple[Task, int]]:
        path = store.path
        self.read.add(path)
        before = self.lines(path) if path in self.known else {}
        untold: Counter[str] = Counter()
        wrong = 0
        for line in read_store(self.places.articles, path):
            article = line.article
            if not isinstance(article, Problem) and self._is_taken(article.id, path):
                article = Problem(f"{path}:{line.number}", _refused(article.id))
            if isinstance(article, Problem):
                wrong += 1
                if wrong <= _MOST_TOLD:
                    self.problems.append((path, article))
                else:
                    untold[_TAKEN if article.what.endswith(_TAKEN) else "could not be read"] += 1
                continue
            self._claimed.add(article.id)
            known = before.pop(article.id, None)
            if known == article.sha256 and article.id not in self.corrected:
                continue
            if known is None:
                self.added += 1
            else:
                self.changed += 1
                self.gone.add(article.id)
            yield Task(article.id, path, article, beside(article.id, self.corrections)), line.at
        self.gone.update(before)
        self.removed += len(before)
        for what, lines in sorted(untold.items()):
            whose = "the id of each of " if what == _TAKEN else ""
            self.problems.append((path, Problem(path, f"{whose}{lines:,} more lines {what}")))

    def _is_taken(self, article_id: str, path: str) -> bool:
        """Whether an earlier article has an id; a later store that has it must give it up."""
        if article_id in self.taken or article_id in self._claimed:
            return True
        holder = self.store_of(article_id) if self.known else None
        if holder is None or holder == path or ("store", holder) not in self.files:
            return False
        if holder < path:
            return holder not in self.read
        self._stale.add(holder)
        self.gone.add(article_id)
        return False


def beside(stem: str, corrections: Container[str]) -> str | None:
    """The path of an article's correction, where there is one: that of its file, or its id, with another ending."""
    path = f"{stem}.yaml"
    return path if path in corrections else None


def _refused(article_id: str) -> str:
    return f"the id {article_id!r} {_TAKEN}"
