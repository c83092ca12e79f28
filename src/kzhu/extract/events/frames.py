"""Events told by a verb: "signed a protocol", "met with", "will open in 2027", "beat Hungary 9-7"."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.lexicon import Form, Frame, word_set
from kzhu.extract.events.nouns import multilateral
from kzhu.extract.events.scene import BOUNDARIES, Scene, Told
from kzhu.extract.events.settings import own_date, place_of, same_time
from kzhu.extract.events.verbs import Group, verb_group
from kzhu.extract.events.who import addressed, meant, present, speaks
from kzhu.records import Person, Status

_DETERMINERS = word_set(
    """
    the a an this that these his her its their our my your no of 's ’s for in at with bilateral official
    """
)
_BEHIND_PARTICIPLE = word_set(
    """
    in on by at during last this earlier yesterday today after between with
    """
)
_SCORE_SIGNS = frozenset({"-", "–", ":"})
_COURT = frozenset({"court", "tribunal", "judge", "judges", "jury"})
_DELEGATES = word_set(
    """
    delegation delegations ministers presidents leaders minister president commission officials diplomats sides
    parties lawmakers deputies heads representatives premier guests parliamentarians ambassadors ambassador envoys
    chief king emir chancellor counterparts mission businessmen
    """
)
_TOLL = word_set(
    """
    people person passengers children workers miners residents soldiers tourists least dead others injured wounded
    dozens hundreds villagers civilians students men women pupils
    """
)


def read_verb(scene: Scene, sentence: Sentence, i: int, words: frozenset[str]) -> Told | None:
    """The event that the verb at token i tells, in the first frame that fits; None where none does.

    Args:
        scene: the article.
        sentence: where the verb stands.
        i: its token.
        words: the sentence's words in lower case.
    """
    lowers = scene.document.lowers
    frames = [
        told for told in scene.lexicon.verbs[lowers[i]] if not told[1].wanted or not told[1].wanted.isdisjoint(words)
    ]
    if not frames or lowers[i + 1 : i + 2] == ("part",):
        return None
    if i > sentence.first and lowers[i - 1] in _DETERMINERS and lowers[i - 1] not in {"'s", "’s"}:
        return None
    floor, limit = scene.segment(sentence, i)
    limit = next((j for j in range(i + 1, limit) if lowers[j] == "during"), limit)
    end = _clause_end(scene, sentence, i, limit)
    for form, frame in frames:
        told = _read_frame(scene, sentence, i, form, frame, floor, limit, end)
        if told is not None:
            return told
    return None


def _read_frame(
    scene: Scene, sentence: Sentence, i: int, form: Form, frame: Frame, floor: int, limit: int, end: int
) -> Told | None:
    lowers = scene.document.lowers
    group = verb_group(lowers, i, form, sentence.first)
    hit = _acted_on(scene, sentence, i, form, frame, group, floor, end)
    if hit is None:
        return None
    thing, subject = hit
    if (
        form == "past"
        and not group.passive
        and group.tense == "past"
        and subject is None
        and _reduced(scene, sentence, i, thing)
    ):
        group = Group("participle", True, i)
    if group.tense == "gerund" and not _gerund(scene, sentence, i):
        return None
    if frame.type == "award" and thing >= 0 and lowers[thing] == "order" and scene.document.words[thing] == "order":
        return None
    date = own_date(scene, sentence, i, i + 1, limit if limit < sentence.last and lowers[limit] == "during" else None)
    if group.tense == "unreal" and not (frame.type == "sport" and date and _wished(lowers, i, sentence.first)):
        return None
    if group.tense == "participle" and not date:
        return None
    if group.tense == "present" and not date and not (group.passive and frame.type == "commemoration"):
        # "Has the name" and "bears the name" are states too.
        if not (frame.type == "commemoration" and "named" in frame.needs):
            return None
    people = _people(scene, sentence, frame, i, floor, end)
    if not _met(scene, sentence, frame, i, floor, end, date, people, group):
        return None
    kind, plover = _type_of(scene, frame, i, floor, end)
    place = place_of(scene, sentence, i, end) or place_of(scene, sentence, floor, i)
    status: Status = "planned" if group.tense in {"planned", "unreal"} else "past"
    if status == "planned" and any(word in {"thank", "thanked", "thanks", "gratitude"} for word in lowers[floor:i]):
        status = "past"
    first = _quote_start(scene, i, floor)
    told = Told(
        kind,
        plover,
        sentence,
        i,
        first,
        _quote_end(scene, i, end, thing),
        lowers[thing] if thing >= 0 else lowers[i],
        status,
        date,
        date is not None,
        place[0] if place else None,
        people,
        set(),
    )
    if not date and same_time(scene, sentence):
        told.date = scene.day
    elif not date and (
        group.tense in {"before", "present"} or (group.tense == "perfect" and not _news(scene, sentence, kind))
    ):
        told.other = True
    told.stative = group.tense == "present"
    told.countries = scene.countries_in(first, end)
    if place and place[1] and kind in {"visit", "opening", "commemoration", "incident", "award", "appointment"}:
        told.countries.add(place[1])
    if kind in {"opening", "commemoration"} and place is None:
        told.countries |= {code for item in scene.places_in(i, end) for code in item.countries}
    told.name = frozenset(
        word.lower() for word in scene.document.words[thing:end] if thing >= 0 and word[0].isupper() and len(word) > 3
    )
    return told


def _news(scene: Scene, sentence: Sentence, kind: str) -> bool:
    """Whether "has signed" tells the news itself: of deeds that are news, or anything in the first two sentences."""
    if kind in {"decision", "agreement", "appointment", "award"}:
        return True
    body = [other for other in scene.document.sentences[:6] if other.zone == "body"]
    return sentence in body[:2]


def _wished(lowers: tuple[str, ...], i: int, floor: int) -> bool:
    """ "Hopes to win the race": the race itself is real."""
    return any(
        word in {"hope", "hopes", "wants", "aims", "aim", "hoping", "want"} for word in lowers[max(floor, i - 4) : i]
    )


def _clause_end(scene: Scene, sentence: Sentence, i: int, limit: int) -> int:
    """Token behind the clause of the verb: at the boundary, or at a comma behind which somebody is quoted or "and" goes on."""
    lowers = scene.document.lowers
    commas = 0
    for j in range(i + 1, limit):
        if lowers[j] == ",":
            commas += 1
            if lowers[j + 1 : j + 2] and lowers[j + 1] in {"and", "who", "while", "said"} and commas > 0 and j - i > 3:
                return j
        if lowers[j] in {"said", "told", "announced", "according", "reported", "reports"} and j > i + 2:
            return j
    return limit


def _acted_on(
    scene: Scene, sentence: Sentence, i: int, form: Form, frame: Frame, group: Group, floor: int, end: int
) -> tuple[int, int | None] | None:
    """(token of the thing or -1, token of the subject or None) when the frame's own words stand with the verb."""
    lowers = scene.document.lowers
    if not frame.things and not frame.subjects:
        return -1, None
    if frame.things:
        near = min(end, i + 14)
        found = None if group.passive and form == "past" and not _double(frame) else _object(scene, frame, i, near)
        if found:
            return found[1] - 1, None
        if group.passive or form == "past":
            back = _last_thing(scene, frame, max(floor, i - 22), i, need_near=not group.passive)
            if back is not None and group.passive:
                return back, None
            if back is not None and back == i - 1 and i + 1 < end and lowers[i + 1] in _BEHIND_PARTICIPLE:
                return back, None
        if group.passive and found:
            return found[1] - 1, None
    if frame.subjects:
        subject = _subject(scene, sentence, frame, i, group, floor)
        if subject is not None:
            return subject, subject
    return None


