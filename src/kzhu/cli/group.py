"""The group of all commands: each is a module of its own, imported only when it is called."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from kzhu import __version__
from kzhu.cli.settings import INTERRUPTED, PIPE_CLOSED, at_once, everywhere, help_option, say
from kzhu.errors import KzhuError

#: The commands, in the order and under the headings of the help, each with what it answers. The texts stand here too
#: so that the help imports no command; a test holds them to the commands' own.
SECTIONS: dict[str, dict[str, str]] = {
    "Articles": {
        "list": "List the articles.",
        "show": "Show one article's record, and how each field is known.",
        "search": "Search the full text.",
    },
    "Facts": {
        "people": "List everyone the articles name.",
        "person": "Show one person: spellings, roles, articles, events.",
        "figures": "List the figures the articles state.",
        "timeline": "Lay the figures of a metric on one line of time.",
        "events": "List the events, in order of time.",
    },
    "The whole": {
        "summary": "Write a brief, with a citation behind every line.",
        "check": "List what deserves a human eye.",
        "export": "Write out the records.",
    },
    "Archive": {
        "init": "Make a folder an archive.",
        "add": "Take articles into the archive.",
        "index": "Bring the index up to date.",
        "read": "Read files into records, without an archive.",
        "completion": "Print the script for your shell's completion.",
    },
}
SUMMARIES = {name: summary for section in SECTIONS.values() for name, summary in section.items()}

_EXAMPLES = """\
Examples:
  kzhu list --since 2023          the articles of 2023 and later
  kzhu person szijjarto           a person in any spelling: who, in which role, where
  kzhu timeline trade             every trade figure on one line of time
"""


class Commands(click.Group):
    """Imports a command when it is called; turns failures into a line on stderr and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in order of the help."""
        del ctx
        return [*SUMMARIES]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, its module imported."""
        del ctx
        if cmd_name not in SUMMARIES:
            return None
        command: click.Command = import_module(f"kzhu.cli.commands.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but an unknown command is answered with the nearest ones."""
        name = args[0]
        if name not in SUMMARIES and not name.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"no such command: {name}{did_you_mean(name, SUMMARIES)}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under their headings."""
        del ctx
        for heading, commands in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([*commands.items()], col_max=16)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        del ctx
        formatter.write(f"\n{_EXAMPLES}")

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[Any]:
        """Commands that begin so, with what they answer."""
        from click.shell_completion import CompletionItem

        found = [CompletionItem(name, help=text) for name, text in SUMMARIES.items() if name.startswith(incomplete)]
        return found or click.Command.shell_complete(self, ctx, incomplete)

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,  # noqa: ANN401 -- click's own signature
    ) -> Any:  # noqa: ANN401 -- click's own signature
        """Runs a command line and exits."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        _open_streams()
        code: object = 0
        try:
            code = super().main(args, prog_name or "kzhu", complete_var, standalone_mode=False, **extra)
        except click.UsageError as error:
            say(_usage_message(error), kind="error")
            if error.ctx:
                sys.stderr.write(f"Try '{error.ctx.command_path} --help'.\n")
            code = error.exit_code
        except click.ClickException as error:
            say(error.format_message(), kind="error")
            code = error.exit_code
        except click.Abort:
            say("interrupted")
            code = INTERRUPTED
        except KzhuError as error:
            say(str(error), kind="" if error.exit_code == INTERRUPTED else "error")
            code = error.exit_code
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            say(f"{where}{error.strerror or error}", kind="error")
            _give_up_stdout()
            code = 1
        sys.exit(code if isinstance(code, int) else 0)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 -- click's own signature
        """Runs the command, and sees that all it printed is out."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _give_up_stdout()  # the reader has seen enough (`| head`): there is nothing to tell
            ctx.exit(PIPE_CLOSED)
        return result


def _give_up_stdout() -> None:
    """Writes out what can be, and lets the rest go: Python would complain about it at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def did_you_mean(word: str, known: Sequence[str] | dict[str, str]) -> str:
    """The nearest of the known words, as the end of a message; "" where none is near."""
    from difflib import get_close_matches

    near = get_close_matches(word.lower(), [*known], 2, 0.6)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _usage_message(error: click.UsageError) -> str:
    if isinstance(error, click.NoSuchOption) and error.ctx:
        params = error.ctx.command.get_params(error.ctx)
        known = [name for param in params for name in param.opts if name.startswith("--")]
        near = did_you_mean(error.option_name, known)
        if error.ctx.info_name == "search" and not error.option_name.startswith("--"):
            near = "; to leave a word out, quote the whole query: 'trade -tourism'"
        return f"no such option: {error.option_name}{near}"
    message = error.format_message().rstrip(".")
    return message[:1].lower() + message[1:]


def _open_streams() -> None:
    """Characters that the locale has no bytes for are escaped, rather than end the run."""
    if sys.stdout is None:  # closed by the caller (`>&-`)
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115 -- for the rest of the run
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")


@click.group(
    name="kzhu",
    cls=Commands,
    params=[
        *everywhere(),
        at_once(["--version"], lambda _: f"kzhu {__version__}", "Show the version and exit."),
        help_option(),
    ],
    invoke_without_command=True,
    add_help_option=False,
    context_settings={"max_content_width": 100},
)
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Ask an archive of press articles: who, when, how much, and which article says so.

    Results go to standard output: tables on a terminal, plain tab-separated lines on a pipe. Every date with a ~ in
    front is inferred; `kzhu show ID` tells from what. The exit code is 0 when there was an answer (that nothing matches
    is one), 1 when something failed, 2 when the command line was wrong.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())
