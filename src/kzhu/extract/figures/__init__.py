"""The figures a text states: what is measured, how much, when, between whom, and how it grew."""

from kzhu.extract.figures.read import read_figures

__all__ = ["read_figures"]
