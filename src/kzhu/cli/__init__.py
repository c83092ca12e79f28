"""The command line: parses options, asks one question, prints the answer. The only room that prints or exits."""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Runs `kzhu` with the arguments of the process."""
    # Starting up makes no garbage: to look for it as early and as often as Python does by itself would cost each
    # answer a tenth of its time. Long work still has it collected.
    gc.set_threshold(100_000, 20, 20)
    code: object = 0
    try:
        from kzhu.cli.group import cli

        cli(prog_name="kzhu")
    except SystemExit as left:
        code = left.code
    except KeyboardInterrupt:  # before there was anything to interrupt
        code = 130
    _leave(code if isinstance(code, int) else 0)


def _leave(code: int) -> NoReturn:
    """Ends the process at once: to take the interpreter apart piece by piece would take as long as many an answer."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):  # closed by whoever read it
            code = code or 1
    os._exit(code)
