"""What the index answers with: one named tuple a kind of row, flat, in the order of its columns.

Named tuples, not dataclasses: they are what a query returns, and importing `dataclasses` would cost every command more
than its answer.
"""

from __future__ import annotations

from typing import NamedTuple


class ArticleRow(NamedTuple):
    """One article of a list."""

    id: str
    #: EDTF, None when unknown.
    date: str | None
    #: "stated", "inferred", "curated", "unknown".
    basis: str
    earliest: str | None
    latest: str | None
    outlet: str | None
    origin: str | None
    dateline: str | None
    #: The headline, or the first words of the text where it has none.
    headline: str
    people: int
    figures: int
    events: int

    @property
    def shown_date(self) -> str:
        """The date as lists print it: `~2024` where inferred, "" where unknown."""
        return "" if self.date is None else f"~{self.date}" if self.basis == "inferred" else self.date

    @property
    def source(self) -> str:
        """The outlet, else the origin, else ""."""
        return self.outlet or self.origin or ""


class Hit(NamedTuple):
    """One article that a search found."""

    article: ArticleRow
    #: The sentence with the best hit, the found words between \\x02 and \\x03.
    snippet: str
    #: Higher is better; 0 where hits were not ranked.
    score: float


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


class FigureRow(NamedTuple):
    """One figure, with the article that states it."""

    article: str
    date: str | None
    basis: str
    source: str
    metric: str
    kind: str
    parties: tuple[str, ...]
    value: float
    value_high: float | None
    unit: str
    bound: str
    period: str | None
    percent: float | None
    times: float | None
    base: str | None
    from_country: str | None
    to_country: str | None
    start: int
    end: int
    quote: str


class EventRow(NamedTuple):
    """One event, with the article that tells it."""

    article: str
    #: When the article was published, EDTF.
    published: str | None
    basis: str
    source: str
    type: str
    plover: str | None
    #: When the event happened or will, EDTF.
    date: str | None
    status: str
    place: str | None
    #: Canonical names.
    people: tuple[str, ...]
    countries: tuple[str, ...]
    start: int
    end: int
    quote: str


class ProblemRow(NamedTuple):
    """Something about the archive that deserves a human eye."""

    #: "undated", "contradiction", "conflict", "unknown-person", "near-duplicate", "correction", "unread".
    kind: str
    #: The article or articles concerned, ids apart by blanks; a path where none was read.
    where: str
    what: str
