"""`kzhu person`."""

from __future__ import annotations

import sys
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
    from kzhu.answers import PersonAnswer
    from kzhu.archive import Archive
    from kzhu.render.page import Page
    from kzhu.render.values import Short

#: Lines of a section: all five together make the hundred that lists give.
_LINES = 20
_REST = "--limit all shows the rest"
#: Names looked through for one that was meant.
_MOST_KNOWN = 5000


@declare("person")
@click.argument("name", nargs=-1, required=True, shell_complete=offers("people"))
@filtered(rows=None, sections=str(_LINES))
@output.styled("text", "tsv", "json", "jsonl")
def command(name: tuple[str, ...], filters: Filters, most: int | None, style: str) -> None:
    """Show one person: spellings, roles, articles, events.

    NAME is any spelling, with or without accents, in any order, or a part of the name; everyone whom it can mean is
    shown.

    Examples:
      kzhu person szijjarto          finds "Peter Siyarto" too
      kzhu person Szijjártó Péter
      kzhu person orban --since 2023 --format json

    Of somebody in more articles than --limit, the newest so many are read; the first line counts all.

    On a pipe the first field says what a line tells: person (id, name, country, role, articles, mentions, first, last),
    spelling (text, mentions, articles), role (role, country, first, last, articles), article (id, date, source,
    headline, role, mentions), event (as `kzhu events`), with (id, name, country, articles, events).
    """
    del most
    with opened() as archive:
        limit = _LINES if filters.limit is None else filters.limit
        whole = archive.person(" ".join(name), filters._replace(limit=limit))
        found = [people.within(answer, limit) for answer in whole]
        if style == "tsv":
            for answer in found:
                output.lines(people.tsv(answer))
        elif style in {"json", "jsonl"}:
            output.objects(style, map(fields, found))
        elif found:
            output.page(_pages(found, shortener(archive)))
        if not found:
            near = _near(archive, " ".join(name))
            hint = f"did you mean {' or '.join(near)}?" if near else "`kzhu people` lists everyone"
            say(f"nobody here is called {' '.join(name)!r}; {hint}")
        elif filters.limit is None and any(map(_is_cut, whole, found)):
            sys.stdout.flush()
            say(f"only the newest {limit} articles, and {limit} lines of a section, are shown; {_REST}")


def _is_cut(whole: PersonAnswer, shown: PersonAnswer) -> bool:
    return whole != shown or whole.person.articles > len(whole.appearances)


def _near(archive: Archive, name: str) -> list[str]:
    """Those whose names are spelled nearly so, of the people most often named."""
    from difflib import get_close_matches
    from itertools import islice

    from kzhu.names import fold

    by_word: dict[str, str] = {}
    for known in islice(archive.names(), _MOST_KNOWN):
        for word in fold(known).split():
            by_word.setdefault(word, known)
    found = [near for word in fold(name).split() for near in get_close_matches(word, by_word, 2, 0.7)]
    return [*dict.fromkeys(by_word[word] for word in found)][:3]


def _pages(found: list[PersonAnswer], short: Short) -> Page:
    from kzhu.render.page import GAP
    from kzhu.render.person import page

    for number, answer in enumerate(found):
        if number:
            yield GAP
            yield GAP
        yield from page(answer, short)
