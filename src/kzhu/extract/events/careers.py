"""Offices held over years: "from 2019 to 2024 he was ambassador to Turkey" tells when somebody took one up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kzhu.extract.document import Sentence
from kzhu.extract.events.scene import Scene, Told
from kzhu.extract.events.who import countries_of, meant, once, present
from kzhu.extract.events.words import word_set
from kzhu.extract.times import Time

_SERVED = word_set("was served headed led worked became")
_POSTS = word_set(
    """
    president minister chairman chairwoman director governor ambassador speaker rector secretary mayor chief chair
    head envoy prosecutor akim spokesman spokeswoman adviser premier consul commissioner
    """
)
_BODIES = word_set("embassy mission ministry agency committee department commission bank institute government")
_LED = _POSTS | _BODIES
#: Tokens between the years and the verb, and between the verb and the office.
_APART, _NEAR = 8, 7
#: Tokens back to whom the office is told of, in a sentence without end.
_REACH = 40


def years_in(times: Sequence[Time]) -> list[Time]:
    """Those times that run from one year to another."""
    return [time for time in times if (edtf := time.edtf) is not None and len(edtf) == 9 and edtf[4] == "/"]


def read_careers(scene: Scene, sentence: Sentence, years: list[Time]) -> Iterator[Told]:
    """The beginning of each office that the sentence gives the years of, which run from one to another."""
    lowers = scene.document.lowers
    for time in years:
        first, last = max(sentence.first, time.first - _APART - _NEAR), min(sentence.last, time.last + _APART)
        for i in range(first, last):
            if lowers[i] not in _SERVED:
                continue
            posts = _LED if lowers[i] in {"headed", "led"} else _POSTS
            post = next((j for j in range(i + 1, min(sentence.last, i + _NEAR)) if lowers[j] in posts), None)
            if post is None or not _POSTS.isdisjoint(lowers[post + 1 : post + 2]):
                continue
            begin = max(sentence.first, i - _REACH)
            people = [named.person for named in present(scene, sentence, begin, i)]
            people = once(people or meant(scene, sentence, begin, i))[:1]
            if not people:
                continue
            told = Told("appointment", None, sentence, i, min(time.first, i), max(post + 1, time.last), "post", "past")
            told.date, told.own, told.other = (time.edtf or "")[:4], True, True
            told.people = people
            told.countries = countries_of(people) | scene.countries_in(post, min(sentence.last, post + 5))
            yield told
            break
