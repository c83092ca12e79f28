"""A number whose unit or noun stands elsewhere: "438 of them", "a crowd of 3,000", "142 against"."""

from __future__ import annotations

from dataclasses import replace

from kzhu.extract.figures.antecedents import among_them, antecedent, is_pronoun, of_named
from kzhu.extract.figures.idioms import built_for, in_hospital, of_lives, of_people
from kzhu.extract.figures.kinds import is_target
from kzhu.extract.figures.metrics import metric_of
from kzhu.extract.figures.nouns import noun_before
from kzhu.extract.figures.phrases import is_plan, is_tally
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity

#: "16 of them".
_THEM = frozenset({("them",), ("whom",), ("which",), ("these",), ("those",)})
#: Nouns for many people at once, and what their number is.
_GROUPS = {
    **dict.fromkeys("crowd audience gathering turnout congregation crowds attendance throng".split(), "participants"),
    **dict.fromkeys("workforce staff payroll headcount personnel".split(), "jobs"),
    **dict.fromkeys(
        "delegation choir orchestra troupe ensemble squad team contingent party cast line-up field entourage".split(),
        "participants",
    ),
    **dict.fromkeys("population community diaspora minority".split(), "population"),
}
#: "two were missing".
_SUFFERING = frozenset(
    (word,) for word in "were was are have had people others more seriously badly critically fatally lightly".split()
)
#: From here on a number without a unit is money, where money was told before: "imports made up 146.3 million".
_LARGE = 10**6
_SEATING = frozenset("seats seat holds accommodates fits".split())
_HALLS = frozenset(
    "hall stadium arena theatre theater church mosque auditorium room bus ferry ship pool court amphitheatre tent"
    " cinema opera it which boat hotel hostel dormitory barracks school".split()
)
_DEAD = frozenset((word,) for word in "dead injured hurt wounded killed missing unaccounted".split())
_VICTIMS = frozenset("injured wounded rescued victims dead missing survivors casualties hurt".split())
_IT = frozenset({"it", "this", "that", "they", "cost", "costs", "rent", "price"})
#: A sum that "it" comes to is of the order of the sum told before.
_ORDER = 100
_LEAST = 100
_ALIKE = 50


