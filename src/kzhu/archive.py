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

from kzhu.index.filters import FilterArgs, Filters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from os import PathLike
    from types import TracebackType
    from typing import Self, Unpack

    from kzhu.analysis.summary import Section
    from kzhu.analysis.timeline import TimelineRow
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
        UpdateReport,
    )
    from kzhu.records import Record

    #: Called with (articles done, articles to do) while an index is built.
    Progress = Callable[[int, int], None]
    #: Called with each remark for the user: one line, for stderr.
    Remark = Callable[[str], None]


def open_archive(
    path: str | PathLike[str] | None = None,
    *,
    update: bool = True,
    progress: Progress | None = None,
    remark: Remark | None = None,
) -> Archive:
    """The archive in a folder, its index brought up to date.

    Args:
        path: the archive's folder. None: `KZHU_ARCHIVE`, else the nearest folder upwards that has a `.kzhu` folder,
            else the archive that ships with kzhu.
        update: False leaves the index alone until `Archive.update` is called.
        progress: told how far an update has come; not called when nothing has changed.
        remark: told what the user should know (a file that could not be read, an index that was rebuilt): once after
            the update that finds it, not at every query.

    Raises:
        KzhuError: no such archive, or its files, knowledge or index cannot be used.
    """
    raise NotImplementedError


def create(folder: str | PathLike[str]) -> str:
    """Makes an archive: the folders `.kzhu`, `articles` and `data`; gives its path.

    Raises:
        KzhuError: it is an archive already, is a file, or cannot be written.
    """
    raise NotImplementedError


class Archive:
    """One archive and its index. Also a context manager; `close` it, or let it go."""

    #: Absolute path of the archive's folder.
    path: str
    #: The folder with its articles.
    articles_folder: str
    #: Whether this is the archive that ships with kzhu.
    shipped: bool
    #: The index file; ":memory:" where none can be kept.
    index_path: str

    def articles(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[ArticleRow]:
        """Articles, newest first. Sorts: "-date", "date", "id"."""
        raise NotImplementedError

    def count(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> int:
        """How many articles the filters keep, whatever the limit."""
        raise NotImplementedError

    def search(self, query: str, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[Hit]:
        """Articles that match a query, best first, each with the sentence of its hit.

        Sorts: "relevance", "-date", "date".

        Raises:
            QueryError: the query is wrong; its `position` and message show where.
        """
        raise NotImplementedError

    def people(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[PersonRow]:
        """Everyone named in the articles kept, most articles first. Sorts: "articles", "name", "date", "-date".

        The dates are those of the first and last article that names them; "date" sorts by the first, "-date" by the
        last, newest on top.
        """
        raise NotImplementedError

    def person(
        self, name: str, filters: Filters | None = None, /, **more: Unpack[FilterArgs]
    ) -> tuple[PersonAnswer, ...]:
        """Those whom a name can mean, most articles first; empty where nobody is.

        Args:
            name: any spelling, order or part of a name, or a person's id. Where it is somebody's whole name, only
                they are meant.
            filters: which articles to look at.
            more: the same by keyword.
        """
        raise NotImplementedError

    def appearances(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[AppearanceRow]:
        """Who appears in which article, newest article first. Sorts: "-date", "date"."""
        raise NotImplementedError

    def figures(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[FigureRow]:
        """Figures of the articles kept, newest article first. Sorts: "-date", "date", "metric"."""
        raise NotImplementedError

    def events(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[EventRow]:
        """The chronology, oldest event first, undated ones last. Sorts: "date", "-date", "type"."""
        raise NotImplementedError

    def timeline(
        self, metric: str | None = None, filters: Filters | None = None, /, **more: Unpack[FilterArgs]
    ) -> Sequence[TimelineRow]:
        """The figures of a metric on one line of time (default: "trade", the turnover, exports and imports).

        Laid by `kzhu.analysis.timeline`; `metric` may be a word of its `GROUPS`.
        """
        raise NotImplementedError

    def summary(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Sequence[Section]:
        """A brief of what the filters keep, as `kzhu.analysis.summary` writes it."""
        raise NotImplementedError

    def check(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Sequence[ProblemRow]:
        """What deserves a human eye."""
        raise NotImplementedError

    def problems(self) -> tuple[ProblemRow, ...]:
        """Files and corrections that could not be read as they should, at the last update."""
        raise NotImplementedError

    def record(self, beginning: str) -> Record:
        """The record of the article whose id this is, or is a unique beginning of.

        Raises:
            NoSuchArticle: no id begins so.
            AmbiguousId: several do; the message and `candidates` name them.
        """
        raise NotImplementedError

    def record_json(self, beginning: str) -> str:
        """The same record as the JSON line that `export` writes."""
        raise NotImplementedError

    def text(self, beginning: str) -> str:
        """The stored text of an article, which all spans count in."""
        raise NotImplementedError

    def export(self, filters: Filters | None = None, /, **more: Unpack[FilterArgs]) -> Iterator[str]:
        """Records as JSON lines without line ends, by date, then id. Sorts: "date", "-date"."""
        raise NotImplementedError

    def ids(self, beginning: str = "") -> Iterator[str]:
        """Ids of articles that begin so, for completion."""
        raise NotImplementedError

    def names(self, beginning: str = "") -> Iterator[str]:
        """Names of people of which a word begins so (diacritics and case apart), most articles first."""
        raise NotImplementedError

    def sources(self) -> Iterator[str]:
        """Names of outlets and of those they relay, for completion."""
        raise NotImplementedError

    def metrics(self) -> Iterator[str]:
        """Metrics that the archive has figures of."""
        raise NotImplementedError

    def event_types(self) -> Iterator[str]:
        """Event types that the archive has events of."""
        raise NotImplementedError

    def countries(self) -> Iterator[tuple[str, str]]:
        """(code, name) of the countries that the archive's articles are about."""
        raise NotImplementedError

    def update(self, *, rebuild: bool = False, progress: Progress | None = None) -> UpdateReport:
        """Brings the index up to date with the files; `rebuild` reads everything anew.

        The index stays whole, as before or as after, whenever the process is killed.
        """
        raise NotImplementedError

    def add(self, paths: Sequence[str | PathLike[str]], *, progress: Progress | None = None) -> AddReport:
        """Copies files into the archive and updates its index. A text that it has already is not stored again."""
        raise NotImplementedError

    def close(self) -> None:
        """Lets go of the index file."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
