"""What a figure covers, by its metric: a stretch of months, the day it held, the day of what is told, or nothing."""

from __future__ import annotations

from datetime import date, timedelta

from kzhu.errors import PeriodError
from kzhu.extract.figures.clauses import is_past, parts
from kzhu.extract.figures.growth import Growth
from kzhu.extract.figures.periods import is_rate, last_day, later, of_lead, own_time, polling_day, recent
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.figures.setting import Setting
from kzhu.extract.figures.spans import (
    comes_about,
    coming,
    in_months,
    is_told_there,
    months_ahead,
    same_months,
    until,
    years_ahead,
)
from kzhu.extract.figures.told import Told
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.knowledge.words import Metric
from kzhu.periods import bounds, shift_years
from kzhu.records import Figure, Published

#: Read as of the day of what is told, though they are stocks.
_DAILY = frozenset({"price", "other:rate"})
_HELD = frozenset({"event", "stock"})
_VALUED = frozenset({"valued", "estimated"})
_WORTH = frozenset({"worth", "totalling", "totaling"})
#: What has a price of its own, which holds until it is changed.
_ITEMS = frozenset("ticket tickets fare fares admission copy copies book subscription entrance".split())
_WORKED = frozenset(
    "threshed harvested sown sowed planted ploughed plowed mown burnt burned reaped cultivated flooded cleared".split()
)
_NOW = frozenset({"still", "now", "currently", "present", "presently"})
_DEALS = frozenset("grants loans credits contracts deals orders bonds subsidies donations prizes fines".split())
#: Words that go on about the amount before: "spread over 41 projects", "lent to 31 companies".
_OWN_VERB = frozenset("spread shared divided split distributed across".split())
_NEAR = 14
#: Tokens from "since" to its time.
_SINCE = 10
_GROWING = frozenset({"times", "percent", "part"})
_STANDING = frozenset("stood stands stand standing".split())
_TODAY = frozenset({"today", "nowadays"})
#: What is signed on a day and then in force.
_PAPERS = frozenset({"other:agreement", "other:document"})
_UNTIL = frozenset({"by", "until", "till", "before"})
#: Tokens before a time that opens its sentence, and so dates all of it: "By the end of".
_OPENING = 4
#: Of a part held in a company, before or behind its percentage.
_STAKES = frozenset("stake stakes shareholding holding interest shares".split())
_OF_TOLD = frozenset({("of", "which"), ("of", "it"), ("of", "them"), ("of", "this"), ("of", "these"), ("of", "that")})
_PAST = frozenset("was were held made took went came had bought sold accounted formed constituted claimed".split())
_HOLDING = frozenset("holds hold held owns own owned stake acquired bought".split())


def period_of(
    setting: Setting, quantity: Quantity, metric: Metric, told: Told, growth: Growth | None, *, target: bool
) -> str | None:
    """The period of a level, by what its metric is: null for a size, a rate, one deal's amount."""
    scene, passage = setting.scene, setting.passage
    size = metric.time == "size" and not _is_progress(scene, metric, quantity)
    if not target and (size or is_rate(scene, passage, quantity)):
        return None
    if told.last is not None and _is_again(scene, quantity, told.last):
        return told.last.period
    if metric.key == "capacity" and not _is_sized(passage) and not _is_by_then(scene, passage, quantity):
        return None  # "In March a 90 MW plant will open"
    if metric.key == "flights" and any(other.kind == "set" for other in passage.times):
        return None  # "three a week instead of two"
    time = _time_of(setting, quantity, metric, target=target, sized=size) if passage.times else None
    if time is not None and time.edtf is not None:
        one_deal = metric.time == "deal" and metric.key != "cost" and "/" not in time.edtf and quantity.kind == "money"
        one_deal = one_deal and not (time.grain == "year" and _is_many(scene, passage, quantity))
        if target and metric.time == "flow" and _is_done(scene, passage, metric):
            return until(scene, quantity, time, scene.published) or time.edtf
        apart = (target or metric.key == "cost") and _is_apart(scene, passage, quantity, metric, time)
        if not apart and (target or not one_deal):
            return _end_of(scene, passage, quantity, time) or _ended(scene, metric, time, held=not target)
    if target and (following := _following(scene, passage, quantity, told)) is not None:
        return following
    if target:
        ahead = months_ahead(scene, passage, scene.published) or years_ahead(scene, passage, scene.published)
        goes = quantity.kind == "count" and metric.key not in {"jobs", "capacity"}
        return ahead or (coming(scene, passage, scene.published) if goes else None)
    if metric.key == "other:passenger":
        # Those on one bus or boat are of the day that the news is of.
        return told.flow_within(passage) or recent(last_day(scene, passage, quantity), scene.published)
    if metric.time == "flow" and metric.key != "share":
        return _of_flow(setting, quantity, metric.key, told, growth)
    if metric.key == "share":
        return _of_share(setting, quantity, told)
    return _as_of(setting, quantity, metric, told)


