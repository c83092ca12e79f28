"""Roles that lean on somebody or something named elsewhere: "his Slovenian counterpart", "its deputy chairman"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from kzhu.extract.document import Document
from kzhu.extract.people.heads import head_at
from kzhu.extract.people.identity import Figure, Gathering
from kzhu.extract.people.lexicon import FUNCTION, Lexicon
from kzhu.extract.people.roles import Phrase
from kzhu.extract.people.runs import Marks, Run
from kzhu.extract.people.wording import EVERYWHERE, Role, word_role


def is_counterpart(document: Document, phrase: Phrase, marks: Marks) -> bool:
    """Whether a phrase gives somebody the office of somebody else: "his Malaysian opposite number"."""
    noun = document.lowers[phrase.head_last - 1]
    if noun not in _OTHERS:
        return False
    if noun == "counterpart" or (noun == "number" and document.lowers[phrase.head_last - 2] == "opposite"):
        return True
    # "His Croatian colleague": of a colleague, the country must be told.
    return noun == "colleague" and any(
        (place := marks.place_at.get(i)) is not None and place.kind == "demonym"
        for i in range(phrase.first, phrase.last)
    )


_OTHERS = frozenset(("counterpart", "number", "colleague"))


def word_counterpart(
    document: Document,
    run: Run,
    phrase: Phrase,
    figure: Figure,
    gathering: Gathering,
    roles: dict[int, list[Role]],
    lex: Lexicon,
    marks: Marks,
) -> Role | None:
    """The office of the other side: that of the sentence's subject, with the country of the counterpart."""
    country = next(
        (
            marks.place_at[i].countries[0]
            for i in range(phrase.possessor[0] if phrase.possessor else phrase.first, phrase.last)
            if i in marks.place_at and len(marks.place_at[i].countries) == 1
        ),
        None,
    )
    if country is None and figure.known is not None:
        country = figure.known.country
    subject = _subject(document, run, figure, gathering, roles, lex)
    if subject is None or country is None:
        return None
    held = max(
        (role for role in roles[id(subject)] if role.kind == "offices"), key=lambda role: len(role.office), default=None
    )
    if held is None:
        return None
    office = held.office
    return Role(f"{office} of {lex.country_names.get(country, country)}", "offices", country, False, office, True)


def _subject(
    document: Document, run: Run, figure: Figure, gathering: Gathering, roles: dict[int, list[Role]], lex: Lexicon
) -> Figure | None:
    """Who "his" is: the first in the sentence; where none stands before, the last named officer before it.

    A sentence that begins with an office alone ("The head of state also talked with ...") speaks of its holder, the
    first officer of the text.
    """

    def is_officer(other: Figure) -> bool:
        return other is not figure and any(role.kind == "offices" for role in roles[id(other)])

    inside = next(
        ((at, other) for at, other in islice(gathering.named_after(run.floor, run.first), 50) if is_officer(other)),
        None,
    )
    if inside is not None:
        if not _begins_with_office(document, run, inside[0], lex):
            return inside[1]
        return next(other for other in gathering.figures if is_officer(other))
    if not _GUESTS.isdisjoint(document.lowers[run.floor : run.first]):
        return next((other for other in gathering.figures if is_officer(other)), None)
    return next((other for other in islice(gathering.named_before(run.first), 50) if is_officer(other)), None)


#: Whom the text is about, the first officer that it names.
_GUESTS = frozenset("guest visitor host".split())


def _begins_with_office(document: Document, run: Run, named: int, lex: Lexicon) -> bool:
    """Whether the sentence's subject is an office without its holder's name."""
    first = run.floor
    if document.lowers[first] != "the":
        return False
    last = 0
    for end in range(first + 2, min(first + 6, named)):
        head = head_at(document.lowers, end, first + 1, lex)
        if head is not None and head[1] in {"offices", "posts"}:
            last = end
    return 0 < last < named - 2 and document.lowers[last] not in {"of", ","}


def word_owned(
    document: Document, run: Run, phrase: Phrase, gathering: Gathering, lex: Lexicon, marks: Marks
) -> Role | None:
    """A role with "its" or "his": what owns it stands behind it, where the text names a body just before."""
    role = word_role(document, phrase, lex, marks)
    if (
        role is None
        or phrase.owner not in {"its", "their", "whose"}
        or (role.kind == "offices" and document.lowers[phrase.head_last - 1] not in EVERYWHERE)
    ):
        return role
    return _of_body(role, _body_before(document, run, gathering, lex, marks))


#: What a firm or team is called when it has been named before: "the company's director".
_FIRMS = frozenset(
    """company firm group carrier airline carmaker producer maker operator manufacturer supplier developer retailer
    club team side agency organisation organization""".split()
)


