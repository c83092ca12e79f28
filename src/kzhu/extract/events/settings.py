"""When and where: the date and the place that belong to a trigger."""

from __future__ import annotations

from kzhu.extract.document import Sentence
from kzhu.extract.events.lexicon import word_set
from kzhu.extract.events.scene import BOUNDARIES, Scene
from kzhu.extract.places import PlaceMention
from kzhu.periods import bounds
from kzhu.records import Status

#: Behind a comma these go on telling of the noun before it: "the summit, which opens on Friday".
_CONTINUING = word_set(
    """
    which that to held scheduled due set planned slated whose opening starting beginning expected in on at both
    """
)
_SAYING = word_set(
    """
    said says told reported reports announced according added noted wrote stated
    """
)
_AT = frozenset({"in", "at", "near", "outside", "to", "from", "for", "of"})
_KINDS = word_set(
    """
    city town village settlement district port suburb resort region
    """
)
_DEADLINES = frozenset({"by", "since", "until", "till", "than"})
_LEADING = word_set(
    """
    in at near to outside across visit visited visiting visits hit struck shook rocked throughout around
    """
)
_WATERS = frozenset({"sea", "lake", "river", "ocean", "gulf", "bay", "mountains", "continent"})
_FOLLOW = word_set(
    """
    in on at and to for with by from was is last next this after before as
    """
)
_EVENINGS = frozenset({"evening", "morning", "afternoon", "night"})


def own_date(scene: Scene, sentence: Sentence, first: int, last: int, stop: int | None = None) -> str | None:
    """The date that the clause around tokens [first, last) gives; `first` begins the noun phrase or is the verb.

    Nothing at token `stop` or behind it counts. A deadline ("by 2028") or a beginning ("since 2005") is no date.
    """
    lowers, quoted = scene.document.lowers, scene.quoted
    times = [
        time
        for time in scene.times_in(sentence.first, sentence.last)
        if lowers[time.first - 1] not in _DEADLINES and not (stop is not None and time.first >= stop)
    ]
    if not times:
        return None
    for time in times:
        if first <= time.first < last:
            return scene.value(time)
    led = _led_by_when(scene, sentence, first)
    if led is not None:
        return led
    limit = last
    comma = -1
    inside = quoted[first]
    while limit < sentence.last and lowers[limit] not in BOUNDARIES and quoted[limit] == inside:
        if lowers[limit] in _SAYING or (lowers[limit] in {"which", "whom"} and lowers[limit - 1] != ","):
            break
        if lowers[limit] == "," and comma < 0 and not _continues(scene, limit, sentence.last):
            comma = limit
        limit += 1
    near = comma if comma >= 0 else limit
    for time in times:
        if last <= time.first < near:
            return scene.value(time)
    floor = first
    while (
        floor > sentence.first
        and lowers[floor - 1] not in BOUNDARIES
        and lowers[floor - 1] != ","
        and quoted[floor - 1] == inside
    ):
        floor -= 1
    if floor == first and first > sentence.first and lowers[first - 1] in {"after", "before", "when"}:
        # "told reporters yesterday after talks": the preposition of the trigger itself is no boundary.
        floor = first - 1
        while floor > sentence.first and lowers[floor - 1] not in BOUNDARIES and lowers[floor - 1] != ",":
            floor -= 1
    before = [time for time in times if floor <= time.first < first]
    if before:
        return scene.value(before[-1])
    opening = times[0]
    if opening.first - sentence.first <= 2 and opening.last <= first and not _crosses(scene, opening.last, first):
        return scene.value(opening)
    return None


def _led_by_when(scene: Scene, sentence: Sentence, first: int) -> str | None:
    """The date before a clause with "when": "in 2010, when eight people died"."""
    lowers = scene.document.lowers
    j = first
    while j > sentence.first and first - j < 12 and lowers[j] not in BOUNDARIES:
        j -= 1
    if lowers[j] != "when":
        return None
    behind = j - 1 if lowers[j - 1] == "," else j
    for time in scene.times_in(max(sentence.first, behind - 6), behind):
        if time.last == behind:
            return scene.value(time)
    return None


def _continues(scene: Scene, comma: int, last: int) -> bool:
    """Whether what stands behind a comma still tells of what stands before it."""
    i = comma + 1
    if i >= last:
        return False
    if scene.document.lowers[i] in _CONTINUING:
        return True
    return any(time.first == i for time in scene.times_in(i, i + 1)) or any(
        place.first == i and place.kind in {"place", "country"} for place in scene.places_in(i, i + 1)
    )


