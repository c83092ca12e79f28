"""When an article was published: stated, or bounded by evidence of its own.

Stated is what a reader of the file brings along, a "date YYYY-MM-DD" line, a time stamp or byline with a whole date,
or a dateline with a year, in that order. Of anything else only clues are left (`kzhu.extract.clues`); the date of
something told about is never the date of publication.
"""

from __future__ import annotations

import re

from kzhu.extract.clues import Clue, find_clues, solve
from kzhu.extract.document import Document
from kzhu.extract.layout.printed import PrintedDay, find_days
from kzhu.extract.times import Time
from kzhu.knowledge import Knowledge
from kzhu.periods import bounds, is_period
from kzhu.records import Article, Evidence, Published, Span

_UPDATED = re.compile(r"updated|modified|edited", re.IGNORECASE)
#: A clock with a.m. or p.m. beside it is American, and so is the order of the date.
_AMERICAN = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)


def read_published(article: Article, document: Document, times: tuple[Time, ...], knowledge: Knowledge) -> Published:
    """What the article alone says of its date."""
    return read_stated(article, document) or solve(read_clues(document, times, knowledge))


def read_clues(document: Document, times: tuple[Time, ...], knowledge: Knowledge) -> tuple[Clue, ...]:
    """The clues of an article that states no date."""
    return find_clues(document, times, knowledge)


def read_stated(article: Article, document: Document) -> Published | None:
    """The date that the file or the head of its text states; None where there is none."""
    text = document.text
    if article.published:
        stated = _from_metadata(article.published)
        if stated:
            return _stated(stated, "the file states it beside the text", None)
    if document.date_line:
        told = document.date_line.cut(text)
        if is_period(told):
            return _stated(told, "the first line states it", document.date_line)
    if document.byline:
        printed = _from_line(document, document.byline)
        if printed and printed.edtf:
            return _stated(printed.edtf, "the head of the page states it", printed.span)
    day = document.head.day if document.head else None
    if day and day.edtf:
        return _stated(day.edtf, "the dateline states it", day.span)
    return None


def _stated(date: str, reason: str, span: Span | None) -> Published:
    first, last = (day.isoformat() for day in bounds(date))
    return Published(date, "stated", first, last, (Evidence(reason, first, last, span),))


def _from_metadata(told: str) -> str | None:
    """A date given beside the text: EDTF, a time stamp that begins with an ISO day, or as pages print it."""
    told = told.strip()
    if is_period(told):
        return told
    if is_period(told[:10]):
        return told[:10]
    day = next((day for day in find_days(told, 0, len(told)) if day.edtf), None)
    return day.edtf if day else None


def _from_line(document: Document, line: Span) -> PrintedDay | None:
    """The day that a time stamp gives: the first, unless it only says when the page was updated."""
    text = document.text
    american = _AMERICAN.search(text, line.start, line.end) is not None
    days = [day for day in find_days(text, line.start, line.end, month_first=american) if day.year is not None]
    for day in days:
        if not _UPDATED.search(text, max(line.start, day.span.start - 24), day.span.start):
            return day
    return days[0] if days else None
