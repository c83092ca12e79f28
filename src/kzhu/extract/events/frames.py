"""Events told by a verb: "signed a protocol", "met with", "will open in 2027", "beat Hungary 9-7"."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.bodies import multilateral, of_members, sits, worldly
from kzhu.extract.events.clauses import Clause, clause_bounds, earlier_verb, quote_first, quote_last
from kzhu.extract.events.lexicon import Frame, Phrases
from kzhu.extract.events.needs import met
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import day_before, deadline, in_the_past, own_date, place_of, same_time, to_come
from kzhu.extract.events.verbs import Group, verb_group
from kzhu.extract.events.who import addressed, meant, once, present, speaks
from kzhu.extract.events.words import (
    BEHIND_PARTICIPLE,
    CONDITIONS,
    COURTS,
    DETERMINERS,
    FOLLOWERS,
    PAST_OBJECT,
    WHERE,
    word_set,
)
from kzhu.records import Person, Status

#: Types whose verbs take a second object when passive: "was handed the prize", "was given the name of".
_DOUBLE = frozenset({"award", "commemoration", "appointment", "sport", "incident", "call"})
#: Types whose country is also that of the place.
_LOCAL = frozenset({"visit", "opening", "commemoration", "incident", "award", "other"})
#: Types that are decided on one day and may hold from another: "adopted sanctions from January 1".
_EFFECTIVE = frozenset({"decision", "agreement", "award", "appointment"})
#: Types whose coordinated verb leaves the object of the verb before it alone: "met with B and visited a plant".
_ALONE = frozenset({"visit", "commemoration", "other", "opening"})
#: Types whose present tense tells what is on the calendar: "the exhibition opens on Friday".
_SCHEDULED = frozenset({"meeting", "sport", "opening", "visit", "other"})
#: Needs of frames about people whom a court or an office has to do with.
_JUDGED = frozenset({"person", "court"})
#: Types told without the people named beside them.
_IMPERSONAL = frozenset({"decision", "incident"})
#: Types whose subject does nothing to anything else: "the exhibition opened".
_INTRANSITIVE = frozenset({"opening", "commemoration", "other"})
_RATIFYING = word_set("ratification ratifying ratify")
_TALKS = word_set("talks meeting meet negotiations")
_NOBODY = word_set("no nobody none neither")
_WREATHS = word_set("wreath wreaths flowers tribute stone")
_WISHING = word_set("hope hopes hoping want wants aim aims")
_THANKING = word_set("thank thanks thanked gratitude")
#: Words before an -ing form that tells: "beating Greece", "after signing", "a decree appointing".
_BEFORE_ING = word_set(", after before by and while when for on upon decree order")
_EARLY = word_set("early earlier first other opening late later")
_GAME = word_set("game match semi-final semifinal encounter fixture kick-off")
#: Before "of" these are the head: "sales of trains broke down".
_COUNTED = word_set(
    "sales exports imports output production number price prices supply supplies purchases deliveries share"
)
_BEHIND_SUBJECT = word_set("worth valued with from will which that near between built carrying")


def read_verb(scene: Scene, sentence: Sentence, at: int, words: frozenset[str]) -> Told | None:
    """The event that the verb at a token tells, in the first frame that fits; None where none does.

    Args:
        scene: the article.
        sentence: where the verb stands.
        at: its token.
        words: the sentence's words in lower case.
    """
    lowers = scene.document.lowers
    frames = [
        told for told in scene.lexicon.verbs[lowers[at]] if not told[1].wanted or not told[1].wanted.isdisjoint(words)
    ]
    if not frames or lowers[at + 1 : at + 2] == ("part",) or scene.covered(at):
        return None
    if at > sentence.first and lowers[at - 1] in DETERMINERS:
        return None
    frames = [told for told in frames if _may_fit(scene, sentence, at, told[1])]
    if not frames:
        return None
    first, last, during = clause_bounds(scene, sentence, at)
    if first > sentence.first and lowers[first - 1] in CONDITIONS:
        return None
    for form, frame in frames:
        group = verb_group(lowers, at, form, sentence.first)
        told = _read(Clause(scene, sentence, at, form, frame, group, first, last), during)
        if told is not None:
            return told
    return None


def _may_fit(scene: Scene, sentence: Sentence, at: int, frame: Frame) -> bool:
    """Whether what can be looked up at once leaves a frame possible: its topic, its particle, somebody named."""
    if frame.topic and frame.topic not in scene.topics:
        return False
    if "beside" in frame.needs:
        lowers = scene.document.lowers
        return at + 1 < len(lowers) and frame.things.at(lowers, at + 1) > 0
    return frame.type != "meeting" or "pair" not in frame.needs or bool(scene.people_in(sentence.first, sentence.last))


def _read(clause: Clause, during: int | None) -> Told | None:
    scene, sentence, frame, at = clause.scene, clause.sentence, clause.frame, clause.at
    if "undergone" in frame.needs and not clause.group.passive:
        return None
    thing = _acted_on(clause)
    if thing is None:
        return None
    clause.thing = thing
    relative = {"which", "that"}.intersection(clause.lowers[max(clause.first, thing) : at])
    if (
        clause.form == "past"
        and clause.group.tense == "past"
        and not clause.group.passive
        and not relative
        and _reduced(clause)
    ):
        clause.group = Group("participle", True, at)
    if clause.group.tense == "gerund" and not _hangs(clause):
        return None
    if frame.type == "award" and scene.document.words[thing] == "order":
        # An order of goods; the honour is an Order.
        return None
    begun = frame.type in _EFFECTIVE and clause.group.tense not in {"planned", "present"}
    related = frame.type == "agreement" and 0 <= thing < at and not clause.group.passive and clause.form == "past"
    # "A plan which they signed wants 5 million tons in 2027": only a day right behind is that of the signing.
    stop = min(at + 5, sentence.last) if related and clause.group.tense == "past" else during
    if clause.group.tense in {"past", "before"}:
        clause.date = day_before(scene, at, min(sentence.last, clause.last + 2))
    clause.date = clause.date or own_date(scene, sentence, at, at + 1, stop, purpose=False, begun=begun)
    if clause.group.tense == "past":
        clause.date = in_the_past(scene, sentence, clause.date)
    elif clause.group.tense == "planned" and clause.date is None:
        clause.date = deadline(scene, at, clause.last)
    elif clause.group.tense in {"present", "planned"} and not clause.group.passive and frame.type in _SCHEDULED:
        clause.date = to_come(scene, sentence, clause.date)
    if not _told(clause):
        return None
    clause.people = _people(clause)
    if not met(clause):
        return None
    event = _event(clause)
    empty = event.status == "planned" and not (event.date or event.place or event.people or event.countries)
    return None if empty and event.type in _INTRANSITIVE else event


def _told(clause: Clause) -> bool:
    """Whether the tense tells something that happens: no wish; a state or a participle only with its date."""
    tense, frame = clause.group.tense, clause.frame
    if "ahead" in frame.needs:
        return tense in {"past", "present", "perfect"}
    if tense == "planned" and clause.date is None and clause.lowers[clause.group.first] == "should":
        return False
    if clause.has(_NOBODY, clause.first, min(clause.at, clause.first + 3)):
        return False
    if tense == "unreal":
        # "Hopes to win the race": the race itself is real.
        wished = clause.has(_WISHING, max(clause.sentence.first, clause.at - 4), clause.at)
        return frame.type == "sport" and clause.date is not None and wished
    if tense == "participle":
        # "A statement adopted after the talks" is of their day; "a school named after ..." is no telling.
        return clause.date is not None or (clause.after in {"after", "following"} and "after" not in frame.needs)
    if tense == "present" and clause.date is None:
        # "Is named after", "has the name" are states that tell a naming.
        return frame.type == "commemoration" and (clause.group.passive or "named" in frame.needs)
    return True


def _event(clause: Clause) -> Told:
    scene, sentence, at, group = clause.scene, clause.sentence, clause.at, clause.group
    kind, plover = _type_of(clause)
    status: Status = "planned" if group.tense in {"planned", "unreal"} else "past"
    going_on = clause.form == "ing" and clause.date is None and scene.document.lowers[group.first] in {"is", "are"}
    if going_on or clause.has(_THANKING, clause.first, at):
        status = "past"
    words = scene.document.words
    first = quote_first(scene, at, clause.first)
    named = words[clause.thing if clause.thing >= 0 else at]
    told = Told(
        kind, plover, sentence, at, first, quote_last(scene, max(at, clause.thing), clause.last), named.lower(), status
    )
    told.date, told.own = clause.date, clause.date is not None
    told.people = clause.people or []
    told.countries = scene.countries_in(first, clause.last)
    where = place_of(scene, sentence, at, clause.last) or place_of(scene, sentence, clause.first, at)
    if where is not None:
        told.place = where.name
        if where.country and (kind in _LOCAL or (kind == "decision" and clause.has(COURTS))):
            told.countries.add(where.country)
    elif kind in {"opening", "commemoration"}:
        told.countries |= {code for place in scene.places_in(at, clause.last) for code in place.countries}
    if clause.date is None:
        told.same = same_time(scene, sentence) or (kind == "sport" and clause.has(_EARLY) and clause.has(_GAME))
        earlier = scene.document.lowers[sentence.first] in {"earlier", "previously"}
        if not told.same and (
            earlier or group.tense in {"before", "present"} or (group.tense == "perfect" and not _news(clause, kind))
        ):
            told.other = True
    told.stative = group.tense == "present"
    if clause.thing >= 0:
        told.known = "the" in scene.document.lowers[max(sentence.first, clause.thing - 2) : clause.thing]
        names = words[clause.thing : clause.last]
        told.name = frozenset(word.lower() for word in names if word[0].isupper() and len(word) > 3)
    return told


def _news(clause: Clause, kind: str) -> bool:
    """Whether "has signed" tells the news itself: of deeds that are news, or anything in the first two sentences."""
    if kind in {"decision", "agreement", "appointment", "award"}:
        return True
    body = [sentence for sentence in clause.scene.document.sentences[:6] if sentence.zone == "body"]
    return clause.sentence in body[:2]


def _type_of(clause: Clause) -> tuple[str, str | None]:
    """The type of the event: a meeting of a commission is a consultation, one of OPEC's ministers a summit."""
    kind, lex = clause.frame.type, clause.scene.lexicon
    if kind == "decision" and clause.thing >= 0:
        behind = clause.lowers[clause.thing : min(clause.sentence.last, clause.thing + 9)]
        if not _RATIFYING.isdisjoint(behind):
            # "Approved the bill on ratification of the agreement".
            return "agreement", lex.plover.get("agreement")
    if kind != "meeting":
        return kind, clause.frame.plover
    body = sits(clause)
    if multilateral(clause.scene, clause.first, clause.at) or of_members(clause) or (body and worldly(clause)):
        kind = "summit"
    elif body:
        # The board of one country's bank only meets.
        shared = len(clause.scene.pair) > 1 or len(clause.scene.countries_in(clause.first, clause.last)) > 1
        kind = "consultation" if shared or clause.scene.sides[1:] else "meeting"
    elif "online" in clause.lowers[clause.at : clause.last]:
        kind = "call"
    return kind, lex.plover.get(kind)


