"""Rows about the archive itself: what deserves an eye, what an update or an addition did."""

from __future__ import annotations

from kzhu.named import NamedTuple


class ProblemRow(NamedTuple):
    """Something about the archive that deserves a human eye."""

    #: "undated", "contradiction", "conflict", "unknown-person", "near-duplicate", "correction", "unread" (a file that
    #: is lost), "encoding" (one that was read, but not as UTF-8).
    kind: str
    #: The article or articles concerned, ids apart by blanks; a path where none was read.
    where: str
    what: str


class UpdateReport(NamedTuple):
    """What an update of the index did."""

    #: Articles in the index now.
    articles: int
    added: int
    changed: int
    removed: int
    #: Undated articles read again because the archive's evidence moved their date.
    redated: int
    #: Why everything was read anew ("the knowledge files changed"); None where only changes were.
    rebuilt: str | None
    #: Files that could not be read as they should, all of the archive's.
    problems: tuple[ProblemRow, ...]


class AddReport(NamedTuple):
    """What became of files given to an archive."""

    #: (file given, id of the new article).
    added: tuple[tuple[str, str], ...]
    #: (file given, id of the article that has the same text already).
    same: tuple[tuple[str, str], ...]
    problems: tuple[ProblemRow, ...]
    #: Of files with an article on each line: (file given, its name in the archive, how many articles it brought).
    stores: tuple[tuple[str, str, int], ...] = ()
