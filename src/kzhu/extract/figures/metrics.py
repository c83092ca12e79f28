"""Which metric a quantity belongs to: by its noun, by the words around it, else by the figure told before it."""

from __future__ import annotations

from bisect import bisect_left

from kzhu.extract.figures.cues import Cue, between, counted
from kzhu.extract.figures.idioms import (
    asked_for,
    built_for,
    driven_across,
    given,
    in_hospital,
    of_people,
    paid_to_study,
    sold_abroad,
    toured,
    turned_out,
    won,
)
from kzhu.extract.figures.phrases import bought_or_sold, can_hold, owed, priced, sent, spent_on
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import STOPS, singular
from kzhu.knowledge.words import Metric

#: Kind of quantity -> the word for it in metrics.yaml.
_UNITS = {"money": "money", "percent": "percent", "part": "percent", "measure": "measure", "count": "count"}
#: Of goods counted by the piece: "turn out 3 million bricks".
_OF_GOODS = frozenset({"capacity", "production", "exports", "imports", "consumption", "reserves"})
#: Told in percent of GDP.
_OF_GDP = frozenset({"debt", "budget", "other:deficit", "other:surplus"})
_INTO = frozenset(
    "put puts putting pour poured pours pouring plough ploughed inject injected injects sink sank".split()
)
#: People, however called: what they do says which metric they are.
_HUMAN = frozenset(
    "person man woman child resident civilian soldier miner worker passenger local villager protester student"
    " schoolchild pupil citizen serviceman policeman officer pensioner adult teenager family pedestrian driver"
    " inhabitant guest visitor national migrant believer patient firefighter rescuer tourist".split()
)
_DOING = (
    "casualties",
    "other:evacuee",
    "jobs",
    "participants",
    "population",
    "scholarships",
    "other:crossing",
    "students",
    "votes",
    "other:detainee",
    "other:convict",
    "other:patient",
)
#: Told of by the metrics that name them, and no others.
_SIZES = frozenset({"length", "area"})
_MANY = 1000
#: Cues of a sentence looked through for what "it" means.
_FEW = 8
_IT = frozenset({"it", "this", "that", "figure", "total", "they"})
_WORKERS = frozenset(
    "nurse doctor teacher engineer driver welder builder specialist programmer carer caregiver cook mechanic labourer"
    " laborer physician electrician picker seasonal-worker craftsman".split()
)
_HIRING = frozenset(
    "take takes took accept accepts need needs want admit attract invite bring recruit hire lacks".split()
)
#: What a weak metric stands farther off.
_WEAKNESS = 12
#: How nouns for people end.
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")
_SALES = frozenset({"revenue", "other:supply", "other:freight"})
_COSTING = frozenset({"cost", "costs", "costing"})
_SHARES = frozenset({"share", "shares"})
_VERBS = frozenset({"will", "would", "to", "could", "should", "may", "now", "cost", "costs", "costing"})
_NEAR = 6
_KEPT = frozenset("kept reserved allotted allocated awarded offered earmarked available".split())
_OWN = frozenset({"tourists", "students", "other:passenger"})
_BEFALLING = frozenset({"casualties", "other:evacuee", "scholarships", "other:detainee"})
_BARRIERS = frozenset({";", "while", "whereas", "but", "although", "though", "where", "against"})
#: Price of what is sold by these.
_PRICED = frozenset(
    {"barrel", "t", "ounce", "kg", "litre", "gallon", "bushel", "share", "kWh", "MWh", "head", "m2", "m3"}
)


