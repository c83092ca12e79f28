"""Whose a figure is: the countries it is about, by its metric and what the text told before."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kzhu.extract.figures.clauses import is_verb
from kzhu.extract.figures.parties import parties_of
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.setting import Setting
from kzhu.extract.figures.shares import (
    MARKETS,
    OF_TOLD,
    SHARES,
    goals_of,
    of_trade,
    of_whole,
    placed,
    source_of,
    traded_in,
)
from kzhu.extract.figures.sides import home_of, sides_of
from kzhu.extract.figures.told import Told
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity
from kzhu.knowledge.words import Metric
from kzhu.records import Figure

_DOMESTIC = frozenset(
    "revenue debt tax other:profit other:loss other:wage other:salary other:pension other:pay other:assets".split()
)
#: Of the economy of one country, where a paragraph goes on about it.
_ECONOMY = frozenset(
    "production exports imports consumption gdp growth budget debt reserves other:inflation other:unemployment"
    " other:rate".split()
)
#: Of no side, where nothing says more than that one country is the scene.
_SPORTING = frozenset({"participants", "other:prize", "other:pay", "other:reward", "other:bonus", "length", "cost"})
#: Tokens between two countries of one phrase.
_PHRASE = 3
_HOLDING = frozenset("holds hold held owns own owned stake acquired bought".split())
_WORLD = frozenset({"world", "global", "worldwide", "globally", "world-wide"})
_WORLDLY = frozenset({"bank", "cup", "championship", "championships", "forum", "record", "heritage", "trade", "health"})
_OURS = frozenset("our your we you us here neighbour neighbor neighbours neighbors partner partners".split())
_COUNTRIES = frozenset({"country", "republic", "nation", "kingdom", "sultanate"})
_THE_COUNTRY = frozenset(("the", word) for word in _COUNTRIES)
#: Banks of many countries, no side of what they lend.
_LENDERS = (
    ("world", "bank"), ("asian", "development", "bank"), ("european", "bank"), ("european", "investment", "bank"),
    ("international", "monetary", "fund"), ("imf",), ("ebrd",), ("adb",), ("eib",), ("aiib",),
    ("asian", "infrastructure", "investment", "bank"), ("african", "development", "bank"), ("eurasian", "development"),
    ("inter-american", "development", "bank"), ("islamic", "development", "bank"), ("eurasian", "fund"),
)  # fmt: skip
_LENDERS_BEGIN = frozenset([name[0] for name in _LENDERS])
#: What is told of goods.
_BOUGHT = frozenset({"price", "cost"})
#: What they lend and give.
_LOANS = frozenset({"loan", "grant", "other:aid"})
#: Those who live where something is to be built.
_LOCALS = frozenset({"resident", "villager", "local", "inhabitant", "householder", "neighbour", "neighbor"})
_ABROAD = frozenset({"abroad", "overseas"})
_REGIONS = frozenset("eu europe africa asia america world globe cis mercosur asean union".split())
_WAYS = frozenset({"to", "from"})
_GIVING = frozenset(
    "provide provides provided offer offers offered propose proposes proposed send sends sent give gives gave donate"
    " donated supply supplied deliver delivered build built open opened train trained receive received host hosts"
    " hosted invite invited pledge pledged promise promised present presented lend lent hand handed show showed".split()
)
_DOLLARS = frozenset({"dollar", "euro"})
_RULERS = frozenset({"government", "parliament", "ministry", "cabinet", "treasury", "state"})
#: Places looked back over for where something is made.
_LOOK_BACK = 30
#: Tokens before an amount in which its subject stands.
_SUBJECT = 14
#: Words of sport alone, and what else a contest is told with.
_SPORT = frozenset(
    "marathon race races racing championship championships tournament medal medals olympic olympics podium runner"
    " runners rider riders skier skiers rower swimmer cyclist regatta grand-slam semi-final semifinal quarter-final"
    " playoff playoffs biathlon pursuit shooting triathlon peloton downhill slalom sprinter hurdles".split()
)
_CONTEST = frozenset(
    "cup league match title rally stage sprint season finish won win wins winner beat victory rival champion coach"
    " second third scored".split()
)
#: Tokens at the head of a text that tell whether it is of sport, and how many words of it make it so.
_HEAD, _ENOUGH = 160, 3


def whose(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> tuple[str, ...]:
    """The countries a quantity is about, sorted: those told of it beside it, else by its metric."""
    scene, passage = setting.scene, setting.passage
    lowers = scene.lowers
    first = quantity.begin
    if _is_of_the_world(scene, passage, first):
        return ()
    last = told.last_within(passage)
    same_sentence = last is not None and passage.start <= last.span.start
    if last is not None and last.parties:
        if last.metric == metric.key and (not passage.places or (same_sentence and metric.key == "share")):
            return last.parties
        if same_sentence and not metric.mutual and _is_silent(scene, passage, last):
            return last.parties
        if same_sentence and len(last.parties) == 1 and "its" in lowers[scene.document.token_at(last.span.end) : first]:
            return last.parties
        if not passage.places and len(last.parties) == 1 and {metric.key, last.metric} <= _ECONOMY:
            return last.parties
    if (found := _told_beside(setting, quantity, metric, told)) is not None:
        return found
    if last is not None and len(last.parties) == 1 and _goes_on(scene, passage, quantity):
        return last.parties
    if (not metric.mutual or metric.key == "share") and (code := _the_country(setting, quantity)) is not None:
        return (code,)
    mutual = metric.mutual or (metric.key == "share" and bool(setting.cast.pair))
    if mutual and (alone := _alone(setting, quantity, metric, told)) is not None:
        return (alone,)
    found = parties_of(scene, setting.cast, passage, first, quantity.last, mutual=mutual)
    if metric.key == "share" and not mutual:
        # "Uzbekistan buys a third of it": a share of what was told; "in Kazakhstan MOL holds 27.5 percent": of a body
        # at home elsewhere.
        if lowers[quantity.last : quantity.last + 2] in OF_TOLD and last is not None:
            return tuple(sorted({*found, *last.parties}))
        if setting.cast.main and _HOLDING.intersection(lowers[passage.first : first]):
            return tuple(sorted({*found, setting.cast.main}))
    if metric.key in _SPORTING and not setting.cast.pair and _is_of_crowd(scene, passage, found, setting.cast.main):
        return ()
    return found


def _is_of_crowd(scene: Scene, passage: Passage, found: tuple[str, ...], main: str | None) -> bool:
    """Whether a crowd or a prize is of a contest of many countries, and so of none."""
    lowers = scene.lowers
    if found == (main,) and any(place.kind != "place" for place in passage.places):
        return False
    sent = any(lowers[place.first - 1] == "from" or place.kind == "country" for place in passage.places)
    return not sent and _is_sport(scene)


def _told_beside(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> tuple[str, ...] | None:
    """What the words beside an amount say by themselves, by the metric; None where they say nothing."""
    passage, key = setting.passage, metric.key
    if key == "share":
        if (whole := of_whole(setting, quantity, told)) is not None:
            return whole
        if (goals := goals_of(setting, quantity)) is not None:
            return goals
        if own := placed(setting.scene, passage, quantity):
            return of_trade(setting, quantity, own)
    elif key == "price":
        if quantity.kind != "money":
            own = placed(setting.scene, passage, quantity) or traded_in(setting.scene, passage, quantity)
            if own:
                return own
        if own := _priced_in(setting, quantity):
            return own
    if key in _BOUGHT and _is_of_goods(setting, quantity):
        return setting.cast.pair
    if quantity.kind == "money":
        if home := _at_home(setting, quantity, metric):
            return home
    elif key == "participants" and quantity.unit in _LOCALS and not any(p.kind != "place" for p in passage.places):
        source = source_of(setting)
        return (source,) if source else None
    if key in _LOANS and (goal := _lent(setting.scene, passage)) is not None:
        return (goal,)
    if not passage.places:
        return None
    if key == "share":
        return _framed(setting, quantity) or None
    if metric.mutual and key != "companies" and not key.startswith("other"):
        return None
    framed = _framed(setting, quantity) if key != "price" else ()
    home = home_of(setting.scene, passage, quantity.first)
    # A place of a third country may be another of that name.
    sides = {setting.cast.main, setting.cast.other}
    return (home if setting.cast.main is None or sides.issuperset(home) else ()) or framed or None


def _framed(setting: Setting, quantity: Quantity) -> tuple[str, ...]:
    """The country that a sentence begins with as its scene: "In Bulgaria, 14 percent of all tourists"."""
    passage, lowers = setting.passage, setting.scene.lowers
    first = passage.first
    opens = [place for place in passage.places if place.first == first + 1 and lowers[first] == "in"]
    if not opens or lowers[opens[0].last] != "," or opens[0].last >= quantity.first or not setting.cast.main:
        return ()
    strong = {code for place in passage.places if place.kind != "place" for code in place.countries}
    return opens[0].countries if strong <= set(opens[0].countries) else ()


def _goes_on(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a sentence goes on about the one country told of before: "the country had to buy 310 million kWh"."""
    lowers = scene.lowers
    words = lowers[passage.first : quantity.first]
    if any(place.kind != "place" for place in passage.places):
        return False
    away = not _ABROAD.isdisjoint(lowers[quantity.first : passage.last])
    return away or any(pair in _THE_COUNTRY for pair in pairwise(words[-_SUBJECT:]))


