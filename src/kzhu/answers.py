"""What the index answers with: one named tuple a kind of row, flat, in the order of its columns.

Named tuples, not dataclasses: they are what a query returns, and importing `dataclasses` would cost every command more
than its answer.
"""

# No postponed annotations: typing would compile each of them, at every start.
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


class ProblemRow(NamedTuple):
    """Something about the archive that deserves a human eye."""

    #: "undated", "contradiction", "conflict", "unknown-person", "near-duplicate", "correction", "unread" (a file that
    #: is lost), "encoding" (one that was read, but not as UTF-8).
    kind: str
    #: The article or articles concerned, ids apart by blanks; a path where none was read.
    where: str
    what: str


class UpdateReport(NamedTuple):
    """What an update of the index did."""

    #: Articles in the index now.
    articles: int
    added: int
    changed: int
    removed: int
    #: Undated articles read again because the archive's evidence moved their date.
    redated: int
    #: Why everything was read anew ("the knowledge files changed"); None where only changes were.
    rebuilt: str | None
    #: Files that could not be read as they should, all of the archive's.
    problems: tuple[ProblemRow, ...]


class AddReport(NamedTuple):
    """What became of files given to an archive."""

    #: (file given, id of the new article).
    added: tuple[tuple[str, str], ...]
    #: (file given, id of the article that has the same text already).
    same: tuple[tuple[str, str], ...]
    problems: tuple[ProblemRow, ...]
