"""Known names found in a tokenised text: a dictionary on the first token, then longer ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from kzhu.tokens import tokenize

T = TypeVar("T")


def _tokens(name: str) -> tuple[str, ...]:
    """The tokens of a name; most names are plain words, which need no regular expression."""
    if name.replace(" ", "").isalpha():
        return tuple(name.split())
    starts, ends = tokenize(name)
    return tuple(name[start:end] for start, end in zip(starts, ends, strict=True))


class Found(NamedTuple, Generic[T]):
    """Tokens [first, last) that spell a known name, and what the name stands for."""

    first: int
    last: int
    values: tuple[T, ...]


class Gazetteer(Generic[T]):
    """Names, each of one or more tokens, with what they stand for. A name may stand for several things."""

    __slots__ = ("_by_first", "_names")

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        by_tokens: dict[tuple[str, ...], list[T]] = {}
        for name, value in names:
            key = _tokens(name)
            values = by_tokens.setdefault(key, [])
            if value not in values:
                values.append(value)
        by_tokens.pop((), None)
        # By first token: the lengths that names of it have, the longest first ("Republic of Kazakhstan" must win over
        # "Republic"), and the names. So "Ministry" costs no more than any word, however many ministries are known.
        self._by_first: dict[str, tuple[int, ...]] = {}
        for key in by_tokens:
            lengths = self._by_first.get(key[0], ())
            if len(key) not in lengths:
                self._by_first[key[0]] = tuple(sorted((*lengths, len(key)), reverse=True))
        self._names = {key: tuple(values) for key, values in by_tokens.items()}

    def at(self, words: Sequence[str], i: int) -> Found[T] | None:
        """The longest known name that begins at token i."""
        for length in self._by_first.get(words[i], ()):
            values = self._names.get(tuple(words[i : i + length]))
            # At the end of a text a slice is shorter than asked for.
            if values is not None and i + length <= len(words):
                return Found(i, i + length, values)
        return None

    def find(
        self, words: Sequence[str], first: int = 0, last: int | None = None, among: Sequence[int] | None = None
    ) -> Iterator[Found[T]]:
        """Known names among tokens [first, last), longest first, none overlapping another.

        `among` tells, in their order, the tokens at which a name may begin, where not every one of them may.
        """
        end = len(words) if last is None else last
        by_first, names = self._by_first, self._names
        behind = first
        for i in [i for i in (range(first, end) if among is None else among) if words[i] in by_first]:
            if i < behind:
                continue
            for length in by_first[words[i]]:
                # Behind the end a slice would be shorter than asked for.
                if i + length > end:
                    continue
                values = names.get(tuple(words[i : i + length]))
                if values is not None:
                    behind = i + length
                    yield Found(i, behind, values)
                    break
