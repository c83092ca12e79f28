"""Runs of capitalised words that may be names, cut free of titles, places and bodies."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kzhu.extract.document import Document, Sentence
from kzhu.extract.people.facilities import is_facility
from kzhu.extract.people.heads import is_given, past_titles
from kzhu.extract.people.lexicon import HeadKind, Lexicon, fold_word
from kzhu.extract.places import PlaceMention

PARTICLES = frozenset(
    """von van der den de del della dei degli di da do dos das du la le el al ul bin ibn ben bint af av zu zur ter
    ten und y""".split()
)
NUMERALS = frozenset("II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI".split())
#: More words than this are no name.
_LONGEST = 7
#: Nor are so many tokens, points of initials counted.
_MOST_TOKENS = _LONGEST + 3


@dataclass(slots=True)
class Run:
    """Tokens [first, last) that may be a name."""

    first: int
    last: int
    sentence: Sentence
    #: The kind of title that stands directly before it inside the run of capitals or just before that.
    title: HeadKind | None = None
    #: First token of the capitalised stretch it stands in, titles included.
    begin: int = 0
    #: Folded words, particles included.
    words: tuple[str, ...] = ()
    #: Those that tell people apart; see `kzhu.extract.people.identity`.
    own: tuple[str, ...] = ()
    #: The name of a street, prize or body, not the person.
    facility: bool = False
    #: What its words alone, and everything around it, say for a person.
    look: float = 0.0
    score: float = 0.0


class Marks:
    """What each token is known to be: place, body; looked up by the other modules."""

    __slots__ = ("body_at", "place_at")

    def __init__(self, document: Document, places: Sequence[PlaceMention], lex: Lexicon) -> None:
        self.place_at: dict[int, PlaceMention] = {}
        place_at = self.place_at
        for place in places:
            first, last = place.first, place.last
            if last == first + 1:
                place_at.setdefault(first, place)
            else:
                for i in range(first, last):
                    place_at.setdefault(i, place)
        words = document.words
        #: Token -> (first, last, country) of a known body.
        self.body_at: dict[int, tuple[int, int, str | None]] = {}
        body_at = self.body_at
        bodies, capitals = lex.bodies, document.capitals
        if lex.small_bodies.isdisjoint(words):
            named = bodies.find(words, among=capitals)
        else:
            named = bodies.found(words, bodies.begins(words, capitals, document.vocabulary))
        for first, last, values in named:
            body = (first, last, values[0])
            for i in range(first, last):
                body_at[i] = body


def find_runs(document: Document, marks: Marks, lex: Lexicon) -> list[Run]:
    """Every run that may be a name, in order of the text, those of streets and bodies marked as such."""
    words, lowers = document.words, document.lowers
    never, place_at, body_at = lex.never, marks.place_at, marks.body_at
    capitals = document.capitals
    found: list[Run] = []
    high = last = 0
    for sentence in document.sentences:
        low = bisect_left(capitals, sentence.first, high)
        stop = sentence.last
        high = bisect_left(capitals, stop, low)
        if low == high or (words[capitals[low]].isupper() and document.text[sentence.start : sentence.end].isupper()):
            continue
        for first in capitals[low:high]:
            if first < last:
                continue
            last = first + 1
            word, follows = words[first], words[last] if last < stop else ","
            # Most words that follow are small. Newlines inside a name are a broken line; a paragraph's end never
            # stands inside a sentence.
            if follows in PARTICLES if follows.islower() else follows != "," and _may_go_on(word, follows):
                last = _stretch(document, first, stop)
                if last > first + 1:
                    found += _names_in(document, sentence, first, last, marks, lex)
                    continue
            if (
                lowers[first] in never
                or first in place_at
                or first in body_at
                or (word.isupper() and _is_acronym(word))
            ):
                continue
            run = _run(document, sentence, first, first, last, None, lex)
            if run is not None:
                found.append(run)
    return found


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper() and word not in NUMERALS


def _may_go_on(word: str, follows: str) -> bool:
    """Whether a stretch of capitals that begins with a word can go on with one that is not all small letters."""
    if follows[0].isupper():
        return True
    return _is_initial(word) if follows == "." else len(follows) > 2 and _is_capital_inside(follows)


def _stretch(document: Document, first: int, stop: int) -> int:
    """The end of a stretch of capitalised words, with particles and initials' points between them."""
    words = document.words
    i = first + 1
    while i < stop:
        word = words[i]
        if word[0].isupper() or (
            _ends_initial(document, i, stop) if word == "." else len(word) > 2 and _is_capital_inside(word)
        ):
            i += 1
        elif word in PARTICLES and (ahead := _past_particles(words, i, stop)):
            i = ahead
        else:
            break
    return i


def _is_capital_inside(word: str) -> bool:
    """As in "al-Assad", "el-Baz", "d'Alema"."""
    if word[1:2] in {"'", "’"}:
        return word[2:3].isupper()
    return len(word) > 3 and word[2] in "-'’" and word[3].isupper()


def _ends_initial(document: Document, i: int, stop: int) -> bool:
    """Whether token i is the point of an initial before a name."""
    words = document.words
    return (
        i + 1 < stop
        and words[i + 1][0].isupper()
        and _is_initial(words[i - 1])
        and document.starts[i] == document.ends[i - 1]
    )


