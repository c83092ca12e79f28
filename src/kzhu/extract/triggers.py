"""The words that several rooms wait for, found in one walk over a text instead of one for each room."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract import attribution, places
from kzhu.extract.quantities import find as quantities
from kzhu.extract.times import find as times

_TRIGGERS = times.TRIGGERS | places.TRIGGERS | attribution.TRIGGERS | quantities.BEGINNINGS


def find_marks(lowers: Sequence[str]) -> tuple[int, ...]:
    """Tokens, in order, that are such a word, or that are not all letters: numbers, signs, compounds."""
    triggers = _TRIGGERS
    return tuple([i for i, word in enumerate(lowers) if word in triggers or not word.isalpha()])
