"""Events told by a noun: "the 9th meeting of the commission took place", "during a visit to Rome", "took part in a forum"."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.extract.document import Sentence
from kzhu.extract.events.lexicon import Form, Noun, word_set
from kzhu.extract.events.scene import BOUNDARIES, Scene, Told
from kzhu.extract.events.settings import own_date, place_of, same_time
from kzhu.extract.events.verbs import BE, Group, verb_group
from kzhu.extract.events.who import meant, present
from kzhu.records import Status

_THE = word_set(
    """
    the this these those that his her their its our my your such
    """
)
_A = frozenset({"a", "an", "another", "one", "some", "several"})
#: Words at which a noun phrase, read backwards, has begun.
_STOPS = word_set(
    """
    of in on at to for with by from into during following after before within and or as between until since via
    about against under per than is are was were be been has have had will that which who whose attended attend
    attends attending hosted hosts host hosting held hold holds holding chaired chair chairs chairing addressed
    address opened opening opens open told joined join joining organised organized convened led visited win won
    planned launched conducted closed closing ended also discussed said watched saw ahead paid pay made called
    through not when while if so but missed left like kicked what how both there it he she they we i you noted
    praised thanked welcomed finish finished
    """
)
#: What may stand behind an event's noun; behind anything else it only describes ("conference hall").
_FOLLOWERS = word_set(
    """
    of with between in on at to for and or was is were are will has had have took takes take taking which that who
    held by as from under among after before during next last this earlier later today yesterday tomorrow but when
    where while opens begins began starts the a here there also could would should may must ended closed opened ends
    near off dedicated devoted via into over against about since until alongside hosted due killed left hit struck
    went brought drew came because within through involving featuring entitled titled meet begin start open
    scheduled organised organized planned so than not without along around chaired led called gathered
    """
)
_PREPOSITIONS = word_set(
    """
    during at following after before in within on for since from via ahead through until
    """
)
#: Verbs that take part by way of a preposition: "participate in", "speak at", "invited to".
_WITH_PREPOSITION = {
    "in": frozenset(
        {"part", "participate", "participated", "participating", "participation", "participates", "engaged"}
    ),
    "at": frozenset(
        {"speak", "spoke", "speaking", "spoken", "speaks", "present", "gathered", "attended", "met", "appeared"}
    ),
    "to": frozenset({"invited", "invite", "came", "come", "guests", "delegates", "visitors"}),
    "for": frozenset({"arrived", "came", "gathered", "met", "left"}),
    "on": frozenset({"arrived", "came", "paid"}),
}
#: Behind "of": "on the sidelines of the summit".
_PARTS = word_set(
    """
    sidelines margins part framework end start beginning opening closing results outcome ahead eve course host day
    days occasion outcomes conclusion winner hosts round stage fringes sideline
    """
)
_TAKING_PART = word_set(
    """
    attend attends attended attending hold holds held holding host hosts hosted hosting chair chairs chaired
    chairing address addressed addresses addressing join joined joining open opened opening organise organised
    organize organized conduct conducted convene convened stage staged launch launched told led lead participate
    participated participating participation part speak spoke speaking spoken paid pay pays paying closed close
    visit visited gathered won win met make made making moderated inaugurated invited invite arrived co-chaired had
    have announced
    """
)
#: Verbs that say of an event that it happens, with their forms.
_OCCURRING: dict[str, Form] = {
    "held": "past",
    "hold": "base",
    "took": "past",
    "take": "base",
    "takes": "s",
    "taking": "ing",
    "taken": "past",
    "opened": "past",
    "opens": "s",
    "open": "base",
    "opening": "ing",
    "started": "past",
    "starts": "s",
    "start": "base",
    "began": "past",
    "begins": "s",
    "begin": "base",
    "begun": "past",
    "kicked": "past",
    "kicks": "s",
    "kick": "base",
    "concluded": "past",
    "concludes": "s",
    "conclude": "base",
    "closed": "past",
    "closes": "s",
    "close": "base",
    "ended": "past",
    "ends": "s",
    "end": "base",
    "hosted": "past",
    "gathered": "past",
    "brought": "past",
    "drew": "past",
    "attended": "past",
    "planned": "past",
    "scheduled": "past",
    "expected": "past",
    "due": "past",
    "slated": "past",
    "organised": "past",
    "organized": "past",
    "organize": "base",
    "continued": "past",
    "continues": "s",
    "convened": "past",
    "chaired": "past",
    "lasted": "past",
    "came": "past",
    "killed": "past",
    "hit": "past",
    "struck": "past",
    "left": "past",
    "buried": "past",
    "occurred": "past",
    "happened": "past",
    "happen": "base",
    "erupted": "past",
    "broke": "past",
    "destroyed": "past",
    "damaged": "past",
    "injured": "past",
    "shook": "past",
    "swept": "past",
    "claimed": "past",
    "ripped": "past",
    "tore": "past",
    "caused": "past",
    "triggered": "past",
    "halted": "past",
    "discussed": "past",
    "focused": "past",
    "addressed": "past",
    "produced": "past",
    "conducted": "past",
    "staged": "past",
    "postponed": "past",
    "rocked": "past",
    "forced": "past",
    "cut": "past",
    "flooded": "past",
    "devastated": "past",
    "blocked": "past",
    "staying": "ing",
    "celebrated": "past",
    "marked": "past",
    "features": "s",
    "featured": "past",
    "run": "base",
    "runs": "s",
    "moderated": "past",
    "disrupted": "past",
    "paralysed": "past",
    "gripped": "past",
}
_ANOTHER = word_set(
    """
    next another previous last upcoming forthcoming new second third earlier future
    """
)
_AHEAD = frozenset({"next", "upcoming", "forthcoming", "future", "planned"})
_TALK = frozenset({"meeting", "call", "consultation", "summit"})
#: "A press conference" is how the news was told; "any talks" and "mutual visits" are mere talk.
_NEVER = frozenset({"press", "news", "any", "no", "possible", "potential", "every", "each"})
_VAGUE = word_set(
    """
    mutual future regular high-level frequent further all many more annual
    """
)
#: Before a noun, words that make a wish of it.
_WISHES = word_set(
    """
    forward hope hopes hoped propose proposed proposal request requested wants readiness ready possibility idea
    invitations opportunity welcome calls called need happy
    """
)


def read_noun(scene: Scene, sentence: Sentence, i: int, noun: Noun) -> Told | None:
    """The event that the noun at token i tells, None where it only mentions a kind of thing."""
    document = scene.document
    lowers, words = document.lowers, document.words
    end = i + len(noun.words)
    after = lowers[end] if end < sentence.last else "."
    if after not in _FOLLOWERS and after.isalpha() and after.islower() and words[end][0].islower():
        return None
    first, mods, article = _phrase(scene, sentence, i)
    if (
        not article
        and not mods
        and not _led(lowers, sentence.first, first)
        and (noun.words[-1] in scene.lexicon.verbs or noun.words[-1] in _VERBS)
    ):
        return None
    if not _NEVER.isdisjoint(mods) or (noun.plural and not _VAGUE.isdisjoint(mods)):
        return None
    kind, key = _type_of(scene, sentence, noun, mods, first, i, end)
    if kind is None:
        return None
    reach = _complement(scene, sentence, end)
    anchor, group = _anchor(scene, sentence, first, i, reach)
    if anchor is None or (group is not None and group.tense == "unreal") or _wished(lowers, sentence.first, first):
        return None
    turn = anchor if anchor >= end else first
    date = (
        own_date(scene, sentence, min(first, turn), end)
        if anchor < end
        else own_date(scene, sentence, anchor, anchor + 1)
    )
    if date is None and anchor >= end:
        date = own_date(scene, sentence, first, end)
    seg_first, seg_last = scene.segment(sentence, i)
    place = place_of(scene, sentence, first, max(reach, _tail(scene, sentence, end))) or _in_name(scene, first, i)
    people = present(scene, sentence, seg_first, seg_last)
    other = any(mod in _ANOTHER for mod in mods)
    with_others = after in {"with", "between", "among"}
    bare = not with_others and not (after == "of" and kind != "visit") and not other
    content = [
        mod
        for mod in mods
        if mod not in {"bilateral", "narrow-format", "expanded-format", "official", "joint", "working", "extended"}
    ]
    back = bare and date is None and (article in _THE or not article) and not content and after != "to"
    if not (
        back
        or date
        or people
        or place
        or with_others
        or _named(scene, first, reach)
        or (group and kind in {"consultation", "incident", "summit", "agreement"})
    ):
        return None
    if (
        noun.plural
        and noun.type not in {"incident", "other"}
        and lowers[i] not in {"talks", "negotiations", "consultations"}
    ):
        if not (kind == "meeting" and (date or place or people)) and not (kind == "sport" and _cap(scene, i)):
            return None
    status: Status = "past"
    if (group and group.tense in {"planned", "present"} and group.tense == "planned") or any(
        mod in _AHEAD for mod in mods
    ):
        status = "planned"
    told = Told(
        kind,
        scene.lexicon.plover.get(kind),
        sentence,
        i,
        _quote_start(scene, sentence, first, anchor),
        max(reach, anchor + 1, end),
        key,
        status,
        date,
        date is not None,
        place[0] if place else None,
        [named.person for named in people],
        set(),
        back=back,
        other=other,
    )
    told.several = noun.plural and kind == "meeting" and lowers[i] not in {"talks", "negotiations"}
    told.name = _name(words, first, reach)
    if not date and same_time(scene, sentence):
        told.date = scene.day
    if kind in {"meeting", "call"} and len(told.people) < 2:
        told.people = list(
            dict.fromkeys([*told.people, *meant(scene, sentence, seg_first, seg_last, plural=not people)])
        )
    told.countries = scene.countries_in(first, reach)
    if place and place[1] and kind in {"visit", "incident", "commemoration", "opening"}:
        told.countries.add(place[1])
    return told


#: Nouns that are verbs as well: without article or preposition they are taken for verbs.
_VERBS = word_set(
    """
    strike strikes race fight riot clash clashes crash fire blast attack attacks protests leaks storm flood visits
    tours raid trip trips floods quake ruling
    """
)


def _led(lowers: Sequence[str], floor: int, first: int) -> bool:
    """Whether a preposition or a number leads the noun phrase."""
    return first > floor and (
        lowers[first - 1] in _PREPOSITIONS or lowers[first - 1] in {"of", "by", "with", "and", "to"} - {"to"}
    )


def _in_name(scene: Scene, first: int, i: int) -> tuple[str, str | None] | None:
    """The city in an event's name: "the Samarkand summit"."""
    for place in scene.places_in(first, i):
        if place.kind == "place":
            return place.span.cut(scene.document.text), place.countries[0] if place.countries else None
    return None