def _is_initial(word: str) -> bool:
    return len(word) == 1 or word in _SHORT


#: What has a point inside a name: initials of two letters, forms of address.
_SHORT = frozenset(
    """Zh Sh Ch Ye Yu Ya Kh Ts Sz Zs Cs Gy Ny Th Jr St Mr Mrs Ms Dr Prof Gen Col Lt Sgt Capt Maj Sen Rep Gov Rev Hon
    Adm""".split()
)


def _past_particles(words: Sequence[str], i: int, stop: int) -> int:
    """The token behind particles and the capitalised word that follows them; 0 where none follows."""
    ahead = i
    while ahead < stop and words[ahead] in PARTICLES and ahead - i < 3:
        ahead += 1
    return ahead + 1 if ahead < stop and words[ahead][0].isupper() and words[ahead] != "I" else 0


def _names_in(document: Document, sentence: Sentence, first: int, last: int, marks: Marks, lex: Lexicon) -> list[Run]:
    """The names in a stretch of capitals: cut at places, bodies and acronyms, then freed of titles."""
    words = document.words
    begin = first
    start = first
    i = first
    pieces: list[tuple[int, int]] = []
    place_at, body_at = marks.place_at, marks.body_at
    while i < last:
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
        elif words[i].isupper() and _is_acronym(words[i]):
            # An acronym; but "Viktor ORBÁN" is a name.
            cut = 0 if len(words[i]) > 3 and i > start and is_given(words[i - 1], lex) else 1
        if cut:
            if start < i:
                pieces.append((start, i))
            i = start = i + cut
        else:
            i += 1
    if start < last:
        pieces.append((start, last))
    found = []
    for piece_first, piece_last in pieces:
        run = _freed(document, sentence, piece_first, piece_last, lex)
        if run is not None:
            run.begin = begin
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


def _freed(document: Document, sentence: Sentence, first: int, last: int, lex: Lexicon) -> Run | None:
    """A piece of a stretch without the titles before the name; None where nothing is left."""
    start, title = past_titles(document.words[first:last], lex)
    if start < 0:
        return None
    start += first
    if start > sentence.first and document.lowers[start - 1] in _AFTER_OFFICE:
        start = _past_strangers(document, sentence, start, last, lex)
    return _run(document, sentence, first, start, last, title, lex)


def _run(
    document: Document, sentence: Sentence, first: int, start: int, last: int, title: HeadKind | None, lex: Lexicon
) -> Run | None:
    """The run of tokens [start, last) of a piece that begins at `first`, with the particles before it."""
    words = document.words
    while (
        start == first
        and start > sentence.first
        and words[start - 1] in PARTICLES
        and words[start - 1] not in {"y", "und"}
    ):
        start = first = start - 1
    end = last
    while end > start + 1 and ((word := words[end - 1]) == "." or word in PARTICLES):
        end -= 1
    if start >= end or end - start > _MOST_TOKENS:
        return None
    if end - start == 1 and (_is_plain_word(document.lowers[start], lex) or _is_month(words, start)):
        return None
    folded, own = _folded(words[start:end])
    if not folded:
        return None
    run = Run(start, end, sentence, title, first, folded, own)
    run.facility = is_facility(document, run, lex)
    return run


def _past_strangers(document: Document, sentence: Sentence, start: int, last: int, lex: Lexicon) -> int:
    """Where a name begins behind words that are none: "[Exchequer] Kenneth Clarke", "[Integration] Serik Omarov".

    Not so where the family name comes first: "Nagy Eszter Mária", "Karimova Aigul Serikovna".
    """
    words = document.words
    p = start
    while p + 1 < last and document.lowers[p] in lex.portfolios and last - p > 1:
        p += 1
    if p > start and _in_portfolio(document, sentence, start):
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


def _in_portfolio(document: Document, sentence: Sentence, start: int) -> bool:
    """Whether a word belongs to what a minister is in charge of: "Minister of Energy and [Mines]"."""
    lowers = document.lowers
    for i in range(start - 1, max(sentence.first, start - 9) - 1, -1):
        if lowers[i] in _OFFICERS:
            return True
        if not (lowers[i] in {"of", "and", "for", "the", ",", "&"} or document.words[i][0].isupper()):
            return False
    return False


#: What may stand between a minister and the name, behind which words of the ministry follow.
_AFTER_OFFICE = frozenset(("of", "and", "for", "the", "&"))
_OFFICERS = frozenset(
    """minister ministers vice-minister secretary undersecretary commissioner director deputy-minister head
    secretary-general department ministry committee""".split()
)
_PATRONYMIC = ("ovich", "evich", "ovna", "evna", "uly", "kyzy", "ovych", "ivna")


@lru_cache(maxsize=1 << 14)
def _folded(printed: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded words of a name, and those that tell people apart; none where they are but initials."""
    folded = tuple([fold_word(word) for word in printed if word != "."])
    if not folded or (len(folded[0]) < 2 and max(map(len, folded)) < 2):
        return (), ()
    # Most names have neither particles nor numerals: all their words tell people apart.
    return folded, folded if PARTICLES.isdisjoint(printed) and NUMERALS.isdisjoint(printed) else ()


def _is_month(words: Sequence[str], i: int) -> bool:
    """Whether a number beside a word shows a month: "23 May", "March 2022"."""
    return words[i] in _NAMED and (
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
