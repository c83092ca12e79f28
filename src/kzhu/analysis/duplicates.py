"""Articles that tell the same text: one press release in several papers.

Each text is cut into overlapping runs of words (shingles); the smallest of their hashes are its sketch. Texts whose
sketches share most of their members are near-duplicates. Source of the method: Broder, "On the resemblance and
containment of documents" (1997), bottom-k sketches.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from zlib import crc32

#: Words in a run, hashes in a sketch, and the share of a sketch that makes two texts near-duplicates.
RUN = 4
SKETCH = 64
ALIKE = 0.6
#: A run that stands in more texts than this is boilerplate and brings no pair forward.
COMMON = 50
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> frozenset[int]:
    """The bottom-k sketch of a text; empty for one of fewer words than a run has."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    hashes = {crc32(b" ".join(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}
    return frozenset(sorted(hashes)[:SKETCH])


def resemblance(a: frozenset[int], b: frozenset[int]) -> float:
    """Estimated share of runs that two texts have in common, 0 to 1."""
    union = sorted(a | b)[: max(len(a), len(b))]
    return sum(value in a and value in b for value in union) / len(union) if union else 0.0


def near_duplicates(texts: Iterable[tuple[str, str]]) -> list[tuple[str, str, float]]:
    """Pairs (id, id, resemblance) of near-duplicates among (id, text), in order of their ids."""
    sketches: dict[str, frozenset[int]] = {}
    holders: dict[int, list[str]] = {}
    for article, text in texts:
        sketches[article] = sketch(text)
        for value in sketches[article]:
            holders.setdefault(value, []).append(article)
    shared: dict[tuple[str, str], int] = {}
    for held in holders.values():
        if 1 < len(held) <= COMMON:
            for i, a in enumerate(held):
                for b in held[i + 1 :]:
                    pair = (min(a, b), max(a, b))
                    shared[pair] = shared.get(pair, 0) + 1
    found = []
    for (a, b), count in shared.items():
        if count >= ALIKE * min(len(sketches[a]), len(sketches[b])) / 2:
            alike = resemblance(sketches[a], sketches[b])
            if alike >= ALIKE:
                found.append((a, b, round(alike, 2)))
    return sorted(found)
