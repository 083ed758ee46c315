"""The grammar of position: a file of words per language, and the relation that they say."""

from geo.phrases.relation import Relation, relation_of

__all__ = ["Relation", "relation_of"]
