"""Named tuples as `typing.NamedTuple` declares them, made in a tenth of the time.

Python's own writes the code of each kind anew and compiles it, at every start: the dozen kinds that an answer takes
would cost a command more than its questions do. The annotations of those made here are postponed: nothing reads them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NamedTuple, Self
else:
    from _collections import _tuplegetter

    class _Kind(type):
        """Makes a kind of named tuple of the fields that its class annotates."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:
            fields = tuple(space.get("__annotations__", ()))
            space["_fields"] = space["__match_args__"] = fields
            space["_field_defaults"] = {field: space[field] for field in fields if field in space}
            space["__slots__"] = ()
            for place, field in enumerate(fields):
                space[field] = _tuplegetter(place, None)
            return super().__new__(cls, name, bases, space)

    class NamedTuple(tuple, metaclass=_Kind):
        """What all of them can do."""

        __slots__ = ()

        def __new__(cls, *values: object, **named: object) -> Self:
            """One with these values; those left out have the defaults of their fields."""
            fields = cls._fields
            if named or len(values) != len(fields):
                rest = fields[len(values) :]
                told = {**cls._field_defaults, **named}
                if len(values) > len(fields) or not (told.keys() >= set(rest) >= named.keys()):
                    raise TypeError(f"{cls.__name__} takes {', '.join(fields)}; given are {values}, {named}")
                values += tuple([told[field] for field in rest])
            return tuple.__new__(cls, values)

        @classmethod
        def _make(cls, values: Iterable[object]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values; given are {len(made)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named: object) -> Self:
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}")
            return made

        def __repr__(self) -> str:
            told = ", ".join(f"{field}={value!r}" for field, value in self._asdict().items())
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)


__all__ = ["NamedTuple"]
