"""`kzhu init`."""

from __future__ import annotations

import click

from kzhu.cli.command import command as declare
from kzhu.cli.settings import say


@declare("init")
@click.argument("folder", default=".", type=click.Path())
def command(folder: str) -> None:
    """Make a folder an archive.

    FOLDER (by itself the one you are in, made if it is not there) gets the folders articles/ for the texts, data/ for
    knowledge of its own, laid over what ships with kzhu, and .kzhu/ for the index. What is in the folder already
    stays as it is.

    Examples:
      kzhu init
      kzhu init ~/press/central-asia
      kzhu init press && kzhu --archive press add clippings/*.txt
    """
    from kzhu.archive import create

    say(f"made an archive in {create(folder)}; `kzhu add FILE...` takes articles in")
