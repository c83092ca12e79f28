"""Small words of English grammar that tell events from mere mentions."""

from __future__ import annotations

from kzhu.extract.events.forms import Form, forms_of


def word_set(text: str) -> frozenset[str]:
    """Words apart by blanks, as a set."""
    return frozenset(text.split())


#: Words that open a clause of its own.
BOUNDARIES = word_set("; while whereas when after before because although though but until since ( ) if unless where")
#: Those of them that make what follows a condition.
CONDITIONS = word_set("if unless")
SAYING = word_set("said says told reported reports announced according added noted wrote stated")

#: Words without which, and without a date, no day is told.
DAYS = frozenset({"day", "eve", "later", "earlier"})

#: Articles and the like, of a thing known and of a new one.
THE = word_set("the this these those that his her their its our my your such")
A = word_set("a an another one some several")
#: Words at which a noun phrase, read backwards, has begun.
NOUN_STOPS = word_set(
    """
    of in on at to for with by from into during following after before within and or as between until since via about
    against under per than is are was were be been has have had will that which who whose attended attend attends
    attending hosted hosts host hosting held hold holds holding chaired chair chairs chairing addressed address opened
    opening opens open told joined join joining organised organized convened led visited win won planned launched
    conducted closed closing ended also discussed said watched saw ahead paid pay made called through not when while if
    so but missed left like kicked what how both there it he she they we i you noted praised thanked welcomed welcome
    finish finished announced
    """
)
#: What may stand behind an event's noun; behind anything else it only describes ("conference hall").
FOLLOWERS = word_set(
    """
    of with between in on at to for and or was is were are will has had have took takes take taking which that who held
    by as from under among after before during next last this earlier later today yesterday tomorrow but when where
    while opens begins began starts the a here there also could would should may must ended closed opened ends near off
    dedicated devoted via into over against about since until alongside hosted due killed left hit struck went brought
    drew came because within through involving featuring entitled titled meet begin start open scheduled organised
    organized planned so than not without along around chaired led called gathered outside inside
    across behind get gets kick kicks conclude concludes run runs wrap wraps close closes end ends resume resumes
    continue continues
    """
)
#: Prepositions that make an event of the noun behind them.
EVENT_PREPOSITIONS = word_set("during at following after before in within on for since from via ahead through until")
#: Behind "of": "on the sidelines of the summit".
PARTS = word_set(
    """
    sidelines sideline margins fringes part framework end start beginning opening closing results outcome outcomes
    ahead eve course host hosts day days nights weeks months wave series occasion conclusion winner round stage
    """
)
#: Verbs that take part in, hold or lead the event behind them.
TAKING_PART = word_set(
    """
    attend attends attended attending hold holds held holding host hosts hosted hosting chair chairs chaired chairing
    co-chaired address addressed addresses addressing join joined joining open opened opening organise organised
    organize organized conduct conducted convene convened stage staged launch launched told led lead participate
    participated participating participation part speak spoke speaking spoken paid pay pays paying closed close visit
    visited gathered won win winning met make made making moderated inaugurated invited invite arrived had have
    announced witness witnessed oversaw gave give gives given giving began begin begins begun started staging
    conclude concluded concludes finish finished ended completed wrapped resumed begun
    welcome extinguished extinguish battled fought fighting
    """
)
#: Verbs that do so by way of a preposition: "participate in", "speak at", "invited to".
WITH_PREPOSITION = {
    "out": word_set("put"),
    "in": word_set("part participate participated participating participation participates engaged"),
    "at": word_set("speak spoke speaking spoken speaks present gathered attended met appeared"),
    "to": word_set("invited invite came come guests delegates visitors"),
    "for": word_set("arrived came gathered met left"),
    "on": word_set("arrived came paid"),
}
#: Verbs that say of an event that it happens.
_CORE = (
    "open", "start", "conclude", "close", "end", "kick", "hold held held holding", "take took taken taking",
    "begin began begun beginning",
)  # fmt: skip
#: Verbs that do so in the past; in the present they are nouns as often.
_PAST = (
    "host", "gather", "attend", "schedule", "expect", "slate", "organise", "organize", "continue", "convene", "chair",
    "last", "occur", "happen", "erupt", "destroy", "damage", "injure", "claim", "cause", "trigger", "halt", "discuss",
    "focus", "address", "produce", "conduct", "stage", "postpone", "rock", "force", "flood", "devastate", "block",
    "celebrate", "mark", "feature", "fill", "crown", "precede", "follow", "moderate", "disrupt", "paralyse",
    "kill", "bury", "fix", "pencil pencilled pencilled pencilling", "arrange", "book", "bill", "move",
    "set set set setting", "put put put putting", "wind wound wound winding",
    "wrap wrapped wrapped wrapping", "feel felt felt feeling", "record", "register",
    "get got got getting",
    "plan planned planned planning", "rip ripped ripped ripping", "grip gripped gripped gripping",
    "bring brought brought bringing", "draw drew drawn drawing", "come came come coming", "hit hit hit hitting",
    "strike struck struck striking", "leave left left leaving", "break broke broken breaking",
    "shake shook shaken shaking", "sweep swept swept sweeping", "tear tore torn tearing", "run ran run running",
)  # fmt: skip
#: All of them, with their forms.
HAPPENING: dict[str, Form] = {
    **{form: kind for verb in _PAST for form, kind in forms_of(verb).items() if kind == "past"},
    **{form: kind for verb in _CORE for form, kind in forms_of(verb).items()},
    "due": "past",
    "get": "base",
    "gets": "s",
    "happens": "s",
    "runs": "s",
    "happen": "base",
}
#: Those that say what is to come, without "will".
ARRANGED = word_set(
    "due planned scheduled slated expected set fixed pencilled penciled arranged booked billed put moved"
)
#: Modifiers that make it another one of its kind, or one to come.
ANOTHER = word_set("next another previous last upcoming forthcoming new second third earlier future")
AHEAD = word_set("next upcoming forthcoming future planned")
#: Modifiers that leave "the meeting" the meeting already told.
PLAIN = word_set("bilateral narrow-format expanded-format official joint working extended")
#: "A press conference" is how the news was told; "any talks" and "mutual visits" are mere talk.
NEVER = word_set("press news any no possible potential every each")
VAGUE = word_set("mutual future regular high-level frequent further all many more annual")
#: Before a noun, words that make it one to come: "preparations for the visit".
PREPARING = word_set("preparations preparation prepare preparing prepared")
#: Before a noun, words that make a wish of it.
WISHES = word_set(
    """
    forward hope hopes hoped propose proposed proposal request requested wants readiness ready possibility idea
    invitations opportunity welcome calls called need happy
    """
)
#: What may stand between a verb and its particle.
AGAIN = word_set("again once more anew next also finally first officially jointly")
#: Nouns that are verbs as well: without article or preposition they are taken for verbs.
DOUBTFUL = word_set(
    """
    strike strikes race fight riot clash clashes crash fire blast attack attacks protests leaks storm flood visits
    tours trip trips floods quake ruling
    """
)
#: Nouns of talks, whose body decides what they are: "meeting of the commission", "session of the Assembly".
SITTINGS = word_set("meeting meetings session sessions sitting round talks conference consultations")
#: Nouns of festivities that go on for a time, with a capital: "the Week of Estonian Film".
CULTURAL = word_set("week weeks days month evenings season seasons")
#: What a festive event is called, or is held for: in one sentence these are one event.
FESTIVE = CULTURAL | word_set("gala concert evening anniversary years birthday jubilee centenary death birth memory")
#: Nouns that tell an event only of something: "the opening of the embassy".
DEEDS = word_set("opening launch launching unveiling naming renaming")
#: Nouns of contests that are common words too: they need a modifier ("Super Cup", "first race").
CONTESTS = word_set("final cup race stage leg league game games fight")
#: Words in the names of bodies of many countries, as written.
MANY = word_set(
    """
    UN OSCE EU OPEC OPEC+ NATO G7 G20 BRICS EAEU EEU CIS CSTO SCO OTS WTO IMF OECD UNESCO ASEAN CICA OIC WHO Eurogroup
    Visegrad Organization Organisation Union Commonwealth Assembly League
    """
)