def _double(frame: Frame) -> bool:
    """Awards and names have a second object: "was handed the prize", "was given the name of"."""
    return frame.type in {"award", "commemoration", "appointment", "sport", "incident", "call"}


#: Words behind which no object of the verb before them stands.
_PAST_OBJECT = word_set(
    """
    that said which who ; : to for by before against because from than into under since until about over toward
    towards if whether
    """
)


def _object(scene: Scene, frame: Frame, i: int, last: int) -> tuple[int, int] | None:
    """Tokens of the thing that the verb at token i acts on."""
    lowers = scene.document.lowers
    for j in range(i + 1, last):
        length = frame.things.at(lowers, j)
        if length and j + length <= last:
            return j, j + length
        if lowers[j] in _PAST_OBJECT:
            return None
    return None


def _last_thing(scene: Scene, frame: Frame, first: int, last: int, *, need_near: bool) -> int | None:
    lowers = scene.document.lowers
    found = None
    i = first
    while i < last:
        length = frame.things.at(lowers, i)
        if length and i + length <= last:
            if need_near or not _aside(scene, first, i):
                found = i + length - 1
            i += length
        else:
            i += 1
    return found if found is not None and (not need_near or found == last - 1) else None


def _aside(scene: Scene, floor: int, i: int) -> bool:
    """Whether the noun at token i only says where: "the evening at the opera house"."""
    lowers = scene.document.lowers
    for j in range(i - 1, max(floor - 1, i - 6), -1):
        if lowers[j] in {"in", "at", "on", "near", "from", "by", "for", "to", "with"}:
            return True
        if lowers[j] in {",", "of", "and", "the", "a", "an"} and lowers[j - 1] not in {
            "in",
            "at",
            "on",
            "near",
            "from",
            "by",
            "to",
            "with",
        }:
            return False
    return False


