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
    return announcement.article != hint.article and _likeness(hint, announcement) > 0


def announcing_keys(announced: Iterable[Announcement]) -> set[str]:
    """What announcements are found by: hints that they can date have one of these keys too.

    Two happenings can be one where the names of one are among those of the other; then a mark in common dates, or a day
    of the year that lies near (see `narrow`): the key has the mark, or the month.
    """
    found: set[str] = set()
    for told in announced:
        names = (*told.happening.names, _ANY) if told.happening.names else (_ANY, _NAMELESS)
        first, last = bounds(told.date)
        months = _months(first, last)
        for name in names:
            found.update(_keys(told.happening, name, months))
    return found


def hinting_keys(hint: Hints) -> set[str]:
    """What hints are found by; see `announcing_keys`."""
    months = {f"month {clue.yearly[0]}" for clue in hint.clues if clue.yearly is not None and clue.weight >= _SURE}
    return {
        key
        for happening in hint.happenings
        for name in ((*happening.names, _NAMELESS) if happening.names else (_ANY,))
        for key in _keys(happening, name, months)
    }


def _keys(happening: Happening, name: str, months: Iterable[str]) -> Iterator[str]:
    for which in (*happening.marks, *months):
        yield f"{happening.kind}\t{name}\t{which}"


def _months(first: date, last: date) -> set[str]:
    """Months that lie close to a stretch of days, of whatever year."""
    first, last = max(first, date.min + _CLOSE) - _CLOSE, min(last, date.max - _CLOSE) + _CLOSE
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    return {f"month {(first.month - 1 + i) % 12 + 1}" for i in range(min(count, 12))}


class Gathered:
    """Announcements by what they tell of, so that of any number few are compared with an article's hints."""

    def __init__(self, announced: Iterable[Announcement]) -> None:
        """Announcements in any order."""
        self._found: dict[str, list[Announcement]] = {}
        for told in announced:
            for key in announcing_keys((told,)):
                self._found.setdefault(key, []).append(told)

    def __bool__(self) -> bool:
        return bool(self._found)

    def near(self, hint: Hints) -> Iterable[Announcement]:
        """All that can date by these hints, and some that do not; each once."""
        return dict.fromkeys(told for key in sorted(hinting_keys(hint)) for told in self._found.get(key, ()))


def _likeness(hint: Hints, announcement: Announcement) -> int:
    return max((alike(happening, announcement.happening) for happening in hint.happenings), default=0)


def narrow(published: Published, hint: Hints, told: Iterable[Announcement]) -> Published:
    """When an undated article was published, given what all other articles announce.

    Args:
        published: what the article alone says; returned as it is when stated or curated.
        hint: its hints.
        told: announcements of other articles, in any order; its own are left out.
    """
    if published.basis in {"stated", "curated"}:
        return published
    matched = [(_likeness(hint, one), one) for one in told if one.article != hint.article]
    marked = [(likeness, one) for likeness, one in matched if likeness > 1]
    if marked:
        best = max(likeness for likeness, _ in marked)
        chosen = [one for likeness, one in marked if likeness == best]
    else:
        chosen = [one for likeness, one in matched if likeness == 1 and _close(hint.clues, one)]
    if not chosen:
        return published
    return solve((*hint.clues, _clue(chosen)))


def _close(clues: tuple[Clue, ...], announcement: Announcement) -> bool:
    """Whether a day that the article names without a year is that of the announcement."""
    first, last = bounds(announcement.date)
    for clue in clues:
        if clue.yearly is None or clue.weight < _SURE:
            continue
        month, day = clue.yearly[:2]
        own = date(first.year, month, min(day, 28))
        if first - _CLOSE <= own <= last + _CLOSE:
            return True
    return False


def _clue(chosen: list[Announcement]) -> Clue:
    """The clue of announcements that tell the same happening; where they differ, any of their dates will do."""
    chosen = sorted(chosen, key=lambda one: (one.article, one.date, one.quote))
    lead = chosen[0]
    others = sorted({one.article for one in chosen} - {lead.article})
    also = f", so does {', '.join(others[:3])}{' and others' if len(others) > 3 else ''}" if others else ""
    stretches = {_around(one.date) for one in chosen}
    reason = f'article {lead.article} dates "{lead.quote}", which it tells too, to {lead.date}{also}'
    return Clue(reason, tuple(sorted(stretches)), weight=3)


def _around(period: str) -> tuple[str, str]:
    first, last = bounds(period)
    return ((first - _NEAR).isoformat(), (last + _NEAR).isoformat())
