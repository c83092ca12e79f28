"""A text's figures, sentence by sentence: each quantity is a figure, the growth of one, or nothing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, repeat
from operator import attrgetter, itemgetter

from kzhu.extract.document import Document
from kzhu.extract.figures.build import growth_figure, level_figures
from kzhu.extract.figures.cast import Cast, cast_of
from kzhu.extract.figures.cues import find_cues
from kzhu.extract.figures.growth import GROWING, Growth, find_growths
from kzhu.extract.figures.levels import level
from kzhu.extract.figures.owners import attach
from kzhu.extract.figures.scene import IDLE, Passage, Scene, named_within, passages, scene_of_text
from kzhu.extract.figures.setting import Setting, metric_named
from kzhu.extract.figures.told import Told, after, hinted
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity, find_quantities
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.records import Figure, Person, Published

_THIS = frozenset({("this",), ("that",), ("it",), ("which",)})
#: What exchanges trade in; an article that tells of so many of them is about markets.
_COMMODITIES = frozenset(
    "brent wti crude gold silver copper nickel zinc aluminium aluminum platinum palladium uranium wheat corn maize"
    " soybean soybeans soya cotton sugar coffee cocoa rice barley oats rapeseed canola rye rubber tin lithium cobalt"
    " bullion cattle hogs".split()
)
#: What prices of goods are told by.
_MEASURES = frozenset("barrel bushel t oz ounce lb pound kg MWh".split())
_TWO, _SEVERAL = 2, 3
_first, _last, _kind, _others = (attrgetter(name) for name in ("first", "last", "kind", "others"))
_sentence_first, _sentence_last = itemgetter(2), itemgetter(3)
#: Tokens before an amount whose country says whose krone it is.
_BESIDE = 8
_BY_THEMSELVES = frozenset({"absolute", "partial"})
_BEING = frozenset({"is", "was", "represents", "marks", "means", "figure"})


def read_figures(
    document: Document,
    places: tuple[PlaceMention, ...],
    times: tuple[Time, ...],
    people: tuple[Person, ...],
    published: Published,
    knowledge: Knowledge,
) -> tuple[Figure, ...]:
    """Every figure, in order of the text."""
    quantities = find_quantities(document, knowledge, _dated(times))
    if IDLE.issuperset(map(_kind, quantities)):
        return ()
    amounts = _tokens([quantity for quantity in quantities if quantity.kind != "count"])
    firsts = tuple(map(_sentence_first, document.sentences))
    numbers = list(map(bisect_right, repeat(firsts), map(_first, quantities)))
    scene = scene_of_text(
        document,
        knowledge,
        published,
        quantities,
        numbers,
        find_cues(document, knowledge, _around(document, firsts, numbers), amounts),
        times,
        # "US dollars" names no country.
        places
        if amounts.isdisjoint(map(_first, places))
        else tuple([place for place in places if place.first not in amounts]),
        people,
    )
    cast = Cast(None, None) if _is_of_markets(scene) else cast_of(document, scene.places, knowledge)
    if max(map(len, map(_others, quantities))) > 1:
        scene = replace(scene, quantities=tuple(_settled(scene, cast, quantity) for quantity in quantities))
    figures: list[Figure] = []
    told = Told()
    for passage in passages(scene):
        found, told = _read_passage(scene, cast, passage, told)
        if found and figures and _retells(scene, passage, found[0], figures[-1]):
            figures[-1] = replace(figures[-1], change=found[0].change)
            found = found[1:]
        figures += found
    return tuple(_distinct(figures))


def _is_of_markets(scene: Scene) -> bool:
    """Whether an article goes from one commodity to the next, and so is about no country."""
    told = _COMMODITIES & scene.document.vocabulary
    if len(told) < _TWO:
        return False  # the most
    lowers = scene.lowers
    if len(told.intersection([lowers[cue.first] for cue in scene.cues])) >= _SEVERAL:
        return True
    quoted = 0
    for quantity in scene.quantities:
        if quantity.per in _MEASURES and quantity.kind == "money":
            quoted += 1
    return quoted > 1


def _around(document: Document, firsts: tuple[int, ...], numbers: list[int]) -> list[tuple[int, int]]:
    """The tokens of the sentences that hold quantities, and of those before them; those of neighbours as one.

    `firsts` are the first tokens of the sentences, `numbers` those of the quantities' own, from 1.
    """
    lasts = tuple(map(_sentence_last, document.sentences))
    runs: list[tuple[int, int]] = []
    begin, known = 0, 0
    for number in dict.fromkeys(numbers):
        if number - 1 > known + 1:
            if known:
                runs.append((begin, known - 1))
            begin = number - 2
        known = number
    if known:
        runs.append((begin, known - 1))
    found: list[tuple[int, int]] = []
    for begin, end in runs:
        if lasts[begin:end] == firsts[begin + 1 : end + 1]:
            found.append((firsts[begin], lasts[end]))
        else:
            found += zip(firsts[begin : end + 1], lasts[begin : end + 1], strict=True)
    return found


def _dated(times: tuple[Time, ...]) -> frozenset[int]:
    """The tokens of days, months and years that stand by themselves, which measure nothing."""
    return _tokens([time for time in times if time.kind == "date" and time.form in _BY_THEMSELVES])


def _tokens(told: Sequence[Quantity] | Sequence[Time]) -> frozenset[int]:
    """The tokens of amounts or times."""
    return frozenset(chain.from_iterable(map(range, map(_first, told), map(_last, told))))


def _retells(scene: Scene, passage: Passage, first: Figure, last: Figure) -> bool:
    """Whether a sentence opens with the growth of the figure told last: "This is 27 percent more than in 2022"."""
    if first.kind != "change" or last.kind != "level" or last.change or first.metric != last.metric:
        return False
    words = scene.lowers[passage.first : passage.first + 4]
    return words[:1] in _THIS and bool(_BEING.intersection(words[1:]))


def _settled(scene: Scene, cast: Cast, quantity: Quantity) -> Quantity:
    """A currency whose name several share is that of the country the article is about, where it has one ("pesos")."""
    near = named_within(scene, quantity.first - _BESIDE, quantity.first)
    beside = [code for place in reversed(near) for code in place.countries]
    for country in (*beside, cast.main, cast.other):
        for code in quantity.others:
            if country in scene.knowledge.currencies[code].countries:
                return replace(quantity, unit=code)
    return quantity


def _read_passage(scene: Scene, cast: Cast, passage: Passage, told: Told) -> tuple[list[Figure], Told]:
    quantities = passage.quantities
    growing = not GROWING.isdisjoint(map(_kind, quantities))
    growths = find_growths(scene, passage) if growing else {}
    readings: dict[int, tuple[str, str]] = {}
    hints, last = told, len(quantities) - 1
    for k, quantity in enumerate(quantities):
        if k in growths:
            continue
        reading = level(scene, passage, quantity, hints)
        if reading is not None:
            readings[k] = reading
            if k == last:
                break
            hints = hinted(scene, Figure(reading[0], "level", (), quantity.value, reading[1], quantity.span), hints)
    if not readings and not growths:
        return [], told
    owners: dict[int, int] = {}
    changes: dict[int, Growth] = {}
    bases: tuple[Time, ...] = ()
    if growths:
        owners = attach(scene, passage, growths, sorted(readings))
        changes = {owners[k]: growths[k] for k in owners}
        bases = tuple([growth.base for growth in growths.values() if growth.base is not None])
    levels = tuple([quantities[k] for k in readings]) if len(readings) < len(quantities) else quantities
    setting = Setting(scene, cast, passage, levels, bases)
    figures: list[Figure] = []
    for k in sorted([*readings, *growths]) if growths else readings:
        quantity = quantities[k]
        if k in readings:
            key, unit = readings[k]
            found = level_figures(setting, quantity, key, unit, changes.get(k), told)
        elif k not in owners:
            alone = growth_figure(setting, growths[k], told)
            found = [] if alone is None else [alone]
        else:
            continue
        for figure in found:
            told = after(scene, passage, figure, told, flow=_is_flow(scene, quantity, figure))
        figures += found
    return figures, told


def _is_flow(scene: Scene, quantity: Quantity, figure: Figure) -> bool:
    """Whether a figure covers a period that others may share."""
    period = figure.period
    if period is None or figure.kind == "target" or len(period) == len("2024-06-12"):
        return False
    return metric_named(scene, figure.metric).time == "flow" and not _is_base(scene, quantity)


def _is_base(scene: Scene, quantity: Quantity) -> bool:
    """Whether an amount is what another is compared with: "53 million tonnes from 86 million the year before"."""
    before = scene.lowers[quantity.begin - 1]
    return before in {"from", "against", "than", "versus", "with"}


def _distinct(figures: list[Figure]) -> list[Figure]:
    """Each figure once: the same amount told again adds nothing."""
    seen: set[tuple[object, ...]] = set()
    found = []
    for figure in figures:
        key = (figure.metric, figure.value, figure.value_high, figure.unit, figure.period, figure.kind)
        if key not in seen:
            seen.add(key)
            found.append(figure)
    return found
