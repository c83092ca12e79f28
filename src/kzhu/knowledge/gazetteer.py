"""Known names found in a tokenised text: a dictionary on the first token, then longer ones first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from itertools import compress
from operator import contains, itemgetter, or_
from typing import Generic, NamedTuple, TypeVar

from kzhu.tokens import first_word, tokenize

T = TypeVar("T")


def _tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name; most names are plain words, which need no regular expression."""
    if name.replace(" ", "").isalpha():
        return tuple(name.split())
    starts, ends = tokenize(name)
    return tuple(name[start:end] for start, end in zip(starts, ends, strict=True))


#: Names that have their first two tokens in common: what these alone stand for, empty where they are no name; the
#: lengths of longer ones, the longest first, and what they stand for.
_Longer = tuple[tuple[T, ...], tuple[int, ...], dict[tuple[str, ...], tuple[T, ...]]]
#: The names that begin with one token: what the token alone stands for, empty where it is no name; and longer ones by
#: their second token. Few texts go on with one of these, so that "Ministry" costs no more than any word, however many
#: ministries are known.
_Begun = tuple[tuple[T, ...], dict[str, _Longer[T]]]


def _begun(names: list[tuple[str, T]]) -> _Begun[T]:
    """Names that begin with one token, ready to be found."""
    by_tokens: dict[tuple[str, ...], list[T]] = {}
    for name, value in names:
        values = by_tokens.setdefault(_tokens(name), [])
        if value not in values:
            values.append(value)
    alone: tuple[T, ...] = ()
    seconds: dict[str, dict[tuple[str, ...], tuple[T, ...]]] = {}
    first = ""
    for key, values in by_tokens.items():
        first = key[0]
        if len(key) > 1:
            seconds.setdefault(key[1], {})[key] = tuple(values)
        else:
            alone = tuple(values)
    # The longest name must win, "Republic of Kazakhstan" over "Republic".
    return alone, {
        second: (
            longer.get((first, second), ()),
            tuple(sorted({len(key) for key in longer} - {2}, reverse=True)),
            longer,
        )
        for second, longer in seconds.items()
    }


class _Ready(dict[str, "_Begun[T]"], Generic[T]):
    """First tokens that a text has said, and their names; most it never says, so names are cut up only then."""

    def __init__(self, by_first: dict[str, list[tuple[str, T]]], capitals: dict[str, list[tuple[str, T]]]) -> None:
        super().__init__()
        self._by_first = by_first
        self._capitals = capitals

    def __missing__(self, word: str) -> _Begun[T]:
        capitals = [(upper, value) for name, value in self._capitals.get(word, ()) if (upper := name.upper()) != name]
        begun = self[word] = _begun([*self._by_first[word], *capitals])
        return begun


class Found(NamedTuple, Generic[T]):
    """Tokens [first, last) that spell a known name, and what the name stands for."""

    first: int
    last: int
    values: tuple[T, ...]


#: A `Found` without its names, for those who read thousands of them.
Hit = tuple[int, int, tuple[T, ...]]
#: Makes a `Found` of such a one without a call in Python.
_as_found = partial(tuple.__new__, Found)
#: The parts of what a first token begins.
_alone, _longer = itemgetter(0), itemgetter(1)


