"""The brief: sections of lines, each with the articles behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kzhu.analysis.summary import Section
from kzhu.render.clean import squeeze
from kzhu.render.page import GAP, Line, Page, Part, title
from kzhu.render.values import Short

#: What Markdown would take for its own marks.
_MARKDOWN = re.compile(r"[*`<\[\]\\]")


def _cited(articles: Sequence[str], short: Short) -> str:
    return f"[{', '.join(map(short, articles))}]"


def page(sections: Sequence[Section], short: Short) -> Page:
    """The brief for reading."""
    for number, section in enumerate(sections):
        if number:
            yield GAP
        yield title(section.title)
        for line in section.lines:
            yield Line(
                (Part(_text(line.text, line.articles, short)), Part(" "), Part(_cited(line.articles, short), "cyan")),
                indent=2,
            )


def text(sections: Sequence[Section], short: Short) -> Iterator[str]:
    """The brief as plain lines, for a pipe."""
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield section.title
        for line in section.lines:
            yield f"  {_text(line.text, line.articles, short)} {_cited(line.articles, short)}"


def markdown(sections: Sequence[Section], short: Short) -> Iterator[str]:
    """The brief as Markdown."""
    for number, section in enumerate(sections):
        if number:
            yield ""
        yield f"## {section.title}"
        yield ""
        for line in section.lines:
            words = _MARKDOWN.sub(r"\\\g<0>", _text(line.text, line.articles, short))
            yield f"- {words} {_cited(line.articles, short)}"


def _text(words: str, articles: Sequence[str], short: Short) -> str:
    for article in articles:
        words = words.replace(article, short(article))
    return squeeze(words)


def as_json(section: Section) -> dict[str, Any]:
    """A section: its title, and its lines with their articles."""
    lines = [{"text": line.text, "articles": list(line.articles)} for line in section.lines]
    return {"title": section.title, "lines": lines}
