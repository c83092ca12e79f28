"""What an archive knows beforehand: data/*.yaml, typed and checked."""

from kzhu.knowledge.load import Knowledge, KnowledgeError, load_knowledge

__all__ = ["Knowledge", "KnowledgeError", "load_knowledge"]
