"""Corrections: what a person says of an article, in NAME.yaml beside NAME.txt, wins over extraction.

An article that stands on a line of a store has its correction in the article folder as ID.yaml ("2023/a.yaml" for the
id "2023/a"; "corpus:17.yaml" for line 17 of corpus.jsonl where that line gives no id).

A correction has some of the record's fields; a list in it replaces the record's whole list. Quotes, not offsets, tie
its facts to the text. Nothing that is empty stands for "the text does not say" is left out; `~` says so.

    published: 2024-11-06            # or {date: 2024-11, earliest: 2024-11-06, latest: 2024-11-08}
    headline: Presidents meet in Bishkek
    source: {outlet: Kazinform, origin: ~, dateline: Bishkek}
    people:
      - {name: Péter Szijjártó, country: HU, role: Minister of Foreign Affairs of Hungary, surfaces: [Peter Siyarto]}
    figures:
      - {metric: exports, value: 70000000, unit: USD, bound: "~", period: 2023, parties: [HU, KZ], quote: 70 million}
    events:
      - {type: meeting, date: 2024-11-06, place: Bishkek, people: [], countries: [HU, KZ], quote: met in Bishkek}
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from kzhu.knowledge import Knowledge
from kzhu.knowledge.node import Node, NodeError, read_file
from kzhu.names import slug
from kzhu.periods import bounds
from kzhu.records import Bound, Change, Event, Evidence, Figure, Kind, Person, Problem, Published, Record, Span, Status

T = TypeVar("T")

_METRIC = re.compile(r"[a-z]+(?:-[a-z]+)*|other:.+")
_SOURCE_FIELDS = ("outlet", "origin", "dateline")


@dataclass(frozen=True, slots=True)
class Correction:
    """What is corrected, by the record's field; a field that is not here stays as extracted."""

    fields: dict[str, Any]

    @property
    def published(self) -> Published | None:
        """The curated date; it must be known before the facts are read, which hang on it."""
        return self.fields.get("published")

    def apply(self, record: Record) -> Record:
        """The record with the corrections laid over it."""
        fields = dict(self.fields)
        source = fields.pop("source", {})
        return replace(record, source=replace(record.source, **source), **fields) if self.fields else record


def read_correction(path: Path, shown: str, text: str, knowledge: Knowledge) -> tuple[Correction, tuple[Problem, ...]]:
    """The correction in a file, and what is wrong with it; what is wrong is not applied, the rest is.

    Args:
        path: the file.
        shown: what to call it in problems, which add ":line".
        text: the stored text of its article.
        knowledge: for the PLOVER category of an event type.
    """
    reader = _Reader(text, knowledge)
    fields: dict[str, Any] = {}
    try:
        for key, value, key_node in read_file(path).entries():
            read = reader.field(key)
            if read is None:
                reader.mistakes.append(key_node.wrong(f"unknown field {key!r}; known are {', '.join(_FIELDS)}"))
            elif key in fields:
                reader.mistakes.append(key_node.wrong(f"field {key!r} stands twice"))
            else:
                nothing: dict[str, Any] = {}
                fields |= reader.attempt(read, value, nothing)
    except NodeError as error:
        reader.mistakes.append(error)
    told = (str(mistake).replace(str(path), shown, 1).partition(": ") for mistake in reader.mistakes)
    return Correction(fields), tuple(Problem(where, what, fatal=False) for where, _, what in told)


