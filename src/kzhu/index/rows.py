"""A record as rows of the index's tables: pure, so that it can be made in another process than the writer's."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from kzhu.encode import number, to_json
from kzhu.extract.layout import sentences
from kzhu.index import figures
from kzhu.index.date_line import DATE_LINE
from kzhu.index.pack import pack, pack_record
from kzhu.index.roll import Given, Named
from kzhu.index.schema import OPEN_END, UNKNOWN
from kzhu.index.series import shares
from kzhu.periods import bounds
from kzhu.records import Change, Event, Figure, Person, Published, Record

#: No first sentence that stands for a headline is longer, in characters; and no head of a text before it.
_OPENING = 1000
_HEAD = 80


class Body(NamedTuple):
    """An article's row of `body`, but for its number."""

    text: bytes
    record: bytes
    twin: int
    dating: bytes | None


class Rows(NamedTuple):
    """One article's rows, ready but for the numbers, which the writer gives. Only plain values, for `marshal`.

    Lists hold the values of one row after those of another, with None where a number belongs.
    """

    id: str
    path: str | None
    day: int
    #: With the names of outlet and origin at its end.
    article: list[Any]
    #: Whether others may date the article; and by which keys what it announces, or hints at, is found.
    undated: bool
    dating_keys: list[str]
    #: Of `appearance`, each identity once.
    people: list[Any]
    #: As `kzhu.index.figures` keeps them.
    told: str | None
    metrics: list[str]
    #: Of `article_series`.
    days: list[Any]
    events: list[Any]
    #: Of `event_person`, with the place among `people`.
    event_people: list[Any]
    countries: list[str]
    #: A spool keeps it with the text.
    body: Body
    #: Whom `people` and which series `days` are about; a spool notes them on its roll.
    named: list[Named]
    series: list[Given]


def encode(
    record: Record, text: str, dating: str | None, dating_keys: Iterable[str] = (), *, undated: bool = False
) -> Rows:
    """The rows of a record.

    Args:
        record: the record.
        text: its article's stored text.
        dating: what dating needs to know of the article at the next update.
        dating_keys: by which that is found.
        undated: whether it is what an undated article hints at; else what a dated one announces.
    """
    told_apart = replace(record, figures=())
    packed_record = pack_record(json.dumps(to_json(told_apart, text), ensure_ascii=False), text)
    told = [_figure(figure) for figure in record.figures]
    day, last_day = days(record.published)
    published = record.published
    people = {(one.id, one.name, one.country or ""): _person(one, text) for one in record.people}
    ids = {person.name: person.id for person in record.people}
    places = {identity[0]: i for i, identity in enumerate(people)}
    series = shares(told)
    return Rows(
        id=record.id,
        path=record.path,
        day=day,
        article=[
            None,
            record.id,
            record.path,
            record.sha256,
            published.date,
            published.basis,
            published.earliest,
            published.latest,
            last_day,
            record.source.dateline,
            record.headline or opening(record, text),
            len(record.people),
            len(record.figures),
            len(record.events),
            record.source.outlet,
            record.source.origin,
        ],
        undated=undated,
        dating_keys=sorted(set(dating_keys)),
        people=[value for row in people.values() for value in (None, None, None, *row)],
        told=figures.dump(told),
        metrics=sorted({share[0][0] for share in series}),
        days=[value for share in series for days in share[2] for value in (None, *days, None)],
        events=[value for n, event in enumerate(record.events) for value in (None, n, *_event(event))],
        event_people=[
            value
            for row in sorted(
                {
                    (n, places[ids[name]])
                    for n, event in enumerate(record.events)
                    for name in event.people
                    if name in ids
                }
            )
            for value in (None, *row)
        ],
        countries=countries(record),
        body=Body(pack(text), packed_record, twin(text), None if dating is None else pack(dating)),
        named=[(identity, row[0], row[1]) for identity, row in people.items()],
        series=[(key, count, len(days)) for key, count, days in series],
    )


def days(published: Published) -> tuple[int, int]:
    """First and last possible day of publication as ordinals.

    The first is 0 where nothing bounds it; the last `OPEN_END`, or `UNKNOWN` where nothing is known at all.
    """
    earliest, latest = published.earliest, published.latest
    if published.date and not (earliest and latest):
        first, last = bounds(published.date)
        earliest = earliest or (first.isoformat() if first != date.min else None)
        latest = latest or (last.isoformat() if last != date.max else None)
    if not earliest and not latest:
        return 0, UNKNOWN
    return (
        date.fromisoformat(earliest).toordinal() if earliest else 0,
        date.fromisoformat(latest).toordinal() if latest else OPEN_END,
    )


def twin(text: str) -> int:
    """A number that two articles share when they have the same text, blanks and line ends apart."""
    return zlib.crc32(" ".join(text.split()).encode())


def opening(record: Record, text: str) -> str:
    """A text's first sentence, in place of a headline; of one without end, what `_OPENING` holds of it."""
    dated = DATE_LINE.match(text)
    start = dated.end() if dated else len(text) - len(text.lstrip())
    # "ASTANA. KAZINFORM – The ministers met": the stops of the head end no sentence.
    heads = (record.source.dateline_span, record.source.outlet_span)
    head = max((span.end for span in heads if span and start <= span.start < start + _HEAD), default=start)
    stop = min(start + _OPENING, len(text))
    paragraph = text.find("\n\n", head, stop)
    _, end = sentences.cut(text, head, stop if paragraph < 0 else paragraph)[0]
    words = " ".join(text[start:end].split())
    return f"{words} …" if end == start + _OPENING and end < len(text) else words


def _person(person: Person, text: str) -> tuple[Any, ...]:
    surfaces: dict[str, int] = {}
    for span in person.mentions:
        surface = " ".join(span.cut(text).split())
        surfaces[surface] = surfaces.get(surface, 0) + 1
    first = person.mentions[0] if person.mentions else None
    return (
        person.role,
        "\n".join(surfaces),
        " ".join(map(str, surfaces.values())),
        len(person.mentions),
        first and first.start,
        first and first.end,
    )


def _figure(figure: Figure) -> tuple[Any, ...]:
    """A figure as `schema.FIGURE` has it."""
    change = figure.change
    return (
        figure.metric,
        figure.kind,
        " ".join(figure.parties),
        number(figure.value),
        None if figure.value_high is None else number(figure.value_high),
        figure.unit,
        figure.bound,
        figure.period,
        None if change is None or change.percent is None else number(change.percent),
        None if change is None or change.times is None else number(change.times),
        None if change is None else change.base or (figures.NOTHING if change == Change() else None),
        figure.from_country,
        figure.to_country,
        figure.span.start,
        figure.span.end,
    )


def _event(event: Event) -> tuple[Any, ...]:
    first, last = bounds(event.date) if event.date else (None, None)
    return (
        event.type,
        event.plover,
        event.date,
        first and first.toordinal(),
        last and last.toordinal(),
        event.status,
        event.place,
        "\n".join(event.people),
        " ".join(event.countries),
        event.span.start,
        event.span.end,
    )


def countries(record: Record) -> list[str]:
    """The countries that an article's facts are about."""
    found = {person.country for person in record.people}
    for figure in record.figures:
        found.update(figure.parties, (figure.from_country, figure.to_country))
    for event in record.events:
        found.update(event.countries)
    return sorted({code for code in found if code})
