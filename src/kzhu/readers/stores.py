"""Stores: files of JSON lines, gzipped or not, that stand in an article folder with an article on each line."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import IO, NamedTuple, cast

from kzhu.readers.jsonl import WrongLineError, read_line
from kzhu.records import Article, Problem

#: Files with these endings are stores, plain and gzipped.
ENDINGS = (".jsonl", ".jsonl.gz")
#: How a gzipped file begins.
GZIP = b"\x1f\x8b"


class Line(NamedTuple):
    """A line of a store."""

    number: int
    #: What stands on it, else what is wrong with it.
    article: Article | Problem
    #: Bytes of the file read so far, as far as can be told.
    at: int


def is_store(name: str) -> bool:
    """Whether a file of this name is a store."""
    return name.lower().endswith(ENDINGS)


def stem(name: str) -> str:
    """The name of a store without its ending."""
    return name[: -len(next(ending for ending in reversed(ENDINGS) if name.lower().endswith(ending)))]


def digest(path: str | os.PathLike[str]) -> str:
    """SHA-256 of a file of any size."""
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_store(folder: str | os.PathLike[str], path: str) -> Iterator[Line]:
    """The lines of a store, in order; empty ones are passed over.

    An article whose line gives no id is named by the store and its line ("2023/corpus:17"). Its SHA-256 is that of
    its line: whatever changes there changes the article.

    Args:
        folder: the article folder.
        path: the store's path inside it.
    """
    number = 0
    try:
        with Path(folder, path).open("rb") as file, closing(_lines(file)) as lines:
            for number, line in enumerate(lines, 1):
                stripped = (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line).strip()
                if stripped:
                    yield Line(number, _article(stripped, path, number), file.tell())
    except FileNotFoundError:
        yield Line(0, Problem(path, "has vanished"), 0)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Line(number, Problem(path, f"breaks off behind line {number}: {error}"), 0)
    except OSError as error:
        yield Line(number, Problem(path, f"cannot be read: {error.strerror or error}"), 0)


def _lines(file: IO[bytes]) -> IO[bytes]:
    packed = file.read(len(GZIP)) == GZIP
    file.seek(0)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if packed else file


def _article(line: bytes, path: str, number: int) -> Article | Problem:
    try:
        article = read_line(line, f"{stem(path)}:{number}")
    except WrongLineError as error:
        return Problem(f"{path}:{number}", str(error))
    return replace(article, path=path, sha256=hashlib.sha256(line).hexdigest())
