"""The data files of one or more folders, checked and put together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
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


def load_knowledge(folders: Sequence[Path]) -> Knowledge:
    """Knowledge from folders of data files, the later ones laid over the earlier, entry by entry.

    Args:
        folders: folders with any of the data files; one that does not exist counts as empty.

    Raises:
        KnowledgeError: all mistakes of all files at once.
    """
    tables: dict[str, dict[str, object]] = {kind: {} for kind in _KINDS}
    mistakes: list[str] = []
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.glob("*.yaml")):
            if path.stem not in _KINDS:
                mistakes.append(f"{path}: unknown data file; known are {', '.join(f'{kind}.yaml' for kind in _KINDS)}")
                continue
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
            _read_entries(path, _KINDS[path.stem], tables[path.stem], mistakes)
    if mistakes:
        raise KnowledgeError(mistakes)
    return Knowledge(**tables, digest=digest.hexdigest())  # type: ignore[arg-type]


def _read_entries(
    path: Path, read: Callable[[str, Node], object], table: dict[str, object], mistakes: list[str]
) -> None:
    seen: set[str] = set()
    try:
        for key, value, key_node in read_file(path).entries():
            try:
                if key in seen:
                    raise key_node.wrong(f"{key!r} stands twice")
                seen.add(key)
                table[key] = read(key, value)
            except NodeError as error:
                mistakes.append(str(error))
    except NodeError as error:
        mistakes.append(str(error))