class Gazetteer(Generic[T]):
    """Names, each of one or more tokens, with what they stand for. A name may stand for several things."""

    __slots__ = ("_by_first", "_capitals", "_ready", "_small")

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        #: First token in capitals -> the names that begin with it in any letters.
        self._capitals: dict[str, list[tuple[str, T]]] = {}
        self.add(names)

    def add_capitals(self) -> None:
        """Every name so far in capitals, too, as datelines and headlines have it, behind all other names."""
        for first, named in list(self._by_first.items()):
            upper = first.upper()
            self._capitals.setdefault(upper, []).extend(named)
            self._by_first.setdefault(upper, [])
        self._make_ready()

    def add(self, names: Iterable[tuple[str, T]]) -> None:
        """More names, behind those it has."""
        by_first = self._by_first
        for named in names:
            first = named[0].partition(" ")[0]
            if not first.isalpha():
                first = first_word(first)
            if first in by_first:
                by_first[first].append(named)
            elif first:
                by_first[first] = [named]
        self._make_ready()

    def _make_ready(self) -> None:
        self._ready: _Ready[T] = _Ready(self._by_first, self._capitals)
        #: First tokens that begin with no capital: few gazetteers have any, and few texts say one of them.
        #: By how they are written in lower case.
        self._small: dict[str, list[str]] = {}
        for first in self._by_first:
            if not first[0].isupper():
                self._small.setdefault(first.lower(), []).append(first)

    @property
    def firsts(self) -> frozenset[str]:
        """The first tokens of its names."""
        return frozenset(self._by_first)

    def at(self, words: tuple[str, ...], i: int) -> Found[T] | None:
        """The longest known name that begins at token i."""
        if words[i] not in self._by_first:
            return None
        alone, seconds = self._ready[words[i]]
        if seconds and i + 1 < len(words) and words[i + 1] in seconds:
            found = self.found(words, (i,))
            return found[0] if found else None
        return Found(i, i + 1, alone) if alone else None

    def may_name(self, words: tuple[str, ...]) -> bool:
        """Whether any of the words begins a name."""
        return not self._by_first.keys().isdisjoint(words)

    def begins(self, words: tuple[str, ...], capitals: Sequence[int], vocabulary: frozenset[str]) -> Sequence[int]:
        """Where in a text names may begin, for `hits` and `found`.

        Args:
            words: the text's tokens.
            capitals: those that begin with a capital, in order.
            vocabulary: its different words in lower case.
        """
        small = self._small
        said = vocabulary.intersection(small) if small else ()
        if not said:
            return self.among(words, capitals)
        names = {word for lower in said for word in small[lower]}
        return self.among(words, sorted([*capitals, *compress(range(len(words)), map(names.__contains__, words))]))

    def among(self, words: tuple[str, ...], tokens: Sequence[int]) -> list[int]:
        """Those of some tokens at which a name may begin: alone it is one, or the next token is of one.

        Many words begin names, few texts go on as a name does. All is told by maps, without a loop in Python.
        """
        begins = list(compress(tokens, map(self._by_first.__contains__, map(words.__getitem__, tokens))))
        if not begins:
            return begins
        begun = list(map(self._ready.__getitem__, map(words.__getitem__, begins)))
        if begins[-1] + 1 == len(words):
            words = (*words, "")
        follows = map(words.__getitem__, map((1).__add__, begins))
        goes_on = map(contains, map(_longer, begun), follows)
        return list(compress(begins, map(or_, map(bool, map(_alone, begun)), goes_on)))

    def find(self, words: tuple[str, ...], first: int = 0, last: int | None = None) -> list[Found[T]]:
        """Known names among tokens [first, last), longest first, none overlapping another."""
        end = len(words) if last is None else last
        return self.found(words, self.among(words, range(first, end)), last)

    def found(self, words: tuple[str, ...], begins: Sequence[int], last: int | None = None) -> list[Found[T]]:
        """The same for tokens that all begin a name, as `begins` gives them."""
        return list(map(_as_found, self.hits(words, begins, last)))

    def hits(self, words: tuple[str, ...], begins: Sequence[int], last: int | None = None) -> list[Hit[T]]:
        """The same as `found`, (first, last, values) each."""
        if not begins:
            return []
        end = len(words) if last is None else last
        final, ready = end - 1, self._ready
        found: list[Hit[T]] = []
        behind = 0
        for i in begins:
            alone, seconds = ready[words[i]]
            # Few texts go on as a longer name does.
            if i < final and (follows := words[i + 1]) in seconds:
                if i < behind:
                    continue
                values, lengths, longer = seconds[follows]
                behind = i + 2
                if not values:
                    values, behind = alone, i + 1
                for length in lengths:
                    # Behind the end a slice would be shorter than asked for.
                    if i + length <= end and (named := longer.get(words[i : i + length])) is not None:
                        values, behind = named, i + length
                        break
                if values:
                    found.append((i, behind, values))
            elif alone and i >= behind:
                found.append((i, i + 1, alone))
        return found
