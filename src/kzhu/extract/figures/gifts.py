"""Money that is given away: a grant to another country, aid to people in need, compensation for the dead."""

from __future__ import annotations

from itertools import pairwise

from kzhu.extract.figures.scene import Passage, Scene, around
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity

#: Verbs that give money away.
_GIVING = frozenset(
    "give gives gave given giving provide provides provided providing donate donates donated donating contribute"
    " contributes contributed contributing allocate allocates allocated allocating grant grants granted granting"
    " hand handed hands handing send sends sent sending promise promises promised promising pledge pledges pledged"
    " pledging award awards awarded transfer transfers transferred disburse disbursed commit commits committed"
    " earmark earmarks earmarked release released channel receive receives received receiving get got gets gifted"
    " bequeathed chip chipped".split()
)
_GIVEN = frozenset("given provided donated contributed allocated granted pledged disbursed promised released".split())
#: Of money that one's own government sets aside it is the budget that tells.
_ALLOTTING = frozenset("allocate allocates allocated allocating earmark earmarks earmarked release released".split())
_PROMISING = frozenset("promise promises promised promising pledge pledges pledged pledging".split())
_OWN = frozenset({"for", "its"})
_TAKING = frozenset("receive receives received receiving get got gets".split())
#: Who is helped after a disaster.
_KIN = frozenset(
    "family families relatives relative victim victims bereaved widow widows survivors next-of-kin kin injured"
    " wounded heirs parents".split()
)
_OFFERING = frozenset({"offered", "offers", "offer"})
_DEAD = frozenset("victim victims dead person casualty head".split())
_PAYING = frozenset("pay pays paid paying receive receives received get gets compensated".split())
_RELIEF = frozenset(
    "humanitarian relief refugees homeless victims displaced quake earthquake flood floods flooding flooded"
    " hurricane cyclone typhoon tsunami landslide wildfire wildfires drought famine emergency eruption disaster"
    " evacuees avalanche storm tornado mudslide survivors mourns mourning".split()
)
#: An article that has one of these is about people in need.
_DISASTERS = frozenset(
    "earthquake quake flood floods flooding hurricane cyclone typhoon tsunami landslide wildfire wildfires"
    " avalanche tornado mudslide meltwater capsized derailed mourns mourning landslides earthquakes explosion".split()
)
_AID_NOUNS = frozenset("aid assistance relief donation support package".split())


def gift(scene: Scene, passage: Passage, quantity: Quantity, metric: str | None) -> str | None:
    """Grant, aid or compensation, where the clause gives money away."""
    lowers = scene.lowers
    sentence = lowers[passage.first : passage.last]
    verb = _giving_verb(passage, quantity, lowers)
    if (verb is not None or metric in {None, "cost"}) and _is_for_each(sentence):
        return "other:compensation"
    if verb is None:
        return None
    if metric == "other:aid" and not _AID_NOUNS.isdisjoint(sentence):
        return None
    giver = [place for place in passage.places if place.last <= verb and place.kind in {"country", "demonym"}]
    if lowers[verb] in _TAKING and not giver:
        return None
    if lowers[verb] in _PROMISING and _OWN.issubset(lowers[quantity.last : quantity.last + 2]):
        return "investment"  # "has promised 30 million euros for its workshop"
    if lowers[verb] in _ALLOTTING and not _abroad(passage, giver):
        return None
    if lowers[verb] in _PROMISING or not _RELIEF.isdisjoint(sentence) or not _KIN.isdisjoint(sentence):
        return "other:aid"
    return "grant" if _DISASTERS.isdisjoint(around(scene, quantity.first)) else "other:aid"


def _is_for_each(words: tuple[str, ...]) -> bool:
    """Whether so much is for each of the dead, as compensation is: "to the family of every victim"."""
    if _KIN.isdisjoint(words):
        return False
    paid = not (_PAYING | _OFFERING).isdisjoint(words)
    for word, after in pairwise(words):
        if word in {"each", "every", "per"} and (after in _DEAD or after == "of" or paid):
            return True
    return paid and words[-2:-1] == ("each",)


def _giving_verb(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> int | None:
    """The token of the verb that gives the amount: "give Ghana 15 million", "3 million euros were donated"."""
    listed = {k for one in passage.quantities if one.last <= quantity.first for k in range(one.first, one.last)}
    reach = 18 if listed and lowers[quantity.first - 1] == "and" else 9
    for j in range(quantity.first - 1, max(passage.first - 1, quantity.first - reach), -1):
        if lowers[j] in _GIVING:
            return j
        if lowers[j] in {";", ":", "which", "that", "who"} or (reach < 18 and (lowers[j] == "," or j in listed)):
            break
    for j in range(quantity.last, min(quantity.last + 4, passage.last)):
        if lowers[j : j + 2] == ("made", "available"):
            return j
        if lowers[j] in _GIVEN and lowers[j - 1] in {"was", "were", "been", "be", "is", "are", "being"}:
            return j
    return None


def _abroad(passage: Passage, giver: list[PlaceMention]) -> bool:
    """Whether money leaves the country of the giver: another country, or a place in one, is named too."""
    codes = {code for place in passage.places for code in place.countries}
    return bool(giver) and len(codes) > 1
