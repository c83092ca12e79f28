"""An article with its facts marked: by colour on a terminal, in square brackets where there is none.

[event meeting: Deputy Minister [person: Roman Vassilenko] met ...] trade reached [figure trade-turnover: $5 million]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any, NamedTuple

from kzhu.render.clean import clean_lines
from kzhu.render.page import GAP, Line, Page, Part

STYLES = {"person": "cyan", "figure": "bold yellow", "event": "underline", "date": "magenta", "source": "green"}


class Mark(NamedTuple):
    """A stretch of the text that tells something."""

    start: int
    end: int
    #: A key of `STYLES`.
    kind: str
    #: What it was read as: a metric, an event type, a period; "" where the words say it all.
    reading: str


def marks(record: Mapping[str, Any]) -> list[Mark]:
    """The facts of a record (a JSON object of `kzhu.encode`) in order of the text, outer ones first."""
    return sorted(_marks(record), key=lambda mark: (mark.start, -mark.end, mark.kind))


def _marks(record: Mapping[str, Any]) -> Iterator[Mark]:
    for person in record["people"]:
        for at in person["mentions"]:
            yield Mark(at["start"], at["end"], "person", person["name"])
    for figure in record["figures"]:
        yield Mark(figure["start"], figure["end"], "figure", figure["metric"])
    for event in record["events"]:
        yield Mark(event["start"], event["end"], "event", event["type"])
    for date in record["dates"]:
        yield Mark(date["start"], date["end"], "date", date["edtf"])
    for span in record["source"].get("spans", {}).values():
        yield Mark(span["start"], span["end"], "source", "")


def bracketed(text: str, found: Iterable[Mark]) -> Iterator[str]:
    """The text's lines with each fact in brackets, its kind and reading in front."""
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    open_ends: list[int] = []
    for start, end, kind, reading in found:
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
        # A fact that reaches beyond the one it begins in ends with it: brackets nest.
        inner = min(end, open_ends[-1]) if open_ends else end
        open_ends.append(inner)
        words = text[start:end]
        label = kind if not reading or reading == words else f"{kind} {reading}"
        opening.setdefault(start, []).append(f"[{label}: ")
        closing[inner] = closing.get(inner, 0) + 1
    edges = sorted({0, len(text), *opening, *closing})
    pieces = []
    for edge, following in zip(edges, [*edges[1:], len(text)], strict=True):
        pieces.append("]" * closing.get(edge, 0))
        pieces.extend(clean_lines(label) for label in opening.get(edge, ()))
        pieces.append(clean_lines(text[edge:following]))
    yield from "".join(pieces).split("\n")


def page(text: str, found: Iterable[Mark]) -> Page:
    """The text in colours, with their key on top."""
    yield Line(tuple(part for kind, style in STYLES.items() for part in (Part(kind, style), Part("  "))))
    yield GAP
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for start, end, kind, _ in found:
        starts.setdefault(start, []).append(kind)
        ends.setdefault(end, []).append(kind)
    current: list[str] = []
    parts: list[Part] = []
    edges = sorted({0, len(text), *starts, *ends})
    for edge, following in pairwise(edges):
        for kind in ends.get(edge, ()):
            current.remove(kind)
        current += starts.get(edge, ())
        style = " ".join(dict.fromkeys(STYLES[kind] for kind in current))
        first, *rest = text[edge:following].split("\n")
        parts.append(Part(first, style))
        for piece in rest:
            yield Line(tuple(parts))
            parts = [Part(piece, style)]
    yield Line(tuple(parts))
