"""`kzhu read`."""

from __future__ import annotations

import click

from kzhu.cli import output
from kzhu.cli.command import command as declare


@declare("read")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(allow_dash=True))
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
      pbpaste | kzhu read -
      kzhu read --from jsonl corpus.jsonl > records.jsonl

    The exit code is 1 when a file could not be read; the others are read all the same.
    """
    raise NotImplementedError
