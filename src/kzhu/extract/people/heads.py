"""Titles: where one ends, and where the name behind it begins."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from kzhu.extract.by_word import ByWord
from kzhu.extract.people.lexicon import FUNCTION, HeadKind, Lexicon, Titles, given_strength


def _titles(lower: str, lex: Lexicon) -> Titles | None:
    """The titles that end in a word in lower case, compounds told by their last word; None for most words."""
    kind = compound_head(lower, lex) if "-" in lower else None
    return lex.heads.get(lower) or (None if kind is None else (kind, {}))


@lru_cache(maxsize=8)
def endings(lex: Lexicon) -> ByWord[Titles | None]:
    """Any word in lower case, and the titles that end in it."""
    return ByWord(partial(_titles, lex=lex))


def head_at(lowers: Sequence[str], end: int, start: int, lex: Lexicon) -> tuple[int, HeadKind] | None:
    """The title whose last word is token end - 1 and that begins at `start` or later: its first token and kind."""
    titles = endings(lex)[lowers[end - 1]]
    if titles is None:
        return None
    alone, longer = titles
    if longer and end - 2 >= start and (before := lowers[end - 2]) in longer:
        for words, kind in longer[before]:
            size = len(words)
            if end - size >= start and tuple(lowers[end - size : end]) == words:
                return end - size, kind
    return (end - 1, alone) if alone is not None and end > start else None


def compound_head(lower: str, lex: Lexicon) -> HeadKind | None:
    """What a compound is by its last word: "vice-minister", "fish-seller", "great-granddaughter"."""
    before, _, last = lower.rpartition("-")
    if last in lex.surnames or last in lex.given or before in lex.given or last not in lex.heads:
        return None
    kind = lex.heads[last][0]
    return kind if kind in _COMPOUNDING else None


#: Kinds of titles that make compounds.
_COMPOUNDING = frozenset(("offices", "posts", "occupations", "kin"))


def is_given(word: str, lex: Lexicon, *, strong: bool = False) -> bool:
    """Whether a word is a given name, one that is often another word counted unless `strong`."""
    sure = given_strength(word, lex)
    return sure >= 1.0 if strong else sure > 0


@lru_cache(maxsize=1 << 14)
def past_titles(words: tuple[str, ...], lex: Lexicon) -> tuple[int, HeadKind | None]:
    """Where a name begins in a stretch of capitals behind its titles, and of what kind the title is.

    The place is -1 where no person's name is meant. Texts say the same titles and names again and again.
    """
    lowers = tuple([word.lower() for word in words])
    last = len(words)
    title: HeadKind | None = None
    start = 0
    for end in range(last - 1, 0, -1):
        head = head_at(lowers, end, 0, lex)
        if head is None or (end == 1 and is_given(words[0], lex) and head[1] not in {"honorifics", "offices"}):
            continue
        if head[1] in {"things", "kin"}:
            continue
        # "Astronaut Sultan X": a title that is a given name, too, behind another title.
        if end > 1 and last - end == 1 and is_given(words[end - 1], lex) and head_at(lowers, end - 1, 0, lex):
            continue
        title, start = head[1], end
        break
    if start < last and words[start] == ".":  # "Dr. Brown", "Mr. Brown"
        start += 1
    while start < last and _is_filler(lowers[start], words[start], start + 1 < last, lex):
        if len(words[start]) == 1 and start + 1 < last and words[start + 1] == ".":
            break
        start += 1
    if start > 0 and (
        lowers[start - 1 - (words[start - 1] == ".")] in _SAINTS or not _NAMED_AFTER.isdisjoint(lowers[:start])
    ):
        return -1, None
    return start, title


#: Behind these a name is a house's: "Universiti Tunku Abdul Rahman".
_NAMED_AFTER = frozenset(
    """universiti universitas universidad universität università université hotel villa casa château café cafe
    restaurant teatro stadion estadio instituto istituto plaza kolej""".split()
)
#: Churches, towns and feasts bear their names; the press seldom speaks of the saints themselves.
_SAINTS = frozenset(("saint", "st"))


def _is_filler(lower: str, word: str, more: bool, lex: Lexicon) -> bool:
    if lower in FUNCTION and word not in {"Will", "May"}:
        return True
    if not more:
        return False
    if lower in lex.modifiers or lower in lex.common or lower in lex.facilities:
        return not is_given(word, lex)
    return False
