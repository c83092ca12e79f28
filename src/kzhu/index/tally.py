"""What is counted of people over articles: in how many they are named, how often, from when to when, in which roles."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Counted(NamedTuple):
    """What was counted of one person."""

    articles: int
    mentions: int
    #: Numbers of the first and last dated article; None where none is.
    first: int | None
    last: int | None
    #: The role most often told.
    role: str | None
    #: Every spelling met.
    surfaces: Collection[str]


class Tally:
    """Counts appearances as they come: those of one person by ascending article."""

    def __init__(self, first_dated: int) -> None:
        """An empty tally.

        Args:
            first_dated: the first number of an article that has a date.
        """
        self._first_dated = first_dated
        #: By person: articles, mentions, first and last dated article, last article of all.
        self._counts: dict[int, list[int]] = {}
        self._roles: dict[tuple[int, str], int] = {}
        self._surfaces: set[tuple[int, str]] = set()
        #: Appearances of each identity.
        self.of_identity: dict[int, int] = {}

    def add(self, article: int, named: int, person: int, role: str | None, surfaces: str, mentions: int) -> None:
        """Counts one appearance; `surfaces` as in the index, one a line."""
        counts = self._counts.get(person)
        if counts is None:
            counts = self._counts[person] = [0, 0, 0, 0, -1]
        if counts[4] != article:
            counts[4] = article
            counts[0] += 1
            if article >= self._first_dated:
                counts[2] = counts[2] or article
                counts[3] = article
        counts[1] += mentions
        self.of_identity[named] = self.of_identity.get(named, 0) + 1
        if role:
            key = (person, role)
            self._roles[key] = self._roles.get(key, 0) + 1
        self._surfaces.add((person, surfaces))

    def people(self) -> Mapping[int, Counted]:
        """What was counted, by person."""
        roles: dict[int, dict[str, int]] = {}
        for (person, role), times in self._roles.items():
            roles.setdefault(person, {})[role] = times
        surfaces: dict[int, set[str]] = {person: set() for person in self._counts}
        for person, lines in self._surfaces:
            surfaces[person].update(lines.split("\n"))
        return {
            person: Counted(
                articles, mentions, first or None, last or None, _most(roles.get(person, {})), surfaces[person]
            )
            for person, (articles, mentions, first, last, _) in self._counts.items()
        }


def _most(roles: Mapping[str, int]) -> str | None:
    """The role told most often; of several the longest."""
    return min(roles, key=lambda role: (-roles[role], -len(role), role), default=None)
