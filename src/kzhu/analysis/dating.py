"""Dates for the undated: what the rest of an archive says of when an article was published.

An article alone gives clues (`kzhu.extract.clues`): terms of office, "this year" against a year named, "Nov. 2" without
a year. Other articles add theirs where they tell the same happening and know its date: a dated one announces "the
10th-anniversary summit of the Organization of Turkic States in November"; an undated one thanks a guest for coming to
"the anniversary summit of the Organization of Turkic States".

How an index uses it, article by article:

- `announcements(prepared, published, knowledge)`: what a dated article tells of happenings and their dates. Only a date
  that is stated or curated announces, never an inferred one, so that the outcome does not depend on the order of
  reading, and an update equals a rebuild. Store them with the article.
- `hints(prepared, knowledge)`: what an undated article tells of itself. Store them with the article.
- `narrow(published, hints, announcements)`: given the announcements of all other articles in any order, when the
  undated article was published. It need be asked again only when an announcement that `touches(hints, announcement)`
  came or went.

All three are plain values (str, int, tuples), so that an index can store them as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kzhu.extract.article import Prepared
from kzhu.extract.clues import Clue
from kzhu.knowledge import Knowledge
from kzhu.records import Published


@dataclass(frozen=True, slots=True)
class Happening:
    """A happening as a text names it."""

    #: What it is: "summit", "forum", "election".
    kind: str
    #: The words that tell it from others of its kind, folded and sorted: ("organization", "states", "turkic").
    names: tuple[str, ...]
    #: What marks this one of a series, folded and sorted: ("10th", "anniversary").
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Announcement:
    """A happening that a dated article tells, and when it is."""

    #: Id of the article that tells it.
    article: str
    happening: Happening
    #: When it takes place, EDTF.
    date: str
    #: The words, as printed.
    quote: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What an undated article tells that other articles may date."""

    article: str
    #: What the article alone says of its date.
    clues: tuple[Clue, ...]
    happenings: tuple[Happening, ...]


def hints(prepared: Prepared, knowledge: Knowledge) -> Hints:
    """What an article tells of when it was published, and of happenings that others may date.

    Empty for an article whose date is stated.
    """
    return Hints(prepared.article.id, (), ())


def announcements(prepared: Prepared, published: Published, knowledge: Knowledge) -> tuple[Announcement, ...]:
    """Happenings that the article tells with their dates.

    Args:
        prepared: the article.
        published: when it was published, corrections included; nothing is announced unless it is stated or curated.
        knowledge: what the archive knows.
    """
    return ()


def touches(hint: Hints, announcement: Announcement) -> bool:
    """Whether the announcement may say something about the undated article."""
    return False


def narrow(published: Published, hint: Hints, told: Iterable[Announcement]) -> Published:
    """When an undated article was published, given what all other articles announce.

    Args:
        published: what the article alone says; returned as it is when stated or curated.
        hint: its hints.
        told: announcements of other articles, in any order; its own are left out.
    """
    return published
