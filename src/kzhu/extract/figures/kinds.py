"""Whether a figure is told as a fact or as an aim, plan or forecast."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from kzhu.extract.by_word import ByWord
from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity

#: Words that make what follows an aim, a plan or a forecast.
_AIMS = frozenset(
    "will shall would could may might should ought expected expects expect expecting plans plan planned planning"
    " aim aims aimed aiming goal goals target targets targeted targeting hope hopes hoped hoping want wants wanted"
    " wish wishes ready intend intends intended intending forecast forecasts projected projects_to sees foresees"
    " foresee envisages envisaged envisions promise promises promised pledge pledges pledged pledging opportunity"
    " ambition ambitions task potential chance chances likely future scheduled proposes proposed propose able"
    " capable due prepared predicts predicted predict anticipates anticipated estimates_that vowed vows undertook"
    " commits committed slated poised prospects prospect permission seeks seek seeking mulls mulling considering"
    " considers eyes eyeing bidding applied proposal preparing sights suggested suggests recommended urged urges"
    " pencils aspires dreams possible possibility necessary need willing keen going meant ought destined"
    " foreseen".split()
)
#: Auxiliaries and verbs that state a fact.
FACTS = frozenset(
    "was were is are has have had did does do said_that reached amounted stood stands totalled totaled came comes"
    " made makes accounted accounts exceeded exceeds surpassed passed rose fell grew increased decreased declined"
    " dropped exported imported spent signed killed invested received allocated produced sold bought delivered"
    " supplied carried lent took attended gathered showed recorded registered posted hit costs paid earned lost"
    " gained saw collected sent brought employs operates works provides covers pays sets holds consists includes"
    " accounts boasts visited flew crossed opened built issued created attracted raised borrowed handled transported"
    " doubled tripled trebled quadrupled halved climbed jumped soared slid slipped dipped plunged tumbled shrank"
    " expanded swelled slowed eased topped saved kept left donated supplied employed harvested".split()
)
#: After these a past form is no fact: "will have reached", "to be brought".
_BEFORE_BASE = frozenset("to will would shall could should can may might must not".split())
_AUXILIARIES = frozenset({"have", "has", "had", "be", "been", "being", "also", "now", "then", "soon", "even"})
_TO_BE = frozenset({"is", "are", "was", "were"})

_MEANT = frozenset("meant intended expected planned destined scheduled projected foreseen".split())
_BARRIERS = frozenset({";", "while", "whereas", "but", "against", "after"})
_NAMES = frozenset({"may", "will", "would"})
#: Words of aims that tell more than that it will be.
_WISHES = _AIMS - {"will", "shall", "would"}
_CALLS = frozenset("call calls called calling".split())
_GOING_ON = frozenset({("the",), ("it",), ("this",), ("its",)})
_WITHIN = ("within", "reach")
_PRESENT = frozenset({"is", "are", "costs"})
_SEEING = frozenset({"see", "sees", "saw"})
#: Before a quantity that begins its clause.
_OPENING = frozenset({",", ":", ";"})
_VERB_REACH = 5
_APPOSED = 3
#: What ends the clause that a quantity begins.
_ENDING = frozenset({",", ";", "(", "which", "who", "that"})
_GOING_ELSEWHERE = frozenset("but and while which who or so yet though although as with".split())
#: Tokens before a size that may say it is planned: "will be 12 km long".
_SIZED = 6
#: Told of as facts once they are agreed on, though the money is yet to flow.
_AGREED = frozenset({"loan", "grant", "other:contract"})
#: "reckons with a shortage", "counts on a harvest", "warns of", "braces for".
_COUNTING = frozenset("reckons reckon counts count banks looks look warns warned warn braces brace".split())
_ON = frozenset({"with", "on", "for", "of"})
#: Before "cost" that is a noun.
_BEFORE_COST = frozenset("a an the at its their total estimated final overall high low annual of in this that".split())
_GRANTS = frozenset({("grant", "of"), ("grants", "of"), ("grant", "worth"), ("grants", "worth")})
#: "A group of 25 journalists is going with her".
_MOTION = frozenset("going coming travelling traveling flying heading arriving leaving accompanying joining".split())
_ABLE = frozenset({"able", "capable"})
_FORECASTERS = frozenset("analysts economists forecasters experts traders brokers imf opec agency researchers".split())
_PRESENTLY = frozenset({"present", "current", "existing"})
_PUTTING = frozenset({"puts", "estimates", "estimate", "reckons", "values", "prices"})
_ARE = frozenset({"is", "are", "being"})
_WAS = frozenset({"was", "were", "had"})
#: Between an apposition's amount and its comma: "48 MW in all".
_IN_ALL = frozenset({"in", "all", "altogether", "total", "together", "each", "long"})
_RECKONED = frozenset("estimated put valued priced reckoned budgeted calculated assessed projected".split())
_SHORTEST = 5
#: What is told of one of these is told of the time to come, "was" or no.
_FORECASTS = frozenset(
    "forecast forecasts projection projections outlook target goal prognosis expectation expectations guidance".split()
)
_BUILDING = frozenset("built constructed laid erected prepared developed planned designed set".split())
_CONCLUDED = frozenset("signed approved concluded granted inked sealed ratified obtained secured clinched won".split())
_LENDING = frozenset("lend grant provide give finance allocate extend invest fund disburse release pay".split())
_SHARING = frozenset({"share", "get", "receive"})
_FRESH = frozenset("loan loans credit credits grant grants financing lending funding".split())
_ARTICLES = frozenset({("a",), ("an",), ("the",), ("this",), ("that",)})
_PAPERS = frozenset("contract agreement deal memorandum accord".split())
_OBJECTS = frozenset(
    "a an the some about around nearly almost over only just more less up down another its their his her this that"
    " as two three four five six seven eight nine ten between".split()
)
_NO_SUBJECTS = frozenset(
    "each every any all some no a an the its their his her of and or newly our this that with for in by on at".split()
)
#: Words in -ed that are no past: adjectives and nouns.
_NO_PAST = frozenset(
    "need speed feed seed breed united red hundred indeed limited related so-called skilled bed".split()
)
#: Tokens of the sentence before that are looked through.
_REACH = 60
_SUBJECT_REACH = 14


#: Words that tell by what stands beside them.
_AMBIGUOUS = _NAMES.union(
    _ABLE, _COUNTING, _CALLS, {"put", "puts", "could", "might", "agreed", "let", "cost", "means", "mean"}
)
#: Words that may make an aim or state a fact; others do so only as the past of a regular verb.
_TELLING = _AIMS.union(FACTS, _AMBIGUOUS)


def _is_noted(low: str) -> bool:
    """Whether a word may tell an aim from a fact."""
    return low in _TELLING or low in _SEEING or low in _BARRIERS or low.endswith("ed")


_NOTED = ByWord(_is_noted)


def is_aim(scene: Scene, passage: Passage, quantity: Quantity, key: str, *, size: bool) -> bool:
    """Whether the figure of a metric is an aim, plan or forecast; `size` says that it measures a thing, not a deed."""
    floor = passage.first
    if size and key != "capacity":
        # "The section, 90 km long, is to be opened": the length is a fact.
        of_it = scene.lowers[quantity.last : quantity.last + 1] == ("of",)
        return is_target(scene, passage, quantity, max(floor, quantity.first - _SIZED), ahead=of_it)
    if scene.lowers[quantity.begin - 1] in _PRESENTLY:
        return False  # "instead of the present two"
    if key == "grant" and _is_noun(scene, quantity) and not _WISHES.intersection(scene.lowers[floor : passage.last]):
        return False  # "is to be rebuilt with a grant of 3 million euros"
    if key == "loan" and not _WISHES.intersection(scene.lowers[floor : passage.last]):
        return False  # "another 7 million dollars will be lent by the fund"
    if key in _AGREED and is_concluded(scene, passage, quantity):
        return is_subject_to(scene, passage, quantity)
    aim = is_target(scene, passage, quantity, floor)
    if key == "capacity":
        return aim or is_subject_to(scene, passage, quantity) or is_being_built(scene, passage)
    if key == "cost":
        words = scene.lowers[floor : quantity.first]
        tagged = "tag" in words and not _WAS.intersection(words)
        aim = aim or is_subject_to(scene, passage, quantity)
        return aim or tagged or follows_a_plan(scene, passage) or _is_estimate(scene, quantity)
    return aim or (key == "other:contract" and is_subject_to(scene, passage, quantity))


def _is_noun(scene: Scene, quantity: Quantity) -> bool:
    """Whether it is "with a grant of" so much, not what will be given."""
    lowers, first = scene.lowers, quantity.begin
    return lowers[first - 2 : first] in _GRANTS and not {"with", "through", "by"}.isdisjoint(
        lowers[first - 5 : first - 2]
    )


def _is_estimate(scene: Scene, quantity: Quantity) -> bool:
    """Whether a cost is only reckoned so far: "is estimated at 4 million", "is put at 4 million"."""
    lowers = scene.lowers
    first = quantity.begin
    if lowers[first - 1] != "at":
        return False
    if not _PUTTING.isdisjoint(lowers[max(0, first - 5) : first - 1]):
        return True  # "puts the cost at 4 million"
    return lowers[first - 2] in _RECKONED and not _ARE.isdisjoint(lowers[max(0, first - 4) : first - 2])


def is_target(scene: Scene, passage: Passage, quantity: Quantity, floor: int, *, ahead: bool = True) -> bool:
    """Whether the words before a quantity (back to token `floor`), else those behind it, make it a target.

    `ahead` is False where only the words before it count.
    """
    words, lowers = scene.document.words, scene.lowers
    first = quantity.begin
    before, subject = lowers[first - 1], False
    if before == "from" and lowers[first - 2] in {"up", "down"}:
        return False  # what it was before
    if before in _OPENING or first == passage.first:
        # "Of the planned 90 million, 65 million have been spent": the amount is the subject of what follows.
        told = _told_behind(words, lowers, quantity.last, min(passage.last, quantity.last + _VERB_REACH))
        if told is not None:
            return told
        subject = True
    for j in range(quantity.first - 1, floor - 1, -1):
        low = lowers[j]
        if not _NOTED[low]:
            continue
        if low in _SEEING and quantity.kind == "count":
            return False  # "the clinic sees 200 patients a day"
        if low in _TELLING or low.endswith("ed"):
            told = _tells(words, lowers, j)
            if told is not None:
                return told or _is_forecast(lowers, max(floor, j - _SUBJECT_REACH), j)
        if low in _BARRIERS and j < first:
            return False
    # The quantity is the subject, or before it: look on.
    if not ahead:
        return False
    after = lowers[quantity.last : passage.last + 1]
    if "within" in after and _WITHIN in pairwise(after):
        return True
    end = min(passage.last, quantity.last + _SUBJECT_REACH)
    if not subject and "and" in lowers[quantity.last : end]:
        end = lowers.index("and", quantity.last)  # "runs four stores and means to open more"
    return bool(_told_behind(words, lowers, quantity.last, end))


def _told_behind(words: tuple[str, ...], lowers: tuple[str, ...], begin: int, end: int) -> bool | None:
    """What the first verb of tokens [begin, end) tells, up to a comma or relative clause."""
    for j in range(begin, end):
        low = lowers[j]
        if low in _ENDING:
            return None
        if _NOTED[low] and (low in _TELLING or low.endswith("ed")):
            told = _tells(words, lowers, j)
            if told is not None:
                return told
    return None


def _is_forecast(lowers: tuple[str, ...], begin: int, verb: int) -> bool:
    """Whether it is a forecast that the verb is told of: "its growth forecast was cut to 2 percent"."""
    if _FORECASTS.isdisjoint(lowers[begin:verb]):
        return False  # the most
    for j in range(verb - 1, begin - 1, -1):
        if lowers[j] in _FORECASTS:
            return lowers[j - 1] not in {"than", "with"}
        if lowers[j] in {",", ";", ":", "and", "but", "than"}:
            return False
    return False


def is_forecast(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether a forecast is told of, so that what it was before is one too: "was cut from 2.7 to 2.6 percent"."""
    first = quantity.begin
    return _is_forecast(scene.lowers, max(passage.first, first - _SUBJECT_REACH), first)


