"""Answers to standard output, in the format asked for: a table on a terminal, TSV on a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import click

from kzhu.cli.settings import current, say
from kzhu.render import rows as programs

if TYPE_CHECKING:
    from kzhu.render.columns import Columns
    from kzhu.render.page import Page
    from kzhu.render.values import Short

Function = TypeVar("Function", bound=Callable[..., Any])
ROW_FORMATS = ("table", "tsv", "json", "jsonl", "csv")


def styled(*formats: str) -> Callable[[Function], Function]:
    """Gives a command `--format`; its function gets the choice as `style`, never None.

    Args:
        formats: what it can print: the first is for terminals, the second for pipes.
    """
    on_terminal, on_pipe = formats[:2]
    choices = [*dict.fromkeys(formats)]
    usual = on_pipe if on_pipe == on_terminal else f"{on_terminal} on a terminal, {on_pipe} on a pipe"

    def default() -> str:
        return on_terminal if sys.stdout.isatty() else on_pipe

    return click.option(
        "--format",
        "style",
        type=click.Choice(choices),
        metavar="FORMAT",
        default=default,
        help=f"{', '.join(choices[:-1])} or {choices[-1]}.  [default: {usual}]",
    )


def width() -> int | None:
    """Cells of the terminal; None on a pipe, where nothing is shortened."""
    if not sys.stdout.isatty():
        return None
    from shutil import get_terminal_size

    return max(get_terminal_size().columns, 40)


def lines(texts: Iterable[str]) -> None:
    """Writes lines as they come."""
    write = sys.stdout.write
    for text in texts:
        write(text + "\n")


def json_lines(texts: Iterable[str]) -> None:
    """Writes JSON that is text already, a line each."""
    lines(map(programs.escaped, texts))


def page(told: Page) -> None:
    """Writes a page for reading."""
    from kzhu.render import screen

    screen.show(told, sys.stdout, color=colored(), width=width())


def colored() -> bool:
    """Whether standard output gets colours."""
    return current().colors(sys.stdout)


def objects(style: str, found: Iterable[Mapping[str, Any]]) -> None:
    """Writes JSON objects as "json" or "jsonl"."""
    lines(programs.json(found) if style == "json" else programs.jsonl(found))


def records(style: str, found: Iterable[Mapping[str, Any]], table: str = "articles") -> None:
    """Writes records as they come, as "jsonl", "json", "yaml" (a document each) or "csv" (one table of them)."""
    if style == "yaml":
        from kzhu.render import documents

        lines(documents.yaml(found))
    elif style == "csv":
        from kzhu.render import tables

        lines(programs.csv(tables.rows(found, table), tables.TABLES[table]))
    else:
        objects(style, found)


def record(style: str, told: Mapping[str, Any], text: str, short: Short = str) -> None:
    """Writes one record as "text" for reading, "tsv", "json", "jsonl" or "yaml"."""
    from kzhu.render import record as renderer
    from kzhu.render.clean import squeeze
    from kzhu.render.values import mentioned

    if style == "text":
        page(renderer.page(told, text, lambda reason: squeeze(mentioned(reason, short))))
    elif style == "tsv":
        lines(renderer.tsv(told, text))
    elif style == "json":
        lines([programs.json_object(told)])
    else:
        records(style, [told])


def marked(told: Mapping[str, Any], text: str) -> None:
    """Writes an article with its facts marked, by colours where there are any."""
    from kzhu.render import marked as renderer

    found = renderer.marks(told)
    if colored():
        page(renderer.page(text, found))
    else:
        lines(renderer.bracketed(text, found))


def rows(
    style: str,
    found: Iterable[Any],
    columns: Columns,
    names: Sequence[str],
    as_json: Callable[[Any], Mapping[str, Any]] = programs.fields,
    *,
    told: Callable[[Sequence[Any]], Page] | None = None,
) -> None:
    """Writes rows in one of `ROW_FORMATS`.

    Args:
        style: the format.
        found: the rows.
        columns: their columns, for table and TSV.
        names: their fields, for CSV over no rows.
        as_json: a row as a JSON object.
        told: the rows as a page, where a terminal shows them as something else than a table.
    """
    if style == "tsv":
        lines(programs.tsv(found, columns))
    elif style == "csv":
        lines(programs.csv(map(as_json, found), names))
    elif style == "jsonl":
        lines(programs.jsonl(map(as_json, found)))
    elif style == "json":
        lines(programs.json(map(as_json, found)))
    else:
        _table(list(found), columns, told)


def _table(found: Sequence[Any], columns: Columns, told: Callable[[Sequence[Any]], Page] | None) -> None:
    if not found:
        nothing()
        return
    if told:
        page(told(found))
        return
    from kzhu.render.page import Grid

    page([Grid(found, columns)])


def nothing(what: str = "nothing matches") -> None:
    """Says that the answer is empty to a person; programs see that for themselves."""
    if sys.stdout.isatty():
        say(what)


def first(found: Iterable[Any], most: int | None) -> Iterator[Any]:
    """The rows that a command gives by itself; tells when there would be more.

    Args:
        found: the rows, one more than `most` where there are that many.
        most: how many to give; None for all.
    """
    rest = iter(found)
    yield from islice(rest, most)
    if most is not None and next(rest, None) is not None:
        sys.stdout.flush()
        say(f"only the first {most} are shown; --limit all shows the rest")
