"""The data files of one or more folders, checked and put together."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kzhu.errors import KzhuError
from kzhu.knowledge import entries, furniture, milestones, words
from kzhu.knowledge.node import Node, NodeError, read_file


class KnowledgeError(KzhuError):
    """Mistakes in data files, each on a line with its file and line."""

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Everything the data files say. Compared by identity, so that lexicons compiled from it can be cached by it."""

    countries: Mapping[str, entries.Country]
    places: Mapping[str, entries.Place]
    people: Mapping[str, entries.KnownPerson]
    outlets: Mapping[str, entries.Outlet]
    organisations: Mapping[str, entries.Organisation]
    currencies: Mapping[str, entries.Currency]
    units: Mapping[str, words.Unit]
    metrics: Mapping[str, words.Metric]
    events: Mapping[str, words.EventType]
    titles: Mapping[str, words.TitleList]
    given_names: Mapping[str, words.NameList]
    furniture: Mapping[str, furniture.PhraseList]
    milestones: Mapping[str, milestones.Milestone]
    #: SHA-256 over names and bytes of the files: another digest, another reading.
    digest: str


#: Data file (without its ending) -> how an entry of it is read. The same names are the fields of Knowledge.
_KINDS: dict[str, Callable[[str, Node], object]] = {
    "countries": entries.country,
    "places": entries.place,
    "people": entries.known_person,
    "outlets": entries.outlet,
    "organisations": entries.organisation,
    "currencies": entries.currency,
    "units": words.unit,
    "metrics": words.metric,
    "events": words.event_type,
    "titles": words.title_list,
    "given_names": words.name_list,
    "furniture": furniture.phrase_list,
    "milestones": milestones.milestone,
}


#: What the keys of a file look like, where a record uses them as codes or identifiers.
_KEYS = {
    "countries": ("[A-Z]{2}", "an ISO 3166-1 alpha-2 code such as KZ"),
    "currencies": ("[A-Z]{3}", "an ISO 4217 code such as KZT"),
    **dict.fromkeys(
        ("places", "people", "outlets", "organisations"),
        ("[a-z0-9]+(-[a-z0-9]+)*", "a lower-case identifier such as peter-szijjarto"),
    ),
}


def load_knowledge(folders: Sequence[Path]) -> Knowledge:
    """Knowledge from folders of data files, the later ones laid over the earlier, entry by entry.

    An entry of a later folder replaces the whole entry of the same key; where a name stands for several things, the
    order of the first folder decides, new entries coming last.

    Args:
        folders: folders with any of the data files; one that does not exist counts as empty.

    Raises:
        KnowledgeError: all mistakes of all files at once.
    """
    tables: dict[str, dict[str, object]] = {kind: {} for kind in _KINDS}
    nodes: list[Node] = []
    mistakes: list[str] = []
    with uncollected():
        digest = _read_folders(folders, tables, nodes, mistakes)
        if tables["countries"]:
            mistakes += _unknown_countries(nodes, tables["countries"])
    if mistakes:
        raise KnowledgeError(mistakes)
    return Knowledge(**tables, digest=digest)  # type: ignore[arg-type]  # by kind, as _KINDS reads them


def _read_folders(
    folders: Sequence[Path],
    tables: dict[str, dict[str, object]],
    nodes: list[Node],
    mistakes: list[str],
) -> str:
    """Fills the tables, tells nodes and mistakes, and gives the digest of what was read."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            if path.stem not in _KINDS:
                mistakes.append(f"{path}: unknown data file; known are {', '.join(f'{kind}.yaml' for kind in _KINDS)}")
                continue
            try:
                held = path.read_bytes()
            except OSError as error:
                mistakes.append(f"{path}: cannot be read: {error.strerror}")
                continue
            digest.update(path.name.encode() + b"\0" + held)
            _read_entries(path, tables[path.stem], nodes, mistakes)
    return digest.hexdigest()


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection: hundreds of thousands of objects are made and none dropped, which it would walk again."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _read_entries(path: Path, table: dict[str, object], nodes: list[Node], mistakes: list[str]) -> None:
    read, form = _KINDS[path.stem], _KEYS.get(path.stem)
    seen: set[str] = set()
    try:
        for key, value, key_node in read_file(path).entries():
            try:
                if key in seen:
                    raise key_node.wrong(f"{key!r} stands twice")
                seen.add(key)
                if form is not None:
                    key_node.matching(*form)
                table[key] = read(key, value)
                nodes.append(value)
            except NodeError as error:
                mistakes.append(str(error))
    except NodeError as error:
        mistakes.append(str(error))


#: Fields that name countries.
_OF_COUNTRIES = frozenset(("country", "countries"))


def _unknown_countries(nodes: Sequence[Node], known: Mapping[str, object]) -> Iterator[str]:
    """Mistakes: countries that entries name and countries.yaml does not list."""
    for node in nodes:
        if not node.is_mapping:
            continue
        for key, raw in node.raw.value:
            if key.value in _OF_COUNTRIES and not (value := Node(raw, node.path)).is_null:
                for item in value.items():
                    if item.text() not in known:
                        yield str(item.wrong(f"no country {item.text()!r} in countries.yaml"))
