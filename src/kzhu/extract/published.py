"""When an article was published: stated, or bounded by evidence of its own."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.places import PlaceMention
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Article, Published


def read_published(
    article: Article,
    document: Document,
    times: tuple[Time, ...],
    places: tuple[PlaceMention, ...],
    knowledge: Knowledge,
) -> Published:
    """What the article alone says of its date."""
    return Published()
