"""A text's figures, sentence by sentence: each quantity is a figure, the growth of one, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from kzhu.extract.document import Document
from kzhu.extract.figures.cues import counted, find_cues
from kzhu.extract.figures.growth import Growth, attach, find_growths, is_difference, percent, sign_of
from kzhu.extract.figures.kinds import is_target
from kzhu.extract.figures.metrics import metric_of
from kzhu.extract.figures.nouns import is_idle, noun_before
from kzhu.extract.figures.parties import Cast, cast_of, flow_of, parties_of
from kzhu.extract.figures.periods import Told, is_rate, last_day, later, own_time
from kzhu.extract.figures.scene import Passage, Scene, passages
from kzhu.extract.places import PlaceMention
from kzhu.extract.quantities import Quantity, find_quantities
from kzhu.extract.quantities.turns import DOWN, UP
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.knowledge.words import Metric
from kzhu.records import Change, Figure, Kind, Person, Published

_NAMELESS = Metric("other", "", (), (), (), ("count",), "stock", mutual=True)
_NAMELESS_MEASURE = replace(_NAMELESS, units=("measure",), time="deal")
#: Words for a figure told before.
_ANAPHORS = frozenset("this that it indicator figure total sum amount inflow number volume another".split())
_THIS = frozenset({("this",), ("that",), ("it",), ("which",)})
_BEING = frozenset({"is", "was", "represents", "marks", "means", "figure"})


@dataclass(frozen=True, slots=True)
class _State:
    """What the text told before the sentence that is being read."""

    told: Told = Told()
    last: Figure | None = None
    #: The last amount of money.
    money: Figure | None = None
    counted: Figure | None = None
    paragraph: int = -1


def read_figures(
    document: Document,
    places: tuple[PlaceMention, ...],
    times: tuple[Time, ...],
    people: tuple[Person, ...],  # noqa: ARG001 - the pipeline hands every reader of facts the same
    published: Published,
    knowledge: Knowledge,
) -> tuple[Figure, ...]:
    """Every figure, in order of the text."""
    quantities = find_quantities(document, knowledge)
    if not quantities:
        return ()
    amounts = {i for quantity in quantities if quantity.kind != "count" for i in range(quantity.first, quantity.last)}
    scene = Scene(
        document,
        knowledge,
        published,
        quantities,
        # "US dollars" names neither a price nor a country.
        tuple(cue for cue in find_cues(document, knowledge) if cue.first not in amounts),
        times,
        tuple(place for place in places if place.first not in amounts),
    )
    cast = cast_of(scene.places)
    scene = replace(scene, quantities=tuple(_settled(scene, cast, quantity) for quantity in quantities))
    figures: list[Figure] = []
    state = _State()
    for passage in passages(scene):
        found, state = _read_passage(scene, cast, passage, state)
        if found and state.last is not None and _retells(scene, passage, found, figures):
            figures[-1] = replace(figures[-1], change=found[0].change)
            found = found[1:]
        figures += found
    return tuple(_distinct(figures))


def _retells(scene: Scene, passage: Passage, found: list[Figure], before: list[Figure]) -> bool:
    """Whether a sentence opens with the growth of the figure told last: "This is 27 percent more than in 2022"."""
    first, last = found[0], before[-1] if before else None
    if last is None or first.kind != "change" or last.kind != "level" or last.change or first.metric != last.metric:
        return False
    words = scene.document.lowers[passage.sentence.first : passage.sentence.first + 4]
    return words[:1] in _THIS and bool(_BEING.intersection(words[1:]))


def _settled(scene: Scene, cast: Cast, quantity: Quantity) -> Quantity:
    """A currency whose name several share is that of the country the article is about, where it has one ("pesos")."""
    if len(quantity.others) < 2:
        return quantity
    for country in (cast.main, cast.other):
        for code in quantity.others:
            if country in scene.knowledge.currencies[code].countries:
                return quantity._replace(unit=code)
    return quantity


def _read_passage(scene: Scene, cast: Cast, passage: Passage, state: _State) -> tuple[list[Figure], _State]:
    quantities = passage.quantities
    growths = find_growths(scene, passage)
    readings: dict[int, tuple[str, str]] = {}
    for k, quantity in enumerate(quantities):
        if k not in growths:
            reading = _level(scene, passage, quantity, state)
            if reading is not None:
                readings[k] = reading
                if state.counted is None or quantity.kind in {"count", "money"}:
                    sketch = _sketch(reading, quantity)
                    money = sketch if sketch.unit in scene.knowledge.currencies else state.money
                    state = replace(state, money=money, counted=_counted(reading, quantity, state))
    owners = attach(scene, passage, growths, sorted(readings))
    changes = {owners[k]: growth for k, growth in growths.items() if k in owners}
    bases = tuple(growth.base for growth in growths.values() if growth.base is not None)
    levels = tuple(quantities[k] for k in readings)
    figures: list[Figure] = []
    for k, quantity in enumerate(quantities):
        if k in readings:
            metric, unit = readings[k]
            others = tuple(level for level in levels if level is not quantity)
            found = _figure(scene, cast, passage, quantity, metric, unit, changes.get(k), others, bases, state)
        elif k in growths and k not in owners:
            found = _growth_alone(scene, cast, passage, growths[k], levels, bases, state)
        else:
            continue
        for figure in found:
            figures.append(figure)
            state = _after(scene, passage, figure, state)
    return figures, state


def _sketch(reading: tuple[str, str], quantity: Quantity) -> Figure:
    """A figure of which only metric and unit are known yet, for what refers back to it in its own sentence."""
    return Figure(reading[0], "level", (), quantity.value, reading[1], quantity.span)


def _counted(reading: tuple[str, str], quantity: Quantity, state: _State) -> Figure | None:
    return _sketch(reading, quantity) if quantity.kind in {"count", "bare"} else state.counted


def _level(scene: Scene, passage: Passage, quantity: Quantity, state: _State) -> tuple[str, str] | None:
    """(metric, unit) of a quantity that is a figure of its own; None for one that is none."""
    if quantity.twin or quantity.vague or quantity.kind in {"time", "age", "degree", "times"}:
        return None
    if quantity.kind == "bare":
        return _bare(scene, passage, quantity, state)
    if quantity.kind == "count":
        quantity = _named(scene, passage, quantity)
        if is_idle(scene, quantity):
            return None
        metric = metric_of(scene, passage, quantity)
        return (metric, str(quantity.unit)) if metric else None
    metric = metric_of(scene, passage, quantity)
    if quantity.kind in {"percent", "part"}:
        return metric or "share", "percent"
    if quantity.kind == "point":
        return (metric, "percentage point") if metric and quantity.unit != "point" else None
    if metric is None:
        metric = _inherited(scene, passage, quantity, state)
    if quantity.kind == "money":
        return metric or "cost", str(quantity.unit)
    if metric is None or quantity.unit is None:
        return None
    kind = scene.knowledge.units[quantity.unit].kind
    if kind in {"voltage", "frequency", "data", "speed", "current", "sound", "pressure", "concentration", "cent"}:
        return None
    return metric, scene.knowledge.units[quantity.unit].base


def _named(scene: Scene, passage: Passage, quantity: Quantity) -> Quantity:
    """Its counted noun as records write it: Hungarians are persons, "joint ventures" keep both words."""
    if quantity.noun is None or quantity.unit is None:
        return quantity
    head = quantity.noun[1] - 1
    if any(place.kind == "people" and place.first <= head < place.last for place in passage.places):
        return quantity._replace(unit="person")
    pair = f"{scene.document.lowers[head - 1]} {quantity.unit}"
    return quantity._replace(unit=pair) if pair in counted(scene.knowledge) else quantity


def _inherited(scene: Scene, passage: Passage, quantity: Quantity, state: _State) -> str | None:
    """The metric told before, where this sentence names none."""
    money = quantity.kind == "money"
    last = state.money if money else state.last
    if last is None or passage.sentence.paragraph != state.paragraph:
        return None
    same = money == (last.unit in scene.knowledge.currencies)
    lowers = scene.document.lowers
    anaphor = any(word in _ANAPHORS for word in lowers[passage.sentence.first : quantity.first])
    aimed = money and is_target(scene, passage, quantity, passage.sentence.first)
    return last.metric if same and (anaphor or aimed or quantity.lent or (not money and last.unit == quantity.unit)) else None


def _bare(scene: Scene, passage: Passage, quantity: Quantity, state: _State) -> tuple[str, str] | None:
    """A number whose unit or noun stands elsewhere."""
    lowers = scene.document.lowers
    last = state.money
    if quantity.high is None and quantity.value >= 10**6 and last and last.unit in scene.knowledge.currencies:
        if last.unit and not quantity.noun and passage.cues:
            metric = metric_of(scene, passage, quantity._replace(kind="money", unit=last.unit))
            return (metric or last.metric), last.unit
        return None
    doing = metric_of(scene, passage, quantity)
    noun = noun_before(scene, passage, quantity)
    if noun is not None:
        named = quantity._replace(kind="count", unit=noun)
        return (metric_of(scene, passage, named) or f"other:{noun}"), noun
    after = lowers[quantity.last : quantity.last + 2]
    if after in {("of", "them"), ("of", "whom"), ("of", "which"), ("of", "these"), ("of", "those")}:
        if doing == "casualties":
            return doing, "person"
        return (state.counted.metric, state.counted.unit) if state.counted else None
    if doing == "casualties" and (
        after[:1] and after[0] in {"were", "was", "are", "have", "had", "people", "others", "more"}
    ):
        return doing, "person"
    if doing == "casualties" and quantity.bound != "=" and after[:1] != ("of",):
        return doing, "person"
    if (
        lowers[quantity.first - 1] == "to"
        and "number" in lowers[max(0, quantity.first - 4) : quantity.first]
        and state.counted
    ):
        return state.counted.metric, state.counted.unit
    return None


def _metric(scene: Scene, key: str, quantity: Quantity | None = None) -> Metric:
    """What metrics.yaml says of a metric; of "other:medicine", that a measure has no period and a count is of a day."""
    nameless = _NAMELESS_MEASURE if quantity is not None and quantity.kind == "measure" else _NAMELESS
    return scene.knowledge.metrics.get(key, nameless)


def _figure(
    scene: Scene,
    cast: Cast,
    passage: Passage,
    quantity: Quantity,
    key: str,
    unit: str,
    growth: Growth | None,
    others: tuple[Quantity, ...],
    bases: tuple[Time, ...],
    state: _State,
) -> list[Figure]:
    metric = _metric(scene, key, quantity)
    target = is_target(scene, passage, quantity, passage.sentence.first)
    if metric.time == "size" and key != "capacity" and quantity.last < passage.sentence.last and target:
        target = is_target(scene, passage, quantity, max(passage.sentence.first, quantity.first - 6))
    period = _period(scene, passage, quantity, metric, others, bases, state, target=target)
    kind: Kind = "target" if target or later(period, scene.published.date) else "level"
    value, high = _scaled(scene, quantity)
    moved = _moved(scene, quantity)
    if moved and kind == "level":
        kind, value = "change", moved * value
    change = growth.change(period, ahead=kind == "target") if growth is not None else None
    parties = _parties(scene, cast, passage, quantity, metric, state)
    source, goal = flow_of(scene, passage, quantity.first, parties) if key == "investment" else (None, None)
    if (
        key == "investment"
        and source is None
        and state.last
        and state.last.metric == key
        and state.last.parties == parties
    ):
        source, goal = state.last.from_country, state.last.to_country
    figure = Figure(
        metric=key,
        kind=kind,
        parties=parties,
        value=value,
        unit=unit,
        span=quantity.span,
        value_high=high,
        bound=quantity.bound,
        period=period,
        change=change,
        from_country=source,
        to_country=goal,
    )
    if high is not None and _is_way(scene, quantity):
        return [replace(figure, value_high=None), replace(figure, value=high, value_high=None)]
    return [figure]


def _is_way(scene: Scene, quantity: Quantity) -> bool:
    """Whether "from A to B" is the way from one level to another: a verb of change stands before it."""
    first = scene.document.token_at(quantity.span.start)
    words = scene.document.lowers[max(0, first - 9) : first]
    return quantity.course and any(word in UP or word in DOWN for word in words)


def _scaled(scene: Scene, quantity: Quantity) -> tuple[Decimal, Decimal | None]:
    """The value in the unit of records: 1 GW is 1000 MW, a third is 33.33 percent."""
    if quantity.kind == "part":
        return percent(quantity), None
    unit = scene.knowledge.units.get(quantity.unit) if quantity.unit else None
    factor = unit.factor if unit is not None and quantity.kind in {"measure", "count", "point"} else Decimal(1)
    return quantity.value * factor, None if quantity.high is None else quantity.high * factor


def _moved(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 where an amount in units is a growth: "by 1.3 million barrels", "by 0.25 percentage points"."""
    first = scene.document.token_at(quantity.span.start)
    if quantity.direction and (quantity.kind == "point" or scene.document.lowers[first - 1] == "by"):
        return 1 if quantity.direction == "up" else -1
    if scene.document.lowers[first - 1] == "by":
        return sign_of(scene, quantity)
    return is_difference(scene, quantity)


