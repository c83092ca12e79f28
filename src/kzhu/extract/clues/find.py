"""All the clues of one article."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract.clues.clue import Clue
from kzhu.extract.clues.days import find_day_clues
from kzhu.extract.clues.milestones import find_milestone_clues
from kzhu.extract.clues.names import find_name_clues
from kzhu.extract.clues.years import find_year_clues
from kzhu.extract.document import Document
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge


def find_clues(document: Document, times: Sequence[Time], knowledge: Knowledge) -> tuple[Clue, ...]:
    """What an article without a publication date tells of it, in a fixed order."""
    dates = tuple(time for time in times if time.kind == "date" and document.sentence_at(time.span.start))
    return (
        *find_year_clues(document, dates),
        *find_day_clues(document, dates, knowledge),
        *find_milestone_clues(document, knowledge),
        *find_name_clues(document, dates, knowledge),
    )
