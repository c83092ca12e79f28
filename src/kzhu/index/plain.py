"""Frozen dataclasses and named tuples as JSON and back, by their type hints: how the index keeps what dating needs."""

# ruff: noqa: ANN401
from __future__ import annotations

import json
from dataclasses import asdict, is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def dump(value: Any) -> str:
    """A dataclass instance as JSON."""
    return json.dumps(asdict(value), ensure_ascii=False, separators=(",", ":"))


def load(kind: type[T], text: str) -> T:
    """The instance that `dump` wrote."""
    return cast("T", _revive(kind, json.loads(text)))


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _revive(kind: Any, data: Any) -> Any:
    if data is None:
        return None
    if is_dataclass(kind):
        hints = _hints(cast("type", kind))
        return cast("Any", kind)(**{key: _revive(hints[key], value) for key, value in data.items()})
    if isinstance(kind, type) and issubclass(kind, tuple):
        return cast("Any", kind)(*data)
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        kinds = (inner[0],) * len(data) if inner[-1] is Ellipsis else inner
        return tuple(_revive(each, value) for each, value in zip(kinds, data, strict=True))
    if origin in {Union, UnionType}:
        return _revive(next(each for each in inner if each is not type(None)), data)
    return data
