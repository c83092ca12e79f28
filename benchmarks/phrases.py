"""What the articles of `corpus.py` are put together from. Every fact they tell is made up."""

from __future__ import annotations

from typing import NamedTuple


class Country(NamedTuple):
    """A country that made-up people speak for."""

    name: str
    #: "Estonian".
    adjective: str
    capital: str
    #: Key of `GIVEN` and `FAMILY`.
    tongue: str


COUNTRIES = tuple(
    Country(*line.split(", "))
    for line in """
Kazakhstan, Kazakh, Astana, steppe
Hungary, Hungarian, Budapest, danube
Uzbekistan, Uzbek, Tashkent, steppe
Türkiye, Turkish, Ankara, anatolia
Poland, Polish, Warsaw, vistula
Azerbaijan, Azerbaijani, Baku, anatolia
Germany, German, Berlin, rhine
China, Chinese, Beijing, yangtze
Estonia, Estonian, Tallinn, baltic
Finland, Finnish, Helsinki, baltic
Serbia, Serbian, Belgrade, balkan
Italy, Italian, Rome, tiber
Kyrgyzstan, Kyrgyz, Bishkek, steppe
Latvia, Latvian, Riga, baltic
Austria, Austrian, Vienna, rhine
Slovenia, Slovenian, Ljubljana, balkan
Tajikistan, Tajik, Dushanbe, steppe
Spain, Spanish, Madrid, tiber
Croatia, Croatian, Zagreb, balkan
Slovakia, Slovak, Bratislava, vistula
Turkmenistan, Turkmen, Ashgabat, steppe
Vietnam, Vietnamese, Hanoi, yangtze
Portugal, Portuguese, Lisbon, tiber
Bulgaria, Bulgarian, Sofia, balkan
""".strip().splitlines()
)

GIVEN = {
    "steppe": "Aidar Baurzhan Daulet Erzhan Galymzhan Ilyas Kairat Madina Nurlan Rustam Saule Talgat Zarina".split(),
    "danube": "András Balázs Csaba Dóra Endre Géza Ildikó Krisztián Levente Mátyás Réka Tünde Zsófia Ákos".split(),
    "anatolia": "Alp Burak Cemil Elçin Fuad Gülşen Hikmet İlkin Kamran Nigar Orhan Sevda Tural Zeynep".split(),
    "vistula": "Bartosz Dorota Grzegorz Halina Jacek Łukasz Marek Oksana Radek Stanisława Tomáš Zuzana".split(),
    "rhine": "Anneliese Bernd Dieter Eckhard Friederike Günther Heike Jörg Lorenz Matthias Sabine Ulrich".split(),
    "yangtze": "Bao Cheng Hai Jie Lan Ming Peng Qing Shun Thanh Wen Xiang Yan Zhong".split(),
    "baltic": "Aino Eero Ilze Jaan Kalle Liisa Mārtiņš Outi Päivi Rasmus Siiri Toomas Ville Ülle".split(),
    "balkan": "Boštjan Dušan Goran Ivana Jelena Kristijan Ljiljana Nenad Petar Snežana Tihomir Vesna Željko".split(),
    "tiber": "Alessandro Beatriz Carlo Duarte Elena Fabrizio Gonçalo Inés Lorenza Matteo Nuno Rosario".split(),
}

