"""The words of events.yaml, compiled for looking up token by token."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kzhu.extract.events.forms import Form, forms_of, plural_of
from kzhu.extract.events.words import COURTS, CRAFT, DAYS, FIRST
from kzhu.knowledge import Knowledge
from kzhu.tokens import words_of

#: Words without which a need cannot be met.
_WANTED = {"first": FIRST, "craft": CRAFT, "court": COURTS, "score": frozenset("-–:")}
#: Words that nearly every sentence has: a frame that wants one of them may be told by any.
_USUAL = frozenset({"the", "of", "in"})
#: Needs that ask nothing about people: tested before these are looked for.
_EARLY = frozenset(
    """
    date place facility first score court country coming unpeopled built standing due craft casualty handed named
    after moved shown bearer
    """.split()
)
#: Needs that the verb alone must meet: asked before its clause is looked at.
_AT_ONCE = frozenset({"beside", "undergone", "underway"})
#: Parts of other verbs: "sat down", "did best".
_PARTICLES = frozenset({"down", "best"})
#: Needs that only an article about one subject can meet.
_TOPICS = {"race": "sport", "raced": "sport", "fixture": "sport", "spaceflight": "space"}
#: Needs that only a clause with a date can meet, only a passive, and only a verb that is none.
_DATED = frozenset("date unpeopled arrival moved due raced fixture sides spaceflight ahead".split())
_UNDERGONE, _ACTIVE = frozenset({"undergone", "unpeopled"}), frozenset({"raced", "standing", "ahead"})
#: Words of which one must stand behind the verb, "again" passed over.
_FOLLOWED = {
    "arrival": frozenset({"in", "at", "to", "on", "from"}),
    "guests": frozenset({"in", "at", "by", "on"}),
    "moved": frozenset({"to", "on"}),
    "raced": frozenset({"in", "at", "on", "there", "here", "next", "first", "second", "third"}),
    "standing": frozenset({"in", "on", "at", "next", "last", "this", "by", ".", ","}),
    "underway": frozenset({"under", "underway", "going"}),
}


class Phrases:
    """Lower-case phrases, found at a token; the longest wins."""

    __slots__ = ("by_first", "firsts")

    def __init__(self, phrases: Iterable[str], *, plural: bool = True) -> None:
        by_first: dict[str, list[tuple[str, ...]]] = {}
        for phrase in phrases:
            for text in (phrase, plural_of(phrase)) if plural else (phrase,):
                words = words_of(text)
                if words not in by_first.setdefault(words[0], []):
                    by_first[words[0]].append(words)
        #: They, each behind its length, by their first words; and these alone.
        self.by_first = {
            first: tuple([(len(words), words) for words in sorted(found, key=len, reverse=True)])
            for first, found in by_first.items()
        }
        self.firsts = frozenset(by_first)

    def __bool__(self) -> bool:
        return bool(self.by_first)

    @property
    def signs(self) -> frozenset[str]:
        """The longest word of each phrase: where none of them stands, no phrase does."""
        return frozenset(max(words, key=len) for found in self.by_first.values() for _, words in found)

    def at(self, lowers: tuple[str, ...], i: int) -> int:
        """How many tokens the phrase at token i has; 0 where none begins."""
        for length, words in self.by_first.get(lowers[i], ()):
            if length == 1 or lowers[i : i + length] == words:
                return length
        return 0

    def find(self, lowers: tuple[str, ...], first: int, last: int) -> tuple[int, int] | None:
        """Tokens [first, last) of the first phrase in that stretch."""
        if self.firsts.isdisjoint(lowers[first:last]):
            return None
        by_first = self.by_first
        for i in range(first, last):
            if lowers[i] in by_first:
                length = self.at(lowers, i)
                if length and i + length <= last:
                    return i, i + length
        return None


@lru_cache(maxsize=1 << 8)
def _phrases(phrases: tuple[str, ...]) -> Phrases:
    """Phrases of a frame; many frames are told of the same things."""
    return Phrases(phrases)


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """A way to tell an event by a verb."""

    type: str
    plover: str | None
    things: Phrases
    subjects: Phrases
    needs: tuple[str, ...]
    #: Its needs that ask nothing about people, and the others.
    early: tuple[str, ...]
    late: tuple[str, ...]
    #: Words of which a sentence must have one for the frame to fit; empty where any sentence may do.
    wanted: frozenset[str]
    #: What an article must be about for it to fit: "sport", "space", or anything ("").
    topic: str
    #: Words of which one must stand behind its verb; empty where any may.
    followed: frozenset[str]
    #: Whether it asks for a date, for its particle right behind the verb, for people who meet and nothing else, for a
    #: passive, for a verb that is none, for a day or year by which it is to stand.
    dated: bool
    beside: bool
    paired: bool
    undergone: bool
    active: bool
    ahead: bool
    #: Whether it asks for some thing or subject at all; whether for a thing that only stands behind an active verb.
    acting: bool
    aimed: bool
    #: The bit that stands for it among all frames.
    bit: int


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names an event."""

    type: str
    plover: str | None
    words: tuple[str, ...]
    #: The second of its words, "" where it has one; the last, and behind how many tokens it ends.
    second: str
    last: str
    length: int
    plural: bool


