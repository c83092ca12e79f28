"""Roles before names: "Prime Minister of Hungary Viktor Orban", "his Slovenian counterpart X"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import compress
from typing import Literal

from kzhu.extract.by_word import ByWord
from kzhu.extract.document import Document
from kzhu.extract.people.heads import compound_head, endings, head_at
from kzhu.extract.people.lexicon import FUNCTION, HeadKind, Lexicon
from kzhu.extract.people.runs import Marks, Run

#: How far to the left a title may begin, and how long one behind the name may be, in tokens.
_REACH = 24
LONGEST = 22
PRONOUNS = frozenset("his her its their our my your whose".split())
ARTICLES = frozenset(("the", "a", "an"))
_LINKS = frozenset(("of", "for", "and", "the", "to", "&", "–", "-", "—", "'s", "’s", "at", "in"))
#: Words that no role goes beyond.
ENDS = frozenset(
    """who whom which that whose where when while after before as but with told said says was is has had have will
    would were are did does than because since until during if he she it they on from by into about also
    then added noted""".split()
)
BEFORE_HEAD_ENDS = ENDS | {"in", "at", "to", "for", "and", "or", "of", "not"}


# Never changed once it is made. A tuple's fields would be slower to read, and these are read again and again.
@dataclass(slots=True)
class Phrase:
    """A role phrase: tokens [first, last), its head's place and kind."""

    first: int
    last: int
    head_first: int
    head_last: int
    kind: HeadKind
    #: What stands before it: "his", "its", a possessor's first token, or nothing.
    owner: str | None = None
    #: Tokens of the possessor before "'s".
    possessor: tuple[int, int] | None = None
    where: Literal["before", "after"] = "before"
    #: For "before": a comma stands between role and name.
    comma: bool = False


def phrase_before(document: Document, run: Run, lex: Lexicon, marks: Marks, taken: dict[int, Run]) -> Phrase | None:
    """The title that ends at a name, or at a comma before it; see `may_end_title`."""
    lowers, words = document.lowers, document.words
    floor = run.floor
    k = run.first - 1
    if k < floor:
        return None
    # "Dr. Brown": the point belongs to the title.
    if k > floor and words[k] == "." and head_at(lowers, k, floor, lex):
        k -= 1
    if k not in marks.place_at and not may_end_title(words[k], lowers[k], lex):
        return None
    address = head_at(lowers, k + 1, floor, lex)
    if address is not None and address[1] == "honorifics":
        # "lead author Dr. X", "the Saudi minister Prince X": what stands before the form of address is the role.
        before = k + 1
        k = address[0] - 1
        while k > floor and (words[k] == "." or (len(words[k]) == 1 and words[k + 1] == ".")):
            k -= 1  # "H.E. Mr."
        found = _before(document, run, k, lex, marks, taken) if k >= floor else None
        if found is not None and found.comma and (found.kind not in _HIGH or lowers[found.first - 1] != "the"):
            found = None  # "The Director-General of the Agency, Mrs X"; but not "with Y, a minister, Mr X"
        return found or Phrase(address[0], before, address[0], before, "honorifics")
    return _before(document, run, k, lex, marks, taken)


def may_end_title(word: str, lower: str, lex: Lexicon) -> bool:
    """Whether a title, or a comma behind one, may end at a word that is of no place: few words before names do."""
    if word[0].isupper() or lower in lex.leading:
        return True
    return lower not in _LINKS and ("-" in lower or lower in _MAY_END)


#: What ends a title, and is none of its words.
_MAY_END = frozenset((",", "from", '"', "”", "»", "'", "’"))


