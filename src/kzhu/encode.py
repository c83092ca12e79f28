"""The record as JSON, as `kzhu export --format jsonl` writes it: keys in a fixed order, spans and their quotes."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from kzhu.records import (
    Change,
    Date,
    Event,
    Evidence,
    Figure,
    Person,
    Published,
    Record,
    Source,
    Span,
)

Json = dict[str, Any]


def number(value: Decimal) -> int | float:
    """A JSON number: an int where the value is whole."""
    return int(value) if value == value.to_integral_value() else float(value)


def to_json(record: Record, text: str) -> Json:
    """A record as a JSON object; quotes and surfaces are cut from the article's text."""
    return {
        "id": record.id,
        "path": record.path,
        "sha256": record.sha256,
        "language": record.language,
        "headline": record.headline,
        "headline_span": _span(record.headline_span),
        "published": _published(record.published),
        "source": _source(record.source),
        "people": [_person(person, text) for person in record.people],
        "figures": [_figure(figure, text) for figure in record.figures],
        "events": [_event(event, text) for event in record.events],
        "dates": [{"edtf": date.edtf, **_at(date.span)} for date in record.dates],
    }


def from_json(data: Mapping[str, Any]) -> Record:
    """The record that `to_json` wrote; quotes are left out, the text has them.

    Raises:
        KeyError, TypeError: a key is missing or of the wrong form.
    """
    published, source = data["published"], data["source"]
    return Record(
        id=data["id"],
        path=data["path"],
        sha256=data["sha256"],
        language=data["language"],
        headline=data["headline"],
        headline_span=_to_span(data["headline_span"]),
        published=Published(
            published["date"],
            published["basis"],
            published["earliest"],
            published["latest"],
            tuple(
                Evidence(item["reason"], item["earliest"], item["latest"], _to_span(item if "start" in item else None))
                for item in published["evidence"]
            ),
        ),
        source=Source(
            source["outlet"],
            source["origin"],
            source["dateline"],
            *(_to_span(source["spans"].get(key)) for key in ("outlet", "origin", "dateline")),
        ),
        people=tuple(
            Person(
                item["id"],
                item["name"],
                item["country"],
                item["role"],
                tuple(Span(at["start"], at["end"]) for at in item["mentions"]),
            )
            for item in data["people"]
        ),
        figures=tuple(_to_figure(item) for item in data["figures"]),
        events=tuple(
            Event(
                item["type"],
                item["plover"],
                item["date"],
                item["status"],
                item["place"],
                tuple(item["people"]),
                tuple(item["countries"]),
                Span(item["start"], item["end"]),
            )
            for item in data["events"]
        ),
        dates=tuple(Date(item["edtf"], Span(item["start"], item["end"])) for item in data["dates"]),
    )


def _at(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _span(span: Span | None) -> Json | None:
    return None if span is None else _at(span)


def _to_span(data: Mapping[str, int] | None) -> Span | None:
    return None if data is None else Span(data["start"], data["end"])


def _published(published: Published) -> Json:
    return {
        "date": published.date,
        "basis": published.basis,
        "earliest": published.earliest,
        "latest": published.latest,
        "evidence": [
            {
                "reason": item.reason,
                "earliest": item.earliest,
                "latest": item.latest,
                **({} if item.span is None else _at(item.span)),
            }
            for item in published.evidence
        ],
    }


def _source(source: Source) -> Json:
    spans = {"outlet": source.outlet_span, "origin": source.origin_span, "dateline": source.dateline_span}
    return {
        "outlet": source.outlet,
        "origin": source.origin,
        "dateline": source.dateline,
        "spans": {key: _at(span) for key, span in spans.items() if span is not None},
    }


def _person(person: Person, text: str) -> Json:
    return {
        "id": person.id,
        "name": person.name,
        "country": person.country,
        "role": person.role,
        "surfaces": list(dict.fromkeys(" ".join(span.cut(text).split()) for span in person.mentions)),
        "mentions": [_at(span) for span in person.mentions],
    }


def _figure(figure: Figure, text: str) -> Json:
    data: Json = {
        "metric": figure.metric,
        "kind": figure.kind,
        "parties": list(figure.parties),
        "value": number(figure.value),
    }
    if figure.value_high is not None:
        data["value_high"] = number(figure.value_high)
    data |= {"unit": figure.unit, "bound": figure.bound, "period": figure.period, "change": _change(figure.change)}
    if figure.from_country:
        data["from"] = figure.from_country
    if figure.to_country:
        data["to"] = figure.to_country
    return data | {"quote": figure.span.cut(text)} | _at(figure.span)


def _change(change: Change | None) -> Json | None:
    if change is None:
        return None
    data: Json = {}
    if change.percent is not None:
        data["percent"] = number(change.percent)
    if change.times is not None:
        data["times"] = number(change.times)
    if change.base is not None:
        data["base"] = change.base
    return data


def _event(event: Event, text: str) -> Json:
    return {
        "type": event.type,
        "plover": event.plover,
        "date": event.date,
        "status": event.status,
        "place": event.place,
        "people": list(event.people),
        "countries": list(event.countries),
        "quote": event.span.cut(text),
        **_at(event.span),
    }


def _decimal(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _to_figure(item: Mapping[str, Any]) -> Figure:
    change = item["change"]
    return Figure(
        metric=item["metric"],
        kind=item["kind"],
        parties=tuple(item["parties"]),
        value=Decimal(str(item["value"])),
        unit=item["unit"],
        span=Span(item["start"], item["end"]),
        value_high=_decimal(item.get("value_high")),
        bound=item["bound"],
        period=item["period"],
        change=None
        if change is None
        else Change(_decimal(change.get("percent")), _decimal(change.get("times")), change.get("base")),
        from_country=item.get("from"),
        to_country=item.get("to"),
    )
