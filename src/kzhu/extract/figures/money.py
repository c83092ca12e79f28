"""The metric of an amount of money: what its clause does with it, and the noun that governs it."""

from __future__ import annotations

from kzhu.extract.figures.cues import Cue
from kzhu.extract.figures.gifts import gift
from kzhu.extract.figures.idioms import asked_for, paid_to_study, sold_abroad, won
from kzhu.extract.figures.nearest import nearest
from kzhu.extract.figures.phrases import bought_or_sold, owed, priced, spent_on
from kzhu.extract.figures.scene import Passage, Scene, around, cues_within
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import noun_after, singular

_INTO = frozenset(
    "put puts putting pour poured pours pouring plough ploughed inject injected injects sink sank sunk pump pumped"
    " pumping channel channelled".split()
)
_SALES = frozenset({"revenue", "other:supply", "other:freight"})
_COSTING = frozenset({"cost", "costs", "costing"})
_SHARES = frozenset({"share", "shares"})
_VERBS = frozenset({"will", "would", "to", "could", "should", "may", "now", "cost", "costs", "costing"})
_NEAR = 6
#: Price of what is sold by these.
_PRICED = frozenset(
    "barrel t ounce kg litre gallon bushel share kWh MWh GWh head m2 m3 exchange pound-mass carat bottle ticket"
    " night unit bag sack".split()
)
_PAID = frozenset("paid receive receives received get gets got".split())
_STIPENDS = frozenset("scholarship scholarships stipend bursary fellowship fellowships bursaries".split())
#: Who has a turnover of their own, where a country has one with another.
_FIRMS = frozenset(
    "company firm group maker manufacturer bank retailer brewery chain concern producer holding airline plant"
    " factory corporation carrier operator subsidiary enterprise shop supermarket developer exporter importer"
    " startup refinery winery bakery publisher studio restaurant hotel distillery dairy shipyard foundry miner"
    " insurer broker company's firm's group's conglomerate cooperative store mill club".split()
)
#: What a shopper or guest pays for: "a night costs 30 euros".
_WARES = frozenset(
    "dollar euro pound visa visas night nights room rooms meal meals cup coffee beer bread loaf ticket tickets ride"
    " haircut breakfast lunch dinner dish bottle litre liter kilo kilogram pass subscription menu seat seats copy"
    " book fare fares phone laptop shirt carpet melon apple apples eggs potatoes onions tomatoes meat milk sugar"
    " flour petrol diesel fuel brick bricks flat flats apartment apartments rent tram taxi haircut entry admission"
    " edition jar pound dozen box bag".split()
)
_COSTS = frozenset({"cost", "costs", "costing"})
_WEAK_GIFTS = frozenset({"other:aid", "budget", "cost", "price", "other:capital", "other:savings", "other:pay"})
_STUDENTS = frozenset("students student scholars undergraduates postgraduates fellows trainees scholarship".split())
_ADDING = frozenset("add adds added adding inject injects injected contribute contributes replenish raise".split())
#: Tokens back to where a capital was told of.
_ABOVE = 120
_CLAUSE = 14
_WORTH = frozenset("worth valued estimated total totals totalled totaled totalling amount amounts amounted put".split())
_MUTUAL = frozenset({"between", "traded", "exchanged", "swapped"})
_SUPPLIES = frozenset("deliveries shipments supplies sales delivery supply shipment".split())
_SENT = frozenset("sold shipped sent exported supplied delivered".split())
_SPENT = frozenset("spent paid spends pays spend pay".split())
_TRADING = _SUPPLIES | _SENT | _SPENT | {"goods"}
_ATTRACTED = frozenset("attracted attract attracts lured lures drawn".split())
_GRANTS = frozenset({("grant", ","), ("grants", ",")})
_MANAGING = frozenset({"manages", "manage", "managed", "managing"})
_STATE = frozenset(
    "government budget state ministry minister parliament cabinet council city president treasury authorities"
    " municipality commission region governor mayor".split()
)
_WORKS = frozenset("plant factory mill workshop mine refinery smelter terminal warehouse line brewery farm".split())
_ADVICE = frozenset({"set", "put", "allow", "allocate", "budget", "reckon", "save", "keep", "bring", "take", "add"})
_SHORT = 3
#: Where or when money is told, not in what.
_NOT_OF = frozenset(
    "country price term month year day week quarter dollar euro case place area field sector region city town"
    " village province instalment installment tranche part stage phase hand direction currency note coin time life"
    " century decade account bank company firm state world school hospital project good fact line response"
    " exchange".split()
)
_PAPERS = frozenset(
    "contract contracts agreement agreements deal deals order orders memorandum project projects".split()
)
_PURCHASE = {
    **dict.fromkeys("buy buys bought buying purchase purchases purchased purchasing imported".split(), "imports"),
    **dict.fromkeys("sell sells sold selling exported".split(), "exports"),
}
_FOR = frozenset({"for", "worth"})


