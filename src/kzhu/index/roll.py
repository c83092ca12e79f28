"""Whom and what the articles of a spool tell of, counted as they come: to fill an index nothing is counted again."""

from __future__ import annotations

from collections.abc import Iterable

from kzhu.index.figures import Key

#: (id, name, country or ""), role, spellings one a line.
Named = tuple[tuple[str, str, str], str | None, str]
#: Series, how many figures it gets, and how many rows of days.
Given = tuple[Key, int, int]


class Roll:
    """Identities and series, each with a place of its own, and how often they are told of."""

    def __init__(self) -> None:
        #: Places, which count from 0 in the order of coming.
        self.identities: dict[tuple[str, str, str], int] = {}
        self.series: dict[Key, int] = {}
        #: How many articles tell of an identity in a role, and by which spellings.
        self.roles: dict[tuple[int, str], int] = {}
        self.surfaces: dict[tuple[int, str], int] = {}
        #: How many figures each series gets, by place.
        self.figures: list[int] = []

    def name(self, everyone: Iterable[Named]) -> list[int]:
        """Takes note of everyone in an article; their places."""
        places, roles, surfaces = self.identities, self.roles, self.surfaces
        found = []
        for identity, role, spelled in everyone:
            place = places.setdefault(identity, len(places))
            found.append(place)
            surfaces[place, spelled] = surfaces.get((place, spelled), 0) + 1
            if role:
                roles[place, role] = roles.get((place, role), 0) + 1
        return found

    def give(self, series: Iterable[Given]) -> list[int]:
        """Takes note of the figures of an article; the place of the series for each row of its days."""
        places = self.series
        found: list[int] = []
        for key, figures, days in series:
            place = places.setdefault(key, len(places))
            if place == len(self.figures):
                self.figures.append(0)
            self.figures[place] += figures
            found += [place] * days
        return found
