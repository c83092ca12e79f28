"""What the readers of events look at: the article with its people, places, times and quotations laid on its tokens."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain, starmap
from operator import attrgetter, itemgetter
from typing import NamedTuple

from kzhu.extract.document import Document, Sentence
from kzhu.extract.events.edges import mark_edges
from kzhu.extract.events.lexicon import Head, Lexicon, lexicon
from kzhu.extract.events.marks import (
    CLAUSE_END,
    COMPLEMENT_END,
    DATE_END,
    DOUBT,
    DURING,
    EDGE,
    NAMER,
    SIGN,
    TRIGGER,
    WHEN,
    marked,
    marker,
)
from kzhu.extract.events.words import word_set
from kzhu.extract.places import PlaceMention
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.periods import bounds
from kzhu.records import Person, Published, Source, Status

#: "In the evening" is that of the day of the story.
_PARTS_OF_DAY = word_set(
    """
    in on at the that same day evening morning afternoon night
    """
)


#: What orders mentions: their first tokens.
_FIRST = itemgetter(0)
_FIRST_OF = attrgetter("first")
#: The tokens that they take.
_TOKENS, _TOKENS_OF = itemgetter(0, 1), attrgetter("first", "last")
#: Words of the sports pages that make an article one about sport; of elections and space flights, one about these.
_SPORT_WORDS, _TOPIC_WORDS, _MONEY_WORDS = 3, 2, 4
#: More than any token: what closes the rows of first tokens, so that none need be asked for its length.
BEYOND = 1 << 62
#: Mentions of places among which one is looked up again.
_PLACES = 200


class Named(NamedTuple):
    """A person's mention: tokens [first, last)."""

    first: int
    last: int
    person: Person


@dataclass(slots=True)
class Told:
    """An event as one clause tells it."""

    type: str
    plover: str | None
    sentence: Sentence
    #: Token of the trigger.
    head: int
    #: Tokens [first, last) of the quote.
    first: int
    last: int
    #: The noun that names it, or the thing done: "forum", "protocol".
    key: str
    status: Status
    #: EDTF; `own` when the clause gives it, else it comes from the story around.
    date: str | None = None
    own: bool = False
    #: Told to be on the day of what was told before: "on the same day".
    same: bool = False
    place: str | None = None
    people: list[Person] = field(default_factory=list)
    countries: set[str] = field(default_factory=set)
    #: Points back at an event already told: "the meeting", "these talks".
    back: bool = False
    #: Said to be another one: "the next meeting", "another forum".
    other: bool = False
    #: Only announces a list: "several bilateral meetings".
    several: bool = False
    #: Its thing is spoken of as known: "the plaque".
    known: bool = False
    #: A state, not a deed: "is named after".
    stative: bool = False
    #: Said to be apart from what was told before: "in a separate accident".
    apart: bool = False
    #: Capitalised words of its name, folded: what tells one forum from another.
    name: frozenset[str] = frozenset()


