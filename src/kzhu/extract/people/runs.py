"""Runs of capitalised words that may be names, cut free of titles, places and bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kzhu.extract.document import Document
from kzhu.extract.people.facilities import BORNE, is_facility
from kzhu.extract.people.heads import is_given, past_titles
from kzhu.extract.people.lexicon import HeadKind, Lexicon, fold_word
from kzhu.extract.people.looks import of_name
from kzhu.extract.people.stretches import (
    CAPITAL,
    GOES,
    LOUD,
    NOTHING,
    NUMERALS,
    PARTICLES,
    POINT,
    end_of_stretch,
    is_initial,
)
from kzhu.extract.places import PlaceMention

#: More words than this are no name.
_LONGEST = 7
#: Nor are so many tokens, points of initials counted.
_MOST_TOKENS = _LONGEST + 3


@dataclass(slots=True)
class Run:
    """Tokens [first, last) that may be a name."""

    first: int
    last: int
    #: Tokens [floor, stop) of its sentence.
    floor: int
    stop: int
    #: The kind of title that stands directly before it inside the run of capitals or just before that.
    title: HeadKind | None = None
    #: First token of the capitalised stretch it stands in, titles included.
    begin: int = 0
    #: Folded words, particles included.
    words: tuple[str, ...] = ()
    #: Those that tell people apart; see `kzhu.extract.people.identity`.
    own: tuple[str, ...] = ()
    #: What its words alone say for a person.
    look: float = 0.0
    #: The name of a street, prize or body, not the person.
    facility: bool = False


class Marks:
    """What each token is known to be: place, body; looked up by the other modules."""

    __slots__ = ("body_at", "known", "place_at")

    def __init__(self, document: Document, places: Sequence[PlaceMention], lex: Lexicon) -> None:
        #: Token -> the place that it is a word of, the first where two lie across each other.
        self.place_at: dict[int, PlaceMention] = {place.first: place for place in places}
        for place in reversed([place for place in places if place.last - place.first > 1]):
            self.place_at.update(dict.fromkeys(range(place.first, place.last), place))
        #: Token -> (first, last, country) of a known body.
        self.body_at: dict[int, tuple[int, int, str | None]] = {}
        body_at = self.body_at
        for first, last, values in lex.bodies.hits(document.words, document.bodies):
            body = (first, last, values[0])
            i = first
            while i < last:
                body_at[i] = body
                i += 1
        #: All tokens of places and bodies.
        self.known: set[int] = {*self.place_at, *body_at}


def find_runs(document: Document, marks: Marks, lex: Lexicon) -> list[Run]:
    """Every run that may be a name, in order of the text, those of streets and bodies marked as such."""
    words, lowers, never, goes = document.words, document.lowers, lex.never, GOES
    known, sentences = marks.known, document.sentences
    stops = [sentence.last for sentence in sentences]
    found: list[Run] = []
    k = last = floor = stop = 0
    shouted: bool | None = None
    for first, goes_on in _begins(document, known, stops[-1] if stops else 0, lex):
        if first < last:
            continue
        if first >= stop:
            while (stop := stops[k]) <= first:
                k += 1
            floor, shouted = sentences[k].first, None
        if first < floor:
            continue
        loud = goes[words[first]] == LOUD
        if loud:
            if shouted is None:
                shouted = document.text[sentences[k].start : sentences[k].end].isupper()
            if shouted:
                continue
        # Newlines inside a name are a broken line; a paragraph's end never stands inside a sentence.
        behind = last = first + 1
        parted = loud or first in known
        kind = goes_on if last < stop else NOTHING
        while kind >= CAPITAL:
            parted = parted or kind == LOUD or last in known
            last += 1
            kind = goes[words[last]] if last < stop else NOTHING
        if kind and (kind != POINT or is_initial(words[last - 1])):
            last, parted = end_of_stretch(document, last, stop), True
        if last == behind:
            if (goes_on and (lowers[first] in never or first in known)) or (loud and _is_acronym(words[first])):
                continue
            run = _run(document, floor, stop, first, first, last, None, lex)
        elif parted and (cuts := _cuts(words, first, last, known)):
            found += _names_in(document, floor, stop, first, last, cuts, marks, lex)
            continue
        else:
            run = _freed(document, floor, stop, first, last, lex)
        if run is not None:
            found.append(run)
    return found


def _begins(document: Document, known: set[int], end: int, lex: Lexicon) -> list[tuple[int, int]]:
    """Tokens before `end` at which a run may begin, and how a stretch goes on with the next one.

    They are capitals with which one may go on, and those that are nothing else yet.
    """
    words, lowers, capitals, goes, never = document.words, document.lowers, document.capitals, GOES, lex.never
    if capitals and capitals[-1] >= end:
        capitals = capitals[: bisect_left(capitals, end)]
    if capitals and capitals[-1] + 1 == len(words):
        words = (*words, "")
    return [(i, kind) for i in capitals if (kind := goes[words[i + 1]]) or (lowers[i] not in never and i not in known)]


def _cuts(words: Sequence[str], first: int, last: int, known: set[int]) -> list[int]:
    """Where in a stretch its words are of a place or body, or in capitals."""
    return [i for i in range(first, last) if i in known or words[i].isupper()]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word not in NUMERALS


def _names_in(
    document: Document, floor: int, stop: int, first: int, last: int, cuts: Iterable[int], marks: Marks, lex: Lexicon
) -> list[Run]:
    """The names in a stretch of capitals, cut at places, bodies and acronyms where these are no names, freed of titles.

    `cuts`: where these stand.
    """
    words = document.words
    place_at, body_at = marks.place_at, marks.body_at
    start = first
    pieces: list[tuple[int, int]] = []
    for i in cuts:
        if i < start:
            continue
        cut = 0
        if (
            i in body_at
            and ((body := body_at[i])[1] - body[0] > 1 or not _is_name_here(words, i, start, lex))
            and not _is_of_flesh(document, body, lex)
        ):
            cut = body[1] - i
        elif i in place_at:
            place = place_at[i]
            cut = 0 if _place_is_name(document, i, start, last, place, lex) else place.last - i
        elif _is_acronym(words[i]):
            # An acronym; but "Viktor ORBÁN" is a name.
            cut = 0 if len(words[i]) > 3 and i > start and is_given(words[i - 1], lex) else 1
        if cut:
            if start < i:
                pieces.append((start, i))
            start = i + cut
    if start < last:
        pieces.append((start, last))
    found = []
    for piece_first, piece_last in pieces:
        run = _freed(document, floor, stop, piece_first, piece_last, lex)
        if run is not None:
            run.begin = first
            found.append(run)
    return found


def _is_of_flesh(document: Document, body: tuple[int, int, str | None], lex: Lexicon) -> bool:
    """Whether the name of a firm is its founder's here: "Gedeon Richter's grave", "a portrait of Gedeon Richter"."""
    words, lowers = document.words, document.lowers
    first, last, _ = body
    if last - first < 2 or not is_given(words[first], lex, strong=True):
        return False
    if last + 1 < len(words) and lowers[last] in {"'s", "’s"} and lowers[last + 1] in lex.relics:
        return True
    return first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in lex.relics


