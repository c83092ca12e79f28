"""Clues of names: offices in their terms ("President Tokayev"), and names in force only for a time ("Nur-Sultan")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress, filterfalse

from kzhu.extract.clues.clue import Clue, stretch
from kzhu.extract.document import Document, Sentence
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.knowledge.entries import DatedName, Office
from kzhu.knowledge.gazetteer import Gazetteer
from kzhu.names import fold

#: Tokens before a surname in which its office stands.
_BEFORE = 12
#: Tokens behind it: "Tokayev, President of Kazakhstan".
_BEHIND = 4
_OFFICES = frozenset(
    "president prime minister premier chancellor king queen emir sultan prince ambassador speaker secretary general"
    " foreign deputy governor mayor chairman chairwoman chair commissioner state".split()
)
_HEADS = frozenset(
    "president minister premier chancellor king queen emir sultan ambassador speaker secretary governor mayor chairman"
    " chairwoman chair commissioner".split()
)
_JOINING = frozenset("of and for the to – -".split())
_NO_LONGER = frozenset("former ex late then ex-president ex-premier ex-minister future vice previous past".split())


@dataclass(frozen=True, slots=True)
class _Holder:
    name: str
    given: frozenset[str]
    offices: tuple[Office, ...]


@lru_cache(maxsize=8)
def _holders(knowledge: Knowledge) -> dict[str, tuple[_Holder, ...]]:
    """People who held offices, by folded surname (the last word of a spelling, or the first in Hungarian order)."""
    found: dict[str, list[_Holder]] = {}
    for person in knowledge.people.values():
        if not person.offices:
            continue
        for spelling in (person.name, *person.spellings):
            words = fold(spelling).split()
            if not words:
                continue
            holder = _Holder(person.name, frozenset(words[:-1]), person.offices)
            others = found.setdefault(words[-1], [])
            if all(other.name != person.name for other in others):
                others.append(holder)
    return {surname: tuple(holders) for surname, holders in found.items()}


@lru_cache(maxsize=8)
def horizon(knowledge: Knowledge) -> int:
    """The last year that the knowledge files speak of: they, not a clock, say how late an article can be."""
    periods = [office.term for person in knowledge.people.values() for office in person.offices]
    periods += [period for dated in _dated_names(knowledge) for period in dated.periods]
    years = [int(end[:4]) for period in periods for end in period.split("/") if end[:4].isdigit()]
    return max(years, default=2000)


def _dated_names(knowledge: Knowledge) -> list[DatedName]:
    names = [dated for place in knowledge.places.values() for dated in place.dated]
    names += [dated for body in knowledge.organisations.values() for dated in body.dated]
    return names + [dated for country in knowledge.countries.values() for dated in country.dated]


@lru_cache(maxsize=8)
def _dated(knowledge: Knowledge) -> Gazetteer[DatedName]:
    """Names that were in force only for a time."""
    return Gazetteer([(form, dated) for dated in _dated_names(knowledge) for form in (dated.name, dated.name.upper())])


def find_name_clues(document: Document, times: Sequence[Time], knowledge: Knowledge) -> Iterator[Clue]:
    """Clues of offices held and of names in force, each told once."""
    yield from _names(document, knowledge)
    yield from _terms(document, times, knowledge)


def _names(document: Document, knowledge: Knowledge) -> Iterator[Clue]:
    words = document.words
    dated_names = _dated(knowledge)
    begins = dated_names.begins(words, document.capitals, document.vocabulary)
    if not begins:
        return
    seen: set[str] = set()
    near = dict.fromkeys(map(document.sentence_at, [document.starts[i] for i in begins]))
    zones = [(sentence.first, sentence.last, 1) for sentence in near if sentence is not None]
    if document.dateline:
        ends = (document.token_at(document.dateline.start), document.token_at(document.dateline.end))
        zones.insert(0, (*ends, 3))
    for first, last, weight in zones:
        if (low := bisect_left(begins, first)) == (high := bisect_left(begins, last)):
            continue
        for hit in dated_names.found(words, begins[low:high], last):
            dated = hit.values[0]
            if dated.name in seen or (weight == 1 and _part_of_a_name(document, hit.first, hit.last, first, last)):
                continue
            seen.add(dated.name)
            ends_once = all(not period.endswith("..") for period in dated.periods)
            place = "the dateline names" if weight == 3 else "it names"
            reason = f'{place} "{dated.name}", in force {" and ".join(_told(period) for period in dated.periods)}'
            span = (document.starts[hit.first], document.ends[hit.last - 1])
            # Old names live on in background and memory; a new one is not used before it is given.
            strength = weight if weight == 3 or ends_once else 2
            yield Clue(reason, tuple(stretch(period) for period in dated.periods), weight=strength, span=span)


def _part_of_a_name(document: Document, first: int, last: int, start: int, stop: int) -> bool:
    """Whether the name only stands inside another: "Air Astana", "Astana International Forum"."""
    words = document.words
    before = words[first - 1] if first > start + 1 else ""
    behind = words[last] if last < stop else ""
    return last - first == 1 and (before[:1].isupper() or behind[:1].isupper() or behind in {"-", "–"})


def _told(period: str) -> str:
    first, _, last = period.partition("/")
    if last == "..":
        return f"since {first}"
    return f"until {last}" if first in {"", ".."} else f"from {first} to {last or first}"


def _terms(document: Document, times: Sequence[Time], knowledge: Knowledge) -> Iterator[Clue]:
    holders = _holders(knowledge)
    if not holders or _HEADS.isdisjoint(document.vocabulary):
        return
    seen: set[str] = set()
    words, lowers = document.words, document.lowers
    capitals = [lowers[i] for i in document.capitals]
    # Folding a word of plain letters is but to write it small.
    wanted = set(capitals)
    wanted = (wanted & holders.keys()).union(filterfalse(str.isalpha, wanted), filterfalse(str.isascii, wanted))
    for i in compress(document.capitals, map(wanted.__contains__, capitals)):
        word, lower = words[i], lowers[i]
        if len(word) < 3:
            continue
        held = holders.get(lower if lower.isascii() and lower.isalpha() else _folded(word))
        if held is None or (sentence := document.sentence_at(document.starts[i])) is None:
            continue
        for holder in held:
            if holder.name in seen:
                continue
            terms = _held(document, sentence, i, holder, alone=len(held) == 1)
            if not terms:
                continue
            seen.add(holder.name)
            role, periods = terms[0].role, [stretch(office.term) for office in terms]
            if _looks_back(sentence, times):
                # Told of another time: the office may be over, but it had begun.
                periods = [(min(first for first, _ in periods), "")]
            reason = f"{holder.name} is {role}, in office {' and '.join(_told(office.term) for office in terms)}"
            yield Clue(reason, tuple(periods), weight=2, span=(document.starts[i], document.ends[i]))


def _looks_back(sentence: Sentence, times: Sequence[Time]) -> bool:
    """Whether the sentence names a year."""
    return any(sentence.start <= time.span.start < sentence.end for time in times if time.meaning.year is not None)


def _held(document: Document, sentence: Sentence, i: int, holder: _Holder, *, alone: bool) -> tuple[Office, ...]:
    """The offices that the words about a surname give it."""
    lowers = document.lowers
    first = max(sentence.first, i - _BEFORE)
    given = any(_folded(word) in holder.given for word in document.words[max(sentence.first, i - 3) : i])
    if not (alone or given):
        return ()
    for windows in (_title_before(document, first, i), lowers[i + 1 : min(sentence.last, i + 1 + _BEHIND)]):
        said = {word for word in windows if word in _OFFICES}
        heads = said & _HEADS
        if not heads or _NO_LONGER.intersection(windows):
            continue
        if "premier" in said:
            said = (said - {"premier"}) | {"prime", "minister"}
        found = tuple(office for office in holder.offices if _fits(said, office.role))
        if found:
            return found
    return ()


def _title_before(document: Document, first: int, i: int) -> tuple[str, ...]:
    """The words of a title and given names before a surname: back to a sign, a verb or another name's end."""
    start = i
    while start > first:
        word = document.words[start - 1]
        if not (word[0].isupper() or word in _JOINING or word in _OFFICES or word in _NO_LONGER):
            break
        start -= 1
    return document.lowers[start:i]


def _fits(said: set[str], role: str) -> bool:
    """Whether what is said can be that role: all its words, and its head, stand in the role's name."""
    office = _office_words(role)
    return said <= office and bool(said & _HEADS & office) and ("deputy" in said) == ("deputy" in office)


@lru_cache(maxsize=1 << 12)
def _office_words(role: str) -> frozenset[str]:
    """The words of an office in the name of a role; the same few roles are asked for in every text."""
    return _OFFICES.intersection(fold(role).split())


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    """A single word folded; texts say the same names again and again."""
    return fold(word)
