"""Counted nouns that make no figure, and numbers whose noun stands elsewhere."""

from __future__ import annotations

from decimal import Decimal

from kzhu.extract.figures.antecedents import answered
from kzhu.extract.figures.counts import HUMAN, people_doing
from kzhu.extract.figures.cues import counted
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import singular

#: Nouns whose number says nothing of size: who takes part, parts of a text or a match, occasions, times.
_IDLE = frozenset(
    "country state nation side party people leader president minister thing way part time reason point goal set"
    " game match round stage step day year month week hour minute century decade century-old half side-event section"
    " chapter question topic issue direction area sphere field example case line word language letter penalty assist"
    " try wicket run ace corner shot kilometre lap attempt occasion type kind form hand side-effect neighbour"
    " brother sister son daughter friend colleague counterpart head-of-state man-of-the-match principle pillar"
    " priority stone degree view meeting talk summit session visit front end piece figure number player-of-the-match"
    " item street avenue monument square province region continent city capital neighbour superpower ministry"
    " faction chamber bloc team medal title cup trophy championship appearance cap win defeat draw victory loss lead"
    " age old new other generation stop foot step partner ally decision aspect factor pole world sea others winter"
    " summer spring autumn moon fortnight birthday anniversary night morning evening lifetime dozen".split()
)
#: Adjectives that name people: "the number of unemployed".
_PEOPLE = frozenset(
    "unemployed homeless poor displaced infected missing dead injured killed wounded jobless disabled".split()
)
#: What a firm or a country has several of: a few of them are a figure too.
_FACILITIES = frozenset(
    "store shop supermarket plant factory mill hotel mine refinery brewery restaurant school hospital clinic"
    " kindergarten university library museum office branch showroom warehouse farm greenhouse vessel ship ferry"
    " tanker aircraft helicopter plane locomotive tram trolleybus bus train wagon turbine reactor well satellite"
    " house flat apartment building bridge tunnel station pump drone tank missile ambulance fire-engine tractor"
    " harvester combine car lorry truck".split()
)
#: A small number in words only announces what is then listed.
_ANNOUNCING = Decimal(2)


def is_idle(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a counted noun is no figure: "the two countries", "two streets", "six goals", "one of"."""
    noun = quantity.unit or ""
    if scene.lowers[max(0, quantity.first - 2) : quantity.first] in {("one", "in"), ("one", "of")}:
        return True
    if noun == "member" and scene.lowers[quantity.first - 1] == "the":
        return True  # "leaders of the 27 members"
    if quantity.vague or quantity.value <= 1 or noun in _IDLE:
        return True
    if noun in HUMAN and people_doing(scene, passage, quantity) == "casualties":
        return False  # "killing two miners"
    known = (
        noun in counted(scene.knowledge)
        or noun in _FACILITIES
        or noun in scene.knowledge.units
        or noun in {"person", "head"}
    )
    if quantity.spelled and quantity.value <= _ANNOUNCING:
        return noun not in {"person", "project", "flight"}
    if known:
        return False
    if quantity.spelled and scene.lowers[quantity.first - 1] in {"the", "its", "these", "those"}:
        return True  # "saw the twelve films"
    # A noun nobody listed: a small number of it is talk, a large one is a count.
    return quantity.value < 10 or not noun.isascii() or len(noun) < 3


def noun_before(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """The noun of "the number of students ... exceeds 1,100", "a population of 3,200", "bring this number to seven"."""
    lowers = scene.lowers
    asked = answered(scene, passage, quantity)
    if asked is not None:
        return asked
    begin = max(passage.first, quantity.first - 30)
    if lowers[quantity.first - 1] == "from" and (one := singular(lowers[quantity.first - 2])) in counted(
        scene.knowledge
    ):
        return one  # "will raise flights from 7 to 10 weekly"
    for j in range(quantity.first - 1, begin - 1, -1):
        if lowers[j] == "population":
            return "person"
        if lowers[j] in {"number", "quota", "count"} and lowers[j + 1] in {"of", "for"}:
            for k in range(j + 2, min(j + 6, quantity.first)):
                if lowers[k] in _PEOPLE or any(
                    place.kind == "people" and place.first <= k < place.last for place in passage.places
                ):
                    return "person"
                one = singular(lowers[k])
                if one != lowers[k]:
                    return one
            return None
        if lowers[j] in {"toll", "dead", "killed", "injured", "wounded"} and quantity.first - j <= 6:
            return "person"
    return None
