"""Clauses that are told of the one who speaks: Ann Lee, who became mayor in May, said."""

from __future__ import annotations

from claims.find.page import Paragraph
from claims.find.phrases import RELATIVE, SPEAKERS, Words, phrase_of
from claims.lang.base import Language


def complete_relative(
    text: str, paragraph: Paragraph, words: Words, cue: int, language: Language
) -> Words:
    """A source that stops at a relative pronoun, to the end of its clause: one who|asked not to be.

    The words of report stand right behind that clause.
    """
    last = words[1] - 1
    relative = (
        last > words[0] and phrase_of(text, paragraph, (last, last + 1), language).sense == RELATIVE
    )
    near = words[1] < cue and paragraph.clause[last] == paragraph.clause[cue]
    return (words[0], cue) if relative and near else words


def widen_relative(
    text: str, paragraph: Paragraph, words: Words, cue: int, language: Language
) -> Words:
    """A source in a clause told of the one before it, made whole: Roe, |whose son| fell, said."""
    first, pauses = words[0], language.marks.pauses
    cut = words[1] < cue - 1 and paragraph.forms[cue - 1] in pauses
    if cut and has_clause(text, paragraph, words, language):
        return first, cue - 1
    relative = is_relative(text, paragraph, first, language)
    parted = first > 1 and paragraph.forms[first - 1] in pauses and words[1] < cue - 1
    if not (relative and parted and paragraph.forms[cue - 1] in pauses):
        return words
    whole = (paragraph.clause_head(first - 2), cue - 1)
    speaks = phrase_of(text, paragraph, (whole[0], first - 1), language).kind in SPEAKERS
    return whole if speaks else words


def has_clause(text: str, paragraph: Paragraph, words: Words, language: Language) -> bool:
    """Whether a clause with a time of its own is told of the speaker: Lee, who left in May."""
    pauses = language.marks.pauses
    heads = (i for i in range(words[0] + 2, words[1]) if paragraph.forms[i - 1] in pauses)
    return any(is_relative(text, paragraph, i, language) for i in heads)


def is_relative(text: str, paragraph: Paragraph, i: int, language: Language) -> bool:
    """Whether a word opens a clause on the one before it: who, whose."""
    if paragraph.forms[i] in language.possessive:
        return True
    return phrase_of(text, paragraph, (i, i + 1), language).sense == RELATIVE