def _wished(lowers: Sequence[str], floor: int, first: int) -> bool:
    return any(word in _WISHES for word in lowers[max(floor, first - 5) : first])


def _named(scene: Scene, first: int, reach: int) -> bool:
    return multilateral(scene, first, reach)


def _phrase(scene: Scene, sentence: Sentence, i: int) -> tuple[int, list[str], str]:
    """First token of the noun phrase whose noun stands at token i, its modifiers, and its article."""
    lowers, words = scene.document.lowers, scene.document.words
    mods: list[str] = []
    j = i - 1
    while j >= sentence.first and i - j <= 9:
        word = lowers[j]
        if word in _THE or word in _A:
            return j, mods, word
        if word in {"'s", "’s"}:
            k = j
            while k - 1 >= sentence.first and j - k < 5 and words[k - 1][0].isupper():
                k -= 1
            return k, mods, "the"
        if word in _STOPS or not (word[0].isalnum() or word == ".") or (word == "." and j + 1 == i):
            break
        mods.append(word)
        j -= 1
    return j + 1, mods, ""


def _type_of(
    scene: Scene, sentence: Sentence, noun: Noun, mods: Sequence[str], first: int, i: int, end: int
) -> tuple[str | None, str]:
    """The type of event, which the words around the noun may narrow, and the noun that names it."""
    lowers, lex = scene.document.lowers, scene.lexicon
    key = noun.words[-1]
    kind: str | None = noun.type
    tail = lowers[end : min(sentence.last, end + 12)]
    if kind == "meeting" and ("online" in mods or "telephone" in mods or "phone" in mods or "virtual" in mods):
        return "call", key
    if (
        key in {"meeting", "session", "sitting", "round", "meetings", "talks", "conference", "consultations"}
        and kind != "call"
    ):
        body = _body(scene, sentence, first, i, end)
        if body:
            return body, key
        if key in {"session", "sessions"}:
            return None, key
    if kind in {"opening", "commemoration"} and key in {
        "opening",
        "launch",
        "launching",
        "unveiling",
        "naming",
        "renaming",
        "ceremony",
    }:
        if not tail or tail[0] != "of":
            return (None, key) if key != "ceremony" or len(noun.words) == 1 else (kind, key)
        found = lex.facilities.find(lowers, end, min(sentence.last, end + 8))
        if kind == "opening":
            return ("opening", lowers[found[1] - 1]) if found else (None, key)
        return kind, key
    if kind == "agreement" and tail and tail[0] != "of" and key != "ceremony":
        return None, key
    if kind == "appointment" and (not tail or tail[0] not in {"of", "as"}):
        return None, key
    if kind == "sport" and not scene.sport and not _cap(scene, i - 1):
        return None, key
    if scene.sport and (kind == "incident" or (kind == "other" and key in {"competition", "contest"})):
        return None, key
    if (
        kind == "sport"
        and key in {"final", "cup", "race", "stage", "leg", "league", "game", "games", "fight"}
        and i == first
    ):
        return None, key
    return kind, key


