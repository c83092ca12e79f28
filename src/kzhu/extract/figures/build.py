"""A figure put together: value, unit, kind, parties, period, growth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from kzhu.extract.figures.covers import growth_period, period_of
from kzhu.extract.figures.growth import Growth, held, is_difference, percent, sign_of
from kzhu.extract.figures.kinds import is_aim, is_forecast, is_target
from kzhu.extract.figures.metrics import metric_of
from kzhu.extract.figures.nearest import named_before
from kzhu.extract.figures.parties import flow_of
from kzhu.extract.figures.periods import later
from kzhu.extract.figures.scene import Scene
from kzhu.extract.figures.setting import Setting, metric_named
from kzhu.extract.figures.told import Told
from kzhu.extract.figures.whose import whose
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.turns import DOWN, UP
from kzhu.knowledge.words import Metric
from kzhu.records import Figure, Kind

_FORECASTS = frozenset("forecast forecasts projection projections outlook estimate estimates prediction".split())
#: What is itself a growth: of one foreseen no other is told.
_UP_BY = frozenset({(",", "up"), (",", "down")})
_TURNED: dict[tuple[str, ...], int] = {("cheaper",): -1, ("dearer",): 1, ("costlier",): 1}
#: Kinds of quantity that records tell in a unit of their own.
_SCALED = frozenset({"measure", "count", "point"})
_RATES = frozenset({"growth", "other:inflation"})


def level_figures(
    setting: Setting, quantity: Quantity, key: str, unit: str, growth: Growth | None, told: Told
) -> list[Figure]:
    """The figure of a level; two of "from A to B"."""
    scene, passage = setting.scene, setting.passage
    metric = metric_named(scene, key, quantity)
    target = is_aim(scene, passage, quantity, key, size=metric.time == "size")
    period = period_of(setting, quantity, metric, told, growth, target=target)
    kind: Kind = "target" if target or later(period, scene.published) else "level"
    value, high = _scaled(scene, quantity)
    moved = _moved(scene, quantity)
    if moved and kind == "level":
        kind, value = "change", moved * value
    change = growth.change(period, ahead=kind == "target") if growth is not None else None
    parties = whose(setting, quantity, metric, told)
    source, goal = _ways(setting, quantity, parties, told) if key == "investment" else (None, None)
    # Names of arguments would double what the call costs.
    figure = Figure(
        key, kind, parties, value, unit, quantity.span, high, quantity.bound, period, change, source, goal
    )  # fmt: skip
    if high is not None and _is_way(scene, quantity):
        before: Kind = figure.kind if is_forecast(scene, passage, quantity) else "level"
        period = figure.period if before == "target" else _before(figure, metric, told)
        now = replace(figure, kind=before, period=period, change=None, value_high=None)
        return [now, replace(figure, value=high, value_high=None)]
    return [figure]


def growth_figure(setting: Setting, growth: Growth, told: Told) -> Figure | None:
    """The figure of a growth told with no level; None where nothing says what grew."""
    scene, passage, quantity = setting.scene, setting.passage, growth.quantity
    last = told.last_within(passage)
    key = metric_of(scene, passage, quantity, growth=True)
    if key is None and last is not None and last.metric in scene.knowledge.metrics:
        key = last.metric
    key = key or named_before(scene, passage, quantity, growth=True) or (last.metric if last is not None else None)
    if key is None or (key not in scene.knowledge.metrics and last is not None and key == last.metric):
        return None
    metric = metric_named(scene, key)
    target = is_target(scene, passage, quantity, passage.first)
    period = growth_period(setting, quantity, metric, told, target=target)
    parties = whose(setting, quantity, metric, told)
    source, goal = _ways(setting, quantity, parties, told) if key == "investment" else (None, None)
    return Figure(
        metric=key,
        kind="target" if target else "change",
        parties=parties,
        value=growth.value,
        unit="times" if growth.times else "percent",
        span=quantity.span,
        value_high=held(quantity.high) if quantity.high is not None and quantity.kind == "percent" else None,
        bound=quantity.bound,
        period=period,
        change=None if key in _RATES and target else growth.change(period, ahead=target),
        from_country=source,
        to_country=goal,
    )


def _ways(setting: Setting, quantity: Quantity, parties: tuple[str, ...], told: Told) -> tuple[str | None, str | None]:
    """Whose money an investment is and where it goes, as this sentence or the figure before tells."""
    source, goal = flow_of(setting.scene, setting.passage, quantity.first, parties)
    last = told.last
    if source is None and last is not None and last.metric == "investment" and last.parties == parties:
        return last.from_country, last.to_country
    return source, goal


def _before(figure: Figure, metric: Metric, told: Told) -> str | None:
    """The period of A in "from A to B": the base that the text told last, the day of telling for a plan's stock."""
    if metric.time != "flow" or figure.kind != "level":
        return None
    return told.last.change.base if told.last is not None and told.last.change is not None else None


def _is_forecast(setting: Setting, quantity: Quantity) -> bool:
    """Whether both ends of "from A to B" are forecasts, an old one and a new."""
    words = setting.scene.lowers[setting.passage.first : quantity.first]
    return not _FORECASTS.isdisjoint(words)


def _is_way(scene: Scene, quantity: Quantity) -> bool:
    """Whether "from A to B" is the way from one level to another: a verb of change stands before it."""
    first = quantity.begin
    words = scene.lowers[max(0, first - 9) : first]
    return quantity.course and not (UP.isdisjoint(words) and DOWN.isdisjoint(words))


def _scaled(scene: Scene, quantity: Quantity) -> tuple[Decimal, Decimal | None]:
    """The value in the unit of records: 1 GW is 1000 MW, a third is 33.33 percent."""
    if quantity.kind == "part":
        return percent(quantity), None
    value, high = quantity.value, quantity.high
    unit = scene.knowledge.units.get(quantity.unit or "") if quantity.kind in _SCALED else None
    if unit is not None:
        value, high = value * unit.factor, None if high is None else high * unit.factor
    return held(value), None if high is None else held(high)


def _moved(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 where an amount in units is a growth: "by 1.3 million barrels", "by 0.25 percentage points"."""
    lowers, first, direction = scene.lowers, quantity.begin, quantity.direction
    before = lowers[first - 1]
    if direction and (before == "by" or quantity.kind == "point"):
        return 1 if direction == "up" else -1
    if before == "by":
        return sign_of(scene, quantity)
    if quantity.kind == "money":
        behind = lowers[quantity.last : quantity.last + 3]
        if direction and behind[:1] == ("to",) and _is_amount(behind[1:]):
            return 1 if direction == "up" else -1  # "zinc added 12 dollars to 2,560"
        if before in {"up", "down"} and lowers[first - 2 : first] in _UP_BY:
            return 1 if before == "up" else -1  # "at 2,331 dollars, up 14"
        if behind[:1] in _TURNED:
            return _TURNED[behind[:1]]  # "became 12 dollars a ton cheaper"
    return is_difference(scene, quantity)


def _is_amount(words: tuple[str, ...]) -> bool:
    """Whether a number follows, its currency before it or not."""
    return any("0" <= word[0] < ":" for word in words)
