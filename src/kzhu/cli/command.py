"""How a command is declared, and how its help is laid out: filters, output, and what every command takes, apart."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import click

from kzhu.cli.group import SUMMARIES
from kzhu.cli.settings import everywhere, help_option

#: Headings of the help, and the options under them; any other stands under the first.
_OPTIONS, _FILTERS, _GENERAL = "Options", "Filters", "General"
_HEADINGS = {
    **dict.fromkeys(("since", "until", "person", "country", "source", "event", "metric", "text"), _FILTERS),
    **dict.fromkeys(("archive", "color", "-h"), _GENERAL),
}


class Command(click.Command):
    """A command with the options that all have, shown under headings."""

    def __init__(self, *args: Any, **more: Any) -> None:  # noqa: ANN401 -- whatever click's commands take
        super().__init__(*args, **{**more, "add_help_option": False})
        self.params += [*everywhere(), help_option()]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options under their headings."""
        sections: dict[str, list[tuple[str, str]]] = {_OPTIONS: [], _FILTERS: [], _GENERAL: []}
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx)
            if record and isinstance(param, click.Option):
                heading = _HEADINGS.get(param.opts[0].removeprefix("--"), _OPTIONS)
                # `kzhu show --text` is a switch, elsewhere it is a filter.
                sections[_OPTIONS if param.is_flag and heading == _FILTERS else heading].append(record)
        for heading, records in sections.items():
            if records:
                with formatter.section(heading):
                    formatter.write_dl(records, col_max=28)


def command(name: str) -> Callable[[Callable[..., Any]], Command]:
    """Declares the command of that name; its function's docstring is its help."""

    def decorate(function: Callable[..., Any]) -> Command:
        help_ = set_as_is(inspect.cleandoc(function.__doc__ or ""))
        declared: Command = click.command(name, cls=Command, help=help_, short_help=SUMMARIES[name])(function)
        return declared

    return decorate


def set_as_is(text: str) -> str:
    """Keeps the lines of each paragraph that has indented ones: examples and lists. Click would fill them up."""
    paragraphs = text.split("\n\n")
    # click's own mark for a paragraph to leave alone
    return "\n\n".join(f"\b\n{part}" if "\n  " in f"\n{part}" else part for part in paragraphs)
