"""The metric of a counted number: by its noun, else by what those counted are told to do or suffer."""

from __future__ import annotations

from itertools import pairwise

from kzhu.extract.figures.cues import counted
from kzhu.extract.figures.idioms import built_for, driven_across, in_hospital, of_people, toured, turned_out
from kzhu.extract.figures.kinds import is_target
from kzhu.extract.figures.nearest import BARRIERS, nearest
from kzhu.extract.figures.phrases import bought_or_sold, can_hold, sent
from kzhu.extract.figures.scene import Passage, Scene, around
from kzhu.extract.quantities import Quantity

#: Of goods counted by the piece: "turn out 3 million bricks".
OF_GOODS = frozenset({"capacity", "production", "exports", "imports", "consumption", "reserves"})
#: People, however called: what they do says which metric they are.
HUMAN = frozenset(
    "person man woman child resident civilian soldier miner worker passenger local villager protester student"
    " schoolchild pupil citizen serviceman policeman officer pensioner adult teenager family pedestrian driver"
    " inhabitant guest visitor national migrant believer patient firefighter rescuer tourist boy girl baby infant"
    " toddler youth youngster refugee crewman sailor seaman fisherman climber hiker skier swimmer bather farmer"
    " shopper commuter motorist cyclist townsperson islander nomad herdsman prisoner inmate detainee hostage"
    " holidaymaker traveller traveler foreigner pilgrim survivor relative wife husband mother father fighter"
    " militant gunman policewoman journalist doctor nurse teacher volunteer aid-worker peacekeeper trooper cadet"
    " monk nun household orphan".split()
)
_DOING = (
    "casualties",
    "other:evacuee",
    "jobs",
    "participants",
    "population",
    "scholarships",
    "other:crossing",
    "students",
    "votes",
    "other:detainee",
    "other:convict",
    "other:patient",
    "other:survivor",
)
_DOES = frozenset(_DOING)
_MANY = 1000
#: From here on people in a country are its people, not a party of visitors.
_SETTLED = 300
#: Tokens between a verb and who does it.
_BY = 4
#: Tokens that an apposition between commas may have.
_APPOSED = 14
_WORKERS = frozenset(
    "nurse doctor teacher engineer driver welder builder specialist programmer carer caregiver cook mechanic"
    " labourer laborer physician electrician picker seasonal-worker craftsman plumber carpenter bricklayer miner"
    " sailor seaman developer analyst technician operator machinist fitter mason guard cleaner waiter pharmacist"
    " midwife surgeon dentist scientist researcher pilot steward dispatcher geologist chemist butcher baker farmhand"
    " fruit-picker accountant translator interpreter coder tailor seamstress shipbuilder metalworker steelworker"
    " docker".split()
)
_HIRING = frozenset(
    "take takes took taking accept accepts need needs want admit attract invite bring recruit recruits hire hires"
    " hired hiring lacks lack seeks seek employ employs employed require requires wants".split()
)
_KEEPING = frozenset(
    "reserves reserve reserved keeps keep kept allots allot allocates allocate offers offer provides provide grants"
    " awards award gives give sets set aside".split()
)
_KEPT = frozenset("open kept reserved allotted allocated awarded offered earmarked available granted".split())
#: Whose noun says what they are, unless something befalls them.
_OWN = frozenset({"tourists", "students", "other:passenger", "jobs"})
_BEFALLING = frozenset({"casualties", "other:evacuee", "scholarships", "other:detainee"})
#: How nouns for people end.
_AGENTS = ("er", "or", "ist", "ian", "man", "woman")
#: Before people who live somewhere: "a town of 14,000 people", "the diaspora numbers 2,000 people".
_DWELLING = frozenset(
    "town city village community diaspora settlement population island district municipality hamlet minority camp"
    " capital suburb region province county valley port oasis nation country commune colony parish borough".split()
)
_NUMBERING = frozenset("numbers number numbering numbered counts comprises of with has".split())
_VEHICLES = frozenset("train wagon truck lorry convoy railcar carriage".split())
_BOXES = frozenset({"container", "containers", "transit", "block"})
_WORKING = frozenset("draw draws earn earns work works worked toil".split())
#: Where visitors come to see or hear something, not to travel.
_SHOWS = frozenset(
    "exhibition exhibitions museum fair festival concert gallery expo show stand pavilion theatre theater opera"
    " forum event match performance library zoo screening stadium hall week".split()
)
_ABROAD = frozenset({"foreign", "overseas", "international"})
_TAKING_IN = frozenset("hold accommodate store seat house fit berth handle park shelter".split())
_WILL = frozenset({"will", "would", "should", "to"})
_YEARLY = frozenset({"annually", "yearly", "daily"})
_A_YEAR = frozenset({("a", "year"), ("per", "year"), ("each", "year"), ("every", "year"), ("a", "day"), ("per", "day")})
#: What makes goods by the year.
_PLANTS = frozenset(
    "plant factory mill smelter refinery brewhouse brewery line lines workshop works mine furnace farm kiln foundry"
    " shipyard terminal greenhouse bakery dairy distillery winery tannery sawmill cannery slaughterhouse abattoir"
    " hatchery quarry pit oilfield complex unit facility".split()
)
#: What is told of travellers by their clause adds nothing to their noun.
_ABOARD = frozenset({"other:survivor", "other:passenger"})
_HOME = frozenset({("home", "to"), ("house", "to")})
_DWELLERS = frozenset({"person", "resident", "inhabitant", "family", "refugee", "soul", "citizen", "national"})
#: What has so many seats or beds holds them: "the bus has 42 seats".
_HELD = frozenset("seat bed berth seater bunk".split())
_USING = frozenset("buy bought use used consume eat ate drink drank smoke burn wear read".split())
_BROUGHT_IN = frozenset({("were", "brought", "in"), ("was", "brought", "in"), ("were", "brought", "into")})
_PLAYING = frozenset(
    "recite recited sing sang perform performed dance danced compete competed march marched attend attended take"
    " took watch watched gathered".split()
)
_SENDING = frozenset("send sends sent sending dispatch dispatched dispatching donate donated donating".split())
_CALAMITIES = frozenset(
    "flood floods flooding quake earthquake humanitarian relief landslide wildfire wildfires cyclone hurricane"
    " typhoon drought famine refugees disaster meltwater tsunami".split()
)
_SELLING = frozenset("sold sells selling booked reserved available".split())


