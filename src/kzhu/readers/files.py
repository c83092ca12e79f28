"""Files by path, held so small that a million of them are no burden."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, islice
from typing import NamedTuple, overload

#: Behind each path as it is held: what no path can have in it.
_END = "\0"
#: So many are made at a time where all are gone through.
_AT_ONCE = 1000
#: Path, size and time of a file.
Row = tuple[str, int, int]


class FoundFile(NamedTuple):
    """A file of the article folder."""

    #: Path inside the folder, "/" between its parts.
    path: str
    size: int
    mtime_ns: int


class Files(Sequence[FoundFile]):
    """Files in order of their paths: some forty bytes each, where named tuples take two hundred and more."""

    def __init__(self, files: Iterable[FoundFile] = ()) -> None:
        """Files in any order; what is told in order is taken at once."""
        #: All paths as UTF-8, one behind the other, each with its end sign, and where the next begins.
        self._paths = bytearray()
        self._ends = array("q")
        self._sizes = array("q")
        self._times = array("q")
        self._last = ""
        self._in_order = True
        self.extend(files)

    def extend(self, files: Iterable[FoundFile]) -> None:
        """Takes more of them; once all are taken, `sort` sees to their order."""
        more = [*files]
        if not more:
            return
        paths, sizes, times = zip(*more, strict=True)
        self._in_order = self._in_order and self._last <= paths[0] and [*paths] == sorted(paths)
        self._last = paths[-1]
        encoded = [f"{path}{_END}".encode() for path in paths]
        ends = accumulate(map(len, encoded), initial=len(self._paths))
        next(ends)
        self._ends.extend(ends)
        self._paths += b"".join(encoded)
        self._sizes.extend(sizes)
        self._times.extend(times)

    def sort(self) -> Files:
        """The same files in order."""
        return self if self._in_order else Files(sorted(self))

    def path(self, place: int) -> str:
        """The path of one of them."""
        return self._paths[self._ends[place - 1] if place else 0 : self._ends[place] - 1].decode()

    def find(self, path: str) -> int | None:
        """The place of the file of this path, where there is one."""
        place = bisect_left(range(len(self)), path, key=self.path)
        return place if place < len(self) and self.path(place) == path else None

    def all_end(self, ending: str) -> bool:
        """Whether all paths end so."""
        return self._paths.count(f"{ending}{_END}".encode()) == len(self)

    def paths(self) -> Iterator[str]:
        """Their paths, in order."""
        return chain.from_iterable(self._blocks())

    def _blocks(self) -> Iterator[list[str]]:
        start = 0
        for last in range(_AT_ONCE - 1, len(self) + _AT_ONCE - 1, _AT_ONCE):
            end = self._ends[min(last, len(self) - 1)]
            yield self._paths[start : end - 1].decode().split(_END)
            start = end

    def news(self, known: Iterator[Row], gone: list[str]) -> Iterator[tuple[int, FoundFile, bool]]:
        """The files that are not as they were: place, file, and whether there was one of this path.

        Args:
            known: as they were, in order of their paths too.
            gone: gets the paths of those that are no more.
        """
        left = deque[Row]()
        start = 0
        for paths in self._blocks():
            end = start + len(paths)
            here = [*zip(paths, self._sizes[start:end], self._times[start:end], strict=True)]
            left.extend(islice(known, max(len(here) - len(left), 0)))
            # Most often nothing has changed, which is seen at once.
            if [*left] == here:
                left.clear()
            else:
                yield from _differing(start, here, left, known, gone)
            start = end
        gone += [path for path, *_ in chain(left, known)]

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> FoundFile: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[FoundFile]: ...
    def __getitem__(self, place: int | slice) -> FoundFile | Sequence[FoundFile]:
        if isinstance(place, slice):
            return [self[one] for one in range(len(self))[place]]
        place = range(len(self))[place]
        return FoundFile(self.path(place), self._sizes[place], self._times[place])

    def __iter__(self) -> Iterator[FoundFile]:
        return map(FoundFile, self.paths(), self._sizes, self._times)


def _differing(
    start: int, here: Iterable[Row], left: deque[Row], known: Iterator[Row], gone: list[str]
) -> Iterator[tuple[int, FoundFile, bool]]:
    """What `Files.news` tells of a stretch of files; of those known, `left` were taken, and get what is too many."""
    for place, file in enumerate(here, start):
        while (old := left.popleft() if left else next(known, None)) is not None and old[0] < file[0]:
            gone.append(old[0])
        same = old is not None and old[0] == file[0]
        if old is not None and not same:
            left.appendleft(old)
        if old != file:
            yield place, FoundFile._make(file), same