def _before(document: Document, run: Run, k: int, lex: Lexicon, marks: Marks, taken: dict[int, Run]) -> Phrase | None:
    """The title that ends at token k, or before it where that is a comma."""
    lowers, words = document.lowers, document.words
    floor = run.floor
    comma = False
    if k >= floor and words[k] == ",":
        comma = True
        k -= 1
        if k < floor or (k not in marks.place_at and not may_end_title(words[k], lowers[k], lex)):
            return None
    end = k + 1
    low = max(floor, end - _REACH)
    passing = _passing(lex)
    while k >= low and k not in taken:
        kind = passing[words[k]]
        if kind == _PERHAPS:
            ahead = _further(document, k, low, end, lex, marks, taken)
            if ahead < 0:
                break
            k = ahead
        elif kind == _AS_PLACE and k not in marks.place_at:
            break
        k -= 1
    start = k + 1
    head = _leftmost_head(lowers[start:end], lex)
    if head is None:
        return None
    if lowers[end - 1] in _LINKS:
        return None
    head_first, head_last, title = start + head[0], start + head[1], head[2]
    nearest = _adjacent_head(document, start, end, lex) if head_last < end else None
    if nearest is not None and nearest[0] > head_last and _serves_another(document, head_last, nearest[0], title, lex):
        # "spokesman for President X", "adviser to the bank's chairwoman X"
        head_first, head_last, title = nearest
    # Without "of ..." between, the head must touch the name.
    if head_last < end and not _reaches(document, head_last, end, marks):
        nearest = _adjacent_head(document, start, end, lex)
        if nearest is None:
            return None
        head_first, head_last, title = nearest
    if comma and title in {"honorifics", "things"}:
        return None
    first, owner, possessor = _begin(document, head_first, start, floor, lex, marks)
    if comma and (_hangs_on_another(document, first, floor, taken) or _orders(document, first, floor)):
        return None
    return Phrase(first, end, head_first, head_last, title, owner, possessor, "before", comma)


#: When a word may stand in a title: as a word of a place alone, where its neighbours allow it, whatever they are.
_AS_PLACE, _PERHAPS, _PASSES = range(3)


def _passes(word: str, lex: Lexicon) -> int:
    """When a word may stand in a title."""
    lower = word.lower()
    if word[0].isupper():
        passes = lower not in FUNCTION or lower in lex.title_words or (len(lower) > 1 and word.isupper())
    elif lower in _LINKS:
        passes = lower not in _BEFORE_NAMES
    else:
        titled = lower in lex.title_words or lower in lex.facilities or lower in lex.heads
        passes = titled and lower not in FUNCTION and lower not in _TIMES and lower not in _CLOSING and lower != ","
    return _PASSES if passes else _PERHAPS if _may_pass(word, lower, lex) else _AS_PLACE


def _may_pass(word: str, lower: str, lex: Lexicon) -> bool:
    """Whether a word that is not sure to stand in a title may do so beside some words."""
    if word[0].isupper():
        return False
    known = lower in lex.common or lower in lex.title_words or lower in lex.facilities or lower in lex.heads
    signs = word in _CLOSING or lower in {",", "from"} or "-" in lower
    return known or signs or lower in _BEFORE_NAMES or lower in _TIMES or _is_noun_like(lower, lex)


@lru_cache(maxsize=8)
def _passing(lex: Lexicon) -> ByWord[int]:
    return ByWord(partial(_passes, lex=lex))


def _further(document: Document, k: int, low: int, end: int, lex: Lexicon, marks: Marks, taken: dict[int, Run]) -> int:
    """The first token of what token k is of, where that may stand in a title beside its neighbours; -1 where not."""
    lowers, words = document.lowers, document.words
    lower = lowers[k]
    if (
        lower == ","
        and k - 1 > low
        and (words[k - 1][0].isupper() or lowers[k - 1] in lex.common)
        and k - 1 not in taken
        and "and" in lowers[k:end]
    ):
        return k  # "Minister of Economy, Trade and Industry X"
    if words[k] in _CLOSING and (opening := _opening(document, k, low)):
        return opening
    if lower == "from" and k + 1 in marks.place_at and lowers[k - 1] in lex.heads:
        return k  # "her counterpart from Peru, X"
    if lower in lex.common and lowers[k - 1] in {"of", "for", "and", ",", "&"}:
        return k  # "minister of trade, tourism and sport"
    if lower in _BEFORE_NAMES:
        return k if _names_follow(document, k, end) else -1
    if lower not in _TIMES and (
        lower in lex.title_words
        or lower in lex.facilities
        or lower in lex.heads
        or k in marks.place_at
        or ("-" in lower and compound_head(lower, lex))
    ):
        return k
    # One noun may stand before a head: "fire chief X".
    return k if k + 1 < end and lowers[k + 1] in lex.heads and _is_noun_like(lower, lex) else -1


