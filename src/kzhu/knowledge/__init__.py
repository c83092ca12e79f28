"""What an archive knows beforehand: data/*.yaml, typed and checked."""

from kzhu.knowledge.cache import cached_knowledge
from kzhu.knowledge.load import Knowledge, KnowledgeError, load_knowledge

__all__ = ["Knowledge", "KnowledgeError", "cached_knowledge", "load_knowledge"]
