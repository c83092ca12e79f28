"""Phrases that tell page furniture from prose (furniture.yaml)."""

from __future__ import annotations

from dataclasses import dataclass

from kzhu.knowledge.node import Node


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases of one use (furniture.yaml, by use)."""

    key: str
    #: In lower case.
    words: tuple[str, ...]


def phrase_list(key: str, node: Node) -> PhraseList:
    """An entry of furniture.yaml."""
    return PhraseList(key, tuple(dict.fromkeys(word.lower() for word in node.texts())))
