"""Which metric a quantity belongs to: by its noun, by the words around it, else by the figure told before it."""

from __future__ import annotations

from kzhu.extract.figures.counts import OF_GOODS, is_yearly_aim, of_count
from kzhu.extract.figures.cues import Cue
from kzhu.extract.figures.idioms import sold_abroad, turned_out
from kzhu.extract.figures.money import of_money
from kzhu.extract.figures.nearest import nearest
from kzhu.extract.figures.phrases import bought_or_sold, can_hold, sent
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import STOPS, is_plural, singular

#: Told in percent of GDP.
_OF_GDP = frozenset({"debt", "budget", "other:deficit", "other:surplus"})
_NEAR = 6
_SALES = frozenset({"revenue", "other:supply", "other:freight"})
_SIZES = {
    "high": "other:height", "tall": "other:height", "deep": "other:depth", "wide": "other:width", "long": "length",
    "under": "other:depth", "below": "other:depth", "beneath": "other:depth", "underground": "other:depth",
    "underwater": "other:depth",
}  # fmt: skip
_LYING = frozenset("lies lie lay lying is are was were located situated stands stand at sits".split())
_AWAY = frozenset(
    "from away off outside north south east west north-east north-west south-east south-west northeast northwest"
    " southeast southwest inland upstream downstream offshore".split()
)
_BOUGHT = frozenset(
    "buy buys bought buying purchase purchased procure procured order ordered pick picked get got take took import"
    " acquire acquired secured bring brings brought".split()
)
_SOLD = frozenset(
    "sell sells sold selling ship ships shipped shipping send sent export supplied deliver delivered".split()
)
#: Where goods go that a country ships: "are to be shipped to German ports".
_SHIPPED = frozenset(
    "shipped sold delivered supplied sent dispatched exported go goes went gone railed trucked piped left bound".split()
)
#: What a debt or a deficit is told as a share of.
_INCOMES = frozenset({"gdp", "income", "incomes", "product", "output"})
_AID = frozenset({"aid", "humanitarian", "relief", "donation", "gift"})
_NEIGHBOURS = frozenset({"neighbour", "neighbours", "neighbor", "neighbors", "foreign", "overseas"})
_DELIVERING = frozenset({"deliver", "supply", "export", "sell", "ship"})
_REACH = 9
#: Kinds of measure that goods are told in.
_GOODS = frozenset({"mass", "volume", "energy"})
#: Adjectives between a measure and what it is of.
_ADJECTIVES = frozenset(
    "fresh frozen dried raw crude refined humanitarian medical new pure fine local foreign high-quality surplus"
    " food various winter spring liquefied natural rough".split()
)


def metric_of(scene: Scene, passage: Passage, quantity: Quantity, *, growth: bool = False) -> str | None:
    """The metric that the sentence gives a quantity, None where it names none."""
    if quantity.kind == "count" or (quantity.kind == "bare" and not growth):
        return of_count(scene, passage, quantity)
    if growth:
        metric = nearest(scene, passage, quantity, None, growth=True)
        if metric is None and _is_of_growth(scene, quantity):
            return "growth"
        return "growth" if metric == "gdp" else metric
    if quantity.kind in {"percent", "part"}:
        return _of_share(scene, passage, quantity)
    if quantity.kind == "point":
        return nearest(scene, passage, quantity, "percent")
    return _of_measure(scene, passage, quantity) if quantity.kind == "measure" else of_money(scene, passage, quantity)


def _is_of_growth(scene: Scene, quantity: Quantity) -> bool:
    """Whether growth is told of nothing, and so of the economy: "foresees growth of 3 percent", "puts growth at 3"."""
    lowers, first = scene.lowers, quantity.begin
    return "growth" in lowers[max(0, first - 3) : first - 1] and lowers[first - 1] in {"of", "at", "to", "by", "from"}


