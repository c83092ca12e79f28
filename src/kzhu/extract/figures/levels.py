"""Which quantities tell a level, of what, in which unit: also where the noun or the unit stands elsewhere."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from kzhu.extract.figures.bare import bare
from kzhu.extract.figures.metrics import metric_of
from kzhu.extract.figures.nearest import named_before
from kzhu.extract.figures.nouns import is_idle
from kzhu.extract.figures.phrases import is_claim, of_votes
from kzhu.extract.figures.scene import IDLE, Passage, Scene
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import is_plural

_FLYING = frozenset("fly flies flew flown flight flights airline".split())
#: Words for a figure told before.
_ANAPHORS = frozenset(
    "this that it indicator figure total sum amount inflow number volume another bar mark tally threshold milestone"
    " count result reading level ceiling goal target total proportion value they".split()
)
#: Told of those people alone.
_NOT_AGAIN = frozenset({"capacity", "casualties", "other:survivor"})
_FOR_IT = frozenset({("for", "it"), ("for", "them"), ("for", "one")})
#: Told in percent, and gone on about without being named.
_RATES = frozenset({"other:inflation", "other:unemployment", "other:rate", "growth"})
#: Nouns that records write by another.
_PART_LINKS = frozenset({"of", "the", "all", "its", "their", "our", "his", "her", "my", "this", "that", "a"})
_PARTS_OF = frozenset("it them this these those which whom that by in from as to per".split())
#: What can be shared out though it is told in the singular.
_MASSES = frozenset(
    "trade turnover output production harvest crop revenue income money sum total amount cost budget population"
    " demand supply gas oil power electricity energy water wheat grain coal market cargo freight traffic investment"
    " debt fuel food land territory area staff workforce electorate vote capacity fleet bill price profit capital"
    " aid loan grant volume figure country public business tea coffee meat fish steel copper consumption import"
    " export yield surplus which it this rest year's work".split()
)
_CLAUSES = frozenset(", ; and while whereas but against from than versus to".split())
_GOODS = frozenset({"exports", "imports", "production", "consumption", "transit", "other:freight", "other:cargo"})
_OF_THAT = frozenset({("of", "that"), ("of", "this"), ("of", "it"), ("of", "the")})
_COMPOUNDS = frozenset({("joint", "venture"), ("polling", "station"), ("filling", "station")})
_CALLED = {"body": "person", "man": "person"}
#: Before an amount that is set against the one told before it.
_WHOLE = frozenset({"it", "indicator", "turnover", "total", "tally", "bar"})
_SET_AGAINST = frozenset("against from than versus to with after and".split())
#: Kinds of unit that describe a thing and measure no event or state: "110 kV", "64 GB".
_UNTOLD = frozenset("voltage frequency data speed current sound pressure concentration cent capacitance".split())


def level(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> tuple[str, str] | None:
    """(metric, unit) of a quantity that tells a level; None for one that is no figure."""
    kind = quantity.kind
    if quantity.twin or quantity.vague or kind in IDLE:
        return None
    if kind == "times":
        words = scene.lowers[passage.first : quantity.first]
        flies = quantity.per in {"week", "day", "month"} and not _FLYING.isdisjoint(words)
        return ("flights", "time") if flies else None
    if kind == "money" and quantity.spelled and quantity.value == 1:
        return None  # "One dollar cost 10.9 kroner"
    if kind == "bare":
        return bare(scene, passage, quantity, told)
    if kind == "count":
        quantity = _named(scene, passage, quantity)
        if is_idle(scene, passage, quantity):
            return None
        metric = metric_of(scene, passage, quantity)
        again = told.counted
        nameless = metric is not None and metric not in scene.knowledge.metrics
        if nameless and again is not None and again.unit == quantity.unit and again.metric not in _NOT_AGAIN:
            return again.metric, again.unit  # "118 million bottles ... Russia took 78 million bottles"
        return (metric, str(quantity.unit)) if metric else None
    metric = metric_of(scene, passage, quantity)
    if kind in {"percent", "part"}:
        if kind == "part" and _is_talk(scene, quantity):
            return None
        return _of_percent(scene, passage, quantity, told, metric or "share"), "percent"
    if kind == "point":
        unit = "percentage point" if metric == "other:rate" and quantity.unit == "point" else str(quantity.unit)
        return (metric, unit) if metric and unit != "point" else None
    before = told.last_within(passage)
    if metric == "other:supply" and before is not None and before.metric == "exports":
        metric = "exports"  # "Exports have tripled. Between January and June shipments shrank to 4.2 thousand tons"
    if metric == "cost" and kind == "money" and told.money is not None and told.money.metric == "price":
        after = scene.lowers[quantity.last : quantity.last + 6]
        if told.paragraph == passage.paragraph and any(pair in _FOR_IT for pair in pairwise(after)):
            metric = "price"  # "Gold changed hands at $2,498. $2,700 will be paid for it in March"
    metric = _set_against(scene, passage, quantity, told, metric) or metric
    if metric == "other:volume" and before is not None and before.metric in _GOODS:
        metric = before.metric  # "Exports fetched 900 million. In volume they fell to 210,000 tonnes"
    bought = metric == "imports" and not any("imports" in cue.metrics for cue in passage.cues)
    if bought and before is not None and before.metric == "exports" and before.unit == quantity.unit:
        metric = "exports"  # "The millers shipped 310,000 tons. China bought 52,000 tons"
    if metric == "revenue" and told.whole is not None and told.paragraph == passage.paragraph:
        after = scene.lowers[quantity.last : quantity.last + 2]
        metric = "exports" if after in _OF_THAT else metric  # "Finnish sales accounted for 62 million of that"
    if metric is None:
        metric = _inherited(scene, passage, quantity, told)
    if kind == "money":
        return metric or "cost", str(quantity.unit)
    if metric is None or quantity.unit is None:
        return None
    unit_told = scene.knowledge.units[quantity.unit]
    return None if unit_told.kind in _UNTOLD else (metric, unit_told.base)


def _is_talk(scene: Scene, quantity: Quantity) -> bool:
    """Whether "half" is of one thing, and so no share: "half his life", "half of the bridge"."""
    lowers, words = scene.lowers, scene.document.words
    if lowers[quantity.number[0]] != "half" or quantity.last + 1 >= len(lowers):
        return False
    j = quantity.last
    while j + 1 < len(lowers) and lowers[j] in _PART_LINKS:
        j += 1
    if lowers[j] in _PARTS_OF or not lowers[j].isalpha() or words[j][0].isupper():
        return False
    end = next((k for k in range(j, min(j + 3, len(lowers))) if not lowers[k].isalpha()), j + 3)
    nouns = lowers[j:end]
    return not any(is_plural(low) or low in _MASSES for low in nouns)


def _of_percent(scene: Scene, passage: Passage, quantity: Quantity, told: Told, metric: str) -> str:
    """The metric of a percentage: a share, unless votes were told of before, or a raise is asked for."""
    if metric != "share":
        return metric
    if of_votes(scene, passage, quantity, told.last.metric if told.last else None):
        return "votes"
    last = told.last_within(passage)
    after = scene.lowers[quantity.last : quantity.last + 1]
    if last is not None and last.metric in _RATES and not passage.cues and after != ("of",):
        return last.metric  # "Inflation was 4.2 percent. The bank expects an average of 3.1 percent"
    if is_claim(passage, quantity, scene.lowers):
        named = metric_of(scene, passage, quantity, growth=True)
        named = named or named_before(scene, passage, quantity, growth=True)
        known = scene.knowledge.metrics.get(named or "")
        return named if named and known is not None and "money" in known.units else metric
    return metric


def _named(scene: Scene, passage: Passage, quantity: Quantity) -> Quantity:
    """Its counted noun as records write it: Hungarians are persons, heads of state leaders."""
    if quantity.noun is None or quantity.unit is None:
        return quantity
    head = quantity.noun[1] - 1
    for place in passage.places:
        if place.kind == "people" and place.first <= head < place.last:
            return replace(quantity, unit="person")
    if scene.lowers[head] == "heads":
        return replace(quantity, unit="leader")  # of state, of missions
    if (scene.lowers[head - 1], quantity.unit) in _COMPOUNDS:
        return replace(quantity, unit=f"{scene.lowers[head - 1]} {quantity.unit}")
    called = _CALLED.get(quantity.unit)
    return quantity if called is None else replace(quantity, unit=called)


def _inherited(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> str | None:
    """The metric told before, where this sentence names none."""
    money = quantity.kind == "money"
    last = told.money if money and not _grew_since(scene, told) else told.last
    if last is None or passage.paragraph != told.paragraph:
        return named_before(scene, passage, quantity) if money else None
    if money != (last.unit in scene.knowledge.currencies) and last.kind != "change":
        return None
    if not money and quantity.kind == "measure" and last.unit != scene.knowledge.units[str(quantity.unit)].base:
        return None  # tonnes are no families
    words = scene.lowers[passage.first : quantity.first]
    if quantity.lent or not _ANAPHORS.isdisjoint(words):
        whole = told.whole
        parts = last.metric in {"exports", "imports"} and whole is not None and not _WHOLE.isdisjoint(words[:8])
        near = whole is not None and scene.document.sentence_at(whole.span.start)
        return "trade-turnover" if parts and near and near.paragraph == told.paragraph else last.metric
    # With no word of its own, an amount goes on about what was told.
    return last.metric if last.unit == quantity.unit or (money and last.kind == "change") else None


def _set_against(scene: Scene, passage: Passage, quantity: Quantity, told: Told, metric: str | None) -> str | None:
    """The metric of the amount that this one is set against: "4,300 tonnes, against 3,900 in the year before"."""
    money = quantity.kind == "money"
    last = told.money if money else told.counted
    document, metrics = scene.document, scene.knowledge.metrics
    first = quantity.begin
    more = money and document.lowers[first - 1] in {"another", "further"}
    if last is None or last.span.start < passage.start or not (more or _is_vague(scene, quantity, metric)):
        return None
    behind = document.token_at(last.span.end)
    while behind < first and document.lowers[behind] not in _CLAUSES:
        behind += 1  # "640 thousand tonnes of transit cargo, whereas in 2021 the volume ..."
    if any(behind <= cue.first < first and not metrics[cue.metrics[0]].weak for cue in passage.cues):
        return None
    if last.unit != (quantity.unit if money else scene.knowledge.units[str(quantity.unit)].base):
        return None
    before = document.lowers[first - 1]
    against = quantity.lent or more or before in _SET_AGAINST
    return last.metric if against or (metric is None and not money) else None


def _is_vague(scene: Scene, quantity: Quantity, metric: str | None) -> bool:
    """Whether the metric read so far is but a guess: a weak one, one of no list, or that of the unit."""
    if metric is None or metric not in scene.knowledge.metrics:
        return True
    unit = scene.knowledge.units.get(quantity.unit or "")
    return scene.knowledge.metrics[metric].weak or (unit is not None and unit.metric == metric)


def _grew_since(scene: Scene, told: Told) -> bool:
    """Whether the last figure is the growth of something told in money, which an amount of money then goes on about."""
    if told.last is None or told.last.kind != "change":
        return False
    metric = scene.knowledge.metrics.get(told.last.metric)
    return metric is not None and "money" in metric.units
