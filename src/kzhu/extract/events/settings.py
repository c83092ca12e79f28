"""When and where: the date and the place that belong to a trigger."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from typing import NamedTuple

from kzhu.extract.document import Sentence
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.words import SAYING, word_set
from kzhu.extract.places import PlaceMention
from kzhu.periods import bounds
from kzhu.records import Status

#: Behind a comma these go on telling of the noun before it: "the summit, which opens on Friday".
_CONTINUING = word_set(
    "which that to held scheduled due set planned slated whose opening starting beginning expected in on at both"
)
#: Before a date these make a deadline or a beginning of it.
_BEFORE = word_set("earlier previously later")
_DEADLINES = word_set("by since until till than")
_SOON = word_set("hours minutes shortly soon immediately right just")
_PARTS_OF_DAY = word_set("evening morning afternoon night")
_SAME_TIMES = _PARTS_OF_DAY | {"same"}
#: Before a place these say where something happened; a city may also follow "from", "for" or "of".
_LEADING = word_set(
    "tour toured tours touring in into off at near to outside across visit visited visiting visits hit struck shook "
    "rocked throughout around"
)
_CITY_LEADING = word_set("in into off at near outside to from for of")
#: What may stand between such a word and the place.
_BETWEEN = word_set("the city of town village nearby southern northern western eastern central capital own")
_WATERS = word_set("sea lake river ocean gulf bay mountain mountains continent")
_CITIES = frozenset({"city", "capital", "town", "village", None})
_KINDS = word_set("city town village settlement district port suburb resort region")
#: Words before a place that no file knows.
_NAMING = _KINDS | {"capital", "in", "near", "at", "to"}
#: Verbs of going, behind which "to" leads to a place too.
_GOING = word_set(
    "travel travels travelled traveled travelling traveling fly flies flew flying go goes went going head heads headed"
)
_PARTICLES = word_set("de del la le of al el")
#: Capitalised words that begin no place that an event can have.
_NO_PLACES = word_set(
    """
    asia europe africa america eurasia central middle north south east west parliament
    january february march april may june july august september october november december
    literature physics chemistry economics medicine
    """
)
#: Paragraphs on in which "the next day" still is that after the day told.
_PARAGRAPHS = 3
#: Days to the day that is told from another one.
_BESIDE = {
    "the day before": -1, "the previous day": -1, "a day earlier": -1, "a day before": -1, "on the eve": -1,
    "one day earlier": -1, "the next day": 1, "the following day": 1, "a day later": 1, "one day later": 1,
    "the day after": 1,
}  # fmt: skip
_BESIDE_SIGNS = frozenset({"day", "eve"})
_DAY_LEADING = frozenset(words.split()[0] for words in _BESIDE)
_FUNCTION = word_set("in on at and to for with by from was is last next this after before as")


class Where(NamedTuple):
    """A place told: as spelled, its country, and the token behind it."""

    name: str
    country: str | None
    last: int


def own_date(
    scene: Scene,
    sentence: Sentence,
    first: int,
    last: int,
    stop: int | None = None,
    *,
    purpose: bool = True,
    begun: bool = False,
    relative: bool = True,
) -> str | None:
    """The date that the clause around tokens [first, last) gives; `first` begins the noun phrase or is the verb.

    Nothing at token `stop` or behind it counts. A deadline ("by 2028") or a beginning ("since 2005") is no date, nor,
    without `purpose`, what something is for ("the budget for 2024"), nor, when `begun`, what it holds from; nor,
    without `relative`, what a relative clause tells ("a service, which starts in March").
    """
    lowers = scene.document.lowers
    end = sentence.last if stop is None else stop
    skipped = _DEADLINES if purpose else _DEADLINES | {"for"}
    if begun:
        skipped |= {"from"}
    told = scene.times_in(sentence.first, end)
    if not told:
        return None
    times = [time for time in told if lowers[time.first - 1] not in skipped]
    if not times:
        return _led_by_when(scene, sentence, first)
    for time in times:
        if first <= time.first < last:
            return scene.value(time)
    led = _led_by_when(scene, sentence, first)
    if led is not None:
        return led
    near = _near_end(scene, last, end, relative=relative)
    behind = next((time for time in times if last <= time.first < near), None)
    if behind is not None and "," not in lowers[last : behind.first]:
        return scene.value(behind)
    floor = _clause_start(scene, sentence, first)
    before = [time for time in times if floor <= time.first < first]
    if before:
        return scene.value(before[-1])
    if behind is not None:
        return scene.value(behind)
    opening = times[0]
    if opening.first - sentence.first <= (4 if lowers[sentence.first] in _BEFORE else 2) and opening.last <= first:
        crossed = lowers[opening.last : first]
        if not any(word in {";", "while", "when", "but"} for word in crossed):
            return scene.value(opening)
    return None


def _near_end(scene: Scene, last: int, end: int, *, relative: bool) -> int:
    """Token before which a date behind the trigger is still its own."""
    lowers = scene.document.lowers
    limit = last
    while limit < end and not scene.edges[limit] and lowers[limit] not in SAYING:
        if lowers[limit] == ":":
            break
        if lowers[limit] in {"which", "whom"} and lowers[limit - 1] != ",":
            break
        if lowers[limit].endswith("ed") and limit + 1 < end and lowers[limit + 1] == "by" and limit > last:
            # "At the site of the embassy bombed by ... in 1999".
            break
        if lowers[limit] == "," and (
            not _continues(scene, limit, end) or (not relative and lowers[limit + 1] in {"which", "whose", "that"})
        ):
            break
        limit += 1
    return limit


def _clause_start(scene: Scene, sentence: Sentence, first: int) -> int:
    """Token from which a date before the trigger is still its own.

    The preposition of the trigger itself is no boundary: "told reporters yesterday after talks".
    """
    lowers = scene.document.lowers
    floor = first
    if first > sentence.first and lowers[first - 1] in {"after", "before", "when"}:
        floor = first - 1
        if lowers[floor - 1] in _SOON:
            # "On Friday evening, hours after a call".
            floor -= 2 if lowers[floor - 2] == "," else 1
    while floor > sentence.first and not scene.edges[floor - 1] and lowers[floor - 1] != ",":
        if lowers[floor] == "will" and lowers[floor - 1] == "and":
            # "Met with B on Tuesday and will go to Rome".
            break
        floor -= 1
    return floor


def _led_by_when(scene: Scene, sentence: Sentence, first: int) -> str | None:
    """The date before a clause with "when" or "where": "in 2010, when eight people died"."""
    lowers = scene.document.lowers
    j = max(sentence.first, first - 12)
    before = lowers[j : first + 1]
    if "when" not in before and "where" not in before:
        return None
    j = max(j, scene.edges.rfind(1, j, first + 1))
    if lowers[j] not in {"when", "where"}:
        return None
    behind = j - 1 if lowers[j - 1] == "," else j
    for time in scene.times_in(max(sentence.first, behind - 6), behind):
        if time.last == behind:
            # "Since 2019, when a centre opened": the beginning of the stretch.
            return (scene.value(time) or "").partition("/")[0] or None
    return None


def deadline(scene: Scene, first: int, last: int) -> str | None:
    """The date by which something planned is to have happened: "by the end of next year"."""
    lowers = scene.document.lowers
    for time in scene.times_in(first, last):
        if "by" in lowers[max(first, time.first - 1) : time.last]:
            return scene.value(time)
    return None


def day_beside(scene: Scene, sentence: Sentence, first: int, last: int) -> str | None:
    """The day that tokens [first, last) tell by another: "the day before", "the next day", "on the eve".

    It is counted from the day told last or that of the article.
    """
    lowers = scene.document.lowers
    if _BESIDE_SIGNS.isdisjoint(lowers[first:last]):
        return None
    for i in range(first, last - 2):
        if lowers[i] not in _DAY_LEADING:
            continue
        shift = _BESIDE.get(" ".join(lowers[i : i + 3]))
        if shift is None or lowers[i + 3 : i + 4] == ("of",):
            continue
        day = _day_told_last(scene, sentence) or (scene.published.date or scene.day)
        if not day or len(day) != 10:
            return None
        return (bounds(day)[0] + timedelta(days=shift)).isoformat()
    return None


def _day_told_last(scene: Scene, sentence: Sentence) -> str | None:
    """The day of what was told last, in this paragraph or the one before, by a date of its own."""
    last = bisect_right(scene.heard, sentence.first, key=lambda told: told.head)
    for told in reversed(scene.heard[max(0, last - 4) : last]):
        if told.own and told.date and len(told.date) == 10 and told.status == "past":
            return told.date if sentence.paragraph - told.sentence.paragraph < _PARAGRAPHS else None
    return None


def same_day(scene: Scene, sentence: Sentence) -> str | None:
    """The day told last, where the sentence says "on the same day"."""
    return _day_told_last(scene, sentence) if "same" in scene.document.lowers[sentence.first : sentence.last] else None


def in_the_past(scene: Scene, sentence: Sentence, date: str | None) -> str | None:
    """The date of something told as done: a weekday or month ahead is that of the week or year before."""
    published = scene.published.date
    if date and published and bounds(date)[0] > bounds(published)[1] and date[:4].isdigit():
        times = scene.times_in(sentence.first, sentence.last)
        if any(time.form == "partial" and time.edtf == date for time in times):
            return _shifted(date, -1)
    if not date or len(date) != 10 or not published or len(published) != 10:
        return date
    times = scene.times_in(sentence.first, sentence.last)
    if not any(time.form == "relative" and time.edtf == date for time in times):
        return date
    day = bounds(date)[0]
    ahead = (day - bounds(published)[0]).days
    return (day - timedelta(days=7)).isoformat() if 0 < ahead < 7 else date


def _shifted(date: str, years: int) -> str:
    return "/".join(f"{int(part[:4]) + years}{part[4:]}" for part in date.split("/"))


def to_come(scene: Scene, sentence: Sentence, first: int, date: str | None) -> str | None:
    """The date of something to come: a weekday or month that would lie behind is that of the week or year to come.

    Only what is told from token `first` on is what the plan is for: "decided on Tuesday to sign".
    """
    published = scene.published.date
    if date and published and len(published) == 10 and bounds(date)[1] < bounds(published)[0] and date[:4].isdigit():
        times = scene.times_in(first, sentence.last)
        if any(time.form == "partial" and time.edtf == date for time in times):
            return _shifted(date, 1)
    if not date or len(date) != 10 or not published or len(published) != 10:
        return date
    times = scene.times_in(first, sentence.last)
    if not any(time.form == "relative" and time.edtf == date and time.grain == "day" for time in times):
        return date
    day = bounds(date)[0]
    behind = (bounds(published)[0] - day).days
    return (day + timedelta(days=7)).isoformat() if 1 < behind < 7 else date


def _continues(scene: Scene, comma: int, last: int) -> bool:
    """Whether what stands behind a comma still tells of what stands before it."""
    i = comma + 1
    if i >= last:
        return False
    if scene.document.lowers[i] in _CONTINUING or scene.times_in(i, i + 1):
        return True
    return any(place.kind in {"place", "country"} for place in scene.places_in(i, i + 1))


def same_time(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence says that it goes on at the time of the story: "on the same day", "in the evening"."""
    lowers = scene.document.lowers
    if _SAME_TIMES.isdisjoint(lowers[sentence.first : min(sentence.last, sentence.first + 41)]):
        return False
    for i in range(sentence.first, min(sentence.last - 2, sentence.first + 40)):
        if lowers[i] == "same" and (lowers[i + 1] in _PARTS_OF_DAY or lowers[i + 1] in {"day", "time"}):
            return True
        if lowers[i] == "the" and lowers[i + 1] in _PARTS_OF_DAY:
            return True
    return False


