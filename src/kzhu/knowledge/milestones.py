"""What anniversaries and numbered sessions count from (milestones.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from kzhu.knowledge.node import Node


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something that is counted from: a birth, an independence, the first of a series (milestones.yaml, by slug)."""

    key: str
    #: As an explanation names it: "the birth of Sándor Petőfi".
    label: str
    #: Names in texts: "Petőfi", "UN General Assembly".
    names: tuple[str, ...]
    #: The year of the beginning, or of the first of the series.
    year: int
    #: "years": the 200th anniversary is 200 years later; "sessions": the 78th is 77 years later.
    counts: Literal["years", "sessions"]
    #: Of these countries only, when the sentence names one; empty for all.
    countries: tuple[str, ...] = ()


def milestone(key: str, node: Node) -> Milestone:
    """An entry of milestones.yaml."""
    found = node.fields("label names year", "counts countries")
    counts = found["counts"].matching("years|sessions", "years or sessions") if "counts" in found else "years"
    return Milestone(
        key=key,
        label=found["label"].text(),
        names=found["names"].texts(),
        year=int(found["year"].matching(r"\d{3,4}", "a year")),
        counts=cast("Literal['years', 'sessions']", counts),
        countries=tuple(item.country() for item in found["countries"].items()) if "countries" in found else (),
    )
