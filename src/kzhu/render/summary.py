"""The brief: sections of lines, each with the articles behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kzhu.analysis.summary import Section
from kzhu.render.clean import squeeze
from kzhu.render.page import GAP, Line, Page, Part, title
from kzhu.render.values import Short, shortened

#: What Markdown would take for its own marks.
_MARKDOWN = re.compile(r"[*`<\[\]\\]")


#: Articles that a line names; of more, their number is told. JSON has them all.
MOST_CITED = 12


def _cited(articles: Sequence[str], short: Short) -> str:
    left = len(articles) - MOST_CITED
    more = [f"and {left:,} more"] if left > 0 else []
    return f"[{', '.join([*map(short, articles[:MOST_CITED]), *more])}]"


def page(sections: Sequence[Section], short: Short) -> Page:
    """The brief for reading."""
    words = _words(sections, short)
    for number, section in enumerate(sections):
        if number:
            yield GAP
        yield title(section.title)
        for line in section.lines:
            yield Line(
                (Part(words(line.text)), Part(" "), Part(_cited(line.articles, short), "cyan")),
                indent=2,
                hang=2,
            )


def text(sections: Sequence[Section], short: Short) -> Iterator[str]:
    """The brief as plain lines, for a pipe."""
    words = _words(sections, short)
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield section.title
        for line in section.lines:
            yield f"  {words(line.text)} {_cited(line.articles, short)}"


def markdown(sections: Sequence[Section], short: Short) -> Iterator[str]:
    """The brief as Markdown."""
    words = _words(sections, short)
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield f"## {section.title}"
        yield ""
        for line in section.lines:
            told = _MARKDOWN.sub(r"\\\g<0>", words(line.text))
            yield f"- {told} {_cited(line.articles, short)}"


def _words(sections: Sequence[Section], short: Short) -> Callable[[str], str]:
    """What prints a line's text: on one line, ids as people get them."""
    ids = {article for section in sections for line in section.lines for article in line.articles}
    return lambda text: squeeze(shortened(text, ids, short))


def as_json(section: Section) -> dict[str, Any]:
    """A section: its title, and its lines with their articles."""
    lines = [{"text": line.text, "articles": list(line.articles)} for line in section.lines]
    return {"title": section.title, "lines": lines}