def metric_of(scene: Scene, passage: Passage, quantity: Quantity, *, growth: bool = False) -> str | None:
    """The metric that the sentence gives a quantity, None where it names none."""
    if quantity.kind == "count" or (quantity.kind == "bare" and not growth):
        return _of_count(scene, passage, quantity)
    if quantity.kind == "money" and quantity.per in _PRICED:
        return "other:dividend" if any("other:dividend" in cue.metrics for cue in passage.cues) else "price"
    if quantity.kind == "measure":
        sized = _size(scene, quantity)
        if sized:
            return sized
    unit = _UNITS.get(quantity.kind, "money")
    if growth:
        metric = _nearest(scene, passage, quantity, None, growth=True)
        if metric == "gdp":
            return "growth"
        return metric
    if quantity.kind in {"percent", "part"}:
        return _of_share(scene, passage, quantity)
    if quantity.kind == "point":
        return _nearest(scene, passage, quantity, "percent")
    if quantity.kind == "money" and _put_into(scene, passage, quantity):
        return "investment"
    lowers = scene.document.lowers
    if quantity.kind == "money" and priced(scene, passage, quantity):
        return "price"
    traded = bought_or_sold(passage, quantity, lowers)
    if traded is not None:
        return traded
    if quantity.kind == "measure" and can_hold(passage, quantity, lowers):
        return "capacity"
    if quantity.kind == "measure" and sent(passage, quantity, lowers):
        return "other:aid"
    metric = _nearest(scene, passage, quantity, unit)
    if (
        quantity.kind == "measure"
        and metric in _OF_GOODS
        and any(_has_capacity(cue, passage, lowers) for cue in passage.cues)
    ):
        return "capacity"
    if metric in _SALES and any(sold_abroad(scene, passage, cue) for cue in passage.cues):
        return "exports"
    if quantity.kind == "money" and (metric is None or scene.knowledge.metrics[metric].weak or metric == "other:pay"):
        clause = _of_clause(scene, passage, quantity, metric)
        if clause is not None:
            return clause
    if metric == "revenue" and quantity.per in {"month", "hour", "week", "day"}:
        return "other:pay"  # "a driver earns 1,100 euros a month"
    if quantity.kind == "money":
        if metric == "loan" and owed(passage, lowers):
            return "debt"
        if metric is None or scene.knowledge.metrics[metric].weak:
            return spent_on(scene, quantity) or metric
    if metric is None and quantity.kind == "measure" and quantity.unit is not None:
        return scene.knowledge.units[quantity.unit].metric or _substance(scene, quantity)
    return metric


def _has_capacity(cue: Cue, passage: Passage, lowers: tuple[str, ...]) -> bool:
    """Whether what is told of is the capacity of something: "the capacity of Algeria's export pipelines"."""
    if "capacity" not in cue.metrics or lowers[cue.last : cue.last + 1] != ("of",):
        return False
    behind = next((other for other in passage.cues if other.first > cue.first), None)
    return behind is not None and not behind.verb and behind.first - cue.last <= _NEAR


def _of_clause(scene: Scene, passage: Passage, quantity: Quantity, metric: str | None) -> str | None:
    """What an amount of money is by how its clause is built, where no noun says so."""
    lowers = scene.document.lowers
    if paid_to_study(passage, quantity, lowers):
        return "grant"
    if won(scene, passage, quantity):
        return "other:prize"
    if asked_for(passage, quantity, lowers):
        return "price"
    if metric == "cost" and any(lowers[cue.first] in _SHARES for cue in passage.cues if cue.last <= quantity.first):
        return "price"
    if metric == "cost" and any(_is_sold(cue, quantity, lowers) for cue in passage.cues):
        return "price"  # "cocoa will cost $9,000"
    if metric is None and given(passage, quantity, lowers):
        return "other:aid"
    return None


