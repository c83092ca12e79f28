"""`kzhu add`."""

from __future__ import annotations

import sys

import click

from kzhu.amounts import counted
from kzhu.cli.archives import opened, progress
from kzhu.cli.command import command as declare
from kzhu.cli.settings import say, warn
from kzhu.render.clean import clean


@declare("add")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(readable=False, allow_dash=True))
def command(files: tuple[str, ...]) -> None:
    """Take articles into the archive.

    Copies each FILE (of a folder, every .txt in it) into the archive and brings the index up to date; prints for each
    new article its id and the file. A text that the archive has already is said, and not stored again.

    A FILE.jsonl or FILE.jsonl.gz has an article on each line: an object with "text", and what is known of "id",
    "headline", "date", "outlet", "url", "language". It is copied as it is; wrong lines are told, the rest is read.
    "-" stands for such lines on standard input.

    Examples:
      kzhu add clippings/*.txt
      kzhu --archive ~/press add today.txt
      kzhu add corpus.jsonl.gz
      curl -s https://example.org/press.jsonl | kzhu add -
      kzhu add *.txt | cut -f1

    The exit code is 1 when a file could not be read; the others are taken in all the same.
    """
    with opened() as archive:
        with progress() as bar:
            report = archive.add(files, progress=bar)
        for file, article in report.added:
            sys.stdout.write(f"{clean(article)}\t{clean(file)}\n")
        for file, store, _ in report.stores:
            sys.stdout.write(f"{clean(store)}\t{clean(file)}\n")
        sys.stdout.flush()
        for file, article in report.same:
            say(f"{file}: the archive has this text already: {article}")
        for problem in report.problems:
            warn(f"{problem.where}: {problem.what}")
        new = len(report.added) + sum(articles for _, _, articles in report.stores)
        say(f"{counted(new, 'article')} added")
    if any(problem.kind == "unread" for problem in report.problems):
        click.get_current_context().exit(1)
