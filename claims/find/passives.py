"""Passives that name no one who says it: X is accused of Y, X has been seen as Y.

The one accused or described belongs to what is said. Only in a language in which it stands before
the words of report, and what is said of it behind them.
"""

from __future__ import annotations

from claims.find.cues import CueHit
from claims.find.page import Paragraph
from claims.find.phrases import SPEAKERS, Words
from claims.find.sources import follows_passive, subject_before
from claims.lang.base import Language
from claims.model.text import Span

ABOUT = frozenset({"accuse", "believe", "think", "describe", "hearsay", "report", "feel"})


def part_charge(
    text: str, paragraph: Paragraph, hit: CueHit, content: tuple[Span, ...], language: Language
) -> tuple[CueHit, tuple[Span, ...]]:
    """The cue without the word that brings what one is accused of, which the content begins with.

    accused|of fraud, as accused|him of fraud.
    """
    words, last = hit.words, hit.words[-1]
    accuses = any("accuse" in paragraph.senses[i] for i in words[:-1])
    if hit.frame or not accuses or paragraph.forms[last] not in language.attached:
        return hit, content
    start = paragraph.starts[last]
    behind = (n for n, span in enumerate(content) if _opens_behind(paragraph, last, span))
    at = next(behind, None)
    if at is None:
        return hit, content
    moved = Span.of(text, start, content[at].end)
    return hit._replace(words=words[:-1]), (*content[:at], moved, *content[at + 1 :])


def _opens_behind(paragraph: Paragraph, i: int, span: Span) -> bool:
    """Whether a piece begins with the word behind one, a mark of quotation between or none."""
    first = paragraph.word_at(span.start)
    return i < first <= i + 2 and not any(form.isalnum() for form in paragraph.forms[i + 1 : first])


def give_subject(
    text: str, paragraph: Paragraph, hit: CueHit, content: tuple[Span, ...], language: Language
) -> tuple[Span, ...]:
    """The content with the one that an agentless passive, or a word of hearsay, speaks of."""
    cue = hit.words
    start = paragraph.starts[cue[0]]
    if not language.free_order or not content or content[0].start < start:
        return content
    verb = _verb(paragraph, hit, language)
    hearsay = language.agentless & {*paragraph.senses[cue[0]]}
    adverb = hearsay and paragraph.tags[cue[0]] in language.tags.adverbs
    if not adverb and (verb is None or not ABOUT & {*paragraph.senses[verb]}):
        return content
    first = paragraph.word_at(content[0].start)
    if first and paragraph.forms[first - 1] in language.spelling:
        return content  # it is said that …
    words = subject_before(text, paragraph, cue[0], language)
    if words is None or not _speaks(text, paragraph, words, language):
        return content
    subject = Span.of(text, paragraph.starts[words[0]], paragraph.ends[words[1] - 1])
    return (subject, *content)


def tells_nothing(
    paragraph: Paragraph, hit: CueHit, content: tuple[Span, ...], language: Language
) -> bool:
    """Whether an agentless passive has its subject alone for a content: the decision was|seen."""
    start, verbs = paragraph.starts[hit.words[0]], language.tags.verbs
    if not language.free_order or len(content) != 1 or content[0].end > start:
        return False
    first, last = paragraph.word_at(content[0].start), paragraph.word_at(content[0].end - 1)
    verb = any(tag in verbs for tag in paragraph.tags[first : last + 1])
    return not verb and _verb(paragraph, hit, language) is not None


def _verb(paragraph: Paragraph, hit: CueHit, language: Language) -> int | None:
    """The word of report that a word before it makes passive, in the cue or before it."""
    verbs = (i for i in hit.words if paragraph.tags[i] in language.tags.verbs)
    return next((i for i in verbs if follows_passive(paragraph, i, language)), None)


def _speaks(text: str, paragraph: Paragraph, words: Words, language: Language) -> bool:
    phrase = language.parse(text[paragraph.starts[words[0]] : paragraph.ends[words[1] - 1]])
    return phrase.kind in SPEAKERS
