"""Where quotations and clauses of a text begin and end, marked token by token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from operator import itemgetter

from kzhu.extract.document import Document
from kzhu.extract.events.words import BOUNDARIES, word_set

_PARAGRAPH_AND_FIRST = itemgetter(4, 2)
_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_MARKS = _OPENING | _CLOSING | {'"'}
#: Words and signs that may part clauses.
EDGES = BOUNDARIES | _MARKS
#: Those of them to be looked at one by one: quotation marks, and what may part nothing.
DOUBTFUL = _MARKS | {"before", "after"}
#: "Before dawn on Thursday" goes on.
_HOURS = word_set("dawn dusk noon midnight sunrise sunset dark daybreak nightfall lunch midday")
#: Behind these "after" goes on: "a street named after the poet".
_NAMING = word_set("named renamed called name rename naming")


def mark_edges(document: Document, edges: bytearray, doubtful: Iterable[int]) -> bytearray:
    """1 for tokens inside quotation marks, one byte a token; takes those that part no clauses here out of the edges.

    A closing mark with no opening one closes a quotation from its paragraph's start, or from the one before.

    Args:
        document: the article.
        edges: 1 for its tokens that are one of `EDGES`.
        doubtful: its tokens that are one of `DOUBTFUL`.
    """
    words, lowers = document.words, document.lowers
    quoted = bytearray(len(words) + 1)
    marks = []
    for i in doubtful:
        if words[i] in _MARKS:
            marks.append(i)
        elif _goes_on(lowers, i):
            edges[i] = 0
    if marks:
        _mark_quotations(document, marks, quoted)
    return quoted


def _goes_on(lowers: tuple[str, ...], i: int) -> bool:
    """Whether "after" or "before" at token i parts no clauses: "a street named after", "before dawn on Thursday"."""
    if lowers[i] == "after" and i and lowers[i - 1] in _NAMING:
        return True
    return lowers[i + 1 : i + 2] != () and lowers[i + 1] in _HOURS


def _mark_quotations(document: Document, marks: list[int], quoted: bytearray) -> None:
    # The first token of each paragraph: of its sentences the first is written last.
    heads = sorted(dict(map(_PARAGRAPH_AND_FIRST, reversed(document.sentences))).values())
    opened, done = -1, 0
    for i in marks:
        behind = bisect_left(heads, i + 1)
        head = heads[behind - 1 if behind else 0] if heads else 0
        if opened < head:
            opened = -1
        if _opens(document, i, opened):
            opened = i
            continue
        begin = opened if opened >= 0 else max(head, done)
        quoted[begin : i + 1] = b"\1" * (i + 1 - begin)
        opened, done = -1, i + 1


def _opens(document: Document, i: int, opened: int) -> bool:
    """Whether the quotation mark at token i opens: a straight one does behind a blank with none open."""
    if document.words[i] != '"':
        return document.words[i] in _OPENING
    text = document.text
    before = text[document.starts[i] - 1 : document.starts[i]]
    behind = text[document.ends[i] : document.ends[i] + 1]
    return opened < 0 and (not before or before.isspace() or before in "([") and not behind.isspace()
