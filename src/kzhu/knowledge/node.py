"""One value of a data file, with the line it stands on, so that a mistake can be told where it is.

The files are composed, not loaded: compose keeps line numbers, shows repeated keys, and `NO` stays Norway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from kzhu.errors import PeriodError
from kzhu.periods import bounds

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class NodeError(ValueError):
    """A value that is not what its place asks for; the message begins with file:line."""


_NO_MAPPING = "must be a mapping (key: value)"
_NULL = frozenset(("", "null", "~"))


@lru_cache(maxsize=256)
def _listed(required: str, optional: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of keys given in words: those that must stand, and all that may."""
    needed = tuple(required.split())
    return needed, (*needed, *optional.split())


class Node(NamedTuple):
    """A value of a data file."""

    #: The node that PyYAML composed; its `id` is "scalar", "sequence" or "mapping".
    raw: Any
    path: Path

    def wrong(self, what: str) -> NodeError:
        """The error that this value is wrong in that way."""
        return NodeError(f"{self.path}:{self.raw.start_mark.line + 1}: {what}")

    @property
    def is_null(self) -> bool:
        """Whether nothing is written here, or `null`, or `~`."""
        return self.raw.id == "scalar" and not self.raw.style and self.raw.value in _NULL

    @property
    def is_mapping(self) -> bool:
        """Whether this is a mapping."""
        return bool(self.raw.id == "mapping")

    def entries(self) -> Iterator[tuple[str, Node, Node]]:
        """(key, value, the key as a node) of a mapping, in order of the file.

        Raises:
            NodeError: this is no mapping.
        """
        if not self.is_mapping:
            raise self.wrong(_NO_MAPPING)
        for key, value in self.raw.value:
            yield str(key.value), Node(value, self.path), Node(key, self.path)

    def fields(self, required: str = "", optional: str = "") -> dict[str, Node]:
        """The values of a mapping by key; the names of the allowed keys are given in words apart by spaces.

        Raises:
            NodeError: a key is unknown, repeated, or missing.
        """
        needed, allowed = _listed(required, optional)
        if self.raw.id != "mapping":
            raise self.wrong(_NO_MAPPING)
        found: dict[str, Node] = {}
        path = self.path
        for raw_key, raw in self.raw.value:
            key = str(raw_key.value)
            if key not in allowed:
                raise Node(raw_key, path).wrong(f"unknown key {key!r}; known here: {', '.join(allowed)}")
            if key in found:
                raise Node(raw_key, path).wrong(f"key {key!r} stands twice")
            found[key] = Node(raw, path)
        for key in [key for key, value in found.items() if value.is_null]:
            del found[key]
        for key in needed:
            if key not in found:
                raise self.wrong(f"lacks {key!r}")
        return found

    def items(self) -> list[Node]:
        """The values of a list; a single value counts as a list of one."""
        if self.raw.id == "sequence":
            return [Node(value, self.path) for value in self.raw.value]
        return [self]

    def text(self) -> str:
        """A string, not empty, without blanks at its ends."""
        if self.raw.id != "scalar":
            raise self.wrong("must be a text")
        value = str(self.raw.value)
        if not value or value != value.strip():
            raise self.wrong(f"must be a text without blanks at its ends, not {value!r}")
        return value

    def texts(self) -> tuple[str, ...]:
        """A list of strings, none twice."""
        found: list[str] = []
        for item in self.items():
            value = item.text()
            if value in found:
                raise item.wrong(f"{value!r} stands twice")
            found.append(value)
        return tuple(found)

    def matching(self, pattern: str, what: str) -> str:
        """A string of a given form (a regular expression for the whole of it)."""
        value = self.text()
        if not re.fullmatch(pattern, value):
            raise self.wrong(f"must be {what}, not {value!r}")
        return value

    def slug(self) -> str:
        """A lower-case identifier: letters and digits with single hyphens between."""
        value = self.text()
        if not _SLUG.fullmatch(value):
            raise self.wrong(f"must be a lower-case identifier such as 'peter-szijjarto', not {value!r}")
        return value

    def country(self) -> str:
        """An ISO 3166-1 alpha-2 code in form; whether it is listed is checked once all files are read."""
        return self.matching("[A-Z]{2}", "a country code such as KZ")

    def period(self) -> str:
        """An EDTF period."""
        value = self.text()
        try:
            bounds(value)
        except PeriodError as error:
            raise self.wrong(str(error)) from error
        return value

    def number(self) -> Decimal:
        """A decimal number."""
        try:
            return Decimal(self.text())
        except InvalidOperation as error:
            raise self.wrong(f"must be a number, not {self.text()!r}") from error

    def flag(self) -> bool:
        """`true` or `false`."""
        return self.matching("true|false", "true or false") == "true"


def _no_tag(*_: object) -> str:
    return ""


def _pass(*_: object) -> None:
    return None


def read_file(path: Path) -> Node:
    """The whole of a data file as one value.

    Raises:
        NodeError: the file cannot be read, is no UTF-8, or is no YAML.
    """
    # Here, not above: knowledge from the cache needs no YAML, and yaml takes its time to import.
    import yaml

    fastest = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    # What kind of thing a value is, its place tells: no tag needs to be guessed from how it looks.
    untagged = type("_Loader", (fastest,), {"resolve": _no_tag, "descend_resolver": _pass, "ascend_resolver": _pass})
    try:
        root = yaml.compose(path.read_text("utf-8"), Loader=untagged)
    except OSError as error:
        raise NodeError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise NodeError(f"{path}: is no UTF-8: {error}") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise NodeError(f"{path}:{line}: is no YAML: {error.problem}") from error
    except yaml.YAMLError as error:
        raise NodeError(f"{path}: is no YAML: {error}") from error
    if root is None:
        root = yaml.MappingNode("tag:yaml.org,2002:map", [], yaml.Mark("", 0, 0, 0, None, 0), None)
    return Node(root, path)
