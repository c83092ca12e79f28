"""The country a text speaks from, and the posts that belong to it where nothing else is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzhu.extract.document import Document
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.runs import Marks
from kzhu.extract.people.wording import Role
from kzhu.extract.places import PlaceMention

#: Last words of posts in a state, town, court, army or public life: told bare, they are of the text's own country.
_PUBLIC = frozenset(
    """mayor governor akim senator speaker lawmaker deputy judge justice magistrate prosecutor sheriff councillor
    legislator mp parliamentarian congressman congresswoman candidate politician inspector general colonel major
    lieutenant captain commander admiral""".split()
)
#: Leaders of these are public, too: "union leader X", "opposition leader X".
_LED = frozenset("union unions opposition party parliamentary parliament government regional police fire".split())
#: What a body is called of which a country has its own: "rector of the National University of Arts".
_NATIONAL = frozenset(
    """national state central supreme constitutional ministry parliament senate government cabinet mazhilis
    court prosecutor's prosecutor’s general's police""".split()
)


def is_public(role: Role) -> bool:
    """Whether a role that names no country is one of the country the text speaks from."""
    if role.abroad:
        return False
    words = role.text.lower().split()
    head = role.office.lower().split()
    if words[-1] in _PUBLIC or (words[-1] in {"leader", "chief"} and not _LED.isdisjoint(words)):
        return True
    return role.kind == "posts" and len(words) > len(head[:1]) and not _NATIONAL.isdisjoint(words)


def home_country(
    document: Document, places: Sequence[PlaceMention], dateline: Sequence[PlaceMention], marks: Marks, lex: Lexicon
) -> str | None:
    """The country of the dateline; else that of the first institution, country or town that the text names.

    `places` are those outside the dateline, each of one country.
    """
    if dateline:
        return dateline[0].countries[0]
    named = [(place.first, place.countries[0]) for place in places]
    named += institutions(document, marks, lex)
    return min(named)[1] if named else None


def institutions(document: Document, marks: Marks, lex: Lexicon) -> Iterator[tuple[int, str]]:
    """(token, country) of the parliaments, ministries and the like that the text names."""
    for i, (first, last, country) in marks.body_at.items():
        if i == first and country is not None and " ".join(document.words[first:last]) in lex.institutions:
            yield first, country
