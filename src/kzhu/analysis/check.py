"""What deserves a human eye: undated or contradictory dates, conflicts, unknown people, near-duplicates, problems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from kzhu.amounts import counted
from kzhu.analysis import timeline
from kzhu.analysis.conflicts import conflicts
from kzhu.analysis.duplicates import near_duplicates
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
        *(ProblemRow("conflict", " ".join(told.articles), told.text) for told in conflicts(timeline.build(figures))),
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


def _strangers(strangers: Iterable[PersonRow]) -> Iterable[ProblemRow]:
    for person in strangers:
        role = f", {person.role}" if person.role else ""
        what = f"{person.name}{role}: in no knowledge file ({counted(person.articles, 'article')})"
        yield ProblemRow("unknown-person", person.id, what)
