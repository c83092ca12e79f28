"""Whether the verbs about a time expression speak of what was or of what is to come."""

from __future__ import annotations

from kzhu.extract.document import Document
from kzhu.extract.times.expression import Tense

_FUTURE = frozenset({
    "will", "shall", "won't", "won’t", "upcoming", "forthcoming", "going", "slated", "ahead", "would", "plans",
    "plan", "intends", "intend", "aims", "hopes", "hope", "expects", "expect", "should", "may", "must", "tomorrow",
    "effective",
})  # fmt: skip
#: Participles that look ahead: "is expected", "planned for", "scheduled to".
_LOOKING_AHEAD = frozenset({
    "expected", "planned", "scheduled", "set", "slated", "poised", "planning", "supposed", "projected",
    "forecast", "likely", "bound", "invited", "postponed", "delayed", "rescheduled", "adjourned", "deadline",
})  # fmt: skip
#: The present as timetables use it: "voters go to the polls", "the forum opens".
_TIMETABLE = frozenset({
    "starts", "begins", "opens", "meets", "meet", "begin", "faces", "hosts", "travels", "arrives", "departs", "plays",
    "resumes", "closes", "ends", "expires", "takes", "goes", "go", "kicks", "leaves",
})  # fmt: skip
#: Past forms whose infinitive looks ahead: "agreed to meet on Friday".
_INTENDING = frozenset({
    "hoped", "agreed", "intended", "promised", "vowed", "pledged", "decided", "wanted", "offered", "invited", "asked",
    "urged", "ordered", "threatened", "prepared",
})  # fmt: skip
_PAST = frozenset(
    """
    was were had did been said told met held took came went became began won lost fell rose made gave got left led
    found saw heard knew grew drew flew threw wrote spoke broke chose drove ate sold bought brought thought taught
    caught fought sent spent built paid stood understood kept slept felt dealt meant lent put shot sat ran hit cut
    beat set let hurt cost shut struck stuck swung sank sang swore wore tore bore rode forgot froze stole woke shook
    rang sought spread quit read signed ago died last
""".split()
)
#: They end in "ed" and are no verbs in the past.
_NOT_PAST = frozenset({
    "need", "speed", "united", "seed", "feed", "indeed", "red", "hundred", "breed", "exceed", "succeed", "proceed",
    "embed", "kindred", "sacred", "advanced", "limited",
})  # fmt: skip
_AUXILIARY = frozenset({"will", "shall", "would", "should", "must", "may", "can", "might"})
_BE = frozenset({"is", "are", "be", "was", "were", "’s", "'s"})
_LEADING = frozenset({
    "on", "in", "by", "at", "late", "early", "the", "from", "until", "till", "during", "since", "later", "earlier",
    "for", "this", "over", "of", "through", "before", "after", "end",
})  # fmt: skip
#: Verbs that are names too, and then have a capital.
_NAMES = frozenset({"said", "rose", "may", "will", "hope", "grew", "lent", "drew", "ran", "set", "cut", "read", "won"})
_PERCENT = frozenset({"percent", "cent", "%"})
_BEFORE_TO = _BE | {",", "-", "–"}
_CUES = _FUTURE | _LOOKING_AHEAD | _TIMETABLE | _INTENDING | _PAST | {"due", "to"}
_PAST_ENDS = ("ed", "'ll", "’ll")
_REACH = 24


def tense_of(document: Document, first: int, last: int) -> Tense | None:
    """What the nearest verb says: those before the expression speak first, those behind it where it opens a clause."""
    lowers = document.lowers
    sentence = document.sentence_at(document.starts[first])
    # A time outside all sentences stands in page furniture, perhaps at the very end.
    end = min(len(lowers), last + _REACH)
    low, high = (sentence.first, sentence.last) if sentence else (max(0, first - _REACH), end)
    k = first
    while k > low and lowers[k - 1] in _LEADING:
        if lowers[k - 1] == "by":
            return "past" if "had" in lowers[max(low, k - 7) : k] else "future"
        if lowers[k - 1] in {"until", "till"}:
            return _before(document, k - 1, low) or "future"
        k -= 1
    if k - 3 >= low and lowers[k - 1] == "as" and lowers[k - 3] == "as" and lowers[k - 2] in {"early", "soon", "late"}:
        return "future"
    if k > low and lowers[k - 1] in {"is", "are"}:
        return "future"
    if lowers[last : last + 1] in {("'s",), ("’s",)}:
        # "Tuesday's ruling" is past, whatever is to be done about it.
        return _before(document, k, max(low, k - 4)) or "past"
    opens = k <= low or lowers[k - 1] in {",", ";", "“", '"', "«", "–", "—", "-", "`", "and"}
    if opens:
        return _behind(document, last, high) or _before(document, k, low)
    return _before(document, k, low) or _behind(document, last, high)


def _before(document: Document, k: int, low: int) -> Tense | None:
    lowers = document.lowers
    for i in range(k - 1, max(low, k - _REACH) - 1, -1):
        word = lowers[i]
        if word in _CUES or word.endswith(_PAST_ENDS):
            tense = _cue(document, i, low, k)
            if tense is not None:
                return tense
    return None


def _behind(document: Document, last: int, high: int) -> Tense | None:
    lowers = document.lowers
    for i in range(last, min(high, last + _REACH)):
        word = lowers[i]
        if word in _CUES or word.endswith(_PAST_ENDS):
            tense = _cue(document, i, last, high)
            if tense is not None:
                return tense
    return None


def _cue(document: Document, i: int, low: int, high: int) -> Tense | None:
    """What token i, a cue by its look, says; the auxiliaries up to four tokens before a participle decide for it."""
    lowers = document.lowers
    word = lowers[i]
    if word not in _CUES and (len(word) <= 3 or word in _NOT_PAST):
        return None
    if i > low and word in _NAMES and document.words[i][0].isupper():
        return None  # Said Al Busaidi, Rose Hall, Will Smith
    before = lowers[max(low, i - 4) : i]
    if word == "due":
        return "future" if before and before[-1] in _BE else None
    if word == "ahead" and lowers[i - 1] in _PERCENT:
        return None  # "24 percent ahead of the same months of last year"
    if word == "to":
        figure = i + 1 < len(lowers) and lowers[i + 1][0].isdigit()  # "raised, to 4 percent"
        return "future" if before and before[-1] in _BEFORE_TO and not figure else None
    if word in _LOOKING_AHEAD:
        return "future" if word not in {"set", "bound"} or lowers[i + 1 : i + 2] in {("to",), ("for",)} else "past"
    if word in _FUTURE or word in _TIMETABLE or word.endswith(("'ll", "’ll")):
        return "future" if word != "may" or document.words[i][0].islower() else None
    if word in _INTENDING and "to" in lowers[i + 1 : min(high, i + 5)]:
        return "future"
    ahead = not _AUXILIARY.isdisjoint(before) or ("to" in before and "be" in before)
    return "future" if ahead else "past"