def of_money(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """The metric of an amount of money, None where the sentence tells none."""
    lowers = scene.lowers
    if quantity.per in _PRICED:
        return "other:dividend" if any("other:dividend" in cue.metrics for cue in passage.cues) else "price"
    if _put_into(passage, quantity, lowers):
        return "investment"
    if quantity.kind == "money" and _comes_in(passage, quantity, lowers):
        return "investment"
    traded = bought_or_sold(passage, quantity, lowers) or _traded(scene, passage, quantity)
    traded = traded or _of_goods(scene, passage, quantity)
    if traded is not None:
        return traded
    if priced(scene, passage, quantity):
        return "price"
    metric = nearest(scene, passage, quantity, "money")
    first = quantity.begin
    if metric == "budget" and _is_of_business(passage, quantity, lowers):
        return "investment"  # "the firm has earmarked 30 million euros for a plant"
    if metric == "budget" and _is_told_to_do(passage, lowers):
        metric = None  # "Set aside another 300 dollars for the ticket"
    if lowers[first - 2 : first] in _GRANTS or _is_from_abroad(passage, quantity, lowers):
        return "grant"
    if metric in {None, "cost", "other:capital"} and lowers[first - 1] in _MANAGING:
        return "other:assets"
    if metric is None or metric in _WEAK_GIFTS:
        given = gift(scene, passage, quantity, metric)
        if given is not None:
            return given
    if metric == "other:capital" and _is_foreign_capital(scene, passage):
        return "investment"
    if metric in _SALES and any(sold_abroad(scene, passage, cue) for cue in passage.cues):
        return "exports"
    if metric == "trade-turnover" and _is_of_firm(scene, passage, quantity):
        return "revenue"
    if metric is None or scene.knowledge.metrics[metric].weak or metric == "other:pay":
        clause = _of_clause(scene, passage, quantity, metric)
        if clause is not None:
            return clause
    if metric == "other:pay" and quantity.per is None and "home" in lowers[max(0, first - 3) : first]:
        return "other:prize"  # "she takes home 47,000 francs"
    if metric == "revenue" and quantity.per in {"month", "hour", "week", "day"}:
        return "other:pay"  # "a driver earns 1,100 euros a month"
    if metric == "loan" and owed(passage, lowers):
        return "debt"
    if metric is None or (scene.knowledge.metrics[metric].weak and not _names_itself(passage, quantity, metric)):
        return spent_on(scene, quantity) or _told_in(scene, passage, quantity) or metric
    return metric


def _names_itself(passage: Passage, quantity: Quantity, metric: str) -> bool:
    """Whether the noun right before "of" or "worth" is the metric's own: "a price tag of 27 million"."""
    first = quantity.begin
    return any(metric in cue.metrics and first - 2 <= cue.last - 1 < first for cue in passage.cues if cue.last <= first)


def _told_in(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """What money is told in: "310 million euros in orders" are "other:order"."""
    lowers, last = scene.lowers, quantity.last
    if lowers[last : last + 1] != ("in",):
        return None
    noun = noun_after(scene.document.words, lowers, last + 1)
    if noun is None or noun[1] - noun[0] > _SHORT or scene.document.words[noun[0]][0].isupper():
        return None
    head = singular(lowers[noun[1] - 1])
    busy = {j for time in passage.times for j in range(time.first, time.last)}
    busy.update(j for place in passage.places for j in range(place.first, place.last))
    if noun[1] - 1 in busy or lowers[noun[0]].isdigit() or head in _NOT_OF or head.endswith("s"):
        return None
    return f"other:{head}"


def _is_of_business(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether nobody with a public purse sets money aside, and a plant is what it is for."""
    if any(place.kind in {"country", "demonym"} and place.last <= quantity.first for place in passage.places):
        return False
    words = lowers[passage.first : quantity.first]
    return _STATE.isdisjoint(words) and not _WORKS.isdisjoint(lowers[quantity.last : quantity.last + 8])


def _is_told_to_do(passage: Passage, lowers: tuple[str, ...]) -> bool:
    """Whether the sentence is advice: it begins with a bare verb."""
    return lowers[passage.first] in _ADVICE


def _is_from_abroad(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether money with which something was done came from a government: "rebuilt with 2 million euros from Oslo"."""
    first = quantity.first
    if lowers[first - 1] != "with" and lowers[first - 2] != "with":
        return False
    return lowers[quantity.last : quantity.last + 1] == ("from",) and any(
        place.first <= quantity.last + 3 and place.first > quantity.last and place.kind in {"country", "demonym"}
        for place in passage.places
    )


def _put_into(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether money goes into something: "put 20 million dollars into an orchard"."""
    if "into" not in lowers[quantity.last : quantity.last + 5]:
        return False
    first = max(passage.first, quantity.first - 5)
    return not _INTO.isdisjoint(lowers[first : quantity.first])


def _traded(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """Imports or exports, where a country buys or sells for the amount: "Norway bought cocoa for $3 million"."""
    lowers = scene.lowers
    first = quantity.begin
    after = lowers[quantity.last : quantity.last + 4]
    after = tuple([low for low in after if low not in {"'", "’"}]) if "worth" in after else ()
    if after[:2] == ("worth", "of"):
        if after[2:3] == ("goods",) and _PURCHASE.keys().isdisjoint(lowers[max(0, first - 6) : first]):
            return "trade-turnover"
        verb = next((_PURCHASE[low] for low in lowers[max(0, first - 4) : first] if low in _PURCHASE), None)
        return verb if any(place.kind == "country" for place in passage.places) else None
    if lowers[first - 1] not in _FOR or lowers[first - 2] in _PAPERS:
        return None
    for place in passage.places:
        if place.kind != "country" or place.last >= first:
            continue
        for j in range(place.last, min(place.last + 3, first - 1)):
            if lowers[j] in _PURCHASE:
                return _PURCHASE[lowers[j]]
    return None


def _of_goods(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """Trade, told of goods that go one way or both: "goods worth 62 million dollars came into Ghana from Norway"."""
    lowers, first = scene.lowers, passage.first
    if _TRADING.isdisjoint(lowers[first : passage.last]):
        return None  # the most
    before, after = lowers[first : quantity.first], lowers[quantity.last : quantity.last + 10]
    if "goods" in before and not (_MUTUAL.isdisjoint(after) and _MUTUAL.isdisjoint(before)):
        behind_money = max((one.last for one in passage.quantities if one.last <= quantity.first), default=first)
        if "goods" in lowers[behind_money : quantity.first]:
            return "trade-turnover"
    for place in passage.places:
        if place.kind not in {"country", "demonym"}:
            continue
        link = lowers[place.first - 1]
        if link == "to" and lowers[place.first - 2] in _SUPPLIES and place.last <= quantity.first:
            return "exports"  # "deliveries to Norway were worth 40 million dollars"
        if place.first > quantity.last and link == "to" and not _SENT.isdisjoint(lowers[quantity.last : place.first]):
            return "exports"  # "earned 40 million from cocoa sold to Norway"
        behind = place.kind == "demonym" and quantity.last <= place.first - 1 <= quantity.last + 1
        if behind and link in {"on", "for"} and not _SPENT.isdisjoint(before[-3:]):
            return (
                "imports"
                if any(one.kind == "country" and one.last <= quantity.first for one in passage.places)
                else None
            )
    came = before[-2:] == ("goods", "worth") and after[:2] in {("came", "into"), ("came", "in"), ("came", "from")}
    return "imports" if came else None


def _comes_in(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a country is told to attract the money: "attracted 1.2 billion dollars from abroad"."""
    return not _ATTRACTED.isdisjoint(lowers[max(passage.first, quantity.first - 4) : quantity.first])


def _is_of_firm(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a turnover is a company's: "the group's turnover", "Hydro's annual turnover"."""
    lowers, words = scene.lowers, scene.document.words
    cue = next(
        (cue for cue in reversed(passage.cues) if cue.last <= quantity.first and lowers[cue.last - 1] == "turnover"),
        None,
    )
    if cue is None or "trade" in lowers[cue.first : cue.last]:
        return False
    if lowers[cue.first - 1] in {"mutual", "bilateral", "trade", "foreign"}:
        return False
    before = lowers[passage.first : cue.first]
    if not _FIRMS.isdisjoint(before):
        return True
    owner = cue.first - 2 if lowers[cue.first - 1] in {"'s", "’s"} else cue.first - 3
    if owner < passage.first or lowers[owner + 1] not in {"'s", "’s"} or not words[owner][0].isupper():
        return False
    return not any(place.first <= owner < place.last for place in passage.places)


def _of_clause(scene: Scene, passage: Passage, quantity: Quantity, metric: str | None) -> str | None:
    """What an amount of money is by how its clause is built, where no noun says so."""
    lowers = scene.lowers
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
    if metric == "cost" and _is_retail(scene, passage, quantity):
        return "price"
    if _is_added(scene, passage, quantity):
        return "other:capital"
    if metric != "other:pay" and _of_projects(passage, quantity, lowers):
        return "investment"
    if not _STUDENTS.isdisjoint(lowers[passage.first : passage.last]):
        paid = not _PAID.isdisjoint(lowers[max(passage.first, quantity.first - 5) : quantity.first])
        return "grant" if paid else None  # "bachelor's students are paid 900 euros a month"
    if quantity.per == "month" and not _PAID.isdisjoint(lowers[passage.first : quantity.first]):
        return (
            None if _STIPENDS.isdisjoint(around(scene, quantity.first)) else "grant"
        )  # "gets tuition and 117,000 yen a month"
    return None


def _is_foreign_capital(scene: Scene, passage: Passage) -> bool:
    """Whether a capital is that of another country's investors: "Korean capital put into Hungary"."""
    lowers = scene.lowers
    return any(
        place.kind == "demonym" and lowers[place.last : place.last + 1] == ("capital",) for place in passage.places
    )


def _is_added(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether money is added to the capital of a fund told of: "Oslo would add 4 million"."""
    lowers = scene.lowers
    added = not _ADDING.isdisjoint(lowers[max(passage.first, quantity.first - 5) : quantity.first])
    if not added and "into" not in lowers[quantity.last : quantity.last + 4]:
        return False
    near = cues_within(scene, max(0, quantity.first - _ABOVE), quantity.last + _NEAR)
    return any("other:capital" in cue.metrics for cue in near)


def _of_projects(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether it is what several projects are worth: "The projects agreed on so far are valued at 38 billion"."""
    words = lowers[max(passage.first, quantity.first - _CLAUSE) : quantity.first]
    return "projects" in words and not _WORTH.isdisjoint(words)


def _is_retail(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether it is what one of a thing costs in a shop: "A night in the hostel costs 30 euros"."""
    lowers, first = scene.lowers, quantity.begin
    if lowers[passage.first].endswith("ing"):
        return False  # "Flying a kilo of roses to Amsterdam costs 3 dollars"
    if not _COSTS.isdisjoint(lowers[max(0, first - 3) : first]):
        return not _WARES.isdisjoint(lowers[passage.first : first])
    return False


def _is_sold(cue: Cue, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a thing that has a price is the subject of a verb of costing."""
    return (
        "price" in cue.metrics
        and cue.last <= quantity.first
        and quantity.first - cue.last <= _NEAR
        and lowers[cue.last] in _VERBS
        and not _COSTING.isdisjoint(lowers[cue.last : quantity.first])
    )