def _subject(scene: Scene, sentence: Sentence, frame: Frame, i: int, group: Group, floor: int) -> int | None:
    """Token of a subject of the frame before the verb, the nearest before a relative pronoun where there is one."""
    lowers = scene.document.lowers
    found = None
    j = max(floor, i - 30)
    while j < group.first:
        length = frame.subjects.at(lowers, j)
        if length:
            behind = lowers[j + length] if j + length < i else ""
            if not (
                behind
                and behind.isalpha()
                and behind.islower()
                and len(behind) > 3
                and j + length < group.first
                and behind not in {"with", "from", "will", "which", "that", "near", "between", "built", "carrying"}
            ):
                if not _aside(scene, floor, j):
                    found = j + length - 1
            j += length
        else:
            j += 1
    del sentence
    return found


def _reduced(scene: Scene, sentence: Sentence, i: int, thing: int) -> bool:
    """Whether a past form is a participle behind its noun: "the agreement signed in 2019"."""
    lowers = scene.document.lowers
    return 0 <= thing < i and i > sentence.first and (thing == i - 1 or lowers[i - 1] == ",")


def _gerund(scene: Scene, sentence: Sentence, i: int) -> bool:
    """An -ing form tells when it hangs on a clause ("beating Greece", "after signing") and does not stand for an idea."""
    lowers = scene.document.lowers
    if i == sentence.first or lowers[i - 1] in {"decree", "order"}:
        return True
    return lowers[i - 1] in {",", "after", "before", "by", "and", "while", "when", "for", "on", "upon"} or lowers[
        i - 1
    ].endswith("ly")


def _people(scene: Scene, sentence: Sentence, frame: Frame, i: int, floor: int, end: int) -> list[Person]:
    """Who takes part: named around the verb, or meant by "the ministers", "he"."""
    found = [
        named.person
        for named in present(scene, sentence, floor, end)
        if not speaks(scene, named) or frame.type in {"meeting", "call"}
    ]
    if frame.type in {"commemoration", "opening", "decision", "incident"}:
        return [person for person in found if person.role] if frame.type == "opening" else []
    if not found and frame.type in {"visit", "appointment", "meeting", "award", "agreement"}:
        found = addressed(scene, sentence, floor, end)
    if len(found) < 2:
        found = list(dict.fromkeys([*found, *meant(scene, sentence, floor, min(end, i + 6))]))
    return found


