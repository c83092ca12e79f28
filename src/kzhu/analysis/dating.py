"""Dates for the undated: what the rest of an archive says of when an article was published.

An article alone gives clues (`kzhu.extract.clues`): terms of office, "this year" against a year named, "Nov. 2" without
a year. Other articles add theirs where they tell the same happening and know its date: a dated one announces "the
10th-anniversary summit of the Organization of Turkic States in November"; an undated one thanks a guest for coming to
"the anniversary summit of the Organization of Turkic States".

How an index uses it, article by article:

- `announcements(prepared, published, knowledge)`: what a dated article tells of happenings and their dates. Only a date
  that is stated or curated announces, never an inferred one, so that the outcome does not depend on the order of
  reading, and an update equals a rebuild. Store them with the article.
- `hints(prepared, knowledge)`: what an undated article tells of itself. Store them with the article.
- `narrow(published, hints, announcements)`: given the announcements of all other articles in any order, when the
  undated article was published. It need be asked again only when an announcement that `touches(hints, announcement)`
  came or went.

All three are plain values (str, int, tuples), so that an index can store them as JSON.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from kzhu.analysis.happenings import Happening, Naming, alike, find_happenings
from kzhu.extract.article import Prepared
from kzhu.extract.clues import Clue, solve
from kzhu.extract.document import Document
from kzhu.extract.published import read_clues
from kzhu.extract.times import Time, resolve_times
from kzhu.knowledge import Knowledge
from kzhu.periods import bounds
from kzhu.records import Published

#: An article that tells a happening as of its own days was published no further from it than this.
_NEAR = timedelta(days=60)
#: Without a mark in common ("10th", "anniversary"), the article's own day must lie this near.
_CLOSE = timedelta(days=10)
#: A clue of less weight does not say which day.
_SURE = 2
#: A happening told only by a longer stretch says little.
_LONGEST = timedelta(days=100)
#: In place of a name: of any announcement, and of one that names none.
_ANY, _NAMELESS = "*", ""
#: So many articles are enough to say which tell of a day: three beside the first are named, and whether there are more.
_MOST_TOLD = 5
#: Tokens between a happening and its date.
_REACH = 14


@dataclass(frozen=True, slots=True)
class Announcement:
    """A happening that a dated article tells, and when it is."""

    #: Id of the article that tells it.
    article: str
    happening: Happening
    #: When it takes place, EDTF.
    date: str
    #: The words, as printed.
    quote: str


@dataclass(frozen=True, slots=True)
class Hints:
    """What an undated article tells that other articles may date."""

    article: str
    #: What the article alone says of its date.
    clues: tuple[Clue, ...]
    happenings: tuple[Happening, ...]


def hints(prepared: Prepared, knowledge: Knowledge) -> Hints:
    """What an article tells of when it was published, and of happenings that others may date.

    Empty for an article whose date is stated.
    """
    if prepared.published.basis == "stated":
        return Hints(prepared.article.id, (), ())
    document = prepared.document
    told = [
        naming.happening
        for naming in find_happenings(document, knowledge)
        if not any(time.meaning.year is not None for time in _times_of(naming, prepared.times))
    ]
    clues = read_clues(document, prepared.times, knowledge)
    return Hints(prepared.article.id, clues, tuple(dict.fromkeys(told)))


def announcements(prepared: Prepared, published: Published, knowledge: Knowledge) -> tuple[Announcement, ...]:
    """Happenings that the article tells with their dates.

    Args:
        prepared: the article.
        published: when it was published, corrections included; nothing is announced unless it is stated or curated.
        knowledge: what the archive knows.
    """
    if published.basis not in {"stated", "curated"}:
        return ()
    document = prepared.document
    namings = list(find_happenings(document, knowledge))
    if not namings:
        return ()
    times = resolve_times(document, prepared.times, published)
    found = [
        Announcement(prepared.article.id, naming.happening, day, _quote(document, naming))
        for naming in namings
        if (day := _date_of(naming, times)) is not None
    ]
    return tuple(dict.fromkeys(found))


def _quote(document: Document, naming: Naming) -> str:
    return " ".join(document.text[document.starts[naming.first] : document.ends[naming.last - 1]].split())


def _times_of(naming: Naming, times: Sequence[Time]) -> list[Time]:
    """Dates told in the same sentence, the nearest first; those behind the happening before those ahead of it."""
    sentence = naming.sentence
    begin = bisect_left(times, naming.first - 2 * _REACH, key=lambda time: time.first)
    end = bisect_left(times, naming.last + _REACH + 1, key=lambda time: time.first)
    inside = [
        time
        for time in times[begin:end]
        if time.kind == "date" and time.form != "same" and sentence.first <= time.first and time.last <= sentence.last
    ]
    behind = [time for time in inside if naming.last <= time.first <= naming.last + _REACH]
    ahead = [time for time in inside if naming.first - _REACH <= time.last <= naming.first]
    return behind + ahead[::-1]


def _date_of(naming: Naming, times: Sequence[Time]) -> str | None:
    """The date that a sentence gives a happening, when it is exact enough to date by."""
    for time in _times_of(naming, times):
        if time.edtf is not None:
            first, last = bounds(time.edtf)
            if date.min < first and last < date.max and last - first <= _LONGEST:
                return time.edtf
    return None


def touches(hint: Hints, announcement: Announcement) -> bool:
    """Whether the announcement may say something about the undated article."""
    told = announcement.happening
    return announcement.article != hint.article and any(alike(happening, told) for happening in hint.happenings)


def announcing_keys(announced: Iterable[Announcement]) -> set[str]:
    """What announcements are found by: hints that they can date have one of these keys too.

    Two happenings can be one where the names of one are among those of the other; then a mark in common dates, or a day
    of the year that lies near (see `narrow`): the key has the mark, or the month.
    """
    found: set[str] = set()
    for told in announced:
        names = (*told.happening.names, _ANY) if told.happening.names else (_ANY, _NAMELESS)
        first, last = bounds(told.date)
        months = [_month(month) for month in _months(first, last)]
        for name in names:
            found.update(_keys(told.happening, name, months))
    return found


def hinting_keys(hint: Hints) -> set[str]:
    """What hints are found by; see `announcing_keys`."""
    months = {_month(clue.yearly[0]) for clue in hint.clues if clue.yearly is not None and clue.weight >= _SURE}
    return {
        key
        for happening in hint.happenings
        for name in ((*happening.names, _NAMELESS) if happening.names else (_ANY,))
        for key in _keys(happening, name, months)
    }


def _keys(happening: Happening, name: str, months: Iterable[str]) -> Iterator[str]:
    for which in (*happening.marks, *months):
        yield f"{happening.kind}\t{name}\t{which}"


def _month(month: int) -> str:
    return f"month {month}"


def _months(first: date, last: date) -> set[int]:
    """Months that lie close to a stretch of days, of whatever year."""
    first, last = max(first, date.min + _CLOSE) - _CLOSE, min(last, date.max - _CLOSE) + _CLOSE
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return {(first.month - 1 + i) % 12 + 1 for i in range(min(count, 12))}


class Gathered:
    """Announcements by what they tell of: an article is dated by happenings and days, however many tell of them."""

    def __init__(self, announced: Iterable[Announcement] = ()) -> None:
        """Announcements in any order."""
        self._told: dict[Happening, _Told] = {}
        #: What is told, by kind and name.
        self._by_name: dict[tuple[str, str], list[Happening]] = {}
        #: What a happening that hints is like, and how much.
        self._like: dict[Happening, list[tuple[int, _Told]]] = {}
        for told in announced:
            self.add(told)

    def add(self, told: Announcement) -> None:
        """Takes another one."""
        happening = told.happening
        found = self._told.get(happening)
        if found is None:
            found = self._told[happening] = _Told()
            self._like.clear()
            for name in (*happening.names, _ANY) if happening.names else (_ANY, _NAMELESS):
                self._by_name.setdefault((happening.kind, name), []).append(happening)
        found.add(told)

    def __bool__(self) -> bool:
        return bool(self._told)

    def touches(self, hint: Hints) -> bool:
        """Whether these announcements may say something about an undated article, which is none of those that tell."""
        return bool(self._chosen(hint))

    def narrow(self, published: Published, hint: Hints) -> Published:
        """When an undated article was published; as `narrow`, of articles that are others than those that tell."""
        if published.basis in {"stated", "curated"}:
            return published
        chosen = self._chosen(hint)
        return solve((*hint.clues, _clue(chosen))) if chosen else published

    def _chosen(self, hint: Hints) -> list[_Told]:
        """Of what is most like what an article hints at, the days that can date it."""
        found: dict[_Told, int] = {}
        for happening in hint.happenings:
            for likeness, told in self._alike(happening):
                found[told] = max(likeness, found.get(told, 0))
        best = max(found.values(), default=0)
        if best > 1:
            return [told for told, likeness in found.items() if likeness == best]
        days = [clue.yearly[:2] for clue in hint.clues if clue.yearly is not None and clue.weight >= _SURE]
        return [near for told in found if (near := told.near(days))] if days else []

    def _alike(self, happening: Happening) -> list[tuple[int, _Told]]:
        found = self._like.get(happening)
        if found is None:
            names = (*happening.names, _NAMELESS) if happening.names else (_ANY,)
            near = dict.fromkeys(one for name in names for one in self._by_name.get((happening.kind, name), ()))
            found = [(likeness, self._told[one]) for one in near if (likeness := alike(happening, one))]
            self._like[happening] = found
        return found


class _Told:
    """What is told of one happening: its days, and of each the first articles by id, with what they call it."""

    __slots__ = ("_days", "_months", "_sum")

    def __init__(self) -> None:
        self._days: dict[str, list[tuple[str, str]]] = {}
        #: Days by the months that lie close to them.
        self._months: dict[int, list[str]] = {}
        self._sum: tuple[list[tuple[str, str, str]], list[tuple[str, str]]] | None = None

    def add(self, told: Announcement) -> None:
        """Takes an announcement."""
        self._sum = None
        of_day = self._days.get(told.date)
        if of_day is None:
            of_day = self._days[told.date] = []
            for month in _months(*bounds(told.date)):
                self._months.setdefault(month, []).append(told.date)
        if len(of_day) == _MOST_TOLD and told.article > of_day[-1][0]:
            return
        said = dict(of_day)
        said[told.article] = min(told.quote, said.get(told.article, told.quote))
        of_day[:] = sorted(said.items())[:_MOST_TOLD]

    def near(self, days: Iterable[tuple[int, int]]) -> _Told | None:
        """What is told of days that lie close to one of these, (month, day) of whatever year; None for nothing."""
        found = _Told()
        for month, day in days:
            for told in self._months.get(month, ()):
                if told not in found._days and _is_close(told, month, day):
                    found._days[told] = self._days[told]
        return found if found._days else None

    def sum(self) -> tuple[list[tuple[str, str, str]], list[tuple[str, str]]]:
        """The first articles that tell of it, as (id, day, quote), and the stretches of days that it speaks for."""
        if self._sum is None:
            told = sorted((article, day, quote) for day, said in self._days.items() for article, quote in said)
            first: dict[str, tuple[str, str, str]] = {}
            for one in told:
                if len(first) == _MOST_TOLD:
                    break
                first.setdefault(one[0], one)
            self._sum = list(first.values()), _joined(map(_around, self._days))
        return self._sum


def narrow(published: Published, hint: Hints, told: Iterable[Announcement]) -> Published:
    """When an undated article was published, given what all other articles announce.

    Args:
        published: what the article alone says; returned as it is when stated or curated.
        hint: its hints.
        told: announcements of other articles, in any order; its own are left out.
    """
    return Gathered(one for one in told if one.article != hint.article).narrow(published, hint)


@lru_cache(maxsize=1 << 12)
def _is_close(period: str, month: int, day: int) -> bool:
    """Whether a day without a year is that of an announcement."""
    first, last = bounds(period)
    return first - _CLOSE <= date(first.year, month, min(day, 28)) <= last + _CLOSE


def _clue(chosen: Iterable[_Told]) -> Clue:
    """The clue of announcements that tell the same happening; where they differ, any of their dates will do."""
    sums = [told.sum() for told in chosen]
    told = sorted(one for first, _ in sums for one in first)
    article, day, quote = told[0]
    others = sorted({one[0] for one in told} - {article})
    also = f", so does {', '.join(others[:3])}{' and others' if len(others) > 3 else ''}" if others else ""
    reason = f'article {article} dates "{quote}", which it tells too, to {day}{also}'
    return Clue(reason, tuple(_joined(stretch for _, stretches in sums for stretch in stretches)), weight=3)


def _joined(stretches: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Stretches of days in order, those that overlap as one."""
    found: list[tuple[str, str]] = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _around(period: str) -> tuple[str, str]:
    first, last = bounds(period)
    return ((first - _NEAR).isoformat(), (last + _NEAR).isoformat())
