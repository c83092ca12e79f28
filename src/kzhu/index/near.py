"""What somebody may have meant who wrote a word that is not known."""

from __future__ import annotations

from collections.abc import Collection

from kzhu.errors import UsageError


class UnknownValueError(UsageError):
    """A value that a filter does not know, with those that it resembles."""

    def __init__(self, what: str, value: str, known: Collection[str]) -> None:
        # Only now: difflib would cost every other answer a millisecond.
        from difflib import get_close_matches

        folded = {name.lower(): name for name in known}
        near = [folded[name] for name in get_close_matches(value.lower(), list(folded), n=3, cutoff=0.7)]
        if near:
            hint = f"did you mean {' or '.join(near)}?"
        elif len(known) <= 40:
            hint = f"known are {', '.join(sorted(known))}"
        else:
            hint = "write its name or code"
        super().__init__(f"unknown {what} {value!r}: {hint}")
        self.value = value
        self.near = tuple(near)
