"""Whose meeting it is: a commission's, or a body's of many countries."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.clauses import Clause
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.words import HAPPENING, MANY

_HOLDING = frozenset(
    "held hold holds convened opened holding concluded concludes ended finished completed wrapped began begins started "
    "starts resumed closed".split()
)
_HEADS = frozenset({"leaders", "heads", "presidents", "ministers", "state", "government", "premiers", "foreign"})
_MEMBERS = frozenset({"members", "member", "states", "countries", "nations", "bloc", "alliance"})
_MANY_OF = frozenset(
    {"member", "members", "bloc", "alliance", "all", "three", "four", "five", "six", "seven", "eight", "twenty"}
)
_TITLES = frozenset(
    {"president", "chairman", "chairwoman", "chair", "head", "member", "secretary", "chief", "director"}
)
_WORLDLY = frozenset(
    {"International", "World", "Global", "European", "Nordic", "Baltic", "Arab", "African", "Eurasian", "Arctic"}
)
_MANY_SIGNS = MANY | {"United"}
_NOT_OF = frozenset({",", ";", "with", "will", "is", "was", "between"})


def multilateral(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens [first, last) name a body of many countries."""
    words = scene.document.words
    if _MANY_SIGNS.isdisjoint(words[first:last]):
        return False
    for i in range(first, last):
        if words[i] in MANY or (words[i] == "United" and words[i + 1 : i + 2] == ("Nations",)):
            return True
    return False


def of_members(clause: Clause) -> bool:
    """Whether those who meet are the leaders of many countries: "leaders of the 27 members", "of the EU states"."""
    lowers = clause.lowers
    for i in range(clause.first, clause.at):
        if lowers[i] in _HEADS and lowers[i + 1] == "of":
            of = lowers[i + 2 : i + 8]
            if _MEMBERS.isdisjoint(of):
                return False
            return any(word in _MANY_OF or (word.isdigit() and word not in {"1", "2"}) for word in of)
    return False


def sits(clause: Clause) -> bool:
    """Whether a commission or its like stands before the verb, and not only in the title of somebody."""
    bodies = clause.scene.lexicon.bodies.get("consultation")
    found = bodies.find(clause.lowers, clause.first, clause.at) if bodies else None
    if found is None:
        heard = clause.scene.heard[-3:]
        return any(told.type == "consultation" for told in heard) and "it" in clause.lowers[clause.first : clause.at]
    back = clause.lowers[max(clause.first, found[0] - 4) : found[0]]
    return "of" not in back or _TITLES.isdisjoint(back)


def worldly(clause: Clause) -> bool:
    """Whether the body that meets is one of the world or a continent: "the International Coffee Council"."""
    return not _WORLDLY.isdisjoint(clause.scene.document.words[clause.first : clause.at])


def sitting_of(scene: Scene, sentence: Sentence, first: int, at: int, end: int) -> str | None:
    """The type that its body gives to a meeting: "consultation" for a commission's, "summit" for the OSCE's, or None.

    Args:
        scene: the article.
        sentence: where it stands.
        first: where the noun phrase of the meeting begins.
        at: the noun "meeting".
        end: the token behind it.
    """
    lowers, bodies = scene.document.lowers, scene.lexicon.bodies
    stretches = [(first, at)]
    if first > sentence.first and lowers[first - 1] == "whose":
        stretches.append((max(sentence.first, first - 12), first - 1))
    elif first > sentence.first and lowers[first - 1] in _HOLDING:
        # "The committee held its fifth session".
        stretches.append((max(sentence.first, first - 16), first - 1))
    elif first > sentence.first and lowers[first - 1] in {"at", "during"}:
        # "The council decided at its session": a body that does something where it meets.
        stretches.append((max(sentence.first, first - 14), first - 1))
    of = None
    if end < sentence.last and lowers[end] == "of":
        j = end + 1
        last = sentence.last if sentence.last < end + 16 else end + 16
        while j < last and lowers[j] not in _NOT_OF:
            if lowers[j] in HAPPENING and lowers[j] not in {"open", "strike"}:
                break
            j += 1
        of = (end, j)
        stretches.append(of)
    for begin, stop in stretches[1:]:
        if not _WORLDLY.isdisjoint(scene.document.words[begin:stop]) or multilateral(scene, begin, stop):
            return "summit"
    for kind in ("summit", "consultation"):
        phrases = bodies.get(kind)
        if phrases is not None:
            for begin, stop in stretches:
                if phrases.find(lowers, begin, stop) is not None:
                    return kind
    return "summit" if of is not None and multilateral(scene, *of) else None
