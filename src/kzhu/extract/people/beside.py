"""What the words right before and behind a name may tell of it: most tell nothing, which one look at them shows."""

from __future__ import annotations

from functools import lru_cache, partial

from kzhu.extract.by_word import ByWord
from kzhu.extract.people.behind import APPOINTED, GOING_ON
from kzhu.extract.people.judge import telling_before, telling_behind
from kzhu.extract.people.lexicon import Lexicon
from kzhu.extract.people.roles import may_end_title

#: What a word beside a name may be: the end of a title, or what stands before one; evidence for or against a person; a
#: verb of appointing.
TITLE, EVIDENCE, APPOINTS = 1, 2, 4
#: A word of a place may be any of these.
ANY = TITLE | EVIDENCE | APPOINTS


def _ahead(word: str, lex: Lexicon, telling: frozenset[str]) -> int:
    """What a word may be before a name; 0 for nothing."""
    lower = word.lower()
    # "Dr. Brown": the point belongs to the title.
    kind = TITLE if word == "." or may_end_title(word, lower, lex) else 0
    if lower in telling or word.isdigit():
        kind |= EVIDENCE
    return kind | APPOINTS if lower in APPOINTED else kind


@lru_cache(maxsize=8)
def ahead(lex: Lexicon) -> ByWord[int]:
    """Any word, and what it may be before a name."""
    return ByWord(partial(_ahead, lex=lex, telling=telling_before(lex)))


@lru_cache(maxsize=8)
def behind(lex: Lexicon) -> dict[str, int]:
    """The words behind a name that are anything, in lower case, and what they may be."""
    telling = telling_behind(lex)
    return {word: (EVIDENCE * (word in telling)) | (TITLE * (word in GOING_ON)) for word in telling | GOING_ON}
