"""`kzhu show`."""

from __future__ import annotations

import click

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.settings import offers


@declare("show")
@click.argument("article", metavar="ID", shell_complete=offers("ids"))
@click.option("--text", "as_text", is_flag=True, help="Print the article with its facts marked in it.")
@output.styled("text", "tsv", "json", "jsonl", "yaml")
def command(article: str, as_text: bool, style: str) -> None:
    """Show one article's record, and how each field is known.

    ID is an article's id or any beginning of it that no other id shares. Under each fact stand the words it came
    from, and under an inferred date the evidence for it. With --text the article itself is printed, its facts marked:
    by colour on a terminal, and where there is none in square brackets that say what was read, as in
    [figure exports: $5 million].

    Examples:
      kzhu show 002
      kzhu show 002 --text
      kzhu show 002 --format json

    On a pipe the first field says what a line tells: id, headline, published (date, basis, earliest, latest),
    evidence (reason, earliest, latest, words), outlet, origin, dateline, file, person (id, name, country, role,
    mentions, spellings), figure (metric, parties, kind, bound, value, value_high, unit, period, percent, times, base,
    start, end, quote), event (type, date, status, place, people, countries, start, end, quote), date (edtf, start,
    end, words).
    """
    with opened() as archive:
        encoded = archive.record_json(article)
        if style == "jsonl" and not as_text:
            output.json_lines([encoded])
            return
        import json

        record = json.loads(encoded)
        text = archive.text(record["id"])
        if as_text:
            output.marked(record, text)
        else:
            output.record(style, record, text, shortener(archive))
