"""`kzhu person`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kzhu.cli import output
from kzhu.cli.archives import opened, shortener
from kzhu.cli.command import command as declare
from kzhu.cli.filters import filters as filtered
from kzhu.cli.settings import offers, say
from kzhu.index.filters import Filters
from kzhu.render import people
from kzhu.render.rows import fields

if TYPE_CHECKING:
    from kzhu.render.page import Page


@declare("person")
@click.argument("name", nargs=-1, required=True, shell_complete=offers("people"))
@filtered(rows=None)
@output.styled("text", "tsv", "json", "jsonl")
def command(name: tuple[str, ...], filters: Filters, most: int | None, style: str) -> None:
    """Show one person: spellings, roles, articles, events.

    NAME is any spelling, with or without accents, in any order, or a part of the name; everyone whom it can mean is
    shown.

    Examples:
      kzhu person szijjarto          finds "Peter Siyarto" too
      kzhu person Szijjártó Péter
      kzhu person orban --since 2023 --format json

    --limit is for the articles shown of each.

    On a pipe the first field says what a line tells: person (id, name, country, role, articles, mentions, first, last),
    spelling (text, mentions, articles), role (role, country, first, last, articles), article (id, date, source,
    headline, role, mentions), event (as `kzhu events`), with (id, name, country, articles, events).
    """
    del most
    with opened() as archive:
        found = archive.person(" ".join(name), filters)
        if style == "tsv":
            for answer in found:
                output.lines(people.tsv(answer))
        elif style in {"json", "jsonl"}:
            output.objects(style, map(fields, found))
        elif found:
            short = shortener(archive)
            output.page(line for i, answer in enumerate(found) for line in _apart(i, people.page(answer, short)))
        if not found:
            say(f"nobody here is called {' '.join(name)!r}; `kzhu people` lists everyone")


def _apart(number: int, page: Page) -> Page:
    from kzhu.render.page import GAP

    if number:
        yield GAP
        yield GAP
    yield from page
