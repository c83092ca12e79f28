"""What deserves a human eye: undated or contradictory dates, conflicts, unknown people, near-duplicates, problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kzhu.analysis import timeline
from kzhu.analysis.duplicates import near_duplicates
from kzhu.analysis.timeline import TimelineRow, compact
from kzhu.answers import ArticleRow, FigureRow, PersonRow, ProblemRow


def build(
    *,
    articles: Iterable[ArticleRow],
    records: Iterable[Mapping[str, Any]],
    figures: Iterable[FigureRow],
    strangers: Iterable[PersonRow],
    texts: Iterable[tuple[str, str]],
    problems: Iterable[ProblemRow],
) -> list[ProblemRow]:
    """Every finding, by kind: what could not be read first, then dates, figures, people, near-duplicates.

    Args:
        articles: every article of the archive.
        records: their records as JSON objects, for the evidence of their dates.
        figures: every figure.
        strangers: people that the knowledge files do not have.
        texts: (id, text) of every article.
        problems: what reading the archive's files and corrections left behind.
    """
    return [
        *sorted(problems),
        *_undated(articles),
        *_contradictions(records),
        *_conflicts(timeline.build(figures)),
        *_strangers(strangers),
        *(
            ProblemRow("near-duplicate", f"{a} {b}", f"the texts share about {alike:.0%} of their wording")
            for a, b, alike in near_duplicates(texts)
        ),
    ]


def _undated(articles: Iterable[ArticleRow]) -> Iterable[ProblemRow]:
    for article in articles:
        if article.date is None:
            known = " and ".join(
                f"{word} {day}"
                for word, day in (("not before", article.earliest), ("not after", article.latest))
                if day
            )
            yield ProblemRow("undated", article.id, f"no date could be told{f'; {known}' if known else ''}")


def _contradictions(records: Iterable[Mapping[str, Any]]) -> Iterable[ProblemRow]:
    for record in records:
        published = record["published"]
        if published["basis"] == "stated" or not published["evidence"]:
            continue
        first = max((item["earliest"] for item in published["evidence"] if item["earliest"]), default=None)
        last = min((item["latest"] for item in published["evidence"] if item["latest"]), default=None)
        if first and last and first > last:
            reasons = "; ".join(
                item["reason"] for item in published["evidence"] if first == item["earliest"] or last == item["latest"]
            )
            yield ProblemRow("contradiction", record["id"], f"evidence of its date contradicts itself: {reasons}")


def _conflicts(rows: Sequence[TimelineRow]) -> Iterable[ProblemRow]:
    sides: dict[tuple[Any, ...], list[TimelineRow]] = {}
    for row in rows:
        if row.status == "conflict":
            key = (row.metric, row.parties, row.from_country, row.to_country, row.period, row.measure, row.unit)
            sides.setdefault(key, []).append(row)
    for told in sides.values():
        row = told[0]
        cited = sorted({article for side in told for article in side.articles})
        values = " against ".join(f"{_value(side)} ({' '.join(side.articles)})" for side in told)
        parties = "-".join(row.parties)
        growth = "growth of " if row.measure == "growth" else ""
        computed = f"; {row.note}" if row.note.startswith("the levels") else ""
        what = f"{growth}{row.metric} {parties} {row.period}: {values}{computed}"
        yield ProblemRow("conflict", " ".join(cited), what)


def _value(row: TimelineRow) -> str:
    bound = "" if row.bound == "=" else row.bound
    return f"{bound}{row.value:+g}%" if row.measure == "growth" else f"{bound}{compact(row.value)} {row.unit}"


def _strangers(strangers: Iterable[PersonRow]) -> Iterable[ProblemRow]:
    for person in strangers:
        role = f", {person.role}" if person.role else ""
        what = f"{person.name}{role}: in no knowledge file ({person.articles} article{'s' * (person.articles != 1)})"
        yield ProblemRow("unknown-person", person.id, what)
