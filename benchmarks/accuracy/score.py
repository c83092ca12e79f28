"""Score records against gold records: those of the tests, or any folder of the same form.

    kzhu --archive tests/gold export --format jsonl > records.jsonl
    python benchmarks/accuracy/score.py records.jsonl [--gold DIR] [--only PREFIX] [--misses] [--json]

A record is one JSON object a line; it is matched to its gold record by "id". Prints precision, recall and F1 for what
can be missed or invented, and accuracy for the rest.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from kzhu import periods
from kzhu.errors import PeriodError

GOLD = Path(__file__).parents[2] / "tests" / "gold"
Json = Mapping[str, Any]
Same = Callable[[Json, Json], float]
#: Where a record was wrong: measure, id of the record, what.
Miss = tuple[str, str, str]
_SMALL = frozenset("the of a an and for to in on s".split())


def fold(text: str | None) -> str:
    """Lower case, no diacritics, no punctuation: 'Péter Szijjártó' -> 'peter szijjarto'."""
    text = unicodedata.normalize("NFKD", (text or "").replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"[^\W_]+", text))


def bounds(edtf: str | None) -> tuple[date, date] | None:
    """First and last day of a period, its uncertainty left aside; None where there is none."""
    try:
        return periods.bounds(re.sub("[~?%]", "", edtf)) if edtf else None
    except PeriodError:
        return None


def same_period(a: str | None, b: str | None) -> bool:
    """Whether two periods cover the same days; none is the same as none."""
    return bounds(a) == bounds(b)


def overlap(a: str | None, b: str | None) -> bool:
    """Whether two periods can mean the same time; an unknown one goes with an unknown one only."""
    if not a or not b:
        return not a and not b
    first, second = bounds(a), bounds(b)
    return first is None or second is None or (first[0] <= second[1] and second[0] <= first[1])


def close(a: float | None, b: float | None) -> bool:
    """Whether two numbers agree to a thousandth."""
    return a is not None and b is not None and abs(a - b) <= 1e-3 * max(abs(a), abs(b), 1e-9)


def alike(a: str | None, b: str | None, least: float = 0.5) -> bool:
    """Token overlap (Jaccard) of two phrases, small words left out; two empty ones are alike."""
    first, second = set(fold(a).split()) - _SMALL, set(fold(b).split()) - _SMALL
    if not first or not second:
        return not first and not second
    return len(first & second) / len(first | second) >= least


def pair(gold: Sequence[Json], pred: Sequence[Json], same: Same) -> list[tuple[Json, Json]]:
    """Greedy one-to-one pairs (gold, pred) that same(g, p) scores above zero, the best first."""
    scored = sorted((-same(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(pred))
    used_gold: set[int] = set()
    used_pred: set[int] = set()
    pairs = []
    for negated, i, j in scored:
        if negated < 0 and i not in used_gold and j not in used_pred:
            used_gold.add(i)
            used_pred.add(j)
            pairs.append((gold[i], pred[j]))
    return pairs


def same_person(g: Json, p: Json) -> float:
    """How well two persons go together: canonical name 3, a full surface 2, else 0."""
    name, want = fold(p.get("name")), fold(g["name"])
    if not name:
        return 0
    if name == want or " ".join(reversed(name.split())) == want:
        return 3
    full = {fold(s) for s in g.get("surfaces", [])}
    longest = max((len(s.split()) for s in full), default=0)
    return 2.0 if name in full and (len(name.split()) == longest or len(name.split()) >= 2) else 0


def same_figure(g: Json, p: Json) -> float:
    """0 unless value and unit agree; more the more else does."""
    if fold(g["unit"]) != fold(p.get("unit")) or not close(g["value"], p.get("value")):
        return 0
    high, other = g.get("value_high"), p.get("value_high")
    if bool(high) != bool(other) or (high and not close(high, other)):
        return 0
    alike_keys = sum(bool(g.get(key) == p.get(key)) for key in ("metric", "kind", "quote"))
    return 1.0 + alike_keys + same_period(g.get("period"), p.get("period"))


def full_figure(g: Json, p: Json) -> bool:
    """Whether metric, period, bound, kind and parties are right too."""
    return (
        g["metric"] == p.get("metric")
        and same_period(g.get("period"), p.get("period"))
        and g["bound"] == p.get("bound")
        and g["kind"] == p.get("kind")
        and sorted(g.get("parties") or []) == sorted(p.get("parties") or [])
    )


def same_event(g: Json, p: Json) -> float:
    """0 unless type, date and a person or country agree; more the more people do."""
    if g["type"] != p.get("type") or not overlap(g.get("date"), p.get("date")):
        return 0
    wanted = {fold(name) for name in g.get("people") or []}
    people = wanted & {fold(name) for name in p.get("people") or []}
    countries = set(g.get("countries") or []) & set(p.get("countries") or [])
    if not countries and ((wanted and not people) or (not wanted and g.get("countries"))):
        return 0
    return 1 + len(people) + 0.1 * len(countries)


class Score:
    """Counts of what was right, given and wanted, over many records."""

    def __init__(self) -> None:
        self.lists: dict[str, list[int]] = {key: [0, 0, 0] for key in ("people", "figures", "figures.full", "events")}
        self.marks: dict[str, list[int]] = {}
        self.misses: list[Miss] = []

    def mark(self, name: str, where: str, detail: str, *, ok: bool) -> None:
        """Count one answer as right or wrong."""
        counts = self.marks.setdefault(name, [0, 0])
        counts[0] += ok
        counts[1] += 1
        if not ok:
            self.misses.append((name, where, detail))

    def listed(self, name: str, hit: int, given: int, wanted: int) -> None:
        """Count entries of a list: how many were right, given, wanted."""
        for i, count in enumerate((hit, given, wanted)):
            self.lists[name][i] += count

    def table(self) -> dict[str, dict[str, float]]:
        """{measure: {P, R, F1, n} or {acc, n}}."""
        rows: dict[str, dict[str, float]] = {}
        for name, (hit, given, wanted) in self.lists.items():
            p = hit / given if given else float(not wanted)
            r = hit / wanted if wanted else float(not given)
            f1 = round(2 * p * r / (p + r), 4) if p + r else 0.0
            rows[name] = {"P": round(p, 4), "R": round(r, 4), "F1": f1, "n": wanted}
        for name, (good, total) in self.marks.items():
            rows[name] = {"acc": round(good / total, 4), "n": total}
        return rows


def score(gold: Mapping[str, Json], pred: Mapping[str, Json]) -> Score:
    """Score records by id against gold records by id."""
    total = Score()
    for where, g in sorted(gold.items()):
        p = pred.get(where)
        total.mark("read", where, "no record", ok=p is not None)
        p = p or {}
        _published(total, where, g["published"], p.get("published") or {})
        source, given = g.get("source") or {}, p.get("source") or {}
        for key in ("outlet", "origin", "dateline"):
            detail = f"{source.get(key)!r} got {given.get(key)!r}"
            total.mark(key, where, detail, ok=alike(source.get(key), given.get(key)))
        headline = (g.get("headline"), p.get("headline"))
        total.mark("headline", where, f"{headline[0]!r} got {headline[1]!r}", ok=alike(*headline, 0.8))
        _people(total, where, g["people"], p.get("people") or [])
        _figures(total, where, g["figures"], p.get("figures") or [])
        _listed(total, "events", where, g["events"], p.get("events") or [], same_event)
    return total


def _published(total: Score, where: str, g: Json, p: Json) -> None:
    given = bounds(p.get("date"))
    if g.get("date") is None:
        ok = p.get("date") is None
    elif g["basis"] == "stated":
        ok = same_period(g["date"], p.get("date"))
    else:
        first, last = bounds(g.get("earliest") or g["date"]), bounds(g.get("latest") or g["date"])
        wide = bounds(g["date"])
        ok = False
        if given and first and last and wide:
            inside = first[0] <= given[0] and given[1] <= last[1]
            ok = inside or (
                wide[0] <= given[0] and given[1] <= wide[1] and given[0] <= last[1] and given[1] >= first[0]
            )
    wanted = f"{g.get('earliest') or ''}..{g.get('latest') or ''} {g.get('date')}"
    total.mark("date", where, f"{wanted} got {p.get('date')}", ok=ok)
    basis = p.get("basis") or "unknown"
    total.mark("date.basis", where, f"{g['basis']} got {basis}", ok=g["basis"] == basis)


def _listed(
    total: Score, name: str, where: str, gold: Sequence[Json], pred: Sequence[Json], same: Same
) -> list[tuple[Json, Json]]:
    pairs = pair(gold, pred, same)
    total.listed(name, len(pairs), len(pred), len(gold))
    for kind, entries, side in (("missed", gold, 0), ("invented", pred, 1)):
        for entry in entries:
            if all(entry is not found[side] for found in pairs):
                total.misses.append((f"{name} {kind}", where, json.dumps(entry, ensure_ascii=False)[:200]))
    return pairs


def _people(total: Score, where: str, gold: Sequence[Json], pred: Sequence[Json]) -> None:
    for g, p in _listed(total, "people", where, gold, pred, same_person):
        name = g["name"]
        total.mark("person.canonical", where, f"{name} got {p['name']}", ok=fold(name) == fold(p["name"]))
        detail = f"{name}: {g.get('country')} got {p.get('country')}"
        total.mark("person.country", where, detail, ok=g.get("country") == p.get("country"))
        detail = f"{name}: {g.get('role')!r} got {p.get('role')!r}"
        total.mark("person.role", where, detail, ok=alike(g.get("role"), p.get("role")))


def _figures(total: Score, where: str, gold: Sequence[Json], pred: Sequence[Json]) -> None:
    pairs = _listed(total, "figures", where, gold, pred, same_figure)
    total.listed("figures.full", sum(full_figure(g, p) for g, p in pairs), len(pred), len(gold))
    for g, p in pairs:
        tag = f"{g['value']} {g['unit']}"
        for key in ("metric", "bound", "kind"):
            total.mark(f"figure.{key}", where, f"{tag}: {g[key]} got {p.get(key)}", ok=g[key] == p.get(key))
        period = (g.get("period"), p.get("period"))
        total.mark("figure.period", where, f"{tag}: {period[0]} got {period[1]}", ok=same_period(*period))
        parties = (sorted(g.get("parties") or []), sorted(p.get("parties") or []))
        total.mark("figure.parties", where, f"{tag}: {parties[0]} got {parties[1]}", ok=parties[0] == parties[1])
        a, b = g.get("change") or {}, p.get("change") or {}
        ok = all((a.get(k) is None and b.get(k) is None) or close(a.get(k), b.get(k)) for k in ("percent", "times"))
        total.mark("figure.change", where, f"{tag}: {a} got {b}", ok=ok)


def read_gold(folder: Path, prefix: str = "") -> dict[str, Json]:
    """The gold records of a folder by id, those whose id begins with the prefix."""
    records = (json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json")))
    return {record["id"]: record for record in records if record["id"].startswith(prefix)}


def main() -> None:
    """Score the records of a file and print a table."""
    arg = argparse.ArgumentParser(description="Score records against gold records.")
    arg.add_argument("records", help="JSON lines, - for standard input")
    arg.add_argument("--gold", type=Path, default=GOLD)
    arg.add_argument("--only", default="", help="score the gold records whose id begins so")
    arg.add_argument("--misses", action="store_true", help="list what was missed, invented or wrong")
    arg.add_argument("--json", action="store_true")
    args = arg.parse_args()
    text = sys.stdin.read() if args.records == "-" else Path(args.records).read_text("utf-8")
    records = [json.loads(line) for line in text.splitlines() if line.strip()]
    total = score(read_gold(args.gold, args.only), {record["id"]: record for record in records})
    if args.json:
        print(json.dumps(total.table()))
        return
    for name, row in total.table().items():
        print(f"{name:18}" + "  ".join(f"{k} {v:.3f}" if isinstance(v, float) else f"{k} {v}" for k, v in row.items()))
    for name, where, detail in total.misses if args.misses else ():
        print(f"{name:18} {where}: {detail}")


if __name__ == "__main__":
    main()
