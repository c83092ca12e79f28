"""Known names found in a tokenised text: a dictionary on the first token, then longer ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Generic, NamedTuple, TypeVar

from kzhu.tokens import first_word, words_of

T = TypeVar("T")


#: The names that begin with some tokens: what these alone stand for, empty where they are no name, and the longer names
#: by their next token. Few texts go on with one of these, so that "Ministry" costs no more than any word, however many
#: ministries are known.
_Begun = tuple[tuple[T, ...], dict[str, "_Begun[T]"]]


def _begun(names: Sequence[tuple[tuple[str, ...], T]]) -> _Begun[T]:
    """Names by the tokens behind their first one, ready to be found."""
    if len(names) == 1:
        # As most often: no need to compare it with others at each of its tokens.
        ((tokens, value),) = names
        begun: _Begun[T] = (value,), {}
        for token in reversed(tokens):
            begun = (), {token: begun}
        return begun
    alone: list[T] = []
    longer: dict[str, list[tuple[tuple[str, ...], T]]] = {}
    for tokens, value in names:
        if tokens:
            longer.setdefault(tokens[0], []).append((tokens[1:], value))
        elif value not in alone:
            alone.append(value)
    return tuple(alone), {token: _begun(rest) for token, rest in longer.items()}


def _is_said(begun: _Begun[T], vocabulary: frozenset[str]) -> bool:
    """Whether a text whose words in lower case these are says all words of one of the names."""
    alone, longer = begun
    return bool(alone) or any(
        _is_said(rest, vocabulary) for second, rest in longer.items() if second.lower() in vocabulary
    )


def _where(word: str, words: tuple[str, ...]) -> Iterator[int]:
    """The tokens that are a word, in order; a search for one is a tenth of a look at each."""
    i = -1
    for _ in range(words.count(word)):
        i = words.index(word, i + 1)
        yield i


class _Ready(dict[str, "_Begun[T]"], Generic[T]):
    """First tokens that a text has said, and their names; most it never says, so names are cut up only then."""

    def __init__(self, by_first: dict[str, list[tuple[str, T]]], capitals: dict[str, list[tuple[str, T]]]) -> None:
        super().__init__()
        self._by_first = by_first
        self._capitals = capitals

    def __missing__(self, word: str) -> _Begun[T]:
        capitals = [(upper, value) for name, value in self._capitals.get(word, ()) if (upper := name.upper()) != name]
        names = [*self._by_first[word], *capitals]
        begun = self[word] = _begun([(words_of(name)[1:], value) for name, value in names])
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
        by_first, capitals = self._by_first, self._capitals
        for first, named in list(by_first.items()):
            upper = first.upper()
            if upper in capitals:
                capitals[upper] += named
            else:
                capitals[upper] = named[:]
            if upper not in by_first:
                by_first[upper] = []
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
        self._small: dict[str, list[str]] | None = None

    def _in_small_letters(self) -> dict[str, list[str]]:
        """First tokens that begin with no capital, by how they are written in lower case.

        Few gazetteers have any, and few texts say one of them.
        """
        if self._small is None:
            self._small = {}
            for first in self._by_first:
                if not first[0].isupper():
                    self._small.setdefault(first.lower(), []).append(first)
        return self._small

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
        return _as_found((i, i + 1, alone)) if alone else None

    def may_name(self, words: tuple[str, ...]) -> bool:
        """Whether any of the words begins a name."""
        return not self._by_first.keys().isdisjoint(words)

    def begins(self, words: tuple[str, ...], capitals: Sequence[int], vocabulary: frozenset[str]) -> list[int]:
        """Where in a text names may begin, for `hits` and `found`.

        Args:
            words: the text's tokens.
            capitals: those that begin with a capital, in order.
            vocabulary: its different words in lower case.
        """
        small, ready = self._in_small_letters(), self._ready
        said = vocabulary.intersection(small) if small else ()
        names = {word for lower in said for word in small[lower] if _is_said(ready[word], vocabulary)} if said else ()
        tokens = [i for name in names for i in _where(name, words)] if names else ()
        return self.among(words, sorted([*capitals, *tokens]) if tokens else capitals)

    def among(self, words: tuple[str, ...], tokens: Sequence[int]) -> list[int]:
        """Those of some tokens at which a name may begin: alone it is one, or the next token is of one.

        Many words begin names, few texts go on as a name does.
        """
        by_first, ready = self._by_first, self._ready
        if tokens and tokens[-1] + 1 == len(words):
            words = (*words, "")
        # A plain loop: a map over the items of a tuple costs more.
        return [
            i
            for i in tokens
            if (word := words[i]) in by_first and ((begun := ready[word])[0] or words[i + 1] in begun[1])
        ]

    def find(self, words: tuple[str, ...], first: int = 0, last: int | None = None) -> list[Found[T]]:
        """Known names among tokens [first, last), longest first, none overlapping another."""
        end = len(words) if last is None else last
        return self.found(words, range(first, end), last)

    def found(self, words: tuple[str, ...], tokens: Sequence[int], last: int | None = None) -> list[Found[T]]:
        """The same where names may begin at some tokens only."""
        return list(map(_as_found, self.hits(words, tokens, last)))

    def hits(self, words: tuple[str, ...], tokens: Sequence[int], last: int | None = None) -> list[Hit[T]]:
        """The same as `found`, (first, last, values) each."""
        if not tokens:
            return []
        end = len(words) if last is None else last
        final, by_first, ready = end - 1, self._by_first, self._ready
        found: list[Hit[T]] = []
        behind = 0
        for i in tokens:
            # Most words begin no name.
            if (word := words[i]) not in by_first:
                continue
            alone, longer = ready[word]
            # Few texts go on as a longer name does.
            if longer and i < final and words[i + 1] in longer and i >= behind:
                values, ahead = alone, longer
                behind = k = i + 1
                while k < end and (begun_here := ahead.get(words[k])) is not None:
                    k += 1
                    named, ahead = begun_here
                    # The longest name must win, "Republic of Kazakhstan" over "Republic".
                    if named:
                        values, behind = named, k
                if values:
                    found.append((i, behind, values))
            elif alone and i >= behind:
                found.append((i, i + 1, alone))
        return found
