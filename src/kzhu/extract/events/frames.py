"""Events told by a verb: "signed a protocol", "met with", "will open in 2027", "beat Hungary 9-7"."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.clauses import Clause, behind, clause_bounds
from kzhu.extract.events.counts import habitual, in_sum
from kzhu.extract.events.deeds import event_of, people_of
from kzhu.extract.events.forms import Form
from kzhu.extract.events.lexicon import Frame, Verb
from kzhu.extract.events.needs import met
from kzhu.extract.events.objects import REACH, acted_on, hangs, is_reduced
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.settings import day_beside, deadline, in_the_past, own_date, to_come
from kzhu.extract.events.verbs import Group, verb_group
from kzhu.extract.events.words import AGAIN, BEHIND_PARTICIPLE, CONDITIONS, DETERMINERS, word_set

#: Types that are decided on one day and may hold from another: "adopted sanctions from January 1".
_EFFECTIVE = frozenset({"decision", "agreement", "award", "appointment"})
#: Types whose present tense tells what is on the calendar: "the exhibition opens on Friday".
_SCHEDULED = frozenset({"meeting", "sport", "opening", "visit", "other"})
#: Types of which a plan without day, place, people and countries is no news.
_EMPTY = frozenset({"opening", "commemoration", "other", "decision"})
#: Behind a verb these leave it no event: "took part", "held no".
_NO_VERB = frozenset({"part", "no"})
_RELATIVE = frozenset({"which", "that"})
_SESSIONS = word_set("forum conference summit session meeting congress seminar symposium sitting assembly")
_DONE = frozenset({"past", "perfect", "before"})
_NOBODY = word_set("no nobody none neither")
_WISHING = word_set("hope hopes hoping want wants aim aims")


def read_verb(scene: Scene, sentence: Sentence, at: int, frames: Verb, fitting: int, *, timeless: bool) -> Told | None:
    """The event that the verb at a token tells, in the first frame that fits; None where none does.

    Args:
        scene: the article.
        sentence: where the verb stands.
        at: its token.
        frames: its frames.
        fitting: the bits of those that its sentence leaves possible.
        timeless: whether it has no date, and no word that tells a day by another.
    """
    lowers = scene.lowers
    after = lowers[at + 1]
    if at in scene.taken or (lowers[at - 1] in DETERMINERS and at > sentence.first) or after in _NO_VERB:
        return None
    next_to = at + 1
    if after in AGAIN:
        next_to = behind(lowers, at)
        after = lowers[next_to]
    clause: Clause | None = None
    during: int | None = None
    group = told_form = None
    for bit, form, frame in frames:
        if not bit & fitting or (frame.followed and after not in frame.followed):
            continue
        if frame.beside and not frame.things.at(lowers, next_to):
            continue
        if group is None or form != told_form:
            group, told_form = verb_group(lowers, at, form, sentence.first), form
        if (
            frame.active
            if group.passive
            else (frame.undergone or (frame.aimed and _misses(lowers, at, after, form, frame)))
        ):
            continue
        # A wish tells only of sport; the present only of a day, or of a state.
        if group.tense == "unreal":
            if timeless or frame.type != "sport":
                continue
        elif timeless and group.tense == "present" and not frame.ahead and frame.type != "commemoration":
            continue
        if clause is None:
            first, last, during = clause_bounds(scene, sentence, at)
            if first > sentence.first and lowers[first - 1] in CONDITIONS:
                return None
            clause = Clause(scene, sentence, at, form, frame, group, first, last, lowers, after)
        else:
            clause.turn(form, frame, group)
        told = _read(clause, during, timeless=timeless)
        if told is not None:
            return told
    return None


def _misses(lowers: tuple[str, ...], at: int, after: str, form: Form, frame: Frame) -> bool:
    """Whether the thing that an active verb acts on does not stand behind it, nor before a participle."""
    bare = form == "past" and after in BEHIND_PARTICIPLE
    return not bare and frame.things.firsts.isdisjoint(lowers[at + 1 : at + REACH])


def _read(clause: Clause, during: int | None, *, timeless: bool) -> Told | None:
    scene, frame, at = clause.scene, clause.frame, clause.at
    if frame.type == "opening" and not _SESSIONS.isdisjoint(clause.lowers[clause.first : min(at, clause.first + 4)]):
        # "The forum, which filled the hall of the university, was opened by".
        return None
    thing = acted_on(clause)
    if thing is None:
        return None
    clause.thing = thing
    if (
        clause.form == "past"
        and clause.group.tense == "past"
        and not clause.group.passive
        and is_reduced(clause)
        and _RELATIVE.isdisjoint(clause.lowers[max(clause.first, thing) : at])
    ):
        clause.group = Group("participle", True, at)
    if clause.group.tense == "gerund" and not hangs(clause):
        return None
    if frame.type == "award" and scene.document.words[thing] == "order":
        # An order of goods; the honour is an Order.
        return None
    if not timeless:
        clause.date = _date_of(clause, during)
    if not _told(clause):
        return None
    if not met(clause, frame.early):
        return None
    clause.people = people_of(clause)
    if not met(clause, frame.late):
        return None
    event = event_of(clause)
    empty = event.status == "planned" and not (event.date or event.place or event.people or event.countries)
    if event.type == "award" and event.status == "planned" and not (event.date or event.people):
        # "Winners will receive a medal".
        return None
    return None if empty and event.type in _EMPTY else event


def _date_of(clause: Clause, during: int | None) -> str | None:
    """The date of a clause in a sentence that has one, or tells a day by another."""
    scene, sentence, frame, group, at = clause.scene, clause.sentence, clause.frame, clause.group, clause.at
    begun = frame.type in _EFFECTIVE and group.tense not in {"planned", "present"}
    related = frame.type == "agreement" and 0 <= clause.thing < at and not group.passive and clause.form == "past"
    # "A plan which they signed wants 5 million tons in 2027": only a day right behind is that of the signing.
    stop = min(at + 5, sentence.last) if related and group.tense == "past" else during
    date = None
    if group.tense in {"past", "before"}:
        last = clause.last + 2
        date = day_beside(scene, sentence, clause.first, last if last < sentence.last else sentence.last)
    date = date or own_date(scene, sentence, at, at + 1, stop, purpose=False, begun=begun, relative=False)
    if group.tense in {"past", "before"}:
        return in_the_past(scene, sentence, date)
    if group.tense == "planned" and date is None:
        return deadline(scene, at, clause.last)
    if group.tense == "planned" or (group.tense == "present" and not group.passive and frame.type in _SCHEDULED):
        return to_come(scene, sentence, _plan_first(clause), date)
    return date


def _plan_first(clause: Clause) -> int:
    """Token from which a date is that of a plan: all the sentence, but behind "decided on Tuesday to"."""
    led = clause.lowers[clause.group.first] == "to" and clause.group.tense == "planned"
    return clause.group.first if led else clause.sentence.first


def _told(clause: Clause) -> bool:
    """Whether the tense tells something that happens: no wish; a state or a participle only with its date."""
    tense, frame = clause.group.tense, clause.frame
    if frame.type == "incident" and in_sum(clause):
        return False
    if tense == "present" and habitual(clause.scene, clause.sentence, clause.at):
        return False
    if frame.ahead:
        return tense in {"past", "present", "perfect"}
    first, at = clause.first, clause.at
    if not _NOBODY.isdisjoint(clause.lowers[first : at if at < first + 3 else first + 3]):
        return False
    if tense in _DONE:
        return True
    if tense == "planned":
        return clause.date is not None or clause.lowers[clause.group.first] != "should"
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
