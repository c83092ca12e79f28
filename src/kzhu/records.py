r"""The typed record: what kzhu reads out of one article. Frozen dataclasses, no behaviour beyond their own.

Spans count characters of the article's stored text (the decoded text, line ends as "\n"), from 0; `text[start:end]`
is the quote. Dates and periods are EDTF strings (see `kzhu.periods`), countries ISO 3166-1 alpha-2, currencies
ISO 4217. `None` means "the text does not say", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

Basis = Literal["stated", "inferred", "curated", "unknown"]
Bound = Literal["=", "~", ">", "<", "<=", ">="]
Kind = Literal["level", "change", "target"]
Status = Literal["past", "planned"]


class Span(NamedTuple):
    """Characters [start, end) of the article's stored text, counted from 0."""

    start: int
    end: int

    def cut(self, text: str) -> str:
        """The words covered, exactly as printed."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason why an article was published when it was, and the bounds it sets."""

    #: A sentence for people: 'the dateline says "Astana", the city's name until 2019-03-23 and since 2022-09-17'.
    reason: str
    #: First and last day (ISO 8601) that this evidence allows; None where it sets no bound.
    earliest: str | None = None
    latest: str | None = None
    #: The words of the article; None where the evidence stands in another article.
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When the article was published, and how that is known."""

    #: EDTF, at the precision that the evidence carries; None when unknown.
    date: str | None = None
    basis: Basis = "unknown"
    #: First and last possible day (ISO 8601).
    earliest: str | None = None
    latest: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who published the text, whom it relays, and the city at its head; each in usual case, with its words."""

    outlet: str | None = None
    origin: str | None = None
    dateline: str | None = None
    outlet_span: Span | None = None
    origin_span: Span | None = None
    dateline_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One human being that the article names."""

    #: Archive-wide identity: the slug of the canonical name, "peter-szijjarto".
    id: str
    #: Fullest canonical spelling, diacritics restored where knowledge has them.
    name: str
    #: Whom they speak for, ISO 3166-1 alpha-2.
    country: str | None
    #: The fullest role this text states: "Prime Minister of Hungary".
    role: str | None
    #: Every place that names them, titles left out, in order of the text.
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A growth told of a figure: percent (down is negative) or times, never both."""

    percent: Decimal | None = None
    times: Decimal | None = None
    #: EDTF period it is measured against, when told or plain.
    base: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity the article states."""

    #: A metric of data/metrics.yaml, or "other:NOUN".
    metric: str
    kind: Kind
    #: Countries it is about, sorted codes.
    parties: tuple[str, ...]
    #: In base units: 172.2 million -> 172200000.
    value: Decimal
    #: ISO 4217 code, "percent", "times", a unit of data/units.yaml, or the counted noun in the singular.
    unit: str
    span: Span
    #: High end of a range; `value` is then the low end.
    value_high: Decimal | None = None
    bound: Bound = "="
    #: EDTF; None where the text has none.
    period: str | None = None
    change: Change | None = None
    #: For investment: whose money, and where it goes.
    from_country: str | None = None
    to_country: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One real-world happening that the article tells."""

    #: A type of data/events.yaml.
    type: str
    #: PLOVER category beside it, None where the type has none.
    plover: str | None
    #: EDTF, as exact as the text allows.
    date: str | None
    status: Status
    #: City, else country, as the text spells it in usual case.
    place: str | None
    #: Canonical names, in order of the text.
    people: tuple[str, ...]
    #: Sorted codes.
    countries: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression of the text, resolved."""

    edtf: str
    span: Span


@dataclass(frozen=True, slots=True)
class Record:
    """What kzhu read out of one article."""

    id: str
    #: Path inside the archive's article folder, "/" between its parts; None for text that came from no file.
    path: str | None
    #: SHA-256 of the file's bytes (of the text's UTF-8 where there is no file), lower-case hex.
    sha256: str
    #: ISO 639-1.
    language: str
    headline: str | None
    headline_span: Span | None
    published: Published
    source: Source
    people: tuple[Person, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    dates: tuple[Date, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One press text as a reader found it: the text, and what the file says of it outside the text."""

    id: str
    path: str | None
    sha256: str
    text: str
    #: Metadata that a file states beside the text (a JSONL field, a <meta> tag); it counts as stated.
    headline: str | None = None
    published: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that could not be read as it should; told, never silent."""

    #: Where: a path, with ":line" behind it where there is one.
    where: str
    what: str
    #: Whether the article was lost (True) or read all the same (False).
    fatal: bool = True


def tripped(where: str, error: Exception) -> Problem:
    """The problem of an article that kzhu itself fails at: it must not take the others with it."""
    what = f"could not be read for an error of kzhu's own, {type(error).__name__}: {error}; please report it"
    return Problem(where, what)
