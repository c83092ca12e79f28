"""The events a text tells: what happened, when, where, who took part."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.places import PlaceMention
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Event, Person, Published, Source


def read_events(
    document: Document,
    places: tuple[PlaceMention, ...],
    times: tuple[Time, ...],
    people: tuple[Person, ...],
    source: Source,
    published: Published,
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Every event, in order of the text, each told once."""
    return ()
