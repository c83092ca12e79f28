"""Who takes part in an event, and for which countries."""

from __future__ import annotations

from itertools import compress

from kzhu.extract.document import Sentence
from kzhu.extract.events.scene import Named, Scene
from kzhu.extract.events.words import CALLINGS, HONOURED, OFFICE_HOLDERS, QUOTING, TWO
from kzhu.records import Person

#: Words that can mean somebody named before.
_MEANING = TWO | OFFICE_HOLDERS | frozenset("they he she him her latter two state guest".split())
_HONOURING = HONOURED | CALLINGS
#: Tokens back to the name that "he" can mean.
_MEMORY = 400


def honoured(scene: Scene, at: Named, floor: int, *, naming: bool = True) -> bool:
    """Whether the words before a name make its bearer someone spoken of only."""
    lowers = scene.document.lowers
    begin = at.first - 9
    if begin < floor:
        begin = floor
    if _HONOURING.isdisjoint(lowers[begin : at.first]):
        return False
    calling = False
    for i in range(at.first - 1, begin - 1, -1):
        word = lowers[i]
        if calling and word in {"to", "after", "of", "for"}:
            return True
        if word in HONOURED and (naming or word != "named"):
            return True
        calling = calling or word in CALLINGS
        if word in {",", "and", "by", ";"} or i in scene.namings:
            return False
    return False


def present(scene: Scene, sentence: Sentence, first: int, last: int, *, naming: bool = True) -> list[Named]:
    """Mentions in tokens [first, last) of people who may take part, each person once.

    With `naming`, "named" before a name tells what bears it ("a street named Abai"), not whom an office is given to.
    """
    near = scene.people_in(first, last)
    if not near:
        return near
    found: list[Named] = []
    for named in near:
        for other in found:
            if other.person is named.person:
                break
        else:
            if not honoured(scene, named, sentence.first, naming=naming):
                found.append(named)
    return found


def speaks(scene: Scene, named: Named) -> bool:
    """Whether the mention is that of someone quoted: "Tokayev said", "said Tokayev"."""
    lowers = scene.document.lowers
    after = lowers[named.last] if named.last < len(lowers) else ""
    return after in QUOTING or (named.first > 0 and lowers[named.first - 1] in QUOTING)


def meant(
    scene: Scene, sentence: Sentence, first: int, last: int, *, plural: bool = True, objects: bool = False
) -> list[Person]:
    """People meant in tokens [first, last) without their names: "he", "the ministers", "his Serbian counterpart"."""
    lowers = scene.document.lowers
    stretch = lowers[first:last]
    if _MEANING.isdisjoint(stretch):
        return []
    known = scene.people_in(first - _MEMORY, first)
    found: list[Person] = []
    for i in compress(range(first, last), map(_MEANING.__contains__, stretch)):
        word = lowers[i]
        if word == "they":
            told = scene.heard[-1].people if scene.heard else []
            together = told if len(told) > 1 else scene.sides
            found += together if len(together) > 1 else []
        elif (word in {"he", "she"} or (objects and word in {"him", "her"})) and known:
            found.append(_subject(scene, sentence, known))
        elif word == "latter" and known:
            found.append(known[-1].person)
        elif word in TWO and plural and i > 0 and lowers[i - 1] in {"the", "both", "two"}:
            found += _two_here(scene, sentence, i) or _two(scene)
        elif (
            word == "two"
            and lowers[i - 1] == "the"
            and i + 2 < last
            and not scene.lexicon.verbs.keys().isdisjoint(lowers[i + 1 : i + 3])
        ):
            # "When the two met": those named last, of whom this sentence names at least one.
            pair = once([named.person for named in scene.people_in(sentence.first, i)])
            found += pair if len(pair) == 2 else _two(scene)
        elif word in OFFICE_HOLDERS or word in {"state", "guest"}:
            person = _described(scene, i, known)
            if person:
                found.append(person)
    return once(found)


def once(people: list[Person]) -> list[Person]:
    """The same people in the same order, none twice."""
    return list({person.id: person for person in people}.values()) if len(people) > 1 else list(people)


def addressed(scene: Scene, sentence: Sentence, first: int, last: int) -> list[Person]:
    """Who "I", "we" and "you" are inside a quotation: its speaker, and whoever else the story began with."""
    lowers = scene.document.lowers
    said = set(lowers[first:last])
    if not scene.quoted[first]:
        # An interview prints its answers without quotation marks: "I" is the first one named.
        return list(scene.people[:1]) if said & {"i", "my"} else []
    speaker = _speaker(scene, sentence)
    if said & {"you", "your"}:
        return [person for person in scene.sides if person is not speaker][:1]
    return [speaker] if speaker and said & {"i", "we", "my", "our"} else []


