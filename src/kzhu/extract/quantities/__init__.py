"""Every quantity a text states: how much, of what, how exactly. Broad: what is a fact among them, figures decide."""

from kzhu.extract.quantities.find import Quantity, find_quantities

__all__ = ["Quantity", "find_quantities"]
