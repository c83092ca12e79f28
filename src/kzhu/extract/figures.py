"""The figures a text states: what is measured, how much, when, between whom, and how it grew."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.places import PlaceMention
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Figure, Person, Published


def read_figures(
    document: Document,
    places: tuple[PlaceMention, ...],
    times: tuple[Time, ...],
    people: tuple[Person, ...],
    published: Published,
    knowledge: Knowledge,
) -> tuple[Figure, ...]:
    """Every figure, in order of the text."""
    return ()
