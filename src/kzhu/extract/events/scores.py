"""Matches told by their score, whatever the verb: "got the better of Ireland 3-1 in Riga on Tuesday"."""

from __future__ import annotations

from collections.abc import Iterator

from kzhu.extract.document import Sentence
from kzhu.extract.events.contests import is_score
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import in_the_past, own_date
from kzhu.extract.events.whereabouts import place_of
from kzhu.extract.events.words import word_set

#: Scores on the way to the last one, and sums of several.
_PARTIAL = word_set(
    "half half-time halftime break interval lead led leading ahead aggregate trailing trailed down quarter"
)


def read_scores(scene: Scene, sentence: Sentence) -> Iterator[Told]:
    """The match of a sentence that has the score of two countries' sides and no match told yet."""
    words = scene.document.words
    if any(told.type == "sport" and told.sentence.start == sentence.start for told in scene.heard[-4:]):
        return
    countries = scene.countries_in(sentence.first, sentence.last)
    if len(countries) < 2:
        return
    for i in range(sentence.first + 1, sentence.last - 1):
        if not is_score(words, i) or i in scene.taken:
            continue
        if not _PARTIAL.isdisjoint(scene.document.lowers[max(sentence.first, i - 4) : i + 5]):
            continue
        told = Told("sport", scene.lexicon.plover.get("sport"), sentence, i, sentence.first, i + 2, "match", "past")
        told.date = in_the_past(scene, sentence, own_date(scene, sentence, i, i + 1))
        told.own = told.date is not None
        told.countries = countries
        where = place_of(scene, sentence, sentence.first, sentence.last)
        told.place = where.name if where else None
        yield told
        return
