"""What deserves a human eye."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from kzhu.answers import ProblemRow
from kzhu.render.columns import Column, Columns
from kzhu.render.page import GAP, Line, Page, Part, title
from kzhu.render.values import Short, shortened

FIELDS = ProblemRow._fields
#: How each kind of finding is headed.
_TITLES = {
    "undated": "Undated",
    "contradiction": "Contradictory dates",
    "conflict": "Conflicting figures",
    "unknown-person": "People in no knowledge file",
    "near-duplicate": "Near-duplicate articles",
    "correction": "Corrections that do not fit",
    "unread": "Not read",
}


def columns() -> Columns:
    """The columns of `kzhu check`."""
    return (
        Column("kind", lambda row: row.kind),
        Column("where", lambda row: row.where),
        Column("what", lambda row: row.what),
    )


def page(rows: Sequence[ProblemRow], short: Short) -> Page:
    """The findings for reading, by kind."""
    for number, (kind, group) in enumerate(groupby(rows, key=lambda row: row.kind)):
        told = list(group)
        if number:
            yield GAP
        yield title(_TITLES.get(kind, kind), str(len(told)))
        for row in told:
            yield _finding(row, short)


def _finding(row: ProblemRow, short: Short) -> Line:
    what, shown = row.what, row.where
    if row.kind == "unknown-person":
        return Line((Part(what),), indent=2, hang=2)  # the name itself says where
    if row.kind not in {"unread", "correction"}:
        ids = row.where.split()
        shown = " ".join(map(short, ids))
        what = shortened(what, ids, short)
    return Line((Part(f"{shown}  ", "cyan"), Part(what)), indent=2, hang=2)
