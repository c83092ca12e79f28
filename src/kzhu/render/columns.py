"""A column of a table: how a program gets its values, and how a person does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kzhu.named import NamedTuple


class Column(NamedTuple):
    """One column over rows of one kind."""

    #: Its heading.
    name: str
    #: A row's value as pipes get it: whole and exact.
    value: Callable[[Any], str]
    #: A row's value as a terminal shows it; None where that is the same.
    shown: Callable[[Any], str] | None = None
    #: Set against the right edge, as numbers are.
    right: bool = False
    #: Its colour on a terminal, in rich's words, or that of a row's value in it.
    style: str | Callable[[Any], str] = ""
    #: What it takes of the width that is left, beside other columns with a share: it may be shortened, down to
    #: `least`. 0: never shortened.
    share: int = 0
    least: int = 12
    #: Where a terminal is too narrow, columns with the highest number are left out first; 0 stays.
    spare: int = 0

    def cell(self, row: Any) -> str:  # noqa: ANN401 -- rows of any kind
        """What a terminal shows of a row."""
        return (self.shown or self.value)(row)

    def style_of(self, row: Any) -> str:  # noqa: ANN401
        """The colour of a row's value."""
        return self.style if isinstance(self.style, str) else self.style(row)


Columns = Sequence[Column]


def either(value: str | None) -> str:
    """The value, or nothing."""
    return value or ""


def unshown(_: object) -> str:
    """For values that only pipes get, since a terminal shows them beside others."""
    return ""