def _met(
    scene: Scene,
    sentence: Sentence,
    frame: Frame,
    i: int,
    floor: int,
    end: int,
    date: str | None,
    people: list[Person],
    group: Group,
) -> bool:
    """Whether everything the frame needs stands in the clause."""
    return all(_has(need, scene, sentence, frame, i, floor, end, date, people, group) for need in frame.needs)


def _has(
    need: str,
    scene: Scene,
    sentence: Sentence,
    frame: Frame,
    i: int,
    floor: int,
    end: int,
    date: str | None,
    people: list[Person],
    group: Group,
) -> bool:
    lowers, words = scene.document.lowers, scene.document.words
    if need == "date":
        return date is not None
    if need == "person":
        if frame.type == "meeting" and scene.sport and not all(person.role for person in people[:2]):
            return False
        if people:
            if frame.type != "meeting" or len(people) > 1 or _delegates(scene, i, end):
                return True
            return bool(scene.people_in(i, end)) or (date is not None and lowers[i + 1 : i + 2] == ("with",))
        return _delegates(scene, floor, i) or _body_before(scene, floor, i)
    if need == "pair":
        after = [named for named in scene.people_in(i + 1, min(end, i + 26)) if named.person in people]
        before = [named for named in scene.people_in(floor, i) if named.person in people]
        if frame.type == "agreement":
            return len(people) > 1 and group.tense != "present"
        if len(people) < 2 or scene.quoted[i]:
            return False
        joined = any(lowers[j] == "with" for j in range(floor, end))
        if lowers[i].startswith("discuss"):
            return (joined or len(before) > 1) and all(person.role for person in people[:2])
        return bool(after) and after[0].person.role is not None
    if need == "place":
        return place_of(scene, sentence, i, end) is not None
    if need == "country":
        return bool(scene.countries_in(floor, end))
    if need == "office":
        return bool(people) and any(
            lowers[j]
            in {
                "as",
                "president",
                "minister",
                "chairman",
                "chairwoman",
                "director",
                "governor",
                "head",
                "ambassador",
                "speaker",
                "rector",
                "secretary",
                "chief",
                "mayor",
                "leader",
                "member",
                "envoy",
                "chair",
                "judge",
                "premier",
            }
            for j in range(floor, end)
        )
    if need == "facility":
        return (
            scene.lexicon.facilities.find(lowers, floor, end) is not None
            or scene.lexicon.facilities.find(lowers, sentence.first, i) is not None
        )
    if need == "after":
        return _named_after(scene, sentence, i, end, group)
    if need == "named":
        return any(
            lowers[j]
            in {
                "street",
                "square",
                "park",
                "school",
                "streets",
                "avenue",
                "one",
                "other",
                "boulevard",
                "airport",
                "library",
                "name",
            }
            for j in range(floor, i)
        ) and (group.tense != "present" or group.passive)
    if need == "casualty":
        if group.passive or "die" in lowers[i] or lowers[i] in {"drowned", "perished"}:
            return any(lowers[j] in _TOLL for j in range(max(floor, i - 10), i))
        return any(lowers[j] in _TOLL or lowers[j].isdigit() for j in range(i + 1, min(end, i + 6)))
    if need == "court":
        return any(lowers[j] in _COURT for j in range(floor, i))
    if need == "match":
        return _match(scene, sentence, i, floor, end)
    if need == "race":
        return scene.sport and i + 1 < end and words[i + 1][0].isupper() and bool(people)
    return False


def _delegates(scene: Scene, first: int, last: int) -> bool:
    return any(word in _DELEGATES for word in scene.document.lowers[first:last])


