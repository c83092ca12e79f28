"""The filters that every query shares, how many rows it gives and in which order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import click

from kzhu.cli.settings import offers
from kzhu.index.filters import REPEATED, Filters

Function = TypeVar("Function", bound=Callable[..., Any])
#: Rows that lists give where none is asked for; a remark tells when there are more.
ROWS = 100


def _limit(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """The number of rows asked for; 0 for all, None for the command's own number."""
    if value is None:
        return None
    if value == "all":
        return 0
    if not value.isdecimal() or int(value) == 0:
        raise click.BadParameter(f"{value!r} is neither a number of rows, such as 20, nor 'all'", ctx, param)
    return int(value)


_FILTERS = (
    click.option(
        "--person",
        metavar="NAME",
        multiple=True,
        shell_complete=offers("people"),
        help="Names this person, in any spelling or by a part of the name.",
    ),
    click.option(
        "--country",
        metavar="COUNTRY",
        multiple=True,
        shell_complete=offers("countries"),
        help="About this country: code, name or adjective.",
    ),
    click.option(
        "--source",
        metavar="NAME",
        multiple=True,
        shell_complete=offers("sources"),
        help="Published by, or relaying, someone of that name.",
    ),
)


def filters(
    *, sorts: Sequence[str] = (), rows: int | None = ROWS, of_events: bool = False, sections: str | None = None
) -> Callable[[Function], Function]:
    """Gives a command the filters; its function gets them as `filters`, and `most` for `kzhu.cli.output.first`.

    Args:
        sorts: the orders that its question knows, its own first; none where it has one order only.
        rows: how many rows it gives by itself; None for all of them.
        of_events: whether its rows are events: dates then ask when they happened, and types are its own.
        sections: how many lines each of its sections has by itself, where it gives sections, in words.
    """

    def decorate(function: Function) -> Function:
        @wraps(function)
        def run(
            *args: Any,  # noqa: ANN401 -- what the decorated function takes
            since: str | None,
            until: str | None,
            sort: str | None,
            limit: int | None,
            **more: Any,  # noqa: ANN401 -- and its other options
        ) -> Any:  # noqa: ANN401 -- and returns
            given = {name: more.pop(name) for name in REPEATED}
            # One row more than the command gives by itself tells whether there would be more.
            most = rows if limit is None and rows else None
            if limit == 0:
                limit = sys.maxsize if sections else None
            kept = Filters(since, until, **given, sort=sort, limit=limit or (most + 1 if most else None))
            return function(*args, filters=kept, most=most, **more)

        for option in reversed(
            [*_dates(of_events), *_FILTERS, *_facts(of_events), _sort(sorts), _rows(rows, sections)]
        ):
            option(run)
        return run  # type: ignore[return-value] # the same function, its filters put together

    return decorate


def _dates(of_events: bool) -> list[Callable[[Any], Any]]:
    what = "Happened" if of_events else "Published"
    examples = "2023, 2023-07, 2023-07-13, 'March 2024'"
    return [
        click.option("--since", metavar="DATE", help=f"{what} then or later: {examples}."),
        click.option("--until", metavar="DATE", help=f"{what} then or earlier."),
    ]


def _facts(of_events: bool) -> list[Callable[[Any], Any]]:
    return [
        click.option(
            *(("--event", "--type") if of_events else ("--event",)),
            "event",
            metavar="TYPE",
            multiple=True,
            shell_complete=offers("event_types"),
            help="Tells such an event: meeting, visit, agreement ...",
        ),
        click.option(
            "--metric",
            metavar="METRIC",
            multiple=True,
            shell_complete=offers("metrics"),
            help="States such a figure: trade-turnover, investment ...",
        ),
        click.option("--text", metavar="QUERY", multiple=True, help="Matches this query (see `kzhu search --help`)."),
    ]


def _sort(sorts: Sequence[str]) -> Callable[[Any], Any]:
    if not sorts:
        return click.option("--sort", metavar="ORDER", hidden=True, callback=_unsorted)
    help_ = f"Order: {', '.join(sorts[:-1])} or {sorts[-1]}.  [default: {sorts[0]}]"
    return click.option("--sort", metavar="ORDER", type=click.Choice(list(sorts)), help=help_)


def _unsorted(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Tells who asks for an order where there is but one."""
    if value is not None:
        raise click.UsageError(f"{ctx.info_name} has an order of its own: it takes no {param.opts[0]}", ctx)


def _rows(rows: int | None, sections: str | None) -> Callable[[Any], Any]:
    what = "lines in a section" if sections else "rows"
    help_ = f"At most so many {what}, or 'all'.  [default: {sections or rows or 'all'}]"
    return click.option("-n", "--limit", metavar="N", callback=_limit, help=help_)
