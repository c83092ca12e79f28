"""Given names that one person bears in several languages."""

from __future__ import annotations

from functools import lru_cache

# Given names that one person bears side by side, in another language of theirs or for short; "Volodymyr" is
# "Vladimir" in Russian. What the sounds alone tell ("Viktor", "Victor") needs no line.
_VARIANTS = """
vladimir volodymyr uladzimir; aleksandr alexander oleksandr aliaksandr alyaksandr sasha; aleksey oleksiy
aliaksei alexei alexey;
nikolai nikolay mykola mikalai nicolae; mikhail mykhailo mikhailo mikhas michail; dmitry dmytro dzmitry dmitriy
dmitri;
sergey sergei serhiy serhii siarhei; yevgeny evgeny yevhen yauhen evgeniy; pavel pavlo paval; pyotr petro piotr petr;
andrey andrei andriy andrii; vasily vasyl vasil; grigory hryhoriy hryhorii ryhor; igor ihor ihar; oleg oleh aleh;
yekaterina ekaterina kateryna katsiaryna; yelena elena olena alena; anna hanna; olga olha volha; svetlana svitlana
sviatlana; natalia natalya nataliya natallia; konstantin kostiantyn kanstantsin; anatoly anatoliy anatolii anatol;
vladislav vladyslav uladzislau; vyacheslav viacheslav viachaslau; yuri yuriy yurii iurii; yulia yuliya iuliia julia;
daniil danylo danila; ilya illia illya; stepan stsiapan; yaroslav iaroslav; georgy heorhiy georgi; maksim maxim
maksym;
charles sharl charlz; john dzhon jon; george dzhordzh; james dzheyms jim jimmy; joseph joe dzho dzhozef; jean zhan;
jacques zhak; francois fransua; pierre pyer; emmanuel emmanyuel; michael maykl mike; william bill uilyam vilyam;
robert bob bobby; richard dick rick; thomas tom tommy; anthony tony antony entoni; edward ed eddie ted; david
dave devid;
stephen steven steve; daniel dan danny; samuel sam; benjamin ben; timothy tim; christopher chris kristofer;
nicholas nick;
kenneth ken; ronald ron; donald don; jeffrey jeff; gregory greg; andrew andy endryu; matthew matt; patrick pat;
katherine catherine kate kathy; elizabeth liz; margaret maggie; jorg joerg; yitzhak yitzchak itzhak;
yusuf yousef yosef; mohammed mukhamed magomed muhammad mehmed mohamad muhammed; ibrahim ebrahim ibragim;
hussein husseyn hossein husayn huseyin gusein khusein; yahya yakhya; abdullah abdallah abdulla; ahmed ahmad
akhmed akhmad;
kassym kasym qasym kasim; zhomart jomart dzhomart; nursultan nurseltan; yoshihide esikhide; shinzo sindzo;
fumio fumyo;
abdel abdul abdol abd; omar umar; osman usman othman; claude klod; nicolas nikolya nikola;
isaac yitzhak itzhak; nikita mikita; justin dzhastin
"""


@lru_cache(maxsize=1)
def _variant_table() -> dict[str, frozenset[int]]:
    table: dict[str, frozenset[int]] = {}
    for number, line in enumerate(_VARIANTS.split(";")):
        for word in line.split():
            table[word] = table.get(word, frozenset()) | {number}
    return table


def variants_of(word: str) -> frozenset[int]:
    """Numbers of the groups that a given name, folded, belongs to."""
    return _variant_table().get(word, frozenset())
