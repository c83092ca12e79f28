"""`kzhu index`."""

from __future__ import annotations

import click

from kzhu.amounts import counted
from kzhu.cli.archives import opened, progress
from kzhu.cli.command import command as declare
from kzhu.cli.settings import say, warn


@declare("index")
@click.option("--rebuild", is_flag=True, help="Read every article anew.")
@click.option(
    "--jobs", type=click.IntRange(1), metavar="N", help="Processes that read.  [default: the machine's cores]"
)
def command(rebuild: bool, jobs: int | None) -> None:
    """Bring the index up to date.

    Reads what is new or changed and lets go of what is gone. Every query does that by itself; here you see it, or
    have everything read anew. The index is one SQLite file that can be rebuilt from the articles at any time; when
    the work is interrupted it stays as it was.

    Examples:
      kzhu index
      kzhu index --rebuild
      kzhu --archive ~/press index
    """
    with opened(update=False) as archive:
        with progress() as bar:
            report = archive.update(rebuild=rebuild, progress=bar, jobs=jobs)
        for problem in report.problems:
            warn(f"{problem.where}: {problem.what}")
        if report.rebuilt and not rebuild:
            say(f"everything was read anew: {report.rebuilt}")
        told = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
        changes = [f"{number:,} {what}" for what, number in told if number]
        if report.redated:
            changes.append(f"{report.redated:,} dated anew")
        say(f"{counted(report.articles, 'article')}; {', '.join(changes) or 'nothing has changed'}")
        say(f"index: {archive.index_path}")
