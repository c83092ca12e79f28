"""The tokens of an article marked by what their words are looked for as, in one pass over them.

A row has a byte for each token, 1 where its word has that use: the next one is found by `row.find(1, first, last)`. A
row of what a text has none of may be empty.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, count, repeat
from operator import add

from kzhu.extract.document import Document
from kzhu.extract.events.edges import DOUBTFUL, EDGES
from kzhu.extract.events.lexicon import Lexicon
from kzhu.extract.events.verbs import BE
from kzhu.extract.events.words import HAPPENING, MONEY, PLACE_KINDS, SAYING, SPACE, SPORT, VOTING, word_set

#: What a word may be looked for as. `NAMER` is for words before a place that no file knows.
TRIGGER, SIGN, EDGE, DOUBT, CLAUSE_END, DURING, COMPLEMENT_END, DATE_END, WHEN, NAMER = range(10)
ABOUT_SPORT, ABOUT_VOTES, ABOUT_SPACE, ABOUT_MONEY = range(10, 14)
_USES = 14
#: The words of two uses that many a text has none of.
_RARE = {DURING: frozenset({"during"}), WHEN: frozenset({"when", "where"})}
_TOPICS = frozenset({ABOUT_SPORT, ABOUT_VOTES, ABOUT_SPACE, ABOUT_MONEY})
#: What may end the clause of a verb, and what completes a noun ("of ...", "with ...").
_CLAUSE_ENDS = SAYING | {",", "and"}
#: Words behind a trigger at which its own date may end.
_DATE_ENDS = SAYING | {":", ",", "which", "whom"}
_COMPLEMENT_ENDS = word_set(", : which who will took takes . said").union(BE, HAPPENING)


class Marker:
    """Marks the tokens of one article after the other, by the words of a lexicon and those of this room.

    Words with the same uses have the same number, below 256: a text becomes a string of bytes, from which
    `bytes.translate` makes a row.
    """

    __slots__ = ("_having", "_numbers", "_topicless")

    def __init__(self, lex: Lexicon) -> None:
        uses: dict[str, frozenset[int]] = {}
        for use, words in (
            (TRIGGER, lex.triggers),
            (SIGN, frozenset(lex.signs)),
            (EDGE, EDGES),
            (DOUBT, DOUBTFUL),
            (CLAUSE_END, _CLAUSE_ENDS),
            (DURING, _RARE[DURING]),
            (DATE_END, _DATE_ENDS),
            (WHEN, _RARE[WHEN]),
            (NAMER, PLACE_KINDS | {"capital", "in", "near", "at", "to"}),
            (COMPLEMENT_END, _COMPLEMENT_ENDS),
            (ABOUT_SPORT, SPORT),
            (ABOUT_VOTES, VOTING),
            (ABOUT_SPACE, SPACE),
            (ABOUT_MONEY, MONEY),
        ):
            for word in words:
                uses[word] = uses.get(word, frozenset()) | {use}
        groups = [frozenset[int](), *sorted(set(uses.values()), key=sorted)]
        numbers = {group: number for number, group in enumerate(groups)}
        self._numbers = {word: numbers[group] for word, group in uses.items()}
        self._having = tuple([bytes([use in group for group in groups]).ljust(256, b"\0") for use in range(_USES)])
        self._topicless = bytes([number for number, group in enumerate(groups) if group.isdisjoint(_TOPICS)])

    def rows(self, document: Document) -> tuple[list[bytes], list[int]]:
        """A row for each of the first uses, those of places in a text; how many tokens have each of the others."""
        marked = bytes(map(self._numbers.get, document.lowers, repeat(0)))
        absent = [use for use, words in _RARE.items() if words.isdisjoint(document.vocabulary)]
        rows = [
            b"" if use in absent else marked.translate(having) for use, having in enumerate(self._having[:ABOUT_SPORT])
        ]
        # Few words are about something.
        topics = marked.translate(None, self._topicless)
        return rows, [topics.translate(having).count(1) for having in self._having[ABOUT_SPORT:]]


@lru_cache(maxsize=8)
def marker(lex: Lexicon) -> Marker:
    """The marker by a lexicon's words."""
    return Marker(lex)


def marked(row: bytes) -> list[int]:
    """The tokens that a row marks: behind as many others as lie between the marks so far, and those marks."""
    tokens = list(map(add, accumulate(map(len, row.split(b"\1"))), count()))
    # What is behind the last mark ends with the row.
    tokens.pop()
    return tokens
