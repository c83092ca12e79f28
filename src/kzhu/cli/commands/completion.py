"""`kzhu completion`."""

from __future__ import annotations

import click

from kzhu.cli import output
from kzhu.cli.command import command as declare

_SHELLS = ("bash", "zsh", "fish")


@declare("completion")
@click.argument("shell", metavar="bash|zsh|fish", type=click.Choice(_SHELLS))
def command(shell: str) -> None:
    """Print the script for your shell's completion.

    It completes commands, options, article ids, people, sources, metrics and event types, from the index as it stands.

    Examples:
      eval "$(kzhu completion bash)"                                    in ~/.bashrc
      eval "$(kzhu completion zsh)"                                     in ~/.zshrc
      kzhu completion fish > ~/.config/fish/completions/kzhu.fish
    """
    from click.shell_completion import get_completion_class

    maker = get_completion_class(shell)
    if maker is None:
        raise click.UsageError(f"no completion for {shell}", click.get_current_context())
    root = click.get_current_context().find_root()
    output.lines([maker(root.command, {}, "kzhu", "_KZHU_COMPLETE").source().strip()])
