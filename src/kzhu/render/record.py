"""One record: how each of its fields is known, and the words behind every fact.

Records come as the JSON objects of `kzhu.encode`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kzhu.amounts import amount, change, exact
from kzhu.render.clean import clean, listed, squeeze
from kzhu.render.columns import Column, Columns, either
from kzhu.render.page import GAP, Grid, Line, Page, Part, labelled, title
from kzhu.render.values import dated

Json = Mapping[str, Any]
_MARGIN = 11
_BASIS = {
    "stated": "stated",
    "inferred": "inferred",
    "curated": "set by a correction",
    "unknown": "unknown",
}


def page(record: Json, text: str, shown: Callable[[str], str] = squeeze) -> Page:
    """A record for reading.

    Args:
        record: the record.
        text: the article's stored text, which its spans count in.
        shown: how the reasons of a date are told: with the ids of other articles as people get them.
    """
    if record["headline"]:
        yield Line((Part(squeeze(record["headline"]), "bold"),))
    yield _field("id", Part(record["id"], "cyan"))
    yield from _published(record["published"], text, shown)
    yield from _source(record["source"], text)
    if record["path"]:
        yield _field("file", record["path"], Part(f"  {record['language']}", "dim"))
    for heading, key, columns, note in (
        ("People", "people", _PEOPLE, None),
        ("Figures", "figures", _FIGURES, _quote),
        ("Events", "events", _EVENTS, _quote),
    ):
        facts = record[key]
        if facts:
            yield GAP
            yield title(heading, str(len(facts)))
            yield Grid(facts, columns, heading=False, indent=2, note=note)
    if record["dates"]:
        yield GAP
        yield title("Dates", str(len(record["dates"])))
        for date in record["dates"]:
            yield labelled(date["edtf"], _words(text, date), margin=24, indent=2)


def _field(name: str, *parts: Part | str) -> Line:
    return labelled(name, *parts, margin=_MARGIN)


def _published(published: Json, text: str, shown: Callable[[str], str]) -> Iterator[Line]:
    basis = published["basis"]
    style = "yellow" if basis == "inferred" else ""
    date = dated(published["date"], basis) or "unknown"
    limits = ""
    if basis != "stated" and (published["earliest"] or published["latest"]):
        limits = f", between {published['earliest'] or '?'} and {published['latest'] or '?'}"
    known = "" if date == "unknown" and basis == "unknown" else f"  {_BASIS.get(basis, basis)}"
    yield _field("published", Part(date, style or "bold"), Part(f"{known}{limits}", "dim"))
    for item in published["evidence"]:
        told = shown(item["reason"])
        words = _words(text, item) if "start" in item else ""
        quote = f" “{words}”" if words and words.casefold() not in told.casefold() else ""
        yield Line((Part(told), Part(quote, "dim")), "·", indent=_MARGIN, margin=2)


def _source(source: Json, text: str) -> Iterator[Line]:
    for key in ("outlet", "origin", "dateline"):
        if source[key]:
            span = source.get("spans", {}).get(key)
            words = _words(text, span) if span else ""
            # What only differs in capitals tells nothing new.
            quote = f"  “{words}”" if words.casefold() not in {"", source[key].casefold()} else ""
            yield _field(key, source[key], Part(quote, "dim"))


def _words(text: str, span: Json) -> str:
    return squeeze(text[span["start"] : span["end"]])


def _quote(fact: Json) -> str:
    return f"“{squeeze(fact['quote'])}”"


def _figure_value(figure: Json) -> str:
    if figure["kind"] == "change" and figure["unit"] in {"percent", "times"}:
        value = figure["value"]
        times = value if figure["unit"] == "times" else None
        told = change(value if times is None else None, times)
        return told if figure["bound"] == "=" else f"{figure['bound']}{told}"
    return amount(figure["value"], figure["unit"], bound=figure["bound"], high=figure.get("value_high"))


def _figure_change(figure: Json) -> str:
    told = figure["change"]
    if not told:
        return ""
    growth = "" if figure["kind"] == "change" else change(told.get("percent"), told.get("times"))
    return f"{growth} on {told['base']}".strip() if told.get("base") else growth


def _parties(figure: Json) -> str:
    if figure.get("from") or figure.get("to"):
        return f"{figure.get('from') or '?'} → {figure.get('to') or '?'}"
    return " ".join(figure["parties"])


_PEOPLE: Columns = (
    Column("name", lambda fact: fact["name"], style="bold", share=2, least=16),
    Column("country", lambda fact: either(fact["country"]), style="dim"),
    Column("role", lambda fact: either(fact["role"]), share=3, least=16),
    Column("mentions", lambda fact: f"×{len(fact['mentions'])}", right=True, style="dim"),
)
_FIGURES: Columns = (
    Column("metric", lambda fact: fact["metric"], share=1, least=12),
    Column("parties", _parties, style="dim", spare=1),
    Column("value", _figure_value, right=True, style="bold"),
    Column("period", lambda fact: either(fact["period"])),
    Column("change", _figure_change, style="green"),
    Column("kind", lambda fact: "" if fact["kind"] == "level" else fact["kind"], style="magenta"),
)
_EVENTS: Columns = (
    Column("date", lambda fact: fact["date"] or "undated"),
    Column("type", lambda fact: fact["type"], style="green"),
    Column("place", lambda fact: either(fact["place"]), share=1, least=8),
    Column("who", lambda fact: ", ".join(fact["people"]) or " ".join(fact["countries"]), share=4, least=16),
    Column("status", lambda fact: "planned" if fact["status"] == "planned" else "", style="magenta"),
)


def tsv(record: Json, text: str) -> Iterator[str]:
    """A record as lines for programs: what the line tells, then its values.

    The kinds: `id`; `headline`; `published` date, basis, earliest, latest; `evidence` reason, earliest, latest, words;
    `outlet`; `origin`; `dateline`; `file` path, sha256; `person` id, name, country, role, mentions, spellings;
    `figure` metric, parties, kind, bound, value, value_high, unit, period, percent, times, base, start, end, quote;
    `event` type, date, status, place, people, countries, start, end, quote; `date` edtf, start, end, words.
    """

    def fields(*values: object) -> str:
        return "\t".join("" if value is None else clean(str(value)) for value in values)

    yield fields("id", record["id"])
    yield fields("headline", record["headline"])
    published = record["published"]
    yield fields("published", *(published[key] for key in ("date", "basis", "earliest", "latest")))
    for item in published["evidence"]:
        words = text[item["start"] : item["end"]] if "start" in item else ""
        yield fields("evidence", item["reason"], item["earliest"], item["latest"], words)
    for key in ("outlet", "origin", "dateline"):
        yield fields(key, record["source"][key])
    yield fields("file", record["path"], record["sha256"])
    for item in record["people"]:
        surfaces = listed(item["surfaces"])
        yield fields("person", item["id"], item["name"], item["country"], item["role"], len(item["mentions"]), surfaces)
    for item in record["figures"]:
        told = item["change"] or {}
        yield fields(
            "figure",
            item["metric"],
            listed(item["parties"]),
            item["kind"],
            item["bound"],
            exact(item["value"]),
            exact(item.get("value_high")),
            item["unit"],
            item["period"],
            exact(told.get("percent")),
            exact(told.get("times")),
            told.get("base"),
            *_place(item),
        )
    for item in record["events"]:
        who = listed(item["people"]), listed(item["countries"])
        yield fields("event", item["type"], item["date"], item["status"], item["place"], *who, *_place(item))
    for item in record["dates"]:
        yield fields("date", item["edtf"], item["start"], item["end"], text[item["start"] : item["end"]])


def _place(item: Json) -> tuple[int, int, str]:
    return item["start"], item["end"], item["quote"]
