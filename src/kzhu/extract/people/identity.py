"""Names that are one person's, put together: full names, family names, initials, other spellings."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

from kzhu.extract.document import Document
from kzhu.extract.people.lexicon import Lexicon, find_known, fold_word, is_artist
from kzhu.extract.people.roles import Phrase
from kzhu.extract.people.runs import Marks, Run
from kzhu.extract.people.stretches import NUMERALS, PARTICLES
from kzhu.knowledge.entries import KnownPerson
from kzhu.names import fold, same_name


@dataclass(slots=True, eq=False)
class Figure:
    """One person as gathered so far."""

    #: The fullest spelling of the text, and its folded words without particles.
    name: str
    words: tuple[str, ...]
    known: KnownPerson | None = None
    #: Runs in order of the text.
    runs: list[Run] = field(default_factory=list)
    phrases: list[tuple[Run, Phrase]] = field(default_factory=list)

    @property
    def single(self) -> bool:
        """Whether the text gives but one word of the name."""
        return len(self.words) == 1


#: Who is meant when a family name stands alone.
_LEADERS = ("President of", "Prime Minister of", "King of", "Chancellor of")
_FOREMOST = (*_LEADERS, "Minister of Foreign Affairs", "Foreign Minister", "Emir of", "Sultan of", "Queen of")
#: Of how many people with one word of the name in common a spelling is compared.
_KIN = 30


def is_restored(figure: Figure, known: KnownPerson) -> bool:
    """Whether a known person's record takes the known spelling, not that of the text.

    Whoever leads a state or its diplomacy is known by one spelling, and so is everyone whose letters have marks. Of
    others one romanisation is as good as another: the text's stays, unless it gives but an initial, another order or a
    spelling that is listed. A middle name or patronymic of the text stays, too.
    """
    folded = fold_word(known.name)
    size = folded.count(" ") + 1
    if len(figure.words) != size:
        return len(figure.words) < size
    if not known.name.isascii() or any(office.role.startswith(_FOREMOST) for office in known.offices):
        return True
    name = fold_word(figure.name)
    return (
        sorted(name.split()) == sorted(folded.split())
        or _is_initialled(figure)
        or any(name == fold_word(spelling) for spelling in known.spellings)
    )


class Gathering:
    """The people of one text while it is read, found by any word of their names."""

    __slots__ = ("_by_surname", "_by_word", "_document", "_lex", "_marks", "_order", "figures")

    def __init__(self, document: Document, lex: Lexicon, marks: Marks) -> None:
        self.figures: list[Figure] = []
        self._by_word: dict[str, list[Figure]] = {}
        self._by_surname: dict[str, list[Figure]] = {}
        self._document = document
        self._marks = marks
        self._order: list[tuple[int, int]] | None = None
        self._lex = lex

    def named_before(self, token: int, floor: int = 0) -> Iterator[Figure]:
        """Who is named between two tokens, the last first; for use when everybody is gathered."""
        order = self._mentions()
        for k in range(bisect_left(order, (token, 0)) - 1, -1, -1):
            if order[k][0] < floor:
                return
            yield self.figures[order[k][1]]

    def named_after(self, token: int, stop: int) -> Iterator[tuple[int, Figure]]:
        """(token, who) of the mentions between two tokens, in their order."""
        order = self._mentions()
        for k in range(bisect_left(order, (token, 0)), len(order)):
            if order[k][0] >= stop:
                return
            yield order[k][0], self.figures[order[k][1]]

    def _mentions(self) -> list[tuple[int, int]]:
        if self._order is None:
            self._order = sorted(
                (run.first, number) for number, figure in enumerate(self.figures) for run in figure.runs
            )
        return self._order

    def add_full(self, run: Run) -> Figure:
        """The person of a name of several words; a new one where nobody fits."""
        name = run_text(self._document, run)
        words = run.own or _own_words(self._document, run)
        figure = self._same(name, words)
        known = find_known(name, self._lex)
        if figure is None and known is not None:
            for other in self.figures:
                if other.known is known:
                    figure = other
                    break
        if figure is None:
            figure = Figure(name, words, known)
            self.figures.append(figure)
        elif (len(words), len(name)) > (len(figure.words), len(figure.name)) or _is_initialled(figure) > (
            1 in map(len, words)
        ):
            figure.name, figure.words = name, words
        if figure.known is None:
            figure.known = known
        self._enter(figure, words)
        _put(figure, run)
        return figure

    def add_part(self, figure: Figure, run: Run) -> None:
        """One more mention of someone."""
        _put(figure, run)

    def add_single(self, run: Run, before: Phrase | None) -> Figure:
        """A person whom the text names by one word only: a known one where the title fits but one of the name."""
        figure = Figure(run_text(self._document, run), _own_words(self._document, run))
        figure.known = self.known_by_surname(figure.words[-1], before)
        self.figures.append(figure)
        self._enter(figure, figure.words)
        _put(figure, run)
        return figure

    def known_by_surname(self, surname: str, title: Phrase | None) -> KnownPerson | None:
        """As in "President Erdoğan", "Erdoğan said": the one known person of that name who has held such an office.

        Without an office, a text must speak of the person's country, or say no more than a name that all know.
        """
        people = [self._lex.known[id_] for id_ in self._lex.by_surname.get(surname, ())]
        held = title is not None and title.kind not in {"honorifics", "kin"}
        if title is not None and held:
            head = " ".join(self._document.lowers[title.head_first : title.head_last])
            people = [person for person in people if any(head in office.role.lower() for office in person.offices)]
        if people and (len(people) > 1 or not held):
            nations = {code for place in self._marks.place_at.values() for code in place.countries}
            people = [person for person in people if person.country in nations or (not held and is_artist(person))]
        if len(people) > 1:
            people = [person for person in people if any(office.role.startswith(_LEADERS) for office in person.offices)]
        return people[0] if len(people) == 1 else None

    def _enter(self, figure: Figure, words: tuple[str, ...]) -> None:
        for word in words:
            row = self._by_word.get(word)
            if row is None:
                self._by_word[word] = [figure]
            elif figure not in row:
                row.append(figure)
        for surname in self._surnames(words):
            row = self._by_surname.get(surname)
            if row is None:
                self._by_surname[surname] = [figure]
            elif figure not in row:
                row.append(figure)

    def _surnames(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """The word that stands for the person: the last, or the first where the family name leads ("Li Xiaopeng")."""
        first = words[0]
        if first not in self._lex.family_first or len(words) > 3 or self._lex.given.get(first):
            return (words[-1],)
        return (first,) if first not in self._lex.given else (first, words[-1])

    def _same(self, name: str, words: tuple[str, ...]) -> Figure | None:
        for word in words:
            row = self._by_word.get(word)
            if row is None or len(word) < 2:
                continue
            for figure in row[-_KIN:]:
                if figure.words == words or (len(figure.words) > 1 and same_name(name, figure.name)):
                    return figure
        return None

    def of_longer(self, run: Run) -> Figure | None:
        """Whose family name of two words this is: "Pirc Musar" after "Nataša Pirc Musar"."""
        words = run.own or _own_words(self._document, run)
        for figure in self._by_word.get(words[-1], ()):
            if len(figure.words) > len(words) > 1 and figure.words[0] != words[0] and _contains(figure.words, words):
                return figure
        return None

    def of_part(self, run: Run) -> Figure | None:
        """Whom a family name, a part of a name or a given name stands for, said after or before the full one."""
        words = run.own or _own_words(self._document, run)
        if len(words) == 1 and (rows := self._by_surname.get(words[0])) is not None:
            return _nearest(rows, run)
        named = self._by_word.get(words[0])
        if named is None:
            return None
        candidates = _bearers(named, words, self._lex)
        return _nearest(candidates, run) if candidates else None


def _bearers(figures: list[Figure], words: tuple[str, ...], lex: Lexicon) -> list[Figure]:
    """Those of whose longer names some words are a part."""
    found = [figure for figure in figures if len(figure.words) > len(words) and _contains(figure.words, words)]
    if len(words) > 1:
        return found
    # Not the given name alone, unless nothing else is meant by it.
    last_names = [figure for figure in found if figure.words[0] != words[0]]
    return last_names or (found if lex.given.get(words[0], True) else [])


def _put(figure: Figure, run: Run) -> None:
    """One more run, in order of the text; most come in that order."""
    runs = figure.runs
    if not runs or runs[-1].first <= run.first:
        runs.append(run)
    else:
        insort(runs, run, key=lambda row: row.first)


def _nearest(figures: list[Figure], run: Run) -> Figure:
    """Whoever was named last before the run; else the first who is named at all."""
    if len(figures) == 1:
        return figures[0]
    return max(figures, key=lambda figure: _last_before(figure, run.first))


def _last_before(figure: Figure, token: int) -> int:
    k = bisect_left(figure.runs, token, key=lambda run: run.first)
    return figure.runs[k - 1].first if k else -1


def _contains(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[i : i + len(part)] == part for i in range(len(words) - len(part) + 1))


def _is_initialled(figure: Figure) -> bool:
    return 1 in map(len, figure.words)


def _own_words(document: Document, run: Run) -> tuple[str, ...]:
    """The folded words of a name that tell people apart: no particles, no numerals."""
    if not run.own:
        words = document.words[run.first : run.last]
        kept = [
            fold_word(word)
            for i, word in enumerate(words)
            if word != "." and word not in PARTICLES and not (i and word in NUMERALS)
        ]
        run.own = tuple(kept) or (fold(run_text(document, run)),)
    return run.own


def run_text(document: Document, run: Run) -> str:
    """The name as printed, its blanks single."""
    return document.printed(run.first, run.last)
