"""Whose a figure is: the countries it is about, by its metric and what the text told before."""

from __future__ import annotations

from kzhu.extract.figures.parties import parties_of
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.setting import Setting
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity
from kzhu.knowledge.words import Metric

_PLACED = frozenset({"share", "price"})
_OF_TOLD = frozenset({("of", "it"), ("of", "them"), ("of", "this"), ("of", "these"), ("of", "that")})
_TRADED = frozenset({"exports", "imports", "trade", "sales", "purchases"})
_TURNED = frozenset({("lower",), ("higher",), ("down",), ("up",), ("weaker",), ("stronger",)})
_DOMESTIC = frozenset(
    "revenue other:profit other:loss other:wage other:salary other:pension other:pay other:assets".split()
)
#: Tokens between two countries of one phrase.
_PHRASE = 3
_HOLDING = frozenset("holds hold held owns own owned stake acquired bought".split())


def whose(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> tuple[str, ...]:
    """The countries a quantity is about, sorted: those told of it beside it, else by its metric."""
    scene, passage = setting.scene, setting.passage
    last = told.last_within(passage)
    first = scene.document.token_at(quantity.span.start)
    same_sentence = last is not None and passage.sentence.start <= last.span.start
    if last is not None and last.parties:
        since = scene.document.token_at(last.span.end)
        silent = not any(since <= place.first < passage.sentence.last for place in passage.places)
        if last.metric == metric.key and (not passage.places or (same_sentence and metric.key == "share")):
            return last.parties
        if same_sentence and silent and not metric.mutual:
            return last.parties
    if metric.key in _PLACED and (own := _placed(scene, passage, quantity)):
        return _of_trade(setting, quantity, own)
    if home := _at_home(setting, quantity, metric):
        return home
    mutual = metric.mutual or (metric.key == "share" and bool(setting.cast.pair))
    found = parties_of(scene, setting.cast, passage, first, quantity.last, mutual=mutual)
    if metric.key == "share" and not mutual:
        # "Uzbekistan buys a third of it": a share of what was told; "in Kazakhstan MOL holds 27.5 percent": of a body
        # at home elsewhere.
        lowers = scene.document.lowers
        if lowers[quantity.last : quantity.last + 2] in _OF_TOLD and last is not None:
            return tuple(sorted({*found, *last.parties}))
        if setting.cast.main and _HOLDING.intersection(lowers[passage.sentence.first : first]):
            return tuple(sorted({*found, setting.cast.main}))
    return found


def _placed(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[str, ...]:
    """The country of the place right behind: "30% of Kazakhstan's trade", "gained 1.2% in Budapest"."""
    lowers = scene.document.lowers
    last = quantity.last + (lowers[quantity.last : quantity.last + 1] in _TURNED)
    for k, place in enumerate(passage.places):
        if place.first != last + 1 or lowers[last] not in {"of", "in"}:
            continue
        after = next(iter(passage.places[k + 1 :]), None)
        if after is not None and after.first - place.last <= _PHRASE and lowers[after.first - 1] in {"to", "from"}:
            return tuple(sorted({*place.countries, *after.countries}))  # "64% of Chilean exports to Korea"
        return place.countries
    return ()


def _of_trade(setting: Setting, quantity: Quantity, own: tuple[str, ...]) -> tuple[str, ...]:
    """Also the country that takes it: "Spain took 22 percent of Moroccan exports"."""
    passage, lowers = setting.passage, setting.scene.document.lowers
    if _TRADED.isdisjoint(lowers[quantity.last : quantity.last + 6]):
        return own
    before = {
        place.countries[0]
        for place in passage.places
        if place.last <= quantity.first and place.kind == "country" and len(place.countries) == 1
    }
    return tuple(sorted({*own, *before})) if len(before) == 1 else own


def _at_home(setting: Setting, quantity: Quantity, metric: Metric) -> tuple[str, ...]:
    """The country of the pair in whose money its own companies' sales, its wages and its budget are told."""
    currency = setting.scene.knowledge.currencies.get(quantity.unit or "")
    if metric.key not in _DOMESTIC or currency is None or len(currency.countries) != 1:
        return ()
    return tuple(code for code in currency.countries if code in setting.cast.pair)
