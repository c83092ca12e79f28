"""The metric whose word stands nearest to a quantity, and what a pronoun points to in the sentence before."""

from __future__ import annotations

from bisect import bisect_left

from kzhu.extract.figures.cues import Cue
from kzhu.extract.figures.kinds import FACTS
from kzhu.extract.figures.scene import Passage, Scene, cues_within
from kzhu.extract.quantities import Quantity
from kzhu.knowledge.words import Metric

#: Told of by the metrics that name them, and no others.
_SIZES = frozenset({"length", "area"})
#: Cues of a sentence looked through for what "it" means.
_FEW = 8
_IT = frozenset({"it", "this", "that", "figure", "total", "they"})
#: What a weak metric stands farther off.
_WEAKNESS = 12
_BRINGING = frozenset({"bring", "brings", "bringing", "brought"})
_OF = frozenset({"of", "worth", "totalling", "totaling"})
#: "the two countries" tell no other figure.
_TEN = 10
#: Tokens from "of" to the whole.
_PART = 7
_MADE_UP = frozenset(
    {"made", "make", "makes", "accounted", "accounts", "constituted", "formed", "represented", "account"}
)
#: Metrics whose word may be but part of a verb.
_PARTS_OF_VERBS = frozenset({"production", "other:shortage"})
_PRONOUNS = frozenset({"it", "they"})
#: Tokens from an aside to its amount, and of an aside.
_ASIDE, _ASIDES = 8, 16
_FALLING = frozenset("fell fall falls falling just well stop stopped stops little far come came".split())
BARRIERS = frozenset({";", ":", "while", "whereas", "but", "although", "though", "where", "against"})
#: What joins things, and what ends a phrase behind an amount.
_JOINTS = frozenset({",", "and"})
_STOPS = frozenset({",", "and", "(", "."})
_DIVIDERS = BARRIERS | _JOINTS | _STOPS


def nearest(
    scene: Scene,
    passage: Passage,
    quantity: Quantity,
    unit: str | None,
    *,
    growth: bool = False,
    only: frozenset[str] | None = None,
    within: int = 60,
) -> str | None:
    """The metric of the cue that stands nearest, those before the quantity first."""
    best: tuple[int, str] | None = None
    aside = _aside(scene, passage, quantity)
    pronoun = unit == "money" and _is_pronoun_told(scene, passage, quantity)
    dimension = _dimension(scene, quantity)
    for cue in passage.cues:
        if aside is not None and aside[0] < cue.first < aside[1]:
            continue
        metric = _fitting(scene, cue, dimension, unit, growth=growth)
        if metric is None or (only is not None and metric not in only):
            continue
        if metric in _PARTS_OF_VERBS and _is_no_noun(scene, cue, quantity, metric):
            continue
        if only is not None and quantity.first <= cue.first < quantity.last:
            continue  # "40 pumps" are not pumped
        if only is not None and cue.verb and cue.first >= quantity.last and _acts(scene, cue):
            continue  # "its 500,000 panels produce power"
        rank = _distance(scene, passage, cue, quantity, aside) + (
            _WEAKNESS if scene.knowledge.metrics[metric].weak else 0
        )
        if not cue.verb and -1 <= cue.last - quantity.begin <= 0 and _is_noun_of(scene, cue, quantity):
            rank = -_WEAKNESS
        if cue.first > quantity.last and unit == "money" and _is_whole(scene, passage, cue, quantity):
            continue
        if pronoun and cue.first >= quantity.last:
            rank += _WEAKNESS * 3
        if best is None or rank < best[0]:
            best = (rank, metric)
    return best[1] if best and best[0] < within else None


def named_before(scene: Scene, passage: Passage, quantity: Quantity, *, growth: bool = False) -> str | None:
    """What "it" of an amount of money, or a growth of nothing, points to: what the sentence before names last."""
    lowers, sentences = scene.lowers, scene.document.sentences
    if not growth and _IT.isdisjoint(lowers[passage.first : quantity.first]):
        return None
    k = bisect_left(sentences, (passage.start,)) - 1
    if k < 0 or passage.paragraph - sentences[k].paragraph > 1:
        return None
    dimension = _dimension(scene, quantity)
    for cue in reversed(cues_within(scene, sentences[k].first, sentences[k].last)[-_FEW:]):
        metric = _fitting(scene, cue, dimension, "money", growth=growth)
        if metric is not None and not scene.knowledge.metrics[metric].weak:
            return metric
    return None


def _acts(scene: Scene, cue: Cue) -> bool:
    """Whether a verb behind a quantity is what the counted do, not what is done with them."""
    before = scene.lowers[max(0, cue.first - 3) : cue.first]
    return {"was", "were", "is", "are", "be", "been", "being"}.isdisjoint(before)


