"""A figure put together: value, unit, kind, parties, period, growth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from kzhu.errors import PeriodError
from kzhu.extract.figures.growth import Growth, held, is_difference, percent, sign_of
from kzhu.extract.figures.kinds import follows_a_plan, is_target
from kzhu.extract.figures.metrics import metric_of, named_before
from kzhu.extract.figures.parties import Cast, flow_of, parties_of
from kzhu.extract.figures.periods import is_rate, last_day, later, own_time, polling_day
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.spans import comes_about, coming, in_months, months_ahead, same_months, until, years_ahead
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.turns import DOWN, UP
from kzhu.extract.times import Time
from kzhu.knowledge.words import Metric
from kzhu.periods import bounds
from kzhu.records import Figure, Kind

_NAMELESS = Metric("other", "", (), (), (), ("count",), "stock", mutual=True)
_NAMELESS_AMOUNT = replace(_NAMELESS, units=("measure",), time="deal")
#: Read as of the day of what is told, though they are stocks.
_WORTH = frozenset({"worth", "totalling", "totaling"})
_DAILY = frozenset({"price", "other:rate"})
#: What has a price of its own, which holds until it is changed.
_ITEMS = frozenset("ticket tickets fare fares admission copy copies book subscription entrance".split())
_WORKED = frozenset(
    "threshed harvested sown planted ploughed plowed mown burnt burned reaped cultivated flooded cleared".split()
)
_NOW = frozenset({"still", "now", "currently"})
_PLACED = frozenset({"share", "price"})
_OF_TOLD = frozenset({("of", "it"), ("of", "them"), ("of", "this"), ("of", "these"), ("of", "that")})
_TRADED = frozenset({"exports", "imports", "trade", "sales", "purchases"})
_PAST = frozenset("was were held made took went came had bought sold accounted formed constituted claimed".split())
_TURNED = frozenset({("lower",), ("higher",), ("down",), ("up",), ("weaker",), ("stronger",)})
_DOMESTIC = frozenset(
    "revenue other:profit other:loss other:wage other:salary other:pension other:pay other:assets".split()
)
#: Tokens between two countries of one phrase.
_PHRASE = 3
_HOLDING = frozenset("holds hold held owns own owned stake acquired bought".split())


class Setting(NamedTuple):
    """What stands around the quantities of a passage."""

    scene: Scene
    cast: Cast
    passage: Passage
    #: The quantities that are figures.
    levels: tuple[Quantity, ...]
    #: Times that growths are measured against.
    bases: tuple[Time, ...]


def metric_named(scene: Scene, key: str, quantity: Quantity | None = None) -> Metric:
    """What metrics.yaml says of a metric; of "other:medicine", that a measure has no period and a count is of a day."""
    amount = quantity is not None and quantity.kind in {"measure", "money"}
    nameless = _NAMELESS_AMOUNT if amount else _NAMELESS
    return scene.knowledge.metrics.get(key, nameless)


def level_figures(
    setting: Setting, quantity: Quantity, key: str, unit: str, growth: Growth | None, told: Told
) -> list[Figure]:
    """The figure of a level; two of "from A to B"."""
    scene, passage = setting.scene, setting.passage
    metric = metric_named(scene, key, quantity)
    target = is_target(scene, passage, quantity, passage.sentence.first)
    if target and metric.time == "size" and key != "capacity":
        # "The section, 90 km long, is to be opened": the length is a fact.
        target = is_target(scene, passage, quantity, max(passage.sentence.first, quantity.first - 6))
    target = target or (key == "cost" and follows_a_plan(scene, passage))
    period = _period(setting, quantity, metric, told, growth, target=target)
    kind: Kind = "target" if target or later(period, scene.published) else "level"
    value, high = _scaled(scene, quantity)
    moved = _moved(scene, quantity)
    if moved and kind == "level":
        kind, value = "change", moved * value
    change = growth.change(period, ahead=kind == "target") if growth is not None else None
    figure = Figure(
        metric=key,
        kind=kind,
        parties=_parties(setting, quantity, metric, told),
        value=value,
        unit=unit,
        span=quantity.span,
        value_high=high,
        bound=quantity.bound,
        period=period,
        change=change,
    )
    figure = _directed(setting, quantity, figure, told)
    if high is not None and _is_way(scene, quantity):
        now = replace(figure, kind="level", period=_before(figure, metric, told), change=None, value_high=None)
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
    target = is_target(scene, passage, quantity, passage.sentence.first)
    period = None
    if not is_rate(passage, quantity):
        fine = key in _DAILY or metric.time == "stock"
        time = own_time(scene, passage, quantity, setting.levels, setting.bases, fine=fine)
        period = time.edtf if time is not None else told.flow_within(passage) if metric.time == "flow" else None
        if period is None and target and told.aim is not None and told.aim.metric == key and told.last_within(passage):
            period = told.aim.period
        if period is None and key == "price":
            period = last_day(scene, passage, quantity) or scene.published.date
    figure = Figure(
        metric=key,
        kind="target" if target else "change",
        parties=_parties(setting, quantity, metric, told),
        value=growth.value,
        unit="times" if growth.times else "percent",
        span=quantity.span,
        value_high=held(quantity.high) if quantity.high is not None and quantity.kind == "percent" else None,
        bound=quantity.bound,
        period=period,
        change=None if key == "growth" and target else growth.change(period, ahead=target),
    )
    return _directed(setting, quantity, figure, told)


def _directed(setting: Setting, quantity: Quantity, figure: Figure, told: Told) -> Figure:
    """An investment with whose money it is and where it goes, as this sentence or the figure before tells."""
    if figure.metric != "investment":
        return figure
    source, goal = flow_of(setting.scene, setting.passage, quantity.first, figure.parties)
    last = told.last
    if source is None and last is not None and (last.metric, last.parties) == (figure.metric, figure.parties):
        source, goal = last.from_country, last.to_country
    return replace(figure, from_country=source, to_country=goal)


def _parties(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> tuple[str, ...]:
    scene, passage = setting.scene, setting.passage
    last = told.last_within(passage)
    first = scene.document.token_at(quantity.span.start)
    same_sentence = last is not None and passage.sentence.start <= last.span.start
    if last is not None and last.parties:
        since = scene.document.token_at(last.span.end)
        silent = not any(since <= place.first < passage.sentence.last for place in passage.places)
        if last.metric == metric.key and (not passage.places or (same_sentence and metric.key == "share")):
            return last.parties
        if same_sentence and silent and not metric.mutual:
            return last.parties
    if metric.key in _PLACED and (own := _placed(scene, passage, quantity)):
        return _of_trade(setting, quantity, own)
    if home := _at_home(setting, quantity, metric):
        return home
    mutual = metric.mutual or (metric.key == "share" and bool(setting.cast.pair))
    found = parties_of(scene, setting.cast, passage, first, quantity.last, mutual=mutual)
    if metric.key == "share" and not mutual:
        # "Uzbekistan buys a third of it": a share of what was told; "in Kazakhstan MOL holds 27.5 percent": of a body
        # at home elsewhere.
        lowers = scene.document.lowers
        if lowers[quantity.last : quantity.last + 2] in _OF_TOLD and last is not None:
            return tuple(sorted({*found, *last.parties}))
        if setting.cast.main and _HOLDING.intersection(lowers[passage.sentence.first : first]):
            return tuple(sorted({*found, setting.cast.main}))
    return found


def _is_of_told(scene: Scene, quantity: Quantity) -> bool:
    """Whether a share was of the figure before: "made up a third of it", "an 83-percent share of this"."""
    lowers = scene.document.lowers
    if _PAST.isdisjoint(lowers[max(0, quantity.first - 6) : quantity.first]):
        return False
    return any(lowers[quantity.last + j : quantity.last + j + 2] in _OF_TOLD for j in (0, 1))


def _placed(scene: Scene, passage: Passage, quantity: Quantity) -> tuple[str, ...]:
    """The country of the place right behind: "30% of Kazakhstan's trade", "gained 1.2% in Budapest"."""
    lowers = scene.document.lowers
    last = quantity.last + (lowers[quantity.last : quantity.last + 1] in _TURNED)
    for k, place in enumerate(passage.places):
        if place.first != last + 1 or lowers[last] not in {"of", "in"}:
            continue
        after = next(iter(passage.places[k + 1 :]), None)
        if after is not None and after.first - place.last <= _PHRASE and lowers[after.first - 1] in {"to", "from"}:
            return tuple(sorted({*place.countries, *after.countries}))  # "64% of Chilean exports to Korea"
        return place.countries
    return ()


def _of_trade(setting: Setting, quantity: Quantity, own: tuple[str, ...]) -> tuple[str, ...]:
    """Also the country that takes it: "Spain took 22 percent of Moroccan exports"."""
    passage, lowers = setting.passage, setting.scene.document.lowers
    if _TRADED.isdisjoint(lowers[quantity.last : quantity.last + 6]):
        return own
    before = {
        place.countries[0]
        for place in passage.places
        if place.last <= quantity.first and place.kind == "country" and len(place.countries) == 1
    }
    return tuple(sorted({*own, *before})) if len(before) == 1 else own


def _at_home(setting: Setting, quantity: Quantity, metric: Metric) -> tuple[str, ...]:
    """The country of the pair in whose money its own companies' sales, its wages and its budget are told."""
    currency = setting.scene.knowledge.currencies.get(quantity.unit or "")
    if metric.key not in _DOMESTIC or currency is None or len(currency.countries) != 1:
        return ()
    return tuple(code for code in currency.countries if code in setting.cast.pair)


