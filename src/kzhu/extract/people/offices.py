"""Which of a person's roles is the fullest, and offices that the text tells apart from their holder's name."""

from __future__ import annotations

from functools import cached_property

from kzhu.extract.document import Document
from kzhu.extract.people.ground import Ground
from kzhu.extract.people.heads import head_at
from kzhu.extract.people.identity import Figure
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.runs import Marks
from kzhu.extract.people.wording import Role
from kzhu.knowledge.entries import Office
from kzhu.names import fold
from kzhu.records import Published

_RANK = {"offices": 3, "posts": 2, "occupations": 1}
#: Offices that "head of state" may mean.
_HEADS_OF_STATE = frozenset("president king queen emir sultan emperor".split())


def fullest(roles: list[Role]) -> Role | None:
    """The role that says most: an office with its country before a bare one, the longer wording before the shorter."""
    if len(roles) < 2:
        return roles[0] if roles else None
    callings = [role for role in roles if not _is_honour(role)]
    return max(callings or roles, key=lambda role: (role.full, _RANK.get(role.kind, 0), len(fold(role.text).split())))


#: What somebody has won or been through, which is told beside what they are: "pianist X, winner of the Y Competition".
_HONOURS = frozenset(
    """winner holder laureate medallist medalist recipient graduate alumnus alumna survivor veteran fan admirer native
    finalist runner-up champion nominee""".split()
)


def _is_honour(role: Role) -> bool:
    words = role.text.lower().split()
    return role.kind == "occupations" and not _HONOURS.isdisjoint(words[:3]) and "of" in words


_NATIONAL = frozenset(("country", "demonym"))
_BEFORE = frozenset(("the", "republic", "of"))


class OfficesAlone:
    """Offices with their country that stand beside no name; looked for when first asked for, as few people need them.

    "The President of Kazakhstan conveyed ..." tells what kind of head of state the text's Tokayev is.
    """

    def __init__(self, document: Document, ground: Ground, lex: Lexicon, marks: Marks) -> None:
        self._document = document
        self._ground = ground
        self._lex = lex
        self._marks = marks

    @cached_property
    def wordings(self) -> dict[tuple[str, str], str]:
        """(office, country) -> wording."""
        document, attached, lex = self._document, self._ground.attached, self._lex
        lowers, words, heads = document.lowers, document.words, lex.heads
        found: dict[tuple[str, str], str] = {}
        for first, place in self._marks.place_at.items():
            kind = place.kind
            if kind not in _NATIONAL or place.first != first or len(place.countries) != 1 or first in attached:
                continue
            code = place.countries[0]
            office: tuple[int, int] | None = None
            if kind == "country" and first >= 2 and lowers[first - 1] in _BEFORE:
                at = first
                while at > 0 and lowers[at - 1] in _BEFORE:
                    at -= 1
                if at < first and at > 0 and lowers[at] == "of":
                    head = head_at(lowers, at, max(0, at - 4), lex)
                    if head is not None and head[1] == "offices":
                        office = (head[0], at)
            if office is None:
                at = place.last
                if at < len(words) and words[at] in {"'s", "’s"}:
                    at += 1
                elif kind == "country":
                    continue
                if heads.keys().isdisjoint(lowers[at : at + 4]):
                    continue
                for end in range(at + 1, min(at + 4, len(words)) + 1):
                    head = head_at(lowers, end, at, lex) if lowers[end - 1] in heads else None
                    if head is not None and head[1] == "offices" and head[0] == at:
                        office = (at, end)
            if office is not None:
                name = " ".join(words[office[0] : office[1]])
                found.setdefault((name.lower(), code), f"{name} of {lex.country_names.get(code, code)}")
        return found


def _only_head_of_state(role: Role | None, alone: OfficesAlone) -> Role | None:
    """As in "Head of State" in the words that the text has for its only such office."""
    if role is None or role.text.lower() != "head of state":
        return role
    held = [(key, wording) for key, wording in alone.wordings.items() if key[0] in _HEADS_OF_STATE]
    if len(held) != 1:
        return role
    (_, code), wording = held[0]
    return Role(wording, "offices", code, False, wording.split(" of ")[0], True)


def upgraded(role: Role | None, figure: Figure, alone: OfficesAlone, published: Published) -> Role | None:
    """The role with what the text says of the office elsewhere."""
    known = figure.known
    country = (role.country if role else None) or (known.country if known else None)
    if country is None:
        return _only_head_of_state(role, alone)
    if role is None:
        if known is None:
            return None
        held = {fold(office.role) for office in known.offices if _may_hold(office, published)}
        for (name, code), wording in alone.wordings.items():
            if code == country and fold(wording) in held:
                return Role(wording, "offices", code, False, name, True)
        return None
    if role.office.lower().endswith("leader") and role.country is not None and known is not None:
        # "Chinese leader Xi", and elsewhere "the Chinese President".
        return upgraded(None, figure, alone, published) or role
    if role.kind != "offices" or (role.country is not None and role.office.lower() != "head of state"):
        return role
    for (name, code), wording in alone.wordings.items():
        same = name == role.text.lower() or (role.office.lower() == "head of state" and name in _HEADS_OF_STATE)
        if code == country and same:
            return Role(wording, "offices", code, False, wording.split(" of ")[0], True)
    return role


def _may_hold(office: Office, published: Published) -> bool:
    """Whether a term can include the day of publication."""
    began, _, ended = office.term.partition("/")
    latest, earliest = published.latest or "9999", published.earliest or "0000"
    return began <= latest and (ended in {"", ".."} or ended >= earliest[: len(ended)])
