"""Some words of a paragraph as a phrase: who or what they stand for."""

from __future__ import annotations

from claims.find.page import Paragraph
from claims.lang.base import Language, Phrase
from claims.model.text import Span

Words = tuple[int, int]  # the words from the first to before the last
RELATIVE = "relative"  # the sense of a pronoun that opens a clause on the one before it
ISSUING = ("person", "body", "outlet", "unnamed", "voice", "document")
SPEAKERS = ("person", "body", "outlet", "unnamed", "pronoun", "joint")


def span_of(text: str, paragraph: Paragraph, words: Words) -> Span:
    """The span of some words of a paragraph in the text as it was read."""
    return Span.of(text, paragraph.starts[words[0]], paragraph.ends[words[1] - 1])


def phrase_of(text: str, paragraph: Paragraph, words: Words, language: Language) -> Phrase:
    """Some words taken apart by the grammar of the language."""
    return language.parse(text[paragraph.starts[words[0]] : paragraph.ends[words[1] - 1]])
