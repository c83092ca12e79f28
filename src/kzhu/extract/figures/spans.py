"""Periods that no single time expression tells: "in ten months", "by next September", "or 91% of the area"."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kzhu.errors import PeriodError
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.numbers import UNDER_HUNDRED
from kzhu.extract.times import Time
from kzhu.periods import bounds, shift_years
from kzhu.records import Published

_SAYING = frozenset(
    "said says told tells reported reports announced informed informs noted stated wrote added according statement"
    " announcing reporting saying citing told-reporters".split()
)
#: Words between a saying and its day.
_REACH = 4
_OVER = frozenset({"in", "over", "within", "during", "for"})
_ARTICLES = frozenset({"the", "next", "coming", "following", "first", "these"})
_IN = frozenset({"in", "within"})
_PAST = frozenset({"past", "last", "previous", "recent"})
#: Whose number comes about on the day: "were added to the list".
_BEFALLING = frozenset("added joined blacklisted listed freed released expelled evicted closed detained".split())
_BEING = frozenset("are is were was been being".split())
_OCCASIONS = frozenset(
    ("the", word) for word in ("ceremony", "opening", "event", "festival", "concert", "forum", "fair")
)
#: Those who are told, the verbs that tell them, and "the forum was told".
_HEARERS = frozenset(
    "forum guests meeting session conference summit audience participants delegates deputies gathering commission"
    " panel seminar congress investors assembly parliament mps lawmakers symposium roundtable businessmen".split()
)
_ADDRESSING = frozenset("told reminded informed assured tells addressing".split())
_TOLD = frozenset({("was", "told"), ("were", "told"), ("heard", "that")})
_GOING = frozenset(
    "travel travels accompany accompanies accompanied come arrive join joins attend visit participate signed part"
    " gather compete going goes fly flies flying leave leaves leaving travelling traveling head heads heading".split()
)
_MONTH, _YEAR = 7, 4


def is_said(scene: Scene, time: Time) -> bool:
    """Whether a day is that of the telling: "reported on Monday", "on Tuesday police said"."""
    lowers = scene.lowers
    sentence = scene.document.sentence_at(time.span.start)
    before = lowers[max(sentence.first if sentence is not None else 0, time.first - _REACH) : time.first]
    if not _SAYING.isdisjoint(before):
        return True
    after = lowers[time.last : time.last + 2]
    return not _SAYING.isdisjoint(after)


def in_months(scene: Scene, passage: Passage, published: Published) -> str | None:
    """The months of this year that "in ten months" tells, of a report written soon behind them."""
    latest = published.latest or published.date
    if latest is None:
        return None
    for time in passage.times:
        count, link = _months(scene, time)
        if not count or link not in {"in", "over", "for"}:
            continue
        day = bounds(latest)[1]
        if 1 < count < day.month <= count + 3:
            return f"{day.year}-01/{day.year}-{count:02}"
    return None


def months_ahead(scene: Scene, passage: Passage, published: Published) -> str | None:
    """The months from now of an aim: "would buy 2 million doses over three months"."""
    day = published.date
    if day is None or len(day) < _MONTH:
        return None
    for time in passage.times:
        count, link = _months(scene, time)
        if count and link in {"over", "within", "during"}:
            year, month = int(day[:4]), int(day[5:7]) + count
            return f"{day[:7]}/{year + (month - 1) // 12}-{(month - 1) % 12 + 1:02}"
    return None


def _months(scene: Scene, time: Time) -> tuple[int, str]:
    """How many months a length of time has, 0 where it has none or lies behind, and the word before it."""
    lowers = scene.lowers
    words = lowers[time.first : time.last]
    if time.kind != "duration" or words[-1] not in {"months", "month"} or not _PAST.isdisjoint(words):
        return 0, ""
    count = 0
    for word in words:
        if _counts(word):
            count = UNDER_HUNDRED.get(word) or int(word[:3])
    j = time.first if words[0] in _OVER else time.first - 1
    while j > 0 and lowers[j] in _ARTICLES:
        j -= 1
    return (count, lowers[j]) if lowers[j] in _OVER else (0, "")


def years_ahead(scene: Scene, passage: Passage, published: Published) -> str | None:
    """The year of an aim "in five years", "within three years"."""
    day = published.date
    if day is None:
        return None
    lowers = scene.lowers
    for time in passage.times:
        words = lowers[max(0, time.first - 1) : time.last]
        if time.kind != "duration" or words[-1] not in {"years", "year"} or not _PAST.isdisjoint(words):
            continue
        count = next((UNDER_HUNDRED.get(word) or int(word[:2]) for word in words if _counts(word)), 0)
        if count and not _IN.isdisjoint(words[:2]):
            return str(int(day[:4]) + count)
    return None


def _counts(word: str) -> bool:
    return word in UNDER_HUNDRED or word.isdigit()


def until(scene: Scene, quantity: Quantity, time: Time, published: Published) -> str | None:
    """A stretch from now to the month by which something is to be done: "to export 9 million tonnes by next May"."""
    now, end = published.date, time.edtf
    if now is None or end is None or len(now) < _MONTH or len(end) != _MONTH or time.first < quantity.last:
        return None
    return f"{now[:_MONTH]}/{end}" if scene.lowers[time.first - 1] == "by" and now[:_MONTH] < end else None


def same_months(scene: Scene, passage: Passage, quantity: Quantity, period: str | None) -> str | None:
    """The months told before, of another year: "38 trains in ten months, against 21 in the same period of 2023"."""
    for time in passage.times:
        if period is None or time.form != "same" or not quantity.last <= time.first <= quantity.last + 2:
            continue
        words = scene.document.words[time.first : time.last]
        year = next((int(word) for word in words if len(word) == _YEAR and word.isdigit()), None)
        try:
            shift = (year - bounds(period)[0].year) if year is not None else -1
            return shift_years(period, shift)
        except PeriodError:
            return None
    return None


def comes_about(scene: Scene, passage: Passage) -> bool:
    """Whether a number comes about on the day of the news: "more than 140 companies are added to the list"."""
    lowers = scene.lowers
    first, last = passage.first, passage.last
    if _BEFALLING.isdisjoint(lowers[first:last]):
        return False
    return any(lowers[j] in _BEFALLING and lowers[j - 1] in _BEING for j in range(first + 1, last))


def is_told_there(scene: Scene, passage: Passage) -> bool:
    """Whether it is told to those at an occasion, and so of its day: "she reminded the forum", "he told the guests"."""
    lowers = scene.lowers
    words = lowers[passage.first : passage.last]
    if _HEARERS.isdisjoint(words):
        return False
    return any(
        word in _HEARERS and (words[j - 2] in _ADDRESSING or words[j + 1 : j + 3] in _TOLD)
        for j, word in enumerate(words)
        if j > 1
    )


def coming(scene: Scene, passage: Passage, published: Published) -> str | None:
    """The coming day or days last told of, where the sentence tells who goes there or what is done there."""
    latest = published.latest or published.date
    lowers = scene.lowers
    words = lowers[passage.first : passage.last]
    # "will recite at the ceremony"
    if latest is None or (_GOING.isdisjoint(words) and not any(pair in _OCCASIONS for pair in pairwise(words))):
        return None
    k = bisect_left(scene.time_firsts, passage.first)
    for time in reversed(scene.times[max(0, k - 8) : k]):
        if time.kind != "date" or time.edtf is None or len(time.edtf) < len("2024-06-12"):
            continue
        try:
            if bounds(time.edtf)[0] > bounds(latest)[1] or time.meaning.tense == "future":
                return time.edtf
        except PeriodError:
            continue
    return None
