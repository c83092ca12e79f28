"""Role phrases in the wording of the record, and the country that a role speaks for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kzhu.extract.document import Document
from kzhu.extract.people.behind import end_of_role, is_plural_head
from kzhu.extract.people.heads import head_at
from kzhu.extract.people.lexicon import HeadKind, Lexicon
from kzhu.extract.people.roles import Phrase
from kzhu.extract.people.runs import Marks, Run
from kzhu.extract.places import PlaceMention


# Never changed once it is made; see `Phrase`.
@dataclass(slots=True)
class Role:
    """A role as the record writes it."""

    text: str
    kind: HeadKind
    #: Country that the wording itself gives.
    country: str | None
    #: Whether the role is of a body that is no country's: "President of the European Commission".
    abroad: bool
    #: The office without its country: "President".
    office: str
    #: Whether it names more than its head: a country, a body, a field.
    full: bool


def word_role(document: Document, phrase: Phrase, lex: Lexicon, marks: Marks) -> Role | None:
    """The role that a phrase states; None for kinship and forms of address."""
    if phrase.kind in {"kin", "honorifics", "things"}:
        return None
    first, last = phrase.first, phrase.last
    lowers = document.lowers
    if phrase.head_last == first and lowers[phrase.head_first] in _LEADERS:
        country, abroad = country_of(document, first, last, marks, bodies=True)
        text = f"{_LEADERS[lowers[phrase.head_first]]} of {_cut(document, first, last)}"
        return Role(text, "posts", country, abroad, text, True)
    if phrase.head_last <= first:
        return None
    if lowers[phrase.head_last - 1] in _RELATED and _is_of_person(document, phrase, marks):
        return None
    while first < phrase.head_first and lowers[first] in {"the", "a", "an", "and", "of", "for", "to", ","}:
        first += 1
    while last > phrase.head_last and lowers[last - 1] in {"of", "and", "the", ",", "for", "–", "-", "in", "at", "to"}:
        last -= 1
    country, abroad = country_of(document, first, last, marks, bodies=phrase.kind != "occupations")
    own = marks.place_at.get(first)
    if own is not None and lowers[first].endswith("-born"):
        own = None
    ahead = first
    while (
        own is None
        and ahead < phrase.head_first - 1
        and lowers[ahead] in {"former", "then", "late", "acting", "outgoing", "new"}
    ):
        ahead += 1
        own = marks.place_at.get(ahead)
    owner: str | None = None
    before = ""
    if phrase.possessor is not None:
        p = phrase.possessor[0]
        place = marks.place_at.get(p)
        if place is not None and place.kind == "country" and place.countries:
            owner = place.countries[0]
        elif place is None or place.kind != "place":
            body = marks.body_at.get(p)
            named = document.words[p][0].isupper()
            text = _cut(document, p if named else first, last)
            nation = body[2] if body and body[2] else country
            return Role(
                text, _in_firm(phrase, lowers), nation, abroad or (body is not None and nation is None), text, named
            )
        elif place.countries:
            country = country or place.countries[0]
    if (
        owner is None
        and own is not None
        and own.kind in {"demonym", "country"}
        and len(own.countries) == 1
        and own.last <= phrase.head_first
    ):
        if phrase.kind == "offices" and _is_plain_office(document, own.last, phrase, lex, marks):
            owner = own.countries[0]
            before = _cut(document, first, own.first)
            first = own.last
        else:
            text = _cut(document, first, last)
            if not _is_contest(document, own):
                country = country or own.countries[0]
            return Role(text, phrase.kind, country, False, text, True)
    printed = _cut(document, first, last)
    text = _singular(printed, document, phrase, lex)
    end = _office_end(document, first, last, marks)
    office = printed if end == last else _cut(document, first, end)
    if owner is not None:
        if phrase.kind in {"offices", "posts"} and not _names_country(document, first, last, marks):
            # "ambassador of Hungary in Washington", not "... in Washington of Hungary"
            cut = (
                phrase.head_last if last > phrase.head_last and lowers[phrase.head_last] in {"to", "in", "at"} else last
            )
            office = _cut(document, first, cut)
            text = f"{before} {_singular(office, document, phrase, lex)} of {lex.country_names.get(owner, owner)}"
            text = f"{text} {_cut(document, cut, last)}".strip()
        return Role(text, phrase.kind, owner, False, office, True)
    full = country is not None or last > phrase.head_last
    kind = phrase.kind
    if country is None and not abroad and _is_of_named(document, phrase.head_last, last):
        kind = _in_firm(phrase, lowers)
    return Role(text, kind, country, abroad, office, full)


#: Offices of states that firms and clubs have, too.
EVERYWHERE = frozenset("president vice-president premier secretary".split())


def _in_firm(phrase: Phrase, lowers: tuple[str, ...]) -> HeadKind:
    """What the president of something that is no state is: no office, but a post."""
    return "posts" if phrase.kind == "offices" and lowers[phrase.head_last - 1] in EVERYWHERE else phrase.kind


def _is_of_named(document: Document, first: int, last: int) -> bool:
    """Whether "of" and a name stand behind a head: "president of Acme"."""
    words = document.words
    i = first + 1 + (first + 1 < last and document.lowers[first + 1] == "the")
    return i < last and document.lowers[first] == "of" and words[i][0].isupper()


#: What they are who do so: "X, who chairs the district council".
_LEADERS = {"chairs": "chair", "heads": "head"}
#: What people are to each other: with a name before "'s" no role.
_RELATED = frozenset("pupil student teacher disciple tutor mentor teammate team-mate compatriot".split())


def _is_of_person(document: Document, phrase: Phrase, marks: Marks) -> bool:
    """Whether the possessor of a phrase is a name, and no place or body."""
    if phrase.possessor is None:
        return False
    p = phrase.possessor[1] - 1
    return document.words[p][0].isupper() and p not in marks.place_at and p not in marks.body_at


def going_on(document: Document, run: Run, phrase: Phrase, role: Role, lex: Lexicon, marks: Marks) -> Role:
    """A role that goes on behind the name: "Deputy Governor X of the National Bank of Hungary"."""
    i, stop = run.last, run.stop
    if phrase.where != "before" or phrase.comma or phrase.head_last != phrase.last or role.country is not None:
        return role
    if i + 1 >= stop or document.lowers[i] != "of":
        return role
    place = marks.place_at.get(i + 1 + (document.lowers[i + 1] == "the"))
    if phrase.kind == "occupations" and place is not None and place.kind == "country" and len(place.countries) == 1:
        return replace(role, country=place.countries[0])  # "cyclist X of Norway"
    last = end_of_role(document, i + 1, min(stop, i + 12), {}, lex)
    for k in range(i + 2, last - 1):
        if document.lowers[k] == "and" and k - 1 in marks.place_at and k + 1 not in marks.place_at:
            last = k  # "X of Japan and Y of Norway"
            break
    if last <= i + 1 or not any(word[0].isupper() for word in document.words[i + 1 : last]):
        return role
    country, abroad = country_of(document, i + 1, last, marks, bodies=True)
    return replace(role, text=f"{role.text} {_cut(document, i, last)}", country=country, abroad=abroad, full=True)


def is_plural(document: Document, phrase: Phrase, lex: Lexicon) -> bool:
    """Whether the title is said of several: "Presidents"."""
    return phrase.where == "before" and is_plural_head(document.lowers[phrase.head_last - 1], lex)


def _singular(printed: str, document: Document, phrase: Phrase, lex: Lexicon) -> str:
    """The words of a role; "Presidents" before several names is "President"."""
    if not is_plural(document, phrase, lex):
        return printed
    head = document.words[phrase.head_last - 1]
    at = printed.find(head)
    return printed[: at + len(head) - 1] + printed[at + len(head) :]


def _is_plain_office(document: Document, first: int, phrase: Phrase, lex: Lexicon, marks: Marks) -> bool:
    """Whether only modifiers stand between demonym and office: not so in "Hungarian chess federation president"."""
    for i in range(first, phrase.head_first):
        if document.lowers[i] not in lex.modifiers and head_at(document.lowers, i + 1, first, lex) is None:
            return False
    return not _names_country(document, phrase.head_last, phrase.last, marks)


def _names_country(document: Document, first: int, last: int, marks: Marks) -> bool:
    lowers, place_at = document.lowers, marks.place_at
    for i in range(first, last):
        if i not in place_at:
            continue
        if place_at[i].kind == "country" and lowers[i - 1] not in {"to", "in", "with"}:
            return True
    return False


def _office_end(document: Document, first: int, last: int, marks: Marks) -> int:
    """Where " of Kazakhstan" or " of the Republic of Kazakhstan" begins at the end of a role."""
    place = marks.place_at.get(last - 1)
    if place is None or place.kind != "country" or place.last != last:
        return last
    end = place.first
    while end > first and document.lowers[end - 1] in {"of", "the", "republic", "kingdom"}:
        end -= 1
    return end if end > first else last


#: "Australian Open champion" speaks for no Australia.
_CONTESTS = frozenset("Open Cup Grand Masters League Championship Championships Games Bowl Series Tour".split())


def _is_contest(document: Document, place: PlaceMention) -> bool:
    return place.last < len(document.words) and document.words[place.last] in _CONTESTS


#: Who is sent to a country by somebody else.
_RUNNING = frozenset(
    """director manager head representative vice-president president chief officer partner executive coordinator envoy
    rapporteur adviser economist analyst correspondent""".split()
)
#: What a firm has in other countries.
_BRANCHES = frozenset("office branch bureau desk plant works factory subsidiary outpost".split())


#: Words of bodies that have no country.
_WORLD = frozenset(("european", "un", "eu", "nato", "international"))
_WORLD_BODIES = frozenset(("ECB", "IMF", "WHO"))


def country_of(document: Document, first: int, last: int, marks: Marks, *, bodies: bool) -> tuple[str | None, bool]:
    """The country that the words of a role give, and whether they name a body that has none."""
    words, lowers, known, place_at, body_at = (
        document.words,
        document.lowers,
        marks.known,
        marks.place_at,
        marks.body_at,
    )
    second: str | None = None
    abroad = False
    for i in range(first, last):
        if i not in known:
            if lowers[i] in _WORLD or words[i] in _WORLD_BODIES:
                abroad = True
            continue
        place = place_at.get(i)
        if place is not None and lowers[i].endswith("-born") and place.kind == "demonym":
            second = second or place.countries[0]  # "Hungarian-born French painter"
        elif place is not None and place.countries and (place.first == i):
            if place.kind == "place" and place.last < last and lowers[place.last] in _BRANCHES:
                second = second or place.countries[0]  # "the Nairobi office of the Estonian firm X"
                continue
            previous = lowers[i - 1] if i > first else ""
            if not bodies and place.kind == "place" and previous not in {"of", "the"}:
                continue  # "the Gyumri sculptor": where somebody lives is no side to speak for
            if previous == "the" and i - 1 > first:
                previous = lowers[i - 2]
            if previous in {"to", "in", "for", "with", "on", "against", "from"}:
                if previous != "for" or place.kind != "country" or not _RUNNING.isdisjoint(lowers[first:i]):
                    continue  # "director for Morocco": where a firm or a bank sends its people
                second = second or place.countries[0]
                continue
            if len(place.countries) == 1 and not _is_contest(document, place):
                return place.countries[0], False
        elif i in body_at and body_at[i][0] == i:
            code = body_at[i][2]
            if code is not None and bodies:
                return code, False
            abroad = code is None
        elif lowers[i] in _WORLD or words[i] in _WORLD_BODIES:
            abroad = True
    return (None, True) if abroad else (second, False)


def _cut(document: Document, first: int, last: int) -> str:
    return document.printed(first, last) if first < last else ""
