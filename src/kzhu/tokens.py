"""How a text is cut into tokens: words, numbers, and single signs."""

from __future__ import annotations

import re

# A word keeps inner hyphens and apostrophes (Nagy-Kovács, Xi'an, COVID-19); the possessive 's is cut off below.
# A number keeps inner points and commas; every other sign stands alone.
_TOKEN = re.compile(r"[^\W\d_][^\W_]*(?:[-‐‑'’ʼ][^\W_]+)*|\d+(?:[.,]\d+)*|[^\w\s]|_")
_POSSESSIVE = ("'s", "’s", "'S", "’S")


def tokenize(text: str) -> tuple[list[int], list[int]]:
    """Starts and ends of a text's tokens.

    >>> text = "Hungary's Nagy-Kovács paid $1.5 million."
    >>> [text[s:e] for s, e in zip(*tokenize(text))]
    ['Hungary', "'s", 'Nagy-Kovács', 'paid', '$', '1.5', 'million', '.']
    """
    starts: list[int] = []
    ends: list[int] = []
    for found in _TOKEN.finditer(text):
        start, end = found.span()
        if end - start > 2 and text[end - 2 : end] in _POSSESSIVE:
            starts += (start, end - 2)
            ends += (end - 2, end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends
