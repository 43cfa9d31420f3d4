"""Sentences that end with who said it, or begin so: A, he said. According to the mayor, A.

Who says it stands behind a pause and up to the end of the sentence, before the words of report or
behind them, or from its beginning to a pause; what is said is all else. Only in a language in which
that can be so.
"""

from __future__ import annotations

from claims.find.completing import Saying, bare_span
from claims.find.cues import SAYS
from claims.find.phrases import RELATIVE, SPEAKERS, Words
from claims.find.sources import is_occasion
from claims.model.text import Span

FRAME = "frame"  # the sense of words that are no verb: according to
LONGEST_SPEAKER = 25  # words: a name with its title and what is told of the one who bears it

Parts = tuple[Words | None, tuple[Span, ...]]


def close_report(saying: Saying, source: Words | None, content: tuple[Span, ...]) -> Parts:
    """The source and the content of words of report with which a sentence ends.

    As they were found where anything that was found stands before, or the sentence is another.
    """
    paragraph, language = saying.paragraph, saying.language
    before = paragraph.starts[saying.cue[0]]
    found = any(span.start < before for span in content)
    if not language.free_order or (found and not _is_cut(saying, content)):
        return source, content
    words = _behind(saying) or _in_front(saying)
    if words is None:
        return source, content
    until = min(words[0], saying.cue[0]) - 1  # the pause
    if not (_has_verb(saying, saying.start, until) and saying.is_alone(saying.start, until)):
        return source, content
    said = bare_span(saying, saying.start, until)
    return (words, (said,)) if said else (source, content)


def quote_before(saying: Saying, source: Words | None, content: tuple[Span, ...]) -> Parts:
    """The quotation that opens a sentence, before who says it with what he is: “A,” X, a Y, said.

    As it was where something before the words of report was found, or someone else speaks between.
    """
    paragraph, language = saying.paragraph, saying.language
    cue = saying.cue[0]
    quote = paragraph.opening.get(paragraph.starts[saying.start])
    found = any(span.start < paragraph.starts[cue] for span in content)
    if not language.free_order or found or quote is None or not quote.closed:
        return source, content
    first = paragraph.word_at(quote.end)  # the word behind the closing mark
    inside = paragraph.forms[paragraph.word_at(quote.inner_end - 1)]
    if not first < cue or inside not in language.marks.pauses | {"?", "!"}:
        return source, content
    if paragraph.sentence[first] != paragraph.sentence[cue] or not saying.is_alone(first, cue):
        return source, content
    words = _speaker(saying, first, cue)
    said = Span.of(saying.text, quote.inner_start, quote.inner_end)
    piece = said.text.rstrip("".join(language.marks.edges))
    said = Span.of(saying.text, said.start, said.start + len(piece))
    return (words or source), (said, *content)


def _is_cut(saying: Saying, content: tuple[Span, ...]) -> bool:
    """Whether a content breaks off before the words of hearsay of its own sentence."""
    paragraph = saying.paragraph
    behind = paragraph.word_at(content[0].end - 1) + 1
    nobodys = saying.language.agentless & {*paragraph.senses[behind]}
    begins = content[0].start == paragraph.starts[saying.start]
    return len(content) == 1 and begins and behind < saying.first and bool(nobodys)


def open_report(saying: Saying, source: Words | None, content: tuple[Span, ...]) -> Parts:
    """The source and the content of words that open a sentence: According to|the mayor, A.

    As they were found where anything was found.
    """
    paragraph, language = saying.paragraph, saying.language
    frames = FRAME in paragraph.senses[saying.cue[0]] and saying.cue[0] == saying.start
    if not language.free_order or content or not frames:
        return source, content
    first = saying.cue[-1] + 1
    pause = _end_of_speaker(saying, first)
    if pause is None or not _has_verb(saying, pause + 1, saying.end):
        return source, content
    said = bare_span(saying, pause + 1, saying.end)
    return ((first, pause), (said,)) if said else (source, content)


def _end_of_speaker(saying: Saying, first: int) -> int | None:
    """The pause behind one who speaks, with what is told of him: Ann Lee, the mayor,|the bridge….

    The first one behind which no more of that follows: no relative clause, no other noun alone.
    """
    paragraph, language = saying.paragraph, saying.language
    pauses = [i for i in range(first, saying.end) if paragraph.forms[i] in language.marks.pauses]
    for n, pause in enumerate(pauses):
        after = pauses[n + 1] if n + 1 < len(pauses) else saying.end
        if pause == first or pause - first > LONGEST_SPEAKER:
            return None
        goes_on = n + 1 < len(pauses) and (
            not _has_verb(saying, pause + 1, after) or _is_relative(saying, pause + 1)
        )
        if not goes_on:
            return pause
    return None


def _is_relative(saying: Saying, i: int) -> bool:
    start, end = saying.paragraph.starts[i], saying.paragraph.ends[i]
    return saying.language.parse(saying.text[start:end]).sense == RELATIVE


def _behind(saying: Saying) -> Words | None:
    """The speaker between words of report behind a pause and the end: …, said|Ann Lee, mayor."""
    first, last = saying.cue[-1] + 1, saying.end
    says = SAYS in saying.paragraph.senses[saying.cue[0]]
    near = 0 < last - first <= LONGEST_SPEAKER
    if not says or not near or not _is_pause(saying, saying.cue[0] - 1):
        return None
    pauses = saying.language.marks.pauses
    head = next((i for i in range(first, last) if saying.paragraph.forms[i] in pauses), last)
    return None if _has_verb(saying, first, head) else _speaker(saying, first, last)


def _in_front(saying: Saying) -> Words | None:
    """The speaker between a pause and the last words of a sentence: …, |experts|warn.

    Behind them nothing but when and through what it was said: on Friday, in a statement.
    """
    cue, pauses = saying.cue[0], saying.language.marks.pauses
    paragraph, tags = saying.paragraph, saying.language.tags
    behind = range(saying.cue[-1] + 1, saying.end - 1)
    if len(behind) > LONGEST_SPEAKER or not all(
        paragraph.tags[i] in tags.functional or is_occasion(paragraph, i, saying.language)
        for i in behind
    ):
        return None
    forms, low = saying.paragraph.forms, max(saying.start, cue - LONGEST_SPEAKER)
    first = next((i + 1 for i in range(cue - 1, low, -1) if forms[i] in pauses), cue)
    return _speaker(saying, first, cue) if first < cue else None


def _speaker(saying: Saying, first: int, last: int) -> Words | None:
    """Some words as one who speaks, marks at their end aside; None where they are no one."""
    paragraph, language = saying.paragraph, saying.language
    while last > first and paragraph.forms[last - 1] in language.marks.ends:
        last -= 1
    if last == first or not saying.is_alone(first, last):
        return None
    phrase = language.parse(saying.text[paragraph.starts[first] : paragraph.ends[last - 1]])
    return (first, last) if phrase.kind in SPEAKERS else None


def _has_verb(saying: Saying, first: int, last: int) -> bool:
    tags = saying.paragraph.tags
    return any(tags[i] in saying.language.tags.verbs for i in range(first, last))


def _is_pause(saying: Saying, i: int) -> bool:
    return i > saying.start and saying.paragraph.forms[i] in saying.language.marks.pauses
