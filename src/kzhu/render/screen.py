"""Pages on a terminal: colours, widths, wrapping. The only module that needs rich, and so is imported late.

Where no width is given (on a pipe) nothing is shortened or wrapped, and no column is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from kzhu.render.clean import clean, squeeze
from kzhu.render.columns import Column
from kzhu.render.page import Grid, Line, Page, Part

#: Blanks between two columns.
_GAP = 2
#: No column is made narrower than this.
_NARROWEST = 6
_HEADING = "dim"
_ELLIPSIS = "…"


def show(page: Page, file: IO[str], *, color: bool, width: int | None) -> None:
    """Prints a page.

    Args:
        page: what to print.
        file: where to.
        color: whether to write colours.
        width: cells of the terminal; None for as wide as it takes.
    """
    console = Console(
        file=file,
        color_system="standard" if color else None,
        force_terminal=color,
        width=width or 1000,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for item in page:
        texts = _grid(item, width, console) if isinstance(item, Grid) else _line(item, width, console)
        for text in texts:
            console.print(text, no_wrap=True, overflow="ignore", crop=False, soft_wrap=True)


def _line(line: Line, width: int | None, console: Console) -> Iterator[Text]:
    label = clean(line.label)
    # A label wider than its place pushes the words on.
    margin = max(line.margin, cell_len(label) + 1) if label else line.margin
    head = Text(" " * line.indent)
    head.append(set_cell_size(label, margin) if label else " " * margin, line.label_style)
    body = Text.assemble(*((clean(part.text), part.style) for part in line.body))
    room = None if width is None else max(width - line.indent - margin, 2 * _NARROWEST)
    if room is None:
        wrapped = [body]
    elif line.fit:
        body.truncate(room, overflow="ellipsis")
        wrapped = [body]
    else:
        wrapped = list(body.wrap(console, room - line.hang)) or [body]
    for i, text in enumerate(wrapped):
        whole = Text.assemble(head if i == 0 else " " * (line.indent + margin + line.hang), text)
        whole.rstrip()
        yield whole


def _grid(grid: Grid, width: int | None, console: Console) -> Iterator[Text]:
    columns = [
        column for column in grid.columns if not grid.rows or any(column.cell(row) for row in grid.rows)
    ]  # one without any value says nothing
    cells = [[squeeze(column.cell(row)) for column in columns] for row in grid.rows]
    headings = [column.name if grid.heading else "" for column in columns]
    natural = [max(map(cell_len, (headings[i], *(row[i] for row in cells)))) for i in range(len(columns))]
    kept = _kept(columns, natural, None if width is None else width - grid.indent)
    widths = _widths(columns, natural, kept, None if width is None else width - grid.indent)
    if grid.heading:
        yield _row(headings, [_HEADING] * len(columns), columns, widths, grid.indent)
    for row, texts in zip(grid.rows, cells, strict=True):
        yield _row(texts, [column.style_of(row) for column in columns], columns, widths, grid.indent)
        note = grid.note(row) if grid.note else ""
        if note:
            yield from _line(Line((Part(squeeze(note), "dim"),), indent=grid.indent + 4), width, console)


def _kept(columns: Sequence[Column], natural: Sequence[int], width: int | None) -> list[int]:
    """Indexes of the columns that fit."""
    kept = list(range(len(columns)))
    if width is None:
        return kept
    while True:
        needed = sum(min(natural[i], columns[i].least) if columns[i].share else natural[i] for i in kept)
        spare = max(kept, key=lambda i: (columns[i].spare, i))
        if needed + _GAP * (len(kept) - 1) <= width or not columns[spare].spare:
            return kept
        kept.remove(spare)


def _widths(
    columns: Sequence[Column], natural: Sequence[int], kept: Sequence[int], width: int | None
) -> dict[int, int]:
    """The width of each column kept: what it needs, or its share of what is left."""
    widths = {i: natural[i] for i in kept}
    flexible = [i for i in kept if columns[i].share]
    if width is None or not flexible:
        return widths
    floors = {i: min(natural[i], max(columns[i].least, _NARROWEST)) for i in flexible}
    room = width - _GAP * (len(kept) - 1) - sum(widths[i] for i in kept if i not in floors) - sum(floors.values())
    shares = sum(columns[i].share for i in flexible)
    # Those that want less than their share first, so that the others have what they leave.
    for i in sorted(flexible, key=lambda i: (natural[i] - floors[i]) / columns[i].share):
        more = min(natural[i] - floors[i], room * columns[i].share // shares)
        widths[i] = max(floors[i] + more, min(natural[i], _NARROWEST))
        room -= more
        shares -= columns[i].share
    return widths


def _row(
    texts: Sequence[str], styles: Sequence[str], columns: Sequence[Column], widths: dict[int, int], indent: int
) -> Text:
    whole = Text(" " * indent)
    for place, (i, width) in enumerate(widths.items()):
        text = texts[i]
        size = cell_len(text)
        if size > width and columns[i].share:
            text = set_cell_size(text, width - 1).rstrip() + _ELLIPSIS
            size = cell_len(text)
        gap = " " * max(width - size, 0)
        whole.append(" " * _GAP if place else "")
        if columns[i].right:
            whole.append(gap)
        whole.append(text, styles[i])
        if not columns[i].right:
            whole.append(gap)
    whole.rstrip()
    return whole


def bar(value: float, most: float, cells: int) -> str:
    """A bar of so many cells for the greatest value, exact to an eighth of a cell.

    >>> bar(1.0, 2.0, 4), bar(0.01, 2.0, 4)
    ('██', '▏')
    """
    eighths = round(max(value, 0) / most * cells * 8) if most > 0 else 0
    if value > 0:
        eighths = max(eighths, 1)
    whole, rest = divmod(eighths, 8)
    return "█" * whole + ("▏▎▍▌▋▊▉"[rest - 1] if rest else "")
