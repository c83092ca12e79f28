"""Words before (or behind) an amount that say how exact it is: about, over, up to, at least."""

from __future__ import annotations

from collections.abc import Sequence

from kzhu.records import Bound

_WORDS: dict[Bound, str] = {
    "~": "about close_on round_about something_like give_or_take as_good_as"
    " around nearly almost roughly approximately approx some circa ca close_to an_estimated estimated"
    " in_the_region_of in_the_neighbourhood_of in_the_order_of of_the_order_of"
    " virtually practically nearing approaching approached neared",
    ">": "over more_than exceed exceeds exceeded exceeding has_exceeded above surpass surpassed surpasses surpassing"
    " passed_the_mark_of crossed_the_mark_of above_the_mark_of exceeded_the_mark_of topped_the_mark_of topped tops"
    " topping passed in_excess_of greater_than higher_than larger_than better_than upwards_of upward_of"
    " north_of beyond well_over just_over slightly_over far_over well_above just_above slightly_above"
    " slightly_more_than much_more_than well_in_excess_of crossed",
    "<": "under less_than below fewer_than lower_than smaller_than just_under just_below slightly_less_than"
    " well_below well_under slightly_below short_of shy_of not_quite within"
    " not_reach not_reach_even not_even fail_to_reach failed_to_reach"
    " not_reached not_attain not_come_to",
    "<=": "up_to at_most no_more_than not_more_than a_maximum_of maximum_of as_many_as as_much_as"
    " not_exceed not_exceeding no_higher_than maximum",
    ">=": "at_least no_less_than not_less_than no_fewer_than not_fewer_than a_minimum_of minimum_of minimum"
    " as_few_as as_little_as no_lower_than",
}
#: Last word -> the whole phrases that end in it, longest first.
_BY_LAST: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
for _bound, _phrases in _WORDS.items():
    for _phrase in _phrases.split():
        _words = tuple(_phrase.split("_"))
        _BY_LAST.setdefault(_words[-1], []).append((_words, _bound))
for _listed in _BY_LAST.values():
    _listed.sort(key=lambda item: -len(item[0]))
#: The phrases of one word, and the words before the last of longer ones: most words that end a bound end none here.
_ALONE: dict[str, Bound] = {last: listed[-1][1] for last, listed in _BY_LAST.items() if len(listed[-1][0]) == 1}
_BEFORE_LAST = {
    last: frozenset([words[-2] for words, _ in listed if len(words) > 1]) for last, listed in _BY_LAST.items()
}
#: Words that may stand between the bound and the amount: "more than another 5,000", "over the 100 mark".
_BETWEEN = frozenset({"a", "an", "the", "another", "further", "additional", "total", "of", "by"})
_SIGNS: dict[str, Bound] = {"~": "~", "≈": "~", ">": ">", "<": "<", "≥": ">=", "≤": "<="}
#: Tokens in which a bound ends.
_ENDS = frozenset({"-"}).union(_BY_LAST, _SIGNS)
#: Right before an amount that may have a bound: most amounts have no such word before them.
BEFORE = _ENDS | _BETWEEN
#: Right behind one: "or more", "+".
BEHIND = frozenset({"or", "+"})
_UP_TO = ("up", "to")
_MARKS = frozenset({"mark", "threshold", "level", "barrier", "line", "milestone", "limit"})
_GOING = frozenset(
    "crept creeps climbed climbs edged rose rises ran runs inched jumped walked drove moved go goes went going gone"
    " add adds added adding sum summed come comes came work works worked".split()
)
_OVER = ("over",)
_SPREADING = frozenset("turned turns turn spread spreads distributed scattered divided split extended".split())
_HAVE = frozenset({"has", "have", "had", "having"})
#: Verbs among the bounds; the quote then begins with the bound all the same, "exceeded $131 million".
_PREFIXES: dict[str, Bound] = {"sub": "<"}


def bound_before(lowers: Sequence[str], i: int, floor: int) -> tuple[Bound, int]:
    """The bound that stands before token i, not before token `floor`, and the token it begins at ("=", i if none)."""
    if i <= floor:
        return "=", i
    if (before := lowers[i - 1]) not in _ENDS and (
        before not in _BETWEEN or i - 1 == floor or lowers[i - 2] not in _ENDS
    ):
        return "=", i  # the most
    if before in _BY_LAST and (i < 2 or lowers[i - 2] not in _BEFORE_LAST[before]):
        # No longer phrase ends here: the most of the others.
        if before in _ALONE and before != "over":
            return _ALONE[before], i - 1
        if before not in _ALONE and (before not in _BETWEEN or i - 1 == floor or lowers[i - 2] not in _ENDS):
            return "=", i
    for gap in (0, 1):
        j = i - 1 - gap
        if gap and lowers[i - 1] == "the" and not _has_mark(lowers, i):
            break  # "over the 12.5 km"
        if j < floor or (gap and lowers[i - 1] not in _BETWEEN):
            break
        sign = _SIGNS.get(lowers[j])
        if sign is not None:
            return sign, j
        low = lowers[j]
        told = low in _ALONE or (j > floor and lowers[j - 1] in _BEFORE_LAST.get(low, ()))
        for words, bound in _BY_LAST[low] if told else ():
            first = j + 1 - len(words)
            if words == _UP_TO and first > floor and lowers[first - 1] in _GOING:
                continue  # "freight is to go up to 5 million tons", "added up to $5 million"
            if words == _OVER and first > floor and lowers[first - 1] in _SPREADING:
                continue  # "spread over 41 projects"
            if first >= floor and (len(words) == 1 or tuple(lowers[first : j + 1]) == words):
                return bound, first
        if lowers[j] == "-" and j - 1 >= floor and lowers[j - 1] in _PREFIXES:
            return _PREFIXES[lowers[j - 1]], j - 1
    return "=", i


def _has_mark(lowers: Sequence[str], i: int) -> bool:
    """Whether "over the" amount tells of a mark passed: "over the $100 million mark"."""
    return not _MARKS.isdisjoint(lowers[i : i + 6])


def bound_behind(lowers: Sequence[str], i: int) -> tuple[Bound | None, int]:
    """A bound that follows the amount ("or more", "or so") from token i, and the token behind it."""
    if i + 1 < len(lowers) and lowers[i] == "or":
        if lowers[i + 1] in {"more", "above", "higher", "better"}:
            return ">=", i + 2
        if lowers[i + 1] in {"so", "thereabouts"}:
            return "~", i + 2
        if lowers[i + 1] in {"less", "fewer", "below"}:
            return "<=", i + 2
    if i < len(lowers) and lowers[i] == "+":
        return ">", i + 1
    return None, i
