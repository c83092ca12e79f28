"""`kzhu summary`."""

from __future__ import annotations

from kzhu.analysis.summary import USUALLY
from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.index.filters import Filters
from kzhu.render import summary


@declare("summary")
@filtered(rows=None, sections=USUALLY)
@output.styled("text", "text", "markdown", "json")
def command(filters: Filters, most: int | None, style: str) -> None:
    """Write a brief, with a citation behind every line.

    Tells of the articles that the filters keep: what they cover and where they come from, who is in them, what
    happened, the figures and where they contradict each other, what is planned or aimed at. Every line names its
    articles in square brackets.

    Examples:
      kzhu summary --since 2023
      kzhu summary --person szijjarto
      kzhu summary --country KZ --format markdown > brief.md
    """
    del most
    with opened() as archive:
        sections = archive.summary(filters)
        short = shortener(archive)
        if style == "json":
            output.objects(style, map(summary.as_json, sections))
        elif not sections:
            output.nothing()
        elif style == "markdown":
            output.lines(summary.markdown(sections, short))
        elif output.width() or output.colored():
            output.page(summary.page(sections, short))
        else:
            output.lines(summary.text(sections, short))
