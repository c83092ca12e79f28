"""Frozen dataclasses and named tuples as JSON and back, by type hints: how the index keeps what dating wants back."""

# ruff: noqa: ANN401
from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, fields, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")
#: What makes a value of its JSON.
Reviver = Callable[[Any], Any]


def dump(value: Any) -> str:
    """A dataclass instance as JSON."""
    return json.dumps(asdict(value), ensure_ascii=False, separators=(",", ":"))


def load(kind: type[T], text: str) -> T:
    """The instance that `dump` wrote."""
    revive = _reviver(cast("Any", kind))
    return cast("T", revive(json.loads(text)))


@lru_cache(maxsize=64)
def _reviver(kind: Any) -> Reviver:
    """How a kind of value is made of its JSON; found out once, since an update reads thousands."""
    if is_dataclass(kind):
        hints = get_type_hints(cast("type", kind))
        return _of_fields(cast("type", kind), [(field.name, _reviver(hints[field.name])) for field in fields(kind)])
    if isinstance(kind, type) and issubclass(kind, tuple):
        return _or_none(lambda data: cast("Any", kind)(*data))
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        if inner[-1] is Ellipsis:
            return _of_many(_reviver(inner[0]))
        each = [_reviver(one) for one in inner]
        return _or_none(lambda data: tuple(revive(value) for revive, value in zip(each, data, strict=True)))
    if origin in {Union, UnionType}:
        return _reviver(next(one for one in inner if one is not type(None)))
    return _as_it_is


def _as_it_is(data: Any) -> Any:
    return data


def _or_none(revive: Reviver) -> Reviver:
    return lambda data: None if data is None else revive(data)


def _of_many(revive: Reviver) -> Reviver:
    if revive is _as_it_is:
        return _or_none(tuple)
    return _or_none(lambda data: tuple(map(revive, data)))


def _of_fields(kind: type, revivers: list[tuple[str, Reviver]]) -> Reviver:
    names = [name for name, _ in revivers]
    others = [(place, revive) for place, (_, revive) in enumerate(revivers) if revive is not _as_it_is]

    def revive(data: Any) -> Any:
        if data is None:
            return None
        # A class is filled faster by place than by name.
        values = [data[name] for name in names]
        for place, of_field in others:
            if values[place] is not None:
                values[place] = of_field(values[place])
        return kind(*values)

    return revive