def _is_sold(cue: Cue, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a thing that has a price is the subject of a verb of costing."""
    return (
        "price" in cue.metrics
        and cue.last <= quantity.first
        and quantity.first - cue.last <= _NEAR
        and lowers[cue.last] in _VERBS
        and not _COSTING.isdisjoint(lowers[cue.last : quantity.first])
    )


def _size(scene: Scene, quantity: Quantity) -> str | None:
    """What was measured, by the word behind: "20 metres high", "90 km long"."""
    after = scene.document.lowers[quantity.last : quantity.last + 1]
    size = {
        "high": "other:height", "tall": "other:height", "deep": "other:depth", "wide": "other:width", "long": "length",
    }  # fmt: skip
    return size.get(after[0]) if after else None


def _substance(scene: Scene, quantity: Quantity) -> str | None:
    """What a measure is of: "20 tons of medicine" are "other:medicine"."""
    lowers = scene.document.lowers
    noun = lowers[quantity.last + 1 : quantity.last + 2] if lowers[quantity.last : quantity.last + 1] == ("of",) else ()
    return f"other:{singular(noun[0])}" if noun and noun[0].isalpha() and noun[0] not in STOPS else None


def _of_share(scene: Scene, passage: Passage, quantity: Quantity) -> str:
    lowers = scene.document.lowers
    after = lowers[quantity.last : quantity.last + 2]
    metric = _nearest(scene, passage, quantity, "percent")
    if after[:1] == ("of",):
        if after[1:] == ("gdp",) or lowers[quantity.last + 2 : quantity.last + 3] == ("gdp",):
            return _nearest(scene, passage, quantity, "percent", only=_OF_GDP) or "share"
        return "votes" if metric == "votes" else "share"
    return metric or "share"


def _put_into(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    lowers = scene.document.lowers
    first = max(passage.sentence.first, quantity.first - 5)
    return "into" in lowers[quantity.last : quantity.last + 5] and any(
        word in _INTO for word in lowers[first : quantity.first]
    )


def _of_count(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    noun, lowers = quantity.unit, scene.document.lowers
    if can_hold(passage, quantity, lowers) or built_for(passage, quantity, lowers):
        return "capacity"
    if turned_out(passage, quantity, lowers):
        return "capacity"
    if toured(passage, quantity, lowers):
        return "tourists"
    if driven_across(passage, quantity):
        return "other:crossing"
    own = counted(scene.knowledge).get(noun) if noun is not None else None
    if noun is None or noun in _HUMAN or (own == "scholarships" and noun in {"place", "quota"}):
        doing = _doing(scene, passage, quantity)
        # Tourists who visit stay tourists, unless something befalls them.
        if doing == "casualties" and (own not in _OWN or doing in _BEFALLING):
            return doing
        befell = of_people(scene, passage, quantity) if noun is None or noun in _HUMAN else None
        if befell is not None:
            return befell
        if doing is not None and (own not in _OWN or doing in _BEFALLING):
            return doing
        if in_hospital(scene, passage, quantity):
            return "casualties"
    if own == "scholarships" and noun not in {"place", "quota"}:
        return own
    if own == "scholarships":
        kept = not _KEPT.isdisjoint(lowers[quantity.last : quantity.last + 3])
        return own if kept or any("scholarships" in cue.metrics for cue in passage.cues) else None
    if noun in _WORKERS and not _HIRING.isdisjoint(
        lowers[max(passage.sentence.first, quantity.first - 6) : quantity.first]
    ):
        return "jobs"
    if own == "participants" and quantity.value != quantity.value.to_integral_value() and quantity.value < _MANY:
        return f"other:{noun}"  # an average: "3.6 members"
    if own is not None:
        return own
    if noun is None:
        return None
    if noun.endswith(_AGENTS) and noun not in scene.knowledge.units:
        doing = _doing(scene, passage, quantity)
        if doing in {"participants", "casualties"}:
            return doing  # "1,500 dockers walked out"
    if noun == "person":
        return "other:person"
    if noun in scene.knowledge.units or noun == "head":
        metric = _nearest(scene, passage, quantity, "count")
        return metric or f"other:{noun.lower()}"
    traded = bought_or_sold(passage, quantity, lowers)
    if traded is not None:
        return traded
    if sent(passage, quantity, lowers):
        return "other:aid"
    return _nearest(scene, passage, quantity, "count", only=_OF_GOODS, within=13) or f"other:{noun}"


def _doing(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """What people are told to do or suffer, by the nearest word that says so."""
    lowers = scene.document.lowers
    best: tuple[int, str] | None = None
    for cue in passage.cues:
        metric = next((metric for metric in _DOING if metric in cue.metrics), None)
        if metric is None or (quantity.noun and quantity.noun[0] <= cue.first < quantity.noun[1]):
            continue
        ahead = cue.first >= quantity.last
        gap = cue.first - quantity.last if ahead else quantity.first - cue.last
        words = lowers[quantity.last : cue.first] if ahead else lowers[cue.last : quantity.first]
        if gap > 7 or any(word in _BARRIERS for word in words):
            continue
        if metric == "students" and not cue.verb:
            continue
        rank = gap + (2 if not ahead else 0) + 3 * sum(word in {",", "and"} for word in words)
        if best is None or rank < best[0]:
            best = (rank, metric)
    return best[1] if best else None


def _nearest(
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
    for cue in passage.cues:
        metric = _fitting(scene, cue, quantity, unit, growth=growth)
        if metric is None or (only is not None and metric not in only):
            continue
        if only is not None and quantity.first <= cue.first < quantity.last:
            continue  # "40 pumps" are not pumped
        rank = _distance(scene, passage, cue, quantity) + (_WEAKNESS if scene.knowledge.metrics[metric].weak else 0)
        if best is None or rank < best[0]:
            best = (rank, metric)
    return best[1] if best and best[0] < within else None


def named_before(scene: Scene, passage: Passage, quantity: Quantity, *, growth: bool = False) -> str | None:
    """What "it" of an amount of money, or a growth of nothing, points to: what the sentence before names last."""
    lowers, sentences = scene.document.lowers, scene.document.sentences
    if not growth and _IT.isdisjoint(lowers[passage.sentence.first : quantity.first]):
        return None
    k = bisect_left(sentences, passage.sentence.start, key=lambda item: item.start) - 1
    if k < 0 or passage.sentence.paragraph - sentences[k].paragraph > 1:
        return None
    for cue in reversed(between(scene.cues, sentences[k].first, sentences[k].last)[-_FEW:]):
        metric = _fitting(scene, cue, quantity, "money", growth=growth)
        if metric is not None and not scene.knowledge.metrics[metric].weak:
            return metric
    return None


def _fitting(scene: Scene, cue: Cue, quantity: Quantity, unit: str | None, *, growth: bool) -> str | None:
    """The first of a cue's metrics that is told in such a unit."""
    dimension = scene.knowledge.units[quantity.unit].kind if quantity.kind == "measure" and quantity.unit else None
    for key in cue.metrics:
        metric = scene.knowledge.metrics[key]
        if growth or (unit in metric.units and _measures(metric, dimension)):
            return key
    return None


def _measures(metric: Metric, dimension: str | None) -> bool:
    if dimension is None:
        return True
    return dimension in metric.measures if metric.measures else dimension not in _SIZES


def _distance(scene: Scene, passage: Passage, cue: Cue, quantity: Quantity) -> int:
    """Tokens between a cue and a quantity, more where clauses or other quantities stand between."""
    lowers = scene.document.lowers
    if cue.last <= quantity.first:
        words = lowers[cue.last : quantity.first]
        crossed = sum(1 for other in passage.quantities if cue.last <= other.first < quantity.first and not other.twin)
        rank = len(words) + 2 * crossed
        rank += 12 * sum(word in _BARRIERS for word in words)
        rank += 3 * sum(word in {",", "and"} for word in words)
        return rank + (2 if cue.verb else 0)
    if cue.first >= quantity.last:
        words = lowers[quantity.last : cue.first]
        crossed = sum(1 for other in passage.quantities if quantity.last <= other.first < cue.first and not other.twin)
        rank = 2 * len(words) + 4 + 40 * crossed + 12 * sum(word in _BARRIERS for word in words)
        rank += 6 * sum(word in {",", "and", "(", "."} for word in words)
        # "$9.5 billion in exports", "$330 million of investment"
        return rank - 5 if words[:1] in {("in",), ("of",), ("worth",)} and len(words) <= 4 else rank
    return 0
