"""Questions: in one process that keeps the index open, and as whole processes."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from building import Archive
from measure import BASE, Table, in_turns, processes, shown
from peers import ROWS, PlainIndex, searchers
from queries import Query

import kzhu
from kzhu.archive import Archive as Opened

#: The sides of a comparison by name.
Sides = dict[str, Callable[[], object]]


def asking(whole: Archive, plain: PlainIndex, asked: Mapping[str, Sequence[Query]], times: int) -> list[Table]:
    """Every question of every kind, in process, warm; and the questions that have a goal of their own."""
    with kzhu.open(whole.path, update=False) as opened:
        rows = [row for queries in asked.values() for row in _kind(opened, plain, queries, times)]
        each = len(next(iter(asked.values())))
        return [
            Table(
                "Questions, in process, warm",
                f"Median milliseconds of {each} questions of a kind, {ROWS} rows each; the peer is plain FTS5 with its"
                " defaults, asked for the same words, and for a name where kzhu is asked for a person or a country.",
                ["kind", "kzhu", "plain FTS5", "kzhu / plain"],
                rows,
            ),
            _goals(opened, plain, asked, times * 4),
        ]


def _kind(opened: Opened, plain: PlainIndex, queries: Sequence[Query], times: int) -> list[list[str]]:
    """The rows of one kind of question: newest first, and by relevance where it has words."""
    taken: dict[str, list[tuple[float, float]]] = {}
    for query in queries:
        for order, sides in _sides(opened, plain, query).items():
            medians = in_turns(sides, times)
            taken.setdefault(order, []).append((medians["kzhu"], medians["plain"]))
    rows = []
    for order, pairs in taken.items():
        ours, theirs = (statistics.median(each) for each in zip(*pairs, strict=True))
        rows.append([f"{queries[0].kind}, {order}", shown(ours), shown(theirs), f"{ours / theirs:.2f}"])
    return rows


def _sides(opened: Opened, plain: PlainIndex, query: Query) -> dict[str, Sides]:
    match = query.match
    if query.words is None:
        theirs = partial(plain.listed, match, query.since or "", query.until or "")
        return {"newest": {"kzhu": partial(_articles, opened, query), "plain": theirs}}
    newest = partial(_search, opened, query.words, "-date")
    ranked = partial(_search, opened, query.words, "relevance")
    return {
        "newest": {"kzhu": newest, "plain": partial(plain.newest, match)},
        "by relevance": {"kzhu": ranked, "plain": partial(plain.ranked, match)},
    }


def _search(opened: Opened, words: str, order: str) -> int:
    return len(list(opened.search(words, sort=order, limit=ROWS)))


def _articles(opened: Opened, query: Query) -> int:
    found = opened.articles(
        person=query.person,
        country=query.country,
        event=query.event,
        since=query.since,
        until=query.until,
        limit=ROWS,
    )
    return len(list(found))


def _goals(opened: Opened, plain: PlainIndex, asked: Mapping[str, Sequence[Query]], times: int) -> Table:
    """Questions that have a goal of their own."""
    word = _most_common(plain, [query.match for query in asked["common word"]])
    [person, *_] = opened.people(limit=1)
    sides: dict[str, tuple[str, Sides]] = {
        f"word ({word}) and dates, newest {ROWS}": (
            "1",
            {
                "kzhu": lambda: list(opened.articles(text=word, since="2015", until="2018", limit=ROWS)),
                "plain": lambda: plain.listed(word, "2015", "2018"),
            },
        ),
        "the same, each with the sentence that has the word": (
            "",
            {
                "kzhu": lambda: list(opened.search(word, since="2015", until="2018", sort="-date", limit=ROWS)),
                "plain": lambda: plain.newest(word),
            },
        ),
        f"the person most named ({person.name}), newest {ROWS}": (
            "1",
            {
                "kzhu": lambda: list(opened.articles(person=person.id, limit=ROWS)),
                "plain": lambda: plain.listed(f'"{person.name}"'),
            },
        ),
        f"country and event, newest {ROWS}": (
            "1",
            {
                "kzhu": lambda: list(opened.articles(country="HU", event="meeting", limit=ROWS)),
                "plain": lambda: plain.listed("Hungary meeting"),
            },
        ),
        f"relevance of a common word ({word})": (
            "20",
            {
                "kzhu": lambda: list(opened.search(word, sort="relevance", limit=ROWS)),
                "plain": lambda: plain.ranked(word),
            },
        ),
        # A million figures make as many lines: a reader sees the first of them, a program may want all.
        f"timeline of trade-turnover, first {ROWS}": (
            "50",
            {"kzhu": lambda: opened.timeline("trade-turnover", limit=ROWS)},
        ),
        f"events of a country, first {ROWS}": ("", {"kzhu": lambda: list(opened.events(country="HU", limit=ROWS))}),
    }
    rows = []
    for name, (goal, pair) in sides.items():
        medians = in_turns(pair, times)
        ours, theirs = medians["kzhu"], medians.get("plain")
        beside = ["", ""] if theirs is None else [shown(theirs), f"{ours / theirs:.2f}"]
        rows.append([name, shown(ours), *beside, goal])
    return Table(
        "Questions with a goal, in process, warm",
        "Median milliseconds; the goals are for a million articles.",
        ["question", "kzhu", "plain FTS5", "kzhu / plain", "goal"],
        rows,
    )


def _most_common(plain: PlainIndex, words: Sequence[str]) -> str:
    def count(word: str) -> int:
        found: int = plain.connection.execute("SELECT count(*) FROM docs WHERE docs MATCH ?", (word,)).fetchone()[0]
        return found

    return max(sorted(set(words)), key=count)


def starting(whole: Archive, asked: Mapping[str, Sequence[Query]], times: int) -> Table:
    """Whole processes of kzhu on this archive, beside the least that any such process takes."""
    [common, rare] = [asked[kind][0].words or "" for kind in ("common word", "rare word")]
    commands = {
        "": list(BASE),
        "kzhu list": whole.command("list"),
        "kzhu person NAME": whole.command("person", asked["person"][0].person or ""),
        "kzhu timeline": whole.command("timeline"),
        "kzhu search COMMON": whole.command("search", common),
        "kzhu search RARE": whole.command("search", rare),
        "kzhu search COMMON --sort relevance": whole.command("search", common, "--sort", "relevance"),
    }
    medians = processes(commands, whole.environment, times)
    base = medians.pop("")
    # That of a search is for the newest hits.
    goals = {name: "" if "relevance" in name else "1.25" if "search" in name else "1.15" for name in medians}
    return Table(
        f"Start-up, {whole.count:,} articles",
        f'Median milliseconds of whole processes, piped; base: `python -c "import click, sqlite3"`, {shown(base)} ms.',
        ["command", "ms", "ratio to base", "goal"],
        [[name, shown(taken), f"{taken / base:.2f}", goals[name]] for name, taken in medians.items()],
    )


def searching(whole: Archive, asked: Mapping[str, Sequence[Query]], times: int) -> Table:
    """`kzhu search WORD` as a whole process, beside programs that look into every file."""
    rows = []
    others = searchers(whole.path / "articles")
    for kind in ("rare word", "common word"):
        word = asked[kind][0].words or ""
        commands = {name: [word if part == "{word}" else part for part in line] for name, line in others.items()}
        commands["kzhu"] = whole.command("search", word)
        medians = processes(commands, whole.environment, times)
        ours = medians.pop("kzhu")
        rows += [[f"{kind}, {name}", shown(ours), shown(peer), f"{peer / ours:.1f}"] for name, peer in medians.items()]
    goals = ["4" if "ripgrep" in row[0] else "" for row in rows]
    return Table(
        "Search beside ripgrep and grep",
        "Median milliseconds of whole processes, piped: `kzhu search WORD`, `rg -il WORD`, `grep -ril WORD`.",
        ["question, peer", "kzhu", "peer", "times faster", "goal"],
        [[*row, goal] for row, goal in zip(rows, goals, strict=True)],
    )
