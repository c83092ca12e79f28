"""Answers that join the index with an analysis: a timeline, a brief, what deserves an eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from sqlite3 import Connection

    from kzhu.analysis.summary import Section
    from kzhu.answers import ProblemRow, TimelineRow
    from kzhu.index.filters import Filters
    from kzhu.index.lines import Line

#: Of more figures than this the timeline is laid as its rows are asked for.
_LAID_AT_ONCE = 2000


def timeline(connection: Connection, filters: Filters) -> Sequence[TimelineRow]:
    """The figures of the filters' metrics on one line of time; of very many, laid while the index is open."""
    from kzhu.index import lines

    asked = filters._replace(limit=None)
    found = lines.series(connection, asked)
    if found is None:
        from kzhu.analysis.timeline import build
        from kzhu.index.ledger import figures

        rows: Sequence[TimelineRow] = build(figures(connection, asked, quoted=False))
    elif filters.limit is not None or sum(one[-1] for one in found) > _LAID_AT_ONCE:
        from kzhu.answers.timeline import Laid

        rows = Laid(laid for one in found for laid in _laid(connection, lines.Line(connection, one)))
    else:
        from kzhu.analysis.timeline import lay

        rows = [row for one in found for row in lay(lines.Line(connection, one).all())]
    return rows if filters.limit is None else rows[: filters.limit]


def _laid(connection: Connection, line: Line) -> Iterator[Sequence[TimelineRow]]:
    """The rows of a series in turn; of a long one those of its first days by themselves, as far as that pays."""
    from kzhu.index import leading

    given = 0
    if line.figures > leading.LONG:
        kept = leading.rows(connection, line.number, line.key)
        for rows in [kept] if kept else (rows for rows, _ in leading.beginning(line)):
            yield rows
            given += len(rows)
            if given >= leading.BEGINNING:
                break
        else:
            return
    from kzhu.analysis.timeline import lay

    yield lay(line.all())[given:]


def summary(connection: Connection, filters: Filters) -> Sequence[Section]:
    """A brief of what the filters keep; the limit is for each section."""
    from kzhu.analysis import summary
    from kzhu.index import facts, ledger, read

    asked = filters._replace(limit=None)
    return summary.build(
        list(read.articles(connection, asked)),
        facts.appearances(connection, asked),
        ledger.figures(connection, asked, quoted=False),
        facts.events(connection, asked, quoted=False),
        filters.limit,
    )


def check(connection: Connection, filters: Filters) -> Sequence[ProblemRow]:
    """What deserves a human eye."""
    import json

    from kzhu.analysis import check
    from kzhu.index import facts, ledger, read

    asked = filters._replace(limit=None)
    unknown = {person.id for person in facts.strangers(connection)}
    found = check.build(
        articles=read.articles(connection, asked),
        records=map(json.loads, read.export(connection, asked)),
        figures=ledger.figures(connection, asked, quoted=False),
        strangers=[person for person in facts.people(connection, asked) if person.id in unknown],
        texts=read.texts(connection, asked),
        problems=read.problems(connection),
    )
    return found if filters.limit is None else found[: filters.limit]