def _period(
    setting: Setting, quantity: Quantity, metric: Metric, told: Told, growth: Growth | None, *, target: bool
) -> str | None:
    """The period of a level, by what its metric is: null for a size, a rate, one deal's amount."""
    scene, passage = setting.scene, setting.passage
    size = metric.time == "size" and not _is_progress(scene, metric, quantity)
    if not target and (size or is_rate(passage, quantity)):
        return None
    if told.last is not None and _is_again(scene, quantity, told.last):
        return told.last.period
    others = tuple(level for level in setting.levels if level is not quantity)
    pieces = metric.time == "flow" and quantity.kind in {"count", "measure"}
    fine = metric.time in {"event", "stock"} or metric.key in _DAILY or size is not (metric.time == "size")
    if metric.key == "capacity" and not _is_sized(passage):
        return None  # "In March a 90 MW plant will open"
    time = own_time(scene, passage, quantity, others, setting.bases, fine=fine, unsaid=target or metric.key == "votes")
    if time is None and pieces:
        time = own_time(scene, passage, quantity, others, setting.bases, fine=True, unsaid=True)
    if time is not None and time.edtf is not None:
        one_deal = metric.time == "deal" and metric.key != "cost" and "/" not in time.edtf
        if target and metric.time == "flow" and _is_done(scene, passage, metric):
            return until(scene, quantity, time, scene.published) or time.edtf
        if (target and not _is_apart(scene, quantity, metric, time)) or not (target or one_deal):
            return _ended(scene, metric, time, held=not target)
    if target:
        ahead = months_ahead(scene, passage, scene.published) or years_ahead(scene, passage, scene.published)
        return ahead or (coming(scene, passage, scene.published) if quantity.kind == "count" else None)
    riders = metric.key == "other:passenger" and quantity.unit == "person"  # of one bus or boat
    if metric.time == "flow" and metric.key != "share" and not riders:
        return _of_flow(setting, quantity, metric.key, told, growth)
    last = told.last
    if (
        metric.key == "share"
        and last is not None
        and (last.span.start >= passage.sentence.start or _is_of_told(scene, quantity))
        and last.kind == "level"
    ):
        return last.period  # "came to $3.6 billion in 2022 and made up 19 percent of GDP"
    return _as_of(setting, quantity, metric)


