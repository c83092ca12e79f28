"""What stretch of time a figure covers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from kzhu.errors import PeriodError
from kzhu.extract.document import Sentence
from kzhu.extract.figures.clauses import SAYING, begins, is_past, is_verb, parts, quoted
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.spans import is_said
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.periods import bounds
from kzhu.records import Published

#: Times looked back over for a day.
_LOOK_BACK = 40
#: Length of "2023-07-13".
_DAY = 10
#: Days that news is news.
_FRESH = 14
_MONTH = len("2024-03")
#: Tokens between two amounts of one breath: "and a net profit of".
_COUPLE = 5
#: Tokens between a time and the amount it stands beside: "in 2022 some 300".
_BESIDE = 2
_FINE = frozenset({"day", "week"})
_RATES = frozenset({"year", "month", "week", "day", "hour", "quarter", "decade", "night"})
#: Between amounts of one clause: "by 0.5 points to 7 percent on Monday".
_LINKS = frozenset("to in for by of on from the a worth with (".split())
_SUPERLATIVES = frozenset("lowest highest best worst most least fewest largest smallest biggest weakest first".split())
_COMPARING = frozenset({"than", "compared", "versus", "vs"})
_YEARLY = frozenset("year-on-year year-over-year yoy y/y y".split())
_PERCENT = frozenset({"percent", "cent", "%"})
_DAY_PARTS = frozenset("the in this morning afternoon evening night".split())
_WITHIN = frozenset("in for over during of on within".split())
_APART = frozenset("while whereas although though".split())
_PARTING = _APART | {";"}
_MULTIPLES = frozenset("double twice triple treble thrice quadruple half".split())
#: Without one of these near it a time is no base.
_BASES = _COMPARING | _MULTIPLES | _PERCENT | {"since", "as"}
_LEAVING = frozenset("going travelling traveling flying coming leaving arriving heading taking".split())
_AFTER = frozenset({"after", "from", "against", "than", "versus"})
_SMALL = frozenset(
    "in at the to with of on same for during end that those level figure over sum total result amount volume value"
    " number".split()
)
#: Times looked through behind a vote for its day.
_LOOK_AHEAD = 8
_PART_OF = frozenset({"them", "whom", "which", "including"})
_RELATIVE = frozenset({"which", "who", "whose"})
_LEADING_AWAY = _RELATIVE | {"that"}


def own_time(
    scene: Scene,
    passage: Passage,
    quantity: Quantity,
    levels: tuple[Quantity, ...],
    bases: tuple[Time, ...],
    *,
    fine: bool,
    unsaid: bool = False,
) -> Time | None:
    """The time expression of a passage that dates a quantity, None where none does.

    The other figures of the passage (`levels`) each own the time right behind them; times that growths are measured
    against (`bases`) date nothing; days count only where `fine`, for a flow is dated by months and years, and a day
    only says when it was told; where `unsaid`, a day beside a verb of saying counts for nothing either.
    """
    if not passage.times:
        return None
    best: tuple[int, Time] | None = None
    first = quantity.begin
    lowers = scene.lowers
    in_brackets = lowers[first - 1] == "("
    for time in passage.times:
        if time.form == "same" and _is_measure(scene, quantity, time):
            continue
        if time.grain == "day" and _DAY_PARTS.issuperset(lowers[time.first : time.last]):
            continue
        if in_brackets and time.last == first - 1 and time.edtf is not None:
            return time  # "32% less than in the same period of 2022 (6.6 billion)"
        if time.kind != "date" or time.edtf is None or (bases and any(time is base for base in bases)):
            continue
        weekly = time.grain == "week" and 0 <= time.first - quantity.last <= 1
        if (time.grain in _FINE and not fine and not weekly) or _is_base(scene, time):
            continue
        if unsaid and time.grain in _FINE and is_said(scene, time):
            continue
        if _is_elsewhere(scene, passage, quantity, time):
            continue
        rank = _rank(scene, quantity, levels, time)
        if rank is not None and (best is None or rank < best[0]):
            best = (rank, time)
    if best is None:
        return None
    return _with_months(scene, passage, best[1]) if len(passage.times) > 1 else best[1]


def _is_measure(scene: Scene, quantity: Quantity, time: Time) -> bool:
    """Whether "the same period of 2022" is what an amount is measured against, not its own: "24 in the same ..."."""
    lowers = scene.lowers
    if not _YEARLY.isdisjoint(lowers[time.first : time.last]):
        return True
    return time.first >= quantity.last and not _WITHIN.issuperset(lowers[quantity.last : time.first])


def _is_elsewhere(scene: Scene, passage: Passage, quantity: Quantity, time: Time) -> bool:
    """Whether a time belongs to another clause: ", which opened in 1995,", "founded in 1919", or the quantity does."""
    beside = 0 <= quantity.first - time.last <= _BESIDE or 0 <= time.first - quantity.last <= 1
    beside = beside and "," not in scene.lowers[time.last : quantity.first]
    if not beside and begins(scene, time.first, passage.first):
        return True
    if (
        time.last <= quantity.first
        and not beside
        and parts(scene, time.last, quantity.first)
        and is_past(scene, passage.sentence, quantity.first, quantity.last) is False
        and is_past(scene, passage.sentence, time.first, time.last) is True
    ):
        return True  # "was opened in 2019 and now has 410 pupils"
    for first, last in passage.asides:
        within = first <= quantity.first < last
        if (first <= time.first < last and not within) or (within and time.first >= last):
            return True
        present = within and is_past(scene, passage.sentence, quantity.first, quantity.last) is False
        if present and time.last <= first and "will" not in scene.lowers[first:last]:
            return True  # "On Tuesday he saw the zone, which is home to 200 companies"
    return False


def _with_months(scene: Scene, passage: Passage, time: Time) -> Time:
    """Both months of "in January and February"."""
    for first, last in pairwise(passage.times):
        joined = last.first == first.last + 1 and scene.lowers[first.last] == "and"
        if not joined or time not in (first, last) or not first.grain == last.grain == "month":
            continue
        if first.edtf is not None and last.edtf is not None:
            one, two = first.edtf, last.edtf
            if len(one) == len(two) == _MONTH and one[:4] == two[:4] and int(two[5:]) == int(one[5:]) + 1:
                return replace(time, edtf=f"{one}/{two}")
    return time


def _is_step(scene: Scene, quantity: Quantity) -> bool:
    """Whether a quantity is the step of "by 15,000 to 85,000 tenge"."""
    return scene.lowers[quantity.begin - 1] == "by"


def _is_base(scene: Scene, time: Time) -> bool:
    """Whether a time is what something is compared with: "less than a year earlier", "as many as five years ago"."""
    lowers = scene.lowers
    if _BASES.isdisjoint(lowers[max(0, time.first - 6) : time.last]):
        return False  # the most
    if not _COMPARING.isdisjoint(lowers[time.first : time.last - 1]):
        return True
    if "since" in lowers[time.first - 1 : time.first + 1]:
        return bool(_SUPERLATIVES.intersection(lowers[max(0, time.first - 4) : time.first]))  # "its lowest since 2008"
    if time.grain == "day" and lowers[time.first - 1] in _AFTER and lowers[time.first - 2] in _PERCENT:
        return True  # "down 1.8 percent from Thursday"
    for j in range(time.first - 1, max(-1, time.first - 6), -1):
        if lowers[j] in _COMPARING:
            return True
        if lowers[j] in _MULTIPLES and "of" in lowers[j : time.first]:
            return True  # "double the sum of 2021"
        if lowers[j] not in _SMALL:
            return lowers[j] == "as" and lowers[j - 1] in {"many", "much"}
    return False


def _is_of_base(scene: Scene, time: Time) -> bool:
    """Whether a time is that of an amount compared with: "after $82.39 on Wednesday"."""
    lowers = scene.lowers
    k = bisect_left(scene.quantities, time.first, key=lambda item: item.first) - 1
    if k < 0 or time.first - scene.quantities[k].last > 1:
        return False
    return lowers[scene.quantities[k].begin - 1] in _AFTER


def _rank(scene: Scene, quantity: Quantity, levels: tuple[Quantity, ...], time: Time) -> int | None:
    """How far a time stands from a quantity; None where it cannot be its own."""
    lowers = scene.lowers
    if time.first >= quantity.last:
        words = lowers[quantity.last : time.first]
        if _leads_away(words, quantity) or not _PARTING.isdisjoint(words):
            return None
        crossed = [other for other in levels if quantity.last <= other.first < time.first] if levels else []
        if crossed:
            linked = (
                len(crossed) == 1
                and (crossed[0].unit != quantity.unit or _is_step(scene, quantity))
                and all(word in _LINKS for word in lowers[quantity.last : crossed[0].begin])
            ) or _is_aside(lowers[quantity.last : crossed[0].first])
            if not linked and not (len(crossed) == 1 and _is_coupled(lowers, quantity, crossed[0], time)):
                return None
        return len(words) + 4 * words.count(",")
    if time.last <= quantity.first:
        words = lowers[time.last : quantity.first]
        if ";" in words:
            return None
        if not levels:
            return len(words) + 4
        between = [other for other in levels if time.last <= other.first < quantity.first]
        owner = next((other for other in reversed(levels) if other.last <= time.first), None)
        owned = owner is not None and time.first - owner.last <= 2
        if between and owned:
            return None
        if owned and "when" not in words[:2] and words[:1] != ("to",):
            return None  # but in "shrank by 2 billion last month to 15 billion" both are of it
        return len(words) + 4 + 2 * len(between)
    return 0


def _leads_away(words: tuple[str, ...], quantity: Quantity) -> bool:
    """Whether a relative clause of something else stands between, as in "90 trams which it will order" none does."""
    if _LEADING_AWAY.isdisjoint(words):
        return False  # the most
    if quantity.kind in {"percent", "part"} and words[:1] == ("of",) and "," not in words:
        return False  # "38% of all the tea which it sold in 2022"
    return any(
        (word in _RELATIVE and words[j - 1 : j] not in {(), ("of",)})
        or (word == "that" and j and words[j - 1] not in SAYING and is_verb(words, j + 1))
        for j, word in enumerate(words[:-1])
    )


def _is_coupled(lowers: tuple[str, ...], quantity: Quantity, other: Quantity, time: Time) -> bool:
    """Whether two amounts share the time behind: "sales of 90 million and a profit of 4 million in 2023"."""
    words = lowers[quantity.last : other.first]
    return words[:1] == ("and",) and words[-1:] == ("of",) and len(words) <= _COUPLE and time.first - other.last <= 2


def _is_aside(words: tuple[str, ...]) -> bool:
    """Whether what stands between two amounts makes the second a part of the first: ", of them 4,300 children,"."""
    return bool(words) and words[0] in {",", "("} and not _PART_OF.isdisjoint(words)


def polling_day(scene: Scene, passage: Passage) -> str | None:
    """The day of a vote: the last told before, else the next told in the three sentences behind; no day of telling."""
    times = scene.times
    k = bisect_left(scene.time_firsts, passage.last)
    sentences = scene.document.sentences
    j = bisect_left(sentences, (passage.start,))
    end = sentences[min(j + 3, len(sentences) - 1)].last
    for time in (*reversed(times[max(0, k - _LOOK_BACK) : k]), *times[k : k + _LOOK_AHEAD]):
        day = time.edtf
        if time.kind != "date" or time.grain != "day" or day is None or len(day) != _DAY or time.first >= end:
            continue
        if scene.document.sentence_at(time.span.start) is None or is_said(scene, time):
            continue
        if not later(day, scene.published):
            return day
    return None


def is_rate(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a quantity is told by the year, month or week: "250 grants annually", "each year"."""
    lowers = scene.lowers
    if quantity.per in _RATES:
        return True
    for time in passage.times:
        if time.kind != "set" or time.grain == "day":
            continue
        if time.first == passage.first:
            return True
        if -8 <= time.first - quantity.last <= 8 and "and" not in lowers[time.last : quantity.first]:
            return True
    return False


