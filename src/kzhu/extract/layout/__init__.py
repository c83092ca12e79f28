"""What each part of a text is: date line, headline, byline, dateline, body, signature, page furniture.

Only headline and body have sentences. What cannot be told apart for sure counts as body: prose is never lost.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from kzhu.extract.document import Document, Sentence
from kzhu.extract.layout.blocks import Block, find_blocks
from kzhu.extract.layout.cutting import Cut, cut_text
from kzhu.extract.layout.dateline import Dateline, read_dateline
from kzhu.extract.layout.furniture import (
    Notices,
    find_notices,
    is_credit,
    is_furniture,
    is_heading,
    is_label,
    is_letterhead,
    is_masthead,
    is_signature,
)
from kzhu.extract.layout.sentences import CLOSING, cut, ending, ends_sentence
from kzhu.extract.layout.stamps import is_name, is_stamp, is_writer
from kzhu.knowledge import Knowledge
from kzhu.records import Span

_DATE_LINE = re.compile(r"\s*date:?\s+(\d{4}-\d\d-\d\d)(?!\d)\s*", re.IGNORECASE)
#: No headline is longer, in characters; one that ends with a stop is shorter still.
_HEADLINE = 260
_HEADLINE_WITH_STOP = 130
#: Blanks that must not break, or are of another width.
_BLANKS = "\xa0\u2007\u2009\u202f\u3000"
#: Tags and coded blanks left in a text: "</p>", "<br/>", "&nbsp;".
_MARKUP = re.compile(
    r"</?([a-z][a-z\d]{0,9})(?:\s[^<>]{0,400})?/?>|&(?:nbsp|ensp|emsp|thinsp|zwnj|shy|#160|#xa0);", re.IGNORECASE
)
_PARAGRAPHS = frozenset("p div h1 h2 h3 h4 li tr table ul ol article section header footer blockquote".split())
_CLOSERS = "\"”»’')"
#: Nor a line with a writer's name and place.
_WRITER = 60
#: Headlines of other stories under a text.
_TEASERS = 12
#: Paragraphs looked at for the head of a page: menus, labels, headline, stamps.
_HEAD = 24


class _Layout:
    """The parts of a text as they are found; `read_document` alone uses it."""

    __slots__ = ("body", "byline", "date_line", "dateline", "furniture", "head", "headline", "notices", "signature")

    def __init__(self, notices: Notices) -> None:
        self.body: list[Block] = []
        self.furniture: list[Span] = []
        self.headline: Span | None = None
        self.date_line: Span | None = None
        self.byline: Span | None = None
        self.dateline: Span | None = None
        self.signature: Span | None = None
        self.head: Dateline | None = None
        self.notices = notices


def read_document(text: str, knowledge: Knowledge) -> Document:
    """The text cut into tokens and sentences, with its zones told apart."""
    # What a page left of its markup, and blanks of other kinds, are blanks like others; each stands where it stood.
    printed = _MARKUP.sub(_blanked, text) if "<" in text or "&" in text else text
    plain = printed
    for blank in _BLANKS:
        if blank in plain:
            plain = plain.replace(blank, " ")
    # No token has a blank in it: those of the plain text are the text's own.
    tokens = cut_text(plain if printed is text else text, knowledge)
    vocabulary = frozenset(tokens.lowers)
    layout = _read_layout(printed, plain, find_notices(plain, vocabulary, knowledge), knowledge)
    return Document(
        text=text,
        words=tokens.words,
        lowers=tokens.lowers,
        starts=tokens.starts,
        ends=tokens.ends,
        sentences=_sentences(plain, layout, tokens, bare=printed is text),
        headline=layout.headline,
        date_line=layout.date_line,
        byline=layout.byline,
        dateline=layout.dateline,
        head=layout.head,
        signature=layout.signature,
        furniture=tuple(sorted(layout.furniture)),
        capitals=tokens.capitals,
        marks=tokens.marks,
        moments=tokens.moments,
        cues=tokens.cues,
        places=tokens.places,
        bodies=tokens.bodies,
        makers=tokens.makers,
        vocabulary=vocabulary,
    )


def _blanked(markup: re.Match[str]) -> str:
    """Blanks in the place of a tag or a coded blank, with line breaks where the page had them."""
    breaks = "\n\n" if markup[1] in _PARAGRAPHS else "\n" if markup[1] == "br" else ""
    return breaks.ljust(markup.end() - markup.start())


def _sentences(text: str, layout: _Layout, tokens: Cut, *, bare: bool) -> tuple[Sentence, ...]:
    """The sentences of headline and body; `bare` says that every token stands in the text, none in markup."""
    found: list[Sentence] = []
    # What `Sentence(...)` makes, without a call of its own.
    new = tuple.__new__
    words, starts, ends, stops = tokens.words, tokens.starts, tokens.ends, tokens.stops
    token, size = 0, len(starts)
    paragraphs = layout.body
    headline = -1
    if layout.headline:
        headline = layout.headline.start
        paragraphs = [(headline, layout.headline.end), *paragraphs]
    for number, (head, end) in enumerate(paragraphs):
        begin = head
        if token == size or starts[token] != begin:
            token = bisect_left(starts, begin, token)
        final = bisect_left(starts, end, token)
        if begin == headline:
            found.append(new(Sentence, (begin, end, token, final, number, "headline")))
            token = final
            continue
        for i in stops[bisect_left(stops, token) : bisect_left(stops, final - 1)]:
            behind = i + 1
            start = starts[behind]
            if (
                bare
                and words[i] == "."
                and start == ends[i] + 1
                and "A" <= words[behind] < "["
                and CLOSING[words[i - 1]]
                and ends[i - 1] == starts[i]
            ):
                last = ends[i]
            else:
                closed = ending(text, begin, starts[i], end)
                if closed is None:
                    continue
                last, start = closed
                behind = bisect_left(starts, last, i)
            found.append(new(Sentence, (begin, last, token, behind, number, "body")))
            token, begin = behind, start
            if token == size or starts[token] != begin:
                token = bisect_left(starts, begin, token)
        found.append(new(Sentence, (begin, end, token, final, number, "body")))
        token = final
    return tuple(found)


def _read_layout(printed: str, text: str, notices: Notices, knowledge: Knowledge) -> _Layout:
    layout = _Layout(notices)
    blocks = find_blocks(printed)
    dated = _DATE_LINE.match(text)
    if dated and blocks:
        layout.date_line = Span(*dated.span(1))
        blocks = [(max(start, dated.end()), end) for start, end in blocks if end > dated.end()]
    rest = _read_head(text, blocks, layout, knowledge)
    tail = _read_tail(text, blocks, rest, layout, knowledge)
    _read_body(text, blocks[rest:tail], layout, knowledge)
    return layout


def _read_head(text: str, blocks: list[Block], layout: _Layout, knowledge: Knowledge) -> int:
    """Number of the first paragraph of the body; what stands above it is put in its place."""
    for i, (start, end) in enumerate(blocks[:_HEAD]):
        last = i == len(blocks) - 1
        if last and layout.headline is None:
            return i
        titled = layout.headline is not None
        repeated = titled and _same_words(text, layout.headline, start, end)
        if repeated or is_label(text, start, end, knowledge) or is_masthead(text, start, end, knowledge):
            layout.furniture.append(Span(start, end))
        elif not titled and not last and _is_stopped_headline(text, start, end, blocks[i + 1 : i + 3], knowledge):
            layout.headline = Span(start, end)
        elif found := read_dateline(text, start, end, knowledge):
            # A place and day on a line of their own may stand over the headline.
            over = found.day is not None and found.span.end == end and not titled and not last
            if not over or not _is_headline(text, *blocks[i + 1]):
                return i
            layout.dateline, layout.head = found.span, found
        elif is_stamp(text, start, end, titled=titled) or is_writer(text, start, end):
            _add_byline(text, layout, start, end)
        elif (layout.signature is None and is_credit(text, start, end)) or (
            not titled and is_letterhead(text, start, end, knowledge) and _heads(text, blocks, i)
        ):
            layout.signature = Span(start, end)
        elif is_furniture(text, start, end, layout.notices, knowledge):
            layout.furniture.append(Span(start, end))
        elif not titled and _is_headline(text, start, end):
            layout.headline = Span(start, end)
        elif titled and not last and _is_unmarked_writer(text, start, end, *blocks[i + 1], knowledge):
            _add_byline(text, layout, start, end)
        else:
            return i
    return min(len(blocks), _HEAD)


def _heads(text: str, blocks: list[Block], number: int) -> bool:
    """Whether a headline or stamps stand under the line above a text."""
    if number + 1 == len(blocks):
        return False
    start, end = blocks[number + 1]
    return end - start < _HEADLINE and (is_stamp(text, start, end, titled=False) or _is_headline(text, start, end))


def _same_words(text: str, headline: Span | None, start: int, end: int) -> bool:
    if headline is None or text[start] != text[headline.start]:
        return False
    return text[start:end].split() == headline.cut(text).split()


def _add_byline(text: str, layout: _Layout, start: int, end: int) -> None:
    """A dated line is the byline; one without a date only where there is no dated one."""
    if layout.byline is None:
        layout.byline = Span(start, end)
    elif not _is_dated(text, layout.byline) and _is_dated(text, Span(start, end)):
        layout.furniture.append(layout.byline)
        layout.byline = Span(start, end)
    else:
        layout.furniture.append(Span(start, end))


def _is_dated(text: str, line: Span) -> bool:
    return is_stamp(text, line.start, line.end, titled=True)


def _opens_with_dateline(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    return read_dateline(text, start, end, knowledge) is not None


def _heads_a_story(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    return _opens_with_dateline(text, start, end, knowledge) or is_stamp(text, start, end, titled=True)


def _is_unmarked_writer(text: str, start: int, end: int, begin: int, stop: int, knowledge: Knowledge) -> bool:
    """Whether the line is a writer's name without "By": above a dateline, a stamp, or the first paragraph."""
    name = text.find(",", start, end)
    if not is_name(text, start, end if name < 0 else name) or end - start > _WRITER:
        return False
    prose = stop - begin > _WRITER and ends_sentence(text, begin, stop)
    return prose or _heads_a_story(text, begin, stop, knowledge)


