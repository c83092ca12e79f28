"""Records as YAML, one document each. Needs PyYAML, and so is imported late."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml as library

#: The one in C is ten times faster, where PyYAML was built with it.
_Dumper: Any = getattr(library, "CSafeDumper", library.SafeDumper)


def yaml(found: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Each record as a YAML document; control characters are escaped."""
    for record in found:
        told = library.dump(
            dict(record), Dumper=_Dumper, allow_unicode=True, sort_keys=False, explicit_start=True, width=120
        )
        yield told.rstrip("\n")