def word_of_body_told(
    document: Document, run: Run, phrase: Phrase, gathering: Gathering, lex: Lexicon, marks: Marks
) -> Role | None:
    """As in "the library's director" after "the National Library": the body as it was named before."""
    if phrase.possessor is None or (
        phrase.kind == "offices" and document.lowers[phrase.head_last - 1] not in EVERYWHERE
    ):
        return None
    at = phrase.possessor[1] - 1
    noun = document.lowers[at]
    if document.words[at] != noun or at in marks.place_at:
        return None
    role = word_role(document, phrase, lex, marks)
    if role is None:
        return None
    body = _body_called(document, noun, at, marks)
    if body is None and (noun in _FIRMS or noun.endswith("maker")):
        body = _body_before(document, run, gathering, lex, marks)
    return _of_body(role, body)


def _of_body(role: Role, body: tuple[str, str | None] | None) -> Role:
    if body is None:
        return role
    name, country = body
    return Role(f"{role.text} of {name}", role.kind, role.country or country, role.abroad, role.office, True)


#: How many tokens before "the library's director" the library may be named.
_BACK = 400


def _body_called(document: Document, noun: str, before: int, marks: Marks) -> tuple[str, str | None] | None:
    """The body named last before a token whose name has a noun in it: "the National Library", "Library of X"."""
    words, lowers = document.words, document.lowers
    for i in range(before - 1, max(0, before - _BACK), -1):
        if lowers[i] != noun or not words[i][0].isupper():
            continue
        first = i
        while first > 0 and words[first - 1][0].isupper() and lowers[first - 1] not in FUNCTION:
            first -= 1
        if first < i or (i + 1 < before and lowers[i + 1] in {"of", "for"}):
            return _body_at(document, first, before, marks)
    return None


def _body_before(
    document: Document, run: Run, gathering: Gathering, lex: Lexicon, marks: Marks
) -> tuple[str, str | None] | None:
    """What "its" means: the first body that the sentence names, else one in those before it."""
    number = bisect_right(document.sentences, run.floor, key=lambda sentence: sentence.first) - 1
    paragraph = document.sentences[number].paragraph
    for sentence in (
        *document.sentences[number : number + 1],
        *reversed(document.sentences[max(0, number - 3) : number]),
    ):
        stop = min(run.first, sentence.last)
        if sentence.paragraph != paragraph:
            # Of another paragraph only what is known to be a body.
            if number - 2 > 0 and sentence is document.sentences[number - 3]:
                break
            known = next((i for i in range(sentence.first, stop) if i in marks.body_at), None)
            if known is not None:
                return _body_at(document, known, stop, marks)
            continue
        first = _name_of_body(document, sentence.first, stop, gathering, lex, marks)
        if first is not None:
            return _body_at(document, first, stop, marks)
    return None


_QUOTES = frozenset('"“”«»')


def _name_of_body(
    document: Document, start: int, stop: int, gathering: Gathering, lex: Lexicon, marks: Marks
) -> int | None:
    """Where the name of a body begins among some tokens."""
    words, lowers = document.words, document.lowers
    known = next((i for i in range(start, stop) if i in marks.body_at), None)
    if known is not None:
        return known
    named = {at + k for at, figure in gathering.named_after(start, stop) for k in range(len(figure.words))}
    spoken = False
    for i in range(start, stop):
        if words[i] in _QUOTES:
            spoken = not spoken
        if spoken or not words[i][0].isupper() or lowers[i] in FUNCTION or i in named or i in marks.place_at:
            continue
        # "November", "Yes": a word that is no name by itself.
        if lowers[i] in lex.plain and not (i + 1 < stop and words[i + 1][0].isupper()):
            continue
        return i
    return None


def _body_at(document: Document, first: int, stop: int, marks: Marks) -> tuple[str, str | None]:
    """The name of a body that begins at a token, "of ..." included, and its country."""
    words, lowers = document.words, document.lowers
    i = first
    while i < stop and (
        words[i][0].isupper()
        or (lowers[i] in {"of", "for"} and i + 1 < stop and (words[i + 1][0].isupper() or lowers[i + 1] == "the"))
        or (lowers[i] == "the" and lowers[i - 1] in {"of", "for"})
    ):
        i += 1
    if first in marks.body_at:
        i = max(i, marks.body_at[first][1])
    name = document.printed(first, i)
    if first and lowers[first - 1] == "the":
        name = f"the {name}"
    country = marks.body_at[first][2] if first in marks.body_at else _nation_before(document, first, marks)
    for k in range(first, i):
        if country is None and k in marks.place_at and len(marks.place_at[k].countries) == 1:
            country = marks.place_at[k].countries[0]
    return name, country


def _nation_before(document: Document, first: int, marks: Marks) -> str | None:
    """As in "the Chilean shipping firm X"."""
    for i in range(first - 1, max(0, first - 6), -1):
        if document.words[i] in {"'s", "’s"} and i == first - 1:
            continue  # "Kenya's Acme"
        if not document.words[i].isalpha():
            return None
        place = marks.place_at.get(i)
        if place is not None:
            owner = place.kind == "country" and place.last == first - 1
            return place.countries[0] if (place.kind == "demonym" or owner) and len(place.countries) == 1 else None
    return None
