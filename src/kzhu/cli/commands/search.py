"""`kzhu search`."""

from __future__ import annotations

import click

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import articles

#: Hits that a search gives by itself.
HITS = 20


@declare("search")
@click.argument("query", nargs=-1, required=True)
@filtered(sorts=("-date", "date", "relevance"), rows=HITS)
@output.styled(*output.ROW_FORMATS)
def command(query: tuple[str, ...], filters: Filters, most: int | None, style: str) -> None:
    """Search the full text.

    Prints the articles that match QUERY, newest first, each with the sentence of its best hit. Upper and lower case
    and accents do not matter.

    The query:
      trade turnover         both words, anywhere in the article
      "joint commission"     these words in this order
      invest*                words that begin so
      visit OR summit        one of them
      -sanctions             not this word
      (visit OR summit) gas  parentheses
      person:orban  source:kazinform  country:HU  event:meeting
      metric:investment  date:2021..2023

    Examples:
      kzhu search '"joint commission" person:orban date:2021..'
      kzhu search 'nuclear OR uranium' --since 2023
      kzhu search petofi --format json

    With --sort relevance the best come first; of what very many articles match, the newest 100 are ranked.

    A query that begins with - stands behind two dashes: kzhu search -- '-trade visit'.

    On a pipe a line is: id, date, source, headline, sentence.
    """
    with opened() as archive:
        short = shortener(archive)
        output.rows(
            style,
            output.first(archive.search(" ".join(query), filters), most),
            articles.hit_columns(short),
            articles.HIT_FIELDS,
            articles.hit_json,
            told=lambda hits: articles.hit_page(hits, short),
        )