def _is_noun_of(scene: Scene, cue: Cue, quantity: Quantity) -> bool:
    """Whether a cue is the noun whose amount it is: "a capital of 50 million", "a contract worth 21 million"."""
    lowers, first = scene.lowers, quantity.begin
    if cue.last == first:
        return lowers[first - 1] in _OF and lowers[cue.first] not in {"is", "are", "was", "were"}
    return cue.last == first - 1 and lowers[first - 1] in _OF and lowers[cue.first] not in _OF


def _is_whole(scene: Scene, passage: Passage, cue: Cue, quantity: Quantity) -> bool:
    """Whether a cue behind is only the whole that the amount is part of: "made up 187 million of the turnover"."""
    lowers = scene.lowers
    if lowers[quantity.last : quantity.last + 1] != ("of",) or cue.first - quantity.last > _PART:
        return False
    return not _MADE_UP.isdisjoint(lowers[max(passage.first, quantity.first - 5) : quantity.first])


def _is_pronoun_told(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether "it" or "they" comes to the amount, and no noun: "they swelled from 487 million dollars to 512"."""
    words = scene.lowers[passage.first : quantity.first]
    return not _PRONOUNS.isdisjoint(words) and not any(cue.first < quantity.first for cue in passage.cues)


def _is_no_noun(scene: Scene, cue: Cue, quantity: Quantity, metric: str) -> bool:
    """Whether a cue is but part of a verb: "brought in 2.4 billion dollars", "fell short of 300 thousand"."""
    lowers = scene.lowers
    if metric == "production" and quantity.kind == "money":
        return lowers[cue.first] in _BRINGING
    return metric == "other:shortage" and lowers[cue.first] == "short" and lowers[cue.first - 1] in _FALLING


def _dimension(scene: Scene, quantity: Quantity) -> str | None:
    """What a measure measures, None for other quantities."""
    return scene.knowledge.units[quantity.unit].kind if quantity.kind == "measure" and quantity.unit else None


def _fitting(scene: Scene, cue: Cue, dimension: str | None, unit: str | None, *, growth: bool) -> str | None:
    """The first of a cue's metrics that is told in such a unit."""
    for key in cue.metrics:
        metric = scene.knowledge.metrics[key]
        if growth or (unit in metric.units and (dimension is None or _measures(metric, dimension))):
            return key
    return None


def _measures(metric: Metric, dimension: str) -> bool:
    return dimension in metric.measures if metric.measures else dimension not in _SIZES


def _aside(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[int, int] | None:
    """The commas around what is said by the way of a subject: "exports, mostly yarn, brought in 9 million"."""
    lowers = scene.lowers
    near = lowers[max(passage.first + 1, quantity.first - _ASIDE) : quantity.first]
    if "," not in near:
        return None  # the most
    last = quantity.first - 1 - near[::-1].index(",")
    if lowers[last + 1] not in FACTS:
        return None
    first = next((j for j in range(last - 1, passage.first, -1) if lowers[j] == ","), None)
    while first is not None and last - first < _ASIDES:
        before = next((j for j in range(first - 1, passage.first, -1) if lowers[j] == ","), None)
        if before is None or any(before < cue.first < first for cue in passage.cues):
            break  # "exports, mostly yarn, dried fruit and copper, brought in": the list goes on
        first = before
    if first is None or not any(cue.last <= first for cue in passage.cues) or last - first > _ASIDES:
        return None
    return first, last


def _count(words: tuple[str, ...], told: frozenset[str]) -> int:
    """How many of the words are among those told, mostly none."""
    return 0 if told.isdisjoint(words) else sum(map(told.__contains__, words))


def _distance(
    scene: Scene, passage: Passage, cue: Cue, quantity: Quantity, aside: tuple[int, int] | None = None
) -> int:
    """Tokens between a cue and a quantity, more where clauses or other quantities stand between."""
    lowers = scene.lowers
    if cue.last <= quantity.first:
        words = lowers[cue.last : quantity.first]
        if aside is not None and cue.last <= aside[0]:
            words = (*lowers[cue.last : aside[0]], *lowers[aside[1] + 1 : quantity.first])
        rank = len(words) + (2 if cue.verb else 0)
        if len(passage.quantities) > 1:
            for other in passage.quantities:
                if other.first >= quantity.first:
                    break
                if cue.last <= other.first and not other.twin and not (other.spelled and other.value < _TEN):
                    rank += 2
        if _DIVIDERS.isdisjoint(words):
            return rank
        return rank + 12 * _count(words, BARRIERS) + 3 * _count(words, _JOINTS)
    if cue.first >= quantity.last:
        words = lowers[quantity.last : cue.first]
        rank = 2 * len(words) + 4
        if len(passage.quantities) > 1:
            for other in passage.quantities:
                if quantity.last <= other.first < cue.first and not other.twin:
                    rank += 40
        if not _DIVIDERS.isdisjoint(words):
            rank += 12 * _count(words, BARRIERS) + 6 * _count(words, _STOPS) + 8 * ("," in words)
        # "$9.5 billion in exports", "$330 million of investment"
        return rank - 5 if words[:1] in {("in",), ("of",), ("worth",)} and len(words) <= 4 else rank
    return 0
