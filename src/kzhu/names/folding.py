"""Names in small plain letters."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+")


def fold(name: str) -> str:
    """A name in small plain letters, its words apart by single blanks; Cyrillic is romanised.

    >>> fold("Péter Szijjártó"), fold("Nagy-Kovács Eszter"), fold("Токаев")
    ('peter szijjarto', 'nagy kovacs eszter', 'tokaev')
    """
    if name.isascii() and name.isalpha():
        return name.lower()
    return " ".join(WORD.findall(plain(name)))


def slug(name: str) -> str:
    """A name as an identifier: ASCII letters and digits with single hyphens between.

    >>> slug("Péter Szijjártó")
    'peter-szijjarto'
    """
    words = re.findall(r"[a-z0-9]+", plain(name))
    return "-".join(words) or "-".join(f"u{ord(sign):x}" for sign in name if not sign.isspace()) or "unnamed"


def plain(name: str) -> str:
    """Letters small, plain and of the Latin alphabet; the signs between words stay."""
    lowered = name.lower()
    if lowered.isascii():
        return lowered.replace("'", "").replace("`", "")
    # Only now: most names need no tables of letters.
    from kzhu.names.letters import romanised

    return romanised(lowered)