def _the_country(setting: Setting, quantity: Quantity) -> str | None:
    """The country last named, where an amount is of "the country": "80 percent of the country's generation"."""
    scene, passage = setting.scene, setting.passage
    lowers = scene.lowers
    words = lowers[max(passage.first, quantity.first - _SUBJECT) : quantity.last + _PHRASE + 1]
    if _COUNTRIES.isdisjoint(words) or not any(pair in _THE_COUNTRY for pair in pairwise(words)):
        return None
    if any(place.kind != "place" for place in passage.places):
        return None
    begin = scene.document.sentences[0].first if scene.document.sentences else 0
    k = bisect_left(scene.place_firsts, passage.first)
    for place in reversed(scene.places[max(0, k - _LOOK_BACK) : k]):
        if place.first >= begin and place.kind == "country" and len(place.countries) == 1:
            return place.countries[0] if place.countries[0] in setting.cast.pair else None
    return None


def _lent(scene: Scene, passage: Passage) -> str | None:
    """Whom a bank of many countries lends to: "The World Bank lent Georgia 35 million dollars"."""
    lowers = scene.lowers[passage.first : passage.last]
    if _LENDERS_BEGIN.isdisjoint(lowers):
        return None  # the most
    if not any(lowers[j : j + len(name)] == name for name in _LENDERS for j in _at(lowers, name[0])):
        return None
    goals = {code for place in passage.places if place.kind == "country" for code in place.countries}
    return goals.pop() if len(goals) == 1 else None


