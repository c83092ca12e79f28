"""`kzhu events`."""

from __future__ import annotations

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import events


@declare("events")
@filtered(sorts=("date", "-date", "type"), of_events=True)
@output.styled(*output.ROW_FORMATS)
def command(filters: Filters, most: int | None, style: str) -> None:
    """List the events, in order of time.

    One line an event: when it happened or will, what it was, where, who took part, and the article that tells it.

    Examples:
      kzhu events --type meeting --country HU
      kzhu events --person tokayev --since 2023
      kzhu events --sort -date --limit 10

    On a pipe a line is: date, type, place, people, countries, status, article, quote.
    """
    with opened() as archive:
        found = output.first(archive.events(filters), most)
        output.rows(style, found, events.columns(shortener(archive)), events.FIELDS)