#: (how family names begin, how they end), for each tongue.
FAMILY = {
    "steppe": (
        "Aba Ayta Beisen Dosan Esen Ibra Kaldy Kerim Mamyr Nazar Orazba Sadva Tasty Tolege Uali Zhumad".split(),
        "baev galiev kulov mbetov nov ryskulov shev tayev ukhanov zhanov".split(),
    ),
    "danube": (
        "Alm Bagd Csor Der Erd Fark Gál Hars Keres Lukáts Mész Pöt Ruz Somm Tihan Vesz".split(),
        "ádi ási ényi házi ki lósi mondi ódi pataki sy".split(),
    ),
    "anatolia": (
        "Akba Aslan Bulu Cafar Demir Ergü Gasan Ismay Kılı Mirza Özde Polad Rza Tağı Yalçı Zülfü".split(),
        "gil kaya lı li nlı oğlu rov soy tekin yev".split(),
    ),
    "vistula": (
        "Adamk Bor Chmiel Dąbr Gaj Hruš Jawor Kaczm Lip Mroz Olch Paw Rogal Sęk Tomk Wit".split(),
        "acki arz czyk ek ewicz ik iński ko owski owicz".split(),
    ),
    "rhine": (
        "Alten Brand Dorn Eber Fried Grün Hage Kalten Linden Mohr Nieder Ober Rosen Stein Wald Ziegel".split(),
        "bach berger burg egger feld hofer mann meyer roth thal".split(),
    ),
    "yangtze": ("Cai Dang Feng Gao Hua Jiang Kong Liang Ngo Ong Pan Shi Tao Vuong Xue Zhuo".split(), [""]),
    "baltic": (
        "Aal Bērz Ermi Haapa Ilma Jõe Kask Lepp Mets Niemi Ozol Pärn Raud Saar Tamm Vaht".split(),
        "aste ela er iņš ist konen la mäe nen pere".split(),
    ),
    "balkan": (
        "Anđel Bog Cvet Dragoj Gruj Hadž Jovan Krst Lazar Milut Novosel Obrad Pav Rad Stoj Živ".split(),
        "ač ar ec ić inović nik ov ović ski šek".split(),
    ),
    "tiber": (
        "Almei Bened Castel Delga Ferra Grima Lombar Marche Navar Oliva Pelleg Quin Rinal Salva Tedes Ventur".split(),
        "da di etti iano illo ini no rino sco zzi".split(),
    ),
}

#: Offices; {n} is the country, {a} its adjective.
OFFICES = (
    "Foreign Minister of {n}",
    "{a} Foreign Minister",
    "Minister of Economy of {n}",
    "Deputy Prime Minister of {n}",
    "{a} Ambassador",
    "Minister of Transport of {n}",
    "{a} Energy Minister",
    "Deputy Foreign Minister of {n}",
    "Minister of Agriculture of {n}",
    "Speaker of the Parliament of {n}",
    "{a} Finance Minister",
    "State Secretary of the {a} Ministry of Trade",
    "Governor of the Central Bank of {n}",
    "head of the {a} Chamber of Commerce",
    "Minister of Culture of {n}",
    "{a} presidential adviser",
)

#: Bodies whose gatherings many articles tell, ahead of them and after them.
BODIES = (
    "Organization of Turkic States",
    "Visegrad Group",
    "Shanghai Cooperation Organisation",
    "European Union",
    "Eurasian Economic Union",
    "Council of Europe",
    "World Trade Organization",
    "Economic Cooperation Organization",
)

AGENCIES = ("Kazinform", "MTI", "Xinhua", "Trend", "UzA", "PAP", "ANSA", "Anadolu", "dpa", "Baltic Wire")

SECTORS = (
    "energy",
    "transport",
    "agriculture",
    "pharmaceuticals",
    "logistics",
    "water management",
    "tourism",
    "mining",
    "higher education",
    "renewable energy",
    "machine building",
    "digital services",
    "food processing",
    "nuclear safety",
    "space research",
    "textiles",
)

GOODS = (
    "grain copper wheat machinery medicines furniture oil seeds aluminium fertilisers wine cars poultry cable".split()
)

HEADLINES = (
    "{A}, {B} look for new ground in {s}",
    "Trade between {A} and {B} reaches ${level} million",
    "{A} and {B} sign agreement on {s}",
    "{Ps} holds talks in {cap}",
    "{Ba} investors turn to {s} in {A}",
    "{A} plans to double exports of {g} to {B}",
    "Joint commission of {A} and {B} meets in {cap}",
    "What {A} wants from {B}: {s}, {t} and time",
)

