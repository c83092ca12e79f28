"""`kzhu list`."""

from __future__ import annotations

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import articles


@declare("list")
@filtered(sorts=("-date", "date", "id"))
@output.styled(*output.ROW_FORMATS)
def command(filters: Filters, most: int | None, style: str) -> None:
    """List the articles.

    One line an article, newest first: id, date (~ where it is inferred), source, headline, and how many people,
    figures and events it tells of.

    Examples:
      kzhu list --since 2023
      kzhu list --person orban --country KZ --sort date
      kzhu list --event meeting | cut -f1

    On a pipe a line is: id, date, source, headline, people, figures, events.
    """
    with opened() as archive:
        found = output.first(archive.articles(filters), most)
        output.rows(style, found, articles.columns(shortener(archive)), articles.ARTICLE_FIELDS)
