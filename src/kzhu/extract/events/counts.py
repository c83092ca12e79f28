"""What tells of happenings only in sum: "2,900 people lost their lives last year", "the number of accidents fell"."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.lexicon import Noun
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.words import word_set
from kzhu.periods import bounds

#: Days of a stretch of time that is longer than any one accident.
_LONG = 45
_ONE = word_set("a an the another this that one when as last")
#: Before "of" these count what stands behind it.
_COUNTING = word_set(
    "number numbers count total rate share frequency incidence wave risk danger threat fear case cases"
)
#: Words that tell what happens again and again.
_HABIT = word_set("every each usually often traditionally always regularly routinely sometimes normally generally")


def in_sum(clause: Clause) -> bool:
    """Whether a clause about accidents counts those of a long time: no one of them is named, none is "when ..."."""
    if clause.date is None or not _long(clause.date):
        return False
    before = clause.lowers[max(clause.sentence.first, clause.at - 8) : clause.at]
    if clause.thing >= 0 and clause.thing < clause.at:
        before = clause.lowers[max(clause.sentence.first, clause.thing - 4) : clause.thing]
    return _ONE.isdisjoint(before) and "when" not in clause.lowers[clause.at : clause.last]


def counted(scene: Scene, first: int, noun: Noun, date: str | None) -> bool:
    """Whether the noun phrase from token `first` on speaks of accidents in general, with the date given."""
    lowers = scene.document.lowers
    if first > 1 and lowers[first - 1] == "of" and lowers[first - 2] in _COUNTING:
        return True
    return noun.plural and date is not None and _long(date)


def habitual(scene: Scene, sentence: Sentence, at: int) -> bool:
    """Whether the words before token `at` make a habit of what the present tells: "every spring thousands march"."""
    return not _HABIT.isdisjoint(scene.document.lowers[max(sentence.first, at - 12) : at])


def _long(date: str) -> bool:
    first, last = bounds(date)
    return (last - first).days > _LONG
