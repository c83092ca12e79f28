"""The clause around a verb that may tell an event."""

from __future__ import annotations

from dataclasses import dataclass

from kzhu.extract.document import Sentence
from kzhu.extract.events.forms import Form
from kzhu.extract.events.lexicon import Frame
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.verbs import Group
from kzhu.extract.events.words import AGAIN, BOUNDARIES, DETERMINERS, word_set
from kzhu.records import Person

_SAID_THAT = frozenset({"said", "noted", "added", "reported", "recalled", "announced", "emphasizing", "stressed"})
_RELATIVE = frozenset({"which", "who", "that"})
_NEW_PART = frozenset({"and", "who", "while", "said"})
_COMING = word_set("to due expected scheduled set planning going")
_THEN = word_set("then later also will is to due expected scheduled")
_NEW_CLAUSE = BOUNDARIES | {",", "for", "in", "on", "at", "of", "that"}


@dataclass(slots=True)
class Clause:
    """A verb at token `at` of a sentence, in a frame, with the tokens [first, last) that tell of it."""

    scene: Scene
    sentence: Sentence
    at: int
    form: Form
    frame: Frame
    group: Group
    first: int
    last: int
    #: The article's words in lower case, closed by a stop, and the one behind the verb and its "again".
    lowers: tuple[str, ...]
    after: str
    #: Token of the thing that the frame asks for; -1 where it asks for none.
    thing: int = -1
    date: str | None = None
    people: list[Person] | None = None

    def turn(self, form: Form, frame: Frame, group: Group) -> None:
        """Look at the verb in another frame."""
        self.form, self.frame, self.group = form, frame, group
        self.thing, self.date, self.people = -1, None, None

    def has(self, words: frozenset[str], first: int | None = None, last: int | None = None) -> bool:
        """Whether one of the words stands in the clause, or in the part of it that is given."""
        begin = self.first if first is None else first
        return not words.isdisjoint(self.lowers[begin : self.last if last is None else last])


def behind(lowers: tuple[str, ...], at: int) -> int:
    """The token behind the verb at a token and its "again" or "once more", in words that a stop closes."""
    i = at + 1
    while lowers[i] in AGAIN:
        i += 1
    return i


def clause_bounds(scene: Scene, sentence: Sentence, at: int) -> tuple[int, int, int | None]:
    """Tokens [first, last) of the clause of the verb at a token, and the token of a "during" that ends it."""
    lowers, ends, durings = scene.lowers, scene.clause_ends, scene.durings
    first, limit = scene.segment(sentence, at)
    during = None
    if durings and (named := durings.find(1, at + 1, limit)) >= 0:
        limit = during = named
    j = ends.find(1, at + 3, limit)
    while j >= 0:
        word = lowers[j]
        if word == ",":
            after = lowers[j + 1]
            # "Visited by the governor, X, and Y" goes on.
            if j > at + 3 and after in _NEW_PART and not (after == "and" and scene.people_in(j + 2, j + 5)):
                return first, j, during
        elif word != "and":
            return first, j, during
        elif _plans(lowers, j + 1):
            # "Laid a wreath and will travel to Rome on Friday": what follows has its own day.
            return first, j, j
        j = ends.find(1, j + 1, limit)
    return first, limit, during


def _plans(lowers: tuple[str, ...], i: int) -> bool:
    """Whether a plan is told at token i: "will", "plans to", "is to", "is due"."""
    if lowers[i] in {"will", "plans", "intends", "plan", "intend"}:
        return True
    return lowers[i] in {"is", "are"} and lowers[i + 1] in _COMING


def earlier_verb(clause: Clause) -> tuple[int, int] | None:
    """Tokens [verb, "and") of what stands before a coordinated verb: "met with B and" in "A met with B and visited"."""
    lowers, at = clause.lowers, clause.group.first - 1
    while at > clause.first and lowers[at] in _THEN:
        at -= 1
    if at <= clause.first or lowers[at] != "and":
        return None
    for j in range(clause.first, at):
        if lowers[j] in clause.scene.lexicon.verbs and not (j and lowers[j - 1] in DETERMINERS):
            return j, at
    return None


def quote_first(scene: Scene, at: int, first: int) -> int:
    """Token at which the quote of a clause begins: at the noun of a "which", behind "said that", else at its start."""
    lowers = scene.document.lowers
    if not _RELATIVE.isdisjoint(lowers[first + 1 : at]):
        for j in range(at - 1, first, -1):
            if lowers[j] in {"which", "who"}:
                return _noun_before(lowers, j, first)
            if lowers[j] == "that" and lowers[j - 1] in _SAID_THAT:
                return j + 1
    while first < at and (not scene.document.words[first][0].isalnum() or lowers[first] in {"which", "that"}):
        first += 1
    return first


def _noun_before(lowers: tuple[str, ...], relative: int, first: int) -> int:
    k = relative - 1
    if k > first and lowers[k] == ",":
        k -= 1
    while k > first and lowers[k] not in _NEW_CLAUSE:
        k -= 1
    return k + 1 if lowers[k] in _NEW_CLAUSE else k


def quote_last(scene: Scene, after: int, last: int) -> int:
    """Token at which the quote of a clause ends: the first comma that no date stands behind, or the clause's end."""
    words, ends = scene.document.words, scene.date_ends
    comma = ends.find(1, after + 3, last)
    while comma >= 0 and (words[comma] != "," or scene.dated(comma, last)):
        comma = ends.find(1, comma + 1, last)
    if comma >= 0:
        last = comma
    while last > after + 1 and not words[last - 1][0].isalnum():
        last -= 1
    return last
