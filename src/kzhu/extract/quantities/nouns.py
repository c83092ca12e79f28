"""The noun that a number counts: "about one thousand Kazakh students" counts students."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from kzhu.extract.by_word import ByWord

#: Words at which a noun phrase ends, or cannot begin.
STOPS = frozenset(
    # prepositions and conjunctions
    "of in on at by for from to with without within into onto over under above below between among amid against than as"
    " about after before since until till during through throughout across around near via per towards toward upon"
    " while when where which who whom whose that because although though if but or nor so yet and not also only"
    " despite behind beyond inside outside versus vs like unlike including excluding compared up down off out ago plus"
    # articles, pronouns, determiners
    " a an the this these those it its he his she her they their them we our us you your i my me each every all both"
    " some any no none other's such there here what how why itself themselves himself"
    # verbs that carry no noun
    " is are was were be been being am has have had having do does did done can could will would shall should may might"
    " must said says say told tells made make makes took take takes came come comes went go goes gone got get gets"
    " gave give gives put puts set sets stood stands stand rose rise rises fell fall falls fallen grew grow grows grown"
    " became become becomes remain remains remained reached reaches reach amounted amounts accounted accounts"
    " live lives lived work works worked operate operates operated participate participates participated attended"
    " signed died killed injured hurt wounded left leave leaves visited arrived returned"
    # adverbs, and nouns that only look like plurals
    "now still already just even ever never again soon later earlier today tomorrow yesterday currently annually"
    " yearly monthly daily weekly respectively altogether overall together apart away back then thus hence however"
    " more less fewer higher lower larger times perhaps always sometimes overseas last next previously nearly almost"
    " respectively worldwide nationwide abroad gas news whereas christmas bias long high wide deep tall old".split()
)
_IRREGULAR: dict[str, str] = {
    "people": "person",
    "persons": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "feet": "foot",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "leaves": "leaf",
    "calves": "calf",
    "halves": "half",
    "wolves": "wolf",
    "loaves": "loaf",
    "servicemen": "serviceman",
    "servicewomen": "servicewoman",
    "businessmen": "businessman",
    "policemen": "policeman",
    "firemen": "fireman",
    "fishermen": "fisherman",
    "craftsmen": "craftsman",
    "sportsmen": "sportsman",
    "sportswomen": "sportswoman",
    "spokesmen": "spokesman",
    "congressmen": "congressman",
    "mice": "mouse",
    "geese": "goose",
    "teeth": "tooth",
    "criteria": "criterion",
    "memoranda": "memorandum",
    "media": "medium",
    "countrymen": "countryman",
    "airmen": "airman",
    "crewmen": "crewman",
    "clergymen": "clergyman",
    "sportspeople": "sportsperson",
    "tradespeople": "tradesperson",
    "businesspeople": "businessperson",
    "townspeople": "townsperson",
    "horsemen": "horseman",
    "herdsmen": "herdsman",
    "seamen": "seaman",
    "infantrymen": "infantryman",
    "guardsmen": "guardsman",
    "oarsmen": "oarsman",
    "marksmen": "marksman",
    "cameramen": "cameraman",
    "salesmen": "salesman",
    "schoolchildren": "schoolchild",
    "grandchildren": "grandchild",
    "youths": "youth",
    "phenomena": "phenomenon",
    "movies": "movie",
    "ties": "tie",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "sheep": "sheep",
    "cattle": "head",
    "head": "head",
    "personnel": "person",
    "staff": "employee",
    "series": "series",
    "species": "species",
    "buses": "bus",
    "gases": "gas",
    "viruses": "virus",
    "campuses": "campus",
    "bonuses": "bonus",
    "statuses": "status",
    "censuses": "census",
    "consensuses": "consensus",
    "houses": "house",
    "horses": "horse",
    "nurses": "nurse",
    "courses": "course",
    "licenses": "license",
    "warehouses": "warehouse",
    "greenhouses": "greenhouse",
    "cases": "case",
    "bases": "base",
    "phases": "phase",
    "purchases": "purchase",
    "databases": "database",
    "enterprises": "enterprise",
    "exercises": "exercise",
    "premises": "premise",
    "franchises": "franchise",
    "causes": "cause",
    "universes": "universe",
    "responses": "response",
    "expenses": "expense",
    "vases": "vase",
    "noses": "nose",
    "roses": "rose",
    "doses": "dose",
    "leases": "lease",
    "releases": "release",
    "increases": "increase",
    "diseases": "disease",
    "caches": "cache",
    "axes": "axe",
}
_NO_MEN = frozenset({"specimen", "regimen", "abdomen", "acumen", "bitumen", "women"})
_HURT = frozenset({"injured", "wounded", "killed"})
#: Endings of words that end in s and are no plurals.
_NO_PLURAL = ("ss", "us", "is")
#: Longest run of words looked through for the noun.
_REACH = 6


@lru_cache(maxsize=8192)
def is_plural(low: str) -> bool:
    """Whether a lower-case word looks like the plural of a noun."""
    if low in _IRREGULAR:
        return True
    if low[-1:] == "s":
        return len(low) > 3 and not low.endswith(_NO_PLURAL) and low not in STOPS
    return low[-3:] == "men" and len(low) > 5 and low not in _NO_MEN


@lru_cache(maxsize=4096)
def singular(low: str) -> str:
    """The singular of a lower-case plural.

    >>> [singular(word) for word in ("companies", "people", "boxes", "students", "aircraft")]
    ['company', 'person', 'box', 'student', 'aircraft']
    """
    if "-" in low:
        head, _, tail = low.rpartition("-")
        return f"{head}-{singular(tail)}" if len(tail) > 3 else low.removesuffix("s")
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if not is_plural(low):
        return low
    if low.endswith("men"):
        return f"{low[:-3]}man"
    if low.endswith("ies") and len(low) > 4:
        return f"{low[:-3]}y"
    if low.endswith(("sses", "shes", "ches", "xes", "zes", "oes", "uses")):
        return low[:-2]
    return low[:-1]


def _use(low: str) -> str:
    """What a word is to a noun phrase: "plural", "plain", "stop", or "sign"."""
    if not low[0].isalpha():
        return "sign"
    return "stop" if low in STOPS else "plural" if is_plural(low) else "plain"


_USES = ByWord(_use)


def one_after(lowers: Sequence[str], i: int) -> tuple[int, int] | None:
    """Tokens of the singular noun behind "one", which ends before the next small word or verb in -s."""
    j = i
    while j < len(lowers) and j < i + 3 and lowers[j].isalpha() and lowers[j] not in STOPS and not is_plural(lowers[j]):
        j += 1
    return (i, j) if j > i and not lowers[j - 1].endswith("ly") else None


def noun_after(words: Sequence[str], lowers: Sequence[str], i: int) -> tuple[int, int] | None:
    """Tokens [first, last) of a counted noun with what describes it, its head last; None where no plural follows.

    The head is the first plural of the run, or the last of several in a row ("sports clubs"); a plural in capitals
    gives way to a small one behind it ("120 United States senators").
    """
    best: int | None = None
    end = min(len(words), i + _REACH)
    for j in range(i, end):
        low = lowers[j]
        use = _USES[low]
        if use == "plural":
            if best is not None and j != best + 1:
                break
            best = j
        elif use == "plain":
            if best is not None and not words[best][0].isupper():
                break
        elif use == "stop":
            if (low == "and" and best is None and j > i) or (low == "more" and j == i):
                continue  # "Kazakh and Polish firms", "three more firms"
            if j == i and low in _HURT and j + 1 < end and is_plural(lowers[j + 1]):
                continue  # "34 injured people"
            break
        elif low != "," or best is not None or j == i or j + 1 >= end or not lowers[j - 1].isalpha():
            break
    return None if best is None else (i, best + 1)
