"""An article and knowledge in, its record out, in two pure steps with dating between them.

First `prepare` cuts the text up and finds what needs no date: layout, places, time expressions, and the evidence of
when the article was published. Dating (`kzhu.analysis.dating`), which alone looks at other articles, may then narrow
that. Given the date, `complete` reads the facts.
"""

from __future__ import annotations

from dataclasses import dataclass

from kzhu.extract.document import Document
from kzhu.extract.events import read_events
from kzhu.extract.figures import read_figures
from kzhu.extract.layout import read_document
from kzhu.extract.people import read_people
from kzhu.extract.places import PlaceMention, find_places
from kzhu.extract.published import read_published
from kzhu.extract.source import read_source
from kzhu.extract.times import Time, find_times, resolve_times
from kzhu.knowledge import Knowledge
from kzhu.records import Article, Date, Published, Record, Span


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the first step found: enough to date the article, and not to be read twice."""

    article: Article
    document: Document
    places: tuple[PlaceMention, ...]
    times: tuple[Time, ...]
    #: What the article alone says of its date.
    published: Published


def prepare(article: Article, knowledge: Knowledge) -> Prepared:
    """First step: everything that can be known before the article's date is."""
    document = read_document(article.text, knowledge)
    places = find_places(document, knowledge)
    times = find_times(document)
    published = read_published(article, document, times, knowledge)
    return Prepared(article, document, places, times, published)


def complete(prepared: Prepared, published: Published, knowledge: Knowledge) -> Record:
    """Second step: the facts, given when the article was published."""
    article, document, places = prepared.article, prepared.document, prepared.places
    times = resolve_times(document, prepared.times, published)
    source = read_source(article, document, knowledge)
    people = read_people(document, places, published, source, knowledge)
    figures = read_figures(document, places, times, people, published, knowledge)
    events = read_events(document, places, times, people, source, published, knowledge)
    return Record(
        id=article.id,
        path=article.path,
        sha256=article.sha256,
        language=article.language or "en",
        headline=article.headline or _printed(document.headline, article.text),
        headline_span=document.headline,
        published=published,
        source=source,
        people=people,
        figures=figures,
        events=events,
        dates=tuple([Date(time.edtf, time.span) for time in times if time.edtf is not None and time.kind == "date"]),
    )


def _printed(span: Span | None, text: str) -> str | None:
    return None if span is None else " ".join(span.cut(text).split())


def read_article(article: Article, knowledge: Knowledge) -> Record:
    """The record of one article on its own, dated by nothing but itself."""
    prepared = prepare(article, knowledge)
    return complete(prepared, prepared.published, knowledge)