def later(period: str | None, published: Published) -> bool:
    """Whether a period begins after the article was published."""
    latest = published.latest or published.date
    # As strings dates sort by their first days; what is no date comes behind and is looked at.
    if period is None or latest is None or period <= latest:
        return False
    try:
        return bounds(period)[0] > bounds(latest)[1]
    except PeriodError:
        return False


def last_day(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """The day of what is told: the last told in the paragraph so far, else that of the lead or the last told before.

    No day to come: but in "Norway is sending 80 skiers there" a coming day of the sentence before counts, for the verb
    is of the present. No day that something is measured against, and none of mere telling where there is another.
    """
    coming = _is_coming(scene, passage, quantity)
    document = scene.document
    k = bisect_left(scene.time_firsts, passage.last)
    floor = max(0, k - _LOOK_BACK)
    said = before = None
    for time in reversed(scene.times[floor:k]):
        if time.kind != "date" or time.grain != "day" or time.edtf is None or len(time.edtf) != _DAY:
            continue
        near = document.sentence_at(time.span.start)
        if near is None or _is_base(scene, time) or _is_of_base(scene, time):
            continue
        if _DAY_PARTS.issuperset(document.lowers[time.first : time.last]):
            continue
        here = near.paragraph == passage.paragraph
        if later(time.edtf, scene.published) or time.meaning.tense == "future":
            if coming and here:
                return time.edtf
        elif is_said(scene, time) or _is_of_speaker(scene, time, near):
            said = said or time.edtf
        elif here:
            return time.edtf
        elif before is None:
            before = max(of_lead(scene) or time.edtf, time.edtf)
    return before or said


def of_lead(scene: Scene) -> str | None:
    """The first day that has come of the first paragraph of the body, the day of the news."""
    document = scene.document
    lead = next((sentence for sentence in document.sentences if sentence.zone == "body"), None)
    if lead is None:
        return None
    k = bisect_left(scene.time_firsts, lead.first)
    for time in scene.times[k : k + _LOOK_BACK]:
        near = document.sentence_at(time.span.start)
        if near is None or near.paragraph > lead.paragraph:
            return None
        day = time.edtf
        if time.kind != "date" or time.grain != "day" or day is None or len(day) != _DAY:
            continue
        if not (later(day, scene.published) or is_said(scene, time) or _is_base(scene, time)):
            return day
    return None


def _is_of_speaker(scene: Scene, time: Time, sentence: Sentence) -> bool:
    """Whether a day is one that somebody quoted counts from: "Today we were in front," said the coach."""
    return time.form == "relative" and time.meaning.weekday is None and quoted(scene, time.first, sentence)


def recent(day: str | None, published: Published) -> str | None:
    """The day, if it is that of the news: not more than a fortnight before it."""
    if day is None or published.date is None:
        return day
    try:
        return day if (bounds(published.date)[0] - bounds(day)[0]).days <= _FRESH else None
    except PeriodError:
        return None


def _is_coming(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    words = scene.lowers[passage.first : quantity.first]
    after = scene.lowers[quantity.last : quantity.last + 3]
    goes = after[:1] in {("is",), ("are",)} and not _LEAVING.isdisjoint(after)
    return goes or (any(word.endswith("ing") for word in words[-3:]) and bool({"is", "are"} & set(words[-4:])))