def _crosses(scene: Scene, first: int, last: int) -> bool:
    lowers = scene.document.lowers
    return any(lowers[i] in {";", "while", "when", "but"} for i in range(first, last))


def same_time(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence says that it goes on at the time of the story: "on the same day", "in the evening"."""
    lowers = scene.document.lowers
    for i in range(sentence.first, min(sentence.last - 2, sentence.first + 40)):
        if lowers[i] == "same" and lowers[i + 1] in {"day", "evening", "morning", "time", "night"}:
            return True
        if lowers[i] == "the" and lowers[i + 1] in _EVENINGS:
            return True
    return False


def status_of(scene: Scene, date: str | None, told: Status) -> Status:
    """The status that a date forces: what ended before publication is past, what begins after it is planned."""
    published = scene.published
    day = published.date if published.date and len(published.date) == 10 else None
    earliest = day or published.earliest
    latest = day or published.latest
    if not date:
        return told
    first, last = bounds(date)
    if earliest and last < bounds(earliest)[0]:
        return "past"
    if latest and first > bounds(latest)[1]:
        return "planned"
    return told


def place_of(scene: Scene, sentence: Sentence, first: int, last: int) -> tuple[str, str | None] | None:
    """The place told in tokens [first, last), as spelled, with its country: a city before a region before a country."""
    document = scene.document
    lowers, words, text = document.lowers, document.words, document.text
    best: tuple[int, str, str | None] | None = None
    people = scene.people_in(first, last)
    for place in scene.places_in(first, last):
        if any(named.first <= place.first < named.last for named in people):
            continue
        rank = _rank(scene, place, sentence)
        if rank and (best is None or rank < best[0]):
            best = (rank, " ".join(place.span.cut(text).split()), place.countries[0] if place.countries else None)
    if best and best[0] <= 1:
        return best[1], best[2]
    for i in range(first, last - 1):
        if lowers[i] == "capital" and i > first:
            capital = _capital(scene, i)
            if capital:
                return capital
        if lowers[i] in {"in", "at", "near"} or lowers[i] in _KINDS:
            j = i + 1
            if lowers[i] in _KINDS and j < last and lowers[j] == "of":
                j += 1
            elif lowers[i] not in {"in"}:
                continue
            name = _unknown(scene, j, last)
            if name:
                return name, best[2] if best else None
    del words
    return (best[1], best[2]) if best else None


def _rank(scene: Scene, place: PlaceMention, sentence: Sentence) -> int:
    """1 for a city, 2 for another place, 3 for a country; 0 where the mention tells no place."""
    lowers = scene.document.lowers
    i = place.first - 1
    while (
        i > sentence.first
        and i > place.first - 4
        and lowers[i]
        in {
            "the",
            "city",
            "of",
            "town",
            "village",
            "hungarian",
            "nearby",
            "southern",
            "northern",
            "western",
            "eastern",
            "central",
        }
    ):
        i -= 1
    led = i >= sentence.first and lowers[i] in _LEADING
    if place.kind == "place":
        if place.place in _WATERS or not (led or lowers[place.first - 1] in _AT):
            return 0
        return 1 if place.place in {"city", "capital", "town", "village", None} else 2
    if place.kind != "country" or not led:
        return 0
    after = scene.document.words[place.last] if place.last < sentence.last else "."
    # "Outside the U.S. embassies" is no place.
    return 0 if place.last - place.first > 2 and after.isalpha() and after.islower() and after not in _FOLLOW else 3


def _capital(scene: Scene, i: int) -> tuple[str, str | None] | None:
    """The city meant by "the Hungarian capital"."""
    for place in scene.places_in(i - 1, i):
        if place.last == i and place.countries:
            code = place.countries[0]
            country = scene.knowledge.countries.get(code)
            if scene.city and scene.city_country == code:
                return scene.city, code
            if country and country.capital:
                return country.capital, code
    return None


def _unknown(scene: Scene, i: int, last: int) -> str | None:
    """A capitalised name at token i that no file knows."""
    document = scene.document
    words, lowers = document.words, document.lowers
    j = i
    while j < last and (
        words[j][0].isupper()
        or (j > i and lowers[j] in {"de", "del", "la", "of", "al"} and j + 1 < last and words[j + 1][0].isupper())
    ):
        j += 1
    if j == i or scene.people_in(i, j) or scene.times_in(i, j) or scene.countries_in(i, j):
        return None
    return " ".join(document.text[document.starts[i] : document.ends[j - 1]].split())
