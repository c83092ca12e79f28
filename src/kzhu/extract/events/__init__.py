"""The events a text tells: what happened, when, where, who took part."""

from __future__ import annotations

from collections.abc import Iterator

from kzhu.extract.document import Document, Sentence
from kzhu.extract.events.frames import read_verb
from kzhu.extract.events.nouns import read_noun
from kzhu.extract.events.scene import Scene, Told, lay_out
from kzhu.extract.events.story import tell
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
    heard = [told for sentence in document.sentences if sentence.zone == "body" for told in _listen(scene, sentence)]
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
        for told in tell(scene, heard)
    )


def _listen(scene: Scene, sentence: Sentence) -> Iterator[Told]:
    """Every telling of an event in a sentence."""
    lowers = scene.document.lowers
    nouns, verbs = scene.lexicon.nouns, scene.lexicon.verbs
    skip = sentence.first
    for i in range(sentence.first, sentence.last):
        word = lowers[i]
        if i < skip or (word not in nouns and word not in verbs) or scene.covered(i):
            continue
        if word in nouns:
            for noun in nouns[word]:
                if len(noun.words) == 1 or lowers[i : i + len(noun.words)] == noun.words:
                    told = read_noun(scene, sentence, i, noun)
                    if told is not None:
                        yield told
                        skip = i + len(noun.words)
                    break
        if word in verbs and i >= skip:
            for form, frame in verbs[word]:
                told = read_verb(scene, sentence, i, form, frame)
                if told is not None:
                    yield told
                    break
