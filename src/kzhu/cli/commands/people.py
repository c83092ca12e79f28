"""`kzhu people`."""

from __future__ import annotations

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import people


@declare("people")
@filtered(sorts=("articles", "name", "date", "-date"))
@output.styled(*output.ROW_FORMATS)
def command(filters: Filters, most: int | None, style: str) -> None:
    """List everyone the articles name.

    Most articles first: name, country, the role most often told, in how many articles and how often they are named,
    and the dates of the first and the last article that does.

    Examples:
      kzhu people --country HU
      kzhu people --event meeting --since 2023
      kzhu people --sort name --limit all --format csv > people.csv

    On a pipe a line is: id, name, country, role, articles, mentions, first, last.
    """
    with opened() as archive:
        found = output.first(archive.people(filters), most)
        output.rows(style, found, people.columns(shortener(archive)), people.FIELDS)
