"""Reads one article of an archive into rows of its index: what a worker process does, and gives back."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kzhu.analysis.dating import Announcement, Hints, announcements, announcing_keys, hinting_keys, hints
from kzhu.corrections import Correction, read_correction
from kzhu.extract.article import Prepared, complete, prepare
from kzhu.index.plain import dump
from kzhu.index.rows import encode
from kzhu.index.spool import Packed, packed
from kzhu.knowledge import Knowledge
from kzhu.readers.text import Reading, read_file
from kzhu.records import Article, Problem, Published, tripped

#: A date of this basis needs no dating, and dates others.
SURE = frozenset({"stated", "curated"})


@dataclass(frozen=True, slots=True)
class Dating:
    """What dating must know of an article at a later update. Of a dated article, only what it announces."""

    announced: tuple[Announcement, ...] = ()
    #: Of an undated one: what it alone says, its hints, and what came of them.
    alone: Published | None = None
    hint: Hints | None = None
    published: Published | None = None


class Task(NamedTuple):
    """An article to read."""

    id: str
    #: Path of its file, or of the store that it is a line of.
    path: str
    #: The article of a line; None where its file is to be read.
    article: Article | None = None
    #: Path of its correction.
    beside: str | None = None
    #: When it was published, where others have told; None at the first look.
    dating: Dating | None = None


class Outcome(NamedTuple):
    """What came of a task."""

    id: str
    path: str
    #: Rows of the article; None where it is lost.
    rows: Packed | None
    #: Whether its date hangs on what others announce; the rows hold what it alone says.
    undated: bool
    announced: tuple[Announcement, ...]
    problems: tuple[Problem, ...]
    #: SHA-256 of each file read, as (kind, path, digest).
    seen: tuple[tuple[str, str, str], ...]


class Reader:
    """Reads articles under one folder with one knowledge."""

    def __init__(self, folder: str, knowledge: Knowledge) -> None:
        self._folder = folder
        self._knowledge = knowledge

    def __call__(self, task: Task) -> Outcome:
        """The rows of an article; of an undated one at the first look, as dated by nothing but itself."""
        seen: list[tuple[str, str, str]] = []
        article, told = Reading(task.article) if task.article else read_file(self._folder, task.path, task.id)
        problems = list(told)
        rows: Packed | None = None
        dating = task.dating
        if article is not None:
            if task.article is None:
                seen.append(("article", task.path, article.sha256))
            where = task.path if task.article is None else f"{task.path}: {task.id}"
            correction = self._correction(task, article.text, problems, seen)
            try:
                prepared = prepare(article, self._knowledge)
                dating = dating or self._dating(prepared, correction)
                rows = self._rows(prepared, correction, dating)
            except Exception as error:  # noqa: BLE001 -- one article that trips a rule must not take the others with it
                problems.append(tripped(where, error))
        undated = rows is not None and dating is not None and dating.hint is not None
        announced = dating.announced if rows and dating else ()
        return Outcome(task.id, task.path, rows, undated, announced, tuple(problems), tuple(seen))

    def _dating(self, prepared: Prepared, correction: Correction) -> Dating:
        published = correction.published or prepared.published
        if published.basis in SURE:
            return Dating(announcements(prepared, published, self._knowledge), published=published)
        return Dating(alone=published, hint=hints(prepared, self._knowledge), published=published)

    def _rows(self, prepared: Prepared, correction: Correction, dating: Dating) -> Packed:
        published = dating.published or prepared.published
        record = correction.apply(complete(prepared, published, self._knowledge))
        text = prepared.article.text
        if dating.hint:
            rows = encode(record, text, dump(dating), hinting_keys(dating.hint), undated=True)
        elif dating.announced:
            rows = encode(record, text, dump(Dating(dating.announced)), announcing_keys(dating.announced))
        else:
            rows = encode(record, text, None)
        return packed(rows, text)

    def _correction(
        self, task: Task, text: str, problems: list[Problem], seen: list[tuple[str, str, str]]
    ) -> Correction:
        if task.beside is None:
            return Correction({})
        file = Path(self._folder, task.beside)
        try:
            seen.append(("correction", task.beside, sha256(file.read_bytes()).hexdigest()))
        except OSError as error:
            problems.append(Problem(task.beside, f"cannot be read: {error.strerror}", fatal=False))
            return Correction({})
        correction, told = read_correction(file, task.beside, text, self._knowledge)
        problems += told
        return correction
