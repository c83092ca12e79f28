"""Clues to when an undated article was published: each bounds the date and says why."""

from kzhu.extract.clues.clue import Clue, estimate, solve
from kzhu.extract.clues.find import find_clues

__all__ = ["Clue", "estimate", "find_clues", "solve"]
