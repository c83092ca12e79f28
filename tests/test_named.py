"""Rows and filters are named tuples like Python's own, though made more quickly."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from kzhu.answers import SpellingRow
from kzhu.index.filters import Filters
from kzhu.named import NamedTuple


class Ours(NamedTuple):
    name: str
    number: int = 0
    parts: tuple[str, ...] = ()


class Pythons(typing.NamedTuple):
    name: str
    number: int = 0
    parts: tuple[str, ...] = ()


@pytest.mark.parametrize(
    ("values", "named"),
    [(("a",), {}), (("a", 1, ("b",)), {}), ((), {"name": "a", "parts": ("b",)}), (("a",), {"number": 2})],
)
def test_they_are_made_and_told_as_pythons_own(values: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    ours, theirs = Ours(*values, **named), Pythons(*values, **named)
    assert tuple(ours) == tuple(theirs) == ours
    assert repr(ours) == repr(theirs).replace("Pythons", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert tuple(ours._replace(number=5)) == tuple(theirs._replace(number=5))
    assert (ours.name, ours.number, ours.parts) == tuple(theirs)
    assert not hasattr(ours, "__dict__")


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, (), 2), {}), (("a",), {"name": "b"}), (("a",), {"other": 1}), ((), {"number": 1})],
)
def test_values_that_do_not_fit_are_refused(values: tuple[typing.Any, ...], named: dict[str, typing.Any]) -> None:
    for kind in (Ours, Pythons):
        with pytest.raises(TypeError):
            kind(*values, **named)


def test_they_refuse_what_they_have_no_field_for() -> None:
    with pytest.raises(TypeError):
        Ours._make(("a",))
    with pytest.raises((TypeError, ValueError)):
        Ours("a")._replace(other=1)  # type: ignore[call-arg] # that is the point
    with pytest.raises(AttributeError):
        Ours("a").name = "b"  # type: ignore[misc] # that is the point


def test_they_can_be_copied_sent_and_matched() -> None:
    row = SpellingRow("Orban", 3, 2)
    sent = pickle.loads(pickle.dumps(row))  # noqa: S301 -- our own
    assert sent == copy.deepcopy(row) == row
    assert type(sent) is SpellingRow
    match row:
        case SpellingRow(text, mentions=3):
            assert text == "Orban"
        case _:
            pytest.fail("it was not matched")
    assert Filters()._fields == tuple(Filters.__annotations__)