def _time_of(setting: Setting, quantity: Quantity, metric: Metric, *, target: bool, sized: bool) -> Time | None:
    """The time expression of its sentence that dates a level, by what its metric is."""
    scene, passage, levels = setting.scene, setting.passage, setting.levels
    others = tuple([level for level in levels if level is not quantity]) if len(levels) > 1 else ()
    fine = metric.time in _HELD or metric.key in _DAILY or sized is not (metric.time == "size")
    fine = fine or (metric.time == "flow" and _stands(scene, passage, quantity))
    unsaid = target or metric.key == "votes" or (metric.time == "stock" and metric.key not in _DAILY)
    time = own_time(scene, passage, quantity, others, setting.bases, fine=fine, unsaid=unsaid)
    if time is None and metric.time == "flow" and quantity.kind in {"count", "measure"}:
        return own_time(scene, passage, quantity, others, setting.bases, fine=True, unsaid=True)
    return time


def _of_share(setting: Setting, quantity: Quantity, told: Told) -> str | None:
    """The period of a share told without one: that of what it is a part of, where it is told as past."""
    scene, passage = setting.scene, setting.passage
    lowers = scene.lowers
    near = (*lowers[max(0, quantity.first - 6) : quantity.first], *lowers[quantity.last : quantity.last + 2])
    beside = lowers[quantity.last : quantity.last + 2] in _OF_TOLD
    of_told = _is_of_told(scene, quantity)
    if not of_told and not (_HOLDING.isdisjoint(near) and _STAKES.isdisjoint(near)):
        return scene.published.date
    past = is_past(scene, passage.sentence, quantity.first, quantity.last)
    last = told.last
    here = last is not None and last.span.start >= passage.start
    if last is not None and last.kind == "level" and ((here and (beside or past is not False)) or (beside and past)):
        return last.period  # "came to $3.6 billion in 2022 and made up 19 percent of GDP"
    if last is not None and last.kind == "level" and of_told:
        return last.period
    return told.flow_within(passage) if past else None


def _is_apart(scene: Scene, passage: Passage, quantity: Quantity, metric: Metric, time: Time) -> bool:
    """Whether a time by a deal or size is of what else is told: "will open in 2030 and cost 9 million"."""
    opens = time.last <= quantity.first and time.first - passage.first <= _OPENING
    if metric.time not in {"deal", "size"}:
        first = quantity.begin
        apart = scene.lowers[first - 1] == "and" or parts(scene, time.last, quantity.first)
        return not opens and time.last <= quantity.first and apart
    lowers = scene.lowers
    if metric.time == "size" and lowers[time.first - 1] not in _UNTIL and lowers[time.first] not in _UNTIL:
        return True  # a size holds whenever; "by 2028 the capacity will be 60 bcm" is told of as growing
    return parts(scene, min(quantity.last, time.last), max(quantity.first, time.first))


