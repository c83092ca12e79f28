"""Knowledge kept ready between runs, so that a start needs no YAML.

A file in the user's own cache folder holds the knowledge of one list of folders as it was read last, under a stamp
of the data files and of the code that read them: names, sizes, times of change. It is never needed: whatever is
missing, stale, damaged or foreign is passed over and made anew, and a cache that cannot be written is done without.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import os
import pickle
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from kzhu import names
from kzhu.knowledge.load import Knowledge, load_knowledge, uncollected

_MARK = b"kzhu knowledge 1\n"
_DIGEST = hashlib.sha256().digest_size
#: A file changed this recently may change again without its time of change telling.
_SETTLED_NS = 2_000_000_000


def cache_folder() -> Path:
    """The user's cache folder for kzhu (XDG)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kzhu"


def cached_knowledge(folders: Sequence[Path], cache: Path | None = None) -> Knowledge:
    """The same as `load_knowledge`, from the cache when no data file has changed since.

    Args:
        folders: folders with data files, the later ones laid over the earlier.
        cache: where to keep it; the user's cache folder by default.

    Raises:
        KnowledgeError: all mistakes of all files at once. Knowledge with mistakes is never kept.
    """
    stamp, settled, telling = _stamp(folders)
    where = hashlib.sha256("\0".join(str(folder.absolute()) for folder in telling).encode()).hexdigest()[:16]
    try:
        path = (cache or cache_folder()) / f"knowledge-{where}.pickle"
    except RuntimeError:  # no home folder
        return load_knowledge(folders)
    found = _read(path, stamp)
    if found is None:
        found = load_knowledge(folders)
        if settled:
            _write(path, stamp, found)
    return found


def _stamp(folders: Sequence[Path]) -> tuple[bytes, bool, list[Path]]:
    """What tells one state of files and code from another, whether the files have settled, and which folders tell.

    A folder without data files tells nothing: archives that have only what ships with kzhu share its knowledge.
    """
    digest = hashlib.sha256(f"{sys.version_info[:2]}".encode())
    latest = 0
    telling: list[Path] = []
    # Entries hold keys of names, too.
    code = (Path(__file__).parent, Path(names.__file__).parent)
    for folder, ending in (*((folder, ".py") for folder in code), *((folder, ".yaml") for folder in folders)):
        try:
            entries = sorted((entry for entry in os.scandir(folder) if entry.name.endswith(ending)), key=_name)
            if not entries:
                continue
            digest.update(f"\n{folder.absolute()}\n".encode())
            for entry in entries:
                stat = entry.stat()
                digest.update(f"{entry.name}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ino}\n".encode())
                latest = max(latest, stat.st_mtime_ns)
        except OSError:
            digest.update(f"\n{folder.absolute()}\n".encode())  # the loader tells what cannot be read
        if ending == ".yaml":
            telling.append(folder)
    return digest.digest(), time.time_ns() - latest > _SETTLED_NS, telling


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


class _Unpickler(pickle.Unpickler):
    """Makes nothing but entries of knowledge, whatever a file asks for."""

    def find_class(self, module_name: str, global_name: str, /) -> object:
        if module_name == "decimal" and global_name == "Decimal":
            return super().find_class(module_name, global_name)
        if module_name.startswith("kzhu.knowledge.") and "." not in global_name and global_name[:1].isupper():
            return super().find_class(module_name, global_name)
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no part of knowledge")


def _read(path: Path, stamp: bytes) -> Knowledge | None:
    try:
        with path.open("rb") as file:
            # Only what the user wrote: nobody else may put it there.
            if hasattr(os, "getuid") and os.fstat(file.fileno()).st_uid != os.getuid():
                return None
            held = file.read()
    except OSError:
        return None
    start = len(_MARK) + _DIGEST
    payload = held[start + _DIGEST :]
    if not held.startswith(_MARK + stamp) or held[start : start + _DIGEST] != hashlib.sha256(payload).digest():
        return None
    try:
        with uncollected():
            found = _Unpickler(io.BytesIO(payload)).load()
    except Exception:  # noqa: BLE001 - unpickling fails in as many ways as there are damages; all mean: read anew
        return None
    # It stays as long as the process does: the first collection need not walk all of it.
    gc.freeze()
    return found if isinstance(found, Knowledge) else None


def _write(path: Path, stamp: bytes, knowledge: Knowledge) -> None:
    """Keeps knowledge, in one step: a reader finds the old file or the new one, whole."""
    payload = pickle.dumps(knowledge, protocol=5)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".knowledge-")
        whole = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MARK + stamp + hashlib.sha256(payload).digest() + payload)
            whole.replace(path)
        except OSError:
            whole.unlink()