def of_count(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """The metric of a counted or bare number; None where nothing says what a bare one counts."""
    noun, lowers = quantity.unit, scene.lowers
    own = counted(scene.knowledge).get(noun) if noun is not None else None
    if can_hold(passage, quantity, lowers) or built_for(passage, quantity, lowers):
        return "capacity"
    if turned_out(passage, quantity, lowers) or (own is None and is_yearly_aim(scene, passage, quantity)):
        return "capacity"
    if own is None and noun not in HUMAN and _will_hold(passage, quantity, lowers):
        return "capacity"
    if toured(passage, quantity, lowers):
        return "tourists"
    if driven_across(passage, quantity):
        return "other:crossing"
    people = noun is None or noun in HUMAN or own == "participants"
    if people or (own == "scholarships" and noun in {"place", "quota"}):
        fate = _fate(scene, passage, quantity, own)
        if fate is not None:
            return fate
    if own == "scholarships" and noun not in {"place", "quota"}:
        return own
    if own == "scholarships":
        kept = not _KEPT.isdisjoint(lowers[quantity.last : quantity.last + 3])
        kept = kept or not _KEEPING.isdisjoint(lowers[max(passage.first, quantity.first - 5) : quantity.first])
        kept = kept or (
            quantity.noun is not None and lowers[quantity.noun[1] - 2] in {"study", "university", "student"}
        )
        return own if kept or any("scholarships" in cue.metrics for cue in passage.cues) else None
    if noun in _WORKERS and not _HIRING.isdisjoint(lowers[max(passage.first, quantity.first - 6) : quantity.first]):
        return "jobs"
    if noun in _HELD and not _SELLING.isdisjoint(lowers[passage.first : passage.last]):
        return f"other:{noun}"
    if own == "participants" and quantity.value != quantity.value.to_integral_value() and quantity.value < _MANY:
        return f"other:{noun}"  # an average: "3.6 members"
    if noun == "visitor" and any(
        "participants" in cue.metrics and 0 <= quantity.first - cue.last <= _BY for cue in passage.cues
    ):
        return "participants"  # "attended by close to 11,000 visitors"
    if own == "tourists" and noun == "visitor" and not _travel(scene, passage, quantity):
        return "participants"
    if own is None and noun in _VEHICLES and _in_transit(scene, passage, quantity):
        return "transit"
    if own is None and noun in _WORKERS and not _WORKING.isdisjoint(lowers[quantity.last : quantity.last + 5]):
        return "jobs"  # "sixty-five fitters already draw their pay there"
    return own if own is not None or noun is None else _of_nameless(scene, passage, quantity, noun)


def _in_transit(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether trains or lorries are those of a transit told of, or carry containers."""
    lowers = scene.lowers
    if quantity.noun is not None and not _BOXES.isdisjoint(lowers[quantity.noun[0] : quantity.noun[1]]):
        return True
    if lowers[quantity.last : quantity.last + 1] == ("passed",):
        return True
    return any("transit" in cue.metrics for cue in passage.cues)


def _fate(scene: Scene, passage: Passage, quantity: Quantity, own: str | None) -> str | None:
    """What people do or suffer, where that says more than their noun: "14 tourists were hurt"."""
    noun = quantity.unit
    doing = people_doing(scene, passage, quantity)
    if own == "participants" and noun not in HUMAN:
        # "arrested 14 demonstrators", "employs 35 experts"
        hired = doing == "jobs" and not _HIRING.isdisjoint(
            scene.lowers[max(passage.first, quantity.first - 3) : quantity.first]
        )
        return doing if doing in _BEFALLING or hired else None
    # Tourists who visit stay tourists, unless something befalls them.
    if doing == "casualties" and (own not in _OWN or doing in _BEFALLING):
        return doing
    befell = of_people(scene, passage, quantity) if noun is None or noun in HUMAN else None
    if noun == "person" and scene.lowers[quantity.last - 1] == "strong":
        settled = not _DWELLING.isdisjoint(scene.lowers[passage.first : quantity.first])
        return "population" if settled else "participants"
    if befell is not None and (own not in _OWN or befell not in _ABOARD):
        return befell
    if noun in _DWELLERS and _dwells(scene, passage, quantity):
        return "population"
    if (
        own == "students"
        and doing == "participants"
        and not _PLAYING.isdisjoint(scene.lowers[quantity.last : passage.last])
    ):
        return doing  # "forty pupils will recite at the ceremony"
    if doing is not None and (own not in _OWN or doing in _BEFALLING):
        return doing
    return "casualties" if in_hospital(scene, passage, quantity) else None


def _dwells(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether people are those of a place: "a town of 14,000 people", "home to 67,000 refugees"."""
    lowers = scene.lowers
    first = quantity.begin
    before = lowers[max(passage.first, first - 8) : first]
    if before[-2:] in _HOME:
        return True
    if not before or before[-1] not in _NUMBERING:
        return False
    return not _DWELLING.isdisjoint(before[-4:] if before[-1] in {"of", "with", "has"} else before)


def _travel(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether visitors come to a country, not to a show: "foreign visitors", "visitors from Norway"."""
    lowers = scene.lowers
    if not _SHOWS.isdisjoint(lowers[passage.first : passage.last]):
        return False
    if quantity.noun is not None and not _ABROAD.isdisjoint(lowers[quantity.noun[0] : quantity.noun[1]]):
        return True
    return any(place.kind in {"country", "demonym", "place"} for place in passage.places)


def _will_hold(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether it is what a thing is to take in: "The store would hold up to 14,000 pallets"."""
    words = lowers[max(passage.first, quantity.first - 5) : quantity.first]
    return not _TAKING_IN.isdisjoint(words) and not _WILL.isdisjoint(words)


def is_yearly_aim(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether goods by the year are what a plant is to make: "should open and turn out 80,000 tonnes a year"."""
    lowers = scene.lowers
    before = lowers[passage.first : quantity.first]
    if _PLANTS.isdisjoint(before):
        return False  # the most
    yearly = quantity.per in {"year", "day", "month", "hour"} or any(
        pair in _A_YEAR or pair[1] in _YEARLY for pair in pairwise(lowers[quantity.last : quantity.last + 6])
    )
    if not yearly or quantity.unit in HUMAN or "output" in before or "production" in before:
        return False
    return is_target(scene, passage, quantity, passage.first)


def _of_nameless(scene: Scene, passage: Passage, quantity: Quantity, noun: str) -> str:
    """The metric of a noun that no metric counts."""
    lowers = scene.lowers
    if noun.endswith(_AGENTS) and noun not in scene.knowledge.units:
        doing = people_doing(scene, passage, quantity)
        if doing in {"participants", "casualties"}:
            return doing  # "1,500 dockers walked out"
    if noun == "person":
        return "population" if _lives(scene, passage, quantity) else "other:person"
    if noun in scene.knowledge.units or noun == "head":
        metric = nearest(scene, passage, quantity, "count")
        return metric or f"other:{noun.lower()}"
    before = lowers[max(passage.first, quantity.first - 12) : quantity.first]
    traded = None if "order" in before[-4:] else bought_or_sold(passage, quantity, lowers)
    if traded is not None:
        return traded
    if lowers[quantity.last : quantity.last + 3] in _BROUGHT_IN:
        return "imports"
    if not _USING.isdisjoint(before[-3:]) and any(
        place.kind == "people" and 0 <= quantity.first - place.last <= _BY for place in passage.places
    ):
        return "consumption"  # "Egyptians buy roughly 2 million refrigerators a year"
    if sent(passage, quantity, lowers) and not (
        _SENDING.isdisjoint(before) and _CALAMITIES.isdisjoint(around(scene, quantity.first))
    ):
        return "other:aid"
    return nearest(scene, passage, quantity, "count", only=OF_GOODS, within=13) or f"other:{noun}"


def _lives(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether so many people, of whom nothing else is told, are those of a country: "6,000 people in Slovenia"."""
    lowers = scene.lowers
    if quantity.value < _SETTLED:
        return False
    if lowers[max(passage.first, quantity.first - 8) : quantity.first].count("number"):
        return True
    return lowers[quantity.last : quantity.last + 1] == ("in",) and any(
        quantity.last < place.first <= quantity.last + 2 for place in passage.places
    )


def people_doing(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """What people are told to do or suffer, by the nearest word that says so."""
    lowers = scene.lowers
    best: tuple[int, str] | None = None
    for cue in passage.cues:
        if _DOES.isdisjoint(cue.metrics) or (quantity.noun and quantity.noun[0] <= cue.first < quantity.noun[1]):
            continue
        metric = next(metric for metric in _DOING if metric in cue.metrics)
        ahead = cue.first >= quantity.last
        gap = cue.first - quantity.last if ahead else quantity.first - cue.last
        words = lowers[quantity.last : cue.first] if ahead else lowers[cue.last : quantity.first]
        if ahead and words[:1] == (",",) and gap < _APPOSED and "," in words[1:]:
            words = words[words.index(",", 1) + 1 :]  # "Five people, two of them children, were missing"
            gap = len(words)
        if gap > 7 or not BARRIERS.isdisjoint(words):
            continue
        if metric == "students" and not cue.verb:
            continue
        rank = gap + (2 if not ahead else 0) + 3 * (words.count(",") + words.count("and"))
        if best is None or rank < best[0]:
            best = (rank, metric)
    return best[1] if best else None
