"""Growths: which quantities tell one, which way, of which level, and against what."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from kzhu.errors import PeriodError
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.numbers import UNDER_HUNDRED
from kzhu.extract.quantities.turns import DOWN, UP
from kzhu.extract.times import Time
from kzhu.periods import bounds, shift_years
from kzhu.records import Change

MORE = frozenset(
    "more ahead higher larger bigger greater above up faster growth increase rise gain upward dearer jump".split()
)
LESS = frozenset(
    "less behind lower fewer smaller below down decrease decline drop fall reduction cheaper slower downward slump"
    " contraction cut loss".split()
)
TURNS = MORE | LESS
_YEARLY = frozenset({"year-on-year", "year-over-year", "y/y", "yoy", "annually", "annualised", "annualized"})
#: Small words that may stand between a growth's verb and its amount.
_LINKS = frozenset({"by", "of", "a", "an", "another", "further", "some", "the", "only", "just", "to", "and", "had"})
#: "made up 45%" is no growth.
_NOT_UP = frozenset("made make makes making set sets".split())
#: Words that introduce what a growth is measured against.
_AGAINST = frozenset(
    "than compared comparison over on against from versus vs with to relative as the same year-on-year in of".split()
)
#: What may stand between a growth and its base, besides words of comparing: "short of the result of".
_MEASURED = frozenset(
    "as many much high large short shy off level result figure total that those it was were had".split()
)
_LEVELS = frozenset({("the",), ("its",), ("last",)})
_SPANNING = frozenset({"in", "than", "on", "over", "within"})
_SPANS = frozenset({"week", "day", "years"})
_DAY, _MONTH, _MONTHS = len("2024-06-12"), len("2024-06"), len("2024-01/2024-06")
_ON_YEAR = ("on", "the", "year")
_DAYS = frozenset({"day", "week"})
_COMPARING = frozenset({"than", "compared", "comparison", "against", "versus", "vs", "relative"})
#: "outstripping the same months of 2022 by a tenth".
_BEATING = frozenset(
    "outstrip outstrips outstripped outstripping outpaced outpacing exceed exceeds exceeded exceeding surpass"
    " surpassed surpasses surpassing topped tops topping beat beats beating bettered bettering overtook".split()
)
_GIVING_UP = frozenset({"gave", "give", "gives", "giving", "given"})
_RAISES = frozenset({("raise", "of"), ("increase", "of"), ("hike", "of"), ("cut", "of"), ("reduction", "of")})
_AGAIN = frozenset({("much", "again"), ("many", "again"), ("large", "again"), ("high", "again"), ("big", "again")})
#: Digits that a float holds for sure.
_HELD = 15


class Growth(NamedTuple):
    """A growth and its size, signed."""

    quantity: Quantity
    value: Decimal
    times: bool
    #: Its base period, where told.
    base: Time | None
    #: Year on year, with no period named.
    yearly: bool
    #: Since when, where that is told: "tripled since 2019".
    since: str | None = None
    #: Over how many days or years, where that is told: "in a week", "in five years".
    days: int = 0
    years: int = 0

    def change(self, period: str | None, *, ahead: bool = False) -> Change:
        """The record's change, its base worked out from the figure's period unless that lies ahead."""
        base = base_period(self, period, ahead=ahead)
        return Change(None, self.value, base) if self.times else Change(self.value, None, base)


def sign_of(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 where the words around a quantity make it a growth, else 0."""
    lowers = scene.lowers
    first = quantity.begin
    before = lowers[first - 1] if first else ""
    after = lowers[quantity.last : quantity.last + 4]
    if quantity.kind == "times" and quantity.spelled and quantity.last == quantity.first + 1 and quantity.direction:
        return 1
    if after[:1]:
        turn = _turn_behind(after)
        if turn and quantity.direction and (after[0] in _YEARLY or after[0] == "on"):
            return 1 if quantity.direction == "up" else -1  # "shrank by 6% year-on-year"
        if turn:
            return turn
        if quantity.kind == "part" and after[1:3] in _AGAIN and after[0] == "as":
            return 1  # "half as much again as in 2021"
        if quantity.kind == "times" and _as_much(after):
            return 1
    if before in {"to", "from", "at"}:
        return 0
    if before in {"or", "("}:
        return _same_way(scene, first)
    j = first - 1
    while j >= 0 and first - j < 5 and lowers[j] in _LINKS:
        if lowers[j] in {"to", "from"}:
            return 0
        j -= 1
    if j > 0 and lowers[j] == "up" and lowers[j - 1] in _GIVING_UP:
        return -1  # "the index gave up 2 percent"
    if j >= 0 and lowers[j] in UP:
        return 0 if lowers[j] == "up" and lowers[j - 1] in _NOT_UP else 1
    if j >= 0 and lowers[j] in DOWN:
        return -1
    return _turn_away(lowers, j, first)