def _is_name_here(words: Sequence[str], i: int, start: int, lex: Lexicon) -> bool:
    """Whether a word that also names a firm is part of a name: a given name, or what follows one."""
    return is_given(words[i], lex, strong=True) or (i > start and is_given(words[i - 1], lex, strong=True))


def _place_is_name(document: Document, i: int, start: int, last: int, place: PlaceMention, lex: Lexicon) -> bool:
    """Whether a word that is also a place is part of a name here: Michael Jordan, Jordan Henderson, Jack London."""
    words = document.words
    if place.last - place.first > 1 and place.kind != "demonym":
        return False
    led = i == start or (i == start + 1 and document.lowers[start] in _OF)
    if place.kind == "country" and led and i + 1 < last and is_given(words[i + 1], lex, strong=True):
        # "Minister of Culture of Georgia Zurab X": the given name comes behind the country.
        return document.lowers[i - 1] not in _OF if i else True
    if i > start and (is_given(words[i - 1], lex, strong=True) or words[i - 1] in PARTICLES):
        # "Katalin Hungary": a given name, then the name of a country, is a family name only at the end.
        return i + 1 == last or words[i - 1] in PARTICLES or is_given(words[i], lex)
    return is_given(words[i], lex) and i + 1 < last and (i + 1) != place.last - 1 and place.kind != "demonym"