@dataclass(slots=True)
class Scene:
    """One article laid out for reading its events."""

    document: Document
    knowledge: Knowledge
    lexicon: Lexicon
    people: tuple[Person, ...]
    named: list[Named]
    places: Sequence[PlaceMention]
    times: Sequence[Time]
    #: 1 for tokens inside a quotation.
    quoted: bytearray
    #: 1 for tokens that part clauses: boundary words and quotation marks.
    edges: bytearray
    published: Published
    source: Source
    #: The day of the news itself, None where none is plain.
    day: str | None = None
    #: Its city, as spelled, and that city's country.
    city: str | None = None
    city_country: str | None = None
    #: The countries the article is about, most named first.
    pair: tuple[str, ...] = ()
    sport: bool = False
    voting: bool = False
    #: Of "sport" and "space", what the article is about.
    topics: frozenset[str] = frozenset()
    #: In a digest, the country of a paragraph that is headed by one, for those asked for: "KYRGYZSTAN. The ...".
    sections: dict[int, str | None] = field(default_factory=dict)
    #: The countries of places asked for, by what these are called here.
    homes: dict[str, str | None] = field(default_factory=dict)
    #: Its words in lower case, and a stop behind the last: so that none need be asked whether another one follows.
    lowers: tuple[str, ...] = ()
    #: Tokens at which a noun or verb of an event may stand, closed by `BEYOND`; what each may begin.
    hits: list[int] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)
    #: 1 for tokens that some frame wants in its sentence; what else is marked is told in `kzhu.extract.events.marks`.
    signs: bytes = b""
    clause_ends: bytes = b""
    complement_ends: bytes = b""
    date_ends: bytes = b""
    #: Empty where the article has none.
    durings: bytes = b""
    whens: bytes = b""
    namers: bytes = b""
    #: The bits of the frames that fit what it is about; of these in a sentence where nothing tells a day.
    frames: int = 0
    undated: int = 0
    #: Everything told so far, and whether a match was.
    heard: list[Told] = field(default_factory=list)
    played: bool = False
    #: The first people with an office, of different countries: its principal and the other side of the story.
    sides: list[Person] = field(default_factory=list)
    #: First token of the body.
    begin: int = 0
    #: First tokens of the people, places and dates, to look them up by; `BEYOND` closes each row.
    named_at: list[int] = field(default_factory=list)
    places_at: list[int] = field(default_factory=list)
    times_at: list[int] = field(default_factory=list)
    #: Tokens at which people are named.
    namings: frozenset[int] = frozenset()
    #: The tokens of people's names and dates ("May", "March 31").
    taken: set[int] = field(default_factory=set)

    def people_in(self, first: int, last: int) -> list[Named]:
        """Mentions of people that begin in tokens [first, last)."""
        at = self.named_at
        i = bisect_left(at, first)
        return self.named[i : bisect_left(at, last, i)] if at[i] < last else []

    def peopled(self, first: int, last: int) -> bool:
        """Whether a mention of somebody begins in tokens [first, last)."""
        at = self.named_at
        return at[bisect_left(at, first)] < last

    def places_in(self, first: int, last: int) -> Sequence[PlaceMention]:
        """Place mentions that begin in tokens [first, last)."""
        at = self.places_at
        i = bisect_left(at, first)
        return self.places[i : bisect_left(at, last, i)] if at[i] < last else ()

    def pair_at(self, sentence: Sentence) -> tuple[str, ...]:
        """The countries that a sentence is about where it names none."""
        paragraph = sentence.paragraph
        if paragraph not in self.sections:
            self.sections[paragraph] = _section(self, sentence)
        code = self.sections[paragraph]
        return (code,) if code else self.pair

    def value(self, time: Time) -> str | None:
        """The date that a time expression gives an event."""
        if _PARTS_OF_DAY.issuperset(self.document.lowers[time.first : time.last]):
            return self.day or time.edtf
        return time.edtf or self.published.date

    def times_in(self, first: int, last: int) -> Sequence[Time]:
        """Dates that begin in tokens [first, last)."""
        at = self.times_at
        i = bisect_left(at, first)
        return self.times[i : bisect_left(at, last, i)] if at[i] < last else ()

    def dated(self, first: int, last: int) -> bool:
        """Whether a date begins in tokens [first, last)."""
        at = self.times_at
        return at[bisect_left(at, first)] < last

    def capitals_in(self, first: int, last: int) -> tuple[int, ...]:
        """Tokens of [first, last) that begin with a capital."""
        at = self.document.capitals
        i = bisect_left(at, first)
        return at[i : bisect_left(at, last, i)]

    def demonym_at(self, i: int) -> bool:
        """Whether token i is an adjective of a country."""
        at = self.places_at
        j = bisect_left(at, i)
        while at[j] == i:
            if self.places[j].kind == "demonym":
                return True
            j += 1
        return False

    def countries_in(self, first: int, last: int) -> set[str]:
        """Countries named, or meant by a demonym, in tokens [first, last)."""
        at = self.places_at
        i = bisect_left(at, first)
        found: set[str] = set()
        while at[i] < last:
            place = self.places[i]
            if place.kind != "place":
                found.update(place.countries)
            i += 1
        return found

    def country_of(self, spelling: str) -> str | None:
        """The country of a place that the article names so."""
        wanted = spelling.casefold()
        if wanted not in self.homes:
            text, code = self.document.text, None
            for place in self.places[:_PLACES]:
                if place.countries and place.kind != "demonym" and place.span.cut(text).casefold() == wanted:
                    code = place.countries[0]
                    break
            self.homes[wanted] = code
        return self.homes[wanted]

    def segment(self, sentence: Sentence, at: int) -> tuple[int, int]:
        """Tokens [first, last) of the clause around a token: between boundary words and quotation marks."""
        _, _, begin, end, _, _ = sentence
        first = self.edges.rfind(1, begin, at)
        last = self.edges.find(1, at + 1, end)
        return first + 1 if first >= 0 else begin, last if last >= 0 else end