def _acted_on(clause: Clause) -> int | None:
    """Token of the thing or subject that the frame asks for, -1 where it asks for none; None where it is missing."""
    frame, group, at, lowers = clause.frame, clause.group, clause.at, clause.lowers
    if frame.type == "incident" and clause.after in {"to", "by", "at", "from"} and _measured(clause):
        return None
    if not frame.things and not frame.subjects:
        return -1
    if frame.things:
        if not group.passive or frame.type in _DOUBLE:
            found = _object(clause)
            if found is None and not group.passive and frame.type == "agreement":
                found = _related(clause)
            if found is not None:
                return found
        if group.passive:
            if clause.after in {"into", "on", "off"} and frame.things.at(lowers, at + 1):
                # "Was put into operation".
                return at + frame.things.at(lowers, at + 1)
            found = _head_before(clause, frame.things, at - 22)
            if found is not None:
                return found
            if frame.subjects and "it" in lowers[max(clause.first, group.first - 2) : group.first]:
                # "It will be unveiled".
                return max(clause.first, group.first - 2)
        elif clause.form == "past" and not frame.subjects and clause.after in BEHIND_PARTICIPLE:
            found = _head_before(clause, frame.things, at - 10)
            if found is not None and (found == at - 1 or lowers[at - 1] == ","):
                return found
    if not frame.subjects or (frame.type in _INTRANSITIVE and not group.passive and not _ends(clause)):
        return None
    return _head_before(clause, frame.subjects, at - 30)