def _at(words: tuple[str, ...], word: str) -> list[int]:
    return [j for j, one in enumerate(words) if one == word]


def _is_of_the_world(scene: Scene, passage: Passage, first: int) -> bool:
    """Whether an amount is the whole world's: "World demand for coal grew by 1.4%"."""
    lowers = scene.lowers
    if _WORLD.isdisjoint(scene.document.vocabulary) or _WORLD.isdisjoint(lowers[passage.first : first]):
        return False
    return any(
        lowers[j] in _WORLD and lowers[j + 1] not in _WORLDLY and lowers[j - 1] != "the"
        for j in range(max(passage.first, first - _SUBJECT), first)
    )


def _is_silent(scene: Scene, passage: Passage, last: Figure) -> bool:
    """Whether no country is named behind the figure told last, but for a place in one of its own."""
    since = scene.document.token_at(last.span.end)
    return all(
        place.kind == "place" and set(place.countries) <= set(last.parties)
        for place in passage.places
        if place.first >= since
    )


def _alone(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> str | None:
    """The one country of a flow or count that could be of two: "Oman exported 11 million tonnes", "Latvia's ports"."""
    scene, passage, pair = setting.scene, setting.passage, setting.cast.pair
    money, foreign = quantity.kind == "money", False
    if metric.time == "deal" or (money and metric.key != "investment"):
        return None
    lowers = scene.lowers
    if metric.key == "investment":
        foreign = "foreign" in lowers[passage.first : quantity.first]
        if money and not foreign:
            return None
    away = not _ABROAD.isdisjoint(lowers[quantity.first : quantity.last + 8])
    if not (pair or away):
        return None
    if metric.key == "share":
        if not away:
            return None
    elif metric.key in {"exports", "imports"}:
        if not away and told.whole is not None and told.flow_within(passage, metric.key) is not None:
            return None  # a part of the trade of the two
        if not _OURS.isdisjoint(lowers[passage.first : passage.last]):
            return None  # an interview: "Finland bought 4,300 tonnes of your coffee"
    elif not (foreign or metric.key.startswith("other")):
        return None
    elif not _GIVING.isdisjoint(lowers[passage.first : quantity.first]):
        return None  # what one side does for the other
    sides = sides_of(scene, passage, quantity.first, quantity.last, pair)
    ruled = not sides and not _RULERS.isdisjoint(lowers[passage.first : quantity.first])
    if ruled:
        seats = (place for place in passage.places if quantity.first - _SUBJECT < place.first < quantity.first)
        sides = sorted({code for place in seats for code in place.countries})  # "the government in Rabat"
    aside = passage.asides  # ", of which half came from Turkey"
    named = {
        code
        for place in passage.places
        if place.kind != "place" and not any(b <= place.first < e for b, e in aside)
        for code in place.countries
    }
    if len(sides) != 1 or not named <= set(sides) or (pair and sides[0] not in pair):
        return None
    if metric.key in {"exports", "imports"} and _goes_wide(scene, passage):
        return sides[0]
    own = next((place for place in passage.places if place.countries == (sides[0],)), None)
    if own is None or ruled:
        return sides[0]
    nameless = metric.key.startswith("other")
    if nameless and own.kind != "country" and any(is_verb(lowers, j) for j in range(own.last, quantity.first)):
        return sides[0]  # "Bulgarian customs officers seized 300 kg"
    if nameless and own.kind == "country" and own.first >= quantity.last and lowers[own.first - 1] == "in":
        return sides[0]  # "left 300,000 people homeless in Morocco"
    if own.kind != "country" or own.first >= quantity.first or own.first - passage.first > _SUBJECT:
        return None
    return sides[0] if lowers[own.first - 1] not in {"to", "from", "with", "between"} else None


def _goes_wide(scene: Scene, passage: Passage) -> bool:
    """Whether goods go to or come from many countries at once: "exports of tomatoes to the EU"."""
    lowers = scene.lowers
    return any(
        lowers[j] in _REGIONS and not _WAYS.isdisjoint(lowers[max(passage.first, j - 3) : j])
        for j in range(passage.first + 1, passage.last)
    )


def _is_of_goods(setting: Setting, quantity: Quantity) -> bool:
    """Whether a price is of one side's goods, told in an article about two: "prices of Korean cars rose"."""
    if not setting.cast.pair:
        return False
    lowers = setting.scene.lowers
    before = [place for place in setting.passage.places if place.first < quantity.first]
    return bool(before) and all(
        place.kind == "demonym" and lowers[place.last] not in MARKETS and set(place.countries) <= set(setting.cast.pair)
        for place in before
    )


def _at_home(setting: Setting, quantity: Quantity, metric: Metric) -> tuple[str, ...]:
    """The country of the pair in whose money its own companies' sales, its wages and its budget are told."""
    scene, passage = setting.scene, setting.passage
    currency = scene.knowledge.currencies.get(quantity.unit or "")
    if currency is None or len(currency.countries) != 1:
        return ()
    lowers = scene.lowers
    words = lowers[passage.first : quantity.first]
    own = tuple(code for code in currency.countries if code in setting.cast.pair)
    if metric.key == "price" and not _DOLLARS.isdisjoint(lowers[quantity.last - 2 : quantity.last + 4]):
        return currency.countries  # "closed at 82.9 to the dollar"
    if metric.key in _DOMESTIC:
        # "The group's sales in Georgia came to 145 million lari": of a firm from elsewhere.
        guest = any(place.countries == own and _is_inside(lowers, place) for place in passage.places)
        return () if guest else own
    quoted = metric.key == "price" and not SHARES.isdisjoint(words)
    ruled = not _RULERS.isdisjoint(words) and not passage.places and metric.key.startswith(("other", "grant"))
    return own if quoted or ruled else ()


def _priced_in(setting: Setting, quantity: Quantity) -> tuple[str, ...]:
    """The side whose city alone is told of as where a price is paid: "In Seoul a room can be 700,000 won"."""
    passage, lowers = setting.passage, setting.scene.lowers
    first = quantity.begin
    if len(passage.places) != 1 or passage.places[0].last > first or lowers[passage.places[0].first - 1] != "in":
        return ()
    place = passage.places[0]
    return place.countries if place.kind == "place" and set(place.countries) <= set(setting.cast.pair) else ()


def _is_inside(lowers: tuple[str, ...], place: PlaceMention) -> bool:
    return place.kind == "country" and lowers[place.first - 1] == "in"


def _is_sport(scene: Scene) -> bool:
    """Whether the head of a text tells of a contest."""
    head = scene.lowers[:_HEAD]
    sport = sum(word in _SPORT for word in head)
    return bool(sport) and sport + sum(word in _CONTEST for word in head) >= _ENOUGH
