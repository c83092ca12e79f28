"""Whose a figure is: the countries it is about, by its metric and what the text told before."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kzhu.extract.figures.clauses import asides, cited, is_verb
from kzhu.extract.figures.parties import parties_of
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.setting import Setting
from kzhu.extract.figures.sides import home_of, is_title, sides_of
from kzhu.extract.figures.told import Told
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity
from kzhu.knowledge.words import Metric
from kzhu.records import Figure

_OF_TOLD = frozenset({("of", "which"), ("of", "it"), ("of", "them"), ("of", "this"), ("of", "these"), ("of", "that")})
_TRADED = frozenset("exports imports trade sales purchases deliveries shipments supplies".split())
_TURNED = frozenset({("lower",), ("higher",), ("down",), ("up",), ("weaker",), ("stronger",)})
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
#: Tokens from "of" to the country that a noun phrase ends in.
_NOUNS = 9
_HOLDING = frozenset("holds hold held owns own owned stake acquired bought".split())
_WORLD = frozenset({"world", "global", "worldwide", "globally", "world-wide"})
_WORLDLY = frozenset({"bank", "cup", "championship", "championships", "forum", "record", "heritage", "trade", "health"})
_OURS = frozenset("our your we you us here neighbour neighbor neighbours neighbors partner partners".split())
_THE_COUNTRY = frozenset(("the", word) for word in ("country", "republic", "nation", "kingdom", "sultanate"))
#: Banks of many countries, no side of what they lend.
_LENDERS = (
    ("world", "bank"), ("asian", "development", "bank"), ("european", "bank"), ("european", "investment", "bank"),
    ("international", "monetary", "fund"), ("imf",), ("ebrd",), ("adb",), ("eib",), ("aiib",),
    ("asian", "infrastructure", "investment", "bank"), ("african", "development", "bank"), ("eurasian", "development"),
    ("inter-american", "development", "bank"), ("islamic", "development", "bank"), ("eurasian", "fund"),
)  # fmt: skip
#: Those who live where something is to be built.
_LOCALS = frozenset({"resident", "villager", "local", "inhabitant", "householder", "neighbour", "neighbor"})
_ABROAD = frozenset({"abroad", "overseas"})
#: Bodies of many countries, whose part in a country's trade is no affair of two.
_UNIONS = frozenset({"union", "eu", "asean", "bloc"})
_REGIONS = frozenset("eu europe africa asia america world globe cis mercosur asean union".split())
_WAYS = frozenset({"to", "from"})
_DOLLARS = frozenset({"dollar", "euro"})
_SHARES = frozenset({"shares", "stock", "closed"})
_RULERS = frozenset({"government", "parliament", "ministry", "cabinet", "treasury", "state"})
_GOING = frozenset("go goes going meant sold sent destined shipped exported delivered bound supplied".split())
_PLACING = frozenset({"in", "at", "near"})
#: A word behind a country's adjective that makes it the place of a price, and not where the goods come from.
_MARKETS = frozenset("exchange market markets bourse consumers households pumps stock".split())
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
    lowers = scene.document.lowers
    first = scene.document.token_at(quantity.span.start)
    if _is_of_the_world(scene, passage, first):
        return ()
    last = told.last_within(passage)
    same_sentence = last is not None and passage.sentence.start <= last.span.start
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
        if lowers[quantity.last : quantity.last + 2] in _OF_TOLD and last is not None:
            return tuple(sorted({*found, *last.parties}))
        if setting.cast.main and _HOLDING.intersection(lowers[passage.sentence.first : first]):
            return tuple(sorted({*found, setting.cast.main}))
    if metric.key in _SPORTING and not setting.cast.pair and _is_of_crowd(scene, passage, found, setting.cast.main):
        return ()
    return found


def _is_of_crowd(scene: Scene, passage: Passage, found: tuple[str, ...], main: str | None) -> bool:
    """Whether a crowd or a prize is of a contest of many countries, and so of none."""
    lowers = scene.document.lowers
    if found == (main,) and any(place.kind != "place" for place in passage.places):
        return False
    sent = any(lowers[place.first - 1] == "from" or place.kind == "country" for place in passage.places)
    return not sent and _is_sport(scene)


def _told_beside(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> tuple[str, ...] | None:
    """What the words beside an amount say by themselves, by the metric; None where they say nothing."""
    passage = setting.passage
    if metric.key == "share":
        if (whole := _of_whole(setting, quantity, told)) is not None:
            return whole
        if (goals := _goals(setting, quantity)) is not None:
            return goals
        if own := _placed(setting.scene, passage, quantity):
            return _of_trade(setting, quantity, own)
    if metric.key == "price" and quantity.kind != "money":
        own = _placed(setting.scene, passage, quantity) or _traded_in(setting.scene, passage, quantity)
        if own:
            return own
    if metric.key in {"price", "cost"} and _is_of_goods(setting, quantity):
        return setting.cast.pair
    if home := _at_home(setting, quantity, metric):
        return home
    if (goal := _lent(setting.scene, passage, metric)) is not None:
        return (goal,)
    if metric.key == "participants" and quantity.unit in _LOCALS and not any(p.kind != "place" for p in passage.places):
        source = _source(setting)
        return (source,) if source else None
    if not metric.mutual or metric.key.startswith("other:") or metric.key == "companies":
        framed = _framed(setting, quantity) if metric.key != "price" else ()
        return home_of(setting.scene, passage, quantity.first) or framed or None
    return _framed(setting, quantity) or None if metric.key == "share" else None


def _framed(setting: Setting, quantity: Quantity) -> tuple[str, ...]:
    """The country that a sentence begins with as its scene: "In Bulgaria, 14 percent of all tourists"."""
    passage, lowers = setting.passage, setting.scene.document.lowers
    first = passage.sentence.first
    opens = [place for place in passage.places if place.first == first + 1 and lowers[first] == "in"]
    if not opens or lowers[opens[0].last] != "," or opens[0].last >= quantity.first or not setting.cast.main:
        return ()
    strong = {code for place in passage.places if place.kind != "place" for code in place.countries}
    return opens[0].countries if strong <= set(opens[0].countries) else ()


def _goes_on(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a sentence goes on about the one country told of before: "the country had to buy 310 million kWh"."""
    lowers = scene.document.lowers
    words = lowers[passage.sentence.first : quantity.first]
    if any(place.kind != "place" for place in passage.places):
        return False
    away = not _ABROAD.isdisjoint(lowers[quantity.first : passage.sentence.last])
    return away or any(pair in _THE_COUNTRY for pair in pairwise(words[-_SUBJECT:]))


