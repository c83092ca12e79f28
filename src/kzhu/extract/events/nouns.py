"""Events told by a noun: "the 9th meeting of the commission took place", "during a visit to Rome"."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.anchors import Anchor, find_anchor, is_idea
from kzhu.extract.events.bodies import multilateral, sitting_of
from kzhu.extract.events.counts import counted
from kzhu.extract.events.lexicon import Noun
from kzhu.extract.events.phrases import Phrase, complement, describes, is_verb, of_culture, ordinal, phrase_at, tail
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import own_date, same_time, to_come
from kzhu.extract.events.whereabouts import Where, place_of
from kzhu.extract.events.who import meant, once, present, speaks
from kzhu.extract.events.words import (
    AHEAD,
    ANOTHER,
    BANKING,
    COMERS,
    CONTESTS,
    CULTURAL,
    DEEDS,
    DELEGATES,
    FESTIVE,
    NEVER,
    OFFICES,
    PLAIN,
    PREPARING,
    SITTINGS,
    THE,
    VAGUE,
    WISHES,
    A,
    word_set,
)
from kzhu.records import Person

#: Plurals that name one event: "the talks".
_ONE = word_set("talks negotiations consultations elections")
_GUESTS = DELEGATES | COMERS
_OTHERS = frozenset({"with", "between", "among"})
#: Types told by their noun and a verb alone, with nobody and no place named.
_BARE = frozenset({"consultation", "incident", "summit", "agreement"})
#: Types that a date right beside the noun is enough for: "a strike last month".
_DATED = frozenset({"incident", "visit", "summit", "meeting", "call", "consultation"})
#: Types told without the people named beside them, unless these attend.
_IMPERSONAL = frozenset({"other", "incident", "decision"})
#: Types of things that come from elsewhere.
_SHOWN = frozenset({"opening", "other"})
#: Types whose country is also that of the place.
_LOCAL = frozenset({"visit", "incident", "commemoration", "opening"})
_REMOTE = word_set("online telephone phone virtual")
_WISHING = word_set("congratulated congratulates congratulate congratulating wished wishes")
_COURSE = word_set("in the course of during on at margins sidelines fringes")
_MEMORIES = word_set("memory honour honor anniversary jubilee marking commemorating birthday centenary")
#: Nouns that also name the body itself: "the General Assembly on Monday adopted".
_BODY_NAMES = frozenset({"assembly", "congress", "plenary"})


def read_noun(scene: Scene, sentence: Sentence, at: int, noun: Noun) -> Told | None:
    """The event that the noun at a token tells, None where it only mentions a kind of thing."""
    lowers = scene.document.lowers
    if noun.last in CULTURAL and not (scene.document.words[at][0].isupper() or of_culture(scene, at)):
        return None
    end = at + noun.length
    if at in scene.taken or describes(scene, sentence, end):
        return None
    phrase = phrase_at(scene, sentence, at, end)
    if is_verb(scene, sentence, phrase, noun):
        return None
    if not NEVER.isdisjoint(phrase.mods) or (
        noun.plural and noun.last not in _ONE and not VAGUE.isdisjoint(phrase.mods)
    ):
        return None
    kind, key = _type_of(scene, sentence, noun, phrase)
    floor = phrase.first - 5
    if floor < sentence.first:
        floor = sentence.first
    if "welcome" in lowers[floor : phrase.first] and not {"will", "to"}.isdisjoint(lowers[floor : phrase.first]):
        # "Rome will welcome the next forum" is no wish.
        floor = phrase.first
    behind = lowers[end : end + 2]
    if kind is None or (behind != (",", "which") and not WISHES.isdisjoint(lowers[floor : phrase.first])):
        return None
    if is_idea(scene, sentence, phrase.first):
        return None
    phrase.reach = complement(scene, sentence, end)
    anchor = find_anchor(scene, sentence, phrase.first, at, phrase.reach)
    if anchor is None and kind in _DATED and key not in _BODY_NAMES and scene.times_in(phrase.first, phrase.reach + 2):
        anchor = Anchor(phrase.first, phrase.first, None)
    if anchor is None or (anchor.group is not None and anchor.group.tense == "unreal"):
        return None
    told = _event(scene, sentence, phrase, anchor, kind, key)
    if kind == "incident" and counted(scene, phrase.first, noun, told.date):
        return None
    if _holds(scene, told, phrase, anchor, noun):
        return told
    return None


def _type_of(scene: Scene, sentence: Sentence, noun: Noun, phrase: Phrase) -> tuple[str | None, str]:
    """The type of event, which the words around the noun may narrow, and the noun that names it."""
    lowers, kind, key = scene.document.lowers, noun.type, noun.last
    after = lowers[phrase.end] if phrase.end < sentence.last else "."
    if key == "audience" and after != "with":
        # That of a speech.
        return None, key
    if kind == "meeting" and not _REMOTE.isdisjoint(phrase.mods):
        return "call", key
    if key == "one":
        # "The next one will be hosted by the Kazakh capital".
        return next((t.type for t in reversed(scene.heard[-3:]) if t.type in {"consultation", "summit"}), None), key
    if key in CULTURAL and len(noun.words) == 1:
        # "The Week of Estonian Film", "Polish Days".
        reach = min(sentence.last, phrase.end + 4) if after == "of" else phrase.end
        return (kind if scene.countries_in(phrase.first, reach) else None), key
    if key in SITTINGS and kind != "call":
        body = sitting_of(scene, sentence, phrase.first, phrase.at, phrase.end)
        if body is None and key in {"session", "sitting"} and (ordinal(phrase) or not ANOTHER.isdisjoint(phrase.mods)):
            # "Rome will host the eighth session": of the body told of before.
            body = next((told.type for told in reversed(scene.heard) if told.type in {"consultation", "summit"}), None)
        if body == "consultation" and _banks(scene, phrase):
            # The council of one bank only meets.
            return "meeting", key
        if body or key in {"session", "sessions", "sitting", "sittings"}:
            return body, key
    if kind == "other" and key in FESTIVE and _in_memory(scene, sentence, phrase):
        return "commemoration", key
    if key == "opening" and after != "of" and _owned(scene, sentence, phrase):
        return kind, key
    if key in DEEDS and len(noun.words) == 1:
        if after != "of":
            return None, key
        found = scene.lexicon.facilities.find(lowers, phrase.end, min(sentence.last, phrase.end + 8))
        if kind == "opening":
            return ("opening", lowers[found[1] - 1]) if found else (None, key)
    elif key == "inauguration" and after == "of":
        found = scene.lexicon.facilities.find(lowers, phrase.end, min(sentence.last, phrase.end + 8))
        of = lowers[phrase.end + 1 : phrase.end + 6]
        built = of[:1] and of[0] in {"the", "a", "an"} and OFFICES.isdisjoint(of)
        if found or (built and not scene.people_in(phrase.end, phrase.end + 6)):
            return "opening", lowers[found[1] - 1] if found else key
        return kind, key
    elif key in {"inauguration", "resignation", "swearing-in"}:
        return kind, key
    elif (kind == "agreement" and key != "ceremony" and after != "of") or (
        kind == "appointment" and key != "ceremony" and after not in {"of", "as", "to"}
    ):
        return None, key
    if key == "round" and scene.voting and not scene.sport:
        return "other", key
    if key == "round" and (scene.sport or ANOTHER.isdisjoint(phrase.mods)):
        return None, key
    if scene.sport and kind == "visit":
        return None, key
    if kind == "sport":
        proper = scene.document.words[phrase.at - 1][0].isupper()
        if (not scene.sport and not proper) or (key in CONTESTS and phrase.at == phrase.first):
            return None, key
    elif scene.sport and (kind == "incident" or key in {"competition", "contest"}):
        return None, key
    return kind, key


def _in_memory(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a concert is given for the memory or jubilee of somebody or something."""
    behind = scene.document.lowers[phrase.end : min(sentence.last, phrase.end + 8)]
    return not _MEMORIES.isdisjoint(behind)


