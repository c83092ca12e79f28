"""What can go wrong in ways a user can understand: each error says what, where and what to do."""

from __future__ import annotations


class KzhuError(Exception):
    """A failure the user can understand and act on; the command line shows its message and exits with `exit_code`."""

    #: click keeps 2 for wrong usage.
    exit_code = 1


class PeriodError(KzhuError, ValueError):
    """A text that is no EDTF period kzhu knows, or one that ends before it begins."""

    def __init__(self, text: str, why: str) -> None:
        super().__init__(f"not a period: {text!r}: {why} (write 2023, 2023-07, 2023-07-13 or 2023-01/2023-05)")
        self.text = text
        self.why = why


class UsageError(KzhuError):
    """A question that cannot be asked that way: an unknown country, a date that is none, a query with a hole."""

    exit_code = 2
