"""Opens the index of an archive, brought up to date where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzhu.errors import KzhuError

if TYPE_CHECKING:
    from collections.abc import Callable
    from sqlite3 import Connection

    from kzhu.answers import ProblemRow, UpdateReport
    from kzhu.folders import Places

    #: Called with (articles done, articles to do) while an index is built.
    Progress = Callable[[int, int], None]
    #: Called with each remark or warning for the user: one line, for stderr.
    Remark = Callable[[str], None]

    #: An index that is open, and what was done to it; None where it was fresh.
    Opened = tuple[Connection, UpdateReport | None]

#: Seconds that a question waits for another process to bring the index up to date, if it can be answered without.
_PATIENCE = 5.0


def existing(places: Places) -> Connection | None:
    """The index as it stands; None where there is none of this version."""
    import sqlite3

    from kzhu.index import schema, state

    if not state.exists(places.index_file):
        return None
    try:
        connection = schema.connect(places.index_file)
    except sqlite3.OperationalError:
        return None  # It may not be read. An update says so.
    try:
        if schema.is_ours(connection):
            return connection
    except sqlite3.DatabaseError:
        pass  # An update builds it anew, and says why.
    connection.close()
    return None


def fresh(places: Places, progress: Progress | None, remark: Remark, warning: Remark) -> Opened:
    """The index, brought up to date where it is not; see `kzhu.archive.open_archive`."""
    from sqlite3 import DatabaseError

    from kzhu.index import state

    connection = existing(places)
    known: tuple[ProblemRow, ...] = ()
    usable = False
    if connection is not None:
        try:
            usable = state.outdated(connection, places) is None
            if usable and state.unchanged(connection, places):
                return connection, None
            from kzhu.index import read

            known = read.problems(connection)
        except DatabaseError:
            usable = False  # The update builds it anew, and says why.
        connection.close()
    from kzhu import update

    try:
        patience = _PATIENCE if usable else update.PATIENCE
        report = update.update(places, progress=progress, patience=patience)
    except update.IndexBusyError as error:
        connection = existing(places) if usable else None
        if connection is None:
            raise
        warning(f"{error}; this is answered from it as it was")
        return connection, None
    except update.IndexUnwritableError as error:
        remark(f"{error}; it was built in memory, for this once")
        connection, report = update.in_memory(places, progress)
    else:
        connection = existing(places)
    if connection is None:
        raise KzhuError(f"the index {places.index_file} went away while it was opened")
    if report.rebuilt is not None and report.rebuilt not in update.EXPECTED:
        remark(f"the index was built anew: {report.rebuilt}")
    for problem in report.problems:
        if problem not in known:
            warning(f"{problem.where}: {problem.what}")
    return connection, report
