"""An article's text made ready for reading: tokens, sentences, paragraphs, and what each part of it is.

Every extractor reads the same `Document`, so that the text is cut up once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from kzhu.records import Span

if TYPE_CHECKING:
    from kzhu.extract.layout.dateline import Dateline

#: What a sentence belongs to. Page furniture (menus, captions, teasers) has no sentences: it yields no facts.
Zone = Literal["headline", "body"]


class Sentence(NamedTuple):
    """One sentence: characters [start, end), tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int
    #: Number of its paragraph, from 0.
    paragraph: int
    zone: Zone

    @property
    def span(self) -> Span:
        """Its characters."""
        return Span(self.start, self.end)


# Never changed once it is made, nor compared; to have that checked, each field would be set by a call.
@dataclass(slots=True, eq=False)
class Document:
    """A text with its tokens and sentences. Token i is `words[i]`, `text[starts[i]:ends[i]]`, `lowers[i]`."""

    text: str
    words: tuple[str, ...]
    #: The words in lower case.
    lowers: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    sentences: tuple[Sentence, ...]
    #: The headline, None where the text starts straight away.
    headline: Span | None
    #: The date that the file states at its very head (" date 2021-04-08 ").
    date_line: Span | None
    #: A line of its own that gives date or time of publication ("14:05, 12 March 2022", "By X on 3 November 2023"),
    #: else one that names the writer. Where there are two, the other is furniture.
    byline: Span | None
    #: The head of the body up to its dash or stop: "ASTANA. KAZINFORM -", "PALIC, June 20 –".
    dateline: Span | None
    #: Signature under the text: "Press Service of the Ministry ...", "- The Astana Times".
    signature: Span | None
    #: Page furniture: menus, captions, "Read more", teasers, the headline's second copy.
    furniture: tuple[Span, ...]
    #: Tokens that begin with a capital, in order: most readers of names need no others.
    capitals: tuple[int, ...] = ()
    #: Tokens that a room may wait for, numbers and compounds, in order (`kzhu.extract.triggers`).
    marks: tuple[int, ...] = ()
    #: Tokens that a time expression may be told about, in order (`kzhu.extract.times`).
    moments: tuple[int, ...] = ()
    #: Tokens by which the names of metrics are found, in order (`kzhu.extract.figures`).
    cues: tuple[int, ...] = ()
    #: Tokens that begin the name of a place, or would if others followed, in order (`kzhu.extract.placenames`).
    places: tuple[int, ...] = ()
    #: The same of known bodies (`kzhu.extract.people.lexicon`).
    bodies: tuple[int, ...] = ()
    #: Tokens that may make a place of their neighbours or parts, in order (`kzhu.extract.places`).
    makers: tuple[int, ...] = ()
    #: The different words of the text, in lower case: one look tells whether any of those wanted is among them.
    vocabulary: frozenset[str] = frozenset()
    #: What the dateline says.
    head: Dateline | None = None

    def printed(self, first: int, last: int) -> str:
        """Tokens [first, last), one at least, as the text has them, their blanks single."""
        found = self.text[self.starts[first] : self.ends[last - 1]]
        # Most stand on one line with single blanks: of all blanks that alone is printable.
        return found if found.isprintable() and "  " not in found else " ".join(found.split())

    def token_at(self, offset: int) -> int:
        """Index of the token that covers the character, or of the next one behind it."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and offset < self.ends[i] else i + 1

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that covers the character; None in furniture and between sentences."""
        # Sentences are tuples that begin with their start; no key needs to be called.
        i = bisect_left(self.sentences, (offset + 1,))
        if i and offset < (sentence := self.sentences[i - 1]).end:
            return sentence
        return None