def _parties(
    scene: Scene, cast: Cast, passage: Passage, quantity: Quantity, metric: Metric, state: _State
) -> tuple[str, ...]:
    last = state.last
    if last and last.metric == metric.key and last.parties and state.paragraph == passage.sentence.paragraph:
        same = passage.sentence.start <= last.span.start
        if not passage.places or (same and metric.key == "share"):
            return last.parties
    first = scene.document.token_at(quantity.span.start)
    return parties_of(scene, cast, passage, first, quantity.last, mutual=metric.mutual)


def _period(
    scene: Scene,
    passage: Passage,
    quantity: Quantity,
    metric: Metric,
    others: tuple[Quantity, ...],
    bases: tuple[Time, ...],
    state: _State,
    *,
    target: bool,
) -> str | None:
    if metric.time == "size" and not target:
        return None
    if is_rate(passage, quantity) and not target:
        return None
    fine = metric.time in {"event", "stock"} or metric.key == "price"
    time = own_time(scene, passage, quantity, others, bases, fine=fine)
    if (
        time is not None
        and metric.time == "deal"
        and not target
        and "/" not in (time.edtf or "")
        and metric.key != "cost"
    ):
        time = None
    if time is not None:
        return time.edtf
    if target:
        return None
    if metric.time == "event" or metric.key in {"price", "other:rate"}:
        return last_day(scene, passage, quantity) or scene.published.date
    if metric.time == "stock":
        return scene.published.date
    if metric.time == "flow" and metric.key not in {"share"} and state.told.paragraph == passage.sentence.paragraph:
        return state.told.flow
    if metric.key == "cost" and scene.document.lowers[scene.document.token_at(quantity.span.start) - 1] == "costs":
        return scene.published.date
    return None