def _the_country(setting: Setting, quantity: Quantity) -> str | None:
    """The country last named, where an amount is of "the country": "80 percent of the country's generation"."""
    scene, passage = setting.scene, setting.passage
    lowers = scene.document.lowers
    words = lowers[max(passage.sentence.first, quantity.first - _SUBJECT) : quantity.last + _PHRASE + 1]
    if not any(pair in _THE_COUNTRY for pair in pairwise(words)):
        return None
    if any(place.kind != "place" for place in passage.places):
        return None
    begin = scene.document.sentences[0].first if scene.document.sentences else 0
    k = bisect_left(scene.places, passage.sentence.first, key=lambda place: place.first)
    for place in reversed(scene.places[max(0, k - _LOOK_BACK) : k]):
        if place.first >= begin and place.kind == "country" and len(place.countries) == 1:
            return place.countries[0] if place.countries[0] in setting.cast.pair else None
    return None


def _lent(scene: Scene, passage: Passage, metric: Metric) -> str | None:
    """Whom a bank of many countries lends to: "The World Bank lent Georgia 35 million dollars"."""
    if metric.key not in {"loan", "grant", "other:aid"}:
        return None
    lowers = scene.document.lowers[passage.sentence.first : passage.sentence.last]
    if not any(lowers[j : j + len(name)] == name for name in _LENDERS for j in _at(lowers, name[0])):
        return None
    goals = {code for place in passage.places if place.kind == "country" for code in place.countries}
    return goals.pop() if len(goals) == 1 else None


def _at(words: tuple[str, ...], word: str) -> list[int]:
    return [j for j, one in enumerate(words) if one == word]


def _of_whole(setting: Setting, quantity: Quantity, told: Told) -> tuple[str, ...] | None:
    """The countries of a part of what the sentence has told, with whom it comes from or goes to: "a third of which"."""
    last, lowers = told.last, setting.scene.document.lowers
    if last is None or last.span.start < setting.passage.sentence.start:
        return None
    first = setting.scene.document.token_at(quantity.span.start)
    if lowers[quantity.last : quantity.last + 2] not in _OF_TOLD and lowers[first - 2 : first] != ("of", "which"):
        return None
    after = (place for place in setting.passage.places if place.first >= quantity.last and place.kind != "place")
    return tuple(sorted({*last.parties, *(code for place in after for code in place.countries)}))


