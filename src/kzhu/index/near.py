"""What somebody may have meant who wrote a word that is not known."""

from __future__ import annotations

from collections.abc import Collection

from kzhu.errors import UsageError

#: More values than these are not listed; and the beginning of metrics that are rare.
_MOST = 40
_REST = "other:"


class UnknownValueError(UsageError):
    """A value that a filter does not know, with those that it resembles."""

    def __init__(self, what: str, value: str, known: Collection[str]) -> None:
        # Only now: difflib would cost every other answer a millisecond.
        from difflib import get_close_matches

        folded = {name.lower(): name for name in known}
        near = [folded[name] for name in get_close_matches(value.lower(), list(folded), n=3, cutoff=0.7)]
        if near:
            hint = f"did you mean {' or '.join(near)}?"
        elif len(short := sorted(name for name in known if not name.startswith(_REST))) <= _MOST:
            rest = f", and {len(known) - len(short)} that begin with {_REST}" if len(short) < len(known) else ""
            hint = f"known are {', '.join(short)}{rest}"
        else:
            hint = "write its name or code"
        super().__init__(f"unknown {what} {value!r}: {hint}")
        self.value = value
        self.near = tuple(near)
