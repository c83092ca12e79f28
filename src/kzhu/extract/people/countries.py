"""Whom a person speaks for, where the role does not say it."""

from __future__ import annotations

from collections import Counter

from kzhu.extract.document import Document
from kzhu.extract.people.identity import Figure, Gathering
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.runs import Marks
from kzhu.extract.people.wording import Role
from kzhu.extract.places import PlaceMention


def country_in_context(
    document: Document,
    figure: Figure,
    role: Role | None,
    told: str | None,
    gathering: Gathering,
    places: tuple[PlaceMention, ...],
    marks: Marks,
    lex: Lexicon,
) -> str | None:
    """The country of role, office, nation word or team; None where the text ties the person to none."""
    if role is not None and role.country is not None:
        return role.country
    if role is not None and role.abroad:
        return None
    direct = _beside_name(document, figure, marks)
    if direct is not None:
        return direct
    known = figure.known
    if known is not None and known.country is not None and (role is not None or known.offices or told is not None):
        return known.country
    if role is not None and _of_team(role, lex):
        return _of_text(document, figure, role, places, lex)
    if told is not None:
        return told
    kin = _of_kin(document, figure, gathering, marks, lex)
    if kin is not None:
        return kin
    if role is None or role.full and role.kind != "offices":
        return _of_side(document, figure, marks) if role is not None else None
    if role.kind == "offices" or role.text.lower() in _LOCAL:
        return _of_side(document, figure, marks) or _of_text(document, figure, role, places, lex)
    return None


#: Posts of a town or region: their country is that of the dateline or the text.
_LOCAL = frozenset("mayor governor akim senator speaker lawmaker deputy".split())


def _of_team(role: Role, lex: Lexicon) -> bool:
    return role.text.lower() in lex.team or role.office.lower() in lex.team


def _beside_name(document: Document, figure: Figure, marks: Marks) -> str | None:
    """ "France's David Gaudu", "Slovenian Tadej Pogacar", "Li Na (China)", "Li Na of China"."""
    words, lowers = document.words, document.lowers
    for run in figure.runs:
        i = run.first - 1
        if i >= run.sentence.first and words[i] in {"'s", "’s"}:
            i -= 1
        place = marks.place_at.get(i)
        if place is not None and i >= run.sentence.first and len(place.countries) == 1 and place.kind in {"country", "demonym"}:
            if place.kind == "demonym" or i < run.first - 1:
                return place.countries[0]
        i = run.last
        if i + 1 < run.sentence.last and (words[i] == "(" or lowers[i] == "of" or words[i] == ","):
            k = i + 2 if words[i] == "," and lowers[i + 1] == "of" else i + 1
            place = marks.place_at.get(k)
            if place is not None and place.kind == "country" and len(place.countries) == 1 and (words[i] != "," or k == i + 2):
                return place.countries[0]
    return None


def give_countries_told_by_people_nouns(
    document: Document, gathering: Gathering, marks: Marks, lex: Lexicon
) -> dict[int, str]:
    """Countries told by "the Slovenian", "The Belgian and the Dutchman": of whom the sentence before speaks."""
    words, lowers = document.words, document.lowers
    found: dict[int, str] = {}
    named = sorted(((run.first, number) for number, figure in enumerate(gathering.figures) for run in figure.runs))
    if not named:
        return found
    placed = {number for number, figure in enumerate(gathering.figures) if _beside_name(document, figure, marks)}
    for sentence in document.sentences:
        nouns = []
        for i in range(sentence.first, sentence.last - 1):
            place = marks.place_at.get(i + 1)
            if (
                lowers[i] == "the"
                and place is not None
                and place.first == i + 1
                and place.kind in {"demonym", "people"}
                and len(place.countries) == 1
                and (place.last >= len(words) or not words[place.last][0].isupper())
                and _stands_for_one(document, place, sentence.last)
            ):
                nouns.append((i, place.countries[0]))
        if not nouns:
            continue
        before: list[int] = []
        for first, number in reversed(named):
            if first < nouns[0][0] and number not in before and number not in placed:
                before.append(number)
            if len(before) == len(nouns):
                break
        if len(before) == len(nouns):
            for (_, code), number in zip(nouns, reversed(before), strict=True):
                found.setdefault(id(gathering.figures[number]), code)
    return found


#: What follows a nation word that stands for a person: a verb or a stop, never a noun.
_AFTER_NOUN = frozenset(
    """, . and who said was is has had won beat lost left went took finished led leads then also did came scored smiled told
    added made put got ran rode made will would who did""".split()
)


def _stands_for_one(document: Document, place: PlaceMention, stop: int) -> bool:
    last = place.last
    noun = document.words[place.first]
    if noun.endswith("s") and not noun.endswith("ss"):
        return False
    return last < stop and document.lowers[last] in _AFTER_NOUN


def _of_kin(document: Document, figure: Figure, gathering: Gathering, marks: Marks, lex: Lexicon) -> str | None:
    """The country of whose wife or son this is."""
    for run, phrase in figure.phrases:
        if phrase.kind == "kin" and phrase.owner in {"his", "her"}:
            before = [
                (mention.first, other)
                for other in gathering.figures
                if other is not figure
                for mention in other.runs
                if mention.first < run.first
            ]
            if before:
                other = max(before, key=lambda row: row[0])[1]
                for _, own in other.phrases:
                    for i in range(own.first, own.last):
                        place = marks.place_at.get(i)
                        if place is not None and len(place.countries) == 1:
                            return place.countries[0]
                return other.known.country if other.known else None
    return None


_SIDES = frozenset("delegation side team squad government party embassy ministry parliament".split())


def _of_side(document: Document, figure: Figure, marks: Marks) -> str | None:
    """ "The Kazakh delegation was headed by Minister X": the side told before the name in its sentence."""
    for run in figure.runs:
        for i in range(run.first - 1, run.sentence.first - 1, -1):
            place = marks.place_at.get(i)
            if place is not None and len(place.countries) == 1 and place.kind in {"demonym", "country"}:
                k = place.last
                if document.words[k] in {"'s", "’s"}:
                    k += 1
                if document.lowers[k] in _SIDES:
                    return place.countries[0]
    return None


def _of_text(
    document: Document, figure: Figure, role: Role, places: tuple[PlaceMention, ...], lex: Lexicon
) -> str | None:
    """The country that the sentence tells, else the one the whole text is about."""
    body = [place for place in places if len(place.countries) == 1 and document.sentence_at(place.span.start) is not None]
    if not body:
        return None
    if _of_team(role, lex):
        return body[0].countries[0]
    if role.text.lower() in _LOCAL and document.dateline is not None:
        there = [place for place in places if place.countries and place.span.overlaps(document.dateline)]
        if there:
            return there[0].countries[0]
    first = figure.runs[0]
    start = document.starts[first.first]
    here = [place for place in body if first.sentence.start <= place.span.start < start]
    if here:
        return here[-1].countries[0]
    ranks = Counter(place.countries[0] for place in body).most_common(2)
    if len(ranks) == 1 or ranks[0][1] >= 2 * ranks[1][1]:
        return ranks[0][0]
    before = [place for place in body if place.span.start < start]
    return before[-1].countries[0] if before else None