def lay_out(
    document: Document,
    places: tuple[PlaceMention, ...],
    times: tuple[Time, ...],
    people: tuple[Person, ...],
    source: Source,
    published: Published,
    knowledge: Knowledge,
) -> Scene:
    """The scene of one article."""
    starts, lowers = document.starts, document.lowers
    new = tuple.__new__
    named = [
        new(Named, (first := bisect_left(starts, start), bisect_left(starts, end, first + 1), person))
        for person in people
        for start, end in person.mentions
    ]
    named.sort(key=_FIRST)
    # A day or week of a year not known ("last week") still dates: to the time of publication, as far as that is known.
    known = published.date
    dates = [
        time
        for time in times
        if time.kind == "date" and time.form != "same" and (time.edtf or (known and time.grain in {"day", "week"}))
    ]
    lex = lexicon(knowledge)
    rows, topics = marker(lex).rows(document)
    edges = bytearray(rows[EDGE])
    edges.append(0)
    quoted = mark_edges(document, edges, marked(rows[DOUBT]))
    scene = Scene(document, knowledge, lex, people, named, places, dates, quoted, edges, published, source)
    scene.lowers = (*lowers, ".")
    scene.hits = marked(rows[TRIGGER])
    heads = lex.heads
    scene.heads = [heads[lowers[i]] for i in scene.hits]
    scene.signs, scene.whens, scene.namers = rows[SIGN], rows[WHEN], rows[NAMER]
    scene.clause_ends, scene.durings = rows[CLAUSE_END], rows[DURING]
    scene.complement_ends, scene.date_ends = rows[COMPLEMENT_END], rows[DATE_END]
    _find_topics(scene, topics)
    scene.taken = set(chain.from_iterable(starmap(range, chain(map(_TOKENS, named), map(_TOKENS_OF, dates)))))
    scene.named_at = list(map(_FIRST, named))
    scene.namings = frozenset(scene.named_at)
    scene.places_at = list(map(_FIRST_OF, places))
    scene.times_at = list(map(_FIRST_OF, dates))
    for row in (scene.hits, scene.named_at, scene.places_at, scene.times_at):
        row.append(BEYOND)
    sides = scene.sides
    for person in people:
        if person.role and (not sides or sides[0].country != person.country):
            sides.append(person)
            if len(sides) > 1:
                break
    _find_pair(scene)
    _find_news(scene)
    return scene


def _find_topics(scene: Scene, counts: list[int]) -> None:
    """What the article is about, by how many of its words each subject uses; which frames can fit then."""
    sport, votes, space, money = counts
    scene.sport, scene.voting = sport >= _SPORT_WORDS, votes >= _TOPIC_WORDS
    about = (("sport", scene.sport), ("space", space >= _TOPIC_WORDS), ("bank", money >= _MONEY_WORDS))
    topics = [name for name, is_about in about if is_about]
    scene.topics = frozenset(topics)
    lex = scene.lexicon
    frames = lex.common
    for topic in topics:
        frames |= lex.topics.get(topic, 0)
    scene.frames, scene.undated = frames, frames & lex.undated


def _find_pair(scene: Scene) -> None:
    first, second = scene.sides if len(scene.sides) > 1 else (None, None)
    if first is not None and second is not None and first.country and second.country:
        scene.pair = (first.country, second.country)
    else:
        counts: dict[str, int] = {}
        for place in scene.places:
            for code in place.countries:
                counts[code] = counts.get(code, 0) + 1
        for person in scene.people:
            if person.country:
                counts[person.country] = counts.get(person.country, 0) + 1
        most = sorted(counts, key=counts.__getitem__, reverse=True)[:2]
        scene.pair = tuple([code for code in most if counts[code] > 1 or len(counts) < 3])


def _section(scene: Scene, sentence: Sentence) -> str | None:
    """The country in capitals that the paragraph of a sentence begins with: what it tells is of that country."""
    words, sentences = scene.document.words, scene.document.sentences
    i = bisect_left(sentences, (sentence.start,))
    while i and sentences[i - 1].paragraph == sentence.paragraph and sentences[i - 1].zone == "body":
        i -= 1
    first = sentences[i].first
    code = None
    if words[first].isupper() and len(words[first]) > 3:
        for place in scene.places_in(first, first + 1):
            if place.kind == "country" and words[place.last : place.last + 1] in {(".",), (":",), ("–",), ("—",)}:
                code = place.countries[0]
    return code


def _find_news(scene: Scene) -> None:
    """The day and the city of the news itself."""
    document, published = scene.document, scene.published
    lead = None
    for sentence in document.sentences:
        if sentence.zone == "body":
            lead = sentence
            break
    latest = None
    if published.date:
        latest = bounds(published.date)[1]
    elif published.latest:
        latest = bounds(published.latest)[1]
    if lead is not None:
        scene.begin = lead.first
        dateline = document.token_at(document.dateline.start) if document.dateline else lead.first
        for time in (*scene.times_in(lead.first, lead.last), *scene.times_in(dateline, lead.first)):
            value = scene.value(time)
            if time.grain in {"day", "week"} and value and (latest is None or bounds(value)[0] <= latest):
                scene.day = value
                break
    if scene.day is None and published.date and len(published.date) == 10:
        scene.day = published.date
    scene.city = scene.source.dateline
    if scene.city:
        scene.city_country = scene.country_of(scene.city)