def _is_headline(text: str, start: int, end: int) -> bool:
    """A short line without a final stop."""
    last = text[end - 1]
    if end - start > _HEADLINE or text[start].islower() or last in ".,;:-–—_…" or text.find(" ", start, end) < 0:
        return False
    if last in _CLOSERS and text[start:end].rstrip(_CLOSERS)[-1:] in {".", ","}:
        return False
    return last not in "?!" or end - start <= _HEADLINE_WITH_STOP


def _is_stopped_headline(text: str, start: int, end: int, following: list[Block], knowledge: Knowledge) -> bool:
    """One sentence, or a line in capitals, above a dateline or stamp (and a writer's name between them)."""
    if end - start > _HEADLINE_WITH_STOP or text[start].islower() or text[end - 1] in ",;:-–—_":
        return False
    under = following[1] if len(following) > 1 and is_name(text, *following[0]) else following[0]
    return (
        _opens_with_dateline(text, *under, knowledge)
        and not _dated_dateline(text, start, end, knowledge)
        and not is_stamp(text, start, end, titled=False)
        and len(cut(text, start, end)) == 1
    )


def _dated_dateline(text: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Whether the line is a dateline that says more than a word before a dash does."""
    found = read_dateline(text, start, end, knowledge)
    return found is not None and (found.known or found.agency is not None or found.day is not None)


def _read_tail(text: str, blocks: list[Block], first: int, layout: _Layout, knowledge: Knowledge) -> int:
    """Number of the paragraph behind the body's last; what stands under it is put in its place."""
    last = len(blocks)
    while last > first + 1:
        start, end = blocks[last - 1]
        if is_furniture(text, start, end, layout.notices, knowledge) or is_writer(text, start, end):
            layout.furniture.append(Span(start, end))
        elif is_signature(text, start, end, knowledge):
            # A body may sign in two lines: its name, and its press department.
            layout.signature = Span(start, layout.signature.end if layout.signature else end)
        elif is_stamp(text, start, end, titled=True):
            _add_byline(text, layout, start, end)
        else:
            above = _above_teasers(text, blocks, first, last, layout, knowledge)
            if above == last:
                break
            layout.furniture += [Span(*block) for block in blocks[above:last]]
            last = above + 1
        last -= 1
    return last


def _above_teasers(text: str, blocks: list[Block], first: int, last: int, layout: _Layout, knowledge: Knowledge) -> int:
    """Number of the paragraph at which a run of headlines begins, below furniture; `last` where there is none."""
    for above in range(last - 1, max(first, last - _TEASERS), -1):
        start, end = blocks[above]
        # The last one of all has been looked at: it is none.
        if above < last - 1 and is_furniture(text, start, end, layout.notices, knowledge):
            # A rule or a number stands in tables too.
            return above + 1 if any(sign.isalpha() for sign in text[start:end]) else last
        if not _is_teaser(text, start, end) or not text[start].isupper():
            break
    return last


def _read_body(text: str, blocks: list[Block], layout: _Layout, knowledge: Knowledge) -> None:
    teasers = False
    for i, (start, end) in enumerate(blocks):
        begin = start
        if layout.dateline is None and i < 2 and not layout.body:
            found = read_dateline(text, start, end, knowledge)
            if found is not None:
                layout.dateline, layout.head = found.span, found
                begin = found.span.end
                while begin < end and text[begin].isspace():
                    begin += 1
        if begin >= end:
            continue
        if not layout.body and begin == start and is_writer(text, start, end):
            _add_byline(text, layout, start, end)
            continue
        if i and is_heading(text, start, end, knowledge):
            teasers = True
            layout.furniture.append(Span(start, end))
        elif begin == start and (
            (teasers and _is_teaser(text, start, end))
            or (i and is_furniture(text, start, end, layout.notices, knowledge))
        ):
            layout.furniture.append(Span(start, end))
        else:
            teasers = False
            layout.body.append((begin, end))


def _is_teaser(text: str, start: int, end: int) -> bool:
    """A line below "Read also": short, and no sentence."""
    return end - start <= 180 and not ends_sentence(text, start, end)
