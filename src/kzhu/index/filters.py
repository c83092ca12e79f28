"""The filters that every query shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import TypedDict

    class FilterArgs(TypedDict, total=False):
        """The fields of `Filters` as keyword arguments, each optional."""

        since: str | None
        until: str | None
        person: str | None
        country: str | None
        source: str | None
        event: str | None
        metric: str | None
        text: str | None
        limit: int | None
        sort: str | None


class Filters(NamedTuple):
    """What to keep of an archive; all that is given must hold. `Filters()` keeps everything.

    A filter keeps articles; a question about persons, figures or events then answers with those facts of the kept
    articles that the filter itself names (`event="meeting"` gives articles with a meeting, and of events the meetings).
    """

    #: First and last day: EDTF, or what dateutil understands. What can overlap is kept; articles whose date is
    #: unknown are not. They ask when an article was published; of events, when these happened.
    since: str | None = None
    until: str | None = None
    #: A person in any spelling, or a part of the name.
    person: str | None = None
    #: A country: code, name or adjective.
    country: str | None = None
    #: A part of the name of an outlet, or of whom it relays.
    source: str | None = None
    #: An event type.
    event: str | None = None
    #: A metric.
    metric: str | None = None
    #: A full-text query (see `kzhu.index.query`).
    text: str | None = None
    #: At most so many rows.
    limit: int | None = None
    #: "date" (oldest first), "-date" (newest first), "relevance" (of a search); people also: "name", "articles".
    #: A "-" in front turns an order round. None: each question's own order.
    sort: str | None = None
