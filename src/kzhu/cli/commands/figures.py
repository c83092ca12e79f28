"""`kzhu figures`."""

from __future__ import annotations

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import figures


@declare("figures")
@filtered(sorts=("-date", "date", "metric"))
@output.styled(*output.ROW_FORMATS)
def command(filters: Filters, most: int | None, style: str) -> None:
    """List the figures the articles state.

    One line a figure, newest article first: what is measured, of whom, for which period, the value and its growth,
    the article and its words.

    Examples:
      kzhu figures --metric investment
      kzhu figures --country HU --since 2023 --sort metric
      kzhu figures --limit all --format csv > figures.csv

    On a pipe a line is: metric, parties, period, bound, value, value_high, unit, change, base, kind, article, date,
    quote. Values are in base units: 172.2 million is 172200000.
    """
    with opened() as archive:
        found = output.first(archive.figures(filters), most)
        output.rows(style, found, figures.columns(shortener(archive)), figures.FIELDS)