#: Before a verb's form these make a noun or an adjective of it: "the attack", "of ousted ministers".
DETERMINERS = word_set("the a an this that these his her its their our my your no of for in at with bilateral official")
#: Behind a participle that tells of the noun before it: "an agreement signed in 2019".
BEHIND_PARTICIPLE = word_set("in on by at during last this earlier yesterday today after between with")
#: Words behind which no object of the verb before them stands.
PAST_OBJECT = word_set(
    """
    that said which who ; : to for by before after against because from than into under since until about over toward
    towards if whether
    """
)
#: Prepositions of a phrase that only says where.
WHERE = word_set("in at on near from by for to with")

#: People without a name who meet, visit and sign.
DELEGATES = word_set(
    """
    delegation delegations ministers presidents leaders minister president commission officials diplomats sides parties
    lawmakers deputies heads representatives premier guests parliamentarians ambassadors ambassador envoys chief king
    emir chancellor counterparts counterpart mission businessmen vice-president deputy director chairman chairwoman
    secretary governor mayor speaker rector leadership members management cabinet
    """
)
#: People without a name who come to help, to watch or to play.
COMERS = word_set(
    """
    rescuers team teams experts observers doctors inspectors monitors engineers specialists firefighters medics
    peacekeepers volunteers investors scientists athletes pilgrims researchers scholars bankers buyers exporters
    businesspeople entrepreneurs businessmen farmers builders geologists archaeologists physicians surgeons teachers
    journalists musicians importers manufacturers inspector surveyors technicians veterinarians trainers archivists
    """
)
#: What goes down, off the rails or up in flames.
CRAFT = word_set(
    """
    plane jet airliner aircraft helicopter ship boat vessel ferry train tram bus truck lorry car balloon glider tanker
    freighter yacht minibus coach airplane drone bomb device grenade trawler
    """
)
#: Words for the place that a story is about.
PLACE_KINDS = word_set("city town village settlement district port suburb resort region")
REGIONS = word_set("region area site scene district province city town village capital zone country border")
#: What makes a journey an opening of its route.
FIRST = word_set("first maiden inaugural")
#: Words of elections; two of them make an article one about an election.
VOTING = word_set(
    """
    election elections electoral ballot ballots turnout voters runoff run-off referendum candidate candidates polls
    incumbent polling electorate
    """
)
#: Words of space flights; two of them make an article one about space.
SPACE = word_set(
    """
    space astronaut astronauts cosmonaut cosmonauts spacecraft orbit orbital rocket iss spaceflight baikonur nasa
    roscosmos spacewalk
    """
)
#: Nouns of elections, which the rounds of one article are joined under.
POLLS = word_set("election elections vote runoff run-off referendum round polls plebiscite primaries by-election")
#: Nouns of an office that somebody is named to.
OFFICES = word_set(
    """
    as president minister chairman chairwoman director governor head ambassador speaker rector secretary chief mayor
    leader member envoy chair judge premier term
    """
)
#: What a street or its like is called, where the sentence speaks of "one" and "the other".
NAMED_THINGS = word_set(
    "street streets square park school avenue one other boulevard airport library name alley lane stadium"
)
#: Whom an accident kills or hurts.
VICTIMS = word_set(
    """
    people person passengers children workers miners residents soldiers tourists least dead others injured wounded
    dozens hundreds villagers civilians students men women pupils fans players firefighters police officers them those
    """
)
NUMBERS = word_set("two three four five six seven eight nine ten eleven twelve fifteen twenty several")
COURTS = word_set("court tribunal judge judges jury")
#: Words of the sports pages; three of them make an article one about sport.
SPORT = word_set(
    """
    coach goalkeeper midfielder striker defender tournament championship championships cup league medal medals bronze
    biathlete biathletes pursuit skis sprinter skaters grandmasters compatriot footballers basketballers handballers
    qualifier qualifiers
    olympic olympics stadium semi-final semifinal quarter-final quarterfinal podium yellow first-half second-half
    cyclist boxer wrestler judoka swimmer athlete athletes match matches scored scorer teammate title race half-time
    halftime penalty penalties referee rider peloton runner seeded singles doubles slam finalist finalists
    semi-finals semifinals quarter-finals grandmaster chess boxing wrestling judo football
    hockey basketball handball volleyball tennis biathlon skating fencing weightlifting players player champion
    champions polo marathon sprint knockout relay butterfly freestyle backstroke breaststroke slalom downhill
    """
)