#: First paragraphs: what happened.
LEADS = (
    "{P} met {Q} in {cap} on {day} to discuss {s} and {t}, the foreign ministry said in a statement.",
    "{A} and {B} signed an agreement on {s} in {cap} on {day}, {agency} reported, citing the press service.",
    "{P} arrived in {Bc} on {day} for a two-day visit and held talks with {Q}.",
    "{P} said on {day} that trade with {B} had risen by {pc} percent since the beginning of the year.",
    "A delegation led by {P} attended the {nth} meeting of the {Aa}-{Ba} joint commission in {cap} on {day}.",
    "{Q} received {P} on {day}. The talks in {cap} dealt with {s}, {t} and regional security.",
    "{A} exported {g} worth ${m2} million to {B} in {y0}, {pc}% more than a year earlier, data showed on {day}.",
    "{P} spoke by telephone with {Q} on {day}, the government's press office said.",
    "A new {s} centre was opened in {cap} on {day} in the presence of {P} and {Q}.",
    "{P} invited {Q} to visit {Ac} next year, {agency} reported on {day}.",
)

#: Sentences with figures, people, dates, places.
FACTS = (
    "Trade turnover between {A} and {B} amounted to ${level} million in {y0}, {growth} {y1}.",
    "In the first {k} months of {y} bilateral trade reached {part} million US dollars, up {pc2} percent year-on-year.",
    "Exports of {A} to {B} grew by {pc}% to ${m2} million, while imports fell {pc2} percent to ${m3} million.",
    "{B} has invested more than ${b} billion in the economy of {A} since 2005.",
    "Last year direct investment from {B} stood at {m3} million euros, {x} times as much as the year before.",
    "The two governments intend to bring trade to ${b} billion by {y5}.",
    "About {n} companies with {Ba} capital work in {A}, {n2} of them in {s}.",
    "The gross domestic product of {A} expanded by {pc2}% in {y0}, and inflation slowed to {pc3} percent.",
    "Freight between the two countries rose from {n} thousand to {n3} thousand tonnes in {y0}.",
    "Some {n3} students from {A} study at universities of {B}, which offers {n} scholarships a year.",
    "The number of tourists from {B} doubled to {n3} thousand in the first half of {y}.",
    "According to {Qs}, {A} supplied {n3} thousand tonnes of {g} in {y1}, or {pc}% of the total.",
    "The plant near {cap} will cost €{m3} million and employ {n} people when it opens in {y5}.",
    "The development bank approved a loan of ${m2} million for {s} in {month} {y0}.",
    "{P} visited {Bc} in {month} {y0}, when the ministries signed a memorandum on {t}.",
    "The next meeting of the commission will be held in {Bc} in {month} {y6}.",
    "Diplomatic relations between {A} and {B} were established on {d} {month} 1992.",
    "{R}, was appointed to the post in {month} {y1}.",
    "{Qs} thanked {Ps} for the invitation and confirmed that {B} would take part in the forum in {Ac}.",
    "The agreement was ratified by the parliament in {Bc} in {y1}.",
    "Production of {g} fell {pc2}% to {n3} thousand tonnes between January and {month}.",
    "{R}, described the result as the best in {n2} years.",
    "{Ps} will attend the {nth} summit of the {o} in {Bc} in {month}.",
    "The sides summed up the {nth} summit of the {o}, held in {Ac}.",
    "The central bank kept its key rate at {pc3} percent and expects inflation of {pc2} percent in {y6}.",
    "Work on the {n3}-kilometre railway began in {y1} and is to end in the {nth2} quarter of {y5}.",
)

QUOTES = (
    "“We see {B} as a neighbour in spirit. {Z}” {Ps} said.",
    "“{Z} For us this is a question of trust,” {Qs} told reporters.",
    '"Our exports can grow by {pc2} percent a year. {Z}" {Qs} noted.',
    "«{Z} We count on the support of {A},» a deputy minister added.",
    "“Nobody will build this for us. {Z}” said {R}.",
)

