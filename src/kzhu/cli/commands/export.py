"""`kzhu export`."""

from __future__ import annotations

import click

from kzhu.cli import output
from kzhu.cli.archives import opened
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import tables


@declare("export")
@click.option(
    "--table",
    type=click.Choice([*tables.TABLES]),
    metavar="TABLE",
    help=f"Which table CSV prints: {', '.join([*tables.TABLES][:-1])} or {[*tables.TABLES][-1]}.  [default: articles]",
)
@output.styled("jsonl", "jsonl", "json", "csv", "yaml")
@filtered(sorts=("date", "-date"), rows=None)
def command(filters: Filters, most: int | None, style: str, table: str | None) -> None:
    """Write out the records.

    Whole records with every span, oldest first, one after the other as they come: jsonl (one record a line), json
    (one array), yaml (one document each), or csv (one table at a time). Quotes are cut from the article's text to the
    letter: text[start:end].

    Examples:
      kzhu export > records.jsonl
      kzhu export --format csv --table figures --metric investment > investment.csv
      kzhu export --since 2023 --format yaml
    """
    del most
    if table and style != "csv":
        raise click.UsageError(
            f"--table is for --format csv; {style} prints whole records", click.get_current_context()
        )
    with opened() as archive:
        encoded = archive.export(filters)
        if style == "jsonl":
            output.json_lines(encoded)
            return
        import json

        output.records(style, map(json.loads, encoded), table or "articles")