#: Words of reports on what a central bank does; several make an article one about it.
MONEY = word_set(
    "inflation rate rates monetary benchmark governor basis bank's riksbank repo policymakers disinflation tightening"
)
#: Words of a bank that sets rates.
BANKING = word_set("bank bank's banks monetary policy rate rates central rate-setting mpc")
#: Somebody meant by a word.
SOMEBODY = word_set("he she they i we who both two sides")
#: Those who meet in a match.
TEAMS = word_set("team teams side sides club clubs visitors champions rivals two pair nations they hosts squads")
#: Before a name these say that its bearer is spoken of, not present: "in memory of the poet", "greetings to".
HONOURED = word_set(
    """
    honour honor memory dedicated monument bust statue plaque named renamed name birth anniversary greetings letter
    grandson granddaughter son daughter widow according birthday death works pieces poems verses music translation
    sculpture like behalf instructions replacing succeeding congratulations condolences message invitation
    """
)
#: Before a name these say so only behind a preposition: "a street named after the poet".
CALLINGS = word_set("poet writer composer")
QUOTING = word_set("said says told noted added stressed wrote recalled laughed reported")
#: Plurals that mean the two sides: "the ministers", "both leaders".
TWO = word_set("ministers presidents leaders premiers diplomats interlocutors heads")
#: Offices that, with a nationality before them, mean somebody named: "the Hungarian premier".
OFFICE_HOLDERS = word_set(
    """
    president premier minister leader ambassador chancellor king emir governor mayor head chairman speaker secretary
    diplomat general rector coach official envoy
    """
)
