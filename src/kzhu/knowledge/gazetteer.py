"""Known names found in a tokenised text: a dictionary on the first token, then longer ones first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import compress
from typing import Generic, NamedTuple, TypeVar

from kzhu.tokens import first_word, tokenize

T = TypeVar("T")


def _tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name; most names are plain words, which need no regular expression."""
    if name.replace(" ", "").isalpha():
        return tuple(name.split())
    starts, ends = tokenize(name)
    return tuple(name[start:end] for start, end in zip(starts, ends, strict=True))


class _Begun(NamedTuple, Generic[T]):
    """The names that begin with one token."""

    #: What the token alone stands for; empty where it is no name.
    alone: tuple[T, ...]
    #: The lengths of longer names, the longest first, and their second tokens: few texts go on with one of these.
    lengths: tuple[int, ...]
    seconds: frozenset[str]
    #: Longer names, and what they stand for.
    longer: dict[tuple[str, ...], tuple[T, ...]]


def _begun(names: list[tuple[str, T]]) -> _Begun[T]:
    """Names that begin with one token, ready to be found."""
    by_tokens: dict[tuple[str, ...], list[T]] = {}
    for name, value in names:
        values = by_tokens.setdefault(_tokens(name), [])
        if value not in values:
            values.append(value)
    longer = {key: tuple(values) for key, values in by_tokens.items() if len(key) > 1}
    return _Begun(
        next((tuple(values) for key, values in by_tokens.items() if len(key) == 1), ()),
        # The longest name must win, "Republic of Kazakhstan" over "Republic". And "Ministry" costs no more than any
        # word, however many ministries are known.
        tuple(sorted({len(key) for key in longer}, reverse=True)),
        frozenset(key[1] for key in longer),
        longer,
    )


class Found(NamedTuple, Generic[T]):
    """Tokens [first, last) that spell a known name, and what the name stands for."""

    first: int
    last: int
    values: tuple[T, ...]


class Gazetteer(Generic[T]):
    """Names, each of one or more tokens, with what they stand for. A name may stand for several things."""

    __slots__ = ("_begun", "_by_first", "_capitals", "_small")

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
        #: Of first tokens that a text has said. Most it never says, so their names are cut up only then.
        self._begun: dict[str, _Begun[T]] = {}
        #: First tokens that begin with no capital: few gazetteers have any, and few texts say one of them.
        #: Each with how it is written in lower case.
        self._small = tuple((first, first.lower()) for first in self._by_first if not first[0].isupper())

    @property
    def firsts(self) -> frozenset[str]:
        """The first tokens of its names."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[str], i: int) -> Found[T] | None:
        """The longest known name that begins at token i."""
        found = self.find(words, i, among=(i,)) if words[i] in self._by_first else None
        return found[0] if found else None

    def _named(self, word: str) -> list[tuple[str, T]]:
        """The names that begin with a token."""
        capitals = [(upper, value) for name, value in self._capitals.get(word, ()) if (upper := name.upper()) != name]
        return [*self._by_first[word], *capitals]

    def may_name(self, words: Sequence[str]) -> bool:
        """Whether any of the words begins a name."""
        return not self._by_first.keys().isdisjoint(words)

    def begins(self, words: Sequence[str], capitals: Sequence[int], vocabulary: frozenset[str]) -> Sequence[int]:
        """Where in a text names may begin, for `find`.

        Args:
            words: the text's tokens.
            capitals: those that begin with a capital, in order.
            vocabulary: its different words in lower case.
        """
        by_first = self._by_first
        begins = [i for i in capitals if words[i] in by_first]
        small = [word for word, lower in self._small if lower in vocabulary]
        if not small:
            return begins
        for word in small:
            i = -1
            for _ in range(words.count(word)):
                i = words.index(word, i + 1)
                begins.append(i)
        begins.sort()
        return begins

    def find(
        self, words: Sequence[str], first: int = 0, last: int | None = None, among: Sequence[int] | None = None
    ) -> list[Found[T]]:
        """Known names among tokens [first, last), longest first, none overlapping another.

        `among` tells, in their order, the tokens at which a name may begin, where not every one of them may.
        """
        end = len(words) if last is None else last
        by_first, cut_up = self._by_first, self._begun
        if among is None:
            begins = list(compress(range(first, end), map(by_first.__contains__, words[first:end])))
        else:
            begins = [i for i in among if words[i] in by_first]
        found: list[Found[T]] = []
        behind = first
        for i in begins:
            if i < behind:
                continue
            word, behind = words[i], i + 1
            if (begun := cut_up.get(word)) is None:
                begun = cut_up[word] = _begun(self._named(word))
            alone, lengths, seconds, longer = begun
            # Few texts go on as a longer name does.
            if behind < end and words[behind] in seconds:
                for length in lengths:
                    # Behind the end a slice would be shorter than asked for.
                    if i + length <= end and (values := longer.get(tuple(words[i : i + length]))) is not None:
                        behind = i + length
                        found.append(Found(i, behind, values))
                        break
                else:
                    if alone:
                        found.append(Found(i, behind, alone))
            elif alone:
                found.append(Found(i, behind, alone))
        return found