def status_of(scene: Scene, date: str | None, told: Status) -> Status:
    """The status that a date forces: what ended before publication is past, what begins after it is planned."""
    if not date:
        return told
    published = scene.published
    day = published.date if published.date and len(published.date) == 10 else None
    earliest, latest = day or published.earliest, day or published.latest
    first, last = bounds(date)
    if earliest and last < bounds(earliest)[0]:
        return "past"
    if latest and first > bounds(latest)[1]:
        return "planned"
    return told


def place_of(scene: Scene, sentence: Sentence, first: int, last: int) -> Where | None:
    """The place told in tokens [first, last): a city before a region before a country."""
    text = scene.document.text
    best: tuple[int, PlaceMention] | None = None
    places = scene.places_in(first, last)
    people = scene.people_in(first, last) if places else []
    for place in places:
        rank = _rank(scene, place, sentence)
        if rank and (best is None or rank < best[0]) and not any(n.first <= place.first < n.last for n in people):
            best = (rank, place)
    found = None
    if best is not None:
        name = " ".join(best[1].span.cut(text).split())
        found = Where(name, best[1].countries[0] if best[1].countries else None, best[1].last)
        if best[0] == 1:
            return found
    return _unknown(scene, first, last, found) or found


def _rank(scene: Scene, place: PlaceMention, sentence: Sentence) -> int:
    """1 for a city, 2 for another place, 3 for a country; 0 where the mention tells no place."""
    lowers = scene.document.lowers
    i = place.first - 1
    while i > sentence.first and i > place.first - 5 and (lowers[i] in _BETWEEN or scene.demonym_at(i)):
        i -= 1
    led = i >= sentence.first and lowers[i] in _LEADING
    if place.kind == "place":
        if place.last < sentence.last and lowers[place.last] in _PARTICLES:
            # "San José del Páramo" is another place.
            return 0
        if _goes_on(scene, place):
            return 0
        if place.place in _WATERS or not (led or lowers[place.first - 1] in _CITY_LEADING):
            return 0
        return 1 if place.place in _CITIES else 2
    if place.kind != "country" or not led:
        return 0
    # "Outside the U.S. embassies" is no place.
    after = scene.document.words[place.last] if place.last < sentence.last else "."
    adjective = place.last - place.first > 2 and after.islower() and after.isalpha() and after not in _FUNCTION
    return 0 if adjective else 3