def _cap(scene: Scene, i: int) -> bool:
    return i >= 0 and scene.document.words[i][0].isupper()


def _body(scene: Scene, sentence: Sentence, first: int, i: int, end: int) -> str | None:
    """Whose meeting it is: a commission's ("consultation"), a multilateral body's ("summit"), or None."""
    lowers, bodies = scene.document.lowers, scene.lexicon.bodies
    spans = [(first, i)]
    if scene.document.lowers[first - 1] == "whose" and first > sentence.first:
        spans.append((max(sentence.first, first - 12), first - 1))
    if end < sentence.last and lowers[end] == "of":
        j = end + 1
        while (
            j < sentence.last
            and j - end < 16
            and (lowers[j] not in _OCCURRING or lowers[j] == "open")
            and lowers[j] not in {",", ";", "with", "will", "is", "was"}
        ):
            j += 1
        spans.append((end, j))
    for kind in ("summit", "consultation"):
        phrases = bodies.get(kind)
        if phrases and any(phrases.find(lowers, a, b) for a, b in spans):
            return kind
    if len(spans) > 1 and multilateral(scene, *spans[1]):
        return "summit"
    return None


def multilateral(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens [first, last) name a body of many countries."""
    words = scene.document.words
    return any(
        words[i] in _MANY or (words[i] == "United" and words[i + 1 : i + 2] == ("Nations",)) for i in range(first, last)
    )


_MANY = word_set(
    """
    UN OSCE EU OPEC OPEC+ NATO G7 G20 BRICS EAEU EEU CIS CSTO SCO OTS WTO IMF OECD UNESCO ASEAN CICA OIC WHO
    Eurogroup Visegrad Organization Organisation Union Commonwealth Assembly League
    """
)


def _complement(scene: Scene, sentence: Sentence, end: int) -> int:
    """Token behind the words that complete the noun: "of ...", "with ...", "to ...", to the next comma, verb or boundary."""
    lowers, quoted = scene.document.lowers, scene.quoted
    i = end
    while i < sentence.last and i - end < 24:
        word = lowers[i]
        if word in BOUNDARIES and word != "(" and word != ")":
            break
        if (
            quoted[i] != quoted[end - 1]
            or word in {",", ":", "which", "who", "will", "took", "takes", ".", "said"}
            or word in BE
            or word in _OCCURRING
        ):
            break
        i += 1
    return i


def _tail(scene: Scene, sentence: Sentence, end: int) -> int:
    """Token behind the clause: the next boundary."""
    lowers = scene.document.lowers
    i = end
    while (
        i < sentence.last
        and lowers[i] not in BOUNDARIES
        and (lowers[i] != "," or lowers[i + 1] in {"which", "to", "in", "due"})
    ):
        if lowers[i] == "and" and i + 1 < sentence.last and lowers[i + 1] in scene.lexicon.verbs:
            break
        i += 1
    return i


def _anchor(scene: Scene, sentence: Sentence, first: int, i: int, reach: int) -> tuple[int | None, Group | None]:
    """The word that makes the noun an event told: a verb behind or before it, or a preposition.

    Returns its token and, for a verb, its group; (None, None) where nothing does.
    """
    lowers = scene.document.lowers
    last = min(sentence.last, reach + 30)
    j = reach
    commas = 0
    while j < last and lowers[j] not in {";", "while", "but", "because"}:
        word = lowers[j]
        if word in {"if", "whether", "unless"}:
            break
        if word == ",":
            commas += 1
            if (
                commas == 1
                and j + 1 < last
                and lowers[j + 1] not in {"which", "to", "due", "scheduled", "held", "that"}
                and _before(scene, sentence, first)
            ):
                break
            if commas > 2:
                break
        form = _OCCURRING.get(word)
        if form:
            if word == "taking" or (
                word.startswith("t") and word[:3] in {"too", "tak"} and "place" not in lowers[j + 1 : j + 3]
            ):
                j += 1
                continue
            group = verb_group(lowers, j, form, i)
            if word in {"due", "planned", "scheduled", "slated", "expected"} and group.tense in {"present", "past"}:
                group = Group("planned", True, group.first)
            return j, group
        if (
            word in {"is", "was", "are", "were"}
            and j + 1 < last
            and lowers[j + 1] in {"on", "in", "at"}
            and commas == 0
        ):
            return j, Group("present" if word in {"is", "are"} else "past", False, j)
        j += 1
    before = _before(scene, sentence, first)
    if before is None and lowers[i + 1 : i + 2] in {("with",), ("between",)} and scene.people_in(i, reach):
        return first, None
    if before is not None:
        word = lowers[before]
        form2 = (
            "past"
            if word.endswith(("ed", "held", "told", "met", "won", "led", "paid", "spoke"))
            else "ing"
            if word.endswith("ing")
            else "base"
        )
        if word in _TAKING_PART and word not in {"participation", "part", "had", "have"}:
            group = verb_group(lowers, before, form2, sentence.first)  # type: ignore[arg-type]
            if group.tense == "unreal" and word in {"participate", "attend", "speak", "invite", "visit"}:
                return before, None
            return before, group
        if word == "part":
            return before, _verb_before(scene, before, sentence.first)
        return before, _verb_before(scene, first, sentence.first) if lowers[before] in {"at", "in"} else None
    return None, None


def _verb_before(scene: Scene, i: int, floor: int) -> Group | None:
    """A plan told before token i: "will be at the opening", "is to take part"."""
    lowers = scene.document.lowers
    for j in range(i - 1, max(floor, i - 12) - 1, -1):
        if lowers[j] in {",", ";"}:
            return None
        if lowers[j] in {"will", "shall"}:
            return Group("planned", False, j)
    return None


def _before(scene: Scene, sentence: Sentence, first: int) -> int | None:
    """A word before the noun phrase that makes it an event: "during", "took part in", "on the sidelines of"."""
    lowers = scene.document.lowers
    j = first - 1
    if j < sentence.first:
        return None
    word = lowers[j]
    if word in _TAKING_PART:
        return j
    if word in _WITH_PREPOSITION:
        for k in range(j - 1, max(sentence.first, j - 3) - 1, -1):
            if lowers[k] in _WITH_PREPOSITION[word]:
                return k
    if word in _PREPOSITIONS:
        return j
    if word == "of" and j > sentence.first and lowers[j - 1] in _PARTS:
        return j
    if word in {"and", ","} and j - 1 > sentence.first and lowers[j - 1] in {"talks", "meeting", "visit"}:
        return j
    return None


def _quote_start(scene: Scene, sentence: Sentence, first: int, anchor: int) -> int:
    return min(first, anchor) if anchor is not None and first - anchor < 8 else first


def _name(words: Sequence[str], first: int, last: int) -> frozenset[str]:
    return frozenset(
        words[i].lower()
        for i in range(first, min(last, len(words)))
        if words[i][0].isupper() and (len(words[i]) > 3 or words[i] == "UN")
    )
