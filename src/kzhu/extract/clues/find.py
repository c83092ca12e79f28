"""All the clues of one article."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract.clues.anniversaries import find_anniversary_clues
from kzhu.extract.clues.clue import Clue
from kzhu.extract.clues.days import find_day_clues
from kzhu.extract.clues.milestones import find_milestone_clues
from kzhu.extract.clues.names import find_name_clues
from kzhu.extract.clues.years import find_year_clues
from kzhu.extract.document import Document
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge

#: No more clues than these are weighed against each other; those that count most, and then those told first.
_MOST = 24


def find_clues(document: Document, times: Sequence[Time], knowledge: Knowledge) -> tuple[Clue, ...]:
    """What an article without a publication date tells of it, in a fixed order; what says the same only once."""
    dates = tuple(time for time in times if time.kind == "date" and document.sentence_at(time.span.start))
    found: dict[object, Clue] = {}
    for clue in (
        *find_year_clues(document, dates),
        *find_day_clues(document, dates, knowledge),
        *find_anniversary_clues(document, dates),
        *find_milestone_clues(document, knowledge),
        *find_name_clues(document, dates, knowledge),
    ):
        known = found.setdefault((clue.stretches, clue.yearly), clue)
        if clue.weight > known.weight:
            found[clue.stretches, clue.yearly] = clue
    clues = tuple(found.values())
    if len(clues) <= _MOST:
        return clues
    heaviest = sorted(range(len(clues)), key=lambda i: (-clues[i].weight, i))[:_MOST]
    return tuple(clues[i] for i in sorted(heaviest))
