"""Rows about articles."""

from __future__ import annotations

from kzhu.named import NamedTuple


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
    #: The headline, or the first sentence of the text where it has none.
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
