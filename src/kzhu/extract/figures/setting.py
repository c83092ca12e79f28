"""What stands around the quantities of a passage, and what metrics.yaml says of their metrics."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from kzhu.extract.figures.parties import Cast
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.knowledge.words import Metric

_NAMELESS = Metric("other", "", (), (), (), ("count",), "stock", mutual=True)
_NAMELESS_AMOUNT = replace(_NAMELESS, units=("measure",), time="deal")


class Setting(NamedTuple):
    """What stands around the quantities of a passage."""

    scene: Scene
    cast: Cast
    passage: Passage
    #: The quantities that are figures.
    levels: tuple[Quantity, ...]
    #: Times that growths are measured against.
    bases: tuple[Time, ...]


def metric_named(scene: Scene, key: str, quantity: Quantity | None = None) -> Metric:
    """What metrics.yaml says of a metric; of "other:medicine", that a measure has no period and a count is of a day."""
    amount = quantity is not None and quantity.kind in {"measure", "money"}
    nameless = _NAMELESS_AMOUNT if amount else _NAMELESS
    return scene.knowledge.metrics.get(key, nameless)