def _measured(clause: Clause) -> bool:
    """Whether the verb has a number as its object: "gas exports ran to 105 million"."""
    return any(word[0].isdigit() for word in clause.lowers[clause.at + 2 : clause.at + 6])


def _ends(clause: Clause) -> bool:
    """Whether nothing that could be an object stands right behind the verb."""
    after = clause.scene.document.words[clause.at + 1] if clause.at + 1 < clause.last else "."
    if not after[0].isalpha() or (after in FOLLOWERS and after not in {"the", "a"}) or after.endswith("ly"):
        return True
    return bool(clause.scene.times_in(clause.at + 1, clause.at + 2))


def _object(clause: Clause) -> int | None:
    """Last token of the thing that the verb acts on."""
    lowers, things = clause.lowers, clause.frame.things
    for j in range(clause.at + 1, min(clause.last, clause.at + 14)):
        length = things.at(lowers, j)
        if length and j + length <= clause.last:
            return j + length - 1
        if lowers[j] == "over" and j == clause.at + 1:
            # "Presided over the commission".
            continue
        if lowers[j] in PAST_OBJECT and not (
            lowers[j] == "by" and clause.frame.type == "award" and clause.group.passive
        ):
            return None
    return None


def _related(clause: Clause) -> int | None:
    """Last token of the thing that a relative clause acts on: "a plan which the ministers signed on Monday"."""
    lowers = clause.lowers
    for j in range(clause.group.first - 1, max(clause.first, clause.group.first - 9), -1):
        if lowers[j] in {"which", "that"}:
            behind = j - 1 if lowers[j - 1] == "," else j
            before = clause.frame.things.find(lowers, max(clause.first, behind - 8), behind)
            return before[1] - 1 if before is not None and j + 1 < clause.group.first else None
    return None