CLOSINGS = (
    "For reference: mutual trade amounted to ${level} million in {y0}, {growth} {y1}.",
    "Background: {A} opened its embassy in {Bc} in 1993. Investment from {B} has totalled ${b} billion since then.",
    "Read more: {A} and {B} agree on direct flights",
    "The talks will go on in {Bc} next month.",
)

#: Prose between the facts. N, A, V, T stand for a noun, an adjective, a verb in the past, a rare term.
PATTERNS = (
    "The A N of the N V the N, and the N of T V it.",
    "N in the A N V more than the A N had V.",
    "It was the T N that V the N, not the A N.",
    "Officials V the A N, though the N of the N remained A.",
    "For the N, this N is as A as the N with T.",
    "In the A N of the region, N and N V the same N.",
    "Many of those who V the N had V the T N before.",
    "One N of A N, they V, would be A for both sides.",
    "The N V that the N should be A, A and open to N.",
    "With the N of T behind it, the A N V its N.",
    "Where the N is A, the N was V, as the A N of the T shows.",
    "Neither the N nor the T V what the A N had promised.",
    "Some call the N A; others see in it the N of A T.",
    "At the same time the A N V to the N by the N of N.",
)

#: Most frequent first.
NOUNS = """
cooperation relation government development project market country industry agreement programme partner sector region
policy economy plan investor company ministry energy transport issue dialogue interest potential partnership growth
border route railway port pipeline corridor factory plant bank fund loan budget tariff custom demand supply price crop
harvest farm river water climate forest mine metal harbour airport airline road bridge tunnel network grid reactor
turbine battery medicine hospital clinic school university scholar student teacher language museum theatre festival
heritage exhibition athlete team stadium parliament law reform court treaty protocol clause council committee secretary
adviser expert analyst engineer worker farmer trader merchant banker lender customer tourist visitor hotel village
district province suburb capital coast valley mountain lake island desert steppe frontier neighbour ally rival embassy
consulate visa passport delegation envoy mission summit forum session round agenda document draft signature seal
statement briefing report survey forecast estimate deficit surplus reserve currency bond share dividend profit loss
merger venture licence patent standard certificate inspection quota duty subsidy grant stipend pension wage salary
strike union shortage delay dispute quarrel compromise consensus trust patience ambition obstacle remedy lesson memory
""".split()

ADJECTIVES = """
new joint economic important regional national mutual large public common strategic foreign long private industrial
main further active small modern direct strong practical cultural open digital local wide political rapid stable green
European central eastern northern southern western rural urban maritime nuclear solar agricultural technical scientific
medical financial fiscal legal social historic ambitious cautious modest broad narrow patient costly cheap promising
fragile durable reliable transparent flexible complex simple urgent overdue seasonal annual monthly gradual sudden
uneven steady quiet lively bitter generous careful thorough useful vital empty remote nearby distant ancient youthful
""".split()

VERBS = """
discussed supported expected considered welcomed developed described strengthened reviewed examined raised
continued explained improved prepared shaped covered joined changed delayed ordered followed reached linked moved
preferred doubted defended measured weighed shared crossed carried financed planned replaced repaired restored studied
questioned accepted refused ignored praised feared watched
""".split()

#: Syllables of rare terms.
SYLLABLES = """
ba bel bor bru cal cen dal den dor dra el fen fir gal gor gra hal hem hol il jar jen kal ker kil kor lan lar lem lin
lor lun mar mel mir mol nar nel nor obe ol par pel pol qua ral ren ril ros sal sen sil sor tal tem tir tol tur ul val
vel ven vor wen wil zan zel zor
""".split()

MONTHS = "January February March April May June July August September October November December".split()
SHORT_MONTHS = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
