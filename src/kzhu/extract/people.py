"""The people a text names: canonical name, role, country, and every mention."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.places import PlaceMention
from kzhu.knowledge import Knowledge
from kzhu.records import Person, Published, Source


def read_people(
    document: Document,
    places: tuple[PlaceMention, ...],
    published: Published,
    source: Source,
    knowledge: Knowledge,
) -> tuple[Person, ...]:
    """Every individual human named, once each, in order of first mention."""
    return ()
