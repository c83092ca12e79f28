"""Opens the archive of a run: its index brought up to date, with progress and remarks on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Any

from kzhu.cli.settings import INTERRUPTED, current, say, warn
from kzhu.errors import KzhuError

if TYPE_CHECKING:
    from kzhu.archive import Archive
    from kzhu.render.values import Short

#: Seconds after which a bar appears, and between two looks of it.
_PATIENCE = 0.5
_REFRESH = 0.1
#: Ids up to this length are shown whole; no beginning is shorter than this.
_WHOLE = 12
_LEAST = 3


class Bar:
    """A progress bar on standard error: only on a terminal, and only when the work takes long."""

    def __init__(self) -> None:
        self._begun: float | None = None
        self._shown = 0.0
        self._bar: Any = None
        self._task: Any = None

    def __call__(self, done: int, total: int) -> None:
        """Tells how far the work has come."""
        now = monotonic()
        if self._begun is None:
            self._begun = now
        if not sys.stderr.isatty() or now - self._begun < _PATIENCE or now - self._shown < _REFRESH:
            return
        self._shown = now
        if self._bar is None:
            self._bar, self._task = _rich_bar(total)
            self._bar.start()
        self._bar.update(self._task, completed=done, total=total, refresh=True)

    def close(self) -> None:
        """Takes the bar off the terminal."""
        if self._bar is not None:
            self._bar.stop()
        self._bar, self._begun = None, None


def _rich_bar(total: int) -> tuple[Any, Any]:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        Task,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class SpeedColumn(ProgressColumn):
        """Articles a second."""

        def render(self, task: Task) -> Text:
            return Text(f"{task.speed or 0:,.0f}/s", "dim")

    colors = "standard" if current().colors(sys.stderr) else None
    console = Console(file=sys.stderr, color_system=colors)  # type: ignore[arg-type] # one of its words
    columns = (
        TextColumn("reading articles"),
        BarColumn(),
        MofNCompleteColumn(),
        SpeedColumn(),
        TimeRemainingColumn(),
    )
    # No thread of its own: the index may fork workers.
    bar = Progress(*columns, console=console, transient=True, auto_refresh=False)
    return bar, bar.add_task("", total=total)


class InterruptedUpdateError(KzhuError):
    """The user stopped an update of the index."""

    exit_code = INTERRUPTED

    def __init__(self) -> None:
        super().__init__("interrupted; the index is as it was before")


@contextmanager
def progress() -> Iterator[Bar]:
    """What an update of the index tells its progress to."""
    bar = Bar()
    try:
        yield bar
    except KeyboardInterrupt as error:
        raise InterruptedUpdateError from error
    finally:
        bar.close()


@contextmanager
def opened(*, update: bool = True) -> Iterator[Archive]:
    """The archive that the run is about."""
    from kzhu.archive import open_archive

    with progress() as bar:
        archive = open_archive(current().archive, update=update, progress=bar, remark=say, warning=warn)
    with archive:
        import sqlite3

        try:
            yield archive
        except sqlite3.Error as error:
            why = f"{archive.index_path} cannot be used: {error} (kzhu index --rebuild makes it anew)"
            raise KzhuError(why) from error


def shortener(archive: Archive) -> Short:
    """What people see of an id: itself, or of a long one the shortest beginning that no other id shares.

    Tables and texts for people show it, and every command takes it; what programs get are whole ids.
    """
    known: dict[str, str] = {}

    def short(article: str) -> str:
        if article not in known:
            known[article] = article if len(article) <= _WHOLE else _unique(archive, article)
        return known[article]

    return short


def _unique(archive: Archive, article: str) -> str:
    for end in range(_LEAST, len(article)):
        found = [*islice(archive.ids(article[:end]), 2)]
        if found == [article]:
            return article[:end]
        if not found:
            break  # no id at all
    return article
