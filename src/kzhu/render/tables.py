"""Records as flat tables, one row for each article or each fact of it: what CSV can hold.

Records come as the JSON objects of `kzhu.encode`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]

#: Table -> its columns, in order. Every fact's row begins with its article's id.
TABLES: dict[str, tuple[str, ...]] = {
    "articles": (
        "id", "path", "sha256", "language", "headline", "date", "basis", "earliest", "latest", "outlet", "origin",
        "dateline", "people", "figures", "events", "dates",
    ),
    "people": ("article", "id", "name", "country", "role", "surfaces", "mentions"),
    "figures": (
        "article", "metric", "kind", "parties", "value", "value_high", "unit", "bound", "period", "percent", "times",
        "base", "from", "to", "start", "end", "quote",
    ),
    "events": (
        "article", "type", "plover", "date", "status", "place", "people", "countries", "start", "end", "quote",
    ),
    "dates": ("article", "edtf", "start", "end"),
}  # fmt: skip


def rows(records: Iterable[Json], table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, record after record."""
    columns = TABLES[table]
    if table == "articles":
        for record in records:
            data = _article(record)
            yield {name: data[name] for name in columns}
        return
    of_fact = _FACTS.get(table, dict)
    for record in records:
        for fact in record[table]:
            data = {"article": record["id"], **of_fact(fact)}
            yield {name: data.get(name) for name in columns}


def _article(record: Json) -> dict[str, Any]:
    published, source = record["published"], record["source"]
    counts = {key: len(record[key]) for key in ("people", "figures", "events", "dates")}
    return {**record, **published, **source, **counts}


def _person(fact: Json) -> dict[str, Any]:
    return {**fact, "mentions": len(fact["mentions"])}


def _figure(fact: Json) -> dict[str, Any]:
    return {**fact, **(fact["change"] or {})}


_FACTS: dict[str, Callable[[Json], dict[str, Any]]] = {"people": _person, "figures": _figure}
