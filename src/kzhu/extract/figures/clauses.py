"""How a sentence is built, as far as figures need it: clauses set aside, who is cited, what verbs tell the past."""

from __future__ import annotations

from itertools import compress

from kzhu.extract.document import Sentence
from kzhu.extract.figures.scene import Scene, opening

_RELATIVE = frozenset({"which", "who", "whose", "where", "whom"})
_STOPS = frozenset({",", ";", "–", "—", ")", ":"})
#: Verbs of telling, as they stand behind or before what is told.
SAYING = frozenset(
    "said says told tells reported reports announced informed informs noted notes stated states wrote added adds"
    " believes estimates estimated complained explained remarked recalled admitted confirmed stressed emphasized"
    " emphasised acknowledged declared disclosed observed claimed claims reckoned reckons warned warns regretted argued"
    " pointed".split()
)
_CITING = frozenset({"according", "citing", "quoting"})
#: Participles that tell how a thing came about; a time behind one is that of its beginning.
_BEGUN = frozenset(
    "founded established opened launched built created born set inaugurated commissioned signed introduced erected"
    " discovered completed constructed formed incorporated elected appointed adopted unveiled concluded"
    " married buried restored renovated destroyed abolished invented published written started begun dating".split()
)
_AUXILIARIES = frozenset("was were is are be been being has have had will would to not also already officially".split())
_LEADING = frozenset({"in", "on", "by", "at"})
_PRESENT = frozenset(
    "stay stays host hosts teach teaches attends speak speaks receives gets offers use uses need needs produces handles"
    " visits form forms gives keep keeps comprise comprises consist consists comes learn learns play plays train trains"
    " appear appears house houses contain contains boast boasts feature features face faces want wants bear bears"
    " represent represents constitute constitutes claim claims depend depends suffer suffers lack lacks wait waits "
    "is are has have stands stand operates operate works work lives live employs employ owns own holds hold remains"
    " remain counts number numbers study studies does do can runs run includes include belongs belong accounts makes"
    " sits sit lies lie covers cover exceeds exceed equals equal carries carry exists exist serves serve costs cost"
    " sells sell fetches fetch trades trade goes charges charge pays pay takes take earns".split()
)
#: Infinitives behind "and": what follows is told apart.
_BASES = frozenset(
    "be have open start begin employ turn produce create enter come go make give build launch bring carry serve supply"
    " generate finish end last host receive process store handle provide replace reach raise put add".split()
)
_JOINTS = frozenset({";", "and", "but"})
_MODALS = frozenset("will would should shall can could may might must to".split())
_PAST = frozenset(
    "was were had took came went met sat held gave got saw made left ran stood lost won began sent brought drew fell"
    " sang spoke rang shut swept broke hit fled sank put set bought sold paid spent built kept led read felt found"
    " told became rose grew threw struck ate drank rode flew drove swam wore wept slept sought fought caught".split()
)
_NO_PAST = frozenset("united need speed hundred seed indeed red limited combined estimated unprecedented".split())
_ADVERBS = frozenset("now also then already still only later so".split())
_NOW = frozenset({"is", "are", "will", "to", "be"})
_PERFECT = frozenset({"has", "have", "’ve", "'ve"})
#: Tokens looked through for the verb of a quantity.
_REACH = 9
#: Characters looked back over for the mark that opens a quotation.
_QUOTE = 3000
#: Tokens between "opened" and its time, where no "by" tells that its doer stands there.
_BEHIND = 4
#: Tokens of ", the minister told his host," to either side of its verb.
_ASIDE = 6


def begins(scene: Scene, first: int, floor: int) -> bool:
    """Whether a time (its first token) only tells when a thing began: "founded in 1919", "the fund, set up in 2019".

    The words from token `floor` on are looked at.
    """
    lowers = scene.lowers
    if _BEGUN.isdisjoint(lowers[max(floor, first - 1 - _REACH) : first]):
        return False  # the most
    j = first - 1
    while j >= floor and first - j <= _REACH and lowers[j] not in _BEGUN:
        if lowers[j] in {",", "since"} or _tense(lowers, j) is not None:
            return False
        j -= 1
    if j < floor or lowers[j] not in _BEGUN or (first - j > _BEHIND and lowers[j + 1] != "by"):
        return False
    if lowers[j] == "set" and not (lowers[j + 1] == "up" and lowers[j + 2] in _LEADING):
        return False
    if "since" in lowers[max(floor, j - _BEHIND) : j]:
        return False  # "since the two states established relations in 1992"
    return j == floor or (lowers[j - 1] not in _AUXILIARIES and lowers[j - 1] not in _RELATIVE)


#: Words that may tell who tells.
_TELLERS = SAYING | _CITING


