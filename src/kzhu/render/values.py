"""Dates, and the ids of articles in running text, as people read them."""

from __future__ import annotations

import re
from collections.abc import Callable, Container

#: An article's id -> the shortest beginning of it that no other id shares, as people get it.
Short = Callable[[str], str]
#: Anything that may be an id in running text.
_WORD = r"[^\s()\[\],;]+"


def shortened(text: str, ids: Container[str], short: Short) -> str:
    """A text with the ids in it as people get them."""
    return re.sub(_WORD, lambda found: short(found[0]) if found[0] in ids else found[0], text)


def mentioned(text: str, short: Short) -> str:
    """A text with the ids behind the word "article" as people get them."""
    return re.sub(r"\b(articles?) ([^\s,;)]+)", lambda found: f"{found[1]} {short(found[2])}", text)


def dated(date: str | None, basis: str) -> str:
    """A date with "~" before it where it is inferred; "" where it is unknown."""
    return "" if date is None else f"~{date}" if basis == "inferred" else date
