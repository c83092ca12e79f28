"""Streets, prizes, firms, ships and breeds that bear a person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kzhu.extract.document import Document
from kzhu.extract.people.lexicon import Lexicon, given_strength

if TYPE_CHECKING:
    from kzhu.extract.people.runs import Run


def is_facility(document: Document, run: Run, lex: Lexicon) -> bool:
    """Whether the run names a street, prize, firm ... and not a person."""
    lowers, words = document.lowers, document.words
    size = run.last - run.first
    bearing = not lex.facilities.isdisjoint(lowers[run.first : run.last])
    for i in range(run.last - 1, run.first - 1, -1) if bearing else ():
        lower = lowers[i]
        if lower in lex.facilities and (size == 1 or i > run.first):
            bears = lower in lex.surnames and size == 2 and given_strength(words[run.first], lex) > 0
            # "on Charles Bridge", "below Nelson Terrace"
            if not bears or (run.first > run.floor and lowers[run.first - 1] in _WHERE):
                return True
    if size > 1 and lowers[run.first] in lex.places_before and run.title is None:
        return given_strength(words[run.first], lex) < 1.0
    follows = words[run.last] if run.last < len(words) else ""
    if follows not in BORNE:
        return False
    if follows == "&":
        return True
    if run.last >= run.stop or follows in _BRED:
        return run.last < run.stop
    # "the Don Ricardo estate"
    return run.title is None or (run.begin > run.floor and lowers[run.begin - 1] == "the")


#: Before streets and bridges, never before people.
_WHERE = frozenset("on at in near across below beneath under along through inside outside off around beyond".split())

#: Nouns that follow, in small letters, the name they bear: "the Petofi museum", "the Puskás stadium".
_BORNE = frozenset(
    """street avenue square museum prize award medal university school stadium arena pool theatre theater
    foundation institute hospital airport library cup trophy tournament memorial scholarship bridge tower
    factory plant brand rose roses mine shipyard refinery brewery conservatory academy gallery statue estate farm
    ranch vineyard winery pier dam quarry orchard boat ship ferry barracks cathedral church mosque mausoleum crater
    pavilion residence building tower complex house-museum competition contest festival award institute centre
    center hall ward wing clinic observatory lighthouse lock canal tunnel dam line corridor field deposit""".split()
)
#: Kinds and breeds have people's names, titles and all: "King Edward potatoes".
_BRED = frozenset(
    """potatoes potato apples apple pears pear plums plum cherries roses tulips dahlias tea teas whisky brandy vodka
    biscuits chocolates sausages cigars spaniel spaniels tree trees bush bushes daffodils peonies
    marmalade gin""".split()
)
#: All words that what bears a name has behind it.
BORNE = _BORNE | _BRED | {"&"}
