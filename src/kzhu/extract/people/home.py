"""The country a text speaks from, and the posts that belong to it where nothing else is said."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract.document import Document
from kzhu.extract.people.ground import Ground
from kzhu.extract.people.identity import Figure
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.runs import Marks
from kzhu.extract.people.wording import Role
from kzhu.extract.places import PlaceMention

#: Last words of posts in a state, town, court, army or public life: told bare, they are of the text's own country.
_PUBLIC = frozenset(
    """prefect subprefect sub-prefect harbourmaster harbormaster stationmaster burgomaster alderman vice-mayor
    headman mayor governor akim senator speaker lawmaker deputy judge justice magistrate prosecutor sheriff councillor
    legislator mp parliamentarian congressman congresswoman candidate politician inspector general colonel major rector
    lieutenant captain commander admiral""".split()
)
#: Who heads a town, known or not.
_OF_TOWNS = frozenset(("mayor", "akim", "prefect", "burgomaster"))
_HEADS = frozenset(("leader", "leaders", "chief", "head", "chairman", "chairwoman"))
#: Leaders of these are public, too: "union leader X", "opposition leader X".
_LED = frozenset(
    """union unions opposition party parliamentary parliament government regional police fire district provincial county
    village town city council local municipal community rescue coastguard customs""".split()
)
#: What a body is called of which a country has its own: "rector of the National University of Arts".
_NATIONAL = frozenset(
    """national state central supreme constitutional ministry parliament senate government cabinet mazhilis
    court prosecutor's prosecutor’s general's police agency authority inspectorate directorate commission council
    municipality district provincial regional county customs coastguard ombudsman""".split()
)


#: What stands where the news comes from, when it has no name: "hospital director", "spokesman for the coast guard".
_LOCAL = frozenset(
    """hospital hospitals clinic school schools library museum port harbour harbor church parish
    mosque monastery zoo park reserve prison jail rescue ambulance disaster relief coast guard weather meteorological
    observatory association associations union federation chamber cooperative co-operative guild league election
    electoral emergency emergencies civil forestry fisheries water health""".split()
)


def is_public(role: Role) -> bool:
    """Whether a role that names no country is one of the country the text speaks from."""
    if role.abroad:
        return False
    words = role.text.lower().split()
    head = role.office.lower().split()
    if (
        words[-1] in _PUBLIC
        or words[0] in _OF_TOWNS
        or head[-1:] == ["master"]
        or not _PUBLIC.isdisjoint(head[-1:])
        or (not _HEADS.isdisjoint(words) and not _LED.isdisjoint(words))
    ):
        return True
    if role.kind == "posts" and len(words) > 1 and role.text[1:].islower() and not _LOCAL.isdisjoint(words):
        return True
    return role.kind == "posts" and len(words) > len(head[:1]) and not _NATIONAL.isdisjoint(words)


def seat_of(document: Document, figure: Figure, role: Role, marks: Marks, lex: Lexicon) -> str | None:
    """The country of the town in which a body has its seat: "chair of the district council in X".

    Of bodies with a name only institutes, universities and the like have one: firms have branches everywhere.
    """
    lowers, words = document.lowers, document.words
    for _, phrase in figure.phrases[:_FEW]:
        if lowers[phrase.head_last - 1] in _LEARNING or phrase.kind not in {"posts", "occupations"}:
            continue
        # Whether what has its seat there is a body without a name, or an institute.
        rooted, sure = role.kind == "posts", False
        for i in range(phrase.head_last, phrase.last - 1):
            if lowers[i] in _BRANCHES:
                break
            if words[i][0].isupper():
                sure = sure or lowers[i] in lex.facilities
                rooted = sure
            if not rooted:
                continue
            place = marks.place_at.get(i + 1 + (lowers[i + 1] == "the")) if lowers[i] in {"in", "at", "of"} else None
            if place is not None and len(place.countries) == 1 and i > phrase.head_last:
                return place.countries[0]
    return None


#: Who goes abroad to a university.
_LEARNING = frozenset("student pupil graduate undergraduate postgraduate alumnus alumna".split())
#: What a body has in other countries than its own.
_BRANCHES = frozenset("office offices branch mission embassy business operations representation subsidiary".split())


def of_match(document: Document, figure: Figure, ground: Ground, marks: Marks) -> str | None:
    """The country of who plays for the hosts or visitors, by the place of the match: "X scored for the visitors"."""
    lowers = document.lowers
    for run in figure.runs:
        for i in range(run.last, min(run.last + _PLAYED, run.stop - 2)):
            if lowers[i] != "for":
                continue
            land = marks.place_at.get(i + 1) if lowers[i - 1] in _PLAYS else None
            if land is not None and land.kind == "country":
                return land.countries[0]  # "X, who plays for Sweden"
            if lowers[i + 1] != "the":
                continue
            hosts = lowers[i + 2] in _HOSTS or lowers[i + 2 : i + 4] in {("home", "side"), ("home", "team")}
            if hosts or lowers[i + 2] in _VISITORS:
                return _host(ground) if hosts else _visitor(ground)
    return None


_PLAYS = frozenset(
    """plays played playing competes competed competing runs ran running races raced rides rode skis skied swims swam
    jumps jumped fences wrestles boxes bats bowls starts started appears appeared""".split()
)
_HOSTS = frozenset("hosts host".split())
_VISITORS = frozenset("visitors guests visiting".split())
#: How far behind a name its team may be told, in tokens.
_PLAYED = 16


def _teams(ground: Ground) -> list[str]:
    """The two countries named first: those that play each other."""
    codes = dict.fromkeys(place.countries[0] for place in ground.body if place.kind != "place")
    return list(codes)[:2]


def _host(ground: Ground) -> str | None:
    towns = [*ground.there, *(place for place in ground.body if place.kind == "place")]
    teams = _teams(ground)
    return next((place.countries[0] for place in towns if place.countries[0] in teams), None)


def _visitor(ground: Ground) -> str | None:
    teams, host = _teams(ground), _host(ground)
    return next((code for code in teams if code != host), None) if host is not None else None


def country_of_birth(document: Document, figure: Figure, marks: Marks) -> str | None:
    """As in "Born in Semey, X led the orchestra", "X was born in 1950 in Semey"."""
    lowers = document.lowers
    for run in figure.runs:
        first, i = run.floor, run.last
        if lowers[first] == "born" and run.first - first < _NEAR:
            begin, stop = first, run.first
        elif i + 1 < run.stop and "born" in lowers[i : i + 2]:
            begin, stop = i, min(i + _NEAR, run.stop)
        else:
            continue
        for k in range(begin, stop):
            place = marks.place_at.get(k)
            if place is not None and len(place.countries) == 1 and lowers[k - 1] in {"in", "near", "at"}:
                return place.countries[0]
    return None


#: How far from "born" its place may stand, in tokens.
_NEAR = 9


def country_of_firm(
    document: Document, figure: Figure, places: Sequence[PlaceMention], marks: Marks, lex: Lexicon
) -> str | None:
    """The country of an unknown body in a role: what the text tells of it elsewhere ("the Hungarian oil group X").

    A bank, university, party or other such body of which nothing is told is of the dateline's country.
    """
    words, lowers = document.words, document.lowers
    for run, phrase in figure.phrases[:_FEW]:
        if phrase.kind not in {"posts", "offices"}:
            continue
        begin = phrase.possessor[0] if phrase.possessor else phrase.first
        named = [
            i
            for i in range(begin, phrase.last)
            if words[i][0].isupper() and not phrase.head_first <= i < phrase.head_last and i not in marks.body_at
        ]
        if not named or run.floor == named[0]:
            named = named[1:]
        if not named:
            continue
        for group in _together(named):
            told = _told_of(document, group, marks)
            if told is not None:
                return told
        dateline = document.dateline
        if dateline is not None and lowers[named[-1]] in lex.facilities:
            return next(
                (p.countries[0] for p in places if p.span.overlaps(dateline) and len(p.countries) == 1),
                None,
            )
    return None


def _together(named: list[int]) -> list[list[int]]:
    """Tokens in groups that stand side by side: "Acme", "North Africa" of "Acme's head for North Africa"."""
    groups: list[list[int]] = []
    for i in named:
        if groups and groups[-1][-1] == i - 1:
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _told_of(document: Document, named: Sequence[int], marks: Marks) -> str | None:
    """The country that stands before or behind another mention of a name: "Estonian tiler X", "X, an Estonian firm"."""
    words = document.words
    name = tuple(words[i] for i in named)
    size = len(name)
    stop = min(len(words), _FAR)
    at = -1
    while True:
        try:
            at = words.index(name[0], at + 1, stop)
        except ValueError:
            return None
        if at == named[0] or words[at : at + size] != name:
            continue
        for beside in (range(at - 1, max(0, at - 6), -1), range(at + size, min(at + size + 6, len(words)))):
            for k in beside:
                if words[k] in {".", ";", ":"} or (k < at and words[k] == ","):
                    break
                place = marks.place_at.get(k)
                if place is not None and place.kind in {"demonym", "country"} and len(place.countries) == 1:
                    return place.countries[0]


#: Of how many roles of one person a body is looked for.
_FEW = 6
#: In how many tokens of a text a body's country is looked for.
_FAR = 3000