def _of_measure(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    lowers = scene.lowers
    size = _SIZES.get(lowers[quantity.last]) if quantity.last < len(lowers) else None
    kind = scene.knowledge.units[quantity.unit].kind if quantity.unit is not None else ""
    if kind == "length":
        words = lowers[max(passage.first, quantity.first - 4) : quantity.first]
        if size is not None and (
            size != "other:depth" or lowers[quantity.last] == "deep" or not _LYING.isdisjoint(words)
        ):
            return size  # "20 metres high", "90 km long"
        if (
            lowers[quantity.last : quantity.last + 1]
            and lowers[quantity.last] in _AWAY
            and not _LYING.isdisjoint(words)
        ):
            return "other:distance"
    traded = bought_or_sold(passage, quantity, lowers) or _abroad(passage, quantity, lowers)
    if traded is not None and kind in _GOODS:
        return traded
    if can_hold(passage, quantity, lowers) or turned_out(passage, quantity, lowers):
        return "capacity"
    if is_yearly_aim(scene, passage, quantity):
        return "capacity"
    if sent(passage, quantity, lowers):
        return "other:aid"
    metric = nearest(scene, passage, quantity, "measure")
    if metric in {"other:cargo", "other:freight"} and any(
        place.kind == "demonym" and place.first == quantity.last + 1 and lowers[quantity.last] == "of"
        for place in passage.places
    ):
        return "transit"  # "the port handled 412 thousand tons of Kazakh cargo"
    if metric in OF_GOODS and any(_has_capacity(cue, passage, lowers) for cue in passage.cues):
        return "capacity"
    if metric in _SALES and any(sold_abroad(scene, passage, cue) for cue in passage.cues):
        return "exports"
    if metric is None and quantity.unit is not None:
        return scene.knowledge.units[quantity.unit].metric or _substance(scene, quantity)
    return metric


def _abroad(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> str | None:
    """Imports or exports of goods told to be bought or sold abroad, or shipped to a country."""
    first, last = passage.first, passage.last
    before, after = lowers[max(first, quantity.first - 8) : quantity.first], lowers[quantity.last : last]
    if not _AID.isdisjoint(after):
        return None
    if "abroad" in after[:8]:
        if not _BOUGHT.isdisjoint(before):
            return "imports"
        return "exports" if not _SOLD.isdisjoint(before) else None
    if not _SOLD.isdisjoint(before) and _NEIGHBOURS & set(after[:6]):
        return "exports"
    if not _DELIVERING.isdisjoint(before[-5:]) and any(
        place.kind == "country" and 0 <= quantity.first - place.last <= _REACH for place in passage.places
    ):
        return "exports"  # "Norway is ready to deliver up to 1 million tonnes of oil"
    for place in passage.places:
        if not quantity.last < place.first <= quantity.last + 9 or place.kind not in {"country", "demonym"}:
            continue
        if lowers[place.first - 1] == "to" and place.first <= quantity.last + 4 and not _SOLD.isdisjoint(before):
            return "exports"
        if lowers[place.first - 1] == "to" and not _SHIPPED.isdisjoint(lowers[quantity.last : place.first]):
            return "exports"
        if place.kind == "demonym" and lowers[place.first - 1] == "of" and place.first == quantity.last + 1:
            return "exports" if not {"took", "received", "got", "takes"}.isdisjoint(before) else None
    return None


def _has_capacity(cue: Cue, passage: Passage, lowers: tuple[str, ...]) -> bool:
    """Whether what is told of is the capacity of something: "the capacity of Algeria's export pipelines"."""
    if "capacity" not in cue.metrics or lowers[cue.last : cue.last + 1] != ("of",):
        return False
    behind = next((other for other in passage.cues if other.first > cue.first), None)
    return behind is not None and not behind.verb and behind.first - cue.last <= _NEAR


def _substance(scene: Scene, quantity: Quantity) -> str | None:
    """What a measure is of: "20 tons of fresh fish" are "other:fish"."""
    lowers, words = scene.lowers, scene.document.words
    if lowers[quantity.last : quantity.last + 1] != ("of",):
        return None
    j = quantity.last + 1
    if lowers[j : j + 1] == ("it",) and lowers[quantity.first - 1] == "," and lowers[quantity.first - 2].isalpha():
        return f"other:{lowers[quantity.first - 2]}"  # "The snow, 8,000 cubic metres of it, had been kept"
    while j < len(lowers) and (lowers[j] in _ADJECTIVES or (words[j][0].isupper() and words[j].isalpha())):
        j += 1
    noun = lowers[j] if j < len(lowers) else ""
    if not noun.isalpha() or noun in STOPS:
        return None
    return f"other:{singular(noun) if is_plural(noun) else noun}"


def _of_share(scene: Scene, passage: Passage, quantity: Quantity) -> str:
    lowers = scene.lowers
    after = lowers[quantity.last : quantity.last + 2]
    metric = nearest(scene, passage, quantity, "percent")
    if after[:1] == ("of",):
        if not _INCOMES.isdisjoint(lowers[quantity.last + 1 : quantity.last + 5]):
            return nearest(scene, passage, quantity, "percent", only=_OF_GDP) or "share"
        return "votes" if metric == "votes" else "share"
    return metric or ("growth" if _is_of_growth(scene, quantity) else "share")
