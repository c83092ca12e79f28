"""The words that several rooms wait for, told once for each word instead of by a walk for each room."""

from __future__ import annotations

from kzhu.extract import attribution, source
from kzhu.extract.quantities import beginnings as quantities

_TRIGGERS = attribution.TRIGGERS | source.TRIGGERS | quantities.BEGINNINGS
#: Signs that nobody waits for.
_SIGNS = frozenset({*".,;:!?…\"'`“”„‘’«»()[]-–—", "'s", "’s"})


def is_mark(word: str) -> bool:
    """Whether a small word is such a one, or neither all letters nor a sign of every text: a number, a compound."""
    return word in _TRIGGERS if word.isalpha() else word not in _SIGNS or word in _TRIGGERS