def _owned(scene: Scene, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether it is the opening of something built: "the hospital, whose opening", "its opening"."""
    lowers = scene.document.lowers
    owner = phrase.article == "its" or lowers[phrase.first - 1 : phrase.first] == ("whose",)
    return owner and scene.lexicon.facilities.find(lowers, sentence.first, phrase.first) is not None


def _banks(scene: Scene, phrase: Phrase) -> bool:
    """Whether a meeting is that of a central bank about its rates."""
    near = scene.document.lowers[max(0, phrase.first - 2) : phrase.end + 8]
    return ("bank" in scene.topics or not BANKING.isdisjoint(near)) and len(
        scene.countries_in(phrase.first, phrase.end + 8)
    ) < 2


def _event(scene: Scene, sentence: Sentence, phrase: Phrase, anchor: Anchor, kind: str, key: str) -> Told:
    lowers, words = scene.document.lowers, scene.document.words
    begin, end, reach, (at, quoted, group) = phrase.first, phrase.end, phrase.reach, anchor
    behind, planned = at >= end, group is not None and group.tense == "planned"
    # The anchor stands before the noun or behind it, and the complement never ends before the noun does.
    first, last = quoted if quoted < begin else begin, reach if reach > at else at + 1
    told = Told(kind, scene.lexicon.plover.get(kind), sentence, phrase.at, first, last, key, "past")
    if scene.dated(sentence.first, sentence.last):
        date = own_date(scene, sentence, at, at + 1) if behind else None
        date = date or own_date(scene, sentence, begin, end) or _date_led(scene, sentence, begin)
        told.own = date is not None
        told.date = to_come(scene, sentence, sentence.first, date) if planned else date
    if (
        planned
        or not AHEAD.isdisjoint(phrase.mods)
        or not PREPARING.isdisjoint(lowers[begin - 4 if begin - 4 > sentence.first else sentence.first : begin])
    ):
        told.status = "planned"
    where = place_of(scene, sentence, at, tail(scene, sentence, at + 1)) if behind else None
    if where is None and not (behind and kind in _SHOWN):
        # "An exhibition from a museum in Budapest opened" is not in Budapest.
        stop = tail(scene, sentence, end)
        where = place_of(scene, sentence, begin, stop if stop > reach else reach)
    where = where or _in_name(scene, phrase)
    told.countries = scene.countries_in(begin, reach)
    if kind == "sport" and not told.countries:
        told.countries = scene.countries_in(sentence.first, begin)
    elif kind == "summit":
        where = where or _of_summit(scene, sentence, phrase, at)
        if not told.countries and phrase.article in A:
            told.countries = scene.countries_in(scene.segment(sentence, phrase.at)[0], begin)
    if where is not None:
        told.place = where.name
        if where.country and kind in _LOCAL:
            told.countries.add(where.country)
    if kind not in _IMPERSONAL or (group is not None and not behind):
        told.people = _people(scene, told, phrase, at)
    told.other = not ANOTHER.isdisjoint(phrase.mods) or key == "one"
    told.several = kind == "meeting" and lowers[phrase.at] not in _ONE and key.endswith("s")
    names = [lowers[i] for i in scene.capitals_in(begin, reach) if len(words[i]) > 3 or words[i] == "UN"]
    told.name = frozenset(names)
    told.last = _quote_last(scene, told, where, last)
    told.same = told.date is None and same_time(scene, sentence)
    return told


def _people(scene: Scene, told: Told, phrase: Phrase, at: int) -> list[Person]:
    """Who takes part in an event told by a noun, whose anchor is at a token."""
    kind, sentence, lowers = told.type, told.sentence, scene.document.lowers
    first, end = scene.segment(sentence, phrase.at)
    people = [
        named.person
        for named in present(scene, sentence, first, end)
        if told.status == "past" or not speaks(scene, named)
    ]
    if kind in {"meeting", "call"}:
        if len(people) < 2:
            people += meant(scene, sentence, first, end, plural=not people)
        elif at < phrase.first:
            # "In Rome he will hold talks with A and B".
            people = meant(scene, sentence, first, at, plural=False) + people
    elif kind == "appointment":
        if lowers[phrase.end : phrase.end + 1] == ("of",):
            people = [named.person for named in scene.people_in(phrase.end, phrase.reach + 1)] or people
        if phrase.article in {"his", "her"}:
            people = _wished(scene, sentence, first, phrase.first) or people
    elif kind == "visit" and len(people) > 1:
        # "A, who is in Rome on a visit, met with B": the visit is A's.
        guests = [named.person for named in scene.people_in(first, phrase.reach)]
        people = [person for person in people if person in guests] or people[:1]
    elif kind == "agreement" and not people:
        people = meant(scene, sentence, first, at)
    return once(people)


def _of_summit(scene: Scene, sentence: Sentence, phrase: Phrase, at: int) -> Where | None:
    """The place of a summit told before its anchor, at a token, or the city that hosts it."""
    where = None
    if at < phrase.first:
        # "Firms from Vietnam had sent people to Hanoi for a forum".
        where = place_of(scene, sentence, scene.segment(sentence, phrase.at)[0], at)
    return where or _hosting(scene, at)


def _date_led(scene: Scene, sentence: Sentence, first: int) -> str | None:
    """The date before "in the course of a visit": "signed in 2009, in the course of a visit"."""
    lowers = scene.document.lowers
    i = first - 1
    while i > max(sentence.first, first - 6) and lowers[i] in _COURSE:
        i -= 1
    if i == first - 1 or lowers[i] != ",":
        return None
    times = [time for time in scene.times_in(max(sentence.first, i - 5), i) if time.last == i]
    return scene.value(times[0]) if times else None


def _wished(scene: Scene, sentence: Sentence, first: int, last: int) -> list[Person]:
    """Whose it is in "A congratulated B on his appointment": B, or the other side of "his colleague"."""
    lowers = scene.document.lowers
    verb = next((i for i in range(last - 1, first, -1) if lowers[i] in _WISHING), None)
    if verb is None:
        return []
    named = [item.person for item in scene.people_in(verb, last)]
    before = [item.person for item in scene.people_in(sentence.first, verb)]
    return named[:1] or [person for person in scene.sides if person not in before][:1]


def _hosting(scene: Scene, at: int) -> Where | None:
    """The city that hosts: "when Rome hosts the summit", "Rome will host"."""
    if not scene.document.lowers[at].startswith(("host", "welcom")):
        return None
    for place in scene.places_in(at - 4, at):
        if place.kind == "place" and at - place.last < 3:
            name = place.span.cut(scene.document.text)
            return Where(name, place.countries[0] if place.countries else None, place.last)
    return None


def _in_name(scene: Scene, phrase: Phrase) -> Where | None:
    """The city in an event's name: "the Samarkand summit"."""
    for place in scene.places_in(phrase.first, phrase.at):
        if place.kind == "place":
            name = place.span.cut(scene.document.text)
            return Where(name, place.countries[0] if place.countries else None, phrase.end)
    return None


def _quote_last(scene: Scene, told: Told, where: Where | None, last: int) -> int:
    """Token behind the date and the place that stand right behind the event."""
    times = scene.times_in(last, min(told.sentence.last, last + 12)) if told.own else ()
    if times and scene.value(times[0]) == told.date and "," not in scene.document.lowers[last : times[0].first]:
        last = max(last, times[0].last)
    if where is not None and last < where.last < last + 8:
        last = where.last
    return last


def _holds(scene: Scene, told: Told, phrase: Phrase, anchor: Anchor, noun: Noun) -> bool:
    """Whether enough is told of a real happening; marks what points back at one already told."""
    after = scene.document.lowers[phrase.end] if phrase.end < told.sentence.last else "."
    bare = after not in _OTHERS and not (after == "of" and told.type != "visit") and after != "to" and not told.other
    known = phrase.article in THE or not phrase.article
    told.back = bare and not told.own and known and PLAIN.issuperset(phrase.mods)
    # An accident is told with its day or place; people named beside it may only speak of it.
    if told.type in {"meeting", "call"} and phrase.article in A and not told.people and after not in _OTHERS:
        return len(told.countries) > 1
    if told.type == "visit" and not told.people:
        first, last = scene.segment(told.sentence, phrase.at)
        if _GUESTS.isdisjoint(scene.document.lowers[first:last]):
            # "Tourists made the trip by way of Dubai".
            return False
    placed = bool(told.own or told.place or (told.people and told.type != "incident"))
    if noun.plural and noun.type not in {"incident", "other"} and noun.last not in _ONE:
        proper = scene.document.words[phrase.at][0].isupper()
        return placed if told.type == "meeting" else told.type == "sport" and proper and placed
    if told.back or placed or after in _OTHERS or multilateral(scene, phrase.first, phrase.reach):
        return True
    return (told.type in _BARE or (told.type == "opening" and anchor.at < phrase.first)) and (
        anchor.group is not None or len(told.name) > 1
    )
