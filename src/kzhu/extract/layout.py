"""What each part of a text is: date line, headline, byline, dateline, body, signature, page furniture."""

from __future__ import annotations

import re

from kzhu.extract.document import Document, Sentence
from kzhu.knowledge import Knowledge
from kzhu.tokens import tokenize

_PARAGRAPH = re.compile(r"\S(?:.|\n(?!\s*\n))*")
_SENTENCE = re.compile(r"[.!?…]+[\"”»’')\]]*\s+(?=[\"“«‘(\[]?[A-ZÀ-ÞĀ-Ž0-9$€£])")


def read_document(text: str, knowledge: Knowledge) -> Document:
    """The text cut into tokens and sentences, with its zones told apart."""
    starts, ends = tokenize(text)
    words = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    document = Document(text, tuple(words), tuple(word.lower() for word in words), tuple(starts), tuple(ends),
                        (), None, None, None, None, None, ())
    sentences = []
    for number, paragraph in enumerate(_PARAGRAPH.finditer(text)):
        begin, stop = paragraph.span()
        cuts = [begin, *(found.end() for found in _SENTENCE.finditer(text, begin, stop)), stop]
        for start, end in zip(cuts, cuts[1:], strict=False):
            sentences.append(Sentence(start, end, document.token_at(start), document.token_at(end), number, "body"))
    return Document(text, document.words, document.lowers, document.starts, document.ends,
                    tuple(sentences), None, None, None, None, None, ())