def _body_before(scene: Scene, floor: int, i: int) -> bool:
    return any(bodies.find(scene.document.lowers, floor, i) for bodies in scene.lexicon.bodies.values())


def _named_after(scene: Scene, sentence: Sentence, i: int, end: int, group: Group) -> bool:
    """ "Was named after", not "the pool, named after" nor, beside a fuller telling, "are named after"."""
    lowers = scene.document.lowers
    behind = lowers[i + 1 : min(sentence.last, i + 12)]
    if not (
        "after" in behind[:2]
        or "honour" in behind
        or "honor" in behind
        or (behind and behind[0] in {"for", "the", "a", "one"} and "after" in behind)
    ):
        return False
    return group.passive or group.tense in {"planned", "perfect"} or (behind[0] not in {"after", "in"})


def _match(scene: Scene, sentence: Sentence, i: int, floor: int, end: int) -> bool:
    """Whether a contest is told: two sides or a score, in an article about sport."""
    lowers, words = scene.document.lowers, scene.document.words
    score = any(
        words[j] in _SCORE_SIGNS and words[j - 1].isdigit() and words[j + 1].isdigit()
        for j in range(i, min(end, len(words) - 1))
        if j > 0
    )
    if not (scene.sport or score):
        return False
    del sentence
    if score:
        return True
    if scene.played and len(scene.countries_in(floor, end)) < 2 and not scene.times_in(floor, end):
        # More of a match already told: "Italy then won the shoot-out".
        return False
    sides = len(scene.countries_in(floor, end)) + len(scene.people_in(floor, end))
    return score or sides > 0 or any(word in {"team", "side", "club"} for word in lowers[floor:end])


def _type_of(scene: Scene, frame: Frame, i: int, floor: int, end: int) -> tuple[str, str | None]:
    """The type of the event: a meeting of a commission is a consultation, one of OPEC's ministers a summit."""
    lex = scene.lexicon
    if frame.type == "meeting":
        lowers = scene.document.lowers
        if multilateral(scene, floor, i):
            return "summit", lex.plover.get("summit")
        for kind in ("consultation",):
            if lex.bodies[kind].find(lowers, floor, i):
                return kind, lex.plover.get(kind)
        if any(word in {"online", "videoconference"} for word in lowers[i:end]):
            return "call", lex.plover.get("call")
    return frame.type, frame.plover


def _quote_start(scene: Scene, i: int, floor: int) -> int:
    """First token of the clause of the verb: behind the last comma that opens a new clause."""
    lowers = scene.document.lowers
    first = floor
    for j in range(i - 1, floor, -1):
        if lowers[j] in {"which", "who"}:
            return max(floor, _noun_before(lowers, j, floor))
        if lowers[j] == "that" and lowers[j - 1] in {
            "said",
            "noted",
            "added",
            "reported",
            "recalled",
            "announced",
            "emphasizing",
            "stressed",
        }:
            return j + 1
    return first


def _noun_before(lowers: tuple[str, ...], j: int, floor: int) -> int:
    k = j - 1
    if k > floor and lowers[k] == ",":
        k -= 1
    while k > floor and lowers[k] not in {",", ";", "for", "in", "on", "at", "of", "that"} | BOUNDARIES:
        k -= 1
    return k + 1 if lowers[k] in {",", ";", "for", "in", "on", "at", "of", "that"} | BOUNDARIES else k


def _quote_end(scene: Scene, i: int, end: int, thing: int) -> int:
    """Token behind the clause, its last comma or stop left out."""
    lowers = scene.document.lowers
    last = end
    for j in range(max(i, thing) + 1, end):
        if lowers[j] == "," and j - i > 3 and not any(time.first >= j for time in scene.times_in(j, end)):
            last = j
            break
    while last > i + 1 and not scene.document.words[last - 1][0].isalnum():
        last -= 1
    return last
