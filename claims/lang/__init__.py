"""What a language knows: lexicons and weights as data, and a little grammar."""

from claims.lang.base import Language, Lexicon, Marks, Phrase
from claims.lang.packs import PACKS, load_fold, load_language, load_pack
from claims.lang.words import Word

__all__ = [
    "PACKS", "Language", "Lexicon", "Marks", "Phrase", "Word", "load_fold", "load_language",
    "load_pack",
]  # fmt: skip