def _goes_on(scene: Scene, place: PlaceMention) -> bool:
    """Whether a name goes on behind what is known of it: "Porto Amaral" is another place than Porto."""
    words, i = scene.document.words, place.last
    if i >= len(words) or not words[i][0].isupper() or not words[i].isalpha() or words[i].isupper():
        return False
    return not (scene.places_in(i, i + 1) or scene.people_in(i, i + 1) or scene.times_in(i, i + 1))


def _unknown(scene: Scene, first: int, last: int, within: Where | None) -> Where | None:
    """A place that no file knows: "the Hungarian capital", "the village of" or "in" with a capitalised name."""
    lowers, words = scene.document.lowers, scene.document.words
    for i, word in enumerate(lowers[first : last - 1], first):
        if word not in _NAMING:
            continue
        if word == "capital" and i > first:
            capital = _capital(scene, i)
            if capital is not None:
                return capital
        j = i + 1
        if word in _KINDS and lowers[j] == "of":
            j += 1
        elif word == "to" and i and lowers[i - 1] in _GOING:
            j = i + 1
        elif word not in {"in", "near"} and not (word == "at" and lowers[i - 1] == ","):
            continue
        name = _capitalised(scene, j, last) if j < last and words[j][0].isupper() else None
        if name is not None:
            return Where(name[0], within.country if within else None, name[1])
    return None


def _capital(scene: Scene, i: int) -> Where | None:
    """The city meant by "the Hungarian capital"."""
    for place in scene.places_in(i - 1, i):
        if place.last == i and place.countries:
            code = place.countries[0]
            country = scene.knowledge.countries.get(code)
            if scene.city and scene.city_country == code:
                return Where(scene.city, code, i + 1)
            if country and country.capital:
                return Where(country.capital, code, i + 1)
    return None


def _capitalised(scene: Scene, i: int, last: int) -> tuple[str, int] | None:
    """A capitalised name at token i, and the token behind it."""
    document = scene.document
    words, lowers = document.words, document.lowers
    j = i
    while j < last and (
        words[j][0].isupper() or (i < j < last - 1 and lowers[j] in _PARTICLES and words[j + 1][0].isupper())
    ):
        j += 1
    if (
        j == i
        or any(place.last >= j for place in scene.places_in(i, i + 1))
        or scene.people_in(i, j)
        or scene.times_in(i, j)
        or any(scene.demonym_at(k) for k in range(i, j))
    ):
        return None
    if lowers[i] in _NO_PLACES:
        return None
    return " ".join(document.text[document.starts[i] : document.ends[j - 1]].split()), j
