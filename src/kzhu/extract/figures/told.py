"""What the text told before: what words such as "this indicator" or "16 of them" point back to."""

from __future__ import annotations

from typing import NamedTuple

from kzhu.extract.figures.scene import Passage, Scene
from kzhu.records import Figure

#: What `Told(...)` makes, without a call of its own.
_new = tuple.__new__
#: Of one account each: what is said of one goes for the others in the paragraph behind.
_ACCOUNTS = {
    **dict.fromkeys(["trade-turnover", "exports", "imports"], "trade"),
    **dict.fromkeys(["revenue", "other:profit", "other:loss"], "books"),
}


class Told(NamedTuple):
    """The figures last told, by what can point back to them."""

    last: Figure | None = None
    #: The last amount of money.
    money: Figure | None = None
    #: The last trade of two countries, which exports and imports are parts of.
    whole: Figure | None = None
    #: The last number of something.
    counted: Figure | None = None
    #: The period of the last flow, its metric, and the paragraph it stands in.
    flow: str | None = None
    flow_metric: str = ""
    flow_paragraph: int = -1
    #: The last target.
    aim: Figure | None = None
    #: The paragraph of the last figure.
    paragraph: int = -1

    def flow_within(self, passage: Passage, metric: str = "") -> str | None:
        """The period of the last flow, if this paragraph told it; of one account also if the one before did."""
        away = passage.paragraph - self.flow_paragraph
        account = _ACCOUNTS.get(metric)
        same = account is not None and _ACCOUNTS.get(self.flow_metric) == account
        return self.flow if away == 0 or (away == 1 and same) else None

    def last_within(self, passage: Passage) -> Figure | None:
        """The last figure, if this paragraph told it."""
        return self.last if self.paragraph == passage.paragraph else None


def after(scene: Scene, passage: Passage, figure: Figure, told: Told, *, flow: bool) -> Told:
    """What is told once a figure is; `flow` says that it covers a period that others may share."""
    paragraph = passage.paragraph
    _, money, whole, counted, period, metric, within, aim, _ = told
    if figure.unit in scene.knowledge.currencies:
        money, whole = figure, figure if figure.metric == "trade-turnover" else whole
    elif figure.unit != "percent":
        counted = figure
    if figure.kind == "target":
        aim = figure
    elif figure.period and flow:
        period, metric, within = figure.period, figure.metric, paragraph
    return _new(Told, (figure, money, whole, counted, period, metric, within, aim, paragraph))


def hinted(scene: Scene, figure: Figure, told: Told) -> Told:
    """What is told within a sentence, before its figures are read in full."""
    last, money, whole, counted, *others = told
    if figure.unit in scene.knowledge.currencies:
        money, whole = figure, figure if figure.metric == "trade-turnover" else whole
    elif figure.unit == "percent":
        last = figure
    else:
        counted = figure
    return _new(Told, (last, money, whole, counted, *others))