class _Reader:
    """Reads the fields of one correction against the text of its article."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self.text = text
        self.knowledge = knowledge
        self.mistakes: list[NodeError] = []

    def field(self, key: str) -> Callable[[Node], dict[str, Any]] | None:
        return getattr(self, f"_{key}") if key in _FIELDS else None

    def attempt(self, read: Callable[[Node], T], node: Node, otherwise: T) -> T:
        """What a node reads as; a mistake is noted."""
        try:
            return read(node)
        except NodeError as error:
            self.mistakes.append(error)
            return otherwise

    def _published(self, node: Node) -> dict[str, Any]:
        parts = _parts(node, "date earliest latest") if _is_mapping(node) else {"date": node}
        if "date" not in parts or parts["date"].is_null:
            raise node.wrong("needs a date, such as 2024-11-06")
        date = parts["date"].period()
        first, last = bounds(date)
        earliest = _text(parts, "earliest") or (first.isoformat() if first.year > 1 else None)
        latest = _text(parts, "latest") or (last.isoformat() if last.year < 9999 else None)
        for day in (earliest, latest):
            if day is not None and not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
                raise node.wrong(f"earliest and latest are days such as 2024-11-06, not {day!r}")
        reason = Evidence("a correction beside the article says so", earliest, latest)
        return {"published": Published(date, "curated", earliest, latest, (reason,))}

    def _headline(self, node: Node) -> dict[str, Any]:
        headline = None if node.is_null else node.text()
        return {"headline": headline, "headline_span": headline and self._find(headline)}

    def _source(self, node: Node) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in _parts(node, " ".join(_SOURCE_FIELDS)).items():
            found[key] = None if value.is_null else value.text()
            found[f"{key}_span"] = found[key] and self._find(found[key])
        return {"source": found}

    def _language(self, node: Node) -> dict[str, Any]:
        return {"language": node.matching("[a-z]{2}", "an ISO 639-1 code such as en")}

    def _people(self, node: Node) -> dict[str, Any]:
        return {"people": self._list(self._person, node)}

    def _figures(self, node: Node) -> dict[str, Any]:
        return {"figures": self._list(self._figure, node)}

    def _events(self, node: Node) -> dict[str, Any]:
        return {"events": self._list(self._event, node)}

    def _list(self, read: Callable[[Node], Any], node: Node) -> tuple[Any, ...]:
        if node.is_null:
            return ()
        return tuple(fact for item in node.items() if (fact := self.attempt(read, item, None)) is not None)

    def _person(self, node: Node) -> Person:
        parts = _parts(node, "name id country role surfaces")
        name = _required(node, parts, "name").text()
        surfaces = parts["surfaces"].texts() if "surfaces" in parts else (name,)
        mentions: list[Span] = []
        # Longest first, so that a surname inside a full name is no mention of its own.
        for surface in sorted(surfaces, key=len, reverse=True):
            met = [span for span in self._find_all(surface) if not any(span.overlaps(other) for other in mentions)]
            if not met and surface not in self.text:
                raise node.wrong(f"no longer fits: the text has no {surface!r}")
            mentions += met
        return Person(
            id=parts["id"].slug() if "id" in parts else slug(name),
            name=name,
            country=parts["country"].country() if _given(parts, "country") else None,
            role=_text(parts, "role"),
            mentions=tuple(sorted(mentions)),
        )

    def _figure(self, node: Node) -> Figure:
        parts = _parts(node, "metric kind parties value value_high unit bound period change from to quote")
        return Figure(
            metric=_required(node, parts, "metric").matching(
                _METRIC.pattern, "a metric such as exports, or other:NOUN"
            ),
            kind=cast("Kind", _choice(parts, "kind", "level|change|target", "level")),
            parties=_countries(parts, "parties"),
            value=_required(node, parts, "value").number(),
            unit=_required(node, parts, "unit").text(),
            span=self._quote(node, parts),
            value_high=parts["value_high"].number() if _given(parts, "value_high") else None,
            bound=cast("Bound", _choice(parts, "bound", "=|~|>|<|<=|>=", "=")),
            period=parts["period"].period() if _given(parts, "period") else None,
            change=_change(parts["change"]) if _given(parts, "change") else None,
            from_country=parts["from"].country() if _given(parts, "from") else None,
            to_country=parts["to"].country() if _given(parts, "to") else None,
        )

    def _event(self, node: Node) -> Event:
        parts = _parts(node, "type plover date status place people countries quote")
        kind = _required(node, parts, "type").text()
        known = self.knowledge.events.get(kind)
        if known is None and self.knowledge.events:
            raise parts["type"].wrong(f"unknown event type {kind!r}; known are {', '.join(self.knowledge.events)}")
        return Event(
            type=kind,
            plover=_text(parts, "plover") or (known.plover if known else None),
            date=parts["date"].period() if _given(parts, "date") else None,
            status=cast("Status", _choice(parts, "status", "past|planned", "past")),
            place=_text(parts, "place"),
            people=parts["people"].texts() if _given(parts, "people") else (),
            countries=_countries(parts, "countries"),
            span=self._quote(node, parts),
        )

    def _quote(self, node: Node, parts: dict[str, Node]) -> Span:
        quote = _required(node, parts, "quote")
        found = self._find(quote.text())
        if found is None:
            raise quote.wrong(f"no longer fits: the text has no {quote.text()!r}")
        return found

    def _find(self, words: str) -> Span | None:
        """Where the text first has these words; blanks and line ends count as one another."""
        return next(self._find_all(words, whole=False), None)

    def _find_all(self, words: str, *, whole: bool = True) -> Iterator[Span]:
        pattern = r"\s+".join(re.escape(word) for word in words.split())
        for found in re.finditer(rf"(?<!\w){pattern}(?!\w)" if whole else pattern, self.text):
            yield Span(*found.span())


#: The fields of a record that a correction may have.
_FIELDS = ("published", "headline", "source", "language", "people", "figures", "events")


def _is_mapping(node: Node) -> bool:
    return bool(node.raw.id == "mapping")


def _parts(node: Node, allowed: str) -> dict[str, Node]:
    """The values of a mapping, those that are null included."""
    names = allowed.split()
    found: dict[str, Node] = {}
    for key, value, key_node in node.entries():
        if key not in names:
            raise key_node.wrong(f"unknown key {key!r}; known here: {', '.join(names)}")
        if key in found:
            raise key_node.wrong(f"key {key!r} stands twice")
        found[key] = value
    return found


def _given(parts: dict[str, Node], key: str) -> bool:
    return key in parts and not parts[key].is_null


def _required(node: Node, parts: dict[str, Node], key: str) -> Node:
    if not _given(parts, key):
        raise node.wrong(f"lacks {key!r}")
    return parts[key]


def _text(parts: dict[str, Node], key: str) -> str | None:
    return parts[key].text() if _given(parts, key) else None


def _choice(parts: dict[str, Node], key: str, choices: str, otherwise: str) -> str:
    return parts[key].matching(choices, f"one of {choices.replace('|', ' ')}") if _given(parts, key) else otherwise


def _countries(parts: dict[str, Node], key: str) -> tuple[str, ...]:
    return tuple(sorted(item.country() for item in parts[key].items())) if _given(parts, key) else ()


def _change(node: Node) -> Change:
    parts = _parts(node, "percent times base")
    return Change(
        percent=parts["percent"].number() if _given(parts, "percent") else None,
        times=parts["times"].number() if _given(parts, "times") else None,
        base=parts["base"].period() if _given(parts, "base") else None,
    )
