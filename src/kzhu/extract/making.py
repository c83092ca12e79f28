"""How a frozen record is made without a call for each of its fields.

A frozen dataclass sets every field by `object.__setattr__`: twelve calls for a figure, which cost more than most rules
that read one. A class with the same slots that is not frozen sets them at once; what it made is then given the class
of the record, as Python allows where the slots of both are the same, and is frozen from there on.
"""

from __future__ import annotations

from dataclasses import MISSING, field, fields, make_dataclass
from typing import Any, TypeVar, cast

T = TypeVar("T")


def unfrozen(record: type[T]) -> type[T]:
    """A class with the fields of a frozen dataclass with slots, not frozen itself.

    Whoever makes one of it sets `__class__` to the record's before handing it out:

    >>> from kzhu.records import Date, Span
    >>> date = unfrozen(Date)("2024", Span(0, 4))
    >>> date.__class__ = Date
    >>> date == Date("2024", Span(0, 4))
    True
    """
    told: list[tuple[str, Any, Any]] = [
        (one.name, one.type, field() if one.default is MISSING else field(default=one.default))
        for one in fields(cast("Any", record))
    ]
    return cast("type[T]", make_dataclass(f"_Unfrozen{record.__name__}", told, slots=True, eq=False, repr=False))
