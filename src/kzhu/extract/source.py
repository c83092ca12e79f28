"""Who published a text, whom it relays, and the city at its head."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.places import PlaceMention
from kzhu.knowledge import Knowledge
from kzhu.records import Article, Source


def read_source(
    article: Article, document: Document, places: tuple[PlaceMention, ...], knowledge: Knowledge
) -> Source:
    """Outlet, origin and dateline, each with its words."""
    return Source()
