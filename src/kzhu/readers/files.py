"""Files by path, held so small that a million of them are no burden."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload


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
        #: All paths as UTF-8, one behind the other, and where each ends.
        self._paths = bytearray()
        self._ends = array("q")
        self._sizes = array("q")
        self._times = array("q")
        self._last = ""
        self._in_order = True
        self.extend(files)

    def extend(self, files: Iterable[FoundFile]) -> None:
        """Takes more of them; once all are taken, `sort` sees to their order."""
        for path, size, mtime_ns in files:
            self._in_order = self._in_order and self._last <= path
            self._last = path
            self._paths += path.encode()
            self._ends.append(len(self._paths))
            self._sizes.append(size)
            self._times.append(mtime_ns)

    def sort(self) -> Files:
        """The same files in order."""
        return self if self._in_order else Files(sorted(self))

    def path(self, place: int) -> str:
        """The path of one of them."""
        return self._paths[self._ends[place - 1] if place else 0 : self._ends[place]].decode()

    def find(self, path: str) -> int | None:
        """The place of the file of this path, where there is one."""
        place = bisect_left(range(len(self)), path, key=self.path)
        return place if place < len(self) and self.path(place) == path else None

    def paths(self) -> Iterator[str]:
        """Their paths, in order."""
        start = 0
        for end in self._ends:
            yield self._paths[start:end].decode()
            start = end

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