_OF = frozenset("of in from to for with against over".split())


def _freed(document: Document, floor: int, stop: int, first: int, last: int, lex: Lexicon) -> Run | None:
    """A piece of a stretch without the titles before the name; None where nothing is left."""
    words, lowers = document.words, document.lowers
    skipped, title, size, folded, own, look, bearing = _piece(words[first:last], lex)
    if skipped < 0:
        return None
    start = first + skipped
    if start > floor and lowers[start - 1] in _LEANING:
        # What stands before the name may belong to it, or the name's first words to that.
        if lowers[start - 1] in _AFTER_OFFICE:
            begin = _past_strangers(document, floor, start, last, lex)
        else:
            begin = -1 if start == first else start
        if begin != start:
            return _run(document, floor, stop, first, max(begin, start), last, title, lex)
    if not folded or (size == 1 and words[start] in _NAMED and _is_month(words, start)):
        return None
    run = Run(start, start + size, floor, stop, title, first, folded, own, look)
    if bearing or ((end := run.last) < len(words) and words[end] in BORNE):
        run.facility = is_facility(document, run, lex)
    return run


#: What the words of a name alone tell: the same folded, none where it is no name; those that tell people apart; what
#: speaks for a person; whether it has a word of what bears names.
_Name = tuple[tuple[str, ...], tuple[str, ...], float, bool]
_NO_NAME: _Name = ((), (), 0.0, False)


@lru_cache(maxsize=1 << 14)
def _name(printed: tuple[str, ...], lex: Lexicon) -> _Name:
    """What the words of a name alone tell; texts name the same people again and again."""
    lowers = [word.lower() for word in printed]
    if len(printed) == 1 and _is_plain_word(lowers[0], lex):
        return _NO_NAME
    folded, own = _folded(printed)
    bearing = not lex.facilities.isdisjoint(lowers) or lowers[0] in lex.places_before
    return (folded, own, of_name(printed, lex), bearing) if folded else _NO_NAME


@lru_cache(maxsize=1 << 14)
def _piece(
    printed: tuple[str, ...], lex: Lexicon
) -> tuple[int, HeadKind | None, int, tuple[str, ...], tuple[str, ...], float, bool]:
    """What the words of a piece of a stretch alone tell.

    How many of its tokens are titles, -1 where no person is meant, and of what kind; how many tokens the name has; and
    what the name tells.
    """
    start, title = past_titles(printed, lex)
    end = len(printed)
    while end > start + 1 and (printed[end - 1] == "." or printed[end - 1] in PARTICLES):
        end -= 1
    size = end - start
    fits = 0 <= start < end and size <= _MOST_TOKENS
    return start, title, size, *(_name(printed[start:end], lex) if fits else _NO_NAME)


