"""`kzhu read`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kzhu.cli import output
from kzhu.cli.command import command as declare
from kzhu.cli.settings import current, warn

if TYPE_CHECKING:
    from kzhu.readers.text import Reading

#: Endings of files that hold one article a line.
_LINES = (".jsonl", ".ndjson")


@declare("read")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(readable=False, allow_dash=True))
@click.option(
    "--from",
    "kind",
    type=click.Choice(["text", "jsonl"]),
    metavar="KIND",
    help='What the files are: text, one article each, or jsonl, one {"id", "text"} a line.  [default: by their names]',
)
@output.styled("text", "jsonl", "json", "yaml")
def command(files: tuple[str, ...], kind: str | None, style: str) -> None:
    """Read files into records, without an archive.

    Prints the record of each article in each FILE; - stands for standard input. Each is dated by nothing but itself.
    The knowledge is what ships with kzhu, and inside an archive that archive's own laid over it.

    Examples:
      kzhu read clipping.txt
      pdftotext letter.pdf - | kzhu read -
      kzhu read --from jsonl corpus.jsonl > records.jsonl

    The exit code is 1 when a file could not be read; the others are read all the same.
    """
    lost: list[str] = []
    told = _records(_readings(files, kind), lost)
    if style == "text":
        for number, (record, text) in enumerate(told):
            if number:
                output.lines(["", ""])
            output.record(style, record, text)
    else:
        output.records(style, (record for record, _ in told))
    if lost:
        click.get_current_context().exit(1)


def _records(readings: Iterable[Reading], lost: list[str]) -> Iterator[tuple[dict[str, Any], str]]:
    """The records with their texts; tells of each problem, and notes where an article was lost."""
    from kzhu.encode import to_json
    from kzhu.extract.article import read_article
    from kzhu.folders import find
    from kzhu.knowledge import cached_knowledge
    from kzhu.records import tripped

    knowledge = cached_knowledge([Path(folder) for folder in find(current().archive).knowledge])
    for article, problems in readings:
        for problem in problems:
            warn(f"{problem.where}: {problem.what}")
            if problem.fatal:
                lost.append(problem.where)
        if article is None:
            continue
        try:
            record = to_json(read_article(article, knowledge), article.text)
        except Exception as error:  # noqa: BLE001 -- one article that trips a rule must not take the others with it
            warn(f"{article.id}: {tripped(article.id, error).what}")
            lost.append(article.id)
        else:
            yield record, article.text


def _readings(files: Iterable[str], kind: str | None) -> Iterator[Reading]:
    names = list(files)
    stems = [Path(name).stem for name in names]
    for name, stem in zip(names, stems, strict=True):
        if kind == "jsonl" or (kind is None and name.lower().endswith(_LINES)):
            yield from _lines(name)
        else:
            yield _text(name, stem if stems.count(stem) == 1 else name)


def _text(name: str, article_id: str) -> Reading:
    from kzhu.readers.text import read_bytes, read_file

    if name == "-":
        return read_bytes(sys.stdin.buffer.read(), "stdin", None, "standard input")
    return read_file("", name, article_id)


def _lines(name: str) -> Iterator[Reading]:
    from kzhu.readers.jsonl import read_lines
    from kzhu.readers.text import Reading
    from kzhu.records import Problem

    shown = "standard input" if name == "-" else name
    with ExitStack() as stack:
        try:
            lines = sys.stdin.buffer if name == "-" else stack.enter_context(Path(name).open("rb"))
            for found in read_lines(lines, shown):
                yield Reading(None, (found,)) if isinstance(found, Problem) else Reading(found)
        except OSError as error:
            yield Reading(None, (Problem(shown, f"cannot be read: {error.strerror}"),))
