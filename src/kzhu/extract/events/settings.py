"""When: the date that belongs to a trigger, and whether it is past."""

from __future__ import annotations

from bisect import bisect_right
from datetime import timedelta
from itertools import pairwise

from kzhu.extract.document import Sentence
from kzhu.extract.events.scene import Scene
from kzhu.extract.events.words import word_set
from kzhu.periods import bounds
from kzhu.records import Status

#: Behind a comma these go on telling of the noun before it: "the summit, which opens on Friday".
_CONTINUING = word_set(
    "which that to held scheduled due set planned slated whose opening starting beginning expected in on at both"
)
#: Before a date these make a deadline or a beginning of it.
_BEFORE = word_set("earlier previously later")
_CROSSING = word_set("; while when but")
_DEADLINES = word_set("by since until till than")
#: What of these is no date of something, by whether purposes and beginnings count.
_SKIPPED = {
    (True, False): _DEADLINES,
    (True, True): _DEADLINES | {"from"},
    (False, False): _DEADLINES | {"for"},
    (False, True): _DEADLINES | {"for", "from"},
}
_SOON = word_set("hours minutes shortly soon immediately right just")
_PARTS_OF_DAY = word_set("evening morning afternoon night")
_SAME_TIMES = _PARTS_OF_DAY | {"same"}
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
    told = scene.times_in(sentence.first, end)
    if not told:
        return None
    skipped = _SKIPPED[purpose, begun]
    opening = before = behind = None
    for time in told:
        at = time.first
        if lowers[at - 1] in skipped:
            continue
        if first <= at < last:
            return scene.value(time)
        opening = opening or time
        if at < first:
            before = time
        elif behind is None:
            behind = time
    led = None
    if scene.whens and scene.whens.find(1, max(sentence.first, first - 12), first + 1) >= 0:
        led = _led_by_when(scene, sentence, first)
    if opening is None or led is not None:
        return led
    if behind is not None:
        if _parted(scene, last, behind.first, end, relative=relative):
            behind = None
        elif "," not in lowers[last : behind.first]:
            return scene.value(behind)
    if before is not None and _reaches(scene, sentence, first, before.first):
        return scene.value(before)
    if behind is not None:
        return scene.value(behind)
    if opening.first - sentence.first <= (4 if lowers[sentence.first] in _BEFORE else 2) and opening.last <= first:
        crossed = lowers[opening.last : first]
        if _CROSSING.isdisjoint(crossed):
            return scene.value(opening)
    return None


def _parted(scene: Scene, last: int, at: int, end: int, *, relative: bool) -> bool:
    """Whether something from the trigger's end on makes a date at a token behind it that of another thing."""
    lowers = scene.document.lowers
    if scene.edges.find(1, last, at + 1) >= 0:
        return True
    if "by" in lowers[last + 2 : at + 2]:
        for i in range(last + 1, min(at + 1, end - 1)):
            if lowers[i + 1] == "by" and lowers[i].endswith("ed"):
                # "At the site of the embassy bombed by ... in 1999".
                return True
    turn = last - 1
    while (turn := scene.date_ends.find(1, turn + 1, at + 1)) >= 0:
        word, i = lowers[turn], turn
        if word == ",":
            if not _continues(scene, i, end) or (not relative and lowers[i + 1] in {"which", "whose", "that"}):
                return True
        elif word not in {"which", "whom"} or lowers[i - 1] != ",":
            return True
    return False


def _reaches(scene: Scene, sentence: Sentence, first: int, at: int) -> bool:
    """Whether the trigger's clause reaches back to a date at a token before it.

    The preposition of the trigger itself is no boundary: "told reporters yesterday after talks".
    """
    lowers = scene.document.lowers
    floor = first
    if first > sentence.first and lowers[first - 1] in {"after", "before", "when"}:
        floor = first - 1
        if lowers[floor - 1] in _SOON:
            # "On Friday evening, hours after a call".
            floor -= 2 if lowers[floor - 2] == "," else 1
    if floor <= at:
        return True
    if scene.edges.find(1, at, floor) >= 0:
        return False
    back = lowers[at : floor + 1]
    if "," in back[:-1]:
        return False
    # "Met with B on Tuesday and will go to Rome".
    return not ("will" in back and any(pair == ("and", "will") for pair in pairwise(back)))


def _led_by_when(scene: Scene, sentence: Sentence, first: int) -> str | None:
    """The date before a clause with "when" or "where": "in 2010, when eight people died"."""
    lowers = scene.document.lowers
    j = max(sentence.first, first - 12)
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
    places = scene.places_in(i, i + 1)
    return bool(places) and any(place.kind in {"place", "country"} for place in places)


def same_time(scene: Scene, sentence: Sentence) -> bool:
    """Whether the sentence says that it goes on at the time of the story: "on the same day", "in the evening"."""
    lowers = scene.document.lowers
    first, last = sentence.first, sentence.last
    if _SAME_TIMES.isdisjoint(lowers[first : last if last < first + 41 else first + 41]):
        return False
    for i in range(first, min(last - 2, first + 40)):
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
