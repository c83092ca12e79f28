"""Where an archive, its articles, its knowledge and its index stand."""

# pathlib would cost every command more than the answer does.
# ruff: noqa: PTH100, PTH103, PTH109, PTH110, PTH111, PTH112, PTH118, PTH120, PTH121
from __future__ import annotations

import os

from kzhu.errors import KzhuError
from kzhu.named import NamedTuple

#: The folder that makes another an archive, and holds its index.
MARK = ".kzhu"
ARTICLES = "articles"
KNOWLEDGE = "data"
INDEX = "index.sqlite"


class Places(NamedTuple):
    """The folders and files of one archive, as absolute paths."""

    archive: str
    articles: str
    #: Later ones are laid over earlier ones.
    knowledge: tuple[str, ...]
    index_file: str
    #: Whether this is the archive that ships with kzhu.
    shipped: bool


class NoSuchArchiveError(KzhuError):
    """A folder that was named as an archive and cannot be one."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"no archive at {path}: {why} (kzhu init makes one)")
        self.path = path


def find(path: str | os.PathLike[str] | None = None) -> Places:
    """The archive named, else the one that `KZHU_ARCHIVE` names, the nearest one upwards, or the one that ships.

    Raises:
        NoSuchArchiveError: the folder named does not exist, is a file, or cannot be read.
    """
    named = os.fspath(path) if path is not None else os.environ.get("KZHU_ARCHIVE") or None
    if named is not None:
        return places(_checked(os.path.abspath(os.path.expanduser(named)), named))
    try:
        here = os.getcwd()
    except FileNotFoundError as error:
        raise KzhuError("the folder you are in is gone (--archive names an archive elsewhere)") from error
    upwards = _nearest(here)
    return places(upwards) if upwards else shipped()


def places(archive: str) -> Places:
    """The places of the archive in a folder, given by its absolute path."""
    articles = next(
        (folder for name in (ARTICLES, "seeds") if os.path.isdir(folder := os.path.join(archive, name))), archive
    )
    theirs, ours = os.path.join(archive, KNOWLEDGE), os.path.join(_home(), KNOWLEDGE)
    own = os.path.isdir(theirs) and not (os.path.isdir(ours) and os.path.samefile(theirs, ours))
    return Places(archive, articles, (ours, theirs) if own else (ours,), _index(archive), shipped=False)


def shipped() -> Places:
    """The archive that ships with kzhu."""
    home = _home()
    knowledge = (os.path.join(home, KNOWLEDGE),)
    return Places(home, os.path.join(home, "seeds"), knowledge, _index(home), shipped=True)


def _home() -> str:
    """The folder of what ships: inside an installed package, else the root of the checkout."""
    package = os.path.dirname(os.path.abspath(__file__))
    installed = os.path.join(package, "shipped")
    return installed if os.path.isdir(installed) else os.path.dirname(os.path.dirname(package))


def _checked(folder: str, named: str) -> str:
    if not os.path.exists(folder):
        raise NoSuchArchiveError(named, "there is no such folder")
    if not os.path.isdir(folder):
        raise NoSuchArchiveError(named, "it is a file, not a folder")
    if not os.access(folder, os.R_OK | os.X_OK):
        raise NoSuchArchiveError(named, "the folder cannot be read")
    return folder


def _nearest(folder: str) -> str | None:
    while not os.path.isdir(os.path.join(folder, MARK)):
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


def _index(archive: str) -> str:
    if os.path.isdir(os.path.join(archive, MARK)):
        return os.path.join(archive, MARK, INDEX)
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(cache, "kzhu", _fingerprint(archive), INDEX)


def _fingerprint(path: str) -> str:
    """A short name for a path. FNV-1a, 64 bits: hashlib would cost each command three milliseconds."""
    value = 0xCBF29CE484222325
    for byte in os.fsencode(os.path.realpath(path)):
        value = (value ^ byte) * 0x100000001B3 & 0xFFFFFFFFFFFFFFFF
    return f"{value:016x}"


def make(folder: str | os.PathLike[str]) -> Places:
    """Makes an archive in a folder, which may exist.

    Raises:
        KzhuError: it is an archive already, is a file, or cannot be written.
    """
    archive = os.path.abspath(os.fspath(folder))
    if os.path.isdir(os.path.join(archive, MARK)):
        raise KzhuError(f"{archive} is an archive already")
    try:
        for name in (ARTICLES, KNOWLEDGE, MARK):
            os.makedirs(os.path.join(archive, name), exist_ok=True)
    except OSError as error:
        raise KzhuError(f"cannot make an archive at {archive}: {error.strerror}") from error
    return places(archive)