def cited(scene: Scene, sentence: Sentence, first: int, last: int) -> list[tuple[int, int]]:
    """The tokens that only say who tells what a quantity [first, last) is part of: ", according to the ministry,"."""
    lowers = scene.lowers
    found: list[tuple[int, int]] = []
    span = range(sentence.first, sentence.last)
    # Most sentences cite nobody.
    for j in compress(span, map(_TELLERS.__contains__, lowers[sentence.first : sentence.last])):
        word = lowers[j]
        if lowers[j + 1 : j + 2] == ("on",):
            continue  # "reckons on a harvest of"
        if word in _CITING:
            end = _next_stop(lowers, j, sentence.last)
            found.append((j, end if end < first else sentence.last if j >= last else end))
        elif word in SAYING and j >= last:
            begin = _next_stop(lowers, last, j)
            if begin < j:
                found.append((begin, sentence.last))
        elif word in SAYING and j < first and (j == sentence.first or lowers[j - 1] not in {"the", "a", "of"}):
            found.append(_telling(lowers, j, sentence.first, first))
    return found


def _telling(lowers: tuple[str, ...], j: int, first: int, last: int) -> tuple[int, int]:
    """Who tells, with the verb at j: between two commas, or from the head of the clause."""
    begin = next((k for k in range(j - 1, max(first, j - _ASIDE) - 1, -1) if lowers[k] == ","), -1)
    end = next((k for k in range(j + 1, min(last, j + _ASIDE)) if lowers[k] == ","), -1)
    if begin >= 0 and end >= 0:
        return begin, end
    return _clause_before(lowers, j, first), j + 1


def _clause_before(lowers: tuple[str, ...], j: int, first: int) -> int:
    """Where the subject of a verb of telling begins: the head of the sentence, or behind a stop that ends a clause."""
    for k in range(j - 1, first - 1, -1):
        if lowers[k] in {";", "”", '"'}:
            return k
    return first


def _next_stop(lowers: tuple[str, ...], j: int, last: int) -> int:
    while j < last and lowers[j] not in _STOPS and lowers[j] not in {"”", '"'}:
        j += 1
    return j


def is_past(scene: Scene, sentence: Sentence, first: int, last: int) -> bool | None:
    """Whether the verb beside a quantity [first, last) tells the past: what follows it, else what stands before.

    None where there is none.
    """
    lowers = scene.lowers
    for j in range(last, min(sentence.last, last + _REACH)):
        if lowers[j] in _STOPS or lowers[j] in _RELATIVE or lowers[j] in {"and", "but", "that"}:
            break
        tense = _tense(lowers, j)
        if tense is not None:
            return tense
    for j in range(first - 1, max(sentence.first, first - _REACH) - 1, -1):
        if lowers[j] in {";", ":", "while", "whereas", "but"}:
            break
        tense = _tense(lowers, j)
        if tense is not None and lowers[j] not in SAYING:
            return tense
    return None


def is_verb(lowers: tuple[str, ...], j: int) -> bool:
    """Whether token j is a finite verb, as far as its form tells."""
    return _tense(lowers, j) is not None


def _tense(lowers: tuple[str, ...], j: int) -> bool | None:
    word = lowers[j] if j < len(lowers) else ""
    if word in _PRESENT:
        return False
    if word in _PAST:
        return lowers[j - 1] not in _PERFECT
    if not word.endswith("ed") or len(word) < 5 or word in _NO_PAST:
        return None
    before = lowers[max(0, j - 3) : j]
    return _PERFECT.isdisjoint(before) and _NOW.isdisjoint(before)


def parts(scene: Scene, begin: int, end: int) -> bool:
    """Whether an "and" or "but" with a verb behind it stands in tokens [begin, end): two things are told."""
    lowers = scene.lowers
    if _JOINTS.isdisjoint(lowers[begin:end]):
        return False  # the most
    for j in range(begin, end):
        if lowers[j] == ";":
            return True
        if lowers[j] in {"and", "but"} and j + 1 < len(lowers):
            if lowers[j + 1] == ",":
                return True  # "to lay out 15 hectares and, by 2026, to hire 80 people"
            after = lowers[j + 1] if lowers[j + 1] not in _ADVERBS else lowers[j + 2]
            if after in _PRESENT or after in _PAST or after in _BASES or after in _MODALS or after == "been":
                return True
            if after.endswith("ed") and len(after) > 4 and after not in _NO_PAST:
                return True
    return False


def quoted(scene: Scene, token: int, sentence: Sentence) -> bool:
    """Whether a token of a sentence stands within its quotation marks."""
    text = scene.document.text
    at = scene.document.starts[token]
    begin = max(scene.document.starts[opening(scene.document, sentence)], at - _QUOTE)
    opened = max(text.rfind("“", begin, at), text.rfind("«", begin, at))
    if opened >= 0:
        return max(text.rfind("”", opened, at), text.rfind("»", opened, at)) < 0
    return text.count('"', begin, at) % 2 == 1
