"""Other people's text made safe to print: no control character of an article ever reaches a terminal."""

from __future__ import annotations

from collections.abc import Iterable

#: Control characters and line ends of every kind become blanks: a value stays on its line.
_BLANKS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029), " ")
#: Marks that turn the direction of writing around could make a line read as what it is not.
_TURNS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_ONE_LINE: dict[int, str | None] = {**_BLANKS, **_TURNS}
_LINES = {code: blank for code, blank in _ONE_LINE.items() if code != 0x0A}


def clean(text: str) -> str:
    r"""The text on one line: tabs, line ends and control characters are blanks.

    >>> clean("red\x1b[31m\tand\nblack")
    'red [31m and black'
    """
    if text.isprintable():  # the usual case, at the speed of C
        return text
    return _whole(text.translate(_ONE_LINE))


def clean_lines(text: str) -> str:
    """The same for text of several lines, which keep their ends."""
    if text.isprintable():
        return text
    return _whole(text.translate(_LINES))


def squeeze(text: str) -> str:
    """The text on one line, each run of blanks one blank: for people, not for programs."""
    return " ".join(clean(text).split())


def listed(values: Iterable[str]) -> str:
    """Several values in one field, apart by "; "."""
    return "; ".join(values)


def _whole(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:
        # Halves of characters, left by broken file names, cannot be written out.
        return "".join("\N{REPLACEMENT CHARACTER}" if 0xD800 <= ord(sign) < 0xE000 else sign for sign in text)
    return text
