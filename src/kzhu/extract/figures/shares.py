"""Whose a share is: what it is a part of, where that goes, and the place or market it is told of."""

from __future__ import annotations

from kzhu.extract.figures.clauses import cited, is_verb
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.setting import Setting
from kzhu.extract.figures.sides import is_title
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity

OF_TOLD = frozenset({("of", "which"), ("of", "it"), ("of", "them"), ("of", "this"), ("of", "these"), ("of", "that")})
_TRADED = frozenset("exports imports trade sales purchases deliveries shipments supplies".split())
_TURNED = frozenset({("lower",), ("higher",), ("down",), ("up",), ("weaker",), ("stronger",)})
#: Tokens between two countries of one phrase.
_PHRASE = 3
#: Tokens from "of" to the country that a noun phrase ends in.
_NOUNS = 9
#: Bodies of many countries, whose part in a country's trade is no affair of two.
_UNIONS = frozenset({"union", "eu", "asean", "bloc"})
SHARES = frozenset({"shares", "stock", "closed"})
_GOING = frozenset("go goes going meant sold sent destined shipped exported delivered bound supplied".split())
_PLACING = frozenset({"in", "at", "near"})
#: A word behind a country's adjective that makes it the place of a price, and not where the goods come from.
MARKETS = frozenset("exchange market markets bourse consumers households pumps stock".split())
#: Places looked back over for where something is made.
_LOOK_BACK = 30
#: Tokens before an amount in which its subject stands.
_SUBJECT = 14


def of_whole(setting: Setting, quantity: Quantity, told: Told) -> tuple[str, ...] | None:
    """The countries of a part of what the sentence has told, with whom it comes from or goes to: "a third of which"."""
    last, lowers = told.last, setting.scene.lowers
    if last is None or last.span.start < setting.passage.start:
        return None
    first = quantity.begin
    if lowers[quantity.last : quantity.last + 2] not in OF_TOLD and lowers[first - 2 : first] != ("of", "which"):
        return None
    after = (place for place in setting.passage.places if place.first >= quantity.last and place.kind != "place")
    return tuple(sorted({*last.parties, *(code for place in after for code in place.countries)}))


def goals_of(setting: Setting, quantity: Quantity) -> tuple[str, ...] | None:
    """Where a part of some goods goes, with where they come from: "30% of the output will go to Libya and Sudan"."""
    scene, passage = setting.scene, setting.passage
    lowers = scene.lowers
    end = passage.last
    start = next((j for j in range(quantity.last, end) if lowers[j] in _GOING), None)
    if start is None or start - quantity.last > _SUBJECT:
        return None
    goals = {code for place in passage.places if place.first > start for code in place.countries}
    if not goals or not goals.isdisjoint(setting.cast.pair) or setting.cast.main in goals:
        return None
    source = source_of(setting)
    return tuple(sorted({*goals, source} if source else goals))


def source_of(setting: Setting) -> str | None:
    """The side of the article where things are made or done, as its head places them: "a plant in Shymkent"."""
    lowers = setting.scene.lowers
    for place in setting.scene.places[:_LOOK_BACK]:
        if lowers[place.first - 1] in _PLACING and len(place.countries) == 1:
            code = place.countries[0]
            if code in (setting.cast.main, setting.cast.other):
                return code
    return setting.cast.main


def placed(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[str, ...]:
    """The country of the place right behind: "30% of Kazakhstan's trade", "gained 1.2% in Budapest"."""
    lowers = scene.lowers
    last = quantity.last + (lowers[quantity.last : quantity.last + 1] in _TURNED)
    for k, place in enumerate(passage.places):
        if last < place.first <= last + _PHRASE and lowers[place.last] in MARKETS:
            if lowers[last] == "of":
                return ()  # "18 percent of the Egyptian market" is held by someone from elsewhere
            return place.countries  # "fell 2 percent on the Sofia exchange"
        if place.first != last + 1 or lowers[last] not in {"of", "in"}:
            continue
        after = next(iter(passage.places[k + 1 :]), None)
        if after is not None and after.first - place.last <= _PHRASE and lowers[after.first - 1] in {"to", "from"}:
            return tuple(sorted({*place.countries, *after.countries}))  # "64% of Chilean exports to Korea"
        return place.countries
    words = lowers[passage.first : quantity.first]
    if "share" in words or "proportion" in words:
        inner = [place for place in passage.places if place.last <= quantity.first and lowers[place.first - 1] == "in"]
        if len(passage.places) == 1 and inner and inner[0].kind == "country":
            return inner[0].countries  # "the share of renewables in Morocco"
    if lowers[last : last + 1] == ("of",):
        for place in passage.places:
            if place.first <= last or place.first - last > _NOUNS or place.kind != "country":
                continue
            if lowers[place.first - 1] == "in" and not any(is_verb(lowers, j) for j in range(last, place.first)):
                return place.countries  # "3 percent of the demand for electricity in Romania"
    return ()


def of_trade(setting: Setting, quantity: Quantity, own: tuple[str, ...]) -> tuple[str, ...]:
    """Also the country that takes or gives it: "Spain took 22 percent of Moroccan exports"."""
    scene, passage, pair = setting.scene, setting.passage, setting.cast.pair
    lowers = scene.lowers
    skipped = cited(scene, passage.sentence, quantity.first, quantity.last)
    subject = {
        code
        for place in passage.places
        if place.last <= quantity.first
        and place.kind in {"country", "demonym"}
        and quantity.first - place.last <= _SUBJECT
        and not any(first <= place.first < last for first, last in skipped)
        and not is_title(scene, place)
        for code in place.countries
    }
    if len(subject) == 1:
        return tuple(sorted({*own, *subject}))
    traded = not _TRADED.isdisjoint(lowers[quantity.last : quantity.last + 6])
    if traded and set(own) <= set(pair) and _UNIONS.isdisjoint(lowers[passage.first : quantity.first]):
        return pair  # "palm oil made up 70% of Indonesia's deliveries" in an article about two
    return own


def traded_in(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[str, ...]:
    """The country of the city where shares are dealt in: "In Istanbul its shares closed 2.4% higher"."""
    lowers = scene.lowers
    if SHARES.isdisjoint(lowers[passage.first : quantity.last + 2]):
        return ()
    cities = [place for place in passage.places if place.kind == "place" and lowers[place.first - 1] == "in"]
    return cities[0].countries if len(cities) == 1 else ()
