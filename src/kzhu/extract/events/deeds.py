"""The event that a clause tells, once its frame fits: its type, its quote, its place, who takes part."""

from __future__ import annotations

from kzhu.extract.events.bodies import multilateral, of_members, sits, worldly
from kzhu.extract.events.clauses import Clause, earlier_verb, quote_first, quote_last
from kzhu.extract.events.objects import antecedent
from kzhu.extract.events.scene import Told
from kzhu.extract.events.settings import same_time
from kzhu.extract.events.whereabouts import place_of
from kzhu.extract.events.who import addressed, meant, once, present, speaks
from kzhu.extract.events.words import BANKING, COURTS, word_set
from kzhu.records import Person, Status

#: Types whose country is also that of the place.
_LOCAL = frozenset({"visit", "opening", "commemoration", "incident", "award", "other"})
#: Types whose coordinated verb leaves the object of the verb before it alone: "met with B and visited a plant".
_ALONE = frozenset({"visit", "commemoration", "other", "opening"})
#: Needs of frames about people whom a court or an office has to do with.
_JUDGED = frozenset({"person", "court"})
#: Types told without the people named beside them.
_IMPERSONAL = frozenset({"decision", "incident"})
_RATIFYING = word_set("ratification ratifying ratify")
_TALKS = word_set("talks meeting meet negotiations")
_WREATHS = word_set("wreath wreaths flowers tribute stone")
_THANKING = word_set("thank thanks thanked gratitude")
_APART = word_set("separate separately another elsewhere second meanwhile")
_POSTED = word_set("ambassador consul envoy chargé director representative head coach")
_EARLY = word_set("early earlier first other opening late later")
_GAME = word_set("game match semi-final semifinal encounter fixture kick-off")


def event_of(clause: Clause) -> Told:
    """The event told by a clause whose date and people are known."""
    scene, sentence, at, group = clause.scene, clause.sentence, clause.at, clause.group
    kind, plover = _type_of(clause)
    status: Status = "planned" if group.tense in {"planned", "unreal"} else "past"
    going_on = clause.form == "ing" and clause.date is None and scene.document.lowers[group.first] in {"is", "are"}
    if going_on or clause.has(_THANKING, clause.first, at):
        status = "past"
    words = scene.document.words
    first = quote_first(scene, at, clause.first)
    named = words[clause.thing if clause.thing >= 0 else at]
    if named.lower() == "it" and clause.thing >= 0:
        before = antecedent(clause)
        named = before.key if before and not clause.date else named
    last = quote_last(scene, at if at > clause.thing else clause.thing, clause.last)
    told = Told(kind, plover, sentence, at, first, last, named.lower(), status)
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
        opening = scene.document.lowers[sentence.first : sentence.first + 4]
        earlier = opening[0] in {"earlier", "previously"} and "day" not in opening
        if not told.same and (
            earlier or group.tense in {"before", "present"} or (group.tense == "perfect" and not _news(clause, kind))
        ):
            told.other = True
    told.apart = clause.has(_APART, sentence.first, at)
    told.stative = group.tense == "present"
    if clause.thing >= 0:
        lowers, begin = clause.lowers, clause.thing - 2
        told.known = "the" in lowers[begin if begin > sentence.first else sentence.first : clause.thing]
        told.name = frozenset([lowers[i] for i in scene.capitals_in(clause.thing, clause.last) if len(words[i]) > 3])
    return told


def people_of(clause: Clause) -> list[Person]:
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
        colleague = {"colleague", "counterpart"}.intersection(
            clause.lowers[clause.group.first - 4 : clause.group.first]
        )
        if colleague and subject and subject[0].last < clause.group.first - 4:
            return [person for person in scene.sides if person is not subject[0].person]
        return once([named.person for named in (*subject, *present(scene, sentence, clause.at, clause.last))])
    last = clause.last
    if kind == "visit" and clause.has(_TALKS, clause.at):
        # Those whom a guest came to talk to are no guests.
        last = next(j for j in range(clause.at, last) if clause.lowers[j] in _TALKS)
    talk = kind in {"meeting", "call"}
    found = [
        named.person
        for named in present(scene, sentence, clause.first, last, naming=kind != "appointment")
        if (talk or not speaks(scene, named)) and not (before and before[0] < named.first < before[1])
    ]
    if kind in {"opening", "commemoration"}:
        found = [person for person in found if person.role]
        return found or (meant(scene, sentence, clause.first, clause.at) if clause.has(_WREATHS, clause.at) else [])
    if talk and len(found) > 1 and all(found[0] is not n.person for n in scene.people_in(clause.first, clause.at)):
        # "In Rome he will meet with A and B".
        found = meant(scene, sentence, clause.first, clause.at) + found
    if not found and kind in {"visit", "appointment", "meeting", "award", "agreement"}:
        found = addressed(scene, sentence, clause.first, clause.last)
    if kind == "appointment" and clause.after in {"him", "her"}:
        found += meant(scene, sentence, clause.at + 1, clause.at + 2, objects=True)
    if len(found) < 2:
        last = clause.last if clause.last < clause.at + 6 else clause.at + 6
        found += meant(scene, sentence, clause.first, before[0] if before else last)
    return once(found)


def _news(clause: Clause, kind: str) -> bool:
    """Whether "has signed" tells the news itself: of deeds that are news, or anything in the first two sentences."""
    if kind in {"decision", "agreement", "appointment", "award"}:
        return True
    body = [sentence for sentence in clause.scene.document.sentences[:6] if sentence.zone == "body"]
    return clause.sentence in body[:2]


def _as_office(clause: Clause) -> bool:
    """Whether somebody comes to stay in office: "I came to Rome as ambassador in 2022"."""
    i = clause.lowers.index("as", clause.at)
    came = clause.lowers[clause.at].startswith(("came", "come", "arriv"))
    return came and not _POSTED.isdisjoint(clause.lowers[i + 1 : i + 4])


def _type_of(clause: Clause) -> tuple[str, str | None]:
    """The type of the event: a meeting of a commission is a consultation, one of OPEC's ministers a summit."""
    kind, lex = clause.frame.type, clause.scene.lexicon
    if kind == "decision" and clause.thing >= 0:
        behind = clause.lowers[clause.thing : min(clause.sentence.last, clause.thing + 9)]
        if not _RATIFYING.isdisjoint(behind):
            # "Approved the bill on ratification of the agreement".
            return "agreement", lex.plover.get("agreement")
    if kind == "visit" and "as" in clause.lowers[clause.at : clause.at + 6] and _as_office(clause):
        return "appointment", lex.plover.get("appointment")
    if kind != "meeting":
        return kind, clause.frame.plover
    body = sits(clause)
    if multilateral(clause.scene, clause.first, clause.at) or of_members(clause) or (body and worldly(clause)):
        kind = "summit"
    elif body:
        # The board of one country's bank only meets.
        bank = clause.has(BANKING, clause.first, clause.at) or "bank" in clause.scene.topics
        shared = len(clause.scene.pair) > 1 or len(clause.scene.countries_in(clause.first, clause.last)) > 1
        shared = shared and not bank
        kind = "consultation" if shared or (not bank and bool(clause.scene.sides[1:])) else "meeting"
    elif "online" in clause.lowers[clause.at : clause.last]:
        kind = "call"
    return kind, lex.plover.get(kind)
