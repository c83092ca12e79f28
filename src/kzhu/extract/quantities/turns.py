"""Verbs and adverbs of change: which way a quantity went, and how many times."""

from __future__ import annotations

from decimal import Decimal

#: Words that say something went up.
UP = frozenset(
    "rise rises rose risen rising grow grows grew grown growing increase increases increased increasing up climb"
    " climbs climbed climbing jump jumps jumped jumping gain gains gained gaining surge surges surged surging soar"
    " soars soared soaring advance advances advanced advancing expand expands expanded expanding adds added leap"
    " leapt rocketed skyrocketed rallied rally upward upwards higher strengthened accelerated improved improve"
    " growth rise raised raise raises raising boosted boost boosting swelled edged doubled enlarge enlarges enlarged"
    " widen widens widened multiplied lift lifts lifted lifting hike hikes hiked mounted strengthen strengthens"
    " bulged burgeoned boomed spiked bounced appreciated quickened heightened augmented vaulted galloped blossomed"
    " flourished ratcheted perked swollen swell crept creep ticked sprang swelled widened extended inched firmed"
    " ballooned mushroomed snowballed shot recovered rebounded rebound uptick".split()
)
#: Words that say something went down.
DOWN = frozenset(
    "fall falls fell fallen falling decline declines declined declining decrease decreases decreased decreasing"
    " drop drops dropped dropping down lose loses lost losing slump slumps slumped slumping plunge plunges plunged"
    " plunging plummet plummets plummeted plummeting tumble tumbles tumbled tumbling slide slides slid sliding sink"
    " sank sunk shrink shrinks shrank shrunk contract contracted contracts shed sheds dip dips dipped slip slips"
    " slipped reduce reduces reduced reducing cut cuts cutting lower lowered lowers lowering weakened slashed eased"
    " ease downward downwards reduction drop fall melt melts melted melting dwindle dwindles dwindled dwindling"
    " recede receded retreat retreats retreated trim trims trimmed pare pared narrow narrows narrowed crash crashed"
    " nosedived softened slackened slackens flagged faltered tapered abated lessened diminished decelerated"
    " depreciated dented curtailed whittled ebbed waned sagged shrunken eroded withered backslid cooled collapse"
    " collapsed contracting shrinking slipping slipped thinned slimmed depleted downturn".split()
)
#: Verbs whose "up" tells no rise: "made up 45%", "gave up two seats".
PHRASAL = frozenset(
    "made make makes making set sets setting gave give gives given giving took take takes taken put puts build"
    " builds built signed sign open opens opened opening come comes came follow followed pick picked summed end"
    " ended ends".split()
)
#: Words that are a growth by themselves: the factor, and what must stand beside them to be one ("" nothing).
MULTIPLIED: dict[str, tuple[Decimal, str]] = {
    **{word: (Decimal(2), "") for word in ("doubled", "doubling", "doubles", "twofold", "two-fold")},
    **{word: (Decimal(3), "") for word in ("tripled", "tripling", "triples", "trebled", "threefold", "three-fold")},
    **{word: (Decimal(4), "") for word in ("quadrupled", "quadrupling", "fourfold", "four-fold")},
    **{word: (Decimal(5), "") for word in ("quintupled", "fivefold", "five-fold")},
    **{word: (Decimal(6), "") for word in ("sixfold", "six-fold")},
    **{word: (Decimal(7), "") for word in ("sevenfold", "seven-fold")},
    **{word: (Decimal(8), "") for word in ("eightfold", "eight-fold")},
    **{word: (Decimal(10), "") for word in ("tenfold", "ten-fold")},
    **{word: (Decimal("0.5"), "") for word in ("halved", "halving")},
    "twice": (Decimal(2), "as"),
    "double": (Decimal(2), "verb"),
    "triple": (Decimal(3), "verb"),
    "halve": (Decimal("0.5"), "verb"),
}
