"""Metrics told by an idiom of the clause: "claimed 19 lives", "goes home with $60,000", "50,000 tyres a year"."""

from __future__ import annotations

from kzhu.extract.figures.cues import Cue
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity

_ABOARD = frozenset({("on", "board"), ("aboard",), ("on", "it"), ("were", "aboard"), ("were", "on")})
_BEARING = frozenset("carrying carried transporting ferrying".split())
_SAVING = frozenset("rescued saved pulled picked plucked hauled freed fished dug winched rescue rescues".split())
_SAVED = frozenset("alive rescued saved survived survivors".split())
_LOST = frozenset(
    "lost lose loses claimed claims claim cost costing costs took taking claiming loss toll losing".split()
)
_CRITICAL = frozenset({"critical", "serious", "grave", "intensive"})
_MAKING = frozenset(
    "produce make assemble process bottle handle manufacture build generate turn receive accommodate serve carry"
    " store fill brew weave print can dry freeze tan mine extract export treat refine recycle bake pack crush smelt"
    " mill churn yield supply host".split()
)
_ABLE = frozenset({"will", "would", "to", "can", "could", "should"})
_BUILT = frozenset(
    "built designed licensed certified approved allowed permitted authorised authorized room space seats seating"
    " meant intended made registered rated cleared".split()
)
_POCKETED = frozenset("pocketed pockets pocket pocketing banked netted".split())
_TOURING = frozenset("visited visit holidayed vacationed holiday toured".split())
_WINS = frozenset(
    "win victory title triumph medal trophy championship race podium gold crown stage place rank finish".split()
)
_WORTH = frozenset({"worth", "brings", "brought", "earned", "earns", "earn", "bring", "pays", "pocket"})
_RECEIVED = frozenset("received receives received gets got receive".split())
_WINNERS = frozenset("winner winners champion runner-up laureate laureates victor finalist medallist medalist".split())
_ASKED = frozenset("charge charged charges charging ask asked asking asks paid pay pays paying".split())
_MARKET = ("on", "the")
_GOODS = frozenset(
    "sale sales shipment shipments delivery deliveries supply supplies dispatches delivered shipped supplied".split()
)
_GIVING = frozenset(
    "give gives gave given contribute contributes contributed send sends sent donates hand hands provide provides"
    " provided grants granted".split()
)
_STIPENDS = frozenset("scholarship scholarships fellowship fellowships bursary stipend stipends".split())
_PAYING = frozenset("pays pay paid covers gives give offers provides of brings adds includes".split())
_LIVES = ("lives",)
_VEHICLES = frozenset("car lorry truck vehicle coach bus motorist motorcycle trailer".split())


