"""An article's figures as the index keeps them: a line each, its fields apart by tabs, as `schema.FIGURE` has them.

They stand nowhere else: records get theirs from here. Such lines are read in a third of the time of JSON, and without
its modules; the view makes JSON of them inside SQLite, so a quotation mark or a backslash is escaped as there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

#: Of a series: metric, parties, from, to; "" where there is none.
Key = tuple[str, str, str, str]

#: How JSON writes what must not stand in a string as it is.
_ESCAPES = {number: f"\\u{number:04x}" for number in range(32)} | {
    ord(sign): f"\\{letter}" for sign, letter in zip('"\\\n\r\t\b\f', '"\\nrtbf', strict=True)
}
#: The base of a growth that tells nothing of itself.
NOTHING = "?"
#: Where a record that was packed without its figures has none.
_NONE = '"figures": []'


def dump(told: Sequence[Sequence[str | int | float | None]]) -> str | None:
    """Figures as they are kept; None where there are none."""
    return "\n".join("\t".join(map(_field, row)) for row in told) or None


def _field(value: str | float | None) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return repr(value)
    if value.isalnum():
        return value
    return " ".join(value.replace("\\", "\\\\").replace('"', '\\"').split())


def rows(kept: str | None, metrics: Collection[str] = ()) -> Iterator[tuple[Any, ...]]:
    """The figures that were kept, of some metrics or all, numbers as floats."""
    return (_row(line) for line in _lines(kept) if not metrics or line[0] in metrics)


def of_series(kept: str | None, key: Key) -> Iterator[tuple[Any, ...]]:
    """The same, those of one series."""
    # Of a name, that JSON writes with signs of its own, lines are taken apart to see whose they are.
    metric = key[0] if "\\" not in key[0] and '"' not in key[0] else ""
    told = "\n".join(line for line in kept.split("\n") if line.startswith(metric)) if kept else None
    return (_row(line) for line in _lines(told) if (line[0], line[2], line[11], line[12]) == key)


def _row(line: Sequence[str]) -> tuple[Any, ...]:
    metric, kind, parties, value, high, unit, bound, period, percent, times, base, giver, taker, start, end = line
    return (
        metric,
        kind,
        parties,
        float(value),
        float(high) if high else None,
        unit,
        bound,
        period or None,
        float(percent) if percent else None,
        float(times) if times else None,
        base if base and base != NOTHING else None,
        giver or None,
        taker or None,
        int(start),
        int(end),
    )


def _lines(kept: str | None) -> Iterator[list[str]]:
    for line in kept.split("\n") if kept else ():
        plain = line.replace("\\\\", "\0").replace('\\"', '"').replace("\0", "\\") if "\\" in line else line
        yield plain.split("\t")


def with_figures(record: str, kept: str | None, text: str) -> str:
    """The JSON of a record that was packed without its figures, with them."""
    if not kept:
        return record
    told = ", ".join(_json(line, text) for line in _lines(kept))
    return record.replace(_NONE, f'"figures": [{told}]', 1)


def _json(line: Sequence[str], text: str) -> str:
    """A figure as a record tells it (see `kzhu.encode`); the module `json` would cost a list more than its rows do."""
    metric, kind, parties, value, high, unit, bound, period, percent, times, base, giver, taker, start, end = line
    change = {"percent": percent, "times": times, "base": _quoted(base) if base and base != NOTHING else ""}
    data = {
        "metric": _quoted(metric),
        "kind": _quoted(kind),
        "parties": f"[{', '.join(map(_quoted, parties.split()))}]",
        "value": value,
        "value_high": high,
        "unit": _quoted(unit),
        "bound": _quoted(bound),
        "period": _quoted(period) if period else "null",
        "change": _object(change) if percent or times or base else "null",
        "from": _quoted(giver) if giver else "",
        "to": _quoted(taker) if taker else "",
        "quote": _quoted(text[int(start) : int(end)]),
        "start": start,
        "end": end,
    }
    return _object(data)


def _object(fields: Mapping[str, str]) -> str:
    """A JSON object of the fields that have something."""
    return f"{{{', '.join(f'{_quoted(key)}: {value}' for key, value in fields.items() if value)}}}"


def _quoted(text: str) -> str:
    """A JSON string."""
    return f'"{text.translate(_ESCAPES)}"'
