"""The query language of `kzhu search`.

    words            both "trade" and "talks": trade talks
    "phrases"        "joint commission"
    prefix*          transport*
    OR               grain OR wheat (in capitals)
    -not             -football, -"joint commission", -(grain OR wheat)
    parentheses      (grain OR wheat) exports
    fields           person:orban source:kazinform country:HU event:meeting metric:exports
                     date:2021..2023 date:2021.. date:..2023-06 date:2023; values in quotes where they hold blanks

Case and diacritics do not matter in words. A query becomes a tree of small frozen tests; `kzhu.index.ask` turns it into
SQL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kzhu.errors import UsageError
from kzhu.named import NamedTuple

FIELDS = ("person", "source", "country", "event", "metric", "date")

#: Parentheses and signs within each other; SQLite has a limit too.
_DEEPEST = 40

#: Without these a query is words between blanks.
_SIGNS = frozenset('()"-:*')
_GRAMMAR = r"""\s*(?:
        (?P<open>\() | (?P<close>\)) | (?P<minus>-(?=[^\s)-]))
        | (?P<field>[A-Za-z]+):(?=[^\s()])(?!//)
        | "(?P<quoted>[^"]*)(?P<end>"?)(?P<star>\*?)
        | (?P<word>[^\s()"]+)
    )"""


class QueryError(UsageError):
    """A query that makes no sense; the message shows it with a caret under the place."""

    def __init__(self, query: str, position: int, what: str) -> None:
        shown = "".join(" " if sign.isspace() else sign for sign in query)
        super().__init__(f"wrong query: {what}\n  {shown}\n  {' ' * position}^")
        self.query = query
        #: Characters before the place.
        self.position = position


class Text(NamedTuple):
    """The article has these words, one behind the other."""

    words: str
    #: Whether the last word may go on.
    prefix: bool
    at: int


class Field(NamedTuple):
    """A field has this value."""

    name: str
    value: str
    at: int


class Not(NamedTuple):
    """The test does not hold."""

    test: Test


class And(NamedTuple):
    """All tests hold."""

    tests: tuple[Test, ...]


class Or(NamedTuple):
    """At least one test holds."""

    tests: tuple[Test, ...]


Test = Text | Field | Not | And | Or


def parse(query: str) -> Test:
    """The tree of a query.

    Raises:
        QueryError: the query is empty or wrong.

    >>> parse("grain -person:orban")
    And(tests=(Text(words='grain', prefix=False, at=0), Not(test=Field(name='person', value='orban', at=7))))
    """
    return _Parser(query).whole()


class _Token(NamedTuple):
    """One sign or word; `at` counts characters from the query's beginning."""

    #: "open", "close", "minus", "field", "text", "or".
    kind: str
    text: str
    prefix: bool
    at: int


def _tokens(query: str) -> list[_Token]:
    # The usual case, which needs no regular expression: to compile it takes as long as the search.
    if _SIGNS.isdisjoint(query):
        return [*_plain_tokens(query)]
    found: list[_Token] = []
    position = 0
    token = re.compile(_GRAMMAR, re.VERBOSE)
    while position < len(query.rstrip()):
        match = token.match(query, position)
        if match is None:
            raise QueryError(query, position, "this cannot be read")
        kind = match.lastgroup or ""
        position = match.end()
        if match["quoted"] is not None:
            at = match.start("quoted") - 1
            if not match["end"]:
                raise QueryError(query, at, "this quotation mark is never closed")
            found.append(_Token("text", match["quoted"], bool(match["star"]), at))
        elif match["word"] is not None:
            word, at = match["word"], match.start("word")
            if word.endswith(":") and word[:-1].lower() in FIELDS:
                raise QueryError(query, at, f"{word} needs a value right behind it")
            found.append(_word(word, at))
        else:
            found.append(_Token(kind, match[kind], False, match.start(kind)))
    return found


def _plain_tokens(query: str) -> Iterator[_Token]:
    at = 0
    for word in query.split():
        at = query.index(word, at)
        yield _word(word, at)
        at += len(word)


def _word(word: str, at: int) -> _Token:
    if word in {"OR", "AND"}:
        return _Token(word.lower(), word, False, at)
    return _Token("text", word.rstrip("*"), word.endswith("*"), at)


class _Parser:
    """Recursive descent; one method for each rule of the grammar."""

    def __init__(self, query: str) -> None:
        # A NUL would end the query inside SQLite.
        self._query = query.replace("\0", " ")
        self._tokens = _tokens(self._query)
        self._next = 0
        self._depth = 0

    def whole(self) -> Test:
        if not self._tokens:
            raise self._wrong("there is nothing to look for", 0)
        test = self._either()
        if (token := self._peek()) is not None:
            raise self._wrong("no parenthesis is open here", token.at)
        if test is None:
            raise self._wrong("there is nothing to look for", 0)
        return test

    def _either(self) -> Test | None:
        """Reads `all (OR all)*`."""
        tests = [self._all()]
        while (token := self._peek()) is not None and token.kind == "or":
            self._next += 1
            if tests[-1] is None:
                raise self._wrong("OR needs something before it", token.at)
            tests.append(self._all())
            if tests[-1] is None:
                raise self._wrong("OR needs something behind it", token.at)
        present = tuple(test for test in tests if test is not None)
        return Or(present) if len(present) > 1 else tests[0]

    def _all(self) -> Test | None:
        """Reads `one+`, with AND between them where someone writes it."""
        tests: list[Test] = []
        while (token := self._peek()) is not None and token.kind not in {"or", "close"}:
            if token.kind == "and":
                self._next += 1
                following = self._peek()
                if not tests or following is None or following.kind in {"or", "and", "close"}:
                    raise self._wrong("AND needs something on both sides", token.at)
                continue
            test = self._one()
            if test is not None:
                tests.append(test)
        return And(tuple(tests)) if len(tests) > 1 else tests[0] if tests else None

    def _one(self) -> Test | None:
        """Reads `-one | (either) | field:value | words`; None for words without letters, which match nothing."""
        token = self._take()
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._wrong("this is nested too deeply", token.at)
        test = self._inside(token)
        self._depth -= 1
        return test

    def _inside(self, token: _Token) -> Test | None:
        if token.kind == "minus":
            if self._peek() is None:
                raise self._wrong("- needs something behind it", token.at)
            test = self._one()
            return None if test is None else Not(test)
        if token.kind == "open":
            test = self._either()
            closing = self._peek()
            if closing is None or closing.kind != "close":
                raise self._wrong("this parenthesis is never closed", token.at)
            self._next += 1
            if test is None:
                raise self._wrong("there is nothing in these parentheses", token.at)
            return test
        if token.kind == "field":
            return self._field(token)
        if not any(sign.isalnum() for sign in token.text):
            return None
        return Text(token.text, token.prefix, token.at)

    def _field(self, token: _Token) -> Test:
        name = token.text.lower()
        if name not in FIELDS:
            known = " ".join(f"{field}:" for field in FIELDS)
            raise self._wrong(
                f"no field {token.text!r}; known are {known}, and words with a colon go in quotes", token.at
            )
        value = self._take()
        if value.kind != "text" or not value.text.strip():
            raise self._wrong(f"{name}: needs a value", token.at)
        return Field(name, value.text, token.at)

    def _peek(self) -> _Token | None:
        return self._tokens[self._next] if self._next < len(self._tokens) else None

    def _take(self) -> _Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _wrong(self, what: str, at: int) -> QueryError:
        return QueryError(self._query, at, what)
