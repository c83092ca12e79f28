"""Rows as lines for programs: TSV, CSV, JSON, JSON lines. What they print is a promise, one row after another.

TSV has the table's columns, without a heading; CSV has every field of the row under a heading with their names; JSON
has the same fields, lists as lists.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from kzhu.render.clean import clean, listed
from kzhu.render.columns import Columns

#: Compiled when it is first needed, as all patterns on the way to an answer.
_CONTROL = "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"

#: A row as a JSON object: field names and plain values.
AsJson = Callable[[Any], Mapping[str, Any]]


def fields(row: Any) -> dict[str, Any]:  # noqa: ANN401 - any named tuple
    """A named tuple as a JSON object: whole numbers without a fraction, tuples as lists, rows in rows likewise."""
    return {name: _json_value(value) for name, value in zip(row._fields, row, strict=True)}


def _json_value(value: object) -> object:
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if hasattr(value, "_fields"):
        return fields(value)
    if isinstance(value, tuple | list):
        return [_json_value(item) for item in value]
    return value


def tsv(rows: Iterable[Any], columns: Columns) -> Iterator[str]:
    """One line a row, its values apart by tabs, whole."""
    values = [column.value for column in columns]
    for row in rows:
        told = [value(row) for value in values]
        # The usual case, told of all at once.
        yield "\t".join(told if "".join(told).isprintable() else map(clean, told))


def csv(rows: Iterable[Mapping[str, Any]], names: Iterable[str] | None = None) -> Iterator[str]:
    """A heading and one line a row, quoted as RFC 4180 says; lists in one field, apart by "; ".

    Args:
        rows: JSON objects that all have the same keys.
        names: the heading, when it is wanted over no rows at all.
    """
    import csv as writer
    import io

    buffer = io.StringIO()
    write = writer.writer(buffer, lineterminator="\n").writerow

    def line(values: Iterable[object]) -> str:
        buffer.seek(0)
        buffer.truncate()
        write([_csv_value(value) for value in values])
        return buffer.getvalue().removesuffix("\n")

    heading = list(names) if names is not None else None
    if heading is not None:
        yield line(heading)
    for row in rows:
        if heading is None:
            heading = list(row)
            yield line(heading)
        yield line(row.values())


def _csv_value(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return clean(listed(_csv_value(item) for item in value))
    if isinstance(value, Mapping):
        return clean(", ".join(f"{key}: {_csv_value(item)}" for key, item in value.items()))
    return clean(str(value))


def jsonl(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON object a line."""
    dumps = _dumps()
    for row in rows:
        yield dumps(row)


def json(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """One JSON array, an object a line, written as the rows come."""
    dumps = _dumps()
    last = None
    for row in rows:
        yield "[" if last is None else last + ","
        last = dumps(row)
    yield "[]" if last is None else last
    if last is not None:
        yield "]"


def json_object(data: Mapping[str, Any]) -> str:
    """One JSON object, set out for reading."""
    return escaped(_json().dumps(data, ensure_ascii=False, indent=2))


def _dumps() -> Callable[[Mapping[str, Any]], str]:
    encode = _json().JSONEncoder(ensure_ascii=False).encode

    def dumps(row: Mapping[str, Any]) -> str:
        return escaped(encode(row))

    return dumps


def _json() -> Any:  # noqa: ANN401 - the module, imported only where JSON is asked for
    import json as module

    return module


def escaped(text: str) -> str:
    """JSON with its control characters as escapes: JSON itself demands that of the first ones only."""
    return text if text.isprintable() else re.sub(_CONTROL, lambda found: f"\\u{ord(found[0]):04x}", text)