def _is_of_the_world(scene: Scene, passage: Passage, first: int) -> bool:
    """Whether an amount is the whole world's: "World demand for coal grew by 1.4%"."""
    lowers = scene.document.lowers
    if _WORLD.isdisjoint(lowers[passage.sentence.first : first]):
        return False
    return any(
        lowers[j] in _WORLD and lowers[j + 1] not in _WORLDLY and lowers[j - 1] != "the"
        for j in range(max(passage.sentence.first, first - _SUBJECT), first)
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
    lowers = scene.document.lowers
    foreign = metric.key == "investment" and "foreign" in lowers[passage.sentence.first : quantity.first]
    away = not _ABROAD.isdisjoint(lowers[quantity.first : quantity.last + 8])
    if metric.time == "deal" or (quantity.kind == "money" and not foreign) or not (pair or away):
        return None
    if metric.key == "share":
        if not away:
            return None
    elif metric.key in {"exports", "imports"}:
        if not away and told.whole is not None and told.flow_within(passage, metric.key) is not None:
            return None  # a part of the trade of the two
        if not _OURS.isdisjoint(lowers[passage.sentence.first : passage.sentence.last]):
            return None  # an interview: "Finland bought 4,300 tonnes of your coffee"
    elif not (foreign or metric.key.startswith("other:")):
        return None
    sides = sides_of(scene, passage, quantity.first, quantity.last, pair)
    ruled = not sides and not _RULERS.isdisjoint(lowers[passage.sentence.first : quantity.first])
    if ruled:
        seats = (place for place in passage.places if quantity.first - _SUBJECT < place.first < quantity.first)
        sides = sorted({code for place in seats for code in place.countries})  # "the government in Rabat"
    aside = asides(scene, passage.sentence)  # ", of which half came from Turkey"
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
    nameless = metric.key.startswith("other:")
    if nameless and own.kind != "country" and any(is_verb(lowers, j) for j in range(own.last, quantity.first)):
        return sides[0]  # "Bulgarian customs officers seized 300 kg"
    if nameless and own.kind == "country" and own.first >= quantity.last and lowers[own.first - 1] == "in":
        return sides[0]  # "left 300,000 people homeless in Morocco"
    if own.kind != "country" or own.first >= quantity.first or own.first - passage.sentence.first > _SUBJECT:
        return None
    return sides[0] if lowers[own.first - 1] not in {"to", "from", "with", "between"} else None


def _goes_wide(scene: Scene, passage: Passage) -> bool:
    """Whether goods go to or come from many countries at once: "exports of tomatoes to the EU"."""
    lowers = scene.document.lowers
    return any(
        lowers[j] in _REGIONS and not _WAYS.isdisjoint(lowers[max(passage.sentence.first, j - 3) : j])
        for j in range(passage.sentence.first + 1, passage.sentence.last)
    )


def _is_of_goods(setting: Setting, quantity: Quantity) -> bool:
    """Whether a price is of one side's goods, told in an article about two: "prices of Korean cars rose"."""
    if not setting.cast.pair:
        return False
    lowers = setting.scene.document.lowers
    before = [place for place in setting.passage.places if place.first < quantity.first]
    return bool(before) and all(
        place.kind == "demonym"
        and lowers[place.last] not in _MARKETS
        and set(place.countries) <= set(setting.cast.pair)
        for place in before
    )


def _goals(setting: Setting, quantity: Quantity) -> tuple[str, ...] | None:
    """Where a part of some goods goes, with where they come from: "30% of the output will go to Libya and Sudan"."""
    scene, passage = setting.scene, setting.passage
    lowers = scene.document.lowers
    end = passage.sentence.last
    start = next((j for j in range(quantity.last, end) if lowers[j] in _GOING), None)
    if start is None or start - quantity.last > _SUBJECT:
        return None
    goals = {code for place in passage.places if place.first > start for code in place.countries}
    if not goals or not goals.isdisjoint(setting.cast.pair) or setting.cast.main in goals:
        return None
    source = _source(setting)
    return tuple(sorted({*goals, source} if source else goals))


def _source(setting: Setting) -> str | None:
    """The side of the article where things are made or done, as its head places them: "a plant in Shymkent"."""
    lowers = setting.scene.document.lowers
    for place in setting.scene.places[:_LOOK_BACK]:
        if lowers[place.first - 1] in _PLACING and len(place.countries) == 1:
            code = place.countries[0]
            if code in (setting.cast.main, setting.cast.other):
                return code
    return setting.cast.main


def _placed(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[str, ...]:
    """The country of the place right behind: "30% of Kazakhstan's trade", "gained 1.2% in Budapest"."""
    lowers = scene.document.lowers
    last = quantity.last + (lowers[quantity.last : quantity.last + 1] in _TURNED)
    for k, place in enumerate(passage.places):
        if last < place.first <= last + _PHRASE and lowers[place.last] in _MARKETS:
            if lowers[last] == "of":
                return ()  # "18 percent of the Egyptian market" is held by someone from elsewhere
            return place.countries  # "fell 2 percent on the Sofia exchange"
        if place.first != last + 1 or lowers[last] not in {"of", "in"}:
            continue
        after = next(iter(passage.places[k + 1 :]), None)
        if after is not None and after.first - place.last <= _PHRASE and lowers[after.first - 1] in {"to", "from"}:
            return tuple(sorted({*place.countries, *after.countries}))  # "64% of Chilean exports to Korea"
        return place.countries
    if lowers[last : last + 1] == ("of",):
        for place in passage.places:
            if place.first <= last or place.first - last > _NOUNS or place.kind != "country":
                continue
            if lowers[place.first - 1] == "in" and not any(is_verb(lowers, j) for j in range(last, place.first)):
                return place.countries  # "3 percent of the demand for electricity in Romania"
    return ()


def _traded_in(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[str, ...]:
    """The country of the city where shares are dealt in: "In Istanbul its shares closed 2.4% higher"."""
    lowers = scene.document.lowers
    if _SHARES.isdisjoint(lowers[passage.sentence.first : quantity.last + 2]):
        return ()
    cities = [place for place in passage.places if place.kind == "place" and lowers[place.first - 1] == "in"]
    return cities[0].countries if len(cities) == 1 else ()


def _of_trade(setting: Setting, quantity: Quantity, own: tuple[str, ...]) -> tuple[str, ...]:
    """Also the country that takes or gives it: "Spain took 22 percent of Moroccan exports"."""
    scene, passage, pair = setting.scene, setting.passage, setting.cast.pair
    lowers = scene.document.lowers
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
    if traded and set(own) <= set(pair) and _UNIONS.isdisjoint(lowers[passage.sentence.first : quantity.first]):
        return pair  # "palm oil made up 70% of Indonesia's deliveries" in an article about two
    return own


def _at_home(setting: Setting, quantity: Quantity, metric: Metric) -> tuple[str, ...]:
    """The country of the pair in whose money its own companies' sales, its wages and its budget are told."""
    scene, passage = setting.scene, setting.passage
    currency = scene.knowledge.currencies.get(quantity.unit or "")
    if currency is None or len(currency.countries) != 1:
        return ()
    lowers = scene.document.lowers
    words = lowers[passage.sentence.first : quantity.first]
    own = tuple(code for code in currency.countries if code in setting.cast.pair)
    if metric.key == "price" and not _DOLLARS.isdisjoint(lowers[quantity.last - 2 : quantity.last + 4]):
        return currency.countries  # "closed at 82.9 to the dollar"
    if metric.key in _DOMESTIC:
        # "The group's sales in Georgia came to 145 million lari": of a firm from elsewhere.
        guest = any(place.countries == own and _is_inside(lowers, place) for place in passage.places)
        return () if guest else own
    quoted = metric.key == "price" and not _SHARES.isdisjoint(words)
    if metric.key == "price" and passage.places and all(place.countries == own for place in passage.places):
        quoted = all(place.kind == "place" for place in passage.places)  # "In Seoul a room can be 700,000 won"
    ruled = not _RULERS.isdisjoint(words) and not passage.places and metric.key.startswith(("other:", "grant"))
    return own if quoted or ruled else ()


def _is_inside(lowers: tuple[str, ...], place: PlaceMention) -> bool:
    return place.kind == "country" and lowers[place.first - 1] == "in"


def _is_sport(scene: Scene) -> bool:
    """Whether the head of a text tells of a contest."""
    head = scene.document.lowers[:_HEAD]
    sport = sum(word in _SPORT for word in head)
    return bool(sport) and sport + sum(word in _CONTEST for word in head) >= _ENOUGH