def _same_way(scene: Scene, first: int) -> int:
    """The way of the amount just before: "fell 30 points, or 2%"."""
    for other in scene.quantities[: bisect_left(scene.quantities, first, key=lambda item: item.first)][-1:]:
        if first - other.last <= 3 and other.direction:
            return 1 if other.direction == "up" else -1
    return 0


def is_difference(scene: Scene, quantity: Quantity) -> int:
    """+1 or -1 of "4.2 bcm less than a year earlier", else 0."""
    after = scene.lowers[quantity.last : quantity.last + 2]
    return _turn_behind(after) if after[1:] == ("than",) else 0


def _turn_behind(after: tuple[str, ...]) -> int:
    """A word behind the amount that makes it a growth: "19.5% more than", "a six percent increase"."""
    word = after[0]
    if word == "year-on-year" or (len(after) > 1 and word == "on" and after[1] in {"year", "last"}):
        return 1
    if word in {"of", "in", "from"}:
        return 0
    if after[1:2] == ("of",) and word in {"short", "shy"}:
        return -1
    if word == "off" and after[1:2] in _LEVELS:
        return -1  # "6% off the level of a year earlier"
    if word in MORE:
        return 1
    if word in LESS:
        return -1
    if len(after) > 1 and word in {"annual", "yearly", "price", "pay", "year-on-year", "share"} and after[1] in TURNS:
        return 1 if after[1] in MORE else -1
    return 0


def _as_much(after: tuple[str, ...]) -> bool:
    """Whether a factor is of what follows it: "1.6 times as much as", "twice the level of"."""
    if after[:1] == ("as",):
        return "as" in after[2:]
    return after[:1] in {("the",), ("that",), ("those",), ("its",)} and after[1:2] != ("size",)


def _turn_away(lowers: tuple[str, ...], j: int, first: int) -> int:
    """A verb of change a few words before "by": "increased last year by 5%", "growth in exports of 5%"."""
    if lowers[first - 1 : first] != ("by",):
        return 0
    for k in range(j, max(-1, j - 8), -1):
        if lowers[k] in {".", ";", ":"}:
            break
        if lowers[k] in UP or lowers[k] in _BEATING:
            return 1
        if lowers[k] in DOWN:
            return -1
    return 0


#: Kinds of quantity by which something grows.
GROWING = frozenset({"percent", "times", "part"})


def find_growths(scene: Scene, passage: Passage) -> dict[int, Growth]:
    """The growths among a passage's quantities, by position."""
    found: dict[int, Growth] = {}
    for k, quantity in enumerate(passage.quantities):
        if quantity.kind not in GROWING or quantity.twin:
            continue
        sign = sign_of(scene, quantity)
        if not sign or quantity.course:
            continue
        times = quantity.kind == "times"
        value = held(quantity.value) if times else sign * percent(quantity)
        found[k] = Growth(
            quantity,
            value,
            times,
            *_base(scene, passage, k),
            _since(scene, passage, quantity),
            *_over(scene, quantity),
        )
    return found


def _over(scene: Scene, quantity: Quantity) -> tuple[int, int]:
    """The days or years that a growth took: "in a week", "less than a week ago", "in five years"."""
    words = scene.lowers[quantity.last : quantity.last + 5]
    if _SPANS.isdisjoint(words):
        return 0, 0  # the most
    for j in range(len(words) - 2):
        if words[j] not in _SPANNING or words[j + 2] not in _SPANS:
            continue
        if words[j + 1] in {"a", "the", "one"} and words[j + 2] in {"week", "day"}:
            return 7 if words[j + 2] == "week" else 1, 0
        if words[j + 1] in UNDER_HUNDRED and words[j + 2] == "years":
            return 0, UNDER_HUNDRED[words[j + 1]]
    return 0, 0


def _since(scene: Scene, passage: Passage, quantity: Quantity) -> str | None:
    """The year or month right behind a growth's "since"."""
    if "since" not in scene.document.vocabulary:
        return None  # the most
    for time in passage.times:
        begins = "since" in scene.lowers[time.first - 1 : time.first + 1]
        if quantity.last <= time.first <= quantity.last + 1 and begins and time.edtf is not None:
            return time.edtf.partition("/")[0]
    return None


