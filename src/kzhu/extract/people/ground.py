"""What a text names beside the roles of its people: the places and institutions that tell whose officers they are."""

from __future__ import annotations

from collections import Counter
from functools import cached_property

from kzhu.extract.document import Document
from kzhu.extract.people.identity import Figure
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.runs import Marks
from kzhu.extract.people.wording import Role
from kzhu.extract.places import PlaceMention


class Ground:
    """Places of one country each, and institutions; found once for all people of a text, when first asked for."""

    def __init__(
        self,
        document: Document,
        places: tuple[PlaceMention, ...],
        figures: list[Figure],
        roles: dict[int, list[Role]],
        marks: Marks,
        lex: Lexicon,
    ) -> None:
        self.places = places
        self._document = document
        self._figures = figures
        self._roles = roles
        self._marks = marks
        self._lex = lex

    @cached_property
    def attached(self) -> set[int]:
        """The tokens of the people's roles, possessors included."""
        return {
            token
            for figure in self._figures
            for _, phrase in figure.phrases
            for token in range(phrase.possessor[0] if phrase.possessor else phrase.first, phrase.last)
        }

    @cached_property
    def families(self) -> dict[str, set[str]]:
        """Family names, and the countries that the roles of those who bear them tell."""
        found: dict[str, set[str]] = {}
        for figure in self._figures:
            for role in self._roles[id(figure)]:
                if role.country is not None and role.kind == "offices" and len(figure.words) > 1:
                    found.setdefault(figure.words[-1], set()).add(role.country)
        return found

    @cached_property
    def _free(self) -> list[PlaceMention]:
        return [place for place in self.places if len(place.countries) == 1 and place.first not in self.attached]

    @cached_property
    def there(self) -> list[PlaceMention]:
        """The places of the dateline."""
        dateline = self._document.dateline
        return [] if dateline is None else [place for place in self._free if place.span.overlaps(dateline)]

    @cached_property
    def body(self) -> list[PlaceMention]:
        """Those of headline and body, in their order."""
        at, there = self._document.sentence_at, {place.first for place in self.there}
        return [place for place in self._free if place.first not in there and at(place.span.start) is not None]

    @cached_property
    def institutions(self) -> list[tuple[int, str]]:
        """(token, country) of the parliaments, ministries and the like that the text names, in order."""
        words, known = self._document.words, self._lex.institutions
        return [
            (i, country)
            for i, (first, last, country) in self._marks.body_at.items()
            if i == first and country is not None and " ".join(words[first:last]) in known
        ]

    def first(self, host: str | None) -> str | None:
        """The country of the dateline; else that of the first institution, country or town that the text names.

        `host`: the country that is left out, and the dateline with it.
        """
        if self.there and host is None:
            return self.there[0].countries[0]
        place = next((place for place in self.body if place.countries[0] != host), None)
        named = [] if place is None else [(place.first, place.countries[0])]
        named += self.institutions[:1]
        return min(named)[1] if named else None

    def most(self, host: str | None) -> str | None:
        """The country that the text names most, far before any other; `host` told which one is left out."""
        ranks = self._ranks if host is None else self._count(host)
        most = ranks.most_common(2)
        return most[0][0] if len(most) == 1 or (most and most[0][1] >= 2 * most[1][1]) else None

    @cached_property
    def _ranks(self) -> Counter[str]:
        return self._count(None)

    def _count(self, host: str | None) -> Counter[str]:
        ranks = Counter(place.countries[0] for place in self.body if place.countries[0] != host)
        ranks.update(code for _, code in self.institutions)
        return ranks
