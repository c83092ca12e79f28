"""Time expressions of a text, and what they mean given the day the article was published."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.expression import Grain, Meaning, Time
from kzhu.records import Published

__all__ = ["Grain", "Meaning", "Time", "find_times", "resolve_times"]


def find_times(document: Document) -> tuple[Time, ...]:
    """Every time expression, in order of the text, none overlapping another, unresolved."""
    return ()


def resolve_times(document: Document, times: tuple[Time, ...], published: Published) -> tuple[Time, ...]:
    """The same expressions with their EDTF values, given when the article was published."""
    return times