def _run(
    document: Document, floor: int, stop: int, first: int, start: int, last: int, title: HeadKind | None, lex: Lexicon
) -> Run | None:
    """The run of tokens [start, last) of a piece that begins at `first`, with the particles before it."""
    words = document.words
    while start == first and start > floor and words[start - 1] in PARTICLES and words[start - 1] not in {"y", "und"}:
        start = first = start - 1
    end = last
    while end > start + 1 and ((word := words[end - 1]) == "." or word in PARTICLES):
        end -= 1
    if start >= end or end - start > _MOST_TOKENS:
        return None
    folded, own, look, bearing = _name(words[start:end], lex)
    if not folded or (end - start == 1 and words[start] in _NAMED and _is_month(words, start)):
        return None
    run = Run(start, end, floor, stop, title, first, folded, own, look)
    if bearing or (end < len(words) and words[end] in BORNE):
        run.facility = is_facility(document, run, lex)
    return run


def _past_strangers(document: Document, floor: int, start: int, last: int, lex: Lexicon) -> int:
    """Where a name begins behind words that are none: "[Exchequer] Kenneth Clarke", "[Integration] Serik Omarov".

    Not so where the family name comes first: "Nagy Eszter Mária", "Karimova Aigul Serikovna".
    """
    words = document.words
    p = start
    while p + 1 < last and document.lowers[p] in lex.portfolios and last - p > 1:
        p += 1
    if p > start and _in_portfolio(document, floor, start):
        return p  # "Minister of Energy and Mines X"
    if (
        last - start < 3
        or is_given(words[last - 1], lex, strong=True)
        or document.lowers[last - 1].endswith(_PATRONYMIC)
    ):
        return start
    for p in range(start + 1, last - 1):
        before = words[start:p]
        if any(
            is_given(word, lex) or len(word) < 3 or word in PARTICLES or fold_word(word) in lex.family_first
            for word in before
        ):
            return start
        if is_given(words[p], lex, strong=True):
            return p
    return start


def _in_portfolio(document: Document, floor: int, start: int) -> bool:
    """Whether a word belongs to what a minister is in charge of: "Minister of Energy and [Mines]"."""
    lowers = document.lowers
    for i in range(start - 1, max(floor, start - 9) - 1, -1):
        if lowers[i] in _OFFICERS:
            return True
        if not (lowers[i] in {"of", "and", "for", "the", ",", "&"} or document.words[i][0].isupper()):
            return False
    return False


#: What may stand between a minister and the name, behind which words of the ministry follow.
_AFTER_OFFICE = frozenset(("of", "and", "for", "the", "&"))
_LEANING = _AFTER_OFFICE | PARTICLES
_OFFICERS = frozenset(
    """minister ministers vice-minister secretary undersecretary commissioner director deputy-minister head
    secretary-general department ministry committee""".split()
)
_PATRONYMIC = ("ovich", "evich", "ovna", "evna", "uly", "kyzy", "ovych", "ivna")


def _folded(printed: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded words of a name, and those that tell people apart; none where they are but initials."""
    folded = tuple([fold_word(word) for word in printed if word != "."])
    if not folded or (len(folded[0]) < 2 and max(map(len, folded)) < 2):
        return (), ()
    # Most names have neither particles nor numerals: all their words tell people apart.
    return folded, folded if PARTICLES.isdisjoint(printed) and NUMERALS.isdisjoint(printed) else ()


def _is_month(words: Sequence[str], i: int) -> bool:
    """Whether a number beside a month's name shows that it is one: "23 May", "March 2022"."""
    return (
        (i > 0 and words[i - 1][0].isdigit())
        or (i + 1 < len(words) and words[i + 1][0].isdigit())
        or (
            i > 0
            and words[i - 1]
            in {"In", "in", "by", "By", "since", "until", "last", "this", "next", "of", "late", "early", "mid"}
        )
    )


#: Months that are given names, too.
_NAMED = frozenset(("April", "May", "March", "June", "August", "January"))


def _is_plain_word(lower: str, lex: Lexicon) -> bool:
    """Whether a single word is a title or another word that is no family name."""
    return lower in lex.plain or ("-" in lower and lower.startswith(("ex-", "non-", "pro-", "anti-", "mid-", "vice-")))
