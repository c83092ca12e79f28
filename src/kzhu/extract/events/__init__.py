"""The events a text tells: what happened, when, where, who took part."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import compress
from operator import or_

from kzhu.extract.document import Document, Sentence
from kzhu.extract.events.careers import read_careers, years_in
from kzhu.extract.events.frames import read_verb
from kzhu.extract.events.lexicon import Head
from kzhu.extract.events.nouns import read_noun
from kzhu.extract.events.scene import BEYOND, Scene, Told, lay_out
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
    careers = years_in(scene.times)
    stays = stayed_in(scene)
    if careers or stays or scene.sport:
        _hear(scene, _read_otherwise(scene, careers, stays), scene.hits, scene.heads)
    else:
        _hear(scene, document.sentences, scene.hits, scene.heads)
    return tuple([_event(document, told) for told in tell(scene, scene.heard)])


def _event(document: Document, told: Told) -> Event:
    """An event as a record has it."""
    first, last, people = told.first, told.last - 1, told.people
    return Event(
        told.type,
        told.plover,
        told.date,
        told.status,
        told.place,
        tuple([person.name for person in people]) if people else (),
        tuple(sorted(told.countries)),
        tuple.__new__(Span, (document.starts[first], document.ends[last if last > first else first])),
    )


def _read_otherwise(scene: Scene, careers: list[Time], stays: list[PlaceMention]) -> Iterator[Sentence]:
    """The article's sentences; behind each, what it tells by its years, places and scores is added to what is heard."""
    heard, sport = scene.heard, scene.sport
    years_at, stays_at = [time.first for time in careers], [place.first for place in stays]
    for sentence in scene.document.sentences:
        yield sentence
        _, _, first, last, _, zone = sentence
        if zone != "body":
            continue
        if careers and (i := bisect_left(years_at, first)) < (j := bisect_left(years_at, last)):
            heard.extend(read_careers(scene, sentence, careers[i:j]))
        if stays and (i := bisect_left(stays_at, first)) < (j := bisect_left(stays_at, last + _BEHIND)):
            heard.extend(read_stays(scene, sentence, stays[i:j]))
        if sport:
            heard.extend(read_scores(scene, sentence))
            scene.played = scene.played or any(told.type == "sport" for told in heard[-9:])


#: Tokens to either side of a trigger that can bear on it; more than nearly every sentence has.
_REACH = 80
_LONG = 2 * _REACH
#: Tokens from the verb of a stay to its place.
_BEHIND = 2


def _hear(scene: Scene, sentences: Iterable[Sentence], hits: list[int], heads: list[Head]) -> None:
    """Add the tellings of events in some sentences, in order, to what is heard.

    Args:
        scene: the article.
        sentences: the sentences to read.
        hits: their tokens to look at, closed by `BEYOND`.
        heads: what each of these tokens may begin.
    """
    lowers, lexicon, heard = scene.lowers, scene.lexicon, scene.heard
    signs, bits_of, dates, names = scene.signs, lexicon.signs.__getitem__, scene.times_at, scene.named_at
    anywhere, day, unpaired, common = lexicon.anywhere, lexicon.day, lexicon.unpaired, scene.frames
    # No sentence is read that begins further before its first hit.
    at, date, name = 0, bisect_left(dates, hits[0] - _LONG), bisect_left(names, hits[0] - _LONG)
    for sentence in sentences:
        _, _, first, last, _, zone = sentence
        while hits[at] < first:
            at += 1
        if hits[at] >= last or zone != "body":
            continue
        if last - first > _LONG:
            _hear_apart(scene, sentence, hits, heads, at)
            continue
        while dates[date] < first:
            date += 1
        while names[name] < first:
            name += 1
        # The bits of the frames that the sentence leaves possible; whether nothing in it tells a day.
        fitting = reduce(or_, map(bits_of, compress(lowers[first:last], signs[first:last])), anywhere)
        timeless = dates[date] >= last and not fitting & day
        fitting &= scene.undated if timeless else common
        if names[name] >= last:
            fitting &= unpaired
        skip = 0
        while (i := hits[at]) < last:
            nouns, bits, frames = heads[at]
            at += 1
            if (nouns is None and not bits & fitting) or i < skip:
                continue
            told = None
            if nouns is not None:
                for noun in nouns.get(lowers[i + 1], nouns[""]):
                    if not noun.second or lowers[i : i + noun.length] == noun.words:
                        told = read_noun(scene, sentence, i, noun)
                        if told is not None:
                            skip = i + noun.length
                        break
            if told is None and bits & fitting:
                told = read_verb(scene, sentence, i, frames, fitting, timeless=timeless)
            if told is not None:
                heard.append(told)


def _hear_apart(scene: Scene, sentence: Sentence, hits: list[int], heads: list[Head], at: int) -> None:
    """Hear every telling of an event in a sentence without end, from the surroundings of each hit from `at` on."""
    while (i := hits[at]) < sentence.last:
        near = sentence._replace(first=max(sentence.first, i - _REACH), last=min(sentence.last, i + _REACH))
        _hear(scene, (near,), [i, BEYOND], heads[at : at + 1])
        at += 1
