"""The command line: parses options, asks one question, prints the answer. The only room that prints or exits."""

from __future__ import annotations

from kzhu.cli.group import cli

__all__ = ["cli", "main"]


def main() -> None:
    """Runs `kzhu` with the arguments of the process."""
    cli(prog_name="kzhu")
