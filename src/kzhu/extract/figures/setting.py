"""What stands around the quantities of a passage, and what metrics.yaml says of their metrics."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kzhu.extract.figures.cast import Cast
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.times import Time
from kzhu.knowledge.words import Metric

_NAMELESS = Metric("other", "", (), (), (), ("count",), "stock", mutual=True)
_NAMELESS_AMOUNT = replace(_NAMELESS, units=("measure",), time="flow")
_NAMELESS_SUM = replace(_NAMELESS, units=("money",), time="deal")
_BY_KIND = {"money": _NAMELESS_SUM, "measure": _NAMELESS_AMOUNT}


# Never changed once it is made, as a passage is not.
@dataclass(slots=True, eq=False)
class Setting:
    """What stands around the quantities of a passage."""

    scene: Scene
    cast: Cast
    passage: Passage
    #: The quantities that are figures.
    levels: tuple[Quantity, ...]
    #: Times that growths are measured against.
    bases: tuple[Time, ...]


def metric_named(scene: Scene, key: str, quantity: Quantity | None = None) -> Metric:
    """What metrics.yaml says of a metric; of "other:medicine" a sum is a deal's, a measure flows, a count holds."""
    metric = scene.knowledge.metrics.get(key)
    if metric is not None:
        return metric
    return _NAMELESS if quantity is None else _BY_KIND.get(quantity.kind, _NAMELESS)
