"""What holds for a whole run: which archive, and whether to write colours."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import IO, Any

import click

#: Exit codes beside 0, 1 and 2, as shells give them to programs that a signal ends.
INTERRUPTED = 128 + 2
PIPE_CLOSED = 128 + 13


class Settings:
    """The options that every command takes."""

    def __init__(self) -> None:
        self.archive: str | None = None
        self.color = "auto"

    def colors(self, stream: IO[str]) -> bool:
        """Whether to write colours to a stream.

        `--color` decides, else NO_COLOR (https://no-color.org), else FORCE_COLOR or CLICOLOR_FORCE, else whether it
        is a terminal that has them.
        """
        if self.color != "auto":
            return self.color == "always"
        if os.environ.get("NO_COLOR"):
            return False
        if any(os.environ.get(name, "0") not in {"", "0"} for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
            return True
        return stream.isatty() and os.environ.get("TERM") != "dumb"


def settings_of(ctx: click.Context) -> Settings:
    """The settings of the run that a context belongs to."""
    return ctx.find_root().ensure_object(Settings)


def current() -> Settings:
    """The settings of this run."""
    return settings_of(click.get_current_context())


def _set(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None and param.name:
        setattr(settings_of(ctx), param.name, value)


def everywhere() -> list[click.Parameter]:
    """The options that stand before a command's name or behind it."""
    return [
        click.Option(
            ["--archive"],
            metavar="DIR",
            expose_value=False,
            callback=_set,
            help="The archive's folder.  [default: $KZHU_ARCHIVE, else the nearest folder upwards that is one, else "
            "what ships with kzhu]",
            shell_complete=_folders,
        ),
        click.Option(
            ["--color"],
            type=click.Choice(["auto", "always", "never"]),
            metavar="WHEN",
            expose_value=False,
            callback=_set,
            help="Colours: auto, always or never.  [default: auto: on a terminal, unless NO_COLOR is set]",
        ),
    ]


def at_once(names: list[str], answer: Callable[[click.Context], str], help_: str) -> click.Option:
    """An option that answers by itself: click's own would load the machinery of translation at every start."""

    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        del param
        if value and not ctx.resilient_parsing:
            click.echo(answer(ctx), color=ctx.color)
            ctx.exit()

    return click.Option(names, is_flag=True, is_eager=True, expose_value=False, callback=show, help=help_)


def help_option() -> click.Option:
    """`--help`."""
    return at_once(["-h", "--help"], click.Context.get_help, "Show this message and exit.")


def _folders(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
    del ctx, param
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="dir")]


def offers(what: str) -> Callable[[click.Context, click.Parameter, str], list[Any]]:
    """What completes an option, by its name in `kzhu.cli.complete`, which is imported only when a shell asks."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[Any]:
        from kzhu.cli import complete as completers

        found: list[Any] = getattr(completers, what)(ctx, param, incomplete)
        return found

    return complete


def warn(remark: str) -> None:
    """Tells the user something on the side."""
    say(remark, kind="warning")


def say(remark: str, *, kind: str = "") -> None:
    """Writes to standard error; every line says whose it is, but those that are set in belong to the one above."""
    from kzhu.render.clean import clean

    for line in remark.splitlines():
        head = "" if line.startswith(" ") else f"kzhu: {kind}: " if kind else "kzhu: "
        sys.stderr.write(f"{head}{clean(line)}\n")
    sys.stderr.flush()