def _is_by_then(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a time by which something is to be done stands right behind: "to 20,000 cars a year by 2027"."""
    words = scene.lowers[quantity.last : quantity.last + 4]
    return "by" in words and any(0 < time.first - quantity.last <= len(words) for time in passage.times)


def _stands(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a sum is told as it stood on a day: "investment stood at $92 million on 1 October"."""
    words = scene.lowers[max(passage.first, quantity.first - 4) : quantity.first]
    return "at" in words and not _STANDING.isdisjoint(words)


def _is_many(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether an amount is of many deals: "grants worth 2 million were given in 2023"."""
    lowers = scene.lowers
    words = (
        *lowers[max(passage.first, quantity.first - 5) : quantity.first],
        *lowers[quantity.last : quantity.last + 3],
    )
    return not _DEALS.isdisjoint(words)


def _is_sized(passage: Passage) -> bool:
    """Whether a sentence speaks of a capacity by that name."""
    return any("capacity" in cue.metrics for cue in passage.cues)


def _ended(scene: Scene, metric: Metric, time: Time, *, held: bool) -> str | None:
    """A time, the last day of it for a stock "at the end of March"; what is told as held is not of a coming day."""
    edtf = time.edtf
    if not held and edtf is not None and time.form == "partial" and _is_over(edtf, scene.published):
        return shift_years(edtf, 1)  # "7 percent by December" is not of the December that is over
    if held and edtf is not None and "/" not in edtf and _is_since(scene, time):
        return _to_now(edtf, of_lead(scene) if time.grain == "day" else scene.published.date)
    if held and edtf is not None and time.form not in {"absolute", "partial"} and later(edtf, scene.published):
        edtf = _gone_by(edtf)
    if metric.time != "stock" or edtf is None or len(edtf) not in {len("2024-03"), len("2024") if held else 0}:
        return edtf
    if "end" not in scene.lowers[max(0, time.first - 4) : time.first + 3]:
        return edtf
    try:
        first, last = bounds(edtf)
    except PeriodError:
        return edtf
    if held and later(last.isoformat(), scene.published):
        last = first - timedelta(days=1)  # "stood at $33 billion at the end of the month"
    return last.isoformat()


def _end_of(scene: Scene, passage: Passage, quantity: Quantity, time: Time) -> str | None:
    """The last year of a growth that an amount crowns: "doubled between 2019 and 2023 and came to $310 million"."""
    if len(time.parts) != 2 or time.parts[1].grain != "year" or time.last > quantity.first:
        return None
    grown = any(other.kind in _GROWING and other.last <= time.first for other in passage.quantities)
    return time.parts[1].edtf or (time.edtf or "")[-4:] if grown and parts(scene, time.last, quantity.first) else None


def _following(scene: Scene, passage: Passage, quantity: Quantity, told: Told) -> str | None:
    """The year after that of the figure before: "3 percent this year and 2.5 percent next"."""
    after = scene.lowers[quantity.last : quantity.last + 2]
    last = told.last
    if after[:1] != ("next",) or after[1:] not in {(".",), (",",), (";",), ("”",)} or last is None:
        return None
    here = last.span.start >= passage.start and last.period is not None and last.period.isdigit()
    return str(int(last.period) + 1) if here and last.period is not None else None


def _is_since(scene: Scene, time: Time) -> bool:
    """Whether a time is that of what a stretch runs from: "since the opening of the line in 2019"."""
    words = scene.lowers[max(0, time.first - _SINCE) : time.first]
    if "since" not in words:
        return False
    between = words[words.index("since") + 1 :]
    return "," not in between and "and" not in between


def _to_now(edtf: str, now: str | None) -> str | None:
    """A stretch from a time to that of the article, as exact as the time is; a day, to the day of the news."""
    if now is None or len(now) < len(edtf):
        return edtf
    return f"{edtf}/{now[: len(edtf)]}" if edtf < now else edtf


def _is_over(edtf: str, published: Published) -> bool:
    """Whether a month or day was over when the article was published."""
    first = published.earliest or published.date
    return first is not None and bounds(edtf)[1] < bounds(first)[0]


def _gone_by(edtf: str) -> str:
    """The same weekday of the week before, or the month before."""
    if len(edtf) == len("2024-06-12"):
        return (date.fromisoformat(edtf) - timedelta(days=7)).isoformat()
    return edtf


def _is_done(scene: Scene, passage: Passage, metric: Metric) -> bool:
    """Whether a verb tells what is to be done all along: "to export 9 million tonnes", not "exports are to reach"."""
    lowers = scene.lowers
    return any(metric.key in cue.metrics and lowers[cue.first - 1] in {"to", "will", "would"} for cue in passage.cues)


def _of_flow(setting: Setting, quantity: Quantity, key: str, told: Told, growth: Growth | None) -> str | None:
    """The period of a flow whose clause has none: that of the flow before it, or the year after its base."""
    scene, passage = setting.scene, setting.passage
    document = scene.document
    first = quantity.begin
    before = document.lowers[first - 1]
    worth = not _WORTH.isdisjoint(document.lowers[max(0, first - 3) : first])
    if worth and quantity.kind == "money" and key == "investment":
        return scene.published.date  # what projects are worth holds now
    if key == "investment" and _VALUED.intersection(document.lowers[max(0, quantity.first - 6) : quantity.first]):
        return scene.published.date  # "the projects agreed upon are valued at $38 billion"
    if not _TODAY.isdisjoint(document.lowers[max(passage.first, first - 5) : first]):
        return scene.published.date  # "ten years ago it was 90 million, today it is 280 million"
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


def _goes_on(scene: Scene, last: Figure, quantity: Quantity) -> bool:
    """Whether an amount goes on about the one before it, with no verb of its own between."""
    lowers = scene.lowers
    begin = scene.document.token_at(last.span.end)
    words = lowers[begin : quantity.begin]
    return len(words) <= _NEAR and not _OWN_VERB.isdisjoint(words)


def _as_of(setting: Setting, quantity: Quantity, metric: Metric, told: Told) -> str | None:
    """The day of what is told without one: of an event the last day told of, of a stock that of the article."""
    scene, passage = setting.scene, setting.passage
    published = scene.published.date
    lowers = scene.lowers
    if metric.key == "votes":
        return polling_day(scene, passage) or published
    held = metric.key in _PAPERS and is_past(scene, passage.sentence, quantity.first, quantity.last) is False
    if metric.time == "event" and not held:
        return last_day(scene, passage, quantity) or published
    if metric.key in _DAILY:
        if not _ITEMS.isdisjoint(lowers[passage.first : passage.last]):
            return None
        present = is_past(scene, passage.sentence, quantity.first, quantity.last) is False
        present = present and not is_told_there(scene, passage)
        return published if present else last_day(scene, passage, quantity) or published
    counted = metric.time == "deal" and quantity.kind == "count"  # "they signed nine contracts"
    if metric.time == "stock" or counted or held or _is_progress(scene, metric, quantity):
        last = told.last
        joined = last is not None and last.span.start >= passage.start
        past = is_past(scene, passage.sentence, quantity.first, quantity.last)
        part = quantity.partitive and past is not False
        if last is not None and joined and (_goes_on(scene, last, quantity) or (part and last.period)):
            return last.period  # "stood at $92 million on 1 October, spread over 41 projects", "19 of them"
        # "He added that 62 companies were registered", "80 companies took part": of the day of what is told.
        if counted and not past:
            return None
        if not _NOW.isdisjoint(lowers[max(0, quantity.first - 6) : quantity.last + 8]):
            return published
        if past or comes_about(scene, passage) or is_told_there(scene, passage):
            return recent(last_day(scene, passage, quantity), scene.published) or published
        return published
    still = metric.key == "cost" and not _NOW.isdisjoint(lowers[max(0, quantity.first - 6) : quantity.first])
    last = told.last
    if metric.key == "cost" and last is not None and last.metric == "cost" and last.span.start >= passage.start:
        return last.period  # "costs $2.90, against $1.10 by sea"
    if still and is_told_there(scene, passage):
        return last_day(scene, passage, quantity) or published
    return published if still else None


def _is_progress(scene: Scene, metric: Metric, quantity: Quantity) -> bool:
    """Whether an area is how far some work has come: "have threshed 15.4 million hectares"."""
    lowers = scene.lowers
    near = (*lowers[max(0, quantity.first - 6) : quantity.first], *lowers[quantity.last : quantity.last + 5])
    return metric.key == "area" and not _WORKED.isdisjoint(near)


def _is_again(scene: Scene, quantity: Quantity, last: Figure) -> bool:
    """Whether it tells the figure before in another way: "15.4 million hectares, or 91.2% of the area"."""
    first = quantity.begin
    if scene.lowers[first - 1] != "or":
        return False  # the most
    behind = scene.document.token_at(last.span.end)
    return behind <= first <= behind + 2


def growth_period(setting: Setting, quantity: Quantity, metric: Metric, told: Told, *, target: bool) -> str | None:
    """The period of a growth told with no level."""
    scene, passage = setting.scene, setting.passage
    if is_rate(scene, passage, quantity):
        return None
    fine = metric.key in _DAILY or metric.time == "stock"
    time = own_time(scene, passage, quantity, setting.levels, setting.bases, fine=fine)
    if time is not None:
        return time.edtf
    last = told.last
    joined = last is not None and last.span.start >= passage.start
    period = told.flow_within(passage) if metric.time == "flow" or joined else None
    if period is None and target and told.aim is not None and told.aim.metric == metric.key:
        period = told.aim.period if told.last_within(passage) else None
    if period is None and metric.time == "stock" and metric.key not in _DAILY:
        return scene.published.date if not joined else None
    words = scene.lowers[passage.first : passage.last]
    if period is None and metric.key == "price" and _ITEMS.isdisjoint(words):
        return last_day(scene, passage, quantity) or scene.published.date
    return period


def _is_of_told(scene: Scene, quantity: Quantity) -> bool:
    """Whether a share was of the figure before: "made up a third of it", "an 83-percent share of this"."""
    lowers = scene.lowers
    if _PAST.isdisjoint(lowers[max(0, quantity.first - 6) : quantity.first]):
        return False
    return any(lowers[quantity.last + j : quantity.last + j + 2] in _OF_TOLD for j in (0, 1))
