"""An archive: finds it, keeps its index up to date, answers. What `import kzhu` gives to Python users.

    >>> import kzhu
    >>> archive = kzhu.open()                       # doctest: +SKIP
    >>> for article in archive.articles(since="2023"):  # doctest: +SKIP
    ...     print(article.id, article.shown_date, article.headline)

Every question takes the same filters, either as one `Filters` or by keyword. Rows are the named tuples of
`kzhu.answers`. Wrong filters raise `UsageError` at the call, before the first row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzhu import folders, opening
from kzhu.errors import KzhuError, UsageError
from kzhu.index.filters import Filters, metrics_for, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike
    from sqlite3 import Connection
    from types import TracebackType
    from typing import Self, Unpack

    from kzhu.analysis.summary import Section
    from kzhu.answers import (
        AddReport,
        AppearanceRow,
        ArticleRow,
        EventRow,
        FigureRow,
        Hit,
        PersonAnswer,
        PersonRow,
        ProblemRow,
        TimelineRow,
        UpdateReport,
    )
    from kzhu.folders import Places
    from kzhu.index.filters import FilterArgs
    from kzhu.opening import Progress, Remark
    from kzhu.records import Record


def open_archive(
    path: str | PathLike[str] | None = None,
    *,
    update: bool = True,
    progress: Progress | None = None,
    remark: Remark | None = None,
    warning: Remark | None = None,
) -> Archive:
    """The archive in a folder, its index brought up to date.

    Args:
        path: the archive's folder. None: `KZHU_ARCHIVE`, else the nearest folder upwards that has a `.kzhu` folder,
            else the archive that ships with kzhu.
        update: False leaves the index alone until `Archive.update` is called.
        progress: told how far an update has come; not called when nothing has changed.
        remark: told what became of the index where that is not the usual (it was broken and built anew).
        warning: told what the answers lack (a file that could not be read): once after the update that finds it, not
            at every query. None: `remark` is told.

    Raises:
        KzhuError: no such archive, or its files, knowledge or index cannot be used.
    """
    return Archive(folders.find(path), update=update, progress=progress, remark=remark, warning=warning)


def create(folder: str | PathLike[str]) -> str:
    """Makes an archive: the folders `.kzhu`, `articles` and `data`; gives its path.

    Raises:
        KzhuError: it is an archive already, is a file, or cannot be written.
    """
    return folders.make(folder).archive


class Archive:
    """One archive and its index. Also a context manager; `close` it, or let it go."""

    #: What the last update did; None where the index was fresh.
    report: UpdateReport | None = None

    def __init__(
        self,
        places: Places,
        *,
        update: bool = True,
        progress: Progress | None = None,
        remark: Remark | None = None,
        warning: Remark | None = None,
    ) -> None:
        """The archive at these places; see `open_archive`."""
        self._places = places
        self._open: Connection | None = None
        if update:
            remark = remark or (lambda _line: None)
            self._open, self.report = opening.fresh(self._places, progress, remark, warning or remark)

    @property
    def path(self) -> str:
        """Absolute path of the archive's folder."""
        return self._places.archive

    @property
    def articles_folder(self) -> str:
        """The folder with its articles."""
        return self._places.articles

    @property
    def index_path(self) -> str:
        """The index file."""
        return self._places.index_file

    @property
    def shipped(self) -> bool:
        """Whether this is the archive that ships with kzhu."""
        return self._places.shipped

    @property
    def _connection(self) -> Connection:
        """The index; it is opened when a question needs it."""
        if self._open is None:
            self._open = opening.existing(self._places)
            if self._open is None:
                raise KzhuError(f"there is no index of {self.path} yet (kzhu index builds it)")
        return self._open

    def articles(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[ArticleRow]:
        """Articles, newest first. Sorts: "-date", "date", "id"."""
        from kzhu.index import read

        return read.articles(self._connection, _filters(filters, more))

    def count(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> int:
        """How many articles the filters keep, whatever the limit."""
        from kzhu.index import read

        return read.count(self._connection, _filters(filters, more))

    def search(self, query: str, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[Hit]:
        """Articles that match a query, newest first, each with the sentence of its hit.

        Sorts: "-date", "date", "relevance", the best first; only that gives hits a score.

        Raises:
            QueryError: the query is wrong; its `position` and message show where.
        """
        from kzhu.index import read

        return read.search(self._connection, query, _filters(filters, more))

    def people(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[PersonRow]:
        """Everyone named in the articles kept, most articles first. Sorts: "articles", "name", "date", "-date".

        The dates are those of the first and last article that names them; "date" sorts by the first, "-date" by the
        last, newest on top.
        """
        from kzhu.index import facts

        return facts.people(self._connection, _filters(filters, more))

    def person(
        self, name: str, filters: Filters | None = None, /, **more: Unpack[FilterArgs]
    ) -> tuple[PersonAnswer, ...]:
        """Those whom a name can mean, most articles first; empty where nobody is.

        Args:
            name: any spelling, order or part of a name, or a person's id. Where it is somebody's whole name, only
                they are meant.
            filters: which articles to look at; with a limit, as many of the newest of them for each person.
            more: the same by keyword.
        """
        from kzhu.index import person

        return person.person(self._connection, name, _filters(filters, more))

    def appearances(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[AppearanceRow]:
        """Who appears in which article, newest article first. Sorts: "-date", "date"."""
        from kzhu.index import facts

        return facts.appearances(self._connection, _filters(filters, more))

    def figures(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[FigureRow]:
        """Figures of the articles kept, newest article first. Sorts: "-date", "date", "metric"."""
        from kzhu.index import ledger

        return ledger.figures(self._connection, _filters(filters, more))

    def events(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[EventRow]:
        """The chronology, oldest event first, undated ones last. Sorts: "date", "-date", "type"."""
        from kzhu.index import facts

        return facts.events(self._connection, _filters(filters, more))

    def timeline(
        self, metric: str | None = None, filters: Filters | None = None, /, **more: Unpack[FilterArgs]
    ) -> Sequence[TimelineRow]:
        """The figures of a metric on one line of time (default: "trade", the turnover, exports and imports).

        Laid by `kzhu.analysis.timeline`; `metric` may be a word for several (`kzhu.index.filters.METRICS`).
        """
        asked = _unsorted(_filters(filters, more), "a timeline")
        if metric is not None and asked.metric:
            raise UsageError("name the metric of a timeline once, as its own or as a filter")
        from kzhu import joint

        metrics = asked.metric or (_spelled_out(metric or "trade"),)
        return joint.timeline(self._connection, asked._replace(metric=metrics))

    def summary(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Sequence[Section]:
        """A brief of what the filters keep, as `kzhu.analysis.summary` writes it; the limit is for each section."""
        from kzhu import joint

        return joint.summary(self._connection, _unsorted(_filters(filters, more), "a brief"))

    def check(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Sequence[ProblemRow]:
        """What deserves a human eye."""
        from kzhu import joint

        return joint.check(self._connection, _unsorted(_filters(filters, more), "what deserves an eye"))

    def problems(self) -> tuple[ProblemRow, ...]:
        """Files and corrections that could not be read as they should, at the last update."""
        from kzhu.index import read

        return read.problems(self._connection)

    def record(self, beginning: str) -> Record:
        """The record of the article whose id this is, or is a unique beginning of.

        Raises:
            NoSuchArticle: no id begins so.
            AmbiguousId: several do; the message and `candidates` name them.
        """
        import json

        from kzhu.encode import from_json

        return from_json(json.loads(self.record_json(beginning)))

    def record_json(self, beginning: str) -> str:
        """The same record as the JSON line that `export` writes."""
        from kzhu.index import read

        return read.record(self._connection, read.number_of(self._connection, beginning))

    def text(self, beginning: str) -> str:
        """The stored text of an article, which all spans count in."""
        from kzhu.index import read

        return read.text(self._connection, read.number_of(self._connection, beginning))

    def export(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[str]:
        """Records as JSON lines without line ends, by date, then id. Sorts: "date", "-date"."""
        from kzhu.index import read

        return read.export(self._connection, _filters(filters, more))

    def ids(self, beginning: str = "") -> Iterator[str]:
        """Ids of articles that begin so, for completion."""
        from kzhu.index import read

        return read.ids(self._connection, beginning)

    def names(self, beginning: str = "") -> Iterator[str]:
        """Names of people of which a word begins so (diacritics and case apart), most articles first."""
        from kzhu.index import read

        return read.names(self._connection, beginning)

    def sources(self) -> Iterator[str]:
        """Names of outlets and of those they relay, for completion."""
        from kzhu.index import read

        return read.sources(self._connection)

    def metrics(self) -> Iterator[str]:
        """Metrics that the archive has figures of."""
        from kzhu.index import read

        return read.metrics(self._connection)

    def event_types(self) -> Iterator[str]:
        """Event types that the archive has events of."""
        from kzhu.index import read

        return read.event_types(self._connection)

    def countries(self) -> Iterator[tuple[str, str]]:
        """(code, name) of the countries that the archive's articles are about."""
        from kzhu.index import read

        return read.countries(self._connection)

    def update(
        self, *, rebuild: bool = False, progress: Progress | None = None, jobs: int | None = None
    ) -> UpdateReport:
        """Brings the index up to date with the files, read by `jobs` processes; `rebuild` reads everything anew.

        The index stays whole, as before or as after, whenever the process is killed.
        """
        from kzhu import update

        self.close()
        self.report = update.update(self._places, rebuild=rebuild, progress=progress, jobs=jobs)
        return self.report

    def add(self, paths: Sequence[str | PathLike[str]], *, progress: Progress | None = None) -> AddReport:
        """Copies files into the archive ("-": JSON lines of standard input) and updates its index.

        A text that it has already is not stored again.

        Raises:
            KzhuError: this is the archive that ships with kzhu, or its folder cannot be written.
        """
        from kzhu import add

        before = self.problems()
        report = add.add(self._places, self._connection, paths)
        if report.added or report.stores:
            now = self.update(progress=progress).problems
            report = add.settled(self._connection, report, [row for row in now if row not in before])
        return report

    def close(self) -> None:
        """Lets go of the index file; the next question opens it again."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _filters(filters: Filters | None, more: FilterArgs) -> Filters:
    """One `Filters` of what a question was given; a group of metrics ("trade") becomes those in it."""
    asked = tidy(Filters(**{**(filters or Filters())._asdict(), **more}))
    if asked.limit is not None and asked.limit < 0:
        raise UsageError(f"a limit cannot be below zero: {asked.limit}")
    return asked._replace(metric=tuple(map(_spelled_out, asked.metric))) if asked.metric else asked


def _unsorted(filters: Filters, what: str) -> Filters:
    """The filters of an answer that has one order only."""
    if filters.sort is not None:
        raise UsageError(f"{what} has an order of its own: it takes no sort")
    return filters


def _spelled_out(metrics: str) -> str:
    """Metrics apart by commas, each group of them ("trade") as those in it."""
    return ",".join(metric for word in metrics.split(",") for metric in metrics_for(word.strip()))