def held(value: Decimal) -> Decimal:
    """A value to four places where it has more digits than a float holds: "a third of a percent" is 0.3333."""
    # As a string it has no fewer signs than digits, and that is quickly made.
    if len(str(value)) <= _HELD or len(value.as_tuple().digits) <= _HELD:
        return value
    whole = value.to_integral_value()
    return whole if value == whole else Decimal(str(round(float(value), 4)))


def percent(quantity: Quantity) -> Decimal:
    """A share in percent: a third is 33.33."""
    value = quantity.value * 100 if quantity.kind == "part" else quantity.value
    if quantity.kind != "part":
        return held(value)
    whole = value.to_integral_value()
    return whole if value == whole else value.quantize(Decimal("0.01"))


def _base(scene: Scene, passage: Passage, k: int) -> tuple[Time | None, bool]:
    """The time expression behind a growth that it is measured against, and whether it is year on year."""
    lowers = scene.lowers
    quantity = passage.quantities[k]
    stop = passage.quantities[k + 1].first if k + 1 < len(passage.quantities) else passage.last
    stop = min(stop, quantity.last + 16)
    yearly = not _YEARLY.isdisjoint(lowers[quantity.last : quantity.last + 4])
    yearly = yearly or lowers[quantity.last : quantity.last + 3] == _ON_YEAR
    for time in passage.times:
        if time.first < quantity.last or time.first >= stop:
            continue
        if time.form == "same" and (time.edtf is None or _is_yearly(lowers[time.first : time.last])):
            return None, True
        between = lowers[quantity.last : time.first]
        if between == ("from",) and lowers[quantity.first - 2 : quantity.first] in _RAISES:
            break  # "a raise of 10 percent from January"
        if ("the", "year") in (lowers[time.first - 2 : time.first], lowers[time.first : time.first + 2]):
            break  # "gained 47 percent over the year 2022"
        if time.meaning.toward == "past" and time.meaning.count and time.form != "same":
            break  # "over the past decade": the years it grew in
        if time.edtf is not None and (time.form == "same" or (time.grain not in _DAYS and _compares(between))):
            return time, yearly
        break
    return None, yearly


def _is_yearly(words: tuple[str, ...]) -> bool:
    """Whether it only says "year on year", with no year named."""
    return not _YEARLY.isdisjoint(words) or (words[:1] == words[-1:] == ("year",))


def _compares(words: tuple[str, ...]) -> bool:
    """Whether the words between a growth and a time make the time its base: "than in", "increase over"."""
    if not _COMPARING.isdisjoint(words) or words[-1:] == ("as",):
        return True
    if len(words) > 1 and words[-1] in {"in", "of", "for"} and not _MEASURED.isdisjoint(words):
        return all(word in TURNS or word in _AGAINST or word in _MEASURED for word in words)
    if not words or words[-1] not in {"on", "over", "from", "the"}:
        return False
    return all(word in TURNS or word in _AGAINST for word in words) and words[-1:] != ("the",)


def base_period(growth: Growth, period: str | None, *, ahead: bool = False) -> str | None:
    """The period a growth is measured against: as told, else a year before where that is plain."""
    told = growth.base.edtf if growth.base is not None else None
    if told is None and growth.since is not None and period is not None and "/" not in period:
        return growth.since
    try:
        if told is not None and period is not None:
            return _same_part(told, period)
        if told is not None:
            return told
        if period is not None and growth.days and len(period) == _DAY:
            return (date.fromisoformat(period) - timedelta(days=growth.days)).isoformat()
        if growth.days or growth.years:
            return shift_years(period, -growth.years) if period is not None and growth.years else None
        if period is not None and not ahead and (growth.yearly or _is_year(period) or _is_months(period)):
            return shift_years(period, -1)
    except PeriodError:
        return told
    return None


def _same_part(told: str, period: str) -> str:
    """The same months of the base year, which "compared to 2023" of an eight-month figure means."""
    if _is_months(period) and len(told) == _MONTH and told[4:] == period[-3:]:
        return shift_years(period, int(told[:4]) - int(period[:4]))  # "in January and February, on the same months"
    if not _is_year(told) or _is_year(period):
        return told
    first, last = bounds(period)
    years = int(told) - first.year
    return shift_years(period, years) if first.year == last.year and first.month != last.month else told


def _is_months(period: str) -> bool:
    """Whether it is some months of one year, which are measured against the same months: "in January-June"."""
    return len(period) == _MONTHS and period[:4] == period[8:12]


def _is_year(period: str) -> bool:
    return len(period) == 4 and period.isdigit()
