"""Every quantity a text states: how much, of what, how exactly. Broad: what is a fact among them, figures decide."""

from kzhu.extract.quantities.find import find_quantities
from kzhu.extract.quantities.quantity import Quantity

__all__ = ["Quantity", "find_quantities"]