def _speaker(scene: Scene, sentence: Sentence) -> Person | None:
    """The first one named beside a word of saying, in the paragraph of the sentence."""
    last = min(len(scene.document.lowers), sentence.last + 80)
    for named in scene.people_in(sentence.first, last):
        at = scene.document.sentence_at(scene.document.starts[named.first])
        if at is not None and at.paragraph == sentence.paragraph and speaks(scene, named):
            return named.person
    return None


def _two(scene: Scene) -> list[Person]:
    """Whom "the two leaders" means: the two of the talk told last, else the two sides of the story."""
    for told in reversed(scene.heard[-4:]):
        if told.type in {"meeting", "call"} and told.people:
            people = told.people
            if len(people) == 1 and scene.sides and scene.sides[0] is not people[0]:
                people = [scene.sides[0], *people]
            return list(people) if len(people) == 2 else scene.sides
    return scene.sides if len(scene.sides) > 1 else []


def _two_here(scene: Scene, sentence: Sentence, i: int) -> list[Person]:
    """Whom "the two leaders" at token i means by its own sentence: both named there, or that one and the principal."""
    near = once([named.person for named in scene.people_in(sentence.first, i) if named.person.role])
    if len(near) != 1 or scene.document.lowers[sentence.first] not in {"at", "during", "in", "with"}:
        return near if len(near) == 2 else []
    principal = next((person for person in scene.people if person.role and person is not near[0]), None)
    return [principal, near[0]] if principal else []


def _subject(scene: Scene, sentence: Sentence, known: list[Named]) -> Person:
    """Whom "he" means: the first one named in the sentence before, else the last one named."""
    before = [named for named in known if named.first < sentence.first]
    if before:
        last = scene.document.sentence_at(scene.document.starts[before[-1].first])
        if last:
            first = next(named for named in before if named.first >= last.first)
            for i in range(last.first, min(first.first, last.first + 5)):
                # "The prime minister also met with B. On Friday he ...".
                if scene.document.lowers[i] in OFFICE_HOLDERS and first.first - i > 2:
                    person = _described(scene, i, [named for named in known if named.first < last.first])
                    if person:
                        return person
            return first.person
        return before[-1].person
    return known[-1].person


def _described(scene: Scene, i: int, known: list[Named]) -> Person | None:
    """Whom "the Hungarian premier", "the head of state" or "the guest" means."""
    lowers = scene.document.lowers
    word = lowers[i]
    codes = scene.countries_in(max(0, i - 2), i)
    if not codes and word in OFFICE_HOLDERS and lowers[i + 1 : i + 2] == ("of",):
        # "The Emir of Qatar".
        codes = scene.countries_in(i + 2, i + 4)
        if codes and lowers[i - 1] == "the":
            holders = once([n.person for n in known if n.person.country in codes and n.person.role])
            exact = [person for person in holders if word in (person.role or "").lower().split()]
            return exact[0] if exact else None
        return None
    if not codes and lowers[i - 2 : i] == ("the", lowers[i - 1]) and lowers[i - 1] in {"prime", "foreign", "vice"}:
        whole = f"{lowers[i - 1]} {word}"
        holders = once([n.person for n in known if n.person.role and whole in n.person.role.lower()])
        return holders[0] if len(holders) == 1 else None
    if word == "guest":
        home = scene.city_country
        guests = [named.person for named in known if named.person.country and named.person.country != home]
        return guests[-1] if guests and lowers[i - 1] == "the" else None
    if not codes and lowers[i - 1] == "the" and word not in {"head", "state"} and lowers[i + 1 : i + 2] != ("of",):
        holders = once([n.person for n in known if n.person.role and word in n.person.role.lower().split()])
        return holders[0] if len(holders) == 1 else None
    if codes:
        for named in reversed(known):
            if named.person.country in codes and named.person.role:
                return named.person
        return None
    if word == "state" and lowers[i - 2 : i] == ("head", "of"):
        leaders = [
            named.person for named in known if named.person.role and named.person.role.startswith(("President", "King"))
        ]
        return leaders[0] if leaders else None
    return None


def countries_of(people: list[Person]) -> set[str]:
    """The countries that people speak for."""
    return {person.country for person in people if person.country}