def bare(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> tuple[str, str] | None:
    """(metric, unit) of such a number; None where it is no figure."""
    lowers = scene.lowers
    if told.money is not None and quantity.high is None and quantity.value >= _LARGE:
        return _of_money(scene, passage, quantity, told)
    before, after = lowers[quantity.first - 1], lowers[quantity.last : quantity.last + 2]
    if after[:1] == ("magnitude",):
        return "other:magnitude", "magnitude"
    first = quantity.begin
    if lowers[first - 1] == "of" and lowers[first - 2] in _GROUPS:
        return _GROUPS[lowers[first - 2]], "person"
    if lowers[first - 1] in _SEATING and not _HALLS.isdisjoint(lowers[passage.first : first]):
        return "capacity", "person"
    if built_for(passage, quantity, lowers):
        return "capacity", "person"  # "room for 20,000"
    if lowers[first - 1] in {"number", "numbers", "numbered"} and any(
        place.kind in {"people", "demonym"} and place.last <= first for place in passage.places
    ):
        return "population", "person"
    if of_lives(scene, passage, quantity):
        return "casualties", "person"
    if after[:1] == ("of",) and after[1:] in _THEM and in_hospital(scene, passage, quantity):
        return "casualties", "person"
    if is_tally(passage, quantity, lowers):
        return "votes", "vote"
    if (
        after[:1] == ("of",)
        and lowers[quantity.last + 1 : quantity.last + 2] == ("the",)
        and not _VICTIMS.isdisjoint(lowers[quantity.last + 2 : quantity.last + 3])
    ):
        return "casualties", "person"  # "twelve of the rescued were driven to hospital"
    if (noun := of_named(scene, quantity)) is not None:
        return _counted(scene, passage, quantity, noun)
    doing = metric_of(scene, passage, quantity)
    noun = noun_before(scene, passage, quantity)
    if noun is not None:
        return _counted(scene, passage, quantity, noun)
    found = _of_people(scene, passage, quantity, told, doing)
    if found is not None:
        return found
    to_number = before == "to" and "number" in lowers[max(0, quantity.first - 4) : quantity.first]
    planned = told.paragraph == passage.paragraph and is_plan(passage, quantity, lowers)
    if to_number or planned or is_pronoun(scene, passage, quantity):
        return _pointed(scene, passage, quantity, told)
    return _it(scene, passage, quantity, told)


def _of_money(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> tuple[str, str] | None:
    """A large number where money was told before: "imports made up 146.3 million"."""
    money = told.money
    if money is None:
        return None
    lowers, first = scene.lowers, quantity.begin
    if not passage.cues:
        whole = told.whole or money
        near = told.paragraph == passage.paragraph
        if near and is_target(scene, passage, quantity, passage.first):
            return whole.metric, whole.unit  # "We expect a billion this year"
        alike = money.value / _ALIKE < quantity.value < money.value * _ALIKE
        return (money.metric, money.unit) if near and alike and not quantity.partitive else None
    if lowers[first - 1] in {"another", "further", "additional"}:
        return money.metric, money.unit
    metric = metric_of(scene, passage, replace(quantity, kind="money", unit=money.unit))
    return metric or money.metric, money.unit


def _counted(scene: Scene, passage: Passage, quantity: Quantity, noun: str) -> tuple[str, str]:
    named = replace(quantity, kind="count", unit=noun)
    return metric_of(scene, passage, named) or f"other:{noun}", noun


def _of_people(
    scene: Scene, passage: Passage, quantity: Quantity, told: Told, doing: str | None
) -> tuple[str, str] | None:
    """People who are killed, hurt or aboard, told without a noun."""
    lowers = scene.lowers
    after = lowers[quantity.last : quantity.last + 2]
    fate = of_people(scene, passage, quantity)
    if fate == "other:survivor":
        return fate, "person"  # "nine were dug out alive"
    if fate == "other:passenger":
        last = told.counted
        return "other:passenger", "passenger" if last is not None and last.unit == "passenger" else "person"
    of_them = after[:1] == ("of",) and after[1:] in _THEM
    told_of = quantity.bound != "=" and after[:1] != ("of",)
    verb_before = any(
        (cue.last == quantity.first if cue.verb else False) or (cue.verb and cue.first == quantity.last)
        for cue in passage.cues
        if doing in cue.metrics
    )
    marching = any(cue.verb and cue.first == quantity.last and "participants" in cue.metrics for cue in passage.cues)
    if marching and quantity.value >= _LEAST:
        return "participants", "person"  # "about 40,000 marched through the capital"
    if after[:1] in _DEAD:
        return "casualties", "person"  # "leaving 17 dead"
    if doing == "casualties" and (of_them or told_of or verb_before or after[:1] in _SUFFERING):
        return doing, among_them(scene, quantity) or "person"
    return None


def _pointed(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> tuple[str, str] | None:
    """What "438 of them" or "only 220" point back to."""
    if quantity.value <= 1:
        return None
    found = antecedent(scene, passage, quantity, told)
    if found is None or found[1] in scene.knowledge.units or found[1] in scene.knowledge.currencies:
        return None
    metric, unit = found
    part = among_them(scene, quantity)
    if metric is None:
        metric = _counted(scene, passage, quantity, unit)[0]
    return metric, part or unit


def _it(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> tuple[str, str] | None:
    """A sum without its currency that goes on about the one before: "In the capital it can be 700,000"."""
    lowers, money = scene.lowers, told.money
    if money is None or told.paragraph != passage.paragraph or quantity.partitive or quantity.value < _LEAST:
        return None
    if not money.value / _ORDER < quantity.value < money.value * _ORDER:
        return None
    return None if _IT.isdisjoint(lowers[passage.first : quantity.first]) else (money.metric, money.unit)
