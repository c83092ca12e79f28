"""Time expressions of news articles as TIMEX3 (TempEval-3), as JSON lines for its scorer.

Usage:
    python benchmarks/accuracy/timex.py timex.jsonl > predictions.jsonl

Each input line is {"doc", "dct", "text"}, `dct` the day of publication; each output line {"doc", "timexes": [{"start",
"end", "type", "value"}]}. kzhu's EDTF becomes what TimeML annotators write: a stretch with a count is a DURATION
("the past 20 years": P20Y), a week 1998-W12, a quarter 1998-Q1, a season 1998-SP, a recurring weekday XXXX-WXX-1; an
interval of two dates is both of them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import kzhu
from kzhu import periods
from kzhu.extract.document import Document
from kzhu.extract.layout import read_document
from kzhu.extract.times import Time, find_times, resolve_times
from kzhu.knowledge import load_knowledge
from kzhu.records import Published

VAGUE = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
#: TIMEX3 letter of each unit, and how many of it make one; "T" parts times of day from dates.
LETTERS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1),
    "weekend": ("", "D", 2), "week": ("", "W", 1), "month": ("", "M", 1), "quarter": ("", "M", 3), "half": ("", "M", 6),
    "season": ("", "M", 3), "year": ("", "Y", 1), "decade": ("", "Y", 10), "century": ("", "Y", 100),
}  # fmt: skip
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


class Timex(NamedTuple):
    """One annotation."""

    start: int
    end: int
    type: str
    value: str


def main() -> None:
    """Write the time expressions of every line of the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, help="articles, one JSON object a line")
    parser.add_argument("--data", type=Path, default=Path(kzhu.__file__).parents[2] / "data", help="knowledge files")
    arguments = parser.parse_args()
    knowledge = load_knowledge([arguments.data])
    for line in arguments.file.read_text("utf-8").splitlines():
        row = json.loads(line)
        document = read_document(row["text"], knowledge)
        found = annotate(document, row["dct"])
        print(json.dumps({"doc": row["doc"], "timexes": [timex._asdict() for timex in found]}))


def annotate(document: Document, published: str) -> list[Timex]:
    """The TIMEX3 of a document published on a day (ISO 8601)."""
    singles = tuple(single for time in find_times(document) for single in apart(time))
    times = resolve_times(document, singles, Published(published, "stated"))
    anchor = date.fromisoformat(published)
    return [timex for time in times for timex in timexes(time, times, document, anchor)]


def apart(time: Time) -> tuple[Time, ...]:
    """The dates that an interval was told by; the time itself where it is one."""
    return time.parts or (time,)


def timexes(time: Time, times: tuple[Time, ...], document: Document, anchor: date) -> Iterator[Timex]:
    """What an annotator marks for one time expression: none, one, or an amount and the year behind it."""
    start, end = time.span.start, time.span.end
    said = time.meaning
    if time.kind == "clock":
        yield Timex(start, end, "TIME", f"{_day_beside(time, times) or anchor}{said.clock}")
    elif time.kind == "set":
        yield Timex(start, end, "SET", _recurring(time))
    elif time.kind == "duration":
        yield Timex(start, end, "DURATION", amount(said.unit, said.count))
    elif said.vague is not None:
        if said.unit in {"month", "quarter", "week", "hour", "minute"}:
            yield Timex(start, end, "DURATION", amount(said.unit, said.count))
        else:
            yield Timex(start, end, "DATE", VAGUE[said.vague])
    elif said.toward is not None and said.count == 1 and said.unit == "year":
        yield Timex(start, end, "DATE", str(anchor.year + (-1 if said.toward == "past" else 1)))
    elif time.grain == "interval" and said.unit is not None:
        behind = document.text.rfind(str(said.year), start, end) if said.year else -1
        yield Timex(start, behind if behind > 0 else end, "DURATION", amount(said.unit, said.count))
        if behind > 0:
            yield Timex(behind, end, "DATE", str(said.year))
    else:
        value = _date(time, anchor)
        if value is not None:
            yield _dated(time, value)


def _dated(time: Time, value: str) -> Timex:
    """A date; of "Wednesday night" and "tonight" only the day, as the set mostly has it."""
    clock = time.meaning.clock
    if clock is None or time.meaning.weekday is not None or time.last - time.first == 1:
        return Timex(time.span.start, time.span.end, "DATE", value)
    return Timex(time.span.start, time.span.end, "TIME", value + clock)


def _day_beside(clock: Time, times: tuple[Time, ...]) -> str | None:
    """The day told within a few tokens of a time of day: "at 10:35 a.m. Friday", "Friday at noon"."""
    near = [time for time in times if time.grain == "day" and time.kind == "date" and time.edtf]
    behind = [time for time in near if 0 <= time.first - clock.last <= 8]
    before = [time for time in near if 0 <= clock.first - time.last <= 4]
    chosen = behind[:1] or before[-1:]
    return chosen[0].edtf if chosen else None


def _recurring(time: Time) -> str:
    said = time.meaning
    if said.weekday is not None:
        return f"XXXX-WXX-{said.weekday + 1}{said.clock or ''}"
    return amount(said.unit, said.count)


def amount(unit: str | None, count: float | None) -> str:
    """A length of time: P3M, PT2H, P2Y6M; PXD where the count is not told."""
    if unit is None:
        return "PXX"
    time, letter, size = LETTERS[unit]
    if count is None:
        return f"P{time}X{letter}"
    whole, rest = divmod(count * size, 1)
    if rest and letter == "Y":
        return f"P{int(whole)}Y{round(rest * 12)}M" if whole else f"P{round(rest * 12)}M"
    return f"P{time}{int(whole) if not rest else count * size}{letter}"


def _date(time: Time, anchor: date) -> str | None:
    """TIMEX3 of a resolved date."""
    said, edtf = time.meaning, time.edtf
    if edtf is None:
        return None
    if said.about and said.unit == "year" and said.count and said.offset:
        # "almost four years ago" counts four back all the same.
        return str(anchor.year - int(said.count))
    edtf = edtf.rstrip("~")
    if "/" not in edtf:
        return edtf
    first, last = periods.bounds(edtf)
    if time.grain == "week":
        year, week, weekday = first.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if weekday == 6 else "")
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if time.grain == "season":
        return f"{first.year}-{SEASONS[first.month]}"
    if months == 3 and first.month % 3 == 1:
        return f"{first.year}-Q{first.month // 3 + 1}"
    if months == 6 and first.month in {1, 7}:
        return f"{first.year}-H{first.month // 7 + 1}"
    if said.told:
        return str(first.year)
    if said.month_to is not None:
        return f"P{months}M"
    return edtf.partition("/")[0]


if __name__ == "__main__":
    main()
