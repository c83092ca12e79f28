"""The events a text tells: what happened, when, where, who took part."""

from __future__ import annotations

from bisect import bisect_left
from functools import reduce
from itertools import compress
from operator import or_

from kzhu.extract.document import Document, Sentence
from kzhu.extract.events.careers import read_careers, spans_years
from kzhu.extract.events.frames import read_verb
from kzhu.extract.events.nouns import read_noun
from kzhu.extract.events.scene import Scene, Told, lay_out
from kzhu.extract.events.scores import read_scores
from kzhu.extract.events.stays import read_stays, stayed_in
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
    hits, heard, sport = scene.hits, scene.heard, scene.sport
    careers = [time for time in scene.times if time.edtf and "/" in time.edtf and spans_years(time)]
    stays = stayed_in(scene)
    told_otherwise = careers or stays or sport
    at = 0
    for sentence in document.sentences:
        _, _, first, last, _, zone = sentence
        if zone != "body":
            continue
        begin = bisect_left(hits, first, at)
        at = bisect_left(hits, last, begin)
        if begin == at:
            pass
        elif last - first <= _LONG:
            _hear(scene, sentence, begin, at)
        else:
            _hear_apart(scene, sentence, begin, at)
        if not told_otherwise:
            continue
        if careers:
            heard.extend(read_careers(scene, sentence))
        if stays:
            heard.extend(read_stays(scene, sentence, stays))
        if sport:
            heard.extend(read_scores(scene, sentence))
            scene.played = scene.played or any(told.type == "sport" for told in heard[-9:])
    return tuple([_event(document, told) for told in tell(scene, heard)])


def _event(document: Document, told: Told) -> Event:
    """An event as a record has it."""
    first, people = told.first, told.people
    return Event(
        told.type,
        told.plover,
        told.date,
        told.status,
        told.place,
        tuple([person.name for person in people]) if people else (),
        tuple(sorted(told.countries)),
        Span(document.starts[first], document.ends[max(first, told.last - 1)]),
    )


#: Tokens to either side of a trigger that can bear on it; more than nearly every sentence has.
_REACH = 80
_LONG = 2 * _REACH


def _hear_apart(scene: Scene, sentence: Sentence, begin: int, end: int) -> None:
    """Hear every telling of an event in a sentence without end, from each trigger's surroundings."""
    for at in range(begin, end):
        i = scene.hits[at]
        first, last = max(sentence.first, i - _REACH), min(sentence.last, i + _REACH)
        _hear(scene, sentence._replace(first=first, last=last), at, at + 1)


def _hear(scene: Scene, sentence: Sentence, begin: int, end: int) -> None:
    """Add the tellings at some of a sentence's triggers, the hits [begin, end), to what is heard."""
    lowers, lexicon = scene.document.lowers, scene.lexicon
    _, _, first, last, _, _ = sentence
    # The bits of the frames that the sentence leaves possible; whether nothing in it tells a day.
    signs = compress(lowers[first:last], scene.signs[first:last])
    fitting = reduce(or_, map(lexicon.signs.__getitem__, signs), lexicon.anywhere)
    dates, names = scene.times_at, scene.named_at
    timeless = not fitting & lexicon.day and dates[bisect_left(dates, first)] >= last
    fitting &= scene.undated if timeless else scene.frames
    if names[bisect_left(names, first)] >= last:
        fitting &= lexicon.unpaired
    skip = 0
    for i, (nouns, frames) in scene.heads[begin:end]:
        if (nouns is None and not frames & fitting) or i < skip:
            continue
        told = None
        if nouns is not None:
            for noun in nouns.get(lowers[i + 1] if i + 1 < len(lowers) else "", nouns[""]):
                if not noun.second or lowers[i : i + len(noun.words)] == noun.words:
                    told = read_noun(scene, sentence, i, noun)
                    if told is not None:
                        skip = i + len(noun.words)
                    break
        if told is None and frames & fitting:
            told = read_verb(scene, sentence, i, fitting, timeless=timeless)
        if told is not None:
            scene.heard.append(told)