_HIGH = frozenset(("offices", "posts"))
_CLOSING = frozenset("\"”»'’")
#: Links of titles that a name follows: "ambassador to Kenya".
_BEFORE_NAMES = frozenset(("at", "in", "to"))


def _opening(document: Document, k: int, low: int) -> int:
    """Where the short quoted name that ends at a closing quote began: chairman of NC "KazMunayGas" X; 0 for none."""
    for j in range(k - 1, max(low, k - 6), -1):
        if document.words[j] in {'"', "“", "«", "'", "‘"}:
            return j
    return 0


def _serves_another(document: Document, head_last: int, nearest: int, kind: HeadKind, lex: Lexicon) -> bool:
    """Whether the title next to the name is that of whom the first title serves."""
    lowers = document.lowers
    if kind == "kin":
        return "of" in lowers[head_last:nearest]  # "father of the champion X"
    if lowers[nearest - 1] == "of":
        # "Minister of Justice X": what the minister is in charge of.
        return lowers[nearest] not in lex.modifiers
    while nearest > head_last and lowers[nearest - 1] not in {"for", "to", "from", "by", "of", "and", "–", "-"}:
        nearest -= 1
    return lowers[nearest - 1] in {"for", "to", "from", "by"}


#: "On the same day President X": no part of the title.
_TIMES = frozenset("day days week weeks month months year years time hour side today".split())


_PREPOSITIONS = frozenset(
    """upon amid amidst towards toward alongside aboard behind beneath beside besides beyond concerning outside inside
    near off past regarding underneath unto across around above below opposite including""".split()
)


def _is_noun_like(lower: str, lex: Lexicon) -> bool:
    return (
        lower.isalpha()
        and len(lower) > 2
        and lower not in FUNCTION
        and lower not in lex.speaking
        and lower not in ENDS
        and lower not in _TIMES
        and lower not in _PREPOSITIONS
        and not lower.endswith(("ly", "ed", "ing", "s"))
    )


def _hangs_on_another(document: Document, first: int, floor: int, taken: dict[int, Run]) -> bool:
    """Whether a title with commas at both ends belongs to the name before it: "With X, President of Y, Z discussed"."""
    i = first - 1
    while i > floor and (document.lowers[i] in ARTICLES or document.lowers[i] in {"'s", "’s"}):
        i -= 1
    return i > floor and document.words[i] == "," and i - 1 in taken


#: "By decree of the Head of State, X was appointed": X is not the head of state.
_ORDERS = frozenset(
    """decree order orders resolution decision instruction instructions invitation request behalf initiative proposal
    suggestion recommendation permission edict act""".split()
)


def _orders(document: Document, first: int, floor: int) -> bool:
    """Whether a title before a comma only tells on whose orders something is done to the person behind the comma."""
    i = first - 1
    while i > floor and document.lowers[i] in ARTICLES:
        i -= 1
    return i - 1 >= floor and document.lowers[i] == "of" and document.lowers[i - 1] in _ORDERS


def _names_follow(document: Document, k: int, end: int) -> bool:
    return k + 1 < end and (document.words[k + 1][0].isupper() or document.lowers[k + 1] == "the")


