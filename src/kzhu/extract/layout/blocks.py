"""Paragraphs of a text: blank lines part them; a line break only where the line does not run on.

In a hard-wrapped text a line runs on when the next one begins with a small letter, or when the next word would not have
fitted; a short line of its own (a headline, a byline, a date) does not.
"""

from __future__ import annotations

import re

from kzhu.extract.layout.sentences import ends_sentence

#: What is left out at the ends of a line: every blank there is, and two signs of no width.
_EDGES = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\ufeff\u200b"
# Lines are not broken at a blank that must not break.
_WORD = re.compile(r"(?:\S|\xa0)+")
#: What opens a text under its headline: "BUDAPEST. KAZINFORM -".
_DATELINE = re.compile(r"[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]+){0,3}(?:[.,:]|[ \xa0]?[-–—(/])")
#: Wrapped lines are not wider; a longer line is a paragraph of its own.
_WIDEST = 140
#: Nor narrower than this.
_NARROWEST = 30
_RUN_ON = frozenset(
    "a an the of and or in on at to for by with from as into over under between is was were are has have"
    " had be his her its their that which who than but".split()
)

#: A text is hard-wrapped when so many of its lines, and a third of them, come within a word of the widest.
_FULL_LINES = 3
_WORD_LENGTH = 14
#: A line that much wider than all others was not wrapped with them: a date was set before it.
_STRAY = 4
#: No text is wrapped to less.
_LEAST_WRAP = 55

Block = tuple[int, int]


def find_blocks(text: str) -> list[Block]:
    """Paragraphs as (start, end), without the blanks at their ends, in order of the text."""
    chunks: list[list[Block]] = []
    first, behind = 0, -2
    for line in text.split("\n"):
        if not line:
            first += 1
            continue
        last = first + len(line)
        bare = line.strip(_EDGES)
        if bare:
            start = first if bare is line else first + line.index(bare[0])
            block = start, start + len(bare)
            if first - behind > 1:
                chunks.append([block])
            else:
                chunks[-1].append(block)
            behind = last
        first = last + 1
    if set(map(len, chunks)) <= {1}:
        return [chunk[0] for chunk in chunks]
    width = _wrap_width([line for chunk in chunks for line in chunk if len(chunk) > 1])
    return [block for chunk in chunks for block in _joined(text, chunk, width, chunks[0][0][0])]


def _wrap_width(lines: list[Block]) -> int:
    """The width to which the text was wrapped; 0 where it was not."""
    widths = sorted([end - start for start, end in lines if _NARROWEST <= end - start <= _WIDEST], reverse=True)
    while len(widths) > _FULL_LINES and widths[0] - widths[1] > _STRAY:
        del widths[0]
    widest = widths[0] if widths else 0
    full = sum(width >= widest - _WORD_LENGTH for width in widths)
    wrapped = widest >= _LEAST_WRAP and full >= max(_FULL_LINES, len(lines) // 3)
    return widest if wrapped else 0


def _joined(text: str, lines: list[Block], width: int, first: int) -> list[Block]:
    """Neighbouring lines, those that run on joined."""
    blocks = [lines[0]]
    for i in range(1, len(lines)):
        if _runs_on(text, lines[i - 1], lines[i], width, blocks[-1][0], first):
            blocks[-1] = (blocks[-1][0], lines[i][1])
        else:
            blocks.append(lines[i])
    return blocks


def _runs_on(text: str, line: Block, following: Block, width: int, paragraph: int, first: int) -> bool:
    start, end = line
    ends = ends_sentence(text, paragraph, end)
    if end - start > _WIDEST or following[1] - following[0] > _WIDEST:
        return text[following[0]].islower() and not ends and text[end - 1] != ":"
    head = _WORD.match(text, following[0], min(following[1], following[0] + 40))
    full = width > 0 and head is not None and end - start + 1 + len(head[0]) > width
    if ends:
        if paragraph == first:
            # Whatever opens a text, a headline first of all, stands alone once it has come to its stop.
            return False
        # A full line may end with a sentence inside a paragraph; then nothing but its width tells.
        return full and text[end - 1] in ".,"
    if text[end - 1] in ":;":
        return full and text[end - 1] == ";"
    if paragraph == first and (
        _DATELINE.match(text, *following) or text[start:end] == text[following[0] : following[1]]
    ):
        return False
    if text[following[0]].islower():
        return True
    last = text[max(start, end - 12) : end].rsplit(None, 1)[-1]
    if text[end - 1] == "," or last.lower() in _RUN_ON or last in {"Mr.", "Mrs.", "Dr.", "St."}:
        return end - start >= _NARROWEST
    return full
