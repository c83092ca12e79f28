"""Vocabulary of the extractors: units, metrics, event types, titles, given names."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kzhu.knowledge.node import Node


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure (units.yaml, by its name in records)."""

    key: str
    #: What it measures: "length", "area", "mass" ...; "time" and "temperature" never make a figure.
    kind: str
    #: Words that name it, lower case, singular and plural; may be several tokens ("square metres").
    names: tuple[str, ...]
    #: Abbreviations, case kept: "km", "MW", "MWh".
    signs: tuple[str, ...]
    #: The unit that records give it in, and how many of that one are in it: 1 GW is 1000 MW.
    base: str
    factor: Decimal
    #: The metric it stands for where no word of the text names one.
    metric: str | None


def unit(key: str, node: Node) -> Unit:
    """An entry of units.yaml."""
    found = node.fields("kind", "names signs base factor metric")
    return Unit(
        key=key,
        kind=found["kind"].text(),
        names=found["names"].texts() if "names" in found else (),
        signs=found["signs"].texts() if "signs" in found else (),
        base=found["base"].text() if "base" in found else key,
        factor=found["factor"].number() if "factor" in found else Decimal(1),
        metric=found["metric"].text() if "metric" in found else None,
    )


@dataclass(frozen=True, slots=True)
class Metric:
    """What a figure measures (metrics.yaml, by its name in records)."""

    key: str
    label: str
    #: Nouns and phrases that name it, lower case, in the singular: "mutual trade".
    wordings: tuple[str, ...]
    #: Verbs that tell it: "export"; irregular ones with their other forms behind: "lend lent".
    verbs: tuple[str, ...]
    #: Nouns, in the singular, that are counted under it: "student", "undergraduate".
    counts: tuple[str, ...]
    #: Kinds of unit it is told in, of "money", "percent", "measure", "count".
    units: tuple[str, ...]
    #: "stock" (held on a day), "flow" (over a period), "event" (on the day of what is told), "deal" (an amount agreed,
    #: without period), "size" (without period).
    time: str
    #: Whether it lies between two countries, so that the article's other country belongs to it.
    mutual: bool
    #: Whether it gives way to any other metric that is named near.
    weak: bool = False
    #: Kinds of measure it is told in (units.yaml), where it is told in no other: "length".
    measures: tuple[str, ...] = ()


def metric(key: str, node: Node) -> Metric:
    """An entry of metrics.yaml."""
    found = node.fields("label units time", "wordings verbs counts mutual weak measures")
    return Metric(
        key=key,
        label=found["label"].text(),
        wordings=found["wordings"].texts() if "wordings" in found else (),
        verbs=found["verbs"].texts() if "verbs" in found else (),
        counts=found["counts"].texts() if "counts" in found else (),
        units=tuple(
            item.matching("money|percent|measure|count", "money, percent, measure or count")
            for item in found["units"].items()
        ),
        time=found["time"].matching("stock|flow|event|deal|size", "stock, flow, event, deal or size"),
        mutual="mutual" in found and found["mutual"].flag(),
        weak="weak" in found and found["weak"].flag(),
        measures=found["measures"].texts() if "measures" in found else (),
    )


#: What a frame may ask of the clause it stands in; the grammar of each is in `kzhu.extract.events.needs`.
NEEDS = (
    "person", "pair", "place", "destination", "country", "date", "office", "facility", "after", "named", "casualty",
    "journey", "court", "match", "race", "trip", "arrival", "undergone", "first", "shown", "ahead", "fixture", "death",
    "vote", "installed", "score", "craft", "greeting", "spaceflight", "beside", "guests",
    "post", "built", "due", "delegates", "errand", "sitting", "underway", "handed",
    "expedition", "moved", "decorated", "sides", "unpeopled", "bearer", "coming", "raced", "standing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventFrame:
    """Verbs that tell an event, and what must stand with them."""

    #: Base form, or base, past, participle and -ing form in one text, apart by spaces.
    verbs: tuple[str, ...]
    #: What the verb acts on; one of them must.
    things: tuple[str, ...]
    #: What may do or undergo it without an object.
    subjects: tuple[str, ...]
    #: Names of `NEEDS`.
    needs: tuple[str, ...]
    plover: str | None


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event (events.yaml, by its name in records)."""

    key: str
    label: str
    plover: str | None
    #: Nouns that name such a happening, in the singular.
    nouns: tuple[str, ...]
    #: Bodies whose own meeting is an event of this type.
    bodies: tuple[str, ...]
    frames: tuple[EventFrame, ...]


def event_type(key: str, node: Node) -> EventType:
    """An entry of events.yaml."""
    found = node.fields("label", "plover nouns bodies frames")
    return EventType(
        key,
        found["label"].text(),
        found["plover"].text() if "plover" in found else None,
        found["nouns"].texts() if "nouns" in found else (),
        found["bodies"].texts() if "bodies" in found else (),
        tuple(_event_frame(item) for item in found["frames"].items()) if "frames" in found else (),
    )


def _event_frame(node: Node) -> EventFrame:
    found = node.fields("verbs", "things subjects needs plover")
    for verb in found["verbs"].items():
        if len(verb.text().split()) not in {1, 4}:
            raise verb.wrong("must be a verb, or its base, past, participle and -ing form")
    needs = found["needs"].texts() if "needs" in found else ()
    for need in needs:
        if need not in NEEDS:
            raise found["needs"].wrong(f"unknown need {need!r}; known here: {', '.join(NEEDS)}")
    return EventFrame(
        found["verbs"].texts(),
        found["things"].texts() if "things" in found else (),
        found["subjects"].texts() if "subjects" in found else (),
        needs,
        found["plover"].text() if "plover" in found else None,
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