def _head_before(clause: Clause, phrases: Phrases, begin: int) -> int | None:
    """Last token of the last phrase before the verb group that is a head: not "opera" in "at the opera house"."""
    lowers, last = clause.lowers, clause.group.first
    found = None
    j = max(clause.first, begin)
    while j < last:
        length = phrases.at(lowers, j)
        if not length:
            j += 1
            continue
        behind = lowers[j + length] if j + length < last else "."
        counted = j > 1 and lowers[j - 1] == "of" and lowers[j - 2] in _COUNTED
        describes = counted or (
            behind.isalpha() and behind not in FOLLOWERS and behind not in _BEHIND_SUBJECT and not _loose(behind)
        )
        if not describes and not _aside(clause, j):
            found = j + length - 1
        j += length
    return found


def _loose(word: str) -> bool:
    """Whether a word behind a noun is an adverb or a participle, so that the noun stays the head."""
    return word.endswith(("ly", "ed")) or word in {"here", "also", "last", "there", "later", "it", "him"}


def _aside(clause: Clause, i: int) -> bool:
    """Whether the noun at token i only says where: "the evening at the opera house"."""
    lowers = clause.lowers
    for j in range(i - 1, max(clause.first - 1, i - 6), -1):
        if lowers[j] in WHERE:
            return True
        if lowers[j] in {",", "of", "and", "the", "a", "an", "another"} and lowers[j - 1] not in WHERE:
            return False
    return False


def _reduced(clause: Clause) -> bool:
    """Whether a past form is a participle behind its noun: "the agreement signed in 2019"."""
    return 0 <= clause.thing < clause.at and not clause.frame.subjects


def _hangs(clause: Clause) -> bool:
    """Whether an -ing form hangs on a clause ("beating Greece", "after signing") and does not stand for an idea."""
    if clause.at == clause.sentence.first:
        return True
    before = clause.lowers[clause.at - 1]
    return before in _BEFORE_ING or before.endswith("ly")


def _people(clause: Clause) -> list[Person]:
    """Who takes part: named around the verb, or meant by "the ministers", "he", "I"."""
    scene, sentence, kind = clause.scene, clause.sentence, clause.frame.type
    if kind in _IMPERSONAL and _JUDGED.isdisjoint(clause.frame.needs):
        return []
    if "greeting" in clause.frame.needs:
        # Here those congratulated take part.
        named = scene.people_in(clause.first, min(sentence.last, clause.at + 24))
        return once([item.person for item in named] or meant(scene, sentence, clause.first, clause.at))
    before = earlier_verb(clause) if kind in _ALONE else None
    if clause.group.first > clause.first and clause.lowers[clause.group.first - 1] == "who":
        # "A replaces B, who was recalled in July".
        subject = scene.people_in(clause.first, clause.group.first)[-1:]
        return once([named.person for named in (*subject, *present(scene, sentence, clause.at, clause.last))])
    last = clause.last
    if kind == "visit":
        # Those whom a guest came to talk to are no guests.
        last = next((j for j in range(clause.at, last) if clause.lowers[j] in _TALKS), last)
    found = [
        named.person
        for named in present(scene, sentence, clause.first, last, naming=kind != "appointment")
        if (kind in {"meeting", "call"} or not speaks(scene, named))
        and not (before and before[0] < named.first < before[1])
    ]
    if kind in {"opening", "commemoration"}:
        found = [person for person in found if person.role]
        return found or (meant(scene, sentence, clause.first, clause.at) if clause.has(_WREATHS, clause.at) else [])
    if (
        kind in {"meeting", "call"}
        and len(found) > 1
        and all(found[0] is not n.person for n in scene.people_in(clause.first, clause.at))
    ):
        # "In Rome he will meet with A and B".
        found = meant(scene, sentence, clause.first, clause.at, plural=False) + found
    if not found and kind in {"visit", "appointment", "meeting", "award", "agreement"}:
        found = addressed(scene, sentence, clause.first, clause.last)
    if kind == "appointment" and clause.after in {"him", "her"}:
        found += meant(scene, sentence, clause.at + 1, clause.at + 2, objects=True)
    if len(found) < 2:
        found += meant(scene, sentence, clause.first, before[0] if before else min(clause.last, clause.at + 6))
    return once(found)