#: The frames of a form of a verb, each with its bit and the form.
Verb = tuple[tuple[int, Form, Frame], ...]
#: What a word may begin: nouns by their second word, those of one word behind each and as ""; None where none; and
#: the bits of its frames as a verb, and these.
Head = tuple[dict[str, tuple[Noun, ...]] | None, int, Verb]


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything in events.yaml, by the first word."""

    heads: dict[str, Head]
    #: The frames of each verb form.
    verbs: dict[str, Verb]
    #: The bits of the frames that each word lets fit when its sentence has it; a word that tells a day has the bit
    #: `day`.
    signs: dict[str, int]
    day: int
    #: The bits of the frames that fit any sentence, those that do without a date, without people, and in an article
    #: about nothing special; those besides that fit one about a subject.
    anywhere: int
    undated: int
    unpaired: int
    common: int
    topics: dict[str, int]
    #: Bodies by the type of their meetings.
    bodies: dict[str, Phrases]
    #: Every thing and subject of an opening, a commemoration and so on, for the needs of frames.
    facilities: Phrases
    plover: dict[str, str | None]
    #: First words of nouns and verbs: where to look at all.
    triggers: frozenset[str]


@lru_cache(maxsize=8)
def lexicon(knowledge: Knowledge) -> Lexicon:
    """The lexicon of an archive's knowledge."""
    nouns: dict[str, list[Noun]] = {}
    verbs: dict[str, list[tuple[Form, Frame]]] = {}
    bodies: dict[str, Phrases] = {}
    frames: list[Frame] = []
    for event in knowledge.events.values():
        for noun in event.nouns:
            for text in dict.fromkeys((noun, plural_of(noun))):
                words = words_of(text)
                nouns.setdefault(words[0], []).append(
                    Noun(
                        event.key,
                        event.plover,
                        words,
                        words[1] if len(words) > 1 else "",
                        words[-1],
                        len(words),
                        text != noun,
                    )
                )
        if event.bodies:
            bodies[event.key] = Phrases(event.bodies)
        for told in event.frames:
            things, subjects = _phrases(told.things), _phrases(told.subjects)
            plover = told.plover or event.plover
            # "It was opened in May": the thing may be told in the sentence before.
            pronoun = frozenset({"it"}) if told.subjects else frozenset()
            # A need's own words are the rarer ones.
            wanted = next((_WANTED[need] for need in told.needs if need in _WANTED), things.signs | subjects.signs)
            wanted |= pronoun
            if not wanted.isdisjoint(_USUAL):
                wanted = frozenset()
            topic = next((_TOPICS[need] for need in told.needs if need in _TOPICS), "")
            followed = [_FOLLOWED[need] for need in told.needs if need in _FOLLOWED]
            frame = Frame(
                event.key,
                plover,
                things,
                subjects,
                told.needs,
                tuple([need for need in told.needs if need in _EARLY]),
                tuple([need for need in told.needs if need not in _EARLY | _AT_ONCE]),
                wanted,
                topic,
                followed=frozenset.intersection(*followed) if followed else frozenset(),
                dated=not _DATED.isdisjoint(told.needs),
                beside="beside" in told.needs,
                paired=event.key == "meeting" and "pair" in told.needs and "beside" not in told.needs,
                undergone=not _UNDERGONE.isdisjoint(told.needs),
                active=not _ACTIVE.isdisjoint(told.needs),
                ahead="ahead" in told.needs,
                acting=bool(things or subjects),
                aimed=bool(things) and not (subjects or event.key == "agreement" or "beside" in told.needs),
                bit=1 << len(frames),
            )
            frames.append(frame)
            for verb in told.verbs:
                for form, kind in forms_of(verb).items():
                    # No other form makes a passive, or goes with "be".
                    only = "past" if frame.undergone else "ing" if "due" in told.needs else kind
                    verbs.setdefault(form, [])
                    if kind == only:
                        verbs[form].append((kind, frame))
    opening = knowledge.events.get("opening")
    facilities = Phrases(thing for frame in opening.frames for thing in frame.subjects) if opening else Phrases(())
    heads: dict[str, Head] = {first: (_by_second(found), 0, ()) for first, found in nouns.items()}
    # "Spoke by telephone" must win over "spoke with".
    told_by: dict[str, Verb] = {
        form: tuple(
            [(frame.bit, kind, frame) for kind, frame in sorted(found, key=lambda told: told[1].type != "call")]
        )
        for form, found in verbs.items()
    }
    for form, found in told_by.items():
        if found and form not in _PARTICLES:
            heads[form] = (heads[form][0] if form in heads else None, _bits([frame for _, _, frame in found]), found)
    return Lexicon(
        heads=heads,
        verbs=told_by,
        signs=_signs(frames, 1 << len(frames)),
        day=1 << len(frames),
        anywhere=_bits([frame for frame in frames if not frame.wanted]),
        undated=_bits([frame for frame in frames if not frame.dated]),
        unpaired=_bits([frame for frame in frames if not frame.paired]),
        common=_bits([frame for frame in frames if not frame.topic]),
        topics={
            topic: _bits([frame for frame in frames if frame.topic == topic]) for topic in sorted(set(_TOPICS.values()))
        },
        bodies=bodies,
        facilities=facilities,
        plover={event.key: event.plover for event in knowledge.events.values()},
        triggers=frozenset(heads),
    )


def _by_second(nouns: list[Noun]) -> dict[str, tuple[Noun, ...]]:
    """The nouns of one first word by their second, the longest first; those of one word alone behind all, and as ""."""
    nouns = sorted(nouns, key=lambda noun: -len(noun.words))
    return {
        second: tuple([noun for noun in nouns if noun.second in {second, ""}])
        for second in ("", *[noun.second for noun in nouns])
    }


def _bits(frames: list[Frame]) -> int:
    """The bits of some frames together."""
    bits = 0
    for frame in frames:
        bits |= frame.bit
    return bits


def _signs(frames: list[Frame], day: int) -> dict[str, int]:
    """The bits of the frames that want each word; those that tell a day have a bit of their own besides."""
    signs = dict.fromkeys(DAYS, day)
    for frame in frames:
        for word in frame.wanted:
            signs[word] = signs.get(word, 0) | frame.bit
    return signs
