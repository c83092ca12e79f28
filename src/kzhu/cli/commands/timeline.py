"""`kzhu timeline`."""

from __future__ import annotations

import click

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.cli.settings import offers
from kzhu.index.filters import Filters
from kzhu.render import timeline


@declare("timeline")
@click.argument("series", metavar="[METRIC]", required=False, shell_complete=offers("metrics"))
@filtered()
@output.styled(*output.ROW_FORMATS)
def command(series: str | None, filters: Filters, most: int | None, style: str) -> None:
    """Lay the figures of a metric on one line of time.

    METRIC is a metric such as investment, or "trade" (by itself): turnover, exports and imports. Each period shows
    what the articles say of it:

      reported    one article says so
      confirmed   several do, and agree within their rounding
      conflict    they do not: every side is shown, with its articles
      implied     nobody says so, but a stated growth gives it: the arithmetic stands below
      target      an aim, a plan, a forecast

    Examples:
      kzhu timeline
      kzhu timeline investment --country HU
      kzhu timeline trade --format csv > trade.csv

    On a pipe a line is: metric, parties, period, status, measure, bound, value, value_high, unit, percent, base,
    articles, note, from, to.
    """
    with opened() as archive:
        short = shortener(archive)
        output.rows(
            style,
            output.first(archive.timeline(series, filters), most),
            timeline.columns(),
            timeline.FIELDS,
            told=lambda rows: timeline.page(rows, short, output.width()),
        )
