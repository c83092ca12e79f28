"""Articles, alone and as the hits of a search."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from kzhu.answers import ArticleRow, Hit
from kzhu.render.clean import clean, squeeze
from kzhu.render.columns import Column, Columns
from kzhu.render.rows import fields
from kzhu.render.values import Short

if TYPE_CHECKING:
    from kzhu.render.page import Page, Part

_MARKED = "\x02([^\x03]*)\x03"


def columns(short: Short) -> Columns:
    """The columns of `kzhu list`."""
    return (
        Column("id", lambda row: row.id, lambda row: short(row.id), style="cyan"),
        Column("date", lambda row: row.shown_date, style=lambda row: "yellow" if row.basis == "inferred" else ""),
        Column("source", lambda row: row.source, share=1, least=9, style="dim"),
        Column("headline", lambda row: row.headline, share=4, least=24),
        Column("ppl", lambda row: str(row.people), right=True, style="dim", spare=1),
        Column("fig", lambda row: str(row.figures), right=True, style="dim", spare=1),
        Column("evt", lambda row: str(row.events), right=True, style="dim", spare=1),
    )


def hit_columns(short: Short) -> Columns:
    """The columns of `kzhu search`, as a pipe gets them."""
    return (
        Column("id", lambda hit: hit.article.id, lambda hit: short(hit.article.id), style="cyan"),
        Column("date", lambda hit: hit.article.shown_date),
        Column("source", lambda hit: hit.article.source, style="dim", share=1, least=9),
        Column("headline", lambda hit: hit.article.headline, share=2),
        Column("snippet", lambda hit: unmarked(hit.snippet), share=2),
    )


def hit_page(hits: Iterable[Hit], short: Short) -> Page:
    """The hits for reading: a line about the article, and the sentence under it with the found words in bold."""
    from kzhu.render.page import GAP, Line, Part

    for number, hit in enumerate(hits):
        article = hit.article
        if number:
            yield GAP
        yield Line(
            (
                Part(f"{article.shown_date or 'undated':<10}  ", "yellow" if article.basis == "inferred" else ""),
                *([Part(f"{squeeze(article.source)}  ", "dim")] if article.source else []),
                Part(squeeze(article.headline), "bold"),
            ),
            short(article.id),
            margin=len(short(article.id)) + 2,
            label_style="cyan",
            fit=True,
        )
        if hit.snippet:
            yield Line(tuple(_parts(hit.snippet)), indent=len(short(article.id)) + 2)


def _parts(snippet: str) -> Iterator[Part]:
    from kzhu.render.page import Part

    # The odd pieces stood between the marks.
    for number, text in enumerate(re.split(_MARKED, " ".join(snippet.split(" ")))):
        plain = clean(text.replace("\x02", "").replace("\x03", ""))
        yield Part(plain, "bold green" if number % 2 else "")


def unmarked(snippet: str) -> str:
    """The snippet without the marks of its hits."""
    return snippet.replace("\x02", "").replace("\x03", "")


def hit_json(hit: Hit) -> dict[str, Any]:
    """The article's fields, the snippet, where in it the found words stand (`hits`: [start, end]), and the score."""
    found = []
    shift = 0
    for match in re.finditer(_MARKED, hit.snippet):
        start = match.start() - shift
        found.append([start, start + len(match[1])])
        shift += 2
    return {**fields(hit.article), "snippet": unmarked(hit.snippet), "hits": found, "score": hit.score}


#: Field names of a list of no rows.
ARTICLE_FIELDS = ArticleRow._fields
HIT_FIELDS = (*ArticleRow._fields, "snippet", "hits", "score")
