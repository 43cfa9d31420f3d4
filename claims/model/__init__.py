"""The nouns: what is on the page, what it says was said, what we conclude from it."""

from claims.model.speech import Addressee, Attribution, Candidate, SaidAt, Why
from claims.model.text import Document, Frozen, Quote, Sentence, Span
from claims.model.world import Claim, Difference, Dossier, Relation, Speaker

__all__ = [
    "Addressee", "Attribution", "Candidate", "Claim", "Difference", "Document", "Dossier", "Frozen",
    "Quote", "Relation", "SaidAt", "Sentence", "Span", "Speaker", "Why",
]  # fmt: skip
