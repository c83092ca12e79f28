"""`kzhu check`."""

from __future__ import annotations

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import problems


@declare("check")
@filtered(rows=None)
@output.styled(*output.ROW_FORMATS)
def command(filters: Filters, most: int | None, style: str) -> None:
    """List what deserves a human eye.

    Files that could not be read, articles without a date or with contradictory evidence of it, figures that
    contradict each other, people that no knowledge file has, near-duplicate articles, and corrections that no longer
    fit. Finding something is no failure: the exit code is 0.

    Examples:
      kzhu check
      kzhu check --since 2023
      kzhu check | grep ^conflict

    On a pipe a line is: kind, where (article ids, a person's id or a path), what.
    """
    del most
    with opened() as archive:
        short = shortener(archive)
        output.rows(
            style,
            archive.check(filters),
            problems.columns(),
            problems.FIELDS,
            told=lambda rows: problems.page(rows, short),
        )
