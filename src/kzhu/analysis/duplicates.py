"""Articles that tell the same text: one press release in several papers.

Each text is cut into overlapping runs of words (shingles); the smallest of their hashes are its sketch. Texts whose
sketches share most of their members are near-duplicates. Source of the method: Broder, "On the resemblance and
containment of documents" (1997), bottom-k sketches.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable
from itertools import groupby
from zlib import crc32

#: Words in a run, hashes in a sketch, and the share of a sketch that makes two texts near-duplicates.
RUN = 4
SKETCH = 64
ALIKE = 0.6
#: A run that stands in more texts than this is boilerplate and brings no pair forward.
COMMON = 50
#: Bits for the place of a sketch, beside those of a hash.
_PLACE = 32
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> array[int]:
    """The bottom-k sketch of a text, in ascending order; empty for one of fewer words than a run has."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    hashes = {crc32(b" ".join(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}
    return array("I", sorted(hashes)[:SKETCH])


def resemblance(a: Collection[int], b: Collection[int]) -> float:
    """Estimated share of runs that two texts have in common, 0 to 1, from their sketches."""
    some, others = frozenset(a), frozenset(b)
    union = sorted(some | others)[: max(len(some), len(others))]
    return sum(value in some and value in others for value in union) / len(union) if union else 0.0


def near_duplicates(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """Pairs (id, id, resemblance) of near-duplicates among (id, text), in order of their ids."""
    ids: list[str] = []
    sketches: list[array[int]] = []
    for article, text in texts:
        ids.append(article)
        sketches.append(sketch(text))
    holders = _holders(sketches)
    found = []
    for i, one in enumerate(sketches):
        shared = Counter(j for value in one for j in holders.get(value, ()) if j > i)
        for j, count in shared.items():
            if count >= ALIKE * min(len(one), len(sketches[j])) / 2:
                alike = resemblance(one, sketches[j])
                if alike >= ALIKE:
                    found.append((min(ids[i], ids[j]), max(ids[i], ids[j]), round(alike, 2)))
    return sorted(found)


def _holders(sketches: Iterable[Iterable[int]]) -> dict[int, list[int]]:
    """Places of the sketches that have a hash, by hash; of those that some share, and not too many."""
    # As plain numbers, sorted, they take a tenth of what a list for each hash would: most are in one sketch alone.
    held = sorted(array("Q", (value << _PLACE | i for i, one in enumerate(sketches) for value in one)))
    found = {}
    for value, group in groupby(held, key=lambda number: number >> _PLACE):
        places = [number & (1 << _PLACE) - 1 for number in group]
        if 1 < len(places) <= COMMON:
            found[value] = places
    return found
