"""Speeches over several paragraphs: each opens with a mark, only the last one closes.

A paragraph whose quotation is left open goes on in the next one that opens with such a mark, or
in lines without any up to the one that closes it; all of it is one content, of the one whose words
of report stand before it or behind its end.
"""

from __future__ import annotations

from dataclasses import replace

from claims.find.finding import Finding
from claims.find.page import Paragraph
from claims.lang.base import Language
from claims.model.text import Quote, Span

REACH = 12  # paragraphs that the lines of one quotation go on for


def carry_on(
    text: str, paragraphs: tuple[Paragraph, ...], findings: list[Finding], language: Language
) -> list[Finding]:
    """The findings with speeches carried over; what stood alone inside them is left out.

    Forwards from the words of report before a speech, backwards from those behind its end.
    """
    out = list(findings)
    for number, paragraph in enumerate(paragraphs[:-1]):
        opened = _left_open(paragraph)
        if opened is None:
            continue
        speaker = next((i for i, f in enumerate(out) if _ends_in(f, opened)), None)
        following = _speech(text, paragraphs[number + 1], text[opened.start])
        if speaker is None:
            continue
        if following is None:
            more = _lines(text, paragraphs[number + 1 :], _mark(text, opened), language)
        elif any(f.cue and _begins_with(f, following) for f in out):
            continue
        else:
            more = [_said(text, following, language)]
        out = _with(out, speaker, (*out[speaker].content, *more), more)
    for number in range(len(paragraphs) - 2, -1, -1):
        opened = _left_open(paragraphs[number])
        if opened is None or any(f.cue and _ends_in(f, opened) for f in out):
            continue
        following = _speech(text, paragraphs[number + 1], text[opened.start])
        speaker = next(
            (i for i, f in enumerate(out) if following and f.cue and _begins_with(f, following)),
            None,
        )
        if speaker is not None:
            more = [_said(text, opened, language)]
            out = _with(out, speaker, (*more, *out[speaker].content), more)
    return out


def _mark(text: str, quote: Quote) -> str:
    """The mark that opens a quotation."""
    return text[quote.start : quote.inner_start]


def _with(
    findings: list[Finding], speaker: int, content: tuple[Span, ...], more: list[Span]
) -> list[Finding]:
    """The findings, one with its whole content, without what stood alone in what it got."""
    return [
        replace(f, content=content) if i == speaker else f
        for i, f in enumerate(findings)
        if i == speaker
        or f.cue
        or not (f.content and any(piece.holds(f.content[0]) for piece in more))
    ]


def _left_open(paragraph: Paragraph) -> Quote | None:
    return next((q for q in paragraph.quotes if not q.closed and not q.depth), None)


def _begins_with(finding: Finding, quote: Quote) -> bool:
    """Whether the first piece of a finding is a quotation."""
    return bool(finding.content) and finding.content[0].start == quote.inner_start


def _lines(
    text: str, following: tuple[Paragraph, ...], mark: str, language: Language
) -> list[Span]:
    """The lines of a quotation that is broken into lines, up to the one that closes it.

    None where another quotation is in them: then the mark was left open by mistake.
    """
    closer = language.marks.quotes.get(mark, mark)
    found: list[Span] = []
    for paragraph in following[:REACH]:
        at = paragraph.text.find(closer)
        other = paragraph.text.find(mark)
        if 0 <= other < at or (at < 0 <= other) or any(q.closed for q in paragraph.quotes):
            return []
        start = paragraph.starts[0]
        end = paragraph.start + (at if at >= 0 else len(paragraph.text))
        if start < end:
            found.append(_bare(text, start, end, language))
        if at >= 0:
            return found
    return []


def _ends_in(finding: Finding, quote: Quote) -> bool:
    """Whether the last piece of a finding is a quotation that was left open."""
    last = finding.content[-1] if finding.content else None
    return last is not None and last.start == quote.inner_start and last.end <= quote.end


def _speech(text: str, paragraph: Paragraph, mark: str) -> Quote | None:
    """The quotation that a paragraph begins with, where it opens with the same mark."""
    quote = paragraph.opening.get(paragraph.starts[0])
    return quote if quote is not None and text[quote.start] == mark else None


def _said(text: str, quote: Quote, language: Language) -> Span:
    return _bare(text, quote.inner_start, quote.inner_end, language)


def _bare(text: str, start: int, end: int, language: Language) -> Span:
    """What is said from one place to another, without the mark and the space at its end."""
    while end > start and (text[end - 1] in language.marks.edges or text[end - 1].isspace()):
        end -= 1
    return Span.of(text, start, end)
