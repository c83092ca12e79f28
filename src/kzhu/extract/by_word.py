"""What a word tells, found out once: texts say the same words again and again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")

#: Longer words, in characters, are not worth remembering; and of so many the memory is emptied.
_LONG = 24
_MOST = 50_000


class ByWord(dict[str, Value], Generic[Value]):
    """What a function tells of each word; `told[word]` asks it for a new one only.

    >>> told = ByWord(len)
    >>> told["news"], told["news"], "news" in told, "views" in told
    (4, 4, True, False)
    """

    def __init__(self, tell: Callable[[str], Value]) -> None:
        super().__init__()
        self._tell = tell

    def __missing__(self, word: str) -> Value:
        value = self._tell(word)
        if len(word) <= _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[word] = value
        return value
