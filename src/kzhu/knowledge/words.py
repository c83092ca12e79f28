"""Vocabulary of the extractors: units, metrics, event types, titles, given names."""

from __future__ import annotations

from dataclasses import dataclass

from kzhu.knowledge.node import Node


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure (units.yaml, by its name in records)."""

    key: str
    names: tuple[str, ...]


def unit(key: str, node: Node) -> Unit:
    """An entry of units.yaml."""
    found = node.fields("names")
    return Unit(key, found["names"].texts())


@dataclass(frozen=True, slots=True)
class Metric:
    """What a figure measures (metrics.yaml, by its name in records)."""

    key: str
    label: str
    wordings: tuple[str, ...]


def metric(key: str, node: Node) -> Metric:
    """An entry of metrics.yaml."""
    found = node.fields("label", "wordings")
    return Metric(key, found["label"].text(), found["wordings"].texts() if "wordings" in found else ())


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event (events.yaml, by its name in records)."""

    key: str
    label: str
    plover: str | None
    triggers: tuple[str, ...]


def event_type(key: str, node: Node) -> EventType:
    """An entry of events.yaml."""
    found = node.fields("label", "plover triggers")
    return EventType(
        key,
        found["label"].text(),
        found["plover"].text() if "plover" in found else None,
        found["triggers"].texts() if "triggers" in found else (),
    )


@dataclass(frozen=True, slots=True)
class TitleList:
    """Words for offices, occupations and forms of address (titles.yaml, by kind of title)."""

    key: str
    words: tuple[str, ...]


def title_list(key: str, node: Node) -> TitleList:
    """An entry of titles.yaml."""
    return TitleList(key, node.texts())


@dataclass(frozen=True, slots=True)
class NameList:
    """Given names (given_names.yaml, by language or region)."""

    key: str
    names: tuple[str, ...]


def name_list(key: str, node: Node) -> NameList:
    """An entry of given_names.yaml."""
    return NameList(key, node.texts())