def is_subject_to(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether what an apposition describes is still to come: "The plant, with a capacity of 9 MW, is to open"."""
    words, lowers = scene.document.words, scene.lowers
    last = quantity.last
    while lowers[last : last + 1] and lowers[last] in _IN_ALL:
        last += 1
    if lowers[last : last + 1] != (",",) or "," not in lowers[max(passage.first, quantity.first - 10) : last]:
        return False
    if not _GOING_ELSEWHERE.isdisjoint(lowers[last + 1 : last + 2]):
        return False
    return bool(_told_behind(words, lowers, last + 1, min(passage.last, last + 1 + _APPOSED)))


def is_being_built(scene: Scene, passage: Passage) -> bool:
    """Whether a sentence tells of what is not finished yet: "a 40 MW wind farm is under construction"."""
    lowers = scene.lowers[passage.first : passage.last]
    if "construction" in lowers and "under" in lowers:
        return True
    return any(low == "being" and lowers[j + 1 : j + 2] and lowers[j + 1] in _BUILDING for j, low in enumerate(lowers))


def is_concluded(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether money agreed on is a fact though it is yet to flow: "signed an agreement under which it will lend"."""
    lowers, first = scene.lowers, passage.first
    if "will" in lowers[first : quantity.first] and not _FRESH.isdisjoint(lowers[quantity.last : quantity.last + 4]):
        return not _SHARING.isdisjoint(lowers[first : quantity.first])  # "will share 3 million in fresh credits"
    for j in range(quantity.first - 1, first - 1, -1):
        if _concludes(lowers, j):
            return True
        if lowers[j] in _AIMS and lowers[j] not in _NAMES:
            return False  # "signed a treaty and pledged a grant"
    return any(_concludes(lowers, j) for j in range(quantity.last, passage.last))


def _concludes(lowers: tuple[str, ...], j: int) -> bool:
    """Whether token j says that something was signed or agreed: "signed", "agreed to lend", "under a contract"."""
    word = lowers[j]
    if word in _CONCLUDED:
        return lowers[j - 1] not in _BEFORE_BASE and not _to_be(lowers, j)
    if word == "agreed" and lowers[j + 1 : j + 2] == ("to",):
        return not _LENDING.isdisjoint(lowers[j + 2 : j + 3])
    if word == "under" and lowers[j + 1 : j + 2] in _ARTICLES:
        return not _PAPERS.isdisjoint(lowers[j + 2 : j + 5])
    return False


def _to_be(lowers: tuple[str, ...], j: int) -> bool:
    """Whether a participle is of what is still to be done: "is to be signed", "will have been approved"."""
    k = j - 1
    while k >= 0 and lowers[k] in _AUXILIARIES:
        k -= 1
    return k >= 0 and k < j - 1 and lowers[k] in _BEFORE_BASE


def follows_a_plan(scene: Scene, passage: Passage) -> bool:
    """Whether a sentence in the present goes on about a plan of the one before: "The work is worth 9 million"."""
    document, sentence = scene.document, passage.sentence
    words = document.lowers[sentence.first : sentence.first + 8]
    if words[:1] not in _GOING_ON or not _PRESENT.intersection(words):
        return False
    k = bisect_left(document.sentences, (sentence.start,)) - 1
    before = document.sentences[k] if k >= 0 else None
    if before is None or before.paragraph != sentence.paragraph:
        return False
    return bool(_AIMS.intersection(document.lowers[before.first : min(before.last, before.first + _REACH)]))


def _is_past(lowers: tuple[str, ...], j: int) -> bool:
    """Whether token j is the past of any regular verb, told of the word before it: "the mine yielded"."""
    word = lowers[j]
    if not word.endswith("ed") or len(word) < _SHORTEST or word in _NO_PAST or "-" in word:
        return False
    after = lowers[j + 1] if j + 1 < len(lowers) else ""
    if j == 0 or lowers[j - 1] in _NO_SUBJECTS or not lowers[j - 1].isalpha():
        return False
    return after in _OBJECTS or not after[:1].isalpha()


def _tells(words: tuple[str, ...], lowers: tuple[str, ...], j: int) -> bool | None:
    """True where token j makes an aim, False where it states a fact, None where it does neither."""
    word = lowers[j]
    if word in _AMBIGUOUS:
        if word in _NAMES and words[j][0].isupper():
            return None  # the month, the man
        if word in _ABLE and lowers[j - 1] in _TO_BE:
            return False  # "the mills are able to process"
        if word in {"put", "puts"} and lowers[j - 1] in _FORECASTERS:
            return True
        if word in _COUNTING:
            return True if not _ON.isdisjoint(lowers[j + 1 : j + 2]) else None
        if word in {"could", "might"} and lowers[j + 1 : j + 3] in {("be", "had"), ("be", "bought")}:
            return False
        if word == "agreed":
            return True if lowers[j + 1 : j + 2] == ("to",) else None
        if word in _CALLS and lowers[j + 1 : j + 2] in {("for",), ("on",)}:
            return True
        if word == "let" and lowers[j + 1 : j + 2] in {("us",), ("'s",)}:
            return True
        if word == "cost" and lowers[j - 1] not in _BEFORE_BASE:
            told = lowers[j - 1] not in _BEFORE_COST and lowers[j + 1 : j + 2] != ("of",)
            shared = lowers[j - 1] == "and" and not {"will", "would", "should"}.isdisjoint(lowers[max(0, j - 16) : j])
            return False if told and not shared else None
        if word in {"means", "mean"} and lowers[j + 1 : j + 2] == ("to",):
            return True
    if word in _AIMS:
        return True
    if word not in FACTS and not _is_past(lowers, j):
        return None
    if word in _TO_BE:
        after = lowers[j + 1] if j + 1 < len(lowers) else ""
        if after == "about" and lowers[j + 2 : j + 3] != ("to",):
            return False
        if word in {"is", "are"} and (after in _MOTION or after in {"seen", "designed"}):
            return True
        if after in {"to", "also", "set", "likely", "due", "about", "supposed"}:
            return after != "also"
        if after in (_AIMS if word in {"was", "were"} else _MEANT) or after == "what":
            return None
    k = j - 1
    while k >= 0 and lowers[k] in _AUXILIARIES:
        k -= 1
    if lowers[k] in _BEFORE_BASE and k >= 0:
        return None
    return lowers[j - 1] == "be"  # "suggested that trade be raised to"