def _growth_alone(
    scene: Scene,
    cast: Cast,
    passage: Passage,
    growth: Growth,
    levels: tuple[Quantity, ...],
    bases: tuple[Time, ...],
    state: _State,
) -> list[Figure]:
    """A growth told with no level: the figure is the growth."""
    quantity = growth.quantity
    key = metric_of(scene, passage, quantity, growth=True)
    if key is None and state.last is not None and state.paragraph == passage.sentence.paragraph:
        key = state.last.metric
    if key is None:
        return []
    if key == "gdp":
        key = "growth"
    metric = _metric(scene, key)
    target = is_target(scene, passage, quantity, passage.sentence.first)
    time = own_time(scene, passage, quantity, levels, bases, fine=key == "price" or metric.time == "stock")
    rate = is_rate(passage, quantity)
    period = None if rate else time.edtf if time is not None else None
    if period is None and not rate and metric.time == "flow" and state.told.paragraph == passage.sentence.paragraph:
        period = state.told.flow
    parties = _parties(scene, cast, passage, quantity, metric, state)
    change: Change | None = growth.change(period, ahead=target)
    kind: Kind = "target" if target else "change"
    if key == "growth" and target:
        change = None
    source, goal = flow_of(scene, passage, quantity.first, parties) if key == "investment" else (None, None)
    high = quantity.high if quantity.kind == "percent" else None
    return [
        Figure(
            metric=key,
            kind=kind,
            parties=parties,
            value=growth.value,
            unit="times" if growth.times else "percent",
            span=quantity.span,
            value_high=high,
            bound=quantity.bound,
            period=period,
            change=change,
            from_country=source,
            to_country=goal,
        )
    ]


def _after(scene: Scene, passage: Passage, figure: Figure, state: _State) -> _State:
    told = state.told
    paragraph = passage.sentence.paragraph
    if figure.period and figure.kind != "target" and _metric(scene, figure.metric).time == "flow":
        told = replace(told, flow=figure.period, paragraph=paragraph)
    counted = figure if figure.unit not in scene.knowledge.currencies and figure.unit != "percent" else state.counted
    money = figure if figure.unit in scene.knowledge.currencies else state.money
    return replace(state, told=told, last=figure, money=money, counted=counted, paragraph=paragraph)


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
