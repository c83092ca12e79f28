"""Short made-up articles, to which a test adds its sentence, and the figures it tells."""

from __future__ import annotations

from kzhu.extract.article import read_article
from kzhu.knowledge import Knowledge
from kzhu.records import Article, Figure

#: How the articles begin whose last paragraph a case is.
HEADS = {
    "pair": (
        " date 2024-03-15 Bulgaria and Morocco look for common ground\n\n"
        "SOFIA, March 14 – Foreign Minister Mariya Gabriel of Bulgaria and her Moroccan counterpart "
        "Nasser Bourita met in Sofia on Wednesday, the Bulgarian ministry reported.\n\n"
    ),
    "one": (
        " date 2024-03-15 Peru counts its harvest\n\n"
        "LIMA, March 14 – The government of Peru looked back on the year at a meeting on Wednesday.\n\n"
    ),
    "forum": (
        " date 2024-03-15 Business forum held in Sofia\n\n"
        "SOFIA – A Bulgarian-Moroccan business forum was held in Sofia on Wednesday.\n\n"
    ),
    "crash": (
        " date 2024-03-15 Dozens hurt in Peru bus crash\n\n"
        "LIMA, March 15 – A bus left the road near Puno in southern Peru on Wednesday night, police "
        "said on Thursday.\n\n"
    ),
    "mkt": (
        " date 2024-03-15 Oil slips, wheat climbs\n\n"
        "LONDON – Brent crude fell 1.2 percent to $81.40 a barrel on Thursday, after $82.39 on "
        "Wednesday.\n\n"
    ),
    "undated": (
        "Friends across the sea\n\n"
        "Trade between Bulgaria and Morocco grew last year, compared with 2022, the Bulgarian "
        "ministry of economy said. In January-August of this year it fell again.\n\n"
    ),
    "multi": (
        " date 2024-03-15 Stubb meets leaders in Geneva\n\n"
        "GENEVA – President of Finland Alexander Stubb had a number of meetings on the sidelines of "
        "a UN conference in Geneva on Thursday, his office reported.\n\n"
    ),
    "bank": (
        " date 2024-03-15 Uruguay cuts rate\n\n"
        "MONTEVIDEO, March 14 – The Central Bank of Uruguay lowered its key rate to 8.5 percent on "
        "Thursday.\n\n"
    ),
    "fund": (
        " date 2024-03-15 Bulgarian-Moroccan fund approves loans\n\n"
        "SOFIA – The Bulgarian-Moroccan Investment Fund approved new loans at a session in Sofia on "
        "Wednesday.\n\n"
    ),
    "int": (
        " date 2024-03-15 Ambassador: we have much in common\n\n"
        "The Ambassador of Bulgaria in Morocco, Plamen Tsolov, spoke to our newspaper about trade "
        "and schools.\n\n"
    ),
    "match": (
        " date 2024-03-14 Bulgaria beat Morocco 28-24\n\n"
        "SOFIA – Bulgaria's handball men beat Morocco 28-24 in a friendly match in Sofia on "
        "Wednesday.\n\n"
    ),
    "guide": (
        "Studying in Morocco: a guide for Bulgarians\n\n"
        "Moroccan universities attract more and more Bulgarian students.\n\n"
    ),
    "fest": (
        " date 2024-03-15 Days of Moroccan culture in Plovdiv\n\n"
        "The Days of Moroccan Culture in Plovdiv, Bulgaria, closed on Wednesday.\n\n"
    ),
    "plant": (
        " date 2024-03-15 Bulgarian firm to build plant in Morocco\n\n"
        "The Bulgarian maker of car seats Sedalka is going to build a plant near Casablanca, it said "
        "on Wednesday.\n\n"
    ),
}


def figures(head: str, text: str, knowledge: Knowledge) -> dict[str, Figure]:
    """The figures that a case adds, by value."""
    whole = HEADS[head] + text + "\n"
    record = read_article(Article("x", "x.txt", "0" * 64, whole), knowledge)
    begin = len(HEADS[head])
    return {f"{one.value.normalize():f}": one for one in record.figures if one.span.start >= begin}