def _is_apart(scene: Scene, quantity: Quantity, metric: Metric, time: Time) -> bool:
    """Whether a time behind a deal's amount is of what is told next: "will cost 9 million and open in 2030"."""
    if metric.key == "capacity":
        return False
    return metric.time == "deal" and "and" in scene.document.lowers[quantity.last : time.first]


def _is_sized(passage: Passage) -> bool:
    """Whether a sentence speaks of a capacity by that name."""
    return any("capacity" in cue.metrics for cue in passage.cues)


def _ended(scene: Scene, metric: Metric, time: Time, *, held: bool) -> str | None:
    """A time, the last day of it for a stock "at the end of March"; what is told as held is not of a coming day."""
    edtf = time.edtf
    if held and edtf is not None and time.form not in {"absolute", "partial"} and later(edtf, scene.published):
        edtf = _gone_by(edtf)
    if metric.time != "stock" or edtf is None or len(edtf) != len("2024-03"):
        return edtf
    if "end" not in scene.document.lowers[max(0, time.first - 4) : time.first + 3]:
        return edtf
    try:
        first, last = bounds(edtf)
    except PeriodError:
        return edtf
    if held and later(last.isoformat(), scene.published):
        last = first - timedelta(days=1)  # "stood at $33 billion at the end of the month"
    return last.isoformat()


