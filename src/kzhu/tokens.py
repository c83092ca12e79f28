"""How a text is cut into tokens: words, numbers, and single signs."""

from __future__ import annotations

import re
from itertools import accumulate

# A word keeps inner hyphens and apostrophes (Nagy-Kovács, Xi'an, COVID-19), but not the possessive 's at its end, which
# is a token of its own. A number keeps inner points and commas; every other sign stands alone. Most words are plain
# letters before a blank or stop: the first alternative is there for them, and quick.
_TOKEN = re.compile(
    r"([A-Za-z]+(?=[ .,])"
    r"|[^\W\d_][^\W_]*(?:[-‐‑ʼ][^\W_]+|['’](?![sS](?![-‐‑'’ʼ]?[^\W_]))[^\W_]+)*"
    r"|\d+(?:[.,]\d+)*"
    r"|(?<=[^\W_])['’][sS](?![^\W_])"
    r"|[^\w\s]|_)"
    # The blank behind a token, so that the search for the next one need not first fail at it.
    r"( ?)"
)


def tokenize(text: str) -> tuple[list[int], list[int]]:
    """Starts and ends of a text's tokens.

    >>> text = "Hungary's Nagy-Kovács paid $1.5 million."
    >>> [text[s:e] for s, e in zip(*tokenize(text))]
    ['Hungary', "'s", 'Nagy-Kovács', 'paid', '$', '1.5', 'million', '.']
    """
    _, starts, ends = cut_words(text)
    return starts, ends


def words_of(name: str) -> tuple[str, ...]:
    """The tokens of a name or phrase; most are plain words, which need no regular expression.

    >>> words_of("Bank of Japan"), words_of("U.S. Steel")
    (('Bank', 'of', 'Japan'), ('U', '.', 'S', '.', 'Steel'))
    """
    return tuple(name.split()) if name.replace(" ", "").isalpha() else tuple(cut_words(name)[0])


def first_word(text: str) -> str:
    """A text's first token; empty where it has none.

    >>> first_word("U.S. Steel")
    'U'
    """
    found = _TOKEN.search(text)
    return found[1] if found is not None else ""


def cut_words(text: str) -> tuple[list[str], list[int], list[int]]:
    """A text's tokens, with their starts and ends."""
    # Split at tokens, kept with the blank behind them: a gap (mostly nothing), a token, its blank, a gap ... and a gap.
    parts = _TOKEN.split(text)
    offsets = list(accumulate(map(len, parts)))
    return parts[1::3], offsets[:-1:3], offsets[1::3]
