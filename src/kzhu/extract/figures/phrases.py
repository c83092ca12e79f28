"""Metrics that no single word tells, but how the clause is built: "the theft of $42 million", "paid Russia ... for"."""

from __future__ import annotations

from kzhu.extract.figures.scene import Passage, Scene
from kzhu.extract.quantities import Quantity
from kzhu.extract.quantities.nouns import STOPS, is_plural, singular

_BUYING = frozenset("buy buys buying bought purchase purchases purchased purchasing order orders ordered".split())
_SELLING = frozenset("sell sells selling sold ship ships shipped shipping".split())
_PAYING = frozenset("paid pays pay paying".split())
_SENDING = frozenset(
    "send sends sent sending give given gives dispatch dispatched dispatching donate donated donating provide"
    " provided lent handed gave contribute contributed".split()
)
_STANDING = frozenset("stand stands stood outstanding totalled totaled amount amounts owed".split())
#: Between a verb and its amount: "sent a team of 18 rescuers", "buy up to 2 million".
_SMALL = frozenset("a an the of and some about another further up to more than over team group batch convoy".split())
_FOR = frozenset({"for", "favour", "favor", "yes", "ayes"})
_POLLING = frozenset(
    "took takes taking won wins winning got gets received polled secured garnered gained scored".split()
)
_RIVALS = frozenset("candidate candidates rival rivals runner-up challenger contender opponent incumbent".split())
_CLAIMS = frozenset("want wants wanted demand demands demanded seek seeks sought offer offers offered proposed".split())
_PLANS = frozenset("plan plans goal target targets aim forecast estimate quota".split())
_BY = frozenset("kilogram kilo kg tonne ton litre liter barrel bag sack loaf ounce gallon gram bottle bushel".split())
_TICKETS = frozenset("ticket tickets fare fares admission subscription".split())
_COSTING = frozenset("cost costs costing sold sells fetched fetches traded trades".split())
#: Tokens between two things that are sent.
_CHAIN = 5
_SENDERS = frozenset("government ministry authorities cabinet president army embassy republic state".split())
_HOLDING = frozenset("carry handle hold seat accommodate process store receive serve host house lift fit".split())
#: Nouns that only say that it is an amount, and grammar that looks like a noun before "of".
_SUMS = frozenset(
    "tune extent excess prospect idea talk dream goal amount sum total value cost worth figure number rate level"
    " average volume maximum minimum out most all half part size order region excess course one some many much each"
    " any none million billion majority rest quantity kind package result basis amounts sums price record high low"
    " limit ceiling range budget deal agreement contract payment growth increase rise decline fall drop reduction"
    " equivalent balance scale threshold mark line".split()
)


