"""The English words of time: months, weekdays, units, numbers, and the small words about them."""

from __future__ import annotations

from kzhu.extract.times.expression import Part, Unit, Vague

_MONTHS = "january february march april may june july august september october november december".split()
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_ORDER = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

MONTHS: dict[str, int] = {name: number for number, name in enumerate(_MONTHS, 1)}
#: Short forms; they need a number beside them, or their point.
SHORT_MONTHS: dict[str, int] = {
    **{name[:3]: number for number, name in enumerate(_MONTHS, 1) if name != "may"},
    "sept": 9,
}
#: Names that are also a verb, a modal or a person: they need a word of time before them.
DOUBTFUL_MONTHS = frozenset({"may", "march", "august", "april", "june"})
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(_WEEKDAYS)}
PLURAL_WEEKDAYS: dict[str, int] = {name + "s": number for number, name in enumerate(_WEEKDAYS)}
SHORT_WEEKDAYS: dict[str, int] = {
    **{name[:3]: number for number, name in enumerate(_WEEKDAYS)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
#: First month of each season; a winter runs into the next year.
SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

CARDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_COUNT, 1)},
    **{word: 10 * number for number, word in enumerate(_TENS, 2)},
    **{f"{ten}-{one}": 10 * n + m for n, ten in enumerate(_TENS, 2) for m, one in enumerate(_COUNT[:9], 1)},
}
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDER, 1)},
    **{f"twenty-{word}": 20 + number for number, word in enumerate(_ORDER[:9], 1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
#: Multiples that a unit may be counted in: "two hundred years".
MULTIPLES: dict[str, int] = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
#: Counts that give no number.
SOME = frozenset({"several", "few", "many", "some", "couple", "dozens", "hundreds", "thousands", "tens"})
DECADES: dict[str, int] = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970,
    "eighties": 1980, "nineties": 1990,
}  # fmt: skip

_UNITS: tuple[Unit, ...] = ("second", "minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade")
SINGULAR_UNITS: dict[str, Unit] = {**{unit: unit for unit in _UNITS if unit != "second"}, "century": "century"}
PLURAL_UNITS: dict[str, Unit] = {**{unit + "s": unit for unit in _UNITS}, "centuries": "century"}
UNITS: dict[str, Unit] = {**SINGULAR_UNITS, **PLURAL_UNITS}
#: Words that may stand between a number or "this" and its unit without changing the time.
FILLERS = frozenset({
    "fiscal", "financial", "calendar", "full", "whole", "entire", "consecutive", "straight", "more", "long",
    "academic", "school", "business", "working", "trading", "successive", "other", "additional", "extra",
    "marketing", "budget",
})  # fmt: skip
RATES: dict[str, tuple[Unit, int]] = {
    "hourly": ("hour", 1), "daily": ("day", 1), "nightly": ("day", 1), "weekly": ("week", 1), "fortnightly":
    ("week", 2), "monthly": ("month", 1), "quarterly": ("month", 3), "annually": ("year", 1), "yearly": ("year", 1),
}  # fmt: skip

#: Words that say which of several: steps from now.
STEPS: dict[str, int] = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0, "next": 1,
    "coming": 1, "upcoming": 1, "following": 1, "ensuing": 1,
}  # fmt: skip
#: Those of them that count from a time told before.
TOLD_STEPS: dict[str, int] = {
    "previous": -1, "preceding": -1, "prior": -1, "following": 1, "ensuing": 1, "same": 0, "that": 0,
}  # fmt: skip
PARTS: dict[str, Part] = {
    "early": "early", "mid": "mid", "late": "late", "beginning": "early", "start": "early", "middle": "mid", "end":
    "late", "close": "late",
}  # fmt: skip
#: "about" and its like before an amount of time.
ABOUT = frozenset({"about", "around", "nearly", "almost", "roughly", "approximately", "some", "close"})
#: Prepositions after which a bare name of a month, season or year is one.
BEFORE_DATES = frozenset({
    "in", "of", "by", "since", "until", "till", "from", "to", "through", "during", "before", "after", "for",
    "between", "throughout", "over", "around", "about", "circa", "and", "or", "on", "than", "against", "ahead",
    "as", "versus", "vs",
})  # fmt: skip
#: Before "for" they tell that a time follows: "scheduled for March".
PLANNING = frozenset({
    "scheduled", "planned", "set", "due", "slated", "fixed", "postponed", "arranged", "rescheduled", "timed",
    "expected",
})  # fmt: skip
DAY_PARTS: dict[str, str] = {
    "morning": "TMO", "mornings": "TMO", "afternoon": "TAF", "afternoons": "TAF", "evening": "TEV", "evenings":
    "TEV", "night": "TNI", "nights": "TNI",
}  # fmt: skip
CLOCK_WORDS: dict[str, str] = {"noon": "T12:00", "midday": "T12:00", "midnight": "T24:00"}
DASHES = frozenset("-–—‐‑")
#: Words that count things: before them a number like 2020 is a count, not a year.
COUNTED = frozenset({
    "people", "persons", "person", "tonnes", "tons", "tonne", "ton", "t", "km", "kilometres", "kilometers",
    "metres", "meters", "m", "mw", "gw", "kg", "kilograms", "grams", "litres", "liters", "barrels", "hectares",
    "ha", "acres", "miles", "feet", "inches", "percent", "per", "%", "euros", "euro", "dollars", "tenge", "forints",
    "roubles", "rubles", "pounds", "yuan", "pesos", "lira", "som", "million", "billion", "thousand", "units",
    "jobs", "students", "companies", "firms", "enterprises", "head", "workers", "seats", "places", "troops",
    "soldiers", "flights", "tickets", "families", "houses", "homes", "households", "items", "men", "women",
    "children", "passengers", "tourists", "visitors", "guests", "participants", "delegates", "athletes", "votes",
    "cases", "deaths", "points", "copies", "vehicles", "cars", "trucks", "wagons", "containers", "employees",
    "residents", "inhabitants", "pieces", "projects", "hours", "days", "minutes", "months", "years", "weeks",
    "volts", "watts", "spectators", "fans",
})  # fmt: skip
#: Words before a number that make it a count or a name: "about 2020 students", "Resolution 1973".
BEFORE_COUNTS = frozenset({
    "about", "around", "nearly", "almost", "roughly", "approximately", "over", "than", "least", "some", "exactly",
    "to",
})  # fmt: skip
NOW: dict[str, Vague] = {
    "now": "present", "currently": "present", "current": "present", "nowadays": "present", "presently": "present",
    "recently": "past", "recent": "past", "lately": "past", "future": "future",
}  # fmt: skip
