"""What the shell's completion offers: ids, people, sources and the like, from the index as it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from kzhu.cli.settings import settings_of

if TYPE_CHECKING:
    import click

    from kzhu.archive import Archive

#: No shell shows more.
_MOST = 200
_Completer = Callable[["click.Context", "click.Parameter", str], list[Any]]


def _completer(offers: Callable[[Archive, str], Iterable[tuple[str, str | None]]]) -> _Completer:
    """A completer that asks the archive named on the line; it stays silent where there is none to ask."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        del param
        import sqlite3

        from click.shell_completion import CompletionItem

        from kzhu.archive import open_archive
        from kzhu.errors import KzhuError

        try:
            with open_archive(settings_of(ctx).archive, update=False) as archive:
                return [CompletionItem(value, help=told) for value, told in islice(offers(archive, incomplete), _MOST)]
        except (KzhuError, OSError, sqlite3.Error):
            return []

    return complete


def _ids(archive: Archive, incomplete: str) -> Iterator[tuple[str, str | None]]:
    for article in archive.ids(incomplete):
        yield article, None


def _words(names: Iterable[str], incomplete: str) -> Iterator[tuple[str, str | None]]:
    """The one word of each name that was begun, with the whole name beside it: shells split names at their blanks."""
    from kzhu.names import fold

    begun = fold(incomplete)
    seen: set[str] = set()
    for name in names:
        words = name.split()
        for word in words if begun else reversed(words):  # a surname first, where any will do
            folded = fold(word).replace(" ", "-")
            if folded.startswith(begun):
                value = word if word.startswith(incomplete) else folded
                if value not in seen:
                    seen.add(value)
                    yield value, name
                break


def _beginning(words: Iterable[str], incomplete: str) -> Iterator[tuple[str, str | None]]:
    begun = incomplete.lower()
    for word in words:
        if word.lower().startswith(begun):
            yield word, None


def _countries(archive: Archive, incomplete: str) -> Iterator[tuple[str, str | None]]:
    begun = incomplete.lower()
    for code, name in archive.countries():
        if code.lower().startswith(begun):
            yield code, name
        elif name.lower().startswith(begun):
            yield (name, code) if " " not in name else (code, name)


def _metrics(archive: Archive, incomplete: str) -> Iterable[tuple[str, str | None]]:
    from kzhu.index.filters import METRICS

    return _beginning([*METRICS, *archive.metrics()], incomplete)


ids = _completer(_ids)
people = _completer(lambda archive, incomplete: _words(archive.names(incomplete), incomplete))
sources = _completer(lambda archive, incomplete: _words(archive.sources(), incomplete))
metrics = _completer(_metrics)
event_types = _completer(lambda archive, incomplete: _beginning(archive.event_types(), incomplete))
countries = _completer(_countries)
