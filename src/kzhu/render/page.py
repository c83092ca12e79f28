"""What a terminal shows, before it is coloured and fitted to a width: lines, grids of columns, gaps between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kzhu.named import NamedTuple
from kzhu.render.columns import Columns


class Part(NamedTuple):
    """Some words in one colour."""

    text: str
    #: In rich's words: "bold", "dim", "red".
    style: str = ""


class Line(NamedTuple):
    """A label and, beside it, words that wrap under themselves."""

    body: Sequence[Part]
    label: str = ""
    #: Blanks in front, and how wide the label's place is.
    indent: int = 0
    margin: int = 0
    label_style: str = "dim"
    #: How far its second and later lines stand in behind the first.
    hang: int = 0
    #: Shortened to one line rather than wrapped, where it is too long.
    fit: bool = False


class Grid(NamedTuple):
    """Rows under their columns."""

    rows: Sequence[Any]
    columns: Columns
    heading: bool = True
    indent: int = 0
    #: What stands under a row, wrapped; "" for nothing.
    note: Callable[[Any], str] | None = None


Page = Iterable[Line | Grid]

GAP = Line(())


def title(text: str, remark: str = "") -> Line:
    """A heading, with a remark in a quieter colour behind it."""
    return Line((Part(text, "bold"), *([Part(f"  {remark}", "dim")] if remark else [])))


def labelled(label: str, *parts: Part | str, margin: int = 12, indent: int = 0) -> Line:
    """A field with its name in front."""
    body = tuple(Part(part) if isinstance(part, str) else part for part in parts)
    return Line(body, label, indent, margin)