@lru_cache(maxsize=1 << 14)
def _leftmost_head(lowers: tuple[str, ...], lex: Lexicon) -> tuple[int, int, HeadKind] | None:
    """The first head that the rest of some words can belong to; one after "and" wins where the first is complete."""
    end = len(lowers)
    best: tuple[int, int, HeadKind] | None = None
    for i in compress(range(end), map(endings(lex).__getitem__, lowers)):
        head = head_at(lowers, i + 1, 0, lex)
        # "Prime Minister" ends at its last word: look ahead for the longer phrase.
        if head is None or head[1] == "things":
            continue
        # "Deputy" of "Deputy Prime Minister" is no head of its own.
        if (
            i + 1 < end
            and lowers[i + 1] in lex.title_words
            and lowers[i + 1] not in _LINKS
            and lowers[i + 1] not in _TRAILING
        ):
            continue
        if best is None or head[0] <= best[0] or _splits(lowers, best[1], head[0]):
            best = (head[0], i + 1, head[1])
    return best


#: Adjectives that follow their noun: "Ambassador Extraordinary and Plenipotentiary".
_TRAILING = frozenset("extraordinary plenipotentiary designate emeritus elect emerita".split())


def _splits(lowers: tuple[str, ...], after: int, before: int) -> bool:
    """Whether a new role begins between two heads: "the President of Estonia and Prime Minister X"."""
    between = lowers[after:before]
    if "and" not in between:
        return False
    at = after + len(between) - 1 - between[::-1].index("and")
    return "of" in lowers[after:at] or "'s" in between[between.index("and") :] or "the" in lowers[at:before]


def _adjacent_head(document: Document, start: int, end: int, lex: Lexicon) -> tuple[int, int, HeadKind] | None:
    head = head_at(document.lowers, end, start, lex)
    return None if head is None or head[1] == "things" else (head[0], end, head[1])


def _reaches(document: Document, head_last: int, end: int, marks: Marks) -> bool:
    """Whether what stands between a head and the name can belong to the head."""
    lowers, words = document.lowers, document.words
    while head_last + 1 < end and (
        lowers[head_last] in _TRAILING or (lowers[head_last] == "and" and lowers[head_last + 1] in _TRAILING)
    ):
        head_last += 1
    first = lowers[head_last]
    if first in {"of", "for", "to", "at", "in", "on", "from"}:
        return True
    if first in {"–", "-", "—", "and", "&"}:
        return words[end - 1][0].isupper() or end - 1 in marks.place_at or lowers[end - 1] not in {"and", "of", "the"}
    return False


def _begin(
    document: Document, head_first: int, start: int, floor: int, lex: Lexicon, marks: Marks
) -> tuple[int, str | None, tuple[int, int] | None]:
    """Where the phrase of a head begins: its modifiers, demonym and possessor to the left."""
    words, lowers = document.words, document.lowers
    first = head_first
    while first > start:
        lower = lowers[first - 1]
        if lower in ARTICLES or lower in PRONOUNS or lower in {"'s", "’s"}:
            break
        if lower in _LINKS or (lower in FUNCTION and lower not in lex.modifiers and first - 1 not in marks.place_at):
            break
        first -= 1
    # "Port of Rotterdam chief executive"
    inner = (
        first - 2 >= floor and lowers[first - 1] == "of" and words[first - 2][0].isupper() and words[first][0].isupper()
    )
    if inner and lowers[first - 2] in lex.facilities and lowers[first] not in lex.heads:
        first -= 2
    owner = lowers[first - 1] if first > floor and lowers[first - 1] in PRONOUNS else None
    possessor = None
    if first - 2 >= floor and words[first - 1] in {"'s", "’s"}:
        p = first - 2
        place = marks.place_at.get(p)
        body = marks.body_at.get(p)
        begin = place.first if place else body[0] if body else p
        if not place and not body:
            while (
                begin > floor
                and words[begin - 1][0].isupper()
                and words[p][0].isupper()
                and lowers[begin - 1] not in FUNCTION
            ):
                begin -= 1
        possessor = (begin, p + 1)
    return first, owner, possessor
