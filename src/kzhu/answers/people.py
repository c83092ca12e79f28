"""Rows about people, and all that an archive tells of one of them."""

from __future__ import annotations

from kzhu.answers.events import EventRow
from kzhu.named import NamedTuple


class PersonRow(NamedTuple):
    """One person of the archive."""

    id: str
    name: str
    country: str | None
    #: The role most often told.
    role: str | None
    articles: int
    mentions: int
    #: EDTF dates of the first and last article.
    first: str | None
    last: str | None


class AppearanceRow(NamedTuple):
    """One person in one article."""

    person: str
    name: str
    country: str | None
    role: str | None
    article: str
    date: str | None
    basis: str
    source: str
    headline: str
    #: Spellings met, in order of the text.
    surfaces: tuple[str, ...]
    mentions: int
    #: How often each of the spellings is met.
    counts: tuple[int, ...] = ()


class SpellingRow(NamedTuple):
    """One way in which articles spell a person's name."""

    text: str
    mentions: int
    articles: int


class RoleRow(NamedTuple):
    """One role in which articles name a person."""

    role: str
    country: str | None
    #: EDTF dates of the first and last article that give it.
    first: str | None
    last: str | None
    articles: int


class CompanionRow(NamedTuple):
    """Someone who is named beside a person."""

    id: str
    name: str
    country: str | None
    #: Articles that name both.
    articles: int
    #: Events that both took part in.
    events: int


class PersonAnswer(NamedTuple):
    """All that an archive tells of one person."""

    person: PersonRow
    #: Most frequent first.
    spellings: tuple[SpellingRow, ...]
    #: In order of the first article that gives each.
    roles: tuple[RoleRow, ...]
    #: Newest first.
    appearances: tuple[AppearanceRow, ...]
    #: In order of time.
    events: tuple[EventRow, ...]
    #: Most shared articles first.
    companions: tuple[CompanionRow, ...]
