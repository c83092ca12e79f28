"""What the index answers with: one named tuple a kind of row, flat, in the order of its columns.

Named tuples, not dataclasses: they are what a query returns, and importing `dataclasses` would cost every command more
than its answer. Each kind is made only when it is asked for, which for all of them would cost as much again.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kzhu.answers.articles import ArticleRow, Hit
    from kzhu.answers.events import EventRow
    from kzhu.answers.figures import FigureRow
    from kzhu.answers.people import AppearanceRow, CompanionRow, PersonAnswer, PersonRow, RoleRow, SpellingRow
    from kzhu.answers.reports import AddReport, ProblemRow, UpdateReport
    from kzhu.answers.timeline import TimelineRow

__all__ = [
    "AddReport",
    "AppearanceRow",
    "ArticleRow",
    "CompanionRow",
    "EventRow",
    "FigureRow",
    "Hit",
    "PersonAnswer",
    "PersonRow",
    "ProblemRow",
    "RoleRow",
    "SpellingRow",
    "TimelineRow",
    "UpdateReport",
]

#: The module of this package that has each kind.
_HOMES = {
    "ArticleRow": "articles",
    "Hit": "articles",
    "FigureRow": "figures",
    "EventRow": "events",
    "PersonRow": "people",
    "AppearanceRow": "people",
    "SpellingRow": "people",
    "RoleRow": "people",
    "CompanionRow": "people",
    "PersonAnswer": "people",
    "TimelineRow": "timeline",
    "ProblemRow": "reports",
    "UpdateReport": "reports",
    "AddReport": "reports",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = found
    return found