def bought_or_sold(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> str | None:
    """Imports or exports, where one country is told to buy from, sell to or pay another."""
    if quantity.kind == "money":
        return "imports" if _pays_abroad(passage, quantity, lowers) else None
    words = lowers[max(passage.first, quantity.first - 5) : quantity.first]
    buys, sells = not _BUYING.isdisjoint(words), not _SELLING.isdisjoint(words)
    if not (buys or sells):
        return None
    before = {code for place in passage.places if place.first < quantity.first for code in place.countries}
    after = {
        code
        for place in passage.places
        if quantity.first <= place.first < quantity.last + 8 and place.kind != "place"
        for code in place.countries
    }
    subject = any(place.kind == "country" and place.last < quantity.first for place in passage.places)
    if not subject and (not after or after <= before):
        return None
    return "imports" if buys else "exports"


def _pays_abroad(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether it is "paid Russia some 4 billion euros for diamonds"."""
    if "for" not in lowers[quantity.last : quantity.last + 3]:
        return False  # the most
    place = next((place for place in reversed(passage.places) if place.last <= quantity.first), None)
    return (
        place is not None
        and place.kind == "country"
        and quantity.first - place.last <= 3
        and lowers[place.first - 1] in _PAYING
    )


def sent(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a country is told to send what is counted: "has sent 40 pumps and a team of 18 rescuers"."""
    words = lowers[passage.first : quantity.first]
    named = any(place.first < quantity.first and place.kind == "country" for place in passage.places)
    if not named and _SENDERS.isdisjoint(words):
        return False
    before = next((other for other in reversed(passage.quantities) if other.last <= quantity.first), None)
    if before is not None and quantity.first - before.last <= _CHAIN and "and" in lowers[before.last : quantity.first]:
        return sent(passage, before, lowers)  # "15 tonnes of food and 200 tents"
    for j in range(quantity.first - 1, max(passage.first, quantity.first - 12) - 1, -1):
        if lowers[j] in _SENDING:
            return True
        told = any(other.first <= j < other.last for other in passage.quantities)
        if not told and lowers[j] not in _SMALL and lowers[j] != ",":
            return False
    return False


def owed(passage: Passage, lowers: tuple[str, ...]) -> bool:
    """Whether loans are told as what is owed: "China's loans to the country stand at $1.1 billion"."""
    words = lowers[passage.first : passage.last]
    return "loans" in words and not _STANDING.isdisjoint(words)


def priced(scene: Scene, passage: Passage, quantity: Quantity) -> bool:
    """Whether it is what a measure of goods or a ticket costs: "A kilogram of potatoes costs 250 tenge"."""
    lowers = scene.lowers
    first = passage.first
    words = lowers[first : quantity.first]
    if not (_TICKETS.isdisjoint(words) or _COSTING.isdisjoint(words)):
        return True
    if lowers[first] not in {"a", "one", "each", "every"}:
        return False
    if lowers[first + 2] in {"sells", "sold", "fetches", "retails"}:
        return True
    if lowers[first + 2] != "of":
        return False
    return lowers[first + 1] in _BY and not _COSTING.isdisjoint(lowers[first + 2 : quantity.first])


def can_hold(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether it is what a thing can take: "can carry 80,000 passengers a day", "holds up to 500 cars"."""
    begin = max(passage.first, quantity.first - 6)
    words = lowers[begin : quantity.first]
    if _HOLDING.isdisjoint(words):
        return False
    return "can" in words or ("able" in words and "to" in words)


_DETERMINERS = frozenset("a an the this that his her its their another".split())


def spent_on(scene: Scene, quantity: Quantity) -> str | None:
    """What an amount of money is of or buys, by the noun before it: "theft of $42 million", "property worth ..."."""
    lowers, words = scene.lowers, scene.document.words
    first = quantity.begin
    if first < 2:
        return None
    link, noun = lowers[first - 1], lowers[first - 2]
    if link not in {"of", "worth"} or noun in _SUMS or noun in STOPS or not noun.isalpha() or len(noun) < 3:
        return None
    if words[first - 2][0].isupper() or noun.endswith(("ing", "ed", "ly")):
        return None
    if link == "of" and not is_plural(noun) and _DETERMINERS.isdisjoint(lowers[max(0, first - 5) : first - 2]):
        return None  # "spoke of 3 billion", "the countries traded to the tune of"
    return f"other:{singular(noun) if is_plural(noun) else noun}"


def is_tally(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a bare number is of votes: "142 for and 53 against", "with 98 in favour"."""
    after = lowers[quantity.last : quantity.last + 2]
    if after in {("in", "favour"), ("in", "favor")} or after[:1] in {("abstained",), ("abstaining",)}:
        return True
    begin, end = max(passage.first, quantity.first - 8), min(passage.last, quantity.last + 8)
    if after[:1] == ("against",):
        return not _FOR.isdisjoint(lowers[begin : quantity.first])
    return after[:1] == ("for",) and "against" in lowers[quantity.last : end]


def of_votes(scene: Scene, passage: Passage, quantity: Quantity, last: str | None) -> bool:
    """Whether a percentage is of votes: "her rival took 44.7 percent" behind one that was."""
    lowers = scene.lowers
    before = lowers[max(passage.first, quantity.first - 4) : quantity.first]
    if _POLLING.isdisjoint(before):
        return False
    return last == "votes" or not _RIVALS.isdisjoint(lowers[passage.first : quantity.first])


def is_claim(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a percentage is what someone asks for or offers: "the unions want 45 percent"."""
    return not _CLAIMS.isdisjoint(lowers[max(passage.first, quantity.first - 3) : quantity.first])


def is_plan(passage: Passage, quantity: Quantity, lowers: tuple[str, ...]) -> bool:
    """Whether a bare number is a plan's: "Our plan for next year is 60"."""
    return lowers[quantity.first - 1] in {"is", "was", "to", "at", "of"} and not _PLANS.isdisjoint(
        lowers[passage.first : quantity.first]
    )
