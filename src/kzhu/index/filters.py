"""The filters that every query shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzhu.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypedDict

    #: One value or several; None for none.
    Values = str | Iterable[str] | None

    class FilterArgs(TypedDict, total=False):
        """The fields of `Filters` as keyword arguments, each optional."""

        since: str | None
        until: str | None
        person: Values
        country: Values
        source: Values
        event: Values
        metric: Values
        text: Values
        limit: int | None
        sort: str | None


#: What a word for several metrics means.
METRICS = {"trade": ("trade-turnover", "exports", "imports")}


class Filters(NamedTuple):
    """What to keep of an archive; all that is given must hold. `Filters()` keeps everything.

    A filter keeps articles; a question about persons, figures or events then answers with those facts of the kept
    articles that the filter itself names (`event="meeting"` gives articles with a meeting, and of events the meetings).

    Of several values of one filter all must hold: of the article, and of the fact, which a figure's parties and an
    event's people and countries can. A fact that has only one such value (a metric, an event's type, a person's own
    country) is kept where it is any of those asked for, in articles that have them all. A comma in a metric or an event
    type stands between such as will do: "exports,imports".
    """

    #: First and last day: EDTF, or what dateutil understands. What can overlap is kept; articles whose date is
    #: unknown are not. They ask when an article was published; of events, when these happened.
    since: str | None = None
    until: str | None = None
    #: Persons in any spelling, or parts of their names.
    person: tuple[str, ...] = ()
    #: Countries: code, name or adjective.
    country: tuple[str, ...] = ()
    #: Parts of the name of an outlet, or of whom it relays.
    source: tuple[str, ...] = ()
    #: Event types.
    event: tuple[str, ...] = ()
    #: Metrics.
    metric: tuple[str, ...] = ()
    #: Full-text queries (see `kzhu.index.query`).
    text: tuple[str, ...] = ()
    #: At most so many rows.
    limit: int | None = None
    #: "date" (oldest first), "-date" (newest first), "relevance" (of a search); people also: "name", "articles".
    #: A "-" in front turns an order round. None: each question's own order.
    sort: str | None = None


#: The filters that can have several values.
REPEATED = ("person", "country", "source", "event", "metric", "text")


def tidy(filters: Filters) -> Filters:
    """The filters with a tuple wherever one value stood alone, or none."""
    values = filters._asdict()
    return Filters._make(_tuple(values[name]) if name in REPEATED else values[name] for name in Filters._fields)


def _tuple(values: Values) -> tuple[str, ...]:
    return () if values is None else (values,) if isinstance(values, str) else tuple(values)


def metrics_for(word: str) -> tuple[str, ...]:
    """The metrics that a word names: "trade" is turnover, exports and imports; any other word is a metric itself."""
    return METRICS.get(word, (word,))
