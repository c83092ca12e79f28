"""Roles that lean on somebody or something named elsewhere: "his Slovenian counterpart", "its deputy chairman"."""

from __future__ import annotations

from bisect import bisect_right
from itertools import islice

from kzhu.extract.document import Document
from kzhu.extract.people.identity import Figure, Gathering
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.roles import Phrase
from kzhu.extract.people.runs import FUNCTION, Marks, Run, head_at
from kzhu.extract.people.wording import Role, word_role


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
        (
            (at, other)
            for at, other in islice(gathering.named_after(run.sentence.first, run.first), 50)
            if is_officer(other)
        ),
        None,
    )
    if inside is not None:
        if not _begins_with_office(document, run, inside[0], lex):
            return inside[1]
        return next(other for other in gathering.figures if is_officer(other))
    return next((other for other in islice(gathering.named_before(run.first), 50) if is_officer(other)), None)


def _begins_with_office(document: Document, run: Run, named: int, lex: Lexicon) -> bool:
    """Whether the sentence's subject is an office without its holder's name."""
    first = run.sentence.first
    if document.lowers[first] != "the":
        return False
    last = 0
    for end in range(first + 2, min(first + 6, named)):
        head = head_at(document.lowers, end, first + 1, lex)
        if head is not None and head[1] in {"offices", "posts"}:
            last = end
    return 0 < last < named - 2 and document.lowers[last] not in {"of", ","}


def word_owned(document: Document, run: Run, phrase: Phrase, lex: Lexicon, marks: Marks) -> Role | None:
    """A role with "its" or "his": what owns it stands behind it, where the sentence names a body before."""
    role = word_role(document, phrase, lex, marks)
    if role is None or phrase.owner not in {"its", "their"} or role.kind == "offices":
        return role
    body = _body_before(document, run, marks)
    if body is None:
        return role
    name, country = body
    return Role(f"{role.text} of {name}", role.kind, role.country or country, role.abroad, role.office, True)


def _body_before(document: Document, run: Run, marks: Marks) -> tuple[str, str | None] | None:
    """What "its" means: the first capitalised name that is no place in the sentence, else in those before it."""
    number = bisect_right(document.sentences, run.sentence.start, key=lambda sentence: sentence.start) - 1
    for sentence in (
        *document.sentences[number : number + 1],
        *reversed(document.sentences[max(0, number - 2) : number]),
    ):
        if sentence.paragraph != run.sentence.paragraph:
            break
        stop = min(run.first, sentence.last)
        for i in range(sentence.first, stop):
            capital = document.words[i][0].isupper() and document.lowers[i] not in FUNCTION
            if capital and (i in marks.body_at or i not in marks.place_at):
                return _body_at(document, i, stop, marks)
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
    name = " ".join(document.text[document.starts[first] : document.ends[i - 1]].split())
    if first and lowers[first - 1] == "the":
        name = f"the {name}"
    country = marks.body_at[first][2] if first in marks.body_at else None
    for k in range(first, i):
        if country is None and k in marks.place_at and len(marks.place_at[k].countries) == 1:
            country = marks.place_at[k].countries[0]
    return name, country
