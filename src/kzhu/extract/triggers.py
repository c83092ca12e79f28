"""The words that several rooms wait for, found in one walk over a text instead of one for each room."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract import attribution, places, source
from kzhu.extract.quantities import find as quantities
from kzhu.extract.times import find as times

_TRIGGERS = times.TRIGGERS | places.TRIGGERS | attribution.TRIGGERS | source.TRIGGERS | quantities.BEGINNINGS
#: Signs that nobody waits for.
_SIGNS = frozenset({*".,;:!?…\"'`“”„‘’«»()[]-–—", "'s", "’s"})


def find_marks(lowers: Sequence[str], vocabulary: frozenset[str]) -> tuple[int, ...]:
    """Tokens, in order, that are such a word, or neither all letters nor a sign of every text: numbers, compounds."""
    wanted = {word for word in vocabulary if not word.isalpha()} - _SIGNS | (_TRIGGERS & vocabulary)
    return tuple([i for i, word in enumerate(lowers) if word in wanted])