def of_people(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """What befalls people in an accident: "carried over 130 people", "picked 58 people out of the water"."""
    lowers = scene.lowers
    before = lowers[max(passage.first, quantity.first - 7) : quantity.first]
    after = lowers[quantity.last : min(quantity.last + 9, passage.last)]
    if "lives" in before[-4:] and not _LOST.isdisjoint(before):
        return "casualties"  # "cost the lives of 23 people"
    if after[:2] == ("saw", "the"):
        return "participants"
    if after[:1] == ("alive",) or (
        not _SAVING.isdisjoint(before[-4:]) and ({"from", "out", "alive", "off"} & set(after))
    ):
        return "other:survivor"
    if after[:2] == ("to", "safety"):
        return "other:survivor"
    if not _SAVED.isdisjoint(after[:4]) and not {"not", "nobody", "none"} & set(after[:4]):
        return "other:survivor"
    if after[:2] in _ABOARD or after[:1] in _ABOARD:
        return "other:passenger"
    if not _BEARING.isdisjoint(before[-4:]):
        return "other:passenger"
    return None


def in_hospital(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether people are told to be badly hurt: "Five of these were taken to hospital in critical condition"."""
    words = scene.lowers[quantity.last : min(quantity.last + 24, passage.last)]
    return "condition" in words and not _CRITICAL.isdisjoint(words)


def of_lives(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a number counts lives lost: "claimed 19 lives", "with the loss of 11 lives"."""
    lowers = scene.lowers
    if lowers[quantity.last : quantity.last + 1] != _LIVES:
        return False
    begin = max(passage.first, quantity.first - 7)
    words = (*lowers[begin : quantity.first], *lowers[quantity.last + 1 : quantity.last + 4])
    return not _LOST.isdisjoint(words)


def turned_out(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether goods or people a year are what a plant is to manage: "30,000 fridges a year is what it will make"."""
    if quantity.per not in {"year", "day", "hour", "month", "week"}:
        return False
    before = lowers[max(passage.first, quantity.first - 6) : quantity.first]
    after = lowers[quantity.last : min(quantity.last + 14, passage.last)]
    for words in (before, after):
        for j in range(1, len(words)):
            if words[j] in _MAKING and words[j - 1] in _ABLE:
                return True
    return False


def built_for(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether it is how many a thing was made to take: "built for a maximum of 60 passengers", "room for 40 cars"."""
    words = lowers[max(passage.first, quantity.first - 7) : quantity.first]
    if _BUILT.isdisjoint(words):
        return False  # the most
    for j, word in enumerate(words[:-1]):
        if word in _BUILT and words[j + 1] in {"for", "to"}:
            return "," not in words[j:]
    return False


def paid_to_study(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether money is what a scholarship pays: "the Smith Scholarship pays 900 euros a month"."""
    words = lowers[max(passage.first, quantity.first - 6) : quantity.first]
    return not _STIPENDS.isdisjoint(words) and not _PAYING.isdisjoint(words)


def won(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether money is what somebody won: "goes home with 47,000 francs", "the winner received 25,000 euros"."""
    lowers = scene.lowers
    words = lowers[max(passage.first, quantity.first - 4) : quantity.first]
    if quantity.per is not None:
        return False
    if "with" in words and "home" in words:
        return True
    if not _POCKETED.isdisjoint(words):
        return True
    if not _WORTH.isdisjoint(words) and not _WINS.isdisjoint(lowers[passage.first : quantity.first]):
        return True  # "every win is worth 15,000 euros"
    return not _RECEIVED.isdisjoint(words) and not _WINNERS.isdisjoint(lowers[passage.first : quantity.first])


def asked_for(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether money is what sellers ask: "shops charged 180 yen for a single fruit", "$2,700 will be paid for it"."""
    after = lowers[quantity.last : quantity.last + 6]
    if after[:1] != ("for",):
        return False  # the most
    before = lowers[max(passage.first, quantity.first - 5) : quantity.first]
    single = any(
        after[j : j + 1] == ("for",) and after[j + 1] in {"a", "an", "one", "each", "every"}
        for j in range(len(after) - 1)
    )
    return single and not _ASKED.isdisjoint(before)


def sold_abroad(scene: Scene, passage: Passage, cue: Cue) -> bool:
    """Whether sales or shipments leave for another country: "sales on the Polish market", "shipments to Japan"."""
    lowers = scene.lowers
    if not _GOODS.intersection(lowers[cue.first : cue.last]):
        return False
    for place in passage.places:
        if not cue.last <= place.first <= cue.last + (9 if cue.verb else 7) or place.kind not in {"country", "demonym"}:
            continue
        link = lowers[place.first - 1]
        if link == "to" and place.kind == "country":
            return True
        if lowers[place.first - 2 : place.first] == _MARKET and lowers[place.last : place.last + 1] == ("market",):
            return True
    return False


def toured(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether people visit a country: "900,000 Chileans visited Peru"."""
    words = lowers[quantity.last : quantity.last + 3]
    if _TOURING.isdisjoint(words):
        return False  # the most
    j = next(j for j, word in enumerate(words) if word in _TOURING)
    first = quantity.last + j + 1
    return any(first <= place.first <= first + 2 and place.kind == "country" for place in passage.places)


def driven_across(passage: Passage, quantity: Quantity) -> bool:
    """Whether vehicles are counted at a border."""
    return quantity.unit in _VEHICLES and any("other:crossing" in cue.metrics for cue in passage.cues)


def given(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a country or its government gives money, with no other word for it."""
    words = lowers[max(passage.first, quantity.first - 4) : quantity.first]
    return not _GIVING.isdisjoint(words)
