"""Whether a figure is told as a fact or as an aim, plan or forecast."""

from __future__ import annotations

from bisect import bisect_left

from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity

#: Words that make what follows an aim, a plan or a forecast.
_AIMS = frozenset(
    "will shall would could may might should ought must expected expects expect expecting plans plan planned planning"
    " aim aims aimed aiming goal goals target targets targeted targeting hope hopes hoped hoping want wants wanted"
    " wish wishes ready intend intends intended intending forecast forecasts projected projects_to sees foresees"
    " foresee envisages envisaged envisions promise promises promised pledge pledges pledged pledging opportunity"
    " ambition ambitions task potential scheduled proposes proposed propose able capable due prepared predicts"
    " predicted predict anticipates anticipated estimates_that vowed vows undertook commits committed slated poised"
    " prospects possible possibility necessary need willing keen going meant ought destined foreseen".split()
)
#: Auxiliaries and verbs that state a fact.
_FACTS = frozenset(
    "was were is are has have had did does do said_that reached amounted stood stands totalled totaled came comes"
    " made makes accounted accounts exceeded exceeds surpassed passed rose fell grew increased decreased declined"
    " dropped exported imported spent signed killed invested received allocated produced sold bought delivered"
    " supplied carried lent took attended gathered showed recorded registered posted hit costs paid earned lost"
    " gained saw collected sent brought employs operates works provides covers pays sets holds consists includes"
    " accounts boasts visited flew crossed opened built issued created attracted raised borrowed handled"
    " transported doubled tripled trebled quadrupled halved climbed jumped soared slid slipped dipped plunged tumbled"
    " shrank expanded swelled slowed eased topped saved kept left donated supplied employed harvested".split()
)
#: After these a past form is no fact: "will have reached", "to be brought".
_BEFORE_BASE = frozenset("to will would shall could should can may might must not".split())
_AUXILIARIES = frozenset({"have", "has", "had", "be", "been", "being", "also", "now", "then", "soon", "even"})
_TO_BE = frozenset({"is", "are", "was", "were"})
_BARRIERS = frozenset({";", "while", "whereas", "but", "against", "after"})
_NAMES = frozenset({"may", "will", "would"})
_CALLS = frozenset("call calls called calling".split())
_GOING_ON = frozenset({("the",), ("it",), ("this",), ("its",)})
_WITHIN = ("within", "reach")
_PRESENT = frozenset({"is", "are", "costs"})
#: Tokens of the sentence before that are looked through.
_REACH = 60
_SUBJECT_REACH = 14


def is_target(scene: Scene, passage: Passage, quantity: Quantity, floor: int) -> bool:
    """Whether the words before a quantity (back to token `floor`), else those behind it, make it a target."""
    words, lowers = scene.document.words, scene.document.lowers
    first = min(quantity.first, scene.document.token_at(quantity.span.start))
    if lowers[first - 1] == "from" and lowers[first - 2] in {"up", "down"}:
        return False  # what it was before
    for j in range(quantity.first - 1, floor - 1, -1):
        told = _tells(words, lowers, j)
        if told is not None:
            return told
        if lowers[j] in _BARRIERS and j < first:
            return False
    # The quantity is the subject, or before it: look on.
    if _WITHIN in zip(lowers[quantity.last : passage.sentence.last], lowers[quantity.last + 1 :], strict=False):
        return True
    for j in range(quantity.last, min(passage.sentence.last, quantity.last + _SUBJECT_REACH)):
        if lowers[j] in {",", ";", "("} or lowers[j] in {"which", "who", "that"}:
            break
        told = _tells(words, lowers, j)
        if told is not None:
            return told
    return False


def follows_a_plan(scene: Scene, passage: Passage) -> bool:
    """Whether a sentence in the present goes on about a plan of the one before: "The work is worth 9 million"."""
    document, sentence = scene.document, passage.sentence
    words = document.lowers[sentence.first : sentence.first + 8]
    if words[:1] not in _GOING_ON or not _PRESENT.intersection(words):
        return False
    k = bisect_left(document.sentences, sentence.start, key=lambda item: item.start) - 1
    before = document.sentences[k] if k >= 0 else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return bool(_AIMS.intersection(document.lowers[before.first : min(before.last, before.first + _REACH)]))


def _tells(words: tuple[str, ...], lowers: tuple[str, ...], j: int) -> bool | None:
    """True where token j makes an aim, False where it states a fact, None where it does neither."""
    word = lowers[j]
    if word in _NAMES and words[j][0].isupper():
        return None  # the month, the man
    if word == "agreed":
        return True if lowers[j + 1 : j + 2] == ("to",) else None
    if word in _AIMS or (word in _CALLS and lowers[j + 1 : j + 2] in {("for",), ("on",)}):
        return True
    if word in {"means", "mean"} and lowers[j + 1 : j + 2] == ("to",):
        return True
    if word not in _FACTS:
        return None
    after = lowers[j + 1] if j + 1 < len(lowers) else ""
    if word in _TO_BE and after in {"to", "also", "set", "likely", "due", "about", "supposed"}:
        return after != "also"
    if word in {"was", "were"} and after in _AIMS:
        return None
    k = j - 1
    while k >= 0 and lowers[k] in _AUXILIARIES:
        k -= 1
    if lowers[k] in _BEFORE_BASE and k >= 0:
        return None
    return False
