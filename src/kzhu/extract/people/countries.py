"""Whom a person speaks for, where the role does not say it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby, islice

from kzhu.extract.document import Document
from kzhu.extract.people.ground import Ground
from kzhu.extract.people.home import country_of_birth, country_of_firm, is_public, of_match, seat_of
from kzhu.extract.people.identity import Figure, Gathering
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.runs import Marks, Run
from kzhu.extract.people.wording import Role
from kzhu.extract.places import PlaceMention


def country_in_context(
    document: Document,
    figure: Figure,
    role: Role | None,
    told: str | None,
    ground: Ground,
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
    matched = of_match(document, figure, ground, marks)
    if matched is not None:
        return matched
    known = figure.known
    if known is not None and known.country is None and known.offices:
        return None  # who speaks for an international body
    if known is not None and known.country is not None and (role is not None or known.offices or told is not None):
        return known.country
    if role is not None and _of_team(role, lex):
        if any(phrase.owner in {"his", "her"} for _, phrase in figure.phrases):
            return None  # "her trainer X": of her country
        side = _of_side(document, figure, marks)
        if side is not None:
            return side
        return _of_text(document, figure, role, ground, lex)
    told = told or _apposed(document, figure, marks)
    if told is not None:
        return told
    family = _of_family(figure, ground.families)
    if family is not None:
        return family
    if role is None:
        opens = document.lowers[figure.runs[0].floor] in {"on", "for", "from"}
        behind = document.lowers[figure.runs[0].last] in {"for", "on", "from"}
        return _of_side(document, figure, marks) if opens or behind else None
    side = _of_side(document, figure, marks) or seat_of(document, figure, role, marks, lex)
    if side is not None:
        return side
    if role.kind == "offices" or is_public(role):
        return _of_text(document, figure, role, ground, lex)
    if role.abroad:
        return None
    if role.kind == "posts" and not role.full:
        return _of_subject(document, figure, marks)
    return country_of_firm(document, figure, ground.places, marks, lex) or country_of_birth(document, figure, marks)


def _of_family(figure: Figure, families: dict[str, set[str]]) -> str | None:
    """The country of another person with the same family name, whose own words tell it: President X, First Lady Y X."""
    countries = families.get(figure.words[-1], set()) if len(figure.words) > 1 else set()
    return next(iter(countries)) if len(countries) == 1 else None


def _of_subject(document: Document, figure: Figure, marks: Marks) -> str | None:
    """The country of the firm that its sentence begins with: "X raised its prices, chief executive Y said"."""
    run, phrase = figure.phrases[0]
    first = run.floor
    body = marks.body_at.get(first + (document.lowers[first] == "the"))
    return body[2] if body is not None and body[1] <= phrase.first else None


def _of_team(role: Role, lex: Lexicon) -> bool:
    return role.text.lower() in lex.team or role.office.lower() in lex.team


def _beside_name(document: Document, figure: Figure, marks: Marks) -> str | None:
    """As in "France's David Gaudu", "the Swede Nils Ek", "Li Na (China)", "Li Na of China", "For China, Li Na"."""
    words, lowers = document.words, document.lowers
    for run in figure.runs:
        place = marks.place_at.get(run.floor + 1) if lowers[run.floor] == "for" else None
        if place is not None and place.kind == "country" and len(place.countries) == 1 and words[place.last] == ",":
            return place.countries[0]
        i = run.first - 1
        if i >= run.floor and words[i] in {"'s", "’s"}:
            i -= 1
        place = marks.place_at.get(i)
        if (
            place is not None
            and i >= run.floor
            and len(place.countries) == 1
            and place.kind in {"country", "demonym", "people"}
        ) and (place.kind != "country" or i < run.first - 1):
            return place.countries[0]
        i = run.last
        if i + 1 < run.stop and (words[i] == "(" or lowers[i] in {"of", "from"} or words[i] == ","):
            k = i + 2 if words[i] == "," and lowers[i + 1] == "of" else i + 1
            named = k
            if lowers[k - 1] in {"of", "from"} and lowers[k] == "the":
                k += 1
            place = marks.place_at.get(k)
            if (
                place is not None
                and (place.kind == "country" or (k > i + 1 and place.kind == "demonym"))
                and len(place.countries) == 1
                and (words[i] != "," or named == i + 2)
            ):
                return place.countries[0]
            if lowers[i] == "of" and (code := _of_body(document, i + 1, run.stop, marks)) is not None:
                return code
    return None


def _apposed(document: Document, figure: Figure, marks: Marks) -> str | None:
    """As in "Nils Ek, a Swede, won", "Petra Novak, the Slovak, rests"."""
    words, lowers = document.words, document.lowers
    for run in figure.runs:
        i = run.last
        if i + 3 < run.stop and words[i] == "," and lowers[i + 1] in {"a", "an", "the"}:
            place = marks.place_at.get(i + 2)
            if place is not None and place.kind in {"demonym", "people"} and words[place.last] in {",", ".", "who"}:
                return place.countries[0]
    return None


def _of_body(document: Document, first: int, stop: int, marks: Marks) -> str | None:
    """The country of a body named behind "of": "said Li Na of the University of Bergen"."""
    i = first + (document.lowers[first] == "the")
    if i in marks.body_at:
        return marks.body_at[i][2]
    begin = i
    while i < min(stop, first + _BODY) and (
        document.words[i][0].isupper() or document.lowers[i] in {"of", "the", "and"}
    ):
        place = marks.place_at.get(i)
        if i > begin and place is not None and len(place.countries) == 1:
            return place.countries[0]
        i += 1
    return None


#: The name of a body is not longer, in tokens.
_BODY = 9


def give_countries_told_by_people_nouns(document: Document, gathering: Gathering, marks: Marks) -> dict[int, str]:
    """Countries told by "the Slovenian", "The Belgian and the Dutchman": of whom the sentence before speaks."""
    words, lowers = document.words, document.lowers
    found: dict[int, str] = {}
    if not gathering.figures:
        return found
    nouns: list[tuple[int, int, str]] = []
    place_at = marks.place_at
    for i in [i for i in place_at if lowers[i - 1] == "the"]:
        place = place_at[i]
        if (
            i > 0
            and place.first == i
            and place.kind in {"demonym", "people"}
            and len(place.countries) == 1
            and _stands_for_one(document, place, len(words))
        ):
            sentence = document.sentence_at(place.span.start)
            if sentence is not None:
                nouns.append((sentence.first, i, place.countries[0]))
    if not nouns:
        return found
    for _, i, code in nouns:
        # "the Norwegian, X": who follows is meant
        last = marks.place_at[i].last
        if words[last] == ",":
            found.update((id(figure), code) for _, figure in gathering.named_after(last + 1, last + 2))
    nouns = [noun for noun in nouns if not _names_behind(noun[1], words, gathering, marks)]
    placed = dict(found)
    for figure in gathering.figures:
        beside = _beside_name(document, figure, marks)
        if beside is not None:
            placed[id(figure)] = beside
    for _, group in groupby(sorted(nouns), key=lambda noun: noun[0]):
        codes = [(i, code) for _, i, code in group]
        before: list[Figure] = []
        # "the Briton" after "Britain's X": X is meant, and nobody else.
        near = {placed.get(id(figure)) for figure in islice(gathering.named_before(codes[0][0]), 4)}
        codes = [(i, code) for i, code in codes if code not in near]
        if not codes:
            continue
        for figure in islice(gathering.named_before(codes[0][0]), 50):
            if figure not in before and id(figure) not in placed:
                before.append(figure)
            if len(before) == len(codes):
                break
        # Two nation words stand for the two who were named side by side.
        if len(before) == len(codes):
            for (_, code), figure in zip(codes, reversed(before), strict=True):
                found.setdefault(id(figure), code)
    return found


def _names_behind(noun: int, words: tuple[str, ...], gathering: Gathering, marks: Marks) -> bool:
    """Whether a name follows a nation word and a comma."""
    last = marks.place_at[noun].last
    return words[last] == "," and next(gathering.named_after(last + 1, last + 2), None) is not None


#: What follows a nation word that stands for a person: a verb or a stop, never a noun.
_AFTER_NOUN = frozenset(
    """, . and who said was is has had won beat lost left went took finished led leads then also did came scored smiled
    told added made put got ran rode made will would who did does could can may might should must had kept held sat
    stood fell rose threw shot swam flew drove broke drew ran knew thought felt spoke wrote sang gave caught brought
    bought sought fought taught chose wore tore bore swore grew blew threw shook woke spent sent paid laid stayed
    never still now also often always soon later again not has""".split()
)


def _stands_for_one(document: Document, place: PlaceMention, stop: int) -> bool:
    last = place.last
    noun = document.words[place.first]
    if last >= stop or (noun.endswith("s") and not noun.endswith("ss")):
        return False
    follows = document.lowers[last]
    return (
        follows in _AFTER_NOUN
        or follows in {"'s", "’s"}
        or (follows.endswith("ed") and document.words[last] == follows and len(follows) > 4)
    )


def country_of_patron(
    document: Document, figure: Figure, role: Role | None, gathering: Gathering, told: dict[int, str | None]
) -> str | None:
    """The country of whose wife or spokesman this is: "his wife X", "Duda's wife X", "spokesman for President Y".

    Whoever is replaced by somebody speaks for the same country, too: "He replaces X".
    """
    for run in figure.runs:
        if _is_replaced(document, run):
            heir = _first_other(figure, gathering.named_before(run.first))
            if heir is not None and told.get(id(heir)) is not None:
                return told[id(heir)]
    for run, phrase in figure.phrases:
        kin = phrase.kind == "kin"
        if not kin and (role is None or role.country is not None):
            continue
        first = phrase.possessor[0] if phrase.possessor else phrase.first
        patron = _first_other(figure, (other for _, other in gathering.named_after(first, phrase.last)))
        if patron is None and phrase.owner in {"his", "her"}:
            patron = _first_other(figure, gathering.named_before(run.first))
        if patron is not None:
            country = told.get(id(patron)) or (patron.known.country if patron.known else None)
            if country is not None:
                return country
    return None


_REPLACED = frozenset("replaces replaced replacing succeeds succeeded succeeding".split())


def _is_replaced(document: Document, run: Run) -> bool:
    """Whether a verb directly before a name, its title aside, tells that somebody else takes the place."""
    i = run.begin - 1 if run.begin < run.first else run.first - 1
    return i >= run.floor and document.lowers[i] in _REPLACED


def _first_other(figure: Figure, named: Iterable[Figure]) -> Figure | None:
    return next((other for other in islice(named, 50) if other is not figure), None)


#: How many tokens before a name its side may be told.
_FAR = 40
#: How many tokens behind it.
_SIDE = 14
_SIDES = frozenset("delegation side team squad government party embassy ministry parliament".split())


def _of_side(document: Document, figure: Figure, marks: Marks) -> str | None:
    """As in "The Kazakh delegation was headed by Minister X": the side told before the name in its sentence."""
    lowers = document.lowers
    sided = "side" in document.vocabulary
    for run in figure.runs:
        stop = run.stop
        # "X, chairwoman of the council on the Estonian side"
        for i in range(run.last, min(stop - 3, run.last + _SIDE)) if sided else ():
            if lowers[i] in {"on", "from", "for"} and lowers[i + 1] == "the" and lowers[i + 3] == "side":
                place = marks.place_at.get(i + 2)
                if place is not None and len(place.countries) == 1:
                    return place.countries[0]
        before = range(run.first - 1, max(run.floor, run.first - _FAR) - 1, -1)
        for i in [i for i in before if i in marks.place_at]:
            place = marks.place_at[i]
            if i - 2 > run.floor and lowers[i - 1] == "the" and lowers[i - 2] in {"on", "for", "from"}:
                continue  # told of whoever stands before it
            if len(place.countries) == 1 and place.kind in {"demonym", "country"}:
                k = place.last
                if document.words[k] in {"'s", "’s"}:
                    k += 1
                if document.lowers[k] in _SIDES:
                    return place.countries[0]
    return None


#: Whoever holds one of these speaks for another country than the one the news comes from.
_ABROAD = ("ambassador", "consul", "consul general", "envoy", "attaché", "attache", "chargé d'affaires")


def _of_text(
    document: Document,
    figure: Figure,
    role: Role,
    ground: Ground,
    lex: Lexicon,
) -> str | None:
    """The country that the sentence tells, else that of the dateline, else the one the whole text is about."""
    there, body = ground.there, ground.body
    if _of_team(role, lex):
        return next((place.countries[0] for place in body if place.kind != "place"), None)
    host = there[0].countries[0] if there and role.office.lower().endswith(_ABROAD) else None
    if is_public(role):
        return ground.first(host)
    if host is not None:
        there = []
    first = figure.runs[0]
    here = [
        place
        for place in body[bisect_left(body, first.floor, key=_first) : bisect_left(body, first.first, key=_first)]
        if place.countries[0] != host and not _is_quoted(document, place.first, first)
    ]
    if here:
        # "India and Japan signed ..., Union Minister X said": the minister is of the country the news comes from.
        home = [place for place in here if there and place.countries == there[0].countries]
        return (home or here)[-1].countries[0]
    most = ground.most(host)
    if most is not None or there:
        return most or there[0].countries[0]
    before = [
        (place.first, place.countries[0])
        for place in body[: bisect_left(body, first.first, key=_first)]
        if place.countries[0] != host
    ]
    before += [(at, code) for at, code in ground.institutions if at < first.first]
    return max(before)[1] if before else None


def _first(place: PlaceMention) -> int:
    return place.first


def _is_quoted(document: Document, token: int, run: Run) -> bool:
    """Whether a token before a name stands in words that somebody speaks: the countries there are others'."""
    opened = sum(word in _QUOTES for word in document.words[run.floor : token])
    return opened % 2 == 1


_QUOTES = frozenset('"“”«»„')