def _gone_by(edtf: str) -> str:
    """The same weekday of the week before, or the month before."""
    if len(edtf) == len("2024-06-12"):
        return (date.fromisoformat(edtf) - timedelta(days=7)).isoformat()
    return edtf


def _is_done(scene: Scene, passage: Passage, metric: Metric) -> bool:
    """Whether a verb tells what is to be done all along: "to export 9 million tonnes", not "exports are to reach"."""
    lowers = scene.document.lowers
    return any(metric.key in cue.metrics and lowers[cue.first - 1] in {"to", "will", "would"} for cue in passage.cues)


def _of_flow(setting: Setting, quantity: Quantity, key: str, told: Told, growth: Growth | None) -> str | None:
    """The period of a flow whose clause has none: that of the flow before it, or the year after its base."""
    scene, passage = setting.scene, setting.passage
    document = scene.document
    before = document.lowers[document.token_at(quantity.span.start) - 1]
    if before in _WORTH and quantity.kind == "money" and any("investment" in cue.metrics for cue in passage.cues):
        return scene.published.date  # what projects are worth holds now
    flow = told.flow_within(passage, key)
    again = same_months(scene, passage, quantity, flow)
    if again is not None:
        return again
    if before == "from" and flow is not None and told.last is not None:
        # "Sales fell from 9.9 trillion": what it was before, where the text has told which year that is.
        return told.last.change.base if told.last.change is not None else None
    if flow is None and quantity.kind in {"count", "measure"}:
        flow = in_months(scene, passage, scene.published)
    if flow is None and growth is not None and growth.base is not None:
        base = growth.base.edtf
        return str(int(base) + 1) if base is not None and base.isdigit() and len(base) == len("2023") else None
    return flow


def _as_of(setting: Setting, quantity: Quantity, metric: Metric) -> str | None:
    """The day of what is told without one: of an event the last day told of, of a stock that of the article."""
    scene, passage = setting.scene, setting.passage
    published = scene.published.date
    lowers = scene.document.lowers
    if metric.key == "votes":
        return polling_day(scene, passage) or published
    if metric.time == "event" or metric.key == "other:passenger":
        return last_day(scene, passage, quantity) or published
    if metric.key in _DAILY:
        items = not _ITEMS.isdisjoint(lowers[passage.sentence.first : passage.sentence.last])
        return None if items else last_day(scene, passage, quantity) or published
    if metric.time == "stock" or _is_progress(scene, metric, quantity):
        if comes_about(scene, passage):
            return last_day(scene, passage, quantity) or published
        return published
    if metric.key == "share":
        return published if _HOLDING.intersection(lowers[max(0, quantity.first - 6) : quantity.first]) else None
    still = metric.key == "cost" and not _NOW.isdisjoint(lowers[max(0, quantity.first - 6) : quantity.first])
    return published if still else None


def _is_progress(scene: Scene, metric: Metric, quantity: Quantity) -> bool:
    """Whether an area is how far some work has come: "have threshed 15.4 million hectares"."""
    lowers = scene.document.lowers
    near = (*lowers[max(0, quantity.first - 6) : quantity.first], *lowers[quantity.last : quantity.last + 5])
    return metric.key == "area" and not _WORKED.isdisjoint(near)


def _is_again(scene: Scene, quantity: Quantity, last: Figure) -> bool:
    """Whether it tells the figure before in another way: "15.4 million hectares, or 91.2% of the area"."""
    first = scene.document.token_at(quantity.span.start)
    behind = scene.document.token_at(last.span.end)
    return behind <= first <= behind + 2 and scene.document.lowers[first - 1] == "or"


def _before(figure: Figure, metric: Metric, told: Told) -> str | None:
    """The period of A in "from A to B": the base that the text told last, the day of telling for a plan's stock."""
    if metric.time != "flow" or figure.kind != "level":
        return None
    return told.last.change.base if told.last is not None and told.last.change is not None else None


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
    return held(quantity.value * factor), None if quantity.high is None else held(quantity.high * factor)


def _moved(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 where an amount in units is a growth: "by 1.3 million barrels", "by 0.25 percentage points"."""
    first = scene.document.token_at(quantity.span.start)
    if quantity.direction and (quantity.kind == "point" or scene.document.lowers[first - 1] == "by"):
        return 1 if quantity.direction == "up" else -1
    if scene.document.lowers[first - 1] == "by":
        return sign_of(scene, quantity)
    return is_difference(scene, quantity)
