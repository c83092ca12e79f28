"""Whose growth is told: which level a growth belongs to."""

from __future__ import annotations

from kzhu.extract.figures.growth import TURNS, Growth
from kzhu.extract.figures.scene import Passage, Scene

_REACHED = frozenset(
    "reached reaching reach reaches amounted amounting amounts totalled totaled totalling totaling exceeded exceeds"
    " exceeding closed closes ended settled finished landed stood stands surpassed passed hit hitting came comes now"
    " became to topping topped".split()
)
_RECORDS = frozenset("a an the record all-time new high low of total level peak historic just year's reach".split())
_NOUN_BEGINS = frozenset({"the", "a", "an", "its", "their", "it", "they", "our"})
_APART = frozenset("while whereas but ; meanwhile although though because yet".split())


def attach(scene: Scene, passage: Passage, growths: dict[int, Growth], levels: list[int]) -> dict[int, int]:
    """Growth -> level, by position: whose growth it tells; a growth that is its own figure is left out."""
    owners: dict[int, int] = {}
    taken: set[int] = set()
    for k in growths:
        ahead = next((i for i in levels if i > k), None)
        if ahead is not None and ahead not in taken and _leads_to(scene, passage, k, ahead):
            owners[k] = ahead
            taken.add(ahead)
            continue
        behind = next((i for i in reversed(levels) if i < k), None)
        if behind is not None and behind not in taken and _follows(scene, passage, behind, k):
            owners[k] = behind
            taken.add(behind)
    return owners


def _leads_to(scene: Scene, passage: Passage, growth: int, level: int) -> bool:
    """Whether a growth leads to a level: "fell 7 per cent to 58.4 million", "has doubled and now exceeds 1,100"."""
    lowers = scene.lowers
    first = passage.quantities[level].begin
    words = lowers[passage.quantities[growth].last : first]
    bound_words = lowers[first : passage.quantities[level].first + 1]
    if not _APART.isdisjoint(words) or ("and" in words and ("will" in words or "would" in words)):
        return False  # "has grown 2.5 times and will reach 10 million tons": two things told
    nouns = [cue for cue in passage.cues if not cue.verb and passage.quantities[growth].last <= cue.first < first]
    if _ends_in_to(words) and "and" not in words:
        return len(words) <= 14 and "from" not in words
    if words == (",", "at") or (words[-1:] == ("at",) and len(words) <= 3 and words[0] in TURNS):
        return True  # "closed 2 percent up at 290 kroner", "down by a third, at 90 million"
    reached = not _REACHED.isdisjoint((*words[-4:], *bound_words))
    going_on = words[:2] in {(",", "and"), (",", "to")}  # "has tripled, and it is now more than 19,000"
    return (reached or words[-1:] == ("now",)) and not nouns and len(words) <= 14 and (going_on or "," not in words[:1])


def _ends_in_to(words: tuple[str, ...]) -> bool:
    """Whether nothing but "a record high of" stands between "to" and the level."""
    for word in reversed(words):
        if word == "to":
            return True
        if word not in _RECORDS:
            return False
    return False


def _follows(scene: Scene, passage: Passage, level: int, growth: int) -> bool:
    """Whether a growth follows its level: "$3.6 billion, up by 70%", "172.2 million, which is 19.5% more"."""
    lowers = scene.lowers
    begin, end = passage.quantities[level].last, passage.quantities[growth].first
    if "since" in lowers[begin:end] and any(
        lowers[j] == "since" and lowers[j + 1] in _NOUN_BEGINS for j in range(begin, end)
    ):
        return False  # "512 million dollars, since the leaf went up in price by 14%"
    if end - begin > 24 or not _APART.isdisjoint(lowers[begin:end]):
        return False
    if _has_own_time(scene, passage, level, growth):
        return False
    after = passage.quantities[growth].last
    turns = not TURNS.isdisjoint(lowers[after : after + 1])
    if turns and any(after <= cue.first <= after + 1 and not cue.verb for cue in passage.cues):
        return False  # "1,500 dockers walked out, demanding 6 percent more pay"
    for cue in passage.cues:
        if begin <= cue.first < end and not cue.verb and lowers[cue.first - 1] not in {"in", "of", "on", "for"}:
            joins = {"and", ","} & set(lowers[begin : cue.first])
            if joins:
                return False
    return True


def _has_own_time(scene: Scene, passage: Passage, level: int, growth: int) -> bool:
    """Whether a growth runs over other years than its level: "$65 million in 2021 and has grown 1.8 times since"."""
    begin, end = passage.quantities[level].last, passage.quantities[growth].first
    if "and" not in scene.lowers[begin:end]:
        return False
    dated = [time for time in passage.times if time.kind == "date" and time.edtf is not None and time.form != "same"]
    last = passage.quantities[growth].last
    return any(begin <= time.first < end for time in dated) and any(
        last <= time.first <= last + 3 and "/" in str(time.edtf) for time in dated
    )
