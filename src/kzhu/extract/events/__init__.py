"""The events a text tells: what happened, when, where, who took part."""

from __future__ import annotations

from bisect import bisect_left
from itertools import compress

from kzhu.extract.document import Document, Sentence
from kzhu.extract.events.careers import read_careers, spans_years
from kzhu.extract.events.frames import read_verb
from kzhu.extract.events.nouns import read_noun
from kzhu.extract.events.scene import Scene, lay_out
from kzhu.extract.events.scores import read_scores
from kzhu.extract.events.stays import read_stays, stayed_in
from kzhu.extract.events.story import tell
from kzhu.extract.events.words import DAYS
from kzhu.extract.places import PlaceMention
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Event, Person, Published, Source, Span


def read_events(
    document: Document,
    places: tuple[PlaceMention, ...],
    times: tuple[Time, ...],
    people: tuple[Person, ...],
    source: Source,
    published: Published,
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Every event, in order of the text, each told once.

    Args:
        document: the article, cut up.
        places: its places, as found.
        times: its time expressions, resolved.
        people: its people, with their roles and countries.
        source: its dateline tells the city of the news.
        published: when the news itself is from.
        knowledge: events.yaml holds the words that tell an event.
    """
    scene = lay_out(document, places, times, people, source, published, knowledge)
    careers = any(map(spans_years, scene.times))
    hits, at, stays, sport = scene.hits, 0, stayed_in(scene), scene.sport
    for sentence in document.sentences:
        if sentence.zone != "body":
            continue
        at, end = bisect_left(hits, sentence.first, at), bisect_left(hits, sentence.last, at)
        if at < end:
            _listen(scene, sentence, hits[at:end])
        if careers:
            scene.heard.extend(read_careers(scene, sentence))
        if stays:
            scene.heard.extend(read_stays(scene, sentence, stays))
        if sport:
            scene.heard.extend(read_scores(scene, sentence))
            scene.played = scene.played or any(told.type == "sport" for told in scene.heard[-9:])
    starts, ends = document.starts, document.ends
    return tuple(
        Event(
            type=told.type,
            plover=told.plover,
            date=told.date,
            status=told.status,
            place=told.place,
            people=tuple(person.name for person in told.people),
            countries=tuple(sorted(told.countries)),
            span=Span(starts[told.first], ends[max(told.first, told.last - 1)]),
        )
        for told in tell(scene, scene.heard)
    )


#: Tokens to either side of a trigger that can bear on it; more than nearly every sentence has.
_REACH = 80


def _listen(scene: Scene, sentence: Sentence, hits: list[int]) -> None:
    """Hear every telling of an event in a sentence; of one without end, from each trigger's surroundings."""
    if sentence.last - sentence.first <= 2 * _REACH:
        _hear(scene, sentence, hits)
        return
    for i in hits:
        first, last = max(sentence.first, i - _REACH), min(sentence.last, i + _REACH)
        _hear(scene, sentence._replace(first=first, last=last), [i])


def _hear(scene: Scene, sentence: Sentence, hits: list[int]) -> None:
    """Add the tellings at some of a sentence's tokens, where triggers stand, to what is heard."""
    lowers, lexicon = scene.document.lowers, scene.lexicon
    nouns, verbs, wanted = lexicon.nouns, lexicon.verbs, lexicon.wanted
    signs: frozenset[str] | None = None
    timeless = False
    skip = sentence.first
    for i in hits:
        if i < skip:
            continue
        word = lowers[i]
        if word in nouns:
            behind = lowers[i + 1] if i + 1 < len(lowers) else "."
            for noun in nouns[word]:
                if not noun.second or (noun.second == behind and lowers[i : i + len(noun.words)] == noun.words):
                    told = read_noun(scene, sentence, i, noun)
                    if told is not None:
                        scene.heard.append(told)
                        skip = i + len(noun.words)
                    break
        if i >= skip and word in verbs:
            if signs is None:
                first, last = sentence.first, sentence.last
                signs = frozenset(compress(lowers[first:last], scene.signs[first:last]))
                timeless = DAYS.isdisjoint(signs) and not scene.dated(first, last)
            if word in wanted and wanted[word].isdisjoint(signs):
                continue
            told = read_verb(scene, sentence, i, signs, timeless=timeless)
            if told is not None:
                scene.heard.append(told)
